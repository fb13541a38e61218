//! Ensure that every municipality-wide goal is served by a district's goal or by an intervention (D1).

use crate::check::rule::{Context, Rule, Run, at};
use crate::format::SETTINGS_FILE;
use crate::message::checks;
use crate::model::Finding;

pub(in crate::check) const RULE: Rule = Rule::warning(checks::MUNICIPAL_GOAL_UNSERVED, "D1", Run::Register(run));

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (place, goal) in context.register.settings.goal.iter().enumerate() {
        let id = goal.id.as_str();
        let by_goal =
            || context.register.goal_versions().any(|own| own.goal.serves.iter().any(|served| served.as_str() == id));
        if context.links.serving(id).is_empty() && !by_goal() {
            let message = checks::municipal_goal_unserved(&*goal.title);
            findings.push(Finding::new(message, SETTINGS_FILE, at!["goal", place]).about(id));
        }
    }
}
