//! What somebody has to decide before an inventory comes to anything: asked at a terminal, told elsewhere.

use super::mapping::Kept;
use super::plan::{Conflict, Decisions, Likely, Plan, Side};
use super::words::ImportWords;
use crate::cli::app::App;
use crate::cli::commands::taking_in::{not_written, to_be_decided};
use crate::cli::prompt::pick;
use crate::cli::ui::Ui;
use crate::message::imports;
use crate::model::path_text;
use anyhow::Result;

/// Asks what has to be decided of a plan.
pub fn decide(
    plan: &Plan,
    decisions: &mut Decisions,
    kept: &mut Kept,
    words: &ImportWords<'_>,
    app: &App,
) -> Result<()> {
    if !Ui::can_ask() {
        return Err(undecided(plan, words, app));
    }
    // What is decided of one may be what the next is like.
    if let Some(likely) = plan.likely.first() {
        let meant = same_as(likely, words, app)?;
        kept.map.rows.insert(likely.row.clone(), meant.unwrap_or_default());
        return kept.keep(app);
    }
    for conflict in &plan.conflicts {
        if decisions.side.is_some() {
            break;
        }
        which_holds(conflict, decisions, words, app)?;
    }
    Ok(())
}

fn which_holds(conflict: &Conflict, decisions: &mut Decisions, words: &ImportWords<'_>, app: &App) -> Result<()> {
    let language = &app.language;
    Ui::say(&format!("\n{}", words.conflict(conflict)));
    let difference = &conflict.difference;
    let choices = vec![
        language.say(imports::take_file(words.value(&difference.path, &difference.said))),
        language.say(imports::take_register(words.value(&difference.path, &difference.now))),
        language.text(imports::TAKE_ALL_FILE),
        language.text(imports::TAKE_ALL_REGISTER),
    ];
    let key = (conflict.id.clone(), path_text(&difference.path));
    match pick(&language.text(imports::WHICH_HOLDS), choices, app)? {
        Some(0) => drop(decisions.sides.insert(key, Side::File)),
        Some(1) => drop(decisions.sides.insert(key, Side::Register)),
        Some(2) => decisions.side = Some(Side::File),
        Some(3) => decisions.side = Some(Side::Register),
        _ => return Err(not_written(app)),
    }
    Ok(())
}

fn same_as(likely: &Likely, words: &ImportWords<'_>, app: &App) -> Result<Option<String>> {
    let language = &app.language;
    Ui::say(&format!("\n{}", words.likely(likely)));
    let among = likely.among.iter().map(|one| language.say(imports::is_that(words.one_of(one, &likely.among))));
    let choices: Vec<String> = std::iter::once(language.text(imports::IS_NEW)).chain(among).collect();
    match pick(&language.text(imports::WHICH_IS_IT), choices, app)? {
        Some(0) => Ok(None),
        Some(place) => Ok(likely.among.get(place - 1).map(|(id, _)| id.clone())),
        None => Err(not_written(app)),
    }
}

/// All that has to be decided, where nobody can be asked.
fn undecided(plan: &Plan, words: &ImportWords<'_>, app: &App) -> anyhow::Error {
    let conflicts = plan.conflicts.iter().map(|conflict| words.conflict(conflict));
    let lines: Vec<String> = conflicts.chain(plan.likely.iter().map(|likely| words.likely(likely))).collect();
    let mut error = to_be_decided(&lines, app);
    if !plan.conflicts.is_empty() {
        error = error.hint(app.language.text(imports::TAKE_HINT));
    }
    if !plan.likely.is_empty() {
        error = error.hint(app.language.text(imports::LIKELY_HINT));
    }
    error.into()
}
