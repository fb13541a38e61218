//! Which files of a register two of its states differ in.

use super::error::HistoryError;
use super::parts::{parts, text};
use super::place::{Commit, Repository, below};
use super::tree::Tree;
use crate::format::SETTINGS_FILE;
use crate::store::{Found, Store};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::panic::resume_unwind;

/// Where a version of a file is read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileVersion {
    /// From git, by the id of its content.
    Git(String),
    /// From the work tree.
    Disk,
}

/// A file that is not the same in two states. What is only on one side was added or removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Its path in the register, with `/` between folders.
    pub path: String,
    /// What it was; nothing where it is new.
    pub before: Option<FileVersion>,
    /// What it is; nothing where it is gone.
    pub after: Option<FileVersion>,
}

/// The files that two commits differ in, in the order of paths. The register may have moved between them.
///
/// # Errors
/// Git can't read them.
pub fn between_commits(
    repository: &Repository,
    (before, old): (&Commit, &str),
    (after, new): (&Commit, &str),
) -> Result<Vec<Changed>, HistoryError> {
    if old != new {
        return Ok(between_trees(&repository.tree(before, old)?, &repository.tree(after, new)?));
    }
    let output = repository.git().run(&[
        "diff-tree",
        "-r",
        "-z",
        "--raw",
        "--no-renames",
        "--no-abbrev",
        &before.0,
        &after.0,
        "--",
        below(new),
    ])?;
    Ok(raw(&output).into_iter().filter_map(|file| file.changed(new, None)).collect())
}

/// The files in which what is staged differs from a commit.
///
/// # Errors
/// Git can't read them.
pub fn index_changes(repository: &Repository, (before, old): (&Commit, &str)) -> Result<Vec<Changed>, HistoryError> {
    let folder = repository.prefix();
    if old != folder {
        return Ok(between_trees(&repository.tree(before, old)?, &repository.index(folder)?));
    }
    let output = repository.git().run(&[
        "diff-index",
        "--cached",
        "--ita-invisible-in-index",
        "-z",
        "--raw",
        "--no-renames",
        "--no-abbrev",
        &before.0,
        "--",
        below(folder),
    ])?;
    let files = raw(&output);
    if files.iter().any(|file| file.is_unmerged) {
        return Ok(between_trees(&repository.tree(before, old)?, &repository.index(folder)?));
    }
    let unique: BTreeMap<String, Raw> = files.into_iter().map(|file| (file.path.clone(), file)).collect();
    Ok(unique.into_values().filter_map(|file| file.changed(folder, None)).collect())
}

/// The files in which the work tree may differ from a commit, and those that git does not know of.
///
/// A file is told of also where only its times are new: what is read decides. `found` tells what is on disk in the register's
/// folder.
///
/// # Errors
/// Git can't read them, or there is no work tree.
pub fn work_tree_changes<'f>(
    repository: &Repository,
    (before, old): (&Commit, &str),
    store: &Store,
    found: &(dyn Fn() -> &'f Found + Sync),
) -> Result<Vec<Changed>, HistoryError> {
    repository.top()?;
    let folder = repository.prefix();
    let git = repository.git();
    let is_same_place = old == folder;
    let is_there = |path: &str| store.has(path);
    let listed = || git.run(&["ls-files", "-z", "--", below(folder)]);
    let known = || {
        let arguments = ["diff-index", "-z", "--raw", "--no-renames", "--no-abbrev", &before.0, "--", below(folder)];
        if is_same_place { git.run(&arguments).map(Some) } else { Ok(None) }
    };
    // They look at every file: side by side.
    let (found, listed, output) = std::thread::scope(|scope| {
        let (found, listed) = (scope.spawn(found), scope.spawn(listed));
        let output = known();
        (found.join(), listed.join(), output)
    });
    let found = found.unwrap_or_else(|panic| resume_unwind(panic));
    let (listed, output) = (listed.unwrap_or_else(|panic| resume_unwind(panic))?, output?);
    let listed: HashSet<String> =
        parts(&listed).filter_map(|path| Some(text(path).strip_prefix(folder)?.to_owned())).collect();
    // Whatever is on disk is in the register, also what somebody has told git to look away from.
    let settings = is_there(SETTINGS_FILE).then_some(SETTINGS_FILE);
    let on_disk = found.files.iter().map(|file| &*file.path).chain(settings);
    let untracked = on_disk.filter(|path| !listed.contains(*path));
    let mut changed: BTreeMap<String, Changed> = BTreeMap::new();
    if let Some(output) = output {
        for file in raw(&output) {
            let is_on_disk = file.path.strip_prefix(folder).is_some_and(is_there);
            if let Some(file) = file.changed(folder, Some(is_on_disk)) {
                changed.insert(file.path.clone(), file);
            }
        }
    } else {
        for (path, blob) in repository.tree(before, old)?.files() {
            let after = is_there(path).then_some(FileVersion::Disk);
            let before = Some(FileVersion::Git(blob.id.clone()));
            changed.insert(path.to_owned(), Changed { path: path.to_owned(), before, after });
        }
        for (path, _) in repository.index(folder)?.files() {
            let after = is_there(path).then_some(FileVersion::Disk);
            let new = || Changed { path: path.to_owned(), before: None, after };
            changed.entry(path.to_owned()).or_insert_with(new);
        }
    }
    for path in untracked {
        let new = || Changed { path: path.to_owned(), before: None, after: None };
        changed.entry(path.to_owned()).or_insert_with(new).after = Some(FileVersion::Disk);
    }
    Ok(changed.into_values().collect())
}

/// The files that two trees differ in.
fn between_trees(before: &Tree, after: &Tree) -> Vec<Changed> {
    let old: BTreeMap<&str, &str> = before.files().map(|(path, blob)| (path, blob.id.as_str())).collect();
    let new: BTreeMap<&str, &str> = after.files().map(|(path, blob)| (path, blob.id.as_str())).collect();
    let paths: BTreeSet<&str> = old.keys().chain(new.keys()).copied().collect();
    let version = |id: Option<&&str>| id.map(|id| FileVersion::Git((*id).to_owned()));
    paths
        .into_iter()
        .filter(|path| old.get(path) != new.get(path))
        .map(|path| Changed { path: path.to_owned(), before: version(old.get(path)), after: version(new.get(path)) })
        .collect()
}

/// A file as git tells of its change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Raw {
    /// The id of what it was; nothing where it was not.
    pub before: Option<String>,
    /// Of a merge, what it was in each other of the commits before it.
    pub others: Vec<Option<String>>,
    /// The id of what it is; nothing where it is not, or where git has not looked.
    pub after: Option<String>,
    /// The path that it had, where git thinks that it was renamed.
    pub from: Option<String>,
    /// Its path from the top.
    pub path: String,
    /// Whether a merge has left it open.
    pub is_unmerged: bool,
}

impl Raw {
    /// The same, below a register's folder; nothing where it is not in it. In a work tree, whether it is on disk
    /// decides whether it is there.
    pub fn changed(self, folder: &str, is_on_disk: Option<bool>) -> Option<Changed> {
        let path = self.path.strip_prefix(folder)?.to_owned();
        let after = match is_on_disk {
            Some(is_on_disk) => is_on_disk.then_some(FileVersion::Disk),
            None => self.after.map(FileVersion::Git),
        };
        Some(Changed { path, before: self.before.map(FileVersion::Git), after })
    }
}

/// Reads what `--raw -z` writes: `:mode mode id id status`, and one path, or two where it was renamed. Of a merge,
/// what it was is what the first parent has.
pub(super) fn raw(bytes: &[u8]) -> Vec<Raw> {
    let mut files = Vec::new();
    let mut rest = parts(bytes);
    while let Some(about) = rest.next() {
        files.extend(raw_file(about, &mut rest));
    }
    files
}

/// How many paths follow what is told of a file. A merge has one letter for each parent, and one path all the same.
pub(super) fn paths_of(about: &[u8]) -> usize {
    let about = text(about);
    let parents = about.trim_start_matches('\n').bytes().take_while(|byte| *byte == b':').count();
    let is_renamed = about.rsplit(' ').next().is_some_and(|status| status.starts_with(['R', 'C']));
    if parents == 1 && is_renamed { 2 } else { 1 }
}

/// Reads one file's change.
pub(super) fn raw_file<'b>(about: &[u8], rest: &mut impl Iterator<Item = &'b [u8]>) -> Option<Raw> {
    let about = text(about);
    let about = about.trim_start_matches('\n');
    let parents = about.bytes().take_while(|byte| *byte == b':').count();
    if parents == 0 {
        return None;
    }
    let words: Vec<&str> = about[parents..].split(' ').collect();
    // A link is told of where it leads, and a repository within the repository is none of a register's.
    let id = |place: usize| {
        let (id, mode) = (*words.get(place)?, *words.get(place.checked_sub(parents + 1)?)?);
        let is_file = mode.starts_with("100");
        (is_file && !id.bytes().all(|byte| byte == b'0')).then(|| id.to_owned())
    };
    let status = *words.last()?;
    let (before, after) = (id(parents + 1), id(2 * parents + 1));
    let others = (1..parents).map(|parent| id(parents + 1 + parent)).collect();
    let is_renamed = paths_of(about.as_bytes()) == 2;
    let first = text(rest.next()?);
    let (from, path) = if is_renamed { (Some(first), text(rest.next()?)) } else { (None, first) };
    let is_unmerged = status.starts_with('U');
    let is_copy = status.starts_with('C');
    Some(Raw { before: before.filter(|_| !is_copy), others, after, from: from.filter(|_| !is_copy), path, is_unmerged })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_reads_what_git_tells_of_a_change() {
        let output = b":100644 100644 aa bb M\0r/bodies/a.toml\0:000000 100644 0000 cc A\0r/b\n.toml\0\
            :100644 100644 aa aa R100\0r/old.toml\0r/new.toml\0::100644 100644 100644 aa bb cc MM\0r/m.toml\0";
        let files = raw(output);
        assert_eq!(files.len(), 4);
        assert_eq!((files[0].before.as_deref(), files[0].after.as_deref()), (Some("aa"), Some("bb")));
        assert_eq!((files[1].before.as_deref(), files[1].path.as_str()), (None, "r/b\n.toml"));
        assert_eq!((files[2].from.as_deref(), files[2].path.as_str()), (Some("r/old.toml"), "r/new.toml"));
        assert_eq!((files[3].before.as_deref(), files[3].after.as_deref()), (Some("aa"), Some("cc")));
        assert_eq!(files[3].others, [Some("bb".to_owned())]);
        let changed = files[1].clone().changed("r/", None).unwrap();
        assert_eq!((changed.path.as_str(), changed.after), ("b\n.toml", Some(FileVersion::Git("cc".to_owned()))));
    }
}
