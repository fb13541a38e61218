//! `decisions`: the decision log (D26, D33).

use super::cell::{Cell, Label, Mark};
use super::document::{Block, Document, Figure};
use super::table::{Column, Holds, Rows, Table, TableForm};
use crate::measure::is_about;
use crate::message::{columns, reports};
use crate::model::{Day, DecisionIn, DecisionStatus, Kind, Known, Register, Target};
use std::cmp::Reverse;

/// Which decisions are wanted.
#[derive(Debug, Clone, Default)]
pub struct WantedDecisions {
    /// Those of these bodies, for them to carry out, or for them to answer; of any where there are none.
    pub bodies: Vec<String>,
    /// Those about these districts, or about interventions in them.
    pub districts: Vec<String>,
    /// Only those that are to be carried out.
    pub open: bool,
    /// Only those whose day has passed.
    pub late: bool,
}

/// The decisions that are wanted: late ones first, then open ones by their day, then those that are done, the
/// newest first.
#[must_use]
pub fn decisions<'r>(known: &'r Known<'_>, wanted: &WantedDecisions) -> Document<'r> {
    let (register, today) = (known.register(), known.day());
    let mut chosen: Vec<DecisionIn<'r>> =
        register.decisions().filter(|one| wanted.fits(one, register, today)).collect();
    chosen.sort_by_key(|one| {
        let is_open = one.decision.is_open();
        let due = one.decision.due.unwrap_or(one.meeting.on.unwrap_or(today).plus_months(1200));
        let newest = (!is_open).then_some(Reverse(one.meeting.on));
        (!one.decision.is_late(today), !is_open, is_open.then_some(due), newest, one.meeting_id)
    });
    let late = chosen.iter().filter(|one| one.decision.is_late(today)).count();
    let open = chosen.iter().filter(|one| one.decision.is_open()).count();
    let figure = |name, label, count| Figure::new(name, Label::Message(label), Cell::count(count));
    let summary = vec![
        figure("decisions", reports::DECISIONS_FIGURE_ALL, chosen.len()),
        figure("open", reports::DECISIONS_FIGURE_OPEN, open),
        figure("late", reports::DECISIONS_FIGURE_LATE, late).marked_if_any(Mark::Bad),
    ];
    let mut title = vec![Cell::message(reports::DECISIONS), Cell::text(&*register.settings.name), Cell::Day(today)];
    title.extend(super::names::places_cell(&wanted.districts, register));
    Document::new("decisions", title, vec![Block::Summary(summary), Block::Table(table(chosen, register, today))])
}

impl WantedDecisions {
    fn fits(&self, one: &DecisionIn<'_>, register: &Register, today: Day) -> bool {
        let is_of = |body: &Option<crate::model::BodyId>| {
            body.as_ref().is_some_and(|body| self.bodies.iter().any(|wanted| wanted == body.as_str()))
        };
        (self.bodies.is_empty()
            || [&one.meeting.body, &one.decision.responsible, &one.decision.referred_to].into_iter().any(is_of))
            && (self.districts.is_empty() || is_about(one, &self.districts, register, today))
            && (!self.open || one.decision.is_open())
            && (!self.late || one.decision.is_late(today))
    }
}

fn table<'r>(chosen: Vec<DecisionIn<'r>>, register: &'r Register, today: Day) -> Table<'r> {
    // What has a month left is worth an eye.
    let soon = today.plus_months(1);
    let rows = Rows::each(chosen, move |one| {
        let (decision, body) =
            (one.decision, |body: &'r Option<crate::model::BodyId>| Cell::body(body.as_ref(), register));
        let status = decision.status.unwrap_or(DecisionStatus::Open);
        let standing = match (decision.is_late(today), status) {
            (true, _) => Cell::message(reports::LATE).marked(Mark::Bad),
            (false, DecisionStatus::Open) if decision.due.is_some_and(|due| due <= soon) => {
                Cell::Code(status.code(), &DecisionStatus::CHOICES).marked(Mark::Watch)
            }
            (false, DecisionStatus::Open) => Cell::Code(status.code(), &DecisionStatus::CHOICES),
            (false, DecisionStatus::Done) => Cell::Code(status.code(), &DecisionStatus::CHOICES).marked(Mark::Good),
            (false, DecisionStatus::Dropped) => {
                Cell::Code(status.code(), &DecisionStatus::CHOICES).marked(Mark::Unknown)
            }
        };
        let concerns =
            decision.concerns.iter().map(|about| Cell::Reference(Target::Anything, about.as_str(), register));
        vec![
            standing,
            Cell::day(decision.due),
            Cell::text(decision.text.trim_end()),
            body(&decision.responsible),
            body(&one.meeting.body),
            Cell::day(one.meeting.on),
            if decision.concerns.is_empty() { Cell::Empty } else { Cell::List(concerns.collect()) },
            body(&decision.referred_to),
            Cell::day(decision.done_on),
            Cell::text(one.meeting_id),
            Cell::text(decision.id.as_str()),
            Cell::text(format!("{}#{}", one.meeting_id, decision.id)),
        ]
    });
    decisions_form().filled_with(rows).when_empty(reports::NO_DECISIONS)
}

pub(super) fn decisions_form<'r>() -> TableForm<'r> {
    TableForm::new(
        "decisions",
        vec![
            Column::new("standing", Label::Message(reports::STANDING)),
            Column::new("due", Label::Field("decision", "due")).holding(Holds::Day),
            Column::new("text", Label::Field("decision", "text")),
            Column::new("responsible", Label::Field("decision", "responsible")),
            Column::new("body", Label::Message(reports::DECIDED_BY)).dispensable(2),
            Column::new("on", Label::Message(reports::DECIDED_ON)).holding(Holds::Day).dispensable(3),
            Column::new("concerns", Label::Field("decision", "concerns")).holding(Holds::List).dispensable(5),
            Column::new("referred_to", Label::Field("decision", "referred_to")).dispensable(6),
            Column::new("done_on", Label::Field("decision", "done_on")).holding(Holds::Day).dispensable(4),
            Column::new("meeting", Label::Cell(Cell::Kind(Kind::Meeting))).for_programs(),
            Column::new("id", Label::Message(columns::ID)).for_programs(),
            // As what carries it out wants it.
            Column::new("reference", Label::Message(columns::ID)).dispensable(1).for_people().for_operator(),
        ],
    )
}
