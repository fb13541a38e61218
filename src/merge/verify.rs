//! What a merge is held to before it is handed over. It knows nothing of how texts are merged, only what must hold of
//! what comes out, so that a mistake there loses nothing: the merge is given up, and git's own conflict stands.
//!
//! * It can be read, and has no error that neither side has. Ours moves the start to 20 March and theirs the end to 10
//!   March: each is right, and both together end before they begin. That is a conflict that no line shows.
//! * What either side wrote is there (`has_all`, `has_comments`): without conflicts all of both; with every conflict
//!   resolved as ours what ours put into lists and tables, and resolved as theirs what theirs did.
//! * Elements that one side took away and the other left alone are gone (`is_gone`).
//! * What a side put in another order stands in that order (`keeps_order`).
//! * What neither side touched is as it was, and nothing has come to be there twice (`is_left_alone`).
//!
//! Values count, not how they are written; comments are counted as lines.

use super::align::Versions;
use super::order::{in_all, keeps_order};
use crate::check::errors_of;
use crate::compare::{Subject, matched, sentences, table_of, written};
use crate::format::{self, AnyRecord, RecordFile, SETTINGS_FILE, put, read_record, read_settings};
use crate::model::{Day, Finding, Register, Shape, TableShape};
use std::collections::{BTreeMap, HashMap, HashSet};
use toml::{Table, Value};

/// The texts that were merged.
pub(super) struct MergedTexts<'t> {
    pub base: &'t str,
    pub ours: &'t str,
    pub theirs: &'t str,
}

/// Whether a merge has all that it should have. `left` is the text with every conflict resolved as ours, and
/// `right` as theirs; without conflicts the two are the same.
pub(super) fn is_whole(texts: &MergedTexts<'_>, left: &str, right: &str, is_conflict: bool, subject: &Subject) -> bool {
    let shape = subject.shape();
    let table = |text: &str| table_of(text, shape);
    let (Some(base), Some(ours), Some(theirs)) = (table(texts.base), table(texts.ours), table(texts.theirs)) else {
        return false;
    };
    let (Some(left_table), Some(right_table)) = (table(left), table(right)) else { return false };
    let known: Vec<Finding> = [texts.ours, texts.theirs].into_iter().flat_map(|text| errors(text, subject)).collect();
    let is_known = |finding: &Finding| known.iter().any(|other| other.identity() == finding.identity());
    // Errors go by what they say and of what, not by where they stand, which a merge moves.
    if [left, right].into_iter().any(|text| !errors(text, subject).iter().all(is_known)) {
        return false;
    }
    let has = |side: &Table, merged: &Table| has_all(&base, side, merged, Some(shape), !is_conflict);
    has(&ours, &left_table)
        && has(&theirs, &right_table)
        && (is_conflict || (has(&ours, &right_table) && has(&theirs, &left_table)))
        && has_comments(texts, left, right, is_conflict)
        && is_left_alone([&base, &ours, &theirs, &left_table], Some(shape))
        && is_left_alone([&base, &ours, &theirs, &right_table], Some(shape))
        && (is_conflict || is_gone([&base, &ours, &theirs, &left_table], Some(shape)))
        && (is_conflict || keeps_order([&base, &ours, &theirs, &left_table], Some(shape)))
        // The texts can be laid beside each other again, so that no heading is there twice and whoever merges next can.
        && Versions::new(texts.base, left, right, shape).is_some()
}

/// What is wrong in a text, without asking what else there is in the register.
pub(super) fn errors(text: &str, subject: &Subject) -> Vec<Finding> {
    let Subject::Record(record) = subject else {
        return read_settings(SETTINGS_FILE, text.as_bytes()).findings;
    };
    let path = RecordFile::path_of(record.kind, &record.id);
    let reading = read_record(record.kind, &path, text.as_bytes());
    let mut findings = reading.findings;
    let Some(read): Option<AnyRecord> = reading.record else {
        return findings;
    };
    let mut register = Register::default();
    let file = RecordFile { kind: record.kind, id: record.id.to_string(), path };
    put(&mut register, &file, read);
    // Errors do not go by the day.
    let day = Day::from(chrono::NaiveDate::MIN);
    findings.extend(errors_of(&register, std::slice::from_ref(record), day));
    findings
}

/// Whether what a side has and the base has not is in what was merged. Where there are no conflicts, that goes for
/// single values too; where there are, only what was put into lists and tables is looked for.
fn has_all(
    base: &Table,
    side: &Table,
    merged: &Table,
    shape: Option<&'static TableShape>,
    single_values: bool,
) -> bool {
    let gone = |key: &String| !single_values || !merged.contains_key(key);
    let keys_gone = base.iter().filter(|(key, _)| !side.contains_key(*key));
    // What a side took away, whole, is not there unless the other side holds on to it.
    let taken = keys_gone.filter(|(_, value)| !value.is_array() && !value.is_table()).all(|(key, _)| gone(key));
    taken
        && side.iter().all(|(key, value)| {
            let was = base.get(key);
            if was == Some(value) {
                return true;
            }
            let field = shape.and_then(|shape| shape.field(key)).map(|field| field.shape);
            match (value, merged.get(key)) {
                (Value::Table(own), Some(Value::Table(merged))) => {
                    let nothing = Table::new();
                    let was = was.and_then(Value::as_table).unwrap_or(&nothing);
                    has_all(was, own, merged, field.as_ref().and_then(Shape::inner), single_values)
                }
                (Value::Array(own), Some(Value::Array(merged))) => {
                    let nothing = Vec::new();
                    let was = was.and_then(Value::as_array).unwrap_or(&nothing);
                    has_elements(was, own, merged, field.as_ref().and_then(Shape::inner), single_values)
                }
                (Value::String(own), Some(Value::String(merged))) if matches!(field, Some(Shape::Text)) => {
                    !single_values || has_text(was.and_then(Value::as_str), own, merged)
                }
                (value, Some(merged)) => !single_values || value == merged,
                (_, None) => !single_values,
            }
        })
}

/// Whether what a side put into a text is in it, sentence by sentence, and what it took away is not. A text that is new is there as a whole.
fn has_text(was: Option<&str>, own: &str, merged: &str) -> bool {
    let Some(was) = was else { return own == merged };
    let [was, own, merged] = [was, own, merged].map(|text| sentences(text).into_iter().map(str::trim).collect());
    let (was, own, merged): (HashSet<&str>, HashSet<&str>, HashSet<&str>) = (was, own, merged);
    own.difference(&was).all(|part| merged.contains(part)) && !was.difference(&own).any(|part| merged.contains(part))
}

/// Whether the elements that a side added or changed are in a list that was merged. Single values are only looked for,
/// as a list of them is a set; of tables, what was changed in each is.
fn has_elements(
    base: &[Value],
    side: &[Value],
    merged: &[Value],
    shape: Option<&'static TableShape>,
    single_values: bool,
) -> bool {
    if !side.iter().chain(merged).all(Value::is_table) {
        let [base, side, merged] = [base, side, merged].map(counts);
        return side.keys().filter(|value| !base.contains_key(*value)).all(|value| merged.contains_key(value));
    }
    // Where each element of the side stands in the merged list, to hold the two against each other.
    let was = matched(base, side, shape);
    let mut is = vec![None; side.len()];
    for (at, place) in matched(side, merged, shape).into_iter().enumerate() {
        if let Some(place) = place {
            is[place] = Some(at);
        }
    }
    side.iter().enumerate().all(|(place, element)| {
        let old = was[place].map(|old| &base[old]);
        // What the side left as it was, the other may have taken away or changed.
        if old == Some(element) {
            return true;
        }
        let found = is[place].map(|at| &merged[at]);
        match (element, found) {
            (Value::Table(own), Some(Value::Table(merged))) => {
                let nothing = Table::new();
                let old = old.and_then(Value::as_table).unwrap_or(&nothing);
                has_all(old, own, merged, shape, single_values)
            }
            _ => false,
        }
    })
}

/// Whether every comment is there as often as both sides together want it. `# decided` stands once in the base, and
/// each side adds a row with the same comment: it must be there three times. Fewer is a loss; more is only a repetition,
/// and is let pass.
fn has_comments(texts: &MergedTexts<'_>, left: &str, right: &str, is_conflict: bool) -> bool {
    let [base, ours, theirs, left, right] = [texts.base, texts.ours, texts.theirs, left, right].map(comments);
    let times = |comments: &Comments<'_>, comment: &str| comments.get(comment).map_or(0, Vec::len);
    ours.keys().chain(theirs.keys()).all(|comment| {
        let (was, own, other) = (times(&base, comment), times(&ours, comment), times(&theirs, comment));
        let (own_new, other_new) = (own.saturating_sub(was), other.saturating_sub(was));
        let (own_gone, other_gone) = (was.saturating_sub(own), was.saturating_sub(other));
        // Each resolution has what its own side added, and may lack what the other took away. That it lacks what its
        // own side took away is not let pass: beside a conflict, the merge is given up then.
        if is_conflict {
            return times(&left, comment) + other_gone >= was + own_new
                && times(&right, comment) + own_gone >= was + other_new;
        }
        // The same lines, written by both, are there once.
        let is_same = ours.get(comment) == theirs.get(comment);
        let new = if is_same { own_new } else { own_new + other_new };
        times(&left, comment) + own_gone + other_gone >= was + new
    })
}

/// The lines that a comment stands in, by the comment.
type Comments<'t> = BTreeMap<&'t str, Vec<&'t str>>;

/// The comments of a text.
fn comments(text: &str) -> Comments<'_> {
    let mut found = Comments::new();
    for place in format::comments(text) {
        let begin = text[..place.start].rfind('\n').map_or(0, |newline| newline + 1);
        found.entry(text[place.clone()].trim_end()).or_default().push(text[begin..place.end].trim());
    }
    found
}

/// Whether the elements that one side took away are gone. Where the other had changed one, that would have been a
/// conflict.
fn is_gone(tables: [&Table; 4], shape: Option<&'static TableShape>) -> bool {
    let [base, ..] = tables;
    base.keys().all(|key| {
        let inner = shape.and_then(|shape| shape.field(key)).and_then(|field| field.shape.inner());
        match tables.map(|table| table.get(key)) {
            [
                Some(Value::Table(base)),
                Some(Value::Table(own)),
                Some(Value::Table(other)),
                Some(Value::Table(merged)),
            ] => is_gone([base, own, other, merged], inner),
            [Some(Value::Array(base)), own, other, Some(Value::Array(merged))] if base.iter().all(Value::is_table) => {
                let list = |list: Option<&'_ Value>| list.and_then(Value::as_array).cloned().unwrap_or_default();
                let (own, other) = (list(own), list(other));
                let was = [&own, &other].map(|side| matched(base, side, inner));
                // What an element was is known by the side that it came from: one whose key that side changed may be
                // like another one that was there before.
                let from = [&own, &other].map(|side| matched(side, merged, inner));
                let was_of = |at: usize| (0..2).find_map(|side| from[side][at].map(|place| was[side][place]))?;
                let is: HashSet<usize> = (0..merged.len()).filter_map(was_of).collect();
                let [own, other] = was.map(|was| was.into_iter().flatten().collect::<HashSet<usize>>());
                (0..base.len()).all(|place| own.contains(&place) == other.contains(&place) || !is.contains(&place))
            }
            _ => true,
        }
    })
}

/// Whether what neither side touched is as it was, and no element of a list is there more often than in one of them:
/// what both added is there once, whoever else has it.
fn is_left_alone([base, ours, theirs, merged]: [&Table; 4], shape: Option<&'static TableShape>) -> bool {
    base.iter().all(|(key, was)| {
        let inner = shape.and_then(|shape| shape.field(key)).and_then(|field| field.shape.inner());
        match (was, ours.get(key), theirs.get(key), merged.get(key)) {
            (_, Some(own), Some(other), merged) if own == was && other == was => merged == Some(was),
            (Value::Table(was), Some(Value::Table(own)), Some(Value::Table(other)), Some(Value::Table(merged))) => {
                is_left_alone([was, own, other, merged], inner)
            }
            (Value::Array(was), Some(Value::Array(own)), Some(Value::Array(other)), Some(Value::Array(merged))) => {
                in_all([was, own, other, merged], inner).into_iter().all(|values| match values {
                    [Value::Table(was), Value::Table(own), Value::Table(other), Value::Table(merged)] => {
                        is_left_alone([was, own, other, merged], inner)
                    }
                    _ => true,
                })
            }
            _ => true,
        }
    }) && merged.iter().all(|(key, merged)| {
        let list = |table: &Table| table.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
        let Value::Array(merged) = merged else { return true };
        let [base, own, other, merged] =
            [list(base), list(ours), list(theirs), merged.clone()].map(|list| counts(&list));
        let times = |counts: &HashMap<String, usize>, element: &str| counts.get(element).copied().unwrap_or(0);
        let is_untouched = |element: &str| own.contains_key(element) && other.contains_key(element);
        base.keys().filter(|element| is_untouched(element)).all(|element| merged.contains_key(element))
            && merged.iter().all(|(element, count)| *count <= times(&own, element).max(times(&other, element)).max(1))
    })
}

/// How many times each element stands in a list.
fn counts(list: &[Value]) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for element in list {
        *counts.entry(written(element)).or_default() += 1;
    }
    counts
}
