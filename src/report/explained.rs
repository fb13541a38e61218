//! What the numbers of a document mean, told below it.

use super::all::Report;
use super::cell::{Cell, Label};
use super::document::{Block, Document};
use crate::measure::Measure;
use crate::message::reports;
use crate::query::Derived;
use std::collections::BTreeSet;

/// The numbers that a document tells: those that were asked for, or those of its report, or else of the columns that it shows.
#[must_use]
pub fn measures_of(document: &Document<'_>) -> Vec<Measure> {
    if let Some(measures) = &document.measures {
        return measures.clone();
    }
    if let Some(report) = Report::from_name(document.name) {
        return report.measures().to_vec();
    }
    let tables =
        document.blocks.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    let keys: Vec<&str> = tables.flat_map(|table| table.columns.iter().map(|column| &*column.key)).collect();
    let of_columns = Derived::ALL.iter().filter(|derived| keys.contains(&derived.name()));
    let told: BTreeSet<Measure> = of_columns.flat_map(|derived| derived.measures()).copied().collect();
    let day = (!told.is_empty()).then_some(Measure::Day);
    told.into_iter().chain(day).collect::<BTreeSet<_>>().into_iter().collect()
}

/// A document that says last what its numbers mean.
#[must_use]
pub fn explained(mut document: Document<'_>) -> Document<'_> {
    let measures = measures_of(&document);
    if !measures.is_empty() {
        let line = |measure: Measure| (Label::Message(measure.label()), Cell::message(measure.meaning()));
        document.blocks.push(Block::Heading(Label::Message(reports::EXPLAINED)));
        document.blocks.push(Block::Fields(measures.into_iter().map(line).collect()));
    }
    document
}
