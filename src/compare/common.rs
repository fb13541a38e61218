//! What a merge has done by itself: what differs from all that came together in it.

use super::difference::{Change, Difference, PathPart};
use super::normal::written;
use super::records::{Comparison, Notes, RecordChange, What};
use super::sentences::sentences;
use crate::model::Shape;
use std::collections::BTreeSet;
use toml::Value;

/// What of a change is the same in all of some comparisons of one state with others. Of a text that was put together of
/// what stood in the others nothing is left.
#[must_use]
pub fn in_all(comparisons: Vec<Comparison>) -> Comparison {
    let mut all = comparisons.into_iter();
    let Some(mut first) = all.next() else { return Comparison::default() };
    for other in all {
        first = in_both(first, other);
    }
    first
}

fn in_both(first: Comparison, mut other: Comparison) -> Comparison {
    let mut records = Vec::new();
    for own in first.records {
        let Some(place) = other.records.iter().position(|known| known.subject == own.subject) else { continue };
        records.extend(change_in_both(own, other.records.swap_remove(place)));
    }
    let layout_only = first.layout_only.into_iter().filter(|subject| other.layout_only.contains(subject)).collect();
    Comparison { records, layout_only }
}

fn change_in_both(own: RecordChange, other: RecordChange) -> Option<RecordChange> {
    let is_told = |change: &RecordChange| matches!(change.what, What::Changed | What::Renamed(_));
    match (is_told(&own), is_told(&other)) {
        // What was in one of them only is told by that one.
        (true, false) => return (other.what == What::Added).then_some(own),
        (false, true) => return (own.what == What::Added).then_some(other),
        (false, false) => return (own.what == other.what).then_some(own),
        (true, true) => {}
    }
    let mut differences = Vec::new();
    for difference in own.differences {
        let same = other.differences.iter().find(|known| is_of_one(&difference, known));
        differences.extend(same.and_then(|same| difference_in_both(difference, same)));
    }
    let notes = Notes {
        gone: own.notes.gone.into_iter().filter(|note| other.notes.gone.contains(note)).collect(),
        come: own.notes.come.into_iter().filter(|note| other.notes.come.contains(note)).collect(),
    };
    let is_nothing = differences.is_empty() && notes.is_empty();
    (!is_nothing).then_some(RecordChange { differences, notes, ..own })
}

/// Whether two differences are of one field, or one element.
fn is_of_one(left: &Difference, right: &Difference) -> bool {
    let names = |difference: &Difference| -> Vec<(&'static str, String, Option<String>)> {
        let element = |part: &PathPart| {
            let (table, _) = part.element.as_ref()?;
            Some(written(&Value::Table(table.clone())))
        };
        difference.parts.iter().map(|part| (part.table, part.field.clone(), element(part))).collect()
    };
    std::mem::discriminant(&left.change) == std::mem::discriminant(&right.change) && names(left) == names(right)
}

fn difference_in_both(own: Difference, other: &Difference) -> Option<Difference> {
    let change = match (own.change, &other.change) {
        (Change::Value(before, after), Change::Value(before_there, _)) => {
            if let (Some(Shape::Text), Some(text)) =
                (own.shape.as_ref().map(|shape| shape.0), after.as_ref().and_then(Value::as_str))
            {
                let known = [&before, before_there].into_iter().flatten().filter_map(Value::as_str);
                let known: BTreeSet<&str> = known.flat_map(sentences).map(str::trim).collect();
                if sentences(text).into_iter().all(|part| known.contains(part.trim())) {
                    return None;
                }
            }
            Change::Value(before, after)
        }
        (Change::List(before, after), Change::List(before_there, _)) => {
            let is_new = |value: &&Value| !before.contains(value) && !before_there.contains(value);
            let gone = before.iter().filter(|value| before_there.contains(value) && !after.contains(value));
            let kept = after.iter().filter(|value| !is_new(value));
            let was: Vec<Value> = kept.chain(gone).cloned().collect();
            if was.len() == after.len() && after.iter().all(|value| was.contains(value)) {
                return None;
            }
            Change::List(was, after)
        }
        (change, _) => change,
    };
    Some(Difference { change, ..own })
}
