//! Ensure that causes in the situation are not answered by social prevention alone, and the other way round (L2).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{District, Finding, PreventionKind};

pub(in crate::check) const RULE: Rule = Rule::note(checks::PREVENTION_MISMATCH, "L2", Run::District(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, District>, findings: &mut Vec<Finding>) {
    for (place, problem) in placed.record.problem.iter().enumerate() {
        let mut kinds: Vec<Option<PreventionKind>> = problem.cause.iter().map(|cause| cause.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        // Where one's kind is not known, it may well be of the other.
        let [Some(cause)] = *kinds else { continue };
        let answering = context.links.answering(&format!("{}#{}", placed.id, problem.id));
        let kinds: Vec<PreventionKind> = answering.iter().filter_map(|(_, record)| record.prevention.kind).collect();
        // One whose kind is not known may well be of the right one.
        if kinds.is_empty() || kinds.len() < answering.len() || kinds.contains(&cause) {
            continue;
        }
        let (title, name) = (&*problem.title, &*placed.record.name);
        let message = checks::PreventionMismatch { cause: cause.code(), title, name };
        findings.push(placed.finding(message, at!["problem", place]).about(problem.id.as_str()));
    }
}
