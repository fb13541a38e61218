//! Inventories that others have made, in whatever spreadsheet: which of their columns is of which field, what their cells
//! say, and each row as a record. Nothing is known here of what the register has already.

mod builder;
mod column;
mod hands;
mod heading;
mod heads;
mod known;
mod map;
mod names;
mod propose;
mod route;
mod rows;
mod told;

#[cfg(test)]
mod tests;

pub use hands::{LONGEST_NAME, Reading, Why};
pub use heading::headed_by;
pub use heads::Sure;
pub use known::KNOWN;
pub use map::{ListName, Map, MapColumn, MapError, Unit};
pub use propose::{Guess, mapped, new_columns, sheets};
pub use route::Route;
pub use rows::{ReadRow, Rows, Sheet, Unknown, papers_of, read_rows};
pub use told::{kind_is_told, lacking, missing_columns};
