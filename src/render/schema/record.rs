//! What the JSON of records looks like: their fields, without those that are empty.

use super::{SCHEMA, object, unread, whole};
use crate::catalog::shape_of;
use crate::model::{Kind, Settings, Shape, Table as _, TableShape};
use crate::render::json::SCHEMA_VERSION;
use serde_json::{Map, Value, json};

/// A record as `show` prints it.
pub(super) fn shown(kind: Kind) -> Value {
    let named = object(
        &[("record", json!({ "type": "string" })), ("field", json!({ "type": "string" }))],
        &["record", "field"],
    );
    let members = [
        ("schema_version", json!({ "const": SCHEMA_VERSION })),
        ("kind", json!({ "const": kind.name() })),
        ("id", json!({ "type": "string" })),
        ("file", json!({ "type": ["string", "null"] })),
        ("unread", unread()),
        ("record", table(shape_of(kind))),
        ("referred_by", json!({ "type": "array", "items": named })),
    ];
    let names: Vec<&str> = members.iter().map(|(name, _)| *name).collect();
    whole(&format!("show-{}", kind.name()), &members, &names)
}

/// The register as a whole, as far as kinds were asked for.
pub(super) fn exported() -> Value {
    let kinds: Map<String, Value> = Kind::ALL
        .iter()
        .map(|kind| {
            let records = json!({ "type": "object", "additionalProperties": table(shape_of(*kind)) });
            (kind.folder().to_owned(), records)
        })
        .collect();
    let mut schema = json!({
        "$schema": SCHEMA,
        "title": "export",
        "type": "object",
        "required": ["schema_version", "unread", "settings"],
        "properties": {
            "schema_version": { "const": SCHEMA_VERSION },
            "unread": unread(),
            "settings": table(&Settings::TABLE),
        },
        "additionalProperties": false,
    });
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.extend(kinds);
    }
    schema
}

/// A table: each field under its own name, and none that is not known.
fn table(shape: &TableShape) -> Value {
    let properties: Map<String, Value> =
        shape.fields.iter().map(|field| (field.name.to_owned(), value(&field.shape))).collect();
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

fn value(shape: &Shape) -> Value {
    match shape {
        Shape::Text | Shape::CaseNumber | Shape::Element | Shape::AreaCode | Shape::Reference(_) | Shape::FormerId => {
            json!({ "type": "string" })
        }
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Integer | Shape::Ordinal | Shape::Year | Shape::Money => json!({ "type": "integer" }),
        Shape::Number => json!({ "type": "number" }),
        Shape::Day => json!({ "type": "string", "format": "date" }),
        Shape::Term => json!({ "type": "string", "pattern": "^[0-9]{4}(-([0-9]{2}|t[1-3]|q[1-4]|h[12]))?$" }),
        Shape::Choice(choices) => json!({ "enum": choices.codes }),
        Shape::Readings => json!({ "type": "object", "additionalProperties": { "type": "number" } }),
        Shape::Cadence => json!({ "type": "array", "items": table(crate::model::Cadence::PHASE) }),
        // Names by language, by word.
        Shape::Words => json!({
            "type": "object",
            "additionalProperties": { "type": "object", "additionalProperties": { "type": "string" } },
        }),
        Shape::Table(inner) => table(inner),
        Shape::List(inner) => json!({ "type": "array", "items": value(inner) }),
    }
}
