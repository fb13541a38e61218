//! Ensure that each district has a target picture, a situation picture and an action plan (D4, D6, L1).

use crate::check::rule::{Context, RecordAt, Rule, Run};
use crate::message::checks;
use crate::model::{District, Finding, Spot};

pub(in crate::check) const TARGET_PICTURE: Rule =
    Rule::warning(checks::DISTRICT_WITHOUT_TARGET_PICTURE, "D4", Run::District(run));
// Found by the same look.
pub(in crate::check) const SITUATION: Rule = Rule::warning(checks::DISTRICT_WITHOUT_SITUATION, "L1", Run::Elsewhere);
pub(in crate::check) const ACTION_PLAN: Rule =
    Rule::warning(checks::DISTRICT_WITHOUT_ACTION_PLAN, "D6", Run::Elsewhere);

/// What the municipality as a whole owes is the Act's, not the decision's: `report law` tells of that.
fn run(context: &Context<'_>, placed: &RecordAt<'_, District>, findings: &mut Vec<Finding>) {
    let (district, name, today) = (placed.record, &*placed.record.name, context.today);
    if district.is_municipality() || !district.lifetime().contains(today) {
        return;
    }
    let has_picture = context.register.target_pictures_of(placed.id, today).iter().any(|own| !own.record.is_empty());
    let plans = context.register.action_plans_of(placed.id, today);
    let has_plan = plans.iter().any(|plan| plan.record.period.from.is_some());
    let missing = [
        (!has_picture).then(|| checks::district_without_target_picture(name)),
        context.links.latest_situation(placed.id, today).is_none().then(|| checks::district_without_situation(name)),
        (!has_plan).then(|| checks::district_without_action_plan(name)),
    ];
    findings.extend(missing.into_iter().flatten().map(|message| placed.finding(message, Spot::File)));
}
