//! `register git merge-driver`: git calls it with three versions of a file, and takes what is left in ours.

use super::under_way::under_way;
use crate::change::personal_data_beside;
use crate::cli::app::App;
use crate::cli::error::Exit;
use crate::cli::file::write_file;
use crate::cli::ui::Ui;
use crate::compare::Subject;
use crate::format::upgrade::{moved_elsewhere, old_place, record_text};
use crate::format::{RecordFile, SETTINGS_FILE, table_of_text};
use crate::history::{Git, Repository, merge_file};
use crate::merge::{Labels, Merged, agreed, holds, holds_either_way, markers_in, merge, side_by_side};
use crate::message::say;
use crate::model::{Arg, RecordId};
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
    let read = |path: &Path| std::fs::read(path).with_context(|| path.display().to_string());
    let mut files = [read(&args.base)?, read(&args.ours)?, read(&args.theirs)?];
    let (folder, subject) = subject(&args.path).unzip();
    if let Some(base) = std::str::from_utf8(&files[0]).ok().filter(|base| markers_in(base)) {
        // Where two histories have crossed, git begins from a merge of its own of what both began from. What was open in
        // that one had no single value.
        let is_read = |text: &String| table_of_text(text).is_some();
        let agreed = agreed(base).filter(is_read).or_else(|| began_from(folder.as_deref()?, &args.path));
        if let Some(agreed) = agreed {
            write_file(&args.base, |out| Ok(out.write_all(agreed.as_bytes())?))?;
            files[0] = agreed.into_bytes();
        }
    }
    match Formats::of(&files, folder.as_deref(), subject.as_ref()) {
        Formats::One => {}
        Formats::Apart { ours, theirs } => {
            put(args, side_by_side(&ours, &theirs, &labels).as_bytes())?;
            let language = &app.language;
            Ui::say(&language.say(say::merge_old_format(args.path.clone())));
            Ui::say(&format!("  {}", language.text(say::MERGE_OLD_FORMAT_HINT)));
            return Ok(Exit::Failed);
        }
        Formats::Together(texts) => {
            // Git's own reads them from the disk.
            for (path, text) in [&args.base, &args.ours, &args.theirs].into_iter().zip(&texts) {
                write_file(path, |out| Ok(out.write_all(text.as_bytes())?))?;
            }
            files = texts.map(String::into_bytes);
        }
    }
    let texts = files.each_ref().map(|bytes| std::str::from_utf8(bytes));
    if let ([Ok(base), Ok(ours), Ok(theirs)], Some(subject)) = (texts, &subject)
        && let Some(merged) = merge(base, ours, theirs, subject, &labels)
    {
        return match merged {
            Merged::Clean(text) => {
                put(args, text.as_bytes())?;
                unless_personal(args, ours, &text, app)
            }
            Merged::Conflicts(text) => {
                put(args, text.as_bytes())?;
                conflict(args, app)
            }
        };
    }
    // Git's own, where it can't be sure that all is there.
    let git = Git::new(&std::env::current_dir()?);
    let (merged, is_clean) = merge_file(&git, [&args.ours, &args.base, &args.theirs], &labels)?;
    let (is_whole, both) = match (texts, &subject, std::str::from_utf8(&merged)) {
        ([Ok(base), Ok(ours), Ok(theirs)], Some(subject), Ok(text)) => {
            let holds = if is_clean {
                holds(base, ours, theirs, text, subject)
            } else {
                // Where one of them does not parse, there is nothing to hold it to.
                let is_read = |text: &str| crate::format::table_of_text(text).is_some();
                !(is_read(ours) && is_read(theirs)) || holds_either_way(base, ours, theirs, text, subject)
            };
            (holds, (!holds).then(|| side_by_side(ours, theirs, &labels)))
        }
        // What is no record of the register is git's to merge.
        (_, None, _) => (true, None),
        // What is no text can't be read as a record, however it was merged.
        _ => (!is_clean, None),
    };
    match both {
        Some(both) => put(args, both.as_bytes())?,
        None => put(args, &merged)?,
    }
    if !(is_clean && is_whole) {
        return conflict(args, app);
    }
    let [_, ours, _] = &files;
    unless_personal(args, &String::from_utf8_lossy(ours), &String::from_utf8_lossy(&merged), app)
}

/// What versions of a file are that may be of different formats.
enum Formats {
    /// All of one.
    One,
    /// Written in this program's, none has anything that is a record of its own there but what all of the older have.
    Together([String; 3]),
    /// One of the older format has changed what is a record of its own now. That can't be merged in this file.
    Apart { ours: String, theirs: String },
}

impl Formats {
    /// Of the base, ours and theirs.
    fn of(files: &[Vec<u8>; 3], folder: Option<&str>, subject: Option<&Subject>) -> Self {
        let (Some(folder), Some(Subject::Record(record))) = (folder, subject) else { return Formats::One };
        let kind = record.kind;
        let texts = files.each_ref().map(|bytes| std::str::from_utf8(bytes).ok());
        let [Some(base), Some(ours), Some(theirs)] = texts else { return Formats::One };
        let texts = [base, ours, theirs];
        let repository = std::env::current_dir().ok().and_then(|top| Repository::around(&top).ok());
        let merging = repository.as_ref().and_then(|repository| under_way(repository, folder));
        // That a line is gone does not tell whether somebody took it away, or it stands elsewhere now.
        let registers = merging.as_ref().and_then(|merging| merging.are_old().ok()).unwrap_or_else(|| {
            // A commit that is picked, or a stash: what git tells nothing of is as old as what it began from.
            let is_old = old_place(kind, base).is_some();
            [is_old, false, is_old]
        });
        let are_old = [0, 1, 2].map(|place| registers[place] || old_place(kind, texts[place]).is_some());
        match are_old {
            [true, false, false] if base.is_empty() => {
                // A record of its own on both sides, and a part of another one in what they began from.
                let path = RecordFile::path_of(kind, &record.id);
                match merging.and_then(|merging| merging.base_text(&path).ok().flatten()) {
                    Some(base) => Formats::Together([&base, ours, theirs].map(str::to_owned)),
                    None => Formats::One,
                }
            }
            [false, false, false] | [true, true, true] => Formats::One,
            _ => {
                let before = moved_elsewhere(kind, base);
                let mut old = texts.iter().zip(are_old).filter(|(_, is_old)| *is_old);
                if old.all(|(text, _)| moved_elsewhere(kind, text) == before) {
                    Formats::Together(texts.map(|text| record_text(kind, text).into_owned()))
                } else {
                    Formats::Apart { ours: ours.to_owned(), theirs: theirs.to_owned() }
                }
            }
        }
    }
}

/// The text of a file in the last commit that both sides have, where git tells what it is merging.
fn began_from(folder: &str, path: &str) -> Option<String> {
    let repository = Repository::around(&std::env::current_dir().ok()?).ok()?;
    under_way(&repository, folder)?.began_from(path).ok().flatten()
}

/// Stops a merge that brings personal data into a file: git then leaves the file for a person to mend.
fn unless_personal(args: &Args, ours: &str, merged: &str, app: &App) -> Result<Exit> {
    let brought = personal_data_beside(&args.path, ours, merged);
    let Some((_, Arg::Message(what))) = brought.first().and_then(|found| found.message.arguments().first()) else {
        return Ok(Exit::Fine);
    };
    let language = &app.language;
    Ui::say(&language.say(say::MergeBringsPersonal { path: args.path.clone(), what: language.text(*what) }));
    Ui::say("  register check");
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

/// The folder of the register that the file at a path in the repository is of, empty or with a `/` last, and what it is
/// there. The folder that has the settings is the register's; a repository may have folders above it that are named as
/// those within.
fn subject(path: &str) -> Option<(String, Subject)> {
    let parts: Vec<&str> = path.split('/').collect();
    let folder = |place: usize| parts[..place].iter().map(|part| format!("{part}/")).collect::<String>();
    let at = |place: usize| -> Option<(String, Subject)> {
        let inner = parts[place..].join("/");
        let subject = if inner == SETTINGS_FILE {
            Subject::Settings
        } else {
            let file = RecordFile::from_path(&inner)?;
            Subject::Record(RecordId::new(file.kind, &file.id))
        };
        Some((folder(place), subject))
    };
    let is_register = |place: &usize| Path::new(&folder(*place)).join(SETTINGS_FILE).is_file();
    let places: Vec<usize> = (0..parts.len()).filter(|place| at(*place).is_some()).collect();
    places.iter().copied().find(is_register).or(places.first().copied()).and_then(at)
}

fn put(args: &Args, bytes: &[u8]) -> Result<()> {
    write_file(&args.ours, |out| Ok(out.write_all(bytes)?))
}

/// Says that there is a conflict, and what to do about it.
fn conflict(args: &Args, app: &App) -> Result<Exit> {
    Ui::say(&app.language.say(say::merge_conflict(args.path.clone())));
    Ui::say("  register resolve");
    Ok(Exit::Failed)
}
