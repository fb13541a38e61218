//! Phone numbers: Swedish ones by their area codes and how people part them, and those of other lands by their `+`.

use super::number::{Group, has_unit, is_hash, value};
use super::plain::{BREAK, GAP, Plain};
use super::{PersonalData, words::WORDS};
use std::ops::Range;

type One = (PersonalData, Range<usize>, usize);

/// The area codes of two digits behind the zero. One digit is Stockholm's alone, and all others have three.
const AREAS_OF_TWO: [u32; 27] =
    [10, 11, 13, 16, 18, 19, 20, 21, 23, 26, 31, 33, 35, 36, 40, 42, 44, 46, 54, 60, 63, 70, 72, 73, 76, 79, 90];
/// What follows the zero of a mobile phone.
const MOBILE: [u32; 5] = [70, 72, 73, 76, 79];

/// Digits as they may be dialled within the land, without the zero before the area.
struct Dialled {
    digits: Vec<u8>,
    /// How many digits there were when each group ended.
    ends: Vec<usize>,
}

/// The phone number that begins with a group, if one does.
pub(super) fn find(plain: &Plain, groups: &[Group], at: usize, is_after_number: bool) -> Option<One> {
    let group = &groups[at];
    let start = group.place.start;
    // A zero by itself begins a number that is told digit by digit, or one with decimals.
    let is_one = |group: &Group| group.len() == 1;
    let is_in_bracket = plain.before(start) == Some('(') && plain.at(group.place.end) == Some(')');
    let is_apart = |group: &Group| group.joined.as_deref() == Some(" ") && matches!(group.len(), 1..=3);
    let is_area_apart = groups.get(at + 1).is_some_and(is_apart)
        && groups.get(at + 2).is_some_and(|group| group.joined.as_deref() == Some("-"));
    if group.digits == [0] && !is_in_bracket && !is_area_apart && !groups.iter().skip(at).take(8).all(is_one) {
        return None;
    }
    // Two digits begin one that is told two by two, or are an area, of which there is one with two.
    if group.digits.starts_with(&[0, 7])
        && group.len() == 2
        && !groups.iter().skip(at).take(5).all(|group| group.len() == 2)
    {
        return None;
    }
    if group.len() == 2 && group.digits[0] == 0 && is_row_of_pairs(groups, at) && !is_named(plain, start) {
        return None;
    }
    let found = prefixed(plain, groups, at).or_else(|| {
        let digits = &group.digits;
        match digits.as_slice() {
            [0, 0, 4, 6, rest @ ..] => swedish(plain, groups, at, rest, start, true),
            [0, 0] => {
                let next = groups.get(at + 1).filter(|next| next.joined.as_deref() == Some(" "))?;
                let rest = next.digits.strip_prefix(&[4, 6])?;
                swedish(plain, groups, at + 1, rest, start, true)
            }
            [0, 0, 1..=9, ..] => abroad(plain, groups, at, start).filter(|(_, _, last)| last - at >= 3),
            [4, 6] => swedish(plain, groups, at, &[], start, true),
            [4, 6, 7, ..] => swedish(plain, groups, at, &digits[2..], start, true).filter(|_| digits.len() >= 4),
            [0, rest @ ..] => swedish(plain, groups, at, rest, start, false),
            // A spreadsheet takes the zero away.
            [7, ..] | [8] if is_named(plain, start) => swedish(plain, groups, at, digits, start, false),
            _ => None,
        }
    });
    let (what, place, last) = found?;
    let is_bare = last == at;
    let is_mobile = is_mobile(&groups[at..=last]);
    let is_spaced = groups[at + 1..=last].iter().all(|group| group.joined.as_deref() == Some(" "));
    let is_amount = is_spaced && (is_bare || !is_mobile) && has_unit(plain, place.end);
    if is_hash(plain, place.start, place.end) || is_amount {
        return None;
    }
    let has_plus = plain.at(place.start) == Some('+');
    if !has_plus && !is_after_number && !stands_alone(plain, groups, at, is_bare, is_mobile) {
        return None;
    }
    if !(has_plus || is_mobile && !is_bare) && is_named_otherwise(plain, place.start) {
        return None;
    }
    if is_bare && !has_plus && !is_mobile {
        // A longer number in parts, or one with decimals.
        let after = groups.get(last + 1).and_then(|next| next.joined.as_deref());
        let is_decimal =
            plain.at(place.end) == Some(',') && plain.at(place.end + 1).is_some_and(|sign| sign.is_ascii_digit());
        if is_decimal || after.is_some_and(|after| matches!(after, "-" | "." | "_")) {
            return None;
        }
    }
    // The bracket that an area stands in is a part of the number.
    let place = match plain.before(place.start) {
        Some('(') if plain.chars[place.clone()].contains(&')') => place.start - 1..place.end,
        _ => place,
    };
    Some((what, place, last))
}

/// Whether pairs of digits stand in a row that is no number told two by two: a timetable, days, a table's line.
fn is_row_of_pairs(groups: &[Group], at: usize) -> bool {
    let is_pair = |group: &&Group| group.len() == 2;
    let is_on = |group: &Group| group.joined.as_deref().is_some_and(|joined| matches!(joined, " " | "  " | "\t"));
    let behind = groups[at + 1..].iter().take_while(|group| is_on(group)).take_while(is_pair).count();
    let before = (1..=at).rev().take_while(|place| is_on(&groups[*place]) && groups[place - 1].len() == 2).count();
    // A mobile phone's are five.
    let is_mobile = groups[at].digits == [0, 7] && before == 0 && behind == 4;
    behind >= 3 && !is_mobile
}

/// Whether the word in front of a number says that it is a phone's.
fn is_named(plain: &Plain, start: usize) -> bool {
    let before: String = plain.chars[start.saturating_sub(24)..start].iter().collect();
    let before = before.trim_end_matches(|sign: char| " .:=\"'(".contains(sign));
    let word = before.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    WORDS.phone.contains(&&*word)
}

/// A number with a `+` in front.
fn prefixed(plain: &Plain, groups: &[Group], at: usize) -> Option<One> {
    let group = &groups[at];
    let start = group.place.start;
    let is_apart = plain.before(start) == Some(' ');
    let plus = if is_apart { start.checked_sub(2)? } else { start.checked_sub(1)? };
    // `{+2027–2028+}` marks what came to a text; the sign is none of the number's.
    let is_mark = plain.before(plus) == Some('{');
    if plain.at(plus) != Some('+') || is_mark || plain.before(plus).is_some_and(|sign| sign.is_ascii_digit()) {
        return None;
    }
    if let Some(rest) = group.digits.strip_prefix(&[4, 6])
        && let Some(found) = swedish(plain, groups, at, rest, plus, true)
    {
        return Some(found);
    }
    if is_apart || group.digits.first() == Some(&0) { None } else { abroad(plain, groups, at, plus) }
}

/// Whether the digits of groups are those of a mobile phone.
fn is_mobile(groups: &[Group]) -> bool {
    let digits: Vec<u8> = groups.iter().flat_map(|group| &group.digits).copied().collect();
    let digits = digits.strip_prefix(&[0, 0, 4, 6]).or_else(|| digits.strip_prefix(&[4, 6])).unwrap_or(&digits);
    let digits = digits.strip_prefix(&[0]).unwrap_or(digits);
    digits.len() == 9 && MOBILE.contains(&value(&digits[..2]))
}

/// Whether a number is no part of a longer one, or of a case number.
fn stands_alone(plain: &Plain, groups: &[Group], at: usize, is_bare: bool, is_mobile: bool) -> bool {
    let start = groups[at].place.start;
    let joins = |sign: char| matches!(sign, '-' | '/' | '_' | '.');
    let Some(before) = plain.before(start) else { return true };
    if before == ',' && start.checked_sub(2).and_then(|place| plain.at(place)).is_some_and(|sign| sign.is_ascii_digit())
    {
        // Decimals; a list of numbers has a space, or is one of CSV.
        return is_mobile || !is_bare;
    }
    let joined = groups[at].joined.as_deref();
    if joined.is_some_and(|joined| joined.contains(joins) && !joined.contains([BREAK, '('])) {
        // Behind other digits and a hyphen, only what is parted itself can be told, or is a mobile phone's.
        return is_mobile;
    }
    if is_bare && !is_mobile && is_behind_capitals(plain, start) {
        return false;
    }
    if is_mobile || !joins(before) {
        // Against letters without a sign between, a number is still one.
        return is_mobile || !is_bare || !before.is_uppercase();
    }
    // Behind capitals, it is the number of a case.
    let behind = start.checked_sub(2).and_then(|place| plain.at(place));
    !behind.is_some_and(char::is_uppercase)
}

/// Whether a word in capitals stands in front of a number: the name of a series, unless it says that it is a phone.
fn is_behind_capitals(plain: &Plain, start: usize) -> bool {
    let before: String = plain.chars[start.saturating_sub(8)..start].iter().collect();
    let Some(before) = before.strip_suffix(' ') else { return false };
    let word = before.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    (2..=4).contains(&word.chars().count())
        && word.chars().all(char::is_uppercase)
        && !WORDS.phone.contains(&&*word.to_lowercase())
}

/// Whether the words in front of a number say that it is another sort of number.
pub(super) fn is_named_otherwise(plain: &Plain, start: usize) -> bool {
    let before: String = plain.chars[start.saturating_sub(32)..start].iter().collect();
    let line = before.rsplit([BREAK, GAP]).next().unwrap_or_default().to_lowercase();
    let line = line.trim_end_matches(|sign: char| " .:=\"'(-#/".contains(sign));
    // `OCR-nr` is one as well as `OCR`.
    let short = WORDS.number.iter().find_map(|word| line.strip_suffix(word)).unwrap_or(line);
    let short = short.trim_end_matches(['-', ' ', '.']);
    WORDS.other_number.iter().any(|word| {
        let ends = |line: &str| {
            line.strip_suffix(word).is_some_and(|rest| !rest.ends_with(|letter: char| letter.is_alphanumeric()))
        };
        ends(line) || ends(short)
    })
}

/// A number of another land: with what goes before it, eight digits to fifteen.
fn abroad(plain: &Plain, groups: &[Group], at: usize, start: usize) -> Option<One> {
    let mut count = 0;
    let mut last = None;
    for (place, group) in groups.iter().enumerate().skip(at) {
        let joins =
            place == at || group.joined.as_deref().is_some_and(|joined| is_between(joined) && !joined.contains(BREAK));
        count += group.len();
        if !joins || count > 15 || (place > at && group.len() > 10) {
            break;
        }
        if count >= 8 {
            last = Some(place);
        }
    }
    let last = last?;
    let end = groups[last].place.end;
    // A sum that is more than it was.
    if has_unit(plain, end) || groups[at..=last].iter().skip(1).all(|group| group.len() == 3) && last > at {
        return None;
    }
    Some((PersonalData::PhoneNumber, start..end, last))
}

/// A Swedish number of which some digits of a group are the first, the zero before the area or the land's number left
/// out.
fn swedish(plain: &Plain, groups: &[Group], at: usize, first: &[u8], start: usize, from_abroad: bool) -> Option<One> {
    let mut dialled = Dialled { digits: first.to_vec(), ends: Vec::new() };
    let mut found = None;
    for (place, group) in groups.iter().enumerate().skip(at) {
        if place > at {
            let joined = group.joined.as_deref();
            // A colon stands behind an area alone; elsewhere it is in times.
            let is_behind_area = place == at + 1 && joined == Some(":") && group.len() == 3;
            if !is_behind_area && !joined.is_some_and(is_between) {
                break;
            }
            // Behind the land's number, the zero of the area stands in a bracket, or by mistake.
            let is_first = dialled.digits.is_empty() && from_abroad;
            let digits: &[u8] =
                if is_first { group.digits.strip_prefix(&[0]).unwrap_or(&group.digits) } else { &group.digits };
            dialled.digits.extend(digits);
        }
        if dialled.digits.len() > 9 {
            break;
        }
        if !dialled.digits.is_empty() {
            dialled.ends.push(dialled.digits.len());
        }
        if is_number(&dialled, from_abroad) && !is_time(&groups[at..=place]) {
            found = Some(place);
        }
    }
    let last = found?;
    let these = &groups[at..=last];
    // `46 123 456` is an amount.
    if from_abroad
        && !matches!(plain.at(start), Some('+' | '0'))
        && these.len() > 1
        && !is_mobile(these)
        && these[1..].iter().all(|group| group.len() == 3)
    {
        return None;
    }
    Some((PersonalData::PhoneNumber, start..these[these.len() - 1].place.end, last))
}

/// Whether that may stand between the parts of a phone number.
fn is_between(between: &str) -> bool {
    let signs = between.trim_matches([' ', '*', '`', '~', '\'']);
    match signs.chars().count() {
        0 => between.chars().count() <= 3,
        1 => "-/.()_[]".contains(signs) || signs.contains(BREAK) || between == "|",
        _ => matches!(signs, ")-" | ") -" | "-(" | ")/" | "](" | "-\n" | ")." | ") (" | ")(" | " (" | "--"),
    }
}

/// Whether digits are a number by its area, its length and its parts.
fn is_number(dialled: &Dialled, from_abroad: bool) -> bool {
    let digits = &dialled.digits;
    if digits.len() < 7 || digits[0] == 0 {
        return false;
    }
    let two = value(&digits[..2]);
    if MOBILE.contains(&two) {
        return digits.len() == 9;
    }
    let area = match two {
        80..=89 => 1,
        // No number within an area begins with a zero: `0200` is another area than `020`.
        two if AREAS_OF_TWO.contains(&two) && digits[2] != 0 => 2,
        _ => 3,
    };
    let local = &digits[area..];
    let is_long_enough = match area {
        1 | 2 => (7..=9).contains(&digits.len()) && local.len() >= 5,
        _ => (8..=9).contains(&digits.len()),
    };
    if !is_long_enough || local[0] == 0 {
        return false;
    }
    if dialled.ends.len() == 1 {
        return digits.len() >= 8;
    }
    let is_digit_by_digit =
        dialled.ends.iter().enumerate().skip(1).all(|(place, end)| end - dialled.ends[place - 1] == 1);
    let Some(parted) = dialled.ends.iter().position(|end| *end == area) else {
        // Where the area is not parted from the rest, two by two is a way of all numbers from abroad.
        return is_digit_by_digit || (from_abroad && digits.len() == 9);
    };
    let parts: Vec<usize> = dialled.ends[parted..].windows(2).map(|pair| pair[1] - pair[0]).collect();
    is_digit_by_digit
        || match parts.as_slice() {
            [5..=8] => true,
            [2, 2, 1] => area == 3,
            [_, ..] => {
                parts.iter().all(|part| matches!(part, 2..=4))
                    && !(parts.last() == Some(&4)
                        && (1900..2100).contains(&value(&local[local.len() - 4..]))
                        && local.len() < 8)
                    && !(parts[0] == 4 && (1900..2100).contains(&value(&local[..4])) && local.len() < 8)
            }
            [] => false,
        }
}

/// Whether groups are times or days rather than a number: `08.30-17.00`, `08-17 10-16`, `0730-1630 30`.
fn is_time(groups: &[Group]) -> bool {
    let lengths: Vec<usize> = groups.iter().map(Group::len).collect();
    let between: Vec<&str> = groups[1..].iter().map(|group| group.joined.as_deref().unwrap_or_default()).collect();
    let is_clock = |hours: &[u8], minutes: &[u8]| value(hours) <= 24 && value(minutes) < 60;
    match lengths.as_slice() {
        [2, 2, 2, 2, ..] => {
            let (first, third) = (between[0], between[2]);
            let clocks =
                is_clock(&groups[0].digits, &groups[1].digits) && is_clock(&groups[2].digits, &groups[3].digits);
            let hours = groups[..4].iter().all(|group| value(&group.digits) <= 31);
            (clocks && first == "." && third == "." && between[1].contains(['-', ' ']))
                || (hours && first.trim() == "-" && third.trim() == "-" && matches!(between[1], " " | " ("))
                // A day, and what stands behind it.
                || (hours && first == "-" && between[1] == "-" && third != "-")
                || (hours && first == "/" && third == "/")
        }
        [4, 4, ..] => {
            is_clock(&groups[0].digits[..2], &groups[0].digits[2..])
                && is_clock(&groups[1].digits[..2], &groups[1].digits[2..])
                && groups[0].digits.starts_with(&[0, 7])
        }
        // `08-12-2026` is a day too.
        [2, 2, 4, ..] => between[0] == "-" && between[1] == "-" && (1900..2100).contains(&value(&groups[2].digits)),
        // `01012026` is a day.
        [8] => {
            let digits = &groups[0].digits;
            (1900..2100).contains(&value(&digits[4..])) && value(&digits[..2]) <= 31 && value(&digits[2..4]) <= 12
        }
        _ => false,
    }
}
