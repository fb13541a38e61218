//! `status`: the page that a coordinator opens every morning.

use super::cell::{Cell, Label, Mark, mark};
use super::counted::{lines, sum_cell, wanted_places};
use super::document::{Block, Document, Line};
use super::law::law;
use super::names::{place_cell, places_cell};
use super::needs::{WantedNeeds, needs};
use super::table::{Column, Holds, Rows, Table, TableForm};
use crate::measure::{self, Amount, Place, Sum, Whose, began, budget_rows, by_place, is_about, is_of_all};
use crate::message::{Key, Message, columns, say, told};
use crate::model::{
    Assessment, Cycle, Day, DecisionIn, Intervention, ItemKind, Kind, Known, KnownEvent, Links, MeetingStatus, Named,
    Register, Status as Stage, Target, Term,
};
use crate::query::{Filter, Scope, Wanted};
use std::collections::BTreeMap;

/// How many days with meetings and events are shown: with them the page is no longer than a screen.
const DAYS_AHEAD: usize = 3;

/// How a register stands on a day.
pub struct Status<'r> {
    register: &'r Register,
    today: Day,
    /// The districts asked for; all of them where there are none.
    chosen: Vec<String>,
    /// Each place with what is for it.
    places: Vec<(Place<'r>, Figures<'r>)>,
    /// All of it, each intervention once.
    all: Figures<'r>,
    /// The interventions that are told of.
    interventions: Vec<Named<'r>>,
    /// Those that money of the year is told of: theirs who had it when the year began.
    paid: Vec<&'r Intervention>,
    /// Whose money is told.
    within: Vec<String>,
    late_decisions: Vec<DecisionIn<'r>>,
    open_decisions: usize,
    /// The districts that have no situation picture, or one that is too old.
    old_situations: Vec<&'r str>,
    findings: [usize; 3],
    /// How many needs nobody has answered although the body that was asked has met.
    unanswered: usize,
    /// How many duties of the Act are due soon, and how many are overdue.
    duties: [usize; 2],
}

/// How some interventions stand.
#[derive(Debug, Clone, Default)]
struct Figures<'r> {
    ongoing: Vec<&'r str>,
    planned: Vec<&'r str>,
    late: Vec<&'r str>,
    assessments: [Vec<&'r str>; Assessment::ALL.len()],
    budget: Sum,
    any: bool,
}

impl<'r> Figures<'r> {
    /// Counts an intervention that is here on the day.
    fn count(&mut self, id: &'r str, intervention: &Intervention, register: &Register, today: Day) {
        self.any = true;
        match intervention.status {
            Some(Stage::Ongoing) => self.ongoing.push(id),
            Some(Stage::Planned) => self.planned.push(id),
            _ => {}
        }
        self.late.extend(measure::late((id, intervention), register, today).map(|_| id));
        // How it goes is told of what the column beside it counts.
        if intervention.status == Some(Stage::Ongoing)
            && let Some(assessment) = measure::assessment(intervention)
            && let Some(place) = Assessment::ALL.iter().position(|known| *known == assessment)
        {
            self.assessments[place].push(id);
        }
    }

    /// Adds the money of a year that is here.
    fn add(&mut self, amount: Amount) {
        self.any |= amount != Amount::Nothing;
        self.budget.add(amount);
    }

    fn cells(&self, name: Cell<'r>) -> Vec<Cell<'r>> {
        let assessments: Vec<Cell<'r>> = Assessment::ALL
            .iter()
            .zip(&self.assessments)
            .filter(|(_, ids)| !ids.is_empty())
            .map(|(assessment, ids)| Cell::Counted(ids.clone()).marked(mark(*assessment)))
            .collect();
        let late = Cell::Counted(self.late.clone());
        let late = if self.late.is_empty() { late } else { late.marked(Mark::Bad) };
        let assessments = if assessments.is_empty() { Cell::Empty } else { Cell::Joined(assessments) };
        let mut cells = vec![
            name,
            Cell::Counted(self.ongoing.clone()),
            Cell::Counted(self.planned.clone()),
            late,
            assessments,
            sum_cell(self.budget),
        ];
        cells.extend(self.assessments.iter().cloned().map(Cell::Counted));
        cells
    }
}

/// What is asked for of the page.
#[derive(Debug, Clone, Default)]
pub struct WantedStatus {
    /// The districts asked for; all of them where there are none.
    pub districts: Vec<String>,
    /// That money is told whole, and not the districts' part.
    pub whole: bool,
}

/// How the register stands, or the districts asked for. `findings` counts errors, warnings and notes.
#[must_use]
pub fn status<'r>(known: &'r Known<'r>, wanted: &WantedStatus, findings: [usize; 3]) -> Status<'r> {
    let (register, today) = (known.register(), known.day());
    let districts = &wanted.districts[..];
    let chosen = |district: &str| districts.is_empty() || districts.iter().any(|chosen| chosen == district);
    let mut by_place: BTreeMap<Place<'r>, Figures<'r>> = register
        .districts
        .ids()
        .filter(|id| chosen(id))
        .map(|id| (Place::of(id, register), Figures::default()))
        .collect();
    let (mut all, mut told, mut paid) = (Figures::default(), Vec::new(), Vec::new());
    let within = if wanted.whole { Vec::new() } else { districts.to_vec() };
    let whose = Whose { register, today, districts: &within };
    for (id, intervention) in register.interventions.iter() {
        let here = wanted_places(intervention, today, register, districts);
        for place in &here {
            by_place.entry(*place).or_default().count(id, intervention, register, today);
        }
        if !here.is_empty() {
            all.count(id, intervention, register, today);
            told.push((id, intervention));
        }
        money_by_place(intervention, &whose, wanted, &mut |place, amount| {
            by_place.entry(place).or_default().add(amount)
        });
        if !wanted_places(intervention, began(today.year(), today), register, districts).is_empty() {
            all.add(whose.budget(intervention, today.year()));
            paid.push(intervention);
        }
    }
    let about = |decision: &DecisionIn<'_>| districts.is_empty() || is_about(decision, districts, register, today);
    let open: Vec<DecisionIn<'r>> =
        register.decisions().filter(|decision| decision.decision.is_open() && about(decision)).collect();
    let mut late: Vec<DecisionIn<'r>> = open.iter().filter(|one| one.decision.is_late(today)).copied().collect();
    late.sort_by_key(|one| one.decision.due);
    let filter = Filter { wanted: Wanted::in_districts(districts.to_vec()).into_iter().collect(), ..Filter::default() };
    let scope = Scope::new(known, &filter);
    let links = Links::new(register, today);
    let oldest = today.minus_months(register.settings.situation_max_age());
    let old_situations = register
        .districts
        .iter()
        .filter(|(id, record)| chosen(id) && !record.is_municipality() && record.lifetime().contains(today))
        .map(|(district, _)| district)
        .filter(|district| match links.latest_situation(district, today) {
            None => true,
            Some((_, situation)) => situation.told_until(today).is_some_and(|told| told < oldest),
        })
        .collect();
    Status {
        register,
        today,
        chosen: districts.to_vec(),
        places: in_order(by_place, register, today),
        all,
        interventions: told,
        paid,
        within,
        late_decisions: late,
        open_decisions: open.len(),
        old_situations,
        findings,
        unanswered: needs(&scope, &WantedNeeds::default()).overdue(),
        duties: law(&scope).due_and_overdue(),
    }
}

/// Gives each wanted place its part of what an intervention has for the year: the money of a year is theirs who had it when
/// the year began.
fn money_by_place<'r>(
    intervention: &'r Intervention,
    whose: &Whose<'_>,
    wanted: &WantedStatus,
    add: &mut dyn FnMut(Place<'r>, Amount),
) {
    let (year, register) = (whose.today.year(), whose.register);
    let began = began(year, whose.today);
    let here = wanted_places(intervention, began, register, &wanted.districts);
    let amount = Whose { districts: &[], ..*whose }.budget(intervention, year);
    if amount == Amount::Unknown || wanted.whole {
        here.into_iter().for_each(|place| add(place, amount));
    } else if amount != Amount::Nothing {
        let mut parts: BTreeMap<Place<'r>, i64> = BTreeMap::new();
        for (place, part) in
            budget_rows(intervention, year).flat_map(|row| by_place(row, intervention, began, register))
        {
            *parts.entry(place).or_default() += part;
        }
        parts
            .into_iter()
            .filter(|(place, _)| here.contains(place))
            .for_each(|(place, part)| add(place, Amount::Known(part)));
    }
}

/// The districts in the order of their ids, and behind them the municipality as a whole and what is for no place. These, and
/// a district that is not there on the day, only where they have anything.
fn in_order<'r>(
    by_place: BTreeMap<Place<'r>, Figures<'r>>,
    register: &Register,
    today: Day,
) -> Vec<(Place<'r>, Figures<'r>)> {
    let is_there = |place: &Place<'_>| match place {
        Place::District(id) => register.districts.get(id).is_none_or(|own| own.lifetime().contains(today)),
        Place::Whole(_) | Place::Nowhere => false,
    };
    by_place.into_iter().filter(|(place, figures)| figures.any || is_there(place)).collect()
}

impl<'r> Status<'r> {
    /// The page: the figures of each district, what there is to do, and the meetings ahead.
    #[must_use]
    pub fn document(&self) -> Document<'r> {
        let register = self.register;
        let mut title = vec![Cell::text(&*register.settings.name), Cell::Day(self.today)];
        if register.settings.cycle() != Cycle::Year {
            title.push(Cell::Term(Term::of(self.today, register.settings.cycle())));
        }
        title.extend(places_cell(&self.chosen, register));
        title.push(Cell::message(say::count_intervention(Cell::count(self.interventions.len()))));
        let open = self.open_decisions;
        title.extend((open > 0).then(|| Cell::message(say::status_open_decisions(Cell::count(open)))));
        let mut blocks = Vec::new();
        let to_do = self.to_do();
        if !to_do.is_empty() {
            blocks.push(Block::Heading(Label::Message(say::STATUS_TO_DO)));
            blocks.extend(to_do.into_iter().map(Block::Line));
        }
        blocks.push(Block::Heading(Label::Message(say::STATUS_PLACES)));
        blocks.push(Block::Table(self.table()));
        blocks.extend(legend(self.judged()).map(Block::Line));
        let told = || self.interventions.iter().map(|(_, record)| *record);
        let whose = Whose { register, today: self.today, districts: &self.within };
        blocks.extend(lines(told(), self.paid.iter().copied(), &whose, self.today, self.today.year()));
        blocks.push(Block::Heading(Label::Message(say::STATUS_AHEAD)));
        blocks.push(Block::Table(self.ahead()));
        Document::new("status", title, blocks).looked_at()
    }

    fn table(&self) -> Table<'r> {
        let rows: Vec<Vec<Cell<'r>>> =
            self.places.iter().map(|(place, figures)| figures.cells(place_cell(*place, self.register))).collect();
        let totals = if rows.len() > 1 { vec![self.all.cells(Cell::message(say::TOTAL))] } else { Vec::new() };
        let ranks = self.places.iter().map(|(place, _)| place.rank()).collect();
        districts_form(self.today.year())
            .filled_with(Rows::made(rows))
            .by_rank_and_name("district", ranks)
            .with_totals(totals)
            .when_empty(say::STATUS_NO_DISTRICTS)
            .filled_by(told::ADD_DISTRICT)
    }

    /// How interventions here are judged.
    fn judged(&self) -> impl Iterator<Item = Assessment> + '_ {
        Assessment::ALL.iter().zip(&self.all.assessments).filter(|(_, ids)| !ids.is_empty()).map(|(own, _)| *own)
    }

    /// What there is to do, what is wrong or late before what is waited for.
    fn to_do(&self) -> Vec<Line<'r>> {
        let mut lines = Vec::new();
        // What shows more shows it of the districts asked for.
        let here = |command: Key| -> Message<Cell<'r>> {
            let districts = self.chosen.join(",");
            match districts.is_empty() {
                true => command.into(),
                false => {
                    say::CommandInDistricts { command: Cell::message(command), districts: Cell::text(districts) }.into()
                }
            }
        };
        let counted = |mark, message: fn(Cell<'r>) -> Message<Cell<'r>>, count: usize, command: Message<Cell<'r>>| {
            (count > 0).then(|| Line::new(message(Cell::count(count))).marked(mark).with_command(command))
        };
        let [errors, warnings, _] = self.findings;
        lines.extend(counted(Mark::Bad, say::status_errors, errors, told::CHECK.into()));
        if let Some(first) = self.late_decisions.first() {
            let (count, due) = (Cell::count(self.late_decisions.len()), Cell::day(first.decision.due));
            let late = Line::new(say::StatusLateDecisions { count, due });
            lines.push(late.marked(Mark::Bad).with_command(here(told::DECISIONS_LATE)));
        }
        let [due, overdue] = self.duties;
        lines.extend(counted(Mark::Bad, say::status_law_overdue, overdue, here(told::REPORT_LAW)));
        lines.extend(self.old_situations());
        let late = self.all.late.len();
        lines.extend(counted(Mark::Watch, say::status_late_follow_ups, late, here(told::LIST_LATE)));
        lines.extend(self.open_round());
        let command = here(told::REPORT_NEEDS);
        lines.extend(counted(Mark::Watch, say::status_unanswered, self.unanswered, command));
        lines.extend(counted(Mark::Watch, say::status_law_due, due, here(told::REPORT_LAW)));
        lines.extend(counted(Mark::Watch, say::status_warnings, warnings, told::CHECK.into()));
        lines
    }

    /// Who has not answered the latest round of inventory (D6). It is of all districts.
    fn open_round(&self) -> Option<Line<'r>> {
        let (_, round) = self.register.latest_round().filter(|_| self.chosen.is_empty())?;
        let open = round.answer.iter().filter(|answer| answer.is_open()).count();
        let (all, term, due) = (Cell::count(round.answer.len()), Cell::Term(round.period?), Cell::day(round.due));
        let line = Line::new(say::StatusRound { all, count: Cell::count(open), due, term });
        let mark = if round.is_over(self.today) { Mark::Bad } else { Mark::Watch };
        (open > 0).then(|| line.marked(mark).with_command(told::ROUND_STATUS))
    }

    /// That districts have no situation picture, or one that is too old.
    fn old_situations(&self) -> Option<Line<'r>> {
        let districts: Vec<Cell<'r>> =
            self.old_situations.iter().map(|district| self.register.district_name(district)).map(Cell::text).collect();
        let (count, districts) = (Cell::count(districts.len()), Cell::List(districts));
        let months = Cell::Integer(self.register.settings.situation_max_age().into());
        let line = Line::new(say::StatusOldSituations { count, districts, months });
        (!self.old_situations.is_empty()).then(|| line.marked(Mark::Bad).with_command(told::LIST_SITUATIONS))
    }

    /// Whether the body that meets works in the districts asked for.
    fn meets_here(&self, meeting: &crate::model::Meeting) -> bool {
        let body = meeting.body.as_ref().and_then(|body| self.register.bodies.get(body.as_str()));
        let works_in = body.map_or(&[][..], |body| &body.districts);
        self.chosen.is_empty() || is_of_all(works_in, &self.chosen)
    }

    /// The meetings and the events ahead, and who leads the preparations of those (D34).
    fn ahead(&self) -> Table<'r> {
        let register = self.register;
        let meetings = register.meetings.iter().filter(|(_, meeting)| {
            meeting.status == Some(MeetingStatus::Planned)
                && meeting.on.is_some_and(|on| on >= self.today)
                && self.meets_here(meeting)
        });
        let is_wanted = |id: &str| self.chosen.is_empty() || self.chosen.iter().any(|chosen| chosen == id);
        let districts = register.districts.iter().filter(|(id, _)| is_wanted(id));
        let events = districts
            .flat_map(|(id, district)| district.event.iter().map(move |event| (id, event)))
            .filter(|(_, event)| event.until.or(event.from).is_some_and(|last| last >= self.today));
        let mut ahead: Vec<Ahead<'r>> = meetings.map(|(id, meeting)| Ahead::Meeting(id, meeting)).collect();
        ahead.extend(events.map(|(district, event)| Ahead::Event(district, event)));
        ahead.sort_by_key(|one| (one.day(), one.place()));
        let mut days: Vec<Vec<Ahead<'r>>> = Vec::new();
        for one in ahead {
            let is_same = days.last().is_some_and(|day| day[0].day() == one.day());
            match days.last_mut().filter(|_| is_same) {
                Some(day) => day.push(one),
                None => days.push(vec![one]),
            }
        }
        days.truncate(DAYS_AHEAD);
        ahead_form()
            .filled_with(Rows::each(days, move |day| on_day(day, register)))
            .when_empty(say::STATUS_NOTHING_AHEAD)
            .filled_by(told::ADD_MEETING)
            .telling_itself()
    }
}

/// A meeting or an event ahead; an event with its district.
enum Ahead<'r> {
    Meeting(&'r str, &'r crate::model::Meeting),
    Event(&'r str, &'r KnownEvent),
}

impl<'r> Ahead<'r> {
    fn day(&self) -> Option<Day> {
        match self {
            Ahead::Meeting(_, meeting) => meeting.on,
            Ahead::Event(_, event) => event.from,
        }
    }

    /// Where it stands within its day: a meeting before an event.
    fn place(&self) -> (bool, &'r str) {
        match self {
            Ahead::Meeting(id, _) => (false, id),
            Ahead::Event(district, _) => (true, district),
        }
    }

    fn to_decide(&self) -> usize {
        match self {
            Ahead::Meeting(_, meeting) => {
                meeting.item.iter().filter(|item| item.kind == Some(ItemKind::Decision)).count()
            }
            Ahead::Event(..) => 0,
        }
    }

    fn what(&self, register: &'r Register) -> Cell<'r> {
        match self {
            Ahead::Meeting(_, meeting) => {
                let body = meeting.body.as_ref().map_or("", |body| body.as_str());
                Cell::Reference(Target::Record(Kind::Body), body, register)
            }
            Ahead::Event(_, event) => Cell::text(&*event.title),
        }
    }

    /// Who leads the preparations of an event.
    fn lead(&self) -> Option<Option<&'r crate::model::BodyId>> {
        match self {
            Ahead::Meeting(..) => None,
            Ahead::Event(_, event) => Some(event.lead.as_ref()),
        }
    }
}

/// What there is on a day: for people, what is to be decided and who leads what.
fn on_day<'r>(day: &[Ahead<'r>], register: &'r Register) -> Vec<Cell<'r>> {
    let to_decide: usize = day.iter().map(Ahead::to_decide).sum();
    let leads = day.iter().filter_map(Ahead::lead);
    let led = leads.clone().map(|lead| match lead {
        Some(_) => Cell::body(lead, register),
        None => Cell::message(say::NOBODY_LEADS).marked(Mark::Bad),
    });
    let about = (to_decide > 0).then(|| Cell::message(say::status_to_decide(Cell::count(to_decide))));
    let districts = day.iter().filter_map(|one| match one {
        Ahead::Event(district, _) => Some(Cell::named(Kind::District, Some(district), register)),
        Ahead::Meeting(..) => None,
    });
    let ids = day.iter().filter_map(|one| match one {
        Ahead::Meeting(id, _) => Some(Cell::text(*id)),
        Ahead::Event(..) => None,
    });
    vec![
        day.first().and_then(Ahead::day).map_or(Cell::Empty, Cell::NearDay),
        Cell::Phrases(day.iter().map(|one| one.what(register)).collect()),
        Cell::Phrases(about.into_iter().chain(led).collect()),
        Cell::List(districts.collect()),
        Cell::count(to_decide),
        Cell::List(leads.flatten().map(|lead| Cell::body(Some(lead), register)).collect()),
        Cell::List(ids.collect()),
    ]
}

/// What marks of assessment mean, where there are any.
pub(super) fn legend<'r>(used: impl Iterator<Item = Assessment>) -> Option<Line<'r>> {
    let words: Vec<Cell<'r>> = used
        .map(|assessment| {
            let word = Cell::Code(assessment.code(), &Assessment::CHOICES);
            Cell::Marked(mark(assessment), Box::new(word))
        })
        .collect();
    (!words.is_empty()).then(|| Line::new(say::status_legend(Cell::Joined(words))))
}

/// The tables of the page.
pub(super) fn forms<'r>() -> Vec<TableForm<'r>> {
    vec![districts_form(0), ahead_form()]
}

fn districts_form<'r>(year: i32) -> TableForm<'r> {
    let mut columns = vec![
        Column::new("district", Label::Message(columns::DISTRICT)),
        Column::new("ongoing", Label::Message(say::STATUS_ONGOING)).integer(),
        Column::new("planned", Label::Message(say::STATUS_PLANNED)).integer(),
        Column::new("late", Label::Message(say::STATUS_LATE)).integer(),
        Column::new("assessment", Label::Message(say::STATUS_ASSESSMENT)).for_people(),
        Column::new("budget", Label::of_year(say::status_budget, year)).money(),
    ];
    // For programs, each count by itself.
    columns.extend(Assessment::ALL.iter().map(|assessment| {
        let label = Label::Choice(Assessment::CHOICES.name, assessment.code());
        Column::new(assessment.code(), label).integer().for_programs()
    }));
    TableForm::new("districts", columns)
}

fn ahead_form<'r>() -> TableForm<'r> {
    TableForm::new(
        "ahead",
        vec![
            Column::new("on", Label::Field("meeting", "on")).holding(Holds::Day),
            Column::new("what", Label::Message(say::STATUS_WHAT)).holding(Holds::List),
            Column::new("about", Label::Message(say::STATUS_ABOUT)).for_people(),
            // What stands in words beside them, and where.
            Column::new("district", Label::Message(columns::DISTRICT)).holding(Holds::List).for_programs(),
            Column::new("decisions", Label::Message(say::STATUS_DECISION_ITEMS)).integer().for_programs(),
            Column::new("lead", Label::Field("event", "lead")).holding(Holds::List).for_programs(),
            Column::new("id", Label::Message(columns::ID)).holding(Holds::List).for_programs(),
        ],
    )
}
