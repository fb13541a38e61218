//! The arguments. What they mean, in each language, stands in the messages `help-…`, which a test
//! holds to be complete.

use super::app::App;
use super::commands;
use super::error::Exit;
use super::global::{Global, asked_past, past, past_before_commands};
use super::help;
use super::names;
use crate::language::{Language, Tongue};
use anyhow::Result;
use clap::{ArgMatches, CommandFactory, Parser, Subcommand};
use std::ffi::OsString;

#[derive(Debug, Parser)]
#[command(
    name = "register",
    version,
    arg = past_before_commands(),
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
    #[command(arg = past())]
    Status(commands::status::Args),
    #[command(arg = past())]
    List(commands::list::Args),
    #[command(arg = past())]
    Show(commands::show::Args),
    #[command(arg = past())]
    Check(commands::check::Args),
    #[command(arg = past())]
    Report(commands::report::Args),
    #[command(arg = past())]
    Decisions(commands::decisions::Args),
    Meeting(commands::meeting::Args),
    Round(commands::round::Args),
    #[command(arg = past())]
    Diff(commands::diff::Args),
    #[command(arg = past())]
    Log(commands::log::Args),
    #[command(arg = past())]
    Sql(commands::sql::Args),
    #[command(arg = past())]
    Export(commands::export::Args),
    Import(commands::import::Args),
    Add(commands::add::Args),
    Set(commands::set::Args),
    Edit(commands::edit::Args),
    FollowUp(commands::follow_up::Args),
    Propose(commands::adopt::Propose),
    Adopt(commands::adopt::Adopt),
    Rename(commands::rename::Args),
    HandOver(commands::hand_over::Args),
    Remove(commands::remove::Args),
    Undo(commands::undo::Args),
    Fmt(commands::fmt::Args),
    Upgrade(commands::upgrade::Args),
    Resolve(commands::resolve::Args),
    Git(commands::git::Args),
    Init(commands::init::Args),
    Schema(commands::schema::Args),
    Completions(commands::completions::Args),
    Man(commands::man::Args),
    Help(commands::help::Args),
}

impl Command {
    /// Runs the command, and says how the program ends.
    pub fn run(&self, app: &App) -> Result<Exit> {
        match self {
            Command::Status(args) => commands::status::run(args, app),
            Command::List(args) => commands::list::run(args, app),
            Command::Show(args) => commands::show::run(args, app),
            Command::Check(args) => commands::check::run(args, app),
            Command::Report(args) => commands::report::run(args, app),
            Command::Diff(args) => commands::diff::run(args, app),
            Command::Decisions(args) => commands::decisions::run(args, app),
            Command::Meeting(args) => commands::meeting::run(args, app),
            Command::Round(args) => commands::round::run(args, app),
            Command::Sql(args) => commands::sql::run(args, app),
            Command::Export(args) => commands::export::run(args, app),
            Command::Import(args) => commands::import::run(args, app),
            Command::Add(args) => commands::add::run(args, app),
            Command::Set(args) => commands::set::run(args, app),
            Command::Edit(args) => commands::edit::run(args, app),
            Command::FollowUp(args) => commands::follow_up::run(args, app),
            Command::Propose(args) => commands::adopt::propose(args, app),
            Command::Adopt(args) => commands::adopt::adopt(args, app),
            Command::Rename(args) => commands::rename::run(args, app),
            Command::HandOver(args) => commands::hand_over::run(args, app),
            Command::Remove(args) => commands::remove::run(args, app),
            Command::Undo(args) => commands::undo::run(args, app),
            Command::Fmt(args) => commands::fmt::run(args, app),
            Command::Upgrade(args) => commands::upgrade::run(args, app),
            Command::Log(args) => commands::log::run(args, app),
            Command::Resolve(args) => commands::resolve::run(args, app),
            Command::Git(args) => commands::git::run(args, app),
            Command::Init(args) => commands::init::run(args, app),
            Command::Schema(args) => commands::schema::run(args, app),
            Command::Completions(args) => commands::completions::run(args, app),
            Command::Help(args) => commands::help::run(args, &command(app.language.tongue()), app),
            Command::Man(args) => commands::man::run(args, command(app.language.tongue()), app),
        }
    }
}

/// Reads a line as a command understands it, and takes from it the past that is asked for.
pub fn read_line(program: &clap::Command, line: &[OsString]) -> Result<(ArgMatches, Option<String>), clap::Error> {
    let matches = program.clone().try_get_matches_from(line)?;
    let at = asked_past(&matches, program)?;
    Ok((matches, at))
}

/// The command of a line, with the record that it was given, as it is told of afterwards: not what was written of it.
pub fn told(line: &ArgMatches) -> String {
    let Some((name, inner)) = line.subcommand() else {
        // Each command has its own names for what it is given.
        let given = ["id", "meeting", "old"].into_iter().find_map(|name| line.try_get_raw(name).ok().flatten());
        return given.into_iter().flatten().map(|given| given.to_string_lossy()).collect();
    };
    [name, &told(inner)].join(" ").trim_end().to_owned()
}

/// The `register` command as clap knows it, in a language: for help, completion and manual pages.
#[must_use]
pub fn command(tongue: Tongue) -> clap::Command {
    let language = Language::new(tongue);
    help::with_usage(names::in_words_of(help::localized(Cli::command(), &language), &language), &language)
}
