//! `register follow-up [ID]`: adds a dated follow-up of an intervention, or of each that it is due of.

use super::write::{begin, planned, write};
use crate::catalog::{day_to_toml, parse_value, shape_of};
use crate::change::Work;
use crate::cli::app::App;
use crate::cli::complete::{for_shape, kind_ids};
use crate::cli::error::{CommandError, Exit};
use crate::cli::expected::{Where, input_error, named_codes};
use crate::cli::names::flag_named;
use crate::cli::prompt::{Interview, Place, Question, of_register};
use crate::cli::ui::Ui;
use crate::format::{Edit, key};
use crate::language::Language;
use crate::measure;
use crate::message::{say, told};
use crate::model::{
    Assessment, Day, FollowUp, Indicator, Intervention, Kind, RecordId, Register, Shape, Status, Table as _, Term,
    Trend, visible,
};
use crate::personal_data::mask;
use anyhow::Result;
use clap::Arg;
use toml::{Table, Value};

#[derive(Debug, clap::Args)]
#[command(mut_arg("assessment", |arg: Arg| for_shape(arg, &Shape::Choice(&Assessment::CHOICES))))]
#[command(mut_arg("trend", |arg: Arg| for_shape(arg, &Shape::Choice(&Trend::CHOICES))))]
#[command(mut_arg("status", |arg: Arg| for_shape(arg, &Shape::Choice(&Status::CHOICES))))]
pub struct Args {
    #[arg(value_name = "ID", add = kind_ids(Kind::Intervention))]
    pub id: Option<String>,
    #[arg(long, value_name = "ID", add = kind_ids(Kind::Body), conflicts_with = "id")]
    pub responsible: Option<String>,
    #[arg(long, short, value_name = "CODE")]
    pub assessment: Option<String>,
    #[arg(long, short, value_name = "TEXT", allow_hyphen_values = true)]
    pub note: Option<String>,
    #[arg(long, value_name = "ID", add = kind_ids(Kind::Body))]
    pub by: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub on: Option<String>,
    #[arg(long, value_name = "PERIOD")]
    pub period: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub trend: Option<String>,
    #[arg(long, value_name = "INDICATOR=NUMBER")]
    pub value: Vec<String>,
    #[arg(long, value_name = "CODE")]
    pub status: Option<String>,
    #[arg(long)]
    pub dry_run: bool,
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    let store = app.store()?;
    let work = begin(args.dry_run, &store, app)?;
    let given = given(args, &work.register, app)?;
    let Some(id) = &args.id else {
        return walk(args, &given, work.release(), app);
    };
    let record = app.find(&work.register, &format!("{}/{}", Kind::Intervention.name(), plain_id(id)))?;
    if given.contains_key("assessment") {
        return written(given, &record, work, args.dry_run, app);
    }
    if !Ui::can_ask() {
        let language = &app.language;
        let error =
            CommandError::usage(language.say(say::missing_flags(format!("--{}", flag_named("assessment", language)))));
        return Err(error.hint(language.say(say::one_of(named_codes(&Assessment::CHOICES, language)))).into());
    }
    // The register is let go of: nobody waits for a person.
    let register = work.release();
    asked(&given, &record, None, args.dry_run, &register, app)
}

/// Follows up those that it is due of, one after another, as long as a person likes.
fn walk(args: &Args, given: &Table, mut register: Register, app: &App) -> Result<Exit> {
    let language = &app.language;
    if !Ui::can_ask() {
        return Err(CommandError::usage(language.text(say::FOLLOW_UP_WHICH)).into());
    }
    // What is said of one is not said of all.
    if let Some(name) =
        ["assessment", "trend", "note", "values", "status"].iter().find(|name| given.contains_key(**name))
    {
        let field = language.field(FollowUp::TABLE.name, name);
        return Err(CommandError::usage(language.say(say::follow_up_one(field))).into());
    }
    let period = given.get("period").and_then(|period| period.as_str()?.parse::<Term>().ok());
    app.note_beginnings(&app.source()?, &mut register);
    let due = due(&register, args.responsible.as_deref(), period, app)?;
    if due.is_empty() {
        Ui::say(&language.text(say::FOLLOW_UP_NONE));
        return Ok(Exit::Fine);
    }
    let count = due.len();
    for (place, id) in due.into_iter().enumerate() {
        // What was written a moment ago counts.
        let register = begin(true, &app.store()?, app)?.release();
        let record = RecordId::new(Kind::Intervention, &id);
        asked(given, &record, Some((place + 1, count)), args.dry_run, &register, app)?;
    }
    Ok(Exit::Fine)
}

/// Those to be followed up: first what is late, and then what nothing is told of yet in the term; or what nothing is told
/// of in a term that is asked for.
fn due(register: &Register, responsible: Option<&str>, period: Option<Term>, app: &App) -> Result<Vec<String>> {
    let today = app.today()?;
    let by = match responsible {
        Some(body) => Some(app.find(register, &format!("{}/{body}", Kind::Body.name()))?.id),
        None => None,
    };
    let settings = &register.settings;
    let is_theirs = |intervention: &Intervention| {
        by.as_ref().is_none_or(|by| intervention.responsible_on(today).is_some_and(|body| body.as_str() == &**by))
    };
    let mut due: Vec<(bool, String, String)> = Vec::new();
    for (id, intervention) in register.interventions.iter().filter(|(_, own)| is_theirs(own)) {
        let named = (id, intervention);
        let is_late = period.is_none() && measure::late(named, register, today).is_some();
        let term = period.unwrap_or_else(|| intervention.term_to_tell(today, settings));
        let is_untold = measure::owes(named, term, register) && !measure::is_followed_up(intervention, term, settings);
        if is_late || is_untold {
            due.push((!is_late, intervention.title.to_string(), id.to_string()));
        }
    }
    due.sort_by(|left, right| left.0.cmp(&right.0).then_with(|| app.language.compare(&left.1, &right.1)));
    Ok(due.into_iter().map(|(_, _, id)| id).collect())
}

/// Asks how one is going, and writes it.
fn asked(
    given: &Table,
    record: &RecordId,
    place: Option<(usize, usize)>,
    dry_run: bool,
    register: &Register,
    app: &App,
) -> Result<Exit> {
    let language = &app.language;
    let intervention = readable(register, record, app)?;
    let again = app.language.say(told::follow_up(record.id.to_string()));
    let draft = of_register(&format!("follow-up-{}", record.id), app);
    let mut interview = Interview::begin(draft, again, false, given.clone(), app)?
        .after_writing(place.is_some_and(|(place, _)| place > 1));
    let exit = interview.run(|interview| {
        let title = place.map_or_else(
            || intervention.title.to_string(),
            |(place, count)| language.say(say::FollowUpPlace { count, place, title: intervention.title.to_string() }),
        );
        interview.say(&format!("\n{}", language.say(say::prompt_heading(title))));
        interview.say(&last_told(intervention, language));
        let mut told = interview.given();
        let shape = &FollowUp::TABLE;
        let fields = || Place { shape, path: "", title: "", beside: given };
        let question = |name: &str| {
            let field = shape.field(name).filter(|_| !given.contains_key(name))?;
            Some(Question::of_field(fields(), field, given, register, app))
        };
        if let Some(mut question) = question("assessment") {
            // Of several, one may be left for later.
            question.required = place.is_none();
            let Some(assessment) = interview.ask(&question)? else { return Ok(Exit::Fine) };
            told.insert("assessment".to_owned(), assessment);
        }
        let mut values = told.get("values").and_then(Value::as_table).cloned().unwrap_or_default();
        for indicator in
            intervention.indicator.iter().filter(|own| !values.contains_key(own.id.as_str())).collect::<Vec<_>>()
        {
            let question = of_indicator(indicator, intervention, register, app);
            if let Some(value) = interview.ask(&question)? {
                values.insert(indicator.id.to_string(), value);
            }
        }
        if !values.is_empty() {
            told.insert("values".to_owned(), Value::Table(values));
        }
        for name in ["trend", "note"] {
            if let Some(question) = question(name)
                && let Some(value) = interview.ask(&question)?
            {
                told.insert(name.to_owned(), value);
            }
        }
        if !interview.ask_whether("write", language.text(say::REALLY_WRITE), true)? {
            return Err(interview.not_written());
        }
        let store = app.store()?;
        written(told, record, begin(dry_run, &store, app)?, dry_run, app).or_else(|error| interview.back_from(&error))
    })?;
    interview.done();
    Ok(exit)
}

/// What was told last, in a line.
fn last_told(intervention: &Intervention, language: &Language) -> String {
    let Some(last) = intervention.last_follow_up() else { return language.text(say::FOLLOW_UP_FIRST) };
    let assessment = last.assessment.map(|assessment| language.choice(Assessment::CHOICES.name, assessment.code()));
    let note = Some(last.note.trim()).filter(|note| !note.is_empty()).map(|note| format!("”{note}”"));
    let told = last.on.map(|on| language.day(on)).into_iter().chain(assessment).chain(note);
    visible(&mask(&language.say(say::follow_up_last(told.collect::<Vec<_>>().join(" · "))))).into_owned()
}

/// The question for the value of one of the intervention's indicators, with the last one.
fn of_indicator<'q>(
    indicator: &Indicator,
    intervention: &Intervention,
    register: &'q Register,
    app: &'q App,
) -> Question<'q> {
    let language = &app.language;
    let unit = if indicator.unit.is_empty() { String::new() } else { format!(" ({})", indicator.unit) };
    let last = intervention.latest_value(indicator.id.as_str()).map(|(on, value)| {
        let on = on.map(|on| format!(" ({})", language.day(on))).unwrap_or_default();
        language.say(say::follow_up_last(format!("{}{on}", language.number(value))))
    });
    let target = indicator.target.map(|target| language.say(say::follow_up_target(language.number(target))));
    let hint = last.into_iter().chain(target).collect::<Vec<_>>().join(" · ");
    Question::of_value(
        &format!("values.{}", indicator.id),
        format!("{}{unit}", indicator.name),
        hint,
        Shape::Number,
        register,
        app,
    )
}

/// Adds a follow-up, with what it does not say itself.
fn written(mut told: Table, record: &RecordId, work: Work, dry_run: bool, app: &App) -> Result<Exit> {
    let (today, language) = (app.today()?, &app.language);
    let intervention = readable(&work.register, record, app)?;
    if !told.contains_key("on") {
        told.insert("on".to_owned(), day_to_toml(today));
    }
    let period = told.get("period").and_then(|period| period.as_str()?.parse::<Term>().ok());
    let days = [told.get("on").and_then(day_of), period.map(Term::first)];
    if let Some(ahead) = days.into_iter().flatten().find(|day| *day > today) {
        return Err(CommandError::usage(language.say(say::follow_up_ahead(language.day(ahead)))).into());
    }
    if !told.contains_key("period")
        && let Some(on) = told.get("on").and_then(day_of)
    {
        let term = intervention.term_to_tell(on, &work.register.settings);
        told.insert("period".to_owned(), Value::String(term.to_string()));
    }
    let on = told.get("on").and_then(day_of).unwrap_or(today);
    if !told.contains_key("by")
        && let Some(responsible) = intervention.responsible_on(on)
    {
        told.insert("by".to_owned(), Value::String(responsible.to_string()));
    }
    let told_of = told.get("period").and_then(|period| period.as_str()?.parse::<Term>().ok());
    let owed = measure::late((&record.id, intervention), &work.register, today).filter(|owed| told_of != Some(*owed));
    let mut edits = Vec::new();
    if let Some(status) = told.remove("status") {
        edits.push(Edit::Set(key("status"), status));
    }
    edits.push(Edit::Append(key("follow_up"), Value::Table(told)));
    let store = app.store()?;
    let change = planned(work.edit(record, &edits), &store, app)?;
    let exit = write(work, &[change], dry_run, &store, app)?;
    // What was told of another term leaves what is late as it was.
    if let (Some(owed), Some(told_of), Exit::Fine) = (owed, told_of, exit) {
        let text = say::StillOwed { told: language.term(told_of), owed: language.term(owed) };
        let command = told::FollowUpOf { id: record.id.to_string(), period: owed.to_string() };
        app.warn(&language.say(text), &[&language.say(command)]);
    }
    Ok(exit)
}

/// The intervention, or that its file can't be read.
fn readable<'r>(register: &'r Register, record: &RecordId, app: &App) -> Result<&'r Intervention, CommandError> {
    register.interventions.get(&record.id).ok_or_else(|| {
        let error = CommandError::failed(app.language.say(say::unreadable_record(record.to_string())));
        error.hint(app.language.say(told::edit(record.id.to_string())))
    })
}

/// The day that a value is.
fn day_of(value: &Value) -> Option<Day> {
    value.as_datetime()?.to_string().parse().ok()
}

fn plain_id(id: &str) -> &str {
    id.strip_prefix(Kind::Intervention.name()).and_then(|id| id.strip_prefix('/')).unwrap_or(id)
}

/// What the flags say, as the fields of a follow-up; and the intervention's new status beside them.
fn given(args: &Args, register: &Register, app: &App) -> Result<Table> {
    let reader = app.reader_of(register)?;
    let shape = &FollowUp::TABLE;
    let at = |table| Where { table, register: Some(register), language: &app.language };
    let mut table = Table::new();
    let values = (!args.value.is_empty()).then(|| args.value.join(","));
    let texts = [
        ("on", &args.on),
        ("by", &args.by),
        ("period", &args.period),
        ("assessment", &args.assessment),
        ("trend", &args.trend),
        ("note", &args.note),
        ("values", &values),
    ];
    for (name, text) in texts {
        if let (Some(text), Some(field)) = (text, shape.field(name)) {
            let value = parse_value(name, field, text, &reader).map_err(|error| input_error(&error, at(shape)))?;
            table.insert(name.to_owned(), value);
        }
    }
    if let (Some(text), Some(field)) = (&args.status, shape_of(Kind::Intervention).field("status")) {
        let at = at(shape_of(Kind::Intervention));
        let value = parse_value("status", field, text, &reader).map_err(|error| input_error(&error, at))?;
        table.insert("status".to_owned(), value);
    }
    Ok(table)
}
