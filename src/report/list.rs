//! `list`: the records of a kind that fit a filter, as a table of the columns asked for.

use super::cell::{Cell, Label, cell, mark};
use super::document::{Block, Document};
use super::table::{Column, Holds, Rows, Table, TableForm};
use crate::message::{Message, say};
use crate::model::{Assessment, Kind, Period, Shape, Value};
use crate::query::{self, Derived, Row};

/// The rows as a table of those columns, each with how soon it is left out where there is little room.
#[must_use]
pub fn list<'r>(kind: Kind, rows: Vec<Row<'r>>, columns: Vec<(query::RecordColumn, usize)>) -> Document<'r> {
    let headings = columns.iter().map(|(column, dispensable)| heading(column).dispensable(*dispensable)).collect();
    let is_whole = |row: &Row<'_>| kind == Kind::District && row.register.is_whole(row.id);
    let whole = rows.iter().filter(|row| is_whole(row)).count();
    let count = counted(kind, rows.len() - whole);
    let count = if whole > 0 { say::count_and_municipality(Cell::Message(count)) } else { count };
    let rows = Rows::each(rows, move |row| columns.iter().map(|(column, _)| value_cell(column, row)).collect());
    let title = vec![Cell::Message(count)];
    Document::new("list", title, vec![Block::Table(Table::new("records", headings, rows))])
}

/// The table of a list of a kind, with every column that may be asked for.
#[must_use]
pub fn list_form<'r>(kind: Kind) -> TableForm<'r> {
    let columns = query::all_columns(kind).iter().map(|column| heading(column).varying()).collect();
    TableForm::new("records", columns)
}

/// How many there are of a kind.
pub(super) fn counted<'r>(kind: Kind, count: usize) -> Message<Cell<'r>> {
    let count = Cell::count(count);
    match kind {
        Kind::District => say::count_district(count),
        Kind::Body => say::count_body(count),
        Kind::Intervention => say::count_intervention(count),
        Kind::Meeting => say::count_meeting(count),
        Kind::Situation => say::count_situation(count),
        Kind::TargetPicture => say::count_target_picture(count),
        Kind::ActionPlan => say::count_action_plan(count),
        Kind::Agreement => say::count_agreement(count),
        Kind::Round => say::count_round(count),
    }
}

/// The heading of a column.
pub(super) fn heading(column: &query::RecordColumn) -> Column<'static> {
    let label = match column {
        query::RecordColumn::Field { table, field, .. } => Label::Field(table, field),
        query::RecordColumn::Derived(derived) => Label::Message(derived.label()),
    };
    let heading = Column::new(column.name().to_owned(), label);
    heading.holding(holds(column))
}

/// What the cells of a column hold.
fn holds(column: &query::RecordColumn) -> Holds {
    let shape = match column {
        query::RecordColumn::Field { shape, .. } => *shape,
        query::RecordColumn::Derived(derived) => derived.shape(),
    };
    match shape {
        Shape::Integer | Shape::Ordinal | Shape::Year => Holds::Integer,
        Shape::Number => Holds::Number,
        Shape::Money => Holds::Money,
        Shape::Day => Holds::Day,
        Shape::Flag => Holds::Flag,
        Shape::Choice(choices) => Holds::Code(choices),
        Shape::List(_) | Shape::Cadence => Holds::List,
        Shape::Readings | Shape::Words => Holds::Any,
        Shape::Table(table) if table.is::<Period>() => Holds::Period,
        Shape::Table(_) => Holds::Any,
        _ => Holds::Text,
    }
}

/// The cell of a column for a record.
pub(super) fn value_cell<'r>(column: &query::RecordColumn, row: &Row<'r>) -> Cell<'r> {
    let value = column.value(row);
    match (column, value) {
        (query::RecordColumn::Derived(Derived::Assessment), Value::Code(code, choices)) => {
            match Assessment::from_code(code) {
                Some(assessment) => Cell::Marked(mark(assessment), Box::new(Cell::Code(code, choices))),
                None => Cell::Code(code, choices),
            }
        }
        (query::RecordColumn::Derived(Derived::Late), value @ Value::Term(_)) => {
            Cell::Marked(super::cell::Mark::Bad, Box::new(cell(value, row.register)))
        }
        // A phase is one of a list, also where it is alone.
        (query::RecordColumn::Field { shape: Shape::Cadence, .. }, phase @ Value::Table(_)) => {
            Cell::List(vec![cell(phase, row.register)])
        }
        (_, value) => cell(value, row.register),
    }
}
