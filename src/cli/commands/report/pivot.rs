//! `register report pivot [KIND] --rows FIELD --columns FIELD`

use crate::cli::app::App;
use crate::cli::error::{CommandError, Exit};
use crate::cli::fields::{filter, filter_flags, unknown_field};
use crate::cli::output::Output;
use crate::language::Language;
use crate::message::say;
use crate::model::{Cycle, Kind};
use crate::query::{Asked, Dimension, DimensionError, Row, dimensions, pivot, rows};
use crate::report::{self, Figures};
use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, Command, FromArgMatches};
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};

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
    let known =
        move || ArgValueCandidates::new(move || dimensions(kind).into_iter().map(CompletionCandidate::new).collect());
    let field = |name: &'static str| Arg::new(name).long(name).value_name("FIELD").add(known());
    let switch = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
    let command = command
        .args(filter_flags(kind))
        .arg(field("rows").required(true))
        .arg(field("columns").required(true))
        .arg(switch("count").conflicts_with("sum"))
        .arg(field("sum"))
        .arg(switch("percent"))
        .arg(switch("transpose"));
    <Output as clap::Args>::augment_args(command)
}

impl clap::Args for Args {
    fn augment_args(command: Command) -> Command {
        let mut command =
            flags(command, Kind::Intervention).args_conflicts_with_subcommands(true).subcommand_negates_reqs(true);
        for kind in Kind::ALL {
            command = command.subcommand(flags(Command::new(kind.name()).alias(kind.folder()), kind));
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
    let find = |name: &str| -> Result<Option<Dimension>, CommandError> {
        let asked = matches.get_one::<String>(name);
        asked
            .map(|asked| Dimension::find(kind, asked).map_err(|error| dimension_error(error, &app.language)))
            .transpose()
    };
    let asked = match find("sum")? {
        Some(dimension) => Asked::Sum(dimension.summed().map_err(|error| dimension_error(error, &app.language))?),
        None => Asked::Count,
    };
    let gathered = |name: &str| -> Result<Option<Dimension>, CommandError> {
        find(name)?.map(|found| found.gathered().map_err(|error| dimension_error(error, &app.language))).transpose()
    };
    let (Some(mut down), Some(mut across)) = (gathered("rows")?, gathered("columns")?) else { return Ok(Exit::Usage) };
    if matches.get_flag("transpose") {
        std::mem::swap(&mut down, &mut across);
    }
    let figures = if matches.get_flag("percent") { Figures::Share } else { Figures::Amount };
    let mut filter = filter(kind, matches, &app.reader()?)?;
    let register = app.load()?;
    app.resolve(&mut filter, kind, register)?;
    let known = app.known(register)?;
    let register = known.register();
    let rows: Vec<Row<'_>> = rows(known, kind, &filter).collect();
    let pivot = pivot(register, &rows, &down, &across, &asked);
    if pivot.rows.len().saturating_mul(pivot.columns.len()) > MOST_CELLS {
        let error = CommandError::usage(
            app.language.say(say::TooManyCells { columns: pivot.columns.len(), rows: pivot.rows.len() }),
        );
        return Err(error.hint(app.language.text(say::TOO_MANY_CELLS_HINT)).into());
    }
    let document = report::pivot(register, kind, &pivot, &down, &across, &asked, figures);
    args.output.write(document, known, app)?;
    Ok(Exit::Fine)
}

/// Why a field cannot be a side of a pivot or its sum, and which can.
pub(super) fn dimension_error(error: DimensionError, language: &Language) -> CommandError {
    match error {
        DimensionError::Unknown { name, known } => {
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            unknown_field(&name, &known, language)
        }
        DimensionError::Unfit { name } => CommandError::usage(language.say(say::unfit_dimension(name)))
            .hint(language.say(say::dimension_hint(Cycle::CHOICES.codes.join(", ")))),
        DimensionError::NoDays { name } => CommandError::usage(language.say(say::no_days(name))),
    }
}
