//! `register report pivot [KIND] --rows FIELD [--columns FIELD] [--of NUMBERS]`

use crate::cli::app::App;
use crate::cli::error::{CommandError, Exit};
use crate::cli::expected::unknown_field;
use crate::cli::fields::{filter, filter_flags};
use crate::cli::names::columns_in;
use crate::cli::output::Output;
use crate::language::Language;
use crate::message::say;
use crate::model::{Cycle, Kind};
use crate::query::{
    Asking, Dimension, DimensionError, Figure, Filter, Number, Row, dimensions, figures, pivot, rows_with_money,
};
use crate::report::{self, Asked, Figures, selected};
use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, Command, FromArgMatches};
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};
use std::collections::BTreeSet;

/// The arguments: those of interventions, or of the kind that is named.
#[derive(Debug)]
pub struct Args {
    kind: Kind,
    matches: ArgMatches,
    output: Output,
}

/// A pivot with more cells than this is none that anyone can use.
const MOST_CELLS: usize = 1_000_000;

/// The flags of a kind.
fn flags(command: Command, kind: Kind) -> Command {
    let known = |names: fn(Kind) -> Vec<String>| {
        ArgValueCandidates::new(move || names(kind).into_iter().map(CompletionCandidate::new).collect())
    };
    let field = |name: &'static str| Arg::new(name).long(name).value_name("FIELD").add(known(dimensions));
    let of = Arg::new("of").long("of").value_name("NUMBERS").value_delimiter(',').action(ArgAction::Append);
    let switch = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
    let command = command
        .args(filter_flags(kind))
        .arg(field("rows").required(true))
        .arg(field("columns"))
        .arg(of.add(known(figures)))
        .arg(switch("percent"))
        .arg(switch("transpose").requires("columns"));
    <Output as clap::Args>::augment_args(command)
}

impl clap::Args for Args {
    fn augment_args(command: Command) -> Command {
        let mut command =
            flags(command, Kind::Intervention).args_conflicts_with_subcommands(true).subcommand_negates_reqs(true);
        for kind in Kind::ALL {
            command = command.subcommand(flags(Command::new(kind.name()), kind));
        }
        command
    }
    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Args {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let (kind, matches) = match matches.subcommand() {
            Some((name, inner)) => (Kind::from_name(name).unwrap_or(Kind::Intervention), inner),
            None => (Kind::Intervention, matches),
        };
        Ok(Self { kind, matches: matches.clone(), output: Output::from_arg_matches(matches)? })
    }
    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    let (kind, matches) = (args.kind, &args.matches);
    let field = |name: &str| -> Result<Option<Dimension>, CommandError> {
        let asked = matches.get_one::<String>(name);
        let found = asked.map(|asked| Dimension::find(kind, asked).and_then(Dimension::gathered)).transpose();
        found.map_err(|error| dimension_error(error, kind, &app.language))
    };
    let (Some(mut down), mut across) = (field("rows")?, field("columns")?) else { return Ok(Exit::Usage) };
    if let Some(across) = across.as_mut().filter(|_| matches.get_flag("transpose")) {
        std::mem::swap(&mut down, across);
    }
    let mut figures = Vec::new();
    for asked in matches.get_many::<String>("of").unwrap_or_default() {
        figures.push(Figure::find(kind, asked).map_err(|error| dimension_error(error, kind, &app.language))?);
    }
    // Each once.
    let mut seen = BTreeSet::new();
    figures.retain(|figure| seen.insert(figure.name.clone()));
    if figures.is_empty() {
        figures.push(Figure::of(Number::Count));
    }
    let told = if matches.get_flag("percent") { Figures::Share } else { Figures::Amount };
    if let Some(figure) = figures.iter().find(|figure| told == Figures::Share && !figure.has_parts()) {
        let error = CommandError::usage(app.language.say(say::no_share(figure.name.clone())));
        return Err(error.hint(app.language.text(say::NO_SHARE_HINT)).into());
    }
    let register = app.load()?;
    let mut filter = filter(kind, matches, &app.reader_of(register)?)?;
    app.resolve(&mut filter, kind, register)?;
    // Kept until the program ends, as the register is.
    let filter: &'static Filter = Box::leak(Box::new(filter));
    let known = app.known(register)?;
    let register = known.register();
    let rows: Vec<Row<'_>> = rows_with_money(known, kind, filter).collect();
    let pivot = pivot(&Asking::new(known, filter), &rows, &down, across.as_ref(), &figures);
    let columns = pivot.columns.len().saturating_mul(figures.len());
    if pivot.rows.len().saturating_mul(columns) > MOST_CELLS {
        let error = CommandError::usage(app.language.say(say::TooManyCells { columns, rows: pivot.rows.len() }));
        return Err(error.hint(app.language.text(say::TOO_MANY_CELLS_HINT)).into());
    }
    let asked = Asked {
        kind,
        down: &down,
        across: across.as_ref(),
        figures: &figures,
        told,
        year: known.day().year(),
        within: filter.within(),
    };
    let document = selected(report::pivot(register, &pivot, &asked), filter, kind, register);
    args.output.write(document, known, app)?;
    Ok(Exit::Fine)
}

/// Why a field cannot be a side of a pivot or told in it, and which can.
pub(super) fn dimension_error(error: DimensionError, kind: Kind, language: &Language) -> CommandError {
    match error {
        DimensionError::Unknown { name, known } => unknown_field(&name, &columns_in(kind, &known, language), language),
        DimensionError::Unfit { name } => CommandError::usage(language.say(say::unfit_dimension(name)))
            .hint(language.say(say::dimension_hint(Cycle::CHOICES.codes.join(", ")))),
        DimensionError::Named { name } => CommandError::usage(language.say(say::number_has_no_colon(name)))
            .hint(language.text(say::NUMBER_HAS_NO_COLON_HINT)),
        DimensionError::NoNumber { name } => CommandError::usage(language.say(say::no_number(name))),
        DimensionError::NoDays { name } => CommandError::usage(language.say(say::no_days(name))),
    }
}
