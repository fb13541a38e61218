//! `register round start TERM -o DIR`: asks all that carry interventions, or some of them, in a workbook for each.

use super::named;
use crate::catalog::{Understand as _, day_to_toml};
use crate::change::Work;
use crate::cli::app::App;
use crate::cli::commands::write::{begin, planned, write};
use crate::cli::complete::kind_ids;
use crate::cli::error::{CommandError, Exit};
use crate::cli::file::write_file;
use crate::cli::prompt::offered;
use crate::cli::target::{allow, allow_folder};
use crate::cli::ui::Ui;
use crate::exchange::round::{Round, asked_bodies, write_book};
use crate::format::{Edit, RecordFile, file_text, key};
use crate::message::{say, told};
use crate::model::{self, Day, Kind, RecordId, Register, Table as _, Tense, Term, When};
use crate::store::FileChange;
use anyhow::{Context, Result};
use std::path::PathBuf;
use toml::{Table, Value};

/// How long those that are asked have at least.
const LEAST_DAYS: i64 = 14;

#[derive(Debug, clap::Args)]
pub struct Start {
    // As it is printed it is two words.
    #[arg(value_name = "PERIOD", required = true, num_args = 1..=2)]
    pub term: Vec<String>,
    #[arg(long, value_name = "ID", add = kind_ids(Kind::Body))]
    pub body: Vec<String>,
    #[arg(long, value_name = "DATE")]
    pub due: Option<String>,
    #[arg(long, short, value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    pub output: PathBuf,
    #[arg(long)]
    pub force: bool,
}

pub fn run(args: &Start, app: &App) -> Result<Exit> {
    let language = &app.language;
    let (store, today) = (app.store()?, app.today()?);
    let mut work = begin(false, &store, app)?;
    app.note_beginnings(&app.source()?, &mut work.register);
    let register = &work.register;
    let term = named::term(&args.term.join(" "), register, app)?;
    if term.first() > today {
        return Err(CommandError::usage(language.say(say::round_ahead(language.term(term)))).into());
    }
    let mut bodies = named::bodies(&args.body, register, app)?;
    if bodies.is_empty() {
        bodies = asked_bodies(register, term, today).into_iter().map(str::to_owned).collect();
    }
    if bodies.is_empty() {
        return Err(CommandError::failed(language.say(say::round_nobody(language.term(term)))).into());
    }
    bodies.sort();
    bodies.dedup();
    let due = due(args, term, register, app)?;
    let id = term.to_string();
    allow_folder(&args.output, "xlsx", app)?;
    let path = |body: &String| args.output.join(format!("{id}-{body}.xlsx"));
    let paths: Vec<PathBuf> = bodies.iter().map(path).collect();
    allow(&paths, args.force, app)?;
    let revision = revision(app);
    let books = books(&bodies, (&id, term, due), &revision, register, app)?;
    std::fs::create_dir_all(&args.output).with_context(|| args.output.display().to_string())?;
    let change = planned(change(&work, &id, term, due, &bodies, &revision, today), &store, app)?;
    // What was asked is known before anybody can answer.
    let exit = write(work, &[change], false, &store, app)?;
    for (path, book) in paths.iter().zip(&books) {
        write_file(path, |out| Ok(out.write_all(book)?))?;
    }
    Ui::say(&language.say(say::WroteFiles { count: paths.len(), folder: args.output.display().to_string() }));
    Ui::say(&language.say(say::next_step(language.text(told::ROUND_READ))));
    Ok(exit)
}

/// The day by which answers are wanted: the one that is given, the one that the round has already, or when follow-ups of the
/// term are due, and not too soon.
fn due(args: &Start, term: Term, register: &Register, app: &App) -> Result<Day> {
    if let Some(text) = &args.due {
        let when = When { tense: Tense::Coming, is_end: true };
        let day = app.reader_of(register)?.day(text, when);
        return Ok(day.ok_or_else(|| CommandError::usage(app.language.say(say::not_a_day(text.clone()))))?);
    }
    if let Some(due) = register.rounds.get(&term.to_string()).and_then(|round| round.due) {
        return Ok(due);
    }
    let usual = term.last().plus_days(register.settings.grace_days());
    Ok(usual.max(app.today()?.plus_days(LEAST_DAYS)))
}

/// The revision that the register was committed as last; empty where it never was.
fn revision(app: &App) -> String {
    let head = app.around().and_then(|repository| Ok(repository.commit("HEAD")?));
    head.map(|commit| commit.0).unwrap_or_default()
}

/// The workbooks, whole and in memory.
fn books(
    bodies: &[String],
    (id, term, due): (&str, Term, Day),
    revision: &str,
    register: &Register,
    app: &App,
) -> Result<Vec<Vec<u8>>> {
    let language = app.report_language(&register.settings);
    let (today, beside) = (app.today()?, Table::new());
    let names = |shape: &model::Shape| -> Option<Vec<String>> {
        let known = offered(shape, &beside, register, language)?;
        Some(known.into_iter().map(|own| own.name).collect())
    };
    let book = |body: &String| -> Result<Vec<u8>> {
        let mut book = Vec::new();
        let round = Round { register, id, term, due, body, revision, today, language, offered: &names };
        write_book(&round, &mut book)?;
        Ok(book)
    };
    bodies.iter().map(book).collect()
}

/// The change that makes the record of the round, or adds those to it that were not asked yet.
fn change(
    work: &Work,
    id: &str,
    term: Term,
    due: Day,
    bodies: &[String],
    revision: &str,
    today: Day,
) -> Result<FileChange, crate::change::ChangeError> {
    let answer = |body: &String| {
        let mut answer = Table::from_iter([
            ("body".to_owned(), Value::String(body.clone())),
            ("asked_on".to_owned(), day_to_toml(today)),
        ]);
        if !revision.is_empty() {
            answer.insert("revision".to_owned(), Value::String(revision.to_owned()));
        }
        Value::Table(answer)
    };
    match work.register.rounds.get(id) {
        None => {
            let table = Table::from_iter([
                ("period".to_owned(), Value::String(term.to_string())),
                ("began".to_owned(), day_to_toml(today)),
                ("due".to_owned(), day_to_toml(due)),
                ("answer".to_owned(), Value::Array(bodies.iter().map(answer).collect())),
            ]);
            let file = RecordFile { kind: Kind::Round, id: id.to_owned(), path: RecordFile::path_of(Kind::Round, id) };
            Work::create(&file, file_text(&table, &model::Round::TABLE))
        }
        Some(known) => {
            let is_new = |body: &&String| {
                !known.answer.iter().any(|own| own.body.as_ref().is_some_and(|own| own.as_str() == **body))
            };
            let mut edits: Vec<Edit> =
                bodies.iter().filter(is_new).map(|body| Edit::Append(key("answer"), answer(body))).collect();
            if known.due != Some(due) {
                edits.push(Edit::Set(key("due"), day_to_toml(due)));
            }
            work.edit(&RecordId::new(Kind::Round, id), &edits)
        }
    }
}
