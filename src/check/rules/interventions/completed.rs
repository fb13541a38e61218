//! Ensure that it is known how a completed intervention went, and what it led to (D5, D33).

use crate::check::rule::{Context, On, Rule, Run, at};
use crate::model::{Finding, IndicatorKind, Intervention, Status};

pub(in crate::check) const FOLLOW_UP: Rule =
    Rule::warning("completed-without-follow-up", "D33", Run::Intervention(run));
// Found by the same look.
pub(in crate::check) const OUTCOME: Rule = Rule::warning("completed-without-outcome", "D5", Run::Elsewhere);

fn run(_: &Context<'_>, on: &On<'_, Intervention>, findings: &mut Vec<Finding>) {
    let record = on.record;
    if record.status != Some(Status::Completed) {
        return;
    }
    let mut outcomes = record.indicator.iter().filter(|indicator| indicator.kind == Some(IndicatorKind::Outcome));
    let has_outcome = outcomes.any(|indicator| record.latest_value(indicator.id.as_str()).is_some());
    let rule = match (record.follow_up.is_empty(), has_outcome) {
        (true, _) => FOLLOW_UP,
        (false, false) => OUTCOME,
        (false, true) => return,
    };
    findings.push(rule.on(on, at!["status"]).text("title", &*record.title));
}
