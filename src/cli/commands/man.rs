//! `register man`: the manual pages of every command, in the form that `man` reads.

use crate::cli::app::App;
use crate::cli::error::Exit;
use crate::cli::file::write_file;
use crate::cli::target::is_dash;
use crate::cli::ui::Ui;
use crate::language::Language;
use crate::message::{Key, say};
use crate::render::Escaping;
use anyhow::Result;
use clap::Command;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The headings that a page has of its own accord, and what they are called in the language.
const HEADINGS: [(&str, Key); 5] = [
    ("NAME", say::MAN_NAME),
    ("SYNOPSIS", say::MAN_SYNOPSIS),
    ("DESCRIPTION", say::MAN_DESCRIPTION),
    ("EXTRA", say::MAN_EXTRA),
    ("VERSION", say::MAN_VERSION),
];

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long, short, value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    pub output: Option<PathBuf>,
}

/// Writes the pages of a command: the program's own.
pub fn run(args: &Args, mut command: Command, app: &App) -> Result<Exit> {
    command.build();
    match args.output.as_ref().filter(|folder| !is_dash(folder)) {
        None => {
            let mut out = Ui::out(Escaping::Plain);
            out.write_all(page(clap_mangen::Man::new(command), &app.language)?.as_bytes())?;
            out.flush()?;
        }
        Some(folder) => {
            std::fs::create_dir_all(folder)?;
            write_pages(&command, "", folder, &app.language)?;
        }
    }
    Ok(Exit::Fine)
}

/// The text of a page, with its headings in the language.
fn page(page: clap_mangen::Man, language: &Language) -> Result<String> {
    let mut text = Vec::new();
    page.render(&mut text)?;
    let text = String::from_utf8(text)?;
    let in_language = |line: &str| {
        let heading = HEADINGS.iter().find(|(own, _)| line.strip_prefix(".SH ") == Some(own));
        heading.map_or_else(|| format!("{line}\n"), |(_, key)| format!(".SH {}\n", language.text(*key).to_uppercase()))
    };
    Ok(text.lines().map(in_language).collect())
}

/// A page for a command, and one for each that belongs to it: `register-add.1`.
fn write_pages(command: &Command, before: &str, folder: &Path, language: &Language) -> Result<()> {
    let name =
        if before.is_empty() { command.get_name().to_owned() } else { format!("{before}-{}", command.get_name()) };
    let page = page(clap_mangen::Man::new(command.clone().name(name.clone())), language)?;
    write_file(&folder.join(format!("{name}.1")), |out| Ok(out.write_all(page.as_bytes())?))?;
    for inner in command.get_subcommands() {
        write_pages(inner, &name, folder, language)?;
    }
    Ok(())
}
