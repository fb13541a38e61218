//! Findings as JSON, versioned.

use super::{Findings, ShownFinding, Sources, shown_findings};
use crate::check::count;
use crate::model::Finding;
use crate::personal_data::mask;
use crate::render::unread::unread_value;
use crate::render::{SCHEMA_VERSION, Style, write_value};
use serde_json::{Value, json};
use std::io::{self, Write};

pub(in crate::render) fn write(
    found: Findings<'_>,
    sources: &dyn Sources,
    style: &Style<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let shown = shown_findings(found, sources, style)?;
    let listed: Vec<Value> = shown.iter().map(|(finding, shown)| value(finding, shown)).collect();
    let [errors, warnings, notes] = count(found.findings);
    let waived = found.waived.findings.len();
    let all = json!({
        "schema_version": SCHEMA_VERSION,
        "folder": found.folder,
        "unread": unread_value(found.unread),
        "findings": listed,
        "summary": { "errors": errors, "warnings": warnings, "notes": notes, "waived": waived },
    });
    write_value(all, out)
}

fn value(finding: &Finding, shown: &ShownFinding) -> Value {
    let mut value = json!({
        "code": finding.code(),
        "severity": shown.severity.name(),
        "message": shown.message,
        "file": shown.file,
        "element": finding.element.as_deref().map(mask),
    });
    if let (Some(places), Some(object)) = (shown.lines, value.as_object_mut()) {
        for (name, place) in ["line", "column", "end_line", "end_column"].into_iter().zip(places) {
            object.insert(name.to_owned(), json!(place));
        }
    }
    if let (Some(hint), Some(object)) = (&shown.hint, value.as_object_mut()) {
        object.insert("hint".to_owned(), json!(hint));
    }
    value
}
