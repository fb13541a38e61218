//! What a register is: its records, ids, days, periods, cadences and words, and the questions that
//! a [`Register`] answers. Plain data: no files, no TOML, no clock, no language.

mod adoption;
mod ages;
mod agreement;
mod body;
mod cadence;
mod choice;
mod day;
mod district;
pub mod field;
mod finding;
mod fingerprint;
mod intervention;
mod kinds;
mod links;
mod meeting;
mod money;
mod overlap;
mod records;
mod reference;
mod register;
mod settings;
mod situation;
mod term;
mod text;
mod unread;
mod visible;

pub use adoption::*;
pub use ages::*;
pub use agreement::*;
pub use body::*;
pub use cadence::*;
pub use choice::*;
pub use day::*;
pub use district::*;
pub use field::{
    Field, FieldType, Fields, Layout, List, Role, Shape, Table, TableShape, UNKNOWN_TABLE, Value, Values, Whole,
};
pub use finding::*;
pub use fingerprint::*;
pub use intervention::*;
pub use kinds::*;
pub use links::*;
pub use meeting::*;
pub use money::*;
pub use overlap::*;
pub use records::*;
pub use reference::*;
pub use register::*;
pub use settings::*;
pub use situation::*;
pub use term::*;
pub use text::*;
pub use unread::*;
pub use visible::*;
