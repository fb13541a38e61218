//! Workbooks, as what is packed in them.

use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// All that is packed in a workbook, as text.
pub fn parts_of(book: &[u8]) -> String {
    let mut packed = ZipArchive::new(Cursor::new(book)).unwrap();
    let mut text = String::new();
    for place in 0..packed.len() {
        packed.by_index(place).unwrap().read_to_string(&mut text).unwrap();
        text.push('\n');
    }
    text
}
