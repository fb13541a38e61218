//! An agreement (överenskommelse) or citizen promise (medborgarlöfte).

use super::choice::{AgreementType, Assessment, Bound, Outcome};
use super::day::{Day, Period};
use super::field::{Fields, List, Table, Value, record};
use super::reference::{BodyId, DecisionRef, DistrictId, InterventionId};
use super::term::Term;
use super::text::{CaseNumber, ElementId, FormerId, Text};

record! {
    /// An agreement between the municipality and others (D9, D19, L5).
    Agreement as "agreement" {
        /// What people call it.
        title: Text, line, required, title => First;
        /// What sort of agreement it is.
        r#type: Option<AgreementType>, required => First;
        /// Who has entered into it.
        parties: List<BodyId> => First;
        /// The case number that it is filed under (L9).
        case_number: Option<CaseNumber> => Papers;
        /// The days that it holds.
        period: Period, required, time => First;
        /// The districts that it is for; all of them where empty.
        districts: List<DistrictId> => Place;
        /// What it is for (the Act, section 9).
        purposes: List<Text>, prose => Purpose;
        /// The areas that it is about (the Act, section 9).
        areas: List<Text>, line => Purpose;
        /// The meetings that followed it up.
        followed_up: List<DecisionRef>;
        /// The districts that it was for before one of them ended, each until a day: what was told of that time is theirs.
        was_for: List<ForBefore>;
        /// Ids that it had before.
        former_ids: List<FormerId>;
        /// The promises, each followed up for itself (L5).
        commitment: List<Commitment>, headed => Promises;
    }
}
record! {
    /// The districts that an agreement was for before.
    ForBefore as "for-before" key "until" {
        /// The last day on which it was.
        until: Option<Day>, required, end;
        /// The districts that it was for.
        districts: List<DistrictId>;
    }
}
record! {
    /// A promise in an agreement (löfte).
    Commitment as "commitment" key "id" {
        /// Its id within the agreement.
        id: ElementId, required;
        /// The promise, as it was given.
        text: Text, prose, required;
        /// The bodies that have promised it.
        responsible: List<BodyId>;
        /// The interventions that keep it.
        interventions: List<InterventionId>;
        /// The number that it promises, where it promises one.
        target: CommitmentTarget;
        /// How it went, term by term (L4).
        follow_up: List<CommitmentFollowUp>;
        /// Whether it was kept, when all is over.
        outcome: Option<Outcome>;
    }
}
record! {
    /// A number that is promised.
    CommitmentTarget as "commitment-target" {
        /// The number.
        value: Option<f64>, from_zero, required;
        /// The unit of it.
        unit: Text, line;
        /// What it is a border of.
        bound: Option<Bound>;
    }
}
record! {
    /// How a promise went in a period (L4).
    CommitmentFollowUp as "commitment-follow-up" key "period" {
        /// The term that is followed up, as `2026-t1`.
        period: Option<Term>, required;
        /// What was done in that term to keep it.
        activity: Text, prose;
        /// How many it was, where a number is promised.
        value: Option<f64>, from_zero;
        /// How it is judged.
        assessment: Option<Assessment>;
    }
}

impl Agreement {
    /// The districts that it was for on a day, or is; all of them where empty.
    #[must_use]
    pub fn districts_on(&self, day: Day) -> &[DistrictId] {
        self.was_for_on(day).map_or(&self.districts, |before| &before.districts)
    }

    /// What was so on a day, as one of its districts ended first of those times that are not before that day.
    fn was_for_on(&self, day: Day) -> Option<&ForBefore> {
        let before = self.was_for.iter().filter(|before| before.until.is_some_and(|until| until >= day));
        before.min_by_key(|before| before.until)
    }

    /// What the field of that place said on a day, or says: of its districts, those that it was for until then.
    #[must_use]
    pub fn value_on(&self, place: usize, day: Day) -> Value<'_> {
        match Self::TABLE.fields.get(place).and_then(|field| Some((field, self.was_for_on(day)?))) {
            Some((field, before)) if field.name == "districts" => before.get(field.name),
            _ => self.value(place),
        }
    }
}
