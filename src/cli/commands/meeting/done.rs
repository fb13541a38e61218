//! `register meeting done [MEETING [DECISION]]`: a decision that is carried out, or given up.

use super::which::{askable, named, readable};
use crate::catalog::{day_to_toml, parse_value};
use crate::change::Work;
use crate::cli::app::App;
use crate::cli::commands::write::{begin, planned, write};
use crate::cli::complete::{decisions_of_meeting, kind_ids};
use crate::cli::error::{CommandError, Exit};
use crate::cli::expected::{Where, input_error};
use crate::cli::prompt::{Interview, Offered, Place, Question};
use crate::cli::ui::Ui;
use crate::format::{Edit, nearest};
use crate::message::say;
use crate::model::{
    Asked, Day, Decision, DecisionIn, DecisionStatus, Kind, Meeting, RecordId, Register, Shape, Step, Table as _, slug,
};
use crate::store::Store;
use anyhow::Result;
use std::collections::BTreeMap;
use toml::{Table, Value};

/// A decision that is carried out.
#[derive(Debug, clap::Args)]
pub struct Done {
    #[arg(value_name = "MEETING", add = kind_ids(Kind::Meeting))]
    meeting: Option<String>,
    #[arg(value_name = "DECISION", add = decisions_of_meeting())]
    decision: Option<String>,
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    #[arg(long, conflicts_with = "on")]
    dropped: bool,
    #[arg(long)]
    dry_run: bool,
}

pub fn run(args: &Done, app: &App) -> Result<Exit> {
    let store = app.store()?;
    let work = begin(args.dry_run, &store, app)?;
    let given = match &args.on {
        Some(text) => Some(day(text, app)?),
        None => None,
    };
    let (meeting, decision) = match (args.meeting.as_deref(), args.decision.as_deref()) {
        (Some(whole), None) if whole.contains('#') => {
            whole.split_once('#').map_or((None, None), |(meeting, decision)| (Some(meeting), Some(decision)))
        }
        both => both,
    };
    if let (Some(meeting), Some(decision)) = (meeting, decision) {
        let record = named(meeting, &work.register, app)?;
        let place = place_of(decision, &record, readable(&work.register, &record, app)?, app)?;
        let chosen = BTreeMap::from([(record, vec![place])]);
        return written(work, &chosen, given, args, &store, app);
    }
    let record = match meeting {
        Some(text) => Some(named(text, &work.register, app)?),
        None => None,
    };
    let register = askable(work, if record.is_none() { say::WHICH_MEETING } else { say::WHICH_DECISION }, app)?;
    let offered = open(record.as_ref(), &register, app)?;
    if offered.is_empty() {
        Ui::say(&app.language.text(say::NO_OPEN_DECISIONS));
        return Ok(Exit::Fine);
    }
    let mut interview = Interview::begin(None, String::new(), false, Table::new(), app)?;
    interview.run(|interview| {
        let title = app.language.text(if args.dropped { say::WHICH_DROPPED } else { say::WHICH_DONE });
        let question = Question {
            required: true,
            several: true,
            is_list: true,
            hint: app.language.text(say::PROMPT_NUMBERS),
            ..Question::of_choices("decisions", title, offered.clone(), app)
        };
        let answer = interview.ask(&question)?;
        let mut chosen: BTreeMap<RecordId, Vec<usize>> = BTreeMap::new();
        for reference in answer.iter().filter_map(Value::as_array).flatten().filter_map(Value::as_str) {
            let Some((id, decision)) = reference.split_once('#') else { continue };
            let record = RecordId::new(Kind::Meeting, id);
            let place = place_of(decision, &record, readable(&register, &record, app)?, app)?;
            chosen.entry(record).or_default().push(place);
        }
        let on = match (&given, args.dropped) {
            (None, false) => interview.ask(&when(&register, app)?)?,
            (given, _) => given.clone(),
        };
        written(begin(args.dry_run, &store, app)?, &chosen, on, args, &store, app)
            .or_else(|error| interview.back_from(&error))
    })
}

/// The question for the day; Enter is today.
fn when<'q>(register: &'q Register, app: &'q App) -> Result<Question<'q>> {
    let today = app.today()?;
    let none = Table::new();
    let place = Place { shape: &Decision::TABLE, path: "", title: "", beside: &none };
    let field = Decision::TABLE.field("done_on").ok_or_else(|| CommandError::failed(""))?;
    let granted = Some(Offered::new(app.language.day(today), day_to_toml(today)));
    Ok(Question { granted, ..Question::of_field(place, field, &none, register, app) })
}

/// The decisions that are to be carried out yet, what is latest first.
fn open(record: Option<&RecordId>, register: &Register, app: &App) -> Result<Vec<Offered>> {
    let (language, today) = (&app.language, app.today()?);
    let is_of = |own: &DecisionIn<'_>| record.is_none_or(|record| record.id == own.meeting_id);
    let mut open: Vec<DecisionIn<'_>> =
        register.decisions().filter(|own| own.decision.is_open() && is_of(own)).collect();
    open.sort_by_key(|own| (own.decision.due.is_none(), own.decision.due, own.meeting.on));
    let named = |own: DecisionIn<'_>| {
        let body = own.decision.responsible.as_ref().map(|body| register.body_name(body.as_str()).to_owned());
        let due = own.decision.due.map(|due| {
            let day = language.day(due);
            if due < today { language.say(say::was_due(day)) } else { language.say(say::is_due(day)) }
        });
        let beside: Vec<String> = body.into_iter().chain(due).collect();
        let beside = if beside.is_empty() { String::new() } else { format!(" ({})", beside.join(", ")) };
        let name = format!("{}{beside}", own.decision.text.trim());
        Offered::new(name, format!("{}#{}", own.meeting_id, own.decision.id))
    };
    Ok(open.into_iter().map(named).collect())
}

/// The place of a decision that is named by its id, or by how its text begins.
fn place_of(text: &str, record: &RecordId, meeting: &Meeting, app: &App) -> Result<usize, CommandError> {
    let language = &app.language;
    let ids = || meeting.decision.iter().map(|decision| decision.id.as_str());
    if let Some(place) = ids().position(|id| id == text) {
        return Ok(place);
    }
    let written = slug(text);
    let begins = |decision: &Decision| !written.is_empty() && slug(&decision.text).starts_with(&written);
    let mut found = meeting.decision.iter().enumerate().filter(|(_, decision)| begins(decision));
    if let (Some((place, _)), None) = (found.next(), found.next()) {
        return Ok(place);
    }
    let error =
        CommandError::failed(language.say(say::NoElement { element: text.to_owned(), record: record.id.to_string() }));
    Err(match nearest(text, ids()) {
        Some(near) => error.hint(language.say(say::did_you_mean(near))),
        None if ids().next().is_none() => error,
        None => error.hint(language.say(say::one_of(ids().collect::<Vec<_>>().join(", ")))),
    })
}

/// The day that is given.
fn day(text: &str, app: &App) -> Result<Value> {
    let asked = Decision::TABLE.field("done_on").map_or(Shape::Day.into(), Asked::from);
    let at = Where { table: &Decision::TABLE, register: None, language: &app.language };
    Ok(parse_value("done_on", asked, text, &app.reader()?).map_err(|error| input_error(&error, at))?)
}

/// Writes that decisions are carried out, on a day or today, or given up.
fn written(
    work: Work,
    chosen: &BTreeMap<RecordId, Vec<usize>>,
    on: Option<Value>,
    args: &Done,
    store: &Store,
    app: &App,
) -> Result<Exit> {
    let (language, today) = (&app.language, app.today()?);
    let day: Option<Day> = on.as_ref().and_then(|on| on.as_datetime()?.to_string().parse().ok());
    let mut changes = Vec::new();
    for (record, places) in chosen {
        let meeting = readable(&work.register, record, app)?;
        if let (Some(day), Some(held)) = (day, meeting.on)
            && (day < held || day > today)
        {
            let message = say::NotDoneThen { day: language.day(day), held: language.day(held) };
            return Err(CommandError::usage(language.say(message)).into());
        }
        let mut edits = Vec::new();
        for &place in places {
            let field = |name: &'static str| vec![Step::from("decision"), Step::from(place), Step::from(name)];
            if args.dropped {
                edits.push(Edit::Set(field("status"), DecisionStatus::Dropped.code().into()));
                // What is given up was never done.
                edits.extend(meeting.decision[place].done_on.map(|_| Edit::Remove(field("done_on"))));
            } else {
                let on = on.clone().unwrap_or_else(|| day_to_toml(today));
                edits.push(Edit::Set(field("status"), DecisionStatus::Done.code().into()));
                edits.push(Edit::Set(field("done_on"), on));
            }
        }
        changes.push(planned(work.edit(record, &edits), store, app)?);
    }
    write(work, &changes, args.dry_run, store, app)
}
