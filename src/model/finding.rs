//! Findings (anmärkningar): what is wrong, where, as data. What words say it is for others to know.

use super::choice::Choices;
use super::day::Day;
use super::kinds::Kind;
use super::term::Term;
use crate::message::{Key, Message};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The data is wrong.
    Error,
    /// The work has a fault that someone should mend.
    Warning,
    /// It is worth knowing, and nothing has to be done.
    Note,
}

impl Severity {
    /// Its name in data.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// A step of the path to a value in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Into a table, by key.
    Key(Cow<'static, str>),
    /// Into a list, by place.
    Index(usize),
}

impl From<&'static str> for Step {
    fn from(key: &'static str) -> Self {
        Step::Key(key.into())
    }
}

impl From<usize> for Step {
    fn from(place: usize) -> Self {
        Step::Index(place)
    }
}

/// The path from the top of a file to a value.
pub type KeyPath = Vec<Step>;

/// Writes a path as people read it: `budget[0].amount`.
#[must_use]
pub fn path_text(path: &[Step]) -> String {
    let mut text = String::new();
    for step in path {
        match step {
            Step::Key(key) => {
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(key);
            }
            Step::Index(index) => text.push_str(&format!("[{index}]")),
        }
    }
    text
}

/// What to underline in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// The file as a whole.
    File,
    /// These bytes of the text, where no key leads to it.
    Bytes(Bytes),
    /// The value at the end of that path; the nearest there is, where it is missing.
    Value(KeyPath),
    /// The key at the end of that path.
    Key(KeyPath),
}

/// A range of bytes that can be ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bytes {
    /// The place of the first byte, from 0, without a byte order mark.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl From<Range<usize>> for Bytes {
    fn from(range: Range<usize>) -> Self {
        Self { start: range.start, end: range.end }
    }
}

/// Something that a finding says, of a sort that can be shown in any language.
#[derive(Debug, Clone, PartialEq, PartialOrd)]
pub enum Arg {
    /// Words of the register, or what stands in a file.
    Text(String),
    /// A number, written as the language does.
    Number(i64),
    /// A number with decimals, written as the language does.
    Decimal(f64),
    /// A day, written as the language does.
    Day(Day),
    /// A month, quarter, tertial, half-year or year.
    Term(Term),
    /// A kind of record.
    Kind(Kind),
    /// A coded value of a list.
    Code(&'static str, &'static Choices),
    /// A word of the register's own, by language.
    Words(BTreeMap<String, String>),
    /// Several, one after the other.
    List(Vec<Arg>),
    /// What a message without arguments says: what was expected.
    Message(Key),
    /// What a field is called, by the name of its table and its own.
    Field(&'static str, &'static str),
}

/// What might mend a finding.
#[derive(Debug, Clone, PartialEq, PartialOrd)]
pub enum Hint {
    /// Something near to what was written, that would be right.
    DidYouMean(String),
    /// What it is called since it was renamed.
    NowCalled(String),
    /// The values that would be right.
    OneOf(Vec<String>),
    /// The codes that would be right; somebody may have written the word for one in their own language.
    OneOfCodes {
        /// What was written.
        written: String,
        /// The list that it should be of.
        choices: &'static Choices,
    },
    /// What a message without arguments says.
    Message(Key),
    /// What has changed: each thing by the names that lead to it.
    Changed(Vec<Vec<Arg>>),
}

impl Hint {
    /// The values that would be right; nothing where there are none.
    pub fn one_of(values: impl Iterator<Item = String>) -> Option<Self> {
        let values: Vec<String> = values.collect();
        (!values.is_empty()).then_some(Hint::OneOf(values))
    }
}

/// Something wrong, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What is wrong. Its key is the code that [`crate::check::rule`] knows.
    pub message: Message<Arg>,
    /// The file, relative to the register, with `/` between folders.
    pub file: String,
    /// The element of the record that it is about, by its id; nothing where it is about the record.
    pub element: Option<Box<str>>,
    /// Where in the file.
    pub spot: Spot,
    /// What might mend it.
    pub hint: Option<Hint>,
}

impl Finding {
    /// A finding about a file.
    #[must_use]
    pub fn new(message: impl Into<Message<Arg>>, file: impl Into<String>, spot: Spot) -> Self {
        Self { message: message.into(), file: file.into(), element: None, spot, hint: None }
    }

    /// The stable word that names what sort of thing is wrong.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.message.key().short()
    }

    /// Says which element of the record it is about.
    #[must_use]
    pub fn about(mut self, element: &str) -> Self {
        self.element = (!element.is_empty()).then(|| element.into());
        self
    }

    /// Adds what might mend it.
    #[must_use]
    pub fn hint(mut self, hint: Option<Hint>) -> Self {
        self.hint = hint;
        self
    }

    /// What makes two findings the same although the text around them has moved: all but the place.
    #[must_use]
    pub fn identity(&self) -> (&Message<Arg>, &str, Option<&str>) {
        (&self.message, &self.file, self.element.as_deref())
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Arg::Number(number)
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Arg::Number(number.into())
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Arg::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<Day> for Arg {
    fn from(day: Day) -> Self {
        Arg::Day(day)
    }
}

impl From<Term> for Arg {
    fn from(term: Term) -> Self {
        Arg::Term(term)
    }
}

impl From<Kind> for Arg {
    fn from(kind: Kind) -> Self {
        Arg::Kind(kind)
    }
}

impl From<Key> for Arg {
    fn from(key: Key) -> Self {
        Arg::Message(key)
    }
}
