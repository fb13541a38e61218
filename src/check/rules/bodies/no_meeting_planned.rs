//! Ensure that a body that is to meet has a meeting planned.

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{Body, Finding, MeetingStatus};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::NO_MEETING_PLANNED, "D37", Run::Body(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, Body>, findings: &mut Vec<Finding>) {
    // What is no more owes nothing, and what is to end may have no more to meet for.
    if !placed.record.lifetime().contains(context.today) || placed.record.until.is_some() {
        return;
    }
    if placed.record.cadence.phase_on(context.today).is_none_or(|phase| phase.times.is_none_or(|times| times < 1)) {
        return;
    }
    let is_ahead = context.links.meetings(placed.id).iter().any(|(_, meeting)| {
        meeting.status == Some(MeetingStatus::Planned) && meeting.on.is_some_and(|day| day >= context.today)
    });
    if !is_ahead {
        findings.push(placed.finding(checks::no_meeting_planned(&*placed.record.name), at!["cadence"]));
    }
}
