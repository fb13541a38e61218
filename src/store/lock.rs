//! One writer at a time.

use super::error::StoreError;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;
use std::time::{Duration, Instant};

/// The file that is locked. It stays, empty; git is told to look away from it.
pub const LOCK_FILE: &str = ".register.lock";
/// How long another writer may take.
const PATIENCE: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(10);

/// Keeps other writers waiting for as long as it lives.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// Waits for one's turn to write.
pub(super) fn lock(root: &Path) -> Result<Lock, StoreError> {
    let path = root.join(LOCK_FILE);
    let file =
        OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(StoreError::io(&path))?;
    let begun = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Lock { _file: file }),
            Err(TryLockError::WouldBlock) if begun.elapsed() < PATIENCE => std::thread::sleep(PAUSE),
            Err(TryLockError::WouldBlock) => return Err(StoreError::Locked),
            Err(TryLockError::Error(source)) => return Err(StoreError::Io { path, source }),
        }
    }
}
