//! What the words over a column say: what it is called, of which year it is, and what its numbers are counted in.

use super::map::Unit;
use super::route::Route;
use crate::model::{Shape, TableShape, slug};
use crate::words::WORDS;

/// Heads at least this alike say the same.
const ALIKE: f64 = 0.93;

/// The least letters of heads that may be alike.
const LEAST_ALIKE: usize = 5;

/// Where the cells of a column go that is headed so, once its field is known: to the year that stands over it, where its field
/// is told by year; and what its numbers are counted in.
#[must_use]
pub fn headed_by(heading: &str, route: Route) -> (Route, Unit) {
    let unit = if matches!(route.asked().shape.single(), Shape::Money) { unit_in(heading) } else { Unit::Ones };
    let is_by_year = route.own_element().is_some_and(|(_, table)| is_by_year(table));
    match year_in(heading) {
        Some(year) if is_by_year && route.ticked().is_none() => (route.of_element(&year), unit),
        _ => (route, unit),
    }
}

fn is_by_year(table: &TableShape) -> bool {
    table.key.and_then(|key| table.field(key)).is_some_and(|field| matches!(field.shape, Shape::Year))
}

/// A head without what stands in brackets, years, units and signs.
pub(super) fn plain_head(text: &str) -> String {
    let mut depth = 0_usize;
    let kept: String = text
        .chars()
        .filter(|sign| {
            depth += usize::from(matches!(sign, '(' | '['));
            let is_kept = depth == 0;
            depth -= usize::from(matches!(sign, ')' | ']') && depth > 0);
            is_kept
        })
        .collect();
    let lowered = kept.to_lowercase();
    let is_unit =
        |word: &str| WORDS.thousands.iter().chain(&WORDS.millions).chain(&WORDS.currency).any(|unit| *unit == word);
    let is_kept = |word: &&str| {
        let plain = word.trim_matches(|sign: char| !sign.is_alphanumeric());
        !is_unit(plain) && year_in(plain).is_none()
    };
    let words: Vec<&str> = lowered.split_whitespace().filter(is_kept).collect();
    words.join(" ").trim_matches(|sign: char| !sign.is_alphanumeric() && sign != '#').to_owned()
}

/// The year in a text.
fn year_in(text: &str) -> Option<String> {
    let mut digits = text.split(|sign: char| !sign.is_ascii_digit());
    let is_year = |digits: &&str| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    digits.rfind(is_year).map(str::to_owned)
}

/// What the numbers below a head are counted in.
fn unit_in(text: &str) -> Unit {
    let lowered = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| holds(&slug(&lowered), &slug(word)));
    match (has(&WORDS.thousands), has(&WORDS.millions)) {
        (true, _) => Unit::Thousands,
        (false, true) => Unit::Millions,
        (false, false) => Unit::Ones,
    }
}

/// Whether words have others among them, side by side.
pub(super) fn holds(words: &str, others: &str) -> bool {
    !others.is_empty() && format!("-{words}-").contains(&format!("-{others}-"))
}

/// How alike what stands over a column is to what may stand there, from 0 to 1.
#[allow(clippy::cast_precision_loss)]
pub(super) fn likeness(words: &str, known: &str) -> f64 {
    if words == known {
        return 1.0;
    }
    let is_long = words.len() >= LEAST_ALIKE && known.len() >= LEAST_ALIKE;
    if is_long && strsim::jaro_winkler(words, known) >= ALIKE {
        return 0.85;
    }
    // The first words say more than the last: "insats eller aktivitet" is an "insats".
    let first = if words.starts_with(known) { 0.1 } else { 0.0 };
    if holds(words, known) { 0.5 + first + 0.2 * known.len() as f64 / words.len() as f64 } else { 0.0 }
}
