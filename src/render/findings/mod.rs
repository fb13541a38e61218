//! Findings for people and for programs.

mod document;
mod github;
pub(super) mod json;
mod page;
mod sarif;
pub(super) mod text;

pub use github::GITHUB;
pub use page::{checks_page, numbers_page};
pub use sarif::SARIF;

use super::Style;
use super::format::Format;
use crate::check::{Rule, Waived, severity};
use crate::format::{TomlDocument, plain_value, without_bom};
use crate::language::{FluentValue, Language};
use crate::message::say;
use crate::model::{Arg, Finding, Hint, Severity, Spot, Unread};
use crate::personal_data::{find, mask};
use std::cell::OnceCell;
use std::io::{self, Write};
use std::ops::Range;
use std::rc::Rc;

/// What a check found, and how much of it is shown.
#[derive(Clone, Copy)]
pub struct Findings<'f> {
    /// What is wrong, in the order in which it is told.
    pub findings: &'f [Finding],
    /// What is wrong and accepted for a time.
    pub waived: &'f Waived,
    /// What could not be read, and so was not held to the rules, whichever findings are told.
    pub unread: &'f [Unread],
    /// The register's folder below the top of its repository, for what reads the files by itself; empty, or with a `/`
    /// last.
    pub folder: &'f str,
    /// How many of a code, other than errors, a person at a terminal is told one by one; all where it is not said.
    pub most: Option<usize>,
}

/// Where the text of a file is got from, when a finding in it is shown.
pub trait Sources: Sync {
    /// The text of a file, with what is no text replaced; nothing where it cannot be had.
    fn text(&self, file: &str) -> Option<String>;
}

/// A finding in words, covered, with its place: what each format shows of it.
struct ShownFinding {
    /// The file's name, as far as it may be shown.
    file: String,
    severity: Severity,
    message: String,
    hint: Option<String>,
    /// The text that may be shown, and what to underline in it, where that is asked for.
    place: Option<TextPlace>,
    /// The line and column of the first character to underline, and those of the one after the last; all from 1.
    lines: Option<[usize; 4]>,
}

/// What of the text of a file is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    /// The text with what to underline.
    Text,
    /// The lines and columns alone: programs go to the text themselves.
    Lines,
}

/// A place in a text.
struct TextPlace {
    text: Rc<ShownText>,
    span: Range<usize>,
}

/// A text as it may be shown, with where its lines begin.
struct ShownText {
    text: String,
    line_starts: Vec<usize>,
}

/// The line and column of the first character of a span, and those of the one after its last; all from 1.
fn lines_of(body: &str, span: &Range<usize>) -> [usize; 4] {
    let line_and_column = |at: usize| {
        let before = &body[..body.floor_char_boundary(at)];
        let start = memchr::memrchr(b'\n', before.as_bytes()).map_or(0, |end| end + 1);
        let lines = memchr::memchr_iter(b'\n', before.as_bytes()).count();
        (lines + 1, before[start..].chars().count() + 1)
    };
    let ((line, column), (end_line, end_column)) = (line_and_column(span.start), line_and_column(span.end));
    [line, column, end_line, end_column]
}

impl TextPlace {
    /// What of it stands on its first line: the line's number, from 1, the line itself and the place in it.
    fn first_line(&self) -> (usize, &str, Range<usize>) {
        let (number, start) = self.text.line(self.span.start);
        let line = self.text.text[start..].split('\n').next().unwrap_or_default().trim_end_matches('\r');
        let within = |at: usize| (at - start).min(line.len());
        (number, line, within(self.span.start)..within(self.span.end))
    }
}

impl ShownText {
    fn new(text: String) -> Self {
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, line_starts }
    }

    /// The number of the line that a byte is on, from 1, and where it begins.
    fn line(&self, at: usize) -> (usize, usize) {
        let number = self.line_starts.partition_point(|start| *start <= at);
        (number, self.line_starts[number - 1])
    }
}

/// Writes findings, and what they come to: in the format's own way, or else as a document.
///
/// # Errors
/// They can't be written out, or not in that format.
pub fn write_findings(
    found: Findings<'_>,
    sources: &dyn Sources,
    format: &Format,
    style: &Style<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format.findings {
        Some(write) => write(found, sources, style, out),
        None => super::write(document::findings_document(found, sources, format.layout, style)?, format, style, out),
    }
}

/// All findings as they are shown to programs, which are told where something is and go to the text themselves.
fn shown_findings<'f>(
    found: Findings<'f>,
    sources: &dyn Sources,
    style: &Style<'_>,
) -> io::Result<Vec<(&'f Finding, ShownFinding)>> {
    let findings: Vec<&Finding> = found.findings.iter().collect();
    let mut all = Vec::new();
    show_each(&findings, sources, style.words.language, Told::Lines, &mut |finding, shown| {
        all.push((finding, shown));
        Ok(())
    })?;
    Ok(all)
}

/// Gives each finding as it is shown. The text of a file is read and parsed once for those in it that stand together: a
/// file may have as many as it has lines.
fn show_each<'f>(
    findings: &[&'f Finding],
    sources: &dyn Sources,
    language: &Language,
    told: Told,
    each: &mut dyn FnMut(&'f Finding, ShownFinding) -> io::Result<()>,
) -> io::Result<()> {
    for of_file in findings.chunk_by(|left, right| left.file == right.file) {
        let file = &of_file[0].file;
        let text = sources.text(file);
        let body = text.as_deref().map(without_bom);
        // Most are of what stands plainly at the top of the file: nothing has to be parsed for that.
        let document = OnceCell::new();
        let shown_text = body.filter(|_| told == Told::Text);
        let shown_text = shown_text.map(|body| Rc::new(ShownText::new(mask(body).into_owned())));
        let name = mask_name(file);
        for finding in of_file {
            let parsed = || document.get_or_init(|| body.and_then(TomlDocument::parse)).as_ref();
            let span = body.and_then(|body| span_of(finding, body, &parsed));
            let lines = body.zip(span.as_ref()).map(|(body, span)| lines_of(body, span));
            let place = shown_text.as_ref().zip(span).map(|(text, span)| TextPlace { text: Rc::clone(text), span });
            each(finding, ShownFinding { place, lines, ..shown_finding(finding, name.clone(), language) })?;
        }
    }
    Ok(())
}

/// The bytes of a text that a finding is about.
fn span_of<'d, 't: 'd>(
    finding: &Finding,
    body: &str,
    document: &dyn Fn() -> Option<&'d TomlDocument<'t>>,
) -> Option<Range<usize>> {
    match &finding.spot {
        Spot::File => None,
        Spot::Bytes(bytes) => {
            let start = body.floor_char_boundary(bytes.start.min(body.len()));
            Some(start..body.ceil_char_boundary(bytes.end.clamp(start, body.len())))
        }
        Spot::Value(path) => plain_value(body, path).or_else(|| document()?.locate(&finding.spot)),
        spot => document()?.locate(spot),
    }
}

fn shown_finding(finding: &Finding, file: String, language: &Language) -> ShownFinding {
    let covered = |argument: &Arg| FluentValue::from(mask(&language.argument(argument)).into_owned());
    let message = language.say(finding.message.map(covered));
    let hint = finding.hint.as_ref().map(|hint| mask(&hint_text(hint, language)).into_owned());
    ShownFinding { file, severity: severity(finding), message, hint, place: None, lines: None }
}

/// What a rule is about, why it matters and how to mend it, each with its heading.
#[must_use]
pub fn explanation(rule: &Rule, language: &Language) -> [(String, String); 3] {
    let words = rule.words;
    [(say::EXPLAIN_WHAT, words.what), (say::EXPLAIN_WHY, words.why), (say::EXPLAIN_MEND, words.mend)]
        .map(|(heading, text)| (language.text(heading), language.text(text)))
}

fn hint_text(hint: &Hint, language: &Language) -> String {
    match hint {
        Hint::DidYouMean(near) => language.say(say::did_you_mean(near.clone())),
        Hint::NowCalled(now) => language.say(say::now_called(now.clone())),
        Hint::OneOf(values) => language.say(say::one_of(values.join(", "))),
        Hint::OneOfCodes { written, choices } => match language.read_choice(choices, written) {
            Some(code) => language.say(say::did_you_mean(code)),
            None => language.say(say::one_of(choices.codes.join(", "))),
        },
        Hint::Message(key) => language.text(*key),
        Hint::Changed(changes) => {
            let names =
                |names: &Vec<Arg>| names.iter().map(|name| language.argument(name)).collect::<Vec<_>>().join(" · ");
            language.say(say::what_changed(changes.iter().map(names).collect::<Vec<_>>().join("; ")))
        }
    }
}

/// The name of a file, covered where it looks like personal data itself.
pub(in crate::render) fn mask_name(file: &str) -> String {
    match file.rsplit_once('/') {
        _ if find(file).is_empty() => file.to_owned(),
        Some((folder, _)) => format!("{}/***.toml", mask(folder)),
        None => "***".to_owned(),
    }
}
