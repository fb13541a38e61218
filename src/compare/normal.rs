//! What a file says, however it is written.

use crate::catalog::day_to_toml;
use crate::format::table_of_text;
use crate::model::{Cadence, Shape, TableShape};
use toml::{Table, Value};

/// What a text says: its values by their keys; nothing where it does not parse.
#[must_use]
pub fn table_of(text: &str, shape: &'static TableShape) -> Option<Table> {
    table_of_text(text).map(|table| normal(&table, Some(shape)))
}

/// The same values, written in one way: without what is empty, with days as days, numbers without decimals where
/// they have none, and line ends as `\n`.
#[must_use]
pub fn normal(table: &Table, shape: Option<&'static TableShape>) -> Table {
    let shape_of = |key: &str| shape.and_then(|shape| shape.field(key)).map(|field| field.shape);
    table
        .iter()
        .map(|(key, value)| (key.clone(), normal_value(value, shape_of(key).as_ref())))
        .filter(|(_, value)| !is_hollow(value))
        .collect()
}

fn normal_value(value: &Value, shape: Option<&Shape>) -> Value {
    match (value, shape) {
        (Value::Table(table), Some(Shape::Readings)) => {
            Value::Table(table.iter().map(|(key, value)| (key.clone(), number(value))).collect())
        }
        (Value::Table(table), Some(Shape::Cadence)) => Value::Table(normal(table, Some(Cadence::PHASE))),
        (Value::Table(table), shape) => Value::Table(normal(table, shape.and_then(Shape::table))),
        (Value::Array(elements), Some(Shape::Cadence)) => {
            let phase = Shape::Table(Cadence::PHASE);
            Value::Array(elements.iter().map(|element| normal_value(element, Some(&phase))).collect())
        }
        (Value::Array(elements), shape) => {
            let single = shape.map(Shape::single);
            Value::Array(elements.iter().map(|element| normal_value(element, single)).collect())
        }
        (Value::String(text), Some(Shape::Day)) => match text.parse() {
            Ok(day) => day_to_toml(day),
            Err(_) => value.clone(),
        },
        (Value::String(text), _) if text.contains('\r') => Value::String(text.replace("\r\n", "\n")),
        (value, Some(Shape::Number)) => number(value),
        (value, _) => value.clone(),
    }
}

fn number(value: &Value) -> Value {
    // Below this, every whole number is one that a double holds.
    const WHOLE: f64 = 9_007_199_254_740_992.0;
    match value {
        Value::Float(number) if number.fract() == 0.0 && number.abs() < WHOLE =>
        {
            #[allow(clippy::cast_possible_truncation)]
            Value::Integer(*number as i64)
        }
        value => value.clone(),
    }
}

/// A value written in one way, whatever the order of its keys: equal values have the same text.
#[must_use]
pub fn written(value: &Value) -> String {
    match value {
        Value::Table(table) => {
            let mut entries: Vec<(&String, &Value)> = table.iter().collect();
            entries.sort_by_key(|(key, _)| *key);
            let entries: Vec<String> =
                entries.into_iter().map(|(key, value)| format!("{key:?}={}", written(value))).collect();
            format!("{{{}}}", entries.join(","))
        }
        Value::Array(elements) => format!("[{}]", elements.iter().map(written).collect::<Vec<_>>().join(",")),
        value => value.to_string(),
    }
}

/// Whether a value says nothing: it is empty, or all that is in it is.
#[must_use]
pub fn is_hollow(value: &Value) -> bool {
    match value {
        Value::String(text) => text.is_empty(),
        Value::Array(elements) => elements.is_empty(),
        Value::Table(table) => table.values().all(is_hollow),
        _ => false,
    }
}
