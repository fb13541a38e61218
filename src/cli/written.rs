//! How what changed is written, and where: the part of `diff` and `log` that they share.

use super::app::App;
use super::output::with_unread;
use super::target::Target;
use super::visible::Form;
use crate::model::Register;
use crate::render;
use crate::report::Document;
use anyhow::Result;
use clap::ValueEnum;

/// How what changed is written, and where.
#[derive(Debug, clap::Args)]
pub struct Written {
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: Format,
    #[command(flatten)]
    pub target: Target,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Md,
    Json,
    Html,
}

impl Written {
    /// Writes a document of a register, with what of it could not be read.
    pub fn write<'r>(&self, document: Document<'r>, register: &'r Register, app: &App) -> Result<()> {
        let document = with_unread(document, register);
        let settings = &register.settings;
        let format = match self.format {
            Format::Text => render::Format::Table,
            Format::Md => render::Format::Markdown,
            Format::Html => render::Format::Html,
            Format::Json => render::Format::Json,
        };
        let style = app.report_style(settings, self.target.output.is_some());
        let form = match self.format {
            Format::Text => Form::Styled,
            Format::Json => Form::Json,
            Format::Md | Format::Html => Form::Plain,
        };
        self.target.write(form, app, |out| Ok(render::write(document, format, &style, out)?))
    }
}
