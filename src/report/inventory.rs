//! `report inventory`: every intervention, with what is known of it (D6, D17).

use super::cell::{Cell, Label};
use super::counted::{lines, wanted_places};
use super::document::{Block, Document};
use super::list::{heading, value_cell};
use super::names::place_cell;
use super::overview::Overview;
use super::table::{Column, Rows, Table, TableForm};
use crate::measure::Place;
use crate::message::{columns, reports, say};
use crate::model::{Kind, Named, Status};
use crate::query::{self, Derived, RecordColumn, Row, Scope};
use std::collections::BTreeMap;

/// What the inventory tells of each intervention, and how soon that is left out where there is little room.
const COLUMNS: &[(&str, usize)] = &[
    ("id", usize::MAX),
    ("title", 0),
    ("districts", 0),
    ("status", 0),
    ("aspects", 4),
    ("category", 4),
    ("target_groups", 5),
    ("responsible", 0),
    ("partners", 6),
    ("period.from", 3),
    ("period.until", 1),
    ("budget_this_year", 1),
    ("budget_total", usize::MAX),
    ("goals", 7),
    ("problems", 7),
    ("last_follow_up", 2),
    ("assessment", 0),
    ("late", usize::MAX),
];

/// The inventory of the interventions that fit.
///
/// An intervention in several districts is one row, and is counted in each of them; once in the total.
#[must_use]
pub fn inventory<'r>(scope: &Scope<'r>) -> Document<'r> {
    let (register, today) = (scope.register, scope.today);
    let sources = sources();
    let chosen = scope.interventions();
    let counts = counts(&chosen, scope);
    let told = || chosen.iter().map(|(_, record)| *record);
    let lines = lines(told(), told(), &scope.whose(), today, today.year());
    let within = scope.filter.within();
    let overview = Overview::of(scope, chosen.iter().copied());
    let rows = Rows::each(chosen, move |(id, record)| {
        let row = Row {
            register,
            kind: Kind::Intervention,
            id,
            fields: *record,
            intervention: Some(record),
            today,
            within,
            is_wanted: true,
        };
        sources.iter().map(|(source, _)| value_cell(source, &row)).collect()
    });
    let mut blocks = vec![Block::Summary(overview.figures())];
    blocks.extend(overview.deviations());
    blocks.extend([
        Block::Heading(Label::Message(reports::ALL_INTERVENTIONS)),
        Block::Table(interventions_form(today.year()).filled_with(rows).by_name("title")),
        Block::Heading(Label::Message(say::INVENTORY_COUNTS)),
        Block::Table(counts),
    ]);
    blocks.extend(lines);
    Document::new(
        "inventory",
        vec![Cell::message(say::INVENTORY_TITLE), Cell::text(&*register.settings.name), Cell::Day(today)],
        blocks,
    )
}

/// How many interventions there are by district and status.
fn counts<'r>(chosen: &[Named<'r>], scope: &Scope<'r>) -> Table<'r> {
    const STATUSES: usize = Status::ALL.len();
    type Counts<'r> = [Vec<&'r str>; STATUSES];
    let register = scope.register;
    let (mut by_place, mut all): (BTreeMap<Place<'r>, Counts<'r>>, Counts<'r>) = Default::default();
    for (id, record) in chosen {
        let Some(status) = record.status.and_then(|status| Status::ALL.iter().position(|known| *known == status))
        else {
            continue;
        };
        all[status].push(id);
        for place in wanted_places(record, scope.today, register, scope.districts_wanted()) {
            by_place.entry(place).or_default()[status].push(id);
        }
    }
    let line = |name: Cell<'r>, counts: Counts<'r>| {
        let total = counts.iter().flatten().copied().collect();
        let mut cells = vec![name];
        cells.extend(counts.into_iter().map(Cell::Counted));
        cells.push(Cell::Counted(total));
        cells
    };
    let ranks = by_place.keys().map(|place| place.rank()).collect();
    let rows = by_place.into_iter().map(|(place, counts)| line(place_cell(place, register), counts)).collect();
    let table = counts_form().filled_with(Rows::made(rows)).by_rank_and_name("district", ranks);
    table.with_totals(vec![line(Cell::message(say::TOTAL), all)])
}

/// Where the columns come from, each with how soon it is left out.
fn sources() -> Vec<(RecordColumn, usize)> {
    let find =
        |(name, dispensable): &(&str, usize)| Some((query::find_column(Kind::Intervention, name).ok()?, *dispensable));
    COLUMNS.iter().filter_map(find).collect()
}

/// The tables of the report.
pub(super) fn forms<'r>() -> Vec<TableForm<'r>> {
    vec![interventions_form(0), counts_form()]
}

fn interventions_form<'r>(year: i32) -> TableForm<'r> {
    let column = |(source, dispensable): &(RecordColumn, usize)| {
        let own = heading(source).dispensable(*dispensable);
        // What is handed on says which year it is of.
        let is_of_year = matches!(source, RecordColumn::Derived(Derived::Budget));
        if is_of_year { Column { label: Label::of_year(say::status_budget, year), ..own } } else { own }
    };
    TableForm::new("interventions", sources().iter().map(column).collect())
}

fn counts_form<'r>() -> TableForm<'r> {
    let statuses = Status::ALL.iter();
    let of_status = |status: &Status| Column::new(status.code(), Label::Choice("status", status.code())).integer();
    let mut columns = vec![Column::new("district", Label::Message(columns::DISTRICT))];
    columns.extend(statuses.map(of_status));
    columns.push(Column::new("total", Label::Message(say::TOTAL)).integer());
    TableForm::new("counts", columns)
}
