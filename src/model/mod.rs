//! What a register is: its records, ids, days, periods, cadences and words, and the questions that
//! a [`Register`] answers. Plain data: no files, no TOML, no clock, no language.

mod action_plan;
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
mod intervention;
mod kinds;
mod known;
mod links;
mod meeting;
mod money;
mod overlap;
mod reading;
mod records;
mod reference;
mod register;
mod seal;
mod section;
mod settings;
mod situation;
mod target_picture;
mod term;
mod text;
mod unread;
mod visible;

pub use action_plan::*;
pub use adoption::*;
pub use ages::*;
pub use agreement::*;
pub use body::*;
pub use cadence::*;
pub use choice::*;
pub use day::*;
pub use district::*;
pub use field::{
    Asked, Field, FieldType, Fields, Layout, List, Role, Shape, Table, TableShape, Tense, UNKNOWN_TABLE, Value, Values,
    When, Whole,
};
pub use finding::*;
pub use intervention::*;
pub use kinds::*;
pub use known::{Known, Later, later_than};
pub use links::*;
pub use meeting::*;
pub use money::*;
pub use overlap::*;
pub use reading::*;
pub use records::*;
pub use reference::*;
pub use register::*;
pub use seal::*;
pub use section::Section;
pub use settings::*;
pub use situation::*;
pub use target_picture::*;
pub use term::*;
pub use text::*;
pub use unread::*;
pub use visible::*;
