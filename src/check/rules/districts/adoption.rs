//! Ensure that target pictures, action plans and situation pictures are proposed by the one group and adopted
//! by the other, in that order, in meetings that were held; and that they still say what was adopted (D23, D30).

use crate::check::rule::{Context, RecordAt, Rule, Run};
use crate::message::{Message, checks};
use crate::model::{
    ActionPlan, Adoptable, Arg, BodyType, DecisionRef, DistrictId, Finding, Kind, Meeting, MeetingStatus, Record,
    Situation, Spot, Standing, Step, Target, TargetPicture, Versioned, Versions,
};

pub(in crate::check) const NOT_PROPOSED: Rule = Rule::warning(checks::NOT_PROPOSED, "D30", Run::TargetPicture(picture));
// Found by the same look, at action plans and at situation pictures.
pub(in crate::check) const NOT_ADOPTED: Rule = Rule::warning(checks::NOT_ADOPTED, "D23", Run::ActionPlan(plan));
pub(in crate::check) const WRONG_BODY: Rule =
    Rule::warning(checks::ADOPTED_BY_WRONG_BODY, "D23", Run::Situation(situation));
pub(in crate::check) const NOT_HELD: Rule = Rule::warning(checks::ADOPTED_IN_MEETING_NOT_HELD, "D23", Run::Elsewhere);
pub(in crate::check) const TOO_EARLY: Rule = Rule::warning(checks::ADOPTED_BEFORE_PROPOSED, "D30", Run::Elsewhere);
pub(in crate::check) const CHANGED: Rule = Rule::warning(checks::CHANGED_SINCE_ADOPTION, "D23", Run::Elsewhere);
pub(in crate::check) const OTHER_MATTER: Rule = Rule::warning(checks::DECISION_OF_OTHER_MATTER, "D23", Run::Elsewhere);
pub(in crate::check) const TWO_IN_FORCE: Rule = Rule::warning(checks::TWO_IN_FORCE, "D23", Run::Elsewhere);
pub(in crate::check) const NOT_SEALED: Rule = Rule::note(checks::NOT_SEALED, "D23", Run::Elsewhere);

fn picture(context: &Context<'_>, placed: &RecordAt<'_, TargetPicture>, findings: &mut Vec<Finding>) {
    let districts = placed.record.district.as_slice();
    if placed.record.is_empty() {
        return;
    }
    tell_twin(context, placed, districts, findings);
    look(
        context,
        placed,
        &name(context, districts),
        is_asked(context, placed, districts),
        placed.record.adoptable(),
        findings,
    );
}

fn plan(context: &Context<'_>, placed: &RecordAt<'_, ActionPlan>, findings: &mut Vec<Finding>) {
    let districts = &*placed.record.districts;
    // A plan of no time is none yet.
    if placed.record.period.from.is_none() {
        return;
    }
    tell_twin(context, placed, districts, findings);
    look(
        context,
        placed,
        &name(context, districts),
        is_asked(context, placed, districts),
        placed.record.adoptable(),
        findings,
    );
}

/// Only the latest situation picture of a district is asked: those before it are history.
fn situation(context: &Context<'_>, placed: &RecordAt<'_, Situation>, findings: &mut Vec<Finding>) {
    let is_latest = context.links.is_latest(placed.id, placed.record, context.today);
    let name = name(context, placed.record.district.as_slice());
    look(context, placed, &name, is_latest, placed.record.adoptable(), findings);
}

/// The names of the districts that a picture or plan is of.
fn name(context: &Context<'_>, districts: &[DistrictId]) -> String {
    let names = districts.iter().map(|district| context.register.district_name(district.as_str()));
    names.collect::<Vec<_>>().join(", ")
}

/// Whether it matters how a version was proposed and adopted: where it is to go by, or may come to be.
fn is_asked<R: Versioned>(context: &Context<'_>, placed: &RecordAt<'_, R>, districts: &[DistrictId]) -> bool {
    let is_there = |district: &DistrictId| {
        let own = context.register.districts.get(district.as_str());
        own.and_then(|own| own.until).is_none_or(|until| until >= context.today)
    };
    let is_asked = |district: &DistrictId| {
        let versions = Versions::<R>::of(context.register, district.as_str(), context.today);
        let current = versions.current().map(|current| current.id);
        current == Some(placed.id)
            || versions.iter().any(|version| version.id == placed.id && version.standing < Standing::Past)
    };
    // Nobody is to decide for a district that is no more.
    districts.iter().any(|district| is_there(district) && is_asked(district))
}

/// Tells that another version was adopted on the same day and holds today, so that nobody has said which one goes.
fn tell_twin<R: Versioned>(
    context: &Context<'_>,
    placed: &RecordAt<'_, R>,
    districts: &[DistrictId],
    findings: &mut Vec<Finding>,
) {
    for district in districts {
        let versions = Versions::<R>::of(context.register, district.as_str(), context.today);
        let own = versions.iter().find(|version| version.id == placed.id);
        let (Some(own), Some(held)) = (own, versions.in_force()) else { continue };
        let holds = own.record.period().contains(context.today);
        if own.id != held.id && own.adopted.is_some() && own.adopted == held.adopted && holds {
            let name = context.register.district_name(district.as_str());
            let message = checks::TwoInForce { what: R::KIND.name(), name, held: held.id };
            findings.push(placed.finding(message, Spot::Value(vec![Step::from("adopted")])));
            return;
        }
    }
}

fn look<R: Record>(
    context: &Context<'_>,
    placed: &RecordAt<'_, R>,
    name: &str,
    is_asked: bool,
    adoptable: Adoptable<'_>,
    findings: &mut Vec<Finding>,
) {
    let what = R::KIND.name();
    let mut tell = |message: Message<Arg>, field: Option<&'static str>| {
        let spot = field.map_or(Spot::File, |field| Spot::Value(vec![Step::from(field)]));
        findings.push(Finding::new(message, placed.file, spot));
    };
    // What was adopted once is not changed, whether it still holds or not.
    if adoptable.is_changed() {
        tell(checks::ChangedSinceAdoption { what, name }.into(), Some("seal"));
    }
    for (field, decision) in [("proposed", adoptable.proposed), ("adopted", adoptable.adopted)] {
        if let Some(decision) = decision.filter(|decision| is_of_other_matter(context, decision, R::KIND, placed.id)) {
            let decision = decision.as_str();
            tell(checks::DecisionOfOtherMatter { what, name, decision }.into(), Some(field));
        }
    }
    if !is_asked {
        return;
    }
    let meeting = |decision: Option<&DecisionRef>| {
        decision.and_then(|decision| context.register.meetings.get_entry(decision.id()))
    };
    let (proposed, adopted) = (meeting(adoptable.proposed), meeting(adoptable.adopted));
    if adoptable.proposed.is_none() {
        tell(checks::NotProposed { what, name }.into(), None);
    }
    let was_proposed = proposed.is_some_and(|(_, meeting)| match meeting.status {
        Some(MeetingStatus::Held) => true,
        Some(MeetingStatus::Cancelled) => false,
        Some(MeetingStatus::Planned) | None => meeting.on.is_some_and(|on| on < context.today),
    });
    if adoptable.adopted.is_none() {
        if was_proposed && !is_on_agenda(context, R::KIND, placed.id) {
            tell(checks::NotAdopted { what, name }.into(), None);
        }
        return;
    }
    let Some((id, meeting)) = adopted else { return };
    if adoptable.seal.is_empty() {
        tell(checks::NotSealed { what, name }.into(), Some("adopted"));
    }
    if meeting.status != Some(MeetingStatus::Held) {
        let message = checks::AdoptedInMeetingNotHeld { what, name, meeting: id };
        tell(message.into(), Some("adopted"));
    }
    if let Some(body) = wrong_body(context, meeting) {
        tell(checks::AdoptedByWrongBody { what, name, body }.into(), Some("adopted"));
    }
    if let (Some(adopted), Some(proposed)) = (meeting.on, proposed.and_then(|(_, meeting)| meeting.on))
        && adopted < proposed
    {
        let message = checks::AdoptedBeforeProposed { what, name, adopted, proposed };
        tell(message.into(), Some("adopted"));
    }
}

/// Whether a document says that a decision is its own that does not concern it.
fn is_of_other_matter(context: &Context<'_>, decision: &DecisionRef, kind: Kind, id: &str) -> bool {
    let Some(element) = decision.element() else { return false };
    let meeting = context.register.meetings.get(decision.id());
    let own = meeting.and_then(|meeting| meeting.decision.iter().find(|own| own.id.as_str() == element));
    own.is_some_and(|own| !own.concerns.iter().any(|about| is_about(about.as_str(), kind, id)))
}

/// Whether a document is on the agenda of a meeting ahead, of a body that may adopt it.
fn is_on_agenda(context: &Context<'_>, kind: Kind, id: &str) -> bool {
    let ahead = context.register.meetings.iter().filter(|(_, meeting)| {
        meeting.status == Some(MeetingStatus::Planned)
            && meeting.on.is_some_and(|on| on >= context.today)
            && wrong_body(context, meeting).is_none()
    });
    let mut items = ahead.flat_map(|(_, meeting)| &meeting.item).flat_map(|item| &item.concerns);
    items.any(|about| is_about(about.as_str(), kind, id))
}

/// Whether a reference names a record.
fn is_about(reference: &str, kind: Kind, id: &str) -> bool {
    let pointer = Target::Anything.parse(reference);
    pointer.is_some_and(|pointer| pointer.kind == Some(kind) && pointer.id == id)
}

/// The name of the body that met, where it may not adopt.
fn wrong_body<'r>(context: &Context<'r>, meeting: &'r Meeting) -> Option<&'r str> {
    let body = context.register.bodies.get(meeting.body.as_ref()?.as_str())?;
    (!body.r#type.is_some_and(BodyType::adopts)).then_some(&*body.name)
}
