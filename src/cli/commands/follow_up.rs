//! `register follow-up ID`: adds a dated follow-up of an intervention.

use super::write::{begin, planned, write};
use crate::catalog::{day_to_toml, parse_value, shape_of};
use crate::cli::app::App;
use crate::cli::complete::{for_shape, kind_ids};
use crate::cli::error::{CommandError, Exit};
use crate::cli::expected::{Where, input_error, named_codes};
use crate::cli::prompt;
use crate::cli::ui::Ui;
use crate::format::{Edit, key};
use crate::message::say;
use crate::model::{Assessment, Day, FollowUp, Kind, Register, Shape, Status, Table as _, Term, Trend};
use anyhow::Result;
use clap::Arg;
use toml::{Table, Value};

#[derive(Debug, clap::Args)]
#[command(mut_arg("assessment", |arg: Arg| for_shape(arg, &Shape::Choice(&Assessment::CHOICES))))]
#[command(mut_arg("trend", |arg: Arg| for_shape(arg, &Shape::Choice(&Trend::CHOICES))))]
#[command(mut_arg("status", |arg: Arg| for_shape(arg, &Shape::Choice(&Status::CHOICES))))]
pub struct Args {
    #[arg(value_name = "ID", add = kind_ids(Kind::Intervention))]
    pub id: String,
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
    let today = app.today()?;
    let store = app.store()?;
    let language = &app.language;
    let mut work = begin(args.dry_run, &store, app)?;
    let named = format!("{}/{}", Kind::Intervention.name(), plain_id(&args.id));
    let mut given = given(args, &work.register, app)?;
    if !given.contains_key("assessment") {
        if !Ui::can_ask() {
            let error = CommandError::usage(language.say(say::missing_flags("--assessment")));
            return Err(error.hint(language.say(say::one_of(named_codes(&Assessment::CHOICES, language)))).into());
        }
        // The register is let go of: nobody waits for a person.
        let register = work.release();
        let record = app.find(&register, &named)?;
        prompt::follow_up(&mut given, &record, &register, app)?;
        work = begin(args.dry_run, &store, app)?;
    }
    let record = app.find(&work.register, &named)?;
    let Some(intervention) = work.register.interventions.get(&record.id) else {
        let error = CommandError::failed(language.say(say::unreadable_record(record.to_string())));
        return Err(error.hint(format!("register edit {}", record.id)).into());
    };
    if !given.contains_key("on") {
        given.insert("on".to_owned(), day_to_toml(today));
    }
    let period = given.get("period").and_then(|period| period.as_str()?.parse::<Term>().ok());
    let days = [given.get("on").and_then(day_of), period.map(Term::first)];
    if let Some(ahead) = days.into_iter().flatten().find(|day| *day > today) {
        return Err(CommandError::usage(language.say(say::follow_up_ahead(language.day(ahead)))).into());
    }
    if !given.contains_key("period")
        && let Some(on) = given.get("on").and_then(day_of)
    {
        let term = intervention.term_to_tell(on, &work.register.settings);
        given.insert("period".to_owned(), Value::String(term.to_string()));
    }
    let on = given.get("on").and_then(day_of).unwrap_or(today);
    if !given.contains_key("by")
        && let Some(responsible) = intervention.responsible_on(on)
    {
        given.insert("by".to_owned(), Value::String(responsible.to_string()));
    }
    let mut edits = Vec::new();
    if let Some(status) = given.remove("status") {
        edits.push(Edit::Set(key("status"), status));
    }
    edits.push(Edit::Append(key("follow_up"), Value::Table(given)));
    let change = planned(work.edit(&record, &edits), &store, app)?;
    write(work, &[change], args.dry_run, &store, app)
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
