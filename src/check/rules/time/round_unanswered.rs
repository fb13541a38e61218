//! Ensure that those who are asked in the latest round of inventory have answered when its day has passed (D6).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{Answer, Finding, Round};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::ROUND_UNANSWERED, "D6", Run::Round(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, Round>, findings: &mut Vec<Finding>) {
    let round = context.known_of(placed);
    let (Some(term), Some(due), true) = (round.period, round.due, round.is_over(context.today)) else { return };
    // An older one that was never answered is history.
    if context.known.latest_round().is_none_or(|(_, latest)| latest.period != Some(term)) {
        return;
    }
    for (place, answer) in placed.record.answer.iter().enumerate() {
        // What is dated later has not come, and who is asked later is not late.
        let is_open = |known: &Answer| known.body == answer.body && known.is_open();
        let (Some(body), true) = (&answer.body, round.answer.iter().any(is_open)) else { continue };
        let name = context.register.body_name(body.as_str());
        let message = checks::RoundUnanswered { name, term, due };
        findings.push(placed.finding(message, at!["answer", place, "body"]));
    }
}
