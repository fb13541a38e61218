//! `register report NAME`

use crate::cli::app::App;
use crate::cli::error::Exit;
use crate::cli::fields::{filter, filter_flags};
use crate::cli::output::Output;
use crate::model::{Kind, Status};
use crate::query::Wanted;
use crate::report;
use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, Command, FromArgMatches, Subcommand};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    report: Report,
}

#[derive(Debug, Subcommand)]
enum Report {
    Inventory(Inventory),
}

/// The arguments of the inventory.
#[derive(Debug)]
struct Inventory {
    matches: ArgMatches,
    output: Output,
}

impl clap::Args for Inventory {
    fn augment_args(command: Command) -> Command {
        let selection = Arg::new("ongoing-and-planned").long("ongoing-and-planned").action(ArgAction::SetTrue);
        Output::augment_args(command.args(filter_flags(Kind::Intervention)).arg(selection.conflicts_with("status")))
    }
    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Inventory {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        Ok(Self { matches: matches.clone(), output: Output::from_arg_matches(matches)? })
    }
    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    match &args.report {
        Report::Inventory(inventory) => run_inventory(inventory, app),
    }
}

fn run_inventory(args: &Inventory, app: &App) -> Result<Exit> {
    let today = app.today()?;
    let reader = app.reader()?;
    let mut filter = filter(Kind::Intervention, &args.matches, &reader)?;
    if args.matches.get_flag("ongoing-and-planned") {
        filter.wanted.push(ongoing_and_planned());
    }
    let (_, register) = app.load()?;
    app.resolve(&mut filter, Kind::Intervention, register)?;
    args.output.write(report::inventory(register, &filter, today), &register.settings, app)?;
    Ok(Exit::Fine)
}

/// The decision's own selection (D6).
fn ongoing_and_planned() -> Wanted {
    let values = [Status::Ongoing, Status::Planned].map(|status| status.code().to_owned()).to_vec();
    Wanted { field: "status", values }
}
