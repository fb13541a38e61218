//! `register export FORMAT`: the whole register as flat tables.

use crate::cli::app::App;
use crate::cli::complete::kinds;
use crate::cli::error::{CommandError, Exit};
use crate::cli::fields::other_names;
use crate::cli::file::temporary_in;
use crate::cli::target::{OutputTarget, allow, allow_folder, write_allowed, write_exact};
use crate::cli::ui::Ui;
use crate::cli::written::{CsvFor, formats, refuse_unfit};
use crate::exchange::{self, About, DESCRIPTOR, PackageTable, PackageWords, coded_values, descriptor, package_tables};
use crate::language::Language;
use crate::message::{say, told};
use crate::model::{Kind, Register};
use crate::personal_data::mask;
use crate::render::{CSV, Content, Format, JSON, RowSource, SCHEMA_VERSION, TakeRow, record_value, unread_value};
use anyhow::{Context, Result};
use clap::ValueEnum;
use clap::builder::PossibleValue;
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "FORMAT", value_parser = formats(Content::Register))]
    pub format: &'static Format,
    #[arg(value_name = "KIND", add = kinds())]
    pub kinds: Vec<Kind>,
    #[arg(long, short, value_name = "PATH", value_hint = clap::ValueHint::AnyPath)]
    pub output: PathBuf,
    #[arg(long)]
    pub force: bool,
    #[arg(long, value_name = "PROGRAM")]
    pub csv_for: Option<CsvFor>,
}

impl ValueEnum for Kind {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }
    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()).aliases(other_names(*self)))
    }
}

/// The kinds that are named; all where none is.
pub fn kinds_of(named: &[Kind]) -> &[Kind] {
    if named.is_empty() { &Kind::ALL } else { named }
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    refuse_unfit(args.format, Content::Register, app)?;
    let (register, personal) = app.load_scanned()?;
    if personal > 0 {
        let message = app.language.say(say::masked_in_export(personal));
        app.warn(&message, &[&app.language.say(told::check_only("personal-data"))]);
    }
    // Each once, in their own order.
    let named = kinds_of(&args.kinds);
    let kinds: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| named.contains(kind)).collect();
    let kinds = &kinds[..];
    if args.format.is_database {
        write_database(args, register, app)?;
    } else if args.format.takes_values() {
        let unread = unread_value(&register.unread);
        let value = exchange::document(register, kinds, SCHEMA_VERSION, unread, &record_value);
        let target = OutputTarget { output: Some(args.output.clone()), force: args.force };
        target.write(args.format.escaping, app, |out| Ok(args.format.write_value(value, out)?))?;
    } else if args.format.takes_tables() {
        write_book(args, kinds, register, app)?;
    } else {
        write_tables(args, kinds, register, app)?;
    }
    Ok(Exit::Fine)
}

/// Writes one file with every table.
fn write_book(args: &Args, kinds: &[Kind], register: &Register, app: &App) -> Result<()> {
    let words = app.report_language(&register.settings);
    let tables = package_tables(kinds);
    let labels = labels(words);
    let rows: Vec<TableRows<'_>> = tables.iter().map(|table| TableRows { table, register, labels: &labels }).collect();
    let tables = tables.iter().zip(&rows).map(|(table, rows)| (table.name.clone(), rows as &dyn RowSource));
    let tables: Vec<(String, &dyn RowSource)> = tables.collect();
    let target = OutputTarget { output: Some(args.output.clone()), force: args.force };
    let origin = app.origin(&register.settings);
    target.write(args.format.escaping, app, |out| Ok(args.format.write_tables(&tables, words, &origin, out)?))
}

/// What people call each code of each list.
fn labels(words: &Language) -> BTreeMap<(&'static str, &'static str), String> {
    let codes =
        coded_values().into_iter().flat_map(|choices| choices.codes.iter().map(move |code| (choices.name, *code)));
    codes.map(|(list, code)| ((list, code), words.choice(list, code))).collect()
}

/// Writes a database: a file that is whole or, where something goes wrong, as it was.
fn write_database(args: &Args, register: &'static Register, app: &App) -> Result<()> {
    if !args.kinds.is_empty() {
        return Err(CommandError::usage(app.language.text(say::DATABASE_IS_WHOLE)).into());
    }
    allow(std::slice::from_ref(&args.output), args.force, app)?;
    let folder = match args.output.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let name = || args.output.display().to_string();
    let file = temporary_in(folder).with_context(name)?;
    let words = app.report_language(&register.settings);
    let mut database = Connection::open(file.path()).with_context(name)?;
    let label = |list: &str, code: &str| words.choice(list, code);
    exchange::fill(&mut database, register, app.known(register)?, &label, &|text| mask(text).into_owned())
        .with_context(name)?;
    database.close().map_err(|(_, error)| error).with_context(name)?;
    if let Ok(known) = args.output.metadata() {
        file.as_file().set_permissions(known.permissions()).with_context(name)?;
    }
    file.persist(&args.output).map_err(|error| error.error).with_context(name)?;
    Ui::say(&app.language.say(say::wrote(name())));
    Ok(())
}

/// Writes a file for each table, and for programs what describes them.
fn write_tables(args: &Args, kinds: &[Kind], register: &Register, app: &App) -> Result<()> {
    let (language, format) = (&app.language, args.format);
    allow_folder(&args.output, format.name, app)?;
    std::fs::create_dir_all(&args.output)?;
    let words = app.report_language(&register.settings);
    let tables = package_tables(kinds);
    let mut paths: Vec<PathBuf> =
        tables.iter().map(|table| args.output.join(format!("{}.{}", table.name, format.name))).collect();
    // A spreadsheet reads no description, and its tables are no longer as one says.
    let described = (*format == CSV && args.csv_for.is_none()).then(|| args.output.join(DESCRIPTOR));
    paths.extend(described.clone());
    allow(&paths, args.force, app)?;
    // Until all is written nothing says that it is; and what was described before and is not any more goes.
    let old = described_before(&args.output.join(DESCRIPTOR), &args.output);
    let labels = labels(words);
    for (table, path) in tables.iter().zip(&paths) {
        let rows = TableRows { table, register, labels: &labels };
        write_exact(path, |out| Ok(format.write_rows(&rows, args.csv_for.is_some().then_some(words), out)?))?;
    }
    if let Some(path) = &described {
        let value = descriptor(&register.settings, &tables, &InLanguage(words));
        write_allowed(path, JSON.escaping, |out| Ok(JSON.write_value(value, out)?))?;
    }
    for path in old.iter().filter(|path| !paths.contains(path) && path.is_file()) {
        std::fs::remove_file(path).with_context(|| path.display().to_string())?;
    }
    Ui::say(&language.say(say::WroteFiles { count: paths.len(), folder: args.output.display().to_string() }));
    Ok(())
}

/// The files of a package that lay in a folder before, of which the description is taken away.
fn described_before(descriptor: &Path, folder: &Path) -> Vec<PathBuf> {
    let Ok(text) = std::fs::read_to_string(descriptor) else { return Vec::new() };
    let is_own = |path: &&str| Path::new(path).components().count() == 1 && path.ends_with(".csv");
    let described: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
    let resources = described["resources"].as_array().into_iter().flatten();
    let paths = resources.filter_map(|resource| resource["path"].as_str()).filter(is_own);
    let files = paths.map(|path| folder.join(path)).collect();
    // One that can't be taken away can't be written either, which is told then.
    let _ = std::fs::remove_file(descriptor);
    files
}

/// The rows of a table, some at a time.
struct TableRows<'r> {
    table: &'r PackageTable,
    register: &'r Register,
    /// What people call each code of each list.
    labels: &'r BTreeMap<(&'static str, &'static str), String>,
}

impl RowSource for TableRows<'_> {
    fn header(&self) -> Vec<String> {
        self.table.columns.iter().map(|column| column.name.clone()).collect()
    }
    fn count(&self) -> usize {
        self.table.records(self.register)
    }
    fn each(&self, part: Range<usize>, row: TakeRow<'_>) {
        let label = |list: &str, code: &str| self.labels.get(&(list, code)).cloned().unwrap_or_default();
        self.table.each_row(self.register, part, &label, &mut |data| row(data));
    }
}

/// The words of a package, in a language.
struct InLanguage<'l>(&'l Language);

impl PackageWords for InLanguage<'_> {
    fn field(&self, table: &str, field: &str) -> String {
        self.0.field(table, field)
    }
    fn language(&self) -> &str {
        self.0.tongue().code()
    }
    fn about(&self, about: About) -> String {
        match about {
            About::Field(table, field) => self.0.description(table, field),
            About::Kind(kind) => self.0.kind_plural(kind),
            About::Message(key) => self.0.text(key),
        }
    }
}
