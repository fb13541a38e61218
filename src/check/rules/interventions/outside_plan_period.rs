//! Ensure that an intervention that is part of an action plan is done while the plan lasts (D23).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{Finding, Intervention};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::OUTSIDE_PLAN_PERIOD, "D23", Run::Intervention(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, Intervention>, findings: &mut Vec<Finding>) {
    let record = placed.record;
    let period = record.actual_period();
    if record.part_of_plan != Some(true) || period.is_unknown() || !record.is_alive() {
        return;
    }
    let districts = record.districts.iter().filter_map(|id| context.register.districts.get(id.as_str()));
    let mut plans =
        districts.filter(|district| district.has_action_plan()).map(|district| &district.action_plan).peekable();
    if plans.peek().is_some() && !plans.any(|plan| plan.period.overlaps(&period)) {
        findings.push(placed.finding(checks::outside_plan_period(&*record.title), at!["period"]));
    }
}
