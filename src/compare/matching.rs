//! Which element of one list is which of another.
//!
//! Elements have no numbers, so one is found again by what it says, in rounds, the surest first. What a round has
//! paired no later one looks at, and within a round the first goes with the first.
//!
//! 1. What says the same, in whatever order of its keys. A row of money that was only moved is found here.
//! 2. What has the same key and the same fields beside it. The row of 2026 from the body's own budget is still that
//!    row with another amount, and is no other row of 2026.
//! 3. What has the same key and half of all fields. In `{ year = 2026, amount = 2, source = "grant" }` the source is
//!    corrected: two fields of three are as they were. With another amount too it would be another row.
//! 4. What has another key, and all else or six fields of ten: a key is corrected as other things are. A follow-up that
//!    is moved from the 1st to the 11th and keeps its body, its assessment and its note is the same one. The row of 2027
//!    that says all else that the row of 2026 said is that one, where there is no row of 2026 any more; else it is next
//!    year's.
//!
//! A list whose table has no key takes half of all fields for enough. A row of one or two fields that is left is the one
//! that stood in its place, where there are as many as before: nothing else is left to know it by.

use super::normal::written;
use crate::model::{Shape, TableShape};
use std::collections::{HashMap, VecDeque};
use toml::Value;

/// How many pairs of elements are looked at for likeness. In longer lists, what is not the same is another.
const MOST_PAIRS: usize = 1 << 20;

/// For each element of a list, the place of the same one in the list as it was before; nothing where it is new.
/// No two are the same one.
///
/// They are found as the module tells: by what they say, by key, by likeness.
#[must_use]
pub fn matched(before: &[Value], after: &[Value], shape: Option<&'static TableShape>) -> Vec<Option<usize>> {
    paired(before, after, shape, true)
}

/// The elements of a list in two changes of it.
#[derive(Debug)]
pub struct Beside {
    /// For each of ours, the place that it had; nothing where it is new.
    pub ours: Vec<Option<usize>>,
    /// For each of theirs, the place that it had; nothing where it is new.
    pub theirs: Vec<Option<usize>>,
    /// For each of theirs, the place of the same one among ours; nothing where there is none.
    pub same: Vec<Option<usize>>,
}

/// Lays two changes of a list beside each other.
///
/// An element that was there before is the same in both where both are that one. Of those that are new in both, only
/// what says the same, or has the same key and the same fields beside it, is one element that both wrote: that two
/// follow-ups of one day by two bodies say nearly the same makes them no less two.
#[must_use]
pub fn beside(base: &[Value], ours: &[Value], theirs: &[Value], shape: Option<&'static TableShape>) -> Beside {
    let (own, other) = (matched(base, ours, shape), matched(base, theirs, shape));
    let new = |all: &[Value], was: &[Option<usize>]| -> (Vec<usize>, Vec<Value>) {
        let places: Vec<usize> = (0..all.len()).filter(|place| was[*place].is_none()).collect();
        let values = places.iter().map(|place| all[*place].clone()).collect();
        (places, values)
    };
    let ((own_places, own_new), (other_places, other_new)) = (new(ours, &own), new(theirs, &other));
    let mut own_of = vec![None; base.len()];
    for (place, old) in own.iter().enumerate() {
        if let Some(old) = old {
            own_of[*old] = Some(place);
        }
    }
    // By way of the element that both were.
    let mut same: Vec<Option<usize>> = other.iter().map(|old| old.and_then(|old| own_of[old])).collect();
    // Of what is new, by what it says. Likeness is left out: it tells what was changed, and these were not.
    for (place, found) in other_places.into_iter().zip(paired(&own_new, &other_new, shape, false)) {
        same[place] = found.map(|own| own_places[own]);
    }
    Beside { ours: own, theirs: other, same }
}

fn paired(
    before: &[Value],
    after: &[Value],
    shape: Option<&'static TableShape>,
    by_likeness: bool,
) -> Vec<Option<usize>> {
    let mut matching = Matching { before, after, found: vec![None; after.len()], taken: vec![false; before.len()] };
    // Rounds 1 and 2, by way of a table of texts: lists of a hundred thousand rows are compared so.
    matching.by_text(|value| Some(written(value)));
    let known_by: Vec<&str> = shape.into_iter().flat_map(TableShape::known_by).collect();
    matching.by_text(|value| text_of(value, &known_by));
    if !by_likeness {
        return matching.found;
    }
    match shape.and_then(|shape| Some((shape.key?, shape.field(shape.key?)?.shape))) {
        Some((key, shape)) => {
            // Rounds 3 and 4, each with each.
            let agrees = |old: &Value, new: &Value| old.get(key).is_some() && old.get(key) == new.get(key);
            matching.by_pairs(|old, new| agrees(old, new) && likeness(old, new) >= 0.5);
            // A key may have been corrected, as anything else. Where the row of the old year is still there, it has been
            // found by now, and what is like it is next year's.
            if !matches!(shape, Shape::Choice(_)) {
                matching.by_pairs(|old, new| differ_in_one(old, new) || likeness(old, new) >= 0.6);
            }
        }
        None => matching.by_pairs(|old, new| likeness(old, new) >= 0.5),
    }
    matching.by_place();
    matching.found
}

/// Two lists, and which elements of them have found each other so far.
struct Matching<'v> {
    before: &'v [Value],
    after: &'v [Value],
    found: Vec<Option<usize>>,
    taken: Vec<bool>,
}

impl Matching<'_> {
    /// Pairs what has the same text, the first with the first. What has none is left.
    fn by_text(&mut self, text: impl Fn(&Value) -> Option<String>) {
        let mut places: HashMap<String, VecDeque<usize>> = HashMap::new();
        for place in (0..self.before.len()).filter(|place| !self.taken[*place]) {
            if let Some(text) = text(&self.before[place]) {
                places.entry(text).or_default().push_back(place);
            }
        }
        for place in 0..self.after.len() {
            if places.is_empty() || self.found[place].is_some() {
                continue;
            }
            let old = text(&self.after[place]).and_then(|text| places.get_mut(&text)?.pop_front());
            self.take(place, old);
        }
    }

    /// Pairs what is the same in one's judgement, the first with the first.
    fn by_pairs(&mut self, is_same: impl Fn(&Value, &Value) -> bool) {
        let left: Vec<usize> = (0..self.before.len()).filter(|place| !self.taken[*place]).collect();
        let new: Vec<usize> = (0..self.after.len()).filter(|place| self.found[*place].is_none()).collect();
        if left.len().saturating_mul(new.len()) > MOST_PAIRS {
            return;
        }
        for place in new {
            let is_it = |old: &usize| !self.taken[*old] && is_same(&self.before[*old], &self.after[place]);
            self.take(place, left.iter().copied().find(is_it));
        }
    }

    /// Pairs short rows that stand where one stood, where the list has as many as before: of a row of one or two fields
    /// nothing is left to know it by when these are changed.
    fn by_place(&mut self) {
        let is_short = |value: &Value| value.as_table().is_some_and(|table| table.len() <= 2);
        if self.before.len() != self.after.len() {
            return;
        }
        for place in 0..self.after.len() {
            let is_free = !self.taken[place] && self.found[place].is_none();
            if is_free && is_short(&self.before[place]) && is_short(&self.after[place]) {
                self.take(place, Some(place));
            }
        }
    }

    fn take(&mut self, place: usize, old: Option<usize>) {
        if let Some(old) = old {
            self.taken[old] = true;
            self.found[place] = Some(old);
        }
    }
}

/// What some fields of an element say; nothing where none of them is there.
fn text_of(element: &Value, names: &[&str]) -> Option<String> {
    let values: Vec<Option<&Value>> = names.iter().map(|name| element.get(*name)).collect();
    let is_there = values.iter().any(Option::is_some);
    is_there
        .then(|| values.into_iter().map(|value| value.map_or_else(String::new, written)).collect::<Vec<_>>().join("\n"))
}

/// Whether two elements have the same fields, and one of them says something else.
fn differ_in_one(old: &Value, new: &Value) -> bool {
    let (Value::Table(old), Value::Table(new)) = (old, new) else { return false };
    let same = old.iter().filter(|(key, value)| new.get(*key) == Some(value)).count();
    same > 0 && old.len() == same + 1 && old.keys().eq(new.keys())
}

/// How much of two elements is the same: of all the fields that either has, how many have the same value in both.
fn likeness(old: &Value, new: &Value) -> f64 {
    let (Value::Table(old), Value::Table(new)) = (old, new) else { return 0.0 };
    let all = old.len() + new.keys().filter(|key| !old.contains_key(*key)).count();
    let same = old.iter().filter(|(key, value)| new.get(*key) == Some(value)).count();
    // No number of fields is so large that it matters.
    #[allow(clippy::cast_precision_loss)]
    let share = same as f64 / all.max(1) as f64;
    share
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BudgetRow, FollowUp, Table as _};

    fn rows(text: &str) -> Vec<Value> {
        let table: toml::Table = toml::from_str(&format!("rows = [{text}]")).unwrap();
        table["rows"].as_array().cloned().unwrap()
    }

    /// Were each held against each, this would be ten thousand million times.
    #[test]
    fn long_lists_are_matched_by_what_they_say() {
        let row = |year: i64| {
            let keys =
                [("year", year), ("amount", year * 7)].map(|(key, value)| (key.to_owned(), Value::Integer(value)));
            Value::Table(toml::Table::from_iter(keys))
        };
        let before: Vec<Value> = (0..100_000).map(row).collect();
        let after: Vec<Value> = (1..100_001).map(row).collect();
        let places = matched(&before, &after, Some(&BudgetRow::TABLE));
        assert_eq!((places[0], places[99_998], places[99_999]), (Some(1), Some(99_999), None));
        let both = beside(&before, &after, &before, Some(&BudgetRow::TABLE));
        assert_eq!((both.same[0], both.same[99_999]), (None, Some(99_998)));
    }

    #[test]
    fn money_of_a_year_is_told_apart_by_its_source() {
        let before = rows(r#"{year=2026,amount=1,source="own"}, {year=2026,amount=2,source="grant"}"#);
        let after =
            rows(r#"{year=2026,amount=3,source="grant"}, {year=2026,amount=1,source="own"}, {year=2027,amount=1}"#);
        assert_eq!(matched(&before, &after, Some(&BudgetRow::TABLE)), [Some(1), Some(0), None]);
        // Where the source is what changed, the year is enough.
        let after = rows(r#"{year=2026,amount=1,source="state"}, {year=2026,amount=2,source="grant"}"#);
        assert_eq!(matched(&before, &after, Some(&BudgetRow::TABLE)), [Some(0), Some(1)]);
    }

    #[test]
    fn a_corrected_day_is_the_same_follow_up_and_another_body_another() {
        let before = rows(r#"{on=2026-05-01,by="a",assessment="on-track",note="x"}"#);
        let corrected = rows(r#"{on=2026-05-11,by="a",assessment="on-track",note="x"}"#);
        assert_eq!(matched(&before, &corrected, Some(&FollowUp::TABLE)), [Some(0)]);
        let other = rows(r#"{on=2026-05-01,by="b",assessment="at-risk",note="y"}"#);
        assert_eq!(matched(&before, &other, Some(&FollowUp::TABLE)), [None]);
    }

    #[test]
    fn two_that_say_the_same_are_two() {
        let twice = rows(r#"{on=2026-01-01,note="a"}, {on=2026-01-01,note="a"}"#);
        assert_eq!(matched(&twice, &twice, Some(&FollowUp::TABLE)), [Some(0), Some(1)]);
        assert_eq!(matched(&twice[..1], &twice, Some(&FollowUp::TABLE)), [Some(0), None]);
    }
}
