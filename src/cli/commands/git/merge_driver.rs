//! `register git merge-driver`: git calls it with three versions of a file, and takes what is left in ours.

use super::versions::{MergedFile, Versions};
use crate::change::personal_data_beside;
use crate::cli::app::App;
use crate::cli::error::Exit;
use crate::cli::file::write_file;
use crate::cli::ui::Ui;
use crate::history::{Git, Repository, merge_file};
use crate::merge::{Labels, Merged, merge, side_by_side};
use crate::message::{say, told};
use crate::model::Arg;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "BASE")]
    pub base: PathBuf,
    #[arg(value_name = "OURS")]
    pub ours: PathBuf,
    #[arg(value_name = "THEIRS")]
    pub theirs: PathBuf,
    #[arg(value_name = "PATH")]
    pub path: String,
    #[arg(long, value_name = "NUMBER")]
    pub marker_size: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub ours_label: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub theirs_label: Option<String>,
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    let labels = labels(args);
    let paths = [&args.base, &args.ours, &args.theirs];
    let read = |path: &Path| std::fs::read(path).with_context(|| path.display().to_string());
    let files = [read(&args.base)?, read(&args.ours)?, read(&args.theirs)?];
    // Git calls it at the top.
    let top = std::env::current_dir()?;
    let Some(file) = MergedFile::at(&args.path, &top) else { return by_lines(args, &labels, app) };
    let repository = Repository::around(&top).ok();
    let [base, ours, theirs] = match file.versions(files.clone(), &args.path, repository.as_ref()) {
        Versions::Together(versions) => versions,
        Versions::Apart { ours, theirs } => {
            put(args, side_by_side(&ours, &theirs, &labels).as_bytes())?;
            let language = &app.language;
            Ui::say(&language.say(say::merge_old_format(args.path.clone())));
            Ui::say(&format!("  {}", language.text(say::MERGE_OLD_FORMAT_HINT)));
            return Ok(Exit::Failed);
        }
    };
    let was = String::from_utf8_lossy(&base);
    let [own, other] = [&ours, &theirs].map(|bytes| std::str::from_utf8(bytes));
    if let (Ok(own), Ok(other)) = (own, other)
        && let Some(merged) = merge(&was, own, other, &file.subject, &labels)
    {
        return match merged {
            Merged::Clean(text) => {
                put(args, text.as_bytes())?;
                unless_personal(args, own, &text, app)
            }
            Merged::Conflicts(text) => {
                put(args, text.as_bytes())?;
                conflict(args, app)
            }
        };
    }
    // What can't be read has no fields: git's own merge, by lines, and a person looks at it whatever came of it.
    for ((path, bytes), before) in paths.into_iter().zip([&base, &ours, &theirs]).zip(&files) {
        if bytes != before {
            write_file(path, |out| Ok(out.write_all(bytes)?))?;
        }
    }
    let (merged, is_clean) = merge_file(&Git::new(&top), [&args.ours, &args.base, &args.theirs], &labels)?;
    match [ours, theirs].map(String::from_utf8) {
        [Ok(ours), Ok(theirs)] if is_clean => put(args, side_by_side(&ours, &theirs, &labels).as_bytes())?,
        _ => put(args, &merged)?,
    }
    conflict(args, app)
}

/// Merges what is none of a register's as git does.
fn by_lines(args: &Args, labels: &Labels, app: &App) -> Result<Exit> {
    let git = Git::new(&std::env::current_dir()?);
    let (merged, is_clean) = merge_file(&git, [&args.ours, &args.base, &args.theirs], labels)?;
    put(args, &merged)?;
    if is_clean { Ok(Exit::Fine) } else { conflict(args, app) }
}

/// Stops a merge that brings personal data into a file: git then leaves the file for a person to mend.
fn unless_personal(args: &Args, ours: &str, merged: &str, app: &App) -> Result<Exit> {
    let brought = personal_data_beside(&args.path, ours, merged);
    let Some((_, Arg::Message(what))) = brought.first().and_then(|found| found.message.arguments().first()) else {
        return Ok(Exit::Fine);
    };
    let language = &app.language;
    Ui::say(&language.say(say::MergeBringsPersonal { path: args.path.clone(), what: language.text(*what) }));
    Ui::say(&format!("  {}", language.text(told::CHECK)));
    Ok(Exit::Failed)
}

fn labels(args: &Args) -> Labels {
    let usual = Labels::default();
    // An older git hands its own names on as they are.
    let given = |label: &Option<String>, usual: String| match label.as_deref().map(str::trim) {
        Some("" | "%X" | "%Y") | None => usual,
        Some(label) => label.to_owned(),
    };
    Labels {
        ours: given(&args.ours_label, usual.ours),
        theirs: given(&args.theirs_label, usual.theirs),
        size: args
            .marker_size
            .as_deref()
            .and_then(|size| size.parse().ok())
            .filter(|size| *size >= usual.size)
            .unwrap_or(usual.size),
    }
}

fn put(args: &Args, bytes: &[u8]) -> Result<()> {
    write_file(&args.ours, |out| Ok(out.write_all(bytes)?))
}

/// Says that there is a conflict, and what to do about it.
fn conflict(args: &Args, app: &App) -> Result<Exit> {
    Ui::say(&app.language.say(say::merge_conflict(args.path.clone())));
    Ok(Exit::Failed)
}
