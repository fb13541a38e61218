//! A target picture (målbild): what a district shall become, as it was decided.

use super::adoption::Adoptable;
use super::day::Period;
use super::field::{List, record};
use super::reading::{GoalTarget, Reading};
use super::reference::{DecisionRef, DistrictId, MunicipalGoalId, OwnIndicatorId};
use super::text::{ElementId, FormerId, Text};

record! {
    /// A version of a district's target picture (målbild). What is decided anew is a new version.
    TargetPicture as "target-picture" {
        /// The district that it is for.
        district: Option<DistrictId>, required => First;
        /// The days that it is meant to hold.
        period: Period, time => First;
        /// The picture in words.
        text: Text, prose => About;
        /// The meeting that proposed it, or its decision (D30).
        proposed: Option<DecisionRef>;
        /// The meeting that adopted it, or its decision (D23).
        adopted: Option<DecisionRef>;
        /// What was adopted, in short: it tells whether the picture has changed since.
        seal: Text, line, own;
        /// Ids that it had before.
        former_ids: List<FormerId>;
        /// What is to be reached, with how it is measured.
        goal: List<Goal>, headed => Goals;
    }
}
record! {
    /// A goal of a target picture: the same goal in every version that has its id.
    Goal as "goal" key "id" {
        /// Its id within the district.
        id: ElementId, required;
        /// What is to be reached.
        title: Text, line, required;
        /// The municipality-wide goals that it serves (D1).
        serves: List<MunicipalGoalId>;
        /// The indicator of the same district that shows whether it is reached.
        indicator: Option<OwnIndicatorId>;
        /// The value that it was set out from, and its day.
        baseline: Reading;
        /// Where it shall end.
        target: GoalTarget;
    }
}

impl TargetPicture {
    /// Whether it says nothing of what the district shall become.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.goal.is_empty()
    }

    /// The goal of that id.
    #[must_use]
    pub fn goal(&self, id: &str) -> Option<&Goal> {
        self.goal.iter().find(|goal| goal.id.as_str() == id)
    }

    /// How it is proposed and adopted.
    #[must_use]
    pub fn adoptable(&self) -> Adoptable<'_> {
        Adoptable { proposed: self.proposed.as_ref(), adopted: self.adopted.as_ref(), seal: &self.seal, fields: self }
    }
}
