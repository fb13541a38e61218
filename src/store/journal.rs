//! What makes a change of several files one: a journal of what they held.
//!
//! A single file changes by one rename, which is whole or has not been. Several files change one after the other,
//! and a program can be killed in between. So, while the lock is held:
//!
//! 1. every new text lies finished beside its place;
//! 2. the journal is put on disk: for each file what it held, and a digest of what it shall hold;
//! 3. the [count](super::lock::count_up) goes up;
//! 4. each file is moved into its place, and the folders are put on disk;
//! 5. the journal is taken away. Only now has the change been made.
//!
//! Whoever next gets the lock and finds a journal takes the change back: a file that holds what the change gave it
//! gets what it held. A file that holds something else was saved by somebody since, and is left as it is. Taking
//! back can itself be cut short and begun again. Something that fails between 3 and 5 is taken back in the same
//! way at once, so that there is one direction, and none has to be remembered.
//!
//! Killed during 4 with `a` done and `b` not: the journal says `a` held A; `a` holds A′, by its digest, and
//! becomes A again; `b` holds B and is left alone. Killed after 4: all is taken back, and nobody was told that it
//! was written.
//!
//! Reading without the lock goes by the count: see [`lock`](super::lock). Who may not write, and so can't take a
//! change back, reads [as though it had been](Before).

use super::error::StoreError;
use super::lock::{count_up, open_plain};
use super::write::{FileStep, inside, is_own, parent, prepare, sweep, sync_folder};
use crate::format::RecordFile;
use serde::Deserialize;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, BufRead, Read};
use std::path::{Path, PathBuf};

/// The journal's name: that of what is unfinished, so that git looks away from it.
pub(super) const JOURNAL: &str = ".register-unfinished-journal";
/// Its first line; a later layout has another one.
const FIRST_LINE: &str = "register journal 1\n";

/// What was put right after a change that was cut short.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recovery {
    /// The files that hold again what they held.
    pub restored: Vec<String>,
    /// The files that somebody has saved since, and that were left as they are.
    pub left: Vec<String>,
}

/// One file of a change, as it stands in the journal. What the file held follows on its line.
#[derive(Debug, Deserialize)]
pub(super) struct JournalEntry {
    pub file: String,
    /// How many bytes it held; nothing where there was no file.
    held: Option<usize>,
    /// The digest of what it shall hold; nothing where there shall be no file.
    pub digest: Option<String>,
}

/// Each entry, with what its file held.
pub(super) type Entries = Vec<(JournalEntry, Option<Vec<u8>>)>;

/// Whether there is a journal: a change that is under way, or was cut short.
pub(super) fn is_there(root: &Path) -> bool {
    root.join(JOURNAL).symlink_metadata().is_ok()
}

/// Puts the journal of a change on disk.
pub(super) fn write(root: &Path, steps: &[FileStep]) -> Result<(), StoreError> {
    let path = root.join(JOURNAL);
    let mut bytes = FIRST_LINE.as_bytes().to_vec();
    bytes.extend(encoded(steps));
    let ready = prepare(root, &bytes, None)?;
    ready.persist(&path).map_err(|error| StoreError::Io { path: path.clone(), source: error.error })?;
    sync_folder(root).map_err(StoreError::io(root))
}

/// What the files of a change held, as it stands in a journal.
pub(super) fn encoded<'s>(steps: impl IntoIterator<Item = &'s FileStep>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for step in steps {
        let held = step.before.as_ref().map(Vec::len);
        let digest = step.after.as_deref().map(digest);
        let entry = json!({ "file": step.file, "held": held, "digest": digest });
        bytes.extend(format!("{entry}\n").into_bytes());
        bytes.extend(step.before.as_deref().unwrap_or_default());
    }
    bytes
}

/// Takes the journal away: the change has been made, or taken back.
///
/// # Errors
/// It is still there.
pub(super) fn remove(root: &Path) -> Result<(), StoreError> {
    let path = root.join(JOURNAL);
    fs::remove_file(&path).map_err(StoreError::io(&path))
}

/// Takes back a change that was cut short, if there was one. The caller holds the lock.
pub(super) fn recover(root: &Path) -> Result<Option<Recovery>, StoreError> {
    if !is_there(root) {
        return Ok(None);
    }
    let entries = read(&root.join(JOURNAL))?;
    // Whoever reads meanwhile reads again.
    count_up(root)?;
    let mut recovery = Recovery::default();
    // What lies ready beside places that are not to be taken is taken away with the rest of the change.
    let places: Vec<PathBuf> = entries.iter().map(|(entry, _)| inside(root, &entry.file)).collect::<Result<_, _>>()?;
    places.iter().map(|place| parent(place)).collect::<BTreeSet<_>>().iter().for_each(|folder| sweep(folder));
    let mut folders: BTreeSet<PathBuf> = BTreeSet::new();
    for ((entry, held), mut path) in entries.into_iter().zip(places).rev() {
        if path.is_symlink() {
            path = path.canonicalize().map_err(StoreError::io(&path))?;
        }
        let now = held_now(&path)?;
        if now == held {
            continue;
        }
        if now.as_deref().map(digest) != entry.digest {
            recovery.left.push(entry.file);
            continue;
        }
        let step = FileStep { file: entry.file, path, before: now, after: held };
        let folder = parent(&step.path);
        let ready = match &step.after {
            None => None,
            Some(bytes) => {
                fs::create_dir_all(&folder).map_err(StoreError::io(&folder))?;
                Some(prepare(&folder, bytes, mode_of(&step.path))?)
            }
        };
        step.apply(ready)?;
        folders.insert(folder);
        recovery.restored.push(step.file);
    }
    for folder in folders {
        sync_folder(&folder).map_err(StoreError::io(&folder))?;
    }
    remove(root)?;
    recovery.restored.sort();
    recovery.left.sort();
    Ok(Some(recovery))
}

/// The bytes of a file; nothing where there is none.
fn held_now(path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(StoreError::Io { path: path.to_owned(), source }),
    }
}

/// What the files of an unfinished change held before it, by path; nothing where there was no file.
#[derive(Debug, Default)]
pub(super) struct Before(pub BTreeMap<String, Option<Vec<u8>>>);

impl Before {
    /// The files of records that were there.
    pub(super) fn files(&self) -> impl Iterator<Item = RecordFile> + Send + '_ {
        self.0.iter().filter(|(_, held)| held.is_some()).filter_map(|(file, _)| RecordFile::from_path(file))
    }
}

/// What an unfinished change has done already, for reading past it.
pub(super) fn before(root: &Path) -> Result<Before, StoreError> {
    let mut before = BTreeMap::new();
    for (entry, held) in read(&root.join(JOURNAL))? {
        let now = held_now(&inside(root, &entry.file)?)?;
        if now != held && now.as_deref().map(digest) == entry.digest {
            before.insert(entry.file, held);
        }
    }
    Ok(Before(before))
}

fn mode_of(path: &Path) -> Option<fs::Permissions> {
    fs::metadata(path).ok().map(|metadata| metadata.permissions())
}

/// The entries of a journal, each with what its file held.
fn read(path: &Path) -> Result<Entries, StoreError> {
    let file = match open_plain(path, false) {
        Ok(file) => file,
        // A link, a pipe or a folder is none.
        Err(_) if path.symlink_metadata().is_ok_and(|metadata| !metadata.is_file()) => {
            return Err(StoreError::Journal { path: path.to_owned() });
        }
        Err(source) => return Err(StoreError::Io { path: path.to_owned(), source }),
    };
    match entries(io::BufReader::new(file)) {
        Ok(Some(entries)) => Ok(entries),
        Ok(None) => Err(StoreError::Journal { path: path.to_owned() }),
        Err(source) => Err(StoreError::Io { path: path.to_owned(), source }),
    }
}

/// The entries; nothing where it is no journal of this program's.
fn entries(mut reader: impl BufRead) -> io::Result<Option<Entries>> {
    let mut line = Vec::new();
    reader.read_until(b'\n', &mut line)?;
    if line == FIRST_LINE.as_bytes() { decoded(reader) } else { Ok(None) }
}

/// What files held, as it was [encoded]; nothing where it is not whole. A file that no change can be of is one that
/// somebody else put there.
pub(super) fn decoded(mut reader: impl BufRead) -> io::Result<Option<Entries>> {
    let mut line = Vec::new();
    let mut entries = Vec::new();
    loop {
        line.clear();
        if reader.read_until(b'\n', &mut line)? == 0 {
            return Ok(Some(entries));
        }
        let Some(entry) = serde_json::from_slice(&line).ok().filter(|entry: &JournalEntry| is_own(&entry.file)) else {
            return Ok(None);
        };
        let mut held = None;
        if let Some(length) = entry.held {
            let mut bytes = Vec::new();
            reader.by_ref().take(length as u64).read_to_end(&mut bytes)?;
            if bytes.len() < length {
                return Ok(None);
            }
            held = Some(bytes);
        }
        entries.push((entry, held));
    }
}

/// What files are told apart by, their SHA-256: one that has been changed has another.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn register() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        fs::create_dir(root.join("districts")).unwrap();
        (folder, root)
    }

    fn step(root: &Path, file: &str, before: Option<&str>, after: Option<&str>) -> FileStep {
        let bytes = |text: Option<&str>| text.map(|text| text.as_bytes().to_vec());
        FileStep { file: file.to_owned(), path: root.join(file), before: bytes(before), after: bytes(after) }
    }

    /// However far a change came, taking it back gives what was there; and whoever can only read sees the same.
    #[test]
    fn a_change_is_taken_back_from_wherever_it_was_cut_short() {
        for done in 0..=3 {
            let (_folder, root) = register();
            fs::write(root.join("districts/ryd.toml"), "ryd").unwrap();
            fs::write(root.join("districts/berga.toml"), "berga").unwrap();
            let steps = [
                step(&root, "districts/ryd.toml", Some("ryd"), Some("new")),
                step(&root, "districts/vasa.toml", None, Some("vasa")),
                step(&root, "districts/berga.toml", Some("berga"), None),
            ];
            write(&root, &steps).unwrap();
            for step in &steps[..done] {
                match &step.after {
                    Some(after) => fs::write(&step.path, after).unwrap(),
                    None => fs::remove_file(&step.path).unwrap(),
                }
            }
            assert_eq!(before(&root).unwrap().0.len(), done);
            let recovery = recover(&root).unwrap().unwrap();
            assert_eq!((recovery.restored.len(), recovery.left.len()), (done, 0));
            let text = |file: &str| fs::read_to_string(root.join("districts").join(file)).ok();
            let texts = [text("ryd.toml"), text("berga.toml"), text("vasa.toml")];
            assert_eq!(texts, [Some("ryd".to_owned()), Some("berga".to_owned()), None]);
            assert_eq!(recover(&root).unwrap(), None);
        }
    }

    #[test]
    fn what_somebody_saved_since_is_left() {
        let (_folder, root) = register();
        fs::write(root.join("districts/ryd.toml"), "ryd").unwrap();
        write(&root, &[step(&root, "districts/ryd.toml", Some("ryd"), Some("new"))]).unwrap();
        fs::write(root.join("districts/ryd.toml"), "by hand").unwrap();
        assert_eq!(recover(&root).unwrap().unwrap().left, ["districts/ryd.toml"]);
        assert_eq!(fs::read_to_string(root.join("districts/ryd.toml")).unwrap(), "by hand");
    }

    /// A journal that came with somebody's files can't make this program write where it never does.
    #[test]
    fn a_journal_of_others_is_not_followed() {
        let (_folder, root) = register();
        let entry = |file: &str| format!("{{\"file\":\"{file}\",\"held\":2,\"digest\":null}}\nhi");
        let texts = [
            FIRST_LINE.to_owned() + &entry(".git/config"),
            FIRST_LINE.to_owned() + &entry("../out.toml"),
            FIRST_LINE.to_owned() + &entry("README.md"),
            FIRST_LINE.to_owned() + &entry("districts/ryd.toml")[..40],
            entry("districts/ryd.toml"),
            String::new(),
        ];
        for text in texts {
            fs::write(root.join(JOURNAL), &text).unwrap();
            assert!(matches!(recover(&root), Err(StoreError::Journal { .. })), "{text}");
            let names: Vec<_> = fs::read_dir(&root).unwrap().flatten().map(|entry| entry.file_name()).collect();
            assert_eq!(names.len(), 2, "{names:?}");
        }
    }
}
