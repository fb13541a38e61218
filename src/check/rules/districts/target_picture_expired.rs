//! Ensure that a district's target picture still holds.

use crate::check::rule::{Context, On, Rule, Run, at};
use crate::message::checks;
use crate::model::{District, Finding};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::TARGET_PICTURE_EXPIRED, "D23", Run::District(run));

fn run(context: &Context<'_>, on: &On<'_, District>, findings: &mut Vec<Finding>) {
    if let Some(until) = on.record.target_picture.valid_until
        && until < context.today
    {
        let message = checks::TargetPictureExpired { name: &*on.record.name, until };
        findings.push(on.finding(message, at!["target_picture", "valid_until"]));
    }
}
