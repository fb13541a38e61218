//! From what a person writes to a value of a field.

use super::path::{ShapeAt, find_field};
use crate::model::{
    Asked, Cadence, Choices, Cycle, Day, Field, Period, Shape, Table as _, TableShape, Target, Term, When, slug,
};
use crate::words::WORDS;
use toml::{Table, Value};

/// Understands what people write in words of their own.
pub trait Understand {
    /// The day that is meant: `idag`, `15 dec`, `2026-12-15`.
    fn day(&self, text: &str, when: When) -> Option<Day>;
    /// The term that is meant: `T2 2026`, `maj 2026`, `2026-t2`.
    fn term(&self, text: &str) -> Option<Term>;
    /// The code of a list that is meant by its name.
    fn code(&self, list: &'static Choices, text: &str) -> Option<&'static str>;
}

/// The TOML date of a day.
#[must_use]
pub fn day_to_toml(day: Day) -> Value {
    day.to_string().parse().map_or_else(|_| Value::String(day.to_string()), Value::Datetime)
}

/// Why what was written is no value of a field.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
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
    },
}

/// Reads what a person wrote as the value of a field of that shape.
///
/// A list may be written with commas between its elements, except a list of texts, where what is
/// written is one. A table is written `key=value,key=value`, or as TOML; a period `A..B`, a cadence
/// `3/year`.
///
/// # Errors
/// It is not of the shape.
pub fn parse_value(
    field: &str,
    asked: impl Into<Asked>,
    text: &str,
    understand: &dyn Understand,
) -> Result<Value, InputError> {
    let Asked { shape, when } = asked.into();
    let (shape, text) = (&shape, text.trim());
    let wrong = || InputError::WrongType { field: field.to_owned(), text: text.to_owned(), shape: ShapeAt(*shape) };
    let value = match shape {
        Shape::List(inner) => {
            if text.starts_with('[') {
                return as_toml(text).filter(Value::is_array).ok_or_else(wrong);
            }
            let parts: Vec<&str> = match inner {
                Shape::Text | Shape::Table(_) => vec![text],
                _ => text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect(),
            };
            let elements: Result<Vec<Value>, InputError> = parts
                .into_iter()
                .map(|part| parse_value(field, Asked { shape: **inner, when }, part, understand))
                .collect();
            Some(Value::Array(elements?))
        }
        Shape::Table(table) if table.is::<Period>() && text.contains("..") => period(text, understand),
        Shape::Table(table) => return self::table(field, table, text, understand),
        Shape::Cadence => match cadence(text) {
            Some(cadence) => Some(cadence),
            None if text.starts_with('[') => as_toml(text),
            None => return self::table(field, Cadence::PHASE, text, understand),
        },
        Shape::Readings => readings(text),
        Shape::Text | Shape::CaseNumber | Shape::AreaCode => {
            let is_clean = text.chars().all(|letter| !letter.is_control() || letter == '\n' || letter == '\t');
            (!text.is_empty() && is_clean).then(|| Value::String(text.to_owned()))
        }
        Shape::Flag => flag(text).map(Value::Boolean),
        Shape::Integer | Shape::Ordinal => plain_number(text).parse().ok().map(Value::Integer),
        Shape::Money => amount(text).map(Value::Integer),
        Shape::Number => number(text),
        Shape::Day => understand.day(text, when).map(day_to_toml),
        Shape::Term => understand.term(text).map(|term| Value::String(term.to_string())),
        Shape::Choice(choices) => {
            let lowered = text.to_lowercase();
            let code = choices.codes.iter().copied().find(|code| *code == lowered);
            code.or_else(|| understand.code(choices, text)).map(|code| Value::String(code.to_owned()))
        }
        Shape::Element | Shape::FormerId => {
            let id = slug(text);
            (id == text).then_some(Value::String(id))
        }
        Shape::Reference(target) => reference(*target, text).map(Value::String),
        Shape::Words => as_toml(text),
    };
    value.ok_or_else(wrong)
}

/// Yes or no, as TOML or any of the languages says it.
fn flag(text: &str) -> Option<bool> {
    let text = text.to_lowercase();
    let is_one_of = |words: &[&str]| words.contains(&text.as_str());
    text.parse()
        .ok()
        .or_else(|| is_one_of(&WORDS.yes).then_some(true))
        .or_else(|| is_one_of(&WORDS.no).then_some(false))
}

fn as_toml(text: &str) -> Option<Value> {
    let mut table: Table = toml::from_str(&format!("value = {text}")).ok()?;
    table.remove("value")
}

/// A reference, also with the kind's name before an id that needs none, or the name that an id is made
/// of.
fn reference(target: Target, text: &str) -> Option<String> {
    if target.parse(text).is_some() {
        return Some(text.to_owned());
    }
    let Some((kind, id)) = text.split_once('/') else {
        let is_plain = matches!(target, Target::Record(_) | Target::TargetGroup | Target::Category);
        let id = slug(text);
        return (is_plain && target.parse(&id).is_some()).then_some(id);
    };
    let is_right = target.kind().is_some_and(|expected| expected.name() == kind);
    (is_right && target.parse(id).is_some()).then(|| id.to_owned())
}

/// A number without the spaces that people group its digits by.
fn plain_number(text: &str) -> String {
    text.chars().filter(|letter| !matches!(letter, ' ' | '\u{a0}' | '\u{202f}')).collect()
}

/// An amount in whole units of currency, as people write it: `450 000 kr`, `450.000`, `450 tkr`, `1,5 mnkr`.
fn amount(text: &str) -> Option<i64> {
    let lowered = text.trim().to_lowercase();
    let behind = |words: &[&str]| words.iter().find_map(|word| lowered.strip_suffix(word)).map(str::trim_end);
    let (number, times): (&str, i64) = match (behind(&WORDS.thousands), behind(&WORDS.millions)) {
        (Some(number), _) => (number, 1_000),
        (None, Some(number)) => (number, 1_000_000),
        (None, None) => (behind(&WORDS.currency).unwrap_or(&lowered), 1),
    };
    let number = plain_number(number);
    // Points between groups of three are no decimals.
    let mut groups = number.split('.');
    let is_grouped = groups.next().is_some_and(|first| (1..=3).contains(&first.len()))
        && number.contains('.')
        && groups.all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()));
    let number = if is_grouped { number.replace('.', "") } else { number.replace(',', ".") };
    let (whole, decimals) = number.split_once('.').unwrap_or((&number, ""));
    if whole.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    // One that is too large is told of as such where it would be written.
    let whole: i64 = whole.parse().ok()?;
    let part = match decimals {
        "" => 0,
        _ => times.checked_mul(decimals.parse().ok()?)? / 10_i64.checked_pow(u32::try_from(decimals.len()).ok()?)?,
    };
    // What is no whole amount is none: nobody writes öre here.
    let is_whole = decimals.is_empty()
        || part.checked_mul(10_i64.checked_pow(u32::try_from(decimals.len()).ok()?)?)?
            == times * decimals.parse::<i64>().ok()?;
    whole.checked_mul(times)?.checked_add(part).filter(|_| is_whole)
}

/// A number, with a comma or a point before its decimals.
fn number(text: &str) -> Option<Value> {
    let text = plain_number(text).replace(',', ".");
    if let Ok(whole) = text.parse() {
        return Some(Value::Integer(whole));
    }
    text.parse().ok().filter(|number: &f64| number.is_finite()).map(Value::Float)
}

fn period(text: &str, understand: &dyn Understand) -> Option<Value> {
    let (from, until) = text.split_once("..")?;
    let mut period = Table::new();
    for (field, day) in Period::TABLE.fields.iter().zip([from.trim(), until.trim()]) {
        if !day.is_empty() {
            period.insert(field.name.to_owned(), day_to_toml(understand.day(day, field.when)?));
        }
    }
    (!period.is_empty()).then_some(Value::Table(period))
}

/// The period that a table of a file holds. What is no day there is taken for an open end.
#[must_use]
pub fn period_in(table: &Table) -> Period {
    let day = |field: &Field| table.get(field.name)?.to_string().parse().ok();
    let mut days = Period::TABLE.fields.iter().map(day);
    Period { from: days.next().flatten(), until: days.next().flatten() }
}

fn cadence(text: &str) -> Option<Value> {
    let (times, per) = text.split_once('/')?;
    let per = Cycle::from_code(per.trim())?;
    let times: i64 = times.trim().parse().ok()?;
    let mut cadence = Table::new();
    cadence.insert("times".to_owned(), Value::Integer(times));
    cadence.insert("per".to_owned(), Value::String(per.code().to_owned()));
    Some(Value::Table(cadence))
}

fn readings(text: &str) -> Option<Value> {
    if text.starts_with('{') {
        return as_toml(text);
    }
    let mut readings = Table::new();
    for part in text.split(',') {
        let (indicator, value) = part.split_once('=')?;
        readings.insert(indicator.trim().to_owned(), number(value.trim())?);
    }
    Some(Value::Table(readings))
}

/// A table written `key=value,key=value`. A comma that no `key=` follows is part of the value.
fn table(
    field: &str,
    shape: &'static TableShape,
    text: &str,
    understand: &dyn Understand,
) -> Result<Value, InputError> {
    let wrong = || InputError::WrongType {
        field: field.to_owned(),
        text: text.to_owned(),
        shape: ShapeAt(Shape::Table(shape)),
    };
    if text.starts_with('{') {
        return as_toml(text).filter(Value::is_table).ok_or_else(wrong);
    }
    let mut parts: Vec<(&str, String)> = Vec::new();
    for part in text.split(',') {
        let named = part.split_once('=').map(|(name, value)| (name.trim(), value)).filter(|(name, _)| {
            !name.is_empty() && name.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-'))
        });
        match (named, parts.last_mut()) {
            (Some((name, value)), _) => parts.push((name, value.to_owned())),
            (None, Some((_, value))) => {
                value.push(',');
                value.push_str(part);
            }
            (None, None) => return Err(wrong()),
        }
    }
    let mut table = Table::new();
    for (name, value) in parts {
        let inner = find_field(shape, name).ok_or_else(|| InputError::UnknownField {
            table: shape.name,
            name: name.to_owned(),
            known: shape.fields.iter().map(|field| field.name).collect(),
        })?;
        let path = format!("{field}.{}", inner.name);
        table.insert(inner.name.to_owned(), parse_value(&path, inner, &value, understand)?);
    }
    Ok(Value::Table(table))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Intervention;

    /// Understands nothing but what files say, and one Swedish word.
    struct PlainReader;

    impl Understand for PlainReader {
        fn day(&self, text: &str, _: When) -> Option<Day> {
            text.parse().ok()
        }
        fn term(&self, text: &str) -> Option<Term> {
            text.parse().ok()
        }
        fn code(&self, _: &'static Choices, text: &str) -> Option<&'static str> {
            (text == "pågående").then_some("ongoing")
        }
    }

    fn parse(field: &str, text: &str) -> Result<String, InputError> {
        parse_value(field, Intervention::TABLE.field(field).unwrap(), text, &PlainReader).map(|value| value.to_string())
    }

    #[test]
    fn values_as_people_write_them() {
        for (field, text, expected) in [
            ("title", " Läxhjälp ", "\"Läxhjälp\""),
            ("districts", "ryd, berga", "[\"ryd\", \"berga\"]"),
            ("districts", "district/ryd", "[\"ryd\"]"),
            ("places", "Torget, norra sidan", "[\"Torget, norra sidan\"]"),
            ("status", "Ongoing", "\"ongoing\""),
            ("status", "pågående", "\"ongoing\""),
            ("responsible", "Kultur- och fritidsförvaltningen", "\"kultur-och-fritidsforvaltningen\""),
            ("staff", "1,5", "1.5"),
            ("started", "2026-09-05", "2026-09-05"),
            ("period", "2026-09-01..", "{ from = 2026-09-01 }"),
            ("budget", "year=2026, amount=400 000 kr", "[{ year = 2026, amount = 400000 }]"),
            ("budget", "year=2026, amount=450 tkr", "[{ year = 2026, amount = 450000 }]"),
            ("budget", "year=2026, amount=1,5 mnkr", "[{ year = 2026, amount = 1500000 }]"),
            ("budget", "year=2026, amount=450.000 kr", "[{ year = 2026, amount = 450000 }]"),
            ("budget", "year=2026, amount=1 250,50 tkr", "[{ year = 2026, amount = 1250500 }]"),
            ("budget", "year=2026, amount=2.5 miljoner kronor", "[{ year = 2026, amount = 2500000 }]"),
            ("budget", "year=2026, amount=500,00 kr", "[{ year = 2026, amount = 500 }]"),
            ("needs", "what=Lampor, stolpar,year=2027", "[{ what = \"Lampor, stolpar\", year = 2027 }]"),
            ("budget", "[{ year = 2026, amount = 1 }]", "[{ year = 2026, amount = 1 }]"),
        ] {
            assert_eq!(parse(field, text).as_deref(), Ok(expected), "{field} {text}");
        }
    }

    #[test]
    fn what_is_no_value_is_refused() {
        for (field, text) in [
            ("status", "igång"),
            ("started", "snart"),
            ("staff", "två"),
            ("staff", "inf"),
            ("districts", "…"),
            ("budget", "mycket"),
            ("budget", "year=2026,amount=-1"),
            ("budget", "year=2026,amount=12,50"),
            ("budget", "year=2026,amount=0,0005 tkr"),
            ("budget", "year=2026,amount=4.50.000"),
            ("budget", "year=2026,amount=tkr"),
            ("budget", "year=2026,amount=99999999999999999 mkr"),
            ("budget", "år=2026"),
            ("title", ""),
            ("title", "a\u{7}b"),
            ("period", ".."),
        ] {
            assert!(parse(field, text).is_err(), "{field} {text}");
        }
    }
}
