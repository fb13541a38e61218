//! `register meeting decide [MEETING]`: a decision that a meeting took.

use super::which::{askable, named, of_person, readable};
use crate::catalog::parse_value;
use crate::change::Work;
use crate::cli::app::App;
use crate::cli::commands::write::{begin, planned, write};
use crate::cli::complete::{for_shape, kind_ids};
use crate::cli::error::{CommandError, Exit};
use crate::cli::expected::{Where, input_error};
use crate::cli::prompt::{Interview, Place, Question, of_register};
use crate::format::Edit;
use crate::message::{say, told};
use crate::model::{
    Day, Decision, DecisionStatus, Kind, MeetingStatus, Need, RecordId, Register, Shape, Step, Table as _, Target, slug,
};
use crate::store::{FileChange, Store};
use anyhow::Result;
use clap::Arg;
use std::collections::BTreeMap;
use toml::{Table, Value};

/// A decision that a meeting took.
#[derive(Debug, clap::Args)]
#[command(mut_arg("concerns", |arg: Arg| for_shape(arg, &Shape::Reference(Target::Anything))))]
pub struct Decide {
    #[arg(value_name = "MEETING", add = kind_ids(Kind::Meeting))]
    meeting: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    text: Option<String>,
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

/// The longest id that is made of a decision's text.
const LONGEST_ID: usize = 40;

/// What a person is asked of a decision, in this order.
const ASKED: &[&str] = &["text", "responsible", "due", "concerns", "referred_to"];

pub fn run(args: &Decide, app: &App) -> Result<Exit> {
    let store = app.store()?;
    let work = begin(args.dry_run, &store, app)?;
    let given = given(args, &work.register, app)?;
    if let (Some(text), true) = (&args.meeting, args.text.is_some()) {
        let record = named(text, &work.register, app)?;
        return written(work, &record, given, args.dry_run, &store, app);
    }
    let register = askable(work, if args.meeting.is_none() { say::WHICH_MEETING } else { say::WHICH_DECISION }, app)?;
    let draft = of_register("meeting-decide", app);
    let mut interview = Interview::begin(draft, app.language.text(told::MEETING_DECIDE), false, given, app)?;
    let exit = interview.run(|interview| {
        let record = of_person(args.meeting.as_deref(), &register, interview, app)?;
        let given = interview.given();
        let told = asked("", &given, &register, interview, app)?;
        if !interview.ask_whether("write", app.language.text(say::REALLY_WRITE), true)? {
            return Err(interview.not_written());
        }
        written(begin(args.dry_run, &store, app)?, &record, told, args.dry_run, &store, app)
            .or_else(|error| interview.back_from(&error))
    })?;
    interview.done();
    Ok(exit)
}

/// What the flags say, as the fields of a decision.
fn given(args: &Decide, register: &Register, app: &App) -> Result<Table> {
    let concerns = (!args.concerns.is_empty()).then(|| args.concerns.join("\n"));
    let given = [
        ("id", args.id.as_deref()),
        ("text", args.text.as_deref()),
        ("concerns", concerns.as_deref()),
        ("responsible", args.responsible.as_deref()),
        ("due", args.due.as_deref()),
        ("referred_to", args.referred_to.as_deref()),
    ];
    let mut table = Table::new();
    let reader = app.reader_of(register)?;
    let at = Where { table: &Decision::TABLE, register: Some(register), language: &app.language };
    for (name, text) in given {
        if let (Some(text), Some(field)) = (text, Decision::TABLE.field(name)) {
            let value = parse_value(name, field, text, &reader).map_err(|error| input_error(&error, at))?;
            table.insert(name.to_owned(), value);
        }
    }
    Ok(table)
}

/// Asks for what is not told yet of a decision.
pub fn asked(
    path: &str,
    given: &Table,
    register: &Register,
    interview: &mut Interview<'_>,
    app: &App,
) -> Result<Table> {
    let mut told = given.clone();
    for name in ASKED.iter().filter(|name| !given.contains_key(**name)) {
        let Some(field) = Decision::TABLE.field(name) else { continue };
        let place = Place { shape: &Decision::TABLE, path, title: "", beside: given };
        let question = Question::of_field(place, field, &Table::new(), register, app);
        if let Some(value) = interview.ask(&question)? {
            told.insert((*name).to_owned(), value);
        }
    }
    Ok(told)
}

/// Writes a decision, and that it answers the needs that it is about.
fn written(work: Work, record: &RecordId, told: Table, dry_run: bool, store: &Store, app: &App) -> Result<Exit> {
    let meeting = readable(&work.register, record, app)?;
    if meeting.status == Some(MeetingStatus::Cancelled) {
        return Err(CommandError::failed(app.language.say(say::meeting_cancelled(record.id.to_string()))).into());
    }
    let changes = changes(&work, record, &[], vec![told], store, app)?;
    write(work, &changes, dry_run, store, app)
}

/// The changes that write decisions into a meeting beside other edits of it, and that they answer the needs that they are
/// about.
pub fn changes(
    work: &Work,
    record: &RecordId,
    edits: &[Edit],
    told: Vec<Table>,
    store: &Store,
    app: &App,
) -> Result<Vec<FileChange>> {
    let meeting = readable(&work.register, record, app)?;
    let mut taken: Vec<String> = meeting.decision.iter().map(|decision| decision.id.to_string()).collect();
    let mut edits = edits.to_vec();
    let mut answered: BTreeMap<RecordId, Vec<Edit>> = BTreeMap::new();
    for mut decision in told {
        let text = |name: &str| decision.get(name).and_then(Value::as_str);
        let id = text("id").map_or_else(|| new_id(text("text").unwrap_or_default(), &taken), str::to_owned);
        if taken.contains(&id) {
            let error = CommandError::failed(app.language.say(say::id_taken(id)));
            return Err(error.hint(app.language.text(say::ID_TAKEN_HINT)).into());
        }
        let due: Option<Day> = decision.values().find_map(|value| value.as_datetime()?.to_string().parse().ok());
        if let (Some(due), Some(on)) = (due, meeting.on)
            && due < on
        {
            let language = &app.language;
            let message = say::DueBeforeMeeting { due: language.day(due), on: language.day(on) };
            return Err(CommandError::failed(language.say(message)).into());
        }
        let concerned = decision.get("concerns").and_then(Value::as_array).cloned().unwrap_or_default();
        for (intervention, own) in answers(&concerned, &format!("{}#{id}", record.id), &work.register) {
            answered.entry(intervention).or_default().extend(own);
        }
        decision.insert("id".to_owned(), Value::String(id.clone()));
        decision.insert("status".to_owned(), DecisionStatus::Open.code().into());
        edits.push(Edit::Append(vec![Step::from("decision")], Value::Table(in_order(decision))));
        taken.push(id);
    }
    let mut changes = vec![planned(work.edit(record, &edits), store, app)?];
    for (intervention, edits) in answered {
        changes.push(planned(work.edit(&intervention, &edits), store, app)?);
    }
    Ok(changes)
}

/// A decision with its fields in the order of a new file.
fn in_order(decision: Table) -> Table {
    let mut fields: Vec<(String, Value)> = decision.into_iter().collect();
    fields.sort_by_key(|(name, _)| Decision::TABLE.rank(name));
    fields.into_iter().collect()
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

/// An id made of the first words of a text, that is not taken.
fn new_id(text: &str, taken: &[String]) -> String {
    let whole = slug(text);
    let cut = if whole.len() > LONGEST_ID { whole[..LONGEST_ID].rfind('-').unwrap_or(LONGEST_ID) } else { whole.len() };
    let base = if whole.is_empty() { Decision::TABLE.name } else { &whole[..cut] };
    let is_taken = |id: &str| taken.iter().any(|taken| taken == id);
    let numbered = (2..).map(|number| format!("{base}-{number}"));
    std::iter::once(base.to_owned()).chain(numbered).find(|id| !is_taken(id)).unwrap_or_default()
}
