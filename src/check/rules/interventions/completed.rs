//! Ensure that it is known how a completed intervention went, and what it led to (D5, D33).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{Finding, IndicatorKind, Intervention, Status};

pub(in crate::check) const FOLLOW_UP: Rule =
    Rule::warning(checks::COMPLETED_WITHOUT_FOLLOW_UP, "D33", Run::Intervention(run));
// Found by the same look.
pub(in crate::check) const OUTCOME: Rule = Rule::warning(checks::COMPLETED_WITHOUT_OUTCOME, "D5", Run::Elsewhere);

fn run(context: &Context<'_>, placed: &RecordAt<'_, Intervention>, findings: &mut Vec<Finding>) {
    let record = context.known_of(placed);
    if record.status != Some(Status::Completed) {
        return;
    }
    let mut outcomes = record.indicator.iter().filter(|indicator| indicator.kind == Some(IndicatorKind::Outcome));
    let has_outcome = outcomes.any(|indicator| record.latest_value(indicator.id.as_str()).is_some());
    let message = match (record.follow_up.is_empty(), has_outcome) {
        (true, _) => checks::completed_without_follow_up(&*record.title),
        (false, false) => checks::completed_without_outcome(&*record.title),
        (false, true) => return,
    };
    findings.push(placed.finding(message, at!["status"]));
}
