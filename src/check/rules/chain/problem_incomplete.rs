//! Ensure that a problem that has a priority has causes, and situation pictures that show it (L2).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::{Message, checks};
use crate::model::{Arg, District, Finding};

pub(in crate::check) const CAUSE: Rule = Rule::warning(checks::PROBLEM_WITHOUT_CAUSE, "L2", Run::District(run));
// Found by the same look.
pub(in crate::check) const EVIDENCE: Rule = Rule::warning(checks::PROBLEM_WITHOUT_EVIDENCE, "L2", Run::Elsewhere);

fn run(_: &Context<'_>, placed: &RecordAt<'_, District>, findings: &mut Vec<Finding>) {
    for (place, problem) in placed.record.problem.iter().enumerate().filter(|(_, problem)| problem.rank.is_some()) {
        let (title, name) = (&*problem.title, &*placed.record.name);
        let missing: [Option<Message<Arg>>; 2] = [
            problem.cause.is_empty().then(|| checks::ProblemWithoutCause { title, name }.into()),
            problem.evidence.is_empty().then(|| checks::ProblemWithoutEvidence { title, name }.into()),
        ];
        let finding = |message| placed.finding(message, at!["problem", place]).about(problem.id.as_str());
        findings.extend(missing.into_iter().flatten().map(finding));
    }
}
