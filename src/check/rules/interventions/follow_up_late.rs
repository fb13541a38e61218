//! Ensure that an ongoing intervention was followed up in the last whole term (D33, L4).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::measure::late;
use crate::message::checks;
use crate::model::{Finding, Intervention};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::FOLLOW_UP_LATE, "D33", Run::Intervention(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, Intervention>, findings: &mut Vec<Finding>) {
    let register = context.register;
    let record = context.known_of(placed);
    if let Some(term) = late((placed.id, record), register, context.today) {
        let by = register.name_of_body(record.responsible_on(context.today));
        findings.push(placed.finding(checks::FollowUpLate { title: &*placed.record.title, term, by }, at!["title"]));
    }
}
