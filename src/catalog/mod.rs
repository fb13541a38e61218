//! The fields of each kind of record, as the command line and the reports go by them: how a field is
//! named, what its value is, and how a person's words become one. All of it is read off the structs.

mod input;
mod kinds;
mod path;

pub use input::{InputError, Understand, day_to_toml, parse_value, period_in};
pub use kinds::shape_of;
pub use path::{FieldPath, PathError, ShapeAt, find_field};
