//! Ensure that `register.toml` can be gone by.

use crate::check::rule::{Context, Rule, Run, at};
use crate::format::SETTINGS_FILE;
use crate::message::checks;
use crate::model::{FORMAT, Finding, OLD_FORMAT};

pub(in crate::check) const UNSUPPORTED_FORMAT: Rule =
    Rule::error(checks::UNSUPPORTED_FORMAT, "format", Run::Register(format));

pub(in crate::check) const BAD_PATTERN: Rule = Rule::error(checks::BAD_PATTERN, "L9", Run::Register(pattern));

pub(in crate::check) const BAD_MUNICIPALITY_CODE: Rule =
    Rule::error(checks::BAD_MUNICIPALITY_CODE, "L8", Run::Register(code));

fn format(context: &Context<'_>, findings: &mut Vec<Finding>) {
    super::reference::in_settings(context, findings);
    super::duplicate_element::in_settings(context, findings);
    super::left_with_ended::in_settings(context, findings);
    super::impossible_value::in_settings(context, findings);
    super::unlikely_value::in_settings(context, findings);
    // A register.toml without a format is told of as such.
    let Some(format) = context.register.settings.format else { return };
    if format != FORMAT && format != OLD_FORMAT {
        findings.push(Finding::new(checks::unsupported_format(format), SETTINGS_FILE, at!["format"]));
    }
}

fn pattern(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let pattern = &context.register.settings.case_number.pattern;
    if !pattern.is_empty() && context.case_number.is_none() {
        let message = checks::bad_pattern(&**pattern);
        findings.push(Finding::new(message, SETTINGS_FILE, at!["case_number", "pattern"]));
    }
}

/// Finds a code of a municipality that is not `^\d{4}$` (L8).
fn code(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let code = &context.register.settings.municipality_code;
    if !code.is_empty() && (code.len() != 4 || !code.bytes().all(|byte| byte.is_ascii_digit())) {
        let message = checks::bad_municipality_code(&**code);
        findings.push(Finding::new(message, SETTINGS_FILE, at!["municipality_code"]));
    }
}
