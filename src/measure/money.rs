//! What an intervention has and uses of money in a year, and what of it belongs to a district.

use super::place::{Place, places};
use super::spread::spread;
use crate::model::{ActualRow, BudgetRow, Day, Intervention, Money, Period, Register, Share, Status};
use std::collections::BTreeSet;

/// The money of a year, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// So much, in whole units of currency.
    Known(i64),
    /// It goes on that year, and nobody has said what it costs.
    Unknown,
    /// There is none to tell: it does not go on that year, or its money does not count.
    Nothing,
}

impl Amount {
    /// The amount, where it is known.
    #[must_use]
    pub fn known(self) -> Option<i64> {
        if let Amount::Known(amount) = self { Some(amount) } else { None }
    }
}

/// A sum of amounts, with how many of them are not known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    /// What is known, in whole units of currency.
    pub amount: i64,
    /// How many are known.
    pub known: usize,
    /// How many are not.
    pub unknown: usize,
}

impl Sum {
    /// Adds an amount.
    pub fn add(&mut self, amount: Amount) {
        match amount {
            Amount::Known(amount) => {
                self.amount = self.amount.saturating_add(amount);
                self.known += 1;
            }
            Amount::Unknown => self.unknown += 1,
            Amount::Nothing => {}
        }
    }

    /// Adds what others come to.
    pub fn plus(&mut self, other: Sum) {
        self.amount = self.amount.saturating_add(other.amount);
        self.known += other.known;
        self.unknown += other.unknown;
    }

    /// What it comes to. Where nothing is known of anything in it, it is not known; where there is nothing in it, it is
    /// nothing.
    #[must_use]
    pub fn total(self) -> Amount {
        if self.known == 0 && self.unknown > 0 { Amount::Unknown } else { Amount::Known(self.amount) }
    }
}

/// Whether money that an intervention is to have counts as its budget: what is proposed has none yet, and what was called
/// off has none any more.
#[must_use]
pub fn has_budget(intervention: &Intervention) -> bool {
    matches!(intervention.status, Some(Status::Planned | Status::Ongoing | Status::Paused | Status::Completed))
}

fn is_of(year: i32, of: Option<i64>) -> bool {
    of == Some(i64::from(year))
}

/// The rows of an intervention's budget that count in a year.
pub fn budget_rows(intervention: &Intervention, year: i32) -> impl Iterator<Item = &BudgetRow> {
    let counts = has_budget(intervention);
    intervention.budget.iter().filter(move |row| counts && is_of(year, row.year))
}

/// The rows of what an intervention used in a year. What was used counts, whatever has come of the intervention since.
pub fn outcome_rows(intervention: &Intervention, year: i32) -> impl Iterator<Item = &ActualRow> {
    intervention.actual.iter().filter(move |row| is_of(year, row.year))
}

/// The days that an intervention goes on, as far as they are known: a beginning or an end that is not known is no border,
/// but that what is over has ended.
#[must_use]
pub fn known_days(intervention: &Intervention, today: Day) -> Period {
    let period = intervention.actual_period();
    Period { until: period.until.or((!intervention.is_alive()).then_some(today)), ..period }
}

/// Whether an intervention goes on some day of a year, as far as its days say.
#[must_use]
pub fn goes_on(intervention: &Intervention, year: i32, today: Day) -> bool {
    let days = known_days(intervention, today);
    days.from.is_none_or(|from| from.year() <= year) && days.until.is_none_or(|until| until.year() >= year)
}

/// A row of money: how much, and how it is divided between districts where the row says.
pub trait MoneyRow {
    /// How much, in whole units of currency.
    fn amount(&self) -> Option<Money>;
    /// How much of it belongs to each district; equally much where it does not say.
    fn shares(&self) -> &[Share];
}

impl MoneyRow for BudgetRow {
    fn amount(&self) -> Option<Money> {
        self.amount
    }
    fn shares(&self) -> &[Share] {
        &self.shares
    }
}

impl MoneyRow for ActualRow {
    fn amount(&self) -> Option<Money> {
        self.amount
    }
    fn shares(&self) -> &[Share] {
        &self.shares
    }
}

/// What each district weighs in a row of money, where the row says.
#[must_use]
pub fn shares(row: &dyn MoneyRow) -> Vec<(&str, f64)> {
    let shares = row.shares().iter();
    shares.filter_map(|share| Some((share.district.as_ref()?.as_str(), share.part.unwrap_or_default()))).collect()
}

/// How much each of some places weighs where shares say what is each district's: as they say; or else each the same.
#[must_use]
pub fn weights<'p>(shares: &[(&str, f64)], places: impl IntoIterator<Item = Option<&'p str>>) -> Vec<f64> {
    let part = |place: Option<&str>| match shares {
        [] => 1.0,
        _ => shares.iter().find(|(own, _)| Some(*own) == place).map_or(0.0, |(_, part)| *part),
    };
    places.into_iter().map(part).collect()
}

/// What of a row belongs to each of the places that an intervention was at when its year began.
#[must_use]
pub fn by_place<'r>(
    row: &dyn MoneyRow,
    intervention: &'r Intervention,
    began: Day,
    register: &Register,
) -> Vec<(Place<'r>, i64)> {
    let places = places(intervention, began, register);
    let amount = row.amount().map_or(0, Money::amount);
    let parts = spread(amount, &weights(&shares(row), places.iter().map(|place| place.id())));
    places.into_iter().zip(parts).collect()
}

/// Whose money is asked for: that of some districts, or all of it where none is named.
#[derive(Debug, Clone, Copy)]
pub struct Whose<'r> {
    /// The register, as it was known.
    pub register: &'r Register,
    /// The day that it is asked on.
    pub today: Day,
    /// The districts whose part is asked for.
    pub districts: &'r [String],
}

impl Whose<'_> {
    /// Whether what is at a place is asked for.
    #[must_use]
    pub fn wants(&self, place: &Place<'_>) -> bool {
        self.districts.is_empty() || place.id().is_some_and(|id| self.districts.iter().any(|own| own == id))
    }

    /// What of some rows of a year is theirs.
    fn part<'r, R: MoneyRow + 'r>(&self, rows: impl Iterator<Item = &'r R>, own: &Intervention, year: i32) -> i64 {
        let part = |row: &R| match self.districts {
            [] => row.amount().map_or(0, Money::amount),
            _ => {
                let parts = by_place(row, own, began(year, self.today), self.register).into_iter();
                parts.filter(|(place, _)| self.wants(place)).map(|(_, part)| part).sum()
            }
        };
        rows.map(part).fold(0, i64::saturating_add)
    }

    /// What an intervention has for a year.
    #[must_use]
    pub fn budget(&self, own: &Intervention, year: i32) -> Amount {
        if !has_budget(own) {
            return Amount::Nothing;
        }
        match is_told(budget_rows(own, year)) {
            true => Amount::Known(self.part(budget_rows(own, year), own, year)),
            false if goes_on(own, year, self.today) => Amount::Unknown,
            false => Amount::Nothing,
        }
    }

    /// What a proposed intervention would have for a year.
    #[must_use]
    pub fn proposed(&self, own: &Intervention, year: i32) -> Amount {
        let rows = || own.budget.iter().filter(|row| is_of(year, row.year));
        let is_told = own.status == Some(Status::Proposed) && is_told(rows());
        if is_told { Amount::Known(self.part(rows(), own, year)) } else { Amount::Nothing }
    }

    /// What an intervention used in a year.
    #[must_use]
    pub fn outcome(&self, own: &Intervention, year: i32) -> Amount {
        let is_told = is_told(outcome_rows(own, year));
        if is_told { Amount::Known(self.part(outcome_rows(own, year), own, year)) } else { Amount::Nothing }
    }

    /// What an intervention has for all years that somebody has said.
    #[must_use]
    pub fn budget_of_all_years(&self, own: &Intervention) -> Amount {
        let years: BTreeSet<i32> =
            own.budget.iter().filter_map(|row| row.year.and_then(|year| i32::try_from(year).ok())).collect();
        let known: Vec<i64> = years.iter().filter_map(|year| self.budget(own, *year).known()).collect();
        if known.is_empty() {
            return if has_budget(own) { Amount::Unknown } else { Amount::Nothing };
        }
        Amount::Known(known.into_iter().fold(0, i64::saturating_add))
    }

    /// Whether a part of an intervention's money is theirs, and a part others'.
    #[must_use]
    pub fn is_part(&self, own: &Intervention, year: i32) -> bool {
        !self.districts.is_empty() && own.districts_on(began(year, self.today)).len() > 1
    }
}

/// The day on which a year began; the day that is asked on, where there is no such year.
#[must_use]
pub fn began(year: i32, today: Day) -> Day {
    Day::new(year, 1, 1).unwrap_or(today)
}

fn is_told<'r, R: MoneyRow + 'r>(mut rows: impl Iterator<Item = &'r R>) -> bool {
    rows.any(|row| row.amount().is_some())
}
