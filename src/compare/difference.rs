//! The fields in which two states of a record differ.

use super::matching::matched;
use super::rank::Rank;
use crate::catalog::{ShapeAt, shape_of};
use crate::model::{Field, KeyPath, Kind, Settings, Shape, Step, Table as _, TableShape};
use std::collections::HashSet;
use toml::{Table, Value};

/// A field, or an element of a list, that is not as it was.
#[derive(Debug, Clone)]
pub struct Difference {
    /// The path to it in what was, by places of lists as they were.
    pub path: KeyPath,
    /// The same path as people name it.
    pub parts: Vec<PathPart>,
    /// What its values look like; nothing where no field has that key.
    pub shape: Option<ShapeAt>,
    /// What happened to it.
    pub change: Change,
    /// How much that matters.
    pub rank: Rank,
}

/// A step of the path to a field.
#[derive(Debug, Clone)]
pub struct PathPart {
    /// The name of the table that the field belongs to.
    pub table: &'static str,
    /// The name of the field, or a key that no field has.
    pub field: String,
    /// The element of the list that it is, as it is now, and its fields.
    pub element: Option<(Table, Option<&'static TableShape>)>,
}

impl PathPart {
    /// The field that it names, as the program has it; nothing where no field has that key.
    #[must_use]
    pub fn known_field(&self) -> Option<&'static Field> {
        fn within(shape: &'static TableShape, part: &PathPart) -> Option<&'static Field> {
            if shape.name == part.table {
                return shape.field(&part.field);
            }
            shape.fields.iter().filter_map(|field| field.shape.inner()).find_map(|shape| within(shape, part))
        }
        let shapes = Kind::ALL.into_iter().map(shape_of).chain([&Settings::TABLE]);
        shapes.into_iter().find_map(|shape| within(shape, self))
    }
}

/// What happened to a field or an element.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// It has another value. What was or is not there is nothing.
    Value(Option<Value>, Option<Value>),
    /// A list of single values has others: what it was, and what it is.
    List(Vec<Value>, Vec<Value>),
    /// A list of tables has an element more, at that place of the list as it is.
    Added(usize, Table),
    /// A list of tables has an element less, that was at that place.
    Removed(usize, Table),
    /// An element of a list of tables stands elsewhere among the others: where it was, and where it is.
    Moved(usize, usize),
}

/// The differences between two states of a table, those that matter most first.
#[must_use]
pub fn differences(before: &Table, after: &Table, shape: &'static TableShape) -> Vec<Difference> {
    let mut finder = Finder { found: Vec::new(), path: Vec::new(), parts: Vec::new() };
    finder.table(before, after, Some(shape), shape.name);
    finder.found.sort_by_key(|difference| difference.rank);
    finder.found
}

struct Finder {
    found: Vec<Difference>,
    path: KeyPath,
    parts: Vec<PathPart>,
}

impl Finder {
    fn table(&mut self, before: &Table, after: &Table, shape: Option<&'static TableShape>, name: &'static str) {
        let mut keys: Vec<&String> =
            before.keys().chain(after.keys().filter(|key| !before.contains_key(*key))).collect();
        keys.sort_by_key(|key| shape.map_or(0, |shape| shape.rank(key)));
        for key in keys {
            let field = shape.and_then(|shape| shape.field(key)).map(|field| field.shape);
            self.path.push(Step::Key(key.clone().into()));
            self.parts.push(PathPart { table: name, field: key.clone(), element: None });
            self.value(before.get(key), after.get(key), field);
            self.parts.pop();
            self.path.pop();
        }
    }

    fn value(&mut self, before: Option<&Value>, after: Option<&Value>, shape: Option<Shape>) {
        if before == after {
            return;
        }
        let elements = shape.as_ref().and_then(Shape::inner);
        let nothing = Vec::new();
        let is_list = |value: Option<&Value>| matches!(value, Some(Value::Array(_)) | None);
        match (before, after) {
            (Some(Value::Table(before)), Some(Value::Table(after))) if !is_whole(shape) => {
                let inner = shape.as_ref().and_then(Shape::table);
                self.table(before, after, inner, inner.map_or("", |inner| inner.name));
            }
            // A table that comes or goes does so field by field.
            (None, Some(Value::Table(after))) if matches!(shape, Some(Shape::Table(_))) && !is_whole(shape) => {
                let inner = shape.as_ref().and_then(Shape::table);
                self.table(&Table::new(), after, inner, inner.map_or("", |inner| inner.name));
            }
            (Some(Value::Table(before)), None) if matches!(shape, Some(Shape::Table(_))) && !is_whole(shape) => {
                let inner = shape.as_ref().and_then(Shape::table);
                self.table(before, &Table::new(), inner, inner.map_or("", |inner| inner.name));
            }
            (before, after) if is_list(before) && is_list(after) => {
                let before = before.and_then(Value::as_array).unwrap_or(&nothing);
                let after = after.and_then(Value::as_array).unwrap_or(&nothing);
                let are_tables = before.iter().chain(after).all(Value::is_table);
                if are_tables {
                    self.list(before, after, elements);
                } else {
                    self.add(shape, Change::List(before.clone(), after.clone()));
                }
            }
            (before, after) => self.add(shape, Change::Value(before.cloned(), after.cloned())),
        }
    }

    fn list(&mut self, before: &[Value], after: &[Value], shape: Option<&'static TableShape>) {
        let was = matched(before, after, shape);
        let single = shape.map(Shape::Table);
        let table = |value: &Value| value.as_table().cloned().unwrap_or_default();
        // Those that are still there stand in the order that they stood in, or are told of one by one.
        let kept: Vec<usize> = was.iter().copied().flatten().collect();
        let is_moved = !kept.is_sorted();
        for (place, element) in after.iter().enumerate() {
            self.element(element, shape);
            match was[place] {
                None => self.add(single, Change::Added(place, table(element))),
                Some(old) => {
                    if is_moved {
                        self.add(single, Change::Moved(old, place));
                    }
                    if let (Value::Table(before), Value::Table(after)) = (&before[old], element) {
                        self.path.push(Step::Index(old));
                        self.table(before, after, shape, shape.map_or("", |shape| shape.name));
                        self.path.pop();
                    }
                }
            }
        }
        let kept: HashSet<usize> = kept.into_iter().collect();
        for (place, element) in before.iter().enumerate() {
            if !kept.contains(&place) {
                self.element(element, shape);
                self.add(single, Change::Removed(place, table(element)));
            }
        }
        if let Some(part) = self.parts.last_mut() {
            part.element = None;
        }
    }

    /// Says which element of a list is meant.
    fn element(&mut self, element: &Value, shape: Option<&'static TableShape>) {
        if let Some(part) = self.parts.last_mut() {
            part.element = element.as_table().cloned().map(|table| (table, shape));
        }
    }

    fn add(&mut self, shape: Option<Shape>, change: Change) {
        let outer = self.parts.first().filter(|_| self.parts.len() > 1);
        let own = Rank::of(shape.as_ref());
        // What is said in an element of follow-up is about how it goes, whatever field it stands in.
        let rank = outer.and_then(|part| part.element.as_ref()).map_or(own, |(_, table)| {
            let table = table.map(Shape::Table);
            Rank::of(table.as_ref()).min(own)
        });
        self.found.push(Difference {
            path: self.path.clone(),
            parts: self.parts.clone(),
            shape: shape.map(ShapeAt),
            change,
            rank,
        });
    }
}

/// Whether a table is one thing to people, and told of as that: two days, or a value and its day.
fn is_whole(shape: Option<Shape>) -> bool {
    match shape {
        Some(Shape::Table(table)) => table.is_whole,
        Some(Shape::Readings | Shape::Cadence) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::normal::table_of;
    use super::*;
    use crate::model::{Intervention, path_text};

    fn described(before: &str, after: &str) -> Vec<String> {
        let shape = &Intervention::TABLE;
        let (before, after) = (table_of(before, shape).unwrap(), table_of(after, shape).unwrap());
        let one = |difference: Difference| {
            let what = match difference.change {
                Change::Value(before, after) => {
                    let text = |value: Option<Value>| value.map_or("–".to_owned(), |value| value.to_string());
                    format!("{} > {}", text(before), text(after))
                }
                Change::List(before, after) => format!("{} > {}", before.len(), after.len()),
                Change::Added(at, _) => format!("+{at}"),
                Change::Removed(at, _) => format!("-{at}"),
                Change::Moved(from, to) => format!("{from}~{to}"),
            };
            format!("{}: {what}", path_text(&difference.path))
        };
        differences(&before, &after, shape).into_iter().map(one).collect()
    }

    #[test]
    fn what_is_written_differently_and_says_the_same_is_no_difference() {
        let before = "title = 'X'\nstaff = 1.0\nstarted = \"2026-01-01\"\nplaces = []\n";
        assert!(described(before, "started = 2026-01-01\nstaff = 1\n# ?\ntitle = \"X\"\nsummary = \"\"\n").is_empty());
    }

    #[test]
    fn elements_are_told_of_by_what_they_go_by() {
        let before = "title = 'X'\nstatus = 'planned'\nbudget = [{ year = 2026, amount = 1 }]\n\n\
            [[follow_up]]\non = 2026-01-01\nassessment = 'on-track'\n\n[[follow_up]]\non = 2026-05-01\nnote = 'a'\n";
        let after = "title = 'Y'\nstatus = 'ongoing'\nbudget = [{ year = 2026, amount = 2 }]\nextra = 1\n\n\
            [[follow_up]]\non = 2026-05-01\nnote = 'b'\n\n[[follow_up]]\non = 2026-09-01\n";
        let expected = [
            "status: \"planned\" > \"ongoing\"",
            "follow_up[1].note: \"a\" > \"b\"",
            "follow_up: +1",
            "follow_up: -0",
            "budget[0].amount: 1 > 2",
            "title: \"X\" > \"Y\"",
            "extra: – > 1",
        ];
        assert_eq!(described(before, after), expected);
    }
}
