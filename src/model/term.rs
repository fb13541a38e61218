//! The regular stretches of time that follow-up goes by: months, quarters, tertials, half-years, years.

use super::choice::Cycle;
use super::day::{Day, Period};
use super::field::{FieldType, Shape, Value};
use super::text::TextVisitor;
use serde::Deserialize;
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// A month, quarter, tertial, half-year or year: `2026-05`, `2026-q2`, `2026-t2`, `2026-h1`, `2026`.
///
/// A tertial is four months: T1 January–April, T2 May–August, T3 September–December (L4).
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Term {
    year: i32,
    cycle: Cycle,
    /// Which of the year's, from 1.
    number: u32,
}

impl Term {
    /// The one of a year's terms with that number, from 1, where there is one.
    #[must_use]
    pub fn new(year: i32, cycle: Cycle, number: u32) -> Option<Self> {
        let fits = (1..=12 / cycle.months()).contains(&number) && (1..=9999).contains(&year);
        fits.then_some(Self { year, cycle, number })
    }

    /// The term of that cycle in which a day lies.
    #[must_use]
    pub fn of(day: Day, cycle: Cycle) -> Self {
        Self { year: day.year(), cycle, number: (day.month() - 1) / cycle.months() + 1 }
    }

    /// Which cycle it is one of.
    #[must_use]
    pub fn cycle(self) -> Cycle {
        self.cycle
    }

    /// The year that all of its days are in.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// Which of the year's it is, from 1.
    #[must_use]
    pub fn number(self) -> u32 {
        self.number
    }

    /// The day that it begins on.
    #[must_use]
    pub fn first(self) -> Day {
        Day::new(self.year, (self.number - 1) * self.cycle.months() + 1, 1).unwrap_or_else(|| unreachable!())
    }

    /// The day that it ends with.
    #[must_use]
    pub fn last(self) -> Day {
        let next = self.number * self.cycle.months();
        let after = if next == 12 { Day::new(self.year + 1, 1, 1) } else { Day::new(self.year, next + 1, 1) };
        match after {
            Some(after) => after.plus_days(-1),
            None => Day::new(self.year, 12, 31).unwrap_or_else(|| unreachable!()),
        }
    }

    /// Whether all of its days are another's too.
    #[must_use]
    pub fn is_within(self, whole: Term) -> bool {
        let whole = whole.period();
        whole.contains(self.first()) && whole.contains(self.last())
    }

    /// Its days as a period, from the first to the last.
    #[must_use]
    pub fn period(self) -> Period {
        Period::between(self.first(), self.last())
    }

    /// The term of the same cycle after it; itself where there is no year after.
    #[must_use]
    pub fn next(self) -> Self {
        let after = self.last().plus_days(1);
        if after.year() > 9999 { self } else { Self::of(after, self.cycle) }
    }

    /// The term of the same cycle before it; itself where there is no year before.
    #[must_use]
    pub fn previous(self) -> Self {
        let before = self.first().plus_days(-1);
        if before.year() < 1 { self } else { Self::of(before, self.cycle) }
    }
}

impl PartialOrd for Term {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// By the first day; of two that begin together, the shorter comes first.
impl Ord for Term {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.first(), self.cycle.months()).cmp(&(other.first(), other.cycle.months()))
    }
}

/// A string that is no term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a period written as 2026-t2, 2026-q2, 2026-h1, 2026-05 or 2026")]
pub struct NotATerm;

impl FromStr for Term {
    type Err = NotATerm;

    fn from_str(text: &str) -> Result<Self, NotATerm> {
        let (year, part) = text.split_once('-').map_or((text, None), |(year, part)| (year, Some(part)));
        if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NotATerm);
        }
        let (cycle, number) = match part {
            None => (Cycle::Year, "1"),
            Some(month) if month.len() == 2 && month.as_bytes()[0].is_ascii_digit() => (Cycle::Month, month),
            Some(part) => {
                let cycle = match part.chars().next().map(|letter| letter.to_ascii_lowercase()) {
                    Some('t') => Cycle::Tertial,
                    Some('q' | 'k') => Cycle::Quarter,
                    Some('h') => Cycle::HalfYear,
                    _ => return Err(NotATerm),
                };
                if part.len() != 2 {
                    return Err(NotATerm);
                }
                (cycle, &part[1..])
            }
        };
        let number = number.parse().map_err(|_| NotATerm)?;
        Term::new(year.parse().map_err(|_| NotATerm)?, cycle, number).ok_or(NotATerm)
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.cycle {
            Cycle::Year => write!(f, "{:04}", self.year),
            Cycle::Month => write!(f, "{:04}-{:02}", self.year, self.number),
            Cycle::Quarter => write!(f, "{:04}-q{}", self.year, self.number),
            Cycle::Tertial => write!(f, "{:04}-t{}", self.year, self.number),
            Cycle::HalfYear => write!(f, "{:04}-h{}", self.year, self.number),
        }
    }
}

impl fmt::Debug for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<'de> Deserialize<'de> for Term {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor(|text: &str| text.parse().ok(), "a period such as 2026-t2"))
    }
}

impl FieldType for Term {
    const SHAPE: Shape = Shape::Term;
    fn value(&self) -> Value<'_> {
        Value::Term(*self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_its_days() {
        for (text, first, last) in [
            ("2026-t1", "2026-01-01", "2026-04-30"),
            ("2026-t3", "2026-09-01", "2026-12-31"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2026-q4", "2026-10-01", "2026-12-31"),
            ("2026-h1", "2026-01-01", "2026-06-30"),
            ("2026", "2026-01-01", "2026-12-31"),
        ] {
            let term: Term = text.parse().unwrap();
            assert_eq!((term.first().to_string(), term.last().to_string()), (first.into(), last.into()));
            assert_eq!(term.to_string(), text);
            assert_eq!(Term::of(term.last(), term.cycle()), term);
        }
        assert_eq!("2026-t1".parse::<Term>().unwrap().previous().to_string(), "2025-t3");
        for bad in ["2026-t4", "2026-t0", "2026-x1", "26-t1", "2026-13", "2026-t", "2026-t11", "2026-å"] {
            assert!(bad.parse::<Term>().is_err(), "{bad}");
        }
    }
}
