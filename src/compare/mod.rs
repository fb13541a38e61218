//! What differs between two states of a register: which records, and in each which fields, with the elements of
//! lists matched by what they go by. The same matching serves [merging](crate::merge).
//!
//! It goes by the values of the files and not by records, so that nothing that somebody wrote is left out: keys
//! that no field has, and files that have something wrong with them.

mod common;
mod difference;
mod matching;
mod named;
mod normal;
mod rank;
mod records;
mod sentences;

pub use common::in_all;
pub use difference::{Change, Difference, PathPart, differences};
pub use matching::{Beside, beside, matched};
pub use named::each_named;
pub use normal::{is_hollow, normal, table_of, written};
pub use rank::Rank;
pub use records::{Comparison, FileStates, Notes, RecordChange, State, Subject, What, compare, compare_records};
pub use sentences::sentences;
