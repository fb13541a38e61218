//! The register in and out: as typed tables for analysts, and as one document.

mod datum;
mod descriptor;
mod document;
mod package;
mod unpack;

pub use datum::{BETWEEN, ColumnHolds, Datum, push_escaped};
pub use descriptor::{DESCRIPTOR, PackageWords, descriptor};
pub use document::document;
pub use package::{
    CODES_TABLE, PackageColumn, PackageTable, SETTINGS_TABLE, TableReference, VOCABULARY_TABLE, coded_values,
    package_tables,
};
pub use unpack::{UnpackError, Unpacked, Unpacking};
