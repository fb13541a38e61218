//! Ensure that a district has a target picture that still holds.

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{District, Finding, Kind};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::TARGET_PICTURE_EXPIRED, "D23", Run::District(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, District>, findings: &mut Vec<Finding>) {
    let versions = context.register.target_pictures_of(placed.id, context.today);
    if let Some(last) = versions.lapsed()
        && let Some(until) = last.record.period.until
        && let Some(file) = context.register.file(Kind::TargetPicture, last.id)
        && placed.record.lifetime().contains(context.today)
    {
        let message = checks::TargetPictureExpired { name: &*placed.record.name, until };
        findings.push(Finding::new(message, file, at!["period", "until"]));
    }
}
