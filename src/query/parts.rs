//! The parts of an amount that a pivot tells: whose it is, and what of it belongs to each pair of values.

use super::Row;
use super::dimension::{Dimension, Key};
use super::elements::Chosen;
use super::pivot::pairs;
use crate::measure::{self, MoneyRow, Place, has_budget, places, spread, spread_both};
use crate::model::{ActualRow, BudgetRow, Value};
use std::collections::BTreeSet;

/// The row of money that is chosen, if one is, and whether it is of a budget.
fn money_row<'r>(row: &Row<'r>, at: &Chosen<'_, 'r>) -> Option<(&'r dyn MoneyRow, bool)> {
    let own = row.intervention?;
    at.places().find_map(|(place, element)| {
        let Value::Table(table) = element else { return None };
        if table.shape().is::<BudgetRow>() {
            return own.budget.get(place).map(|row| (row as &dyn MoneyRow, true));
        }
        let actual = own.actual.get(place).filter(|_| table.shape().is::<ActualRow>());
        actual.map(|row| (row as &dyn MoneyRow, false))
    })
}

/// Whether a chosen row of money counts: in the budget of what is proposed or was called off, it does not.
pub(super) fn counts(row: &Row<'_>, at: &Chosen<'_, '_>) -> bool {
    let is_budget = money_row(row, at).is_some_and(|(_, is_budget)| is_budget);
    !is_budget || row.intervention.is_none_or(has_budget)
}

/// The sides of a pivot, and the districts that are wanted of one that is of districts; all where none is named.
pub(super) struct Sides<'p> {
    pub(super) down: &'p Dimension,
    pub(super) across: Option<&'p Dimension>,
    /// The districts whose money is told; all of it where there are none.
    pub(super) districts: &'p [String],
    /// Those whose part of it is told alone.
    pub(super) within: &'p [String],
}

impl Sides<'_> {
    /// The values of a record to the left.
    pub(super) fn lefts<'r>(&self, row: &Row<'r>, at: &Chosen<'_, 'r>) -> Vec<Key<'r>> {
        self.down.keys(row, at)
    }

    /// The values of a record at the top.
    pub(super) fn tops<'r>(&self, row: &Row<'r>, at: &Chosen<'_, 'r>) -> Vec<Key<'r>> {
        self.across.map_or(vec![Key::Missing], |across| across.keys(row, at))
    }

    /// Whether a value of one side is told.
    pub(super) fn is_wanted(&self, side: Option<&Dimension>, key: &Key<'_>) -> bool {
        self.within.is_empty()
            || !side.is_some_and(Dimension::is_of_districts)
            || key.id().is_some_and(|id| self.within.iter().any(|wanted| wanted == id))
    }

    /// Whether money is any of the wanted districts': what of a row is, that is chosen, or else of this year.
    pub(super) fn is_theirs(&self, row: &Row<'_>, at: &Chosen<'_, '_>) -> bool {
        let Some(own) = row.intervention.filter(|_| !self.districts.is_empty()) else { return true };
        let day = at.day().unwrap_or_else(|| measure::began(row.today.year(), row.today));
        let mut places = places(own, day, row.register).into_iter().filter_map(Place::id);
        places.any(|id| self.districts.iter().any(|wanted| wanted == id))
    }

    fn are_of_districts(&self) -> bool {
        self.down.is_of_districts() || self.across.is_some_and(Dimension::is_of_districts)
    }
}

/// What of an amount of money belongs to the districts that are wanted; all of it where none is named, and nothing where it
/// is none of theirs.
pub(super) fn own_part(row: &Row<'_>, sides: &Sides<'_>, amount: f64, at: &Chosen<'_, '_>) -> Option<f64> {
    let Some(own) = row.intervention.filter(|_| !sides.within.is_empty()) else { return Some(amount) };
    let shares = money_row(row, at).map_or(Vec::new(), |(row, _)| measure::shares(row));
    let day = at.day().unwrap_or(row.today);
    let places: Vec<Option<&str>> = places(own, day, row.register).into_iter().map(Place::id).collect();
    let parts = spread(whole(amount), &measure::weights(&shares, places.iter().copied()));
    let wanted = |id: &Option<&str>| id.is_some_and(|id| sides.within.iter().any(|wanted| wanted == id));
    let own = places.iter().zip(parts).filter(|(id, _)| wanted(id)).map(|(_, part)| decimal(part));
    own.reduce(|sum, part| sum + part)
}

/// The parts of an amount of money by pairs of values: of the districts by their shares, of all else equally. They are
/// whole, and come to the same for a value whatever it is told beside. Where some districts' part is told, it is that alone.
pub(super) fn parted<'d, 'r>(
    row: &Row<'r>,
    sides: &Sides<'_>,
    amount: f64,
    rest: &[&'d [usize]],
    at: &Chosen<'d, 'r>,
) -> Vec<((Key<'r>, Key<'r>), f64)> {
    let shares = money_row(row, at).map_or(Vec::new(), |(row, _)| measure::shares(row));
    let weights = |side: Option<&Dimension>, keys: &[Key<'r>]| {
        let is_of_districts = side.is_some_and(Dimension::is_of_districts);
        measure::weights(if is_of_districts { &shares[..] } else { &[] }, keys.iter().map(Key::id))
    };
    // Where no side of the table is of districts, what is told is the part of those that are wanted.
    let amount = if sides.are_of_districts() { Some(amount) } else { own_part(row, sides, amount, at) };
    let Some(amount) = amount else { return Vec::new() };
    let mut told: Vec<((Key<'r>, Key<'r>), f64)> = Vec::new();
    if rest.is_empty() {
        let (mut left, mut top) = (sides.lefts(row, at), sides.tops(row, at));
        // What is left when money is parted goes by their order, whatever the file's is.
        for keys in [&mut left, &mut top] {
            keys.sort_unstable();
            keys.dedup();
        }
        let (of_left, of_top) = (weights(Some(sides.down), &left), weights(sides.across, &top));
        for (left, cells) in left.iter().zip(spread_both(whole(amount), &of_left, &of_top)) {
            told.extend(top.iter().zip(cells).map(|(top, cell)| ((left.clone(), top.clone()), decimal(cell))));
        }
    } else {
        // One side is of another list: first by the one, then among the values that stand beside each of it.
        let all = Sides { within: &[], ..*sides };
        let pairs: Vec<(Key<'r>, Key<'r>)> = pairs(row, &all, rest, at).into_iter().collect();
        let left: BTreeSet<Key<'r>> = pairs.iter().map(|pair| pair.0.clone()).collect();
        let left: Vec<Key<'r>> = left.into_iter().collect();
        let of_left = weights(Some(sides.down), &left);
        for (left, part) in left.iter().zip(spread(whole(amount), &of_left)) {
            let beside: Vec<&(Key<'r>, Key<'r>)> = pairs.iter().filter(|pair| pair.0 == *left).collect();
            let top: Vec<Key<'r>> = beside.iter().map(|pair| pair.1.clone()).collect();
            let cells = spread(part, &weights(sides.across, &top)).into_iter().map(decimal);
            told.extend(beside.into_iter().cloned().zip(cells));
        }
    }
    told.retain(|((left, top), _)| sides.is_wanted(Some(sides.down), left) && sides.is_wanted(sides.across, top));
    told
}

#[allow(clippy::cast_possible_truncation)]
fn whole(amount: f64) -> i64 {
    amount.round() as i64
}

#[allow(clippy::cast_precision_loss)]
fn decimal(amount: i64) -> f64 {
    amount as f64
}
