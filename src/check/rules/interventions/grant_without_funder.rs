//! Ensure that it is known who grants a grant (D11).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{Finding, Intervention, MoneySource};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::GRANT_WITHOUT_FUNDER, "D11", Run::Intervention(run));

fn run(_: &Context<'_>, placed: &RecordAt<'_, Intervention>, findings: &mut Vec<Finding>) {
    for (place, row) in placed.record.budget.iter().enumerate() {
        if row.source.is_some_and(MoneySource::is_grant) && row.funder.is_empty() {
            let year = row.year.map(|year| year.to_string()).unwrap_or_default();
            let message = checks::GrantWithoutFunder { year, title: &*placed.record.title };
            findings.push(placed.finding(message, at!["budget", place]));
        }
    }
}
