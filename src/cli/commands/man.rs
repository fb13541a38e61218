//! `register man`: the manual pages of every command, in the form that `man` reads.

use crate::cli::error::Exit;
use crate::cli::file::write_file;
use crate::cli::target::is_dash;
use crate::cli::ui::Ui;
use crate::render::Escaping;
use anyhow::Result;
use clap::Command;
use std::io::Write;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long, short, value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    pub output: Option<PathBuf>,
}

/// Writes the pages of a command: the program's own.
pub fn run(args: &Args, mut command: Command) -> Result<Exit> {
    command.build();
    match args.output.as_ref().filter(|folder| !is_dash(folder)) {
        None => {
            let mut out = Ui::out(Escaping::Plain);
            clap_mangen::Man::new(command).render(&mut out)?;
            out.flush()?;
        }
        Some(folder) => {
            std::fs::create_dir_all(folder)?;
            write_pages(&command, "", folder)?;
        }
    }
    Ok(Exit::Fine)
}

/// A page for a command, and one for each that belongs to it: `register-add.1`.
fn write_pages(command: &Command, before: &str, folder: &std::path::Path) -> Result<()> {
    let name =
        if before.is_empty() { command.get_name().to_owned() } else { format!("{before}-{}", command.get_name()) };
    let page = clap_mangen::Man::new(command.clone().name(name.clone()));
    write_file(&folder.join(format!("{name}.1")), |out| {
        let mut text = Vec::new();
        page.render(&mut text)?;
        Ok(out.write_all(&text)?)
    })?;
    for inner in command.get_subcommands() {
        write_pages(inner, &name, folder)?;
    }
    Ok(())
}
