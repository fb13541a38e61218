//! What an adopted text of format 1 was known by, to tell whether it still was what was adopted.

use sha2::{Digest, Sha256};
use toml::{Table, Value};

/// The fields of a table in the order in which they were taken, those of tables within it behind their names.
struct Taken(&'static [(&'static str, Option<&'static Taken>)]);

const PERIOD: Taken = Taken(&[("from", None), ("until", None)]);
const READING: Taken = Taken(&[("on", None), ("value", None)]);
const INDICATOR: Taken = Taken(&[("name", None), ("unit", None), ("source", None), ("geography", None)]);
const GOAL: Taken = Taken(&[
    ("id", None),
    ("title", None),
    ("serves", None),
    ("indicator", Some(&INDICATOR)),
    ("baseline", Some(&READING)),
    ("target", Some(&READING)),
]);
const PICTURE: Taken = Taken(&[("text", None), ("valid_until", None), ("goal", Some(&GOAL))]);
const PLAN: Taken = Taken(&[("period", Some(&PERIOD))]);

/// Whether a target picture still is what was adopted, as far as it says what that was.
pub(super) fn is_as_adopted_picture(picture: &Table) -> bool {
    is_as_adopted(picture, &PICTURE)
}

/// Whether an action plan still is what was adopted, as far as it says what that was.
pub(super) fn is_as_adopted_plan(plan: &Table) -> bool {
    is_as_adopted(plan, &PLAN)
}

fn is_as_adopted(table: &Table, taken: &Taken) -> bool {
    let Some(fingerprint) = table.get("fingerprint").and_then(Value::as_str) else { return false };
    let mut hash = Sha256::new();
    all(table, taken, "", &mut hash);
    let digest = hash.finalize();
    let digits: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    digits == fingerprint
}

fn all(table: &Table, taken: &Taken, path: &str, hash: &mut Sha256) {
    for (name, inner) in taken.0 {
        let Some(value) = table.get(*name) else { continue };
        let path = if path.is_empty() { (*name).to_owned() } else { format!("{path}.{name}") };
        one(value, *inner, &path, hash);
    }
}

fn one(value: &Value, inner: Option<&Taken>, path: &str, hash: &mut Sha256) {
    let text = match (value, inner) {
        (Value::Table(table), Some(inner)) => return all(table, inner, path, hash),
        (Value::Array(list), _) => {
            return list
                .iter()
                .enumerate()
                .for_each(|(place, value)| one(value, inner, &format!("{path}[{place}]"), hash));
        }
        (Value::String(text), _) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        (Value::Integer(number), _) => number.to_string(),
        (Value::Float(number), _) => number.to_string(),
        (Value::Datetime(day), _) => day.to_string(),
        _ => return,
    };
    if !text.is_empty() {
        hash.update(format!("{path}={text}\n"));
    }
}
