//! Inventories that others have made, in whatever spreadsheet: which of their columns is of which field, what their cells
//! say, and each row as a record. Nothing is known here of what the register has already.

mod builder;
mod hands;
mod known;
mod map;
mod names;
mod propose;
mod route;
mod rows;

#[cfg(test)]
mod tests;

pub use hands::{Reading, Why};
pub use known::KNOWN;
pub use map::{ListName, Map, MapColumn, MapError, Unit};
pub use propose::{Guess, Sure, guesses, kind_is_told, lacking, mapped, sheets};
pub use route::Route;
pub use rows::{ReadRow, Rows, Sheet, Spot, Unknown, read_rows};
