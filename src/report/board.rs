//! `report board`: what a body carries in a year, to paste into its budget and follow-up process (D11, D12, D25).

use super::cell::{Cell, Label};
use super::counted::{lines, sum_cell};
use super::document::{Block, Document, Figure, Line};
use super::follow_up::{assessed, districts, goal_table, goals_form};
use super::names::place_cell;
use super::overview::Overview;
use super::table::{Column, Holds, Rows, Table, TableForm};
use crate::measure::{self, Amount, MoneyRow, Place, Sum, Whose, budget_rows, by_place, goes_on, outcome_rows};
use crate::message::{Key, columns, reports, say};
use crate::model::{
    Assessment, Body, BodyId, Day, GoalIn, Intervention, Kind, MoneySource, Named, Register, Status, Term,
};
use crate::query::Scope;
use std::collections::{BTreeMap, HashSet};

/// What a body carries in a year.
pub struct Board<'r> {
    register: &'r Register,
    /// Whose money is told.
    whose: Whose<'r>,
    id: &'r str,
    year: i32,
    /// Its first day.
    began: Day,
    lines: Vec<Carried<'r>>,
    /// How what it carries stands.
    overview: Overview<'r>,
    goals: Vec<GoalIn<'r>>,
    today: Day,
}

/// An intervention, and the body's own money in it.
struct Carried<'r> {
    named: Named<'r>,
    /// What of it belongs to each place that is wanted.
    by_place: BTreeMap<Place<'r>, MoneyBySource>,
    money: MoneyBySource,
    is_late: bool,
    /// Whether it is a measure of an action plan that is in force.
    is_in_plan: bool,
}

/// Money in a year, by where it comes from.
#[derive(Debug, Clone, Copy, Default)]
struct MoneyBySource {
    internal: Sum,
    grants: Sum,
    other: Sum,
    total: Sum,
    actual: Sum,
}

impl MoneyBySource {
    /// Adds a row of a budget.
    fn add(&mut self, source: Option<MoneySource>, amount: i64) {
        let amount = Amount::Known(amount);
        match source {
            Some(MoneySource::InternalBudget) | None => self.internal.add(amount),
            Some(source) if source.is_grant() => self.grants.add(amount),
            Some(_) => self.other.add(amount),
        }
        self.total.add(amount);
    }

    fn plus(&mut self, other: &MoneyBySource) {
        let each = [&mut self.internal, &mut self.grants, &mut self.other, &mut self.total, &mut self.actual];
        let others = [other.internal, other.grants, other.other, other.total, other.actual];
        each.into_iter().zip(others).for_each(|(own, other)| own.plus(other));
    }

    fn cells<'c>(&self) -> [Cell<'c>; 5] {
        [self.internal, self.grants, self.other, self.total, self.actual].map(|sum| match sum {
            Sum { known: 0, unknown: 0, .. } => Cell::Empty,
            sum => sum_cell(sum),
        })
    }
}

/// What a body carries in a year: what is in its budget and follow-up, what it pays for, and what it or a body
/// that is a part of it carries out.
#[must_use]
pub fn board<'r>(scope: &Scope<'r>, id: &'r str, year: i32) -> Board<'r> {
    let register = scope.register;
    // By whom and for which districts it was when the year began, as its money is.
    let began = first_and_last(year).map_or(scope.today, |[first, _]| first);
    let carried: Vec<Carried<'r>> = scope
        .interventions_on(began)
        .into_iter()
        .filter(|(_, record)| carries(register, id, record, year, scope.today) && is_in(record, year, scope.today))
        .map(|named| {
            let by_place = money(scope, id, named.1, year);
            let mut money = MoneyBySource::default();
            by_place.values().for_each(|part| money.plus(part));
            // Of what nobody has said what it costs, that is one.
            money.total.unknown = money.total.unknown.min(1);
            Carried {
                named,
                by_place,
                money,
                is_late: measure::late(named, register, scope.today).is_some(),
                is_in_plan: scope.is_in_plan(named.0),
            }
        })
        .collect();
    let served: HashSet<&str> = carried.iter().flat_map(|line| &line.named.1.goals).map(|goal| goal.as_str()).collect();
    let last = first_and_last(year).map_or(scope.today, |[_, last]| last.min(scope.today));
    let goals = scope.goals_on(last).into_iter().filter(|goal| served.contains(goal.reference().as_str())).collect();
    let overview = Overview::of(scope, carried.iter().map(|line| line.named));
    Board { register, whose: scope.whose(), id, year, began, lines: carried, overview, goals, today: scope.today }
}

/// Whether a body is another, or was a part of it on a day.
fn is_within(register: &Register, body: &str, whole: &str, day: Day) -> bool {
    let mut body = body;
    // There are no more bodies above one than there are bodies: a circle ends too.
    for _ in 0..=register.bodies.len() {
        if body == whole {
            return true;
        }
        match register.bodies.get(body).and_then(|record: &Body| record.part_of_on(day)) {
            Some(above) => body = above.as_str(),
            None => return false,
        }
    }
    false
}

/// Whether a body carries an intervention some time of a year.
fn carries(register: &Register, id: &str, record: &Intervention, year: i32, today: Day) -> bool {
    let is_it = |body: Option<&BodyId>| body.is_some_and(|body| body.as_str() == id);
    let has_it = |day: Day| is_it(record.board_on(day)) || Had::on(record, day).is_responsible(register, id);
    let is_of = |row_year: Option<i64>| row_year == Some(i64::from(year));
    let days = first_and_last(year).map(|[first, last]| [first, last.min(today).max(first)]);
    days.into_iter().flatten().any(has_it)
        || record.budget.iter().any(|row| is_of(row.year) && is_it(row.board.as_ref()))
        || record.actual.iter().any(|row| is_of(row.year) && is_it(record.board_of(row)))
}

/// The first and the last day of a year.
fn first_and_last(year: i32) -> Option<[Day; 2]> {
    Some([Day::new(year, 1, 1)?, Day::new(year, 12, 31)?])
}

/// Whether there is something to tell of an intervention in a year: money, or that it goes on. Of one that was called off
/// there is only what it used.
fn is_in(record: &Intervention, year: i32, today: Day) -> bool {
    let is_told = record.budget.iter().any(|row| row.year == Some(i64::from(year)));
    outcome_rows(record, year).next().is_some()
        || (record.status != Some(Status::Cancelled) && (is_told || goes_on(record, year, today)))
}

/// Who had an intervention on a day. The money of a year is theirs who had it when the year began.
#[derive(Clone, Copy)]
struct Had<'r> {
    board: Option<&'r BodyId>,
    responsible: Option<&'r BodyId>,
    day: Day,
}

impl<'r> Had<'r> {
    fn on(record: &'r Intervention, day: Day) -> Self {
        Self { board: record.board_on(day), responsible: record.responsible_on(day), day }
    }

    fn is_responsible(self, register: &Register, id: &str) -> bool {
        self.responsible.is_some_and(|body| is_within(register, body.as_str(), id, self.day))
    }

    /// Whether a body's is the money of a row: the board's that it names, or else the intervention's.
    fn is_paid_by(self, register: &Register, id: &str, row: Option<&BodyId>) -> bool {
        match row.or(self.board) {
            Some(board) if board.as_str() == id => true,
            // A body that is no board pays by its board, or itself.
            Some(board) => is_within(register, id, board.as_str(), self.day) && self.is_responsible(register, id),
            None => self.is_responsible(register, id),
        }
    }
}

/// What a body has of its own in an intervention in a year, by place, as far as places are wanted.
fn money<'r>(scope: &Scope<'r>, id: &str, record: &'r Intervention, year: i32) -> BTreeMap<Place<'r>, MoneyBySource> {
    let register = scope.register;
    let began = measure::began(year, scope.today);
    let had = Had::on(record, began);
    let is_its = |board: Option<&BodyId>| had.is_paid_by(register, id, board);
    let whose = scope.whose();
    let mut money: BTreeMap<Place<'r>, MoneyBySource> = BTreeMap::new();
    let mut parted = |row: &dyn MoneyRow, add: &dyn Fn(&mut MoneyBySource, i64)| {
        let parts = row.amount().map(|_| by_place(row, record, began, register)).unwrap_or_default();
        for (place, part) in parts.into_iter().filter(|(place, _)| whose.wants(place)) {
            add(money.entry(place).or_default(), part);
        }
    };
    for row in budget_rows(record, year).filter(|row| is_its(row.board.as_ref())) {
        parted(row, &|money, part| money.add(row.source, part));
    }
    for row in outcome_rows(record, year).filter(|row| is_its(record.board_of(row))) {
        parted(row, &|money, part| money.actual.add(Amount::Known(part)));
    }
    let is_unknown = Whose { districts: &[], ..whose }.budget(record, year) == Amount::Unknown;
    for place in measure::places(record, began, register).into_iter().filter(|place| whose.wants(place)) {
        let money = money.entry(place).or_default();
        if is_unknown && is_its(None) {
            money.total.add(Amount::Unknown);
        }
    }
    money
}

impl<'r> Board<'r> {
    /// The report on one body: what it carries in the year, by intervention and by district, its goals and needs.
    #[must_use]
    pub fn document(&self) -> Document<'r> {
        let register = self.register;
        let title = vec![
            Cell::message(reports::BOARD),
            Cell::named(Kind::Body, Some(self.id), register),
            Cell::text(self.year.to_string()),
        ];
        let line = |key: Key| Block::Line(Line::new(key));
        let mut blocks = vec![Block::Summary(self.figures())];
        blocks.extend(self.overview.deviations());
        blocks.extend([
            Block::Heading(Label::Message(reports::CARRIED)),
            Block::Table(self.interventions()),
            line(reports::OWN_MONEY),
            Block::Heading(Label::Message(reports::BY_DISTRICT)),
            Block::Table(self.by_district()),
        ]);
        let told = || self.lines.iter().map(|line| line.named.1);
        blocks.extend(lines(told(), told(), &self.whose, self.began, self.year));
        blocks.push(Block::Heading(Label::Message(reports::GOALS)));
        blocks.push(Block::Table(goal_table(&self.goals, self.term(), register)));
        let named: Vec<Named<'r>> = self.lines.iter().map(|line| line.named).collect();
        blocks.push(Block::Heading(Label::Message(reports::NEEDS_RAISED)));
        blocks.push(Block::Table(super::needs::table(&named, register, self.today)));
        Document::new("board", title, blocks)
    }

    /// How what it carries stands, and the money of the year.
    fn figures(&self) -> Vec<Figure<'r>> {
        let mut figures = self.overview.figures();
        let [.., budget, actual] = self.total().cells();
        let budget = Figure::new("budget", Label::of_year(say::status_budget, self.year), budget);
        let is_unknown = |line: &&Carried<'r>| self.whose.budget(line.named.1, self.year) == Amount::Unknown;
        let unknown = self.lines.iter().filter(is_unknown).count();
        figures.push(match unknown {
            0 => budget,
            unknown => budget.with_change(reports::budget_unknown(Cell::count(unknown))),
        });
        figures.push(Figure::new("actual", Label::Field("intervention", "actual"), actual));
        // Of what there is no money of, there is no number.
        figures.retain(|figure| !matches!(figure.value, Cell::Empty));
        figures
    }

    /// The term that the goals are told by: the one under way, or else the last of the year.
    fn term(&self) -> Term {
        let cycle = self.register.settings.cycle();
        let last = Term::new(self.year, cycle, 12 / cycle.months());
        last.filter(|_| self.year != self.today.year()).unwrap_or_else(|| Term::of(self.today, cycle))
    }

    /// Who carried out an intervention when the year ended, or does.
    fn responsible(&self, record: &'r Intervention) -> Option<&'r BodyId> {
        record.responsible_on(first_and_last(self.year).map_or(self.today, |[_, last]| last.min(self.today)))
    }

    fn total(&self) -> MoneyBySource {
        let mut total = MoneyBySource::default();
        self.lines.iter().for_each(|line| total.plus(&line.money));
        total
    }

    fn interventions(&self) -> Table<'r> {
        let register = self.register;
        let rows = self.lines.iter().map(|line| {
            let (id, record) = line.named;
            let mut cells = vec![
                Cell::text(id),
                Cell::text(&*record.title),
                districts(record, self.began, register),
                Cell::body(self.responsible(record), register),
                record.status.map_or(Cell::Empty, |status| Cell::Code(status.code(), &Status::CHOICES)),
                Cell::Flag(line.is_in_plan),
            ];
            cells.extend(line.money.cells());
            cells.push(measure::assessment(record).map_or(Cell::Empty, assessed));
            cells.push(Cell::Flag(line.is_late));
            cells
        });
        let mut sum = vec![Cell::Empty, Cell::message(say::TOTAL), Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty];
        sum.extend(self.total().cells());
        sum.extend([Cell::Empty, Cell::Empty]);
        let table = interventions_form(self.year).filled_with(Rows::made(rows.collect()));
        table.by_name("title").with_totals(vec![sum])
    }

    /// The interventions and the money by place.
    fn by_district(&self) -> Table<'r> {
        let mut by_place: BTreeMap<Place<'r>, (Vec<&'r str>, MoneyBySource)> = BTreeMap::new();
        for line in &self.lines {
            for (place, money) in &line.by_place {
                let (ids, sum) = by_place.entry(*place).or_default();
                ids.push(line.named.0);
                sum.plus(money);
            }
        }
        let ranks = by_place.keys().map(|place| place.rank()).collect();
        let rows = by_place.into_iter().map(|(place, (ids, money))| {
            let mut cells = vec![place_cell(place, self.register), Cell::Counted(ids)];
            cells.extend(money.cells());
            cells
        });
        // Each intervention once, however many districts it is for.
        let mut sum =
            vec![Cell::message(say::TOTAL), Cell::Counted(self.lines.iter().map(|line| line.named.0).collect())];
        sum.extend(self.total().cells());
        let table = districts_form(self.year).filled_with(Rows::made(rows.collect()));
        table.by_rank_and_name("district", ranks).with_totals(vec![sum])
    }
}

/// The tables of the report.
pub(super) fn forms<'r>() -> Vec<TableForm<'r>> {
    vec![interventions_form(0), districts_form(0), goals_form(), super::needs::needs_form()]
}

fn interventions_form<'r>(year: i32) -> TableForm<'r> {
    TableForm::new(
        "interventions",
        vec![
            Column::new("id", Label::Message(columns::ID)).for_programs(),
            Column::new("title", Label::Field("intervention", "title")),
            Column::new("districts", Label::Field("intervention", "districts")).holding(Holds::List).dispensable(3),
            Column::new("responsible", Label::Field("intervention", "responsible")).dispensable(6),
            Column::new("status", Label::Field("intervention", "status")).holding(Holds::Code(&Status::CHOICES)),
            Column::new("in_plan", Label::Message(columns::IN_PLAN)).holding(Holds::Flag).dispensable(5),
            Column::new("internal", Label::Message(reports::INTERNAL)).money().dispensable(1),
            Column::new("grants", Label::Message(reports::GRANTS)).money().dispensable(1),
            Column::new("other", Label::Message(reports::OTHER_MONEY)).money().dispensable(4),
            Column::new("budget", Label::of_year(say::status_budget, year)).money(),
            Column::new("actual", Label::Field("intervention", "actual")).money(),
            Column::new("assessment", Label::Message(columns::ASSESSMENT)).holding(Holds::Code(&Assessment::CHOICES)),
            Column::new("is_late", Label::Message(columns::LATE)).holding(Holds::Flag).dispensable(2),
        ],
    )
}

fn districts_form<'r>(year: i32) -> TableForm<'r> {
    TableForm::new(
        "districts",
        vec![
            Column::new("district", Label::Message(columns::DISTRICT)),
            Column::new("interventions", Label::Message(reports::CARRIED)).integer(),
            Column::new("internal", Label::Message(reports::INTERNAL)).money().dispensable(1),
            Column::new("grants", Label::Message(reports::GRANTS)).money().dispensable(1),
            Column::new("other", Label::Message(reports::OTHER_MONEY)).money().dispensable(1),
            Column::new("budget", Label::of_year(say::status_budget, year)).money(),
            Column::new("actual", Label::Field("intervention", "actual")).money(),
        ],
    )
}
