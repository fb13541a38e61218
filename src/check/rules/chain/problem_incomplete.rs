//! Ensure that a problem that has a priority has causes, and situation pictures that show it (L2).

use crate::check::rule::{Context, On, Rule, Run, at};
use crate::model::{District, Finding};

pub(in crate::check) const CAUSE: Rule = Rule::warning("problem-without-cause", "L2", Run::District(run));
// Found by the same look.
pub(in crate::check) const EVIDENCE: Rule = Rule::warning("problem-without-evidence", "L2", Run::Elsewhere);

fn run(_: &Context<'_>, on: &On<'_, District>, findings: &mut Vec<Finding>) {
    for (place, problem) in on.record.problem.iter().enumerate().filter(|(_, problem)| problem.rank.is_some()) {
        let owes = [(CAUSE, problem.causes.is_empty()), (EVIDENCE, problem.evidence.is_empty())];
        for (rule, _) in owes.iter().filter(|(_, is_missing)| *is_missing) {
            let finding = rule.on(on, at!["problem", place]).about(problem.id.as_str());
            findings.push(finding.text("title", &*problem.title).text("name", &*on.record.name));
        }
    }
}
