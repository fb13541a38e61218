//! `register completions SHELL`: the script that completes commands in a shell.

use crate::cli::app::App;
use crate::cli::error::{CommandError, Exit};
use crate::cli::shells::script;
use crate::cli::ui::Ui;
use crate::message::say;
use crate::render::Escaping;
use anyhow::Result;
use clap::ValueEnum;
use std::io::Write;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Shell {
    Bash,
    Zsh,
    Fish,
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    let name = match args.shell {
        Shell::Bash => "bash",
        Shell::Zsh => "zsh",
        Shell::Fish => "fish",
    };
    let mut text = Vec::new();
    if !script(name, &mut text)? {
        return Err(CommandError::failed(app.language.say(say::no_completion(name))).into());
    }
    let mut out = Ui::out(Escaping::Plain);
    out.write_all(&text)?;
    out.flush()?;
    Ok(Exit::Fine)
}
