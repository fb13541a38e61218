//! Findings as a document, for the formats that have no way of their own for them.

use super::{Findings, ShownFinding, Sources, shown_findings, text};
use crate::message::{columns, reports, say};
use crate::model::Finding;
use crate::personal_data::mask;
use crate::render::format::Layout;
use crate::render::{Palette, Style};
use crate::report::{Block, Cell, Column, Document, Label, Rows, Table};
use std::io;

/// What is found, in a table: for people, with as much as they go by.
pub(super) fn findings_document<'f>(
    found: Findings<'f>,
    sources: &dyn Sources,
    layout: Layout,
    style: &Style<'_>,
) -> io::Result<Document<'f>> {
    let is_for_people = matches!(layout, Layout::Page | Layout::Book) || style.spreadsheet;
    let shown = shown_findings(found, sources, style)?;
    let rows = shown.iter().map(|(finding, shown)| row(finding, shown, is_for_people, style)).collect();
    let table = Table::new("findings", table_columns(), Rows::made(rows)).when_empty(say::NO_FINDINGS);
    let summary = text::summary(found, &Style { palette: Palette { on: false }, ..*style });
    let unread = (!found.unread.is_empty()).then_some(Block::Unread(found.unread));
    Ok(Document::new(
        "findings",
        vec![Cell::message(reports::FINDINGS), Cell::text(summary)],
        unread.into_iter().chain([Block::Table(table)]).collect(),
    ))
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

fn row(finding: &Finding, shown: &ShownFinding, is_for_people: bool, style: &Style<'_>) -> Vec<Cell<'static>> {
    let severity =
        if is_for_people { style.words.language.severity(shown.severity) } else { shown.severity.name().to_owned() };
    let place = |at: usize| shown.lines.map_or(Cell::Empty, |lines| Cell::count(lines[at]));
    let element = finding.element.as_deref().map(|element| mask(element).into_owned());
    vec![
        Cell::text(severity),
        Cell::text(shown.message.clone()),
        Cell::text(shown.hint.clone().unwrap_or_default()),
        Cell::text(shown.file.clone()),
        Cell::text(element.unwrap_or_default()),
        place(0),
        place(1),
        Cell::text(finding.code()),
    ]
}
