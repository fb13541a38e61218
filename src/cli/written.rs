//! How what a command has to show is written, and where: the same for every command.

use super::app::App;
use super::error::CommandError;
use super::target::OutputTarget;
use crate::message::{say, told};
use crate::model::{Register, Unread};
use crate::render::{
    self, CSV, Content, FORMATS, Findings, Format, Layout, LogWriter, Sources, Style, TABLE, format_named,
};
use crate::report::{Block, Cell, Document, Line, Logged};
use crate::words::names_by_key;
use anyhow::Result;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use serde_json::Value;

/// How what there is to show is written, and where.
#[derive(Debug, Clone, Args)]
pub struct Written {
    #[arg(long, value_name = "FORMAT", value_parser = formats(Content::Report))]
    pub format: Option<&'static Format>,
    #[command(flatten)]
    pub target: OutputTarget,
    #[arg(long, value_name = "PROGRAM")]
    pub csv_for: Option<CsvFor>,
}

/// A program that CSV is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CsvFor {
    Excel,
}

/// Reads the name of a format. Those that some content can't be written in are understood, to be refused by name, and
/// are not offered.
pub fn formats(content: Content) -> impl TypedValueParser<Value = &'static Format> {
    let named = move |format: &Format| {
        PossibleValue::new(format.name)
            .aliases(format.aliases)
            .aliases(names_by_key(&format!("value-{}", format.name)))
            .hide(!format.can_write(content))
    };
    let values = PossibleValuesParser::new(FORMATS.iter().map(named).collect::<Vec<_>>());
    values.map(|name| format_named(&name).unwrap_or(&TABLE))
}

/// Refuses a format that some content can't be written in.
pub fn refuse_unfit(format: &Format, content: Content, app: &App) -> Result<(), CommandError> {
    if format.can_write(content) {
        return Ok(());
    }
    let fit: Vec<&str> = FORMATS.iter().filter(|fit| fit.can_write(content)).map(|format| format.name).collect();
    let error = CommandError::usage(app.language.say(say::not_in_format(format.name)));
    Err(error.hint(app.language.say(say::one_of(fit.join(", ")))))
}

impl Written {
    /// The format asked for, or else the one that the file's ending stands for; a table where nothing says.
    fn asked(&self) -> &'static Format {
        let of_file = || render::format_of_file(self.target.output.as_deref()?);
        self.format.or_else(of_file).unwrap_or(&TABLE)
    }

    /// The format that is written. One for a spreadsheet is one of CSV.
    pub fn format(&self) -> &'static Format {
        match (self.asked(), self.csv_for) {
            (asked, Some(_)) if *asked == TABLE => &CSV,
            (asked, _) => asked,
        }
    }

    /// The format that some content is written in.
    pub fn format_of(&self, content: Content, app: &App) -> Result<&'static Format, CommandError> {
        let format = self.format();
        refuse_unfit(format, content, app)?;
        Ok(format)
    }

    /// Whether people read it: also what a spreadsheet is asked for, and nothing else.
    pub fn is_for_people(&self) -> bool {
        matches!(self.asked().layout, Layout::Page | Layout::Book)
    }

    /// How documents of a register are written.
    pub fn style<'s>(&self, register: &'s Register, app: &'s App) -> Style<'s> {
        let style = app.report_style(&register.settings, self.target.output.is_some());
        Style { spreadsheet: self.csv_for.is_some(), ..style }
    }

    /// Writes a document of a register where it was asked for, with what of the register could not be read.
    pub fn write<'r>(&self, document: Document<'r>, register: &'r Register, app: &App) -> Result<()> {
        self.write_in(&self.style(register, app), document, register, app)
    }

    /// The same, in a style.
    pub fn write_in<'r>(
        &self,
        style: &Style<'_>,
        document: Document<'r>,
        register: &'r Register,
        app: &App,
    ) -> Result<()> {
        let format = self.format();
        if !format.has_part_of(&document) {
            let error = CommandError::usage(app.language.text(say::NOTHING_TO_DRAW));
            return Err(error.hint(app.language.text(told::REPORT_MODEL_DRAWN)).into());
        }
        let is_looked_at = *format == TABLE && document.is_looked_at;
        let document = if is_looked_at { document } else { with_notice(document, register) };
        let document = with_unread(document, register);
        self.target.write(format.escaping, app, |out| Ok(render::write(document, format, style, out)?))
    }

    /// Writes findings where it was asked for.
    pub fn write_findings(
        &self,
        found: Findings<'_>,
        sources: &dyn Sources,
        style: &Style<'_>,
        app: &App,
    ) -> Result<()> {
        let format = self.format_of(Content::Findings, app)?;
        let style = Style { spreadsheet: self.csv_for.is_some(), ..*style };
        self.target.write(format.escaping, app, |out| Ok(render::write_findings(found, sources, format, &style, out)?))
    }

    /// Writes a history for programs, entry by entry as `walk` gives them, so that it is never in memory as a whole.
    pub fn write_log(
        &self,
        unread: &[Unread],
        app: &App,
        walk: impl FnOnce(&mut dyn FnMut(Logged) -> Result<()>) -> Result<()>,
    ) -> Result<()> {
        self.target.write(self.format().escaping, app, |out| {
            let mut log = LogWriter::begin(out)?;
            walk(&mut |entry| Ok(log.entry(&entry)?))?;
            Ok(log.end(unread)?)
        })
    }

    /// Writes what is laid out for programs already.
    pub fn write_value(&self, value: Value, app: &App) -> Result<()> {
        let format = self.format();
        self.target.write(format.escaping, app, |out| Ok(format.write_value(value, out)?))
    }
}

/// A report of a register, that says last what every report carries.
fn with_notice<'r>(mut document: Document<'r>, register: &'r Register) -> Document<'r> {
    let notice = register.settings.notice.trim();
    if !notice.is_empty() && document.is_report() {
        document.blocks.push(Block::Line(Line::new(say::notice(Cell::text(notice)))));
    }
    document
}

/// A document of a register, that says first what could not be read.
fn with_unread<'r>(mut document: Document<'r>, register: &'r Register) -> Document<'r> {
    if !register.unread.is_empty() {
        document.blocks.insert(0, Block::Unread(&register.unread));
    }
    document
}
