//! Ensure that a district's action plan still holds.

use crate::check::rule::{Context, On, Rule, Run, at};
use crate::model::{District, Finding};

pub(in crate::check) const RULE: Rule = Rule::warning("action-plan-expired", "D23", Run::District(run));

fn run(context: &Context<'_>, on: &On<'_, District>, findings: &mut Vec<Finding>) {
    if let Some(until) = on.record.action_plan.period.until
        && until < context.today
    {
        let finding = RULE.on(on, at!["action_plan", "period", "until"]).text("name", &*on.record.name);
        findings.push(finding.day("until", until));
    }
}
