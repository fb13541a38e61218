//! `register remove ID`: takes away a record that nothing refers to.

use super::write::{begin, write};
use crate::catalog::shape_of;
use crate::change::refuse_unread;
use crate::cli::app::App;
use crate::cli::complete::record_ids;
use crate::cli::error::{CommandError, Exit};
use crate::cli::names::flag_named;
use crate::cli::prompt;
use crate::cli::ui::Ui;
use crate::language::Language;
use crate::message::say;
use crate::model::{RecordId, Register};
use crate::render::field_names;
use anyhow::Result;

/// How many references are named one by one.
const NAMED: usize = 20;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "ID", add = record_ids())]
    pub id: String,
    #[arg(long, short)]
    pub yes: bool,
    #[arg(long)]
    pub dry_run: bool,
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    let language = &app.language;
    let store = app.store()?;
    if !args.yes && !args.dry_run {
        let register = app.load()?;
        let record = app.find(register, &args.id)?;
        let own = register.file(record.kind, &record.id);
        refuse_unread(register, &record, |unread| Some(&*unread.file) != own)?;
        free(register, &record, language)?;
        if !Ui::can_ask() {
            return Err(CommandError::usage(
                language.say(say::missing_flags(format!("--{}", flag_named("yes", language)))),
            )
            .into());
        }
        if !prompt::confirm(&language.say(say::really_remove(record.to_string())), false, app)? {
            return Err(CommandError::failed(language.text(say::NOTHING_WRITTEN)).into());
        }
    }
    let work = begin(args.dry_run, &store, app)?;
    let record = app.find(&work.register, &args.id)?;
    free(&work.register, &record, language)?;
    let change = work.delete(&record)?;
    write(work, &[change], args.dry_run, &store, app)
}

/// Refuses where something refers to the record, and names what.
fn free(register: &Register, record: &RecordId, language: &Language) -> Result<(), CommandError> {
    let mut referring = register.referring_to(record.kind, &record.id);
    referring.retain(|reference| reference.from != *record);
    if referring.is_empty() {
        return Ok(());
    }
    let mut error =
        CommandError::failed(language.say(say::StillReferredTo { count: referring.len(), record: record.to_string() }));
    for reference in referring.iter().take(NAMED) {
        error = error.hint(format!(
            "{} · {}",
            reference.from,
            field_names(shape_of(reference.from.kind), &reference.path, language)
        ));
    }
    Err(if referring.len() > NAMED { error.hint("…") } else { error })
}
