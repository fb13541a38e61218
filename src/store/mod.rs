//! A register on disk: where it is, what its files say, and writing them so that nothing is lost.

mod error;
mod find;
mod load;
mod lock;
mod write;

pub use error::StoreError;
pub use find::SUB_FOLDER;
pub use load::Inspect;
pub use lock::{LOCK_FILE, Lock};
pub use write::FileChange;

use crate::format::{Loaded, Reading, RecordFile, Texts};
use crate::model::Settings;
use std::path::{Path, PathBuf};

/// A register's folder.
#[derive(Debug, Clone)]
pub struct Store {
    root: PathBuf,
}

impl Store {
    /// Finds the register: the folder given, or else the nearest from the folder one stands in.
    ///
    /// # Errors
    /// There is none, with where it was looked for; or the folder cannot be read.
    pub fn find(start: &Path, given: Option<&Path>) -> Result<Self, StoreError> {
        Ok(Self { root: find::find(start, given)? })
    }

    /// The register's folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Reads the whole register. Files that are wrong are findings; `inspect` may add more.
    ///
    /// # Errors
    /// `register.toml` cannot be read.
    pub fn load(&self, inspect: Option<Inspect<'_>>, texts: Texts) -> Result<Loaded, StoreError> {
        load::load(&self.root, inspect, texts)
    }

    /// Every file of a record, by its place alone: nothing is read.
    #[must_use]
    pub fn files(&self) -> Vec<RecordFile> {
        load::list(&self.root)
    }

    /// Reads `register.toml` alone.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn load_settings(&self) -> Result<Reading<Settings>, StoreError> {
        load::load_settings(&self.root, None)
    }

    /// The text of a file of the register.
    ///
    /// # Errors
    /// It leads out of the register, or cannot be read as text.
    pub fn read(&self, file: &str) -> Result<String, StoreError> {
        let path = write::inside(&self.root, file)?;
        std::fs::read_to_string(&path).map_err(StoreError::io(&path))
    }

    /// The bytes of a file of the register.
    ///
    /// # Errors
    /// It leads out of the register, or cannot be read.
    pub fn read_bytes(&self, file: &str) -> Result<Vec<u8>, StoreError> {
        let path = write::inside(&self.root, file)?;
        std::fs::read(&path).map_err(StoreError::io(&path))
    }

    /// Whether there is such a file in the register, whatever it holds.
    #[must_use]
    pub fn has(&self, file: &str) -> bool {
        self.root.join(file).symlink_metadata().is_ok()
    }

    /// Waits until no other program is writing.
    ///
    /// # Errors
    /// Another program goes on writing, or the lock cannot be made.
    pub fn lock(&self) -> Result<Lock, StoreError> {
        lock::lock(&self.root)
    }

    /// Makes changes to files, all or none of them. The lock says that it is one's turn.
    ///
    /// # Errors
    /// A file is there already, or is not what it was when it was read, or can't be written.
    pub fn commit(&self, _turn: &Lock, changes: &[FileChange]) -> Result<(), StoreError> {
        write::commit(&self.root, changes)
    }
}
