//! A quick look at the bytes of a text: which lines may hold personal data. Most do not.
//!
//! A number has [`FEWEST`] digits or more with nothing between them that would part them, such as letters, quotes or
//! commas. A date alone is none. An address has a sign or a word for `@`. What could be written in other signs than
//! these, or by escapes, is let through whatever it is.

use super::words::WORDS;
use regex::bytes::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// A phone number has no fewer digits, and neither has an identity number.
const FEWEST: usize = 8;

/// What a byte may be to what is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// A letter, or a sign that parts numbers.
    Parts,
    /// A digit, of ASCII.
    Digit,
    /// What may stand between the digits of a number.
    Joins,
    /// A space: what joins, and what stands before a word for `@`.
    Space,
    /// Something that may be more than it seems: the bytes after it tell.
    Look,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Parts; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'0'..=b'9' => Class::Digit,
            b'@' | b'\\' | b'&' | b'%' | b'(' | b'[' | b'{' | b'<' => Class::Look,
            // Spaces and dashes of other sorts than ASCII's, signs that are not seen, and digits of other scripts.
            0xc2 | 0xcd | 0xcc | 0xd8..=0xdf | 0xe0..=0xef | 0xf0 | 0xf3 => Class::Look,
            // The rest of a sign of several bytes.
            0x80..=0xbf => Class::Joins,
            b' ' => Class::Space,
            b'\t' | b'\n' | b'\r' | b'-' | b'/' | b'.' | b':' | b')' | b'+' | b'_' | b'*' | b'`' | b'~' | b'#'
            | b'|' | b'\'' | b']' | b'>' => Class::Joins,
            _ => Class::Parts,
        };
        byte += 1;
    }
    classes
};

/// Which bytes have to be looked at where no number goes on.
const IS_STOP: [bool; 256] = {
    let mut stops = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        stops[byte] = matches!(CLASSES[byte], Class::Digit | Class::Look);
        byte += 1;
    }
    stops
};

/// The stretches of a text that may hold something, each of whole lines, in order and apart.
pub(super) fn stretches(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let spots = spots(bytes);
    let mut stretches: Vec<Range<usize>> = Vec::new();
    for spot in spots {
        let known = stretches.last().map_or(0, |last| last.end);
        if spot.end <= known {
            continue;
        }
        // No line is gone through twice, however much there is in it.
        let from = spot.start.max(known);
        let start = bytes[known..from].iter().rposition(|&byte| byte == b'\n').map_or(known, |line| known + line + 1);
        let rest = bytes[spot.end..].iter().position(|&byte| byte == b'\n');
        let end = rest.map_or(bytes.len(), |line| spot.end + line + 1);
        match stretches.last_mut() {
            Some(last) if start == last.end && spot.start <= start => last.end = end,
            _ => stretches.push(start..end),
        }
    }
    stretches
}

/// A word for `@` between spaces.
static AT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let words: Vec<String> = WORDS.at.iter().map(|word| regex::escape(word)).collect();
    Regex::new(&format!("(?i-u) (?:{}) ", words.join("|"))).ok()
});

/// Where something may be, in order.
fn spots(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut spots: Vec<Range<usize>> =
        AT.iter().flat_map(|at| at.find_iter(bytes)).map(|word| word.start()..word.start() + 1).collect();
    let is_sorted = spots.is_empty();
    let mut at = 0;
    // Most bytes are letters, which are nothing by themselves.
    while let Some(stop) = next_stop(bytes, at) {
        at = stop;
        match CLASSES[usize::from(bytes[at])] {
            Class::Parts | Class::Joins | Class::Space => at += 1,
            Class::Digit => {
                let (end, may_be) = number(bytes, at);
                if may_be {
                    spots.push(at.saturating_sub(1)..end);
                }
                at = end;
            }
            Class::Look => {
                if is_more(bytes, at) {
                    // What goes on over the end of a line is read with the line after it.
                    let line = |from: usize| bytes[from..].iter().position(|&byte| byte == b'\n');
                    let end = line(at).map_or(bytes.len(), |end| (at + end + 1).min(bytes.len()));
                    spots.push(before(bytes, at)..end);
                    at = end;
                } else {
                    at += 1;
                }
            }
        }
    }
    if !is_sorted {
        spots.sort_by_key(|spot| spot.start);
    }
    spots
}

/// The next byte that is more than a letter. Those that are none are passed by many at a time.
fn next_stop(bytes: &[u8], mut at: usize) -> Option<usize> {
    let stops = |byte: &u8| IS_STOP[usize::from(*byte)];
    while let Some(some) = bytes.get(at..).and_then(|rest| rest.first_chunk::<AT_ONCE>()) {
        if some.iter().fold(0, |any, byte| any | may_stop(*byte)) != 0
            && let Some(steps) = some.iter().position(stops)
        {
            return Some(at + steps);
        }
        at += AT_ONCE;
    }
    bytes.get(at..)?.iter().position(stops).map(|steps| at + steps)
}

/// As many bytes as a processor compares at once.
const AT_ONCE: usize = 16;

/// Not 0 for each byte that may be a stop; written so that it is asked of many bytes at once.
const fn may_stop(byte: u8) -> u8 {
    (byte.wrapping_sub(b'0') < 10) as u8
        | (byte == 0xc2) as u8
        | (byte > 0xc3) as u8
        | (byte == b'@') as u8
        | (byte == b'\\') as u8
        | (byte == b'&') as u8
        | (byte == b'%') as u8
        | (byte == b'(') as u8
        | (byte == b'[') as u8
        | (byte == b'{') as u8
        | (byte == b'<') as u8
}

/// The line before, where a number may have begun there.
fn before(bytes: &[u8], at: usize) -> usize {
    let line = bytes[..at].iter().rposition(|&byte| byte == b'\n').unwrap_or(0);
    line.saturating_sub(1)
}

/// Goes over digits and what joins them: where they end, and whether they may be a number.
fn number(bytes: &[u8], start: usize) -> (usize, bool) {
    let (mut digits, mut end, mut at) = (0, start, start);
    while at < bytes.len() {
        match CLASSES[usize::from(bytes[at])] {
            Class::Digit => {
                digits += 1;
                end = at + 1;
            }
            Class::Space if at_in_words(&bytes[at + 1..]).is_some() => break,
            Class::Joins | Class::Space => {}
            // A digit that is written as the letter that it looks like.
            Class::Parts if looks_like_digit(bytes[at]) && is_by_digit(bytes, at) => digits += 1,
            Class::Parts => break,
            Class::Look if (bytes[at] >= 0x80 || matches!(bytes[at], b'\\' | b'(' | b'[')) && !is_more(bytes, at) => {}
            Class::Look => break,
        }
        at += 1;
    }
    // Bytes of a sign that joins are left for the next look.
    (end, digits >= FEWEST && !is_date(&bytes[start..end]))
}

fn looks_like_digit(letter: u8) -> bool {
    matches!(letter, b'O' | b'o' | b'l' | b'I')
}

/// Whether a letter stands beside a digit, or beside another that looks like one.
fn is_by_digit(bytes: &[u8], at: usize) -> bool {
    let is_digit = |place: Option<usize>| {
        place.and_then(|place| bytes.get(place)).is_some_and(|byte| byte.is_ascii_digit() || looks_like_digit(*byte))
    };
    is_digit(at.checked_sub(1)) || is_digit(Some(at + 1))
}

/// Whether that is a date as files have it, and no more: `2026-09-01`.
fn is_date(bytes: &[u8]) -> bool {
    bytes.len() == 10
        && bytes.iter().enumerate().all(|(place, byte)| match place {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// Whether what begins at a byte is a sign for `@`, an escape, or a digit or a sign in another script than usual.
fn is_more(bytes: &[u8], at: usize) -> bool {
    let next = |steps: usize| bytes.get(at + steps).copied().unwrap_or_default();
    match bytes[at] {
        b'@' => true,
        // A letter or a word for `@` in brackets.
        b'(' | b'[' | b'{' | b'<' => {
            let within = &bytes[(at + 1 + usize::from(next(1) == b' ')).min(bytes.len())..];
            let rest = at_in_words(within).or_else(|| match within.first() {
                Some(b'a' | b'A') => Some(&within[1..]),
                _ => None,
            });
            rest.is_some_and(|rest| {
                matches!(rest, [b')' | b']' | b'}' | b'>', ..] | [b' ', b')' | b']' | b'}' | b'>', ..])
            })
        }
        b'\\' => matches!(next(1), b'u' | b'U' | b'x' | b'\n' | b'\r'),
        b'&' => next(1) == b'#' || next(1).is_ascii_alphabetic(),
        b'%' => {
            next(1) == b'4' && next(2) == b'0' || next(1) == b'2' && matches!(next(2).to_ascii_lowercase(), b'd' | b'b')
        }
        // Superscripts, which may be digits.
        0xc2 => matches!(next(1), 0xb2 | 0xb3 | 0xb9),
        0xe2 => matches!(next(1), 0x81 | 0x82 | 0x91 | 0x92 | 0x93 | 0x9d | 0x9e),
        0xf0 => next(1) == 0x9d || next(1) == 0x9f && next(2) == 0x84,
        0xd9..=0xdf | 0xe0 | 0xe1 | 0xea | 0xef => true,
        _ => false,
    }
}

/// What stands behind a word for `@`, where one stands first.
fn at_in_words(bytes: &[u8]) -> Option<&[u8]> {
    // Most words are none of them.
    let (&first, &second) = (bytes.first()?, bytes.get(1)?);
    if !BEGINNINGS.contains(&[first | 0x20, second | 0x20]) {
        return None;
    }
    WORDS.at.iter().find_map(|word| {
        let (begin, rest) = bytes.split_at_checked(word.len())?;
        begin.eq_ignore_ascii_case(word.as_bytes()).then_some(rest)
    })
}

/// What words for `@` begin with: those of the lists, which a test holds.
const BEGINNINGS: [[u8; 2]; 4] = [*b"at", *b"sn", *b"al", *b"ka"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_byte_is_passed_by() {
        for byte in 0..=u8::MAX {
            for place in [3, 20, 47] {
                let mut bytes = [b'a'; 48];
                bytes[place] = byte;
                assert_eq!(next_stop(&bytes, 1), IS_STOP[usize::from(byte)].then_some(place), "{byte:#x}");
            }
        }
    }

    #[test]
    fn every_word_begins_with_what_is_looked_for() {
        let begins = |word: &&str| BEGINNINGS.iter().any(|begin| word.as_bytes().starts_with(begin));
        assert!(WORDS.at.iter().all(begins), "{:?}", WORDS.at);
    }
}
