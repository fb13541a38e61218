//! Ensure that what is said to be ongoing has been touched within two cycles of follow-up (D6, D33).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{Finding, Intervention, Status};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::UNTOUCHED, "D33", Run::Intervention(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, Intervention>, findings: &mut Vec<Finding>) {
    let Some(touched) = &context.past.touched else { return };
    if placed.record.status == Some(Status::Ongoing) && !touched.files.contains(placed.file) {
        let message = checks::Untouched { title: &*placed.record.title, since: touched.since };
        findings.push(placed.finding(message, at!["status"]));
    }
}
