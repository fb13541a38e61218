//! `register show ID`: all that a record says, and what refers to it.

use crate::cli::app::App;
use crate::cli::complete::record_ids;
use crate::cli::error::{CommandError, Exit};
use crate::cli::output::Output;
use crate::cli::reading::Aged;
use crate::message::say;
use crate::model::path_text;
use crate::query::Row;
use crate::render::{Content, SCHEMA_VERSION, record_value, unread_value};
use crate::report;
use anyhow::Result;
use serde_json::json;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "ID", add = record_ids())]
    pub id: String,
    #[command(flatten)]
    pub output: Output,
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    let register = app.load_aged(Aged::One(&args.id))?;
    let record = app.find(register, &args.id)?;
    let Some(fields) = register.record(record.kind, &record.id) else {
        let error = CommandError::failed(app.language.say(say::unreadable_record(record.to_string())));
        return Err(error.hint(format!("register check {}", record.id)).into());
    };
    let known = app.known(register)?;
    let row = Row::as_written(register, record.kind, &record.id, fields, known.day());
    if args.output.written.format_of(Content::Report, app)?.takes_values() {
        let referred: Vec<_> = register
            .referring_to(record.kind, &record.id)
            .iter()
            .map(|reference| json!({ "record": reference.from.to_string(), "field": path_text(&reference.path) }))
            .collect();
        let value = json!({
            "schema_version": SCHEMA_VERSION,
            "kind": record.kind.name(),
            "id": &*record.id,
            "file": register.file(record.kind, &record.id),
            "unread": unread_value(&register.unread),
            "record": record_value(fields),
            "referred_by": referred,
        });
        args.output.written.write_value(value, app)?;
    } else {
        args.output.write(report::record(&row, known), known, app)?;
    }
    Ok(Exit::Fine)
}
