//! `status`: the page that a coordinator opens every morning.

use super::cell::{Cell, Mark};
use super::decisions::is_about;
use super::document::{Block, Document, Label, Line, Said};
use super::mark;
use super::table::{Column, Rows, Table};
use super::{WantedNeeds, law, needs};
use crate::model::{
    Assessment, Cycle, Day, DecisionIn, Intervention, ItemKind, Kind, Links, MeetingStatus, Register, Status as Stage,
    Target, Term,
};
use crate::query::{Filter, Home, Scope, Wanted};
use std::collections::BTreeMap;

/// How many of a sort of thing to do are named one by one.
const NAMED: usize = 5;
/// How many meetings ahead are shown.
const MEETINGS_AHEAD: usize = 5;

/// How a register stands on a day.
pub struct Status<'r> {
    register: &'r Register,
    today: Day,
    /// The districts asked for; all of them where there are none.
    chosen: Vec<String>,
    /// Each district with what is for it alone.
    districts: Vec<(&'r str, Standing<'r>)>,
    /// How many interventions there are.
    interventions: usize,
    /// What is for several districts.
    several: Standing<'r>,
    /// What is for no district in particular.
    none: Standing<'r>,
    late_decisions: Vec<DecisionIn<'r>>,
    open_decisions: usize,
    old_situations: Vec<(&'r str, Option<(&'r str, Day)>)>,
    findings: [usize; 3],
    /// How many needs nobody has answered although the body that was asked has met.
    unanswered: usize,
    /// How many duties of the Act are due soon, and how many are overdue.
    duties: [usize; 2],
}

/// How some interventions stand.
#[derive(Debug, Clone, Default)]
struct Standing<'r> {
    ongoing: Vec<&'r str>,
    planned: Vec<&'r str>,
    late: Vec<&'r str>,
    assessments: [Vec<&'r str>; Assessment::ALL.len()],
    budget: i64,
    any: bool,
}

impl<'r> Standing<'r> {
    fn add(&mut self, id: &'r str, intervention: &Intervention, register: &Register, today: Day) {
        self.any = true;
        match intervention.status {
            Some(Stage::Ongoing) => self.ongoing.push(id),
            Some(Stage::Planned) => self.planned.push(id),
            _ => {}
        }
        self.late.extend(intervention.late(&register.settings, today).map(|_| id));
        if matches!(intervention.status, Some(Stage::Ongoing | Stage::Paused))
            && let Some(assessment) = intervention.assessment()
            && let Some(place) = Assessment::ALL.iter().position(|known| *known == assessment)
        {
            self.assessments[place].push(id);
        }
        if intervention.status != Some(Stage::Cancelled) {
            self.budget = self.budget.saturating_add(intervention.budget_of(today.year()));
        }
    }

    fn sum<'s>(standings: impl Iterator<Item = &'s Standing<'r>>) -> Standing<'r>
    where
        'r: 's,
    {
        standings.fold(Standing::default(), |mut sum, one| {
            sum.ongoing.extend(&one.ongoing);
            sum.planned.extend(&one.planned);
            sum.late.extend(&one.late);
            sum.budget = sum.budget.saturating_add(one.budget);
            sum.any |= one.any;
            for (sum, one) in sum.assessments.iter_mut().zip(&one.assessments) {
                sum.extend(one);
            }
            sum
        })
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
            Cell::Money(self.budget),
        ];
        cells.extend(self.assessments.iter().cloned().map(Cell::Counted));
        cells
    }
}

/// How the register stands, or the districts asked for. `findings` counts errors, warnings and notes.
#[must_use]
pub fn status<'r>(register: &'r Register, districts: &[String], findings: [usize; 3], today: Day) -> Status<'r> {
    let chosen = |district: &str| districts.is_empty() || districts.iter().any(|chosen| chosen == district);
    let mut by_district: BTreeMap<&str, Standing<'_>> =
        register.districts.ids().filter(|id| chosen(id)).map(|id| (id, Standing::default())).collect();
    let (mut several, mut none) = (Standing::default(), Standing::default());
    for (id, intervention) in register.interventions.iter() {
        let standing = match Home::of(intervention) {
            Home::Nowhere => districts.is_empty().then_some(&mut none),
            Home::District(only) => by_district.get_mut(only),
            Home::Several => intervention.districts.iter().any(|id| chosen(id.as_str())).then_some(&mut several),
        };
        if let Some(standing) = standing {
            standing.add(id, intervention, register, today);
        }
    }
    let about = |decision: &DecisionIn<'_>| districts.is_empty() || is_about(decision, districts, register);
    let open: Vec<DecisionIn<'r>> =
        register.decisions().filter(|decision| decision.decision.is_open() && about(decision)).collect();
    let mut late: Vec<DecisionIn<'r>> = open.iter().filter(|one| one.decision.is_late(today)).copied().collect();
    late.sort_by_key(|one| one.decision.due);
    let wanted = (!districts.is_empty()).then(|| Wanted { field: "districts", values: districts.to_vec() });
    let filter = Filter { wanted: wanted.into_iter().collect(), ..Filter::default() };
    let scope = Scope::new(register, &filter, today);
    let links = Links::new(register);
    let oldest = today.minus_months(register.settings.situation_max_age());
    let old_situations = register
        .districts
        .ids()
        .filter(|id| chosen(id))
        .filter_map(|district| match links.latest_situation(district, today) {
            None => Some((district, None)),
            Some((id, situation)) => {
                situation.period.until.filter(|until| *until < oldest).map(|until| (district, Some((id, until))))
            }
        })
        .collect();
    Status {
        register,
        today,
        chosen: districts.to_vec(),
        districts: by_district.into_iter().collect(),
        interventions: scope.interventions().len(),
        several,
        none,
        late_decisions: late,
        open_decisions: open.len(),
        old_situations,
        findings,
        unanswered: needs(&scope, &WantedNeeds::default()).overdue(),
        duties: law(&scope).due_and_overdue(),
    }
}

impl<'r> Status<'r> {
    /// The page.
    #[must_use]
    pub fn document(&self) -> Document<'r> {
        let register = self.register;
        let mut title = vec![Cell::text(&*register.settings.name), Cell::Day(self.today)];
        if register.settings.cycle() != Cycle::Year {
            title.push(Cell::Term(Term::of(self.today, register.settings.cycle())));
        }
        title.push(Cell::Said("count-intervention", vec![("count", Cell::count(self.interventions))]));
        title.push(Cell::Said("count-body", vec![("count", Cell::count(register.bodies.len()))]));
        let mut blocks = vec![Block::Table(self.table()), Block::Line(legend())];
        let to_do = self.to_do();
        if !to_do.is_empty() {
            blocks.push(Block::Heading(Label::message("status-to-do")));
            blocks.extend(to_do.into_iter().map(Block::Line));
        }
        blocks.push(Block::Heading(Label::message("status-next-meetings")));
        blocks.push(Block::Table(self.meetings()));
        Document { name: "status", title, blocks }
    }

    fn table(&self) -> Table<'r> {
        let columns = vec![
            Column::new("district", Label::message("column-district")),
            Column::new("ongoing", Label::message("status-ongoing")).integer(),
            Column::new("planned", Label::message("status-planned")).integer(),
            Column::new("late", Label::message("status-late")).integer(),
            Column::new("assessment", Label::message("status-assessment")).for_people(),
            Column::new("budget", Label::Year("status-budget", self.today.year())).money(),
        ];
        // For programs, each count by itself.
        let counts = Assessment::ALL.iter().map(|assessment| {
            let label = Label::Choice(Assessment::CHOICES.name, assessment.code());
            Column::new(assessment.code(), label).integer().for_programs()
        });
        let columns = columns.into_iter().chain(counts).collect();
        let mut rows: Vec<Vec<Cell<'r>>> = self
            .districts
            .iter()
            .map(|(id, standing)| standing.cells(Cell::Reference(Target::Record(Kind::District), id, self.register)))
            .collect();
        if self.several.any {
            rows.push(self.several.cells(Cell::said("several-districts")));
        }
        if self.none.any {
            rows.push(self.none.cells(Cell::said("no-district")));
        }
        let totals = if rows.len() > 1 { vec![self.all().cells(Cell::said("total"))] } else { Vec::new() };
        Table::new("districts", columns, Rows::made(rows)).with_totals(totals).when_empty("status-no-districts")
    }

    fn all(&self) -> Standing<'r> {
        Standing::sum(self.districts.iter().map(|(_, standing)| standing).chain([&self.several, &self.none]))
    }

    fn to_do(&self) -> Vec<Line<'r>> {
        let mut lines = Vec::new();
        let line = |mark, key, arguments, command: &str| Line {
            mark: Some(mark),
            text: Said { key, arguments },
            command: Some(command.to_owned()),
        };
        let [errors, warnings, _] = self.findings;
        if errors > 0 {
            lines.push(line(Mark::Bad, "status-errors", vec![("count", Cell::count(errors))], "register check"));
        }
        for one in self.late_decisions.iter().take(NAMED) {
            let due = one.decision.due.map_or(Cell::Empty, Cell::Day);
            let text = Cell::text(first_line(&one.decision.text));
            let command = format!("register show {}", one.meeting_id);
            lines.push(line(Mark::Bad, "status-late-decision", vec![("text", text), ("due", due)], &command));
        }
        if self.late_decisions.len() > NAMED {
            let more = Cell::count(self.late_decisions.len() - NAMED);
            let command = "register decisions --late";
            lines.push(line(Mark::Bad, "status-more-late-decisions", vec![("count", more)], command));
        }
        for (district, situation) in &self.old_situations {
            let name = Cell::text(self.register.district_name(district));
            match situation {
                None => lines.push(line(
                    Mark::Bad,
                    "status-no-situation",
                    vec![("district", name)],
                    "register add situation",
                )),
                Some((id, until)) => {
                    let months = Cell::Integer(self.register.settings.situation_max_age().into());
                    let arguments = vec![("district", name), ("until", Cell::Day(*until)), ("months", months)];
                    lines.push(line(Mark::Bad, "status-old-situation", arguments, &format!("register show {id}")));
                }
            }
        }
        let late = self.all().late.len();
        if late > 0 {
            let command = "register list intervention --late";
            lines.push(line(Mark::Watch, "status-late-follow-ups", vec![("count", Cell::count(late))], command));
        }
        if self.unanswered > 0 {
            let command = "register report needs --unanswered";
            lines.push(line(Mark::Watch, "status-unanswered", vec![("count", Cell::count(self.unanswered))], command));
        }
        let [due, overdue] = self.duties;
        for (count, mark, key) in [(overdue, Mark::Bad, "status-law-overdue"), (due, Mark::Watch, "status-law-due")] {
            if count > 0 {
                lines.push(line(mark, key, vec![("count", Cell::count(count))], "register report law"));
            }
        }
        let open = self.open_decisions - self.late_decisions.len();
        if open > 0 {
            let command = "register decisions --open";
            lines.push(line(Mark::Good, "status-open-decisions", vec![("count", Cell::count(open))], command));
        }
        if warnings > 0 {
            lines.push(line(Mark::Watch, "status-warnings", vec![("count", Cell::count(warnings))], "register check"));
        }
        lines
    }

    /// Whether the body that meets works in the districts asked for.
    fn meets_here(&self, meeting: &crate::model::Meeting) -> bool {
        let body = meeting.body.as_ref().and_then(|body| self.register.bodies.get(body.as_str()));
        let works_in = body.map_or(&[][..], |body| &body.districts);
        self.chosen.is_empty()
            || works_in.is_empty()
            || works_in.iter().any(|id| self.chosen.iter().any(|chosen| chosen == id.as_str()))
    }

    fn meetings(&self) -> Table<'r> {
        let columns = vec![
            Column::new("on", Label::Field("meeting", "on")),
            Column::new("body", Label::Field("meeting", "body")),
            Column::new("decisions", Label::message("status-decision-items")).integer(),
            Column::new("id", Label::message("column-id")).from_width(110),
        ];
        let register = self.register;
        let mut ahead: Vec<(&'r str, &'r crate::model::Meeting)> = register
            .meetings
            .iter()
            .filter(|(_, meeting)| {
                meeting.status == Some(MeetingStatus::Planned)
                    && meeting.on.is_some_and(|on| on >= self.today)
                    && self.meets_here(meeting)
            })
            .collect();
        ahead.sort_by_key(|(id, meeting)| (meeting.on, *id));
        ahead.truncate(MEETINGS_AHEAD);
        let rows = Rows::each(ahead, move |(id, meeting)| {
            let body = meeting.body.as_ref().map_or("", |body| body.as_str());
            let items = meeting.item.iter().filter(|item| item.kind == Some(ItemKind::Decision)).count();
            vec![
                meeting.on.map_or(Cell::Empty, Cell::NearDay),
                Cell::Reference(Target::Record(Kind::Body), body, register),
                Cell::count(items),
                Cell::text(*id),
            ]
        });
        Table::new("meetings", columns, rows).when_empty("status-no-meetings")
    }
}

/// What the marks of assessment mean.
fn legend<'r>() -> Line<'r> {
    let words = Assessment::ALL
        .iter()
        .map(|assessment| {
            let word = Cell::Code(assessment.code(), &Assessment::CHOICES);
            Cell::Marked(mark(*assessment), Box::new(word))
        })
        .collect();
    Line {
        mark: None,
        text: Said { key: "status-legend", arguments: vec![("marks", Cell::Joined(words))] },
        command: None,
    }
}

fn first_line(text: &str) -> &str {
    text.trim().lines().next().unwrap_or_default()
}
