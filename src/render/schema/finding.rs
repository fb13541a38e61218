//! What the JSON of findings looks like.

use super::{object, unread, whole};
use crate::check::RULES;
use crate::model::Severity;
use crate::render::json::SCHEMA_VERSION;
use serde_json::{Value, json};

/// What `check` prints.
pub(super) fn found() -> Value {
    let count = || json!({ "type": "integer", "minimum": 0 });
    let counts = ["errors", "warnings", "notes", "waived"];
    let summary: Vec<(&str, Value)> = counts.iter().map(|name| (*name, count())).collect();
    let members = [
        ("schema_version", json!({ "const": SCHEMA_VERSION })),
        ("folder", json!({ "type": ["string", "null"] })),
        ("unread", unread()),
        ("findings", json!({ "type": "array", "items": finding() })),
        ("summary", object(&summary, &counts)),
    ];
    let names: Vec<&str> = members.iter().map(|(name, _)| *name).collect();
    whole("check", &members, &names)
}

fn finding() -> Value {
    let text = || json!({ "type": "string" });
    let place = || json!({ "type": "integer", "minimum": 1 });
    let codes: Vec<&str> = RULES.iter().map(|rule| rule.code()).collect();
    let severities = [Severity::Error, Severity::Warning, Severity::Note].map(Severity::name);
    let members = [
        ("code", json!({ "enum": codes })),
        ("severity", json!({ "enum": severities })),
        ("message", text()),
        ("file", text()),
        ("element", json!({ "type": ["string", "null"] })),
        ("line", place()),
        ("column", place()),
        ("end_line", place()),
        ("end_column", place()),
        ("hint", text()),
    ];
    object(&members, &["code", "severity", "message", "file", "element"])
}
