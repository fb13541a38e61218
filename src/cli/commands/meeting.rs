//! `register meeting decide | done`

use super::write::{begin, planned, write};
use crate::catalog::{day_to_toml, parse_value};
use crate::change::Work;
use crate::cli::app::App;
use crate::cli::complete::{for_shape, kind_ids};
use crate::cli::error::{CommandError, Exit};
use crate::cli::expected::{Where, input_error};
use crate::format::{Edit, nearest};
use crate::message::say;
use crate::model::{
    Asked, Day, Decision, DecisionStatus, Kind, Meeting, MeetingStatus, Need, RecordId, Register, Shape, Step,
    Table as _, Target, slug,
};
use anyhow::Result;
use clap::{Arg, Subcommand};
use std::collections::BTreeMap;
use toml::{Table, Value};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: MeetingCommand,
}

#[derive(Debug, Subcommand)]
enum MeetingCommand {
    Decide(Decide),
    Done(Done),
}

/// A decision that a meeting took.
#[derive(Debug, clap::Args)]
#[command(mut_arg("concerns", |arg: Arg| for_shape(arg, &Shape::Reference(Target::Anything))))]
struct Decide {
    #[arg(value_name = "MEETING", add = kind_ids(Kind::Meeting))]
    meeting: String,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    text: String,
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    #[arg(long, value_name = "ID")]
    concerns: Vec<String>,
    #[arg(long, value_name = "ID", add = kind_ids(Kind::Body))]
    responsible: Option<String>,
    #[arg(long, value_name = "DATE")]
    due: Option<String>,
    #[arg(long, value_name = "ID", add = kind_ids(Kind::Body))]
    referred_to: Option<String>,
    #[arg(long)]
    dry_run: bool,
}

/// A decision that is carried out.
#[derive(Debug, clap::Args)]
struct Done {
    #[arg(value_name = "MEETING", add = kind_ids(Kind::Meeting))]
    meeting: String,
    #[arg(value_name = "DECISION")]
    decision: String,
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    #[arg(long, conflicts_with = "on")]
    dropped: bool,
    #[arg(long)]
    dry_run: bool,
}

/// The longest id that is made of a decision's text.
const LONGEST_ID: usize = 40;

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    match &args.command {
        MeetingCommand::Decide(args) => decide(args, app),
        MeetingCommand::Done(args) => done(args, app),
    }
}

fn decide(args: &Decide, app: &App) -> Result<Exit> {
    let store = app.store()?;
    let work = begin(args.dry_run, &store, app)?;
    let record = app.find(&work.register, &format!("{}/{}", Kind::Meeting.name(), args.meeting))?;
    let meeting = readable(&work, &record, app)?;
    if meeting.status == Some(MeetingStatus::Cancelled) {
        return Err(CommandError::failed(app.language.say(say::meeting_cancelled(record.id.to_string()))).into());
    }
    let concerns = (!args.concerns.is_empty()).then(|| args.concerns.join("\n"));
    let id = match &args.id {
        Some(id) => id.clone(),
        None => new_id(&args.text, meeting),
    };
    if meeting.decision.iter().any(|decision| decision.id.as_str() == id) {
        let error = CommandError::failed(app.language.say(say::id_taken(id)));
        return Err(error.hint(app.language.text(say::ID_TAKEN_HINT)).into());
    }
    let given = [
        ("id", Some(id.as_str())),
        ("text", Some(args.text.as_str())),
        ("concerns", concerns.as_deref()),
        ("responsible", args.responsible.as_deref()),
        ("due", args.due.as_deref()),
        ("referred_to", args.referred_to.as_deref()),
        ("status", Some(DecisionStatus::Open.code())),
    ];
    let mut table = Table::new();
    let reader = app.reader_of(&work.register)?;
    let at = Where { table: &Decision::TABLE, register: Some(&work.register), language: &app.language };
    // The one day that is among them.
    let mut due: Option<Day> = None;
    for (name, text) in given {
        if let (Some(text), Some(field)) = (text, Decision::TABLE.field(name)) {
            let value = parse_value(name, field, text, &reader);
            let value = value.map_err(|error| input_error(&error, at))?;
            due = due.or_else(|| value.as_datetime()?.to_string().parse::<Day>().ok());
            table.insert(name.to_owned(), value);
        }
    }
    if let (Some(due), Some(on)) = (due, meeting.on)
        && due < on
    {
        let language = &app.language;
        let message = say::DueBeforeMeeting { due: language.day(due), on: language.day(on) };
        return Err(CommandError::failed(language.say(message)).into());
    }
    let concerned = table.get("concerns").and_then(Value::as_array).cloned().unwrap_or_default();
    let edit = Edit::Append(vec![Step::from("decision")], Value::Table(table));
    let mut changes = vec![planned(work.edit(&record, &[edit]), &store, app)?];
    let decision = format!("{}#{id}", record.id);
    for (intervention, edits) in answers(&concerned, &decision, &work.register) {
        changes.push(planned(work.edit(&intervention, &edits), &store, app)?);
    }
    write(work, &changes, args.dry_run, &store, app)
}

/// The edits by which the needs that a decision concerns are answered by it, where nothing has answered them yet.
fn answers(concerns: &[Value], decision: &str, register: &Register) -> BTreeMap<RecordId, Vec<Edit>> {
    let mut edits: BTreeMap<RecordId, Vec<Edit>> = BTreeMap::new();
    let pointers = concerns.iter().filter_map(|concerned| Target::Anything.parse(concerned.as_str()?));
    for pointer in pointers.filter(|pointer| pointer.kind == Some(Kind::Intervention)) {
        let needs = register.interventions.get(pointer.id).map_or(&[][..], |record| &record.needs);
        let is_it = |need: &Need| pointer.element == Some(need.id.as_str()) && need.answered.is_none();
        let places = needs.iter().enumerate().filter(|(_, need)| is_it(need));
        let answered = places.map(|(place, _)| {
            Edit::Set(vec![Step::from("needs"), Step::from(place), Step::from("answered")], decision.into())
        });
        let answered: Vec<Edit> = answered.collect();
        if !answered.is_empty() {
            edits.entry(RecordId::new(Kind::Intervention, pointer.id)).or_default().extend(answered);
        }
    }
    edits
}

/// An id made of the first words of a text, that no decision of the meeting has.
fn new_id(text: &str, meeting: &Meeting) -> String {
    let whole = slug(text);
    let cut = if whole.len() > LONGEST_ID { whole[..LONGEST_ID].rfind('-').unwrap_or(LONGEST_ID) } else { whole.len() };
    let base = if whole.is_empty() { Decision::TABLE.name } else { &whole[..cut] };
    let is_taken = |id: &str| meeting.decision.iter().any(|decision| decision.id.as_str() == id);
    let numbered = (2..).map(|number| format!("{base}-{number}"));
    std::iter::once(base.to_owned()).chain(numbered).find(|id| !is_taken(id)).unwrap_or_default()
}

fn done(args: &Done, app: &App) -> Result<Exit> {
    let language = &app.language;
    let today = app.today()?;
    let on = match &args.on {
        Some(text) => {
            let asked = Decision::TABLE.field("done_on").map_or(Shape::Day.into(), Asked::from);
            parse_value("done_on", asked, text, &app.reader()?)
                .map_err(|error| input_error(&error, Where { table: &Decision::TABLE, register: None, language }))?
        }
        None => day_to_toml(today),
    };
    let store = app.store()?;
    let work = begin(args.dry_run, &store, app)?;
    let record = app.find(&work.register, &format!("{}/{}", Kind::Meeting.name(), args.meeting))?;
    let meeting = readable(&work, &record, app)?;
    let ids = || meeting.decision.iter().map(|decision| decision.id.as_str());
    let place = ids().position(|id| id == args.decision).ok_or_else(|| {
        let error = CommandError::failed(
            language.say(say::NoElement { element: args.decision.clone(), record: record.id.to_string() }),
        );
        match nearest(&args.decision, ids()) {
            Some(near) => error.hint(language.say(say::did_you_mean(near))),
            None if ids().next().is_none() => error,
            None => error.hint(language.say(say::one_of(ids().collect::<Vec<_>>().join(", ")))),
        }
    })?;
    let day: Option<Day> = args.on.as_ref().and_then(|_| on.as_datetime()?.to_string().parse().ok());
    if let (Some(day), Some(held)) = (day, meeting.on)
        && (day < held || day > today)
    {
        return Err(CommandError::usage(
            language.say(say::NotDoneThen { day: language.day(day), held: language.day(held) }),
        )
        .into());
    }
    let field = |name: &'static str| vec![Step::from("decision"), Step::from(place), Step::from(name)];
    let edits = if args.dropped {
        let mut edits = vec![Edit::Set(field("status"), DecisionStatus::Dropped.code().into())];
        // What is given up was never done.
        edits.extend(meeting.decision[place].done_on.map(|_| Edit::Remove(field("done_on"))));
        edits
    } else {
        vec![Edit::Set(field("status"), DecisionStatus::Done.code().into()), Edit::Set(field("done_on"), on)]
    };
    let change = planned(work.edit(&record, &edits), &store, app)?;
    write(work, &[change], args.dry_run, &store, app)
}

/// The meeting, or that its file cannot be read.
fn readable<'w>(work: &'w Work, record: &RecordId, app: &App) -> Result<&'w Meeting, CommandError> {
    work.register.meetings.get(&record.id).ok_or_else(|| {
        let error = CommandError::failed(app.language.say(say::unreadable_record(record.to_string())));
        error.hint(format!("register edit {}", record.id))
    })
}
