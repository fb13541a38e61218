//! The parts of what is written: elements of a list, fields of a table.

use crate::catalog::path::find_field;
use crate::model::TableShape;

/// A text without the spaces and the signs of how something stands around it.
pub(super) fn plain(text: &str) -> &str {
    text.trim_matches(|sign: char| sign.is_whitespace() || sign == '\u{a0}')
}

/// A text without the signs that stand before words on the screen: `● enligt plan`.
pub(super) fn without_marks(text: &str) -> &str {
    text.trim_matches(|sign: char| !sign.is_alphanumeric())
}

/// The parts between signs, but for those within brackets; what is empty is none.
pub(super) fn split(text: &str, signs: &[char]) -> Vec<String> {
    let mut depth = 0_i32;
    let parts = text.split(|sign: char| {
        match sign {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        depth <= 0 && signs.contains(&sign)
    });
    parts.map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The same parts, with those put together again that are one name with commas in it: as many as can be.
pub(super) fn joined(parts: Vec<String>, is_name: &dyn Fn(&str) -> bool) -> Vec<String> {
    let mut names = Vec::new();
    let mut from = 0;
    while from < parts.len() {
        let whole = |until: usize| parts[from..until].join(", ");
        let until = (from + 2..=parts.len()).rev().find(|until| is_name(&whole(*until))).unwrap_or(from + 1);
        names.push(whole(until));
        from = until;
    }
    names
}

/// The elements of a list of tables: each on a line of its own, or one where there is one line.
pub(super) fn elements(text: &str, shape: &TableShape) -> Vec<String> {
    if shape.is_whole { split(text, &['\n', ';']) } else { split(text, &['\n']) }
}

/// The fields of a table and what is written of each: `key=value,key=value`, or `Key: value; Key: value`. What stands between
/// and names no field is part of the value before it. Nothing where no field is named at all.
pub(super) fn pairs(text: &str, shape: &'static TableShape) -> Option<Vec<(String, String)>> {
    let is_printed = {
        let first = text.split([':', '=']).next().unwrap_or_default();
        text[first.len()..].starts_with(':') && find_field(shape, first.trim()).is_some()
    };
    let (sign, between) = if is_printed { (':', ';') } else { ('=', ',') };
    let mut pairs: Vec<(String, String)> = Vec::new();
    let mut depth = 0_i32;
    let parts = text.split(|letter: char| {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        depth <= 0 && letter == between
    });
    for part in parts {
        let named = part.split_once(sign).map(|(name, value)| (name.trim(), value)).filter(|(name, _)| {
            let is_word = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-' | ' ');
            !name.is_empty()
                && name.chars().all(is_word)
                && (find_field(shape, name).is_some() || (sign == '=' && !name.contains(' ')))
        });
        match (named, pairs.last_mut()) {
            (Some((name, value)), _) => pairs.push((name.to_owned(), value.to_owned())),
            (None, Some((_, value))) => {
                value.push(between);
                value.push_str(part);
            }
            (None, None) => return None,
        }
    }
    let unbracketed = |value: String| {
        let inner = value.trim().strip_prefix('(').and_then(|value| value.strip_suffix(')')).map(str::to_owned);
        inner.filter(|_| is_printed).unwrap_or(value)
    };
    Some(pairs.into_iter().map(|(name, value)| (name, unbracketed(value))).collect())
}
