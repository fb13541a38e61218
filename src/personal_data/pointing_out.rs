//! Text that may point somebody out without a name: one person by age, kin or sex, close to a house.
//!
//! `En 15-åring på Nygatan 14 och hans bror`: the neighbours know who is meant. What is told of groups names no one
//! person, and what is told of a person without a place could be many.

use super::words::WORDS;
use std::ops::Range;

/// How many bytes are between a person and a house that are told of together: a long sentence, or two.
const NEAR: usize = 200;
/// The longest name of a street that is looked at, in bytes.
const LONGEST: usize = 48;

/// The first house that somebody may be pointed out by, in bytes of the text.
#[must_use]
pub fn pointing_out(text: &str) -> Option<Range<usize>> {
    let houses = houses(text);
    if houses.is_empty() {
        return None;
    }
    let persons = persons(text);
    houses.into_iter().find(|house| {
        let first = persons.partition_point(|person| person.end + NEAR < house.start);
        persons.get(first).is_some_and(|person| person.start <= house.end + NEAR)
    })
}

/// The houses and dwellings that are named: a street and a number.
fn houses(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut houses = Vec::new();
    // Most texts have no digit: that is found out many bytes at a time.
    let has_digit = |bytes: &[u8]| bytes.iter().fold(false, |has, byte| has | byte.is_ascii_digit());
    if !bytes.chunks(64).any(has_digit) {
        return houses;
    }
    let mut at = 0;
    while let Some(steps) = bytes[at..].iter().position(u8::is_ascii_digit) {
        let start = at + steps;
        at = start;
        while bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        if let Some(house) = house(text, start..at) {
            houses.push(house);
        }
    }
    houses
}

/// The house that a number is of, if it is of one.
fn house(text: &str, number: Range<usize>) -> Option<Range<usize>> {
    let rest = &text[number.end..];
    let mut behind = rest.chars();
    // A letter of an entrance; but no unit, no ordinal, and no stretch of houses.
    let (letter, next) = match behind.next() {
        Some(letter) if letter.is_ascii_alphabetic() => (1, behind.next()),
        next => (0, next),
    };
    let goes_on = matches!(next, Some('-' | '–' | '/' | ':')) && behind.next().is_some_and(char::is_alphanumeric);
    if goes_on || next.is_some_and(|next| next.is_alphanumeric() || next == '%') {
        return None;
    }
    let end = number.end + letter;
    if number.len() <= 4
        && let Some(before) = text[..number.start].strip_suffix([' ', '\u{a0}'])
    {
        let from = text.floor_char_boundary(before.len().saturating_sub(LONGEST));
        let name = before[from..].rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
        let lower = name.to_lowercase();
        // `Norra vägen` is one too; but a year is no house.
        let is_street = number.len() <= 3
            && WORDS.street.iter().any(|ending| lower.ends_with(ending))
            && (name.starts_with(char::is_uppercase) || WORDS.street.contains(&&*lower));
        if is_street || WORDS.dwelling.contains(&&*lower) {
            return Some(before.len() - name.len()..end);
        }
    }
    // As English has it: `14 Harbour Street`.
    let mut words = text[end..].strip_prefix(' ')?.split(' ').take(3);
    let is_name = |word: &str| word.starts_with(char::is_uppercase);
    if number.len() > 3 || !words.next().is_some_and(is_name) {
        return None;
    }
    let street = words.take_while(|word| is_name(word)).find(|word| {
        let word = word.trim_end_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
        WORDS.street.contains(&&*word)
    });
    street.map(|_| number.start..end)
}

/// The single persons that are told of, in order.
fn persons(text: &str) -> Vec<Range<usize>> {
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '’' | '\'');
    let mut persons = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_part(letter), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                if is_person(text, from..at) {
                    persons.push(from..at);
                }
                start = None;
            }
            _ => {}
        }
    }
    persons
}

/// Whether a word, with those behind it, tells of one person.
fn is_person(text: &str, word: Range<usize>) -> bool {
    let lower = text[word.clone()].to_lowercase();
    let until = text.ceil_char_boundary((word.end + LONGEST).min(text.len()));
    // Some are told by several words.
    let on = |words: &str, first: &str| {
        let (own, rest) = words.split_once(' ').map_or((words, None), |(own, rest)| (own, Some(rest)));
        own == first
            && rest.is_none_or(|rest| {
                let behind = text[word.end..until].to_lowercase();
                let behind = behind.strip_prefix([' ', '\u{a0}']).and_then(|behind| behind.strip_prefix(rest));
                behind.is_some_and(|behind| !behind.starts_with(char::is_alphanumeric))
            })
    };
    if WORDS.person.iter().any(|words| on(words, &lower)) {
        return true;
    }
    let count = lower.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(lower.len());
    let (age, ending) = lower.split_at(count);
    (1..=3).contains(&age.len()) && WORDS.age.iter().any(|words| on(words, ending.trim_start_matches('-')))
}

#[cfg(test)]
mod tests {
    use super::pointing_out;

    #[test]
    fn one_person_by_a_house() {
        for text in [
            "En 15-åring på Nygatan 14 och hans bror",
            "Pojken på Rydsvägen 12 B sågs igen.",
            "Samtal med mamman, Nygatan 14, om kvällarna.",
            "En 17-årig pojke slår sönder rutor. Han bor på Norra vägen 5.",
            "Flickan i lgh 1203 far illa",
            "Nygatan 14: 15-åringen är tillbaka",
            "kvinnan på kungsgatan och dottern, Vasagatan 3",
            "A 15-year-old at 14 Harbour Street and his brother",
            "The tenant of flat 12 has complained about the boy",
            "His brother lives in 3 Old Mill Road.",
        ] {
            assert!(pointing_out(text).is_some(), "{text}");
        }
    }

    #[test]
    fn groups_and_places_by_themselves() {
        for text in [
            "Ungdomar 13–15 år på Nygatan 14",
            "15-åringar samlas vid Nygatan 14",
            "Flickor och pojkar, Rydsvägen 12",
            "En 15-åring i Ryd",
            "Hans bror och mamma",
            "Belysning på Rydsvägen 12–40, en pojke målade",
            "Vägen 2026 blir bättre för mamman",
            "Handlingsplan 3 för flickan",
            "Barn 0–5 år",
            "Nattvandring från Ryds centrum 2026",
            "Gatan är 12 meter bred",
            "A group of 15 on Harbour Street",
            "",
        ] {
            assert_eq!(pointing_out(text), None, "{text}");
        }
        let far = format!("Pojken.{}Nygatan 14", " Text.".repeat(60));
        assert_eq!(pointing_out(&far), None);
    }
}
