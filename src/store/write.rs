//! Writing files so that nothing is lost: each is made whole beside its place, put on disk, and then
//! moved into it; a file that is not what it was when it was read is left alone.

use super::error::StoreError;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use tempfile::NamedTempFile;

/// What unfinished files begin with: hidden, so that nobody takes them for records.
const UNFINISHED: &str = ".register-unfinished-";

/// A change to the files of a register. Paths are relative to it, with `/` between folders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileChange {
    /// A file that is not there yet.
    Create {
        /// Its path.
        file: String,
        /// Its text.
        text: String,
    },
    /// New text for a file.
    Replace {
        /// Its path.
        file: String,
        /// What it held when it was read.
        before: String,
        /// Its text.
        text: String,
    },
    /// A file is taken away.
    Delete {
        /// Its path.
        file: String,
        /// What it held when it was read, text or not.
        before: Vec<u8>,
    },
}

impl FileChange {
    /// The file's path.
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

/// Makes changes, all of them or, where something is wrong before the first has taken place, none.
/// The caller holds the lock.
pub(super) fn commit(root: &Path, changes: &[FileChange]) -> Result<(), StoreError> {
    // Everything that can go wrong does so before the first file is touched.
    let mut paths = Vec::new();
    for change in changes {
        let path = inside(root, change.file())?;
        sweep(&parent(&path));
        paths.push(path);
    }
    let mut ready = Vec::new();
    for (change, path) in changes.iter().zip(paths) {
        match change {
            FileChange::Create { file, text } => {
                if path.symlink_metadata().is_ok() {
                    return Err(StoreError::Exists { file: file.clone() });
                }
                let folder = parent(&path);
                fs::create_dir_all(&folder).map_err(StoreError::io(&folder))?;
                ready.push((change, prepare(&folder, text, None)?, path));
            }
            FileChange::Replace { file, before, text } => {
                let path = path.canonicalize().map_err(StoreError::io(&path))?;
                unchanged(&path, file, before.as_bytes())?;
                let metadata = fs::metadata(&path).map_err(StoreError::io(&path))?;
                let folder = parent(&path);
                ready.push((change, prepare(&folder, text, Some(metadata.permissions()))?, path));
            }
            FileChange::Delete { file, before } => {
                unchanged(&path, file, before)?;
                ready.push((change, None, path));
            }
        }
    }
    let mut folders: Vec<PathBuf> = Vec::new();
    for (change, unfinished, path) in ready {
        match (change, unfinished) {
            (FileChange::Create { file, .. }, Some(unfinished)) => {
                // Not even a program that takes no notice of the lock can lose its file here.
                unfinished.persist_noclobber(&path).map_err(|error| match error.error.kind() {
                    io::ErrorKind::AlreadyExists => StoreError::Exists { file: file.clone() },
                    _ => StoreError::Io { path: path.clone(), source: error.error },
                })?;
            }
            (_, Some(unfinished)) => {
                unfinished
                    .persist(&path)
                    .map_err(|error| StoreError::Io { path: path.clone(), source: error.error })?;
            }
            (_, None) => fs::remove_file(&path).map_err(StoreError::io(&path))?,
        }
        let folder = parent(&path);
        if !folders.contains(&folder) {
            folders.push(folder);
        }
    }
    for folder in folders {
        sync_folder(&folder).map_err(StoreError::io(&folder))?;
    }
    Ok(())
}

fn parent(path: &Path) -> PathBuf {
    path.parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// Makes a file whole beside its place, with the mode of the one it replaces.
fn prepare(folder: &Path, text: &str, mode: Option<fs::Permissions>) -> Result<Option<NamedTempFile>, StoreError> {
    let make = || -> io::Result<NamedTempFile> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(UNFINISHED).suffix(".tmp");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // As for any new file: the user's umask takes away what it should.
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let mut file = builder.tempfile_in(folder)?;
        file.write_all(text.as_bytes())?;
        if let Some(mode) = mode {
            file.as_file().set_permissions(mode)?;
        }
        file.as_file().sync_all()?;
        Ok(file)
    };
    make().map(Some).map_err(StoreError::io(folder))
}

/// Takes away what a killed writer left behind. Whoever writes holds the lock, so nobody needs it.
fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        if entry.file_name().as_encoded_bytes().starts_with(UNFINISHED.as_bytes()) {
            // Left where it is if it can't be removed: it is hidden, and harms nobody.
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn unchanged(path: &Path, file: &str, before: &[u8]) -> Result<(), StoreError> {
    match fs::read(path) {
        Ok(now) if now == before => Ok(()),
        Ok(_) => Err(StoreError::Changed { file: file.to_owned() }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(StoreError::Changed { file: file.to_owned() }),
        Err(source) => Err(StoreError::Io { path: path.to_owned(), source }),
    }
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
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn create(file: &str) -> FileChange {
        FileChange::Create { file: file.to_owned(), text: "name = \"Ryd\"\n".to_owned() }
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
        for file in ["../ryd.toml", "/ryd.toml", "districts/../../ryd.toml", "a\0b", "districts/ryd.toml"] {
            let result = commit(&inner, &[create(file)]);
            assert!(matches!(result, Err(StoreError::Outside { .. })), "{file}: {result:?}");
        }
        assert_eq!(fs::read_dir(&out).unwrap().count(), 0);
    }

    #[test]
    fn what_another_wrote_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        commit(&root, &[create("districts/ryd.toml")]).unwrap();
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
        commit(&root, &[replace("name = \"Ryd\"\n"), berga]).unwrap();
        assert_eq!(fs::read_to_string(root.join("districts/ryd.toml")).unwrap(), "name = \"Berga\"\n");
    }

    #[cfg(unix)]
    #[test]
    fn mode_and_links_are_kept() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        commit(&root, &[create("districts/ryd.toml")]).unwrap();
        let real = root.join("districts/ryd.toml");
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink("ryd.toml", root.join("districts/r.toml")).unwrap();
        let change = FileChange::Replace {
            file: "districts/r.toml".to_owned(),
            before: "name = \"Ryd\"\n".to_owned(),
            text: "name = \"R\"\n".to_owned(),
        };
        commit(&root, &[change]).unwrap();
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
        assert!(super::super::load::list(&root).is_empty());
        commit(&root, &[create("districts/ryd.toml")]).unwrap();
        assert!(!left.exists());
    }
}
