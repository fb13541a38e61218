//! Ensure that every problem is answered, by a goal or by an intervention (L2).

use crate::check::rule::{Context, On, Rule, Run, at};
use crate::model::{District, Finding};

pub(in crate::check) const RULE: Rule = Rule::warning("unanswered-problem", "L2", Run::District(run));

fn run(context: &Context<'_>, on: &On<'_, District>, findings: &mut Vec<Finding>) {
    for (place, problem) in on.record.problem.iter().enumerate() {
        let is_answered =
            !problem.answers.is_empty() || !context.links.answering(&format!("{}#{}", on.id, problem.id)).is_empty();
        if !is_answered {
            let finding = RULE.on(on, at!["problem", place]).about(problem.id.as_str());
            findings.push(finding.text("title", &*problem.title).text("name", &*on.record.name));
        }
    }
}
