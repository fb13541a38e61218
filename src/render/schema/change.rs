//! What the JSON of changes looks like: of two states of a register, and of its history.

use super::{object, unread, whole};
use crate::render::json::SCHEMA_VERSION;
use serde_json::{Value, json};

/// What `diff` prints.
pub(super) fn differing() -> Value {
    let count = || json!({ "type": "integer", "minimum": 0 });
    let counts = ["added", "removed", "renamed", "changed", "comments_only", "layout_only"];
    let summary: Vec<(&str, Value)> = counts.iter().map(|name| (*name, count())).collect();
    let members = [
        ("schema_version", json!({ "const": SCHEMA_VERSION })),
        ("report", json!({ "const": "diff" })),
        ("before", json!({ "type": "string" })),
        ("after", json!({ "type": ["string", "null"] })),
        ("unread", unread()),
        ("records", records()),
        ("layout_only", texts()),
        ("summary", object(&summary, &counts)),
    ];
    let names: Vec<&str> = members.iter().map(|(name, _)| *name).collect();
    whole("diff", &members, &names)
}

/// What `log` prints.
pub(super) fn logged() -> Value {
    let entry = [
        ("commit", json!({ "type": "string" })),
        ("day", json!({ "type": "string", "format": "date" })),
        ("subject", json!({ "type": "string" })),
        ("records", records()),
        ("layout_only", texts()),
    ];
    let names: Vec<&str> = entry.iter().map(|(name, _)| *name).collect();
    let members = [
        ("schema_version", json!({ "const": SCHEMA_VERSION })),
        ("report", json!({ "const": "log" })),
        ("record", json!({ "type": ["string", "null"] })),
        ("unread", unread()),
        ("entries", json!({ "type": "array", "items": object(&entry, &names) })),
    ];
    let names: Vec<&str> = members.iter().map(|(name, _)| *name).collect();
    whole("log", &members, &names)
}

fn texts() -> Value {
    json!({ "type": "array", "items": { "type": "string" } })
}

/// The records that changed, each as its change has it.
fn records() -> Value {
    let text = || json!({ "type": "string" });
    // What a file holds, whatever that is: also what is no record any more, or none of this version.
    let state = || json!({ "type": ["object", "null"] });
    let is = |change: &str| json!({ "const": change });
    let file = || json!({ "type": ["string", "null"] });
    let comments = || object(&[("removed", texts()), ("added", texts())], &["removed", "added"]);
    let record = |change: &str, more: &[(&'static str, Value)]| {
        let mut members = vec![("record", text()), ("change", is(change)), ("file", file())];
        members.extend(more.iter().cloned());
        let names: Vec<&str> = members.iter().map(|(name, _)| *name).collect();
        members.push(("comments", comments()));
        object(&members, &names)
    };
    let fields = || json!({ "type": "array", "items": { "anyOf": differences() } });
    json!({ "type": "array", "items": { "anyOf": [
        record("added", &[("after", state())]),
        record("removed", &[("before", state())]),
        record("renamed", &[("from", text()), ("fields", fields())]),
        record("changed", &[("fields", fields())]),
        record("unreadable", &[]),
    ] } })
}

/// The fields that differ, each as its change has it.
fn differences() -> Vec<Value> {
    let steps = || json!({ "type": "array", "items": { "type": ["string", "integer"] } });
    let place = || json!({ "type": "integer", "minimum": 0 });
    let places = || json!({ "type": "array", "items": place() });
    let list = || json!({ "type": "array" });
    let element = || json!({ "type": "object" });
    let difference = |change: &str, more: &[(&'static str, Value)], may: &[(&'static str, Value)]| {
        let mut members =
            vec![("path", json!({ "type": "string" })), ("steps", steps()), ("change", json!({ "const": change }))];
        members.extend(more.iter().cloned());
        let names: Vec<&str> = members.iter().map(|(name, _)| *name).collect();
        members.extend(may.iter().cloned());
        object(&members, &names)
    };
    vec![
        // One of them is left out where there is nothing.
        difference("value", &[], &[("before", json!({})), ("after", json!({}))]),
        difference("list", &[("before", list()), ("after", list())], &[]),
        difference("added", &[("at", place()), ("after", element())], &[]),
        difference("removed", &[("at", place()), ("before", element())], &[]),
        difference("moved", &[("from", places()), ("to", places())], &[]),
    ]
}
