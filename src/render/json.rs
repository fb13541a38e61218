//! JSON: documents and records, with the version of their form.

use super::Style;
use super::words::data;
use crate::model::{Fields, Value as Field};
use crate::report::{Block, Cell, Document, Table};
use serde_json::{Map, Number, Value, json};
use std::io::{self, Write};

/// The version of the form that JSON is written in. It grows when something that was there changes or
/// goes; what is added leaves it alone.
pub const SCHEMA_VERSION: u32 = 1;

pub(super) fn write(document: Document<'_>, style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut object = Map::new();
    object.insert("schema_version".to_owned(), json!(SCHEMA_VERSION));
    object.insert("report".to_owned(), json!(document.name));
    let mut tables = Vec::new();
    let mut lines = Vec::new();
    for block in document.blocks {
        match block {
            Block::Table(table) => tables.push(rows(&table)),
            Block::Line(line) => lines.push(json!({
                "message": line.text.key,
                "text": style.words.said(&line.text),
                "command": line.command,
            })),
            Block::Fields(fields) => {
                let fields: Map<String, Value> =
                    fields.iter().map(|(label, cell)| (style.words.label(label), value(cell))).collect();
                tables.push(Value::Array(vec![Value::Object(fields)]));
            }
            Block::Heading(_) => {}
        }
    }
    let mut tables = tables.into_iter();
    object.insert("rows".to_owned(), tables.next().unwrap_or_else(|| json!([])));
    let rest: Vec<Value> = tables.collect();
    if !rest.is_empty() {
        object.insert("tables".to_owned(), Value::Array(rest));
    }
    if !lines.is_empty() {
        object.insert("lines".to_owned(), Value::Array(lines));
    }
    serde_json::to_writer_pretty(&mut *out, &Value::Object(object)).map_err(io::Error::from)?;
    writeln!(out)
}

fn rows(table: &Table<'_>) -> Value {
    let rows = table.rows.iter().map(|row| {
        let cells = table.columns.iter().zip(&row).filter(|(column, _)| !column.for_people);
        Value::Object(cells.map(|(column, cell)| (column.key.to_string(), value(cell))).collect())
    });
    Value::Array(rows.collect())
}

fn value(cell: &Cell<'_>) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Flag(flag) => json!(flag),
        Cell::Integer(number) | Cell::Money(number) => json!(number),
        Cell::Number(number) => self::number(*number),
        Cell::Bar(value, whole) => json!({ "value": number(*value), "target": number(*whole) }),
        Cell::Period(from, until) => {
            json!({ "from": from.map(|day| day.to_string()), "until": until.map(|day| day.to_string()) })
        }
        Cell::Marked(_, inner) => value(inner),
        Cell::List(cells) => Value::Array(cells.iter().map(|cell| value(cell)).collect()),
        cell => Value::String(data(cell)),
    }
}

/// A number without decimals where it has none.
fn number(number: f64) -> Value {
    // Below this, every whole number is one that a double holds.
    const WHOLE: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() < WHOLE {
        #[allow(clippy::cast_possible_truncation)]
        return json!(number as i64);
    }
    Number::from_f64(number).map_or(Value::Null, Value::Number)
}

/// A record as JSON: its fields under their own names, without those that are empty.
#[must_use]
pub fn record_value(fields: &dyn Fields) -> Value {
    let mut object = Map::new();
    for (index, field) in fields.shape().fields.iter().enumerate() {
        let value = fields.value(index);
        if !value.is_empty() {
            object.insert(field.name.to_owned(), field_value(value));
        }
    }
    Value::Object(object)
}

fn field_value(value: Field<'_>) -> Value {
    match value {
        Field::Empty => Value::Null,
        Field::Text(text)
        | Field::Id(text)
        | Field::CaseNumber(text)
        | Field::AreaCode(text)
        | Field::Reference(_, text)
        | Field::Code(text, _) => json!(text),
        Field::Flag(flag) => json!(flag),
        Field::Integer(number) | Field::Money(number) => json!(number),
        Field::Number(value) => number(value),
        Field::Day(day) => json!(day.to_string()),
        Field::Term(term) => json!(term.to_string()),
        Field::Readings(readings) => {
            Value::Object(readings.iter().map(|(name, value)| (name.to_string(), number(*value))).collect())
        }
        Field::Table(table) => record_value(table),
        Field::List(list) => Value::Array((0..list.len()).map(|index| field_value(list.at(index))).collect()),
    }
}
