//! Ensure that a meeting that was held has minutes, when the days of grace are over.

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{Finding, Meeting, MeetingStatus};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::MEETING_NOT_MINUTED, "D33", Run::Meeting(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, Meeting>, findings: &mut Vec<Finding>) {
    let (meeting, grace) = (placed.record, context.register.settings.grace_days());
    let Some(day) = meeting.on else { return };
    if meeting.status == Some(MeetingStatus::Held) && meeting.minutes.is_none() && day.plus_days(grace) < context.today
    {
        let body = context.register.name_of_body(meeting.body.as_ref());
        findings.push(placed.finding(checks::MeetingNotMinuted { body, on: day }, at!["status"]));
    }
}
