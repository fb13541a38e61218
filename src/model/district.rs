//! A district (stadsdel), or the municipality as a whole: what is known of it, whatever is decided for it.

use super::choice::{AreaKind, Aspect, Counts, Covers, Direction, Geography, PoliceClass, PreventionKind};
use super::day::{Day, Period};
use super::field::{List, record};
use super::reading::Reading;
use super::reference::{BodyId, DistrictId, InterventionId, OwnGoalId, SituationId};
use super::text::{AreaCode, ElementId, FormerId, Text};

record! {
    /// A district (stadsdel), with its indicators, problems and known events (D4); or the whole municipality, for what
    /// is its own.
    District as "district" {
        /// What people call it.
        name: Text, line, required, title => First;
        /// What it stands for, where it is no district.
        covers: Option<Covers> => About;
        /// The perspectives in which it is prioritised (D4).
        priority: List<Aspect> => About;
        /// The role that coordinates it; never a person.
        coordinator: Text, line => First;
        /// The bodies that are its local forums (platssamverkan).
        bodies: List<BodyId> => People;
        /// The statistical areas that it is made of (L8).
        statistical_areas: List<StatisticalArea> => Place;
        /// How the police have classed it, year by year (L8).
        police_class: List<PoliceClassing> => Place;
        /// The first day on which there was such a district, where it has not always been.
        from: Option<Day>, any_age => Time;
        /// The last day on which there was.
        until: Option<Day>, any_age, end => Time;
        /// The districts that it became.
        succeeded_by: List<DistrictId>;
        /// Ids that it had before.
        former_ids: List<FormerId>;
        /// What is measured in it, whatever picture is in force.
        indicator: List<DistrictIndicator>, headed => Measures;
        /// Its problem picture (problembild).
        problem: List<Problem>, headed => Purpose;
        /// Events known in advance (D34).
        event: List<KnownEvent>, headed => Time;
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
        vintage: Option<i64>, required, year;
    }
}
record! {
    /// How the police classed a district in a year (L8).
    PoliceClassing as "police-classing" key "year" {
        /// The year of the list that has the class.
        year: Option<i64>, required, year;
        /// The class that the police gave it in that list.
        class: Option<PoliceClass>, required;
    }
}
record! {
    /// What is measured in a district, year after year.
    DistrictIndicator as "district-indicator" key "id" {
        /// Its id within the district.
        id: ElementId, required;
        /// What is measured, in a few words.
        name: Text, line, required;
        /// The unit of its values.
        unit: Text, line;
        /// Where its values come from.
        source: Text, line;
        /// The area that it is measured over.
        geography: Option<Geography>;
        /// Which way is the better.
        better: Option<Direction>;
        /// What its values tell.
        counts: Option<Counts>;
        /// What was measured, each value with its day or its stretch of days.
        readings: List<Reading>;
    }
}
record! {
    /// A problem of a district.
    Problem as "problem" key "id" {
        /// Its id within the district.
        id: ElementId, required;
        /// What people call it.
        title: Text, line, required;
        /// Its priority among the district's problems, from 1, as the problem picture has it.
        rank: Option<i64>, from_one, dozens;
        /// Situation pictures that show it.
        evidence: List<SituationId>;
        /// Goals of the same district that it stands in the way of.
        answers: List<OwnGoalId>;
        /// Why it is so (L2).
        cause: List<Cause>, headed;
    }
}
record! {
    /// A cause of a problem (L2).
    Cause as "cause" key "id" {
        /// Its id within the district.
        id: ElementId, required;
        /// Why the problem is there.
        text: Text, prose, required;
        /// What sort of prevention it asks for.
        kind: Option<PreventionKind>;
    }
}
record! {
    /// An event known in advance (D34).
    KnownEvent as "event" key "id" {
        /// Its id within the district.
        id: ElementId, required;
        /// What people call it.
        title: Text, line, required;
        /// The day on which it begins.
        from: Option<Day>, required, coming;
        /// The last day of it, where it is more than one.
        until: Option<Day>, coming, end;
        /// The body that leads the preparations.
        lead: Option<BodyId>;
        /// The interventions made for it.
        interventions: List<InterventionId>;
    }
}

impl District {
    /// Whether it stands for the municipality as a whole, and is no district.
    #[must_use]
    pub fn is_municipality(&self) -> bool {
        self.covers == Some(Covers::Municipality)
    }

    /// The days on which there is such a district.
    #[must_use]
    pub fn lifetime(&self) -> Period {
        Period { from: self.from, until: self.until }
    }

    /// The indicator of that id.
    #[must_use]
    pub fn indicator(&self, id: &str) -> Option<&DistrictIndicator> {
        self.indicator.iter().find(|indicator| indicator.id.as_str() == id)
    }

    /// Its causes, each with its problem.
    pub fn causes(&self) -> impl Iterator<Item = (&Problem, &Cause)> {
        self.problem.iter().flat_map(|problem| problem.cause.iter().map(move |cause| (problem, cause)))
    }
}
