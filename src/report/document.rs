//! What reports are made of: headings, texts, fields and tables of typed cells. No report knows in
//! which format it will be written, and no writer which report it writes.

use crate::model::{Choices, Day, Kind, Register, Target, Term, Value};
use std::borrow::Cow;

/// A report, ready to be written.
pub struct Document<'r> {
    /// The name of the report, for data formats.
    pub name: &'static str,
    /// What stands at its top.
    pub title: Vec<Cell<'r>>,
    /// What it holds, in order.
    pub blocks: Vec<Block<'r>>,
}

/// A part of a document.
pub enum Block<'r> {
    /// A heading.
    Heading(Label),
    /// A line of text.
    Line(Line<'r>),
    /// Fields with their labels.
    Fields(Vec<(Label, Cell<'r>)>),
    /// A table.
    Table(Table<'r>),
}

/// A line of text, with how much it matters and what to do about it.
pub struct Line<'r> {
    /// The mark in front of it.
    pub mark: Option<Mark>,
    /// What it says.
    pub text: Said<'r>,
    /// The command that shows more.
    pub command: Option<String>,
}

/// A message and its arguments.
pub struct Said<'r> {
    /// The message's key.
    pub key: &'static str,
    /// Its arguments.
    pub arguments: Vec<(&'static str, Cell<'r>)>,
}

/// The name of a column, field or heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// A message, by its key.
    Message(Cow<'static, str>),
    /// A field of a table of records.
    Field(&'static str, &'static str),
    /// A coded value of a list, several of them.
    Choice(&'static str, &'static str),
    /// A message about a year, by its key; the year is its argument.
    Year(&'static str, i32),
    /// A day, if it is known.
    Day(Option<Day>),
}

impl Label {
    /// A message.
    #[must_use]
    pub const fn message(key: &'static str) -> Self {
        Label::Message(Cow::Borrowed(key))
    }
}

/// A table.
pub struct Table<'r> {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Rows<'r>,
    /// What to say where it has no rows.
    pub when_empty: &'static str,
}

impl Table<'_> {
    /// The columns that people are shown, with their places.
    pub fn for_people(&self) -> Vec<(usize, &Column)> {
        self.columns.iter().enumerate().filter(|(_, column)| !column.is_for_programs()).collect()
    }
}

/// The rows of a table, each made when it is asked for: a large report is never in memory as a whole.
pub struct Rows<'r> {
    count: usize,
    row: Box<dyn Fn(usize) -> Vec<Cell<'r>> + Sync + 'r>,
}

impl<'r> Rows<'r> {
    /// A row for each of some things.
    pub fn each<T: Sync + 'r>(things: Vec<T>, row: impl Fn(&T) -> Vec<Cell<'r>> + Sync + 'r) -> Self {
        Self { count: things.len(), row: Box::new(move |place| row(&things[place])) }
    }

    /// Rows that are there already.
    #[must_use]
    pub fn made(rows: Vec<Vec<Cell<'r>>>) -> Self {
        Self::each(rows, Clone::clone)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The row at a place below [`len`](Rows::len).
    #[must_use]
    pub fn at(&self, place: usize) -> Vec<Cell<'r>> {
        (self.row)(place)
    }

    /// Every row in order.
    pub fn iter(&self) -> impl Iterator<Item = Vec<Cell<'r>>> + '_ {
        (0..self.count).map(|place| self.at(place))
    }
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its name in data formats.
    pub key: Cow<'static, str>,
    /// Its heading.
    pub label: Label,
    /// Whether its cells are numbers, and so stand to the right.
    pub is_number: bool,
    /// How many characters wide a terminal must be to show it.
    pub from_width: usize,
    /// Whether it says in one cell what other columns tell programs.
    pub for_people: bool,
}

impl Column {
    /// A column.
    #[must_use]
    pub fn new(key: impl Into<Cow<'static, str>>, label: Label) -> Self {
        Self { key: key.into(), label, is_number: false, from_width: 0, for_people: false }
    }

    /// The same column, for numbers.
    #[must_use]
    pub fn number(self) -> Self {
        Self { is_number: true, ..self }
    }

    /// The same column, left out of what programs read.
    #[must_use]
    pub fn for_people(self) -> Self {
        Self { for_people: true, ..self }
    }

    /// Whether it is for programs alone.
    #[must_use]
    pub fn is_for_programs(&self) -> bool {
        self.from_width == usize::MAX
    }

    /// The same column, for programs alone.
    #[must_use]
    pub fn for_programs(self) -> Self {
        self.from_width(usize::MAX)
    }

    /// The same column, shown on a terminal only where it is that wide.
    #[must_use]
    pub fn from_width(self, from_width: usize) -> Self {
        Self { from_width, ..self }
    }
}

/// A sign that says how something stands: a shape, a word and a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// As it should be.
    Good,
    /// Worth an eye.
    Watch,
    /// Wrong.
    Bad,
    /// Not known.
    Unknown,
}

/// A typed value in a report.
#[derive(Clone)]
pub enum Cell<'r> {
    /// Nothing.
    Empty,
    /// Text in the users' language.
    Text(Cow<'r, str>),
    /// True or false.
    Flag(bool),
    /// A whole number.
    Integer(i64),
    /// A number.
    Number(f64),
    /// An amount in the register's currency.
    Money(i64),
    /// A day.
    Day(Day),
    /// A day soon to come or just past.
    NearDay(Day),
    /// A month, quarter, tertial, half-year or year.
    Term(Term),
    /// A stretch of days.
    Period(Option<Day>, Option<Day>),
    /// A coded value.
    Code(&'static str, &'static Choices),
    /// What a reference names, as it is written, and the register that knows what it is called.
    Reference(Target, &'r str, &'r Register),
    /// A kind of record.
    Kind(Kind),
    /// Something said, with its arguments.
    Said(&'static str, Vec<(&'static str, Cell<'r>)>),
    /// Something with a mark in front of it.
    Marked(Mark, Box<Cell<'r>>),
    /// How something is heading.
    Trend(crate::model::Trend),
    /// A part of a whole, as a bar: how much of how much.
    Bar(f64, f64),
    /// Several, one after the other.
    List(Vec<Cell<'r>>),
    /// Several, each on a line of its own.
    Lines(Vec<Cell<'r>>),
    /// Several with nothing but a space between them.
    Joined(Vec<Cell<'r>>),
}

impl<'r> Cell<'r> {
    /// Text.
    pub fn text(text: impl Into<Cow<'r, str>>) -> Self {
        let text = text.into();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }

    /// A count.
    #[must_use]
    pub fn count(count: usize) -> Self {
        Cell::Integer(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// A message without arguments.
    #[must_use]
    pub fn said(key: &'static str) -> Self {
        Cell::Said(key, Vec::new())
    }
}

/// What people call what a reference names, in a language; the reference itself where it has no name.
#[must_use]
pub fn name_of<'r>(target: Target, reference: &'r str, register: &'r Register, language: &str) -> &'r str {
    let name = match target {
        Target::TargetGroup | Target::Category => {
            let words = register.settings.vocabulary.words(target);
            words.and_then(|words| words.get(reference)?.in_language(language))
        }
        _ => target.parse(reference).and_then(|pointer| match (pointer.kind, pointer.element) {
            (Some(kind), None) => register.own_name(kind, pointer.id),
            _ => register.element_title(target, reference),
        }),
    };
    name.unwrap_or(reference)
}

/// The cell of a field's value.
#[must_use]
pub fn cell<'r>(value: Value<'r>, register: &'r Register) -> Cell<'r> {
    match value {
        Value::Empty => Cell::Empty,
        Value::Text(text) => Cell::Text(Cow::Borrowed(text.trim_end())),
        Value::Id(text) | Value::CaseNumber(text) | Value::AreaCode(text) => Cell::Text(Cow::Borrowed(text)),
        Value::Flag(flag) => Cell::Flag(flag),
        Value::Integer(number) => Cell::Integer(number),
        Value::Number(number) => Cell::Number(number),
        Value::Money(amount) => Cell::Money(amount),
        Value::Day(day) => Cell::Day(day),
        Value::Term(term) => Cell::Term(term),
        Value::Code(code, choices) => Cell::Code(code, choices),
        Value::Reference(target, reference) => Cell::Reference(target, reference, register),
        Value::Readings(readings) => Cell::List(
            readings
                .iter()
                .map(|(name, number)| Cell::Joined(vec![Cell::text(&**name), Cell::Number(*number)]))
                .collect(),
        ),
        Value::Table(table) if table.shape().name == "period" => {
            let day = |name| match table.get(name) {
                Value::Day(day) => Some(day),
                _ => None,
            };
            match (day("from"), day("until")) {
                (None, None) => Cell::Empty,
                (from, until) => Cell::Period(from, until),
            }
        }
        Value::Table(table) if table.shape().name == "reading" => match (table.get("value"), table.get("on")) {
            (Value::Number(number), Value::Day(day)) => {
                Cell::Joined(vec![Cell::Number(number), Cell::Said("in-brackets", vec![("what", Cell::Day(day))])])
            }
            _ => Cell::Empty,
        },
        Value::Table(table) if table.shape().name == "cadence" => cadence(table, register),
        Value::Table(table) => Cell::List(
            (0..table.shape().fields.len())
                .map(|index| match (table.shape().fields[index].name, table.value(index)) {
                    // Years are no amounts: nothing stands between their digits.
                    ("year" | "vintage", Value::Integer(year)) => Cell::text(year.to_string()),
                    (_, value) => cell(value, register),
                })
                .filter(|cell| !matches!(cell, Cell::Empty))
                .collect(),
        ),
        Value::List(list) => match list.len() {
            0 => Cell::Empty,
            count => {
                let cells: Vec<Cell<'r>> = (0..count).map(|index| cell(list.at(index), register)).collect();
                if is_long(list) { Cell::Lines(cells) } else { Cell::List(cells) }
            }
        },
    }
}

/// Whether the elements of a list are so long that each wants a line of its own.
fn is_long(list: &dyn crate::model::Values) -> bool {
    (0..list.len()).any(|index| match list.at(index) {
        Value::Text(text) => text.chars().count() > 40,
        Value::Table(_) => true,
        _ => false,
    })
}

/// How often a body meets, in a phase: `3 gånger per år (1 jan 2025 – 31 dec 2025)`.
fn cadence<'r>(phase: &'r dyn crate::model::Fields, register: &'r Register) -> Cell<'r> {
    let said = vec![("times", cell(phase.get("times"), register)), ("per", cell(phase.get("per"), register))];
    let day = |name| match phase.get(name) {
        Value::Day(day) => Some(day),
        _ => None,
    };
    let often = Cell::Said("cadence-times", said);
    match (day("from"), day("until")) {
        (None, None) => often,
        (from, until) => {
            Cell::Joined(vec![often, Cell::Said("in-brackets", vec![("what", Cell::Period(from, until))])])
        }
    }
}
