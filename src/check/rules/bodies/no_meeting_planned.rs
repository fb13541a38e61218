//! Ensure that a body that is to meet has a meeting planned.

use crate::check::rule::{Context, On, Rule, Run, at};
use crate::message::checks;
use crate::model::{Body, Finding, MeetingStatus};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::NO_MEETING_PLANNED, "D37", Run::Body(run));

fn run(context: &Context<'_>, on: &On<'_, Body>, findings: &mut Vec<Finding>) {
    if on.record.cadence.phase_on(context.today).is_none_or(|phase| phase.times.is_none_or(|times| times < 1)) {
        return;
    }
    let is_ahead = context.links.meetings(on.id).iter().any(|(_, meeting)| {
        meeting.status == Some(MeetingStatus::Planned) && meeting.on.is_some_and(|day| day >= context.today)
    });
    if !is_ahead {
        findings.push(on.finding(checks::no_meeting_planned(&*on.record.name), at!["cadence"]));
    }
}
