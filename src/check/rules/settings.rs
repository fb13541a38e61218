//! Ensure that `register.toml` can be gone by.

use crate::check::rule::{Context, Rule, Run};
use crate::format::SETTINGS_FILE;
use crate::model::{Arg, FORMAT, Finding, Spot, Step};
use std::borrow::Cow;

pub(in crate::check) const UNSUPPORTED_FORMAT: Rule =
    Rule::error("unsupported-format", "format", Run::Register(format));

pub(in crate::check) const BAD_PATTERN: Rule = Rule::error("bad-pattern", "L9", Run::Register(pattern));

pub(in crate::check) const BAD_MUNICIPALITY_CODE: Rule =
    Rule::error("bad-municipality-code", "L8", Run::Register(code));

fn at(path: &[&'static str]) -> Spot {
    Spot::Value(path.iter().map(|key| Step::Key(Cow::Borrowed(*key))).collect())
}

fn format(context: &Context<'_>, findings: &mut Vec<Finding>) {
    super::reference::in_settings(context, findings);
    super::duplicate_element::in_settings(context, findings);
    // A register.toml without a format is told of as such.
    let Some(format) = context.register.settings.format else { return };
    if format != FORMAT {
        let finding = Finding::new(UNSUPPORTED_FORMAT.code, SETTINGS_FILE, at(&["format"]));
        findings.push(finding.with("format", Arg::Number(format)));
    }
}

fn pattern(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let pattern = &context.register.settings.case_number.pattern;
    if !pattern.is_empty() && context.case_number.is_none() {
        let finding = Finding::new(BAD_PATTERN.code, SETTINGS_FILE, at(&["case_number", "pattern"]));
        findings.push(finding.text("pattern", &**pattern));
    }
}

/// `^\d{4}$` (L8).
fn code(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let code = &context.register.settings.municipality_code;
    if !code.is_empty() && (code.len() != 4 || !code.bytes().all(|byte| byte.is_ascii_digit())) {
        let finding = Finding::new(BAD_MUNICIPALITY_CODE.code, SETTINGS_FILE, at(&["municipality_code"]));
        findings.push(finding.text("code", &**code));
    }
}
