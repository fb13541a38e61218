//! Days as each language writes them, and as people do.

use super::Language;
use crate::message::{Key, say};
use crate::model::{Cycle, Day, Tense, Term, When};
use chrono::{Datelike, Locale, NaiveDate, Weekday};

impl Language {
    fn chrono(&self) -> Locale {
        *self.days.get_or_init(|| self.text(say::LANGUAGE_LOCALE).parse().unwrap_or(Locale::POSIX))
    }

    fn format_day(&self, day: Day, format: &str) -> String {
        day.date().format_localized(format, self.chrono()).to_string()
    }

    /// A day: `15 dec 2026`.
    #[must_use]
    pub fn day(&self, day: Day) -> String {
        self.format_day(day, "%-d %b %Y")
    }

    /// A day in full: `23 november 2026`.
    #[must_use]
    pub fn long_day(&self, day: Day) -> String {
        self.format_day(day, "%-d %B %Y")
    }

    /// A day with the day of the week and without the year: `tor 3 dec`.
    #[must_use]
    pub fn near_day(&self, day: Day) -> String {
        self.format_day(day, "%a %-d %b")
    }

    /// A term: `T2 2026`, `maj 2026`.
    #[must_use]
    pub fn term(&self, term: Term) -> String {
        match term.cycle() {
            Cycle::Year => term.year().to_string(),
            Cycle::Month => self.format_day(term.first(), "%B %Y"),
            Cycle::Quarter => self.numbered(say::TERM_QUARTER, term),
            Cycle::Tertial => self.numbered(say::TERM_TERTIAL, term),
            Cycle::HalfYear => self.numbered(say::TERM_HALF_YEAR, term),
        }
    }

    fn numbered(&self, letter: Key, term: Term) -> String {
        format!("{}{} {}", self.text(letter), term.number(), term.year())
    }

    /// The day that a person means: `2026-12-15`, `15 dec`, `15/12`, `15 december 2026`, `v. 48` (the
    /// Monday of that week), `idag`, `igår`, `imorgon`, `maj 2026`. Where
    /// it is not written in full, `when` says which is meant: the last or the next or the nearest to today, and of a week or
    /// a month its first day or its last.
    #[must_use]
    pub fn read_day(&self, text: &str, today: Day, when: When) -> Option<Day> {
        let text = text.trim().to_lowercase();
        if let Ok(day) = text.parse() {
            return Some(day);
        }
        for (key, days) in [(say::DAY_WORDS_TODAY, 0), (say::DAY_WORDS_YESTERDAY, -1), (say::DAY_WORDS_TOMORROW, 1)] {
            if self.text(key).split('|').any(|word| word.trim() == text) {
                return Some(today.plus_days(days));
            }
        }
        // A day of the week says which year is meant, where nothing else does.
        if let Some((weekday, rest)) = self.weekday(&text) {
            let years = today.year() - 3..=today.year() + 3;
            let days = years.filter_map(|year| self.read_day_and_month(&format!("{rest} {year}"), today, when));
            let nearest = days.filter(|day| day.date().weekday() == weekday);
            let nearest = nearest.min_by_key(|day| day.days_since(today).abs());
            let whole = || self.read_day_and_month(rest, today, when).filter(|day| day.date().weekday() == weekday);
            return nearest.or_else(whole);
        }
        self.read_week(&text, today, when)
            .or_else(|| self.read_day_and_month(&text, today, when))
            .or_else(|| self.read_month(&text, today, when))
    }

    /// Whether a text says all of a day: its year, month and day.
    #[must_use]
    pub fn says_all_of(&self, text: &str, day: Day) -> bool {
        let text = text.trim();
        let digits = || text.split(|sign: char| !sign.is_ascii_digit()).filter(|digits| !digits.is_empty());
        let has = |number: i64| digits().any(|digits| digits.parse() == Ok(number));
        text.parse::<Day>().is_ok()
            || (has(day.year().into()) && has(day.day().into()) && (digits().count() == 3 || self.is_with_month(text)))
    }

    fn is_with_month(&self, text: &str) -> bool {
        let is_month = |word: &str| self.month(&word.to_lowercase()).is_some();
        text.split(|sign: char| !sign.is_alphabetic())
            .any(|word| is_month(word) || self.others().any(|own| own.month(&word.to_lowercase()).is_some()))
    }

    /// The term that a person means: `2026-t2`, `T2 2026`, `maj 2026`, `HT 2026`, `t2`. One without a year is the last that
    /// has begun.
    #[must_use]
    pub fn read_term(&self, text: &str, today: Day) -> Option<Term> {
        let text = text.trim().to_lowercase();
        if let Ok(term) = text.parse() {
            return Some(term);
        }
        let mut parts: Vec<&str> = text.split(|sign: char| sign.is_whitespace() || sign == '-').collect();
        parts.retain(|part| !part.is_empty());
        let (part, year) = match parts.as_slice() {
            [part] => (*part, None),
            [first, second] if first.len() == 4 && read_year(first).is_some() => (*second, Some(read_year(first)?)),
            [part, year] => (*part, Some(read_year(year)?)),
            _ => return None,
        };
        let (cycle, number) = self.part_of_year(part)?;
        match year {
            Some(year) => Term::new(year, cycle, number),
            None => {
                let terms = (today.year() - 1..=today.year()).filter_map(|year| Term::new(year, cycle, number));
                terms.filter(|term| term.first() <= today).max_by_key(|term| term.first())
            }
        }
    }

    /// What of a year is meant: `t2`, `maj`, `ht`.
    fn part_of_year(&self, text: &str) -> Option<(Cycle, u32)> {
        if let Some(month) = self.month(text) {
            return Some((Cycle::Month, month));
        }
        for (key, number) in [(say::TERM_WORDS_FIRST_HALF, 1), (say::TERM_WORDS_SECOND_HALF, 2)] {
            if self.text(key).split('|').any(|word| word.trim() == text) {
                return Some((Cycle::HalfYear, number));
            }
        }
        let term: Term = format!("2026-{text}").parse().ok()?;
        (term.cycle() != Cycle::Month).then_some((term.cycle(), term.number()))
    }

    fn read_week(&self, text: &str, today: Day, when: When) -> Option<Day> {
        let words = self.text(say::DAY_WORDS_WEEK);
        let rest = words.split('|').find_map(|word| text.strip_prefix(word.trim()))?;
        let mut numbers = rest.trim_start_matches('.').split_whitespace();
        let week: u32 = numbers.next()?.parse().ok()?;
        let year = numbers.next().map(read_year);
        numbers.next().is_none().then_some(())?;
        let weekday = if when.is_end { Weekday::Sun } else { Weekday::Mon };
        let of_year = |year: i32| NaiveDate::from_isoywd_opt(year, week, weekday).map(Day::from);
        match year {
            Some(year) => of_year(year?),
            None => meant(today.date().iso_week().year(), today, when, of_year),
        }
    }

    fn read_day_and_month(&self, text: &str, today: Day, when: When) -> Option<Day> {
        let parts: Vec<&str> = text
            .split(|letter: char| letter == '/' || letter.is_whitespace())
            .filter(|part| !part.is_empty())
            .collect();
        // `12.3.2026` and `20261203`: as programs and people elsewhere write a day.
        let dotted: Vec<&str> = text.split('.').collect();
        let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if let [day, month, year] = dotted.as_slice()
            && dotted.iter().all(is_number)
        {
            return Day::new(read_year(year)?, month.parse().ok()?, day.parse().ok()?);
        }
        if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]).parse().ok();
        }
        let (day, month, year) = match parts.as_slice() {
            [day, month] => (day, month, None),
            [day, month, year] => (day, month, Some(read_year(year)?)),
            _ => return None,
        };
        let day: u32 = day.trim_end_matches('.').parse().ok()?;
        let month = month.parse().ok().or_else(|| self.month(month))?;
        match year {
            Some(year) => Day::new(year, month, day),
            None => meant(today.year(), today, when, |year| Day::new(year, month, day)),
        }
    }

    /// A month: its first day, or its last.
    fn read_month(&self, text: &str, today: Day, when: When) -> Option<Day> {
        let mut parts = text.split_whitespace();
        let month = self.month(parts.next()?)?;
        let year = parts.next().map(read_year);
        parts.next().is_none().then_some(())?;
        let of_year = |year: i32| {
            let term = Term::of(Day::new(year, month, 1)?, Cycle::Month);
            Some(if when.is_end { term.last() } else { term.first() })
        };
        match year {
            Some(year) => of_year(year?),
            None => meant(today.year(), today, when, of_year),
        }
    }

    /// The day of the week that stands before a day, and the rest: `tor 3 dec`.
    fn weekday<'t>(&self, text: &'t str) -> Option<(Weekday, &'t str)> {
        let (word, rest) = text.split_once(char::is_whitespace)?;
        let word = word.trim_end_matches(['.', ',']);
        if word.chars().count() < 3 || self.month(word).is_some() {
            return None;
        }
        let is_called = |day: &Day| self.format_day(*day, "%A").to_lowercase().starts_with(word);
        // A week that begins with a Monday.
        let monday = Day::new(2026, 6, 1)?;
        let day = (0..7).map(|after| monday.plus_days(after)).find(is_called)?;
        Some((day.date().weekday(), rest.trim()))
    }

    /// The month of that name, or of a beginning of it that is long enough to tell.
    fn month(&self, text: &str) -> Option<u32> {
        let text = text.trim_end_matches('.');
        if text.chars().count() < 3 {
            return None;
        }
        (1..=12).find(|&month| {
            Day::new(2026, month, 1).is_some_and(|day| self.format_day(day, "%B").to_lowercase().starts_with(text))
        })
    }
}

/// How many days ahead a day may lie and still be the one that is meant where something has happened: nobody writes of the
/// day a year before without its year.
const SOON: i64 = 7;

/// The day of the year that is meant, or of the one before or after it.
fn meant(year: i32, today: Day, when: When, of_year: impl Fn(i32) -> Option<Day>) -> Option<Day> {
    let mut days = (year - 1..=year + 1).filter_map(of_year);
    match when.tense {
        // What is said of a day soon to come is not of the one a year before: that it has not been yet is told.
        Tense::Past => days.filter(|day| *day <= today.plus_days(SOON)).max(),
        Tense::Coming => days.find(|day| *day >= today),
        Tense::Either => days.min_by_key(|day| day.days_since(today).abs()),
    }
}

/// A year of four digits, or of two, of this century.
fn read_year(text: &str) -> Option<i32> {
    let year: i32 = text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))?;
    match text.len() {
        2 => Some(2000 + year),
        4 => Some(year),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Tongue;

    #[test]
    fn days_as_people_write_them() {
        let swedish = Language::new(Tongue::Sv);
        let today: Day = "2026-11-23".parse().unwrap();
        for (text, expected) in [
            ("2026-12-15", "2026-12-15"),
            ("idag", "2026-11-23"),
            ("i går", "2026-11-22"),
            ("Imorgon", "2026-11-24"),
            ("15 dec", "2026-12-15"),
            ("15 december 2027", "2027-12-15"),
            ("15/12", "2026-12-15"),
            ("20/11/26", "2026-11-20"),
            ("20 nov 26", "2026-11-20"),
            ("12.3.2026", "2026-03-12"),
            ("20261203", "2026-12-03"),
            ("v. 2 27", "2027-01-11"),
            ("10 jan", "2027-01-10"),
            ("v. 48", "2026-11-23"),
            ("v 2 2027", "2027-01-11"),
        ] {
            assert_eq!(
                swedish.read_day(text, today, When::default()).map(|day| day.to_string()).as_deref(),
                Some(expected),
                "{text}"
            );
        }
        for text in ["snart", "31 feb", "v. 60", "15", "15 d", "", "20/11/226", "20/11/2", "20 nov -26"] {
            assert_eq!(swedish.read_day(text, today, When::default()), None, "{text}");
        }
        let read = |text: &str, tense: Tense, is_end: bool| {
            swedish.read_day(text, today, When { tense, is_end }).map(|day| day.to_string()).unwrap_or_default()
        };
        for (text, past, coming, nearest, end) in [
            ("1 maj", "2026-05-01", "2027-05-01", "2027-05-01", "2027-05-01"),
            ("20 jan", "2026-01-20", "2027-01-20", "2027-01-20", "2027-01-20"),
            ("v. 6", "2026-02-02", "2027-02-08", "2027-02-08", "2027-02-14"),
            ("v. 48", "2026-11-23", "2026-11-23", "2026-11-23", "2026-11-29"),
            ("v. 48 2026", "2026-11-23", "2026-11-23", "2026-11-23", "2026-11-29"),
            ("feb", "2026-02-01", "2027-02-01", "2027-02-01", "2027-02-28"),
            ("sept 2026", "2026-09-01", "2026-09-01", "2026-09-01", "2026-09-30"),
            ("23 nov", "2026-11-23", "2026-11-23", "2026-11-23", "2026-11-23"),
            ("29 feb", "", "", "", ""),
        ] {
            let told = [Tense::Past, Tense::Coming, Tense::Either].map(|tense| read(text, tense, false));
            assert_eq!(told, [past, coming, nearest], "{text}");
            assert_eq!(read(text, Tense::Either, true), end, "{text}");
        }
        for (text, expected) in [
            ("2026-t2", "2026-t2"),
            ("T2 2026", "2026-t2"),
            ("2026 T2", "2026-t2"),
            ("k3 2026", "2026-q3"),
            ("H1-2026", "2026-h1"),
            ("maj 2026", "2026-05"),
            ("sept 26", "2026-09"),
            ("HT 2026", "2026-h2"),
            ("våren 2027", "2027-h1"),
            ("2026", "2026"),
            ("t3", "2026-t3"),
            ("dec", "2025-12"),
            ("t4 2026", ""),
            ("snart", ""),
            ("2026-13", ""),
            ("05 2026", ""),
        ] {
            let told = swedish.read_term(text, today).map(|term| term.to_string()).unwrap_or_default();
            assert_eq!(told, expected, "{text}");
        }
        for cycle in Cycle::ALL.iter().copied() {
            let term = Term::of(today, cycle);
            assert_eq!(swedish.read_term(&swedish.term(term), today), Some(term), "what is printed is read");
        }
        assert_eq!(swedish.day(today), "23 nov 2026");
        assert_eq!(swedish.near_day(today), "mån 23 nov");
        assert_eq!(swedish.term("2026-t2".parse().unwrap()), "T2 2026");
    }
}
