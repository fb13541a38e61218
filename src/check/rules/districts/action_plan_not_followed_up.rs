//! Ensure that a district's action plan is followed up every second year at least (the Act, section 6).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{District, EVERY_SECOND_YEAR, Finding, Kind, Standing};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::ACTION_PLAN_NOT_FOLLOWED_UP, "L1", Run::District(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, District>, findings: &mut Vec<Finding>) {
    let register = context.register;
    let Some(plan) = register.action_plans_of(placed.id, context.today).current() else { return };
    if plan.standing == Standing::Coming || !placed.record.lifetime().contains(context.today) {
        return;
    }
    // A follow-up of the plan before it says nothing of this one.
    let Some(since) = plan.record.period.from.max(plan.record.last_follow_up(register)) else { return };
    if since < context.today.minus_months(EVERY_SECOND_YEAR)
        && let Some(file) = register.file(Kind::ActionPlan, plan.id)
    {
        let message = checks::ActionPlanNotFollowedUp { name: &*placed.record.name, since };
        findings.push(Finding::new(message, file, at!["followed_up"]));
    }
}
