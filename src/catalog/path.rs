//! Naming a field of a record: `period.until`, `budget[2026].amount`, `problem[otrygga-gangstrak].title`.

use crate::model::{Asked, Cadence, Field, Fields, KeyPath, Shape, Step, TableShape, Value, When};
use std::borrow::Cow;

/// A field of a record, found by its name.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldPath {
    /// The path to it in the file.
    pub steps: KeyPath,
    /// What its value looks like: of one element, where the name ends in `[…]`.
    pub shape: ShapeAt,
    /// Which day is meant by one that is not written in full.
    pub when: When,
}

/// A shape that is the same as another where both are of one sort, whatever is within them.
#[derive(Debug, Clone, Copy)]
pub struct ShapeAt(pub Shape);

impl PartialEq for ShapeAt {
    fn eq(&self, other: &Self) -> bool {
        std::mem::discriminant(&self.0) == std::mem::discriminant(&other.0)
    }
}

/// Why a name names no field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PathError {
    /// There is no field of that name in that table.
    #[error("no field {name} in {table}")]
    UnknownField {
        /// The name that was asked for, as it was written.
        name: String,
        /// The name of the table that it was looked for in.
        table: &'static str,
        /// The names that there are.
        known: Vec<&'static str>,
    },
    /// The field has no fields of its own.
    #[error("{name} has no fields of its own")]
    NotATable {
        /// The path to the field that does not go on.
        name: String,
    },
    /// The list has no element that goes by that.
    #[error("no element {key} in {name}")]
    NoSuchElement {
        /// The name of the field that is the list.
        name: String,
        /// What was written between the brackets.
        key: String,
        /// What its elements go by.
        known: Vec<String>,
    },
    /// The name is not written as one.
    #[error("{0} is not the name of a field")]
    Malformed(String),
}

/// The field of a table by its name, with hyphens for underscores allowed.
#[must_use]
pub fn find_field(shape: &'static TableShape, name: &str) -> Option<&'static Field> {
    shape.fields.iter().find(|field| field.name == name || field.name.replace('_', "-") == name)
}

impl FieldPath {
    /// Finds the field that a name names in a record of that shape; the record tells which element of
    /// a list is meant.
    ///
    /// # Errors
    /// There is no such field or element.
    pub fn parse(text: &str, shape: &'static TableShape, record: Option<&dyn Fields>) -> Result<Self, PathError> {
        let mut steps = KeyPath::new();
        let mut table = shape;
        let mut value = record.map(Value::Table);
        let (mut found, mut when) = (None, When::default());
        for segment in split(text) {
            if let Some(previous) = found {
                table =
                    inner(&previous).ok_or_else(|| PathError::NotATable { name: crate::model::path_text(&steps) })?;
            }
            let (name, key) = match segment.split_once('[') {
                Some((name, rest)) => match rest.strip_suffix(']') {
                    Some(key) if !key.is_empty() => (name, Some(key)),
                    _ => return Err(PathError::Malformed(text.to_owned())),
                },
                None => (segment, None),
            };
            let field = find_field(table, name).ok_or_else(|| PathError::UnknownField {
                name: name.to_owned(),
                table: table.name,
                known: table.fields.iter().map(|field| field.name).collect(),
            })?;
            steps.push(Step::Key(Cow::Borrowed(field.name)));
            value = value.and_then(|value| match value {
                Value::Table(fields) => Some(fields.get(field.name)),
                _ => None,
            });
            let mut shape = field.shape;
            if let Some(key) = key {
                if !shape.is_list() && !matches!(shape, Shape::Cadence) {
                    return Err(PathError::Malformed(text.to_owned()));
                }
                let index = element(&shape, value, key).ok_or_else(|| PathError::NoSuchElement {
                    name: field.name.to_owned(),
                    key: key.to_owned(),
                    known: keys(&shape, value),
                })?;
                steps.push(Step::Index(index));
                value = value.and_then(|value| match value {
                    Value::List(list) => Some(list.at(index)),
                    _ => None,
                });
                shape = match shape {
                    Shape::Cadence => Shape::Table(Cadence::PHASE),
                    shape => *shape.single(),
                };
            }
            found = Some(shape);
            when = field.when;
        }
        match found {
            Some(shape) => Ok(Self { steps, shape: ShapeAt(shape), when }),
            None => Err(PathError::Malformed(text.to_owned())),
        }
    }

    /// What is asked of a person who writes it.
    #[must_use]
    pub fn asked(&self) -> Asked {
        Asked { shape: self.shape.0, when: self.when }
    }

    /// What the field's value looks like.
    #[must_use]
    pub fn shape(&self) -> Shape {
        self.shape.0
    }

    /// The place in the list of the element that goes by a key, if this is a list that has it.
    #[must_use]
    pub fn element(&self, record: &dyn Fields, key: &str) -> Option<usize> {
        element(&self.shape.0, Some(self.value(record)), key)
    }

    /// The field's value in a record.
    #[must_use]
    pub fn value<'r>(&self, record: &'r dyn Fields) -> Value<'r> {
        let mut value = Value::Table(record);
        for step in &self.steps {
            value = match (value, step) {
                (Value::Table(table), Step::Key(key)) => table.get(key),
                (Value::List(list), Step::Index(index)) => list.at(*index),
                _ => Value::Empty,
            };
        }
        value
    }
}

/// The parts of a name between its dots; a dot between brackets is part of a key.
fn split(text: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0;
    text.split(move |letter| {
        match letter {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {}
        }
        letter == '.' && depth == 0
    })
}

fn inner(shape: &Shape) -> Option<&'static TableShape> {
    match shape {
        Shape::Table(table) => Some(table),
        Shape::Cadence => Some(Cadence::PHASE),
        _ => None,
    }
}

/// What the elements of a list go by: their key, or else their place from 1. The second of the same
/// key is `KEY#2`.
fn keys(shape: &Shape, value: Option<Value<'_>>) -> Vec<String> {
    let Some(Value::List(list)) = value else {
        return Vec::new();
    };
    let table = if matches!(shape, Shape::Cadence) { Some(Cadence::PHASE) } else { shape.table() };
    let keyed = table.filter(|table| table.key.is_some());
    let mut keys: Vec<String> = Vec::new();
    for index in 0..list.len() {
        let own = match (keyed, list.at(index)) {
            // One without its key goes by what else tells it apart.
            (Some(table), Value::Table(element)) => {
                let mut known = table.known_by().map(|name| key_text(element.get(name)));
                known.find(|text| !text.is_empty()).unwrap_or_default()
            }
            _ => (index + 1).to_string(),
        };
        let earlier = keys.iter().filter(|key| key.split('#').next() == Some(&own)).count();
        keys.push(if earlier == 0 { own } else { format!("{own}#{}", earlier + 1) });
    }
    keys
}

fn element(shape: &Shape, value: Option<Value<'_>>, key: &str) -> Option<usize> {
    keys(shape, value).iter().position(|known| known == key)
}

fn key_text(value: Value<'_>) -> String {
    match value {
        Value::Id(id) | Value::Text(id) | Value::AreaCode(id) | Value::Reference(_, id) => id.to_owned(),
        Value::Day(day) => day.to_string(),
        Value::Term(term) => term.to_string(),
        Value::Integer(number) => number.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BudgetRow, Intervention, Table};

    #[test]
    fn a_name_leads_to_its_field() {
        let budget = [2025, 2026, 2026].map(|year| BudgetRow { year: Some(year), ..BudgetRow::default() }).into();
        let intervention = Intervention { budget, ..Intervention::default() };
        let parse = |name: &str| FieldPath::parse(name, &Intervention::TABLE, Some(&intervention));
        let steps = |name: &str| crate::model::path_text(&parse(name).unwrap().steps);
        assert_eq!(steps("period.until"), "period.until");
        assert_eq!(steps("budget[2026].amount"), "budget[1].amount");
        assert_eq!(steps("budget[2026#2]"), "budget[2]");
        assert_eq!(steps("target-groups"), "target_groups");
        assert!(
            matches!(parse("budget[2027]"), Err(PathError::NoSuchElement { known, .. }) if known == ["2025", "2026", "2026#2"])
        );
        assert!(matches!(parse("titel"), Err(PathError::UnknownField { .. })));
        assert!(matches!(parse("title.x"), Err(PathError::NotATable { .. })));
        assert!(parse("").is_err() && parse("budget[").is_err() && parse("title[1]").is_err());
    }
}
