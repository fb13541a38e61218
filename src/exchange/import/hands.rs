//! What people have written in a cell, as values of the field that its column is of.

use super::known::KNOWN;
use super::map::{ListName, Map, Unit, in_words, list_of, says_nothing};
use super::names::{Knows, names};
use super::route::Route;
use crate::catalog::{InputError, Meant, ShapeAt, Taken, Understand, is_open_end, meant, parse_value};
use crate::exchange::grid::Held;
use crate::model::{Asked, Covers, Day, District, Register, Shape, Target, When, Writing};
use crate::words::WORDS;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use toml::Value;

/// What was made of a cell, or of a part of one.
#[derive(Debug, Clone)]
pub enum Reading {
    /// A value; of a list one of its elements.
    Value(Value),
    /// A name that the register does not know.
    Unknown(String),
    /// It is not understood, and why.
    Unclear(Why),
}

/// Why a cell is not understood.
#[derive(Debug, Clone)]
pub enum Why {
    /// It is no value of the field.
    Input(InputError),
    /// A formula went wrong there.
    Formula(String),
    /// It is longer than a line is, in signs.
    TooLong(usize),
    /// It names several, and there is room for one: the field, and one of the others.
    Several(Route, Value),
}

/// The first day that programs count from, so that day 60 is the last of February 1900 that there was not.
const DAY_ZERO: (i32, u32, u32) = (1899, 12, 30);

/// The days by number that a plain number may be: 1955 to 2091. What is less is a year.
const DAYS_BY_NUMBER: std::ops::Range<f64> = 20_000.0..70_000.0;

/// A number has few whole digits that are not exact.
const NEARLY: f64 = 1e-6;

/// How long a line is at most, in signs.
const LONGEST_LINE: usize = 300;

/// How long a name is at most, in bytes.
pub const LONGEST_NAME: usize = 200;

/// What a name is of: nothing where that is not known, and nothing inside where it is left out.
type Meaning = Option<Option<Value>>;

/// Reads cells. The same words are read once.
pub(super) struct Hands<'h> {
    understand: &'h dyn Understand,
    map: &'h Map,
    read: RefCell<HashMap<(String, String), Vec<Reading>>>,
    /// What names are of, by field and name.
    ones: RefCell<HashMap<(String, String), Meaning>>,
    /// What names were taken for that are but the beginnings of others, by list and name.
    begun: RefCell<BTreeMap<(ListName, String), String>>,
}

impl<'h> Hands<'h> {
    /// Hands that read as a map says.
    pub fn new(understand: &'h dyn Understand, map: &'h Map) -> Self {
        Self { understand, map, read: RefCell::default(), ones: RefCell::default(), begun: RefCell::default() }
    }

    pub fn understand(&self) -> &dyn Understand {
        self.understand
    }

    /// What names were taken for that are but the beginnings of others, by list and name.
    pub fn begun(&self) -> BTreeMap<(ListName, String), String> {
        self.begun.borrow().clone()
    }

    /// What a cell says where something is asked for; nothing where it says nothing.
    pub fn read(&self, route: &Route, held: &Held, unit: Unit) -> Vec<Reading> {
        if let Held::Error(text) = held {
            return vec![Reading::Unclear(Why::Formula(text.clone()))];
        }
        let text = plain_text(held);
        if let Some(value) = route.ticked() {
            return self.tick(route, value, &text);
        }
        if says_nothing(&text) {
            return Vec::new();
        }
        let shape = *route.asked().shape.single();
        let is_named = list_of(&shape).is_some();
        // Texts and numbers are all of their own; names and days come again.
        let comes_again = is_named || matches!(shape, Shape::Day | Shape::Term | Shape::Table(_));
        if !comes_again {
            return self.plain(route, held, &text, unit);
        }
        let key = (route.to_string(), text);
        if let Some(known) = self.read.borrow().get(&key) {
            return known.clone();
        }
        let read = if is_named { self.named(route, &key.1) } else { self.plain(route, held, &key.1, unit) };
        self.read.borrow_mut().insert(key, read.clone());
        read
    }

    /// A cell in the column of one of several values.
    fn tick(&self, route: &Route, value: &str, text: &str) -> Vec<Reading> {
        let word = in_words(text);
        let is_no = says_nothing(text) || word == "0" || parse_flag(&word, self.understand) == Some(false);
        if is_no {
            return Vec::new();
        }
        let is_yes = KNOWN.ticks.contains(&word.as_str()) || parse_flag(&word, self.understand) == Some(true);
        if is_yes { self.named(route, value) } else { vec![self.unclear(route, Shape::Flag, text)] }
    }

    fn unclear(&self, route: &Route, shape: Shape, text: &str) -> Reading {
        let error = InputError::WrongType { field: field_name(route), text: text.to_owned(), shape: ShapeAt(shape) };
        Reading::Unclear(Why::Input(error))
    }

    /// Values that are no names: texts, numbers, days.
    fn plain(&self, route: &Route, held: &Held, text: &str, unit: Unit) -> Vec<Reading> {
        let Asked { shape, .. } = route.asked();
        let single = *shape.single();
        match (single, held) {
            (Shape::Text | Shape::CaseNumber | Shape::AreaCode, _) => return self.text(route, text),
            (Shape::Money, Held::Number(number)) => return self.money(route, *number, text, unit),
            (Shape::Number, Held::Number(number)) => return vec![self.parsed(route, &number.to_string())],
            (Shape::Day, Held::Day(day)) => return vec![self.parsed(route, &day.to_string())],
            (Shape::Day, _) => return self.day(route, text),
            (Shape::Year, Held::Day(day)) => return vec![self.parsed(route, &day.year().to_string())],
            (Shape::Flag, _) if KNOWN.ticks.contains(&in_words(text).as_str()) => {
                return vec![Reading::Value(Value::Boolean(true))];
            }
            _ => {}
        }
        match single {
            Shape::Money => self.money_in_words(route, text, unit),
            Shape::Number => vec![self.parsed(route, exact(text))],
            // What goes on without an end, and does not say since when, has no days.
            Shape::Table(_) if is_open_end(text) => Vec::new(),
            Shape::Table(_) => match self.parsed(route, text) {
                Reading::Unclear(_) if self.is_day(text) => vec![self.parsed(route, &format!("{text}..{text}"))],
                read => vec![read],
            },
            _ => vec![self.parsed(route, text)],
        }
    }

    fn text(&self, route: &Route, text: &str) -> Vec<Reading> {
        let is_line = route.field().is_some_and(|field| field.writing == Writing::Line);
        let is_list = route.asked().shape.is_list();
        let one = |text: &str| {
            let length = text.chars().count();
            if is_line && length > LONGEST_LINE {
                return Reading::Unclear(Why::TooLong(length));
            }
            let text = if is_line {
                text.split_whitespace().collect::<Vec<_>>().join(" ")
            } else {
                text.replace("\r\n", "\n")
            };
            match parse_value(&field_name(route), *route.asked().shape.single(), &text, self.understand) {
                Ok(value) => Reading::Value(value),
                Err(error) => Reading::Unclear(Why::Input(error)),
            }
        };
        if !is_list {
            return vec![one(text)];
        }
        text.split(['\n', ';', '|']).map(str::trim).filter(|part| !part.is_empty()).map(one).collect()
    }

    fn money(&self, route: &Route, number: f64, text: &str, unit: Unit) -> Vec<Reading> {
        // Nobody counts in parts of a krona: a share of a sum is told in whole ones.
        let amount = (number * unit.times()).round();
        if !(0.0..=9e15).contains(&amount) {
            return vec![self.unclear(route, Shape::Money, text)];
        }
        if (number * unit.times() - amount).abs() > NEARLY {
            #[allow(clippy::cast_possible_truncation)]
            self.understand.note(text, Taken::Amount(amount as i64));
        }
        vec![self.parsed(route, &format!("{amount:.0}"))]
    }

    fn money_in_words(&self, route: &Route, text: &str, unit: Unit) -> Vec<Reading> {
        let text = exact(text);
        let is_bare = !text.contains('%')
            && !text.chars().any(char::is_alphabetic)
            && !WORDS.currency.iter().any(|unit| text.ends_with(unit));
        if is_bare && unit != Unit::Ones {
            let plain = parse_value("", Shape::Number, text, self.understand);
            let number = plain.ok().and_then(|value| value.as_float().or_else(|| whole(&value)));
            return number.map_or_else(
                || vec![self.unclear(route, Shape::Money, text)],
                |number| self.money(route, number, text, unit),
            );
        }
        match (self.parsed(route, text), parse_value("", Shape::Number, text, self.understand)) {
            // With a comma before the parts of a krona, as programs save it.
            (Reading::Unclear(_), Ok(value)) if is_bare && value.as_float().is_some() => {
                self.money(route, value.as_float().unwrap_or_default(), text, unit)
            }
            (read, _) => vec![read],
        }
    }

    fn day(&self, route: &Route, text: &str) -> Vec<Reading> {
        if is_open_end(text) {
            return Vec::new();
        }
        let by_number = text.parse().ok().filter(|number| DAYS_BY_NUMBER.contains(number));
        let day = by_number.and_then(day_by_number);
        let as_day = |day: Day| vec![self.parsed(route, &day.to_string())];
        if let Some(day) = day {
            return as_day(day);
        }
        match self.parsed(route, text) {
            // A year or a part of one begins on its first day and ends on its last.
            Reading::Unclear(why) => match self.understand.term(text) {
                Some(term) => as_day(if route.asked().when.is_end { term.last() } else { term.first() }),
                None => vec![Reading::Unclear(why)],
            },
            read => vec![read],
        }
    }

    /// Whether a text is of one day.
    fn is_day(&self, text: &str) -> bool {
        let first = self.understand.day(text, When::default());
        first.is_some() && first == self.understand.day(text, When { is_end: true, ..When::default() })
    }

    fn parsed(&self, route: &Route, text: &str) -> Reading {
        let asked = route.asked();
        let asked = Asked { shape: *asked.shape.single(), ..asked };
        match parse_value(&field_name(route), asked, text, self.understand) {
            Ok(value) => Reading::Value(value),
            Err(error) => Reading::Unclear(Why::Input(error)),
        }
    }

    /// Values that are names: codes of a list, and what references name.
    fn named(&self, route: &Route, text: &str) -> Vec<Reading> {
        let shape = *route.asked().shape.single();
        let known = |name: &str| self.one(route, &shape, name);
        let is_known = |name: &str| says_nothing(name) || known(name).is_some();
        let is_whole = |name: &str| known(name).is_some() && !self.is_begun(&shape, name);
        names(text, &Knows { is_known: &is_known, is_whole: &is_whole })
            .iter()
            .filter(|name| !says_nothing(name))
            .filter_map(|name| match known(name) {
                Some(found) => {
                    if let (Some(Value::String(id)), Some(list)) = (&found, list_of(&shape))
                        && self.is_begun(&shape, name)
                    {
                        self.begun.borrow_mut().insert((list, name.clone()), id.clone());
                    }
                    found.map(Reading::Value)
                }
                None => Some(Reading::Unknown(name.clone())),
            })
            .collect()
    }

    /// The value that a name is of; nothing inside where it is left out.
    fn one(&self, route: &Route, shape: &Shape, name: &str) -> Meaning {
        if name.len() > LONGEST_NAME {
            return None;
        }
        let key = (field_name(route), name.to_owned());
        if let Some(known) = self.ones.borrow().get(&key) {
            return known.clone();
        }
        let meaning = self.meaning(route, shape, name);
        self.ones.borrow_mut().insert(key, meaning.clone());
        meaning
    }

    fn meaning(&self, route: &Route, shape: &Shape, name: &str) -> Meaning {
        let list = list_of(shape)?;
        if let Some(meaning) = self.map.meaning(list, name) {
            return Some((!meaning.is_empty()).then(|| Value::String(meaning.to_owned())));
        }
        let word = in_words(name);
        if let Shape::Choice(_) = shape
            && let Some(code) = KNOWN.values.get(&(list, word.as_str()))
        {
            return Some(Some(Value::String((*code).to_owned())));
        }
        let is_place = matches!(shape, Shape::Reference(Target::Record(crate::model::Kind::District)));
        if is_place && KNOWN.everywhere.contains(&word.as_str()) {
            let covers_all = |(_, district): &(&str, &District)| district.covers == Some(Covers::Municipality);
            let whole = self.understand.register().and_then(|register| register.districts.iter().find(covers_all));
            return whole.map(|(id, _)| Some(Value::String(id.to_owned())));
        }
        // A word may be broken at the end of a line, and a sign stand for one.
        let between = KNOWN.between.iter().map(|word| name.replace(" & ", &format!(" {word} ")));
        let ways = std::iter::once(name.replace("- ", "")).chain(between).filter(|way| way != name);
        let value = self.value(route, shape, name);
        let value = value.or_else(|| ways.into_iter().find_map(|way| self.value(route, shape, &way)))?;
        Some(Some(value))
    }

    fn value(&self, route: &Route, shape: &Shape, name: &str) -> Option<Value> {
        let value = parse_value(&field_name(route), *shape, name, self.understand).ok()?;
        let is_there = match (shape, self.understand.register()) {
            (Shape::Reference(target), Some(register)) => is_there(*target, value.as_str()?, register),
            _ => true,
        };
        is_there.then_some(value)
    }

    /// Whether a name is but the beginning of one.
    fn is_begun(&self, shape: &Shape, name: &str) -> bool {
        match (shape, self.understand.register()) {
            (Shape::Reference(target), Some(register)) => {
                matches!(meant(*target, name, register, self.understand), Meant::Begun(_))
            }
            _ => false,
        }
    }
}

/// Whether a register has what is named.
fn is_there(target: Target, reference: &str, register: &Register) -> bool {
    match target.parse(reference) {
        Some(pointer) if pointer.element.is_none() && pointer.kind.is_some() => {
            pointer.kind.is_some_and(|kind| register.is_known(kind, pointer.id))
        }
        _ => register.has(target, reference),
    }
}

/// A number without what says that it is not exact.
fn exact(text: &str) -> &str {
    let lowered = text.to_lowercase();
    let about = KNOWN.about.iter().find(|word| {
        let rest = lowered.strip_prefix(**word);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    });
    about.and_then(|word| text.get(word.len()..)).map_or(text, |text| text.trim_start_matches('.').trim())
}

#[allow(clippy::cast_precision_loss)]
fn whole(value: &Value) -> Option<f64> {
    value.as_integer().map(|number| number as f64)
}

fn parse_flag(word: &str, understand: &dyn Understand) -> Option<bool> {
    parse_value("", Shape::Flag, word, understand).ok()?.as_bool()
}

/// The day that programs have a number for.
fn day_by_number(number: f64) -> Option<Day> {
    let (year, month, day) = DAY_ZERO;
    #[allow(clippy::cast_possible_truncation)]
    Day::new(year, month, day).map(|zero| zero.plus_days(number.floor() as i64))
}

fn field_name(route: &Route) -> String {
    let path = route.to_string();
    path.split_once('=').map_or(path.clone(), |(path, _)| path.to_owned())
}

/// A cell as text.
pub(super) fn plain_text(held: &Held) -> String {
    match held {
        Held::Empty => String::new(),
        Held::Text(text) | Held::Error(text) => text.trim().to_owned(),
        Held::Number(number) => shortest(*number),
        Held::Flag(flag) => flag.to_string(),
        Held::Day(day) => day.to_string(),
    }
}

/// A number as people would write it, without what counting in halves has left behind the last digit.
fn shortest(number: f64) -> String {
    let rounded = number.round();
    if (number - rounded).abs() < NEARLY { format!("{rounded:.0}") } else { number.to_string() }
}
