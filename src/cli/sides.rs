//! The two states of a register that are compared: commits, what is staged, or folders; which files they differ
//! in, what these hold, and what the records are called that are named in them.

use super::app::App;
use super::error::CommandError;
use crate::compare::{Comparison, FileStates, RecordChange, State, compare};
use crate::format::{
    AnyRecord, Loaded, Reading, RecordFile, SETTINGS_FILE, assemble, in_order, read_record, read_settings,
};
use crate::history::{
    Changed, Commit, FileVersion, Repository, Snapshot, Tree, between_commits, index_changes, work_tree_changes,
};
use crate::language::say;
use crate::message::{checks, reports};
use crate::model::{Finding, RecordId, Register, Spot, Target, Unread, each_reference};
use crate::report::Between;
use crate::store::Store;
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet};

/// A state of a register.
pub enum Side {
    /// Its folder, as it lies on disk.
    Folder(Store),
    /// A commit, and the register's folder in it.
    Commit(Repository, Commit, String),
    /// What is staged.
    Index(Repository),
}

/// What was compared, and what came of it.
pub struct Compared {
    /// The changes.
    pub comparison: Comparison,
    /// A register of what changed and of what is named in it.
    pub names: Register,
    /// What was compared, in words.
    pub between: Between,
}

impl Side {
    /// The register as it was in a commit.
    pub fn of_commit(repository: &Repository, commit: Commit, given: Option<&str>) -> Result<Self> {
        let folder = Snapshot::folder_in(repository, &commit, given)?;
        Ok(Side::Commit(repository.clone(), commit, folder))
    }

    /// Its files in git; nothing where it is a folder.
    fn tree(&self) -> Result<Option<Tree>> {
        Ok(match self {
            Side::Folder(_) => None,
            Side::Commit(repository, commit, folder) => Some(repository.tree(commit, folder)?),
            Side::Index(repository) => Some(repository.index(repository.prefix())?),
        })
    }

    /// Every file of it.
    fn files(&self) -> Result<BTreeMap<String, Vec<u8>>> {
        if let Some(tree) = self.tree()? {
            let files = tree.files().filter(|(path, _)| is_read(path));
            let (paths, ids): (Vec<&str>, Vec<&str>) = files.map(|(path, blob)| (path, blob.id.as_str())).unzip();
            let read = tree.read_all(&ids, |_, bytes| bytes.to_vec())?;
            return Ok(paths.into_iter().map(str::to_owned).zip(read).collect());
        }
        let Side::Folder(store) = self else { return Ok(BTreeMap::new()) };
        let files = store.files().into_iter().map(|file| file.path).chain([SETTINGS_FILE.to_owned()]);
        files.map(|path| Ok((path.clone(), store.read_bytes(&path)?))).collect()
    }

    /// Some of its files, by their paths; nothing for those that are not there.
    fn read(&self, paths: &[String]) -> Result<Vec<Option<Vec<u8>>>> {
        match self {
            Side::Folder(store) => Ok(paths.iter().map(|path| store.read_bytes(path).ok()).collect()),
            Side::Commit(repository, commit, folder) => {
                let names = paths.iter().map(|path| format!("{}:{folder}{path}", commit.0)).collect::<Vec<_>>();
                Ok(repository.read_named(&names)?)
            }
            Side::Index(repository) => {
                let names = paths.iter().map(|path| format!(":0:{}{path}", repository.prefix())).collect::<Vec<_>>();
                Ok(repository.read_named(&names)?)
            }
        }
    }

    /// The paths of all its records, by their ids.
    fn paths(&self) -> Result<BTreeMap<RecordId, String>> {
        let files: Vec<RecordFile> = match (self, self.tree()?) {
            (Side::Folder(store), _) => store.files(),
            (_, Some(tree)) => tree.files().filter_map(|(path, _)| RecordFile::from_path(path)).collect(),
            (_, None) => Vec::new(),
        };
        Ok(files.into_iter().map(|file| (RecordId::new(file.kind, &file.id), file.path)).collect())
    }

    /// The register as a whole.
    pub fn load(&self) -> Result<Register> {
        let mut files = self.files()?;
        let settings = read_settings(SETTINGS_FILE, &files.remove(SETTINGS_FILE).unwrap_or_default());
        let mut readings: Vec<_> = files
            .into_iter()
            .filter_map(|(path, bytes)| {
                let file = RecordFile::from_path(&path)?;
                let reading = read_record(file.kind, &path, &bytes);
                Some((file, reading))
            })
            .collect();
        in_order(&mut readings, |(file, _)| file);
        Ok(assemble(settings, readings, Vec::new()).register)
    }
}

/// Compares two states of a register.
pub fn compared(before: &Side, after: &Side, between: Between) -> Result<Compared> {
    let files = match (before, after) {
        (Side::Commit(repository, old, from), Side::Commit(_, new, to)) => {
            let changed = between_commits(repository, (old, from), (new, to))?;
            contents(repository, None, changed)?
        }
        (Side::Commit(repository, old, from), Side::Index(_)) => {
            contents(repository, None, index_changes(repository, (old, from))?)?
        }
        (Side::Commit(repository, old, from), Side::Folder(store)) => {
            contents(repository, Some(store), work_tree_changes(repository, (old, from), &|path| store.has(path))?)?
        }
        (before, after) => {
            let (mut old, new) = (before.files()?, after.files()?);
            let mut files: Vec<FileStates> = new
                .into_iter()
                .map(|(path, after)| FileStates { before: old.remove(&path), after: Some(after), path })
                .collect();
            files.extend(old.into_iter().map(|(path, before)| FileStates { path, before: Some(before), after: None }));
            files
        }
    };
    let mut unread = unread(before, after, &files);
    let comparison = compare(files);
    let mut names = names(&comparison.records, before, after)?;
    // What the settings say is read for the names too.
    names.unread.append(&mut unread);
    names.unread.sort();
    names.unread.dedup();
    Ok(Compared { comparison, names, between })
}

/// What can't be read of two states: of the files that differ, as they are or were last, and what of a folder is
/// not looked into at all.
fn unread(before: &Side, after: &Side, files: &[FileStates]) -> Vec<Unread> {
    let mut closed = Vec::new();
    for side in [before, after] {
        if let Side::Folder(store) = side {
            closed.append(&mut store.faults());
            let paths = files.iter().map(|file| &*file.path).filter(|path| is_closed(store, path));
            closed.extend(paths.map(|path| Finding::new(checks::unreadable(), path, Spot::File)));
        }
    }
    let mut settings = Reading { record: None, findings: Vec::new() };
    let mut readings = Vec::new();
    for file in files {
        let bytes = file.after.as_deref().or(file.before.as_deref()).unwrap_or_default();
        match RecordFile::from_path(&file.path) {
            Some(record) => readings.push((record.clone(), read_record(record.kind, &file.path, bytes))),
            None => settings = read_settings(&file.path, bytes),
        }
    }
    in_order(&mut readings, |(file, _)| file);
    assemble(settings, readings, closed).register.unread
}

/// Whether a file is one of a register's.
pub fn is_read(path: &str) -> bool {
    path == SETTINGS_FILE || RecordFile::from_path(path).is_some()
}

/// What files that changed held and hold.
pub fn contents(repository: &Repository, store: Option<&Store>, changed: Vec<Changed>) -> Result<Vec<FileStates>> {
    let changed: Vec<Changed> = changed.into_iter().filter(|file| is_read(&file.path)).collect();
    let versions = changed.iter().flat_map(|file| [&file.before, &file.after]).flatten();
    let ids: BTreeSet<&str> = versions
        .filter_map(|version| if let FileVersion::Git(id) = version { Some(id.as_str()) } else { None })
        .collect();
    let ids: Vec<&str> = ids.into_iter().collect();
    let read: BTreeMap<&str, Vec<u8>> =
        ids.iter().copied().zip(repository.read_blobs(&ids, |_, bytes| bytes.to_vec())?).collect();
    let content = |path: &str, version: &Option<FileVersion>| -> Result<Option<Vec<u8>>> {
        match (version, store) {
            (Some(FileVersion::Git(id)), _) => Ok(read.get(id.as_str()).cloned()),
            (Some(FileVersion::Disk), Some(store)) if store.has(path) => Ok(Some(store.read_bytes(path)?)),
            _ => Ok(None),
        }
    };
    let states = changed.iter().map(|file| {
        let before = content(&file.path, &file.before)?;
        // Nobody knows whether what can't be read has changed; that it can't is told beside.
        let is_closed =
            file.after == Some(FileVersion::Disk) && store.is_some_and(|store| is_closed(store, &file.path));
        let after = if is_closed { before.clone() } else { content(&file.path, &file.after)? };
        // Git may write other line ends on disk than it keeps, and that is no change.
        let is_same = file.after == Some(FileVersion::Disk)
            && before
                .as_deref()
                .map(plain_lines)
                .is_some_and(|before| after.as_deref().map(plain_lines) == Some(before));
        let after = if is_same { before.clone() } else { after };
        Ok(FileStates { path: file.path.clone(), before, after })
    });
    states.collect()
}

/// Whether there is a file on disk that can't be read.
fn is_closed(store: &Store, path: &str) -> bool {
    store.has(path) && store.read_bytes(path).is_err()
}

fn plain_lines(bytes: &[u8]) -> Vec<u8> {
    let ends = |place: &usize| bytes[*place] == b'\r' && bytes.get(place + 1) == Some(&b'\n');
    (0..bytes.len()).filter(|place| !ends(place)).map(|place| bytes[place]).collect()
}

/// A register that holds what changed, as it is or was, and all that is named in it: enough to say what things
/// are called, without reading the rest.
fn names(records: &[RecordChange], before: &Side, after: &Side) -> Result<Register> {
    let mut files: BTreeMap<RecordId, (RecordFile, AnyRecord)> = BTreeMap::new();
    let keep = |files: &mut BTreeMap<RecordId, (RecordFile, AnyRecord)>, state: &State| {
        if let (Some(file), Some(record)) = (RecordFile::from_path(&state.path), state.record()) {
            files.insert(RecordId::new(file.kind, &file.id), (file, record.clone()));
        }
    };
    for change in records {
        change.before.iter().chain(&change.after).for_each(|state| keep(&mut files, state));
    }
    let states = records.iter().flat_map(|change| change.before.iter().chain(&change.after));
    let mut wanted: BTreeSet<RecordId> = BTreeSet::new();
    states.filter_map(|state| state.record()).for_each(|record| named_in(record, &mut wanted));
    // What a meeting is called is made of what its body is called, and so on; no more than twice.
    for _ in 0..2 {
        wanted.retain(|record| !files.contains_key(record));
        let mut next = BTreeSet::new();
        for side in [after, before] {
            let ids: Vec<RecordId> = wanted.iter().filter(|record| !files.contains_key(record)).cloned().collect();
            for (file, bytes) in find(side, &ids)? {
                if let Some(record) = read_record(file.kind, &file.path, &bytes).record {
                    if matches!(record, AnyRecord::Meeting(_) | AnyRecord::Situation(_)) {
                        named_in(&record, &mut next);
                    }
                    files.insert(RecordId::new(file.kind, &file.id), (file, record));
                }
            }
        }
        wanted = next;
    }
    let settings = [after, before].into_iter().find_map(|side| side.read(&[SETTINGS_FILE.to_owned()]).ok()?.pop()?);
    let settings = read_settings(SETTINGS_FILE, &settings.unwrap_or_default());
    let mut readings: Vec<_> = files
        .into_values()
        .map(|(file, record)| (file, Reading { record: Some(record), findings: Vec::new() }))
        .collect();
    in_order(&mut readings, |(file, _)| file);
    let Loaded { register, .. } = assemble(settings, readings, Vec::new());
    Ok(register)
}

/// The records that a record names.
fn named_in(record: &AnyRecord, wanted: &mut BTreeSet<RecordId>) {
    each_reference(record.fields(), &mut |_, target: Target, text| {
        if let Some(pointer) = target.parse(text)
            && let Some(kind) = pointer.kind
        {
            wanted.insert(RecordId::new(kind, pointer.id));
        }
    });
}

/// The files of some records, where they lie as most do; the others are looked for.
fn find(side: &Side, records: &[RecordId]) -> Result<Vec<(RecordFile, Vec<u8>)>> {
    let usual: Vec<String> = records.iter().map(|record| RecordFile::path_of(record.kind, &record.id)).collect();
    let mut found: Vec<(RecordFile, Vec<u8>)> = Vec::new();
    let mut missing: Vec<&RecordId> = Vec::new();
    for ((path, bytes), record) in usual.iter().zip(side.read(&usual)?).zip(records) {
        match (RecordFile::from_path(path), bytes) {
            (Some(file), Some(bytes)) => found.push((file, bytes)),
            _ => missing.push(record),
        }
    }
    if !missing.is_empty() {
        let all = side.paths()?;
        let paths: Vec<String> = missing.into_iter().filter_map(|record| all.get(record).cloned()).collect();
        for (path, bytes) in paths.iter().zip(side.read(&paths)?) {
            found.extend(RecordFile::from_path(path).zip(bytes));
        }
    }
    Ok(found)
}

impl App {
    /// The two states that a person names: `A..B`, `A...B`, `A` against what lies in the folder or is staged, or
    /// two folders.
    pub fn sides(&self, named: &[String], staged: bool) -> Result<(Side, Side, Between)> {
        let language = &self.language;
        if let [before, after] = named
            && [before, after].into_iter().all(|folder| std::path::Path::new(folder).is_dir())
        {
            let here = std::env::current_dir()?;
            let store = |folder: &str| Store::find(&here, Some(std::path::Path::new(folder)));
            let between = Between { before: before.clone(), after: Some(after.clone()) };
            return Ok((Side::Folder(store(before)?), Side::Folder(store(after)?), between));
        }
        if let [before, after] = named {
            let looks_like_folder = |text: &str| text.contains('/') && !text.contains("..");
            let is_dir = |text: &str| std::path::Path::new(text).is_dir();
            if let Some(missing) = [(before, after), (after, before)].into_iter().find_map(|(one, other)| {
                (is_dir(one) && !is_dir(other) && (looks_like_folder(one) || looks_like_folder(other))).then_some(other)
            }) {
                return Err(CommandError::failed(say::no_folder(language, missing.clone())).into());
            }
        }
        let (repository, given) = self.repository()?;
        let given = given.as_deref();
        let commit = |text: &str| self.commit(&repository, if text.is_empty() { "HEAD" } else { text });
        let side = |commit: Commit| Side::of_commit(&repository, commit, given);
        let shown = |text: &str| if text.is_empty() { "HEAD".to_owned() } else { text.to_owned() };
        let pair = match named {
            [] => None,
            [one] => one
                .split_once("...")
                .map(|pair| (pair, true))
                .or_else(|| one.split_once("..").map(|pair| (pair, false))),
            [before, after] => Some(((before.as_str(), after.as_str()), false)),
            _ => return Err(CommandError::usage(say::too_many_sides(language)).into()),
        };
        if let Some(((before, after), from_base)) = pair {
            if staged {
                return Err(CommandError::usage(say::staged_has_one_side(language)).into());
            }
            let (mut old, new) = (commit(before)?, commit(after)?);
            if from_base {
                old = repository.merge_base(&old, &new)?;
            }
            let between = Between { before: shown(before), after: Some(shown(after)) };
            return Ok((side(old)?, side(new)?, between));
        }
        let before = named.first().map_or("HEAD", String::as_str);
        let old = side(commit(before)?)?;
        if staged {
            let between = Between { before: before.to_owned(), after: Some(language.text(reports::DIFF_STAGED)) };
            return Ok((old, Side::Index(repository), between));
        }
        repository.top()?;
        let store = self.disk()?;
        Ok((old, Side::Folder(store), Between { before: before.to_owned(), after: None }))
    }
}
