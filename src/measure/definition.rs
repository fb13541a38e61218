//! The numbers that there are, each with its name and what it means.

use crate::message::{Key, measures};

/// `Name = "name", label, meaning;` for each number.
macro_rules! measures {
    ($($(#[doc = $about:literal])* $measure:ident = $name:literal, $label:expr, $means:expr;)*) => {
        /// A number that people and programs are shown.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Measure {
            $($(#[doc = $about])* $measure,)*
        }

        impl Measure {
            /// Every one, in the order in which they are explained.
            pub const ALL: &[Measure] = &[$(Measure::$measure),*];

            /// Its name in data formats.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Measure::$measure => $name,)* }
            }

            /// The message that it is called by.
            #[must_use]
            pub const fn label(self) -> Key {
                match self { $(Measure::$measure => $label,)* }
            }

            /// The message that says what it means.
            #[must_use]
            pub const fn meaning(self) -> Key {
                match self { $(Measure::$measure => $means,)* }
            }
        }
    };
}

measures! {
    /// What is known on a day.
    Day = "day", measures::DAY, measures::DAY_MEANS;
    /// What is in a district.
    District = "in_district", measures::DISTRICT, measures::DISTRICT_MEANS;
    /// How many interventions there are.
    Interventions = "interventions", measures::INTERVENTIONS, measures::INTERVENTIONS_MEANS;
    /// What a total counts.
    Total = "total", measures::TOTAL, measures::TOTAL_MEANS;
    /// The budget of a year.
    Budget = "budget", measures::BUDGET, measures::BUDGET_MEANS;
    /// What is proposed for a year.
    Proposed = "proposed", measures::PROPOSED, measures::PROPOSED_MEANS;
    /// What was used in a year.
    Outcome = "outcome", measures::OUTCOME, measures::OUTCOME_MEANS;
    /// What of money belongs to a district.
    Share = "share", measures::SHARE, measures::SHARE_MEANS;
    /// Money that nobody has said.
    NoMoney = "no_money", measures::NO_MONEY, measures::NO_MONEY_MEANS;
    /// What was followed up.
    FollowedUp = "followed_up", measures::FOLLOWED_UP, measures::FOLLOWED_UP_MEANS;
    /// What is to be followed up.
    Owes = "owes", measures::OWES, measures::OWES_MEANS;
    /// What should have been followed up.
    Late = "late", measures::LATE, measures::LATE_MEANS;
    /// How it goes.
    Assessment = "assessment", measures::ASSESSMENT, measures::ASSESSMENT_MEANS;
    /// How far a goal has come.
    Progress = "progress", measures::PROGRESS, measures::PROGRESS_MEANS;
    /// What meetings have decided.
    Decisions = "decisions", measures::DECISIONS, measures::DECISIONS_MEANS;
    /// Decisions that are to be carried out.
    OpenDecisions = "open_decisions", measures::OPEN_DECISIONS, measures::OPEN_DECISIONS_MEANS;
    /// Decisions that should have been.
    LateDecisions = "late_decisions", measures::LATE_DECISIONS, measures::LATE_DECISIONS_MEANS;
    /// How long it took to carry decisions out.
    LeadTime = "lead_time", measures::LEAD_TIME, measures::LEAD_TIME_MEANS;
    /// How long it took to answer needs.
    AnswerTime = "answer_time", measures::ANSWER_TIME, measures::ANSWER_TIME_MEANS;
    /// Resources that are asked for.
    Needs = "needs", measures::NEEDS, measures::NEEDS_MEANS;
    /// Needs that nobody has answered in time.
    Unanswered = "unanswered", measures::UNANSWERED, measures::UNANSWERED_MEANS;
}
