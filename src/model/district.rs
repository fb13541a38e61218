//! A district (stadsdel): its pictures, its problems and its plan.

use super::choice::{AreaKind, Aspect, Geography, MeetingStatus, PoliceClass, PreventionKind};
use super::day::{Day, Period};
use super::field::{List, record};
use super::reference::{BodyId, InterventionId, MeetingId, MunicipalGoalId, OwnGoalId, SituationId};
use super::register::Register;
use super::text::{AreaCode, ElementId, FormerId, Text};

record! {
    /// A district (stadsdel), with its target picture, problems, action plan and known events (D4).
    District as "district" {
        /// What people call it.
        name: Text, required, title;
        /// The perspectives in which it is prioritised (D4).
        priority: List<Aspect>;
        /// The role that coordinates it; never a person.
        coordinator: Text;
        /// The bodies that are its local forums (platssamverkan).
        bodies: List<BodyId>;
        /// The statistical areas that it is made of (L8).
        statistical_areas: List<StatisticalArea>;
        /// How the police have classed it, year by year (L8).
        police_class: List<PoliceClassing>;
        /// Ids that it had before.
        former_ids: List<FormerId>;
        /// Its target picture (målbild).
        target_picture: TargetPicture, headed;
        /// Its problem picture (problembild).
        problem: List<Problem>, headed;
        /// Its action plan (handlingsplan).
        action_plan: ActionPlan, headed;
        /// Events known in advance (D34).
        event: List<KnownEvent>, headed;
    }
}
record! {
    /// A statistical area (L8).
    StatisticalArea as "statistical-area" key "code" {
        /// The code that Statistics Sweden has given it.
        code: AreaCode, required;
        /// What sort of area it is.
        kind: Option<AreaKind>, required;
        /// The year of the division that the code is from.
        vintage: Option<i64>, required, ordinal;
    }
}
record! {
    /// How the police classed a district in a year (L8).
    PoliceClassing as "police-classing" key "year" {
        /// The year of the list that has the class.
        year: Option<i64>, required, ordinal;
        /// The class that the police gave it in that list.
        class: Option<PoliceClass>, required;
    }
}
record! {
    /// What a district shall become.
    TargetPicture as "target-picture" {
        /// The picture in words.
        text: Text;
        /// The meeting that proposed it (D30).
        proposed: Option<MeetingId>;
        /// The meeting that adopted it (D23).
        adopted: Option<MeetingId>;
        /// The last day on which it holds.
        valid_until: Option<Day>;
        /// What was adopted, in short: it tells whether the text has changed since.
        fingerprint: Text;
        /// What is to be reached, with how it is measured.
        goal: List<Goal>, headed;
    }
}
record! {
    /// A goal of a target picture.
    Goal as "goal" key "id" {
        /// Its id within the district.
        id: ElementId, required;
        /// What is to be reached.
        title: Text, required;
        /// The municipality-wide goals that it serves (D1).
        serves: List<MunicipalGoalId>;
        /// What shows whether it is reached.
        indicator: GoalIndicator;
        /// The value that it was set out from, and its day.
        baseline: Reading;
        /// Where it shall end.
        target: Reading;
        /// What was measured since the baseline, each with its day.
        readings: List<Reading>;
    }
}
record! {
    /// What shows whether a goal is reached.
    GoalIndicator as "goal-indicator" {
        /// What is measured, in a few words.
        name: Text, required;
        /// The unit of its values.
        unit: Text;
        /// Where its values come from.
        source: Text;
        /// The area that it is measured over.
        geography: Option<Geography>;
    }
}
record! {
    /// A value measured, or aimed at, on a day.
    Reading as "reading" key "on" whole Reading {
        /// The day that the value is of.
        on: Option<Day>, required;
        /// The value, in the indicator's unit.
        value: Option<f64>, required;
    }
}
record! {
    /// A problem of a district.
    Problem as "problem" key "id" {
        /// Its id within the district.
        id: ElementId, required;
        /// What people call it.
        title: Text, required;
        /// Its priority among the district's problems, from 1.
        rank: Option<i64>;
        /// Why it is so (L2).
        causes: List<Text>;
        /// What sorts of prevention its causes ask for.
        cause_kinds: List<PreventionKind>;
        /// Situation pictures that show it.
        evidence: List<SituationId>;
        /// Goals of the same district that it stands in the way of.
        answers: List<OwnGoalId>;
    }
}
record! {
    /// A district's action plan (handlingsplan).
    ActionPlan as "action-plan" {
        /// The days that it is for.
        period: Period;
        /// The meeting that proposed it (D30).
        proposed: Option<MeetingId>;
        /// The meeting that adopted it (D23).
        adopted: Option<MeetingId>;
        /// What was adopted, in short: it tells whether the plan has changed since.
        fingerprint: Text;
        /// The meetings that followed it up (D33).
        followed_up: List<MeetingId>;
    }
}
record! {
    /// An event known in advance (D34).
    KnownEvent as "event" key "id" {
        /// Its id within the district.
        id: ElementId, required;
        /// What people call it.
        title: Text, required;
        /// The day on which it begins.
        from: Option<Day>, required;
        /// The last day of it, where it is more than one.
        until: Option<Day>;
        /// The body that leads the preparations.
        lead: Option<BodyId>;
        /// The interventions made for it.
        interventions: List<InterventionId>;
    }
}

/// Why it cannot be said how far a goal has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unmeasured {
    /// There is nothing that shows it.
    NoIndicator,
    /// It is not known where it began.
    NoBaseline,
    /// It is not known where it shall end.
    NoTarget,
    /// Nothing has been measured since it began.
    NoReading,
    /// It shall end where it began.
    TargetIsBaseline,
}

impl Goal {
    /// The last measurement on a day or before.
    #[must_use]
    pub fn latest_reading(&self, by: Day) -> Option<&Reading> {
        let known =
            self.readings.iter().filter(|reading| reading.value.is_some() && reading.on.is_some_and(|on| on <= by));
        known.max_by_key(|reading| reading.on)
    }

    /// How far it has come by a day, as a part of the way from its baseline to its target: 1 is all of it,
    /// and below 0 is backwards.
    ///
    /// # Errors
    /// It cannot be said, and why.
    pub fn progress(&self, by: Day) -> Result<f64, Unmeasured> {
        if self.indicator.name.is_empty() {
            return Err(Unmeasured::NoIndicator);
        }
        let baseline = self.baseline.value.ok_or(Unmeasured::NoBaseline)?;
        let target = self.target.value.ok_or(Unmeasured::NoTarget)?;
        let value = self.latest_reading(by).and_then(|reading| reading.value).ok_or(Unmeasured::NoReading)?;
        let distance = target - baseline;
        if distance.abs() < f64::EPSILON {
            Err(Unmeasured::TargetIsBaseline)
        } else {
            Ok((value - baseline) / distance)
        }
    }
}

impl ActionPlan {
    /// The day on which it was last followed up: in a meeting that was held.
    #[must_use]
    pub fn last_follow_up(&self, register: &Register) -> Option<Day> {
        let meetings = self.followed_up.iter().filter_map(|id| register.meetings.get(id.as_str()));
        meetings.filter(|meeting| meeting.status == Some(MeetingStatus::Held)).filter_map(|meeting| meeting.on).max()
    }
}
