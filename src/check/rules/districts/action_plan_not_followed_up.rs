//! Ensure that a district's action plan is followed up every second year at least (the Act, section 6).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{District, EVERY_SECOND_YEAR, Finding};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::ACTION_PLAN_NOT_FOLLOWED_UP, "L1", Run::District(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, District>, findings: &mut Vec<Finding>) {
    let plan = &placed.record.action_plan;
    // A follow-up of the plan before it says nothing of this one.
    let Some(since) = plan.period.from.max(plan.last_follow_up(context.register)) else { return };
    if since < context.today.minus_months(EVERY_SECOND_YEAR) {
        let message = checks::ActionPlanNotFollowedUp { name: &*placed.record.name, since };
        findings.push(placed.finding(message, at!["action_plan", "followed_up"]));
    }
}
