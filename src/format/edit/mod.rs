//! Edits that change the bytes of what they name and nothing else.
//!
//! An edit splices the text at the places that the parsed document gives. What comes out is parsed
//! again and held against the same change made to the values: a splice that did anything else is
//! refused ([`EditError::Unsafe`]), never handed on.

mod splices;

use super::document::{BOM, TomlDocument, table_of_text};
use crate::model::{KeyPath, Step, TableShape, path_text};
use splices::{Editor, Splice};
use std::borrow::Cow;
use toml::{Table, Value};

/// A change to a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Gives a field a value, whether it had one or not.
    Set(KeyPath, Value),
    /// Takes a field, or an element of a list, away.
    Remove(KeyPath),
    /// Adds an element behind those of a list, whether there are any or not.
    Append(KeyPath, Value),
    /// Adds an element to a list on a line or on lines, before the one at a place.
    Insert(KeyPath, usize, Value),
    /// Gives a key another name, and leaves its value and its place.
    Rename(KeyPath, String),
}

impl Edit {
    /// The path to what is changed.
    #[must_use]
    pub fn path(&self) -> &KeyPath {
        match self {
            Edit::Set(path, _)
            | Edit::Remove(path)
            | Edit::Append(path, _)
            | Edit::Insert(path, _, _)
            | Edit::Rename(path, _) => path,
        }
    }
}

/// Why a text could not be edited.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The text does not parse.
    #[error("the file does not parse")]
    Syntax,
    /// There is nothing at the end of that path.
    #[error("there is no {0}")]
    Missing(String),
    /// The text is written in a way in which the change would touch something else.
    #[error("{0} can't be changed without touching something else")]
    Unsafe(String),
}

/// Makes changes to a text, one after the other.
///
/// # Errors
/// The text does not parse, there is no such place, or the change can't be made without touching
/// something else. The text is as it was.
pub fn edit(text: &str, shape: &'static TableShape, edits: &[Edit]) -> Result<String, EditError> {
    let mut edited = text.to_owned();
    for change in edits {
        edited = edit_once(&edited, shape, change)?;
    }
    Ok(edited)
}

fn edit_once(text: &str, shape: &'static TableShape, change: &Edit) -> Result<String, EditError> {
    let bom = if text.starts_with(BOM) { BOM } else { "" };
    let body = &text[bom.len()..];
    let document = TomlDocument::parse(body).ok_or(EditError::Syntax)?;
    let before = table_of_text(body).ok_or(EditError::Syntax)?;
    let expected = apply(before, change)?;
    let splices = Editor { document: &document, text: body, shape, newline: newline(body) }.splices(change)?;
    let edited = splice(body, splices);
    let after = table_of_text(&edited).map(Value::Table);
    if after.is_some_and(|after| same(&after, &Value::Table(expected))) {
        Ok(format!("{bom}{edited}"))
    } else {
        Err(EditError::Unsafe(path_text(change.path())))
    }
}

/// The text's own line end.
fn newline(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text[..at].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

fn splice(text: &str, mut splices: Vec<Splice>) -> String {
    splices.sort_by_key(|(range, _)| range.start);
    let mut edited = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for (range, new) in splices {
        // Two blocks that are taken away may both want the line end between them.
        let start = range.start.max(at);
        edited.push_str(&text[at..start]);
        edited.push_str(&new);
        at = range.end.max(start);
    }
    edited.push_str(&text[at..]);
    edited
}

/// Whether two values say the same. An empty table or list that an edit left behind says nothing.
fn same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Table(left), Value::Table(right)) => {
            // What both have is compared once: each level twice would be as many times as there are ways down.
            left.iter().all(|(key, value)| match right.get(key) {
                Some(other) => same(value, other),
                None => is_hollow(value),
            }) && right.iter().all(|(key, value)| left.contains_key(key) || is_hollow(value))
        }
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| same(left, right))
        }
        (Value::Float(left), Value::Float(right)) => left.to_bits() == right.to_bits(),
        // A text of several lines has the line ends of the file that it stands in.
        (Value::String(left), Value::String(right)) => left.replace("\r\n", "\n") == right.replace("\r\n", "\n"),
        (left, right) => left == right,
    }
}

fn is_hollow(value: &Value) -> bool {
    match value {
        Value::Table(table) => table.values().all(is_hollow),
        Value::Array(array) => array.is_empty(),
        _ => false,
    }
}

/// The same change, made to the values.
fn apply(mut table: Table, change: &Edit) -> Result<Table, EditError> {
    let missing = || EditError::Missing(path_text(change.path()));
    let (last, outer) = change.path().split_last().ok_or_else(missing)?;
    let mut root = Value::Table(std::mem::take(&mut table));
    let mut at = &mut root;
    for step in outer {
        at = match (at, step) {
            (Value::Table(table), Step::Key(key)) => {
                table.entry(key.to_string()).or_insert_with(|| Value::Table(Table::new()))
            }
            (Value::Array(array), Step::Index(index)) => array.get_mut(*index).ok_or_else(missing)?,
            _ => return Err(missing()),
        };
    }
    match (change, at, last) {
        (Edit::Set(_, value), Value::Table(table), Step::Key(key)) => {
            table.insert(key.to_string(), value.clone());
        }
        (Edit::Set(_, value), Value::Array(array), Step::Index(index)) => {
            *array.get_mut(*index).ok_or_else(missing)? = value.clone();
        }
        (Edit::Remove(_), Value::Table(table), Step::Key(key)) => {
            table.remove(key.as_ref()).ok_or_else(missing)?;
        }
        (Edit::Remove(_), Value::Array(array), Step::Index(index)) if *index < array.len() => {
            array.remove(*index);
        }
        (Edit::Append(_, value), Value::Table(table), Step::Key(key)) => {
            match table.entry(key.to_string()).or_insert_with(|| Value::Array(Vec::new())) {
                Value::Array(array) => array.push(value.clone()),
                _ => return Err(missing()),
            }
        }
        (Edit::Insert(_, place, value), Value::Table(table), Step::Key(key)) => match table.get_mut(key.as_ref()) {
            Some(Value::Array(array)) if *place < array.len() => array.insert(*place, value.clone()),
            _ => return Err(missing()),
        },
        (Edit::Rename(_, name), Value::Table(table), Step::Key(key)) => {
            if table.contains_key(name) {
                return Err(EditError::Unsafe(path_text(change.path())));
            }
            let value = table.remove(key.as_ref()).ok_or_else(missing)?;
            table.insert(name.clone(), value);
        }
        _ => return Err(missing()),
    }
    match root {
        Value::Table(table) => Ok(table),
        _ => Err(missing()),
    }
}

/// A path that begins with a key.
#[must_use]
pub fn key(name: impl Into<Cow<'static, str>>) -> KeyPath {
    vec![Step::Key(name.into())]
}

#[cfg(test)]
mod tests;
