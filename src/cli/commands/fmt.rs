//! `register fmt`: lays the files out alike, or says which are not.

use super::write::{begin, shown_path, write};
use crate::catalog::shape_of;
use crate::cli::app::App;
use crate::cli::complete::record_ids;
use crate::cli::error::Exit;
use crate::cli::ui::Ui;
use crate::format::{EditError, canonical};
use crate::message::{say, told};
use crate::model::{Kind, RecordId};
use crate::store::FileChange;
use anyhow::Result;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "ID", add = record_ids())]
    pub ids: Vec<String>,
    #[arg(long)]
    pub check: bool,
    #[arg(long)]
    pub dry_run: bool,
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    let language = &app.language;
    let store = app.store()?;
    let work = begin(args.check || args.dry_run, &store, app)?;
    let mut records = Vec::new();
    for id in &args.ids {
        records.push(app.find(&work.register, id)?);
    }
    if args.ids.is_empty() {
        app.warn_of_unread(&work.register.unread);
        for kind in Kind::ALL {
            records.extend(work.register.records(kind).map(|(id, ..)| RecordId::new(kind, id)));
        }
    }
    let mut changes = Vec::new();
    for record in &records {
        let before = work.text(record)?;
        match canonical(&before, shape_of(record.kind)) {
            Ok(text) if text == before => {}
            Ok(text) => changes.push(work.replace(record, &before, text)?),
            Err(EditError::Syntax) => {
                app.warn(&language.say(say::unreadable_record(record.to_string())), &[&language.text(told::CHECK)])
            }
            Err(_) => app.warn(&language.say(say::fmt_left_alone(record.to_string())), &[]),
        }
    }
    if args.check {
        for change in &changes {
            Ui::say(&language.say(say::would_format(shown_path(&store, FileChange::file(change)))));
        }
        return Ok(if changes.is_empty() { Exit::Fine } else { Exit::Failed });
    }
    write(work, &changes, args.dry_run, &store, app)
}
