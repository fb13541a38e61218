//! The numbers that can be asked for by name: in a pivot, and over time.

use super::dimension::Heading;
use super::{Derived, Row};
use crate::measure::{self, Measure, NeedStanding, answer_time, is_followed_up, lead_time, owes};
use crate::message::{columns, measures};
use crate::model::{Assessment, Day, DecisionIn, Kind, Links, Need, Status, Term};

/// How the amounts of several records, or of several of their elements, become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reduction {
    /// How many there are, each once.
    Count,
    /// What they come to.
    Sum,
    /// The part of them for which something holds.
    Share,
    /// Their mean.
    Mean,
    /// The one in the middle.
    Median,
    /// The least of them.
    Least,
    /// The greatest of them.
    Greatest,
}

/// What a number is found of.
#[derive(Debug, Clone, Copy)]
pub(super) enum Found {
    /// Records for which something holds.
    Records(fn(&Row<'_>, Term) -> bool),
    /// Of the records for which one thing holds, those for which another does too.
    Part(fn(&Row<'_>, Term) -> bool, fn(&Row<'_>, Term) -> bool),
    /// The decisions of meetings.
    Decisions(fn(&DecisionIn<'_>, Day) -> Option<f64>),
    /// The needs of interventions.
    Needs(fn(&Need, &Row<'_>, &Links<'_>) -> Option<f64>),
    /// A column of records.
    Column(Derived),
}

/// `Name = "name", heading, kinds, how they become one, found of, measures;` for each number.
macro_rules! numbers {
    ($($(#[doc = $about:literal])* $number:ident = $name:literal, $heading:expr, $kinds:expr, $reduction:ident, $found:expr, [$($measure:ident),*];)*) => {
        /// A number that can be asked for by name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Number {
            $($(#[doc = $about])* $number,)*
        }

        impl Number {
            /// Every one, in the order in which they are offered.
            pub const ALL: &[Number] = &[$(Number::$number),*];

            /// The name that it is asked for by.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Number::$number => $name,)* }
            }

            /// What people call it.
            #[must_use]
            pub const fn heading(self) -> Heading {
                match self { $(Number::$number => $heading,)* }
            }

            /// The kinds whose records it is of.
            const fn kinds(self) -> &'static [Kind] {
                match self { $(Number::$number => $kinds,)* }
            }

            /// How it comes of several records.
            #[must_use]
            pub const fn reduction(self) -> Reduction {
                match self { $(Number::$number => Reduction::$reduction,)* }
            }

            pub(super) const fn found(self) -> Found {
                match self { $(Number::$number => $found,)* }
            }

            /// The numbers that explain it.
            #[must_use]
            pub const fn measures(self) -> &'static [Measure] {
                match self { $(Number::$number => &[$(Measure::$measure),*],)* }
            }
        }
    };
}

const INTERVENTION: &[Kind] = &[Kind::Intervention];
const MEETING: &[Kind] = &[Kind::Meeting];

const fn judged(assessment: Assessment) -> Heading {
    Heading::Choice(Assessment::CHOICES.name, assessment.code())
}

const fn at(status: Status) -> Heading {
    Heading::Choice(Status::CHOICES.name, status.code())
}

numbers! {
    /// The records.
    Count = "count", Heading::Message(columns::COUNT), &Kind::ALL, Count, Found::Records(|_, _| true), [Total];
    /// The interventions that are ongoing.
    Ongoing = "ongoing", at(Status::Ongoing), INTERVENTION, Count,
        Found::Records(|row, _| is_at(row, Status::Ongoing)), [Interventions];
    /// Those that are planned.
    Planned = "planned", at(Status::Planned), INTERVENTION, Count,
        Found::Records(|row, _| is_at(row, Status::Planned)), [Interventions];
    /// Those that are to be followed up for the term.
    Owes = "owes", Heading::Message(measures::OWES), INTERVENTION, Count, Found::Records(owes_of), [Owes];
    /// Those that a follow-up is missing for.
    Late = "late", Heading::Message(measures::LATE), INTERVENTION, Count, Found::Records(is_late), [Owes, Late];
    /// Those that were followed up, of those that were to be, for the term.
    FollowedUp = "followed-up", Heading::Message(measures::FOLLOWED_UP), INTERVENTION, Share,
        Found::Part(owes_of, told_of), [FollowedUp, Owes];
    /// The ongoing ones that go as planned.
    OnTrack = "on-track", judged(Assessment::OnTrack), INTERVENTION, Count,
        Found::Records(|row, _| is_judged(row, Assessment::OnTrack)), [Assessment];
    /// Those at risk.
    AtRisk = "at-risk", judged(Assessment::AtRisk), INTERVENTION, Count,
        Found::Records(|row, _| is_judged(row, Assessment::AtRisk)), [Assessment];
    /// Those that deviate.
    OffTrack = "off-track", judged(Assessment::OffTrack), INTERVENTION, Count,
        Found::Records(|row, _| is_judged(row, Assessment::OffTrack)), [Assessment];
    /// The budget of the year.
    Budget = "budget", Heading::Message(measures::BUDGET), INTERVENTION, Sum,
        Found::Column(Derived::Budget), [Budget, Share, NoMoney];
    /// What is proposed for the year.
    Proposed = "proposed", Heading::Message(measures::PROPOSED), INTERVENTION, Sum,
        Found::Column(Derived::Proposed), [Proposed, Share];
    /// The outcome of the year.
    Outcome = "outcome", Heading::Message(measures::OUTCOME), INTERVENTION, Sum,
        Found::Column(Derived::Outcome), [Outcome, Share];
    /// Resources that are asked for.
    Needs = "needs", Heading::Field("intervention", "needs"), INTERVENTION, Count,
        Found::Needs(|_, _, _| Some(1.0)), [Needs];
    /// Those that nobody has answered in time.
    Unanswered = "unanswered-needs", Heading::Message(measures::UNANSWERED), INTERVENTION, Count,
        Found::Needs(|need, row, links| one(NeedStanding::of(need, links, row.today) == NeedStanding::Overdue)),
        [Unanswered];
    /// How many days it took to answer a need.
    AnswerTime = "answer-time", Heading::Message(columns::ANSWER_TIME), INTERVENTION, Median,
        Found::Needs(|need, row, _| answer_time(need, row.register).map(days)), [AnswerTime];
    /// Decisions.
    Decisions = "decisions", Heading::Message(columns::DECISIONS), MEETING, Count,
        Found::Decisions(|_, _| Some(1.0)), [Decisions];
    /// Decisions that are to be carried out.
    OpenDecisions = "open-decisions", Heading::Message(measures::OPEN_DECISIONS), MEETING, Count,
        Found::Decisions(|decided, _| one(decided.decision.is_open())), [Decisions, OpenDecisions];
    /// Those whose day has passed.
    LateDecisions = "late-decisions", Heading::Message(measures::LATE_DECISIONS), MEETING, Count,
        Found::Decisions(|decided, today| one(decided.decision.is_late(today))), [LateDecisions];
    /// How many days it took to carry a decision out.
    LeadTime = "lead-time", Heading::Message(columns::LEAD_TIME), MEETING, Median,
        Found::Decisions(|decided, _| lead_time(decided).map(days)), [Decisions, LeadTime];
}

impl Number {
    /// The number of that name, or that people call so in any of the languages.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let plain = name.replace('_', "-");
        let own = Self::ALL.iter().copied().find(|number| number.name() == plain);
        own.or_else(|| Self::ALL.iter().copied().find(|number| number.heading().says(name)))
    }

    /// Those that there are of a kind of record.
    pub fn of(kind: Kind) -> impl Iterator<Item = Number> {
        Self::ALL.iter().copied().filter(move |number| number.kinds().contains(&kind))
    }

    /// What it is of a decision; nothing where the decision is not counted in it, or it is none of decisions.
    #[must_use]
    pub fn of_decision(self, decision: &DecisionIn<'_>, today: Day) -> Option<f64> {
        if let Found::Decisions(found) = self.found() { found(decision, today) } else { None }
    }

    /// Whether it is of decisions, which are in a district by what they are about.
    #[must_use]
    pub fn is_of_decisions(self) -> bool {
        matches!(self.found(), Found::Decisions(_))
    }
}

impl Reduction {
    /// Those that can be asked for of any field, with their names.
    pub const NAMED: [(&str, Reduction); 5] = [
        ("sum", Reduction::Sum),
        ("mean", Reduction::Mean),
        ("median", Reduction::Median),
        ("min", Reduction::Least),
        ("max", Reduction::Greatest),
    ];

    /// What some amounts become; nothing where there is none of which to say it.
    #[must_use]
    pub fn of(self, mut amounts: Vec<f64>) -> Option<f64> {
        let sum: f64 = amounts.iter().sum();
        let count = as_number(amounts.len());
        match self {
            Reduction::Count => Some(count),
            // Where nothing is told, it is not zero.
            _ if amounts.is_empty() => None,
            Reduction::Sum => Some(sum),
            Reduction::Share | Reduction::Mean => Some(sum / count),
            Reduction::Least => amounts.into_iter().reduce(f64::min),
            Reduction::Greatest => amounts.into_iter().reduce(f64::max),
            Reduction::Median => {
                amounts.sort_by(f64::total_cmp);
                let middle = amounts.len() / 2;
                let of_two = amounts.len().is_multiple_of(2);
                Some(if of_two { f64::midpoint(amounts[middle - 1], amounts[middle]) } else { amounts[middle] })
            }
        }
    }
}

fn is_at(row: &Row<'_>, status: Status) -> bool {
    row.intervention.is_some_and(|own| own.status == Some(status))
}

fn is_judged(row: &Row<'_>, assessment: Assessment) -> bool {
    is_at(row, Status::Ongoing) && row.intervention.and_then(measure::assessment) == Some(assessment)
}

fn owes_of(row: &Row<'_>, term: Term) -> bool {
    row.intervention.is_some_and(|own| owes((row.id, own), term, row.register))
}

fn told_of(row: &Row<'_>, term: Term) -> bool {
    row.intervention.is_some_and(|own| is_followed_up(own, term, &row.register.settings))
}

fn is_late(row: &Row<'_>, _: Term) -> bool {
    row.intervention.is_some_and(|own| measure::late((row.id, own), row.register, row.today).is_some())
}

/// One that is counted, where something holds.
fn one(holds: bool) -> Option<f64> {
    holds.then_some(1.0)
}

#[allow(clippy::cast_precision_loss)]
fn days(days: i64) -> f64 {
    days as f64
}

#[allow(clippy::cast_precision_loss)]
fn as_number(count: usize) -> f64 {
    count as f64
}
