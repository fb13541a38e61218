//! What a cell looks like, before anybody knows what it means.

use crate::exchange::grid::Held;
use crate::words::WORDS;

/// How long a text is at most that heads a column or some rows, in signs.
const LONGEST_HEAD: usize = 120;

/// A text that begins so is told about others, and is of no row.
const NOTE_SIGNS: [char; 4] = ['*', '¹', '²', '†'];

/// Whether it is a value and no word: a number or a day, also where it stands as text, as all does in CSV.
pub(super) fn is_value(held: &Held) -> bool {
    match held {
        Held::Empty => false,
        Held::Text(text) => {
            let letters = text.chars().filter(|sign| sign.is_alphabetic()).take(4).count();
            letters <= 3 && text.chars().any(|sign| sign.is_ascii_digit())
        }
        _ => true,
    }
}

/// Whether it can be the head of a column: a word or a few, or what a year or a part of one is called.
pub(super) fn is_head(held: &Held) -> bool {
    match held {
        Held::Text(text) => {
            let length = text.chars().take(LONGEST_HEAD + 1).count();
            let is_short_name = length <= 8 && text.chars().any(char::is_alphabetic);
            length <= LONGEST_HEAD && (!is_value(held) || is_short_name || is_year(held))
        }
        _ => is_year(held),
    }
}

/// Whether it is a year.
pub(super) fn is_year(held: &Held) -> bool {
    match held {
        Held::Number(number) => number.fract() == 0.0 && (1900.0..=2100.0).contains(number),
        Held::Text(text) => text.parse().is_ok_and(|year: u16| (1900..=2100).contains(&year)),
        _ => false,
    }
}

/// Whether it is a word, which a year is not.
pub(super) fn is_word(held: &Held) -> bool {
    matches!(held, Held::Text(_)) && !is_value(held)
}

/// Whether it says that the rest of its row is what others come to: by a word for that, with a few more at most.
pub(super) fn is_total(held: &Held) -> bool {
    let Some(text) = held.text() else { return false };
    let text = text.to_lowercase();
    let text = text.trim_matches(|sign: char| !sign.is_alphanumeric());
    let has_few = text.split_whitespace().count() <= 5;
    let begins = |word: &str| {
        let rest = text.strip_prefix(word);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    has_few && WORDS.total.iter().any(|word| begins(word))
}

/// Whether a text is told about others, and names nothing.
pub(super) fn is_note(text: &str) -> bool {
    text.starts_with(NOTE_SIGNS) || text.ends_with('.') || text.chars().count() > LONGEST_HEAD
}

/// A text in one line.
pub(super) fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What heads a column, in one line.
pub(super) fn head_text(held: &Held) -> String {
    match held {
        Held::Text(text) => in_one_line(text),
        Held::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
