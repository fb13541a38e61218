//! `register meeting [MEETING]`: goes through the agenda of a meeting, item by item: what became of each, what was decided,
//! and what goes on to whom.

use super::decide::{asked, changes};
use super::which::{askable, named, of_person, readable};
use crate::cli::app::App;
use crate::cli::commands::write::{begin, write};
use crate::cli::error::{CommandError, Exit};
use crate::cli::prompt::{Interview, Offered, Place, Question, of_register};
use crate::format::{Edit, key};
use crate::message::{say, told};
use crate::model::{Decision, Item, ItemOutcome, Meeting, MeetingStatus, Register, Step, Table as _};
use anyhow::Result;
use toml::{Table, Value};

pub fn run(meeting: Option<&str>, dry_run: bool, app: &App) -> Result<Exit> {
    let language = &app.language;
    let store = app.store()?;
    let work = begin(true, &store, app)?;
    let known = match meeting {
        Some(text) => Some(named(text, &work.register, app)?),
        None => None,
    };
    let register = askable(work, say::WHICH_MEETING, app)?;
    let name = known.as_ref().map_or_else(|| "meeting".to_owned(), |record| format!("meeting-{}", record.id));
    let again = meeting.map_or_else(|| language.text(told::MEETING), |text| language.say(told::meeting_of(text)));
    let mut interview = Interview::begin(of_register(&name, app), again, false, Table::new(), app)?;
    let exit = interview.run(|interview| {
        let record = of_person(meeting, &register, interview, app)?;
        let own = readable(&register, &record, app)?;
        refuse_unheld(own, &record.id, app)?;
        let (edits, decisions) = told(own, &register, interview, app)?;
        if edits.is_empty() && decisions.is_empty() {
            return Err(CommandError::failed(language.text(say::NOTHING_WRITTEN)).into());
        }
        if !interview.ask_whether("write", language.text(say::REALLY_WRITE), true)? {
            return Err(interview.not_written());
        }
        let work = begin(dry_run, &store, app)?;
        let written = changes(&work, &record, &edits, decisions, &store, app);
        written
            .and_then(|changes| write(work, &changes, dry_run, &store, app))
            .or_else(|error| interview.back_from(&error))
    })?;
    interview.done();
    Ok(exit)
}

/// Refuses a meeting that was called off, or has not been yet: nothing came of it.
fn refuse_unheld(meeting: &Meeting, id: &str, app: &App) -> Result<()> {
    let language = &app.language;
    if meeting.status == Some(MeetingStatus::Cancelled) {
        return Err(CommandError::failed(language.say(say::meeting_cancelled(id))).into());
    }
    match meeting.on.filter(|on| app.today().is_ok_and(|today| *on > today)) {
        Some(on) => Err(CommandError::failed(language.say(say::meeting_ahead(language.day(on)))).into()),
        None => Ok(()),
    }
}

/// What a person tells of a meeting: the edits of it, and its decisions.
fn told(
    meeting: &Meeting,
    register: &Register,
    interview: &mut Interview<'_>,
    app: &App,
) -> Result<(Vec<Edit>, Vec<Table>)> {
    let language = &app.language;
    let (mut edits, mut decisions) = (Vec::new(), Vec::new());
    if meeting.status == Some(MeetingStatus::Planned)
        && interview.ask_whether("held", language.text(say::WAS_HELD), true)?
    {
        edits.push(Edit::Set(key("status"), MeetingStatus::Held.code().into()));
    }
    if meeting.present.is_empty() {
        let none = Table::new();
        let place = Place { shape: &Meeting::TABLE, path: "", title: "", beside: &none };
        if let Some(field) = Meeting::TABLE.field("present")
            && let Some(present) = interview.ask(&Question::of_field(place, field, &none, register, app))?
        {
            edits.push(Edit::Set(key("present"), present));
        }
    }
    for (place, item) in meeting.item.iter().enumerate() {
        if item.outcome.is_some() {
            continue;
        }
        interview.say(&format!("\n{}. {}", place + 1, item.title.trim()));
        let path = format!("item[{place}].");
        let Some(outcome) = outcome(&path, interview, app)? else { continue };
        edits
            .push(Edit::Set(vec![Step::from("item"), Step::from(place), Step::from("outcome")], outcome.code().into()));
        match outcome {
            ItemOutcome::Decided => {
                for number in 0.. {
                    let path = format!("{path}decision[{number}].");
                    if number > 0 && !interview.ask_whether(&path, another(app), false)? {
                        break;
                    }
                    decisions.push(asked(&path, &about(item), register, interview, app)?);
                }
            }
            ItemOutcome::Referred => decisions.push(referred(&path, item, register, interview, app)?),
            ItemOutcome::Discussed | ItemOutcome::Postponed => {}
        }
    }
    for number in 0.. {
        let path = format!("decision[{number}].");
        if !interview.ask_whether(&path, another(app), false)? {
            break;
        }
        decisions.push(asked(&path, &Table::new(), register, interview, app)?);
    }
    Ok((edits, decisions))
}

fn another(app: &App) -> String {
    app.language.text(say::ANOTHER_DECISION)
}

/// What became of an item; nothing where it is left for later.
fn outcome(path: &str, interview: &mut Interview<'_>, app: &App) -> Result<Option<ItemOutcome>> {
    let choices = &ItemOutcome::CHOICES;
    let named = |code: &&str| Offered::new(app.language.choice(choices.name, code), *code);
    let title = app.language.field(Item::TABLE.name, "outcome");
    let offered = choices.codes.iter().map(named).collect();
    let question = Question::of_choices(&format!("{path}outcome"), title, offered, app);
    Ok(interview.ask(&question)?.as_ref().and_then(Value::as_str).and_then(ItemOutcome::from_code))
}

/// What a decision about an item says without anybody saying it: what it is about.
fn about(item: &Item) -> Table {
    let concerns: Vec<Value> = item.concerns.iter().map(|about| Value::String(about.to_string())).collect();
    let mut about = Table::new();
    if !concerns.is_empty() {
        about.insert("concerns".to_owned(), Value::Array(concerns));
    }
    about
}

/// The decision that an item goes on to another body.
fn referred(path: &str, item: &Item, register: &Register, interview: &mut Interview<'_>, app: &App) -> Result<Table> {
    let mut told = about(item);
    let none = Table::new();
    let place = Place { shape: &Decision::TABLE, path, title: "", beside: &none };
    let granted = app.language.say(say::referred_item(item.title.trim()));
    for (name, granted) in [("referred_to", None), ("text", Some(granted))] {
        let Some(field) = Decision::TABLE.field(name) else { continue };
        let question = Question {
            required: true,
            granted: granted.map(|text| Offered::new(text.clone(), text)),
            ..Question::of_field(place, field, &none, register, app)
        };
        if let Some(value) = interview.ask(&question)? {
            told.insert(name.to_owned(), value);
        }
    }
    Ok(told)
}
