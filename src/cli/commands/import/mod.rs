//! `register import`: inventories that others have made, as records, and a register of what one was exported as.

mod deciding;
mod draft;
mod inventory;
mod mapping;
mod merging;
mod package;
mod plan;
mod refusing;
mod unknown;
mod words;

use crate::cli::app::App;
use crate::cli::error::Exit;
use anyhow::Result;
use clap::Subcommand;

#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Args {
    #[command(subcommand)]
    what: Option<What>,
    #[command(flatten)]
    inventory: inventory::Inventory,
}

#[derive(Debug, Subcommand)]
enum What {
    Package(package::Package),
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    match &args.what {
        Some(What::Package(args)) => package::run(args, app),
        None => inventory::run(&args.inventory, app),
    }
}
