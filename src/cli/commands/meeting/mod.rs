//! `register meeting`: goes through a meeting, and writes down what was decided and what is done.

mod decide;
mod done;
mod walk;
mod which;

use crate::cli::app::App;
use crate::cli::complete::kind_ids;
use crate::cli::error::Exit;
use crate::model::Kind;
use anyhow::Result;
use clap::Subcommand;

#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Args {
    #[command(subcommand)]
    command: Option<MeetingCommand>,
    #[arg(value_name = "MEETING", add = kind_ids(Kind::Meeting))]
    meeting: Option<String>,
    #[arg(long)]
    dry_run: bool,
}

#[derive(Debug, Subcommand)]
enum MeetingCommand {
    Decide(decide::Decide),
    Done(done::Done),
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    match &args.command {
        Some(MeetingCommand::Decide(args)) => decide::run(args, app),
        Some(MeetingCommand::Done(args)) => done::run(args, app),
        None => walk::run(args.meeting.as_deref(), args.dry_run, app),
    }
}
