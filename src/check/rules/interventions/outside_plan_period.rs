//! Ensure that an intervention that is a measure of an action plan is done while the plan lasts (D23).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{ActionPlan, Finding, Intervention};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::OUTSIDE_PLAN_PERIOD, "D23", Run::Intervention(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, Intervention>, findings: &mut Vec<Finding>) {
    let period = placed.record.actual_period();
    if period.is_unknown() || !placed.record.is_alive() {
        return;
    }
    let is_gone_by = |id: &str, plan: &ActionPlan| {
        plan.period.from.is_some()
            && plan.districts.iter().any(|district| {
                let current = context.register.action_plans_of(district.as_str(), context.today).current();
                current.is_some_and(|current| current.id == id)
            })
    };
    let plans = context.links.plans_with(placed.id).iter().filter(|(id, plan)| is_gone_by(id, plan));
    let mut plans = plans.peekable();
    if plans.peek().is_some() && !plans.any(|(_, plan)| plan.period.overlaps(&period)) {
        findings.push(placed.finding(checks::outside_plan_period(&*placed.record.title), at!["period"]));
    }
}
