//! Findings as JSON, versioned.

use super::{Findings, ShownFinding, Sources, Told, show_each};
use crate::check::count;
use crate::language::Language;
use crate::model::Finding;
use crate::personal_data::mask;
use crate::render::json::covered_text;
use crate::render::unread::unread_value;
use crate::render::{SCHEMA_VERSION, Style, write_value};
use rayon::prelude::*;
use serde_json::{Value, json};
use std::io::{self, Write};

/// How many findings are made into text at a time, and how many of those there are at once.
const CHUNK: usize = 2048;
const STRETCH: usize = 8;

/// Writes them as they are made, so that very many are never in memory as a whole.
pub(in crate::render) fn write(
    found: Findings<'_>,
    sources: &dyn Sources,
    style: &Style<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let [errors, warnings, notes] = count(found.findings);
    let waived = found.waived.findings.len();
    let about = |value: Value| -> io::Result<String> {
        let mut text = Vec::new();
        write_value(value, &mut text)?;
        Ok(String::from_utf8_lossy(&text).trim().trim_start_matches('{').trim_end_matches('}').trim_end().to_owned())
    };
    let before =
        json!({ "schema_version": SCHEMA_VERSION, "folder": found.folder, "unread": unread_value(found.unread) });
    let summary = json!({ "errors": errors, "warnings": warnings, "notes": notes, "waived": waived });
    write!(out, "{{{},\n  \"findings\": [", about(before)?)?;
    let findings: Vec<&Finding> = found.findings.iter().collect();
    let tongue = style.words.language.tongue();
    let mut is_first = true;
    for stretch in of_files(&findings).chunks(STRETCH) {
        let made: Vec<io::Result<String>> = match stretch {
            [only] => vec![texts(only, sources, style.words.language)],
            // Words are looked up in a language of the thread's own.
            several => several.par_iter().map(|chunk| texts(chunk, sources, &Language::new(tongue))).collect(),
        };
        for text in made {
            let text = text?;
            out.write_all(if is_first { b"\n" } else { b",\n" })?;
            out.write_all(text.as_bytes())?;
            is_first = false;
        }
    }
    let end = if is_first { "]" } else { "\n  ]" };
    writeln!(out, "{end},{}\n}}", about(json!({ "summary": summary }))?)
}

/// Findings in chunks of about as many, of which none parts those of a file.
fn of_files<'c, 'f>(findings: &'c [&'f Finding]) -> Vec<&'c [&'f Finding]> {
    let mut chunks = Vec::new();
    let mut rest = findings;
    while !rest.is_empty() {
        let least = rest.len().min(CHUNK);
        let more = rest[least..].iter().take_while(|finding| finding.file == rest[least - 1].file).count();
        let (chunk, behind) = rest.split_at(least + more);
        chunks.push(chunk);
        rest = behind;
    }
    chunks
}

/// Some findings as they stand in the list.
fn texts(findings: &[&Finding], sources: &dyn Sources, language: &Language) -> io::Result<String> {
    let mut text = String::new();
    show_each(findings, sources, language, Told::Lines, &mut |finding, shown| {
        if !text.is_empty() {
            text.push_str(",\n");
        }
        push(finding, &shown, &mut text);
        Ok(())
    })?;
    Ok(text)
}

/// Adds a finding as it stands in the list. What is shown of it is covered already.
fn push(finding: &Finding, shown: &ShownFinding, text: &mut String) {
    let mut between = "    {\n";
    let mut member = |name: &str, value: &str| {
        text.push_str(between);
        between = ",\n";
        text.push_str("      \"");
        text.push_str(name);
        text.push_str("\": ");
        text.push_str(value);
    };
    let element = finding.element.as_deref().map(mask);
    member("code", &covered_text(finding.code()));
    member("severity", &covered_text(shown.severity.name()));
    member("message", &covered_text(&shown.message));
    member("file", &covered_text(&shown.file));
    member("element", &element.map_or("null".to_owned(), |element| covered_text(&element)));
    for (name, place) in ["line", "column", "end_line", "end_column"].iter().zip(shown.lines.into_iter().flatten()) {
        member(name, &place.to_string());
    }
    if let Some(hint) = &shown.hint {
        member("hint", &covered_text(hint));
    }
    text.push_str("\n    }");
}
