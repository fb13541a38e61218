//! A value in a cell of a package, and what the cells of a column hold.

use crate::model::{Choices, Day, Shape, Term, Value};
use std::borrow::Cow;
use std::fmt::Write as _;

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy)]
pub enum ColumnHolds {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// A number, with or without decimals.
    Number,
    /// `true` or `false`.
    Flag,
    /// A day.
    Day,
    /// A month, quarter, tertial, half-year or year, as `2026-t2`.
    Term,
    /// A code of a list.
    Code(&'static Choices),
    /// The elements of a list, which has a table of its own too, with ` | ` between them.
    Joined,
}

impl ColumnHolds {
    /// What a column of fields of a shape holds.
    #[must_use]
    pub fn of(shape: &Shape) -> Self {
        match shape {
            Shape::Integer | Shape::Ordinal | Shape::Year | Shape::Money => ColumnHolds::Integer,
            Shape::Number => ColumnHolds::Number,
            Shape::Flag => ColumnHolds::Flag,
            Shape::Day => ColumnHolds::Day,
            Shape::Term => ColumnHolds::Term,
            Shape::Choice(choices) => ColumnHolds::Code(choices),
            _ => ColumnHolds::Text,
        }
    }

    /// The type of such cells in a Table Schema (datapackage.org/standard/table-schema).
    #[must_use]
    pub const fn table_schema_type(self) -> &'static str {
        match self {
            ColumnHolds::Integer => "integer",
            ColumnHolds::Number => "number",
            ColumnHolds::Flag => "boolean",
            ColumnHolds::Day => "date",
            ColumnHolds::Text | ColumnHolds::Term | ColumnHolds::Code(_) | ColumnHolds::Joined => "string",
        }
    }
}

/// A value in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Datum<'r> {
    /// Nothing.
    Empty,
    /// Text, an id, a code or a reference.
    Text(Cow<'r, str>),
    /// A whole number.
    Integer(i64),
    /// A number.
    Number(f64),
    /// True or false.
    Flag(bool),
    /// A day.
    Day(Day),
    /// A term.
    Term(Term),
}

impl<'r> Datum<'r> {
    /// A text; nothing where it is empty.
    #[must_use]
    pub fn text(text: &'r str) -> Self {
        if text.is_empty() { Datum::Empty } else { Datum::Text(text.into()) }
    }

    /// The value of a field.
    #[must_use]
    pub fn of(value: Value<'r>) -> Self {
        match value {
            Value::Text(text)
            | Value::Id(text)
            | Value::CaseNumber(text)
            | Value::AreaCode(text)
            | Value::Reference(_, text)
            | Value::Code(text, _) => Datum::text(text),
            Value::Flag(flag) => Datum::Flag(flag),
            Value::Integer(number) | Value::Money(number) => Datum::Integer(number),
            Value::Number(number) => Datum::Number(number),
            Value::Day(day) => Datum::Day(day),
            Value::Term(term) => Datum::Term(term),
            Value::Empty | Value::Missing | Value::Readings(_) | Value::Words(_) | Value::Table(_) | Value::List(_) => {
                Datum::Empty
            }
        }
    }

    /// Adds it to a text, as it stands in CSV.
    pub fn push_to(&self, text: &mut String) {
        // Writing to a string does not fail.
        let _ = match self {
            Datum::Empty => Ok(()),
            Datum::Text(own) => {
                text.push_str(own);
                Ok(())
            }
            Datum::Integer(number) => write!(text, "{number}"),
            Datum::Number(number) => write!(text, "{number}"),
            Datum::Flag(flag) => write!(text, "{flag}"),
            Datum::Day(day) => write!(text, "{day}"),
            Datum::Term(term) => write!(text, "{term}"),
        };
    }
}

/// What stands between the elements of a list in a cell.
pub const BETWEEN: &str = " | ";

/// The elements of a list in one cell. A `|` or `\` of their own has a `\` in front.
pub(super) fn joined<'r>(elements: impl Iterator<Item = Datum<'r>>) -> Datum<'r> {
    let mut text = String::new();
    let mut one = String::new();
    for (place, element) in elements.enumerate() {
        if place > 0 {
            text.push_str(BETWEEN);
        }
        one.clear();
        element.push_to(&mut one);
        push_escaped(&one, &mut text);
    }
    if text.is_empty() { Datum::Empty } else { Datum::Text(text.into()) }
}

/// Adds an element to a text, with a `\` before each `|` and `\` of its own.
pub fn push_escaped(element: &str, text: &mut String) {
    for letter in element.chars() {
        if matches!(letter, '|' | '\\') {
            text.push('\\');
        }
        text.push(letter);
    }
}
