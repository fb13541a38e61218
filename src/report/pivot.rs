//! `report pivot`: any field against any other.

use super::cell::{Cell, Label};
use super::document::{Block, Document, Line};
use super::table::{Column, Holds, Rows, TableForm};
use crate::message::{reports, say};
use crate::model::{Kind, Register};
use crate::query::{self, Asked, Dimension, Key, Pivot};
use std::collections::BTreeMap;

/// How the figures of a pivot are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figures {
    /// As they are: counts, or sums in the unit of what is summed.
    Amount,
    /// As parts of the whole.
    Share,
}

/// How much there is of each pair of values of two dimensions, as a table.
#[must_use]
pub fn pivot<'r>(
    register: &'r Register,
    kind: Kind,
    pivot: &Pivot<'r>,
    down: &Dimension,
    across: &Dimension,
    asked: &Asked,
    figures: Figures,
) -> Document<'r> {
    let whole: f64 = pivot.sums.values().sum();
    let is_sum = matches!(asked, Asked::Sum(_));
    let is_money = matches!(asked, Asked::Sum(dimension) if dimension.is_money());
    let cell = |ids: Vec<&'r str>, sum: f64| match (figures, asked) {
        (Figures::Share, Asked::Count) if pivot.records == 0 => Cell::Empty,
        #[allow(clippy::cast_precision_loss)]
        (Figures::Share, Asked::Count) => Cell::Share(ids.len() as f64 / pivot.records as f64),
        (Figures::Share, _) if whole == 0.0 => Cell::Empty,
        (Figures::Share, _) => Cell::Share(sum / whole),
        (Figures::Amount, Asked::Count) => Cell::Counted(ids),
        #[allow(clippy::cast_possible_truncation)]
        (Figures::Amount, Asked::Sum(_)) if is_money => Cell::Money(sum.round() as i64),
        (Figures::Amount, Asked::Sum(_)) => Cell::Number(sum),
    };
    let holds = match (figures, asked) {
        (Figures::Share, _) => Holds::Number,
        (Figures::Amount, Asked::Count) => Holds::Integer,
        (Figures::Amount, Asked::Sum(_)) if is_money => Holds::Money,
        (Figures::Amount, Asked::Sum(_)) => Holds::Number,
    };
    let mut columns = vec![Column::new(down.name.clone(), label(down)).varying()];
    columns.extend(pivot.columns.iter().map(|key| {
        let heading = key_cell(key, across, register);
        Column::new(key_name(key), Label::Cell(heading)).holding(holds).varying()
    }));
    let mut by_row: BTreeMap<&Key<'r>, Amounts<'r>> = BTreeMap::new();
    let mut total = Amounts::default();
    for ((row, column), ids) in &pivot.ids {
        let sum = pivot.sums.get(&(row.clone(), column.clone())).copied().unwrap_or_default();
        by_row.entry(row).or_default().add(column, ids, sum);
        total.add(column, ids, sum);
    }
    let line = |name: Cell<'r>, amounts: &Amounts<'r>| {
        let mut cells = vec![name];
        cells.extend(pivot.columns.iter().map(|column| {
            let (mut ids, sum) = amounts.by_column.get(column).cloned().unwrap_or_default();
            ids.sort_unstable();
            ids.dedup();
            cell(ids, sum)
        }));
        cells.push(cell(amounts.each_once(), amounts.sum));
        cells
    };
    let nothing = Amounts::default();
    let lines: Vec<Vec<Cell<'r>>> =
        pivot.rows.iter().map(|row| line(key_cell(row, down, register), by_row.get(row).unwrap_or(&nothing))).collect();
    let total = line(Cell::message(say::TOTAL), &total);
    let mut form = pivot_form(holds);
    form.columns.splice(0..0, columns);
    let table = form.filled_with(Rows::made(lines)).with_totals(vec![total]);
    let mut blocks = vec![Block::Table(table)];
    if down.is_list || across.is_list {
        let records = counted(kind, pivot.records);
        let text = if is_sum { reports::pivot_split(records) } else { reports::pivot_each(records) };
        blocks.push(Block::Line(Line::new(text)));
    }
    if !pivot.left_out.is_empty() {
        let left_out = Cell::Counted(pivot.left_out.iter().copied().collect());
        blocks.push(Block::Line(Line::new(reports::pivot_left_out(left_out))));
    }
    let mut title =
        vec![Cell::message(reports::PIVOT), Cell::text(&*register.settings.name), counted(kind, pivot.records)];
    if let Asked::Sum(dimension) = asked {
        title.push(Cell::message(reports::pivot_sum(Cell::text(dimension.name.clone()))));
    }
    Document { name: "pivot", title, blocks }
}

/// How much there is in a row, in all and by column.
#[derive(Default)]
struct Amounts<'r> {
    by_column: BTreeMap<Key<'r>, (Vec<&'r str>, f64)>,
    ids: Vec<&'r str>,
    sum: f64,
}

impl<'r> Amounts<'r> {
    /// The records, each once.
    fn each_once(&self) -> Vec<&'r str> {
        let mut ids = self.ids.clone();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    fn add(&mut self, column: &Key<'r>, ids: &[&'r str], sum: f64) {
        let of_column = self.by_column.entry(column.clone()).or_default();
        of_column.0.extend(ids);
        of_column.1 += sum;
        self.ids.extend(ids);
        self.sum += sum;
    }
}

fn counted<'r>(kind: Kind, count: usize) -> Cell<'r> {
    Cell::Message(super::list::counted(kind, count))
}

pub(super) fn label(dimension: &Dimension) -> Label<'static> {
    if dimension.table.is_empty() {
        Label::Message(query::Derived::label_of(dimension.field))
    } else {
        Label::Field(dimension.table, dimension.field)
    }
}

/// What a value is called.
pub(super) fn key_cell<'r>(key: &Key<'r>, dimension: &Dimension, register: &'r Register) -> Cell<'r> {
    match key {
        Key::Term(term) => Cell::Term(*term),
        Key::Day(day) => Cell::Day(*day),
        // Whole numbers that are gone by are years and the like: nothing stands between their digits.
        Key::Integer(number) => Cell::text(number.to_string()),
        Key::Flag(flag) => Cell::Flag(flag.0),
        Key::Code(_, code) => match dimension.choices() {
            Some(choices) => Cell::Code(code, choices),
            None => Cell::text(*code),
        },
        Key::Reference(text) | Key::Whole(text) => match dimension.target() {
            Some(target) => Cell::Reference(target, text, register),
            None => Cell::text(*text),
        },
        Key::Text(text) => Cell::text(*text),
        Key::Missing => Cell::message(reports::PIVOT_MISSING),
    }
}

/// What a value is called in data formats.
fn key_name(key: &Key<'_>) -> String {
    match key {
        Key::Term(term) => term.to_string(),
        Key::Day(day) => day.to_string(),
        Key::Integer(number) => number.to_string(),
        Key::Flag(flag) => flag.0.to_string(),
        Key::Code(_, code) => (*code).to_owned(),
        Key::Reference(text) | Key::Whole(text) | Key::Text(text) => (*text).to_owned(),
        Key::Missing => "pivot-missing".to_owned(),
    }
}

/// The table of the report. The columns before the last are of what is asked for.
pub(super) fn pivot_form<'r>(holds: Holds) -> TableForm<'r> {
    TableForm::new("pivot", vec![Column::new("total", Label::Message(say::TOTAL)).holding(holds).for_people()])
}
