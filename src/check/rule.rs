//! What a rule is, and the list of them.

use super::rules;
use crate::model::{Day, Fields, Finding, Kind, Register, Severity, Step, Value};

/// A sort of finding. Its words are messages: `check-CODE`, `-label`, `-what`, `-why`, `-mend`.
#[derive(Debug)]
pub struct Rule {
    /// The stable word that names it.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The fact that it serves: a row of the decision or of the public facts, or `format`.
    pub source: &'static str,
    /// How it is found.
    pub run: Run,
}

/// Looks at one value of a record.
pub type LookAtValue = fn(&Context<'_>, &Place<'_>, &[Step], Value<'_>, &mut Vec<Finding>);

/// How the findings of a rule are found.
#[derive(Debug)]
pub enum Run {
    /// While files are read; there is nothing to run.
    Reading,
    /// In the text of a file, before anything is made of it.
    Text,
    /// By looking at each value of each record.
    Value(LookAtValue),
    /// By looking at each record.
    Record(fn(&Context<'_>, &Place<'_>, &mut Vec<Finding>)),
    /// By looking at the settings.
    Settings(fn(&Context<'_>, &mut Vec<Finding>)),
}

/// What rules go by.
#[derive(Debug)]
pub struct Context<'r> {
    /// The register.
    pub register: &'r Register,
    /// The day to compute with.
    pub today: Day,
    /// What case numbers look like, where the register says and it can be understood.
    pub case_number: Option<regex::Regex>,
}

/// A record that is looked at.
pub struct Place<'r> {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: &'r str,
    /// Its file, relative to the register.
    pub file: &'r str,
    /// Its fields.
    pub fields: &'r dyn Fields,
}

const fn reading(code: &'static str) -> Rule {
    Rule { code, severity: Severity::Error, source: "format", run: Run::Reading }
}

/// Every rule. What a rule is called, how much it matters and how it is run stands in its own file.
pub static RULES: &[Rule] = &[
    reading("syntax-error"),
    reading("conflict-marker"),
    reading("not-utf8"),
    reading("file-too-large"),
    reading("unreadable"),
    reading("link-outside"),
    reading("invalid-file-name"),
    reading("duplicate-id"),
    reading("wrong-type"),
    reading("unknown-key"),
    reading("unknown-value"),
    reading("missing-field"),
    reading("invalid-id"),
    reading("malformed-reference"),
    reading("negative-amount"),
    rules::settings::UNSUPPORTED_FORMAT,
    rules::settings::BAD_PATTERN,
    rules::settings::BAD_MUNICIPALITY_CODE,
    rules::id_mismatch::RULE,
    rules::duplicate_element::RULE,
    rules::reference::UNKNOWN_REFERENCE,
    rules::reference::UNKNOWN_ELEMENT,
    rules::reference::WRONG_KIND,
    rules::reference::UNKNOWN_WORD,
    rules::unknown_indicator::RULE,
    rules::case_number::RULE,
    rules::area_code::RULE,
    rules::date_order::RULE,
    rules::personal_data::RULE,
];

/// The rule of that code.
#[must_use]
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code)
}

/// How much a finding matters.
#[must_use]
pub fn severity(finding: &Finding) -> Severity {
    rule(finding.code).map_or(Severity::Error, |rule| rule.severity)
}
