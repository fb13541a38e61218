//! Ensure that an event known in advance is prepared: that a body leads, and that something is done (D34).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{District, Finding};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::EVENT_UNPREPARED, "D34", Run::District(run));

/// How many days ahead an event is to be prepared.
const DAYS_AHEAD: i64 = 60;

fn run(context: &Context<'_>, placed: &RecordAt<'_, District>, findings: &mut Vec<Finding>) {
    let today = context.today;
    for (place, event) in placed.record.event.iter().enumerate() {
        let Some(from) = event.from else { continue };
        let missing = match (event.lead.is_none(), event.interventions.is_empty()) {
            (true, true) => "both",
            (true, false) => "lead",
            (false, true) => "intervention",
            (false, false) => continue,
        };
        if event.until.unwrap_or(from) < today || from > today.plus_days(DAYS_AHEAD) {
            continue;
        }
        let (title, name) = (&*event.title, &*placed.record.name);
        let message = checks::EventUnprepared { title, name, from, missing };
        findings.push(placed.finding(message, at!["event", place]).about(event.id.as_str()));
    }
}
