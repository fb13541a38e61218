//! Ensure that nothing ends before it begins.

use crate::check::rule::{AnyRecordAt, Context, Rule, Run};
use crate::message::checks;
use crate::model::{Day, Fields, Finding, KeyPath, Spot, Step, Value};
use std::borrow::Cow;

pub(in crate::check) const RULE: Rule = Rule::error(checks::DATE_ORDER, "format", Run::Record(run));

/// The fields of one table that come in an order.
const IN_ORDER: &[(&str, &str)] = &[("from", "until"), ("started", "ended"), ("began", "due")];

fn run(_: &Context<'_>, placed: &AnyRecordAt<'_>, findings: &mut Vec<Finding>) {
    table(placed, placed.fields, &mut Vec::new(), findings);
}

fn table(placed: &AnyRecordAt<'_>, fields: &dyn Fields, path: &mut KeyPath, findings: &mut Vec<Finding>) {
    for (first, last) in IN_ORDER {
        if let (Value::Day(from), Value::Day(until)) = (fields.get(first), fields.get(last))
            && until < from
        {
            path.push(Step::Key(Cow::Borrowed(last)));
            findings.push(finding(placed, path, from, until));
            path.pop();
        }
    }
    for (index, field) in fields.shape().fields.iter().enumerate() {
        let has_tables = field.shape.table().is_some() || matches!(field.shape, crate::model::Shape::Cadence);
        if !has_tables {
            continue;
        }
        path.push(Step::Key(Cow::Borrowed(field.name)));
        match fields.value(index) {
            Value::Table(inner) => table(placed, inner, path, findings),
            Value::List(list) => {
                for index in 0..list.len() {
                    if let Value::Table(inner) = list.at(index) {
                        path.push(Step::Index(index));
                        table(placed, inner, path, findings);
                        path.pop();
                    }
                }
            }
            _ => {}
        }
        path.pop();
    }
}

fn finding(placed: &AnyRecordAt<'_>, path: &[Step], from: Day, until: Day) -> Finding {
    placed.finding(checks::DateOrder { until, from }, Spot::Value(path.to_vec()))
}
