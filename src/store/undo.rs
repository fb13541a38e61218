//! What the last changes are taken back by: what the files held, kept in a folder of the register's own that git looks
//! away from, and that no reader of records goes into.
//!
//! Each change has an entry: what it was, what each of its files held, and a digest of what it made them hold. The
//! entry is put on disk before the first file is touched. So there may be one of a change that was cut short, and
//! never a change whose entry says something else:
//!
//! * Each file holds what the entry says that it was made to hold: the change can be taken back.
//! * Each holds what it held before: the change was never made, was taken back after it was cut short, or is taken back
//!   already. The entry is passed over.
//! * Anything else: somebody has written there since. Nothing is touched.
//!
//! Taking back is a change as any other, all or nothing, and its entry goes away after it. What is kept are the last
//! [`MOST`] changes; an entry that holds nothing stands for a change that nothing of is to be kept, and for all before it.

use super::error::StoreError;
use super::journal;
use super::load::read_whole;
use super::lock::open_plain;
use super::write::{FileChange, FileStep, inside, prepare, sweep, sync_folder};
use crate::model::Day;
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufRead};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The folder of the entries. It has a list of its own of what git looks away from: everything in it.
const FOLDER: &str = ".register-undo";
/// The first line of an entry; a later layout has another one.
const FIRST_LINE: &str = "register undo 1\n";
/// How many changes are kept.
const MOST: usize = 20;

/// A change, as it is told of afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// The day that it was made on.
    pub on: Day,
    /// The command that made it.
    pub command: String,
    /// Digests of the errors that it took away from its files: where it is taken back, they come back.
    pub mended: Vec<String>,
    /// Whether what the files held is kept, to take it back by. If not, what is kept of earlier changes goes too.
    pub is_kept: bool,
}

/// What became of what the files of a change held.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It is kept, or there was nothing to keep.
    #[default]
    Held,
    /// It is kept nowhere, as was asked.
    Withheld,
    /// It could not be kept.
    Failed,
}

/// A change that can be taken back.
#[derive(Debug, PartialEq, Eq)]
pub struct Undo {
    /// What it was.
    pub deed: Deed,
    number: u64,
    /// When its entry was written.
    made: Option<SystemTime>,
    /// From what the files hold now to what they held.
    steps: Vec<FileStep>,
}

/// The last change, and whether it can be taken back.
#[derive(Debug, PartialEq, Eq)]
pub enum LastChange {
    /// None is known.
    Unknown,
    /// What its files held is kept nowhere.
    Withheld(Deed),
    /// Its files have been changed since, or some of them.
    Changed(Deed, Vec<String>),
    /// It can.
    Held(Undo),
}

impl Undo {
    /// What taking it back changes, to be shown: of what is no text, as much as is.
    #[must_use]
    pub fn changes(&self) -> Vec<FileChange> {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let change = |step: &FileStep| {
            let file = step.file.clone();
            match (&step.before, &step.after) {
                (None, held) => FileChange::Create { file, text: text(held.as_deref().unwrap_or_default()) },
                (Some(now), None) => FileChange::Delete { file, before: now.clone() },
                (Some(now), Some(held)) => FileChange::Replace { file, before: text(now), text: text(held) },
            }
        };
        self.steps.iter().map(change).collect()
    }

    /// What its files held, by path; nothing where there was no file.
    pub(super) fn held(&self) -> BTreeMap<String, Option<Vec<u8>>> {
        self.steps.iter().map(|step| (step.file.clone(), step.after.clone())).collect()
    }

    /// What takes it back, file by file.
    pub(super) fn steps(&self) -> &[FileStep] {
        &self.steps
    }
}

/// The head of an entry, as it stands there.
#[derive(Debug, Deserialize)]
struct Head {
    on: String,
    command: String,
    mended: Vec<String>,
    is_kept: bool,
}

/// Keeps what the files of a change hold, before it is made; gives the entry. The caller holds the lock.
pub(super) fn keep(root: &Path, steps: &[FileStep], deed: &Deed) -> Result<Option<PathBuf>, StoreError> {
    let steps: Vec<&FileStep> = steps.iter().filter(|step| step.before != step.after).collect();
    if steps.is_empty() {
        return Ok(None);
    }
    let folder = made(root)?;
    sweep(&folder);
    let numbers = numbers(root);
    let gone = if deed.is_kept { numbers.len().saturating_sub(MOST - 1) } else { numbers.len() };
    for number in &numbers[..gone] {
        remove(&folder.join(name(*number)))?;
    }
    let Deed { on, command, mended, is_kept } = deed;
    let head = json!({ "on": on.to_string(), "command": command, "mended": mended, "is_kept": is_kept });
    let mut bytes = format!("{FIRST_LINE}{head}\n").into_bytes();
    if deed.is_kept {
        bytes.extend(journal::encoded(steps));
    }
    let path = folder.join(name(numbers.last().map_or(1, |last| last + 1)));
    let ready = prepare(&folder, &bytes, None)?;
    ready.persist(&path).map_err(|error| StoreError::Io { path: path.clone(), source: error.error })?;
    sync_folder(&folder).map_err(StoreError::io(&folder))?;
    Ok(Some(path))
}

/// The last change that was made. Nothing is written.
pub(super) fn last(root: &Path) -> Result<LastChange, StoreError> {
    for number in numbers(root).into_iter().rev() {
        let path = root.join(FOLDER).join(name(number));
        let (deed, entries) = read(&path)?;
        if !deed.is_kept {
            return Ok(LastChange::Withheld(deed));
        }
        let (mut changed, mut steps) = (Vec::new(), Vec::new());
        for (entry, held) in entries {
            let mut path = inside(root, &entry.file)?;
            if path.is_symlink() {
                path = path.canonicalize().map_err(StoreError::io(&path))?;
            }
            let now = held_now(&path)?;
            if now.as_deref().map(journal::digest) != entry.digest {
                changed.push(entry.file.clone());
            }
            steps.push(FileStep { file: entry.file, path, before: now, after: held });
        }
        if changed.is_empty() {
            return Ok(LastChange::Held(Undo { deed, number, made: changed_at(&path), steps }));
        }
        if steps.iter().any(|step| step.before != step.after) {
            return Ok(LastChange::Changed(deed, changed));
        }
    }
    Ok(LastChange::Unknown)
}

/// When a file was written last.
fn changed_at(path: &Path) -> Option<SystemTime> {
    path.metadata().and_then(|metadata| metadata.modified()).ok()
}

/// Whether a file has been written since a change was made, as far as the system knows.
pub(super) fn is_changed_since(root: &Path, undo: &Undo, file: &str) -> bool {
    changed_at(&root.join(file)).zip(undo.made).is_none_or(|(changed, made)| changed >= made)
}

/// The bytes of a file; nothing where there is none. A pipe would keep a reader waiting for ever.
fn held_now(path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    match read_whole(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(StoreError::Io { path: path.to_owned(), source }),
    }
}

/// Takes the entry of a change away that has been taken back, and those above it, of changes that were never made.
pub(super) fn taken_back(root: &Path, undo: &Undo) {
    for number in numbers(root).into_iter().filter(|number| *number >= undo.number) {
        // One that stays is of a change that is not there, and is passed over.
        let _ = remove(&root.join(FOLDER).join(name(number)));
    }
}

/// Takes all away that is kept; says of how many changes.
pub(super) fn forget(root: &Path) -> Result<usize, StoreError> {
    let numbers = numbers(root);
    if !numbers.is_empty() {
        sweep(&root.join(FOLDER));
    }
    for number in &numbers {
        remove(&root.join(FOLDER).join(name(*number)))?;
    }
    Ok(numbers.len())
}

/// Takes an entry away.
pub(super) fn remove(entry: &Path) -> Result<(), StoreError> {
    fs::remove_file(entry).map_err(StoreError::io(entry))
}

/// The folder of the entries, made where there is none; a link may lead anywhere.
fn made(root: &Path) -> Result<PathBuf, StoreError> {
    let folder = root.join(FOLDER);
    if !is_there(&folder) {
        fs::create_dir(&folder).map_err(StoreError::io(&folder))?;
        sync_folder(root).map_err(StoreError::io(root))?;
    }
    let ignored = folder.join(".gitignore");
    if ignored.symlink_metadata().is_err() {
        let ready = prepare(&folder, b"*\n", None)?;
        ready.persist(&ignored).map_err(|error| StoreError::Io { path: ignored, source: error.error })?;
    }
    Ok(folder)
}

fn is_there(folder: &Path) -> bool {
    folder.symlink_metadata().is_ok_and(|metadata| metadata.is_dir())
}

/// The numbers of the entries, the last at the end.
fn numbers(root: &Path) -> Vec<u64> {
    let folder = root.join(FOLDER);
    if !is_there(&folder) {
        return Vec::new();
    }
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let number = |entry: fs::DirEntry| {
        let number = entry.file_name().to_str()?.parse().ok()?;
        (name(number).as_str() == entry.file_name()).then_some(number)
    };
    let mut numbers: Vec<u64> = entries.filter_map(number).collect();
    numbers.sort_unstable();
    numbers
}

/// What the entry of a number is called.
fn name(number: u64) -> String {
    format!("{number:08}")
}

/// An entry: the change, and what each of its files held.
fn read(path: &Path) -> Result<(Deed, journal::Entries), StoreError> {
    let is_none = || StoreError::UndoEntry { path: path.to_owned() };
    let file = open_plain(path, false).map_err(StoreError::io(path))?;
    entry(io::BufReader::new(file)).map_err(StoreError::io(path))?.ok_or_else(is_none)
}

/// What an entry says; nothing where it is none of this program's.
fn entry(mut reader: impl BufRead) -> io::Result<Option<(Deed, journal::Entries)>> {
    let mut line = Vec::new();
    reader.read_until(b'\n', &mut line)?;
    if line != FIRST_LINE.as_bytes() {
        return Ok(None);
    }
    line.clear();
    reader.read_until(b'\n', &mut line)?;
    let head = serde_json::from_slice(&line).ok();
    let deed = head.and_then(|Head { on, command, mended, is_kept }| {
        Some(Deed { on: on.parse().ok()?, command, mended, is_kept })
    });
    Ok(deed.zip(journal::decoded(reader)?))
}
