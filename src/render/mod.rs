//! Writers: documents and findings as text for a terminal, CSV, TSV, JSON, Markdown and HTML.

mod changes;
mod delimited;
mod findings;
mod html;
mod json;
mod markdown;
mod mermaid;
mod palette;
mod parts;
mod report_schema;
mod terminal;
mod unread;
mod words;

pub use changes::{changes_value, log_value};
pub use delimited::{Delimiter, write_rows};
pub use findings::{FindingFormat, Findings, Sources, checks_page, explanation, write_findings};
pub use json::{SCHEMA_VERSION, record_value, write_value};
pub use palette::Palette;
pub use report_schema::report_schema;
pub use unread::{unread_names, unread_value};
pub use words::Words;

use crate::report::Document;
use std::io::{self, Write};

/// A format that a document can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For a person at a terminal.
    Table,
    /// Comma-separated values (RFC 4180), for programs; for a spreadsheet where so asked.
    Csv,
    /// Tab-separated values.
    Tsv,
    /// JSON, versioned.
    Json,
    /// Markdown.
    Markdown,
    /// A whole page of HTML.
    Html,
    /// The graphs of a document, in Mermaid's language.
    Mermaid,
}

/// How to write.
#[derive(Debug, Clone, Copy)]
pub struct Style<'s> {
    /// Words, numbers and days.
    pub words: Words<'s>,
    /// How many characters wide a terminal is.
    pub width: usize,
    /// Colours, where they are wanted.
    pub palette: Palette,
    /// Whether what the rows come to stands among them in CSV and TSV.
    pub totals: bool,
    /// Whether CSV is for a spreadsheet: in the user's words, with the signs that it expects.
    pub spreadsheet: bool,
}

/// Writes a document.
///
/// # Errors
/// It can't be written out.
pub fn write(document: Document<'_>, format: Format, style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Table => terminal::write(document, style, out),
        Format::Csv => delimited::write(document, Delimiter::Comma, style, out),
        Format::Tsv => delimited::write(document, Delimiter::Tab, style, out),
        Format::Json => json::write(document, style, out),
        Format::Markdown => markdown::write(document, style, out),
        Format::Html => html::write(document, style, out),
        Format::Mermaid => mermaid::write(&document, style, out),
    }
}
