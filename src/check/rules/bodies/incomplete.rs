//! Ensure that a body that governs has a mission, a mandate, tasks, members, a convenor, a cadence and
//! support: forums without them are what the decision found wrong (D5).

use crate::check::rule::{Context, On, Rule, Run};
use crate::model::{Body, BodyType, Finding, Spot, Step};

pub(in crate::check) const MISSION: Rule = Rule::warning("body-without-mission", "D5", Run::Body(run));
// Found by the same look.
pub(in crate::check) const MANDATE: Rule = Rule::warning("body-without-mandate", "D5", Run::Elsewhere);
pub(in crate::check) const TASKS: Rule = Rule::warning("body-without-tasks", "D5", Run::Elsewhere);
pub(in crate::check) const MEMBERS: Rule = Rule::warning("body-without-members", "D5", Run::Elsewhere);
pub(in crate::check) const CONVENOR: Rule = Rule::warning("body-without-convenor", "D21", Run::Elsewhere);
pub(in crate::check) const CADENCE: Rule = Rule::warning("body-without-cadence", "D37", Run::Elsewhere);
pub(in crate::check) const SUPPORT: Rule = Rule::warning("body-without-support", "D27", Run::Elsewhere);

fn run(_: &Context<'_>, on: &On<'_, Body>, findings: &mut Vec<Finding>) {
    let body = on.record;
    if !body.r#type.is_some_and(BodyType::governs) {
        return;
    }
    let owes = [
        (MISSION, body.mission.is_empty()),
        (MANDATE, body.mandate.is_empty()),
        (TASKS, body.tasks.is_empty()),
        (MEMBERS, body.members.is_empty()),
        (CONVENOR, body.convenor.is_empty()),
        (CADENCE, body.cadence.0.is_empty()),
        // The decision names resources for the model's three groups alone (D21, D27, D37).
        (SUPPORT, body.support.is_empty() && body.r#type.is_some_and(BodyType::is_steering)),
    ];
    for (rule, _) in owes.iter().filter(|(_, is_missing)| *is_missing) {
        findings.push(rule.on(on, Spot::Key(vec![Step::from("type")])).text("name", &*body.name));
    }
}
