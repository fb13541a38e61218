//! Ensure that a meeting whose day has passed is no longer planned.

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{Finding, Meeting, MeetingStatus};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::MEETING_PAST_PLANNED, "D33", Run::Meeting(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, Meeting>, findings: &mut Vec<Finding>) {
    let Some(day) = placed.record.on else { return };
    if placed.record.status == Some(MeetingStatus::Planned) && day < context.today {
        let body = context.register.name_of_body(placed.record.body.as_ref());
        findings.push(placed.finding(checks::MeetingPastPlanned { body, on: day }, at!["status"]));
    }
}
