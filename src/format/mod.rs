//! TOML text and records: reading with findings at their places, new files, edits that move nothing
//! else, and JSON Schema.

mod any_record;
mod assemble;
mod canonical;
mod comments;
mod day;
mod depth;
mod document;
mod edit;
mod fast;
mod inspect;
mod old;
mod outline;
mod read;
mod schema;
pub mod upgrade;
mod write;

pub use any_record::AnyRecord;
pub use assemble::{Loaded, RecordFile, SETTINGS_FILE, assemble, in_order, put};
pub use canonical::canonical;
pub use comments::comments;
pub use document::{BOM, TomlDocument, line_and_column, plain_value, table_of_text, without_bom};
pub use edit::{Edit, EditError, edit, key};
pub use inspect::{label, nearest, shape_message};
pub use old::{FileRead, FileReader};
pub use outline::{Item, Outline, outline};
pub use read::{LARGEST_FILE, Reading, Texts, read, read_record, read_settings, read_slowly, too_large};
pub use schema::{FieldWords, schema};
pub use write::file_text;
