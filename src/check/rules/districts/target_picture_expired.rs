//! Ensure that a district's target picture still holds.

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{District, Finding};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::TARGET_PICTURE_EXPIRED, "D23", Run::District(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, District>, findings: &mut Vec<Finding>) {
    if let Some(until) = placed.record.target_picture.valid_until
        && until < context.today
    {
        let message = checks::TargetPictureExpired { name: &*placed.record.name, until };
        findings.push(placed.finding(message, at!["target_picture", "valid_until"]));
    }
}
