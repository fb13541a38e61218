//! How what changed is written, and where: the part of `diff` and `log` that they share.

use super::app::App;
use super::output::{with_unread, write_out};
use super::ui::Ui;
use super::visible::Form;
use crate::language::say;
use crate::model::Register;
use crate::render;
use crate::report::Document;
use anyhow::Result;
use clap::ValueEnum;
use std::path::PathBuf;

/// How what changed is written, and where.
#[derive(Debug, clap::Args)]
pub struct Written {
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: Format,
    #[arg(long, short, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub output: Option<PathBuf>,
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
        let style = app.report_style(settings, self.output.is_some());
        let form = match self.format {
            Format::Text => Form::Styled,
            Format::Json => Form::Json,
            Format::Md | Format::Html => Form::Plain,
        };
        write_out(self.output.as_deref(), form, |out| Ok(render::write(document, format, &style, out)?))?;
        if let Some(path) = &self.output {
            Ui::say(&say::wrote(&app.language, path.display().to_string()));
        }
        Ok(())
    }
}
