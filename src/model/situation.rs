//! A situation picture (lägesbild) of a district in a period.

use super::adoption::Adoptable;
use super::choice::{ObservationCategory, SituationLevel, Source};
use super::day::{Day, Period};
use super::field::{List, record};
use super::reference::{BodyId, DecisionRef, DistrictId};
use super::text::{ElementId, FormerId, Text};

record! {
    /// A situation picture (lägesbild). Its id is its period and its district.
    Situation as "situation" {
        /// The district that it is a picture of.
        district: Option<DistrictId>, required => First;
        /// The days that it is of.
        period: Period, required, time => First;
        /// What it is fed by (D17).
        sources: List<Source> => About;
        /// The survey (kartläggning): extent and consequences (the Act, section 4).
        survey: Text, prose => About;
        /// The analysis (the Act, section 4).
        analysis: Text, prose => About;
        /// The picture in short.
        summary: Text, prose => About;
        /// How serious it is.
        level: Option<SituationLevel> => About;
        /// The meeting that proposed it, or its decision (D30).
        proposed: Option<DecisionRef>;
        /// The meeting that adopted it, or its decision (D23).
        adopted: Option<DecisionRef>;
        /// What was adopted, in short: it tells whether the picture has changed since.
        seal: Text, line, own;
        /// Ids that it had before.
        former_ids: List<FormerId>;
        /// What was observed: places and events, never people.
        observation: List<Observation>, headed => Observations;
    }
}
record! {
    /// Something that was observed (L6, L7).
    Observation as "observation" key "id" {
        /// Its id within the situation picture.
        id: ElementId, required;
        /// The day on which it was observed.
        on: Option<Day>, past;
        /// Where it comes from.
        source: Option<Source>;
        /// Which of the categories of EST it belongs to (L6).
        category: Option<ObservationCategory>;
        /// Where it was; never who.
        place: Text, line;
        /// How many times it was observed.
        count: Option<i64>, from_zero, thousands;
        /// What was observed, in words.
        note: Text, prose;
        /// What is to be done about it (L7).
        action: ObservationAction;
    }
}
record! {
    /// What is to be done about an observation (L7).
    ObservationAction as "observation-action" {
        /// What is to be done.
        text: Text, prose, required;
        /// The body that does it.
        responsible: Option<BodyId>;
        /// The day by which it shall be done.
        due: Option<Day>, coming, end;
        /// The day on which it was done.
        done_on: Option<Day>, past;
        /// What was answered to those who reported it.
        feedback: Text, prose;
    }
}

impl Situation {
    /// The last day that it tells of, on a day: the last of its period, or where that has not been yet, the first.
    #[must_use]
    pub fn told_until(&self, day: Day) -> Option<Day> {
        self.period.until.filter(|until| *until <= day).or(self.period.from)
    }

    /// How it is proposed and adopted.
    #[must_use]
    pub fn adoptable(&self) -> Adoptable<'_> {
        Adoptable { proposed: self.proposed.as_ref(), adopted: self.adopted.as_ref(), seal: &self.seal, fields: self }
    }
}
