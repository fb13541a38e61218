//! Ensure that what was said to be counted or measured is (D5).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{Finding, Intervention, Status};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::INDICATOR_WITHOUT_VALUES, "D5", Run::Intervention(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, Intervention>, findings: &mut Vec<Finding>) {
    let record = context.known_of(placed);
    if record.follow_up.is_empty() || !matches!(record.status, Some(Status::Ongoing | Status::Completed)) {
        return;
    }
    for (place, indicator) in record.indicator.iter().enumerate() {
        if record.latest_value(indicator.id.as_str()).is_none() {
            let message = checks::IndicatorWithoutValues { indicator: &*indicator.name, title: &*record.title };
            findings.push(placed.finding(message, at!["indicator", place]).about(indicator.id.as_str()));
        }
    }
}
