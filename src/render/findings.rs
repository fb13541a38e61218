//! Findings for people and for programs.

use super::Style;
use super::json::SCHEMA_VERSION;
use crate::check::{count, mask, scan, severity};
use crate::format::{Document, line_and_column, without_bom};
use crate::language::{FluentArgs, say};
use crate::model::{Arg, Finding, Hint, Severity, Spot};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde_json::{Value, json};
use std::io::{self, Write};
use std::ops::Range;

/// A format that findings can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FindingFormat {
    /// With the text underlined.
    Text,
    /// JSON, versioned.
    Json,
}

/// Where the text of a file is got from, when a finding in it is shown.
pub trait Sources {
    /// The text of a file, with what is no text replaced; nothing where it cannot be had.
    fn text(&self, file: &str) -> Option<String>;
}

/// A finding with its words and its place.
struct Told {
    /// The file's name, as far as it may be shown.
    file: String,
    severity: Severity,
    message: String,
    label: String,
    hint: Option<String>,
    /// The text that may be shown, and what to underline in it.
    place: Option<(String, Range<usize>)>,
}

/// Writes findings, and what they come to.
///
/// # Errors
/// They can't be written out.
pub fn write_findings(
    findings: &[Finding],
    sources: &dyn Sources,
    format: FindingFormat,
    style: &Style<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        FindingFormat::Text => {
            for finding in findings {
                writeln!(out, "{}\n", text(finding, &tell(finding, sources, style), style))?;
            }
            writeln!(out, "{}", summary(findings, style))
        }
        FindingFormat::Json => {
            let listed: Vec<Value> =
                findings.iter().map(|finding| value(finding, &tell(finding, sources, style))).collect();
            let [errors, warnings, notes] = count(findings);
            let all = json!({
                "schema_version": SCHEMA_VERSION,
                "findings": listed,
                "summary": { "errors": errors, "warnings": warnings, "notes": notes },
            });
            serde_json::to_writer_pretty(&mut *out, &all).map_err(io::Error::from)?;
            writeln!(out)
        }
    }
}

fn tell(finding: &Finding, sources: &dyn Sources, style: &Style<'_>) -> Told {
    let language = style.words.language;
    let mut arguments = FluentArgs::new();
    for (name, argument) in &finding.args {
        arguments.set(*name, mask(&language.argument(argument)).into_owned());
    }
    let message = language.message(&format!("check-{}", finding.code), &arguments);
    let label = language.text(&format!("check-{}-label", finding.code));
    let hint = named_code(finding, style).map(|code| say::did_you_mean(language, code));
    let hint = hint.or_else(|| {
        finding.hint.as_ref().map(|hint| match hint {
            Hint::DidYouMean(near) => say::did_you_mean(language, near.clone()),
            Hint::NowCalled(now) => say::now_called(language, now.clone()),
            Hint::OneOf(values) => say::one_of(language, values.join(", ")),
            Hint::Message(key) => language.text(key),
        })
    });
    let place = sources.text(&finding.file).and_then(|text| {
        let body = without_bom(&text);
        let span = match &finding.spot {
            crate::model::Spot::File => None,
            crate::model::Spot::Bytes(bytes) => {
                let start = body.floor_char_boundary(bytes.start.min(body.len()));
                Some(start..body.ceil_char_boundary(bytes.end.clamp(start, body.len())))
            }
            spot => Document::parse(body).and_then(|document| document.locate(spot)),
        }?;
        Some((mask(body).into_owned(), span))
    });
    let file = mask_name(&finding.file);
    Told { file, severity: severity(finding), message, label, hint, place }
}

/// The name of a file, covered where it looks like personal data itself.
fn mask_name(file: &str) -> String {
    let is_personal = scan(file, "").iter().any(|finding| finding.spot == Spot::File);
    match (is_personal, file.rsplit_once('/')) {
        (false, _) => file.to_owned(),
        (true, Some((folder, _))) => format!("{folder}/***.toml"),
        (true, None) => "***".to_owned(),
    }
}

/// The code that was meant where someone wrote its name in the user's language.
fn named_code(finding: &Finding, style: &Style<'_>) -> Option<String> {
    let argument = |wanted: &str| {
        finding.args.iter().find_map(|(name, argument)| match argument {
            Arg::Text(text) if *name == wanted => Some(text.as_str()),
            _ => None,
        })
    };
    let (list, value, Some(Hint::OneOf(codes))) = (argument("list")?, argument("value")?, &finding.hint) else {
        return None;
    };
    codes.iter().find(|code| style.words.language.choice(list, code) == value.to_lowercase()).cloned()
}

fn text(finding: &Finding, told: &Told, style: &Style<'_>) -> String {
    let name = style.words.language.text(&format!("severity-{}", told.severity.name()));
    let level = match told.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    // The code in its brackets stands before the first line.
    let room = style.width.saturating_sub(name.chars().count() + finding.code.len() + 4).max(30);
    let title = textwrap::fill(&told.message, room);
    let mut group = Group::with_title(level.with_name(name).primary_title(&title).id(finding.code));
    group = match &told.place {
        Some((source, span)) => {
            let annotation = AnnotationKind::Primary.span(first_line(source, span)).label(&told.label);
            group.element(Snippet::source(source).path(&told.file).annotation(annotation))
        }
        None => group.element(Origin::path(&told.file)),
    };
    if let Some(hint) = &told.hint {
        group = group.element(Level::HELP.no_name().message(hint));
    }
    let renderer = if style.palette.on { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(style.width);
    renderer.render(&[group])
}

/// What is underlined of a text over several lines: its first.
fn first_line(source: &str, span: &Range<usize>) -> Range<usize> {
    let end = source[span.clone()].find('\n').map_or(span.end, |newline| span.start + newline);
    let end = if source[span.start..end].ends_with('\r') { end - 1 } else { end };
    span.start..end
}

fn value(finding: &Finding, told: &Told) -> Value {
    let mut value = json!({
        "code": finding.code,
        "severity": told.severity.name(),
        "message": told.message,
        "file": told.file,
    });
    if let (Some((source, span)), Some(object)) = (&told.place, value.as_object_mut()) {
        let (line, column) = line_and_column(source, span.start);
        let (end_line, end_column) = line_and_column(source, span.end);
        object.insert("line".to_owned(), json!(line));
        object.insert("column".to_owned(), json!(column));
        object.insert("end_line".to_owned(), json!(end_line));
        object.insert("end_column".to_owned(), json!(end_column));
    }
    if let (Some(hint), Some(object)) = (&told.hint, value.as_object_mut()) {
        object.insert("hint".to_owned(), json!(hint));
    }
    value
}

/// How many errors, warnings and notes there are.
fn summary(findings: &[Finding], style: &Style<'_>) -> String {
    let language = style.words.language;
    if findings.is_empty() {
        return say::no_findings(language);
    }
    let severities = [Severity::Error, Severity::Warning, Severity::Note];
    let parts: Vec<String> = severities
        .into_iter()
        .zip(count(findings))
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| {
            let mut arguments = FluentArgs::new();
            arguments.set("count", count);
            let text = language.message(&format!("severity-{}-count", severity.name()), &arguments);
            style.palette.paint(style.palette.severity(severity), &text)
        })
        .collect();
    parts.join(", ")
}
