//! Identity numbers, and what all numbers have in common: groups of digits with something between them.

use super::plain::{BREAK, Plain};
use super::{PersonalData, phone, words::WORDS};
use crate::model::Day;
use std::ops::Range;

/// The most digits that are looked at together.
const MOST_DIGITS: usize = 20;
/// The most signs between two groups of a number.
const MOST_BETWEEN: usize = 4;
/// The most letters in a row that are read as digits.
const MOST_LETTERS: usize = 4;
/// What is written with a time of the day behind it is an event; it is one from this year on.
const FIRST_YEAR_OF_EVENTS: u32 = 2020;

/// Digits in a row.
pub(super) struct Group {
    /// The digits; no more than may be looked at.
    pub digits: Vec<u8>,
    /// The characters that they are.
    pub place: Range<usize>,
    /// What stands between this group and the one before, where little enough does for both to be one number.
    pub joined: Option<String>,
}

impl Group {
    pub fn len(&self) -> usize {
        self.place.len()
    }
}

/// The numbers in some plain characters, in order.
pub(super) fn find(plain: &Plain) -> Vec<(PersonalData, Range<usize>)> {
    let groups = groups(plain);
    let mut found: Vec<(PersonalData, Range<usize>)> = Vec::new();
    let mut at = 0;
    // Whether what stands before a group is a number of its own, that the group is no part of.
    let mut is_after_number = false;
    while at < groups.len() {
        let identity = identity(plain, &groups, at, is_after_number);
        let one = identity.or_else(|| phone::find(plain, &groups, at, is_after_number));
        is_after_number = one.is_some();
        match one {
            Some((what, place, last)) => {
                found.push((what, place));
                at = last + 1;
            }
            None => at += 1,
        }
    }
    found
}

fn groups(plain: &Plain) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut at = 0;
    while at < plain.chars.len() {
        let Some(first) = digit_at(plain, at) else {
            at += 1;
            continue;
        };
        let start = at;
        let mut digits = vec![first];
        at += 1;
        while let Some(digit) = digit_at(plain, at) {
            if digits.len() <= MOST_DIGITS {
                digits.push(digit);
            }
            at += 1;
        }
        let joined = groups.last().and_then(|last| {
            let between = &plain.chars[last.place.end..start];
            let joins = |sign: &char| " -/.:()+_*`~|[]'\n".contains(*sign);
            (between.len() <= MOST_BETWEEN && between.iter().all(joins)).then(|| between.iter().collect())
        });
        groups.push(Group { digits, place: start..at, joined });
    }
    groups
}

/// The digit at a place. A letter that looks like one is one where it stands among digits.
fn digit_at(plain: &Plain, at: usize) -> Option<u8> {
    let sign = plain.at(at)?;
    if let Some(digit) = sign.to_digit(10) {
        return u8::try_from(digit).ok();
    }
    let meant = match sign {
        'O' | 'o' => 0,
        'l' | 'I' => 1,
        _ => return None,
    };
    let looks = |sign: Option<char>| matches!(sign, Some('O' | 'o' | 'l' | 'I'));
    let (mut start, mut end) = (at, at + 1);
    while at - start < MOST_LETTERS && looks(plain.before(start)) {
        start -= 1;
    }
    while end - at <= MOST_LETTERS && looks(plain.at(end)) {
        end += 1;
    }
    let (before, after) = (plain.before(start), plain.at(end));
    let is_letter = |sign: Option<char>| sign.is_some_and(char::is_alphabetic);
    let is_digit = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit());
    (!is_letter(before) && !is_letter(after) && (is_digit(before) || is_digit(after))).then_some(meant)
}

/// How the groups of an identity number may be: six digits or eight, and four; by parts of the date; or one by one.
const SHAPES: [&[usize]; 18] = [
    &[10],
    &[12],
    &[6, 4],
    &[8, 4],
    &[2, 2, 2, 4],
    &[4, 2, 2, 4],
    &[2, 6, 4],
    &[4, 4, 4],
    &[4, 4, 2, 2],
    &[6, 2, 2],
    &[8, 2, 2],
    &[6, 3, 1],
    &[8, 3, 1],
    &[2, 2, 2, 2, 2],
    &[2, 2, 2, 2, 2, 2],
    &[2, 4, 4],
    &[7, 3],
    &[4, 2, 4],
];

type One = (PersonalData, Range<usize>, usize);

/// The identity number that begins with a group, if one does: a real date, and a check digit by Luhn over the last
/// ten digits (L10). An organisation number has a third digit of 2 or more, which no month has.
fn identity(plain: &Plain, groups: &[Group], at: usize, is_after_number: bool) -> Option<One> {
    let mut digits: Vec<u8> = Vec::new();
    let mut lengths: Vec<usize> = Vec::new();
    for (last, group) in groups.iter().enumerate().skip(at) {
        let is_joined = last == at || group.joined.as_deref().is_some_and(is_between);
        if !is_joined || digits.len() + group.len() > 12 {
            return None;
        }
        digits.extend(&group.digits);
        lengths.push(group.len());
        let is_shape = SHAPES.contains(&&*lengths) || (lengths.len() == digits.len() && lengths.len() >= 10);
        if matches!(digits.len(), 10 | 12) && is_shape {
            let what = kind(&digits, is_named(plain, groups[at].place.start));
            if let Some(what) = what
                && stands_alone(plain, groups, at..last + 1, &digits, &lengths, is_after_number)
            {
                let start = groups[at].place.start;
                return Some((what, start..group.place.end, last));
            }
        }
    }
    None
}

/// Whether the word in front of a number says that it is an identity number.
fn is_named(plain: &Plain, start: usize) -> bool {
    let before: String = plain.chars[start.saturating_sub(24)..start].iter().collect();
    let before = before.to_lowercase();
    let before = before.trim_end_matches(|sign: char| " .:=\"'(".contains(sign));
    WORDS
        .identity
        .iter()
        .any(|word| before.strip_suffix(word).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric)))
}

/// Whether that may stand between the parts of an identity number.
fn is_between(between: &str) -> bool {
    let signs = between.trim_matches([' ', BREAK, '*', '`', '_', '~']);
    matches!(signs, "--") || signs.chars().count() <= 1 && signs.chars().all(|sign| "-+./:".contains(sign))
}

/// What sort of identity number digits are. One that is called so is one even if a digit of it is mistyped.
fn kind(digits: &[u8], is_named: bool) -> Option<PersonalData> {
    let last_ten = &digits[digits.len() - 10..];
    let (day, what) = match value(&last_ten[4..6]) {
        day @ 61..=91 => (day - 60, PersonalData::CoordinationNumber),
        day => (day, PersonalData::IdentityNumber),
    };
    let is_day = |century: u32| {
        let year = i32::try_from(century * 100 + value(&last_ten[..2])).unwrap_or_default();
        Day::new(year, value(&last_ten[2..4]), day).is_some()
    };
    let is_date = match digits.len() {
        12 => (18..=21).contains(&value(&digits[..2])) && is_day(value(&digits[..2])),
        _ => is_day(19) || is_day(20),
    };
    (is_date && (is_named || luhn(last_ten))).then_some(what)
}

/// Whether digits that would be an identity number are no amount, moment, year or part of something longer.
fn stands_alone(
    plain: &Plain,
    groups: &[Group],
    these: Range<usize>,
    digits: &[u8],
    lengths: &[usize],
    is_after_number: bool,
) -> bool {
    let (first, last) = (&groups[these.start], &groups[these.end - 1]);
    let in_line = |between: &&str| !between.contains(BREAK);
    let before = first.joined.as_deref().filter(in_line).filter(|_| !is_after_number);
    let after = groups.get(these.end).and_then(|next| next.joined.as_deref()).filter(in_line);
    let end = &digits[digits.len() - 4..];
    let between = last.joined.as_deref().unwrap_or_default();
    // Day, space and year; or a moment.
    let is_year = (1900..2100).contains(&value(end));
    let is_spaced = lengths.len() > 1 && !between.contains(['-', '+']);
    let is_early = digits.len() == 12 && value(&digits[..4]) >= FIRST_YEAR_OF_EVENTS;
    let is_moment = is_early && value(&end[..2]) < 24 && value(&end[2..]) < 60;
    let is_serial = phone::is_named_otherwise(plain, first.place.start) || plain.before(first.place.start) == Some('/');
    match lengths {
        // A day of these years and a serial number.
        [8, 4] if is_early && is_serial => return false,
        [6, 4] if is_spaced && is_year => return false,
        [2, 2, 2, 4] if is_year => return false,
        // From a day to another.
        [.., 4] if is_year && after.is_some_and(|after| after.contains('-')) => return false,
        [4, 2, 2, 4] if is_spaced && is_moment => return false,
        // A long number in fours is a card's or an invoice's.
        [4, 4, 4] | [4, 4, 2, 2] | [2, 4, 4] | [4, 2, 4] if before.is_some() || after.is_some() => return false,
        // Two by two, tables and times have their numbers too.
        [2, 2, 2, ..] if lengths.len() >= 5 && (before.is_some() || after.is_some()) => return false,
        // Ten or twelve digits in a row are whole, whatever stands beside them in a table, a list or a name.
        [10 | 12] => {
            return !is_amount(plain, first.place.start, last.place.end)
                && !is_hash(plain, first.place.start, last.place.end);
        }
        _ => {}
    }
    // Joined to other digits by a hyphen, only what has a hyphen of its own is whole.
    if before.is_some_and(|before| before.contains(['-', '.', '/', '_'])) && !between.contains(['-', '+']) {
        return false;
    }
    !is_hash(plain, first.place.start, last.place.end)
}

/// Whether a number is an amount: it is named so, or has what it is counted in behind it.
fn is_amount(plain: &Plain, start: usize, end: usize) -> bool {
    let before: String = plain.chars[start.saturating_sub(24)..start].iter().collect();
    let key = before.trim_end_matches([' ', '=', '"']);
    let is_key = key.len() < before.len() && before[key.len()..].contains('=') && {
        let rest = key.strip_suffix("amount");
        rest.is_some_and(|rest| !rest.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_'))
    };
    is_key || has_unit(plain, end)
}

/// Whether what a number is counted in stands behind it.
pub(super) fn has_unit(plain: &Plain, end: usize) -> bool {
    let most = (end + 12).min(plain.chars.len());
    let after: String = plain.chars[end.min(most)..most].iter().collect();
    let after = after.trim_start_matches(' ').to_lowercase();
    WORDS.unit.iter().any(|unit| {
        after.strip_prefix(unit).is_some_and(|rest| !rest.starts_with(|letter: char| letter.is_alphanumeric()))
    }) || after.starts_with('%')
}

/// Whether characters are a part of a hash or another such number of a machine: letters and digits, base sixteen.
pub(super) fn is_hash(plain: &Plain, start: usize, end: usize) -> bool {
    /// No word with a number against it is so long.
    const SHORTEST: usize = 16;
    let is_part = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_hexdigit() || sign == '-');
    let (mut from, mut until) = (start, end);
    while start - from < 64 && is_part(plain.before(from)) {
        from -= 1;
    }
    while until - end < 64 && is_part(plain.at(until)) {
        until += 1;
    }
    let letters = plain.chars[from..until].iter().filter(|sign| sign.is_ascii_alphabetic()).count();
    let joins_word = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
    if plain.before(from) == Some('x') && from.checked_sub(2).and_then(|place| plain.at(place)) == Some('0') {
        return true;
    }
    until - from >= SHORTEST && letters >= 4 && !joins_word(plain.before(from)) && !joins_word(plain.at(until))
}

pub(super) fn value(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |value, digit| value * 10 + u32::from(*digit))
}

/// The Luhn sum of ten digits ends in 0.
fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .map(|digit| u32::from(*digit))
        .enumerate()
        .map(|(place, digit)| match place % 2 {
            0 => digit * 2 / 10 + digit * 2 % 10,
            _ => digit,
        })
        .sum();
    sum.is_multiple_of(10)
}
