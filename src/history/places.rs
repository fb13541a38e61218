//! Where a register has lain.

use super::changed::raw;
use super::error::HistoryError;
use super::place::{Commit, Repository};
use crate::format::SETTINGS_FILE;
use crate::store::Cache;
use serde_json::json;

/// The folders that a register has lain in up to a commit, in which it lies in one of them: that one first, then the one
/// that it moved from, and so on back. A branch that parted before a move went on in the old one.
pub(super) fn places(repository: &Repository, from: &Commit, folder: &str) -> Result<Vec<String>, HistoryError> {
    // That takes a walk through all of the history: it is kept, and goes on from where it was.
    let mut cache = repository.cache("places");
    let key = |commit: &Commit| format!("{} {folder}", commit.0);
    let kept = |cache: &Cache, commit: &Commit| serde_json::from_str(&cache.get(&key(commit))?).ok();
    if let Some(known) = kept(&cache, from) {
        return Ok(known);
    }
    let last = cache.get(folder).map(|id| Commit(id.into_owned()));
    let last = last.filter(|last| repository.merge_base(last, from).is_ok_and(|base| base == *last));
    let known: Option<Vec<String>> = last.as_ref().and_then(|last| kept(&cache, last));
    let places = match (known, &last) {
        (Some(known), Some(last)) => found(repository, (from, Some(last)), known)?,
        _ => found(repository, (from, None), vec![folder.to_owned()])?,
    };
    cache.add(&key(from), &json!(places).to_string());
    cache.add(folder, &from.0);
    cache.save();
    Ok(places)
}

/// The places that are known, and those that the register came from to one of them since a commit.
fn found(
    repository: &Repository,
    (from, since): (&Commit, Option<&Commit>),
    mut places: Vec<String>,
) -> Result<Vec<String>, HistoryError> {
    let known = places.len();
    let mut at = 0;
    while let Some(folder) = places.get(at).cloned() {
        let settings = format!("{folder}{SETTINGS_FILE}");
        // A place that is new is looked for in all that went before.
        let since = since.filter(|_| at < known).map(|since| format!("^{}", since.0));
        let arguments = ["log", "--full-history", "--diff-filter=A", "--format=%H", &from.0]
            .into_iter()
            .chain(since.as_deref())
            .chain(["--", settings.as_str()]);
        for commit in repository.git().line(&arguments.collect::<Vec<_>>())?.lines() {
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
