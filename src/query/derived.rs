//! Columns that no file holds: what follows from a record and the day.

use super::Row;
use crate::catalog::{find_field, shape_of};
use crate::measure::{self, Amount, Measure};
use crate::message::{Key, columns};
use crate::model::{Age, Assessment, Kind, Shape, Trend, Value, slug};
use crate::words::names_by_key;

/// `Name = "name", heading, shape, kinds;` for each column.
macro_rules! derived {
    ($(#[doc = $about:literal] $column:ident = $name:literal, $label:expr, $shape:expr, $kinds:expr;)*) => {
        /// A column that is computed from a record, the day and the history.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Derived {
            $(#[doc = $about] $column,)*
        }

        impl Derived {
            /// Every one, in the order in which they are offered.
            pub const ALL: &[Derived] = &[$(Derived::$column),*];

            /// Its name, as fields are named.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Derived::$column => $name,)* }
            }

            /// The message that is its heading.
            #[must_use]
            pub const fn label(self) -> Key {
                match self { $(Derived::$column => $label,)* }
            }

            /// What its values look like.
            #[must_use]
            pub const fn shape(self) -> Shape {
                match self { $(Derived::$column => $shape,)* }
            }

            /// The kinds whose records have it.
            fn kinds(self) -> &'static [Kind] {
                match self { $(Derived::$column => &$kinds,)* }
            }
        }
    };
}

derived! {
    /// The id of the record, which is the name of its file.
    Id = "id", columns::ID, Shape::Text, Kind::ALL;
    /// The kind of the record, by the word that commands use.
    Kind = "kind", columns::KIND, Shape::Text, Kind::ALL;
    /// The path of its file in the register.
    File = "file", columns::FILE, Shape::Text, Kind::ALL;
    /// How an intervention was judged last.
    Assessment = "assessment", columns::ASSESSMENT, Shape::Choice(&Assessment::CHOICES), [Kind::Intervention];
    /// Where an intervention was heading at the last follow-up.
    Trend = "trend", columns::TREND, Shape::Choice(&Trend::CHOICES), [Kind::Intervention];
    /// The day of the last follow-up.
    LastFollowUp = "last_follow_up", columns::LAST_FOLLOW_UP, Shape::Day, [Kind::Intervention];
    /// How many follow-ups there are.
    FollowUps = "follow_ups", columns::FOLLOW_UPS, Shape::Integer, [Kind::Intervention];
    /// The term that a follow-up is missing for.
    Late = "late", columns::LATE, Shape::Term, [Kind::Intervention];
    /// The money for this year.
    Budget = "budget_this_year", columns::BUDGET, Shape::Money, [Kind::Intervention];
    /// The money that is proposed for this year.
    Proposed = "proposed_this_year", columns::PROPOSED, Shape::Money, [Kind::Intervention];
    /// The money used this year.
    Outcome = "outcome_this_year", columns::OUTCOME, Shape::Money, [Kind::Intervention];
    /// The money for all years.
    BudgetTotal = "budget_total", columns::BUDGET_TOTAL, Shape::Money, [Kind::Intervention];
    /// How many of a meeting's decisions are open.
    OpenDecisions = "open_decisions", columns::OPEN_DECISIONS, Shape::Integer, [Kind::Meeting];
    /// How many of a meeting's decisions are late.
    LateDecisions = "late_decisions", columns::LATE_DECISIONS, Shape::Integer, [Kind::Meeting];
    /// How many are asked in a round of inventory.
    Asked = "asked", columns::ASKED, Shape::Integer, [Kind::Round];
    /// How many of those that are asked have answered.
    Answered = "answered", columns::ANSWERED, Shape::Integer, [Kind::Round];
    /// The day on which the record's file was last changed.
    Touched = "last_touched", columns::LAST_TOUCHED, Shape::Day, Kind::ALL;
    /// The day on which the record last came to say something else.
    Confirmed = "last_confirmed", columns::LAST_CONFIRMED, Shape::Day, Kind::ALL;
}

impl Derived {
    /// The one of a kind that goes by a name, or by what its heading says in any of the languages and no field is called.
    #[must_use]
    pub fn named(kind: Kind, name: &str) -> Option<Derived> {
        let plain = name.replace('-', "_");
        let own = Self::of(kind).find(|derived| derived.name() == plain);
        own.or_else(|| {
            let is_called =
                |derived: &Derived| names_by_key(derived.label().name()).iter().any(|own| slug(own) == slug(name));
            Self::of(kind).find(is_called).filter(|_| find_field(shape_of(kind), name).is_none())
        })
    }

    /// Those that there are for a kind.
    pub fn of(kind: Kind) -> impl Iterator<Item = Derived> {
        Self::ALL.iter().copied().filter(move |derived| derived.kinds().contains(&kind))
    }

    /// Whether its values come of the register's history.
    #[must_use]
    pub const fn is_of_history(self) -> bool {
        matches!(self, Derived::Touched | Derived::Confirmed)
    }

    /// The numbers that explain it.
    #[must_use]
    pub const fn measures(self) -> &'static [Measure] {
        match self {
            Derived::Assessment => &[Measure::Assessment],
            Derived::Late => &[Measure::Owes, Measure::Late],
            Derived::Budget | Derived::BudgetTotal => &[Measure::Budget, Measure::Share, Measure::NoMoney],
            Derived::Proposed => &[Measure::Proposed, Measure::Share],
            Derived::Outcome => &[Measure::Outcome, Measure::Share],
            Derived::OpenDecisions => &[Measure::OpenDecisions],
            Derived::LateDecisions => &[Measure::LateDecisions],
            Derived::Id
            | Derived::Kind
            | Derived::File
            | Derived::Trend
            | Derived::LastFollowUp
            | Derived::FollowUps
            | Derived::Asked
            | Derived::Answered
            | Derived::Touched
            | Derived::Confirmed => &[],
        }
    }

    /// The message that is the heading of the one of that name.
    #[must_use]
    pub fn label_of(name: &str) -> Key {
        Self::ALL.iter().find(|derived| derived.name() == name).map_or(columns::NAME, |derived| derived.label())
    }

    /// Its value for a record.
    #[must_use]
    pub fn value<'r>(self, row: &Row<'r>) -> Value<'r> {
        let intervention = || row.intervention;
        let decisions = |wanted: &dyn Fn(&crate::model::Decision) -> bool| {
            let meeting = row.register.meetings.get(row.id).filter(|_| row.kind == Kind::Meeting);
            meeting.map_or(Value::Empty, |meeting| {
                let count = meeting.decision.iter().filter(|decision| wanted(decision)).count();
                Value::Integer(i64::try_from(count).unwrap_or(i64::MAX))
            })
        };
        let answers = |wanted: &dyn Fn(&crate::model::Answer) -> bool| {
            let round = row.register.rounds.get(row.id).filter(|_| row.kind == Kind::Round);
            round.map_or(Value::Empty, |round| {
                let count = round.answer.iter().filter(|answer| wanted(answer)).count();
                Value::Integer(i64::try_from(count).unwrap_or(i64::MAX))
            })
        };
        match self {
            Derived::Id => Value::Id(row.id),
            Derived::Kind => Value::Id(row.kind.name()),
            Derived::File => row.register.file(row.kind, row.id).map_or(Value::Empty, Value::Id),
            Derived::Assessment => code(intervention().and_then(measure::assessment)),
            Derived::Trend => trend(intervention().and_then(|record| record.last_follow_up()?.trend)),
            Derived::LastFollowUp => {
                intervention().and_then(|record| record.last_follow_up()?.on).map_or(Value::Empty, Value::Day)
            }
            Derived::FollowUps => intervention().map_or(Value::Empty, |record| {
                Value::Integer(i64::try_from(record.follow_up.len()).unwrap_or(i64::MAX))
            }),
            Derived::Late => intervention()
                .and_then(|record| measure::late((row.id, record), row.register, row.today))
                .map_or(Value::Empty, Value::Term),
            Derived::Budget => money(intervention().map(|own| row.whose().budget(own, row.today.year()))),
            Derived::Proposed => money(intervention().map(|own| row.whose().proposed(own, row.today.year()))),
            Derived::Outcome => money(intervention().map(|own| row.whose().outcome(own, row.today.year()))),
            Derived::BudgetTotal => money(intervention().map(|own| row.whose().budget_of_all_years(own))),
            Derived::OpenDecisions => decisions(&|decision| decision.is_open()),
            Derived::Asked => answers(&|_| true),
            Derived::Answered => answers(&|answer| !answer.is_open()),
            Derived::Touched => age(row).map_or(Value::Empty, |age| Value::Day(age.touched)),
            Derived::Confirmed => age(row).map_or(Value::Empty, |age| Value::Day(age.confirmed)),
            Derived::LateDecisions => decisions(&|decision| decision.is_late(row.today)),
        }
    }
}

fn money<'r>(amount: Option<Amount>) -> Value<'r> {
    match amount {
        Some(Amount::Known(amount)) => Value::Money(amount),
        Some(Amount::Unknown) => Value::Missing,
        Some(Amount::Nothing) | None => Value::Empty,
    }
}

fn age(row: &Row<'_>) -> Option<Age> {
    row.register.ages.of(row.kind, row.id)
}

fn code<'r>(assessment: Option<Assessment>) -> Value<'r> {
    assessment.map_or(Value::Empty, |assessment| Value::Code(assessment.code(), &Assessment::CHOICES))
}

fn trend<'r>(trend: Option<Trend>) -> Value<'r> {
    trend.map_or(Value::Empty, |trend| Value::Code(trend.code(), &Trend::CHOICES))
}
