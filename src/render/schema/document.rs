//! What the JSON of a document looks like: read off the forms of its tables.

use super::{SCHEMA, object, unread};
use crate::render::json::SCHEMA_VERSION;
use crate::report::{Column, Holds, Mark, TableForm};
use serde_json::{Map, Value, json};

/// What columns a table may have beside those that its form names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Others {
    /// Those that a register makes itself, such as one for each district.
    OfRegister,
    /// None: what is named is all that there is.
    None,
}

/// The schema of the JSON of a document that is called so and has those tables.
pub(super) fn document_schema(name: &str, forms: &[TableForm<'_>], others: Others) -> Value {
    let (mut rows, mut names) = (Map::new(), Vec::new());
    for form in forms {
        if form.is_always {
            names.push(form.name);
        }
        rows.insert(form.name.to_owned(), json!({ "type": "array", "items": row(form, others) }));
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
    json!({
        "$schema": SCHEMA,
        "title": name,
        "type": "object",
        "required": ["schema_version", "report", "unread", "tables"],
        "properties": {
            "schema_version": { "const": SCHEMA_VERSION },
            "report": { "const": name },
            "unread": unread(),
            "summary": { "type": "array", "items": figure() },
            "tables": { "type": "object", "required": names, "properties": rows, "additionalProperties": any_rows },
            "totals": { "type": "object", "additionalProperties": any_rows },
            "lines": { "type": "array", "items": line },
            "graph": graph(),
        },
        "additionalProperties": false,
    })
}

/// A number of the summary.
fn figure() -> Value {
    let marks: Vec<Value> = Mark::ALL.iter().map(|mark| json!(mark.code())).chain([Value::Null]).collect();
    let text = || json!({ "type": "string" });
    let members = [
        ("name", text()),
        ("label", text()),
        ("value", json!({})),
        ("mark", json!({ "enum": marks })),
        ("change", json!({ "type": ["string", "null"] })),
    ];
    object(&members, &["name", "label", "value", "mark", "change"])
}

/// A row: what the form always has is required, and what it may have is typed.
fn row(form: &TableForm<'_>, others: Others) -> Value {
    let fields: Vec<&Column<'_>> = form.columns.iter().filter(|column| !column.for_people).collect();
    let properties: Map<String, Value> =
        fields.iter().map(|column| (column.key.to_string(), cell(column.holds))).collect();
    let required: Vec<&str> = fields.iter().filter(|column| !column.is_varying).map(|column| &*column.key).collect();
    // What is named by its id has its name beside it.
    let names = json!({ "_name$": { "type": ["string", "array", "null"] } });
    let mut row = json!({
        "type": "object", "required": required, "properties": properties, "patternProperties": names,
    });
    if others == Others::None {
        row["additionalProperties"] = json!(false);
    }
    row
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
