//! The manual's page on the checks: all that there is to say of each rule.

use super::explanation;
use crate::check::RULES;
use crate::language::Language;
use crate::measure::Measure;
use crate::message::say;
use crate::report::Report;
use std::fmt::Write as _;

/// The page in a language, as Markdown, and the name of its file.
#[must_use]
pub fn checks_page(language: &Language) -> (String, String) {
    let mut text =
        format!("# {}\n\n{}\n", language.text(say::CHECKS_PAGE_HEADING), language.text(say::CHECKS_PAGE_ABOUT));
    for rule in RULES {
        let source = if rule.source == "format" { String::new() } else { format!(", {}", rule.source) };
        // Writing to a string does not fail.
        let _ = write!(text, "\n## {}\n\n*{}{source}*\n", rule.code(), language.severity(rule.severity));
        for (heading, answer) in explanation(rule, language) {
            let _ = write!(text, "\n**{heading}.** {}\n", escaped(&answer));
        }
    }
    (language.text(say::CHECKS_PAGE_FILE), text)
}

/// The page on the numbers, as Markdown, and the name of its file.
#[must_use]
pub fn numbers_page(language: &Language) -> (String, String) {
    let mut text =
        format!("# {}\n\n{}\n", language.text(say::NUMBERS_PAGE_HEADING), language.text(say::NUMBERS_PAGE_ABOUT));
    for measure in Measure::ALL {
        let (name, meaning) = (language.text(measure.label()), language.text(measure.meaning()));
        let told = Report::ALL.iter().filter(|report| report.measures().contains(measure));
        let commands: Vec<String> =
            told.map(|report| format!("`{}`", language.command_line(report.command()))).collect();
        let told = language.text(say::NUMBERS_PAGE_TOLD);
        // Writing to a string does not fail.
        let _ = write!(text, "\n## {name}\n\n{}\n\n{told}: {}.\n", escaped(&meaning), commands.join(", "));
    }
    (language.text(say::NUMBERS_PAGE_FILE), text)
}

/// A text in which nothing is taken for Markdown's own signs.
fn escaped(text: &str) -> String {
    text.replace('<', "&lt;").replace('|', "\\|").replace('*', "\\*")
}
