//! Where the register is.

use super::error::StoreError;
use crate::format::SETTINGS_FILE;
use std::path::{Path, PathBuf};

/// The folder in which a register lies beside other things.
pub const SUB_FOLDER: &str = "register";

/// Finds the register's folder: the one given, or the first that has a `register.toml` of the folder
/// one stands in, its sub-folder `register/`, and the same in every folder above.
pub(super) fn find(start: &Path, given: Option<&Path>) -> Result<PathBuf, StoreError> {
    if let Some(given) = given {
        let folder = start.join(given);
        return if folder.join(SETTINGS_FILE).is_file() {
            canonical(&folder)
        } else {
            Err(StoreError::NotFound { looked: vec![folder] })
        };
    }
    let start = canonical(start)?;
    let mut looked = Vec::new();
    for folder in start.ancestors() {
        for candidate in [folder.to_owned(), folder.join(SUB_FOLDER)] {
            if candidate.join(SETTINGS_FILE).is_file() {
                return canonical(&candidate);
            }
            looked.push(candidate);
        }
    }
    Err(StoreError::NotFound { looked })
}

fn canonical(folder: &Path) -> Result<PathBuf, StoreError> {
    folder.canonicalize().map_err(StoreError::io(folder))
}
