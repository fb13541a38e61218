//! Numbers, amounts and years as people write them, and as they are printed.

use crate::catalog::understand::{Taken, Understand};
use crate::model::{Day, Shape, Term, is_within};
use crate::words::WORDS;
use toml::Value;

/// A number without the spaces that people group its digits by, and with a plain sign.
fn plain_number(text: &str) -> String {
    let plain = text.chars().filter(|letter| !matches!(letter, ' ' | '\u{a0}' | '\u{202f}'));
    plain.map(|letter| if matches!(letter, '\u{2212}' | '–') { '-' } else { letter }).collect()
}

/// Whether a sign stands before groups of three digits alone: `450.000`, `1,234,567`.
fn is_grouped(number: &str, sign: char) -> bool {
    let mut groups = number.trim_start_matches('-').split(sign);
    groups.next().is_some_and(|first| (1..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_digit()))
        && number.contains(sign)
        && groups.all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A number with a point before its decimals, and nothing between its other digits.
fn with_point(text: &str, understand: &dyn Understand) -> String {
    let number = plain_number(text);
    let whole = |sign: char| number.split(if sign == ',' { '.' } else { ',' }).next().unwrap_or_default().to_owned();
    match (number.rfind(','), number.rfind('.')) {
        // The last of two signs stands before the decimals.
        (Some(comma), Some(point)) if comma < point && is_grouped(&whole(','), ',') => number.replace(',', ""),
        (Some(comma), Some(point)) if point < comma && is_grouped(&whole('.'), '.') => {
            number.replace('.', "").replace(',', ".")
        }
        (Some(_), None) if understand.groups_by_comma() && is_grouped(&number, ',') => number.replace(',', ""),
        _ => number.replace(',', "."),
    }
}

/// A whole number.
pub(super) fn whole(text: &str, understand: &dyn Understand) -> Option<i64> {
    let number = with_point(text, understand);
    number.parse().ok()
}

/// A number, with a comma or a point before its decimals. A unit of hundredths may stand behind it.
pub(super) fn number(text: &str, understand: &dyn Understand) -> Option<Value> {
    let number = with_point(text.trim_end_matches('%').trim_end(), understand);
    if let Ok(whole) = number.parse() {
        return Some(Value::Integer(whole));
    }
    number.parse().ok().filter(|number: &f64| number.is_finite()).map(Value::Float)
}

/// A year, of four digits, or of two in this century.
pub(super) fn year(text: &str, understand: &dyn Understand) -> Option<i64> {
    let year: i64 = plain_number(text).parse().ok()?;
    if text.len() == 2 && (0..100).contains(&year) {
        understand.note(text, Taken::Year(2000 + year));
        return Some(2000 + year);
    }
    Some(year)
}

/// Whether a number is no less and no more than can be, and so of the year of a day or a term.
#[allow(clippy::cast_precision_loss)]
pub(super) fn is_possible(range: (Option<i64>, Option<i64>), shape: &Shape, value: &Value) -> bool {
    let number = match (shape, value) {
        (_, Value::Integer(number)) => *number as f64,
        (_, Value::Float(number)) => *number,
        (Shape::Day, Value::Datetime(day)) => day.to_string().parse().map_or(f64::NAN, |day: Day| day.year().into()),
        (Shape::Term, Value::String(term)) => term.parse().map_or(f64::NAN, |term: Term| term.year().into()),
        _ => return true,
    };
    is_within(range, number)
}

/// An amount in whole units of currency, as people write it: `450 000 kr`, `450.000`, `450 tkr`, `1,5 mnkr`.
pub(super) fn amount(text: &str, understand: &dyn Understand) -> Option<i64> {
    let lowered = text.trim().to_lowercase();
    let behind = |words: &[&str]| words.iter().find_map(|word| lowered.strip_suffix(word)).map(str::trim_end);
    let (number, times): (&str, i64) = match (behind(&WORDS.thousands), behind(&WORDS.millions)) {
        (Some(number), _) => (number, 1_000),
        (None, Some(number)) => (number, 1_000_000),
        (None, None) => (behind(&WORDS.currency).unwrap_or_else(|| without_code(&lowered)), 1),
    };
    let number = plain_number(number);
    // Signs between groups of three are no decimals: nobody writes thousandths of a krona. Of thousands and millions,
    // what stands behind a comma may be.
    let point_groups = is_grouped(&number, '.');
    let comma_groups = is_grouped(&number, ',') && (times == 1 || understand.groups_by_comma());
    let number =
        if point_groups || comma_groups { number.replace(['.', ','], "") } else { with_point(&number, understand) };
    let (whole, decimals) = number.split_once('.').unwrap_or((&number, ""));
    if whole.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    // One that is too large is told of as such where it would be written.
    let whole: i64 = whole.parse().ok()?;
    let tens = 10_i64.checked_pow(u32::try_from(decimals.len()).ok()?)?;
    let parts = if decimals.is_empty() { 0 } else { times.checked_mul(decimals.parse().ok()?)? };
    // What is no whole amount is none: nobody writes öre here.
    let amount = whole.checked_mul(times)?.checked_add(parts / tens).filter(|_| parts % tens == 0)?;
    if times > 1 {
        understand.note(text, Taken::Amount(amount));
    }
    Some(amount)
}

/// An amount without the code of a currency behind it or before it: `400,000 EUR`, `SEK 400,000`.
fn without_code(text: &str) -> &str {
    let is_code = |code: &str| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_space = |sign: char| matches!(sign, ' ' | '\u{a0}');
    match (text.rsplit_once(is_space), text.split_once(is_space)) {
        (Some((amount, code)), _) if is_code(code) => amount,
        (_, Some((code, amount))) if is_code(code) => amount,
        _ => text,
    }
}
