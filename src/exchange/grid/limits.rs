//! How much may be read of a file, and what is said of one that could not be read.

use super::held::Form;

/// How much is read of a file. The least of them that a real workbook comes near is far above what people work with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub file: usize,
    /// Files within a workbook.
    pub entries: usize,
    /// Bytes of all the files within a workbook when they are unpacked, whatever it says of their size itself.
    pub unpacked: u64,
    /// Sheets.
    pub sheets: usize,
    /// Rows of a sheet.
    pub rows: usize,
    /// Columns of a sheet.
    pub columns: usize,
    /// Cells of all sheets that hold something.
    pub cells: usize,
    /// Cells of all sheets, with the empty ones that stand before others in a row.
    pub stretch: usize,
    /// Bytes of one cell's text.
    pub text: usize,
    /// Bytes of all texts.
    pub texts: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            file: 100_000_000,
            entries: 10_000,
            unpacked: 200_000_000,
            sheets: 1_000,
            rows: 1_048_576,
            columns: 16_384,
            cells: 2_000_000,
            stretch: 8_000_000,
            text: 1_000_000,
            texts: 100_000_000,
        }
    }
}

/// What a file has too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Bytes.
    File,
    /// Files within it.
    Entries,
    /// Bytes when it is unpacked.
    Unpacked,
    /// Sheets.
    Sheets,
    /// Rows.
    Rows,
    /// Columns.
    Columns,
    /// Cells.
    Cells,
    /// Text.
    Text,
}

/// Why a file was not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GridError {
    /// It has nothing in it.
    #[error("empty")]
    Empty,
    /// It is something else.
    #[error("not a spreadsheet")]
    NotASpreadsheet,
    /// It has a password.
    #[error("encrypted")]
    Encrypted,
    /// It has more in it than is read.
    #[error("too much of {what:?}: {limit} at most")]
    TooLarge {
        /// What it has too much of.
        what: Bound,
        /// How much of it is read.
        limit: u64,
    },
    /// It is broken, or is not what it says that it is.
    #[error("damaged: {0}")]
    Damaged(String),
    /// It is a spreadsheet of a sort that is not read.
    #[error("{0:?} is not read")]
    Unsupported(Form),
}

impl GridError {
    /// A file with more of something than is read.
    pub(super) fn too_large(what: Bound, limit: usize) -> Self {
        GridError::TooLarge { what, limit: limit as u64 }
    }

    /// A broken file, and what says so.
    pub(super) fn damaged(said: impl std::fmt::Display) -> Self {
        GridError::Damaged(said.to_string())
    }
}
