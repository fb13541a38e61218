//! `diff` and `log` as one table: a row for each thing that changed.

use super::cell::{Cell, Label};
use super::changes::{Between, title_of};
use super::differences::{name, path_name, table_cell, value_cell};
use super::document::{Block, Document};
use super::log::Logged;
use super::table::{Column, Holds, Rows, Table};
use crate::compare::{Change, Comparison, Difference, RecordChange, Subject, What};
use crate::format::SETTINGS_FILE;
use crate::message::{Key, columns, reports};
use crate::model::{Register, path_text};
use crate::personal_data::mask;

/// The changes between two states, a row each: what `changes` tells record by record.
#[must_use]
pub fn change_rows<'r>(comparison: &'r Comparison, register: &'r Register, between: &Between) -> Document<'r> {
    let rows = Rows::each(rows_of(comparison), move |row| row.cells(register).into());
    let table = Table::new("changes", own_columns(), rows).when_empty(reports::DIFF_NONE);
    Document::new("diff", title_of(between), vec![Block::Table(table)])
}

/// The history, newest first, a row for each thing that changed in a commit. `record` is what the
/// record is called whose history it is, where it is that of one.
#[must_use]
pub fn log_rows<'r>(entries: &'r [Logged], register: &'r Register, record: Option<Cell<'r>>) -> Document<'r> {
    let column = |key, label| Column::new(key, Label::Message(label));
    let columns = [
        column("day", columns::DAY).holding(Holds::Day),
        column("subject", columns::SUBJECT),
        column("commit", columns::COMMIT),
    ];
    let all = entries.iter().flat_map(|entry| rows_of(&entry.comparison).into_iter().map(move |row| (entry, row)));
    let rows = Rows::each(all.collect(), move |(entry, row): &(&'r Logged, ChangeRow<'r>)| {
        let commit = [Cell::Day(entry.day), Cell::text(entry.subject.as_str()), Cell::text(entry.commit.as_str())];
        commit.into_iter().chain(row.cells(register)).collect()
    });
    let table = Table::new("changes", columns.into_iter().chain(own_columns()).collect(), rows);
    let title = [Cell::message(reports::LOG_TITLE)].into_iter().chain(record).collect();
    Document::new("log", title, vec![Block::Table(table.when_empty(reports::LOG_NONE))])
}

/// What happened to a record as a whole, to a field of it, or to its layout.
enum ChangeRow<'r> {
    Record(&'r RecordChange),
    Field(&'r RecordChange, &'r Difference),
    /// A comment in its file that is gone, or that has come.
    Note(&'r RecordChange, Key, &'r str),
    Layout(&'r Subject),
}

fn rows_of(comparison: &Comparison) -> Vec<ChangeRow<'_>> {
    let of_record = |change| {
        let whole = (change_of(change) != reports::CHANGED).then_some(ChangeRow::Record(change));
        let fields = change.differences.iter().map(move |difference| ChangeRow::Field(change, difference));
        let gone = change.notes.gone.iter().map(move |note| ChangeRow::Note(change, reports::REMOVED, note));
        let come = change.notes.come.iter().map(move |note| ChangeRow::Note(change, reports::ADDED, note));
        whole.into_iter().chain(fields).chain(gone).chain(come)
    };
    let records = comparison.records.iter().flat_map(of_record);
    records.chain(comparison.layout_only.iter().map(ChangeRow::Layout)).collect()
}

fn own_columns() -> Vec<Column<'static>> {
    let column = |key, label| Column::new(key, Label::Message(label));
    vec![
        column("record", columns::RECORD),
        column("name", columns::NAME),
        column("change", columns::CHANGE),
        column("field", columns::FIELD),
        column("in_words", columns::IN_WORDS).for_people(),
        column("before", columns::BEFORE),
        column("after", columns::AFTER),
    ]
}

impl<'r> ChangeRow<'r> {
    fn cells(&self, register: &'r Register) -> [Cell<'r>; 7] {
        match self {
            ChangeRow::Layout(subject) => {
                let change = Cell::message(reports::LAYOUT_ONLY);
                [record(subject), Cell::Empty, change, Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty]
            }
            ChangeRow::Note(change, what, note) => {
                let text = Cell::text(mask(note));
                let (before, after) = if *what == reports::ADDED { (Cell::Empty, text) } else { (text, Cell::Empty) };
                let (of, name) = (record(&change.subject), name(change, register));
                [of, name, Cell::message(*what), Cell::text("#"), Cell::message(columns::NOTE_IN_FILE), before, after]
            }
            ChangeRow::Record(change) => {
                let (before, after) = ids(change);
                let what = Cell::message(change_of(change));
                [record(&change.subject), name(change, register), what, Cell::Empty, Cell::Empty, before, after]
            }
            ChangeRow::Field(change, difference) => {
                let (what, before, after) = values(difference, register);
                let field = Cell::text(path_text(&difference.path));
                let field_name = path_name(&difference.parts, register, &difference.change);
                let what = Cell::message(what);
                [record(&change.subject), name(change, register), what, field, field_name, before, after]
            }
        }
    }
}

fn record<'r>(subject: &Subject) -> Cell<'r> {
    match subject {
        Subject::Record(record) => Cell::text(record.to_string()),
        Subject::Settings => Cell::text(SETTINGS_FILE),
    }
}

fn change_of(change: &RecordChange) -> Key {
    match change.what {
        What::Added => reports::ADDED,
        What::Removed => reports::REMOVED,
        What::Renamed(_) => reports::RENAMED,
        What::Changed => reports::CHANGED,
        What::Unreadable => reports::UNREADABLE,
    }
}

/// The ids that a record had and has, where it has a new one.
fn ids<'r>(change: &RecordChange) -> (Cell<'r>, Cell<'r>) {
    match (&change.what, &change.subject) {
        (What::Renamed(from), Subject::Record(to)) => (Cell::text(from.id.to_string()), Cell::text(to.id.to_string())),
        _ => (Cell::Empty, Cell::Empty),
    }
}

/// What happened to a field, what it was and what it is.
fn values<'r>(difference: &'r Difference, register: &'r Register) -> (Key, Cell<'r>, Cell<'r>) {
    let shape = difference.shape.map(|shape| shape.0);
    let value = |value: &'r toml::Value| value_cell(value, shape.as_ref(), register);
    let one = |side: &'r Option<toml::Value>| side.as_ref().map_or(Cell::Empty, value);
    let several = |side: &'r [toml::Value]| Cell::List(side.iter().map(value).collect());
    let element = |element: &'r toml::Table| table_cell(element, shape.as_ref(), register);
    match &difference.change {
        Change::Value(before, after) => (reports::CHANGED, one(before), one(after)),
        Change::List(before, after) => (reports::CHANGED, several(before), several(after)),
        Change::Added(_, after) => (reports::ADDED, Cell::Empty, element(after)),
        Change::Removed(_, before) => (reports::REMOVED, element(before), Cell::Empty),
        Change::Moved(..) => (reports::MOVED, Cell::Empty, Cell::Empty),
    }
}
