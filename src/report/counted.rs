//! What is counted by place, and money that may be missing: the same in every report that tells of it.

use super::cell::Cell;
use super::document::{Block, Line};
use crate::measure::{Amount, Place, Sum, Whose, places};
use crate::message::reports;
use crate::model::{Day, Intervention, Register};

/// An amount that may be missing.
pub(super) fn amount_cell<'r>(amount: Amount) -> Cell<'r> {
    match amount {
        Amount::Known(amount) => Cell::Money(amount),
        Amount::Unknown => Cell::Missing,
        Amount::Nothing => Cell::Empty,
    }
}

/// What amounts come to.
pub(super) fn sum_cell<'r>(sum: Sum) -> Cell<'r> {
    amount_cell(sum.total())
}

/// The places that an intervention is counted in on a day, of the districts that are wanted; of all where there are none.
pub(super) fn wanted_places<'r>(
    intervention: &'r Intervention,
    day: Day,
    register: &Register,
    districts: &[String],
) -> Vec<Place<'r>> {
    let mut places = places(intervention, day, register);
    places.retain(|place| {
        districts.is_empty() || place.id().is_some_and(|id| districts.iter().any(|wanted| wanted == id))
    });
    places
}

/// What a table of interventions by place or money says below it: that the rows do not add up to the total, that they tell a
/// part, what is not known, and what is only proposed. `counted` and `paid` are what counts and money are told of.
pub(super) fn lines<'r, 'i>(
    counted: impl IntoIterator<Item = &'i Intervention>,
    paid: impl IntoIterator<Item = &'i Intervention>,
    whose: &Whose<'_>,
    day: Day,
    year: i32,
) -> Vec<Block<'r>> {
    let mut lines: Vec<Line<'r>> = Vec::new();
    let several = counted.into_iter().filter(|own| places(own, day, whose.register).len() > 1).count();
    if several > 0 && whose.districts.len() != 1 {
        lines.push(Line::new(reports::counted_in_each(Cell::count(several))));
    }
    lines.extend(money_lines(paid, whose, year));
    lines.into_iter().map(Block::Line).collect()
}

/// That money is a part of what it is of, and to whoever runs the program how all of it is told.
pub(super) fn money_is_part<'r>() -> [Line<'r>; 2] {
    [Line::new(reports::MONEY_IS_PART), Line::new(reports::MONEY_WHOLE).for_operator()]
}

/// What money of a year says below it.
pub(super) fn money_lines<'r, 'i>(
    paid: impl IntoIterator<Item = &'i Intervention>,
    whose: &Whose<'_>,
    year: i32,
) -> Vec<Line<'r>> {
    let (mut parts, mut budget, mut proposed) = (false, Sum::default(), Sum::default());
    for own in paid {
        budget.add(whose.budget(own, year));
        proposed.add(whose.proposed(own, year));
        parts |= whose.is_part(own, year);
    }
    let mut lines = Vec::new();
    let told_year = || Cell::text(year.to_string());
    if parts {
        lines.extend(money_is_part());
    }
    if budget.unknown > 0 {
        lines.push(Line::new(reports::BudgetMissing { count: Cell::count(budget.unknown), year: told_year() }));
    }
    if proposed.known > 0 {
        lines.push(Line::new(reports::BudgetProposed { amount: Cell::Money(proposed.amount), year: told_year() }));
    }
    lines
}
