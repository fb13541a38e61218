//! Ensure that case numbers fit the register's own pattern (L9).

use crate::check::rule::{Context, Place, Rule, Run};
use crate::model::{Finding, Spot, Step, Value};

pub(in crate::check) const RULE: Rule = Rule::error("bad-case-number", "L9", Run::Value(run));

fn run(context: &Context<'_>, place: &Place<'_>, path: &[Step], value: Value<'_>, findings: &mut Vec<Finding>) {
    let (Value::CaseNumber(number), Some(pattern)) = (value, &context.case_number) else {
        return;
    };
    if !pattern.is_match(number) {
        let spot = Spot::Value(path.to_vec());
        findings.push(Finding::new(RULE.code, place.file, spot).text("number", number));
    }
}
