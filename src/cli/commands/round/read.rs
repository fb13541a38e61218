//! `register round read FILES…`: takes in what was answered, cell by cell, where the register does not say it yet.

use super::plan::{Decisions, Likely, OfRound, Plan, ReadFile, Take, plan};
use super::words::{RoundWords, hold_to_roles};
use crate::cli::app::App;
use crate::cli::commands::taking_in::{agreed, not_written, show_changes, to_be_decided};
use crate::cli::commands::write::{begin, planned, write};
use crate::cli::error::{CommandError, Exit};
use crate::cli::prompt;
use crate::cli::spreadsheet::{Opened, open};
use crate::cli::ui::Ui;
use crate::exchange::round::{Against, Conflict, Point, Taken, answer};
use crate::message::rounds;
use crate::model::{Kind, Register};
use crate::render::Escaping;
use crate::store::{Store, digest};
use anyhow::Result;
use std::io::Write as _;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub struct Read {
    #[arg(value_name = "FILE", required = true, value_hint = clap::ValueHint::FilePath)]
    pub files: Vec<PathBuf>,
    #[arg(long, value_name = "SIDE")]
    pub take: Option<Take>,
    #[arg(long)]
    pub all_new: bool,
    #[arg(long, short)]
    pub yes: bool,
    #[arg(long)]
    pub dry_run: bool,
}

pub fn run(args: &Read, app: &App) -> Result<Exit> {
    let store = app.store()?;
    let work = begin(true, &store, app)?;
    let files = opened(args, &work.register, app)?;
    let round = files.first().map_or(String::new(), |file| file.answer.slip.round.clone());
    hold_to_roles(&files, app)?;
    let mut decisions = Decisions::default();
    let plan = loop {
        let plan = planned(plan(&files, asked(&round, &work.register, app)?, &decisions, &work), &store, app)?;
        if plan.conflicts.is_empty() && plan.likely.is_empty() {
            break plan;
        }
        decide(args, &plan, &mut decisions, &work.register, app)?;
    };
    show(&plan, &work.register, app)?;
    if plan.changes.is_empty() || args.dry_run {
        return Ok(Exit::Fine);
    }
    agreed(args.yes, app)?;
    written(&plan, &files, &round, &decisions, &store, app)
}

/// Writes what was shown, where the register is as it was.
fn written(
    shown: &Plan,
    files: &[ReadFile],
    round: &str,
    decisions: &Decisions,
    store: &Store,
    app: &App,
) -> Result<Exit> {
    let work = begin(false, store, app)?;
    let anew = planned(plan(files, asked(round, &work.register, app)?, decisions, &work), store, app)?;
    if anew.changes != shown.changes {
        return Err(CommandError::failed(app.language.text(rounds::MEANWHILE)).into());
    }
    write(work, &anew.changes, false, store, app)
}

/// The files, each an answer to the same round.
fn opened(args: &Read, register: &Register, app: &App) -> Result<Vec<ReadFile>> {
    let language = &app.language;
    let reader = app.reader_of(register)?;
    let mut files: Vec<ReadFile> = Vec::new();
    for path in &args.files {
        let Opened { name, bytes, grids } = open(path, language)?;
        // What is told of a file is told of the one that is meant.
        let is_taken = files.iter().any(|file| file.name == name);
        let name = if is_taken { path.display().to_string() } else { name };
        let Some(mut answer) = answer(&grids, &name, &reader) else {
            let error = CommandError::failed(language.say(rounds::not_one(path.display().to_string())));
            return Err(error.hint(language.text(rounds::NOT_ONE_HINT)).into());
        };
        if let Some(first) = files.first()
            && first.answer.slip.round != answer.slip.round
        {
            return Err(CommandError::failed(
                language.say(rounds::OtherRound { file: name, other: first.name.clone() }),
            )
            .into());
        }
        let Some(body) = register.id_now(Kind::Body, &answer.slip.body) else {
            let body = answer.slip.body;
            return Err(CommandError::failed(language.say(rounds::NoSuchBody { body, file: name })).into());
        };
        answer.slip.body = body.to_owned();
        let digest = digest(&bytes);
        // The same file twice says nothing more.
        if !files.iter().any(|file| file.digest == digest) {
            files.push(ReadFile { name, digest, answer });
        }
    }
    Ok(files)
}

fn asked<'r>(id: &str, register: &'r Register, app: &App) -> Result<OfRound<'r>> {
    let known = register.rounds.get_entry(id).and_then(|(id, round)| Some((id, round, round.period?)));
    let Some((id, round, term)) = known else {
        return Err(CommandError::failed(app.language.say(rounds::unknown(id.to_owned()))).into());
    };
    Ok(OfRound { id, round, term, today: app.today()? })
}

/// Asks what has to be decided, or takes it from the flags.
fn decide(args: &Read, plan: &Plan, decisions: &mut Decisions, register: &Register, app: &App) -> Result<()> {
    let words = RoundWords { register, app };
    for (body, conflict) in &plan.conflicts {
        let own = &conflict.answer;
        let key = (body.clone(), own.intervention.clone(), own.point.clone());
        match (&conflict.other, args.take) {
            // Which of two files is right only a person can tell.
            (Against::File(_), _) if !Ui::can_ask() => return Err(undecided(plan, &words, app)),
            (Against::File(other), _) => {
                let holds = if first_holds(conflict, &words, app)? { own } else { other };
                decisions.cells.insert(key, holds.at.clone());
            }
            (Against::Register(_), Some(take)) => drop(decisions.takes.insert(key, take)),
            (Against::Register(_), None) if !Ui::can_ask() => return Err(undecided(plan, &words, app)),
            (Against::Register(_), None) => {
                let take = if first_holds(conflict, &words, app)? { Take::Answer } else { Take::Register };
                decisions.takes.insert(key, take);
            }
        }
    }
    // What is decided of one may be what the next is like.
    for likely in plan.likely.iter().take(if args.all_new { usize::MAX } else { 1 }) {
        let key = (likely.body.clone(), likely.row.row.clone());
        let same = if args.all_new {
            None
        } else if Ui::can_ask() {
            same_as(likely, &words, app)?
        } else {
            return Err(undecided(plan, &words, app));
        };
        decisions.same.insert(key, same);
    }
    Ok(())
}

/// Asks which of two holds: whether it is the answer that was named first.
fn first_holds(conflict: &Conflict, words: &RoundWords<'_>, app: &App) -> Result<bool> {
    let language = &app.language;
    Ui::say(&format!("\n{}", words.conflict(conflict)));
    let value = |point: &Point, said: &str| words.value(point, said);
    let of =
        |own: &Taken| language.say(rounds::TakeFile { at: words.place(&own.at), value: value(&own.point, &own.said) });
    let point = &conflict.answer.point;
    let other = match &conflict.other {
        Against::Register(now) => language.say(rounds::take_register(value(point, now))),
        Against::File(other) => of(other),
    };
    match prompt::pick(&language.text(rounds::WHICH_HOLDS), vec![of(&conflict.answer), other], app)? {
        Some(place) => Ok(place == 0),
        None => Err(not_written(app)),
    }
}

fn same_as(likely: &Likely, words: &RoundWords<'_>, app: &App) -> Result<Option<String>> {
    let language = &app.language;
    Ui::say(&format!("\n{}", words.likely(likely)));
    let among = likely.among.iter().map(|(_, title)| language.say(rounds::is_that(title.clone())));
    let choices: Vec<String> = std::iter::once(language.text(rounds::IS_NEW)).chain(among).collect();
    match prompt::pick(&language.text(rounds::WHICH_IS_IT), choices, app)? {
        Some(0) => Ok(None),
        Some(place) => Ok(likely.among.get(place - 1).map(|(id, _)| id.clone())),
        None => Err(not_written(app)),
    }
}

/// All that has to be decided, where nobody can be asked.
fn undecided(plan: &Plan, words: &RoundWords<'_>, app: &App) -> anyhow::Error {
    let language = &app.language;
    let conflicts = plan.conflicts.iter().map(|(_, conflict)| words.conflict(conflict));
    let lines: Vec<String> = conflicts.chain(plan.likely.iter().map(|likely| words.likely(likely))).collect();
    let mut error = to_be_decided(&lines, app);
    let is_of_files = |(_, conflict): &(String, Conflict)| matches!(conflict.other, Against::File(_));
    if plan.conflicts.iter().any(is_of_files) {
        error = error.hint(language.text(rounds::FILES_HINT));
    }
    if !plan.conflicts.iter().all(is_of_files) {
        error = error.hint(language.text(rounds::UNDECIDED_HINT));
    }
    if !plan.likely.is_empty() {
        error = error.hint(language.text(rounds::LIKELY_HINT));
    }
    error.into()
}

/// Shows what reading the answers comes to: how much, what is told beside, and then field by field.
fn show(plan: &Plan, register: &Register, app: &App) -> Result<()> {
    let words = RoundWords { register, app };
    let mut out = Ui::out_before_question(Escaping::Styled);
    let comes_to = rounds::ComesTo { changed: plan.changed, new: plan.new, same: plan.same };
    writeln!(out, "{}", app.language.say(comes_to))?;
    for line in words.told(plan) {
        writeln!(out, "{line}")?;
    }
    show_changes(&plan.changes, register, app, out)
}
