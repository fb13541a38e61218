//! `register help [COMMAND…]`: what `--help` says of a command.

use crate::cli::app::App;
use crate::cli::error::{CommandError, Exit};
use crate::cli::ui::Ui;
use crate::message::say;
use anyhow::Result;
use clap::Command;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "COMMAND")]
    pub command: Vec<String>,
}

/// Shows the help of a command of the program's.
pub fn run(args: &Args, program: &Command, app: &App) -> Result<Exit> {
    // A command knows its place once the whole is built.
    let mut program = program.clone();
    program.build();
    let mut command = &mut program;
    for name in &args.command {
        command = command.find_subcommand_mut(name).ok_or_else(|| {
            CommandError::usage(app.language.say(say::usage_unknown_command(name.clone())))
                .hint(app.language.text(say::USAGE_MORE))
        })?;
    }
    let help = command.render_help();
    Ui::show(&if app.ui.palette().on { help.ansi().to_string() } else { help.to_string() });
    Ok(Exit::Fine)
}
