//! Ensure that an intervention serves a goal or answers a problem or a cause (L2).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{Finding, Intervention};

pub(in crate::check) const RULE: Rule =
    Rule::warning(checks::INTERVENTION_WITHOUT_PURPOSE, "L2", Run::Intervention(run));

fn run(_: &Context<'_>, placed: &RecordAt<'_, Intervention>, findings: &mut Vec<Finding>) {
    let record = placed.record;
    if record.is_alive() && record.goals.is_empty() && record.problems.is_empty() && record.causes.is_empty() {
        findings.push(placed.finding(checks::intervention_without_purpose(&*record.title), at!["title"]));
    }
}
