//! The files in a register's folder that are no records: a README, tables that somebody handed out, notes. Git keeps
//! them as it keeps records.

use crate::format::{RecordFile, SETTINGS_FILE};
use std::path::Path;

/// A larger file is no text that a person wrote.
pub const LARGEST_BESIDE: u64 = 16 << 20;

/// How deep folders are gone through.
const DEEPEST: usize = 32;

/// Whether a path in the register is of a file beside the records, that somebody may have written something in.
#[must_use]
pub fn is_beside(path: &str) -> bool {
    path != SETTINGS_FILE && !path.split('/').any(|part| part.starts_with('.')) && RecordFile::from_path(path).is_none()
}

/// The paths of the files beside the records, in order.
pub(super) fn list(root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    collect(root, "", 0, &mut found);
    found.sort();
    found
}

fn collect(folder: &Path, before: &str, depth: usize, found: &mut Vec<String>) {
    // What can't be read as a folder of records is told of where records are read.
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let Some(name) = name.to_str().filter(|name| !name.starts_with('.')) else { continue };
        let Ok(sort) = entry.file_type() else { continue };
        if sort.is_dir() && depth < DEEPEST {
            collect(&entry.path(), &format!("{before}{name}/"), depth + 1, found);
        } else if sort.is_file() {
            let path = format!("{before}{name}");
            if is_beside(&path) {
                found.push(path);
            }
        }
    }
}

/// The text of bytes, with what is no text replaced; nothing where they are a picture or another such file.
#[must_use]
pub fn text_of(bytes: &[u8]) -> Option<String> {
    /// Where git looks, too.
    const FIRST: usize = 8000;
    let is_text = bytes.len() as u64 <= LARGEST_BESIDE && !bytes[..bytes.len().min(FIRST)].contains(&0);
    is_text.then(|| String::from_utf8_lossy(bytes).into_owned())
}
