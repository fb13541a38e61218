//! Findings as GitHub's workflow commands: `::error file=…,line=…::…`.

use super::{Findings, ShownFinding, Sources, shown_findings};
use crate::model::{Finding, Severity};
use crate::render::Style;
use crate::render::format::{Escaping, Format, Layout};
use std::io::{self, Write};

/// Workflow commands, which GitHub shows beside the lines of a change.
pub const GITHUB: Format = Format { findings: Some(write), ..Format::new("github", Escaping::Plain, Layout::Data) };

fn write(found: Findings<'_>, sources: &dyn Sources, style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    let shown = shown_findings(found, sources, style)?;
    shown.iter().try_for_each(|(finding, shown)| write_one(finding, shown, found.folder, out))
}

fn write_one(finding: &Finding, shown: &ShownFinding, folder: &str, out: &mut dyn Write) -> io::Result<()> {
    let command = match shown.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    write!(out, "::{command} file={}", property(&format!("{folder}{}", shown.file)))?;
    if let Some([line, column, end_line, end_column]) = shown.lines {
        write!(out, ",line={line},endLine={end_line}")?;
        // Columns are taken for one line alone.
        if line == end_line {
            write!(out, ",col={column},endColumn={end_column}")?;
        }
    }
    let hint = shown.hint.as_ref().map(|hint| format!("\n{hint}")).unwrap_or_default();
    writeln!(out, ",title={}::{}", property(finding.code()), message(&format!("{}{hint}", shown.message)))
}

/// What a message may not hold is written by its number, as GitHub's own toolkit does.
fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property may not hold what parts it from the next either.
fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}
