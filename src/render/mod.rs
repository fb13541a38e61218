//! Writers: documents and findings as text for a terminal, CSV, TSV, JSON, Markdown and HTML.

mod by_name;
mod changes;
mod delimited;
mod findings;
mod fitting;
mod format;
mod formats;
mod html;
mod json;
mod markdown;
mod mermaid;
mod palette;
mod parts;
mod schema;
mod terminal;
mod unread;
mod words;
mod wrapping;
mod xlsx;

pub use changes::{LogWriter, changes_value, log_value};
pub use delimited::{CSV, TSV};
pub use findings::{Findings, Sources, checks_page, explanation, numbers_page, write_findings};
pub use format::{Content, Escaping, Format, Layout, RowSource, TakeRow};
pub use formats::{FORMATS, format_named, format_of_file};
pub use html::HTML;
pub use json::{JSON, SCHEMA_VERSION, record_value, settings_value, shown_value, write_value};
pub use markdown::MARKDOWN;
pub use mermaid::MERMAID;
pub use palette::Palette;
pub use schema::Printed;
pub use terminal::TABLE;
pub use unread::{unread_names, unread_value};
pub use words::{Words, field_names};
pub use xlsx::XLSX;

use crate::exchange::workbook::Origin;
use crate::report::Document;
use std::io::{self, Write};

/// How a document or findings are written: in whose words, how wide and in which colours.
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
    /// Where a file of the register is shown: its path in the register is put behind this. Only Markdown has links.
    pub links: Option<&'s str>,
    /// What a file that has properties says of itself in them.
    pub origin: Origin<'s>,
}

impl<'s> Style<'s> {
    /// Without colours, as wide as a terminal usually is, for whoever reads on a page.
    #[must_use]
    pub fn plain(words: Words<'s>) -> Self {
        Self {
            words,
            width: 80,
            palette: Palette { on: false },
            totals: false,
            spreadsheet: false,
            links: None,
            origin: Origin::default(),
        }
    }
}

/// Writes a document.
///
/// # Errors
/// It can't be written out, or not in that format.
pub fn write(document: Document<'_>, format: &Format, style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    format.document.ok_or_else(|| format.refusal())?(document, style, out)
}
