//! Ensure that a district's latest situation picture is not older than the limit: the Act says every second
//! year at least (section 6), and a register may say more often.

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{Finding, Situation};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::SITUATION_TOO_OLD, "L1", Run::Situation(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, Situation>, findings: &mut Vec<Finding>) {
    let told = placed.record.told_until(context.today);
    let (Some(district), Some(until)) = (&placed.record.district, told) else { return };
    let months = context.register.settings.situation_max_age();
    let is_latest = || context.links.is_latest(placed.id, placed.record, context.today);
    if until < context.today.minus_months(months) && is_latest() {
        let name = context.register.district_name(district.as_str());
        findings.push(placed.finding(checks::SituationTooOld { name, until, months }, at!["period"]));
    }
}
