//! `register rename ID NEW`

use super::write::{begin, planned, write};
use crate::cli::app::App;
use crate::cli::complete::record_ids;
use crate::cli::error::{CommandError, Exit, not_an_id};
use crate::message::say;
use crate::model::{is_id, slug};
use anyhow::Result;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "ID", add = record_ids())]
    pub id: String,
    #[arg(value_name = "NEW")]
    pub new: String,
    #[arg(long)]
    pub dry_run: bool,
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    let language = &app.language;
    let new = args.new.as_str();
    if !is_id(new) {
        let error = not_an_id(new, language);
        let near = slug(new);
        return Err(if near.is_empty() { error } else { error.hint(language.say(say::did_you_mean(near))) }.into());
    }
    let store = app.store()?;
    let work = begin(args.dry_run, &store, app)?;
    let record = app.find(&work.register, &args.id)?;
    if work.register.is_known(record.kind, new) {
        return Err(CommandError::failed(language.say(say::id_taken(new))).into());
    }
    if record.kind.called_by().is_none() && work.register.record(record.kind, &record.id).is_none() {
        return Err(CommandError::failed(language.say(say::unreadable_record(record.to_string()))).into());
    }
    let changes = planned(work.rename(&record, new), &store, app)?;
    write(work, &changes, args.dry_run, &store, app)
}
