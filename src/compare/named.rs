//! The records that are named in what changed.

use super::difference::Change;
use super::records::{RecordChange, What};
use crate::model::{Kind, Shape};
use toml::{Table, Value};

/// Gives the kind and id of each record that is named in a change, and whether an element of it is: in what is new or gone,
/// and in what differs.
pub fn each_named(change: &RecordChange, each: &mut dyn FnMut(Kind, &str, bool)) {
    let shape = Some(Shape::Table(change.subject.shape()));
    if matches!(change.what, What::Added | What::Removed) {
        let states = change.before.iter().chain(&change.after);
        states.filter_map(|state| state.table.as_ref()).for_each(|table| in_table(table, shape, each));
    }
    for difference in &change.differences {
        for (element, shape) in difference.parts.iter().filter_map(|part| part.element.as_ref()) {
            in_table(element, shape.map(Shape::Table), each);
        }
        let shape = difference.shape.map(|shape| shape.0);
        match &difference.change {
            Change::Value(before, after) => {
                before.iter().chain(after).for_each(|value| in_value(value, shape, each));
            }
            Change::List(before, after) => {
                before.iter().chain(after).for_each(|value| in_value(value, shape, each));
            }
            Change::Added(_, element) | Change::Removed(_, element) => in_table(element, shape, each),
            Change::Moved(..) => {}
        }
    }
}

fn in_table(table: &Table, shape: Option<Shape>, each: &mut dyn FnMut(Kind, &str, bool)) {
    let inner = shape.as_ref().and_then(Shape::inner);
    for (key, value) in table {
        in_value(value, inner.and_then(|inner| inner.field(key)).map(|field| field.shape), each);
    }
}

fn in_value(value: &Value, shape: Option<Shape>, each: &mut dyn FnMut(Kind, &str, bool)) {
    match (value, shape.as_ref().map(Shape::single)) {
        (Value::String(text), Some(Shape::Reference(target))) => {
            if let Some(pointer) = target.parse(text)
                && let Some(kind) = pointer.kind
            {
                each(kind, pointer.id, pointer.element.is_some());
            }
        }
        (Value::Table(table), _) => in_table(table, shape, each),
        (Value::Array(list), _) => list.iter().for_each(|value| in_value(value, shape, each)),
        _ => {}
    }
}
