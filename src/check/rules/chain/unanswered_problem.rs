//! Ensure that every problem is answered, by a goal or by an intervention (L2).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{District, Finding};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::UNANSWERED_PROBLEM, "L2", Run::District(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, District>, findings: &mut Vec<Finding>) {
    for (place, problem) in placed.record.problem.iter().enumerate() {
        let is_answered = !problem.answers.is_empty()
            || !context.links.answering(&format!("{}#{}", placed.id, problem.id)).is_empty();
        if !is_answered {
            let message = checks::UnansweredProblem { title: &*problem.title, name: &*placed.record.name };
            findings.push(placed.finding(message, at!["problem", place]).about(problem.id.as_str()));
        }
    }
}
