//! Ensure that no text may point somebody out without a name (L10): one person by age, kin or sex, close to a house.
//!
//! It is a warning: who could be meant is for a person to judge. See [`crate::personal_data`].

use crate::check::rule::{Context, Place, Rule, Run};
use crate::model::{Finding, Spot, Step, Value};
use crate::personal_data::pointing_out;

pub(in crate::check) const RULE: Rule = Rule::warning("may-point-out-someone", "L10", Run::Value(run));

fn run(_: &Context<'_>, place: &Place<'_>, path: &[Step], value: Value<'_>, findings: &mut Vec<Finding>) {
    if let Value::Text(text) = value
        && pointing_out(text).is_some()
    {
        findings.push(Finding::new(RULE.code, place.file, Spot::Value(path.to_vec())));
    }
}
