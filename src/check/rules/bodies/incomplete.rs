//! Ensure that a body that governs has a mission, a mandate, tasks, members, a convenor, a cadence and
//! support: forums without them are what the decision found wrong (D5).

use crate::check::rule::{Context, RecordAt, Rule, Run};
use crate::message::{Message, checks};
use crate::model::{Arg, Body, BodyType, Finding, Spot, Step};

pub(in crate::check) const MISSION: Rule = Rule::warning(checks::BODY_WITHOUT_MISSION, "D5", Run::Body(run));
// Found by the same look.
pub(in crate::check) const MANDATE: Rule = Rule::warning(checks::BODY_WITHOUT_MANDATE, "D5", Run::Elsewhere);
pub(in crate::check) const TASKS: Rule = Rule::warning(checks::BODY_WITHOUT_TASKS, "D5", Run::Elsewhere);
pub(in crate::check) const MEMBERS: Rule = Rule::warning(checks::BODY_WITHOUT_MEMBERS, "D5", Run::Elsewhere);
pub(in crate::check) const CONVENOR: Rule = Rule::warning(checks::BODY_WITHOUT_CONVENOR, "D21", Run::Elsewhere);
pub(in crate::check) const CADENCE: Rule = Rule::warning(checks::BODY_WITHOUT_CADENCE, "D37", Run::Elsewhere);
pub(in crate::check) const SUPPORT: Rule = Rule::warning(checks::BODY_WITHOUT_SUPPORT, "D27", Run::Elsewhere);

fn run(context: &Context<'_>, placed: &RecordAt<'_, Body>, findings: &mut Vec<Finding>) {
    // What is no more owes nothing.
    if !placed.record.lifetime().contains(context.today) {
        return;
    }
    let body = placed.record;
    if !body.r#type.is_some_and(BodyType::governs) {
        return;
    }
    let name = &*body.name;
    let has_support = !body.support.is_empty();
    // The decision names resources for the model's three groups alone (D21, D27, D37).
    let owes_support = body.r#type.is_some_and(BodyType::is_steering);
    let missing: [Option<Message<Arg>>; 7] = [
        body.mission.is_empty().then(|| checks::body_without_mission(name)),
        body.mandate.is_empty().then(|| checks::body_without_mandate(name)),
        body.tasks.is_empty().then(|| checks::body_without_tasks(name)),
        body.members.is_empty().then(|| checks::body_without_members(name)),
        body.convenor.is_empty().then(|| checks::body_without_convenor(name)),
        body.cadence.0.is_empty().then(|| checks::body_without_cadence(name)),
        (owes_support && !has_support).then(|| checks::body_without_support(name)),
    ];
    let finding = |message| placed.finding(message, Spot::Key(vec![Step::from("type")]));
    findings.extend(missing.into_iter().flatten().map(finding));
}
