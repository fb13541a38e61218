//! `report needs`: the resources that are asked for, of whom, and whether there is an answer (D32, D35).

use super::cell::{Cell, Label, Mark};
use super::document::{Block, Document, Figure};
use super::names::title;
use super::table::{Column, Holds, Rows, Table, TableForm};
use crate::measure::NeedStanding;
use crate::message::{columns, reports, say};
use crate::model::{Day, Intervention, Kind, Links, MeetingStatus, Money, Named, Need, Register};
use crate::query::Scope;

/// A need, with where it is from and how it stands.
struct NeedLine<'r> {
    id: &'r str,
    record: &'r Intervention,
    need: &'r Need,
    standing: NeedStanding,
    next: Option<Day>,
}

/// The needs that are raised.
pub struct Needs<'r> {
    register: &'r Register,
    today: Day,
    lines: Vec<NeedLine<'r>>,
}

/// Which needs are wanted.
#[derive(Debug, Clone, Default)]
pub struct WantedNeeds {
    /// Only those that nobody has answered.
    pub unanswered: bool,
    /// Only those that were raised to this body.
    pub raised_to: Option<String>,
}

/// The needs of the interventions that a scope wants.
#[must_use]
pub fn needs<'r>(scope: &Scope<'r>, wanted: &WantedNeeds) -> Needs<'r> {
    let mut lines = lines(&scope.interventions(), &scope.links, scope.today);
    lines.retain(|line| {
        let raised_to = line.need.raised_to.as_ref().map(|body| body.as_str());
        (!wanted.unanswered || line.standing != NeedStanding::Answered)
            && wanted.raised_to.as_deref().is_none_or(|body| raised_to == Some(body))
    });
    Needs { register: scope.register, today: scope.today, lines }
}

fn lines<'r>(named: &[Named<'r>], links: &Links<'r>, today: Day) -> Vec<NeedLine<'r>> {
    let lines_of = |(id, record): Named<'r>| {
        record.needs.iter().map(move |need| {
            let (standing, next) = standing(need, links, today);
            NeedLine { id, record, need, standing, next }
        })
    };
    let mut lines: Vec<NeedLine<'r>> = named.iter().flat_map(|named| lines_of(*named)).collect();
    lines.sort_by_key(|line| (line.standing, line.need.raised_on, line.id));
    lines
}

/// How it stands with a need, and when the body that was asked meets next.
fn standing(need: &Need, links: &Links<'_>, today: Day) -> (NeedStanding, Option<Day>) {
    let meetings = need.raised_to.iter().flat_map(|body| links.meetings(body.as_str()));
    let planned = meetings.filter(|(_, meeting)| meeting.status == Some(MeetingStatus::Planned));
    let next = planned.filter_map(|(_, meeting)| meeting.on).find(|day| *day >= today);
    (NeedStanding::of(need, links, today), next)
}

impl<'r> Needs<'r> {
    /// How many nobody has answered although the body that was asked has met.
    pub(super) fn overdue(&self) -> usize {
        self.lines.iter().filter(|line| line.standing == NeedStanding::Overdue).count()
    }

    /// How many there are, and how many of them are answered or not.
    fn figures(&self) -> Vec<Figure<'r>> {
        let of = |standing| Cell::count(self.lines.iter().filter(|line| line.standing == standing).count());
        let figure = |name, label, value| Figure::new(name, Label::Message(label), value);
        let sum = |lines: &mut dyn Iterator<Item = &NeedLine<'r>>| {
            Cell::Money(lines.filter_map(|line| line.need.amount).sum::<Money>().amount())
        };
        let open = sum(&mut self.lines.iter().filter(|line| line.standing != NeedStanding::Answered));
        let all = sum(&mut self.lines.iter());
        let not_raised = self.lines.iter().filter(|line| line.standing == NeedStanding::NotRaised).count();
        let mut figures = vec![
            figure("needs", reports::NEEDS_FIGURE, Cell::count(self.lines.len())),
            figure("overdue", reports::NEEDS_OVERDUE, of(NeedStanding::Overdue)).marked_if_any(Mark::Bad),
            figure("waiting", reports::NEEDS_WAITING, of(NeedStanding::Waiting)),
            figure("answered", reports::NEEDS_ANSWERED, of(NeedStanding::Answered)),
        ];
        if not_raised > 0 {
            figures.push(figure("not_raised", reports::NEEDS_NOT_RAISED, Cell::count(not_raised)));
        }
        figures.push(figure("amount", reports::NEEDS_TOTAL, open).with_change(reports::needs_of_all(all)));
        figures
    }

    /// The report: the needs in a table, first those whose answer is overdue.
    #[must_use]
    pub fn document(&self) -> Document<'r> {
        let title =
            vec![Cell::message(reports::NEEDS), Cell::text(&*self.register.settings.name), Cell::Day(self.today)];
        let table = lines_table(&self.lines, self.register);
        Document::new("needs", title, vec![Block::Summary(self.figures()), Block::Table(table)])
    }
}

/// The needs of some interventions.
pub(super) fn table<'r>(named: &[Named<'r>], register: &'r Register, today: Day) -> Table<'r> {
    lines_table(&lines(named, &Links::new(register, today), today), register)
}

fn lines_table<'r>(lines: &[NeedLine<'r>], register: &'r Register) -> Table<'r> {
    let amount = |need: &Need| need.amount.map(Money::amount);
    let rows = lines.iter().map(|line| {
        let need = line.need;
        vec![
            match line.standing {
                NeedStanding::Overdue => Cell::message(reports::NEED_OVERDUE).marked(Mark::Bad),
                NeedStanding::Waiting => Cell::message(reports::NEED_WAITING).marked(Mark::Watch),
                NeedStanding::NotRaised => Cell::message(reports::NEED_NOT_RAISED).marked(Mark::Unknown),
                NeedStanding::Answered => Cell::message(reports::NEED_ANSWERED).marked(Mark::Good),
            },
            Cell::text(line.id),
            Cell::text(&*line.record.title),
            Cell::text(&*need.what),
            amount(need).map_or(Cell::Empty, Cell::Money),
            need.year.map_or(Cell::Empty, Cell::Ordinal),
            Cell::body(need.raised_to.as_ref(), register),
            Cell::day(need.raised_on),
            Cell::day(line.next),
            need.answered.as_ref().map_or(Cell::Empty, |id| Cell::Record {
                name: Box::new(title(register, Kind::Meeting, id.id())),
                id: id.as_str().to_owned(),
                file: None,
            }),
        ]
    });
    let sum = lines.iter().filter_map(|line| line.need.amount).sum::<Money>().amount();
    let mut total = vec![Cell::message(say::TOTAL), Cell::Empty, Cell::Empty, Cell::Empty, Cell::Money(sum)];
    total.extend(std::iter::repeat_n(Cell::Empty, 5));
    let table = needs_form().filled_with(Rows::made(rows.collect())).when_empty(reports::NO_NEEDS);
    if lines.is_empty() { table } else { table.with_totals(vec![total]) }
}

pub(super) fn needs_form<'r>() -> TableForm<'r> {
    TableForm::new(
        "needs",
        vec![
            Column::new("standing", Label::Message(reports::STANDING)),
            Column::new("id", Label::Message(columns::ID)).for_programs(),
            Column::new("intervention", Label::Cell(Cell::Kind(Kind::Intervention))),
            Column::new("what", Label::Field("need", "what")),
            Column::new("amount", Label::Field("need", "amount")).money(),
            Column::new("year", Label::Field("need", "year")).integer().dispensable(1),
            Column::new("raised_to", Label::Field("need", "raised_to")),
            Column::new("raised_on", Label::Field("need", "raised_on")).holding(Holds::Day).dispensable(2),
            Column::new("next_meeting", Label::Message(reports::NEXT_MEETING)).holding(Holds::Day).dispensable(3),
            Column::new("answered", Label::Field("need", "answered")).dispensable(4),
        ],
    )
}
