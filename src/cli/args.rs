//! The arguments. What they mean, in both languages, stands in the messages `help-…`, which a test
//! holds to be complete.

use super::commands;
use super::global::Global;
use clap::{Parser, Subcommand};

#[derive(Debug, Parser)]
#[command(
    name = "register",
    version,
    disable_help_subcommand = true,
    arg_required_else_help = true,
    max_term_width = 100
)]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Status(commands::status::Args),
    List(commands::list::Args),
    Show(commands::show::Args),
    Check(commands::check::Args),
    Report(commands::report::Args),
    Decisions(commands::decisions::Args),
    Meeting(commands::meeting::Args),
    Diff(commands::diff::Args),
    Log(commands::log::Args),
    Export(commands::export::Args),
    Add(commands::add::Args),
    Set(commands::set::Args),
    Edit(commands::edit::Args),
    FollowUp(commands::follow_up::Args),
    Rename(commands::rename::Args),
    Remove(commands::remove::Args),
    Fmt(commands::fmt::Args),
    Resolve(commands::resolve::Args),
    Git(commands::git::Args),
    Init(commands::init::Args),
    Schema(commands::schema::Args),
    Completions(commands::completions::Args),
    Man(commands::man::Args),
}
