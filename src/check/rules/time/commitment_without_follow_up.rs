//! Ensure that each promise is followed up for each whole term (L4).

use crate::check::rule::{Context, On, Rule, Run, at};
use crate::message::checks;
use crate::model::{Agreement, Finding};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::COMMITMENT_WITHOUT_FOLLOW_UP, "L4", Run::Agreement(run));

fn run(context: &Context<'_>, on: &On<'_, Agreement>, findings: &mut Vec<Finding>) {
    let term = context.register.settings.due_term(context.today);
    let period = &on.record.period;
    if !period.contains(term.first()) || !period.contains(term.last()) {
        return;
    }
    for (place, commitment) in on.record.commitment.iter().enumerate() {
        let is_told = commitment
            .follow_up
            .iter()
            .any(|told| told.period.is_some_and(|told| told.first() >= term.first() && told.last() <= term.last()));
        if !is_told {
            let (text, title) = (&*commitment.text, &*on.record.title);
            let message = checks::CommitmentWithoutFollowUp { text, title, term };
            findings.push(on.finding(message, at!["commitment", place]).about(commitment.id.as_str()));
        }
    }
}
