//! Ensure that something is done for every goal (D31).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{Finding, TargetPicture};

pub(in crate::check) const RULE: Rule =
    Rule::warning(checks::GOAL_WITHOUT_INTERVENTION, "D31", Run::TargetPicture(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, TargetPicture>, findings: &mut Vec<Finding>) {
    let Some(district) = context.district_gone_by(placed.id, placed.record) else { return };
    for (place, goal) in placed.record.goal.iter().enumerate() {
        if context.links.serving(&format!("{district}#{}", goal.id)).is_empty() {
            let name = context.register.district_name(district);
            let message = checks::GoalWithoutIntervention { title: &*goal.title, name };
            findings.push(placed.finding(message, at!["goal", place]).about(goal.id.as_str()));
        }
    }
}
