//! `register remove ID`

use super::write::write;
use crate::change::Work;
use crate::cli::app::App;
use crate::cli::complete::record_ids;
use crate::cli::error::{CommandError, Exit};
use crate::cli::prompt;
use crate::cli::ui::Ui;
use crate::language::say;
use crate::model::path_text;
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
        let (_, register) = app.load()?;
        let record = app.find(register, &args.id)?;
        if !Ui::can_ask() {
            return Err(CommandError::usage(say::missing_flags(language, "--yes")).into());
        }
        if !prompt::confirm(&say::really_remove(language, record.to_string()), app)? {
            return Err(CommandError::failed(say::nothing_written(language)).into());
        }
    }
    let work = Work::begin(&store, app.today()?)?;
    let record = app.find(&work.register, &args.id)?;
    let mut referring = work.register.referring_to(record.kind, &record.id);
    referring.retain(|reference| reference.from != record);
    if !referring.is_empty() {
        let mut error = CommandError::failed(say::still_referred_to(language, referring.len(), record.to_string()));
        for reference in referring.iter().take(NAMED) {
            error = error.hint(format!("{} · {}", reference.from, path_text(&reference.path)));
        }
        if referring.len() > NAMED {
            error = error.hint("…");
        }
        return Err(error.into());
    }
    let change = work.delete(&record)?;
    write(work, &[change], args.dry_run, &store, app)
}
