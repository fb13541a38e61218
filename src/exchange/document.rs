//! The register as one document, as programs read it.

use crate::model::{Fields, Kind, Names, Register, Settings};
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
    let mut settings = value(&register.settings);
    let words = vocabulary(&register.settings);
    if let Some(settings) = settings.as_object_mut().filter(|_| !words.is_empty()) {
        settings.insert("vocabulary".to_owned(), serde_json::Value::Object(words));
    }
    all.insert("settings".to_owned(), settings);
    for &kind in kinds {
        let records: serde_json::Map<String, serde_json::Value> =
            register.records(kind).map(|(id, _, fields)| (id.to_owned(), value(fields))).collect();
        all.insert(kind.folder().to_owned(), serde_json::Value::Object(records));
    }
    serde_json::Value::Object(all)
}

/// The register's own words: their names by language, by id, by list.
fn vocabulary(settings: &Settings) -> serde_json::Map<String, serde_json::Value> {
    let mut lists = serde_json::Map::new();
    for (list, words) in settings.vocabulary.lists() {
        let names = |names: &Names| -> serde_json::Value {
            names.0.iter().map(|(language, name)| (language.to_string(), json!(&**name))).collect()
        };
        let words: serde_json::Map<String, serde_json::Value> =
            words.iter().map(|(id, own)| (id.as_str().to_owned(), names(own))).collect();
        if !words.is_empty() {
            lists.insert(list.to_owned(), serde_json::Value::Object(words));
        }
    }
    lists
}
