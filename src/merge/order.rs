//! The order that the elements of a list stand in: whose it is, where one side has put them in another. Only those that
//! are in all three versions count; where something new stands is told by what it stands beside.

use crate::compare::{Beside, beside, matched};
use crate::model::{Shape, TableShape};
use std::collections::{BTreeMap, BTreeSet};
use toml::{Table, Value};

/// Who has put what both have in another order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reordered {
    /// Nobody.
    Neither,
    /// Ours, or both in the same way.
    Ours,
    /// Theirs.
    Theirs,
    /// Each in a way of its own.
    Apart,
}

impl Reordered {
    /// Of the places that common elements had, as they come in either side.
    pub fn of(ours: &[usize], theirs: &[usize]) -> Self {
        match (ours.is_sorted(), theirs.is_sorted()) {
            (true, true) => Reordered::Neither,
            (false, true) => Reordered::Ours,
            (true, false) => Reordered::Theirs,
            (false, false) if ours == theirs => Reordered::Ours,
            (false, false) => Reordered::Apart,
        }
    }

    /// Of two parts of a value as of the whole.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Reordered::Neither, known) | (known, Reordered::Neither) => known,
            (one, other) if one == other => one,
            _ => Reordered::Apart,
        }
    }
}

/// Who has put the elements of a list, or of lists within a value, in another order.
pub(super) fn reordered(base: &Value, ours: &Value, theirs: &Value, shape: Option<Shape>) -> Reordered {
    if theirs == base || ours == base || ours == theirs {
        // What one side left alone is as the other has it, order and all.
        return Reordered::Neither;
    }
    match (base, ours, theirs) {
        (Value::Table(base), Value::Table(ours), Value::Table(theirs)) => {
            let inner = shape.as_ref().and_then(Shape::inner);
            let of_key = |(key, was): (&String, &Value)| {
                let field = inner.and_then(|inner| inner.field(key)).map(|field| field.shape);
                Some(reordered(was, ours.get(key)?, theirs.get(key)?, field))
            };
            base.iter().filter_map(of_key).fold(Reordered::Neither, Reordered::and)
        }
        (Value::Array(base), Value::Array(ours), Value::Array(theirs)) => {
            let inner = shape.as_ref().and_then(Shape::inner);
            let Common { ours: own, theirs: other, pairs } = Common::of(base, ours, theirs, inner);
            let single = inner.map(Shape::Table);
            let within =
                pairs.into_iter().map(|[was, own, other]| reordered(&base[was], &ours[own], &theirs[other], single));
            within.fold(Reordered::of(&own, &other), Reordered::and)
        }
        _ => Reordered::Neither,
    }
}

/// The elements that are in all three versions of a list.
struct Common {
    /// The places that they had, as they come in ours.
    ours: Vec<usize>,
    /// The places that they had, as they come in theirs.
    theirs: Vec<usize>,
    /// Where each is, in the base, in ours and in theirs.
    pairs: Vec<[usize; 3]>,
}

impl Common {
    fn of(base: &[Value], ours: &[Value], theirs: &[Value], shape: Option<&'static TableShape>) -> Self {
        let (own, other) = if [base, ours, theirs].into_iter().flatten().all(Value::is_table) {
            let Beside { ours, theirs, .. } = beside(base, ours, theirs, shape);
            (ours, theirs)
        } else {
            (placed(base, ours), placed(base, theirs))
        };
        let places = |all: &[Option<usize>]| -> Vec<Option<usize>> {
            let mut places = vec![None; base.len()];
            for (at, old) in all.iter().enumerate() {
                if let Some(old) = old {
                    places[*old] = Some(at);
                }
            }
            places
        };
        let (in_ours, in_theirs) = (places(&own), places(&other));
        let pairs: Vec<[usize; 3]> =
            (0..base.len()).filter_map(|was| Some([was, in_ours[was]?, in_theirs[was]?])).collect();
        let is_common = |was: &usize| in_ours[*was].is_some() && in_theirs[*was].is_some();
        let of = |all: Vec<Option<usize>>| all.into_iter().flatten().filter(is_common).collect();
        Self { ours: of(own), theirs: of(other), pairs }
    }
}

/// The place that each single value of a list had, the first of what is there twice.
fn placed(base: &[Value], list: &[Value]) -> Vec<Option<usize>> {
    matched(base, list, None)
}

/// Whether the lists of a merged table stand in the order that a side put them in, where one did.
pub(super) fn keeps_order(tables: [&Table; 4], shape: Option<&'static TableShape>) -> bool {
    let [base, ours, theirs, merged] = tables;
    base.iter().all(|(key, was)| {
        let field = shape.and_then(|shape| shape.field(key)).map(|field| field.shape);
        match (ours.get(key), theirs.get(key), merged.get(key)) {
            (Some(own), Some(other), Some(merged)) => value_keeps_order([was, own, other, merged], field),
            _ => true,
        }
    })
}

/// The elements of a list that all four versions have, each in all of them.
pub(super) fn in_all<'v>(lists: [&'v [Value]; 4], shape: Option<&'static TableShape>) -> Vec<[&'v Value; 4]> {
    let [base, own, other, merged] = lists;
    let in_sides = Common::of(base, own, other, shape).pairs;
    let in_merged: BTreeMap<usize, usize> =
        Common::of(base, own, merged, shape).pairs.into_iter().map(|[was, _, is]| (was, is)).collect();
    let all = in_sides
        .into_iter()
        .filter_map(|[was, left, right]| Some([&base[was], &own[left], &other[right], &merged[*in_merged.get(&was)?]]));
    all.collect()
}

fn elements_keep_order(lists: [&[Value]; 4], shape: Option<&'static TableShape>) -> bool {
    in_all(lists, shape).into_iter().all(|values| value_keeps_order(values, shape.map(Shape::Table)))
}

fn value_keeps_order(values: [&Value; 4], shape: Option<Shape>) -> bool {
    let inner = shape.as_ref().and_then(Shape::inner);
    match values {
        [Value::Table(base), Value::Table(own), Value::Table(other), Value::Table(merged)] => {
            keeps_order([base, own, other, merged], inner)
        }
        [Value::Array(base), Value::Array(own), Value::Array(other), Value::Array(merged)] => {
            let sides = Common::of(base, own, other, inner);
            let wanted = match Reordered::of(&sides.ours, &sides.theirs) {
                Reordered::Neither => return elements_keep_order([base, own, other, merged], inner),
                Reordered::Ours => &sides.ours,
                Reordered::Theirs => &sides.theirs,
                Reordered::Apart => return false,
            };
            let common: BTreeSet<usize> = wanted.iter().copied().collect();
            let is = Common::of(base, own, merged, inner).theirs.into_iter().filter(|place| common.contains(place));
            is.eq(wanted.iter().copied()) && elements_keep_order([base, own, other, merged], inner)
        }
        _ => true,
    }
}
