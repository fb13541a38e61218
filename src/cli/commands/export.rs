//! `register export csv | json`

use crate::cli::app::App;
use crate::cli::error::{CommandError, Exit};
use crate::cli::output::CsvFor;
use crate::cli::target::{Target, allow, write_allowed};
use crate::cli::ui::Ui;
use crate::cli::visible::Form;
use crate::exchange;
use crate::language::say;
use crate::model::Kind;
use crate::render::{Delimiter, SCHEMA_VERSION, record_value, unread_value, write_rows};
use anyhow::Result;
use clap::ValueEnum;
use clap::builder::PossibleValue;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "FORMAT")]
    pub format: Format,
    #[arg(value_name = "KIND")]
    pub kinds: Vec<Kind>,
    #[arg(long, short, value_name = "PATH", value_hint = clap::ValueHint::AnyPath)]
    pub output: PathBuf,
    #[arg(long)]
    pub force: bool,
    #[arg(long, value_name = "PROGRAM")]
    pub csv_for: Option<CsvFor>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Csv,
    Json,
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
    let register = app.load()?;
    let kinds = kinds_of(&args.kinds);
    let language = &app.language;
    match args.format {
        Format::Json => {
            let value =
                exchange::document(register, kinds, SCHEMA_VERSION, unread_value(&register.unread), &record_value);
            let target = Target { output: Some(args.output.clone()), force: args.force };
            target.write_json(value, app)?;
        }
        Format::Csv => {
            if args.output.is_file() {
                let path = args.output.display().to_string();
                return Err(CommandError::usage(say::export_needs_folder(language, path)).into());
            }
            std::fs::create_dir_all(&args.output)?;
            let report = app.report_language(&register.settings);
            let tables = exchange::tables(register, kinds, &|table, field| report.field(table, field));
            let path = |name: &str| args.output.join(format!("{name}.csv"));
            let paths: Vec<PathBuf> = tables.iter().map(|table| path(&table.name)).collect();
            allow(&paths, args.force, app)?;
            for (table, path) in tables.into_iter().zip(&paths) {
                let rows = table.rows.into_iter();
                write_allowed(path, Form::Plain, |out| {
                    Ok(write_rows(&table.columns, rows, Delimiter::Comma, args.csv_for.is_some(), out)?)
                })?;
            }
            Ui::say(&say::wrote_files(language, paths.len(), args.output.display().to_string()));
        }
    }
    Ok(Exit::Fine)
}
