//! Ensure that it is known what money an intervention has (D11).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{Finding, Intervention, Status};

pub(in crate::check) const RULE: Rule =
    Rule::warning(checks::INTERVENTION_WITHOUT_MONEY, "D11", Run::Intervention(run));

fn run(_: &Context<'_>, placed: &RecordAt<'_, Intervention>, findings: &mut Vec<Finding>) {
    let record = placed.record;
    let is_current = matches!(record.status, Some(Status::Planned | Status::Ongoing));
    if is_current && record.budget.is_empty() && record.actual.is_empty() {
        findings.push(placed.finding(checks::intervention_without_money(&*record.title), at!["title"]));
    }
}
