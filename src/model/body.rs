//! A body (organ, aktör): everyone who decides, coordinates or carries out.

use super::cadence::Cadence;
use super::choice::{BodyLevel, BodyType};
use super::day::{Day, Period};
use super::field::{Fields, List, Table, Value, record};
use super::reference::{BodyId, DistrictId};
use super::text::{FormerId, Text};

record! {
    /// A body that decides, coordinates or carries out (D11–D38).
    Body as "body" {
        /// What people call it.
        name: Text, line, required, title => First;
        /// What sort of body it is.
        r#type: Option<BodyType>, required => First;
        /// At what level it works; empty for a stakeholder.
        level: Option<BodyLevel> => First;
        /// The body that it reports to.
        reports_to: Option<BodyId> => People;
        /// The body that it is a part of: a unit's administration, an administration's board.
        part_of: Option<BodyId> => People;
        /// The bodies that it was a part of before, each until a day.
        was_part_of: List<PartBefore>;
        /// Its mission (uppdrag): what it is there for.
        mission: Text, prose => About;
        /// What it may decide by itself.
        mandate: Text, prose => About;
        /// What it shall do.
        tasks: List<Text>, prose => About;
        /// Who sits in it, by role.
        members: List<Member> => People;
        /// The role that calls it together.
        convenor: Text, line => People;
        /// How often it meets.
        cadence: Cadence => Time;
        /// The bodies whose resources it has (D21, D27, D37).
        support: List<BodyId> => People;
        /// The districts that it works in; all of them where empty.
        districts: List<DistrictId> => Place;
        /// Whom its decisions are sent to (D40).
        distribution: List<Recipient> => People;
        /// The first day on which there was such a body, where it has not always been.
        from: Option<Day>, any_age => Time;
        /// The last day on which there was.
        until: Option<Day>, any_age, end => Time;
        /// The bodies that it became, or that do its work since.
        succeeded_by: List<BodyId>;
        /// Ids that it had before.
        former_ids: List<FormerId>;
    }
}
record! {
    /// What a body was a part of before.
    PartBefore as "part-before" key "until" {
        /// The last day on which it was.
        until: Option<Day>, required, end;
        /// The body that it was a part of.
        body: Option<BodyId>, required;
    }
}
record! {
    /// A seat in a body.
    Member as "member" key "role" {
        /// The role; never a person.
        role: Text, line, required;
        /// The body that the role belongs to.
        body: Option<BodyId>;
        /// Whether the role may drive the work within its administration (D28).
        mandate: Option<bool>;
    }
}
record! {
    /// One whom decisions are sent to: a role, a body, or a role in a body (D40).
    Recipient as "recipient" beside ["role", "body"] {
        /// The role; never a person.
        role: Text, line;
        /// The body.
        body: Option<BodyId>;
    }
}

impl Body {
    /// The body that it was a part of on a day, or is.
    #[must_use]
    pub fn part_of_on(&self, day: Day) -> Option<&BodyId> {
        self.part_of_before(day).map_or(self.part_of.as_ref(), |before| before.body.as_ref())
    }

    /// What was so on a day, as what it was a part of ended first of those times that are not before that day.
    fn part_of_before(&self, day: Day) -> Option<&PartBefore> {
        let before = self.was_part_of.iter().filter(|before| before.until.is_some_and(|until| until >= day));
        before.min_by_key(|before| before.until)
    }

    /// What the field of that place said on a day, or says: of what it is a part of, what it was until then.
    #[must_use]
    pub fn value_on(&self, place: usize, day: Day) -> Value<'_> {
        match Self::TABLE.fields.get(place).and_then(|field| Some((field, self.part_of_before(day)?))) {
            Some((field, before)) if field.name == "part_of" => before.get("body"),
            _ => self.value(place),
        }
    }

    /// The days on which there is such a body.
    #[must_use]
    pub fn lifetime(&self) -> Period {
        Period { from: self.from, until: self.until }
    }
}
