//! Ensure that nothing in a file looks like personal data (L10), comments included.
//!
//! The register is about places and measures, never about individuals, and git forgets nothing: what
//! looks like a personal identity number, a coordination number, a phone number or an e-mail address
//! is stopped before it is written. What was found is never said: findings tell its sort and its place.

use crate::check::rule::{Rule, Run};
use crate::model::{Arg, Day, Finding, Spot};
use regex::Regex;
use std::borrow::Cow;
use std::sync::LazyLock;

pub(in crate::check) const RULE: Rule = Rule::error("personal-data", "L10", Run::Text);

/// What a piece of text looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonalData {
    /// A personal identity number (personnummer).
    IdentityNumber,
    /// A coordination number (samordningsnummer): 60 added to the day.
    CoordinationNumber,
    /// A phone number.
    PhoneNumber,
    /// An e-mail address.
    Email,
}

impl PersonalData {
    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            PersonalData::IdentityNumber => "personal-identity-number",
            PersonalData::CoordinationNumber => "personal-coordination-number",
            PersonalData::PhoneNumber => "personal-phone-number",
            PersonalData::Email => "personal-email",
        }
    }
}

/// What may be personal data, by its form alone. The byte before and after must be none that would
/// make it part of something longer: the match itself cannot look.
static CANDIDATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?x)
          (?P<phone>
            (?:\+46|0046) [\x20-]? (?:\(0\))? [\x20-]? [1-9][0-9]{0,2} (?:[\x20-]?[0-9]{2,4}){2,4}
          | 0[1-9][0-9]{0,2} (?:[-/\x20]|\x20-\x20)
            (?: [0-9]{2,3}\x20[0-9]{2}\x20[0-9]{2}(?:\x20[0-9]{2})? | [0-9]{3}\x20[0-9]{3}(?:\x20[0-9]{2,3})? | [0-9]{5,8} )
          | 07[02369][0-9]{7}
          )
        | (?P<number> [0-9]{6}(?:[0-9]{2})? (?:[-+\x20]|\u{2013})? [0-9]{4} )
        | (?P<email> [A-Za-z0-9._%+-]{1,64} @ [A-Za-z0-9] [A-Za-z0-9.-]{0,250} \. [A-Za-z]{2,24} )
        ",
    )
    .ok()
});

/// Finds all that looks like personal data in a text.
#[must_use]
pub fn scan(file: &str, text: &str) -> Vec<Finding> {
    let mut findings = if file.is_empty() { Vec::new() } else { scan_name(file) };
    let Some(candidate) = &*CANDIDATE else {
        return findings;
    };
    // Places are told without the byte order mark, as everywhere.
    let text = crate::format::without_bom(text);
    let mut start = 0;
    // Nothing that is looked for goes over the end of a line.
    for line in text.split_inclusive('\n') {
        if may_hold(line.as_bytes()) {
            scan_line(file, text, start, start + line.len(), candidate, &mut findings);
        }
        start += line.len();
    }
    findings
}

/// Whether a line may hold any of what is looked for: a quick look, since most lines do not. A number has
/// five digits in a row, or begins with `00`, or is parted by spaces, or has a plus in it.
fn may_hold(line: &[u8]) -> bool {
    let (mut run, mut last, mut before) = (0, 0_u8, 0_u8);
    for &byte in line {
        match byte {
            b'@' | b'+' => return true,
            b'0'..=b'9' => {
                run += 1;
                let is_parted = last == b' ' && before.is_ascii_digit();
                if run >= 5 || is_parted || (run == 2 && byte == b'0' && last == b'0') {
                    return true;
                }
            }
            _ => run = 0,
        }
        (before, last) = (last, byte);
    }
    false
}

fn scan_line(file: &str, text: &str, start: usize, end: usize, candidate: &Regex, findings: &mut Vec<Finding>) {
    let line = &text[..end];
    let mut at = start;
    while let Some(found) = candidate.captures_at(line, at) {
        let Some(whole) = found.get(0) else { break };
        at = whole.end();
        let what = if let Some(number) = found.name("number") {
            identity(text, number.start(), number.as_str())
        } else if found.name("phone").is_some() {
            is_apart(text, whole.start(), whole.end()).then_some(PersonalData::PhoneNumber)
        } else {
            Some(PersonalData::Email)
        };
        match what {
            Some(what) => findings.push(
                Finding::new(RULE.code, file, Spot::Bytes(whole.range().into()))
                    .with("what", Arg::Message(Cow::Borrowed(what.message()))),
            ),
            // Something else may begin within what turned out to be nothing.
            None => at = whole.start() + 1,
        }
    }
}

/// Finds what looks like personal data in the name of a file.
fn scan_name(file: &str) -> Vec<Finding> {
    let name = file.rsplit('/').next().unwrap_or(file);
    let stem = name.split('.').next().unwrap_or(name).replace('-', " ");
    // An id joins words by hyphens: also where they stand for what else would join.
    let found = [scan("", &stem), scan("", name)].concat();
    found.into_iter().map(|finding| Finding { file: file.to_owned(), spot: Spot::File, ..finding }).take(1).collect()
}

/// Whether no letter, digit or joining sign stands right beside a match, so that it is not a part of a
/// longer number, a case number or a date.
fn is_apart(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    let joins = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_';
    !before.is_some_and(|letter| joins(letter) || letter == '.' || letter == '+')
        && !after.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
}

/// What sort of identity number this is, if it is one: a real date, and a check digit by Luhn over the
/// last ten digits (L10). An organisation number has a third digit of 2 or more, which no month has.
fn identity(text: &str, start: usize, number: &str) -> Option<PersonalData> {
    if !is_apart(text, start, start + number.len()) || is_amount(text, start) {
        return None;
    }
    let digits: Vec<u32> = number.chars().filter_map(|character| character.to_digit(10)).collect();
    // Six digits, a space and a year are an amount or a date and a year.
    if number.contains(' ') && digits.len() == 10 && (1900..2100).contains(&value(&digits[6..])) {
        return None;
    }
    let last_ten = &digits[digits.len() - 10..];
    let day = value(&last_ten[4..6]);
    let (day, what) = match day {
        61..=91 => (day - 60, PersonalData::CoordinationNumber),
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
    (is_date && luhn(last_ten)).then_some(what)
}

/// Whether a number stands as an amount: `amount = 8507099805`.
fn is_amount(text: &str, start: usize) -> bool {
    let before = text[..start].trim_end();
    before.strip_suffix('=').is_some_and(|before| {
        let key = before.trim_end();
        key.strip_suffix("amount")
            .is_some_and(|rest| !rest.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_'))
    })
}

fn value(digits: &[u32]) -> u32 {
    digits.iter().fold(0, |value, digit| value * 10 + digit)
}

/// The Luhn sum of ten digits ends in 0.
fn luhn(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .enumerate()
        .map(|(place, digit)| match place % 2 {
            0 => digit * 2 / 10 + digit * 2 % 10,
            _ => *digit,
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&'static str> {
        scan("x.toml", text)
            .into_iter()
            .map(|finding| match &finding.args[0].1 {
                Arg::Message(Cow::Borrowed(message)) => message.strip_prefix("personal-").unwrap(),
                other => panic!("{other:?}"),
            })
            .collect()
    }

    /// An identity number of that date, which no person has: its birth number is chosen by the check
    /// digit alone.
    fn number(date: &str, between: &str) -> String {
        let ten: Vec<u32> = format!("{}000", &date[date.len() - 6..]).chars().filter_map(|c| c.to_digit(10)).collect();
        let last = (0..10).find(|&last| luhn(&[&ten[..], &[last]].concat())).unwrap();
        format!("{date}{between}000{last}")
    }

    #[test]
    fn identity_numbers_in_every_form() {
        for date in ["850709", "19850709", "20000229", "010101"] {
            for between in ["-", "+", "", " ", "–"] {
                let number = number(date, between);
                assert_eq!(found(&format!("note = \"{number}.\"")), ["identity-number"], "{number}");
                assert_eq!(found(&format!("# {number}")), ["identity-number"], "{number}");
            }
        }
        assert_eq!(found(&number("850769", "-")), ["coordination-number"]);
    }

    #[test]
    fn other_numbers_are_not_mistaken() {
        let wrong_check_digit = number("850709", "-").replace("000", "010");
        for text in [
            wrong_check_digit.as_str(),
            "case_number = \"KS 2019-1003\"",
            "case_number = \"KS 2019-05-07 § 170\"",
            "556036-0793 och 212000-0449",
            "amount = 8507090001",
            "budget 1 234 567 kr, 400000 2026",
            "on = 2026-09-01",
            "period = { from = 2026-09-01, until = 2027-06-30 }",
            "code = \"0580C1234\"",
            "time = \"09:00–11:00\"",
            "kl 08-10 2026",
            "20260901-20270630",
            "@ryd och a@b",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
        assert!(found(&format!("amount = {}", number("850709", ""))).is_empty());
    }

    #[test]
    fn phones_and_mail() {
        for phone in [
            "013-20 60 00",
            "070-174 06 05",
            "0701740605",
            "+46 70 174 06 05",
            "08-123 456 78",
            "0046701740605",
            "0046-70-174-06-05",
            "013 - 206000",
            "+46(0)70-174-06-05",
        ] {
            assert_eq!(found(&format!("Ring {phone}!")), ["phone-number"], "{phone}");
        }
        assert_eq!(found("kontakt: trygghet@example.se"), ["email"]);
    }
}
