//! From what a person writes to a value of a field.

mod numbers;
mod parts;
mod single;
mod tables;
mod words;

use super::path::{ShapeAt, find_field};
use super::refer::{Meant, meant};
use super::understand::{InputError, Taken, Understand};
use crate::model::{
    Asked, Cadence, Field, GoalTarget, Period, Reading, Shape, Table as _, TableShape, Target, Tense, is_id, slug,
};
pub use single::day_to_toml;
use single::{as_toml, code, flag};
pub use tables::{is_open_end, stretch};
use toml::{Table, Value};
pub use words::{WrittenWord, parse_word};

/// Reads what a person wrote as the value of a field of that shape.
///
/// A list may be written with commas between its elements, except a list of texts, where a semicolon or a new line stands
/// between them. A table is written `key=value,key=value`, with what a field is called for its key where one likes, or as TOML;
/// a period `A..B` or as days are printed, a cadence `3/year` or in words. Whatever is printed in a cell is read back.
///
/// # Errors
/// It is not of the shape, it may be any of several, or no such number can be.
pub fn parse_value(
    field: &str,
    asked: impl Into<Asked>,
    text: &str,
    understand: &dyn Understand,
) -> Result<Value, InputError> {
    let asked = asked.into();
    let Asked { shape, when, range } = asked;
    let (shape, text) = (&shape, parts::plain(text));
    let wrong = || InputError::WrongType { field: field.to_owned(), text: text.to_owned(), shape: ShapeAt(*shape) };
    let value = match shape {
        Shape::List(inner) => return list(field, Asked { shape: **inner, when, range }, text, understand),
        Shape::Table(table) if table.is::<Period>() && !text.contains('=') && !text.starts_with('{') => {
            tables::period(text, understand)
        }
        Shape::Table(table) if table.is::<Reading>() && !text.contains('=') && !text.starts_with('{') => {
            tables::reading(text, understand)
        }
        Shape::Table(table) if table.is::<GoalTarget>() && !text.contains('=') && !text.starts_with('{') => {
            tables::target(text, understand)
        }
        Shape::Table(table) => return self::table(field, table, text, understand),
        Shape::Cadence => match tables::cadence(text, understand) {
            Some(cadence) => Some(cadence),
            None if text.starts_with('[') => as_toml(text),
            None => return self::table(field, Cadence::PHASE, text, understand),
        },
        Shape::Readings => tables::readings(text, understand),
        Shape::Text | Shape::CaseNumber | Shape::AreaCode => {
            let is_clean = text.chars().all(|letter| !letter.is_control() || letter == '\n' || letter == '\t');
            (!text.is_empty() && is_clean).then(|| Value::String(text.to_owned()))
        }
        Shape::Flag => flag(text).map(Value::Boolean),
        Shape::Integer | Shape::Ordinal => numbers::whole(text, understand).map(Value::Integer),
        Shape::Year => numbers::year(text, understand).map(Value::Integer),
        Shape::Money => numbers::amount(text, understand).map(Value::Integer),
        // Hundredths are of what is measured in them, and of no count.
        Shape::Number if range.0.is_some() && text.ends_with('%') => None,
        Shape::Number => numbers::number(text, understand),
        Shape::Day => match understand.day(text, when) {
            Some(day) if when.tense == Tense::Past && understand.today().is_some_and(|today| day > today) => {
                return Err(InputError::NotYet { field: field.to_owned(), day });
            }
            day => day.map(day_to_toml),
        },
        Shape::Term => understand.term(text).map(|term| Value::String(term.to_string())),
        Shape::Choice(choices) => code(choices, text, understand).map(|code| Value::String(code.to_owned())),
        Shape::Element | Shape::FormerId => is_id(text).then(|| Value::String(text.to_owned())),
        Shape::Reference(target) => return reference(field, *target, text, understand),
        Shape::Words => as_toml(text),
    };
    let value = value.ok_or_else(wrong)?;
    if numbers::is_possible(range, shape, &value) {
        return Ok(value);
    }
    Err(InputError::OutOfRange { field: field.to_owned(), text: text.to_owned(), range })
}

/// The elements of a list.
fn list(field: &str, asked: Asked, text: &str, understand: &dyn Understand) -> Result<Value, InputError> {
    if text.starts_with('[') {
        let shape = ShapeAt(asked.shape);
        let wrong = || InputError::WrongType { field: field.to_owned(), text: text.to_owned(), shape };
        return as_toml(text).filter(Value::is_array).ok_or_else(wrong);
    }
    let read = |part: &str| parse_value(field, asked, part, understand);
    let is_name = |part: &str| match (asked.shape, understand.register()) {
        (Shape::Reference(target), Some(register)) => {
            !matches!(meant(target, part, register, understand), Meant::Nothing | Meant::Begun(_))
        }
        _ => false,
    };
    let parts = match asked.shape {
        Shape::Text => {
            if text.contains(',') && !text.contains(['\n', ';']) {
                understand.note(text, Taken::One);
            }
            parts::split(text, &['\n', ';'])
        }
        Shape::Table(table) => parts::elements(text, table),
        _ if text.contains(['\n', ';']) => parts::split(text, &['\n', ';']),
        // A name may have commas in it.
        _ => parts::joined(parts::split(text, &[',']), &is_name),
    };
    parts.iter().map(|part| read(part)).collect::<Result<Vec<Value>, InputError>>().map(Value::Array)
}

/// A reference: as files write it, by what it names is called, or by a unique beginning of that. What the register does not
/// have is taken as it is written, or for the id that would be made of it.
fn reference(field: &str, target: Target, text: &str, understand: &dyn Understand) -> Result<Value, InputError> {
    let several = |known| InputError::Several { field: field.to_owned(), text: text.to_owned(), target, known };
    if let Some(register) = understand.register() {
        match meant(target, text, register, understand) {
            Meant::One(reference) => return Ok(Value::String(reference)),
            Meant::Begun(reference) => {
                understand.note(text, Taken::Reference(target, &reference));
                return Ok(Value::String(reference));
            }
            Meant::Several(known) => {
                let chosen = understand.chosen(text).filter(|chosen| known.contains(chosen));
                return chosen.map(Value::String).ok_or_else(|| several(known));
            }
            Meant::Nothing => {}
        }
    }
    unknown_reference(target, text).map(Value::String).ok_or_else(|| InputError::WrongType {
        field: field.to_owned(),
        text: text.to_owned(),
        shape: ShapeAt(Shape::Reference(target)),
    })
}

/// A reference to what no register is asked about: also with the kind's name before an id that needs none, or the name that
/// an id is made of.
fn unknown_reference(target: Target, text: &str) -> Option<String> {
    if target.parse(text).is_some() {
        return Some(text.to_owned());
    }
    let Some((kind, id)) = text.split_once('/') else {
        let is_plain = matches!(target, Target::Record(_) | Target::TargetGroup | Target::Category);
        let id = slug(text);
        return (is_plain && target.parse(&id).is_some()).then_some(id);
    };
    let is_right = target.kind().is_some_and(|expected| super::refer::kind_of(kind) == Some(expected));
    (is_right && target.parse(id).is_some()).then(|| id.to_owned())
}

/// The period that a table of a file holds. What is no day there is taken for an open end.
#[must_use]
pub fn period_in(table: &Table) -> Period {
    let day = |field: &Field| table.get(field.name)?.to_string().parse().ok();
    let mut days = Period::TABLE.fields.iter().map(day);
    Period { from: days.next().flatten(), until: days.next().flatten() }
}

/// A table written `key=value,key=value`, or as it is printed: `Key: value; Key: value`.
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
    let pairs = parts::pairs(text, shape).ok_or_else(wrong)?;
    let mut table = Table::new();
    for (name, value) in pairs {
        let inner = find_field(shape, &name).ok_or_else(|| InputError::UnknownField {
            table: shape.name,
            name: name.clone(),
            known: shape.fields.iter().map(|field| field.name).collect(),
            shape,
        })?;
        let path = format!("{field}.{}", inner.name);
        table.insert(inner.name.to_owned(), parse_value(&path, inner, &value, understand)?);
    }
    Ok(Value::Table(table))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Choices, Day, Intervention, Term, When};

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
            ("budget", "År=26, Belopp=450.000", "[{ year = 2026, amount = 450000 }]"),
            ("budget", "År: 2026; Belopp: 400 000 kr\nÅr: 2027", "[{ year = 2026, amount = 400000 }, { year = 2027 }]"),
            ("budget", "year=2026, amount=450,000", "[{ year = 2026, amount = 450000 }]"),
            ("places", "Torget; Ån\nKullen", "[\"Torget\", \"Ån\", \"Kullen\"]"),
            ("staff", "−0", "0"),
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
            assert_eq!(parse(field, text).ok().as_deref(), Some(expected), "{field} {text}");
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
            ("budget", "årtal=2026"),
            ("budget", "year=226,amount=1"),
            ("staff", "-2"),
            ("title", ""),
            ("title", "a\u{7}b"),
            ("period", ".."),
        ] {
            assert!(parse(field, text).is_err(), "{field} {text}");
        }
    }
}
