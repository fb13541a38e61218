//! Typed values in a report.

use crate::message::{Key, Message, say};
use crate::model::{
    Assessment, BodyId, Bound, CadencePhase, Choices, Day, Field, FieldType, KeyPath, Kind, Period, Register, Shape,
    TableShape, Target, Term, Value, Whole,
};
use std::borrow::Cow;

/// A sign that says how something stands: a shape, a word and a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// As it should be.
    Good,
    /// Worth an eye: it may come to be wrong, or is waited for.
    Watch,
    /// Wrong, late or missing: someone has to act.
    Bad,
    /// Not known, because nobody has said or measured it.
    Unknown,
}

impl Mark {
    /// Every mark, from what is as it should be.
    pub const ALL: [Self; 4] = [Mark::Good, Mark::Watch, Mark::Bad, Mark::Unknown];

    /// What it is called in data formats.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Mark::Good => "good",
            Mark::Watch => "watch",
            Mark::Bad => "bad",
            Mark::Unknown => "unknown",
        }
    }
}

/// The mark of how work is judged.
#[must_use]
pub fn mark(assessment: Assessment) -> Mark {
    match assessment {
        Assessment::OnTrack => Mark::Good,
        Assessment::AtRisk => Mark::Watch,
        Assessment::OffTrack => Mark::Bad,
        Assessment::CannotAssess => Mark::Unknown,
    }
}

/// What happened to some words of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// They are as they were.
    Kept,
    /// They stood in the older text alone.
    Gone,
    /// They stand in the newer text alone.
    Come,
}

/// Something drawn, of numbers that stand beside it.
#[derive(Debug, Clone, PartialEq)]
pub enum Drawing {
    /// A number as a bar, beside the most of those around it.
    Bar {
        /// The number.
        value: f64,
        /// The most.
        most: f64,
    },
    /// Numbers one after the other as a curve; nothing where one is not known.
    Curve(Vec<Option<f64>>),
}

/// A typed value in a report.
#[derive(Clone)]
pub enum Cell<'r> {
    /// Nothing: what is not known, or does not apply.
    Empty,
    /// Nothing, where there should be something: for people a word, for programs nothing.
    Missing,
    /// Text in the users' language.
    Text(Cow<'r, str>),
    /// True or false; yes or no for people.
    Flag(bool),
    /// A whole number, such as a count without the ids of what it counts.
    Integer(i64),
    /// A whole number that says which one and not how many, such as a year: nothing stands between its digits.
    Ordinal(i64),
    /// How many, and which, by their ids.
    Counted(Vec<&'r str>),
    /// A measured number, in the unit that stands beside it.
    Number(f64),
    /// A measured number with its unit; for programs the number alone, beside which the unit stands.
    Measured(f64, Cow<'r, str>),
    /// A part of the whole, where 1 is all of it.
    Share(f64),
    /// An amount in the register's currency.
    Money(i64),
    /// A day, with its year and on one line.
    Day(Day),
    /// A day soon to come or just past.
    NearDay(Day),
    /// A month, quarter, tertial, half-year or year.
    Term(Term),
    /// A stretch of days.
    Period(Option<Day>, Option<Day>),
    /// A code of a list, and the list that has its name in each language.
    Code(&'static str, &'static Choices),
    /// What a reference names, as it is written, and the register that knows what it is called.
    Reference(Target, &'r str, &'r Register),
    /// A kind of record.
    Kind(Kind),
    /// A message in the words of the language, with cells for its arguments.
    Message(Message<Cell<'r>>),
    /// Something with a mark in front of it.
    Marked(Mark, Box<Cell<'r>>),
    /// How something is heading.
    Trend(crate::model::Trend),
    /// A part of a whole, as a bar: how much of how much.
    Bar(f64, f64),
    /// A drawing, for people alone.
    Drawing(Drawing),
    /// Several, one after the other.
    List(Vec<Cell<'r>>),
    /// Several texts, which may have commas in them.
    Phrases(Vec<Cell<'r>>),
    /// The fields of a table that have a value, by their names.
    Fields(&'static TableShape, Vec<(&'static str, Cell<'r>)>),
    /// An element of a list, as people tell of it; for programs its fields.
    Element(&'static TableShape, Vec<(&'static str, Cell<'r>)>),
    /// Several, each on a line of its own.
    Lines(Vec<Cell<'r>>),
    /// Several with nothing but a space between them.
    Joined(Vec<Cell<'r>>),
    /// What a field or a heading is called.
    Label(Box<Label<'r>>),
    /// The way to a value of a record, whose table it begins in: for people what each field on it is called.
    Path(&'static TableShape, KeyPath),
    /// A text that was written anew: what was kept, what went and what came, in the order of reading.
    Reworded(Vec<(Wording, Cow<'r, str>)>),
    /// A record that is told of: what it is called, its kind and id, and the file that it lies in, by its path in the
    /// register, where there is one.
    Record {
        /// What people call it.
        name: Box<Cell<'r>>,
        /// Its kind and id.
        id: String,
        /// Its file.
        file: Option<String>,
    },
    /// Something that stands so many steps below what is above it.
    Indented(usize, Box<Cell<'r>>),
}

impl<'r> Cell<'r> {
    /// A text as it is; empty where there is none.
    pub fn text(text: impl Into<Cow<'r, str>>) -> Self {
        let text = text.into();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }

    /// A body, a district or another record by what people call it.
    #[must_use]
    pub fn named(kind: Kind, id: Option<&'r str>, register: &'r Register) -> Self {
        id.map_or(Cell::Empty, |id| Cell::Reference(Target::Record(kind), id, register))
    }

    /// A body by what people call it, where one is named.
    #[must_use]
    pub fn body(id: Option<&'r BodyId>, register: &'r Register) -> Self {
        Cell::named(Kind::Body, id.map(BodyId::as_str), register)
    }

    /// A day, where it is known.
    #[must_use]
    pub fn day(day: Option<Day>) -> Self {
        day.map_or(Cell::Empty, Cell::Day)
    }

    /// The same cell with a mark in front of it.
    #[must_use]
    pub fn marked(self, mark: Mark) -> Self {
        Cell::Marked(mark, Box::new(self))
    }

    /// Whether it says the same as another, as far as headings can.
    #[must_use]
    pub fn says_as(&self, other: &Cell<'_>) -> bool {
        match (self, other) {
            (Cell::Text(left), Cell::Text(right)) => left == right,
            (Cell::Integer(left), Cell::Integer(right)) | (Cell::Ordinal(left), Cell::Ordinal(right)) => left == right,
            (Cell::Code(left, _), Cell::Code(right, _)) => left == right,
            (Cell::Marked(_, left), Cell::Marked(_, right)) => left.says_as(right),
            (Cell::Day(left), Cell::Day(right)) => left == right,
            (Cell::Period(from, until), Cell::Period(other_from, other_until)) => {
                (from, until) == (other_from, other_until)
            }
            (Cell::List(left), Cell::List(right))
            | (Cell::Phrases(left), Cell::Phrases(right))
            | (Cell::Lines(left), Cell::Lines(right))
            | (Cell::Joined(left), Cell::Joined(right)) => {
                left.len() == right.len() && left.iter().zip(right).all(|(left, right)| left.says_as(right))
            }
            (Cell::Reference(_, left, _), Cell::Reference(_, right, _)) => left == right,
            (Cell::Message(left), Cell::Message(right)) => {
                let mut arguments = left.arguments().iter().zip(right.arguments());
                left.key() == right.key() && arguments.all(|(left, right)| left.1.says_as(&right.1))
            }
            (Cell::Kind(left), Cell::Kind(right)) => left == right,
            (Cell::Empty, Cell::Empty) | (Cell::Missing, Cell::Missing) => true,
            _ => false,
        }
    }

    /// A count of things, without their ids.
    #[must_use]
    pub fn count(count: usize) -> Self {
        Cell::Integer(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// What a message says, with the arguments that it has already.
    #[must_use]
    pub fn message(message: impl Into<Message<Cell<'r>>>) -> Self {
        Cell::Message(message.into())
    }
}

impl<'r> From<&'r str> for Cell<'r> {
    fn from(text: &'r str) -> Self {
        Cell::text(text)
    }
}

/// The name of a column, field or heading.
#[derive(Clone)]
pub enum Label<'r> {
    /// A message without arguments.
    Message(Key),
    /// A message with its arguments.
    MessageWith(Message<Cell<'r>>),
    /// A field of a table of records.
    Field(&'static str, &'static str),
    /// What a field of a table of records means.
    Description(&'static str, &'static str),
    /// What an element of a list of tables is called, by the name of the table.
    Element(&'static str),
    /// Several of a kind of record.
    Kinds(Kind),
    /// A coded value of a list, several of them.
    Choice(&'static str, &'static str),
    /// A day, if it is known.
    Day(Option<Day>),
    /// What a cell says: a name of the register's own.
    Cell(Cell<'r>),
}

impl Label<'_> {
    /// Several of a kind of record, as a heading.
    pub(super) fn of_kinds<'r>(kind: Kind) -> Label<'r> {
        Label::Cell(Cell::Label(Box::new(Label::Kinds(kind))))
    }

    /// A message about a year.
    pub(super) fn of_year<'r>(message: fn(Cell<'r>) -> Message<Cell<'r>>, year: i32) -> Label<'r> {
        Label::MessageWith(message(Cell::text(year.to_string())))
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
        Value::Missing => Cell::Missing,
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
        Value::Words(words) => {
            Cell::Phrases(words.iter().map(|(id, names)| Cell::text(names.first().unwrap_or(id.as_str()))).collect())
        }
        Value::Table(table) => match table.whole() {
            Some(Whole::Period(period)) => period_cell(period),
            Some(Whole::Reading(reading)) => valued(reading.value, reading.on, reading.stretch()),
            Some(Whole::GoalTarget(target)) => {
                let own = target.from.zip(target.until).map(|(from, until)| Period::between(from, until));
                match (valued(target.value, target.on, own), target.bound) {
                    (Cell::Joined(mut cells), Some(bound)) => {
                        cells.insert(0, Cell::Code(bound.code(), &Bound::CHOICES));
                        Cell::Joined(cells)
                    }
                    (cell, _) => cell,
                }
            }
            Some(Whole::CadencePhase(phase)) => cadence(phase, register),
            None => {
                let fields = table.shape().fields.iter().enumerate();
                let told = fields.filter(|(index, _)| !table.value(*index).is_empty());
                let cells = told.map(|(index, field)| (field.name, field_cell(field, table.value(index), register)));
                Cell::Fields(table.shape(), cells.collect())
            }
        },
        Value::List(list) => match list.len() {
            0 => Cell::Empty,
            count => {
                let cells: Vec<Cell<'r>> = (0..count).map(|index| cell(list.at(index), register)).collect();
                let is_of_texts = (0..count).any(|index| matches!(list.at(index), Value::Text(_)));
                match (is_long(list), is_of_texts) {
                    (true, _) => Cell::Lines(cells),
                    (false, true) => Cell::Phrases(cells),
                    (false, false) => Cell::List(cells),
                }
            }
        },
    }
}

/// The cell of a field's value, as its field has it written.
#[must_use]
pub fn field_cell<'r>(field: &Field, value: Value<'r>, register: &'r Register) -> Cell<'r> {
    match (field.shape, value) {
        (Shape::Ordinal | Shape::Year, Value::Integer(number)) => Cell::Ordinal(number),
        (_, value) => cell(value, register),
    }
}

fn period_cell<'r>(period: &Period) -> Cell<'r> {
    if period.is_unknown() { Cell::Empty } else { Cell::Period(period.from, period.until) }
}

/// A value, and in brackets the day that it is of, or the stretch of days that it counts.
fn valued<'r>(value: Option<f64>, on: Option<Day>, stretch: Option<Period>) -> Cell<'r> {
    let Some(number) = value else { return Cell::Empty };
    let days = match (on, stretch) {
        (Some(day), _) => Some(Cell::Day(day)),
        (None, stretch) => stretch.map(|stretch| Cell::Period(stretch.from, stretch.until)),
    };
    let days = days.map(|days| Cell::message(say::in_brackets(days)));
    Cell::Joined([Cell::Number(number)].into_iter().chain(days).collect())
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
fn cadence<'r>(phase: &'r CadencePhase, register: &'r Register) -> Cell<'r> {
    let (times, per) = (cell(phase.times.value(), register), cell(phase.per.value(), register));
    let often = Cell::message(say::CadenceTimes { times, per });
    match period_cell(&phase.period()) {
        Cell::Empty => often,
        period => Cell::Joined(vec![often, Cell::message(say::in_brackets(period))]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Fields, StatisticalArea};

    #[test]
    fn a_year_is_no_amount() {
        let register = Register::default();
        let area = StatisticalArea { vintage: Some(2025), ..StatisticalArea::default() };
        let year = area.shape().fields.iter().find(|field| matches!(field.shape, Shape::Ordinal | Shape::Year));
        let cell = field_cell(year.unwrap(), Value::Integer(2025), &register);
        assert!(matches!(cell, Cell::Ordinal(2025)));
    }
}
