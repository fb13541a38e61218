//! New text: values, elements and whole files as a careful person would write them. TOML 1.0 only,
//! since many programs read no newer.

use crate::model::{Cadence, Layout, Shape, TableShape};
use toml::{Table, Value};
use toml_writer::{ToTomlKey, ToTomlValue, TomlKeyBuilder, TomlStringBuilder};

/// Longer text than this, in characters, becomes a block of its own.
const LONG_TEXT: usize = 100;
/// A list wider than this is written one element a line, so that a change is a line too.
const WIDE_LIST: usize = 90;
/// What a list's lines are indented by.
pub(in crate::format) const INDENT: &str = "  ";

/// The text of a new file.
#[must_use]
pub fn file_text(table: &Table, shape: &TableShape) -> String {
    let mut text = String::new();
    table_body(table, shape, "", &mut text);
    text
}

/// An element of a list under headings, from its heading to its last line.
pub(in crate::format) fn element_text(value: &Value, shape: &TableShape, name: &str) -> String {
    let mut text = format!("[[{name}]]\n");
    if let Value::Table(table) = value {
        table_body(table, shape, name, &mut text);
    }
    text
}

/// Local words under a heading, each on a line.
pub(in crate::format) fn words_text(words: &Table, name: &str) -> String {
    let lines = words.iter().map(|(id, names)| format!("{}\n", line_text(id, names, None)));
    format!("[{name}]\n{}", lines.collect::<String>())
}

/// A table under a heading.
pub(in crate::format) fn heading_text(table: &Table, shape: &TableShape, name: &str) -> String {
    // What has nothing but lists of words says nothing under a heading of its own.
    let is_words = |key: &str| shape.field(key).is_some_and(|field| matches!(field.shape, Shape::Words));
    let mut text = if in_order(table, shape).iter().any(|(key, _)| !is_words(key)) || table.is_empty() {
        format!("[{name}]\n")
    } else {
        String::new()
    };
    table_body(table, shape, name, &mut text);
    text
}

fn table_body(table: &Table, shape: &TableShape, name: &str, text: &mut String) {
    let is_words = |key: &str| shape.field(key).is_some_and(|field| matches!(field.shape, Shape::Words));
    let (headed, plain): (Vec<_>, Vec<_>) = in_order(table, shape)
        .into_iter()
        .partition(|(key, _)| is_words(key) || shape.field(key).is_some_and(|field| field.layout == Layout::Headed));
    for (key, value) in plain {
        text.push_str(&line_text(key, value, shape.field(key).map(|field| &field.shape)));
        text.push('\n');
    }
    for (key, value) in headed {
        // A word a line.
        if let (true, Value::Table(words)) = (is_words(key), value) {
            blank_line(text);
            text.push_str(&words_text(words, &format!("{name}.{key}")));
            continue;
        }
        let Some(inner) = shape.field(key).and_then(|field| field.shape.table()) else {
            continue;
        };
        let name = if name.is_empty() { key.to_owned() } else { format!("{name}.{key}") };
        match value {
            Value::Array(elements) => {
                for element in elements {
                    blank_line(text);
                    text.push_str(&element_text(element, inner, &name));
                }
            }
            Value::Table(table) => {
                blank_line(text);
                text.push_str(&heading_text(table, inner, &name));
            }
            _ => {}
        }
    }
}

fn blank_line(text: &mut String) {
    if !text.is_empty() {
        text.push('\n');
    }
}

/// The entries of a table in the order of its fields, without the empty ones; unknown keys last.
fn in_order<'t>(table: &'t Table, shape: &TableShape) -> Vec<(&'t str, &'t Value)> {
    let mut entries: Vec<(&str, &Value)> =
        table.iter().filter(|(_, value)| !is_empty(value)).map(|(key, value)| (key.as_str(), value)).collect();
    entries.sort_by_key(|(key, _)| shape.rank(key));
    entries
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::String(text) => text.is_empty(),
        Value::Array(elements) => elements.is_empty(),
        Value::Table(table) => table.values().all(is_empty),
        _ => false,
    }
}

/// `key = value`, without a line end.
pub(in crate::format) fn line_text(key: &str, value: &Value, shape: Option<&Shape>) -> String {
    format!("{} = {}", key_text(key), value_text(value, shape))
}

pub(in crate::format) fn key_text(key: &str) -> String {
    TomlKeyBuilder::new(key).as_default().to_toml_key()
}

/// A value as it stands after its key.
pub(in crate::format) fn value_text(value: &Value, shape: Option<&Shape>) -> String {
    match (value, shape) {
        (Value::String(text), shape) => string_text(text, matches!(shape, Some(Shape::Text))),
        (Value::Array(elements), Some(Shape::Cadence)) => lines_text(elements, Some(Cadence::PHASE)),
        (Value::Array(elements), shape) => {
            let inner = shape.map(Shape::single);
            match inner {
                Some(Shape::Table(table)) => lines_text(elements, Some(table)),
                _ => list_text(elements, inner),
            }
        }
        (value, shape) => inline_text(value, shape),
    }
}

/// A list with one element a line.
fn lines_text(elements: &[Value], shape: Option<&'static TableShape>) -> String {
    if elements.is_empty() {
        return "[]".to_owned();
    }
    let shape = shape.map(Shape::Table);
    let lines: Vec<String> =
        elements.iter().map(|element| format!("{INDENT}{},\n", inline_text(element, shape.as_ref()))).collect();
    format!("[\n{}]", lines.concat())
}

fn list_text(elements: &[Value], shape: Option<&Shape>) -> String {
    let texts: Vec<String> = elements.iter().map(|element| inline_text(element, shape)).collect();
    let line = format!("[{}]", texts.join(", "));
    if texts.len() > 1 && line.chars().count() > WIDE_LIST {
        format!("[\n{}]", texts.iter().map(|text| format!("{INDENT}{text},\n")).collect::<String>())
    } else {
        line
    }
}

/// A value on one line.
pub(in crate::format) fn inline_text(value: &Value, shape: Option<&Shape>) -> String {
    match value {
        Value::String(text) => string_text(text, false),
        Value::Array(elements) => {
            let inner = shape.map(Shape::single);
            format!("[{}]", elements.iter().map(|element| inline_text(element, inner)).collect::<Vec<_>>().join(", "))
        }
        Value::Table(table) => {
            let fields = shape.and_then(Shape::inner);
            let entries: Vec<String> = match fields {
                Some(fields) => in_order(table, fields)
                    .into_iter()
                    .map(|(key, value)| entry_text(key, value, fields.field(key).map(|field| &field.shape)))
                    .collect(),
                None => table.iter().map(|(key, value)| entry_text(key, value, None)).collect(),
            };
            if entries.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", entries.join(", ")) }
        }
        Value::Float(number) => number_text(*number),
        other => other.to_string(),
    }
}

fn entry_text(key: &str, value: &Value, shape: Option<&Shape>) -> String {
    format!("{} = {}", key_text(key), inline_text(value, shape))
}

/// A number with decimals only where it has some.
fn number_text(number: f64) -> String {
    Value::Float(number).to_string()
}

fn string_text(text: &str, may_be_block: bool) -> String {
    let builder = TomlStringBuilder::new(text);
    if !may_be_block {
        return builder
            .as_basic_pretty()
            .or_else(|| builder.as_literal())
            .unwrap_or_else(|| builder.as_basic())
            .to_toml_value();
    }
    let is_long = text.chars().count() > LONG_TEXT && !text.contains('\n');
    match builder.as_ml_basic_pretty() {
        // The backslash keeps the last line end out of the text.
        Some(_) if is_long && !text.ends_with('"') => format!("\"\"\"\n{text}\\\n\"\"\""),
        _ => builder.as_default().to_toml_value(),
    }
}
