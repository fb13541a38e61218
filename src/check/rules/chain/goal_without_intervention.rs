//! Ensure that something is done for every goal (D31).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{District, Finding};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::GOAL_WITHOUT_INTERVENTION, "D31", Run::District(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, District>, findings: &mut Vec<Finding>) {
    for (place, goal) in placed.record.target_picture.goal.iter().enumerate() {
        if context.links.serving(&format!("{}#{}", placed.id, goal.id)).is_empty() {
            let message = checks::GoalWithoutIntervention { title: &*goal.title, name: &*placed.record.name };
            findings.push(placed.finding(message, at!["target_picture", "goal", place]).about(goal.id.as_str()));
        }
    }
}
