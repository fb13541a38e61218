//! What commands share that take in what others have written: what it comes to is shown, and written once a person agrees.

use crate::cli::app::App;
use crate::cli::error::CommandError;
use crate::cli::names::flag_named;
use crate::cli::prompt;
use crate::cli::ui::Ui;
use crate::compare::{Comparison, FileStates, compare};
use crate::message::{Key, say};
use crate::model::{Kind, Register};
use crate::render::{TABLE, write as write_document};
use crate::report::{self, Between};
use crate::store::FileChange;
use anyhow::Result;
use std::io::Write;

/// Of more changed records than this, only the first are shown field by field.
const MOST_SHOWN: usize = 200;

/// How many cells with personal data are named.
const MOST_NAMED: usize = 20;

/// Shows changes field by field, in the words of `diff`; those of the records of a round are its own affair.
pub fn show_changes(changes: &[FileChange], register: &Register, app: &App, mut out: impl Write) -> Result<()> {
    let comparison = comparison(changes);
    if !comparison.records.is_empty() {
        let between = Between { before: String::new(), after: None };
        let most = (comparison.records.len() > MOST_SHOWN).then_some(MOST_SHOWN);
        let mut document = report::changes(&comparison, register, &between, most);
        document.title.clear();
        writeln!(out)?;
        write_document(document, &TABLE, &app.report_style(&register.settings, false), &mut out)?;
    }
    Ok(out.flush()?)
}

/// Has a person agree to what was shown.
pub fn agreed(yes: bool, app: &App) -> Result<()> {
    let language = &app.language;
    if yes {
        return Ok(());
    }
    if !Ui::can_ask() {
        let missing = format!("--{}", flag_named("yes", language));
        return Err(CommandError::usage(language.say(say::missing_flags(missing))).into());
    }
    if prompt::confirm(&language.text(say::REALLY_WRITE), true, app)? {
        return Ok(());
    }
    Err(not_written(app))
}

/// That nothing was written, since a person wants none of it.
pub fn not_written(app: &App) -> anyhow::Error {
    CommandError::failed(app.language.text(say::NOTHING_WRITTEN)).into()
}

/// That some things have to be decided, a line each.
pub fn to_be_decided(lines: &[String], app: &App) -> CommandError {
    let told: String = lines.iter().map(|line| format!("\n  {line}")).collect();
    CommandError::failed(app.language.say(say::ToBeDecided { count: lines.len(), lines: told }))
}

/// Refuses what has something in cells that looks like personal data, and names the first of them, each with what it says.
pub fn refuse_personal_data(cells: &[String], hint: Key, app: &App) -> Result<()> {
    if cells.is_empty() {
        return Ok(());
    }
    let named: String = cells.iter().take(MOST_NAMED).map(|cell| format!("\n  {cell}")).collect();
    let error = CommandError::failed(app.language.say(say::PersonalDataInCells { cells: named, count: cells.len() }));
    Err(error.hint(app.language.text(hint)).into())
}

fn comparison(changes: &[FileChange]) -> Comparison {
    let states = changes.iter().filter(|change| !change.file().starts_with(Kind::Round.folder())).map(|change| {
        let (before, after) = change.texts();
        let before = (!matches!(change, FileChange::Create { .. })).then(|| before.as_bytes().to_vec());
        FileStates { path: change.file().to_owned(), before, after: Some(after.as_bytes().to_vec()) }
    });
    compare(states.collect())
}
