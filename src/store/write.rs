//! Writing files so that nothing is lost: each is made whole beside its place, put on disk, and then
//! moved into it; a file that is not what it was when it was read is left alone.

use super::error::StoreError;
use super::journal;
use super::lock::count_up;
use super::undo::{self, Deed, Kept, Undo};
use crate::format::{RecordFile, SETTINGS_FILE};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;
use tempfile::TempPath;

/// What unfinished files begin with: hidden, so that nobody takes them for records.
pub const UNFINISHED: &str = ".register-unfinished-";
/// What they end with; the journal, which is needed, does not.
const UNFINISHED_END: &str = ".tmp";

/// How long a save takes, at most, from one step to the next.
const QUIET: Duration = Duration::from_millis(20);
/// How long a file stays empty that is being saved: no record is empty for long.
const QUIET_IF_EMPTY: Duration = Duration::from_secs(1);
/// How often a file is looked at that somebody goes on writing in.
const QUIET_LOOKS: usize = 50;

/// A change to the files of a register. Paths are relative to it, with `/` between folders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileChange {
    /// A file that is not there yet.
    Create {
        /// Its path in the register, with `/` between folders.
        file: String,
        /// What it shall hold.
        text: String,
    },
    /// New text for a file.
    Replace {
        /// Its path in the register, with `/` between folders.
        file: String,
        /// What it held when it was read.
        before: String,
        /// What it shall hold.
        text: String,
    },
    /// A file is taken away.
    Delete {
        /// Its path in the register, with `/` between folders.
        file: String,
        /// What it held when it was read, text or not.
        before: Vec<u8>,
    },
}

impl FileChange {
    /// The path of the file in the register, whatever happens to it.
    #[must_use]
    pub fn file(&self) -> &str {
        match self {
            FileChange::Create { file, .. } | FileChange::Replace { file, .. } | FileChange::Delete { file, .. } => {
                file
            }
        }
    }

    /// What the file held, and what it shall hold; nothing where there was or shall be no file.
    #[must_use]
    pub fn texts(&self) -> (&str, &str) {
        match self {
            FileChange::Create { text, .. } => ("", text),
            FileChange::Replace { before, text, .. } => (before, text),
            FileChange::Delete { before, .. } => (std::str::from_utf8(before).unwrap_or_default(), ""),
        }
    }
}

/// A file of a change: where it is, what it holds, and what it shall hold. Nothing stands for no file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct FileStep {
    pub file: String,
    pub path: PathBuf,
    pub before: Option<Vec<u8>>,
    pub after: Option<Vec<u8>>,
}

/// A change that was made.
#[must_use]
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Committed {
    /// What the disk would not vouch for: the change is there to be read, and may be gone after a power cut.
    pub unsynced: Vec<PathBuf>,
    /// Whether it can be taken back later.
    pub kept: Kept,
}

impl FileStep {
    fn new(root: &Path, change: &FileChange) -> Result<Self, StoreError> {
        let file = change.file().to_owned();
        if !is_own(&file) {
            return Err(StoreError::Outside { file });
        }
        let path = inside(root, &file)?;
        Ok(match change {
            FileChange::Create { text, .. } => FileStep { file, path, before: None, after: Some(text.clone().into()) },
            FileChange::Replace { before, text, .. } => {
                let path = path.canonicalize().map_err(StoreError::io(&path))?;
                FileStep { file, path, before: Some(before.clone().into()), after: Some(text.clone().into()) }
            }
            FileChange::Delete { before, .. } => FileStep { file, path, before: Some(before.clone()), after: None },
        })
    }

    /// Looks whether the file is what it was when it was read.
    fn look(&self) -> Result<(), StoreError> {
        match &self.before {
            Some(before) => unchanged(&self.path, &self.file, before),
            None if self.path.symlink_metadata().is_ok() => Err(StoreError::Exists { file: self.file.clone() }),
            None => Ok(()),
        }
    }

    /// Makes the new text, if there is one, whole beside its place.
    fn prepare(&self) -> Result<Option<TempPath>, StoreError> {
        let Some(after) = &self.after else { return Ok(None) };
        let folder = parent(&self.path);
        fs::create_dir_all(&folder).map_err(StoreError::io(&folder))?;
        let mode = match self.before {
            Some(_) => Some(fs::metadata(&self.path).map_err(StoreError::io(&self.path))?.permissions()),
            None => None,
        };
        prepare(&folder, after, mode).map(Some)
    }

    /// Moves the new text into its place, or takes the file away; not where somebody has changed it.
    pub(super) fn apply(&self, ready: Option<TempPath>) -> Result<(), StoreError> {
        match (&self.before, ready) {
            // Not even a program that takes no notice of the lock can lose its file here.
            (None, Some(ready)) => match ready.persist_noclobber(&self.path) {
                Ok(_) => Ok(()),
                Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
                    Err(StoreError::Exists { file: self.file.clone() })
                }
                Err(error) => Err(StoreError::Io { path: self.path.clone(), source: error.error }),
            },
            (Some(before), Some(ready)) => self.replace(before, ready),
            (Some(before), None) => self.take_away(before),
            (None, None) => Ok(()),
        }
    }

    /// Takes a file away. It is moved aside first, and put back where it is not what it was.
    fn take_away(&self, before: &[u8]) -> Result<(), StoreError> {
        self.look()?;
        let aside = prepare(&parent(&self.path), &[], None)?;
        fs::rename(&self.path, &aside).map_err(StoreError::io(&self.path))?;
        if fs::read(&aside).map_err(StoreError::io(&self.path))? == before {
            return Ok(());
        }
        aside
            .persist_noclobber(&self.path)
            .map_err(|error| StoreError::Io { path: self.path.clone(), source: error.error })?;
        Err(StoreError::Changed { file: self.file.clone() })
    }

    /// Moves a text into the place of another. Between a look and a rename somebody may save, so the two are
    /// exchanged in one step where the system can: what then lies outside is looked at, and put back where it is
    /// not what it was.
    fn replace(&self, before: &[u8], ready: TempPath) -> Result<(), StoreError> {
        self.look()?;
        if exchange(&ready, &self.path) {
            let was = fs::read(&ready).map_err(StoreError::io(&ready))?;
            if was == before {
                // What it held goes with the file beside it.
                return Ok(());
            }
            if exchange(&ready, &self.path) {
                return Err(StoreError::Changed { file: self.file.clone() });
            }
        }
        ready.persist(&self.path).map_err(|error| StoreError::Io { path: self.path.clone(), source: error.error })?;
        Ok(())
    }
}

/// Exchanges two files in one step; says whether the system could.
fn exchange(one: &Path, other: &Path) -> bool {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).is_ok()
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = (one, other);
        false
    }
}

/// Makes changes, all of them or none, and keeps what they can be [taken back](super::undo) by. The caller holds the
/// lock.
pub(super) fn commit(root: &Path, changes: &[FileChange], deed: &Deed) -> Result<Committed, StoreError> {
    let steps = changes.iter().map(|change| FileStep::new(root, change)).collect::<Result<Vec<_>, _>>()?;
    make(root, &steps, Some(deed))
}

/// Takes back a change that was made. The caller holds the lock.
pub(super) fn take_back(root: &Path, undo: &Undo) -> Result<Committed, StoreError> {
    let committed = make(root, undo.steps(), None)?;
    undo::taken_back(root, undo);
    Ok(committed)
}

/// Takes each file a step further, all of them or none; a change of several files has a [journal](super::journal).
fn make(root: &Path, steps: &[FileStep], deed: Option<&Deed>) -> Result<Committed, StoreError> {
    // Everything that can go wrong does so before the first file is touched.
    let folders: BTreeSet<PathBuf> = steps.iter().map(|step| parent(&step.path)).collect();
    folders.iter().for_each(|folder| sweep(folder));
    sweep(root);
    let mut ready = Vec::new();
    for step in steps {
        step.look()?;
        ready.push(step.prepare()?);
    }
    let (kept, entry) = keep(root, steps, deed);
    let mut committed = exchanged(root, steps, ready, folders).inspect_err(|_| {
        // An entry of a change that was not made is passed over where it can't be taken away.
        drop(entry.as_deref().map(undo::remove));
    })?;
    committed.kept = kept;
    Ok(committed)
}

/// Keeps what the files hold. That it can't be kept stands in nobody's way; but then what was kept before is no longer
/// of the last change.
fn keep(root: &Path, steps: &[FileStep], deed: Option<&Deed>) -> (Kept, Option<PathBuf>) {
    let Some(deed) = deed else { return (Kept::Held, None) };
    match undo::keep(root, steps, deed) {
        Ok(entry) if deed.is_kept || entry.is_none() => (Kept::Held, entry),
        Ok(entry) => (Kept::Withheld, entry),
        Err(_) => {
            drop(undo::forget(root));
            (Kept::Failed, None)
        }
    }
}

/// Moves what lies ready into its place.
fn exchanged(
    root: &Path,
    steps: &[FileStep],
    ready: Vec<Option<TempPath>>,
    folders: BTreeSet<PathBuf>,
) -> Result<Committed, StoreError> {
    let is_one = steps.len() < 2;
    if !is_one {
        journal::write(root, steps).and_then(|()| count_up(root)).or_else(|error| took_back(root, steps, error))?;
    }
    for (step, ready) in steps.iter().zip(ready) {
        step.apply(ready).or_else(|error| if is_one { Err(error) } else { took_back(root, steps, error) })?;
    }
    let mut committed = Committed::default();
    let mut sync = |folder: PathBuf| {
        if sync_folder(&folder).is_err() && !committed.unsynced.contains(&folder) {
            committed.unsynced.push(folder);
        }
    };
    folders.into_iter().for_each(&mut sync);
    if !is_one {
        journal::remove(root).or_else(|error| took_back(root, steps, error))?;
        sync(root.to_owned());
    }
    Ok(committed)
}

/// Takes back what was done of a change that failed; gives its error, or that of a change that stands half.
fn took_back(root: &Path, steps: &[FileStep], error: StoreError) -> Result<(), StoreError> {
    if !journal::is_there(root) || journal::recover(root).is_ok() {
        return Err(error);
    }
    let is_written = |step: &&FileStep| fs::read(&step.path).ok() == step.after;
    let (written, unwritten): (Vec<&FileStep>, Vec<&FileStep>) = steps.iter().partition(is_written);
    let names = |steps: Vec<&FileStep>| steps.into_iter().map(|step| step.file.clone()).collect();
    Err(StoreError::Half { written: names(written), unwritten: names(unwritten), source: Box::new(error) })
}

/// The folder that a path is in.
pub(super) fn parent(path: &Path) -> PathBuf {
    path.parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// Makes a file whole beside its place, with the mode of the one it replaces.
pub(super) fn prepare(folder: &Path, bytes: &[u8], mode: Option<fs::Permissions>) -> Result<TempPath, StoreError> {
    let make = || -> io::Result<TempPath> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(UNFINISHED).suffix(UNFINISHED_END);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // As for any new file: the user's umask takes away what it should.
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let mut file = builder.tempfile_in(folder)?;
        file.write_all(bytes)?;
        if let Some(mode) = mode {
            file.as_file().set_permissions(mode)?;
        }
        file.as_file().sync_all()?;
        // A change may be of more files than can be open at once.
        Ok(file.into_temp_path())
    };
    make().map_err(StoreError::io(folder))
}

/// Takes away what a killed writer left behind. Whoever writes holds the lock, so nobody needs it.
pub(super) fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.as_encoded_bytes();
        if name.starts_with(UNFINISHED.as_bytes()) && name.ends_with(UNFINISHED_END.as_bytes()) {
            // Left where it is if it can't be removed: it is hidden, and harms nobody.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Waits until nobody has written in a file for a while. Many an editor saves by emptying a file and filling it: a
/// text that was read in between, and written anew, would take the file away from under it.
fn wait_for_quiet(path: &Path, before: &[u8]) {
    let quiet = if before.is_empty() { QUIET_IF_EMPTY } else { QUIET };
    let since = || path.metadata().and_then(|metadata| metadata.modified()).ok()?.elapsed().ok();
    for _ in 0..QUIET_LOOKS {
        match since() {
            Some(since) if since < quiet => std::thread::sleep(quiet.saturating_sub(since)),
            _ => return,
        }
    }
}

fn unchanged(path: &Path, file: &str, before: &[u8]) -> Result<(), StoreError> {
    wait_for_quiet(path, before);
    match fs::read(path) {
        Ok(now) if now == before => Ok(()),
        Ok(_) => Err(StoreError::Changed { file: file.to_owned() }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(StoreError::Changed { file: file.to_owned() }),
        Err(source) => Err(StoreError::Io { path: path.to_owned(), source }),
    }
}

/// Whether a file is one that changes are made of: a record's, or the register's settings.
pub(super) fn is_own(file: &str) -> bool {
    file == SETTINGS_FILE || RecordFile::from_path(file).is_some()
}

/// The path of a file in the register; refused where it, or a link on its way, leads out.
pub(super) fn inside(root: &Path, file: &str) -> Result<PathBuf, StoreError> {
    let outside = || StoreError::Outside { file: file.to_owned() };
    let relative = Path::new(file);
    if file.contains('\0') || !relative.components().all(|part| matches!(part, Component::Normal(_))) {
        return Err(outside());
    }
    let path = root.join(relative);
    let existing = path.ancestors().find(|ancestor| ancestor.symlink_metadata().is_ok()).unwrap_or(root);
    let real = existing.canonicalize().map_err(StoreError::io(existing))?;
    if real.starts_with(root) { Ok(path) } else { Err(outside()) }
}

/// Puts a folder's list of names on disk.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn create(file: &str) -> FileChange {
        FileChange::Create { file: file.to_owned(), text: "name = \"Ryd\"\n".to_owned() }
    }

    fn commit(root: &Path, changes: &[FileChange]) -> Result<Committed, StoreError> {
        make(root, &changes.iter().map(|change| FileStep::new(root, change)).collect::<Result<Vec<_>, _>>()?, None)
    }

    fn made(root: &Path, changes: &[FileChange]) {
        assert_eq!(commit(root, changes).unwrap(), Committed::default());
    }

    #[test]
    fn nothing_is_written_outside() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        let out = root.join("out");
        let inner = root.join("register");
        fs::create_dir_all(&out).unwrap();
        fs::create_dir_all(&inner).unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(&out, inner.join("districts")).unwrap();
        for file in
            ["../ryd.toml", "/ryd.toml", "districts/../../ryd.toml", "a\0b", "districts/ryd.toml", ".git/config"]
        {
            let result = commit(&inner, &[create(file)]);
            assert!(matches!(result, Err(StoreError::Outside { .. })), "{file}: {result:?}");
        }
        assert_eq!(fs::read_dir(&out).unwrap().count(), 0);
    }

    #[test]
    fn what_another_wrote_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        made(&root, &[create("districts/ryd.toml")]);
        assert!(matches!(commit(&root, &[create("districts/ryd.toml")]), Err(StoreError::Exists { .. })));
        let replace = |before: &str| FileChange::Replace {
            file: "districts/ryd.toml".to_owned(),
            before: before.to_owned(),
            text: "name = \"Berga\"\n".to_owned(),
        };
        // One wrong change among several, and none of them takes place.
        let result = commit(&root, &[create("districts/berga.toml"), replace("name = \"\"\n")]);
        assert!(matches!(result, Err(StoreError::Changed { .. })), "{result:?}");
        let names: Vec<_> =
            fs::read_dir(root.join("districts")).unwrap().flatten().map(|entry| entry.file_name()).collect();
        assert_eq!(names, ["ryd.toml"]);
        // Two in one folder at once.
        let berga = FileChange::Create { file: "districts/berga.toml".to_owned(), text: "name = \"B\"\n".to_owned() };
        made(&root, &[replace("name = \"Ryd\"\n"), berga]);
        assert_eq!(fs::read_to_string(root.join("districts/ryd.toml")).unwrap(), "name = \"Berga\"\n");
    }

    #[cfg(unix)]
    #[test]
    fn mode_and_links_are_kept() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        made(&root, &[create("districts/ryd.toml")]);
        let real = root.join("districts/ryd.toml");
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink("ryd.toml", root.join("districts/r.toml")).unwrap();
        let change = FileChange::Replace {
            file: "districts/r.toml".to_owned(),
            before: "name = \"Ryd\"\n".to_owned(),
            text: "name = \"R\"\n".to_owned(),
        };
        made(&root, &[change]);
        assert!(root.join("districts/r.toml").symlink_metadata().unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&real).unwrap(), "name = \"R\"\n");
        assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    }

    #[test]
    fn a_killed_writers_remains_are_swept_and_never_read() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        fs::create_dir(root.join("districts")).unwrap();
        let left = root.join("districts").join(format!("{UNFINISHED}abc.tmp"));
        fs::write(&left, "name = \"half").unwrap();
        assert!(super::super::load::found(&root).files.is_empty());
        made(&root, &[create("districts/ryd.toml")]);
        assert!(!left.exists());
    }
}
