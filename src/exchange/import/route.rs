//! Where the cells of a column go in a record: a field by its path, such as `period.from` or `budget[2026].amount`.

use crate::catalog::find_field;
use crate::model::{Asked, Field, KeyPath, Shape, Step, TableShape};
use std::fmt;

/// Where the cells of a column go.
#[derive(Debug, Clone)]
pub struct Route {
    steps: Vec<RouteStep>,
    ticked: Option<String>,
}

/// A field on the way, and which element of its list is meant.
#[derive(Debug, Clone)]
pub(super) struct RouteStep {
    /// The table that the field is of.
    pub table: &'static TableShape,
    /// The field.
    pub field: &'static Field,
    /// What the element goes by; empty for the one that is the row's own.
    pub key: String,
}

impl PartialEq for Route {
    fn eq(&self, other: &Self) -> bool {
        self.to_string() == other.to_string()
    }
}

impl fmt::Display for Route {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, step) in self.steps.iter().enumerate() {
            let dot = if place > 0 { "." } else { "" };
            write!(out, "{dot}{}", step.field.name)?;
            if !step.key.is_empty() {
                write!(out, "[{}]", step.key)?;
            }
        }
        self.ticked.as_ref().map_or(Ok(()), |value| write!(out, "={value}"))
    }
}

impl Route {
    /// The one that is written so, in a record of a shape; nothing where there is no such field. Behind `=` stands what a tick
    /// in the column says: `districts=ryd`.
    #[must_use]
    pub fn parse(text: &str, shape: &'static TableShape) -> Option<Self> {
        let (path, ticked) = match text.split_once('=') {
            Some((path, value)) => (path.trim(), Some(value.trim().to_owned())),
            None => (text.trim(), None),
        };
        let (mut steps, mut table) = (Vec::new(), Some(shape));
        for part in path.split('.') {
            let (name, key) = match part.split_once('[') {
                Some((name, key)) => (name, key.strip_suffix(']')?),
                None => (part, ""),
            };
            let own = table?;
            let field = find_field(own, name)?;
            let has_elements = field.shape.is_list() && field.shape.table().is_some();
            if !has_elements && !key.is_empty() {
                return None;
            }
            table = field.shape.table();
            steps.push(RouteStep { table: own, field, key: key.to_owned() });
        }
        // What is told of a table is told of its fields, where people do not take it as one thing.
        let last = steps.last()?;
        let is_table = last.field.shape.table().is_some_and(|inner| !inner.is_whole);
        (!is_table && ticked.as_ref().is_none_or(|value| !value.is_empty())).then_some(Self { steps, ticked })
    }

    /// Another element of the last list on the way, by what it goes by.
    #[must_use]
    pub fn of_element(mut self, key: &str) -> Self {
        let is_list = |step: &&mut RouteStep| step.field.shape.is_list() && step.field.shape.table().is_some();
        if let Some(step) = self.steps.iter_mut().rev().find(is_list) {
            step.key = key.to_owned();
        }
        self
    }

    /// What a tick says.
    #[must_use]
    pub fn ticked(&self) -> Option<&str> {
        self.ticked.as_deref()
    }

    /// What is asked for.
    #[must_use]
    pub fn asked(&self) -> Asked {
        self.steps.last().map_or(Asked::from(Shape::Text), |step| Asked::from(step.field))
    }

    /// The field at its end.
    #[must_use]
    pub fn field(&self) -> Option<&'static Field> {
        self.steps.last().map(|step| step.field)
    }

    /// The table of the field at its end.
    #[must_use]
    pub fn table(&self) -> Option<&'static TableShape> {
        self.steps.last().map(|step| step.table)
    }

    /// The fields on the way, each with its table and what its element goes by.
    pub fn fields(&self) -> impl Iterator<Item = (&'static TableShape, &'static Field, &str)> {
        self.steps.iter().map(|step| (step.table, step.field, step.key.as_str()))
    }

    /// The list of tables that it leads into, where no column says which of its elements is meant.
    #[must_use]
    pub fn own_element(&self) -> Option<(&'static Field, &'static TableShape)> {
        let found = self.steps.iter().find(|step| step.field.shape.is_list() && step.key.is_empty())?;
        Some((found.field, found.field.shape.table()?))
    }

    /// Whether several columns can go there: what they say is put together.
    #[must_use]
    pub fn takes_several(&self) -> bool {
        let Some(field) = self.field() else { return false };
        field.shape.is_list() || (matches!(field.shape, Shape::Text) && field.writing != crate::model::Writing::Line)
    }

    /// Where the rest goes of what names several things and has room for one: the only list of such things beside it.
    #[must_use]
    pub fn beside(&self) -> Option<Self> {
        let (last, table) = (self.field()?, self.table()?);
        let Shape::Reference(target) = last.shape else { return None };
        let is_beside = |field: &&Field| match field.shape {
            Shape::List(Shape::Reference(other)) => *other == target && field.section.is_some(),
            _ => false,
        };
        let mut lists = table.fields.iter().filter(is_beside);
        let (field, None) = (lists.next()?, lists.next()) else { return None };
        let mut steps = self.steps.clone();
        steps.pop();
        steps.push(RouteStep { table, field, key: String::new() });
        Some(Self { steps, ticked: None })
    }

    /// The path to it, as a record has it.
    #[must_use]
    pub fn path(&self) -> KeyPath {
        self.steps.iter().map(|step| Step::Key(step.field.name.into())).collect()
    }

    pub(super) fn steps(&self) -> &[RouteStep] {
        &self.steps
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Intervention, Table as _};

    #[test]
    fn a_route_is_written_as_it_is_read() {
        for (text, expected) in [
            ("title", Some("title")),
            ("Titel", Some("title")),
            ("period.from", Some("period.from")),
            ("period", Some("period")),
            ("budget[2026].amount", Some("budget[2026].amount")),
            ("budget.amount", Some("budget.amount")),
            ("districts=ryd", Some("districts=ryd")),
            ("budget", None),
            ("title[1]", None),
            ("period.never", None),
            ("", None),
            ("districts=", None),
        ] {
            let route = Route::parse(text, &Intervention::TABLE).map(|route| route.to_string());
            assert_eq!(route.as_deref(), expected, "{text}");
        }
        let responsible = Route::parse("responsible", &Intervention::TABLE).and_then(|route| route.beside());
        assert_eq!(responsible.map(|route| route.to_string()).as_deref(), Some("partners"));
        let board = Route::parse("budget.board", &Intervention::TABLE).and_then(|route| route.beside());
        assert_eq!(board, None);
    }
}
