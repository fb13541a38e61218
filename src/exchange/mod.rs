//! The register in and out: as typed tables for analysts, and as one document.

mod database;
mod datum;
mod descriptor;
mod document;
pub mod grid;
pub mod import;
pub mod layout;
mod measured;
mod package;
pub mod round;
mod unpack;
pub mod workbook;

pub use database::{Answer, CodeLabel, Cover, QuestionError, Relation, ask, fill, relations};
pub use datum::{BETWEEN, ColumnHolds, Datum, push_escaped};
pub use descriptor::{DESCRIPTOR, PackageWords, descriptor};
pub use document::document;
pub use measured::{MEASURED, Measured};
pub use package::{
    About, CODES_TABLE, PackageColumn, PackageTable, SETTINGS_TABLE, TableReference, VOCABULARY_TABLE, coded_values,
    package_tables, table_of,
};
pub use unpack::{UnpackError, Unpacked, Unpacking, hold_to};
