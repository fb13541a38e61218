//! Columns that no file holds: what follows from a record and the day.

use super::Row;
use crate::message::{Key, columns};
use crate::model::{Age, Assessment, Kind, Shape, Trend, Value};

/// A column that is computed from a record, the day and the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Derived {
    /// The id of the record, which is the name of its file.
    Id,
    /// The kind of the record, by the word that commands use.
    Kind,
    /// The path of its file in the register.
    File,
    /// How an intervention was judged last.
    Assessment,
    /// Where an intervention was heading at the last follow-up.
    Trend,
    /// The day of the last follow-up.
    LastFollowUp,
    /// How many follow-ups there are.
    FollowUps,
    /// The term that a follow-up is missing for.
    Late,
    /// The money for this year.
    Budget,
    /// The money for all years.
    BudgetTotal,
    /// How many of a meeting's decisions are open.
    OpenDecisions,
    /// How many of a meeting's decisions are late.
    LateDecisions,
    /// The day on which the record's file was last changed.
    Touched,
    /// The day on which the record last came to say something else.
    Confirmed,
}

impl Derived {
    /// Those that there are for a kind.
    #[must_use]
    pub fn of(kind: Kind) -> &'static [Derived] {
        match kind {
            Kind::Intervention => &[
                Derived::Id,
                Derived::Kind,
                Derived::File,
                Derived::Assessment,
                Derived::Trend,
                Derived::LastFollowUp,
                Derived::FollowUps,
                Derived::Late,
                Derived::Budget,
                Derived::BudgetTotal,
                Derived::Touched,
                Derived::Confirmed,
            ],
            Kind::Meeting => &[
                Derived::Id,
                Derived::Kind,
                Derived::File,
                Derived::OpenDecisions,
                Derived::LateDecisions,
                Derived::Touched,
                Derived::Confirmed,
            ],
            _ => &[Derived::Id, Derived::Kind, Derived::File, Derived::Touched, Derived::Confirmed],
        }
    }

    /// Whether its values come of the register's history.
    #[must_use]
    pub const fn is_of_history(self) -> bool {
        matches!(self, Derived::Touched | Derived::Confirmed)
    }

    /// Its name, as fields are named.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Derived::Id => "id",
            Derived::Kind => "kind",
            Derived::File => "file",
            Derived::Assessment => "assessment",
            Derived::Trend => "trend",
            Derived::LastFollowUp => "last_follow_up",
            Derived::FollowUps => "follow_ups",
            Derived::Late => "late",
            Derived::Budget => "budget_this_year",
            Derived::BudgetTotal => "budget_total",
            Derived::OpenDecisions => "open_decisions",
            Derived::LateDecisions => "late_decisions",
            Derived::Touched => "last_touched",
            Derived::Confirmed => "last_confirmed",
        }
    }

    /// The message that is its heading.
    #[must_use]
    pub const fn label(self) -> Key {
        match self {
            Derived::Id => columns::ID,
            Derived::Kind => columns::KIND,
            Derived::File => columns::FILE,
            Derived::Assessment => columns::ASSESSMENT,
            Derived::Trend => columns::TREND,
            Derived::LastFollowUp => columns::LAST_FOLLOW_UP,
            Derived::FollowUps => columns::FOLLOW_UPS,
            Derived::Late => columns::LATE,
            Derived::Budget => columns::BUDGET,
            Derived::BudgetTotal => columns::BUDGET_TOTAL,
            Derived::OpenDecisions => columns::OPEN_DECISIONS,
            Derived::LateDecisions => columns::LATE_DECISIONS,
            Derived::Touched => columns::LAST_TOUCHED,
            Derived::Confirmed => columns::LAST_CONFIRMED,
        }
    }

    /// What its values look like.
    #[must_use]
    pub const fn shape(self) -> Shape {
        match self {
            Derived::Id | Derived::Kind | Derived::File => Shape::Text,
            Derived::Assessment => Shape::Choice(&Assessment::CHOICES),
            Derived::Trend => Shape::Choice(&Trend::CHOICES),
            Derived::LastFollowUp | Derived::Touched | Derived::Confirmed => Shape::Day,
            Derived::Late => Shape::Term,
            Derived::FollowUps | Derived::OpenDecisions | Derived::LateDecisions => Shape::Integer,
            Derived::Budget | Derived::BudgetTotal => Shape::Money,
        }
    }

    /// The message that is the heading of the one of that name.
    #[must_use]
    pub fn label_of(name: &str) -> Key {
        let all = Kind::ALL.into_iter().flat_map(Derived::of);
        all.into_iter().find(|derived| derived.name() == name).map_or(columns::NAME, |derived| derived.label())
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
        match self {
            Derived::Id => Value::Id(row.id),
            Derived::Kind => Value::Id(row.kind.name()),
            Derived::File => row.register.file(row.kind, row.id).map_or(Value::Empty, Value::Id),
            Derived::Assessment => code(intervention().and_then(|record| record.assessment())),
            Derived::Trend => trend(intervention().and_then(|record| record.last_follow_up()?.trend)),
            Derived::LastFollowUp => {
                intervention().and_then(|record| record.last_follow_up()?.on).map_or(Value::Empty, Value::Day)
            }
            Derived::FollowUps => intervention().map_or(Value::Empty, |record| {
                Value::Integer(i64::try_from(record.follow_up.len()).unwrap_or(i64::MAX))
            }),
            Derived::Late => intervention()
                .and_then(|record| record.late(&row.register.settings, row.today))
                .map_or(Value::Empty, Value::Term),
            Derived::Budget => {
                intervention().map_or(Value::Empty, |record| Value::Money(record.budget_of(row.today.year())))
            }
            Derived::BudgetTotal => intervention().map_or(Value::Empty, |record| Value::Money(record.budget_total())),
            Derived::OpenDecisions => decisions(&|decision| decision.is_open()),
            Derived::Touched => age(row).map_or(Value::Empty, |age| Value::Day(age.touched)),
            Derived::Confirmed => age(row).map_or(Value::Empty, |age| Value::Day(age.confirmed)),
            Derived::LateDecisions => decisions(&|decision| decision.is_late(row.today)),
        }
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
