//! What is measured and aimed at, and how far a goal has come.

use super::choice::{Bound, Counts};
use super::day::{Day, Period};
use super::field::record;
use super::term::Term;
use super::{Cycle, DistrictIndicator, Goal};

record! {
    /// A value measured: on a day, or over a stretch of days that it counts.
    Reading as "reading" key "on" beside ["from", "until"] whole Reading {
        /// The day that the value is of.
        on: Option<Day>;
        /// The first day of the stretch that is counted.
        from: Option<Day>;
        /// The last day of it.
        until: Option<Day>;
        /// The value, in the indicator's unit.
        value: Option<f64>, required;
    }
}
record! {
    /// A value aimed at.
    GoalTarget as "goal-target" whole GoalTarget {
        /// The day on which it shall be reached.
        on: Option<Day>;
        /// The first day of the stretch that is counted.
        from: Option<Day>;
        /// The last day of it.
        until: Option<Day>;
        /// The value, in the indicator's unit.
        value: Option<f64>, required;
        /// What it is a border of; without one, it is the end of the way from the baseline.
        bound: Option<Bound>;
    }
}

impl Reading {
    /// The last day that it tells of.
    #[must_use]
    pub fn day(&self) -> Option<Day> {
        self.on.or(self.until)
    }

    /// The stretch of days that it counts, where it counts one.
    #[must_use]
    pub fn stretch(&self) -> Option<Period> {
        Some(Period::between(self.from?, self.until?))
    }
}

impl GoalTarget {
    /// The last day on which it may be reached.
    #[must_use]
    pub fn day(&self) -> Option<Day> {
        self.on.or(self.until)
    }

    /// The stretch of days that is counted for it: its own, or else the calendar year of its day.
    #[must_use]
    pub fn stretch(&self) -> Option<Period> {
        match (self.from, self.until) {
            (Some(from), Some(until)) => Some(Period::between(from, until)),
            _ => self.day().map(|day| Term::of(day, Cycle::Year).period()),
        }
    }
}

/// How far a goal has come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Progress {
    /// A part of the way from its baseline to its target: 1 is all of it, and below 0 is backwards.
    Share(f64),
    /// It keeps to its border.
    Kept,
    /// It does not keep to its border.
    NotKept,
}

/// Why it cannot be said how far a goal has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unmeasured {
    /// There is nothing that shows it.
    NoIndicator,
    /// It is not known where it began.
    NoBaseline,
    /// It is not known where it shall end.
    NoTarget,
    /// Nothing has been measured since it began.
    NoReading,
    /// It shall end where it began.
    TargetIsBaseline,
    /// What is counted is a part of the stretch that is aimed at, which is no part of the way.
    PartOfStretch,
}

impl DistrictIndicator {
    /// The last measurement that was done on a day or before.
    #[must_use]
    pub fn latest_reading(&self, by: Day) -> Option<&Reading> {
        let known =
            self.readings.iter().filter(|reading| reading.value.is_some() && reading.day().is_some_and(|on| on <= by));
        known.max_by_key(|reading| reading.day())
    }

    /// The value of the same stretch of the year before.
    #[must_use]
    pub fn year_before(&self, reading: &Reading) -> Option<f64> {
        let Period { from, until } = reading.stretch()?;
        let (from, until) = (from?.minus_months(12), until?.minus_months(12));
        let is_it = |earlier: &&Reading| earlier.from == Some(from) && earlier.until == Some(until);
        self.readings.iter().find(is_it)?.value
    }
}

impl Goal {
    /// How far it has come by a day, by what its indicator shows.
    ///
    /// # Errors
    /// It cannot be said, and why.
    pub fn progress(&self, indicator: Option<&DistrictIndicator>, by: Day) -> Result<Progress, Unmeasured> {
        let indicator = indicator.ok_or(Unmeasured::NoIndicator)?;
        let target = self.target.value.ok_or(Unmeasured::NoTarget)?;
        let reading = || indicator.latest_reading(by).ok_or(Unmeasured::NoReading);
        let baseline = match self.target.bound {
            Some(_) => None,
            None => Some(self.baseline.value.ok_or(Unmeasured::NoBaseline)?),
        };
        let reading = reading()?;
        let value = reading.value.ok_or(Unmeasured::NoReading)?;
        if indicator.counts == Some(Counts::Sum) && !self.is_whole(reading) {
            return Err(Unmeasured::PartOfStretch);
        }
        match (self.target.bound, baseline) {
            (Some(bound), _) => Ok(if bound.is_kept(value, target) { Progress::Kept } else { Progress::NotKept }),
            (None, Some(baseline)) => {
                let distance = target - baseline;
                if distance.abs() < f64::EPSILON {
                    Err(Unmeasured::TargetIsBaseline)
                } else {
                    Ok(Progress::Share((value - baseline) / distance))
                }
            }
            (None, None) => Err(Unmeasured::NoBaseline),
        }
    }

    /// Whether a sum is counted over as long a stretch as the one that is aimed at.
    fn is_whole(&self, reading: &Reading) -> bool {
        let days = |period: Period| Some(period.until?.days_since(period.from?));
        let aimed = self.target.stretch().and_then(days);
        let counted = reading.stretch().and_then(days);
        // A year may be a leap year.
        aimed.zip(counted).is_some_and(|(aimed, counted)| counted + 1 >= aimed)
    }
}
