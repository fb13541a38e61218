//! `register import package DIR`: a register from a data package that one was exported as.

use crate::catalog::shape_of;
use crate::check::scan;
use crate::cli::app::App;
use crate::cli::error::{CommandError, Exit};
use crate::cli::file::write_file;
use crate::cli::ui::Ui;
use crate::exchange::{
    self, DESCRIPTOR, PackageTable, SETTINGS_TABLE, UnpackError, Unpacked, Unpacking, package_tables,
};
use crate::format::{FileReader, RecordFile, SETTINGS_FILE, Texts, assemble, file_text, in_order, read_settings};
use crate::message::{say, told};
use crate::model::{FORMAT, Finding, Kind, Register, Settings, Table as _, check_id};
use crate::render::Sources;
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

#[derive(Debug, clap::Args)]
pub struct Package {
    #[arg(value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    pub dir: PathBuf,
    #[arg(long, short, value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    pub output: PathBuf,
}

pub fn run(args: &Package, app: &App) -> Result<Exit> {
    let language = &app.language;
    let name = |table: &PackageTable| format!("{}.csv", table.name);
    let tables = package_tables(&Kind::ALL);
    let refuse = |message: String| CommandError::failed(message).hint(language.text(told::EXPORT_CSV));
    if !args.dir.join(format!("{SETTINGS_TABLE}.csv")).exists() {
        return Err(refuse(language.say(say::no_package(args.dir.display().to_string()))).into());
    }
    // What describes a package is written last, and names what is in it.
    let described = described(&args.dir.join(DESCRIPTOR));
    if tables.iter().any(|table| !described.contains(&name(table))) {
        return Err(refuse(language.say(say::package_unfinished(args.dir.display().to_string()))).into());
    }
    if let Some(missing) = tables.iter().find(|table| !args.dir.join(name(table)).exists()) {
        let message = say::PackageNoFile { file: name(missing), folder: args.dir.display().to_string() };
        return Err(refuse(language.say(message)).into());
    }
    let mut unpacking = Unpacking::default();
    let mut read_tables = Vec::new();
    for table in &tables {
        let (header, rows) = read(&args.dir.join(name(table)))?;
        if let [only] = header.as_slice()
            && only.contains(';')
        {
            return Err(CommandError::data(language.say(say::package_semicolons(name(table)))).into());
        }
        let is_known = |own: &&String| table.columns.iter().any(|column| column.name == **own);
        let unknown: Vec<&str> = header.iter().filter(|own| !is_known(own)).map(String::as_str).collect();
        if !unknown.is_empty() {
            let columns = unknown.join(", ");
            app.warn(&language.say(say::PackageUnknownColumns { columns, file: name(table) }), &[]);
        }
        unpacking.take(table, &header, rows.iter().cloned()).map_err(|error| unpack_error(&error, app))?;
        read_tables.push((table, header, rows));
    }
    let texts: Vec<(String, String)> = unpacking.finish().map(|own| text_of(own, app)).collect::<Result<_>>()?;
    let made = in_memory(&texts);
    if made.settings.format != Some(FORMAT) {
        let found = made.settings.format.map_or("–".to_owned(), |format| format.to_string());
        return Err(CommandError::data(language.say(say::PackageOtherFormat { found, wanted: FORMAT })).into());
    }
    for (table, header, rows) in &read_tables {
        exchange::hold_to(table, header, rows, &made).map_err(|error| unpack_error(&error, app))?;
    }
    let personal: Vec<Finding> = texts.iter().flat_map(|(path, text)| scan(path, text)).collect();
    if !personal.is_empty() {
        app.show_findings(&personal, &NewTexts(&texts))?;
        let error = CommandError::data(language.text(say::NOTHING_WRITTEN));
        return Err(error.hint(language.say(told::check_explain("personal-data"))).into());
    }
    refuse_used(&args.output, &texts, app)?;
    // The settings last: where they are, the register is whole.
    let (settings, records): (Vec<_>, Vec<_>) = texts.iter().partition(|(path, _)| path == SETTINGS_FILE);
    for (path, text) in records.into_iter().chain(settings) {
        let path = args.output.join(path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        }
        write_file(&path, |out| Ok(out.write_all(text.as_bytes())?))?;
    }
    let folder = args.output.display().to_string();
    Ui::say(&language.say(say::WroteFiles { count: texts.len(), folder: folder.clone() }));
    Ui::say(&language.say(say::next_step(language.say(told::check_in(folder)))));
    Ok(Exit::Fine)
}

/// The files that the description of a package names.
fn described(descriptor: &Path) -> BTreeSet<String> {
    let text = std::fs::read_to_string(descriptor).unwrap_or_default();
    let described: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
    let resources = described["resources"].as_array().into_iter().flatten();
    resources.filter_map(|resource| resource["path"].as_str().map(str::to_owned)).collect()
}

/// The register that the texts are of.
fn in_memory(texts: &[(String, String)]) -> Register {
    let settings = texts.iter().find(|(path, _)| path == SETTINGS_FILE);
    let settings = read_settings(SETTINGS_FILE, settings.map_or(&[], |(_, text)| text.as_bytes()));
    let reader = FileReader::new(settings.record.as_ref(), Texts::All);
    let records = texts.iter().filter_map(|(path, text)| Some((RecordFile::from_path(path)?, text)));
    let mut readings = reader.finish(records.map(|(file, text)| reader.read(file, text.as_bytes())).collect());
    in_order(&mut readings, |(file, _)| file);
    assemble(settings, readings, Vec::new()).register
}

/// The texts that are to be written, by their paths.
struct NewTexts<'t>(&'t [(String, String)]);

impl Sources for NewTexts<'_> {
    fn text(&self, file: &str) -> Option<String> {
        self.0.iter().find(|(path, _)| path == file).map(|(_, text)| text.clone())
    }
}

/// Refuses a folder that has a register, or a file that would become another. What an import that was cut short has
/// written is as it shall be.
fn refuse_used(folder: &Path, texts: &[(String, String)], app: &App) -> Result<()> {
    let is_other = |(path, text): &&(String, String)| {
        let there = folder.join(path);
        *path == SETTINGS_FILE && there.exists()
            || there.exists() && std::fs::read(&there).is_ok_and(|bytes| bytes != text.as_bytes())
    };
    match texts.iter().find(is_other) {
        Some((path, _)) => {
            let name = folder.join(path).display().to_string();
            Err(CommandError::failed(app.language.say(say::file_exists(name))).into())
        }
        None => Ok(()),
    }
}

/// The header and the rows of a file of CSV.
fn read(path: &Path) -> Result<(Vec<String>, Vec<Vec<String>>)> {
    let name = || path.display().to_string();
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_path(path).map_err(into_io).with_context(name)?;
    let texts = |row: &csv::StringRecord| row.iter().map(str::to_owned).collect::<Vec<String>>();
    let header = reader.headers().map_err(into_io).with_context(name)?;
    let header: Vec<String> = texts(header).iter().map(|name| name.trim_start_matches('\u{feff}').to_owned()).collect();
    let rows = reader.records().map(|row| row.map(|row| texts(&row)).map_err(into_io));
    Ok((header, rows.collect::<Result<_, _>>().with_context(name)?))
}

fn into_io(error: csv::Error) -> std::io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        _ => std::io::ErrorKind::InvalidData.into(),
    }
}

/// The path and the text of a record's file.
fn text_of(own: Unpacked, app: &App) -> Result<(String, String)> {
    let Some(kind) = own.kind else { return Ok((SETTINGS_FILE.to_owned(), file_text(&own.table, &Settings::TABLE))) };
    // Whatever the package says, a record lies in the folder of its kind.
    let is_its = |path: &str| {
        let is_plain = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
        is_plain
            && check_id(&own.id).is_ok()
            && RecordFile::from_path(path).is_some_and(|file| file.kind == kind && *file.id == *own.id)
    };
    let usual = RecordFile::path_of(kind, &own.id);
    let path = if is_its(&own.file) { own.file.clone() } else { usual };
    if !is_its(&path) {
        return Err(CommandError::data(app.language.say(say::bad_id(own.id.clone()))).into());
    }
    Ok((path, file_text(&own.table, shape_of(kind))))
}

fn unpack_error(error: &UnpackError, app: &App) -> CommandError {
    let language = &app.language;
    let file = |table: &String| format!("{table}.csv");
    CommandError::data(match error {
        UnpackError::NoColumn { table, column } => {
            language.say(say::PackageNoColumn { file: file(table), column: column.clone() })
        }
        UnpackError::BadValue { table, row, column, text } => language.say(say::PackageBadValue {
            file: file(table),
            row: *row + 1,
            column: column.clone(),
            text: text.clone(),
        }),
        UnpackError::OtherList { table, row, column } => {
            let lists = format!("{table}_{column}.csv");
            language.say(say::PackageOtherList { file: file(table), row: *row + 1, column: column.clone(), lists })
        }
        UnpackError::NoPlace { table, row } => language.say(say::PackageNoPlace { file: file(table), row: *row + 1 }),
    })
}
