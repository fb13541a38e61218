//! Ensure that each district has a target picture, a situation picture and an action plan (D4, D6, L1).

use crate::check::rule::{Context, On, Rule, Run};
use crate::model::{District, Finding, Spot};

pub(in crate::check) const TARGET_PICTURE: Rule =
    Rule::warning("district-without-target-picture", "D4", Run::District(run));
// Found by the same look.
pub(in crate::check) const SITUATION: Rule = Rule::warning("district-without-situation", "L1", Run::Elsewhere);
pub(in crate::check) const ACTION_PLAN: Rule = Rule::warning("district-without-action-plan", "D6", Run::Elsewhere);

fn run(context: &Context<'_>, on: &On<'_, District>, findings: &mut Vec<Finding>) {
    let district = on.record;
    let owes = [
        (TARGET_PICTURE, district.has_target_picture()),
        (SITUATION, context.links.latest_situation(on.id, context.today).is_some()),
        (ACTION_PLAN, district.has_action_plan()),
    ];
    for (rule, _) in owes.iter().filter(|(_, is_there)| !is_there) {
        findings.push(rule.on(on, Spot::File).text("name", &*district.name));
    }
}
