//! Any spreadsheet file as plain grids of typed cells: workbooks of Excel and of OpenDocument, and delimited text. What a
//! file holds was written by anybody: whatever it is, it ends in cells or in an error, within bounds of time and memory.

mod archive;
mod at;
mod book;
mod encoding;
mod filling;
mod held;
mod limits;
mod ods;
mod read;
mod text;
mod xls;

pub use at::{At, cell_name, column_name};
pub use held::{Form, Grid, Grids, Held, Merged};
pub use limits::{Bound, GridError, Limits};
pub use read::read;

#[cfg(test)]
mod tests;
