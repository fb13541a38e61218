//! The command line. The only place that knows the clock, the environment and the terminal, and the
//! only one that prints.

mod app;
mod args;
mod chosen;
mod clock;
mod commands;
mod complete;
mod covering;
mod error;
mod expected;
mod fields;
mod file;
mod global;
mod help;
mod names;
mod output;
mod pager;
mod parts;
mod patience;
mod progress;
mod prompt;
mod reader;
mod reading;
mod shells;
mod spreadsheet;
mod target;
mod ui;
mod usage;
mod visible;
mod written;

pub use args::command;
pub use reader::{Memory, Reader};

use app::App;
use clap::{CommandFactory, FromArgMatches};
use std::process::ExitCode;

/// Runs the command that the program was called with.
#[must_use]
pub fn main() -> ExitCode {
    shells::answer(|| command(global::tongue_around()));
    let arguments: Vec<std::ffi::OsString> = std::env::args_os().collect();
    let line = args::read_line(&names::understood(args::Cli::command()), &arguments);
    let parsed = line.and_then(|(matches, at)| Ok((args::told(&matches), args::Cli::from_arg_matches(&matches)?, at)));
    let exit = match parsed {
        Ok((command, cli, at)) => {
            let app = App::new(global::Global { at, ..cli.global }).of_command(command);
            let exit = prompt::answered_for(&app, || cli.command.run(&app));
            app.tell_understood();
            app.tell_recoveries();
            exit.unwrap_or_else(|error| app.report(&error))
        }
        // The version is the same in every language.
        Err(error) if error.kind() == clap::error::ErrorKind::DisplayVersion => {
            ui::Ui::show(&error.render().to_string());
            error::Exit::Fine
        }
        Err(_) => usage::explain(&arguments),
    };
    ExitCode::from(exit.code())
}
