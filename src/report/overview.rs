//! What a report of interventions says first: how many they are, how they go, what changed since the last term ended, and which
//! of them deviate, with the reasons that were given.

use super::cell::{Cell, Label, Mark, mark};
use super::document::{Block, Figure, Line};
use super::table::{Column, Holds, Rows, Table};
use crate::measure::{assessment, assessment_before, late};
use crate::message::{Message, columns, reports};
use crate::model::{Assessment, Day, FollowUp, Kind, Named, Register, Status, Term};
use crate::query::Scope;

/// Some interventions, as they stand on a day.
pub(super) struct Overview<'r> {
    register: &'r Register,
    today: Day,
    /// The last term that is over.
    term: Term,
    chosen: Vec<Named<'r>>,
}

/// An intervention that deviates.
pub(super) struct Deviation<'r> {
    named: Named<'r>,
    /// The follow-up that it was judged by worse than it should be.
    judged: Option<(Assessment, &'r FollowUp)>,
    /// The term that it owes a follow-up for.
    owes: Option<Term>,
}

impl<'r> Overview<'r> {
    /// Some interventions of a scope.
    pub(super) fn of(scope: &Scope<'r>, chosen: impl IntoIterator<Item = Named<'r>>) -> Self {
        let term = Term::of(scope.today, scope.register.settings.cycle()).previous();
        Self { register: scope.register, today: scope.today, term, chosen: chosen.into_iter().collect() }
    }

    /// How many they are, how those that are ongoing go beside how they went before, and what is paused or owes a follow-up.
    pub(super) fn figures(&self) -> Vec<Figure<'r>> {
        let all = Cell::Counted(self.chosen.iter().map(|(id, _)| *id).collect());
        let ongoing: Vec<&str> = self.at(Status::Ongoing).map(|(id, _)| id).collect();
        let all = Figure::new("interventions", Label::of_kinds(Kind::Intervention), all);
        if self.chosen.is_empty() {
            return vec![all];
        }
        let mut figures = vec![
            all.with_change(self.since_the_term_ended()),
            Figure::new("ongoing", of_status(Status::Ongoing), Cell::Counted(ongoing)),
        ];
        let mut judged = Judged::default();
        for (id, own) in self.at(Status::Ongoing) {
            judged.now(id, assessment(own));
            judged.before(assessment_before(own));
        }
        figures.extend(judged.figures(|before| reports::judged_before(Cell::count(before))));
        figures.extend(self.paused());
        let owing: Vec<&str> = self.owing().map(|(id, _)| id).collect();
        let label = Label::Message(reports::OWING);
        figures.push(Figure::new("late", label, Cell::Counted(owing)).marked_if_any(Mark::Bad));
        figures
    }

    /// Those that go worse than they should or owe a follow-up, with the reasons that were given last. Of no interventions there
    /// is nothing to say.
    pub(super) fn deviations(&self) -> Vec<Block<'r>> {
        if self.chosen.is_empty() {
            return Vec::new();
        }
        let deviating = self.chosen.iter().filter_map(|named| {
            let is_under_way = matches!(named.1.status, Some(Status::Ongoing | Status::Paused));
            let last = named.1.last_follow_up().filter(|_| is_under_way);
            Deviation::of(*named, last, late(*named, self.register, self.today))
        });
        deviations(deviating.collect(), self.register, self.today)
    }

    fn at(&self, status: Status) -> impl Iterator<Item = Named<'r>> + '_ {
        self.chosen.iter().copied().filter(move |(_, own)| own.status == Some(status))
    }

    /// What is paused, which is not counted as ongoing, and how much of it deviates; nothing where nothing is.
    fn paused(&self) -> Option<Figure<'r>> {
        let paused: Vec<&str> = self.at(Status::Paused).map(|(id, _)| id).collect();
        let judged = self.at(Status::Paused).filter_map(|(_, own)| assessment(own));
        let deviating: Vec<Assessment> = judged.filter(|judged| badness(*judged) > 0).collect();
        let figure =
            (!paused.is_empty()).then(|| Figure::new("paused", of_status(Status::Paused), Cell::Counted(paused)))?;
        Some(match deviating.iter().max_by_key(|judged| badness(**judged)) {
            Some(worst) => {
                figure.marked(mark(*worst)).with_change(reports::paused_deviating(Cell::count(deviating.len())))
            }
            None => figure,
        })
    }

    fn owing(&self) -> impl Iterator<Item = Named<'r>> + '_ {
        self.chosen.iter().copied().filter(|named| late(*named, self.register, self.today).is_some())
    }

    /// How many began and ended since the last term ended.
    fn since_the_term_ended(&self) -> Message<Cell<'r>> {
        let is_since = |day: Option<Day>| day.is_some_and(|day| day > self.term.last() && day <= self.today);
        let began = self.chosen.iter().filter(|(_, own)| is_since(own.started)).count();
        let ended = self.chosen.iter().filter(|(_, own)| !own.is_alive() && is_since(own.ended)).count();
        let term = Cell::Term(self.term);
        match (began, ended) {
            (0, 0) => reports::since_term_none(term),
            (began, 0) => reports::SinceTermBegun { count: Cell::count(began), term }.into(),
            (0, ended) => reports::SinceTermEnded { count: Cell::count(ended), term }.into(),
            (began, ended) => reports::SinceTerm { began: Cell::count(began), ended: Cell::count(ended), term }.into(),
        }
    }
}

/// Which interventions are judged so, and how many were before, for each way to judge.
#[derive(Default)]
pub(super) struct Judged<'r> {
    now: [Vec<&'r str>; Assessment::ALL.len()],
    before: [usize; Assessment::ALL.len()],
}

impl<'r> Judged<'r> {
    /// Counts an intervention as it is judged.
    pub(super) fn now(&mut self, id: &'r str, judged: Option<Assessment>) {
        if let Some(place) = place(judged) {
            self.now[place].push(id);
        }
    }

    /// Counts one as it was judged before.
    pub(super) fn before(&mut self, judged: Option<Assessment>) {
        if let Some(place) = place(judged) {
            self.before[place] += 1;
        }
    }

    /// A number for each way to judge that any is or was judged in, with how many were.
    pub(super) fn figures(self, was: impl Fn(usize) -> Message<Cell<'r>>) -> Vec<Figure<'r>> {
        let ways = Assessment::ALL.iter().zip(self.now).zip(self.before);
        let used = ways.filter(|((_, now), before)| !now.is_empty() || *before > 0);
        let figure = |((judged, now), before): ((&Assessment, Vec<&'r str>), usize)| {
            let is_used = !now.is_empty();
            let label = Label::Cell(Cell::Code(judged.code(), &Assessment::CHOICES));
            let figure = Figure::new(judged.code(), label, Cell::Counted(now));
            let figure = if is_used { figure.marked(mark(*judged)) } else { figure };
            figure.with_change(was(before))
        };
        used.map(figure).collect()
    }
}

/// Where a way to judge stands among all of them.
fn place(judged: Option<Assessment>) -> Option<usize> {
    Assessment::ALL.iter().position(|known| Some(*known) == judged)
}

fn of_status<'r>(status: Status) -> Label<'r> {
    Label::Choice(Status::CHOICES.name, status.code())
}

/// What deviates, the worst first; that nothing does, where that is so.
pub(super) fn deviations<'r>(deviating: Vec<Deviation<'r>>, register: &'r Register, today: Day) -> Vec<Block<'r>> {
    let heading = Block::Heading(Label::Message(reports::DEVIATIONS));
    if deviating.is_empty() {
        return vec![heading, Block::Line(Line::new(reports::NO_DEVIATIONS).marked(Mark::Good))];
    }
    let rank = |one: &Deviation<'_>| MOST_BAD - one.judged.map_or(0, |(judged, _)| badness(judged));
    let ranks = deviating.iter().map(rank).collect();
    let rows = Rows::each(deviating, move |one| one.cells(register, today));
    let table = Table::new("deviations", columns(), rows).by_rank_and_name("title", ranks);
    vec![heading, Block::Table(table.excerpt())]
}

impl<'r> Deviation<'r> {
    /// An intervention that deviates by a follow-up, or owes one; nothing where it does neither.
    pub(super) fn of(named: Named<'r>, told: Option<&'r FollowUp>, owes: Option<Term>) -> Option<Self> {
        let judged = told.and_then(|told| Some((told.assessment.filter(|judged| badness(*judged) > 0)?, told)));
        (owes.is_some() || judged.is_some()).then_some(Self { named, judged, owes })
    }

    fn cells(&self, register: &'r Register, today: Day) -> Vec<Cell<'r>> {
        let (_, own) = self.named;
        let paused = own.status.filter(|status| *status == Status::Paused);
        let judged = self.judged.map(|(judged, _)| judged);
        let standing = [
            judged.map(|judged| Cell::Code(judged.code(), &Assessment::CHOICES).marked(mark(judged))),
            self.owes.map(|term| Cell::message(reports::owes_for(Cell::Term(term))).marked(Mark::Bad)),
            paused.map(|status| Cell::Code(status.code(), &Status::CHOICES)),
        ];
        let told = self.judged.map(|(_, told)| told);
        vec![
            Cell::text(&*own.title),
            Cell::Lines(standing.into_iter().flatten().collect()),
            told.map_or(Cell::Empty, |told| Cell::text(told.note.trim_end())),
            Cell::body(own.responsible_on(today), register),
            Cell::day(told.or(own.last_follow_up()).and_then(|told| told.on)),
        ]
    }
}

/// How far from what it should be anything is at most.
const MOST_BAD: usize = 3;

/// How far from what it should be: nothing where it is as it should.
fn badness(judged: Assessment) -> usize {
    match judged {
        Assessment::OffTrack => 3,
        Assessment::AtRisk => 2,
        Assessment::CannotAssess => 1,
        Assessment::OnTrack => 0,
    }
}

fn columns<'r>() -> Vec<Column<'r>> {
    vec![
        Column::new("title", Label::Field("intervention", "title")),
        Column::new("assessment", Label::Message(columns::ASSESSMENT)),
        Column::new("reason", Label::Message(reports::REASON)),
        Column::new("responsible", Label::Field("intervention", "responsible")).dispensable(1),
        Column::new("on", Label::Message(reports::JUDGED_ON)).holding(Holds::Day).dispensable(2),
    ]
}
