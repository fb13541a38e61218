//! `report trend`: a number over time, term by term, as it was known at the end of each.

use super::cell::{Cell, Drawing, Label};
use super::counted::money_is_part;
use super::document::{Block, Document, Figure as ReportFigure, Line};
use super::pivot::{heading, key_cell, label, tells_several};
use super::table::{Column, Holds, Rows, Table, TableForm};
use crate::measure::{Measure, is_about};
use crate::message::{columns, reports, say};
use crate::model::{Day, Kind, Known, Register, Term};
use crate::query::{Asking, Dimension, Figure, Filter, Gathered, Key, Number, Reduction, Row, pivot, rows_with_money};
use std::collections::{BTreeMap, BTreeSet};

/// A term, and what was known at the end of it; nothing where there was no register yet.
pub struct Point<'r> {
    /// The term.
    pub term: Term,
    /// What was known on its last day, or today where it is not over.
    pub known: Option<&'r Known<'r>>,
}

/// What is told over time.
pub struct WantedTrend<'r> {
    /// The number.
    pub of: Number,
    /// What it is told by, if by anything.
    pub by: Option<Dimension>,
    /// Which interventions it is of.
    pub filter: &'r Filter,
    /// Whether the points are of the register as it was then, and not of its days.
    pub is_of_history: bool,
}

/// The terms up to a day, of which the last holds it: as many as are told where nothing else is asked for.
#[must_use]
pub fn terms_until(day: Day, cycle: crate::model::Cycle, count: usize) -> Vec<Term> {
    let mut terms: Vec<Term> =
        std::iter::successors(Some(Term::of(day, cycle)), |term| Some(term.previous())).take(count).collect();
    terms.reverse();
    terms
}

/// A number over time.
#[must_use]
pub fn trend<'r>(register: &'r Register, points: &[Point<'r>], wanted: &WantedTrend<'r>) -> Document<'r> {
    let told: Vec<(Term, Option<Told<'r>>)> =
        points.iter().map(|point| (point.term, point.known.map(|known| told(known, point.term, wanted)))).collect();
    let title = vec![
        Cell::message(reports::TREND),
        Cell::text(&*register.settings.name),
        Cell::Label(Box::new(heading(wanted.of.heading()))),
    ];
    let mut blocks: Vec<Block<'r>> =
        figure(&told, wanted.of).map(|figure| Block::Summary(vec![figure])).into_iter().collect();
    blocks.push(Block::Table(match &wanted.by {
        Some(by) => by_value(&told, by, wanted.of, register),
        None => over_time(&told, wanted.of),
    }));
    if told.iter().any(|(_, told)| told.is_none()) {
        blocks.push(Block::Line(Line::new(reports::TREND_NO_REGISTER)));
    }
    let within = wanted.filter.within();
    let is_in_several = wanted.by.as_ref().is_some_and(|by| tells_several(by, within) || wanted.of.is_of_decisions());
    let figure = Figure::of(wanted.of);
    if is_in_several {
        let text = if figure.is_parted() { reports::PIVOT_SPLIT } else { reports::PIVOT_EACH };
        blocks.push(Block::Line(Line::new(text)));
    }
    if figure.is_money() {
        blocks.push(Block::Line(Line::new(reports::TREND_OF_YEARS)));
        if !within.is_empty() {
            blocks.extend(money_is_part().map(Block::Line));
        }
    }
    if wanted.of == Number::FollowedUp {
        blocks.push(Block::Line(Line::new(reports::TREND_OF_GRACE)));
    }
    if wanted.is_of_history {
        blocks.push(Block::Line(Line::new(reports::TREND_OF_HISTORY)));
    } else {
        blocks.push(Block::Line(Line::new(reports::TREND_OF_DAYS)));
        blocks.push(Block::Line(Line::new(reports::TREND_FROM_GIT).for_operator()));
    }
    Document::new("trend", title, blocks)
        .telling([Measure::Day].into_iter().chain(wanted.of.measures().iter().copied()))
}

/// The number as it is now, beside what it was at the end of the term before; nothing where it is not known.
fn figure<'r>(told: &[(Term, Option<Told<'r>>)], of: Number) -> Option<ReportFigure<'r>> {
    let total = |told: &Option<Told<'r>>| told.as_ref().and_then(|told| told.total);
    let ((term, now), before) = told.split_last()?;
    let now = cell(of, Some(total(now)?));
    let figure = ReportFigure::new("now", Label::Cell(Cell::Term(*term)), now);
    let before = before.last().and_then(|(term, told)| Some((*term, total(told)?)));
    Some(match before {
        Some((term, value)) => {
            figure.with_change(reports::WasThen { value: cell(of, Some(value)), term: Cell::Term(term) })
        }
        None => figure,
    })
}

/// A number at a point in time: by each value, and in all.
struct Told<'r> {
    by: BTreeMap<Key<'r>, f64>,
    total: Option<f64>,
}

fn told<'r>(known: &'r Known<'r>, term: Term, wanted: &WantedTrend<'r>) -> Told<'r> {
    if wanted.of.is_of_decisions() {
        return of_decisions(known, wanted);
    }
    let rows: Vec<Row<'r>> = rows_with_money(known, Kind::Intervention, wanted.filter).collect();
    let figure = Figure::of(wanted.of);
    // Told by nothing, it is told of all, by whatever there is of each.
    let Some(by) = wanted.by.clone().or_else(|| Dimension::find(Kind::Intervention, "status").ok()) else {
        return Told { by: BTreeMap::new(), total: None };
    };
    let asking = Asking::new(known, wanted.filter).of_term(term);
    let mut pivot = pivot(&asking, &rows, &by, None, std::slice::from_ref(&figure));
    let Some(own) = pivot.told.pop() else { return Told { by: BTreeMap::new(), total: None } };
    let value = |gathered: &Gathered<'r>| (!gathered.is_unknown()).then(|| gathered.value(&figure)).flatten();
    let by = own.by_row(&figure).into_iter().filter(|_| wanted.by.is_some());
    let by = by.filter_map(|(key, gathered)| Some((key.clone(), value(&gathered)?))).collect();
    Told { by, total: value(&own.in_all(&figure)) }
}

/// What there is of decisions: in all, or of each district that they are about.
fn of_decisions<'r>(known: &'r Known<'r>, wanted: &WantedTrend<'r>) -> Told<'r> {
    let today = known.day();
    let told_of = |districts: &[String]| {
        let decisions = known.decisions().filter(|one| districts.is_empty() || is_about(one, districts, known, today));
        wanted.of.reduction().of(decisions.filter_map(|one| wanted.of.of_decision(&one, today)).collect())
    };
    let by = wanted.by.iter().flat_map(|_| known.register().districts.ids()).filter_map(|id| {
        let key = if known.is_whole(id) { Key::Whole(id) } else { Key::Reference(id) };
        Some((key, told_of(&[id.to_owned()])?))
    });
    Told { by: by.collect(), total: told_of(wanted.filter.districts()) }
}

/// What a number holds.
fn holds(of: Number) -> Holds {
    let figure = Figure::of(of);
    match of.reduction() {
        _ if figure.is_money() => Holds::Money,
        Reduction::Count => Holds::Integer,
        _ => Holds::Number,
    }
}

/// A number of that sort.
fn cell<'r>(of: Number, value: Option<f64>) -> Cell<'r> {
    let Some(value) = value else { return Cell::Empty };
    #[allow(clippy::cast_possible_truncation)]
    let whole = value.round() as i64;
    match holds(of) {
        Holds::Money => Cell::Money(whole),
        Holds::Integer => Cell::Integer(whole),
        _ if of.reduction() == Reduction::Share => Cell::Share(value),
        _ => Cell::Number(value),
    }
}

/// The number term by term, from the oldest down, with a bar for each.
fn over_time<'r>(told: &[(Term, Option<Told<'r>>)], of: Number) -> Table<'r> {
    let totals = || told.iter().map(|(_, told)| told.as_ref().and_then(|told| told.total));
    let most = totals().flatten().fold(0.0, f64::max);
    let rows = told.iter().zip(totals()).map(|((term, _), total)| {
        let bar = total.map_or(Cell::Empty, |total| Cell::Drawing(Drawing::Bar { value: total, most }));
        vec![Cell::Term(*term), cell(of, total), bar]
    });
    time_form(holds(of)).filled_with(Rows::made(rows.collect()))
}

/// The number of each value, a column a term, with its curve.
fn by_value<'r>(told: &[(Term, Option<Told<'r>>)], by: &Dimension, of: Number, register: &'r Register) -> Table<'r> {
    let keys: BTreeSet<&Key<'r>> = told.iter().flat_map(|(_, told)| told).flat_map(|told| told.by.keys()).collect();
    let mut form = values_form();
    form.columns.insert(0, Column::new(by.name.clone(), label(by)).varying());
    // The oldest give way first where there is no room for all.
    let essential = if matches!(holds(of), Holds::Money) { 3 } else { 6 };
    let terms = told.iter().enumerate().map(|(place, (term, _))| {
        let age = told.len() - 1 - place;
        let dispensable = if age < essential { 0 } else { age };
        let column = Column::new(term.to_string(), Label::Cell(Cell::Term(*term)));
        column.holding(holds(of)).varying().dispensable(dispensable)
    });
    form.columns.splice(1..1, terms);
    let line = |name: Cell<'r>, values: Vec<Option<f64>>| {
        let mut cells = vec![name];
        cells.extend(values.iter().map(|value| cell(of, *value)));
        cells.push(Cell::Drawing(Drawing::Curve(values)));
        cells
    };
    let rows = keys.into_iter().map(|key| {
        let values = told.iter().map(|(_, told)| {
            let told = told.as_ref()?;
            // Where there is nothing to count, there is none; of all else, nothing is told.
            told.by.get(key).copied().or(of.reduction().of(Vec::new()))
        });
        line(key_cell(key, by, register), values.collect())
    });
    let total = told.iter().map(|(_, told)| told.as_ref().and_then(|told| told.total)).collect();
    let table = form.filled_with(Rows::made(rows.collect()));
    table.with_totals(vec![line(Cell::message(say::TOTAL), total)])
}

/// The tables of the report.
pub(super) fn forms<'r>() -> Vec<TableForm<'r>> {
    vec![time_form(Holds::Number).sometimes(), values_form().sometimes()]
}

fn time_form<'r>(holds: Holds) -> TableForm<'r> {
    TableForm::new(
        "trend",
        vec![
            Column::new("term", Label::Message(columns::TERM)),
            Column::new("value", Label::Message(columns::VALUE)).holding(holds),
            Column::new("bar", Label::Message(reports::TREND_DRAWN)).for_people(),
        ],
    )
}

fn values_form<'r>() -> TableForm<'r> {
    TableForm::new("by", vec![Column::new("curve", Label::Message(reports::TREND_DRAWN)).for_people()])
}
