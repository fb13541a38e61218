//! `report pivot`: any numbers, by any field.

use super::cell::{Cell, Label};
use super::counted::money_is_part;
use super::document::{Block, Document, Line};
use super::table::{Column, Holds, Rows, Table, TableForm};
use crate::measure::Measure;
use crate::message::{reports, say};
use crate::model::{Kind, Register};
use crate::query::{Derived, Dimension, Figure, Gathered, Heading, Key, Pivot, Reduction};
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// How the figures of a pivot are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figures {
    /// As they are: counts, or sums in the unit of what is summed.
    Amount,
    /// As parts of the whole.
    Share,
}

/// What a pivot was asked for.
pub struct Asked<'p> {
    /// The kind of the records.
    pub kind: Kind,
    /// What stands to the left.
    pub down: &'p Dimension,
    /// What stands at the top, if anything does but the figures.
    pub across: Option<&'p Dimension>,
    /// What is told.
    pub figures: &'p [Figure],
    /// How it is told.
    pub told: Figures,
    /// The year that the money of a year is of.
    pub year: i32,
    /// The districts whose part of the money is told; all of it where there are none.
    pub within: &'p [String],
}

/// A figure, with what there is of it.
struct Told<'p, 'r> {
    figure: &'p Figure,
    cells: &'p BTreeMap<(Key<'r>, Key<'r>), Gathered<'r>>,
    by_row: BTreeMap<&'p Key<'r>, Gathered<'r>>,
    by_column: BTreeMap<&'p Key<'r>, Gathered<'r>>,
    in_all: Gathered<'r>,
    /// The whole that parts are told of, where they are.
    whole: Option<f64>,
}

impl<'r> Told<'_, 'r> {
    fn cell(&self, gathered: Option<&Gathered<'r>>) -> Cell<'r> {
        let (reduction, nothing) = (self.figure.reduction, Gathered::default());
        let gathered = gathered.unwrap_or(&nothing);
        if gathered.is_unknown() {
            return Cell::Missing;
        }
        let Some(value) = gathered.value(self.figure) else { return Cell::Empty };
        #[allow(clippy::cast_possible_truncation)]
        let rounded = value.round() as i64;
        match (self.whole, reduction) {
            (Some(0.0), _) => Cell::Empty,
            (Some(whole), _) => Cell::Share(value / whole),
            (None, Reduction::Share) => Cell::Share(value),
            (None, Reduction::Count) if self.figure.is_of_records() => Cell::Counted(gathered.ids()),
            (None, Reduction::Count) => Cell::Integer(rounded),
            (None, _) if self.figure.is_money() => Cell::Money(rounded),
            // What is parted or a mean has as many decimals as anyone can use.
            (None, _) => Cell::Number((value * 100.0).round() / 100.0),
        }
    }
}

/// Some figures of each pair of values of two dimensions, as a table.
#[must_use]
pub fn pivot<'r>(register: &'r Register, pivot: &Pivot<'r>, asked: &Asked<'_>) -> Document<'r> {
    let told: Vec<Told<'_, 'r>> = asked
        .figures
        .iter()
        .zip(&pivot.told)
        .map(|(figure, own)| {
            let in_all = own.in_all(figure);
            #[allow(clippy::cast_precision_loss)]
            let whole = if figure.is_of_records() { Some(pivot.records as f64) } else { in_all.value(figure) };
            Told {
                figure,
                cells: &own.cells,
                by_row: own.by_row(figure),
                by_column: own.by_column(figure),
                in_all,
                whole: whole.filter(|_| asked.told == Figures::Share),
            }
        })
        .collect();
    let mut columns = vec![Column::new(asked.down.name.clone(), label(asked.down)).varying()];
    for key in pivot.columns.iter().filter(|_| asked.across.is_some()) {
        columns.extend(told.iter().map(|one| column(key, one.figure, asked, register)));
    }
    // Where figures stand at the top, they are what there is in all.
    columns.extend(asked.figures.iter().map(|figure| total_column(figure, asked)));
    let line = |name: Cell<'r>, row: Option<&Key<'r>>| {
        let mut cells = vec![name];
        for top in pivot.columns.iter().filter(|_| asked.across.is_some()) {
            cells.extend(told.iter().map(|one| match row {
                Some(row) => one.cell(one.cells.get(&(row.clone(), top.clone()))),
                None => one.cell(one.by_column.get(top)),
            }));
        }
        cells.extend(told.iter().map(|one| one.cell(row.map_or(Some(&one.in_all), |row| one.by_row.get(row)))));
        cells
    };
    let lines: Vec<Vec<Cell<'r>>> =
        pivot.rows.iter().map(|row| line(key_cell(row, asked.down, register), Some(row))).collect();
    let total = line(Cell::message(say::TOTAL), None);
    let table = TableForm::new("pivot", columns).filled_with(Rows::made(lines)).with_totals(vec![total]);
    let table = by_name(table, &asked.down.name, &pivot.rows);
    let mut blocks = vec![Block::Table(table)];
    blocks.extend(remarks(pivot, asked).into_iter().map(Block::Line));
    let mut title = vec![
        Cell::message(reports::PIVOT),
        Cell::text(&*register.settings.name),
        Cell::Message(super::list::counted(asked.kind, pivot.records)),
    ];
    if !matches!(asked.figures, [only] if only.is_of_records()) {
        title.push(Cell::List(
            asked.figures.iter().map(|figure| Cell::Label(Box::new(figure_label(figure, asked.year)))).collect(),
        ));
    }
    let own = [Measure::Day, Measure::Total].into_iter();
    let of_figures = asked.figures.iter().flat_map(|figure| figure.measures).copied();
    let is_of_places = asked.down.is_of_districts() || asked.across.is_some_and(Dimension::is_of_districts);
    let of_places = is_of_places.then_some(Measure::District);
    Document::new("pivot", title, blocks).telling(own.chain(of_figures).chain(of_places))
}

/// What is said below the table: how what has several values is told, and what is not in it.
fn remarks<'r>(pivot: &Pivot<'r>, asked: &Asked<'_>) -> Vec<Line<'r>> {
    let mut lines = Vec::new();
    if [Some(asked.down), asked.across].into_iter().flatten().any(|side| tells_several(side, asked.within)) {
        if asked.figures.iter().any(Figure::is_parted) {
            lines.push(Line::new(reports::PIVOT_SPLIT));
        }
        if !asked.figures.iter().all(Figure::is_parted) {
            lines.push(Line::new(reports::PIVOT_EACH));
        }
    }
    if asked.figures.iter().any(Figure::is_money) && !asked.within.is_empty() {
        lines.extend(money_is_part());
    }
    let is_of_places = asked.down.is_of_districts() || asked.across.is_some_and(Dimension::is_of_districts);
    let is_whole = |figure: &Figure| figure.is_money() && !figure.is_parted();
    if is_of_places && asked.within.is_empty() && asked.figures.iter().any(is_whole) {
        lines.push(Line::new(reports::PIVOT_WHOLE));
    }
    if !pivot.left_out.is_empty() {
        lines.push(Line::new(reports::pivot_left_out(Cell::Counted(pivot.left_out.iter().copied().collect()))));
    }
    if !pivot.without_budget.is_empty() {
        let without = Cell::Counted(pivot.without_budget.iter().copied().collect());
        lines.push(Line::new(reports::pivot_budget_missing(without)));
    }
    lines
}

/// Whether a record may be told under several values of a dimension: not where one district alone is asked for.
pub(super) fn tells_several(side: &Dimension, within: &[String]) -> bool {
    side.is_list && !(side.is_of_districts() && within.len() == 1)
}

/// The column of a figure for a value at the top.
fn column<'r>(key: &Key<'r>, figure: &Figure, asked: &Asked<'_>, register: &'r Register) -> Column<'r> {
    let heading = asked.across.map_or(Cell::Empty, |across| key_cell(key, across, register));
    let (name, label) = match asked.figures {
        [_] => (key_name(key), Label::Cell(heading)),
        _ => {
            let figure_cell = Cell::Label(Box::new(figure_label(figure, asked.year)));
            let label = reports::PivotBeside { figure: figure_cell, value: heading };
            (format!("{}_{}", key_name(key), figure.name), Label::MessageWith(label.into()))
        }
    };
    Column::new(name, label).holding(holds(figure, asked.told)).varying()
}

/// The column of what there is of a figure in all.
fn total_column<'r>(figure: &Figure, asked: &Asked<'_>) -> Column<'r> {
    let label = || figure_label(figure, asked.year);
    let column = match (asked.across, asked.figures) {
        (None, _) => Column::new(figure.name.clone(), label()),
        // Programs have what it is the total of.
        (Some(_), [_]) => Column::new("total", Label::Message(say::TOTAL)).for_people(),
        (Some(_), _) => {
            let of = reports::PivotBeside { figure: Cell::Label(Box::new(label())), value: Cell::message(say::TOTAL) };
            Column::new(format!("total_{}", figure.name), Label::MessageWith(of.into())).for_people()
        }
    };
    column.holding(holds(figure, asked.told)).varying()
}

fn holds(figure: &Figure, told: Figures) -> Holds {
    match figure.reduction {
        _ if told == Figures::Share => Holds::Number,
        Reduction::Count => Holds::Integer,
        Reduction::Share => Holds::Number,
        _ if figure.is_money() => Holds::Money,
        _ => Holds::Number,
    }
}

/// What people call a field.
pub(super) fn label(dimension: &Dimension) -> Label<'static> {
    heading(dimension.heading)
}

/// What people call a field or a number.
pub(super) fn heading(heading: Heading) -> Label<'static> {
    match heading {
        Heading::Field(table, field) => Label::Field(table, field),
        Heading::Message(key) => Label::Message(key),
        Heading::Choice(list, code) => Label::Choice(list, code),
    }
}

/// What people call what is told: a number by its name, or the field and how its values become one.
fn figure_label<'r>(figure: &Figure, year: i32) -> Label<'r> {
    let own = heading(figure.heading);
    if figure.is_named {
        return match figure.of_year() {
            Some(Derived::Budget) => Label::of_year(say::status_budget, year),
            Some(Derived::Proposed) => Label::of_year(reports::pivot_proposed, year),
            Some(Derived::Outcome) => Label::of_year(reports::pivot_outcome, year),
            _ => own,
        };
    }
    let boxed = |label: Label<'static>| Cell::Label(Box::new(label));
    let of = figure.within.iter().rev().fold(own, |field, (table, list)| {
        Label::MessageWith(reports::PivotOfList { field: boxed(field), list: boxed(Label::Field(table, list)) }.into())
    });
    let of = boxed(of);
    Label::MessageWith(match figure.reduction {
        Reduction::Count | Reduction::Share | Reduction::Sum => reports::pivot_sum(of),
        Reduction::Mean => reports::pivot_mean(of),
        Reduction::Median => reports::pivot_median(of),
        Reduction::Least => reports::pivot_least(of),
        Reduction::Greatest => reports::pivot_greatest(of),
    })
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
        Key::Missing => Cell::Missing,
    }
}

/// The table with its rows by name, where what it is pivoted by has names: what is for all stands behind these, and
/// what nobody has told last.
fn by_name<'r>(table: Table<'r>, down: &str, rows: &BTreeSet<Key<'_>>) -> Table<'r> {
    let rank = |key: &Key<'_>| match key {
        Key::Reference(_) | Key::Text(_) => Some(0),
        Key::Whole(_) => Some(1),
        Key::Missing => Some(2),
        Key::Term(_) | Key::Day(_) | Key::Integer(_) | Key::Flag(_) | Key::Code(..) => None,
    };
    match rows.iter().map(rank).collect::<Option<Vec<usize>>>() {
        Some(ranks) => table.by_rank_and_name(down, ranks),
        None => table,
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
        Key::Missing => "missing".to_owned(),
    }
}

/// The table of the report, whose columns all come of what is asked for.
pub(super) fn pivot_form<'r>() -> TableForm<'r> {
    TableForm::new("pivot", Vec::new())
}
