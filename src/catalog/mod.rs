//! The fields of each kind of record, as the command line and the reports go by them: how a field is
//! named, what its value is, and how a person's words become one. All of it is read off the structs.

mod ids;
mod input;
mod kinds;
mod path;
mod refer;
mod understand;

pub use ids::{fill_id, fill_ids};
pub use input::{WrittenWord, day_to_toml, is_open_end, parse_value, parse_word, period_in, stretch};
pub use kinds::shape_of;
pub use path::{FieldPath, PathError, ShapeAt, called, find_field};
pub use refer::{Ambiguous, FoundRecord, Meant, find, kind_of, meant};
pub use understand::{InputError, Taken, Understand};
