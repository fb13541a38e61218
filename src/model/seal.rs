//! What an adopted text says, in short: so that it shows when it has changed since.

use super::field::{Fields, Value};
use super::finding::path_text;
use super::register::each_value;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// Fields that go on changing after what they are fields of is adopted, that tell of its adoption, or that name
/// what it is of by an id that may be changed.
const LIVING: &[&str] =
    &["proposed", "adopted", "seal", "followed_up", "former_ids", "observation", "district", "districts"];

/// Whether a field of what is adopted is a part of what is adopted.
#[must_use]
pub fn is_sealed(field: &str) -> bool {
    !LIVING.contains(&field)
}

/// The first quarter of a SHA-256 over what a table says, as 16 hexadecimal digits. How it is laid out in its
/// file, and how it is spaced, makes no difference.
#[must_use]
pub fn seal_of(fields: &dyn Fields) -> String {
    let mut hash = Sha256::new();
    each_value(fields, &mut |path, value| {
        let name = path_text(path);
        if name.split(['.', '[']).any(|part| !is_sealed(part)) {
            return;
        }
        let text = match value {
            Value::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
            Value::Id(text) | Value::CaseNumber(text) | Value::AreaCode(text) | Value::Reference(_, text) => {
                text.to_owned()
            }
            Value::Code(code, _) => code.to_owned(),
            Value::Flag(flag) => flag.to_string(),
            Value::Integer(number) | Value::Money(number) => number.to_string(),
            Value::Number(number) => number.to_string(),
            Value::Day(day) => day.to_string(),
            Value::Term(term) => term.to_string(),
            Value::Empty | Value::Missing | Value::Readings(_) | Value::Words(_) | Value::Table(_) | Value::List(_) => {
                return;
            }
        };
        hash.update(format!("{name}={text}\n"));
    });
    hash.finalize().iter().take(8).fold(String::new(), |mut digits, byte| {
        // Writing to a string does not fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ElementId, FormerId, Goal, TargetPicture};

    #[test]
    fn spacing_and_former_ids_make_no_difference_and_words_do() {
        let goal = Goal { id: ElementId::new("trygga-kvallar").unwrap(), ..Goal::default() };
        let picture =
            |text: &str| TargetPicture { text: text.into(), goal: [goal.clone()].into(), ..TargetPicture::default() };
        let before = seal_of(&picture("Ett Ryd\nför alla."));
        let renamed = TargetPicture {
            former_ids: [FormerId::new("ryd-2024").unwrap()].into(),
            ..picture("Ett  Ryd för alla.\n")
        };
        assert_eq!(before, seal_of(&renamed));
        assert_ne!(before, seal_of(&picture("Ett Ryd för många.")));
        assert_eq!(before.len(), 16);
    }
}
