//! Where the register is.

use super::error::StoreError;
use crate::format::SETTINGS_FILE;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The folder in which a register lies beside other things.
pub const SUB_FOLDER: &str = "register";

/// Finds the register's folder: the one given, or the first that has a `register.toml` of the folder
/// one stands in, its sub-folder `register/`, and the same in every folder above.
pub(super) fn find(start: &Path, given: Option<&Path>) -> Result<PathBuf, StoreError> {
    if let Some(given) = given {
        let folder = start.join(given);
        return if is_register(&folder)? {
            canonical(&folder)
        } else {
            Err(StoreError::NotFound { looked: vec![folder] })
        };
    }
    let start = canonical(start)?;
    let mut looked = Vec::new();
    for folder in start.ancestors() {
        for candidate in [folder.to_owned(), folder.join(SUB_FOLDER)] {
            // The nearest that can't be opened is told of: behind it may lie another, which is not what is meant.
            if is_register(&candidate)? {
                return canonical(&candidate);
            }
            looked.push(candidate);
        }
    }
    Err(StoreError::NotFound { looked })
}

/// Whether a folder is a register's.
fn is_register(folder: &Path) -> Result<bool, StoreError> {
    let settings = folder.join(SETTINGS_FILE);
    match settings.metadata() {
        Ok(metadata) if metadata.is_file() => Ok(true),
        Ok(_) => Err(StoreError::Io { path: settings, source: ErrorKind::InvalidInput.into() }),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(false),
        Err(source) => Err(StoreError::Io { path: settings, source }),
    }
}

fn canonical(folder: &Path) -> Result<PathBuf, StoreError> {
    folder.canonicalize().map_err(StoreError::io(folder))
}
