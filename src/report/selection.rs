//! What a document was asked to be of, told at its top: what is handed on says what it is of.

use super::cell::{Cell, Label};
use super::document::{Block, Document, Line};
use super::names::places_cell;
use crate::catalog::shape_of;
use crate::message::reports;
use crate::model::{Assessment, Kind, Register, Shape};
use crate::query::{Derived, Filter, Wanted};

/// A document of what a filter wants of a kind of record, with a line for each thing that is wanted at its top.
#[must_use]
pub fn selected<'r>(
    mut document: Document<'r>,
    filter: &'r Filter,
    kind: Kind,
    register: &'r Register,
) -> Document<'r> {
    let lines = parts(filter, kind, register).into_iter();
    let lines = lines.map(|(label, values)| {
        let field = Cell::Label(Box::new(label));
        Block::Line(Line::new(reports::Selection { field, values }))
    });
    document.blocks.splice(0..0, lines);
    document
}

/// A document of the districts that a filter wants, with their names in its title, unless that has them already.
#[must_use]
pub fn of_districts<'r>(mut document: Document<'r>, filter: &Filter, register: &'r Register) -> Document<'r> {
    let Some(places) = places_cell(filter.districts(), register) else { return document };
    let says = |cell: &Cell<'r>| matches!(&places, Cell::List(names) if names.len() == 1 && cell.says_as(&names[0]));
    if !document.title.iter().any(says) {
        document.title.insert(document.title.len().min(2), places);
    }
    document
}

/// Each thing that is wanted: what it is of, and what it is.
fn parts<'r>(filter: &'r Filter, kind: Kind, register: &'r Register) -> Vec<(Label<'r>, Cell<'r>)> {
    let mut parts: Vec<(Label<'r>, Cell<'r>)> = filter.wanted.iter().map(|own| wanted(own, kind, register)).collect();
    if !filter.assessment.is_empty() {
        let codes = filter.assessment.iter().map(|own| Cell::Code(own.code(), &Assessment::CHOICES)).collect();
        parts.push((Label::Message(Derived::Assessment.label()), Cell::List(codes)));
    }
    if filter.late {
        parts.push((Label::Message(Derived::Late.label()), Cell::Flag(true)));
    }
    if let Some(between) = &filter.between {
        parts.push((Label::Message(reports::SELECTION_BETWEEN), Cell::Period(between.from, between.until)));
    }
    if !filter.words.is_empty() {
        parts.push((Label::Message(reports::SELECTION_TEXT), Cell::text(filter.words.join(" "))));
    }
    parts
}

fn wanted<'r>(wanted: &'r Wanted, kind: Kind, register: &'r Register) -> (Label<'r>, Cell<'r>) {
    let shape = shape_of(kind);
    let field = shape.field(wanted.field).map(|field| *field.shape.single());
    let value = |value: &'r String| match field {
        Some(Shape::Reference(target)) => Cell::Reference(target, value, register),
        Some(Shape::Choice(choices)) => {
            let code = choices.codes.iter().find(|code| *code == value);
            code.map_or(Cell::text(&**value), |code| Cell::Code(code, choices))
        }
        Some(Shape::Flag) => Cell::Flag(value == "true"),
        _ => Cell::text(&**value),
    };
    (Label::Field(shape.name, wanted.field), Cell::List(wanted.values.iter().map(value).collect()))
}
