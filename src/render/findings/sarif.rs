//! Findings as SARIF 2.1.0 (OASIS).

use super::{Findings, ShownFinding, Sources, shown_findings};
use crate::check::RULES;
use crate::model::{Finding, Severity};
use crate::render::format::{Escaping, Format, Layout};
use crate::render::{Style, write_value};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};
use std::io::{self, Write};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// What a path in a URI may not hold as it is (RFC 3986, section 3.3).
const NOT_IN_PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b'\\');

/// SARIF 2.1.0, which code scanning and many editors read.
pub const SARIF: Format = Format { findings: Some(write), ..Format::new("sarif", Escaping::Json, Layout::Data) };

fn write(found: Findings<'_>, sources: &dyn Sources, style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    write_value(log(shown_findings(found, sources, style)?, found.folder, style), out)
}

/// A log of one run.
fn log(shown: Vec<(&Finding, ShownFinding)>, folder: &str, style: &Style<'_>) -> Value {
    let used: Vec<usize> =
        (0..RULES.len()).filter(|place| shown.iter().any(|(finding, _)| RULES[*place].tells(finding))).collect();
    let language = style.words.language;
    let rules: Vec<Value> = used
        .iter()
        .map(|place| {
            let rule = &RULES[*place];
            let words = rule.words;
            json!({
                "id": rule.code(),
                "shortDescription": { "text": language.text(words.label) },
                "fullDescription": { "text": language.text(words.what) },
                "help": { "text": format!("{}\n\n{}", language.text(words.why), language.text(words.mend)) },
                "defaultConfiguration": { "level": level(rule.severity) },
                "properties": { "source": rule.source },
            })
        })
        .collect();
    let results: Vec<Value> = shown
        .iter()
        .map(|(finding, shown)| {
            let index = used.iter().position(|place| RULES[*place].tells(finding));
            let mut result = json!({
                "ruleId": finding.code(),
                "level": level(shown.severity),
                "message": { "text": shown.message },
                "locations": [{ "physicalLocation": location(shown, folder) }],
            });
            if let (Some(object), Some(index)) = (result.as_object_mut(), index) {
                object.insert("ruleIndex".to_owned(), json!(index));
            }
            result
        })
        .collect();
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "register",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn level(severity: Severity) -> &'static str {
    severity.name()
}

fn location(shown: &ShownFinding, folder: &str) -> Value {
    let path = format!("{folder}{}", shown.file);
    let uri = utf8_percent_encode(&path, NOT_IN_PATH).to_string();
    let mut location = json!({ "artifactLocation": { "uri": uri } });
    if let (Some([line, column, end_line, end_column]), Some(object)) = (shown.lines, location.as_object_mut()) {
        let region = json!({ "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column });
        object.insert("region".to_owned(), region);
    }
    location
}
