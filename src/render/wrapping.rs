//! Breaking text into lines: between words, and where one is wider than a line at the points where its language
//! hyphenates it. What says one thing by its signs is broken nowhere: a day, an id, a number, a mark with its word.

use crate::language::Tongue;
use textwrap::core::{Word, break_words, display_width};
use textwrap::word_splitters::split_words;
use textwrap::wrap_algorithms::wrap_first_fit;
use textwrap::{WordSeparator, WordSplitter};

/// What stands in front of what is a step below something.
const STEP: char = '\u{a0}';

/// A part of a word has at least so many letters.
const LEAST_PART: usize = 4;
/// One that a hyphen of the word's own ends.
const LEAST_JOINED: usize = 3;

/// How many columns a text takes on a terminal, without its colours.
pub(super) fn width(text: &str) -> usize {
    display_width(text)
}

/// The lines of a text, none of them wider than that. A word is broken only where it has no room whole, and without a
/// hyphen only where no part of it has.
pub(super) fn wrap(text: &str, room: usize, tongue: Tongue) -> Vec<String> {
    text.split('\n').flat_map(|line| wrap_line(line, room.max(1), tongue)).collect()
}

fn wrap_line(line: &str, room: usize, tongue: Tongue) -> Vec<String> {
    if width(line) <= room {
        return vec![line.to_owned()];
    }
    // What stands a step below something does so on all its lines.
    let step: String = line.chars().take_while(|sign| *sign == STEP).collect();
    if !step.is_empty() && width(&step) * 2 < room {
        let lines = wrap_line(&line[step.len()..], room - width(&step), tongue).into_iter();
        return lines.map(|line| format!("{step}{line}")).collect();
    }
    let splitter = WordSplitter::Custom(points_of(tongue));
    let words = WordSeparator::AsciiSpace.find_words(line).flat_map(|word| {
        if width(word.word) <= room { vec![word] } else { split_words([word], &splitter).collect::<Vec<Word<'_>>>() }
    });
    let words = break_words(words, room);
    let lines = wrap_first_fit(&words, &[room_of(room)]);
    let text = |words: &[Word<'_>]| {
        let mut text = String::new();
        for (place, word) in words.iter().enumerate() {
            text.push_str(word.word);
            text.push_str(if place + 1 < words.len() { word.whitespace } else { word.penalty });
        }
        text
    };
    lines.into_iter().map(text).collect()
}

/// Widths are compared as the library has them.
#[allow(clippy::cast_precision_loss)]
fn room_of(room: usize) -> f64 {
    room as f64
}

/// How wide the widest word of a text is, whole and where it is broken as far as it can be.
pub(super) fn widest_words(text: &str, tongue: Tongue) -> (usize, usize) {
    let splitter = WordSplitter::Custom(points_of(tongue));
    let (mut whole, mut broken) = (0, 0);
    for word in text.split([' ', '\n']) {
        let own = width(word);
        whole = whole.max(own);
        if own > broken {
            let parts = split_words([Word::from(word)], &splitter);
            broken = broken.max(parts.map(|part| width(part.word) + width(part.penalty)).max().unwrap_or_default());
        }
    }
    (whole, broken)
}

/// The places in a word where a line may end.
pub(super) fn points_of(tongue: Tongue) -> fn(&str) -> Vec<usize> {
    match tongue {
        Tongue::Sv => |word| points(word, hypher::Lang::Swedish),
        Tongue::En => |word| points(word, hypher::Lang::English),
    }
}

fn points(word: &str, language: hypher::Lang) -> Vec<usize> {
    if is_whole(word) {
        return Vec::new();
    }
    let mut points = Vec::new();
    let mut begin = 0;
    // A word of several that hyphens join is hyphenated in each.
    for part in word.split_inclusive('-') {
        let letters = part.trim_matches(|letter: char| !letter.is_alphabetic());
        let at = begin + (letters.as_ptr() as usize - part.as_ptr() as usize);
        let mut place = at;
        for syllable in hypher::hyphenate(letters, language) {
            place += syllable.len();
            let (before, after) = (&word[at..place], &word[place..begin + part.len()]);
            let is_long = |text: &str| text.chars().filter(|letter| letter.is_alphabetic()).count() >= LEAST_PART;
            if is_long(before) && is_long(after) {
                points.push(place);
            }
        }
        begin += part.len();
        if begin < word.len() && letters.chars().count() >= LEAST_JOINED {
            points.push(begin);
        }
    }
    points
}

/// Whether a word says one thing by its signs: a day, a number, an id, an amount with its currency. It has no other
/// letters than small ones of ASCII where it is an id, and colours are none of its signs.
fn is_whole(word: &str) -> bool {
    // What stands between it and the next is none of its signs.
    let word = word.trim_matches(|sign| matches!(sign, ',' | ';' | ':' | '(' | ')'));
    let is_id = |letter: char| {
        letter.is_ascii_lowercase() || letter.is_ascii_digit() || matches!(letter, '-' | '_' | '/' | '#' | '.')
    };
    let has_sign = word.contains(['/', '#', '_']) || word.trim_end_matches('-').contains('-');
    word.contains(|letter: char| letter.is_ascii_digit() || matches!(letter, '\u{a0}' | '\u{1b}'))
        || (has_sign && word.chars().all(is_id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_broken_where_they_are_hyphenated_and_only_for_want_of_room() {
        let wrapped = |text: &str, room: usize| wrap(text, room, Tongue::Sv);
        assert_eq!(wrapped("Kultur- och fritidsförvaltningen", 40), ["Kultur- och fritidsförvaltningen"]);
        assert_eq!(wrapped("Kultur- och fritidsförvaltningen", 20), ["Kultur- och", "fritidsförvaltningen"]);
        let narrow = wrapped("Kultur- och fritidsförvaltningen", 12);
        assert!(narrow.iter().all(|line| width(line) <= 12) && narrow[1].ends_with('-'), "{narrow:?}");
        let joined: String = narrow[1..].iter().map(|line| line.trim_end_matches('-')).collect();
        assert_eq!(joined, "fritidsförvaltningen");
        assert_eq!(wrap("Neighbourhood", 9, Tongue::En), ["Neigh-", "bourhood"]);
    }

    #[test]
    fn what_is_one_thing_stays_whole() {
        for text in [
            "17\u{a0}dec\u{a0}2026",
            "situation/2026-t1-skaggetorp",
            "nattvandring-i-ryd",
            "nattvandring-i-ryd;",
            "1\u{a0}690\u{a0}000\u{a0}kr",
        ] {
            assert!(points(text, hypher::Lang::Swedish).is_empty(), "{text}");
        }
        assert!(!points("EST-rapporter", hypher::Lang::Swedish).is_empty());
        assert_eq!(
            wrap("\u{a0}\u{a0}Kultur- och fritid", 14, Tongue::Sv),
            ["\u{a0}\u{a0}Kultur- och", "\u{a0}\u{a0}fritid"]
        );
        // Where there is no room for it at all it is broken all the same.
        assert_eq!(wrap("nattvandring-i-ryd", 9, Tongue::Sv).concat(), "nattvandring-i-ryd");
    }
}
