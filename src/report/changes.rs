//! `diff` and `log`: what changed between two states of a register, in its own words.

use super::cell::{Cell, Label, Mark};
use super::differences::{line, told_name};
use super::document::{Block, Document, Line};
use super::table::{Column, Rows, TableForm};
use super::{change_totals, new_record};
use crate::compare::{Change, Comparison, PathPart, RecordChange, Subject, What};
use crate::format::{AnyRecord, SETTINGS_FILE};
use crate::message::{columns, reports, say, told};
use crate::model::{Kind, Register, Shape};
use crate::personal_data::mask;

/// What was compared, in words of whoever asked.
#[derive(Debug, Clone)]
pub struct Between {
    /// The older state as it was asked for: a revision, a day or a folder; `HEAD` where none was.
    pub before: String,
    /// What it is; nothing where it is the work tree.
    pub after: Option<String>,
}

/// The changes as a document: what they come to and what was decided first, then record by record, by district and kind.
/// Of very many, the first `most` and how many more there are of each kind. `register` knows what the records that are
/// named in them are called.
#[must_use]
pub fn changes<'r>(
    comparison: &'r Comparison,
    register: &'r Register,
    between: &Between,
    most: Option<usize>,
) -> Document<'r> {
    let mut blocks = vec![Block::Line(change_totals::summary(comparison))];
    blocks.extend(change_totals::money(comparison).map(Block::Line));
    let shown = most.map_or(comparison.records.len(), |most| most.min(comparison.records.len()));
    let (shown, left) = comparison.records.split_at(shown);
    let decisions = change_totals::decisions(shown, register);
    if !decisions.is_empty() {
        blocks.push(Block::Heading(Label::Message(reports::DIFF_DECISIONS)));
        blocks.push(Block::Fields(decisions));
    }
    groups(shown, register, &mut blocks);
    if !left.is_empty() {
        blocks.push(Block::Heading(Label::Message(reports::DIFF_LEFT_OUT)));
        blocks.push(Block::Line(left_out(left).with_command(told::DIFF)));
    }
    Document::new("diff", title_of(between), blocks)
}

/// How many records of each kind are left out.
fn left_out<'r>(left: &[RecordChange]) -> Line<'r> {
    let of = |kind: Option<Kind>| left.iter().filter(|change| kind_of(&change.subject) == kind).count();
    let kinds = Kind::ALL.into_iter().filter(|kind| of(Some(*kind)) > 0);
    let told = kinds.map(|kind| {
        let (kinds, count) = (Cell::Label(Box::new(Label::Kinds(kind))), Cell::count(of(Some(kind))));
        Cell::message(reports::DiffLeftOutOf { count, kinds })
    });
    let settings = (of(None) > 0).then(|| Cell::text(SETTINGS_FILE));
    Line::new(reports::DiffLeftOutLine {
        count: Cell::count(left.len()),
        kinds: Cell::List(told.chain(settings).collect()),
    })
}

fn kind_of(subject: &Subject) -> Option<Kind> {
    if let Subject::Record(record) = subject { Some(record.kind) } else { None }
}

/// What some records' changes come to, each under the heading of its group.
pub(super) fn groups<'r>(records: &'r [RecordChange], register: &'r Register, blocks: &mut Vec<Block<'r>>) {
    let mut grouped: Vec<(ChangeGroup<'r>, Vec<&'r RecordChange>)> = Vec::new();
    for change in records {
        let group = ChangeGroup::of(change);
        match grouped.iter_mut().find(|(known, _)| *known == group) {
            Some((_, changes)) => changes.push(change),
            None => grouped.push((group, vec![change])),
        }
    }
    grouped.sort_by(|left, right| left.0.cmp(&right.0));
    for (group, changes) in grouped {
        let told = |change: &'r RecordChange| {
            let lines = lines(change, register);
            (!lines.is_empty()).then(|| (Label::Cell(told_name(change, register)), Cell::Lines(lines)))
        };
        // Of a meeting all that changed may be what it has decided, which has been told.
        let fields: Vec<_> = changes.into_iter().filter_map(told).collect();
        if !fields.is_empty() {
            blocks.push(Block::Heading(group.label(register)));
            blocks.push(Block::Fields(fields));
        }
    }
}

/// What a change is told under.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum ChangeGroup<'r> {
    District(&'r str),
    Several,
    Nowhere,
    Kind(Kind),
    Settings,
}

impl<'r> ChangeGroup<'r> {
    fn of(change: &'r RecordChange) -> Self {
        let Subject::Record(record) = &change.subject else {
            return ChangeGroup::Settings;
        };
        let state = change.after.as_ref().or(change.before.as_ref());
        match state.and_then(|state| state.record()) {
            Some(AnyRecord::District(_)) => ChangeGroup::District(&record.id),
            Some(AnyRecord::Situation(situation)) => match &situation.district {
                Some(district) => ChangeGroup::District(district.as_str()),
                None => ChangeGroup::Nowhere,
            },
            Some(AnyRecord::TargetPicture(picture)) => match &picture.district {
                Some(district) => ChangeGroup::District(district.as_str()),
                None => ChangeGroup::Nowhere,
            },
            Some(AnyRecord::ActionPlan(plan)) => match &*plan.districts {
                [] => ChangeGroup::Nowhere,
                [only] => ChangeGroup::District(only.as_str()),
                _ => ChangeGroup::Several,
            },
            Some(AnyRecord::Intervention(intervention)) => match &*intervention.districts {
                [] => ChangeGroup::Nowhere,
                [only] => ChangeGroup::District(only.as_str()),
                _ => ChangeGroup::Several,
            },
            _ => ChangeGroup::Kind(record.kind),
        }
    }

    fn label(&self, register: &'r Register) -> Label<'r> {
        match self {
            ChangeGroup::District(id) => Label::Cell(Cell::named(Kind::District, Some(id), register)),
            ChangeGroup::Several => Label::Message(say::SEVERAL_DISTRICTS),
            ChangeGroup::Nowhere => Label::Message(say::NO_DISTRICT),
            ChangeGroup::Kind(kind) => Label::Cell(Cell::Label(Box::new(Label::Kinds(*kind)))),
            ChangeGroup::Settings => Label::Message(reports::DIFF_SETTINGS),
        }
    }
}

/// What happened to a record, each thing on a line of its own; with what it has decided.
pub(super) fn all_lines<'r>(change: &'r RecordChange, register: &'r Register) -> Cell<'r> {
    let mut lines = lines(change, register);
    lines.extend(change_totals::decision_lines(change, register));
    Cell::Lines(lines)
}

/// What happened to a record besides what it has decided, each thing on a line of its own.
fn lines<'r>(change: &'r RecordChange, register: &'r Register) -> Vec<Cell<'r>> {
    let mut lines = Vec::new();
    match (&change.what, &change.subject) {
        (What::Added, Subject::Record(record)) => {
            let what = Cell::Kind(record.kind);
            let facts = change.after.as_ref().map_or(Cell::Empty, |state| new_record::facts(state, register));
            lines.push(match facts {
                Cell::Empty => Cell::message(reports::diff_new(what)),
                facts => Cell::message(reports::DiffNewWith { what, facts }),
            });
            lines.extend(change.after.iter().flat_map(|state| new_record::parts(state, register)));
        }
        (What::Removed, Subject::Record(record)) => {
            lines.push(Cell::message(reports::diff_gone(Cell::Kind(record.kind))));
        }
        (What::Renamed(from), Subject::Record(record)) => {
            let (before, after) = (Cell::text(from.id.to_string()), Cell::text(record.id.to_string()));
            lines.push(Cell::message(reports::DiffRenamed { before, after }));
        }
        (What::Unreadable, _) => lines.push(Cell::message(reports::DIFF_UNREADABLE).marked(Mark::Bad)),
        (What::Added, Subject::Settings) => lines.push(Cell::message(reports::DIFF_NEW_FILE)),
        (What::Removed, Subject::Settings) => lines.push(Cell::message(reports::DIFF_GONE_FILE)),
        _ => {}
    }
    let new = change.after.as_ref().filter(|_| change.what == What::Added);
    if new.is_some_and(|state| state.table.is_none()) {
        lines.push(Cell::message(reports::DIFF_NOT_READ).marked(Mark::Bad));
    }
    let is_renamed = matches!(change.what, What::Renamed(_));
    let mut moved: Vec<&Vec<PathPart>> = Vec::new();
    for difference in &change.differences {
        // That it has been renamed is said already.
        if is_renamed && matches!(difference.shape.as_ref().map(|shape| shape.0.single()), Some(Shape::FormerId)) {
            continue;
        }
        if change_totals::is_of_decision(difference) {
            continue;
        }
        if matches!(difference.change, Change::Moved(..)) {
            let is_same = |known: &&Vec<PathPart>| {
                known.iter().map(|part| &part.field).eq(difference.parts.iter().map(|part| &part.field))
            };
            if moved.iter().any(is_same) {
                continue;
            }
            moved.push(&difference.parts);
        }
        lines.push(line(difference, register));
    }
    let note = |text: &'r String| Cell::text(mask(text.trim_start_matches('#').trim()));
    lines.extend(change.notes.gone.iter().map(|text| Cell::message(reports::diff_note_gone(note(text)))));
    lines.extend(change.notes.come.iter().map(|text| Cell::message(reports::diff_note_come(note(text)))));
    lines
}

/// How many records of each kind changed, and how.
#[must_use]
pub fn change_counts<'r>(comparison: &Comparison, between: &Between) -> Document<'r> {
    let kinds = Kind::ALL.into_iter().map(Some).chain([None]);
    let mut rows = Vec::new();
    for kind in kinds {
        let mut counts = [0_usize; 5];
        for change in comparison.records.iter().filter(|change| kind_of(&change.subject) == kind) {
            counts[match change.what {
                What::Changed | What::Unreadable => 0,
                What::Added => 1,
                What::Removed => 2,
                What::Renamed(_) => 3,
            }] += 1;
        }
        counts[4] = comparison.layout_only.iter().filter(|subject| kind_of(subject) == kind).count();
        if counts.iter().any(|count| *count > 0) {
            let name = kind.map_or(Cell::text("register.toml"), Cell::Kind);
            rows.push([name].into_iter().chain(counts.map(Cell::count)).collect());
        }
    }
    let table = (!rows.is_empty()).then(|| Block::Table(counts_form().filled_with(Rows::made(rows))));
    let blocks = table.into_iter().chain([Block::Line(change_totals::summary(comparison))]).collect();
    Document::new("diff-stat", title_of(between), blocks)
}

/// The table of how many records of each kind changed.
#[must_use]
pub fn counts_form<'r>() -> TableForm<'r> {
    let number = |key, label| Column::new(key, Label::Message(label)).integer();
    let columns = vec![
        Column::new("kind", Label::Message(columns::KIND)),
        number("changed", reports::DIFF_COUNT_CHANGED),
        number("added", reports::DIFF_COUNT_ADDED),
        number("removed", reports::DIFF_COUNT_REMOVED),
        number("renamed", reports::DIFF_COUNT_RENAMED),
        number("layout_only", reports::DIFF_COUNT_LAYOUT),
    ];
    TableForm::new("counts", columns).sometimes()
}

pub(super) fn title_of<'r>(between: &Between) -> Vec<Cell<'r>> {
    let after = between.after.clone().map_or(Cell::message(reports::DIFF_WORK_TREE), Cell::text);
    vec![
        Cell::message(reports::DIFF_TITLE),
        Cell::message(reports::DiffBetween { before: Cell::text(between.before.clone()), after }),
    ]
}
