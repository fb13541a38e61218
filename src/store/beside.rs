//! The files in a register's folder that are no records: a README, tables that somebody handed out, notes. Git keeps
//! them as it keeps records.

use super::load::Inspect;
use crate::format::{RecordFile, SETTINGS_FILE};
use crate::model::{Finding, Kind};
use std::path::Path;

/// A larger file is no text that a person wrote.
const LARGEST: u64 = 16 << 20;

/// How deep folders are gone through.
const DEEPEST: usize = 32;

/// Whether a path in the register is of a file beside the records, that somebody may have written something in.
#[must_use]
pub fn is_beside(path: &str) -> bool {
    path != SETTINGS_FILE && !path.split('/').any(|part| part.starts_with('.')) && RecordFile::from_path(path).is_none()
}

/// The paths of the files beside the records, in order.
fn list(root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    collect(root, "", 0, &mut found);
    found.sort();
    found
}

fn collect(folder: &Path, before: &str, depth: usize, found: &mut Vec<String>) {
    let is_of_records = Kind::from_folder(before.split('/').next().unwrap_or_default()).is_some();
    // What can't be read as a folder of records is told of where records are read.
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let Some(name) = name.to_str().filter(|name| !name.starts_with('.')) else { continue };
        let Ok(sort) = entry.file_type() else { continue };
        if sort.is_dir() && depth < DEEPEST {
            collect(&entry.path(), &format!("{before}{name}/"), depth + 1, found);
        } else if sort.is_file() && !(is_of_records && name.ends_with(".toml")) {
            let path = format!("{before}{name}");
            if is_beside(&path) {
                found.push(path);
            }
        }
    }
}

/// What is seen in the files beside the records.
pub(super) fn look(root: &Path, inspect: Inspect<'_>) -> Vec<Finding> {
    let is_small = |path: &Path| path.metadata().is_ok_and(|metadata| metadata.len() <= LARGEST);
    let one = |file: String| {
        let path = root.join(&file);
        // What can't be read is nobody's to check in either.
        let bytes = if is_small(&path) { std::fs::read(&path).unwrap_or_default() } else { Vec::new() };
        look_at(&file, &bytes, inspect)
    };
    list(root).into_iter().flat_map(one).collect()
}

/// What is seen in one file beside the records. Of what is no text, its name is looked at.
#[must_use]
pub fn look_at(file: &str, bytes: &[u8], inspect: Inspect<'_>) -> Vec<Finding> {
    inspect(file, &text_of(bytes).unwrap_or_default())
}

/// The text of bytes, with what is no text replaced; nothing where they are a picture or another such file.
fn text_of(bytes: &[u8]) -> Option<String> {
    /// Where git looks, too.
    const FIRST: usize = 8000;
    if bytes.len() as u64 > LARGEST {
        return None;
    }
    // What a spreadsheet calls Unicode text.
    let utf16 = |rest: &[u8], number: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = rest.chunks_exact(2).map(|unit| number([unit[0], unit[1]])).collect();
        Some(String::from_utf16_lossy(&units))
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => (!bytes[..bytes.len().min(FIRST)].contains(&0)).then(|| String::from_utf8_lossy(bytes).into_owned()),
    }
}
