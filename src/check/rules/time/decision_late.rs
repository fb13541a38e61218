//! Ensure that decisions are carried out in time (D33).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{Finding, Meeting};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::DECISION_LATE, "D33", Run::Meeting(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, Meeting>, findings: &mut Vec<Finding>) {
    for (place, decision) in context.known_of(placed).decision.iter().enumerate() {
        let (true, Some(due)) = (decision.is_late(context.today), decision.due) else { continue };
        let message = checks::DecisionLate { text: &*decision.text, due };
        findings.push(placed.finding(message, at!["decision", place, "due"]).about(decision.id.as_str()));
    }
}
