//! `register export FORMAT`: the whole register as flat tables.

use crate::cli::app::App;
use crate::cli::error::Exit;
use crate::cli::target::{OutputTarget, allow, allow_folder, write_allowed};
use crate::cli::ui::Ui;
use crate::cli::written::{CsvFor, formats, refuse_unfit};
use crate::exchange;
use crate::message::say;
use crate::model::{Kind, Register};
use crate::render::{Content, Format, SCHEMA_VERSION, record_value, unread_value};
use anyhow::Result;
use clap::ValueEnum;
use clap::builder::PossibleValue;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "FORMAT", value_parser = formats(Content::Register))]
    pub format: &'static Format,
    #[arg(value_name = "KIND")]
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
        Some(PossibleValue::new(self.name()))
    }
}

/// The kinds that are named; all where none is.
pub fn kinds_of(named: &[Kind]) -> &[Kind] {
    if named.is_empty() { &Kind::ALL } else { named }
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    refuse_unfit(args.format, Content::Register, app)?;
    let register = app.load()?;
    let kinds = kinds_of(&args.kinds);
    if args.format.takes_values() {
        let unread = unread_value(&register.unread);
        let value = exchange::document(register, kinds, SCHEMA_VERSION, unread, &record_value);
        let target = OutputTarget { output: Some(args.output.clone()), force: args.force };
        target.write(args.format.escaping, app, |out| Ok(args.format.write_value(value, out)?))?;
    } else {
        write_tables(args, kinds, register, app)?;
    }
    Ok(Exit::Fine)
}

/// Writes a file for each table.
fn write_tables(args: &Args, kinds: &[Kind], register: &Register, app: &App) -> Result<()> {
    let (language, format) = (&app.language, args.format);
    allow_folder(&args.output, format.name, app)?;
    std::fs::create_dir_all(&args.output)?;
    let report = app.report_language(&register.settings);
    let tables = exchange::tables(register, kinds, &|table, field| report.field(table, field));
    let path = |name: &str| args.output.join(format!("{name}.{}", format.name));
    let paths: Vec<PathBuf> = tables.iter().map(|table| path(&table.name)).collect();
    allow(&paths, args.force, app)?;
    for (table, path) in tables.into_iter().zip(&paths) {
        let mut rows = table.rows.into_iter();
        write_allowed(path, format.escaping, |out| {
            Ok(format.write_rows(&table.columns, &mut rows, args.csv_for.is_some(), out)?)
        })?;
    }
    Ui::say(&language.say(say::WroteFiles { count: paths.len(), folder: args.output.display().to_string() }));
    Ok(())
}
