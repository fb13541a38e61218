//! A record that rows of an inventory tell of, before it is written.

use crate::exchange::grid::At;
use crate::exchange::import::ReadRow;
use crate::format::Edit;
use crate::model::{Finding, Spot as ModelSpot, Step, TableShape};
use std::rc::Rc;
use toml::{Table, Value};

/// A record that rows tell of.
pub struct Draft<'r> {
    /// Its id.
    pub id: String,
    /// Whether it is new.
    pub is_new: bool,
    /// What its file says.
    pub table: Rc<Table>,
    /// What becomes of its file, where it is not new.
    pub edits: Vec<Edit>,
    /// The first row that says something that is new of it, as its papers name it.
    pub source: Option<Value>,
    /// The rows that tell of it, of which there is one at least.
    pub rows: Vec<&'r ReadRow>,
}

impl Draft<'_> {
    /// Takes away what the rules refuse, and says where each of it stands.
    pub fn without<'f>(&mut self, refused: &[&'f Finding], shape: &'static TableShape) -> Vec<(At, &'f Finding)> {
        let mut told = Vec::new();
        for finding in refused {
            let (ModelSpot::Value(path) | ModelSpot::Key(path)) = &finding.spot else { continue };
            let Some(Step::Key(field)) = path.first() else { continue };
            if self.is_new {
                take_away(Rc::make_mut(&mut self.table), shape, path);
            } else {
                let is_of_it = |edit: &Edit| edit.path().first() == path.first();
                self.edits.retain(|edit| !is_of_it(edit));
            }
            let row = self.rows.iter().find(|row| row.says(field)).or(self.rows.first());
            told.extend(row.map(|row| (row.at(field), *finding)));
        }
        told
    }
}

/// Takes a value out of a record: the field itself where its table can be without it, and else all of the table.
fn take_away(table: &mut Table, shape: &'static TableShape, path: &[Step]) {
    let Some((Step::Key(name), rest)) = path.split_first() else { return };
    let inner = shape.field(name).and_then(|field| field.shape.table());
    let goes_on = |rest: &[Step]| match (inner, rest.first()) {
        (Some(inner), Some(Step::Key(name))) => inner.field(name).is_some_and(|field| !field.required).then_some(inner),
        _ => None,
    };
    match (table.get_mut(name.as_ref()), rest.split_first()) {
        (Some(Value::Array(list)), Some((Step::Index(place), rest))) if *place < list.len() => {
            match (list.get_mut(*place), goes_on(rest)) {
                (Some(Value::Table(part)), Some(inner)) => take_away(part, inner, rest),
                _ => drop(list.remove(*place)),
            }
            if list.is_empty() {
                table.remove(name.as_ref());
            }
        }
        (Some(Value::Table(part)), Some(_)) if goes_on(rest).is_some() => {
            if let Some(inner) = goes_on(rest) {
                take_away(part, inner, rest);
            }
            if part.is_empty() {
                table.remove(name.as_ref());
            }
        }
        _ => drop(table.remove(name.as_ref())),
    }
}
