//! Ensure that each promise is followed up for each whole term (L4).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::measure::due_term;
use crate::message::checks;
use crate::model::{Agreement, Finding};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::COMMITMENT_WITHOUT_FOLLOW_UP, "L4", Run::Agreement(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, Agreement>, findings: &mut Vec<Finding>) {
    let term = due_term(&context.register.settings, context.today);
    let period = &placed.record.period;
    if !period.contains(term.first()) || !period.contains(term.last()) {
        return;
    }
    for (place, commitment) in context.known_of(placed).commitment.iter().enumerate() {
        let is_told = commitment
            .follow_up
            .iter()
            .any(|told| told.period.is_some_and(|told| told.first() >= term.first() && told.last() <= term.last()));
        if !is_told {
            let (text, title) = (&*commitment.text, &*placed.record.title);
            let message = checks::CommitmentWithoutFollowUp { text, title, term };
            findings.push(placed.finding(message, at!["commitment", place]).about(commitment.id.as_str()));
        }
    }
}
