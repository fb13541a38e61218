//! A file of any name as grids: what it is is told by what is in it.

use super::encoding::decoded;
use super::filling::Filling;
use super::held::{Form, Grids};
use super::limits::{Bound, GridError, Limits};
use super::{book, text, xls};
use std::path::Path;

/// Reads a file. Of its path only the ending counts, and that only where what is in it does not tell.
///
/// # Errors
/// It is none that is read, is broken or has too much in it.
pub fn read(path: &Path, bytes: &[u8], limits: &Limits) -> Result<Grids, GridError> {
    if bytes.len() > limits.file {
        return Err(GridError::too_large(Bound::File, limits.file));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return book::zipped(bytes, limits);
    }
    if bytes.starts_with(xls::MAGIC) {
        return book::old(bytes, limits);
    }
    if is_older_xls(bytes) {
        return Err(GridError::Unsupported(Form::OlderXls));
    }
    if bytes.is_empty() {
        return Err(GridError::Empty);
    }
    if bytes.starts_with(b"%PDF-") || bytes.starts_with(b"{\\rtf") {
        return Err(GridError::NotASpreadsheet);
    }
    let text = decoded(bytes).ok_or(GridError::NotASpreadsheet)?;
    if let Some(form) = marked_up(&text) {
        return Err(GridError::Unsupported(form));
    }
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    text::read(&text, &ending, &mut Filling::new(limits))
}

/// Whether it is a sheet of Excel before 5.0, which lay in no container.
fn is_older_xls(bytes: &[u8]) -> bool {
    matches!(bytes, [0x09, 0x00 | 0x02 | 0x04, 0x04 | 0x06, 0x00, ..])
}

/// What a text is that is no cells: some programs save web pages and XML under the name of a workbook.
fn marked_up(text: &str) -> Option<Form> {
    let start: String = text.trim_start_matches('\u{feff}').trim_start().chars().take(2_000).collect();
    let start = start.to_lowercase();
    let is_page = |start: &str| {
        ["<!doctype html", "<html", "<table", "<head", "<body", "<meta"].iter().any(|tag| start.contains(tag))
    };
    match start.as_str() {
        start if start.starts_with("mime-version:") => Some(Form::Page),
        start if start.starts_with('<') && is_page(start) && !start.contains("excel.sheet") => Some(Form::Page),
        start if start.starts_with("<?xml") || start.starts_with("<workbook") => Some(Form::Xml),
        _ => None,
    }
}
