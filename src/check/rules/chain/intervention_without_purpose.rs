//! Ensure that an intervention serves a goal or answers a problem (L2).

use crate::check::rule::{Context, On, Rule, Run, at};
use crate::model::{Finding, Intervention};

pub(in crate::check) const RULE: Rule = Rule::warning("intervention-without-purpose", "L2", Run::Intervention(run));

fn run(_: &Context<'_>, on: &On<'_, Intervention>, findings: &mut Vec<Finding>) {
    let record = on.record;
    if record.is_alive() && record.goals.is_empty() && record.problems.is_empty() {
        findings.push(RULE.on(on, at!["title"]).text("title", &*record.title));
    }
}
