//! Words that stand for one value: yes and no, codes, days.

use super::parts;
use crate::catalog::understand::Understand;
use crate::model::{Choices, Day};
use crate::words::WORDS;
use toml::{Table, Value};

/// The TOML date of a day.
#[must_use]
pub fn day_to_toml(day: Day) -> Value {
    day.to_string().parse().map_or_else(|_| Value::String(day.to_string()), Value::Datetime)
}

/// Yes or no, as TOML or any of the languages says it.
pub(super) fn flag(text: &str) -> Option<bool> {
    let text = text.to_lowercase();
    let is_one_of = |words: &[&str]| words.contains(&text.as_str());
    text.parse()
        .ok()
        .or_else(|| is_one_of(&WORDS.yes).then_some(true))
        .or_else(|| is_one_of(&WORDS.no).then_some(false))
}

pub(super) fn as_toml(text: &str) -> Option<Value> {
    let mut table: Table = toml::from_str(&format!("value = {text}")).ok()?;
    table.remove("value")
}

/// The code of a list, by itself or by its name.
pub(super) fn code(choices: &'static Choices, text: &str, understand: &dyn Understand) -> Option<&'static str> {
    let text = parts::without_marks(text);
    let lowered = text.to_lowercase();
    let code = choices.codes.iter().copied().find(|code| *code == lowered);
    code.or_else(|| understand.code(choices, text))
}
