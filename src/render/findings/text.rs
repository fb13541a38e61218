//! Findings for a person: each with its text underlined, and what they come to.

use super::{Findings, ShownFinding, Sources, Told, show_each};
use crate::check::{count, rule, severity};
use crate::message::{say, told};
use crate::model::{Finding, Severity, visible};
use crate::render::Style;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::collections::BTreeMap;
use std::io::{self, Write};

pub(in crate::render) fn write(
    found: Findings<'_>,
    sources: &dyn Sources,
    style: &Style<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let most = found.most;
    let mut of_code: BTreeMap<&str, usize> = BTreeMap::new();
    let is_shown = |finding: &&Finding| {
        let shown = of_code.entry(finding.code()).or_default();
        // Errors stand in the way of everything else: each of them is told.
        *shown += usize::from(severity(finding) != Severity::Error);
        most.is_none_or(|most| *shown <= most)
    };
    let findings: Vec<&Finding> = found.findings.iter().filter(is_shown).collect();
    show_each(&findings, sources, style.words.language, Told::Text, &mut |finding, shown| {
        writeln!(out, "{}\n", one(finding, &shown, style))
    })?;
    // Nobody reads a thousand of the same: there is a command that shows them.
    let mut left = of_code
        .iter()
        .filter_map(|(code, count)| Some((code, count.checked_sub(most?)?)))
        .filter(|(_, left)| *left > 0)
        .peekable();
    let is_cut = left.peek().is_some();
    for (code, left) in left {
        let language = style.words.language;
        let command = language.say(told::check_only(*code));
        writeln!(out, "{}", language.say(say::MoreFindings { code: *code, command, left }))?;
    }
    if is_cut {
        writeln!(out)?;
    }
    writeln!(out, "{}", summary(found, style))
}

fn one(finding: &Finding, shown: &ShownFinding, style: &Style<'_>) -> String {
    let name = style.words.language.severity(shown.severity);
    let level = match shown.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    // The code in its brackets stands before the first line.
    let room = style.width.saturating_sub(name.chars().count() + finding.code().len() + 4).max(30);
    let title = textwrap::fill(&shown.message, room);
    let file = visible(&shown.file);
    let mut group = Group::with_title(level.with_name(name).primary_title(&title).id(finding.code()));
    group = match &shown.place {
        Some(place) => {
            // No more than the line is shown, and a long text need not be looked through for it.
            let (number, line, span) = place.first_line();
            let label = rule(finding.code()).map(|rule| style.words.language.text(rule.words.label));
            let annotation = AnnotationKind::Primary.span(span).label(label.unwrap_or_default());
            group.element(Snippet::source(line).line_start(number).path(file.as_ref()).annotation(annotation))
        }
        None => group.element(Origin::path(file.as_ref())),
    };
    if let Some(hint) = &shown.hint {
        group = group.element(Level::HELP.no_name().message(hint));
    }
    let renderer = if style.palette.on { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(style.width);
    renderer.render(&[group])
}

/// How many errors, warnings and notes there are.
pub(super) fn summary(found: Findings<'_>, style: &Style<'_>) -> String {
    let language = style.words.language;
    let waived = found
        .waived
        .until
        .map(|until| language.say(say::Waived { count: found.waived.findings.len(), until: language.day(until) }));
    if found.findings.is_empty() {
        return [Some(language.text(say::NO_FINDINGS)), waived].into_iter().flatten().collect::<Vec<_>>().join(" ");
    }
    let severities = [Severity::Error, Severity::Warning, Severity::Note];
    let parts: Vec<String> = severities
        .into_iter()
        .zip(count(found.findings))
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| {
            let text = language.severity_count(severity, count);
            style.palette.paint(style.palette.severity(severity), &text)
        })
        .collect();
    let counts = parts.join(", ");
    [Some(counts), waived].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
