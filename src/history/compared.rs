//! Two states of a register that are compared: which files they differ in, what these hold, and what the records are
//! called that are named in them.

use super::changed::{Changed, FileVersion, between_commits, index_changes, work_tree_changes};
use super::error::HistoryError;
use super::place::Repository;
use super::side::{Side, is_read};
use crate::compare::{Comparison, FileStates, RecordChange, Subject, compare, each_named};
use crate::format::upgrade::{TextFile, may_be_old, planned_in, record_text, upgraded};
use crate::format::{
    AnyRecord, Loaded, Reading, RecordFile, SETTINGS_FILE, assemble, in_order, read_record, read_settings,
    table_of_text,
};
use crate::message::checks;
use crate::model::{Finding, Kind, RecordId, Register, Spot, Target, Unread, each_reference};
use crate::store::Store;
use std::collections::{BTreeMap, BTreeSet};

/// What was compared, and what came of it.
pub struct Compared {
    /// The changes.
    pub comparison: Comparison,
    /// A register of what changed and of what is named in it.
    pub names: Register,
}

/// Compares two states of a register.
///
/// # Errors
/// One of them can't be read.
pub fn compared(before: &Side, after: &Side) -> Result<Compared, HistoryError> {
    let files = files_that_differ(before, after)?;
    let mut unread = unread(before, after, &files);
    let comparison = compare(with_plans(files, &|paths| before.read(paths))?);
    let mut names = names(&comparison.records, before, after)?;
    // What the settings say is read for the names too.
    names.unread.append(&mut unread);
    names.unread.sort();
    names.unread.dedup();
    Ok(Compared { comparison, names })
}

/// The files that may differ in two states, as they were and are. Git knows which, where it has one of the two.
fn files_that_differ(before: &Side, after: &Side) -> Result<Vec<FileStates>, HistoryError> {
    let Side::Commit(repository, old, from) = before else { return all_files(before, after) };
    let old = (old, from.as_str());
    match after {
        Side::Commit(_, new, to) => contents(repository, None, between_commits(repository, old, (new, to))?),
        Side::Index(_) => contents(repository, None, index_changes(repository, old)?),
        Side::Folder(folder) => {
            let changed = work_tree_changes(repository, old, &folder.store, &|| folder.found())?;
            contents(repository, Some(&folder.store), changed)
        }
    }
}

/// Every file of two states.
fn all_files(before: &Side, after: &Side) -> Result<Vec<FileStates>, HistoryError> {
    let (mut old, new) = (before.files()?, after.files()?);
    let mut files: Vec<FileStates> = new
        .into_iter()
        .map(|(path, after)| FileStates { before: old.remove(&path), after: Some(after), path })
        .collect();
    files.extend(old.into_iter().map(|(path, before)| FileStates { path, before: Some(before), after: None }));
    Ok(files)
}

/// What can't be read of two states: of the files that differ, as they are or were last, and what of a folder is
/// not looked into at all.
fn unread(before: &Side, after: &Side, files: &[FileStates]) -> Vec<Unread> {
    let mut closed = Vec::new();
    for side in [before, after] {
        if let Side::Folder(folder) = side {
            closed.extend(folder.found().faults.iter().cloned());
            let paths = files.iter().map(|file| &*file.path).filter(|path| is_closed(&folder.store, path));
            closed.extend(paths.map(|path| Finding::new(checks::unreadable(), path, Spot::File)));
        }
    }
    let mut settings = Reading { record: None, findings: Vec::new() };
    let mut readings = Vec::new();
    for file in files {
        let bytes = file.after.as_deref().or(file.before.as_deref()).unwrap_or_default();
        match RecordFile::from_path(&file.path) {
            Some(record) => {
                let text = std::str::from_utf8(bytes).map(|text| record_text(record.kind, text));
                let bytes = text.as_ref().map_or(bytes, |text| text.as_bytes());
                readings.push((record.clone(), read_record(record.kind, &file.path, bytes)));
            }
            None => settings = read_settings(&file.path, bytes),
        }
    }
    in_order(&mut readings, |(file, _)| file);
    assemble(settings, readings, closed).register.unread
}

/// What files that changed held and hold. `store` is the folder, where they were looked for on disk.
///
/// # Errors
/// Git or the disk can't give one of them.
pub fn contents(
    repository: &Repository,
    store: Option<&Store>,
    changed: Vec<Changed>,
) -> Result<Vec<FileStates>, HistoryError> {
    let changed: Vec<Changed> = changed.into_iter().filter(|file| is_read(&file.path)).collect();
    let versions = changed.iter().flat_map(|file| [&file.before, &file.after]).flatten();
    let ids: BTreeSet<&str> = versions
        .filter_map(|version| if let FileVersion::Git(id) = version { Some(id.as_str()) } else { None })
        .collect();
    let ids: Vec<&str> = ids.into_iter().collect();
    let read: BTreeMap<&str, Vec<u8>> =
        ids.iter().copied().zip(repository.read_blobs(&ids, |_, bytes| bytes.to_vec())?).collect();
    let content = |path: &str, version: &Option<FileVersion>| -> Result<Option<Vec<u8>>, HistoryError> {
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

/// Reads files by their paths; nothing for those that are not there.
pub type ReadFiles<'r> = dyn Fn(&[String]) -> Result<Vec<Option<Vec<u8>>>, HistoryError> + 'r;

/// The files that changed, with the districts in whose plans an intervention of format 1 came or went by a flag of its
/// own: without them nothing tells what plan that is. `read` gives files of the state before, by their paths.
///
/// # Errors
/// One of them can't be read.
pub fn with_plans(mut files: Vec<FileStates>, read: &ReadFiles<'_>) -> Result<Vec<FileStates>, HistoryError> {
    let planned = |path: &str, bytes: Option<&[u8]>| {
        let bytes = bytes.filter(|bytes| may_be_old(path, bytes))?;
        planned_in(&table_of_text(std::str::from_utf8(bytes).ok()?)?).filter(|(is_in, _)| *is_in)
    };
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    for file in &files {
        if RecordFile::from_path(&file.path).is_none_or(|file| file.kind != Kind::Intervention) {
            continue;
        }
        let states = [&file.before, &file.after].map(|bytes| planned(&file.path, bytes.as_deref()));
        if states[0] != states[1] {
            let districts = states.into_iter().flatten().flat_map(|(_, districts)| districts);
            wanted.extend(districts.map(|district| RecordFile::path_of(Kind::District, &district)));
        }
    }
    for file in &files {
        wanted.remove(&file.path);
    }
    if wanted.is_empty() {
        return Ok(files);
    }
    let wanted: Vec<String> = wanted.into_iter().collect();
    for (path, bytes) in wanted.iter().zip(read(&wanted)?) {
        if bytes.is_some() {
            files.push(FileStates { path: path.clone(), before: bytes.clone(), after: bytes });
        }
    }
    Ok(files)
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
fn names(records: &[RecordChange], before: &Side, after: &Side) -> Result<Register, HistoryError> {
    let mut files: BTreeMap<RecordId, (RecordFile, AnyRecord)> = BTreeMap::new();
    for state in records.iter().flat_map(|change| change.before.iter().chain(&change.after)) {
        if let (Some(file), Some(record)) = (RecordFile::from_path(&state.path), state.record()) {
            files.insert(RecordId::new(file.kind, &file.id), (file, record.clone()));
        }
    }
    let states = records.iter().flat_map(|change| change.before.iter().chain(&change.after));
    let (mut wanted, mut names_elements) = (BTreeSet::new(), false);
    states.filter_map(|state| state.record()).for_each(|record| names_elements |= named_in(record, &mut wanted));
    with_named(files, wanted, &[after, before], &BTreeMap::new(), names_elements)
}

/// A register that holds what is named in some changes, as it is in a state, and what has no name of its own: enough to say
/// what things are called there.
///
/// # Errors
/// It can't be read.
pub fn named_at<'c>(side: &Side, changes: impl Iterator<Item = &'c RecordChange>) -> Result<Register, HistoryError> {
    let (mut wanted, mut names_elements) = (BTreeSet::new(), false);
    let mut paths: BTreeMap<RecordId, String> = BTreeMap::new();
    for change in changes {
        if let (Subject::Record(record), Some(state)) = (&change.subject, &change.after) {
            paths.entry(record.clone()).or_insert_with(|| state.path.clone());
        }
        if let Subject::Record(record) = &change.subject
            && record.kind.called_by().is_none()
        {
            wanted.insert(record.clone());
        }
        each_named(change, &mut |kind, id, has_element| {
            wanted.insert(RecordId::new(kind, id));
            names_elements |= has_element;
        });
    }
    with_named(BTreeMap::new(), wanted, &[side], &paths, names_elements)
}

/// A register of some records, with those that are wanted besides, from the first state that has them; with goals where
/// elements are named. `paths` says where some of them may lie.
fn with_named(
    mut files: BTreeMap<RecordId, (RecordFile, AnyRecord)>,
    mut wanted: BTreeSet<RecordId>,
    sides: &[&Side],
    paths: &BTreeMap<RecordId, String>,
    names_elements: bool,
) -> Result<Register, HistoryError> {
    // What a meeting is called is made of what its body is called, and so on; no more than twice.
    for _ in 0..2 {
        wanted.retain(|record| !files.contains_key(record));
        if wanted.is_empty() {
            break;
        }
        let mut next = BTreeSet::new();
        for side in sides {
            let ids: Vec<RecordId> = wanted.iter().filter(|record| !files.contains_key(record)).cloned().collect();
            for file in find(side, &ids, paths, names_elements)? {
                let Some(record) = RecordFile::from_path(&file.path) else { continue };
                let (file, reading) = (record.clone(), read_record(record.kind, &file.path, file.text.as_bytes()));
                if let Some(record) = reading.record {
                    if file.kind.called_by().is_none() {
                        named_in(&record, &mut next);
                    }
                    files.insert(RecordId::new(file.kind, &file.id), (file, record));
                }
            }
        }
        wanted = next;
    }
    let settings = sides.iter().find_map(|side| side.read(&[SETTINGS_FILE.to_owned()]).ok()?.pop()?);
    let settings = read_settings(SETTINGS_FILE, &settings.unwrap_or_default());
    let mut readings: Vec<_> = files
        .into_values()
        .map(|(file, record)| (file, Reading { record: Some(record), findings: Vec::new() }))
        .collect();
    in_order(&mut readings, |(file, _)| file);
    let Loaded { register, .. } = assemble(settings, readings, Vec::new());
    Ok(register)
}

/// The records that a record names; says whether it names elements of some.
fn named_in(record: &AnyRecord, wanted: &mut BTreeSet<RecordId>) -> bool {
    let mut names_elements = false;
    each_reference(record.fields(), &mut |_, target: Target, text| {
        let Some(pointer) = target.parse(text) else { return };
        names_elements |= pointer.element.is_some();
        if let Some(kind) = pointer.kind {
            wanted.insert(RecordId::new(kind, pointer.id));
        }
    });
    names_elements
}

/// The files of some records, where they lie as most do, or where `paths` says; the others are looked for. Where elements are
/// named, the versions of its target picture come with a district, since goals may be named by it.
fn find(
    side: &Side,
    records: &[RecordId],
    paths: &BTreeMap<RecordId, String>,
    names_elements: bool,
) -> Result<Vec<TextFile>, HistoryError> {
    let path = |record: &RecordId| paths.get(record).cloned();
    let usual = |record: &RecordId| path(record).unwrap_or_else(|| RecordFile::path_of(record.kind, &record.id));
    let usual: Vec<String> = records.iter().map(usual).collect();
    let mut found: Vec<TextFile> = Vec::new();
    let mut missing: Vec<&RecordId> = Vec::new();
    let file = |path: &str, bytes: Vec<u8>| {
        let text = String::from_utf8(bytes).ok()?;
        Some(TextFile { path: path.to_owned(), text })
    };
    for ((path, bytes), record) in usual.iter().zip(side.read(&usual)?).zip(records) {
        match bytes {
            Some(bytes) => found.extend(file(path, bytes)),
            None => missing.push(record),
        }
    }
    let districts: Vec<&RecordId> =
        records.iter().filter(|record| names_elements && record.kind == Kind::District).collect();
    if !missing.is_empty() || !districts.is_empty() {
        let kinds = missing.iter().map(|record| record.kind);
        let pictures = districts.first().map(|_| Kind::TargetPicture);
        let all = side.paths(&kinds.chain(pictures).collect())?;
        let is_of = |id: &str| districts.iter().any(|district| id.starts_with(&*district.id));
        let pictures = all.iter().filter(|(record, _)| record.kind == Kind::TargetPicture && is_of(&record.id));
        let others = missing.into_iter().filter_map(|record| all.get(record));
        let paths: Vec<String> = others.chain(pictures.map(|(_, path)| path)).cloned().collect();
        for (path, bytes) in paths.iter().zip(side.read(&paths)?) {
            found.extend(bytes.and_then(|bytes| file(path, bytes)));
        }
    }
    Ok(upgraded(found))
}
