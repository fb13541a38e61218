//! A row of what is new, as a record.

use super::answer::{NewAnswer, Written};
use super::new_rows::NewColumn;
use crate::catalog::InputError;
use crate::exchange::grid::At;
use crate::model::{Intervention, Table as _};
use toml::{Table, Value};

/// A record that a row becomes.
#[derive(Debug, Clone)]
pub struct NewRecord {
    /// What its file says.
    pub table: Table,
    /// What the body wants to say to those who ask.
    pub comment: String,
    /// The cells that are not understood: where each stands, and why.
    pub unclear: Vec<(At, InputError)>,
    /// The required fields that it does not say, by name.
    pub missing: Vec<&'static str>,
}

/// The record that a row becomes, which the body carries out that told of it.
#[must_use]
pub fn new_record(row: &NewAnswer, body: &str) -> NewRecord {
    let responsible = ("responsible".to_owned(), Value::String(body.to_owned()));
    let mut record = NewRecord {
        table: Table::from_iter([responsible]),
        comment: String::new(),
        unclear: Vec::new(),
        missing: Vec::new(),
    };
    for (column, at, written) in &row.fields {
        let value = match written {
            Written::Value(value) => value.clone(),
            Written::Nothing => continue,
            Written::Unclear(error) => {
                record.unclear.push((at.clone(), error.clone()));
                continue;
            }
        };
        match column {
            NewColumn::Field(path) => put(&mut record.table, path, value),
            NewColumn::Money(year) => {
                let money =
                    Table::from_iter([("year".to_owned(), Value::Integer(*year)), ("amount".to_owned(), value)]);
                let rows = record.table.entry("budget").or_insert_with(|| Value::Array(Vec::new()));
                if let Value::Array(rows) = rows {
                    rows.push(Value::Table(money));
                }
            }
            NewColumn::Comment => record.comment = value.as_str().unwrap_or_default().to_owned(),
        }
    }
    let required = Intervention::TABLE.fields.iter().filter(|field| field.required);
    record.missing = required.map(|field| field.name).filter(|name| !record.table.contains_key(*name)).collect();
    record
}

/// Puts a value at a path into a table.
fn put(table: &mut Table, path: &str, value: Value) {
    match path.split_once('.') {
        None => drop(table.insert(path.to_owned(), value)),
        Some((first, rest)) => {
            let inner = table.entry(first).or_insert_with(|| Value::Table(Table::new()));
            if let Value::Table(inner) = inner {
                put(inner, rest, value);
            }
        }
    }
}
