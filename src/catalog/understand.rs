//! What a person's words are understood by, and why they are not.

use super::path::ShapeAt;
use crate::model::{Choices, Day, Kind, Register, TableShape, Target, Term, When};

/// Understands what people write in words of their own.
pub trait Understand {
    /// The day that is meant: `idag`, `15 dec`, `2026-12-15`.
    fn day(&self, text: &str, when: When) -> Option<Day>;
    /// The term that is meant: `T2 2026`, `maj 2026`, `2026-t2`.
    fn term(&self, text: &str) -> Option<Term>;
    /// The code of a list that is meant by its name.
    fn code(&self, list: &'static Choices, text: &str) -> Option<&'static str>;
    /// The day that it is; nothing where nobody knows, and any day may have been.
    fn today(&self) -> Option<Day> {
        None
    }
    /// Whether a comma stands between groups of three digits, and not before decimals.
    fn groups_by_comma(&self) -> bool {
        false
    }
    /// The register that names are looked for in; without one, a name is an id or what one is made of.
    fn register(&self) -> Option<&Register> {
        None
    }
    /// What a record without a name of its own is called.
    fn titles(&self, _kind: Kind, _id: &str) -> Vec<String> {
        Vec::new()
    }
    /// Which of several is meant by a text, where somebody has been asked already.
    fn chosen(&self, _text: &str) -> Option<String> {
        None
    }
    /// Takes note of what a text was taken for, where it does not say all of it.
    fn note(&self, _text: &str, _taken_for: Taken<'_>) {}
}

/// What something that was not written in full was taken for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Taken<'a> {
    /// An amount, in whole units of currency.
    Amount(i64),
    /// A year.
    Year(i64),
    /// One of a list of texts, though it has a comma in it.
    One,
    /// What a reference names.
    Reference(Target, &'a str),
}

/// Why what was written is no value of a field.
#[derive(Debug, Clone, thiserror::Error)]
pub enum InputError {
    /// It is not of the field's type.
    #[error("{text:?} is not a value of {field}")]
    WrongType {
        /// The field as it was asked for, inner ones with a dot: `budget.amount`.
        field: String,
        /// What was written, without the spaces around it.
        text: String,
        /// What its value looks like.
        shape: ShapeAt,
    },
    /// A table has no such field.
    #[error("{table} has no field {name}")]
    UnknownField {
        /// The name of the table: `budget`.
        table: &'static str,
        /// What was written before the `=`.
        name: String,
        /// The names that there are.
        known: Vec<&'static str>,
        /// The table.
        shape: &'static TableShape,
    },
    /// It may be the name of any of several.
    #[error("{text:?} may be any of {known:?}")]
    Several {
        /// The field as it was asked for.
        field: String,
        /// What was written.
        text: String,
        /// What it refers to.
        target: Target,
        /// What may be meant, as files write it.
        known: Vec<String>,
    },
    /// What happened then is told of, and the day has not been.
    #[error("{day} is yet to come, and {field} tells what has happened")]
    NotYet {
        /// The field as it was asked for.
        field: String,
        /// The day that was written.
        day: Day,
    },
    /// No such number can be, or no such year, in that field.
    #[error("{text:?} is out of the range of {field}")]
    OutOfRange {
        /// The field as it was asked for.
        field: String,
        /// What was written.
        text: String,
        /// The least and the greatest that can be, where there are such.
        range: (Option<i64>, Option<i64>),
    },
}
