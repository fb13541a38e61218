//! What a register is: its records, ids, days, periods, cadences and words, and the questions that
//! a [`Register`] answers. Plain data: no files, no TOML, no clock, no language.

mod adoption;
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

pub use adoption::*;
pub use agreement::*;
pub use body::*;
pub use cadence::*;
pub use choice::*;
pub use day::*;
pub use district::*;
pub use field::{Field, FieldType, Fields, Layout, List, Shape, Table, TableShape, Value, Values};
pub use finding::*;
pub use fingerprint::*;
pub use intervention::*;
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
