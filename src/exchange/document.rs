//! The register as one document, as programs read it.

use crate::model::{Fields, Kind, Register};
use serde_json::json;

/// The kinds asked for as one JSON document: records by kind and id, under the names of their fields, and what
/// could not be read.
#[must_use]
pub fn document(
    register: &Register,
    kinds: &[Kind],
    version: u32,
    unread: serde_json::Value,
    value: &dyn Fn(&dyn Fields) -> serde_json::Value,
) -> serde_json::Value {
    let mut all = serde_json::Map::new();
    all.insert("schema_version".to_owned(), json!(version));
    all.insert("unread".to_owned(), unread);
    all.insert("settings".to_owned(), value(&register.settings));
    for &kind in kinds {
        let records: serde_json::Map<String, serde_json::Value> =
            register.records(kind).map(|(id, _, fields)| (id.to_owned(), value(fields))).collect();
        all.insert(kind.folder().to_owned(), serde_json::Value::Object(records));
    }
    serde_json::Value::Object(all)
}
