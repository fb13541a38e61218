//! What is measured and aimed at, and how far a goal has come.

use super::choice::{Bound, Counts, Direction};
use super::day::{Day, Period};
use super::field::record;
use super::term::Term;
use super::{Cycle, DistrictIndicator, Goal};

record! {
    /// A value measured: on a day, or over a stretch of days that it counts.
    Reading as "reading" key "on" beside ["from", "until"] whole Reading {
        /// The day that the value is of.
        on: Option<Day>, past;
        /// The first day of the stretch that is counted.
        from: Option<Day>, past;
        /// The last day of it.
        until: Option<Day>, past, end;
        /// The value, in the indicator's unit.
        value: Option<f64>, any, required;
    }
}
record! {
    /// A value aimed at.
    GoalTarget as "goal-target" whole GoalTarget {
        /// The day on which it shall be reached.
        on: Option<Day>, coming, end;
        /// The first day of the stretch that is counted.
        from: Option<Day>;
        /// The last day of it.
        until: Option<Day>, coming, end;
        /// The value, in the indicator's unit.
        value: Option<f64>, any, required;
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
        let bound = self.target.bound.or_else(|| self.border(indicator));
        if bound.is_none() && self.baseline.value.is_none() {
            return Err(Unmeasured::NoBaseline);
        }
        let reading = indicator.latest_reading(by).ok_or(Unmeasured::NoReading)?;
        let value = reading.value.ok_or(Unmeasured::NoReading)?;
        if indicator.counts == Some(Counts::Sum) && !self.is_whole(reading) {
            return Err(Unmeasured::PartOfStretch);
        }
        if let Some(bound) = bound {
            return Ok(if bound.is_kept(value, target) { Progress::Kept } else { Progress::NotKept });
        }
        let baseline = self.baseline.value.ok_or(Unmeasured::NoBaseline)?;
        let distance = target - baseline;
        if distance.abs() > f64::EPSILON {
            Ok(Progress::Share((value - baseline) / distance))
        } else if (value - target).abs() <= f64::EPSILON {
            Ok(Progress::Kept)
        } else {
            Err(Unmeasured::TargetIsBaseline)
        }
    }

    /// The border that a target is which is no way to go: one that is where it began, or worse, by what is the better.
    fn border(&self, indicator: &DistrictIndicator) -> Option<Bound> {
        let (baseline, target) = (self.baseline.value?, self.target.value?);
        match indicator.better? {
            Direction::Higher => (target <= baseline).then_some(Bound::AtLeast),
            Direction::Lower => (target >= baseline).then_some(Bound::AtMost),
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

#[cfg(test)]
mod tests {
    use super::*;
    use Direction::{Higher, Lower};

    /// A goal from a baseline to a target, an indicator of it, and what the last reading says of them.
    fn progress(
        baseline: Option<f64>,
        target: f64,
        bound: Option<Bound>,
        better: Option<Direction>,
        value: f64,
    ) -> Result<Progress, Unmeasured> {
        let day = |day: &str| day.parse().ok();
        let goal = Goal {
            baseline: Reading { on: day("2024-11-30"), value: baseline, ..Reading::default() },
            target: GoalTarget { on: day("2026-11-30"), value: Some(target), bound, ..GoalTarget::default() },
            ..Goal::default()
        };
        let reading = Reading { on: day("2025-11-30"), value: Some(value), ..Reading::default() };
        let indicator = DistrictIndicator { better, readings: vec![reading].into(), ..DistrictIndicator::default() };
        goal.progress(Some(&indicator), "2026-01-01".parse().unwrap())
    }

    #[test]
    fn a_goal_is_a_way_or_a_border() {
        use Progress::{Kept, NotKept, Share};
        let (least, most) = (Some(Bound::AtLeast), Some(Bound::AtMost));
        for (baseline, target, bound, better, value, expected) in [
            (Some(50.0), 60.0, None, None, 55.0, Ok(Share(0.5))),
            (Some(50.0), 60.0, None, Some(Higher), 45.0, Ok(Share(-0.5))),
            (Some(20.0), 10.0, None, Some(Lower), 5.0, Ok(Share(1.5))),
            (None, 60.0, None, None, 55.0, Err(Unmeasured::NoBaseline)),
            (None, 90.0, least, None, 95.0, Ok(Kept)),
            (Some(92.0), 90.0, least, None, 89.0, Ok(NotKept)),
            (Some(3.0), 5.0, most, None, 2.0, Ok(Kept)),
            // Where the target is worse than the baseline, it is to be kept to.
            (Some(92.0), 90.0, None, Some(Higher), 95.0, Ok(Kept)),
            (Some(92.0), 90.0, None, Some(Higher), 89.0, Ok(NotKept)),
            (Some(3.0), 5.0, None, Some(Lower), 6.0, Ok(NotKept)),
            // Where it is the baseline, too.
            (Some(0.0), 0.0, None, Some(Lower), 3.0, Ok(NotKept)),
            (Some(0.0), 0.0, None, Some(Lower), 0.0, Ok(Kept)),
            (Some(0.0), 0.0, None, None, 0.0, Ok(Kept)),
            (Some(0.0), 0.0, None, None, 3.0, Err(Unmeasured::TargetIsBaseline)),
        ] {
            let found = progress(baseline, target, bound, better, value);
            assert_eq!(found, expected, "{baseline:?} {target} {bound:?} {better:?} {value}");
        }
    }

    #[test]
    fn a_part_of_what_is_counted_is_no_progress() {
        let stretch = |from: &str, until: &str, value: f64| Reading {
            from: from.parse().ok(),
            until: until.parse().ok(),
            value: Some(value),
            ..Reading::default()
        };
        let target = GoalTarget {
            from: "2026-01-01".parse().ok(),
            until: "2026-12-31".parse().ok(),
            value: Some(60.0),
            bound: Some(Bound::AtLeast),
            ..GoalTarget::default()
        };
        let goal = Goal { target, ..Goal::default() };
        let read = |reading: Reading| {
            let readings = vec![reading].into();
            let indicator = DistrictIndicator { counts: Some(Counts::Sum), readings, ..DistrictIndicator::default() };
            goal.progress(Some(&indicator), "2027-01-31".parse().unwrap())
        };
        assert_eq!(read(stretch("2026-01-01", "2026-08-31", 41.0)), Err(Unmeasured::PartOfStretch));
        assert_eq!(read(stretch("2026-01-01", "2026-12-31", 61.0)), Ok(Progress::Kept));
    }
}
