//! Tables that people take as one thing: stretches of days, readings, targets, and how often a body meets.

use super::numbers;
use super::single::{as_toml, code, day_to_toml};
use crate::catalog::understand::Understand;
use crate::model::{Bound, Cycle, Day, Field, GoalTarget, Period, Reading, Shape, Table as _, TableShape, Term, When};
use crate::words::WORDS;
use toml::{Table, Value};

/// Whether a text says that something has no end: `tills vidare`.
#[must_use]
pub fn is_open_end(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    WORDS.open_end.contains(&text.as_str())
}

/// The two ends of a stretch of days as people write it: `A..B`, `1 maj – 31 aug 2026`, `från 1 maj`, `HT 2026`,
/// `1 sep 2026 tills vidare`. Nothing where it is none.
#[must_use]
pub fn stretch(text: &str, understand: &dyn Understand) -> Option<(Option<Day>, Option<Day>)> {
    let text = text.trim();
    let first = |text: &str| understand.day(text, When::default());
    let last = |text: &str| understand.day(text, When { is_end: true, ..When::default() });
    if let Some(term) = understand.term(text) {
        return Some((Some(term.first()), Some(term.last())));
    }
    let lowered = text.to_lowercase();
    for word in &WORDS.open_end {
        if let Some(from) = lowered.strip_suffix(word) {
            let from = after_word(from.trim().trim_end_matches([',', '.', '–', '-']).trim(), &WORDS.from);
            return Some((Some(first(from)?), None));
        }
    }
    // A week or a month is all of its days.
    if let (Some(from), Some(until)) = (first(text), last(text))
        && from < until
    {
        return Some((Some(from), Some(until)));
    }
    // The signs that stand between two days, the surest first.
    for sign in ["..", "–", "—", " - ", "-", "/"] {
        let padded = format!(" {text} ");
        if let Some((from, until)) = padded.split_once(sign)
            && let Some(ends) = two_ends(from.trim(), until.trim(), understand)
        {
            return Some(ends);
        }
    }
    for word in &WORDS.until {
        if let Some((from, until)) = lowered.split_once(&format!(" {word} ")) {
            return two_ends(after_word(from.trim(), &WORDS.from), until.trim(), understand);
        }
    }
    if let Some(from) = word_then(&lowered, &WORDS.from) {
        return Some((Some(first(from)?), None));
    }
    if let Some(until) = word_then(&lowered, &WORDS.until) {
        return Some((None, Some(last(until)?)));
    }
    None
}

/// The two ends, where each is written: a day, nothing, or that there is none. A first day without a year is of the year of
/// the last, or of the one before; a last one without a year is the next after the first.
fn two_ends(from: &str, until: &str, understand: &dyn Understand) -> Option<(Option<Day>, Option<Day>)> {
    // What is a year, or a part of one that says which, begins on its first day and ends on its last.
    let of_year = |text: &str| understand.term(text).filter(|term| text.contains(&term.year().to_string()));
    let first = |text: &str| of_year(text).map(Term::first).or_else(|| understand.day(text, When::default()));
    let end_day = |text: &str| understand.day(text, When { is_end: true, ..When::default() });
    let last = |text: &str| of_year(text).map(Term::last).or_else(|| end_day(text));
    let with_year = |text: &str, year: i32, read: &dyn Fn(&str) -> Option<Day>| {
        let has_year = text.split(|sign: char| !sign.is_ascii_digit()).any(|digits| digits.len() == 4);
        // An end that is open has no year.
        if has_year || text.is_empty() || is_open_end(text) { None } else { read(&format!("{text} {year}")) }
    };
    let has_year = |text: &str| text.split(|sign: char| !sign.is_ascii_digit()).any(|digits| digits.len() == 4);
    if has_year(until)
        && let Some(until) = end(until, &last)?
        && let Some(own) = with_year(from, until.year(), &first)
    {
        let own = if own > until { with_year(from, until.year() - 1, &first)? } else { own };
        return Some((Some(own), Some(until)));
    }
    let from = end(from, &first)?;
    if let Some(from) = from
        && let Some(own) = with_year(until, from.year(), &last)
    {
        let own = if own < from { with_year(until, from.year() + 1, &last)? } else { own };
        return Some((Some(from), Some(own)));
    }
    let until = end(until, &last)?;
    (from.is_some() || until.is_some()).then_some((from, until))
}

/// One end: open where nothing is written, or that there is none.
#[allow(clippy::option_option)]
fn end(text: &str, day: &dyn Fn(&str) -> Option<Day>) -> Option<Option<Day>> {
    if text.is_empty() || is_open_end(text) { Some(None) } else { day(text).map(Some) }
}

/// What stands behind one of some words.
fn word_then<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| text.strip_prefix(word)?.strip_prefix(' ')).map(str::trim)
}

fn after_word<'t>(text: &'t str, words: &[&str]) -> &'t str {
    word_then(text, words).unwrap_or(text)
}

/// A stretch of days as the table of a file.
pub(super) fn period(text: &str, understand: &dyn Understand) -> Option<Value> {
    let (from, until) = stretch(text, understand)?;
    let mut period = Table::new();
    put_ends(&mut period, &Period::TABLE, from, until);
    (!period.is_empty()).then_some(Value::Table(period))
}

/// The fields of a table for a day, where it is of one, and for the first and the last day of a stretch.
fn days_of(shape: &'static TableShape) -> [Option<&'static Field>; 3] {
    let days: Vec<&Field> = shape.fields.iter().filter(|field| matches!(field.shape, Shape::Day)).collect();
    match days.as_slice() {
        [on, from, until] => [Some(on), Some(from), Some(until)],
        [from, until] => [None, Some(from), Some(until)],
        _ => [None; 3],
    }
}

/// Puts the first and the last day of a stretch into a table that has fields for them.
fn put_ends(table: &mut Table, shape: &'static TableShape, from: Option<Day>, until: Option<Day>) {
    let [_, first, last] = days_of(shape);
    for (field, day) in [(first, from), (last, until)] {
        if let (Some(field), Some(day)) = (field, day) {
            table.insert(field.name.to_owned(), day_to_toml(day));
        }
    }
}

/// A value, and in brackets the day or the days that it is of: `52 (31 dec 2026)`.
pub(super) fn reading(text: &str, understand: &dyn Understand) -> Option<Value> {
    valued(text, &Reading::TABLE, understand).map(Value::Table)
}

/// The same, with a word before it that says which way it is a limit: `minst 65 (31 dec 2027)`.
pub(super) fn target(text: &str, understand: &dyn Understand) -> Option<Value> {
    let number = text.find(|letter: char| letter.is_ascii_digit() || matches!(letter, '-' | '\u{2212}'))?;
    let word = text[..number].trim();
    let mut table = valued(&text[number..], &GoalTarget::TABLE, understand)?;
    if !word.is_empty() {
        let field = GoalTarget::TABLE.fields.iter().find(|field| matches!(field.shape, Shape::Choice(_)))?;
        table.insert(field.name.to_owned(), Value::String(code(&Bound::CHOICES, word, understand)?.to_owned()));
    }
    Some(Value::Table(table))
}

fn valued(text: &str, shape: &'static TableShape, understand: &dyn Understand) -> Option<Table> {
    let (number, days) = match text.split_once('(') {
        Some((number, days)) => (number, Some(days.trim().strip_suffix(')')?)),
        None => (text, None),
    };
    let mut table = Table::new();
    let field = shape.fields.iter().find(|field| matches!(field.shape, Shape::Number))?;
    table.insert(field.name.to_owned(), numbers::number(number.trim(), understand)?);
    if let Some(days) = days {
        let [on, ..] = days_of(shape);
        match (on, understand.day(days, on.map_or(When::default(), |field| field.when)), stretch(days, understand)) {
            (Some(on), Some(day), _) => {
                table.insert(on.name.to_owned(), day_to_toml(day));
            }
            (_, _, Some((from, until))) => put_ends(&mut table, shape, from, until),
            _ => return None,
        }
    }
    Some(table)
}

/// How often a body meets: `3/year`, `3 gånger per år`, `varje månad`; several phases on a line each, with their days in
/// brackets.
pub(super) fn cadence(text: &str, understand: &dyn Understand) -> Option<Value> {
    let phases: Vec<&str> = text.split(['\n', ';']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let mut tables = phases.into_iter().map(|part| phase(part, understand)).collect::<Option<Vec<Table>>>()?;
    match tables.len() {
        0 => None,
        1 => tables.pop().map(Value::Table),
        _ => Some(Value::Array(tables.into_iter().map(Value::Table).collect())),
    }
}

fn phase(text: &str, understand: &dyn Understand) -> Option<Table> {
    let (often, days) = match text.split_once('(') {
        Some((often, days)) => (often.trim(), Some(days.trim().strip_suffix(')')?)),
        None => (text, None),
    };
    let often = often.to_lowercase();
    let (times, cycle) = match often.split_once('/') {
        Some((times, per)) => (count(times.trim())?, cycle(per, understand)?),
        None => in_words(&often, understand)?,
    };
    let mut phase = Table::new();
    let shape = crate::model::Cadence::PHASE;
    if let Some(days) = days {
        let (from, until) = stretch(days, understand)?;
        put_ends(&mut phase, shape, from, until);
    }
    let field = |is_it: &dyn Fn(&Shape) -> bool| shape.fields.iter().find(|field| is_it(&field.shape));
    phase.insert(field(&|shape| matches!(shape, Shape::Integer))?.name.to_owned(), Value::Integer(times));
    let per = field(&|shape| matches!(shape, Shape::Choice(_)))?;
    phase.insert(per.name.to_owned(), Value::String(cycle.code().to_owned()));
    Some(phase)
}

/// `tre gånger per år`, `en gång i månaden`, `varje kvartal`, `3 times a year`.
fn in_words(text: &str, understand: &dyn Understand) -> Option<(i64, Cycle)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (last, before) = words.split_last()?;
    let cycle = cycle(last, understand)?;
    let (first, between) = before.split_first()?;
    if between.is_empty() && WORDS.every.contains(first) {
        return Some((1, cycle));
    }
    let is_small = |word: &&str| WORDS.times.contains(word) || WORDS.per.contains(word);
    between.iter().all(is_small).then_some((count(first)?, cycle))
}

/// A number in digits or as a word.
fn count(text: &str) -> Option<i64> {
    let word = |word: &&str| Some(word.split_once(' ')?.1.trim() == text);
    let known = WORDS.numbers.iter().find(|line| word(line) == Some(true));
    known.map_or(text, |line| line.split(' ').next().unwrap_or_default()).parse().ok()
}

/// A cycle by its code, by its name, or as people say it: `månaden`.
fn cycle(text: &str, understand: &dyn Understand) -> Option<Cycle> {
    let text = text.trim();
    let known = Cycle::from_code(text).or_else(|| Cycle::from_code(understand.code(&Cycle::CHOICES, text)?));
    known.or_else(|| {
        let word = |line: &&&str| line.split_once(' ').is_some_and(|(_, word)| word.trim() == text);
        let code = WORDS.cycles.iter().find(word)?.split(' ').next()?;
        Cycle::from_code(code)
    })
}

/// Numbers by their indicators: `vandringar=14, deltagare=30`, or as they are printed: `vandringar 14; deltagare 30`.
pub(super) fn readings(text: &str, understand: &dyn Understand) -> Option<Value> {
    if text.starts_with('{') {
        return as_toml(text);
    }
    let parts: Vec<String> = if text.contains(';') || text.contains('\n') {
        super::parts::split(text, &[';', '\n'])
    } else {
        // A comma within a number has no space behind it.
        let mut parts: Vec<String> = Vec::new();
        for part in text.split(',') {
            let is_rest = part.bytes().next().is_some_and(|byte| byte.is_ascii_digit()) && !part.contains('=');
            match parts.last_mut().filter(|_| is_rest) {
                Some(last) => *last = format!("{last},{part}"),
                None => parts.push(part.trim().to_owned()),
            }
        }
        parts
    };
    let mut readings = Table::new();
    for part in parts {
        let (indicator, value) = part.split_once('=').or_else(|| part.split_once([' ', '\u{a0}', ':']))?;
        let indicator = indicator.trim().trim_end_matches(':');
        readings.insert(indicator.to_owned(), numbers::number(value.trim(), understand)?);
    }
    Some(Value::Table(readings))
}
