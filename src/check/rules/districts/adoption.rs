//! Ensure that target pictures, action plans and situation pictures are proposed by the one group and adopted
//! by the other, in that order, in meetings that were held; and that they still say what was adopted (D23, D30).

use crate::check::rule::{Context, RecordAt, Rule, Run};
use crate::message::{Message, checks};
use crate::model::{
    Adoptable, Arg, BodyType, District, Finding, Meeting, MeetingId, MeetingStatus, Situation, Spot, Step, fingerprint,
};

pub(in crate::check) const NOT_PROPOSED: Rule = Rule::warning(checks::NOT_PROPOSED, "D30", Run::District(in_district));
// Found by the same look, in districts and in situation pictures.
pub(in crate::check) const NOT_ADOPTED: Rule = Rule::warning(checks::NOT_ADOPTED, "D23", Run::Situation(in_situation));
pub(in crate::check) const WRONG_BODY: Rule = Rule::warning(checks::ADOPTED_BY_WRONG_BODY, "D23", Run::Elsewhere);
pub(in crate::check) const NOT_HELD: Rule = Rule::warning(checks::ADOPTED_IN_MEETING_NOT_HELD, "D23", Run::Elsewhere);
pub(in crate::check) const TOO_EARLY: Rule = Rule::warning(checks::ADOPTED_BEFORE_PROPOSED, "D30", Run::Elsewhere);
pub(in crate::check) const CHANGED: Rule = Rule::warning(checks::CHANGED_SINCE_ADOPTION, "D23", Run::Elsewhere);

fn in_district(context: &Context<'_>, placed: &RecordAt<'_, District>, findings: &mut Vec<Finding>) {
    for adoptable in placed.record.adoptables() {
        look(context, placed.file, &placed.record.name, &adoptable, findings);
    }
}

/// Only the latest situation picture of a district is asked: those before it are history.
fn in_situation(context: &Context<'_>, placed: &RecordAt<'_, Situation>, findings: &mut Vec<Finding>) {
    let Some(district) = &placed.record.district else { return };
    if context.links.is_latest(placed.id, placed.record, context.today) {
        let name = context.register.district_name(district.as_str());
        look(context, placed.file, name, &placed.record.adoptable(), findings);
    }
}

fn look(context: &Context<'_>, file: &str, name: &str, adoptable: &Adoptable<'_>, findings: &mut Vec<Finding>) {
    let what = adoptable.what;
    let finding = |message: Message<Arg>, field: Option<&'static str>| {
        let path: Vec<Step> = adoptable.key.into_iter().chain(field).map(Step::from).collect();
        let spot = if path.is_empty() { Spot::File } else { Spot::Value(path) };
        Finding::new(message, file, spot)
    };
    let meeting = |id: Option<&MeetingId>| id.and_then(|id| context.register.meetings.get_entry(id.as_str()));
    let (proposed, adopted) = (meeting(adoptable.proposed), meeting(adoptable.adopted));
    if adoptable.proposed.is_none() {
        findings.push(finding(checks::NotProposed { what, name }.into(), None));
    }
    let was_proposed = proposed.is_some_and(|(_, meeting)| match meeting.status {
        Some(MeetingStatus::Held) => true,
        Some(MeetingStatus::Cancelled) => false,
        Some(MeetingStatus::Planned) | None => meeting.on.is_some_and(|on| on < context.today),
    });
    if adoptable.adopted.is_none() {
        if was_proposed {
            findings.push(finding(checks::NotAdopted { what, name }.into(), None));
        }
        return;
    }
    if let Some((id, meeting)) = adopted {
        if meeting.status != Some(MeetingStatus::Held) {
            let message = checks::AdoptedInMeetingNotHeld { what, name, meeting: id };
            findings.push(finding(message.into(), Some("adopted")));
        }
        if let Some(body) = wrong_body(context, meeting) {
            findings.push(finding(checks::AdoptedByWrongBody { what, name, body }.into(), Some("adopted")));
        }
        if let (Some(adopted), Some(proposed)) = (meeting.on, proposed.and_then(|(_, meeting)| meeting.on))
            && adopted < proposed
        {
            let message = checks::AdoptedBeforeProposed { what, name, adopted, proposed };
            findings.push(finding(message.into(), Some("adopted")));
        }
    }
    if !adoptable.fingerprint.is_empty() && adoptable.fingerprint != fingerprint(adoptable.fields) {
        findings.push(finding(checks::ChangedSinceAdoption { what, name }.into(), Some("fingerprint")));
    }
}

/// The name of the body that met, where it may not adopt.
fn wrong_body<'r>(context: &Context<'r>, meeting: &'r Meeting) -> Option<&'r str> {
    let body = context.register.bodies.get(meeting.body.as_ref()?.as_str())?;
    (!body.r#type.is_some_and(BodyType::adopts)).then_some(&*body.name)
}
