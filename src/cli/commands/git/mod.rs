//! `register git`

pub mod install;
mod merge_driver;

use crate::cli::app::App;
use crate::cli::error::Exit;
use anyhow::Result;
use clap::Subcommand;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Install(install::Args),
    MergeDriver(merge_driver::Args),
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    match &args.command {
        Command::Install(args) => install::run(args, app),
        Command::MergeDriver(args) => merge_driver::run(args, app),
    }
}
