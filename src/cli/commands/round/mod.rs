//! `register round`: a round of inventory: workbooks out to all that carry interventions, and their answers in.

mod named;
mod plan;
mod read;
mod remind;
mod start;
mod status;
mod words;

use crate::cli::app::App;
use crate::cli::error::Exit;
use anyhow::Result;
use clap::Subcommand;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: RoundCommand,
}

#[derive(Debug, Subcommand)]
enum RoundCommand {
    Start(start::Start),
    Read(read::Read),
    Status(status::Status),
    Remind(remind::Remind),
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    match &args.command {
        RoundCommand::Start(args) => start::run(args, app),
        RoundCommand::Read(args) => read::run(args, app),
        RoundCommand::Status(args) => status::run(args, app),
        RoundCommand::Remind(args) => remind::run(args, app),
    }
}
