//! What a format is: what it is called, and what can be written in it.

use super::Style;
use super::findings::{Findings, Sources};
use crate::exchange::Datum;
use crate::exchange::workbook::Origin;
use crate::language::Language;
use crate::report::{Block, Document};
use serde_json::Value;
use std::fmt;
use std::io::{self, Write};
use std::ops::Range;

/// How signs that would steer a terminal are written where they stand in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Escaping {
    /// By their numbers, but for the program's own styling, which passes.
    Styled,
    /// By their numbers, all of them: nothing in the text is styling.
    Plain,
    /// As JSON writes a sign by its number.
    Json,
    /// It is no text but a file of its own, in which texts lie packed; its writer looks after them.
    Packed,
}

/// What there is to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// A document, which may have graphs.
    Report,
    /// A document of what changed.
    Changes,
    /// What a check found.
    Findings,
    /// The register as a whole, as flat tables.
    Register,
}

/// How much of what there is a format has room for, and for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// All of it as people read it, in words.
    Page,
    /// The rows of one table.
    Rows,
    /// All of it, in words and as rows of tables.
    Book,
    /// All of it as programs read it.
    Data,
}

type DocumentWriter = fn(Document<'_>, &Style<'_>, &mut dyn Write) -> io::Result<()>;
type FindingsWriter = fn(Findings<'_>, &dyn Sources, &Style<'_>, &mut dyn Write) -> io::Result<()>;
type RowsWriter = fn(&dyn RowSource, Option<&Language>, &mut dyn Write) -> io::Result<()>;
type ValueWriter = fn(Value, &mut dyn Write) -> io::Result<()>;

type TablesWriter = fn(&[(String, &dyn RowSource)], &Language, &Origin<'_>, &mut dyn Write) -> io::Result<()>;

/// Takes a row.
pub type TakeRow<'t> = &'t mut dyn FnMut(&[Datum<'_>]);

/// Rows of values under a header, made some at a time, so that a large table is never in memory as a whole.
pub trait RowSource: Sync {
    /// The names of the columns.
    fn header(&self) -> Vec<String>;
    /// How many things the rows are of.
    fn count(&self) -> usize;
    /// Gives the rows of some of them, in order.
    fn each(&self, part: Range<usize>, row: TakeRow<'_>);
}

/// A format that what is shown can be written in: what it is called, and a writer for each content that it has one for.
#[derive(Clone, Copy)]
pub struct Format {
    /// What it is called on the command line.
    pub name: &'static str,
    /// What else it is called there.
    pub aliases: &'static [&'static str],
    /// How the names of files in it may end, besides with its own name.
    pub endings: &'static [&'static str],
    /// What of it is escaped where a terminal may read it.
    pub escaping: Escaping,
    /// How much it has room for.
    pub layout: Layout,
    /// Whether it has the graphs of a document, and nothing else.
    pub is_drawing: bool,
    /// Whether it is a database, which is written as a file of its own.
    pub is_database: bool,
    /// Writes a document. Findings are written as one, where nothing else writes them.
    pub(super) document: Option<DocumentWriter>,
    /// Writes findings in a way of their own.
    pub(super) findings: Option<FindingsWriter>,
    /// Writes rows of values under a header; for a spreadsheet, where so asked.
    pub(super) rows: Option<RowsWriter>,
    /// Writes several tables of such rows, each by its name.
    pub(super) tables: Option<TablesWriter>,
    /// Writes what is laid out for programs already.
    pub(super) value: Option<ValueWriter>,
}

impl Format {
    /// A format that writes nothing yet.
    pub(super) const fn new(name: &'static str, escaping: Escaping, layout: Layout) -> Self {
        Self {
            name,
            aliases: &[],
            endings: &[],
            escaping,
            layout,
            is_drawing: false,
            is_database: false,
            document: None,
            findings: None,
            rows: None,
            tables: None,
            value: None,
        }
    }

    /// Whether some content can be written in it.
    #[must_use]
    pub const fn can_write(&self, content: Content) -> bool {
        let writes_document = self.document.is_some();
        match content {
            Content::Report => writes_document,
            Content::Changes => writes_document && !self.is_drawing,
            Content::Findings => self.findings.is_some() || (writes_document && !self.is_drawing),
            Content::Register => {
                self.rows.is_some() || self.tables.is_some() || self.value.is_some() || self.is_database
            }
        }
    }

    /// Whether it is a text. What is none is written to a file alone.
    #[must_use]
    pub fn is_text(&self) -> bool {
        self.escaping != Escaping::Packed && !self.is_database
    }

    /// Whether it has anything of a document.
    #[must_use]
    pub fn has_part_of(&self, document: &Document<'_>) -> bool {
        !self.is_drawing || document.blocks.iter().any(|block| matches!(block, Block::Graph(_)))
    }

    /// Whether what is laid out for programs already is written in it as it is.
    #[must_use]
    pub const fn takes_values(&self) -> bool {
        self.value.is_some()
    }

    /// Whether it has rows of values.
    #[must_use]
    pub const fn takes_rows(&self) -> bool {
        self.rows.is_some()
    }

    /// Whether it has several tables of such rows in one file.
    #[must_use]
    pub const fn takes_tables(&self) -> bool {
        self.tables.is_some()
    }

    /// Writes several tables of rows of values, each by its name.
    ///
    /// # Errors
    /// They can't be written out, or not in this format.
    pub fn write_tables(
        &self,
        tables: &[(String, &dyn RowSource)],
        words: &Language,
        origin: &Origin<'_>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        self.tables.ok_or_else(|| self.refusal())?(tables, words, origin, out)
    }

    /// Writes what is laid out for programs already.
    ///
    /// # Errors
    /// It can't be written out, or not in this format.
    pub fn write_value(&self, value: Value, out: &mut dyn Write) -> io::Result<()> {
        self.value.ok_or_else(|| self.refusal())?(value, out)
    }

    /// Writes rows of values under a header; for a spreadsheet in a language, where one is named.
    ///
    /// # Errors
    /// They can't be written out, or not in this format.
    pub fn write_rows(
        &self,
        rows: &dyn RowSource,
        spreadsheet: Option<&Language>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        self.rows.ok_or_else(|| self.refusal())?(rows, spreadsheet, out)
    }

    /// That it does not write what it was asked to.
    pub(super) fn refusal(&self) -> io::Error {
        io::Error::new(io::ErrorKind::Unsupported, self.name)
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Format {}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}
