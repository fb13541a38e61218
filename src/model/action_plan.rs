//! An action plan (handlingsplan, åtgärdsplan): what is done for one or several districts, as it was decided.

use super::adoption::Adoptable;
use super::choice::MeetingStatus;
use super::day::{Day, Period};
use super::field::{List, record};
use super::reference::{DecisionRef, DistrictId, InterventionId, ProblemRef, SituationId};
use super::register::Register;
use super::text::{FormerId, Text};

record! {
    /// A version of an action plan (handlingsplan). What is decided anew is a new version.
    ActionPlan as "action-plan" {
        /// What people call it, where it has a name of its own.
        title: Text, line, title => First;
        /// The districts that it is for; the whole municipality is one.
        districts: List<DistrictId>, required => First;
        /// The days that it is for.
        period: Period, time => First;
        /// The plan in words.
        text: Text, prose => About;
        /// The situation pictures that it was decided on (the Act, section 5).
        rests_on: List<SituationId> => Purpose;
        /// The problems that it answers, the most important first.
        problems: List<ProblemRef> => Purpose;
        /// What is done: its interventions (L2).
        measures: List<Measure> => Actions;
        /// The meeting that proposed it, or its decision (D30).
        proposed: Option<DecisionRef>;
        /// The meeting that adopted it, or its decision (D23).
        adopted: Option<DecisionRef>;
        /// What was adopted, in short: it tells whether the plan has changed since.
        seal: Text, line, own;
        /// The meetings that followed it up (D33).
        followed_up: List<DecisionRef>;
        /// Ids that it had before.
        former_ids: List<FormerId>;
    }
}
record! {
    /// An intervention of an action plan, with its priority there.
    Measure as "measure" key "intervention" {
        /// What is done.
        intervention: Option<InterventionId>, required;
        /// How important it is, from 1 to 3, 1 first (D20, D25, D31).
        priority: Option<i64>, priority, ordinal;
    }
}

impl ActionPlan {
    /// The day on which it was last followed up: in a meeting that was held.
    #[must_use]
    pub fn last_follow_up(&self, register: &Register) -> Option<Day> {
        let meetings = self.followed_up.iter().filter_map(|meeting| register.meetings.get(meeting.id()));
        meetings.filter(|meeting| meeting.status == Some(MeetingStatus::Held)).filter_map(|meeting| meeting.on).max()
    }

    /// Whether it is for a district.
    #[must_use]
    pub fn is_for(&self, district: &str) -> bool {
        self.districts.iter().any(|own| own.as_str() == district)
    }

    /// The measure that an intervention is in it.
    #[must_use]
    pub fn measure(&self, intervention: &str) -> Option<&Measure> {
        self.measures
            .iter()
            .find(|measure| measure.intervention.as_ref().is_some_and(|own| own.as_str() == intervention))
    }

    /// How it is proposed and adopted.
    #[must_use]
    pub fn adoptable(&self) -> Adoptable<'_> {
        Adoptable { proposed: self.proposed.as_ref(), adopted: self.adopted.as_ref(), seal: &self.seal, fields: self }
    }
}
