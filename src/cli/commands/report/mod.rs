//! `register report NAME`: makes a report; each has the flags that it has a use for.

mod pivot;
mod time;

use crate::catalog::Understand as _;
use crate::cli::app::App;
use crate::cli::chosen::Chosen;
use crate::cli::complete::{for_shape, kind_ids};
use crate::cli::error::{CommandError, Exit};
use crate::cli::output::Output;
use crate::message::{say, told};
use crate::model::{Day, Kind, Register, Shape, Status, Target, Term};
use crate::query::{Filter, Scope, Wanted};
use crate::report::{self, Document, Report, Template, WantedNeeds, of_districts, selected};
use crate::words::names_by_key;
use anyhow::Result;
use clap::error::ErrorKind;
use clap::{Arg, ArgMatches, Args as _, Command, FromArgMatches, ValueEnum};

/// Which report, and what its own command line says.
#[derive(Debug)]
pub struct Args {
    report: Report,
    matches: ArgMatches,
}

/// The reports that are subcommands.
fn subcommands() -> impl Iterator<Item = Report> {
    Report::ALL.iter().copied().filter(|report| report.is_subcommand())
}

/// The arguments of a report.
fn arguments(report: Report, command: Command) -> Command {
    match report {
        Report::Inventory => InventoryArgs::augment_args(command),
        Report::FollowUp => FollowUpArgs::augment_args(command),
        Report::Matrix => time::MatrixArgs::augment_args(command),
        Report::Trend => time::TrendArgs::augment_args(command),
        Report::Plan => PlanArgs::augment_args(command),
        Report::Coordination => PlainArgs::augment_args(command),
        Report::Board => BoardArgs::augment_args(command),
        Report::Needs => NeedsArgs::augment_args(command),
        Report::Model | Report::Law => PlacesArgs::augment_args(command),
        Report::Pivot => pivot::Args::augment_args(command),
        // These are other commands' own.
        Report::PlanBra | Report::Decisions | Report::Round | Report::Status => command,
    }
}

impl clap::Args for Args {
    fn augment_args(command: Command) -> Command {
        let command = command.subcommand_required(true).arg_required_else_help(true);
        subcommands()
            .fold(command, |command, report| command.subcommand(arguments(report, Command::new(report.name()))))
    }
    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Args {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let (name, matches) = matches.subcommand().ok_or_else(|| clap::Error::new(ErrorKind::MissingSubcommand))?;
        let report = Report::from_name(name).ok_or_else(|| clap::Error::new(ErrorKind::InvalidSubcommand))?;
        Ok(Self { report, matches: matches.clone() })
    }
    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// A report that has nothing to say but what it is of.
#[derive(Debug, clap::Args)]
struct PlainArgs {
    #[command(flatten)]
    chosen: Chosen,
    #[command(flatten)]
    output: Output,
}

/// A report that is of districts, and of no interventions.
#[derive(Debug, clap::Args)]
#[command(mut_arg("district", |arg: Arg| for_shape(arg, &Shape::Reference(Target::Record(Kind::District)))))]
struct PlacesArgs {
    #[arg(long, value_name = "ID")]
    district: Vec<String>,
    #[command(flatten)]
    output: Output,
}

#[derive(Debug, clap::Args)]
struct InventoryArgs {
    #[arg(long, conflicts_with = "status")]
    ongoing_and_planned: bool,
    #[command(flatten)]
    chosen: Chosen,
    #[command(flatten)]
    output: Output,
}

#[derive(Debug, clap::Args)]
struct FollowUpArgs {
    #[arg(long, value_name = "PERIOD")]
    period: Option<String>,
    #[command(flatten)]
    chosen: Chosen,
    #[command(flatten)]
    output: Output,
}

#[derive(Debug, clap::Args)]
struct PlanArgs {
    #[arg(long, value_name = "TEMPLATE", default_value = "chain")]
    template: PlanTemplate,
    #[command(flatten)]
    chosen: Chosen,
    #[command(flatten)]
    output: Output,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum PlanTemplate {
    #[value(aliases = names_by_key("value-chain").iter().copied())]
    Chain,
    Bra,
}

#[derive(Debug, clap::Args)]
struct BoardArgs {
    #[arg(value_name = "BODY", add = kind_ids(Kind::Body))]
    body: String,
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i32).range(1..=9999))]
    year: Option<i32>,
    #[command(flatten)]
    chosen: Chosen,
    #[command(flatten)]
    output: Output,
}

#[derive(Debug, clap::Args)]
struct NeedsArgs {
    #[arg(long)]
    unanswered: bool,
    #[arg(long, value_name = "ID", add = kind_ids(Kind::Body))]
    raised_to: Option<String>,
    #[command(flatten)]
    chosen: Chosen,
    #[command(flatten)]
    output: Output,
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    fn read<T: FromArgMatches>(args: &Args) -> Result<T> {
        Ok(T::from_arg_matches(&args.matches)?)
    }
    match args.report {
        Report::Inventory => inventory(&read(args)?, app),
        Report::FollowUp => follow_up(&read(args)?, app),
        Report::Matrix => time::matrix(&read(args)?, app),
        Report::Trend => time::trend(&read(args)?, app),
        Report::Plan => plan(&read(args)?, app),
        Report::Coordination => plain(&read(args)?, app, |scope| report::coordination(scope).document()),
        Report::Board => board(&read(args)?, app),
        Report::Needs => needs(&read(args)?, app),
        Report::Model => places(&read(args)?, app, |scope| report::model(scope).document()),
        Report::Law => places(&read(args)?, app, |scope| report::law(scope).document()),
        Report::Pivot => pivot::run(&read(args)?, app),
        Report::PlanBra | Report::Decisions | Report::Round | Report::Status => Ok(Exit::Usage),
    }
}

fn plan(args: &PlanArgs, app: &App) -> Result<Exit> {
    let template = match args.template {
        PlanTemplate::Chain => Template::Chain,
        PlanTemplate::Bra => Template::Bra,
    };
    show(&args.chosen, &args.output, app, |scope| Ok(report::plan(scope).document(template)))
}

/// Reads the register, and writes a report of what is chosen. The only long texts that it tells are reasons, to people.
fn show(
    chosen: &Chosen,
    output: &Output,
    app: &App,
    report: impl FnOnce(&Scope<'static>) -> Result<Document<'static>>,
) -> Result<Exit> {
    let register = chosen.load(app, output.written.is_for_people())?;
    let filter = chosen.filter(app, register)?;
    write(filter, register, output, app, report)
}

fn write(
    filter: Filter,
    register: &'static Register,
    output: &Output,
    app: &App,
    report: impl FnOnce(&Scope<'static>) -> Result<Document<'static>>,
) -> Result<Exit> {
    // Kept until the program ends, as the register is.
    let known = app.known(register)?;
    let scope = Scope::new(known, Box::leak(Box::new(filter)));
    let document = report(&scope)?;
    // Districts alone are what such a report has a part of its own for.
    let is_told = scope.is_narrow();
    let document = if is_told {
        selected(document, scope.filter, Kind::Intervention, known)
    } else {
        of_districts(document, scope.filter, known)
    };
    output.write(document, known, app)?;
    Ok(Exit::Fine)
}

fn plain(args: &PlainArgs, app: &App, report: impl FnOnce(&Scope<'static>) -> Document<'static>) -> Result<Exit> {
    show(&args.chosen, &args.output, app, |scope| Ok(report(scope)))
}

fn places(args: &PlacesArgs, app: &App, report: impl FnOnce(&Scope<'static>) -> Document<'static>) -> Result<Exit> {
    let register = app.load_short()?;
    let values: Vec<String> = args.district.iter().flat_map(|named| named.split(',')).map(str::to_owned).collect();
    let mut filter = Filter { wanted: Wanted::in_districts(values).into_iter().collect(), ..Filter::default() };
    app.resolve(&mut filter, Kind::Intervention, register)?;
    write(filter, register, &args.output, app, |scope| Ok(report(scope)))
}

fn inventory(args: &InventoryArgs, app: &App) -> Result<Exit> {
    let register = args.chosen.load(app, args.output.written.is_for_people())?;
    let mut filter = args.chosen.filter(app, register)?;
    if args.ongoing_and_planned {
        filter.wanted.push(ongoing_and_planned());
    }
    write(filter, register, &args.output, app, |scope| Ok(report::inventory(scope)))
}

/// The decision's own selection (D6).
fn ongoing_and_planned() -> Wanted {
    let values = [Status::Ongoing, Status::Planned].map(|status| status.code().to_owned()).to_vec();
    Wanted::new("status", values)
}

fn follow_up(args: &FollowUpArgs, app: &App) -> Result<Exit> {
    let register = app.load()?;
    let filter = args.chosen.filter(app, register)?;
    write(filter, register, &args.output, app, |scope| {
        let term = match &args.period {
            Some(text) => term(text, app)?,
            None => last_whole(scope.register, scope.today),
        };
        Ok(report::follow_up(scope, term).document())
    })
}

/// The last whole term of the register's own cycle.
fn last_whole(register: &Register, today: Day) -> Term {
    Term::of(today, register.settings.cycle()).previous()
}

fn term(text: &str, app: &App) -> Result<Term, CommandError> {
    let reader = app.reader().map_err(|error| CommandError::usage(error.to_string()))?;
    reader.term(text).ok_or_else(|| CommandError::usage(app.language.say(say::not_a_term(text))))
}

fn board(args: &BoardArgs, app: &App) -> Result<Exit> {
    show(&args.chosen, &args.output, app, |scope| {
        let body = app.find(scope.register, &format!("{}/{}", Kind::Body.name(), args.body))?;
        let id = scope.register.own_id(Kind::Body, &body.id).ok_or_else(|| {
            let error = CommandError::failed(app.language.say(say::unreadable_record(body.to_string())));
            error.hint(app.language.say(told::edit(body.id.to_string())))
        })?;
        Ok(report::board(scope, id, args.year.unwrap_or(scope.today.year())).document())
    })
}

fn needs(args: &NeedsArgs, app: &App) -> Result<Exit> {
    show(&args.chosen, &args.output, app, |scope| {
        let find = |body: &String| app.find(scope.register, &format!("{}/{body}", Kind::Body.name()));
        let raised_to = args.raised_to.as_ref().map(find).transpose()?.map(|body| body.id.to_string());
        let wanted = WantedNeeds { unanswered: args.unanswered, raised_to };
        Ok(report::needs(scope, &wanted).document())
    })
}
