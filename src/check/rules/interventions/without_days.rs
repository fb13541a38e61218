//! Ensure that it is known when what goes on began, and when what is over ended: what is to be followed up is counted by
//! those days (D33).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{Finding, Intervention, Status};

pub(in crate::check) const START: Rule = Rule::warning(checks::ONGOING_WITHOUT_START, "D33", Run::Intervention(run));
// Found by the same look.
pub(in crate::check) const END: Rule = Rule::warning(checks::COMPLETED_WITHOUT_END, "D33", Run::Elsewhere);

fn run(_: &Context<'_>, placed: &RecordAt<'_, Intervention>, findings: &mut Vec<Finding>) {
    let (record, period) = (placed.record, placed.record.actual_period());
    let message = match record.status {
        Some(Status::Ongoing) if period.from.is_none() => checks::ongoing_without_start(&*record.title),
        Some(Status::Completed) if period.until.is_none() => checks::completed_without_end(&*record.title),
        _ => return,
    };
    findings.push(placed.finding(message, at!["status"]));
}
