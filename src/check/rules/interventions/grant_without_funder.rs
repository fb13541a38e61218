//! Ensure that it is known who grants a grant (D11).

use crate::check::rule::{Context, On, Rule, Run, at};
use crate::model::{Finding, Intervention, MoneySource};

pub(in crate::check) const RULE: Rule = Rule::warning("grant-without-funder", "D11", Run::Intervention(run));

fn run(_: &Context<'_>, on: &On<'_, Intervention>, findings: &mut Vec<Finding>) {
    for (place, row) in on.record.budget.iter().enumerate() {
        if row.source.is_some_and(MoneySource::is_grant) && row.funder.is_empty() {
            let year = row.year.map(|year| year.to_string()).unwrap_or_default();
            let finding = RULE.on(on, at!["budget", place]);
            findings.push(finding.text("title", &*on.record.title).text("year", year));
        }
    }
}
