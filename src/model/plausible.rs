//! What a value can't be, and what it hardly is, by what its field says of it: see [`limits`](super::limits).

use super::day::Day;
use super::field::{Field, Fields, Shape, TableShape, Value};
use super::finding::{KeyPath, Step};
use super::limits::{
    FIRST_USUAL_YEAR, FIRST_YEAR, LAST_YEAR, LEAST_USUAL_AMOUNT, LONGEST_LINE, MOST_USUAL_AMOUNT, Tense, Writing,
    YEARS_AHEAD, YEARS_BACK,
};
use std::borrow::Cow;

impl Field {
    /// The least number that can be; nothing where any can. Of a day and a term, it is that of their year.
    #[must_use]
    pub const fn least(&self) -> Option<i64> {
        match self.shape {
            Shape::Money => Some(0),
            _ if self.is_of_a_year() => Some(FIRST_YEAR),
            _ => self.span.least(),
        }
    }

    /// The greatest number that can be; nothing where there is no such. Of a day and a term, it is that of their year.
    #[must_use]
    pub const fn most(&self) -> Option<i64> {
        if self.is_of_a_year() { Some(LAST_YEAR) } else { self.span.most() }
    }

    /// Whether its value is a year.
    #[must_use]
    pub const fn is_year(&self) -> bool {
        matches!(self.shape, Shape::Year)
    }

    /// Whether its value is a year, or lies in one.
    const fn is_of_a_year(&self) -> bool {
        matches!(self.shape, Shape::Year | Shape::Day | Shape::Term)
    }
}

/// A value with its field and the table that the field is of.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// The table.
    pub table: &'static TableShape,
    /// The field.
    pub field: &'static Field,
    /// Its value, or one element of it: no table and no list.
    pub value: Value<'a>,
}

/// Calls `found` with every value in a table that is no table or list itself, with its field and the path to it.
pub fn each_told<'r>(fields: &'r dyn Fields, found: &mut dyn FnMut(&[Step], Told<'r>)) {
    fn one<'r>(told: Told<'r>, path: &mut KeyPath, found: &mut dyn FnMut(&[Step], Told<'r>)) {
        match told.value {
            Value::Empty => {}
            Value::Table(table) => all(table, path, found),
            Value::List(list) => {
                for place in 0..list.len() {
                    path.push(Step::Index(place));
                    one(Told { value: list.at(place), ..told }, path, found);
                    path.pop();
                }
            }
            _ => found(path, told),
        }
    }
    fn all<'r>(fields: &'r dyn Fields, path: &mut KeyPath, found: &mut dyn FnMut(&[Step], Told<'r>)) {
        let table = fields.shape();
        for (place, field) in table.fields.iter().enumerate() {
            path.push(Step::Key(Cow::Borrowed(field.name)));
            one(Told { table, field, value: fields.value(place) }, path, found);
            path.pop();
        }
    }
    all(fields, &mut Vec::new(), found);
}

/// A number that is told of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Number {
    /// Without decimals.
    Whole(i64),
    /// With decimals, or what is no number at all.
    Decimal(f64),
}

impl Number {
    /// The same as a decimal number.
    #[must_use]
    #[allow(clippy::cast_precision_loss)]
    pub fn value(self) -> f64 {
        match self {
            Number::Whole(number) => number as f64,
            Number::Decimal(number) => number,
        }
    }
}

impl Told<'_> {
    /// The number that it is, or that its year is; nothing where it has none. What is read as an amount can be one.
    fn number(&self) -> Option<Number> {
        match self.value {
            Value::Integer(number) => Some(Number::Whole(number)),
            Value::Number(number) => Some(Number::Decimal(number)),
            Value::Day(day) => Some(Number::Whole(day.year().into())),
            Value::Term(term) => Some(Number::Whole(term.year().into())),
            _ => None,
        }
    }

    /// The number that can't be, or whose day or term can't: it is less or more than can be in its field, or no number.
    #[must_use]
    pub fn impossible(&self) -> Option<Number> {
        self.number().filter(|number| !is_within((self.field.least(), self.field.most()), number.value()))
    }

    /// The day that has not been, though what happened then is told of.
    #[must_use]
    pub fn yet_to_come(&self, today: Day) -> Option<Day> {
        match self.value {
            Value::Day(day) => Some(day).filter(|day| self.field.when.tense == Tense::Past && *day > today),
            _ => None,
        }
    }

    /// Why it is hardly so.
    #[must_use]
    pub fn doubt(&self, usual: &Usual) -> Option<Doubt> {
        // What can't be is told of as such.
        if self.impossible().is_some() {
            return None;
        }
        let field = self.field;
        match self.value {
            Value::Text(text) if field.writing == Writing::Line => {
                let lines = text.trim().lines().count();
                let letters = text.chars().count();
                if lines > 1 {
                    return Some(Doubt::Lines(lines));
                }
                (letters > LONGEST_LINE && text.contains(char::is_whitespace)).then_some(Doubt::Long(letters))
            }
            Value::Money(amount) if amount > MOST_USUAL_AMOUNT => Some(Doubt::LargeAmount(amount)),
            Value::Money(amount) => (1..LEAST_USUAL_AMOUNT).contains(&amount).then_some(Doubt::SmallAmount(amount)),
            Value::Day(day) => usual.doubt_of(day, day, field).map(|is_far| is_far(Far::Day(day))),
            Value::Term(term) => {
                usual.doubt_of(term.first(), term.last(), field).map(|is_far| is_far(Far::Year(term.year().into())))
            }
            Value::Integer(year) if field.is_year() => {
                let ends = (Day::new(i32::try_from(year).ok()?, 12, 31)?, Day::new(i32::try_from(year).ok()?, 1, 1)?);
                usual.doubt_of(ends.1, ends.0, field).map(|is_far| is_far(Far::Year(year)))
            }
            Value::Integer(_) | Value::Number(_) => {
                let most = field.scale.most()?;
                let number = self.number()?;
                (!is_within((None, Some(most)), number.value())).then_some(Doubt::Many(number, most))
            }
            _ => None,
        }
    }
}

/// Whether a number is one, and no less and no more than can be.
#[must_use]
#[allow(clippy::cast_precision_loss)]
pub fn is_within((least, most): (Option<i64>, Option<i64>), number: f64) -> bool {
    let is_enough = least.is_none_or(|least| number >= least as f64);
    number.is_finite() && is_enough && most.is_none_or(|most| number <= most as f64)
}

/// Why a value is hardly so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Doubt {
    /// A number that is larger than what is usual, which is told.
    Many(Number, i64),
    /// An amount that is less than any row has: thousands may have been meant.
    SmallAmount(i64),
    /// An amount that is more than any row has.
    LargeAmount(i64),
    /// A time that is further back than anything usually is.
    LongAgo(Far),
    /// A time that is further ahead than anything usually is.
    FarAhead(Far),
    /// A part of a whole that is less than nothing or more than all of it.
    NoShare(f64),
    /// What is called something has that many lines.
    Lines(usize),
    /// What is called something has that many characters.
    Long(usize),
}

/// A time that is far off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Far {
    /// A day.
    Day(Day),
    /// A year, or something within it.
    Year(i64),
}

/// Between which days what is told of usually lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usual {
    first: Option<Day>,
    last: Day,
}

impl Usual {
    /// Of what lies in files, on a day.
    #[must_use]
    pub fn of_files(today: Day) -> Self {
        Self { first: Day::new(FIRST_USUAL_YEAR, 1, 1), last: today.plus_months(YEARS_AHEAD * 12) }
    }

    /// Of what is written now.
    #[must_use]
    pub fn of_what_is_written(today: Day) -> Self {
        Self { first: Some(today.minus_months(YEARS_BACK * 12)), ..Self::of_files(today) }
    }

    /// What is to be doubted of a stretch of days, where it lies outside altogether.
    fn doubt_of(&self, from: Day, until: Day, field: &Field) -> Option<fn(Far) -> Doubt> {
        let is_long_ago = !field.is_of_any_age && self.first.is_some_and(|first| until < first);
        // What has happened and is dated ahead is told of as that.
        let is_far_ahead = field.when.tense != Tense::Past && from > self.last;
        if is_long_ago {
            return Some(Doubt::LongAgo);
        }
        is_far_ahead.then_some(Doubt::FarAhead as fn(Far) -> Doubt)
    }
}
