//! Merging a value that both sides changed: lists of single values as sets that keep their order, lists of tables
//! element by element, tables field by field.
//!
//! Texts are merged by their sentences and lines (`texts`). What comes out are the lines of ours, edited: so the comments and the layout of ours stay, and what theirs added
//! comes with the lines that it has there. The edits are planned twice, with each conflict resolved as ours and
//! as theirs. Where there was none, the two are the same; else they are held against each other line by line, and
//! only the lines that differ are a conflict.
//!
//! Say that both gave the money of 2026 another amount, and that theirs added a row for 2027. As ours, the list has the
//! row of 2026 of ours and the row of 2027; as theirs, the row of 2026 of theirs and the row of 2027. The conflict is
//! of one line, and the row of 2027 is there whichever is chosen.

use super::order::{Reordered, reordered};
use super::{Disputed, MergeSide, MergedPiece, texts};
use crate::compare::{Beside, beside};
use crate::format::{Edit, comments, edit};
use crate::model::{KeyPath, Shape, Step, TableShape, UNKNOWN_TABLE};
use similar::{Algorithm, DiffTag, capture_diff_slices};
use std::ops::Range;
use toml::Value;

/// A value that both sides changed.
pub(super) struct Both<'v> {
    /// The field of the record that it is, or is in.
    pub field: &'v str,
    /// Its key, without the tables that it is in.
    pub key: &'v str,
    /// The table that the key belongs to.
    pub table: Option<&'static TableShape>,
    pub base: Option<&'v Value>,
    pub ours: &'v Value,
    pub theirs: &'v Value,
    /// The lines of the base.
    pub base_body: &'v str,
    /// The lines of ours.
    pub ours_body: &'v str,
    /// The lines of theirs.
    pub theirs_body: &'v str,
}

impl Both<'_> {
    /// All of it as a conflict.
    fn open(&self) -> MergedPiece {
        let [was, ours, theirs] = [self.base_body, self.ours_body, self.theirs_body].map(str::to_owned);
        MergedPiece::Conflict(Disputed { field: self.field.to_owned(), was, ours, theirs })
    }
}

/// Merges it: the lines of ours, edited, or those of theirs where only they have put what is in a list in another order.
/// What can't be merged is a conflict, of as few lines as hold it.
pub(super) fn merge(both: &Both<'_>) -> Vec<MergedPiece> {
    let shape = both.table.and_then(|table| table.field(both.key)).map(|field| field.shape);
    let order = both.base.map_or(Reordered::Neither, |base| reordered(base, both.ours, both.theirs, shape));
    match order {
        Reordered::Neither | Reordered::Ours => into_ours(both),
        Reordered::Apart => vec![both.open()],
        Reordered::Theirs => {
            let turned = Both {
                ours: both.theirs,
                theirs: both.ours,
                ours_body: both.theirs_body,
                theirs_body: both.ours_body,
                ..*both
            };
            let turn = |piece| match piece {
                MergedPiece::Conflict(Disputed { field, was, ours: theirs, theirs: ours }) => {
                    MergedPiece::Conflict(Disputed { field, was, ours, theirs })
                }
                text @ MergedPiece::Text(_) => text,
            };
            into_ours(&turned).into_iter().map(turn).collect()
        }
    }
}

fn into_ours(both: &Both<'_>) -> Vec<MergedPiece> {
    let shape = both.table.and_then(|table| table.field(both.key)).map(|field| field.shape);
    let path: KeyPath = vec![Step::Key(both.key.to_owned().into())];
    let text = |resolve: MergeSide| -> Option<(String, bool)> {
        let mut plan = EditPlan { resolve, sets: Vec::new(), lists: Vec::new(), is_conflict: false };
        plan.value(both.base, Some(both.ours), Some(both.theirs), shape, &path);
        let is_conflict = plan.is_conflict;
        let added: Vec<Value> =
            plan.lists.iter().flat_map(|list| &list.added).map(|(_, value)| value.clone()).collect();
        let edited = edit(both.ours_body, both.table.unwrap_or(&UNKNOWN_TABLE), &plan.edits()).ok()?;
        Some((as_written(edited, both.theirs_body, &added), is_conflict))
    };
    match (text(MergeSide::Ours), text(MergeSide::Theirs)) {
        (Some((merged, false)), _) => vec![MergedPiece::Text(merged)],
        // What theirs wrote beside a value of its own goes with that, and not with ours.
        (Some((_, true)), Some((theirs, _))) if lacks_comments(both, &theirs) => vec![both.open()],
        (Some((ours, true)), Some((theirs, _))) => hunks(both.field, both.base_body, &ours, &theirs),
        _ => vec![both.open()],
    }
}

/// Whether a text has not all comments that theirs has put into its lines.
fn lacks_comments(both: &Both<'_>, text: &str) -> bool {
    let of = |text: &str| -> Vec<String> {
        comments(text).into_iter().map(|place| text[place].trim_end().to_owned()).collect()
    };
    let (was, is) = (of(both.base_body), of(text));
    of(both.theirs_body).iter().any(|comment| !was.contains(comment) && !is.contains(comment))
}

/// The same text with elements that came from another as they are written there, comments and all, where they stand on
/// lines of their own. An edit writes values alone: `{ year = 2028, amount = 2 }, # decided` would come without the
/// comment.
fn as_written(mut text: String, other: &str, added: &[Value]) -> String {
    for value in added {
        let same = |text: &str| list_lines(text).into_iter().find(|element| element.value == *value);
        if let (Some(to), Some(from)) = (same(&text), same(other)) {
            let mut lines = other[from.lines.clone()].to_owned();
            // The last of theirs may do without.
            if !other[from.end..from.lines.end].trim_start().starts_with(',') {
                lines.insert(from.end - from.lines.start, ',');
            }
            text.replace_range(to.lines, &lines);
        }
    }
    text
}

/// An element of a list with the lines that it has for itself.
struct ElementLines {
    value: Value,
    /// Its lines, those of comments above it too.
    lines: Range<usize>,
    /// The byte behind its value.
    end: usize,
}

/// The elements of the list that a text is, of those that have lines for themselves.
fn list_lines(text: &str) -> Vec<ElementLines> {
    let Ok(table) = toml::de::DeTable::parse(text) else { return Vec::new() };
    let values = toml::from_str::<toml::Table>(text).ok();
    let list = table.get_ref().iter().next().map(|(_, value)| value);
    let values = values.and_then(|values| values.values().next().and_then(Value::as_array).cloned());
    let (Some(list), Some(values)) = (list, values) else { return Vec::new() };
    let toml::de::DeValue::Array(elements) = list.get_ref() else { return Vec::new() };
    let line_start = |at: usize| text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let line_end = |at: usize| text[at..].find('\n').map_or(text.len(), |newline| at + newline + 1);
    let first_line = line_end(list.span().start);
    let mut found = Vec::new();
    let mut before = first_line;
    for (element, value) in elements.iter().zip(values) {
        let (start, end) = (line_start(element.span().start), line_end(element.span().end));
        let rest = text[element.span().end..end].trim().trim_start_matches(',').trim();
        // It begins its first line, and nothing but a comma and a comment ends its last.
        let is_alone = start >= before
            && text[start..element.span().start].trim().is_empty()
            && (rest.is_empty() || rest.starts_with('#'));
        if is_alone {
            // Lines of nothing but comments above it are its own, as those above a key are the key's.
            let lead = &text[before..start];
            let is_comment = lead.lines().all(|line| line.trim().is_empty() || line.trim().starts_with('#'));
            let lines = if is_comment { before } else { start }..end;
            found.push(ElementLines { value, lines, end: element.span().end });
        }
        before = end.max(before);
    }
    found
}

/// Two texts as one, with a conflict wherever their lines differ, and beside each what stood there in the base.
pub(super) fn hunks(field: &str, base: &str, ours: &str, theirs: &str) -> Vec<MergedPiece> {
    let lines_of = |text: &'_ str| -> Vec<String> { text.split_inclusive('\n').map(str::to_owned).collect() };
    let (own, other, was) = (lines_of(ours), lines_of(theirs), lines_of(base));
    let of = |lines: &[String], range: Range<usize>| lines.get(range).map_or(String::new(), |lines| lines.concat());
    let (by_ours, by_theirs) = (Kept::new(base, ours), Kept::new(base, theirs));
    let mut pieces: Vec<MergedPiece> = Vec::new();
    // Where lines are replaced, that may be told as some taken away and others put there.
    let mut open: Option<(Range<usize>, Range<usize>)> = None;
    let close = |open: &mut Option<(Range<usize>, Range<usize>)>, pieces: &mut Vec<MergedPiece>| {
        let Some((left, right)) = open.take() else { return };
        let (by_ours, by_theirs) = (by_ours.around(&left), by_theirs.around(&right));
        let (start, end) = (by_ours.start.max(by_theirs.start), by_ours.end.min(by_theirs.end));
        let (was, ours, theirs) = (of(&was, start..end), of(&own, left), of(&other, right));
        pieces.push(MergedPiece::Conflict(Disputed { field: field.to_owned(), was, ours, theirs }));
    };
    for op in capture_diff_slices(Algorithm::Myers, &own, &other) {
        if op.tag() == DiffTag::Equal {
            close(&mut open, &mut pieces);
            pieces.push(MergedPiece::Text(of(&own, op.old_range())));
        } else {
            let (left, right) = open.take().unwrap_or((op.old_range(), op.new_range()));
            open = Some((left.start..op.old_range().end, right.start..op.new_range().end));
        }
    }
    close(&mut open, &mut pieces);
    pieces
}

/// The lines of a text that stand in what it came from too, each with its place there.
struct Kept {
    places: Vec<Option<usize>>,
    count: usize,
}

impl Kept {
    fn new(base: &str, text: &str) -> Self {
        let [was, own] = [base, text].map(|text| text.split_inclusive('\n').collect::<Vec<&str>>());
        let mut places = vec![None; own.len()];
        let same = capture_diff_slices(Algorithm::Myers, &was, &own);
        for op in same.iter().filter(|op| op.tag() == DiffTag::Equal) {
            op.new_range().zip(op.old_range()).for_each(|(own, was)| places[own] = Some(was));
        }
        Self { places, count: was.len() }
    }

    /// What stood between the lines around some lines.
    fn around(&self, lines: &Range<usize>) -> Range<usize> {
        let before = self.places[..lines.start].iter().rev().find_map(|place| *place);
        let behind = self.places[lines.end..].iter().find_map(|place| *place);
        before.map_or(0, |before| before + 1)..behind.unwrap_or(self.count)
    }
}

/// What becomes of a list of ours: which of its elements go, and what comes at which place of the rest.
struct ListPlan {
    path: KeyPath,
    removed: Vec<usize>,
    /// Elements of theirs, by their places in the list as it is going to be.
    added: Vec<(usize, Value)>,
    /// How many there are when the first comes.
    left: usize,
}

/// The edits that make ours into what is merged, with conflicts resolved in one way.
struct EditPlan {
    resolve: MergeSide,
    sets: Vec<Edit>,
    lists: Vec<ListPlan>,
    is_conflict: bool,
}

impl EditPlan {
    /// The edits in an order in which the places of lists in them are right.
    fn edits(mut self) -> Vec<Edit> {
        let mut edits = self.sets;
        // A list within a list goes first: its path has places of the outer one as it was.
        self.lists.sort_by_key(|list| std::cmp::Reverse(list.path.len()));
        for ListPlan { path, mut removed, added, mut left } in self.lists {
            removed.sort_unstable();
            for place in removed.into_iter().rev() {
                edits.push(Edit::Remove(within(&path, Step::Index(place))));
            }
            for (place, value) in added {
                edits.push(if place >= left {
                    Edit::Append(path.clone(), value)
                } else {
                    Edit::Insert(path.clone(), place, value)
                });
                left += 1;
            }
        }
        edits
    }

    /// Plans what makes a value of ours what it is to be: nothing where theirs left it alone or did the same, what
    /// theirs says where ours left it alone, and else what can be merged within it. Nothing is a value too: one that is
    /// not there.
    fn value(
        &mut self,
        base: Option<&Value>,
        ours: Option<&Value>,
        theirs: Option<&Value>,
        shape: Option<Shape>,
        path: &KeyPath,
    ) {
        if theirs == base || ours == theirs {
            return;
        }
        if ours == base {
            self.take(theirs, path);
            return;
        }
        match (ours, theirs) {
            (Some(Value::Table(own)), Some(Value::Table(other))) => {
                let inner = shape.as_ref().and_then(Shape::inner);
                let before = base.and_then(Value::as_table);
                let old_keys = before.into_iter().flat_map(toml::Table::keys);
                // What neither the base nor theirs has is ours alone, and stays.
                let mut keys: Vec<&String> = old_keys.chain(other.keys()).collect();
                keys.sort();
                keys.dedup();
                for key in keys {
                    let field = inner.and_then(|inner| inner.field(key)).map(|field| field.shape);
                    let path = within(path, Step::Key(key.clone().into()));
                    self.value(before.and_then(|table| table.get(key)), own.get(key), other.get(key), field, &path);
                }
            }
            (Some(Value::Array(own)), Some(Value::Array(other))) => {
                let nothing = Vec::new();
                let before = base.and_then(Value::as_array).unwrap_or(&nothing);
                if [before, own, other].into_iter().flatten().all(Value::is_table) {
                    self.list(before, own, other, shape.as_ref().and_then(Shape::inner), path);
                // Of tables among single values nothing says which is which.
                } else if [before, own, other].into_iter().flatten().any(Value::is_table) {
                    self.conflict(theirs, path);
                } else {
                    self.set(before, own, other, path);
                }
            }
            (Some(Value::String(own)), Some(Value::String(other))) if matches!(shape, Some(Shape::Text)) => {
                let Some(was) = base.and_then(Value::as_str) else { return self.conflict(theirs, path) };
                let merged = texts::merge(was, own, other, self.resolve);
                self.is_conflict |= merged.is_conflict;
                self.take(Some(&Value::String(merged.text)), path);
            }
            (_, theirs) => self.conflict(theirs, path),
        }
    }

    /// Notes that both changed a value: that of ours is there already, so only theirs takes an edit.
    fn conflict(&mut self, theirs: Option<&Value>, path: &KeyPath) {
        self.is_conflict = true;
        if self.resolve == MergeSide::Theirs {
            self.take(theirs, path);
        }
    }

    fn take(&mut self, theirs: Option<&Value>, path: &KeyPath) {
        self.sets.push(match theirs {
            Some(value) => Edit::Set(path.clone(), value.clone()),
            None => Edit::Remove(path.clone()),
        });
    }

    /// A list of single values: what one side took away goes, and what it added comes, once.
    ///
    /// The base has `b, c`, ours `a, b, c, d`, theirs `c, e`. `b` goes, since theirs took it away; `e` comes behind
    /// `c`, behind which it stands in theirs, and behind `d`, which ours put there: `a, c, d, e`. No conflict can come
    /// of it, whatever either did.
    fn set(&mut self, before: &[Value], own: &[Value], other: &[Value], path: &KeyPath) {
        let removed: Vec<usize> =
            (0..own.len()).filter(|&place| before.contains(&own[place]) && !other.contains(&own[place])).collect();
        let mut sequence: Vec<&Value> =
            (0..own.len()).filter(|place| !removed.contains(place)).map(|place| &own[place]).collect();
        let left = sequence.len();
        let mut new: Vec<&Value> = Vec::new();
        for (place, value) in other.iter().enumerate() {
            // What was there before and is not in ours was taken away by ours.
            if before.contains(value) || sequence.contains(&value) {
                continue;
            }
            let at =
                behind(&other[..place], &sequence, |known, value| **known == *value, |known| !before.contains(known));
            sequence.insert(at, value);
            new.push(value);
        }
        let is_new = |value: &Value| new.iter().any(|new| std::ptr::eq(*new, value));
        let added = sequence.iter().enumerate().filter(|(_, value)| is_new(value));
        let added = added.map(|(at, value)| (at, (*value).clone())).collect();
        self.lists.push(ListPlan { path: path.clone(), removed, added, left });
    }

    /// A list of tables: element by element. First those of ours, each with what it was and what theirs made of it;
    /// then what only theirs has, by its day where both lists stand in the order of days, and else behind what it stands
    /// behind in theirs.
    fn list(
        &mut self,
        before: &[Value],
        own: &[Value],
        other: &[Value],
        shape: Option<&'static TableShape>,
        path: &KeyPath,
    ) {
        let Beside { ours: was, theirs: is, same: counterparts } = beside(before, own, other, shape);
        let single = shape.map(Shape::Table);
        let mut removed = Vec::new();
        for (place, element) in own.iter().enumerate() {
            let old = was[place].map(|old| &before[old]);
            match (old, counterparts.iter().position(|known| *known == Some(place))) {
                (old, Some(theirs)) => {
                    self.value(old, Some(element), Some(&other[theirs]), single, &within(path, Step::Index(place)));
                }
                // Theirs took it away, and ours left it alone.
                (Some(old), None) if old == element => removed.push(place),
                // Theirs took it away, and ours changed it.
                (Some(_), None) => {
                    self.is_conflict = true;
                    removed.extend((self.resolve == MergeSide::Theirs).then_some(place));
                }
                // Ours added it.
                (None, None) => {}
            }
        }
        let kept = own.iter().enumerate().filter(|(place, _)| !removed.contains(place));
        let mut sequence: Vec<(Option<usize>, &Value)> = kept.map(|(place, value)| (Some(place), value)).collect();
        let left = sequence.len();
        let by_day = is_in_order(own, shape) && is_in_order(other, shape);
        for (place, element) in other.iter().enumerate() {
            if counterparts[place].is_some() {
                continue;
            }
            if let Some(old) = is[place] {
                // Ours has taken it away: for good where theirs left it alone.
                if before[old] == *element {
                    continue;
                }
                self.is_conflict = true;
                if self.resolve == MergeSide::Ours {
                    continue;
                }
            }
            let at = match sort_key(element, shape).filter(|_| by_day) {
                Some(key) => sequence
                    .iter()
                    .position(|(_, known)| sort_key(known, shape).is_some_and(|known| known > key))
                    .unwrap_or(sequence.len()),
                None => {
                    let earlier: Vec<(Option<usize>, &Value)> =
                        (0..place).map(|place| (counterparts[place], &other[place])).collect();
                    let is_same = |known: &(Option<usize>, &Value), one: &(Option<usize>, &Value)| {
                        (known.0.is_some() && known.0 == one.0) || std::ptr::eq(known.1, one.1)
                    };
                    behind(&earlier, &sequence, is_same, |known| known.0.is_some_and(|place| was[place].is_none()))
                }
            };
            sequence.insert(at, (None, element));
        }
        let added = sequence.iter().enumerate().filter(|(_, (place, _))| place.is_none());
        let added = added.map(|(at, (_, value))| (at, (*value).clone())).collect();
        self.lists.push(ListPlan { path: path.clone(), removed, added, left });
    }
}

/// The place in a sequence for what stands behind some earlier things elsewhere: behind the last of them that is in
/// the sequence, and behind what is new there, so that what ours added comes before what theirs did.
fn behind<T, U>(earlier: &[T], sequence: &[U], is_same: impl Fn(&U, &T) -> bool, is_new: impl Fn(&U) -> bool) -> usize {
    let last = earlier.iter().rev().find_map(|one| sequence.iter().position(|known| is_same(known, one)));
    let mut at = last.map_or(0, |at| at + 1);
    // Where nothing of what stood before it is left, it goes last.
    if last.is_none() && !earlier.is_empty() {
        return sequence.len();
    }
    while sequence.get(at).is_some_and(&is_new) {
        at += 1;
    }
    at
}

/// What the elements of a list stand in the order of, where it is a day, a term or a year.
pub(super) fn sort_key(element: &Value, shape: Option<&'static TableShape>) -> Option<String> {
    let key = shape?.key?;
    let is_day = matches!(shape?.field(key)?.shape, Shape::Day | Shape::Term | Shape::Ordinal | Shape::Year);
    element.get(key).filter(|_| is_day).map(|value| value.to_string())
}

/// Whether a list stands in the order of its days.
pub(super) fn is_in_order(list: &[Value], shape: Option<&'static TableShape>) -> bool {
    let keys: Option<Vec<String>> = list.iter().map(|element| sort_key(element, shape)).collect();
    keys.is_some_and(|keys| keys.is_sorted())
}

fn within(path: &KeyPath, step: Step) -> KeyPath {
    let mut path = path.clone();
    path.push(step);
    path
}
