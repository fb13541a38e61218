//! `register report trend` and `register report matrix`: what is told term by term.

use crate::cli::app::App;
use crate::cli::chosen::Chosen;
use crate::cli::clock::end_of;
use crate::cli::complete::for_shape;
use crate::cli::error::{CommandError, Exit};
use crate::cli::expected::named_codes;
use crate::cli::global::as_flag;
use crate::cli::names::{column_in, number_in};
use crate::cli::output::Output;
use crate::format::Texts;
use crate::history::{HistoryError, Snapshot, Source};
use crate::message::say;
use crate::model::{Cycle, Day, FieldType, Kind, Known, Register, Term, slug};
use crate::query::{Dimension, Number, Scope};
use crate::report::{self, Point, WantedTrend, selected, terms_until};
use anyhow::Result;
use clap::Arg;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use std::collections::BTreeMap;

/// How many terms are told where nobody says.
const TERMS: usize = 8;
const COLUMNS: usize = 6;

#[derive(Debug, clap::Args)]
#[command(mut_arg("cycle", |arg: Arg| for_shape(arg, &<Option<Cycle> as FieldType>::SHAPE)))]
pub struct TrendArgs {
    #[arg(long, value_name = "NUMBER", default_value = Number::Ongoing.name(), value_parser = numbers())]
    of: Number,
    #[arg(long, value_name = "FIELD")]
    by: Option<String>,
    #[arg(long, value_name = "CYCLE")]
    cycle: Option<String>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=120))]
    terms: Option<u16>,
    #[arg(long)]
    from_git: bool,
    #[command(flatten)]
    chosen: Chosen,
    #[command(flatten)]
    output: Output,
}

#[derive(Debug, clap::Args)]
#[command(mut_arg("cycle", |arg: Arg| for_shape(arg, &<Option<Cycle> as FieldType>::SHAPE)))]
pub struct MatrixArgs {
    #[arg(long, value_name = "CYCLE")]
    cycle: Option<String>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=120))]
    terms: Option<u16>,
    #[command(flatten)]
    chosen: Chosen,
    #[command(flatten)]
    output: Output,
}

/// Reads the name of a number.
fn numbers() -> impl TypedValueParser<Value = Number> {
    let named = |number: &Number| {
        let called = number.heading().names().flat_map(|name| [as_flag(name), slug(name), name.to_owned()]);
        PossibleValue::new(number.name()).aliases(called)
    };
    let names = PossibleValuesParser::new(Number::ALL.iter().map(named));
    names.map(|name| Number::from_name(&name).unwrap_or(Number::Ongoing))
}

/// The terms that are asked for.
fn terms(cycle: Option<&str>, count: Option<u16>, usual: usize, register: &Register, app: &App) -> Result<Vec<Term>> {
    let cycle = match cycle {
        Some(text) => {
            let understood = Cycle::from_code(text).or_else(|| {
                use crate::catalog::Understand;
                app.reader().ok().and_then(|reader| reader.code(&Cycle::CHOICES, text)).and_then(Cycle::from_code)
            });
            understood.ok_or_else(|| {
                let error = CommandError::usage(app.language.say(say::not_a_cycle(text)));
                error.hint(app.language.say(say::one_of(named_codes(&Cycle::CHOICES, &app.language))))
            })?
        }
        None => register.settings.cycle(),
    };
    Ok(terms_until(app.today()?, cycle, count.map_or(usual, usize::from)))
}

pub fn trend(args: &TrendArgs, app: &App) -> Result<Exit> {
    // What it is told by may be a long text.
    let texts = if args.by.is_some() { Texts::All } else { Texts::Short };
    let register = if args.by.is_some() { app.load()? } else { args.chosen.load(app, false)? };
    let filter = Box::leak(Box::new(args.chosen.filter(app, register)?));
    let by = args.by.as_deref().map(|name| dimension(name, app)).transpose()?;
    if let Some(by) = by.as_ref().filter(|by| args.of.is_of_decisions() && !by.is_of_districts()) {
        let of = number_in(args.of, &app.language);
        let by = column_in(Kind::Intervention, &by.name, &app.language);
        let error = CommandError::usage(app.language.say(say::NotToldBy { of, by }));
        return Err(error.hint(app.language.text(say::NOT_TOLD_BY_HINT)).into());
    }
    if args.of.is_of_decisions() && filter.is_narrow() {
        let error = CommandError::usage(app.language.say(say::not_chosen_by(number_in(args.of, &app.language))));
        return Err(error.hint(app.language.text(say::NOT_CHOSEN_BY_HINT)).into());
    }
    let terms = terms(args.cycle.as_deref(), args.terms, TERMS, register, app)?;
    let today = app.today()?;
    // Whether something was followed up is known when the days of grace have passed.
    let grace = if args.of == Number::FollowedUp { register.settings.grace_days() } else { 0 };
    let mut past = Past { app, texts, registers: BTreeMap::new() };
    let mut points = Vec::new();
    for term in terms {
        let day = term.last().plus_days(grace).min(today);
        let then = if args.from_git { past.register(day)? } else { Some(register) };
        let known = then.map(|then| &*Box::leak(Box::new(Known::of(then, day))));
        points.push(Point { term, known });
    }
    let wanted = WantedTrend { of: args.of, by, filter, is_of_history: args.from_git };
    let document = selected(report::trend(register, &points, &wanted), filter, Kind::Intervention, register);
    args.output.write(document, app.known(register)?, app)?;
    Ok(Exit::Fine)
}

pub fn matrix(args: &MatrixArgs, app: &App) -> Result<Exit> {
    let register = args.chosen.load(app, args.output.written.is_for_people())?;
    let filter = Box::leak(Box::new(args.chosen.filter(app, register)?));
    let terms = terms(args.cycle.as_deref(), args.terms, COLUMNS, register, app)?;
    let known = app.known(register)?;
    let document = report::matrix(&Scope::new(known, filter), &terms);
    args.output.write(selected(document, filter, Kind::Intervention, register), known, app)?;
    Ok(Exit::Fine)
}

/// What a number is told by: a field of interventions.
fn dimension(name: &str, app: &App) -> Result<Dimension, CommandError> {
    let found = Dimension::find(Kind::Intervention, name).and_then(Dimension::gathered);
    found.map_err(|error| super::pivot::dimension_error(error, Kind::Intervention, &app.language))
}

/// The register as it was on several days, each version read once.
struct Past<'a> {
    app: &'a App,
    texts: Texts,
    registers: BTreeMap<String, &'static Register>,
}

impl Past<'_> {
    /// The register as it was at the end of a day; nothing where there was none.
    fn register(&mut self, day: Day) -> Result<Option<&'static Register>> {
        let (repository, given) = self.app.repository()?;
        let commit = match repository.commit_by(end_of(day).unwrap_or(i64::MAX)) {
            Ok(commit) => commit,
            Err(HistoryError::NothingBefore { .. }) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        if let Some(known) = self.registers.get(&commit.0) {
            return Ok(Some(*known));
        }
        let id = commit.0.clone();
        let snapshot = match Snapshot::of_commit(&repository, commit, given.as_deref()) {
            Ok(snapshot) => snapshot,
            Err(HistoryError::NoRegister { .. }) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let source = Source::Git(Box::new(snapshot));
        let mut register = source.load(None, self.texts)?.register;
        self.app.note_beginnings(&source, &mut register);
        let register = &*Box::leak(Box::new(register));
        self.registers.insert(id, register);
        Ok(Some(register))
    }
}
