//! `report trend`: a number over time, term by term, as it was known at the end of each.

use super::cell::{Cell, Drawing, Label};
use super::document::{Block, Document, Line};
use super::needs::{WantedNeeds, needs};
use super::pivot::{key_cell, label};
use super::table::{Column, Holds, Rows, Table, TableForm};
use crate::measure::{Measure, is_about, is_followed_up, owes};
use crate::message::{columns, measures, reports, say};
use crate::model::{Assessment, Day, Kind, Known, Register, Status, Target, Term};
use crate::query::{Asked, Dimension, Filter, Key, Row, Scope, pivot, rows};
use std::collections::{BTreeMap, BTreeSet};

/// `Name = "name", label;` for each number that can be told over time.
macro_rules! trended {
    ($($(#[doc = $about:literal])* $number:ident = $name:literal, $label:expr, [$($measure:ident),*];)*) => {
        /// A number that can be told over time.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Trended {
            $($(#[doc = $about])* $number,)*
        }

        impl Trended {
            /// Every one, in the order in which they are offered.
            pub const ALL: &[Trended] = &[$(Trended::$number),*];

            /// The name that it is asked for by.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Trended::$number => $name,)* }
            }

            /// What people call it.
            #[must_use]
            pub fn label(self) -> Label<'static> {
                match self { $(Trended::$number => $label,)* }
            }

            /// The numbers that explain it.
            #[must_use]
            pub const fn measures(self) -> &'static [Measure] {
                match self { $(Trended::$number => &[$(Measure::$measure),*],)* }
            }
        }
    };
}

trended! {
    /// The interventions that are ongoing.
    Ongoing = "ongoing", Label::Message(say::STATUS_ONGOING), [Interventions];
    /// Those that are planned.
    Planned = "planned", Label::Message(say::STATUS_PLANNED), [Interventions];
    /// Those that a follow-up is missing for.
    Late = "late", Label::Message(measures::LATE), [Owes, Late];
    /// Those that were followed up, of those that were to be, for the term.
    FollowedUp = "followed-up", Label::Message(measures::FOLLOWED_UP), [FollowedUp, Owes];
    /// The ongoing ones that go as planned.
    OnTrack = "on-track", Label::Choice(Assessment::CHOICES.name, Assessment::OnTrack.code()), [Assessment];
    /// Those at risk.
    AtRisk = "at-risk", Label::Choice(Assessment::CHOICES.name, Assessment::AtRisk.code()), [Assessment];
    /// Those that deviate.
    OffTrack = "off-track", Label::Choice(Assessment::CHOICES.name, Assessment::OffTrack.code()), [Assessment];
    /// The budget of the term's year.
    Budget = "budget", Label::Message(measures::BUDGET), [Budget, Share, NoMoney];
    /// The outcome of the term's year.
    Outcome = "outcome", Label::Message(measures::OUTCOME), [Outcome, Share];
    /// Decisions that are to be carried out.
    OpenDecisions = "open-decisions", Label::Message(measures::OPEN_DECISIONS), [OpenDecisions];
    /// Those whose day has passed.
    LateDecisions = "late-decisions", Label::Message(measures::LATE_DECISIONS), [LateDecisions];
    /// Needs that nobody has answered in time.
    Unanswered = "unanswered-needs", Label::Message(measures::UNANSWERED), [Unanswered];
}

impl Trended {
    /// The number of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|number| number.name() == name)
    }

    /// Whether it is of interventions, so that it can be told by whatever they have.
    #[must_use]
    pub fn is_of_interventions(self) -> bool {
        !matches!(self, Trended::OpenDecisions | Trended::LateDecisions | Trended::Unanswered)
    }

    fn is_money(self) -> bool {
        matches!(self, Trended::Budget | Trended::Outcome)
    }

    fn holds(self) -> Holds {
        match self {
            number if number.is_money() => Holds::Money,
            Trended::FollowedUp => Holds::Number,
            _ => Holds::Integer,
        }
    }

    fn cell<'r>(self, value: Option<f64>) -> Cell<'r> {
        #[allow(clippy::cast_possible_truncation)]
        let whole = |value: f64| value.round() as i64;
        match value {
            None => Cell::Empty,
            Some(value) if self.is_money() => Cell::Money(whole(value)),
            Some(value) if self == Trended::FollowedUp => Cell::Share(value),
            Some(value) => Cell::Integer(whole(value)),
        }
    }
}

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
    pub of: Trended,
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
        Cell::Label(Box::new(wanted.of.label())),
    ];
    let mut blocks = vec![Block::Table(match &wanted.by {
        Some(by) => by_value(&told, by, wanted.of, register),
        None => over_time(&told, wanted.of),
    })];
    if told.iter().any(|(_, told)| told.is_none()) {
        blocks.push(Block::Line(Line::new(reports::TREND_NO_REGISTER)));
    }
    let basis = if wanted.is_of_history { reports::TREND_OF_HISTORY } else { reports::TREND_OF_DAYS };
    blocks.push(Block::Line(Line::new(basis)));
    Document { name: "trend", title, blocks }
}

/// A number at a point in time: by each value, and in all.
struct Told<'r> {
    by: BTreeMap<Key<'r>, f64>,
    total: Option<f64>,
}

fn told<'r>(known: &'r Known<'r>, term: Term, wanted: &WantedTrend<'r>) -> Told<'r> {
    match wanted.of {
        Trended::OpenDecisions | Trended::LateDecisions | Trended::Unanswered => of_other(known, wanted),
        Trended::FollowedUp => {
            let chosen = |is_told: bool| {
                counted(known, wanted, &|row| {
                    row.intervention.is_some_and(|own| {
                        owes(own, term) && (!is_told || is_followed_up(own, term, &row.register.settings))
                    })
                })
            };
            let (owed, told) = (chosen(false), chosen(true));
            let share = |told: f64, owed: f64| (owed > 0.0).then_some(told / owed);
            let by = owed.by.iter().filter_map(|(key, owed)| {
                let told = told.by.get(key).copied().unwrap_or_default();
                Some((key.clone(), share(told, *owed)?))
            });
            Told { by: by.collect(), total: owed.total.zip(told.total).and_then(|(owed, told)| share(told, owed)) }
        }
        Trended::Budget => money(known, wanted, "budget_this_year"),
        Trended::Outcome => money(known, wanted, "outcome_this_year"),
        Trended::Late => counted(known, wanted, &|row| {
            row.intervention.is_some_and(|own| crate::measure::late(own, &row.register.settings, row.today).is_some())
        }),
        Trended::Ongoing => counted(known, wanted, &|row| is_at(row, Status::Ongoing)),
        Trended::Planned => counted(known, wanted, &|row| is_at(row, Status::Planned)),
        Trended::OnTrack => counted(known, wanted, &|row| is_judged(row, Assessment::OnTrack)),
        Trended::AtRisk => counted(known, wanted, &|row| is_judged(row, Assessment::AtRisk)),
        Trended::OffTrack => counted(known, wanted, &|row| is_judged(row, Assessment::OffTrack)),
    }
}

fn is_at(row: &Row<'_>, status: Status) -> bool {
    row.intervention.is_some_and(|own| own.status == Some(status))
}

fn is_judged(row: &Row<'_>, assessment: Assessment) -> bool {
    is_at(row, Status::Ongoing) && row.intervention.and_then(crate::measure::assessment) == Some(assessment)
}

/// Whatever there is of each intervention, to tell a number by nothing else.
fn nothing_else() -> Option<Dimension> {
    Dimension::find(Kind::Intervention, "status").ok()
}

/// How many interventions there are for which something holds, each once.
fn counted<'r>(known: &'r Known<'r>, wanted: &WantedTrend<'r>, holds: &dyn Fn(&Row<'r>) -> bool) -> Told<'r> {
    let rows: Vec<Row<'r>> = rows(known, Kind::Intervention, wanted.filter).filter(|row| holds(row)).collect();
    let total = count(rows.len());
    let (Some(by), Some(beside)) = (&wanted.by, nothing_else()) else {
        return Told { by: BTreeMap::new(), total: Some(total) };
    };
    let pivot = pivot(known.register(), &rows, by, &beside, &Asked::Count);
    let mut ids: BTreeMap<Key<'r>, BTreeSet<&str>> = BTreeMap::new();
    for ((key, _), own) in &pivot.ids {
        ids.entry(key.clone()).or_default().extend(own.iter().copied());
    }
    Told { by: ids.into_iter().map(|(key, ids)| (key, count(ids.len()))).collect(), total: Some(total) }
}

/// What a column of money comes to.
fn money<'r>(known: &'r Known<'r>, wanted: &WantedTrend<'r>, column: &str) -> Told<'r> {
    let rows: Vec<Row<'r>> = rows(known, Kind::Intervention, wanted.filter).collect();
    let by = wanted.by.clone().or_else(nothing_else);
    let summed = Dimension::find(Kind::Intervention, column).ok();
    let (Some(by), Some(beside), Some(summed)) = (by, nothing_else(), summed) else {
        return Told { by: BTreeMap::new(), total: None };
    };
    let pivot = pivot(known.register(), &rows, &by, &beside, &Asked::Sum(summed));
    let mut sums: BTreeMap<Key<'r>, f64> = BTreeMap::new();
    for ((key, _), sum) in &pivot.sums {
        *sums.entry(key.clone()).or_default() += sum;
    }
    let total = sums.values().sum();
    Told { by: if wanted.by.is_some() { sums } else { BTreeMap::new() }, total: Some(total) }
}

/// How many decisions or needs there are: in all, or of each district.
fn of_other<'r>(known: &'r Known<'r>, wanted: &WantedTrend<'r>) -> Told<'r> {
    let count_in = |districts: &[String]| -> usize {
        let wanted_decision = |late: bool| {
            known
                .decisions()
                .filter(|one| districts.is_empty() || is_about(one, districts, known, known.day()))
                .filter(|one| if late { one.decision.is_late(known.day()) } else { one.decision.is_open() })
                .count()
        };
        match wanted.of {
            Trended::OpenDecisions => wanted_decision(false),
            Trended::LateDecisions => wanted_decision(true),
            _ => {
                let filter = Filter {
                    wanted: crate::query::Wanted::in_districts(districts.to_vec()).into_iter().collect(),
                    ..wanted.filter.clone()
                };
                needs(&Scope::new(known, &filter), &WantedNeeds::default()).overdue()
            }
        }
    };
    let own = wanted.filter.within().to_vec();
    let by = wanted.by.iter().flat_map(|_| known.register().districts.ids()).map(|id| {
        let key = if known.is_whole(id) { Key::Whole(id) } else { Key::Reference(id) };
        (key, count(count_in(&[id.to_owned()])))
    });
    Told { by: by.collect(), total: Some(count(count_in(&own))) }
}

#[allow(clippy::cast_precision_loss)]
fn count(number: usize) -> f64 {
    number as f64
}

/// The number term by term, from the oldest down, with a bar for each.
fn over_time<'r>(told: &[(Term, Option<Told<'r>>)], of: Trended) -> Table<'r> {
    let totals = || told.iter().map(|(_, told)| told.as_ref().and_then(|told| told.total));
    let most = totals().flatten().fold(0.0, f64::max);
    let rows = told.iter().zip(totals()).map(|((term, _), total)| {
        let bar = total.map_or(Cell::Empty, |total| Cell::Drawing(Drawing::Bar { value: total, most }));
        vec![Cell::Term(*term), of.cell(total), bar]
    });
    time_form(of.holds()).filled_with(Rows::made(rows.collect()))
}

/// The number of each value, a column a term, with its curve.
fn by_value<'r>(told: &[(Term, Option<Told<'r>>)], by: &Dimension, of: Trended, register: &'r Register) -> Table<'r> {
    let keys: BTreeSet<&Key<'r>> = told.iter().flat_map(|(_, told)| told).flat_map(|told| told.by.keys()).collect();
    let mut form = values_form();
    form.columns.insert(0, Column::new(by.name.clone(), label(by)).varying());
    // The oldest give way first where there is no room for all.
    let (shown, each) = if of.is_money() { (3, 15) } else { (6, 9) };
    let terms = told.iter().enumerate().map(|(place, (term, _))| {
        let age = told.len() - 1 - place;
        let width = if age < shown { 0 } else { 40 + each * (age + 1) };
        let column = Column::new(term.to_string(), Label::Cell(Cell::Term(*term)));
        column.holding(of.holds()).varying().from_width(width)
    });
    form.columns.splice(1..1, terms);
    let line = |name: Cell<'r>, values: Vec<Option<f64>>| {
        let mut cells = vec![name];
        cells.extend(values.iter().map(|value| of.cell(*value)));
        cells.push(Cell::Drawing(Drawing::Curve(values)));
        cells
    };
    let rows = keys.into_iter().map(|key| {
        let values = told.iter().map(|(_, told)| {
            let told = told.as_ref()?;
            // Where there is nothing of it, that is nothing; of a part, it is not known.
            told.by.get(key).copied().or((of != Trended::FollowedUp).then_some(0.0))
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

/// Whether a dimension is of districts.
#[must_use]
pub fn is_of_districts(by: &Dimension) -> bool {
    by.target() == Some(Target::Record(Kind::District))
}
