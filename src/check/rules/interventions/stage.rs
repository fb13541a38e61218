//! Ensure that an intervention's status agrees with its days.

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{Finding, Intervention, Status};

pub(in crate::check) const PAST_PERIOD: Rule =
    Rule::warning(checks::ONGOING_PAST_PERIOD, "D33", Run::Intervention(run));
// Found by the same look.
pub(in crate::check) const NOT_BEGUN: Rule = Rule::warning(checks::ONGOING_NOT_BEGUN, "D33", Run::Elsewhere);
pub(in crate::check) const PAST_START: Rule = Rule::warning(checks::PLANNED_PAST_START, "D33", Run::Elsewhere);

fn run(context: &Context<'_>, placed: &RecordAt<'_, Intervention>, findings: &mut Vec<Finding>) {
    let (record, today) = (placed.record, context.today);
    let (from, until) = (record.actual_period().from, record.actual_period().until);
    let title = &*record.title;
    match record.status {
        Some(Status::Ongoing) => {
            if let Some(until) = until.filter(|until| *until < today) {
                findings.push(placed.finding(checks::OngoingPastPeriod { title, until }, at!["status"]));
            }
            // That a day on which it is said to have begun is to come is told of that day.
            if let Some(from) = from.filter(|from| *from > today && record.started.is_none()) {
                findings.push(placed.finding(checks::OngoingNotBegun { title, from }, at!["status"]));
            }
        }
        Some(Status::Planned) => {
            if let Some(from) = record.period.from.filter(|from| *from < today) {
                findings.push(placed.finding(checks::PlannedPastStart { title, from }, at!["status"]));
            }
        }
        _ => {}
    }
}
