//! `register undo`: takes back what this program wrote last.

use super::write::{begin, planned, show, tell_written, warn_unsynced};
use crate::change::Work;
use crate::cli::app::App;
use crate::cli::error::{CommandError, Exit};
use crate::cli::names::flag_named;
use crate::cli::prompt;
use crate::cli::ui::Ui;
use crate::message::say;
use crate::render::Escaping;
use crate::store::{Deed, FileChange, LastChange, Undo};
use anyhow::Result;

/// How many files are named that have been changed since.
const NAMED: usize = 20;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long, short)]
    pub yes: bool,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long, conflicts_with_all = ["yes", "dry_run"])]
    pub forget: bool,
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    let language = &app.language;
    let store = app.store()?;
    if args.forget {
        let forgotten = store.forget(&store.lock()?)?;
        Ui::say(&language.say(say::undo_forgot(forgotten)));
        return Ok(Exit::Fine);
    }
    let asked = {
        let work = begin(args.dry_run, &store, app)?;
        let Some(undo) = last(&work, app)? else {
            Ui::say(&language.text(say::UNDO_NOTHING));
            return Ok(Exit::Fine);
        };
        planned(work.verify_without(&undo), &store, app)?;
        undo
    };
    if !args.yes && !args.dry_run && !Ui::can_ask() {
        return Err(CommandError::usage(
            language.say(say::missing_flags(format!("--{}", flag_named("yes", language)))),
        )
        .into());
    }
    let Deed { on, command, .. } = &asked.deed;
    let command = language.command_line(command);
    Ui::say(&language.say(say::UndoLast { command: command.clone(), day: language.day(*on) }));
    let changes = asked.changes();
    if args.dry_run {
        show(&changes, Ui::out(Escaping::Styled), app)?;
        return Ok(Exit::Fine);
    }
    show(&changes, Ui::out_before_question(Escaping::Styled), app)?;
    if !args.yes && !prompt::confirm(&language.text(say::UNDO_REALLY), true, app)? {
        return Err(CommandError::failed(language.text(say::NOTHING_WRITTEN)).into());
    }
    let work = begin(false, &store, app)?;
    // What was shown is what is taken back.
    if last(&work, app)?.as_ref() != Some(&asked) {
        return Err(CommandError::failed(language.text(say::UNDO_MEANWHILE)).into());
    }
    planned(work.verify_without(&asked), &store, app)?;
    let committed = work.take_back(&asked)?;
    tell_written(&changes.iter().collect::<Vec<&FileChange>>(), &store, app);
    Ui::say(&language.say(say::undo_done(command)));
    warn_unsynced(&committed, app);
    Ok(Exit::Fine)
}

/// The last change, where it can be taken back; nothing where there is none.
fn last(work: &Work, app: &App) -> Result<Option<Undo>> {
    let language = &app.language;
    match work.last_change()? {
        LastChange::Unknown => Ok(None),
        LastChange::Held(undo) => Ok(Some(undo)),
        LastChange::Withheld(deed) => {
            let error = CommandError::failed(language.say(say::undo_unkept(language.command_line(&deed.command))));
            Err(error.hint(language.text(say::UNDO_UNKEPT_HINT)).into())
        }
        LastChange::Changed(deed, mut files) => {
            if files.len() > NAMED {
                files.truncate(NAMED);
                files.push("…".to_owned());
            }
            let refused = say::UndoChanged { command: language.command_line(&deed.command), files: files.join(", ") };
            Err(CommandError::failed(language.say(refused)).hint(language.text(say::UNDO_CHANGED_HINT)).into())
        }
    }
}
