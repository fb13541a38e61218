//! What of a register could not be read in a commit. It is a part of every answer, and costs reading all of it: so it is
//! kept, and of the next commit only what has changed is read.

use super::changed::between_commits;
use super::compared::contents;
use super::error::HistoryError;
use super::kept::Kept;
use super::place::{Commit, Repository};
use super::side::is_read;
use super::snapshot::Snapshot;
use crate::format::upgrade::record_text;
use crate::format::{Reading, RecordFile, SETTINGS_FILE, Texts, assemble, in_order, read_record};
use crate::model::Unread;

/// What of the register in a folder could not be read in a commit.
///
/// # Errors
/// Git can't read it.
pub fn unread_at(
    repository: &Repository,
    commit: &Commit,
    folder: &str,
    kept: &mut Kept,
) -> Result<Vec<Unread>, HistoryError> {
    if let Some(unread) = kept.unread(commit) {
        return Ok(unread);
    }
    let unread = match since_known(repository, commit, folder, kept) {
        Some(unread) => unread,
        None => {
            let tree = repository.tree(commit, folder)?;
            let snapshot = Snapshot { commit: Some(commit.clone()), folder: folder.to_owned(), tree };
            snapshot.load(None, Texts::Short)?.register.unread
        }
    };
    kept.keep_unread(commit, &unread);
    Ok(unread)
}

/// The same, from what is known of another commit and what has changed since. Nothing where files came or went, or the
/// settings changed: that may make a difference to others.
fn since_known(repository: &Repository, commit: &Commit, folder: &str, kept: &Kept) -> Option<Vec<Unread>> {
    let (known, mut unread) = kept.last_unread()?;
    let changed = between_commits(repository, (&known, folder), (commit, folder)).ok()?;
    let is_plain = |path: &str| is_read(path) && path != SETTINGS_FILE;
    if !changed.iter().all(|file| is_plain(&file.path) && file.before.is_some() && file.after.is_some()) {
        return None;
    }
    unread.retain(|own| !changed.iter().any(|file| file.path == own.file));
    let mut readings = Vec::new();
    for states in contents(repository, None, changed).ok()? {
        let (file, bytes) = (RecordFile::from_path(&states.path)?, states.after?);
        let text = std::str::from_utf8(&bytes).map(|text| record_text(file.kind, text));
        let bytes = text.as_ref().map_or(bytes.as_slice(), |text| text.as_bytes());
        let reading = read_record(file.kind, &file.path, bytes);
        readings.push((file, reading));
    }
    in_order(&mut readings, |(file, _)| file);
    let settings = Reading { record: None, findings: Vec::new() };
    unread.append(&mut assemble(settings, readings, Vec::new()).register.unread);
    unread.sort();
    Some(unread)
}
