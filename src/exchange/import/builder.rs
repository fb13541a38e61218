//! A record that is put together cell by cell.

use super::route::Route;
use crate::catalog::{Understand, fill_ids, parse_value};
use crate::model::{Field, Shape, TableShape};
use toml::{Table, Value};

/// A record that is being put together: its tables, and the elements of its lists of tables by what they go by.
#[derive(Debug, Clone, Default)]
pub(super) struct Builder {
    table: Table,
}

/// A part of a list that can't be, since something lacks that every such part says.
#[derive(Debug, Clone)]
pub(super) struct Lacking {
    /// The list.
    pub field: &'static Field,
    /// The table of its elements.
    pub table: &'static TableShape,
    /// What lacks, by name.
    pub names: Vec<&'static str>,
}

impl Builder {
    /// Puts a value where a column's cells go. What is there already stays, but for lists and long texts, which grow.
    pub fn put(&mut self, route: &Route, value: Value) {
        let Some((last, before)) = route.steps().split_last() else { return };
        let mut table = &mut self.table;
        for step in before {
            let inner = table.entry(step.field.name).or_insert_with(|| Value::Table(Table::new()));
            let Value::Table(inner) = inner else { return };
            table = inner;
            if step.field.shape.is_list() {
                let element = table.entry(step.key.clone()).or_insert_with(|| Value::Table(Table::new()));
                let Value::Table(element) = element else { return };
                table = element;
            }
        }
        match (table.get_mut(last.field.name), value) {
            (Some(Value::Array(values)), Value::Array(more)) => {
                more.into_iter().for_each(|value| {
                    if !values.contains(&value) {
                        values.push(value)
                    }
                });
            }
            (Some(Value::String(text)), Value::String(more)) if route.takes_several() => {
                if !text.contains(&more) {
                    text.push_str("\n\n");
                    text.push_str(&more);
                }
            }
            (Some(_), _) => {}
            (None, value) => drop(table.insert(last.field.name.to_owned(), value)),
        }
    }

    /// Whether something stands where a column's cells go, or its list has no such element.
    pub fn is_filled(&self, route: &Route) -> bool {
        let mut table = &self.table;
        for step in route.steps() {
            let Some(value) = table.get(step.field.name) else {
                // A part of a list is filled up where it is there, and not made.
                return step.field.shape.is_list() && step.field.shape.table().is_some();
            };
            let Value::Table(inner) = value else { return true };
            table = inner;
            if step.field.shape.is_list() {
                let Some(Value::Table(element)) = table.get(&step.key) else { return true };
                table = element;
            }
        }
        true
    }

    /// The record, and the parts of lists that were left out of it.
    pub fn finish(self, shape: &'static TableShape, understand: &dyn Understand) -> (Table, Vec<Lacking>) {
        let mut lacking = Vec::new();
        let mut table = finished(self.table, shape, understand, &mut lacking);
        fill_ids(&mut table, shape);
        (table, lacking)
    }
}

/// What is said of no element of a list in particular goes for all of them, where columns tell of some by what they go by.
fn spread(mut elements: Table) -> Table {
    let is_of_some = elements.keys().any(|key| !key.is_empty());
    if is_of_some && let Some(Value::Table(for_all)) = elements.remove("") {
        for (_, element) in &mut elements {
            if let Value::Table(element) = element {
                for (name, value) in &for_all {
                    element.entry(name.clone()).or_insert_with(|| value.clone());
                }
            }
        }
    }
    elements
}

fn finished(
    table: Table,
    shape: &'static TableShape,
    understand: &dyn Understand,
    lacking: &mut Vec<Lacking>,
) -> Table {
    let mut whole = Table::new();
    for (name, value) in table {
        let (Some(field), Value::Table(inner)) = (shape.field(&name), &value) else {
            whole.insert(name, value);
            continue;
        };
        let Some(table) = field.shape.table() else { continue };
        if !matches!(field.shape, Shape::List(_)) {
            whole.insert(name, Value::Table(finished(inner.clone(), table, understand, lacking)));
            continue;
        }
        let mut elements = Vec::new();
        for (key, element) in spread(inner.clone()) {
            let Value::Table(element) = element else { continue };
            let mut element = finished(element.clone(), table, understand, lacking);
            if let Some(known_by) = table.key.and_then(|key| table.field(key))
                && !key.is_empty()
                && let Ok(value) = parse_value(known_by.name, known_by, &key, understand)
            {
                element.insert(known_by.name.to_owned(), value);
            }
            let is_lacking = |own: &&Field| own.required && !own.shape.is_element() && !element.contains_key(own.name);
            let names: Vec<&'static str> = table.fields.iter().filter(is_lacking).map(|own| own.name).collect();
            match names.as_slice() {
                [] => elements.push(Value::Table(element)),
                _ => lacking.push(Lacking { field, table, names }),
            }
        }
        if !elements.is_empty() {
            whole.insert(name, Value::Array(elements));
        }
    }
    whole
}
