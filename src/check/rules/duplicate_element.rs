//! Ensure that no two elements of one list in a record have the same id, or name the same; and of a district, which is named
//! with them, `ryd#trygga-kvallar`, that none of any list has.

use crate::check::rule::{AnyRecordAt, Context, Rule, Run};
use crate::message::checks;
use crate::model::{Field, Fields, Finding, KeyPath, Kind, Shape, Spot, Step, Value};
use std::borrow::Cow;

pub(in crate::check) const RULE: Rule = Rule::error(checks::DUPLICATE_ELEMENT, "format", Run::Record(run));

fn run(context: &Context<'_>, placed: &AnyRecordAt<'_>, findings: &mut Vec<Finding>) {
    table(placed, placed.fields, &mut Vec::new(), findings);
    match placed.kind {
        Kind::District => across(placed, &mut Vec::new(), findings),
        Kind::TargetPicture => {
            let picture = context.register.target_pictures.get(placed.id);
            let district =
                picture.and_then(|own| context.register.districts.get_entry(own.district.as_ref()?.as_str()));
            // What the district has is taken; its goals may be in every version.
            let mut taken = district.map(|(_, district)| ids(district)).unwrap_or_default();
            across(placed, &mut taken, findings);
        }
        _ => {}
    }
}

/// The ids of the elements of a table, however far in.
fn ids(fields: &dyn Fields) -> Vec<(KeyPath, String)> {
    fn within(fields: &dyn Fields, path: &mut KeyPath, found: &mut Vec<(KeyPath, String)>) {
        for (index, field) in fields.shape().fields.iter().enumerate() {
            let Value::List(list) = fields.value(index) else { continue };
            path.push(Step::Key(Cow::Borrowed(field.name)));
            for place in 0..list.len() {
                let Value::Table(element) = list.at(place) else { continue };
                path.push(Step::Index(place));
                let key = element.shape().key.filter(|_| element.element_id().is_some());
                if let Some((key, id)) = key.zip(element.element_id()) {
                    let spot = path.iter().cloned().chain([Step::Key(Cow::Borrowed(key))]).collect();
                    found.push((spot, id.to_owned()));
                }
                within(element, path, found);
                path.pop();
            }
            path.pop();
        }
    }
    let mut found = Vec::new();
    within(fields, &mut Vec::new(), &mut found);
    found
}

/// Finds ids that an element of another list has too.
fn across(placed: &AnyRecordAt<'_>, taken: &mut Vec<(KeyPath, String)>, findings: &mut Vec<Finding>) {
    let list = |path: &KeyPath| path[..path.len().saturating_sub(2)].to_vec();
    let is_given = taken.len();
    for (path, id) in ids(placed.fields) {
        // Of one list, it has been told.
        let is_other = |(place, (known, other)): (usize, &(KeyPath, String))| {
            *other == id && (place < is_given || list(known) != list(&path))
        };
        if taken.iter().enumerate().any(is_other) {
            findings.push(placed.finding(checks::duplicate_element(&*id), Spot::Value(path.clone())));
        }
        taken.push((path, id));
    }
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
                let names = |field: &&Field| field.shape.is_element() || matches!(field.shape, Shape::Reference(_));
                let by_id = shape.key.and_then(|key| shape.field(key)).filter(names);
                let mut seen: Vec<&str> = Vec::new();
                for index in 0..list.len() {
                    let Value::Table(element) = list.at(index) else {
                        continue;
                    };
                    path.push(Step::Index(index));
                    let named = || match element.get(by_id?.name) {
                        Value::Id(id) | Value::Reference(_, id) => Some(id),
                        _ => None,
                    };
                    if let (Some(key), Some(id)) = (by_id, named()) {
                        if seen.contains(&id) {
                            let mut spot = path.clone();
                            spot.push(Step::Key(Cow::Borrowed(key.name)));
                            findings.push(placed.finding(checks::duplicate_element(id), Spot::Value(spot)));
                        }
                        seen.push(id);
                    }
                    table(placed, element, path, findings);
                    path.pop();
                }
            }
            _ => {}
        }
        path.pop();
    }
}
