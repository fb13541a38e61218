//! How a document of tables is written, and where: the part that all that lists and reports share.

use super::app::App;
use super::error::CommandError;
use super::written::Written;
use crate::check::AHEAD_OF_ITS_DAY;
use crate::message::{reports, say, told};
use crate::model::Known;
use crate::render::{Content, Style, Words};
use crate::report::{Block, Cell, Document, Line, Mark, explained};
use anyhow::Result;
use clap::Args;

/// How a document of tables is written, and where.
#[derive(Debug, Clone, Args)]
pub struct Output {
    #[command(flatten)]
    pub written: Written,
    #[arg(long)]
    pub ids: bool,
    #[arg(long)]
    pub totals: bool,
    #[arg(long, value_name = "NAME")]
    pub table: Option<String>,
    #[arg(long)]
    pub explain: bool,
}

impl Output {
    /// Writes a document of a register where it was asked for, with what of the register could not be read, and that
    /// something in it does not count.
    pub fn write<'r>(&self, document: Document<'r>, known: &'r Known<'_>, app: &App) -> Result<()> {
        let register = known.register();
        self.written.format_of(Content::Report, app)?;
        self.refuse_no_table(&document, app)?;
        let plain = self.written.style(register, app);
        let style = Style { words: Words { ids: self.ids, ..plain.words }, totals: self.totals, ..plain };
        let document = if self.explain { explained(self.cut(document)) } else { self.cut(document) };
        self.written.write_in(&style, with_later(document, known), register, app)
    }

    /// The document with no more than the table that was asked for.
    fn cut<'r>(&self, document: Document<'r>) -> Document<'r> {
        let Some(wanted) = &self.table else { return document };
        // With the lines below it, that say how it is to be read.
        let mut is_below = false;
        let is_wanted = |block: &Block<'_>| {
            is_below = match block {
                Block::Table(table) => table.name == wanted,
                Block::Line(_) => is_below,
                _ => false,
            };
            is_below
        };
        Document { blocks: document.blocks.into_iter().filter(is_wanted).collect(), ..document }
    }

    /// Refuses the name of a table that the document has not got.
    fn refuse_no_table(&self, document: &Document<'_>, app: &App) -> Result<(), CommandError> {
        let name = |block: &Block<'_>| match block {
            Block::Table(table) if !table.is_excerpt => Some(table.name),
            _ => None,
        };
        let tables: Vec<&str> = document.blocks.iter().filter_map(name).collect();
        match &self.table {
            Some(wanted) if !tables.iter().any(|name| name == wanted) => {
                let error = CommandError::usage(app.language.say(say::no_such_table(wanted.clone())));
                Err(error.hint(app.language.say(say::one_of(tables.join(", ")))))
            }
            _ => Ok(()),
        }
    }
}

/// A document of a register on a day, that says first how much of the register is dated later and does not count.
fn with_later<'r>(mut document: Document<'r>, known: &Known<'_>) -> Document<'r> {
    if !known.later().is_empty() {
        let text = reports::Later { count: Cell::count(known.later().len()), day: Cell::Day(known.day()) };
        let line = Line::new(text).marked(Mark::Watch).with_command(told::check_only(AHEAD_OF_ITS_DAY.code()));
        document.blocks.insert(0, Block::Line(line));
    }
    document
}
