//! What is in a district: one answer for every command that asks.

use crate::model::{
    Agreement, Body, Day, DecisionIn, DistrictId, Intervention, Kind, Meeting, Pointer, Register, Target,
};

/// Where an intervention is counted. One that is for several districts is in each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place<'r> {
    /// In a district.
    District(&'r str),
    /// In the municipality as a whole, which is in none of its districts.
    Whole(&'r str),
    /// For no place that anybody has named.
    Nowhere,
}

impl<'r> Place<'r> {
    /// What comes before its name where places are told one after the other: districts first.
    #[must_use]
    pub fn rank(self) -> usize {
        match self {
            Place::District(_) => 0,
            Place::Whole(_) => 1,
            Place::Nowhere => 2,
        }
    }

    /// The id of the district, or of the record of the whole municipality.
    #[must_use]
    pub fn id(self) -> Option<&'r str> {
        match self {
            Place::District(id) | Place::Whole(id) => Some(id),
            Place::Nowhere => None,
        }
    }

    /// The place that an id is.
    #[must_use]
    pub fn of(id: &'r str, register: &Register) -> Self {
        if register.is_whole(id) { Place::Whole(id) } else { Place::District(id) }
    }
}

/// Where an intervention is on a day, each place once, in their own order.
#[must_use]
pub fn places<'r>(intervention: &'r Intervention, day: Day, register: &Register) -> Vec<Place<'r>> {
    let mut places: Vec<Place<'r>> = Vec::new();
    for id in intervention.districts_on(day) {
        let place = Place::of(id.as_str(), register);
        if !places.contains(&place) {
            places.push(place);
        }
    }
    if places.is_empty() {
        places.push(Place::Nowhere);
    }
    // What is left when money is parted goes by their order, whatever the file's is.
    places.sort_unstable();
    places
}

/// Whether something that is of all districts where it names none is in one of some.
#[must_use]
pub fn is_of_all(own: &[DistrictId], districts: &[String]) -> bool {
    own.is_empty() || is_one_of(own, districts)
}

fn is_one_of(own: &[DistrictId], districts: &[String]) -> bool {
    own.iter().any(|id| districts.iter().any(|wanted| wanted == id.as_str()))
}

/// The districts that what a reference points at is in, on a day; all of them where it is of all.
#[must_use]
pub fn districts_of<'r>(pointer: &Pointer<'r>, register: &'r Register, day: Day) -> Option<Vec<&'r str>> {
    fn ids(own: &[DistrictId]) -> Vec<&str> {
        own.iter().map(DistrictId::as_str).collect()
    }
    let of_all = |own: &'r [DistrictId]| if own.is_empty() { None } else { Some(ids(own)) };
    let Some(kind) = pointer.kind else { return Some(Vec::new()) };
    match kind {
        Kind::District => Some(vec![pointer.id]),
        Kind::Intervention => {
            Some(register.interventions.get(pointer.id).map_or(Vec::new(), |own| ids(own.districts_on(day))))
        }
        Kind::TargetPicture => {
            Some(register.target_pictures.get(pointer.id).map_or(Vec::new(), |own| ids(own.district.as_slice())))
        }
        Kind::Situation => {
            Some(register.situations.get(pointer.id).map_or(Vec::new(), |own| ids(own.district.as_slice())))
        }
        Kind::ActionPlan => Some(register.action_plans.get(pointer.id).map_or(Vec::new(), |own| ids(&own.districts))),
        Kind::Agreement => register
            .agreements
            .get(pointer.id)
            .map_or(Some(Vec::new()), |own: &Agreement| of_all(own.districts_on(day))),
        Kind::Round => None,
        Kind::Body => register.bodies.get(pointer.id).map_or(Some(Vec::new()), |own: &Body| of_all(&own.districts)),
        Kind::Meeting => {
            register.meetings.get(pointer.id).map_or(Some(Vec::new()), |own| districts_of_meeting(own, register))
        }
    }
}

/// The districts of the body that meets; all of them where it works in all.
fn districts_of_meeting<'r>(meeting: &Meeting, register: &'r Register) -> Option<Vec<&'r str>> {
    let body = meeting.body.as_ref().and_then(|body| register.bodies.get(body.as_str()));
    let own = body.map_or(&[][..], |body| &body.districts);
    (!own.is_empty()).then(|| own.iter().map(DistrictId::as_str).collect())
}

/// Whether a decision is about one of some districts: it names it, something in it, or something that is of all of them; or
/// it names nothing, and the body that decided works there.
#[must_use]
pub fn is_about(decision: &DecisionIn<'_>, districts: &[String], register: &Register, day: Day) -> bool {
    let is_there =
        |own: Option<Vec<&str>>| own.is_none_or(|own| own.iter().any(|id| districts.iter().any(|wanted| wanted == id)));
    let mut concerned =
        decision.decision.concerns.iter().filter_map(|about| Target::Anything.parse(about.as_str())).peekable();
    match concerned.peek() {
        None => is_there(districts_of_meeting(decision.meeting, register)),
        Some(_) => concerned.any(|pointer| is_there(districts_of(&pointer, register, day))),
    }
}
