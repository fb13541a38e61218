//! Findings as a document, for the formats that have no way of their own for them.

use super::{Findings, Sources, Told, all_told, text};
use crate::message::{columns, reports, say};
use crate::model::Finding;
use crate::personal_data::mask;
use crate::render::format::Layout;
use crate::render::{Palette, Style};
use crate::report::{Block, Cell, Column, Document, Label, Rows, Table};
use std::io;

/// What is found, in a table: for people, with as much as they go by.
pub(super) fn of<'f>(
    found: Findings<'f>,
    sources: &dyn Sources,
    layout: Layout,
    style: &Style<'_>,
) -> io::Result<Document<'f>> {
    let in_words = layout == Layout::Page || style.spreadsheet;
    let told = all_told(found, sources, style)?;
    let rows = told.iter().map(|(finding, told)| row(finding, told, in_words, style)).collect();
    let table = Table::new("findings", table_columns(), Rows::made(rows)).when_empty(say::NO_FINDINGS);
    let summary = text::summary(found, &Style { palette: Palette { on: false }, ..*style });
    let unread = (!found.unread.is_empty()).then_some(Block::Unread(found.unread));
    Ok(Document {
        name: "findings",
        title: vec![Cell::said(reports::FINDINGS), Cell::text(summary)],
        blocks: unread.into_iter().chain([Block::Table(table)]).collect(),
    })
}

fn table_columns() -> Vec<Column<'static>> {
    let column = |key, label| Column::new(key, Label::Message(label));
    vec![
        column("severity", columns::SEVERITY),
        column("message", columns::MESSAGE),
        column("hint", columns::HINT),
        column("file", columns::FILE),
        column("element", columns::ELEMENT).for_programs(),
        column("line", columns::LINE).integer(),
        column("column", columns::COLUMN).integer().for_programs(),
        column("code", columns::CODE),
    ]
}

fn row(finding: &Finding, told: &Told, in_words: bool, style: &Style<'_>) -> Vec<Cell<'static>> {
    let severity =
        if in_words { style.words.language.severity(told.severity) } else { told.severity.name().to_owned() };
    let place = |at: usize| told.lines.map_or(Cell::Empty, |lines| Cell::count(lines[at]));
    let element = finding.element.as_deref().map(|element| mask(element).into_owned());
    vec![
        Cell::text(severity),
        Cell::text(told.message.clone()),
        Cell::text(told.hint.clone().unwrap_or_default()),
        Cell::text(told.file.clone()),
        Cell::text(element.unwrap_or_default()),
        place(0),
        place(1),
        Cell::text(finding.code()),
    ]
}
