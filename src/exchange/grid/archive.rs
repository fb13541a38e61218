//! The files within a workbook that is a zip: how large they are when they are unpacked, before anything unpacks them.

use super::limits::{Bound, GridError, Limits};
use memchr::memmem;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// A zip all of whose entries have been unpacked once, to see how large they are.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Archive<'a> {
    /// Opens a zip, and unpacks each entry to nowhere: what it says of its own size is not believed.
    pub(super) fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, GridError> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(GridError::damaged)?;
        if zip.len() > limits.entries {
            return Err(GridError::too_large(Bound::Entries, limits.entries));
        }
        let mut unpacked = 0;
        for place in 0..zip.len() {
            if zip.by_index_raw(place).map_err(GridError::damaged)?.encrypted() {
                return Err(GridError::Encrypted);
            }
            // One that cannot be unpacked is told of where it is asked for, which it may never be.
            if let Ok(mut entry) = zip.by_index(place) {
                let (length, promised) = looked_at(&mut entry, limits.unpacked.saturating_sub(unpacked));
                unpacked += length;
                if promised > limits.cells {
                    return Err(GridError::too_large(Bound::Text, limits.cells));
                }
            }
            if unpacked > limits.unpacked {
                return Err(GridError::TooLarge { what: Bound::Unpacked, limit: limits.unpacked });
            }
        }
        Ok(Archive { zip })
    }

    /// Whether there is a file of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// What a file holds; nothing where there is none of that name.
    pub(super) fn part(&mut self, name: &str) -> Result<Vec<u8>, GridError> {
        let mut bytes = Vec::new();
        if self.has(name) {
            self.zip.by_name(name).map_err(GridError::damaged)?.read_to_end(&mut bytes).map_err(GridError::damaged)?;
        }
        Ok(bytes)
    }
}

/// What says how many texts there are, which a reader makes room for at once (ECMA-376, 18.4.9), and how long it may be.
const PROMISE: &[u8] = b"uniqueCount=";
const LONGEST_PROMISE: usize = 64;

/// How many bytes there are, counted to just past the most that there may be, or up to where they are broken; and how many
/// texts they promise at most.
fn looked_at(entry: &mut impl Read, most: u64) -> (u64, usize) {
    let mut buffer = vec![0; 16_384];
    let (mut length, mut promised, mut kept) = (0, 0, 0);
    while length <= most {
        match entry.read(&mut buffer[kept..]) {
            Ok(0) | Err(_) => break,
            Ok(read) => {
                length += read as u64;
                let seen = &buffer[..kept + read];
                let promises = memmem::find_iter(seen, PROMISE).map(|at| number(&seen[at + PROMISE.len()..]));
                promised = promises.max().unwrap_or_default().max(promised);
                // One may lie across the end of what was read.
                let rest = seen.len().saturating_sub(LONGEST_PROMISE)..seen.len();
                kept = rest.len();
                buffer.copy_within(rest, 0);
            }
        }
    }
    (length, promised)
}

/// The number behind a quotation mark.
fn number(text: &[u8]) -> usize {
    let digits = text.iter().skip_while(|byte| b"\"' \t\r\n".contains(byte)).take_while(|byte| byte.is_ascii_digit());
    digits.fold(0, |sum: usize, digit| sum.saturating_mul(10).saturating_add(usize::from(digit - b'0')))
}
