//! What a body says, as edits of an intervention's file.

use super::question::{Held, Point, Role, follow_up_of, granted, used};
use super::settle::Taken;
use crate::catalog::day_to_toml;
use crate::format::{Edit, key};
use crate::model::{Day, Intervention, KeyPath, Register, Step, Term};
use toml::{Table, Value};

/// Why what a body says can't be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unwritten {
    /// A follow-up has to say how the intervention is judged, and this does not.
    NoAssessment,
    /// The money stands in several rows by now.
    MoneyInParts,
}

/// The edits that make the register say what a body says of an intervention, and what of it can't be written.
#[must_use]
pub fn edits<'t>(
    intervention: &Intervention,
    taken: &'t [Taken],
    (body, term, today): (&str, Term, Day),
    register: &Register,
) -> (Vec<Edit>, Vec<(&'t Taken, Unwritten)>) {
    let (of_follow_up, rest): (Vec<&Taken>, Vec<&Taken>) = taken.iter().partition(|own| own.point.is_of_follow_up());
    let (mut edits, mut unwritten) = (Vec::new(), Vec::new());
    for own in rest {
        let year = i64::from(term.year());
        let money = |field: &'static str, year: i64, held: Held| money_edit(field, year, held, own, body);
        let edit = match own.point {
            Point::Used => money("actual", year, used(intervention, year, own.role, body)),
            Point::Granted => money("budget", year + 1, granted(intervention, year + 1, own.role, body)),
            _ => Some(Edit::Set(key(own.point.key()), Value::String(own.said.clone()))),
        };
        match edit {
            Some(edit) => edits.push(edit),
            None => unwritten.push((own, Unwritten::MoneyInParts)),
        }
    }
    match follow_up_of(intervention, term, body, register) {
        Some((place, _)) => edits.extend(of_follow_up.into_iter().map(|own| amended(place, own))),
        None if of_follow_up.is_empty() => {}
        None if !of_follow_up.iter().any(|own| own.point == Point::Assessment) => {
            unwritten.extend(of_follow_up.into_iter().map(|own| (own, Unwritten::NoAssessment)));
        }
        None => edits.push(new_follow_up(&of_follow_up, body, term, today)),
    }
    (edits, unwritten)
}

/// The edit of the one row that there is of some money, or the row that is the first; nothing where there are several.
fn money_edit(field: &'static str, year: i64, held: Held, own: &Taken, body: &str) -> Option<Edit> {
    let amount = Value::Integer(own.said.parse().ok()?);
    match held {
        Held::Parts(_) => None,
        Held::Row(place, _) => {
            let path = vec![field.into(), place.into(), "amount".into()];
            Some(Edit::Set(path, amount))
        }
        Held::Nothing => {
            let mut row = Table::from_iter([("year".to_owned(), Value::Integer(year)), ("amount".to_owned(), amount)]);
            if own.role == Role::Partner {
                row.insert("board".to_owned(), Value::String(body.to_owned()));
            }
            Some(Edit::Append(key(field), Value::Table(row)))
        }
    }
}

/// A field of the follow-up of that place.
fn amended(place: usize, own: &Taken) -> Edit {
    let mut path: KeyPath = vec!["follow_up".into(), place.into()];
    match &own.point {
        Point::Reading(indicator) => path.extend(["values".into(), Step::Key(indicator.clone().into())]),
        point => path.push(Step::Key(point.key().into())),
    }
    if own.said.is_empty() { Edit::Remove(path) } else { Edit::Set(path, value(own)) }
}

fn new_follow_up(said: &[&Taken], body: &str, term: Term, today: Day) -> Edit {
    let mut row = Table::from_iter([
        ("on".to_owned(), day_to_toml(today)),
        ("period".to_owned(), Value::String(term.to_string())),
        ("by".to_owned(), Value::String(body.to_owned())),
    ]);
    let mut values = Table::new();
    for own in said.iter().filter(|own| !own.said.is_empty()) {
        match &own.point {
            Point::Reading(indicator) => drop(values.insert(indicator.clone(), value(own))),
            point => drop(row.insert(point.key(), value(own))),
        }
    }
    if !values.is_empty() {
        row.insert("values".to_owned(), Value::Table(values));
    }
    Edit::Append(key("follow_up"), Value::Table(row))
}

/// What is said, as files have it.
fn value(own: &Taken) -> Value {
    match own.point {
        Point::Reading(_) => own.said.parse().map_or_else(|_| Value::String(own.said.clone()), number),
        _ => Value::String(own.said.clone()),
    }
}

/// A number, as a whole one where it is.
#[allow(clippy::cast_possible_truncation)]
fn number(number: f64) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() < EXACT { Value::Integer(number as i64) } else { Value::Float(number) }
}
