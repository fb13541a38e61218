//! Ensure that causes in the situation are not answered by social prevention alone, and the other way round (L2).

use crate::check::rule::{Context, On, Rule, Run, at};
use crate::model::{District, Finding, PreventionKind};

pub(in crate::check) const RULE: Rule = Rule::note("prevention-mismatch", "L2", Run::District(run));

fn run(context: &Context<'_>, on: &On<'_, District>, findings: &mut Vec<Finding>) {
    for (place, problem) in on.record.problem.iter().enumerate() {
        let [cause] = *problem.cause_kinds else { continue };
        let answering = context.links.answering(&format!("{}#{}", on.id, problem.id));
        let kinds: Vec<PreventionKind> = answering.iter().filter_map(|(_, record)| record.prevention.kind).collect();
        // One whose kind is not known may well be of the right one.
        if kinds.is_empty() || kinds.len() < answering.len() || kinds.contains(&cause) {
            continue;
        }
        let finding = RULE.on(on, at!["problem", place, "cause_kinds"]).about(problem.id.as_str());
        let finding = finding.text("title", &*problem.title).text("name", &*on.record.name);
        findings.push(finding.text("cause", cause.code()));
    }
}
