//! Workbooks (Office Open XML, ECMA-376): sheets of typed cells, made so that a person finds their way in them and prints
//! them, and so that nothing in them runs.

mod form;
mod look;
mod names;
mod sheet;

pub use form::{Allowed, Cells, Choice, Told};
pub use look::{Ground, Look};
pub use sheet::{Book, Content, Origin, Rows, Sheet};
