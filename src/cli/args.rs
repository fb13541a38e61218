//! The arguments. What they mean, in both languages, stands in the messages `help-…`, which a test
//! holds to be complete.

use super::commands;
use anstream::ColorChoice;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

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

/// What goes for every command.
#[derive(Debug, Clone, Args)]
pub struct Global {
    #[arg(long, global = true, value_name = "DIR", env = "REGISTER_DIR", value_hint = clap::ValueHint::DirPath)]
    pub register: Option<PathBuf>,
    #[arg(long, global = true, value_name = "LANG", env = "REGISTER_LANG")]
    pub lang: Option<Lang>,
    #[arg(long, global = true, value_name = "DATE", env = "REGISTER_TODAY")]
    pub today: Option<String>,
    #[arg(long, global = true, value_name = "REV|DATE")]
    pub at: Option<String>,
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: Color,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    Sv,
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

impl From<Color> for ColorChoice {
    fn from(color: Color) -> Self {
        match color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        }
    }
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
