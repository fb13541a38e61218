//! Ensure that no two elements of one list in a record have the same id.

use crate::check::rule::{AnyRecordAt, Context, Rule, Run};
use crate::message::checks;
use crate::model::{Fields, Finding, KeyPath, Kind, Spot, Step, Value};
use std::borrow::Cow;

pub(in crate::check) const RULE: Rule = Rule::error(checks::DUPLICATE_ELEMENT, "format", Run::Record(run));

fn run(_: &Context<'_>, placed: &AnyRecordAt<'_>, findings: &mut Vec<Finding>) {
    table(placed, placed.fields, &mut Vec::new(), findings);
}

/// The same in `register.toml`.
pub(super) fn in_settings(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let fields = &context.register.settings;
    let placed = AnyRecordAt { kind: Kind::District, id: "", file: crate::format::SETTINGS_FILE, fields };
    table(&placed, fields, &mut Vec::new(), findings);
}

fn table(placed: &AnyRecordAt<'_>, fields: &dyn Fields, path: &mut KeyPath, findings: &mut Vec<Finding>) {
    for (index, field) in fields.shape().fields.iter().enumerate() {
        let Some(shape) = field.shape.table() else {
            continue;
        };
        path.push(Step::Key(Cow::Borrowed(field.name)));
        match fields.value(index) {
            Value::Table(inner) => table(placed, inner, path, findings),
            Value::List(list) => {
                let by_id = shape.key.and_then(|key| shape.field(key)).filter(|field| field.shape.is_element());
                let mut seen: Vec<&str> = Vec::new();
                for index in 0..list.len() {
                    let Value::Table(element) = list.at(index) else {
                        continue;
                    };
                    path.push(Step::Index(index));
                    if let (Some(key), Some(id)) = (by_id, element.element_id()) {
                        if seen.contains(&id) {
                            let mut spot = path.clone();
                            spot.push(Step::Key(Cow::Borrowed(key.name)));
                            findings.push(placed.finding(checks::duplicate_element(id), Spot::Value(spot)));
                        }
                        seen.push(id);
                    }
                    path.pop();
                }
            }
            _ => {}
        }
        path.pop();
    }
}
