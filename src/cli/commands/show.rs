//! `register show ID`: all that a record says, and what refers to it.

use crate::cli::app::App;
use crate::cli::complete::record_ids_or_settings;
use crate::cli::error::{CommandError, Exit};
use crate::cli::output::Output;
use crate::cli::reading::{Aged, is_settings};
use crate::message::{say, told};
use crate::query::Row;
use crate::render::{Content, settings_value, shown_value};
use crate::report;
use anyhow::Result;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "ID", add = record_ids_or_settings())]
    pub id: String,
    #[command(flatten)]
    pub output: Output,
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    if is_settings(&args.id) {
        return show_settings(args, app);
    }
    let register = app.load_aged(Aged::One(&args.id))?;
    let record = app.find(register, &args.id)?;
    let Some(fields) = register.record(record.kind, &record.id) else {
        let error = CommandError::failed(app.language.say(say::unreadable_record(record.to_string())));
        return Err(error.hint(app.language.say(told::check_record(record.id.to_string()))).into());
    };
    let known = app.known(register)?;
    let row = Row::as_written(register, record.kind, &record.id, fields, known.day());
    if args.output.written.format_of(Content::Report, app)?.takes_values() {
        let value = shown_value(register, &record, fields);
        args.output.written.write_value(value, app)?;
    } else {
        args.output.write(report::record(&row, known), known, app)?;
    }
    Ok(Exit::Fine)
}

/// What holds for the whole register.
fn show_settings(args: &Args, app: &App) -> Result<Exit> {
    let register = app.load()?;
    let known = app.known(register)?;
    if args.output.written.format_of(Content::Report, app)?.takes_values() {
        args.output.written.write_value(settings_value(register), app)?;
    } else {
        args.output.write(report::settings(known), known, app)?;
    }
    Ok(Exit::Fine)
}
