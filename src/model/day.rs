//! Days and stretches of days.

use super::field::{FieldType, Shape, Value, record};
use chrono::{Datelike, NaiveDate};
use std::fmt;
use std::str::FromStr;

/// A day, written `2026-09-17`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// The day of that year, month and day of the month, where there is one.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        // TOML's years have four digits (RFC 3339), and no calendar has a year 0.
        if !(1..=9999).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// The day of the month, 1–31.
    #[must_use]
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The same day for chrono.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        self.0
    }

    /// The year, 1–9999.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1–12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day that many days later, or earlier where negative. The last possible day where there
    /// is none.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let moved = chrono::TimeDelta::try_days(days).and_then(|delta| self.0.checked_add_signed(delta));
        Self(moved.unwrap_or(self.0))
    }

    /// The same day of the month that many months earlier, or that month's last.
    #[must_use]
    pub fn minus_months(self, months: u32) -> Self {
        Self(self.0.checked_sub_months(chrono::Months::new(months)).unwrap_or(self.0))
    }

    /// The same day of the month that many months later, or that month's last.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        Self(self.0.checked_add_months(chrono::Months::new(months)).unwrap_or(self.0))
    }

    /// How many days from another day to this.
    #[must_use]
    pub fn days_since(self, other: Day) -> i64 {
        self.0.signed_duration_since(other.0).num_days()
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Self {
        Self(date)
    }
}

/// A string that is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a day written as 2026-09-17")]
pub struct NotADay;

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        let digits = |part: &str| -> Option<u32> {
            if part.bytes().all(|byte| byte.is_ascii_digit()) { part.parse().ok() } else { None }
        };
        let day = || -> Option<Day> {
            if text.len() != 10 || !text.is_ascii() || &text[4..5] != "-" || &text[7..8] != "-" {
                return None;
            }
            Day::new(i32::try_from(digits(&text[..4])?).ok()?, digits(&text[5..7])?, digits(&text[8..])?)
        };
        day().ok_or(NotADay)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FieldType for Day {
    const SHAPE: Shape = Shape::Day;
    fn value(&self) -> Value<'_> {
        Value::Day(*self)
    }
}

record! {
    /// A stretch of days. Either end may be open.
    Period as "period" whole Period {
        /// Its first day; open where there is none.
        from: Option<Day>;
        /// Its last day, which is in it; open where there is none.
        until: Option<Day>, end;
    }
}

impl Period {
    /// The stretch between two days, both in it.
    #[must_use]
    pub fn between(from: Day, until: Day) -> Self {
        Self { from: Some(from), until: Some(until) }
    }

    /// Whether neither end is known.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.from.is_none() && self.until.is_none()
    }

    /// Whether the day lies in it.
    #[must_use]
    pub fn contains(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether it has a day in common with another.
    #[must_use]
    pub fn overlaps(&self, other: &Period) -> bool {
        let before = |until: Option<Day>, from: Option<Day>| matches!((until, from), (Some(u), Some(f)) if u < f);
        !before(self.until, other.from) && !before(other.until, self.from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_real_days_are_days() {
        assert_eq!("2026-02-28".parse::<Day>().map(|day| day.to_string()), Ok("2026-02-28".to_owned()));
        for bad in ["2026-02-29", "2026-2-8", "26-02-28", "2026-13-01", "2026-02-28 ", "+026-02-28", "åååå-å-å"] {
            assert!(bad.parse::<Day>().is_err(), "{bad}");
        }
    }

    #[test]
    fn an_open_end_reaches_everything_on_its_side() {
        let day = |text: &str| text.parse::<Day>().ok();
        let open = Period { from: day("2026-01-01"), until: None };
        let before = Period { from: None, until: day("2025-12-31") };
        assert!(!open.overlaps(&before) && !before.overlaps(&open));
        assert!(open.overlaps(&Period::default()));
    }
}
