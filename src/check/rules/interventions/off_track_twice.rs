//! Ensure that an intervention that deviates twice in a row is raised: that a need is, or that it is decided on
//! (D32).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{Assessment, Finding, Intervention, Kind};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::OFF_TRACK_TWICE, "D32", Run::Intervention(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, Intervention>, findings: &mut Vec<Finding>) {
    let record = context.known_of(placed);
    if !record.is_alive() || record.follow_up.len() < 2 {
        return;
    }
    let newest = record.newest_follow_ups();
    let [last, before, ..] = newest.as_slice() else { return };
    let off = |assessment| assessment == Some(Assessment::OffTrack);
    let (true, true, Some(since)) = (off(last.assessment), off(before.assessment), before.on) else { return };
    let is_raised = record.needs.iter().any(|need| need.raised_on.is_some_and(|on| on >= since))
        || context
            .links
            .decisions(Kind::Intervention, placed.id)
            .iter()
            .any(|decision| decision.meeting.on.is_some_and(|on| on >= since));
    if !is_raised {
        let place = placed.record.follow_up.iter().position(|told| told == *last).unwrap_or_default();
        let message = checks::OffTrackTwice { title: &*record.title, since };
        findings.push(placed.finding(message, at!["follow_up", place, "assessment"]));
    }
}
