//! Ensure that what an inspection found is seen to in time (L7).

use crate::check::rule::{Context, On, Rule, Run, at};
use crate::model::{Finding, Situation};

pub(in crate::check) const RULE: Rule = Rule::warning("inspection-action-late", "L7", Run::Situation(run));

fn run(context: &Context<'_>, on: &On<'_, Situation>, findings: &mut Vec<Finding>) {
    for (place, observation) in on.record.observation.iter().enumerate() {
        let action = &observation.action;
        let Some(due) = action.due.filter(|due| *due < context.today && action.done_on.is_none()) else { continue };
        let responsible = context.register.name_of_body(action.responsible.as_ref());
        let finding = RULE.on(on, at!["observation", place, "action", "due"]).about(observation.id.as_str());
        let place = if observation.place.is_empty() { observation.id.as_str() } else { &*observation.place };
        let finding = finding.text("text", &*action.text).text("place", place);
        findings.push(finding.day("due", due).text("responsible", responsible));
    }
}
