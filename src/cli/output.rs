//! Where a command's data goes, and in which format.

use super::app::App;
use super::error::CommandError;
use super::target::Target;
use super::visible::Form;
use crate::language::say;
use crate::model::Register;
use crate::render::{self, Style, Words};
use crate::report::{Block, Document};
use anyhow::Result;
use clap::{Args, ValueEnum};
use std::path::Path;

#[derive(Debug, Clone, Args)]
pub struct Output {
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<Format>,
    #[command(flatten)]
    pub target: Target,
    #[arg(long, value_name = "PROGRAM")]
    pub csv_for: Option<CsvFor>,
    #[arg(long)]
    pub ids: bool,
    #[arg(long)]
    pub totals: bool,
    #[arg(long, value_name = "NAME")]
    pub table: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Table,
    Csv,
    Tsv,
    Json,
    Md,
    Html,
    Mermaid,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CsvFor {
    Excel,
}

impl Output {
    /// The format asked for, or else the one that the file's ending stands for; a table where nothing says.
    pub fn format(&self) -> Format {
        let ending = self.target.output.as_deref().and_then(Path::extension).and_then(|ending| ending.to_str());
        let named = || ending.and_then(|ending| Format::from_str(ending, true).ok());
        self.format.or_else(named).unwrap_or(Format::Table)
    }

    /// Writes a document of a register where it was asked for, with what of the register could not be read.
    pub fn write<'r>(&self, document: Document<'r>, register: &'r Register, app: &App) -> Result<()> {
        let plain = app.report_style(&register.settings, self.target.output.is_some());
        let style = Style {
            words: Words { ids: self.ids, ..plain.words },
            totals: self.totals,
            spreadsheet: self.csv_for.is_some(),
            ..plain
        };
        let format = match (self.format(), self.csv_for) {
            // A format for a spreadsheet is one of CSV.
            (Format::Table, Some(_)) | (Format::Csv, _) => render::Format::Csv,
            (Format::Table, None) => render::Format::Table,
            (Format::Tsv, _) => render::Format::Tsv,
            (Format::Json, _) => render::Format::Json,
            (Format::Md, _) => render::Format::Markdown,
            (Format::Html, _) => render::Format::Html,
            (Format::Mermaid, _) => render::Format::Mermaid,
        };
        self.refuse(&document, app)?;
        let document = with_unread(self.cut(document), register);
        let form = match format {
            render::Format::Table => Form::Styled,
            render::Format::Json => Form::Json,
            _ => Form::Plain,
        };
        self.target.write(form, app, |out| Ok(render::write(document, format, &style, out)?))
    }

    /// The document with no more than the table that was asked for.
    fn cut<'r>(&self, document: Document<'r>) -> Document<'r> {
        let Some(wanted) = &self.table else { return document };
        let is_wanted = |block: &Block<'_>| matches!(block, Block::Table(table) if table.name == wanted);
        Document { blocks: document.blocks.into_iter().filter(is_wanted).collect(), ..document }
    }

    /// Refuses what the document has not got: a table of that name, or something to draw.
    fn refuse(&self, document: &Document<'_>, app: &App) -> Result<(), CommandError> {
        let language = &app.language;
        let tables = || {
            document
                .blocks
                .iter()
                .filter_map(|block| if let Block::Table(table) = block { Some(table.name) } else { None })
        };
        if let Some(wanted) = &self.table
            && !tables().any(|name| name == wanted)
        {
            let error = CommandError::usage(say::no_such_table(language, wanted.clone()));
            return Err(error.hint(say::one_of(language, tables().collect::<Vec<_>>().join(", "))));
        }
        if self.format() == Format::Mermaid && !document.blocks.iter().any(|block| matches!(block, Block::Graph(_))) {
            let error = CommandError::usage(say::nothing_to_draw(language));
            return Err(error.hint("register report model --format mermaid"));
        }
        Ok(())
    }
}

/// A document of a register, that says first what could not be read.
pub fn with_unread<'r>(mut document: Document<'r>, register: &'r Register) -> Document<'r> {
    if !register.unread.is_empty() {
        document.blocks.insert(0, Block::Unread(&register.unread));
    }
    document
}
