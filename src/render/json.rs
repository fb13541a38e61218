//! JSON: documents and records, with the version of their form.

use super::Style;
use super::findings::json as findings_json;
use super::format::{Escaping, Format, Layout};
use super::unread::unread_value;
use super::words::data;
use crate::format::SETTINGS_FILE;
use crate::language::rounded_share;
use crate::model::{Fields, LocalWords, Names, RecordId, Register, Shape, Value as Field, path_text};
use crate::personal_data::mask;
use crate::report::{Block, Cell, Document, Figure, Graph, Mark, Table};
use serde_json::{Map, Number, Value, json};
use std::borrow::Cow;
use std::io::{self, Write};

/// The version of the form that JSON is written in. It grows when something that was there changes or
/// goes; what is added leaves it alone.
pub const SCHEMA_VERSION: u32 = 1;

/// JSON, with the [version](SCHEMA_VERSION) of its layout in it.
pub const JSON: Format = Format {
    document: Some(write),
    findings: Some(findings_json::write),
    value: Some(write_value),
    ..Format::new("json", Escaping::Json, Layout::Data)
};

fn write(document: Document<'_>, style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut object = Map::new();
    object.insert("schema_version".to_owned(), json!(SCHEMA_VERSION));
    object.insert("report".to_owned(), json!(document.name));
    let (mut tables, mut totals) = (Map::new(), Map::new());
    let (mut summary, mut lines) = (Vec::new(), Vec::new());
    let (mut graph, mut unread) = (None, unread_value(&[]));
    for block in document.blocks {
        match block {
            Block::Summary(figures) => summary.extend(figures.iter().map(|figure| self::figure(figure, style))),
            Block::Table(table) => {
                if !table.totals.is_empty() {
                    let sums = table.totals.iter().map(|row| self::row(&table, row, style)).collect();
                    totals.insert(table.name.to_owned(), Value::Array(sums));
                }
                tables.insert(
                    table.name.to_owned(),
                    table.rows.iter().map(|row| self::row(&table, &row, style)).collect(),
                );
            }
            Block::Line(line) => lines.push(json!({
                "message": line.text.key().name(),
                "text": style.words.message(&line.text),
                "command": line.command.as_ref().map(|command| style.words.message(command)),
            })),
            Block::Unread(places) => unread = unread_value(places),
            Block::Fields(fields) => {
                let fields: Map<String, Value> =
                    fields.iter().map(|(label, cell)| (style.words.label(label), value(cell, style))).collect();
                tables.insert("fields".to_owned(), Value::Array(vec![Value::Object(fields)]));
            }
            Block::Graph(drawn) => graph = Some(self::graph(&drawn)),
            Block::Heading(_) => {}
        }
    }
    object.insert("unread".to_owned(), unread);
    if !summary.is_empty() {
        object.insert("summary".to_owned(), Value::Array(summary));
    }
    object.insert("tables".to_owned(), Value::Object(tables));
    if !totals.is_empty() {
        object.insert("totals".to_owned(), Value::Object(totals));
    }
    if !lines.is_empty() {
        object.insert("lines".to_owned(), Value::Array(lines));
    }
    object.extend(graph.map(|graph| ("graph".to_owned(), graph)));
    write_value(Value::Object(object), out)
}

/// Writes JSON, with personal data covered in every text and key. All JSON that is shown is written here.
///
/// # Errors
/// It can't be written out.
pub fn write_value(mut value: Value, out: &mut dyn Write) -> io::Result<()> {
    cover(&mut value);
    serde_json::to_writer_pretty(&mut *out, &value).map_err(io::Error::from)?;
    writeln!(out)
}

/// A text that is covered already, as JSON.
pub(super) fn covered_text(text: &str) -> String {
    Value::from(text).to_string()
}

/// Covers personal data in texts and keys.
fn cover(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Cow::Owned(masked) = mask(text) {
                *text = masked;
            }
        }
        Value::Array(values) => values.iter_mut().for_each(cover),
        Value::Object(object) => {
            object.values_mut().for_each(cover);
            if object.keys().any(|key| matches!(mask(key), Cow::Owned(_))) {
                let covered = std::mem::take(object).into_iter().map(|(key, value)| (mask(&key).into_owned(), value));
                *object = covered.collect();
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn figure(figure: &Figure<'_>, style: &Style<'_>) -> Value {
    json!({
        "name": figure.name,
        "label": style.words.label(&figure.label),
        "value": value(&figure.value, style),
        "mark": figure.mark.map(Mark::code),
        "change": figure.change.as_ref().map(|text| style.words.message(text)),
    })
}

fn row(table: &Table<'_>, row: &[Cell<'_>], style: &Style<'_>) -> Value {
    let cells = table.columns.iter().zip(row).filter(|(column, _)| !column.for_people);
    let mut object = Map::new();
    for (column, cell) in cells {
        object.insert(column.key.to_string(), value(cell, style));
        // What is named by its id has its name beside it.
        if let Some(name) = name(cell, style) {
            object.insert(format!("{}_name", column.key), name);
        }
    }
    Value::Object(object)
}

/// What people call what a cell names by its id; nothing where it names nothing.
fn name(cell: &Cell<'_>, style: &Style<'_>) -> Option<Value> {
    match cell {
        Cell::Reference(..) => Some(Value::String(style.words.cell(cell))),
        Cell::Record { name, .. } => Some(Value::String(style.words.cell(name))),
        Cell::Marked(_, inner) | Cell::Indented(_, inner) => name(inner, style),
        Cell::List(cells) | Cell::Lines(cells) | Cell::Phrases(cells) => {
            cells.iter().map(|cell| name(cell, style)).collect::<Option<_>>()
        }
        _ => None,
    }
}

fn graph(graph: &Graph<'_>) -> Value {
    let nodes: Vec<Value> =
        graph.nodes.iter().map(|node| json!({ "id": node.id, "name": node.name, "sort": data(&node.sort) })).collect();
    let edges: Vec<Value> =
        graph.edges.iter().map(|edge| json!({ "from": edge.from, "to": edge.to, "supports": edge.is_faint })).collect();
    json!({ "nodes": nodes, "edges": edges })
}

fn value(cell: &Cell<'_>, style: &Style<'_>) -> Value {
    match cell {
        Cell::Counted(ids) if style.words.ids => json!({ "count": ids.len(), "ids": ids }),
        Cell::Counted(ids) => json!(ids.len()),
        Cell::Share(share) => number(rounded_share(*share, 1000.0)),
        Cell::Empty | Cell::Missing | Cell::Drawing(_) => Value::Null,
        Cell::Flag(flag) => json!(flag),
        Cell::Integer(number) | Cell::Ordinal(number) | Cell::Money(number) => json!(number),
        Cell::Number(number) | Cell::Measured(number, _) => self::number(*number),
        Cell::Bar(value, whole) => json!({ "value": number(*value), "target": number(*whole) }),
        Cell::Period(from, until) => {
            json!({ "from": from.map(|day| day.to_string()), "until": until.map(|day| day.to_string()) })
        }
        Cell::Marked(_, inner) | Cell::Indented(_, inner) => value(inner, style),
        Cell::Message(message) if !message.arguments().is_empty() => Value::Object(
            message.arguments().iter().map(|(name, cell)| ((*name).to_owned(), value(cell, style))).collect(),
        ),
        Cell::List(cells) | Cell::Lines(cells) | Cell::Phrases(cells) => {
            Value::Array(cells.iter().map(|cell| value(cell, style)).collect())
        }
        Cell::Fields(_, fields) | Cell::Element(_, fields) => {
            Value::Object(fields.iter().map(|(name, cell)| ((*name).to_owned(), value(cell, style))).collect())
        }
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
        if value.is_empty() {
            continue;
        }
        let value = match (field.shape, value) {
            // A phase is one of a list, also where it is alone.
            (Shape::Cadence, Field::Table(phase)) => Value::Array(vec![record_value(phase)]),
            (_, value) => field_value(value),
        };
        object.insert(field.name.to_owned(), value);
    }
    Value::Object(object)
}

/// A record as JSON, with what refers to it.
#[must_use]
pub fn shown_value(register: &Register, record: &RecordId, fields: &dyn Fields) -> Value {
    let referred: Vec<Value> = register
        .referring_to(record.kind, &record.id)
        .iter()
        .map(|reference| json!({ "record": reference.from.to_string(), "field": path_text(&reference.path) }))
        .collect();
    json!({
        "schema_version": SCHEMA_VERSION,
        "kind": record.kind.name(),
        "id": &*record.id,
        "file": register.file(record.kind, &record.id),
        "unread": unread_value(&register.unread),
        "record": record_value(fields),
        "referred_by": referred,
    })
}

/// Local words: their names by language, by id.
fn words_value(words: &LocalWords) -> Value {
    let names = |names: &Names| -> Value {
        names.0.iter().map(|(language, name)| (language.to_string(), json!(&**name))).collect()
    };
    words.iter().map(|(id, own)| (id.as_str().to_owned(), names(own))).collect()
}

/// The settings of a register as JSON.
#[must_use]
pub fn settings_value(register: &Register) -> Value {
    json!({
        "schema_version": SCHEMA_VERSION,
        "file": SETTINGS_FILE,
        "unread": unread_value(&register.unread),
        "settings": record_value(&register.settings),
    })
}

fn field_value(value: Field<'_>) -> Value {
    match value {
        Field::Empty | Field::Missing => Value::Null,
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
        Field::Words(words) => words_value(words),
        Field::Table(table) => record_value(table),
        Field::List(list) => {
            // A text in a list may say nothing; it is one of them all the same.
            let element = |index| match list.at(index) {
                Field::Empty => json!(""),
                element => field_value(element),
            };
            Value::Array((0..list.len()).map(element).collect())
        }
    }
}
