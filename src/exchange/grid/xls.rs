//! How much a workbook of Excel 97 makes a reader reserve: a reader that makes room for all cells between the first and the
//! last of a sheet makes room for millions where somebody has written in the last corner.

use super::limits::{Bound, GridError, Limits};
use cfb::CompoundFile;
use std::io::{Cursor, Read as _};

/// What such files begin with ([MS-CFB], 2.2).
pub(super) const MAGIC: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// The records that begin a stretch of records, and those of cells, whose row and column come first ([MS-XLS], 2.3.2).
const BEGIN: u16 = 0x0809;
const CELLS: [u16; 9] = [0x0006, 0x00bd, 0x00be, 0x00d6, 0x00fd, 0x0201, 0x0203, 0x0205, 0x027e];
const LABEL: u16 = 0x0204;
/// The record that says how far a sheet goes, and how far one can ([MS-XLS], 2.4.90).
const DIMENSIONS: u16 = 0x0200;
const MOST_ROWS: u32 = 65_536;
const MOST_COLUMNS: u16 = 256;

/// Refuses a workbook that has a password, is none, or comes to more cells than are read.
pub(super) fn refuse_wide(bytes: &[u8], limits: &Limits) -> Result<(), GridError> {
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(GridError::damaged)?;
    // A workbook of today that has a password lies in a container of before.
    if file.exists("/EncryptedPackage") {
        return Err(GridError::Encrypted);
    }
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.exists(name)).ok_or(GridError::NotASpreadsheet)?;
    let mut stream = Vec::new();
    let most = u64::try_from(limits.file).unwrap_or(u64::MAX);
    file.open_stream(name)
        .map_err(GridError::damaged)?
        .take(most)
        .read_to_end(&mut stream)
        .map_err(GridError::damaged)?;
    let (mut rest, mut area, mut all) = (&*stream, (0, 0), 0_usize);
    while let [sort0, sort1, length0, length1, behind @ ..] = rest {
        let sort = u16::from_le_bytes([*sort0, *sort1]);
        let length = usize::from(u16::from_le_bytes([*length0, *length1]));
        if sort == BEGIN {
            area = (0, 0);
        }
        if let (DIMENSIONS, [_, _, _, _, row0, row1, row2, row3, _, _, column0, column1, ..]) = (sort, behind) {
            let rows = u32::from_le_bytes([*row0, *row1, *row2, *row3]);
            let columns = u16::from_le_bytes([*column0, *column1]);
            if rows > MOST_ROWS || columns > MOST_COLUMNS {
                return Err(GridError::damaged("dimensions"));
            }
        }
        if let (true, [row0, row1, column0, column1, ..]) = (CELLS.contains(&sort) || sort == LABEL, behind) {
            let row = usize::from(u16::from_le_bytes([*row0, *row1])) + 1;
            let column = usize::from(u16::from_le_bytes([*column0, *column1])) + 1;
            let before = area.0 * area.1;
            area = (row.max(area.0), column.max(area.1));
            all = all.saturating_add(area.0 * area.1 - before);
        }
        if all > limits.stretch {
            return Err(GridError::too_large(Bound::Cells, limits.cells));
        }
        rest = behind.get(length..).unwrap_or_default();
    }
    Ok(())
}
