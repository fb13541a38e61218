//! Ensure that a district's action plan still holds.

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{District, Finding};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::ACTION_PLAN_EXPIRED, "D23", Run::District(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, District>, findings: &mut Vec<Finding>) {
    if let Some(until) = placed.record.action_plan.period.until
        && until < context.today
    {
        let message = checks::ActionPlanExpired { name: &*placed.record.name, until };
        findings.push(placed.finding(message, at!["action_plan", "period", "until"]));
    }
}
