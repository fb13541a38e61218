//! Where a register has lain.

use super::changed::raw;
use super::error::HistoryError;
use super::place::{Commit, Repository};
use crate::format::SETTINGS_FILE;
use serde_json::json;

/// The folders that a register has lain in up to a commit, in which it lies in one of them: that one first, then the one
/// that it moved from, and so on back. A branch that parted before a move went on in the old one.
pub(super) fn places(repository: &Repository, from: &Commit, folder: &str) -> Result<Vec<String>, HistoryError> {
    // That takes a walk through all of the history, and is kept.
    let mut cache = repository.cache("places");
    let key = format!("{} {folder}", from.0);
    if let Some(known) = cache.get(&key).and_then(|text| serde_json::from_str(&text).ok()) {
        return Ok(known);
    }
    let places = found(repository, from, folder)?;
    cache.add(&key, &json!(places).to_string());
    cache.save();
    Ok(places)
}

fn found(repository: &Repository, from: &Commit, folder: &str) -> Result<Vec<String>, HistoryError> {
    let mut places = vec![folder.to_owned()];
    let mut at = 0;
    while let Some(folder) = places.get(at).cloned() {
        let settings = format!("{folder}{SETTINGS_FILE}");
        let arguments = ["log", "--full-history", "--diff-filter=A", "--format=%H", &from.0, "--", &settings];
        for commit in repository.git().line(&arguments)?.lines() {
            if let Some(old) = moved_from(repository, commit, &settings)?
                && !places.contains(&old)
            {
                places.push(old);
            }
        }
        at += 1;
    }
    Ok(places)
}

/// The folder that the settings lay in before a commit that put them where they are; nothing where they are new there.
fn moved_from(repository: &Repository, commit: &str, settings: &str) -> Result<Option<String>, HistoryError> {
    let output =
        repository.git().run(&["diff-tree", "-r", "-z", "--raw", "-M", "--no-commit-id", "--no-abbrev", commit])?;
    let moved = raw(&output).into_iter().find(|file| file.path == settings).and_then(|file| file.from);
    Ok(moved.and_then(|from| from.strip_suffix(SETTINGS_FILE).map(str::to_owned)))
}
