//! Flat tables: one for each kind, and one for each list within it, all read off the fields.

use crate::catalog::shape_of;
use crate::model::{Cadence, Field, Fields, Kind, Register, Shape, TableShape, Value};
use serde_json::json;

/// A table of plain texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlatTable {
    /// Its name: `interventions`, `interventions_budget` …
    pub name: String,
    /// The names of its columns.
    pub columns: Vec<String>,
    /// Its rows, each with a cell for every column; what is not there is empty.
    pub rows: Vec<Vec<String>>,
}

/// The tables of the kinds asked for, and after them one that says what each column is.
#[must_use]
pub fn tables(register: &Register, kinds: &[Kind], label: &dyn Fn(&str, &str) -> String) -> Vec<FlatTable> {
    let mut fields = FlatTable {
        name: "fields".to_owned(),
        columns: ["table", "column", "type", "label", "description"].map(str::to_owned).to_vec(),
        rows: Vec::new(),
    };
    let mut tables = Vec::new();
    for &kind in kinds {
        let mut of_kind = Flattener { tables: Vec::new(), fields: &mut fields, label };
        let shape = shape_of(kind);
        of_kind.table(kind.folder(), &[], shape);
        for (id, _, record) in register.records(kind) {
            of_kind.row(kind.folder(), &[id.to_owned()], record);
        }
        tables.append(&mut of_kind.tables);
    }
    tables.push(fields);
    tables
}

struct Flattener<'f> {
    tables: Vec<FlatTable>,
    fields: &'f mut FlatTable,
    label: &'f dyn Fn(&str, &str) -> String,
}

/// The fields of a table that make columns of their own, inner tables' among them.
fn columns(shape: &'static TableShape, before: &str, found: &mut Vec<(String, &'static TableShape, &'static Field)>) {
    for field in shape.fields {
        let name = format!("{before}{}", field.name);
        match field.shape {
            Shape::Table(inner) => columns(inner, &format!("{name}_"), found),
            Shape::List(_) | Shape::Cadence | Shape::Readings | Shape::Words => {}
            _ => found.push((name, shape, field)),
        }
    }
}

/// The lists of a table, inner tables' among them, with the names of their own tables.
fn lists(shape: &'static TableShape, before: &str, found: &mut Vec<(String, &'static TableShape, &'static Field)>) {
    for field in shape.fields {
        let name = format!("{before}{}", field.name);
        match field.shape {
            Shape::Table(inner) => lists(inner, &format!("{name}_"), found),
            Shape::List(_) | Shape::Cadence | Shape::Readings => found.push((name, shape, field)),
            _ => {}
        }
    }
}

impl Flattener<'_> {
    /// Makes the table of a shape, and those of its lists. `keys` are the columns that lead to it.
    fn table(&mut self, name: &str, keys: &[String], shape: &'static TableShape) {
        let mut own = keys.to_vec();
        own.push(if keys.is_empty() { "id".to_owned() } else { "position".to_owned() });
        let mut found = Vec::new();
        columns(shape, "", &mut found);
        let all = own.iter().cloned().chain(found.iter().map(|(name, ..)| name.clone())).collect();
        self.tables.push(FlatTable { name: name.to_owned(), columns: all, rows: Vec::new() });
        for (column, shape, field) in &found {
            self.describe(name, column, shape, field);
        }
        let mut inner = Vec::new();
        lists(shape, "", &mut inner);
        let mut keys = keys.to_vec();
        keys.push(if keys.is_empty() { "id".to_owned() } else { format!("{}_position", shape.name.replace('-', "_")) });
        for (list, shape, field) in inner {
            let inner_name = format!("{name}_{list}");
            match field.shape {
                Shape::List(Shape::Table(table)) => self.table(&inner_name, &keys, table),
                Shape::Cadence => self.table(&inner_name, &keys, Cadence::PHASE),
                _ => {
                    let rest: &[&str] = if matches!(field.shape, Shape::Readings) {
                        &["indicator", "value"]
                    } else {
                        &["position", "value"]
                    };
                    let columns = keys.iter().cloned().chain(rest.iter().map(|&name| name.to_owned())).collect();
                    self.describe(&inner_name, "value", shape, field);
                    self.tables.push(FlatTable { name: inner_name, columns, rows: Vec::new() });
                }
            }
        }
    }

    fn describe(&mut self, table: &str, column: &str, shape: &TableShape, field: &Field) {
        let about: Vec<&str> = field.doc.iter().map(|line| line.trim()).collect();
        self.fields.rows.push(vec![
            table.to_owned(),
            column.to_owned(),
            type_name(field.shape.single()).to_owned(),
            (self.label)(shape.name, field.name),
            about.join(" "),
        ]);
    }

    fn push(&mut self, name: &str, row: Vec<String>) {
        if let Some(table) = self.tables.iter_mut().find(|table| table.name == name) {
            table.rows.push(row);
        }
    }

    /// Adds a record or element. `keys` lead to it; the last is its own id or place.
    fn row(&mut self, name: &str, keys: &[String], record: &dyn Fields) {
        let mut cells = keys.to_vec();
        single_values(record, &mut cells);
        self.push(name, cells);
        self.inner_rows(name, "", keys, record);
    }

    fn inner_rows(&mut self, name: &str, before: &str, keys: &[String], record: &dyn Fields) {
        for (index, field) in record.shape().fields.iter().enumerate() {
            let value = record.value(index);
            let list = format!("{before}{}", field.name);
            let inner_name = format!("{name}_{list}");
            match (field.shape, value) {
                (Shape::Table(_), Value::Table(inner)) => self.inner_rows(name, &format!("{list}_"), keys, inner),
                (_, Value::List(list)) => {
                    for place in 0..list.len() {
                        let mut row = keys.to_vec();
                        row.push((place + 1).to_string());
                        match list.at(place) {
                            Value::Table(element) => self.row(&inner_name, &row, element),
                            value => {
                                row.push(text(value));
                                self.push(&inner_name, row);
                            }
                        }
                    }
                }
                (Shape::Cadence, Value::Table(phase)) => {
                    let mut row = keys.to_vec();
                    row.push("1".to_owned());
                    self.row(&inner_name, &row, phase);
                }
                (_, Value::Readings(readings)) => {
                    for (indicator, number) in readings {
                        let mut row = keys.to_vec();
                        row.extend([indicator.to_string(), number.to_string()]);
                        self.push(&inner_name, row);
                    }
                }
                _ => {}
            }
        }
    }
}

/// The cells of a table's own columns, in the order of [`columns`].
fn single_values(record: &dyn Fields, cells: &mut Vec<String>) {
    for (index, field) in record.shape().fields.iter().enumerate() {
        match (field.shape, record.value(index)) {
            (Shape::Table(_), Value::Table(inner)) => single_values(inner, cells),
            (Shape::List(_) | Shape::Cadence | Shape::Readings | Shape::Words, _) => {}
            (_, value) => cells.push(text(value)),
        }
    }
}

fn text(value: Value<'_>) -> String {
    match value {
        Value::Text(text)
        | Value::Id(text)
        | Value::CaseNumber(text)
        | Value::AreaCode(text)
        | Value::Reference(_, text)
        | Value::Code(text, _) => text.trim_end().to_owned(),
        Value::Flag(flag) => flag.to_string(),
        Value::Integer(number) | Value::Money(number) => number.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Day(day) => day.to_string(),
        Value::Term(term) => term.to_string(),
        Value::Empty | Value::Missing | Value::Readings(_) | Value::Table(_) | Value::List(_) => String::new(),
    }
}

fn type_name(shape: &Shape) -> &'static str {
    match shape {
        Shape::Flag => "boolean",
        Shape::Integer | Shape::Ordinal | Shape::Money => "integer",
        Shape::Number | Shape::Readings => "number",
        Shape::Day => "date",
        Shape::Choice(_) => "code",
        Shape::Reference(_) => "reference",
        Shape::Element | Shape::FormerId => "id",
        _ => "text",
    }
}

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
