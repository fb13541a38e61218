//! `register export csv | json`

use crate::cli::app::App;
use crate::cli::error::{CommandError, Exit};
use crate::cli::output::{CsvFor, write_out};
use crate::cli::ui::Ui;
use crate::cli::visible::Form;
use crate::exchange;
use crate::language::say;
use crate::model::Kind;
use crate::render::{Delimiter, SCHEMA_VERSION, record_value, unread_value, write_rows};
use anyhow::Result;
use clap::ValueEnum;
use std::io;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "FORMAT")]
    pub format: Format,
    #[arg(value_name = "KIND")]
    pub kinds: Vec<KindName>,
    #[arg(long, short, value_name = "PATH", value_hint = clap::ValueHint::AnyPath)]
    pub output: PathBuf,
    #[arg(long, value_name = "PROGRAM")]
    pub csv_for: Option<CsvFor>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Csv,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum KindName {
    District,
    Body,
    Intervention,
    Meeting,
    Situation,
    Agreement,
}

impl From<KindName> for Kind {
    fn from(name: KindName) -> Self {
        match name {
            KindName::District => Kind::District,
            KindName::Body => Kind::Body,
            KindName::Intervention => Kind::Intervention,
            KindName::Meeting => Kind::Meeting,
            KindName::Situation => Kind::Situation,
            KindName::Agreement => Kind::Agreement,
        }
    }
}

/// The kinds that are named; all where none is.
pub fn kinds_of(named: &[KindName]) -> Vec<Kind> {
    if named.is_empty() { Kind::ALL.to_vec() } else { named.iter().map(|kind| (*kind).into()).collect() }
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    let register = app.load()?;
    let kinds = kinds_of(&args.kinds);
    let language = &app.language;
    match args.format {
        Format::Json => {
            let value =
                exchange::document(register, &kinds, SCHEMA_VERSION, unread_value(&register.unread), &record_value);
            write_out(Some(&args.output), Form::Json, |out| {
                serde_json::to_writer_pretty(&mut *out, &value).map_err(io::Error::from)?;
                Ok(writeln!(out)?)
            })?;
            Ui::say(&say::wrote(language, args.output.display().to_string()));
        }
        Format::Csv => {
            if args.output.is_file() {
                let path = args.output.display().to_string();
                return Err(CommandError::usage(say::export_needs_folder(language, path)).into());
            }
            std::fs::create_dir_all(&args.output)?;
            let report = app.report_language(&register.settings);
            let tables = exchange::tables(register, &kinds, &|table, field| report.field(table, field));
            let count = tables.len();
            for table in tables {
                let path = args.output.join(format!("{}.csv", table.name));
                let rows = table.rows.into_iter();
                write_out(Some(&path), Form::Plain, |out| {
                    Ok(write_rows(&table.columns, rows, Delimiter::Comma, args.csv_for.is_some(), out)?)
                })?;
            }
            Ui::say(&say::wrote_files(language, count, args.output.display().to_string()));
        }
    }
    Ok(Exit::Fine)
}
