//! E-mail addresses, with letters of every language, and with words for the signs.

use super::plain::{BREAK, GAP, Plain};
use super::words::WORDS;
use std::ops::Range;

/// The most characters before the sign (RFC 5321), and the most of the domain.
const MOST_LOCAL: usize = 64;
const MOST_DOMAIN: usize = 253;

/// What an address ends in that is a file's name: `icon@2x.png`.
const FILES: [&str; 12] = ["png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "pdf", "js", "css", "gz", "zip"];

/// The addresses in some plain characters, in order.
pub(super) fn find(plain: &Plain) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < plain.chars.len() {
        let Some(sign) = sign(plain, at) else {
            at += 1;
            continue;
        };
        let known = found.last().map_or(0, |last| last.end);
        match address(plain, &sign, known) {
            Some(place) => {
                at = place.end.max(sign.place.end);
                found.push(place);
            }
            None => at = sign.place.end,
        }
    }
    found
}

/// What stands for `@`.
struct Sign {
    place: Range<usize>,
    /// Whether it is a bare word, that a text may have for itself.
    is_word: bool,
    /// Whether that word is a word of a language.
    is_common: bool,
}

/// The sign at a place, with the spaces and brackets about it.
fn sign(plain: &Plain, at: usize) -> Option<Sign> {
    match plain.at(at)? {
        '@' => Some(Sign { place: at..at + 1, is_word: false, is_common: false }),
        open @ ('(' | '[' | '{' | '<') => {
            let close = match open {
                '(' => ')',
                '[' => ']',
                '{' => '}',
                _ => '>',
            };
            let from = skip(plain, at + 1, ' ');
            let end = word(plain, from, &WORDS.at).or_else(|| match plain.at(from) {
                Some('@' | 'a' | 'A') => Some(from + 1),
                _ => None,
            })?;
            let end = skip(plain, end, ' ');
            (plain.at(end) == Some(close)).then_some(Sign { place: at..end + 1, is_word: false, is_common: false })
        }
        ' ' => {
            let end = word(plain, at + 1, &WORDS.at)?;
            let is_common = end - at - 1 <= 2;
            (plain.at(end) == Some(' ')).then_some(Sign { place: at..end + 1, is_word: true, is_common })
        }
        _ => None,
    }
}

/// The end of one of some words that stands at a place.
fn word(plain: &Plain, at: usize, words: &[&str]) -> Option<usize> {
    words.iter().find_map(|word| {
        let mut end = at;
        for letter in word.chars() {
            if !plain.at(end)?.to_lowercase().eq(letter.to_lowercase()) {
                return None;
            }
            end += 1;
        }
        (!plain.at(end).is_some_and(char::is_alphanumeric)).then_some(end)
    })
}

fn skip(plain: &Plain, mut at: usize, sign: char) -> usize {
    while plain.at(at) == Some(sign) {
        at += 1;
    }
    at
}

/// The address around a sign. Nothing of it is known to be another's.
fn address(plain: &Plain, sign: &Sign, known: usize) -> Option<Range<usize>> {
    let mut end = sign.place.start;
    while end > known && plain.before(end) == Some(' ') {
        end -= 1;
    }
    let is_local = |letter: char| letter.is_alphanumeric() || "._%+-'’".contains(letter);
    let mut start = end;
    while start > known && end - start < MOST_LOCAL && plain.before(start).is_some_and(is_local) {
        start -= 1;
    }
    // What stands in quotes or behind a dash is not of the address.
    while start < end && plain.at(start).is_some_and(|letter| !letter.is_alphanumeric()) {
        start += 1;
    }
    if start == end {
        return None;
    }
    let has_space = end < sign.place.start;
    let (domain_end, has_words) = domain(plain, skip(plain, sign.place.end, ' '))?;
    let local: String = plain.chars[start..end].iter().collect();
    // Of words that texts have for themselves, more must tell that it is an address.
    if sign.is_common && !has_words && !local.contains('.') {
        return None;
    }
    if sign.is_word && !has_words && !sign.is_common && local.is_empty() {
        return None;
    }
    let domain: String = plain.chars[sign.place.end..domain_end].iter().collect();
    let domain = domain.trim();
    // A name at the address of a place in a program, a version, or a picture's size.
    let is_place = local == "git" && plain.at(domain_end) == Some(':');
    let last = domain.rsplit('.').next().unwrap_or_default().to_lowercase();
    let first = domain.split('.').next().unwrap_or_default();
    let is_file = FILES.contains(&&*last) && first.trim_end_matches('x').chars().all(|sign| sign.is_ascii_digit());
    let is_version = first.trim_start_matches(['v', '^', '~']).chars().all(|sign| sign.is_ascii_digit())
        && domain.chars().filter(char::is_ascii_digit).count() > 1;
    // A name that is called upon: the sign stands against the word behind it alone.
    let is_called = has_space && !sign.is_word && sign.place.len() == 1 && plain.at(sign.place.end) != Some(' ') && {
        !local.contains(['.', '_'])
    };
    let is_account = local == "git" && plain.before(start) == Some('/') || {
        // `https://name:word@host`.
        let before: String = plain.chars[start.saturating_sub(MOST_LOCAL)..start].iter().collect();
        before.rsplit(char::is_whitespace).next().is_some_and(|word| word.contains("://") && word.ends_with(':'))
    };
    if is_place || is_account || is_file || is_version || (is_called && !WORDS.domain.contains(&&*last)) {
        return None;
    }
    Some(start..domain_end)
}

/// The end of the domain that begins at a place, and whether its dots are words.
fn domain(plain: &Plain, start: usize) -> Option<(usize, bool)> {
    let mut at = start;
    let mut has_words = false;
    // The end of the last label that may be the last of all.
    let mut whole = None;
    let mut labels = 0;
    loop {
        let label = at;
        while at - start < MOST_DOMAIN && plain.at(at).is_some_and(|letter| letter.is_alphanumeric() || letter == '-') {
            at += 1;
        }
        let mut label_end = at;
        while label_end > label && plain.at(label_end - 1) == Some('-') {
            label_end -= 1;
        }
        if label_end == label || plain.at(label) == Some('-') {
            break;
        }
        labels += 1;
        let is_top = |letters: &[char]| {
            (2..=24).contains(&letters.len()) && letters.iter().all(|letter| letter.is_alphabetic())
                || letters.len() > 4 && letters.iter().collect::<String>().to_lowercase().starts_with("xn--")
        };
        // A dash behind an address is no hyphen of it.
        let hyphen =
            plain.chars[label..label_end].iter().position(|sign| *sign == '-').map_or(label_end, |at| label + at);
        if labels > 1 && is_top(&plain.chars[label..label_end]) {
            whole = Some((label_end, has_words));
        } else if labels > 1 && is_top(&plain.chars[label..hyphen]) {
            whole = Some((hyphen, has_words));
        }
        if at - start >= MOST_DOMAIN || label_end < at {
            break;
        }
        let (next, is_word) = match dot(plain, at) {
            Some(next) => next,
            None => break,
        };
        // A sentence may end behind an address.
        if is_word {
            has_words = true;
        }
        at = next;
    }
    whole
}

/// What stands behind a dot at a place, and whether the dot is a word or in brackets.
fn dot(plain: &Plain, at: usize) -> Option<(usize, bool)> {
    match plain.at(at)? {
        '.' => Some((at + 1, false)),
        BREAK | GAP => None,
        _ => {
            let from = skip(plain, at, ' ');
            let is_apart = from > at;
            let (from, close) = match plain.at(from)? {
                '(' => (from + 1, Some(')')),
                '[' => (from + 1, Some(']')),
                '{' => (from + 1, Some('}')),
                _ => (from, None),
            };
            let end = match plain.at(from)? {
                '.' if close.is_some() || is_apart => from + 1,
                _ => word(plain, from, &WORDS.dot)?,
            };
            match close {
                Some(close) if plain.at(end) == Some(close) => Some((skip(plain, end + 1, ' '), true)),
                None if is_apart && plain.at(end) == Some(' ') => Some((skip(plain, end, ' '), true)),
                _ => None,
            }
        }
    }
}
