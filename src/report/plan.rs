//! `report plan`: a district's action plan as a chain from problem to follow-up, with the places where the chain
//! breaks (L2).

use super::cell::{Cell, Label, Mark};
use super::counted::{amount_cell, money_lines, sum_cell};
use super::document::{Block, Document, Figure, Line};
use super::follow_up::assessed;
use super::table::{Column, Holds, Rows, Table, TableForm};
use super::versions::{proposal_form, proposal_table, proposals};
use crate::measure::{self, Amount, Sum, Whose};
use crate::message::{Message, columns, reports, say, told};
use crate::model::{
    ActionPlan, Assessment, Cause, Day, District, Goal, GoalIn, Intervention, Kind, Measure, Named, Period, Problem,
    Register, Standing, Status, Version, Versions,
};
use crate::query::Scope;
use std::collections::{BTreeMap, BTreeSet};

/// The table of proposals for new plans.
const PROPOSAL: &str = "proposal";

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
    /// How the measures stand.
    overview: super::overview::Overview<'r>,
    today: Day,
}

/// The plan of a district.
struct DistrictPlan<'r> {
    id: &'r str,
    /// The same, as those whose money is told.
    own: [String; 1],
    district: &'r District,
    versions: Versions<'r, ActionPlan>,
    links: Vec<Link<'r>>,
    /// What works for the same problems and goals, and is no measure of the plan.
    outside: Vec<Named<'r>>,
}

/// A stretch of the chain. What is missing is where it breaks.
#[derive(Clone, Copy, Default)]
struct Link<'r> {
    problem: Option<&'r Problem>,
    cause: Option<&'r Cause>,
    goal: Option<&'r Goal>,
    intervention: Option<Named<'r>>,
    measure: Option<&'r Measure>,
    /// Whether its intervention's money is told here: it is told once, however often it is named.
    shows_money: bool,
}

/// The plans of the wanted districts.
#[must_use]
pub fn plan<'r>(scope: &Scope<'r>) -> Plan<'r> {
    let districts = scope.areas().into_iter().map(|(id, district)| {
        let versions = scope.register.action_plans_of(id, scope.today);
        let chain = Chain::new(scope, id, district, versions.current());
        let links = chain.links();
        let outside = chain.outside(&links);
        DistrictPlan { id, own: [id.to_owned()], district, versions, links, outside }
    });
    // The whole municipality has a plan of its own where somebody has made one.
    let districts = districts.filter(|plan| !plan.district.is_municipality() || !plan.versions.is_empty());
    let districts: Vec<DistrictPlan<'r>> = districts.collect();
    let measures: BTreeMap<&str, &Intervention> =
        districts.iter().flat_map(|plan| &plan.links).filter_map(|link| link.intervention).collect();
    let overview = super::overview::Overview::of(scope, measures);
    Plan { register: scope.register, districts, overview, today: scope.today }
}

/// What the chain of a district's plan is made of.
struct Chain<'c, 'r> {
    scope: &'c Scope<'r>,
    id: &'r str,
    district: &'r District,
    plan: Option<Version<'r, ActionPlan>>,
    goals: Vec<GoalIn<'r>>,
    /// The interventions of the plan, those with priority first.
    measures: Vec<(Named<'r>, &'r Measure)>,
}

impl<'c, 'r> Chain<'c, 'r> {
    fn new(scope: &'c Scope<'r>, id: &'r str, district: &'r District, plan: Option<Version<'r, ActionPlan>>) -> Self {
        let measures = plan.map_or(&[][..], |plan| &plan.record.measures);
        let named = |measure: &'r Measure| {
            let named = scope.register.interventions.get_entry(measure.intervention.as_ref()?.as_str())?;
            // Of a plan for several districts, each has what is done there.
            let is_here = named.1.districts_on(scope.today).iter().any(|own| own.as_str() == id)
                || plan.is_some_and(|plan| plan.record.districts.len() == 1);
            (is_here && scope.fits(named)).then_some((named, measure))
        };
        let mut measures: Vec<(Named<'r>, &'r Measure)> = measures.iter().filter_map(named).collect();
        measures.sort_by_key(|((id, _), measure)| (measure.priority.unwrap_or(i64::MAX), *id));
        Self { scope, id, district, plan, goals: scope.register.goals_of(id, scope.today), measures }
    }

    /// The problems of the district: those of the plan first, in its order, then the others by their rank.
    fn problems(&self) -> Vec<&'r Problem> {
        let order = self.plan.map_or(&[][..], |plan| &plan.record.problems);
        let place = |problem: &Problem| {
            order.iter().position(|own| own.id() == self.id && own.element() == Some(problem.id.as_str()))
        };
        let mut problems: Vec<&'r Problem> = self.district.problem.iter().collect();
        let rank = |problem: &Problem| (place(problem).unwrap_or(usize::MAX), problem.rank.unwrap_or(i64::MAX));
        problems.sort_by_key(|problem| rank(problem));
        problems
    }

    fn serves(&self, record: &Intervention, goal: &Goal) -> bool {
        record.goals.iter().any(|own| own.id() == self.id && own.element() == Some(goal.id.as_str()))
    }

    fn is_at(&self, record: &Intervention, cause: &Cause) -> bool {
        record.causes.iter().any(|own| own.id() == self.id && own.element() == Some(cause.id.as_str()))
    }

    fn answers(&self, record: &Intervention, problem: &Problem) -> bool {
        record.problems.iter().any(|own| own.id() == self.id && own.element() == Some(problem.id.as_str()))
            || problem.cause.iter().any(|cause| self.is_at(record, cause))
    }

    fn has_problem_here(&self, record: &Intervention) -> bool {
        record.problems.iter().any(|own| own.id() == self.id) || record.causes.iter().any(|own| own.id() == self.id)
    }

    fn goals_of_problem(&self, problem: &'r Problem) -> Vec<&'r Goal> {
        let of_id = |id: &str| self.goals.iter().find(|goal| goal.goal.id.as_str() == id).map(|goal| goal.goal);
        problem.answers.iter().filter_map(|goal| of_id(goal.as_str())).collect()
    }

    fn links(&self) -> Vec<Link<'r>> {
        let mut links: Vec<Link<'r>> = Vec::new();
        let problems = self.problems();
        for problem in &problems {
            self.of_problem(problem, &mut links);
        }
        for goal in self.goals.iter().map(|goal| goal.goal) {
            if problems.iter().any(|problem| problem.answers.iter().any(|own| own.as_str() == goal.id.as_str())) {
                continue;
            }
            let serving = self.measures.iter().filter(|((_, record), _)| self.serves(record, goal));
            let before = links.len();
            links.extend(serving.map(|(named, measure)| Link {
                goal: Some(goal),
                intervention: Some(*named),
                measure: Some(measure),
                ..Link::default()
            }));
            if links.len() == before {
                links.push(Link { goal: Some(goal), ..Link::default() });
            }
        }
        // Whatever is left is done in the district, and belongs to no problem or goal of it.
        let linked: BTreeSet<&str> = links.iter().filter_map(|link| link.intervention).map(|(id, _)| id).collect();
        let left = self.measures.iter().filter(|((id, _), _)| !linked.contains(id));
        links.extend(left.map(|(named, measure)| Link {
            intervention: Some(*named),
            measure: Some(measure),
            ..Link::default()
        }));
        // Where only some interventions are asked for, that there are no others is no gap.
        links.retain(|link| link.intervention.is_some() || !self.scope.is_narrow());
        let mut told = BTreeSet::new();
        for link in &mut links {
            link.shows_money = link.intervention.is_some_and(|(id, _)| told.insert(id));
        }
        links
    }

    /// The stretches from a problem: each measure at its cause, then those that name none, then the goals that nothing
    /// of it serves.
    fn of_problem(&self, problem: &'r Problem, links: &mut Vec<Link<'r>>) {
        let goals = self.goals_of_problem(problem);
        let belongs = |record: &Intervention| {
            self.answers(record, problem)
                || (!self.has_problem_here(record) && goals.iter().any(|goal| self.serves(record, goal)))
        };
        let own: Vec<&(Named<'r>, &'r Measure)> =
            self.measures.iter().filter(|((_, record), _)| belongs(record)).collect();
        let start = Link { problem: Some(problem), ..Link::default() };
        let before = links.len();
        let mut chain = |cause: Option<&'r Cause>, (named, measure): &(Named<'r>, &'r Measure)| {
            let link = Link { cause, intervention: Some(*named), measure: Some(measure), ..start };
            let served: Vec<&Goal> = goals.iter().copied().filter(|goal| self.serves(named.1, goal)).collect();
            match served.is_empty() {
                true => links.push(link),
                false => links.extend(served.into_iter().map(|goal| Link { goal: Some(goal), ..link })),
            }
        };
        let mut open = Vec::new();
        for cause in &problem.cause {
            let mut at_it = own.iter().filter(|((_, record), _)| self.is_at(record, cause)).peekable();
            if at_it.peek().is_none() {
                open.push(cause);
            }
            at_it.for_each(|measure| chain(Some(cause), measure));
        }
        let names_none = |record: &Intervention| !problem.cause.iter().any(|cause| self.is_at(record, cause));
        own.iter().filter(|((_, record), _)| names_none(record)).for_each(|measure| chain(None, measure));
        links.extend(open.into_iter().map(|cause| Link { cause: Some(cause), ..start }));
        let unserved = goals.iter().filter(|goal| !own.iter().any(|((_, record), _)| self.serves(record, goal)));
        links.extend(unserved.map(|goal| Link { goal: Some(goal), ..start }));
        if links.len() == before {
            links.push(start);
        }
    }

    /// What works for the district's problems and goals while the plan lasts, and is no measure of it.
    fn outside(&self, links: &[Link<'r>]) -> Vec<Named<'r>> {
        let Some(plan) = self.plan else { return Vec::new() };
        let linked: BTreeSet<&str> = links.iter().filter_map(|link| link.intervention).map(|(id, _)| id).collect();
        let in_time = |record: &Intervention| {
            record.actual_period().is_unknown() || record.actual_period().overlaps(&plan.record.period)
        };
        let works_here = |record: &Intervention| {
            self.has_problem_here(record) || record.goals.iter().any(|goal| goal.id() == self.id)
        };
        let all = self.scope.links.interventions_in(self.id).iter().copied();
        all.filter(|(id, record)| {
            !linked.contains(id)
                && record.status != Some(Status::Cancelled)
                && in_time(record)
                && works_here(record)
                && self.scope.fits((id, record))
        })
        .collect()
    }
}

impl<'r> Plan<'r> {
    /// The report in a form.
    #[must_use]
    pub fn document(&self, template: Template) -> Document<'r> {
        let mut title = vec![Cell::message(reports::PLAN), Cell::text(&*self.register.settings.name)];
        if let [only] = self.districts.as_slice() {
            title.push(Cell::named(Kind::District, Some(only.id), self.register));
            let period = only.versions.current().map(|version| &version.record.period);
            title.extend(
                period.filter(|period| !period.is_unknown()).map(|period| Cell::Period(period.from, period.until)),
            );
        }
        title.push(Cell::Day(self.today));
        let mut blocks = vec![Block::Summary(self.figures())];
        blocks.extend(self.districts.iter().flat_map(|plan| self.versions(plan)).map(Block::Line));
        blocks.extend(self.overview.deviations());
        blocks.push(Block::Heading(Label::Message(reports::CHAIN)));
        blocks.push(Block::Table(match template {
            Template::Chain => self.chain(),
            Template::Bra => self.bra(),
        }));
        if template == Template::Chain {
            blocks.extend(self.money_lines());
            let proposals = self.districts.iter().flat_map(|plan| proposals(&plan.versions, self.register));
            blocks.push(Block::Heading(Label::Message(reports::PROPOSED)));
            blocks.push(Block::Table(proposal_table(PROPOSAL, proposals.collect())));
            blocks.push(Block::Heading(Label::Message(reports::OUTSIDE_PLAN)));
            blocks.push(Block::Table(self.outside()));
        }
        let name = match template {
            Template::Chain => "plan",
            Template::Bra => "plan-bra",
        };
        Document::new(name, title, blocks)
    }

    /// How the version stands that is gone by, and what is proposed beside it.
    fn versions(&self, plan: &DistrictPlan<'r>) -> Vec<Line<'r>> {
        let district = Cell::named(Kind::District, Some(plan.id), self.register);
        let Some(current) = plan.versions.current() else {
            return vec![Line::new(reports::plan_none(district)).marked(Mark::Bad)];
        };
        let period = |version: &Version<'r, ActionPlan>| {
            let period = &version.record.period;
            Cell::Period(period.from, period.until)
        };
        let adopted = current.record.adoptable().adoption(self.register).filter(|_| current.adopted.is_some());
        let meeting = adopted.map(|(meeting, _)| super::names::title(self.register, Kind::Meeting, meeting));
        let mut lines = vec![match (meeting, current.standing) {
            (Some(meeting), Standing::Past) => {
                let text = reports::PlanLapsed { district: district.clone(), period: period(&current), meeting };
                Line::new(text).marked(Mark::Bad)
            }
            (Some(meeting), _) if current.record.adoptable().is_changed() => {
                let text = reports::PlanChanged { district: district.clone(), period: period(&current), meeting };
                Line::new(text).marked(Mark::Bad)
            }
            (Some(meeting), _) => {
                let text = reports::PlanAdopted { district: district.clone(), period: period(&current), meeting };
                Line::new(text).marked(Mark::Good)
            }
            (None, _) => {
                let text = reports::PlanNotAdopted { district: district.clone(), period: period(&current) };
                Line::new(text).marked(Mark::Watch)
            }
        }];
        let beside = plan.versions.iter().filter(|version| version.id != current.id);
        lines.extend(beside.filter_map(|version| {
            let (district, period) = (district.clone(), period(&version));
            let text = match version.standing {
                Standing::Proposed => reports::PlanProposed { district, period }.into(),
                Standing::Coming => reports::PlanComing { district, period }.into(),
                Standing::InForce | Standing::Past => return None,
            };
            let text: Message<Cell<'r>> = text;
            Some(Line::new(text).with_command(told::show(Cell::text(format!(
                "{}/{}",
                Kind::ActionPlan.name(),
                version.id
            )))))
        }));
        lines
    }

    /// How the measures stand, how often the chain breaks, and the money of the year.
    fn figures(&self) -> Vec<Figure<'r>> {
        let links = || self.districts.iter().flat_map(|plan| &plan.links);
        let breaks = |link: &&Link<'r>| link.problem.is_none() || link.goal.is_none() || link.intervention.is_none();
        let mut budget = Sum::default();
        for plan in &self.districts {
            plan.paid().for_each(|record| budget.add(plan.money(record, self)));
        }
        let mut figures = self.overview.figures();
        let gaps = Cell::count(links().filter(breaks).count());
        figures.push(Figure::new("gaps", Label::Message(reports::GAPS_IN_CHAIN), gaps).marked_if_any(Mark::Watch));
        figures.push(Figure::new("budget", Label::of_year(say::status_budget, self.today.year()), sum_cell(budget)));
        figures
    }

    /// What the money of the year is, and what of it nobody has said.
    fn money_lines(&self) -> Vec<Block<'r>> {
        let mut lines: Vec<Line<'r>> = Vec::new();
        for plan in &self.districts {
            for line in money_lines(plan.paid(), &plan.whose(self), self.today.year()) {
                // That money is parted is said once; how much is missing, for each.
                let is_once = line.text.arguments().is_empty();
                let is_told = is_once && lines.iter().any(|told| told.text.key() == line.text.key());
                match (is_told, is_once) {
                    (true, _) => {}
                    (false, true) => lines.push(line),
                    (false, false) if self.districts.len() == 1 => lines.push(line),
                    (false, false) => {
                        let district = Cell::named(Kind::District, Some(plan.id), self.register);
                        lines.push(Line::new(reports::OfDistrict { district, text: Cell::Message(line.text) }));
                    }
                }
            }
        }
        lines.into_iter().map(Block::Line).collect()
    }

    fn chain(&self) -> Table<'r> {
        let form = chain_form(self.today.year());
        let places = form.columns.len();
        let sum = |name: Cell<'r>, amount: Sum| {
            let mut cells = vec![name, Cell::message(say::TOTAL)];
            cells.extend(std::iter::repeat_n(Cell::Empty, places - 4));
            cells.extend([sum_cell(amount), Cell::Empty]);
            cells
        };
        let (mut rows, mut sums, mut total) = (Vec::new(), Vec::new(), Sum::default());
        for plan in &self.districts {
            let mut of_district = Sum::default();
            for link in &plan.links {
                let paid = link.intervention.filter(|_| link.shows_money);
                let money = paid.map_or(Amount::Nothing, |(_, record)| plan.money(record, self));
                of_district.add(money);
                total.add(money);
                rows.push(self.row(plan, link, money));
            }
            sums.push(sum(Cell::named(Kind::District, Some(plan.id), self.register), of_district));
        }
        // All of it first, then each district's.
        sums.insert(0, sum(Cell::message(say::TOTAL), total));
        form.filled_with(Rows::made(rows)).parted().with_totals(sums).when_empty(reports::PLAN_EMPTY)
    }

    fn row(&self, plan: &DistrictPlan<'r>, link: &Link<'r>, money: Amount) -> Vec<Cell<'r>> {
        let gap = |key| Cell::message(key).marked(Mark::Bad);
        let record = link.intervention.map(|(_, record)| record);
        let period = record.map(Intervention::actual_period).unwrap_or_default();
        vec![
            Cell::named(Kind::District, Some(plan.id), self.register),
            link.problem.map_or_else(|| gap(reports::GAP_PROBLEM), |problem| Cell::text(&*problem.title)),
            cause(link),
            link.goal.map_or_else(|| self.municipal_goal(record), |goal| Cell::text(&*goal.title)),
            link.intervention.map_or(Cell::Empty, |(id, _)| Cell::text(id)),
            record.map_or_else(|| gap(reports::GAP_INTERVENTION), |record| Cell::text(&*record.title)),
            link.measure.and_then(|measure| measure.priority).map_or(Cell::Empty, Cell::Integer),
            Cell::named(
                Kind::Body,
                record.and_then(|record| record.responsible_on(self.today)).map(|id| id.as_str()),
                self.register,
            ),
            if period.is_unknown() { Cell::Empty } else { Cell::Period(period.from, period.until) },
            Cell::day(period.from),
            Cell::day(period.until),
            amount_cell(money),
            record.map_or(Cell::Empty, standing),
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
                match cause(link) {
                    Cell::Empty => gap(reports::GAP_CAUSE),
                    cause => cause,
                },
                record.map_or_else(|| gap(reports::GAP_INTERVENTION), |record| Cell::text(&*record.title)),
                operative_goal(record, link.goal),
                if from.is_none() && until.is_none() { Cell::Empty } else { Cell::Period(from, until) },
                Cell::named(
                    Kind::Body,
                    record.and_then(|record| record.responsible_on(self.today)).map(|id| id.as_str()),
                    self.register,
                ),
                record.and_then(measure::assessment).map_or(Cell::Empty, light),
            ]
        });
        bra_form().filled_with(Rows::made(rows.collect())).parted().when_empty(reports::PLAN_EMPTY)
    }

    /// What works for the same problems and goals and is no measure of a plan.
    fn outside(&self) -> Table<'r> {
        // By name within each district.
        let of_plan = |(rank, plan): (usize, &DistrictPlan<'r>)| std::iter::repeat_n(rank, plan.outside.len());
        let ranks = self.districts.iter().enumerate().flat_map(of_plan).collect();
        let rows = self.districts.iter().flat_map(|plan| plan.outside.iter().map(move |named| (plan, named)));
        let rows = rows.map(|(plan, (id, record))| {
            vec![
                Cell::named(Kind::District, Some(plan.id), self.register),
                Cell::text(*id),
                Cell::text(&*record.title),
                Cell::body(record.responsible_on(self.today), self.register),
                record.status.map_or(Cell::Empty, |status| Cell::Code(status.code(), &Status::CHOICES)),
                standing(record),
            ]
        });
        let table = outside_form().filled_with(Rows::made(rows.collect())).by_rank_and_name("intervention", ranks);
        table.parted().when_empty(reports::NONE_OUTSIDE_PLAN)
    }
}

/// The cause that a stretch of the chain goes by; where it goes by none, that.
fn cause<'r>(link: &Link<'r>) -> Cell<'r> {
    match (link.cause, link.problem) {
        (Some(cause), _) => Cell::text(&*cause.text),
        (None, Some(problem)) if problem.cause.is_empty() => Cell::message(reports::GAP_CAUSE).marked(Mark::Bad),
        (None, Some(_)) if link.intervention.is_some() => Cell::message(reports::GAP_AT_CAUSE).marked(Mark::Watch),
        (None, _) => Cell::Empty,
    }
}

/// How a measure was judged last; of one that was called off, that it was.
fn standing<'r>(record: &Intervention) -> Cell<'r> {
    match record.status {
        Some(status @ Status::Cancelled) => Cell::Code(status.code(), &Status::CHOICES).marked(Mark::Bad),
        _ => measure::assessment(record).map_or(Cell::Empty, assessed),
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
    /// The district's part of the money that an intervention has for a year.
    fn money(&self, record: &Intervention, plan: &Plan<'r>) -> Amount {
        self.whose(plan).budget(record, plan.today.year())
    }

    fn whose<'p>(&'p self, plan: &Plan<'r>) -> Whose<'p>
    where
        'r: 'p,
    {
        Whose { register: plan.register, today: plan.today, districts: &self.own }
    }

    /// The interventions whose money is told.
    fn paid(&self) -> impl Iterator<Item = &'r Intervention> {
        self.links.iter().filter(|link| link.shows_money).filter_map(|link| link.intervention).map(|(_, record)| record)
    }
}

/// The table of a template.
pub(super) fn forms<'r>(template: Template) -> Vec<TableForm<'r>> {
    match template {
        Template::Chain => vec![chain_form(0), proposal_form(PROPOSAL), outside_form()],
        Template::Bra => vec![bra_form()],
    }
}

fn chain_form<'r>(year: i32) -> TableForm<'r> {
    TableForm::new(
        "chain",
        vec![
            Column::new("district", Label::Message(columns::DISTRICT)),
            Column::new("problem", Label::Message(reports::PROBLEM)).said_once(),
            Column::new("cause", Label::Message(reports::BRA_CAUSE)).said_once(),
            Column::new("goal", Label::Message(reports::GOAL)).said_once(),
            Column::new("id", Label::Message(columns::ID)).for_programs(),
            Column::new("intervention", Label::Cell(Cell::Kind(Kind::Intervention))),
            Column::new("priority", Label::Field("measure", "priority")).integer().dispensable(2),
            Column::new("responsible", Label::Field("intervention", "responsible")).dispensable(1),
            Column::new("period", Label::Message(reports::BRA_WHEN)).holding(Holds::Period).dispensable(3).for_people(),
            Column::new("from", Label::Message(columns::FROM)).holding(Holds::Day).for_programs(),
            Column::new("until", Label::Message(columns::UNTIL)).holding(Holds::Day).for_programs(),
            Column::new("budget", Label::of_year(say::status_budget, year)).money(),
            Column::new("assessment", Label::Message(columns::ASSESSMENT)),
        ],
    )
}

fn outside_form<'r>() -> TableForm<'r> {
    TableForm::new(
        "outside",
        vec![
            Column::new("district", Label::Message(columns::DISTRICT)),
            Column::new("id", Label::Message(columns::ID)).for_programs(),
            Column::new("intervention", Label::Cell(Cell::Kind(Kind::Intervention))),
            Column::new("responsible", Label::Field("intervention", "responsible")).dispensable(1),
            Column::new("status", Label::Field("intervention", "status")).holding(Holds::Code(&Status::CHOICES)),
            Column::new("assessment", Label::Message(columns::ASSESSMENT)),
        ],
    )
}

fn bra_form<'r>() -> TableForm<'r> {
    TableForm::new(
        "bra",
        vec![
            Column::new("district", Label::Message(columns::DISTRICT)),
            Column::new("problem", Label::Message(reports::PROBLEM)).said_once().dispensable(1),
            Column::new("cause", Label::Message(reports::BRA_CAUSE)).said_once(),
            Column::new("measure", Label::Message(reports::BRA_MEASURE)),
            Column::new("operative_goal", Label::Message(reports::BRA_GOAL)).holding(Holds::List),
            Column::new("when", Label::Message(reports::BRA_WHEN)).holding(Holds::Period),
            Column::new("who", Label::Message(reports::BRA_WHO)),
            Column::new("follow_up", Label::Message(reports::BRA_FOLLOW_UP)),
        ],
    )
}
