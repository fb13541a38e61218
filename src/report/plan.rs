//! `report plan`: a district's action plan as a chain from problem to follow-up, with the places where the chain
//! breaks (L2).

use super::cell::{Cell, Label, Mark};
use super::document::{Block, Document, Line};
use super::follow_up::assessed;
use super::table::{Column, Holds, Rows, Table, TableForm};
use crate::message::{columns, reports, say};
use crate::model::{Assessment, District, Goal, Intervention, Kind, Named, Period, Problem, Register, Status, part_of};
use crate::query::Scope;
use std::collections::BTreeSet;

/// The form that a plan is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    /// Problem, cause, goal, intervention, who, when, money, last assessment.
    Chain,
    /// The six columns of the template that Brå offers: cause, measure, operative goal, when, who, follow-up.
    Bra,
}

/// The plans of some districts.
pub struct Plan<'r> {
    register: &'r Register,
    districts: Vec<DistrictPlan<'r>>,
}

/// The plan of a district.
struct DistrictPlan<'r> {
    id: &'r str,
    district: &'r District,
    links: Vec<Link<'r>>,
}

/// A stretch of the chain. What is missing is where it breaks.
#[derive(Clone, Copy)]
struct Link<'r> {
    problem: Option<&'r Problem>,
    goal: Option<&'r Goal>,
    intervention: Option<Named<'r>>,
    /// Whether its intervention's money is told here: it is told once, however often it is named.
    shows_money: bool,
}

/// The plans of the wanted districts.
#[must_use]
pub fn plan<'r>(scope: &Scope<'r>) -> Plan<'r> {
    let districts =
        scope.districts().map(|(id, district)| DistrictPlan { id, district, links: links(id, district, scope) });
    Plan { register: scope.register, districts: districts.collect() }
}

fn links<'r>(id: &'r str, district: &'r District, scope: &Scope<'r>) -> Vec<Link<'r>> {
    let period = &district.action_plan.period;
    let in_time =
        |record: &Intervention| record.actual_period().is_unknown() || record.actual_period().overlaps(period);
    let named: Vec<Named<'r>> = scope
        .links
        .interventions_in(id)
        .iter()
        .copied()
        .filter(|(_, record)| {
            record.status != Some(Status::Cancelled) && record.part_of_plan != Some(false) && in_time(record)
        })
        .filter(|named| scope.fits(*named))
        .collect();
    let answers = |record: &Intervention, problem: &Problem| {
        record.problems.iter().any(|own| own.id() == id && own.element() == Some(problem.id.as_str()))
    };
    let serves = |record: &Intervention, goal: &Goal| {
        record.goals.iter().any(|own| own.id() == id && own.element() == Some(goal.id.as_str()))
    };
    let has_problem_here = |record: &Intervention| record.problems.iter().any(|own| own.id() == id);
    let mut linked: BTreeSet<&str> = BTreeSet::new();
    let mut links = Vec::new();
    let mut push = |problem, goal, intervention: Option<Named<'r>>| {
        let shows_money = intervention.is_some_and(|(id, _)| linked.insert(id));
        links.push(Link { problem, goal, intervention, shows_money });
    };
    let goal_of = |reference: &str| district.target_picture.goal.iter().find(|goal| goal.id.as_str() == reference);
    let mut problems: Vec<&Problem> = district.problem.iter().collect();
    problems.sort_by_key(|problem| problem.rank.unwrap_or(i64::MAX));
    for problem in &problems {
        let goals: Vec<&Goal> = problem.answers.iter().filter_map(|goal| goal_of(goal.as_str())).collect();
        for goal in &goals {
            let chain: Vec<Named<'r>> = named
                .iter()
                .copied()
                .filter(|(_, record)| serves(record, goal) && (answers(record, problem) || !has_problem_here(record)))
                .collect();
            if chain.is_empty() {
                push(Some(*problem), Some(*goal), None);
            }
            chain.into_iter().for_each(|one| push(Some(*problem), Some(*goal), Some(one)));
        }
        let loose = named
            .iter()
            .copied()
            .filter(|(_, record)| answers(record, problem) && !goals.iter().any(|goal| serves(record, goal)));
        let loose: Vec<Named<'r>> = loose.collect();
        if goals.is_empty() && loose.is_empty() {
            push(Some(*problem), None, None);
        }
        loose.into_iter().for_each(|one| push(Some(*problem), None, Some(one)));
    }
    for goal in &district.target_picture.goal {
        if problems.iter().any(|problem| problem.answers.iter().any(|own| own.as_str() == goal.id.as_str())) {
            continue;
        }
        let mut serving = named.iter().copied().filter(|(_, record)| serves(record, goal)).peekable();
        if serving.peek().is_none() {
            push(None, Some(goal), None);
        }
        serving.for_each(|one| push(None, Some(goal), Some(one)));
    }
    // Whatever is left is done in the district, and belongs to no problem or goal of it.
    let left: Vec<Named<'r>> = named.iter().copied().filter(|(id, _)| !linked.contains(id)).collect();
    links.extend(left.into_iter().map(|one| Link {
        problem: None,
        goal: None,
        intervention: Some(one),
        shows_money: true,
    }));
    // Where only some interventions are asked for, that there are no others is no gap.
    links.retain(|link| link.intervention.is_some() || !scope.is_narrow());
    links
}

impl<'r> Plan<'r> {
    /// The report in a form.
    #[must_use]
    pub fn document(&self, template: Template) -> Document<'r> {
        let mut title = vec![Cell::message(reports::PLAN), Cell::text(&*self.register.settings.name)];
        if let [only] = self.districts.as_slice() {
            title.push(Cell::named(Kind::District, Some(only.id), self.register));
            let period = &only.district.action_plan.period;
            title.extend((!period.is_unknown()).then_some(Cell::Period(period.from, period.until)));
        }
        let mut blocks: Vec<Block<'r>> =
            self.districts.iter().map(|plan| self.adopted(plan)).map(Block::Line).collect();
        blocks.push(Block::Table(match template {
            Template::Chain => self.chain(),
            Template::Bra => self.bra(),
        }));
        if template == Template::Chain && self.districts.iter().any(DistrictPlan::has_shared) {
            blocks.push(Block::Line(Line::new(reports::MONEY_IS_SPLIT)));
        }
        let name = match template {
            Template::Chain => "plan",
            Template::Bra => "plan-bra",
        };
        Document { name, title, blocks }
    }

    /// Whether the plan is adopted, and where.
    fn adopted(&self, plan: &DistrictPlan<'r>) -> Line<'r> {
        let district = Cell::named(Kind::District, Some(plan.id), self.register);
        if !plan.district.has_action_plan() {
            return Line::new(reports::plan_none(district)).marked(Mark::Bad);
        }
        let period = &plan.district.action_plan.period;
        let period = Cell::Period(period.from, period.until);
        match plan.district.adoptable_plan().and_then(|plan| plan.adoption(self.register)) {
            Some((meeting, _)) => {
                let meeting = super::names::title(self.register, Kind::Meeting, meeting);
                Line::new(reports::PlanAdopted { district, period, meeting }).marked(Mark::Good)
            }
            None => Line::new(reports::PlanNotAdopted { district, period }).marked(Mark::Watch),
        }
    }

    fn chain(&self) -> Table<'r> {
        let form = chain_form();
        let places = form.columns.len();
        let sum = |name: Cell<'r>, amount: i64| {
            let mut cells = vec![name, Cell::message(say::TOTAL)];
            cells.extend(std::iter::repeat_n(Cell::Empty, places - 4));
            cells.extend([Cell::Money(amount), Cell::Empty]);
            cells
        };
        let (mut rows, mut sums, mut total) = (Vec::new(), Vec::new(), 0_i64);
        for plan in &self.districts {
            let mut of_district = 0_i64;
            for link in &plan.links {
                let money = link.intervention.filter(|_| link.shows_money).and_then(|(_, record)| plan.money(record));
                of_district = of_district.saturating_add(money.unwrap_or_default());
                rows.push(self.row(plan, link, money));
            }
            total = total.saturating_add(of_district);
            sums.push(sum(Cell::named(Kind::District, Some(plan.id), self.register), of_district));
        }
        // All of it first, then each district's.
        sums.insert(0, sum(Cell::message(say::TOTAL), total));
        form.filled_with(Rows::made(rows)).parted().with_totals(sums).when_empty(reports::PLAN_EMPTY)
    }

    fn row(&self, plan: &DistrictPlan<'r>, link: &Link<'r>, money: Option<i64>) -> Vec<Cell<'r>> {
        let gap = |key| Cell::message(key).marked(Mark::Bad);
        let record = link.intervention.map(|(_, record)| record);
        let period = record.map(Intervention::actual_period).unwrap_or_default();
        vec![
            Cell::named(Kind::District, Some(plan.id), self.register),
            link.problem.map_or_else(|| gap(reports::GAP_PROBLEM), |problem| Cell::text(&*problem.title)),
            match link.problem {
                Some(problem) if problem.causes.is_empty() => Cell::Lines(vec![gap(reports::GAP_CAUSE)]),
                Some(problem) => Cell::Lines(problem.causes.iter().map(|cause| Cell::text(&**cause)).collect()),
                None => Cell::Empty,
            },
            link.goal.map_or_else(|| self.municipal_goal(record), |goal| Cell::text(&*goal.title)),
            link.intervention.map_or(Cell::Empty, |(id, _)| Cell::text(id)),
            record.map_or_else(|| gap(reports::GAP_INTERVENTION), |record| Cell::text(&*record.title)),
            record.and_then(|record| record.part_of_plan).map_or(Cell::Empty, Cell::Flag),
            Cell::named(
                Kind::Body,
                record.and_then(|record| record.responsible.as_ref()).map(|id| id.as_str()),
                self.register,
            ),
            Cell::day(period.from),
            Cell::day(period.until),
            money.map_or(Cell::Empty, Cell::Money),
            record.and_then(Intervention::assessment).map_or(Cell::Empty, assessed),
        ]
    }

    /// The municipality-wide goals that an intervention serves by itself, where it serves none of the district.
    fn municipal_goal(&self, record: Option<&'r Intervention>) -> Cell<'r> {
        let own = record.into_iter().flat_map(|record| &record.goals).filter(|goal| goal.element().is_none());
        let titles: Vec<&str> =
            own.filter_map(|goal| self.register.municipal_goal(goal.as_str())).map(|goal| &*goal.title).collect();
        if titles.is_empty() {
            Cell::message(reports::GAP_GOAL).marked(Mark::Bad)
        } else {
            Cell::text(titles.join("; "))
        }
    }

    fn bra(&self) -> Table<'r> {
        let gap = |key| Cell::message(key).marked(Mark::Bad);
        let rows = self.districts.iter().flat_map(|plan| plan.links.iter().map(move |link| (plan, link)));
        let rows = rows.map(|(plan, link)| {
            let record = link.intervention.map(|(_, record)| record);
            let Period { from, until } = record.map(Intervention::actual_period).unwrap_or_default();
            vec![
                Cell::named(Kind::District, Some(plan.id), self.register),
                link.problem.map_or(Cell::Empty, |problem| Cell::text(&*problem.title)),
                match link.problem {
                    Some(problem) if !problem.causes.is_empty() => {
                        Cell::Lines(problem.causes.iter().map(|cause| Cell::text(&**cause)).collect())
                    }
                    _ => Cell::Lines(vec![gap(reports::GAP_CAUSE)]),
                },
                record.map_or_else(|| gap(reports::GAP_INTERVENTION), |record| Cell::text(&*record.title)),
                operative_goal(record, link.goal),
                if from.is_none() && until.is_none() { Cell::Empty } else { Cell::Period(from, until) },
                Cell::named(
                    Kind::Body,
                    record.and_then(|record| record.responsible.as_ref()).map(|id| id.as_str()),
                    self.register,
                ),
                record.and_then(Intervention::assessment).map_or(Cell::Empty, light),
            ]
        });
        bra_form().filled_with(Rows::made(rows.collect())).parted().when_empty(reports::PLAN_EMPTY)
    }
}

/// What a measure shall reach by itself: its indicators' targets; or else the goal that it serves.
fn operative_goal<'r>(record: Option<&'r Intervention>, goal: Option<&'r Goal>) -> Cell<'r> {
    let own = record.into_iter().flat_map(|record| &record.indicator).filter_map(|own| {
        let target = Cell::Number(own.target?);
        Some(Cell::message(say::IndicatorValue {
            name: Cell::text(&*own.name),
            value: target,
            unit: Cell::text(&*own.unit),
        }))
    });
    let own: Vec<Cell<'r>> = own.collect();
    match (own.is_empty(), goal) {
        (false, _) => Cell::Lines(own),
        (true, Some(goal)) => Cell::Lines(vec![Cell::text(&*goal.title)]),
        (true, None) => Cell::Lines(vec![Cell::message(reports::GAP_GOAL).marked(Mark::Bad)]),
    }
}

/// Green, yellow or red.
fn light<'r>(assessment: Assessment) -> Cell<'r> {
    let key = match assessment {
        Assessment::OnTrack => reports::LIGHT_GREEN,
        Assessment::AtRisk => reports::LIGHT_YELLOW,
        Assessment::OffTrack => reports::LIGHT_RED,
        Assessment::CannotAssess => reports::LIGHT_NONE,
    };
    Cell::message(key).marked(super::cell::mark(assessment))
}

impl<'r> DistrictPlan<'r> {
    /// The district's part of the money that an intervention has: all of it, for every year, parted equally
    /// between its districts.
    /// Nothing where no money is named.
    fn money(&self, record: &Intervention) -> Option<i64> {
        if record.budget.is_empty() {
            return None;
        }
        let amount = record.budget_total();
        let place = record.districts.iter().position(|district| district.as_str() == self.id).unwrap_or_default();
        Some(part_of(amount, record.districts.len(), place))
    }

    fn has_shared(&self) -> bool {
        self.links.iter().filter_map(|link| link.intervention).any(|(_, record)| record.districts.len() > 1)
    }
}

/// The table of a template.
pub(super) fn forms<'r>(template: Template) -> Vec<TableForm<'r>> {
    vec![match template {
        Template::Chain => chain_form(),
        Template::Bra => bra_form(),
    }]
}

fn chain_form<'r>() -> TableForm<'r> {
    TableForm::new(
        "chain",
        vec![
            Column::new("district", Label::Message(columns::DISTRICT)),
            Column::new("problem", Label::Message(reports::PROBLEM)).said_once(),
            Column::new("causes", Label::Field("problem", "causes")).holding(Holds::List).said_once().from_width(130),
            Column::new("goal", Label::Message(reports::GOAL)).said_once(),
            Column::new("id", Label::Message(columns::ID)).for_programs(),
            Column::new("intervention", Label::Cell(Cell::Kind(Kind::Intervention))),
            Column::new("in_plan", Label::Field("intervention", "part_of_plan")).holding(Holds::Flag).from_width(120),
            Column::new("responsible", Label::Field("intervention", "responsible")).from_width(110),
            Column::new("from", Label::Message(columns::FROM)).holding(Holds::Day).from_width(150),
            Column::new("until", Label::Message(columns::UNTIL)).holding(Holds::Day).from_width(150),
            Column::new("budget", Label::Field("intervention", "budget")).money(),
            Column::new("assessment", Label::Message(columns::ASSESSMENT)).holding(Holds::Code(&Assessment::CHOICES)),
        ],
    )
}

fn bra_form<'r>() -> TableForm<'r> {
    TableForm::new(
        "bra",
        vec![
            Column::new("district", Label::Message(columns::DISTRICT)),
            Column::new("problem", Label::Message(reports::PROBLEM)).said_once().from_width(150),
            Column::new("cause", Label::Message(reports::BRA_CAUSE)).holding(Holds::List).said_once(),
            Column::new("measure", Label::Message(reports::BRA_MEASURE)),
            Column::new("operative_goal", Label::Message(reports::BRA_GOAL)).holding(Holds::List),
            Column::new("when", Label::Message(reports::BRA_WHEN)).holding(Holds::Period),
            Column::new("who", Label::Message(reports::BRA_WHO)),
            Column::new("follow_up", Label::Message(reports::BRA_FOLLOW_UP)),
        ],
    )
}
