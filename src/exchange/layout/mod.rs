//! How a sheet lies, as people make them: where its tables are, which rows are their heads, and which of the others are
//! data. Nothing is known of what the heads mean.

mod heads;
mod looks;
mod rows;
mod strip;
mod table;

#[cfg(test)]
mod tests;

pub use heads::Head;
pub use table::{FoundTable, tables};
