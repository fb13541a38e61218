//! Ensure that no text may point somebody out without a name (L10): one person by age, kin or sex, close to a house.
//!
//! It is a warning: who could be meant is for a person to judge. See [`crate::personal_data`].

use crate::check::rule::{AnyRecordAt, Context, Rule, Run};
use crate::message::checks;
use crate::model::{Finding, Spot, Step, Value};
use crate::personal_data::pointing_out;

pub(in crate::check) const RULE: Rule = Rule::warning(checks::MAY_POINT_OUT_SOMEONE, "L10", Run::Value(run));

/// Whether a text may point somebody out.
pub(in crate::check) fn may_point_out(text: &str) -> bool {
    pointing_out(text).is_some()
}

fn run(_: &Context<'_>, placed: &AnyRecordAt<'_>, path: &[Step], value: Value<'_>, findings: &mut Vec<Finding>) {
    if let Value::Text(text) = value
        && may_point_out(text)
    {
        findings.push(placed.finding(checks::may_point_out_someone(), Spot::Value(path.to_vec())));
    }
}
