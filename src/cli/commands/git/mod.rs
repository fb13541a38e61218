//! `register git`: sets a clone up, and merges for git.

mod before_rebase;
pub mod install;
mod merge_driver;
mod under_way;
mod versions;

pub use under_way::{are_several, merged_sides, under_way};
pub use versions::{MergedFile, Versions};

use crate::cli::app::App;
use crate::cli::error::Exit;
use anyhow::Result;
use clap::Subcommand;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: GitCommand,
}

#[derive(Debug, Subcommand)]
enum GitCommand {
    Install(install::Args),
    MergeDriver(merge_driver::Args),
    BeforeRebase(before_rebase::Args),
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    match &args.command {
        GitCommand::Install(args) => install::run(args, app),
        GitCommand::MergeDriver(args) => merge_driver::run(args, app),
        GitCommand::BeforeRebase(args) => before_rebase::run(args, app),
    }
}
