//! A register on disk: where it is, what its files say, and writing them so that nothing is lost.

mod beside;
mod cache;
mod error;
mod find;
mod journal;
mod load;
mod lock;
mod undo;
mod write;

pub use beside::{is_beside, look_at};
pub use cache::Cache;
pub use error::StoreError;
pub use find::SUB_FOLDER;
pub use journal::{Recovery, digest};
pub use load::{Found, Inspect, inspected};
pub use lock::{LOCK_FILE, Lock};
pub use undo::{Deed, Kept, LastChange, Undo};
pub use write::{Committed, FileChange, UNFINISHED};

use crate::format::{Loaded, Reading, RecordFile, Texts};
use crate::model::{Finding, Settings};
use journal::Before;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// A register on disk, by its folder.
#[derive(Debug, Clone)]
pub struct Store {
    root: PathBuf,
    /// What was put right on the way, until somebody asks.
    recoveries: Arc<Mutex<Vec<Recovery>>>,
}

/// How often a register is read again that changes while it is read, before its writers have to wait.
const READINGS: usize = 5;

impl Store {
    /// Finds the register: the folder given, or else the nearest from the folder one stands in.
    ///
    /// # Errors
    /// There is none, with where it was looked for; or the folder cannot be read.
    pub fn find(start: &Path, given: Option<&Path>) -> Result<Self, StoreError> {
        Ok(Self { root: find::find(start, given)?, recoveries: Arc::default() })
    }

    /// The folder that `register.toml` lies in.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Reads the whole register, as it is between two changes. Files that are wrong are findings; `inspect` may
    /// add more.
    ///
    /// # Errors
    /// `register.toml` cannot be read, or a change that was cut short can't be taken back.
    pub fn load(&self, inspect: Option<Inspect<'_>>, texts: Texts) -> Result<Loaded, StoreError> {
        for _ in 0..READINGS {
            let count = lock::count(&self.root);
            let mut before = Before::default();
            if journal::is_there(&self.root) {
                match (self.lock(), journal::before(&self.root)) {
                    (Ok(_), _) | (_, Err(StoreError::Io { .. })) => continue,
                    // Who may not write reads past it.
                    (Err(StoreError::Locked | StoreError::Io { .. }), Ok(past)) => before = past,
                    (Err(error), _) => return Err(error),
                }
            }
            let loaded = load::load(&self.root, inspect, texts, &before)?;
            if lock::count(&self.root) == count {
                return Ok(loaded);
            }
        }
        let _turn = self.lock()?;
        load::load(&self.root, inspect, texts, &Before::default())
    }

    /// What was put right of changes that were cut short, since it was last asked.
    #[must_use]
    pub fn take_recoveries(&self) -> Vec<Recovery> {
        std::mem::take(&mut self.recoveries.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Every file of a record, by its place alone: nothing is read.
    #[must_use]
    pub fn files(&self) -> Vec<RecordFile> {
        self.found().files
    }

    /// What there is in the register's folder: nothing of it is read.
    #[must_use]
    pub fn found(&self) -> Found {
        load::found(&self.root)
    }

    /// What is seen in the files of the register's folder that are no records, and are not hidden.
    #[must_use]
    pub fn look_beside(&self, inspect: Inspect<'_>) -> Vec<Finding> {
        beside::look(&self.root, inspect)
    }

    /// Reads `register.toml` alone.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn load_settings(&self) -> Result<Reading<Settings>, StoreError> {
        load::load_settings(&self.root, None, &Before::default())
    }

    /// The text of a file of the register.
    ///
    /// # Errors
    /// It leads out of the register, or cannot be read as text.
    pub fn read(&self, file: &str) -> Result<String, StoreError> {
        let path = write::inside(&self.root, file)?;
        let bytes = load::read_whole(&path).map_err(StoreError::io(&path))?;
        String::from_utf8(bytes).map_err(|_| StoreError::io(&path)(std::io::ErrorKind::InvalidData.into()))
    }

    /// The bytes of a file of the register.
    ///
    /// # Errors
    /// It leads out of the register, or cannot be read.
    pub fn read_bytes(&self, file: &str) -> Result<Vec<u8>, StoreError> {
        let path = write::inside(&self.root, file)?;
        load::read_whole(&path).map_err(StoreError::io(&path))
    }

    /// What is made of the bytes of a file that is known to be one, and to lie where it seems to: git has looked whether there
    /// is a link on its way. Nothing where it can't be read, or is larger than a record may be.
    pub fn with_known<T>(&self, file: &str, make: impl FnOnce(&[u8]) -> T) -> Option<T> {
        load::with_bytes(&self.root.join(file), make)
    }

    /// The text of a file as it is shown beside what is said of it, with what is no text replaced; nothing where it
    /// can't be read, or is larger than anybody wants to be shown.
    #[must_use]
    pub fn shown_text(&self, file: &str) -> Option<String> {
        /// In bytes.
        const LARGEST_SHOWN: u64 = 1 << 20;
        let path = self.root.join(file);
        let is_small = path.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.len() <= LARGEST_SHOWN);
        let bytes = is_small.then(|| std::fs::read(path).ok()).flatten()?;
        // What is no text is shown as far as it is one.
        Some(String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()))
    }

    /// Whether there is such a file in the register, whatever it holds.
    #[must_use]
    pub fn has(&self, file: &str) -> bool {
        self.root.join(file).symlink_metadata().is_ok()
    }

    /// Waits until no other program is writing, and takes back a change that was cut short.
    ///
    /// # Errors
    /// Another program goes on writing, the lock cannot be made, or a change can't be taken back.
    pub fn lock(&self) -> Result<Lock, StoreError> {
        let lock = lock::lock(&self.root)?;
        self.recoveries.lock().unwrap_or_else(PoisonError::into_inner).extend(lock.recovery.clone());
        Ok(lock)
    }

    /// Makes changes to files, all or none of them, and keeps what they can be taken back by. The lock says that it is
    /// one's turn.
    ///
    /// # Errors
    /// A file is there already, or is not what it was when it was read, or can't be written: nothing was written,
    /// or [it says what was](StoreError::Half).
    pub fn commit(&self, _turn: &Lock, changes: &[FileChange], deed: &Deed) -> Result<Committed, StoreError> {
        write::commit(&self.root, changes, deed)
    }

    /// The last change that this program made here, and whether it can be taken back.
    ///
    /// # Errors
    /// What is kept of it, or a file that it changed, can't be read.
    pub fn last_change(&self) -> Result<LastChange, StoreError> {
        undo::last(&self.root)
    }

    /// The register as it would be read with a change taken back.
    ///
    /// # Errors
    /// `register.toml` cannot be read.
    pub fn load_without(&self, undo: &Undo) -> Result<Loaded, StoreError> {
        load::load(&self.root, None, Texts::All, &Before(undo.held()))
    }

    /// Whether a file has been written since a change was made, as far as the system knows.
    #[must_use]
    pub fn is_changed_since(&self, undo: &Undo, file: &str) -> bool {
        undo::is_changed_since(&self.root, undo, file)
    }

    /// Takes a change back: each of its files holds again what it held, byte for byte.
    ///
    /// # Errors
    /// As for any [change](Store::commit).
    pub fn take_back(&self, _turn: &Lock, undo: &Undo) -> Result<Committed, StoreError> {
        write::take_back(&self.root, undo)
    }

    /// Takes away what changes could be taken back by; says of how many.
    ///
    /// # Errors
    /// It can't be taken away.
    pub fn forget(&self, _turn: &Lock) -> Result<usize, StoreError> {
        undo::forget(&self.root)
    }
}

/// The text of a file that is another program's; nothing where there is none that can be read.
#[must_use]
pub fn text_of(path: &Path) -> Option<String> {
    std::fs::read_to_string(path).ok()
}
