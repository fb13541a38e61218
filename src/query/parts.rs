//! The parts of an amount that a pivot tells: whose it is, and what of it belongs to each pair of values.

use super::Row;
use super::pivot::{ChosenElements, Dimension, Key, day_of, pairs};
use crate::measure::{self, Place, has_budget, places, spread, spread_both};
use crate::model::{ActualRow, BudgetRow, Field, Kind, Shape, Share, Table, Value};
use std::collections::BTreeSet;

/// Whether a chosen row of money counts: in the budget of what is proposed or was called off, it does not.
pub(super) fn counts(row: &Row<'_>, at: &ChosenElements<'_>) -> bool {
    let is_budget = at.values().flatten().any(|element| is_of::<BudgetRow>(*element));
    !is_budget || row.intervention.is_none_or(has_budget)
}

fn is_of<T: Table + 'static>(element: Value<'_>) -> bool {
    matches!(element, Value::Table(table) if table.shape().is::<T>())
}

/// What each district weighs in a chosen row of money, where the row says.
fn shares<'r>(at: &ChosenElements<'r>) -> Vec<(&'r str, f64)> {
    let row = at.values().flatten().find(|element| is_of::<BudgetRow>(**element) || is_of::<ActualRow>(**element));
    let Some(Value::Table(row)) = row else { return Vec::new() };
    let is_shares = |field: &Field| matches!(field.shape, Shape::List(Shape::Table(table)) if table.is::<Share>());
    let Some(place) = row.shape().fields.iter().position(is_shares) else { return Vec::new() };
    let Value::List(list) = row.value(place) else { return Vec::new() };
    let share = |element: Value<'r>| match element {
        Value::Table(share) => match (share.value(0), share.value(1)) {
            (Value::Reference(_, district), Value::Number(part)) => Some((district, part)),
            _ => None,
        },
        _ => None,
    };
    (0..list.len()).filter_map(|place| share(list.at(place))).collect()
}

/// The parts of an amount by pairs of values: of the districts by their shares, of all else equally. The parts of money are
/// whole, and come to the same for a value whatever it is told beside. Where some districts' part is told, it is that alone.
pub(super) fn parted<'r>(
    row: &Row<'r>,
    (down, across): (&Dimension, &Dimension),
    (amount, is_money): (f64, bool),
    rest: &BTreeSet<usize>,
    at: &ChosenElements<'r>,
) -> Vec<((Key<'r>, Key<'r>), f64)> {
    let shares = shares(at);
    let weights = |dimension: &Dimension, keys: &[Key<'r>]| {
        let shares = if dimension.is_of_districts() { &shares[..] } else { &[] };
        measure::weights(shares, keys.iter().map(Key::id))
    };
    let by_district = down.is_of_districts() || across.is_of_districts();
    let is_wanted = |key: &Key<'r>| key.id().is_some_and(|id| row.within.iter().any(|wanted| wanted == id));
    let mut amount = amount;
    if !row.within.is_empty() && !by_district && row.kind == Kind::Intervention && is_money {
        // What is told is the part of some districts, though no side of the table is of districts.
        let Some(own) = row.intervention else { return Vec::new() };
        let day = day_of(at).unwrap_or(row.today);
        let places: Vec<Option<&str>> = places(own, day, row.register).into_iter().map(Place::id).collect();
        let weights = measure::weights(&shares, places.iter().copied());
        let parts = spread(whole(amount), &weights);
        let wanted = |id: &Option<&str>| id.is_some_and(|id| row.within.iter().any(|wanted| wanted == id));
        amount = places.iter().zip(parts).filter(|(id, _)| wanted(id)).map(|(_, part)| as_number(part)).sum();
    }
    let mut told: Vec<((Key<'r>, Key<'r>), f64)> = Vec::new();
    if rest.is_empty() {
        let (mut left, mut top) = (down.keys(row, at), across.keys(row, at));
        // What is left when money is parted goes by their order, whatever the file's is.
        left.sort_unstable();
        top.sort_unstable();
        let (of_left, of_top) = (weights(down, &left), weights(across, &top));
        let cells: Vec<Vec<f64>> = if is_money {
            let cells = spread_both(whole(amount), &of_left, &of_top);
            cells.into_iter().map(|cells| cells.into_iter().map(as_number).collect()).collect()
        } else {
            let parts = left.len() * top.len();
            vec![vec![amount / count(parts); top.len()]; left.len()]
        };
        for (left, cells) in left.iter().zip(cells) {
            told.extend(top.iter().zip(cells).map(|(top, cell)| ((left.clone(), top.clone()), cell)));
        }
    } else {
        // One side is of another list: first by the one, then among the values that stand beside each of it.
        let pairs: Vec<(Key<'r>, Key<'r>)> = pairs(row, down, across, rest, at).into_iter().collect();
        let left: BTreeSet<Key<'r>> = pairs.iter().map(|pair| pair.0.clone()).collect();
        let left: Vec<Key<'r>> = left.into_iter().collect();
        let of_left = weights(down, &left);
        let parts: Vec<f64> = if is_money {
            spread(whole(amount), &of_left).into_iter().map(as_number).collect()
        } else {
            vec![amount / count(left.len()); left.len()]
        };
        for (left, part) in left.iter().zip(parts) {
            let beside: Vec<&(Key<'r>, Key<'r>)> = pairs.iter().filter(|pair| pair.0 == *left).collect();
            let top: Vec<Key<'r>> = beside.iter().map(|pair| pair.1.clone()).collect();
            let cells: Vec<f64> = if is_money {
                spread(whole(part), &weights(across, &top)).into_iter().map(as_number).collect()
            } else {
                vec![part / count(top.len()); top.len()]
            };
            told.extend(beside.into_iter().cloned().zip(cells));
        }
    }
    if !row.within.is_empty() && by_district {
        told.retain(|((left, top), _)| {
            (!down.is_of_districts() || is_wanted(left)) && (!across.is_of_districts() || is_wanted(top))
        });
    }
    told
}

#[allow(clippy::cast_possible_truncation)]
fn whole(amount: f64) -> i64 {
    amount.round() as i64
}

#[allow(clippy::cast_precision_loss)]
fn count(parts: usize) -> f64 {
    parts as f64
}

#[allow(clippy::cast_precision_loss)]
fn as_number(amount: i64) -> f64 {
    amount as f64
}
