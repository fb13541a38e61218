//! `report inventory`: every intervention, with what is known of it (D6, D17).

use super::document::{Block, Cell, Column, Document, Label, Rows, Table};
use super::list::{heading, value_cell};
use crate::model::{Day, Kind, Register, Status};
use crate::query::{self, Column as Source, Filter, Row};
use std::collections::BTreeMap;

/// What the inventory tells of each intervention, and how wide a terminal must be to show it.
const COLUMNS: &[(&str, usize)] = &[
    ("id", usize::MAX),
    ("title", 0),
    ("districts", 0),
    ("status", 0),
    ("aspects", 150),
    ("category", 150),
    ("target_groups", 170),
    ("responsible", 0),
    ("partners", 200),
    ("period.from", 130),
    ("period.until", 100),
    ("budget_this_year", 100),
    ("budget_total", usize::MAX),
    ("goals", 220),
    ("problems", 220),
    ("last_follow_up", 110),
    ("assessment", 0),
    ("late", usize::MAX),
];

/// The inventory of the interventions that fit a filter.
///
/// An intervention in several districts is one row. In the counts it stands under each of them, and
/// once in the total.
#[must_use]
pub fn inventory<'r>(register: &'r Register, filter: &'r Filter, today: Day) -> Document<'r> {
    let columns: Vec<(Source, usize)> = COLUMNS
        .iter()
        .filter_map(|(name, width)| Some((query::find_column(Kind::Intervention, name).ok()?, *width)))
        .collect();
    let headings = columns.iter().map(|(column, width)| heading(column).from_width(*width)).collect();
    let chosen: Vec<Row<'r>> = query::rows(register, Kind::Intervention, filter, today).collect();
    let rows = Rows::each(chosen, move |row| columns.iter().map(|(column, _)| value_cell(column, row)).collect());
    let table = Table { columns: headings, rows, when_empty: "list-empty" };
    Document {
        name: "inventory",
        title: vec![Cell::said("inventory-title"), Cell::text(&*register.settings.name), Cell::Day(today)],
        blocks: vec![
            Block::Table(table),
            Block::Heading(Label::message("inventory-counts")),
            Block::Table(counts(register, filter, today)),
        ],
    }
}

/// How many interventions there are by district and status, of those that fit a filter.
fn counts<'r>(register: &'r Register, filter: &'r Filter, today: Day) -> Table<'r> {
    let mut by_district: BTreeMap<&str, [usize; Status::ALL.len()]> = BTreeMap::new();
    let mut total = [0; Status::ALL.len()];
    for row in query::rows(register, Kind::Intervention, filter, today) {
        let Some(intervention) = row.intervention else {
            continue;
        };
        let Some(place) = Status::ALL.iter().position(|status| intervention.status == Some(*status)) else {
            continue;
        };
        total[place] += 1;
        for district in &intervention.districts {
            by_district.entry(register.district_name(district.as_str())).or_default()[place] += 1;
        }
    }
    let mut columns = vec![Column::new("district", Label::message("column-district"))];
    columns.extend(
        Status::ALL.iter().map(|status| Column::new(status.code(), Label::Choice("status", status.code())).number()),
    );
    let line = |name: Cell<'r>, counts: [usize; Status::ALL.len()]| {
        let mut cells = vec![name];
        cells.extend(counts.into_iter().map(Cell::count));
        cells
    };
    let mut rows: Vec<Vec<Cell<'r>>> =
        by_district.into_iter().map(|(district, counts)| line(Cell::text(district), counts)).collect();
    rows.push(line(Cell::said("total-each-once"), total));
    Table { columns, rows: Rows::made(rows), when_empty: "list-empty" }
}
