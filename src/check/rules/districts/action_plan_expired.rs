//! Ensure that a district has an action plan that still holds.

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{District, Finding, Kind};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::ACTION_PLAN_EXPIRED, "D23", Run::District(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, District>, findings: &mut Vec<Finding>) {
    let versions = context.register.action_plans_of(placed.id, context.today);
    if let Some(last) = versions.lapsed()
        && let Some(until) = last.record.period.until
        && let Some(file) = context.register.file(Kind::ActionPlan, last.id)
        && placed.record.lifetime().contains(context.today)
    {
        let message = checks::ActionPlanExpired { name: &*placed.record.name, until };
        findings.push(Finding::new(message, file, at!["period", "until"]));
    }
}
