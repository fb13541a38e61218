//! Ensure that a district's target picture still holds.

use crate::check::rule::{Context, On, Rule, Run, at};
use crate::model::{District, Finding};

pub(in crate::check) const RULE: Rule = Rule::warning("target-picture-expired", "D23", Run::District(run));

fn run(context: &Context<'_>, on: &On<'_, District>, findings: &mut Vec<Finding>) {
    if let Some(until) = on.record.target_picture.valid_until
        && until < context.today
    {
        findings
            .push(RULE.on(on, at!["target_picture", "valid_until"]).text("name", &*on.record.name).day("until", until));
    }
}
