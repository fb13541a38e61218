//! The commands, one a file: its arguments, and one function that parses, loads, calls and shows.

pub mod add;
pub mod check;
pub mod completions;
pub mod decisions;
pub mod diff;
pub mod edit;
pub mod export;
pub mod fmt;
pub mod follow_up;
pub mod git;
pub mod init;
pub mod list;
pub mod log;
pub mod man;
pub mod meeting;
pub mod remove;
pub mod rename;
pub mod report;
pub mod resolve;
pub mod schema;
pub mod set;
pub mod show;
pub mod status;
mod write;

use super::app::App;
use super::args::Command;
use super::error::Exit;
use anyhow::Result;

/// Runs a command.
pub fn run(command: Command, app: &App) -> Result<Exit> {
    match command {
        Command::Status(args) => status::run(&args, app),
        Command::List(args) => list::run(&args, app),
        Command::Show(args) => show::run(&args, app),
        Command::Check(args) => check::run(&args, app),
        Command::Report(args) => report::run(&args, app),
        Command::Diff(args) => diff::run(&args, app),
        Command::Decisions(args) => decisions::run(&args, app),
        Command::Meeting(args) => meeting::run(&args, app),
        Command::Export(args) => export::run(&args, app),
        Command::Add(args) => add::run(&args, app),
        Command::Set(args) => set::run(&args, app),
        Command::Edit(args) => edit::run(&args, app),
        Command::FollowUp(args) => follow_up::run(&args, app),
        Command::Rename(args) => rename::run(&args, app),
        Command::Remove(args) => remove::run(&args, app),
        Command::Fmt(args) => fmt::run(&args, app),
        Command::Log(args) => log::run(&args, app),
        Command::Resolve(args) => resolve::run(&args, app),
        Command::Git(args) => git::run(&args, app),
        Command::Init(args) => init::run(&args, app),
        Command::Schema(args) => schema::run(&args, app),
        Command::Completions(args) => completions::run(&args, app),
        Command::Man(args) => man::run(&args, app),
    }
}
