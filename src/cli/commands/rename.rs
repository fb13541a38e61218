//! `register rename ID NEW`

use super::write::{begin, planned, write};
use crate::change::{Element, Owner, element_ids};
use crate::cli::app::App;
use crate::cli::complete::record_ids;
use crate::cli::error::{CommandError, Exit, not_an_id};
use crate::format::{SETTINGS_FILE, nearest};
use crate::message::say;
use crate::model::{Day, Kind, RecordId, Register, is_id, slug};
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

/// What gets another name.
enum Named {
    Record(RecordId),
    Element(Element),
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
    let changes = match named(&args.id, &work.register, app)? {
        Named::Record(record) => {
            free(work.register.is_known(record.kind, new), new, app)?;
            if let Some(text) = no_day(new).filter(|_| record.kind == Kind::Meeting) {
                return Err(CommandError::usage(language.say(say::not_a_day(text.to_owned()))).into());
            }
            if let Some(other) = of_other_body(&record, new, &work.register) {
                let error = CommandError::failed(language.say(say::MeetingOfOther { id: new, body: other }));
                return Err(error.into());
            }
            if record.kind.called_by().is_none() {
                readable(&record, &work.register, app)?;
            }
            work.rename(&record, new)
        }
        Named::Element(element) => {
            free(element_ids(&work.register, &element.owner).contains(&new), new, app)?;
            work.rename_element(&element, new)
        }
    };
    let changes = planned(changes, &store, app)?;
    write(work, &changes, args.dry_run, &store, app)
}

/// What an id begins with that is written as a day and is none: a meeting goes to the day that its id says.
fn no_day(id: &str) -> Option<&str> {
    let begins = id.get(..10)?;
    let is_written = begins.char_indices().all(|(place, character)| match place {
        4 | 7 => character == '-',
        _ => character.is_ascii_digit(),
    });
    (is_written && begins.parse::<Day>().is_err()).then_some(begins)
}

/// The body that the new id of a meeting names, where it is another one's.
fn of_other_body<'t>(record: &RecordId, new: &'t str, register: &Register) -> Option<&'t str> {
    let meeting = register.meetings.get(&record.id).filter(|_| record.kind == Kind::Meeting)?;
    let named = new.get(..10).and_then(|day| day.parse::<Day>().ok()).and_then(|_| new.get(11..))?;
    let own = meeting.body.as_ref().map(|own| own.as_str());
    let is_own =
        own.is_some_and(|own| named == own || named.strip_prefix(own).is_some_and(|rest| rest.starts_with('-')));
    (!is_own && register.is_known(Kind::Body, named)).then_some(named)
}

/// Refuses an id that something else has already.
fn free(is_taken: bool, new: &str, app: &App) -> Result<(), CommandError> {
    if is_taken { Err(CommandError::failed(app.language.say(say::id_taken(new)))) } else { Ok(()) }
}

/// Refuses a record whose file can't be read.
fn readable(record: &RecordId, register: &Register, app: &App) -> Result<(), CommandError> {
    match register.record(record.kind, &record.id) {
        Some(_) => Ok(()),
        None => Err(CommandError::failed(app.language.say(say::unreadable_record(record.to_string())))),
    }
}

/// The record that a person names, or with `#` the element of one. A municipality-wide goal is `register.toml#ID`, and
/// by its id alone where no record has that.
fn named(text: &str, register: &Register, app: &App) -> Result<Named> {
    let Some((id, element)) = text.split_once('#') else {
        let is_record = Kind::ALL.into_iter().any(|kind| register.is_known(kind, text));
        if !is_record && register.municipal_goal(text).is_some() {
            return Ok(Named::Element(Element { owner: Owner::Settings, id: text.to_owned() }));
        }
        return Ok(Named::Record(app.find(register, text)?));
    };
    let owner = if id == SETTINGS_FILE {
        Owner::Settings
    } else {
        let record = app.find(register, id)?;
        readable(&record, register, app)?;
        Owner::of(register, record)
    };
    let known = element_ids(register, &owner);
    if known.contains(&element) {
        return Ok(Named::Element(Element { owner, id: element.to_owned() }));
    }
    let language = &app.language;
    let error = CommandError::failed(language.say(say::NoElement { element, record: id.to_owned() }));
    Err(match nearest(element, known.into_iter()) {
        Some(near) => error.hint(language.say(say::did_you_mean(format!("{id}#{near}")))),
        None => error,
    }
    .into())
}
