//! Ensure that case numbers fit the register's own pattern (L9).

use crate::check::rule::{AnyRecordAt, Context, Rule, Run};
use crate::message::checks;
use crate::model::{Finding, Spot, Step, Value};

pub(in crate::check) const RULE: Rule = Rule::error(checks::BAD_CASE_NUMBER, "L9", Run::Value(run));

fn run(context: &Context<'_>, placed: &AnyRecordAt<'_>, path: &[Step], value: Value<'_>, findings: &mut Vec<Finding>) {
    let (Value::CaseNumber(number), Some(pattern)) = (value, &context.case_number) else {
        return;
    };
    if !pattern.is_match(number) {
        findings.push(placed.finding(checks::bad_case_number(number), Spot::Value(path.to_vec())));
    }
}
