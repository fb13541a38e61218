//! What the JSON of a report looks like, as JSON Schema: read off the report's own columns.

use super::json::SCHEMA_VERSION;
use crate::report::{Column, Holds, Report, TableForm};
use serde_json::{Map, Value, json};

/// The schema of a report's JSON. Columns that a register makes itself, such as one for each district, may come
/// beside those that it names.
#[must_use]
pub fn report_schema(report: Report) -> Value {
    let (mut rows, mut names) = (Map::new(), Vec::new());
    for form in report.forms() {
        if form.is_always {
            names.push(form.name);
        }
        rows.insert(form.name.to_owned(), json!({ "type": "array", "items": row(&form) }));
    }
    let any_rows = json!({ "type": "array", "items": { "type": "object" } });
    let line = json!({
        "type": "object",
        "required": ["message", "text", "command"],
        "properties": {
            "message": { "type": "string" },
            "text": { "type": "string" },
            "command": { "type": ["string", "null"] },
        },
        "additionalProperties": false,
    });
    let unread = json!({
        "type": "object",
        "required": ["file", "field", "code"],
        "properties": {
            "file": { "type": "string" },
            "field": { "type": ["string", "null"] },
            "code": { "type": "string" },
        },
        "additionalProperties": false,
    });
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": report.name(),
        "type": "object",
        "required": ["schema_version", "report", "unread", "tables"],
        "properties": {
            "schema_version": { "const": SCHEMA_VERSION },
            "report": { "const": report.name() },
            "unread": { "type": "array", "items": unread },
            "tables": { "type": "object", "required": names, "properties": rows, "additionalProperties": any_rows },
            "totals": { "type": "object", "additionalProperties": any_rows },
            "lines": { "type": "array", "items": line },
            "graph": graph(),
        },
        "additionalProperties": false,
    })
}

fn row(form: &TableForm<'_>) -> Value {
    let fields: Vec<&Column<'_>> =
        form.columns.iter().filter(|column| !column.for_people && !column.is_varying).collect();
    let properties: Map<String, Value> =
        fields.iter().map(|column| (column.key.to_string(), cell(column.holds))).collect();
    let required: Vec<&str> = fields.iter().map(|column| &*column.key).collect();
    json!({ "type": "object", "required": required, "properties": properties })
}

fn cell(holds: Holds) -> Value {
    match holds {
        // What is said of several things together is an object of them.
        Holds::Text => json!({ "type": ["string", "object", "null"] }),
        Holds::Code(choices) => {
            let codes: Vec<Value> = choices.codes.iter().map(|code| json!(code)).chain([Value::Null]).collect();
            json!({ "enum": codes })
        }
        // A count may be told with the ids that it counts.
        Holds::Integer => json!({ "anyOf": [{ "type": ["integer", "null"] }, {
            "type": "object",
            "required": ["count", "ids"],
            "properties": { "count": { "type": "integer" }, "ids": { "type": "array", "items": { "type": "string" } } },
            "additionalProperties": false,
        }] }),
        // What cannot be said is told in a word.
        Holds::Number => json!({ "type": ["number", "string", "null"] }),
        Holds::Money => json!({ "type": ["integer", "null"] }),
        Holds::Day => json!({ "anyOf": [{ "type": "string", "format": "date" }, { "type": "null" }] }),
        Holds::List => json!({ "type": ["array", "null"] }),
        Holds::Flag => json!({ "type": ["boolean", "null"] }),
        Holds::Period => json!({ "type": ["object", "null"] }),
        Holds::Any => json!({}),
    }
}

fn graph() -> Value {
    let texts = |names: &[&str]| -> Map<String, Value> {
        names.iter().map(|name| ((*name).to_owned(), json!({ "type": "string" }))).collect()
    };
    let mut edge = texts(&["from", "to"]);
    edge.insert("supports".to_owned(), json!({ "type": "boolean" }));
    json!({
        "type": "object",
        "required": ["nodes", "edges"],
        "properties": {
            "nodes": { "type": "array", "items": { "type": "object", "properties": texts(&["id", "name", "sort"]) } },
            "edges": { "type": "array", "items": { "type": "object", "properties": edge } },
        },
    })
}
