//! Ensure that what an inspection found is seen to in time (L7).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{Finding, Situation};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::INSPECTION_ACTION_LATE, "L7", Run::Situation(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, Situation>, findings: &mut Vec<Finding>) {
    for (place, observation) in placed.record.observation.iter().enumerate() {
        let action = &observation.action;
        let Some(due) = action.due.filter(|due| *due < context.today && action.done_on.is_none()) else { continue };
        let spot = at!["observation", place, "action", "due"];
        let place = if observation.place.is_empty() { observation.id.as_str() } else { &*observation.place };
        let message = checks::InspectionActionLate { text: &*action.text, place, due };
        findings.push(placed.finding(message, spot).about(observation.id.as_str()));
    }
}
