//! The register in and out: as flat, documented tables for analysts.

mod tables;

pub use tables::{FlatTable, document, tables};
