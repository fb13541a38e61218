//! A table in words, and how it stands on a page: its columns, and below each row what there is no room for beside them.

use super::drawing::svg;
use super::markup::markup;
use super::paper::{DRAWING, Sheets, hyphenated, needed, shares, widths};
use crate::render::Style;
use crate::render::fitting::Needed;
use crate::render::palette::Ink;
use crate::report::{Cell, Mark, Table};
use minijinja::Value;
use serde::Serialize;

/// A table in words, before it is known how the sheets are turned.
pub(super) struct WordedTable {
    caption: String,
    columns: Vec<WordedColumn>,
    rows: Vec<WordedRow>,
    totals: Vec<WordedRow>,
}

struct WordedColumn {
    heading: String,
    is_number: bool,
    needed: Needed,
}

struct WordedRow {
    is_bad: bool,
    cells: Vec<WordedCell>,
}

/// A cell: tagged words, or something drawn, as SVG.
enum WordedCell {
    Text(String),
    Drawn(String),
}

impl WordedCell {
    fn new(cell: &Cell<'_>, style: &Style<'_>) -> Self {
        match cell {
            Cell::Drawing(drawing) => WordedCell::Drawn(svg(drawing)),
            cell => WordedCell::Text(style.words.inked(cell, Ink::Tagged)),
        }
    }

    /// What it says; of a drawing as much as takes its room.
    fn text(&self) -> &str {
        const ROOM: &str = match std::str::from_utf8(&[b'-'; DRAWING]) {
            Ok(room) => room,
            Err(_) => "",
        };
        match self {
            WordedCell::Text(text) => text,
            WordedCell::Drawn(_) => ROOM,
        }
    }

    /// It as HTML, in a column of a width.
    fn html(&self, room: Option<usize>, style: &Style<'_>) -> Value {
        match (self, room) {
            (WordedCell::Text(text), Some(room)) => {
                markup(&hyphenated(text, room, style.words.language.tongue()), &style.words)
            }
            (WordedCell::Text(text), None) => markup(text, &style.words),
            (WordedCell::Drawn(svg), _) => Value::from_safe_string(svg.clone()),
        }
    }
}

/// A table as the page has it.
#[derive(Serialize)]
pub(super) struct PageTable {
    caption: String,
    headings: Vec<Heading>,
    /// How wide each column is in per cent, where the table is as wide as the page.
    shares: Option<Vec<String>>,
    rows: Vec<PageRow>,
    totals: Vec<PageRow>,
}

#[derive(Serialize)]
struct Heading {
    text: String,
    is_number: bool,
}

/// What a row says in its columns, and below them.
#[derive(Serialize)]
struct PageRow {
    is_bad: bool,
    cells: Vec<Value>,
    below: Vec<(String, Value)>,
}

/// A table in words.
pub(super) fn worded(table: &Table<'_>, caption: String, style: &Style<'_>) -> WordedTable {
    let shown = table.for_readers();
    let row = |cells: Vec<Cell<'_>>| {
        let own: Vec<&Cell<'_>> = shown.iter().map(|(place, _)| &cells[*place]).collect();
        WordedRow { is_bad: is_bad(&own), cells: own.into_iter().map(|cell| WordedCell::new(cell, style)).collect() }
    };
    let rows: Vec<WordedRow> = table.rows.iter().map(row).collect();
    let totals: Vec<WordedRow> = table.totals.iter().cloned().map(row).collect();
    let columns = shown.iter().enumerate().map(|(at, (_, column))| {
        let heading = style.words.label(&column.label);
        let cells = || rows.iter().chain(&totals).map(|row| row.cells[at].text());
        // A count with the ids of what it counts is a text.
        let is_number = column.is_number() && !cells().any(|text| text.contains(": "));
        let needed = needed(&heading, cells(), is_number, column.dispensable, style.words.language.tongue());
        WordedColumn { heading, is_number, needed }
    });
    let columns = columns.collect();
    WordedTable { caption, columns, rows, totals }.without_empty()
}

/// Whether what a row tells last of how it stands is that someone has to act.
fn is_bad(cells: &[&Cell<'_>]) -> bool {
    let last = cells.iter().rev().find_map(|cell| if let Cell::Marked(mark, _) = cell { Some(*mark) } else { None });
    last == Some(Mark::Bad)
}

impl WordedTable {
    /// The same without columns that say nothing and that a table may be without.
    fn without_empty(mut self) -> Self {
        let rows = || self.rows.iter().chain(&self.totals);
        let says = |at: usize| rows().any(|row| !row.cells[at].text().is_empty());
        let kept: Vec<bool> =
            (0..self.columns.len()).map(|at| self.columns[at].needed.dispensable == 0 || says(at)).collect();
        fn keep<T>(list: &mut Vec<T>, kept: &[bool]) {
            let mut kept = kept.iter();
            list.retain(|_| kept.next().is_none_or(|kept| *kept));
        }
        keep(&mut self.columns, &kept);
        self.rows.iter_mut().chain(&mut self.totals).for_each(|row| keep(&mut row.cells, &kept));
        self
    }

    /// How much room its columns take.
    pub(super) fn needed(&self) -> Vec<Needed> {
        self.columns.iter().map(|column| column.needed).collect()
    }

    /// The table as it stands on sheets that are turned so.
    pub(super) fn laid(self, sheets: Sheets, style: &Style<'_>) -> PageTable {
        let needed = self.needed();
        let widths = widths(&needed, sheets);
        let row = |row: &WordedRow| {
            let mut laid = PageRow { is_bad: row.is_bad, cells: Vec::new(), below: Vec::new() };
            for ((cell, column), width) in row.cells.iter().zip(&self.columns).zip(&widths) {
                match width {
                    // Numbers are never broken.
                    Some(width) => laid.cells.push(cell.html((!column.is_number).then_some(*width), style)),
                    None if cell.text().is_empty() => {}
                    None => laid.below.push((column.heading.clone(), cell.html(None, style))),
                }
            }
            laid
        };
        let (rows, totals) = (self.rows.iter().map(row).collect(), self.totals.iter().map(row).collect());
        let tongue = style.words.language.tongue();
        let headings = self.columns.iter().zip(&widths).filter_map(|(column, width)| {
            let text = hyphenated(&column.heading, (*width)?, tongue).into_owned();
            Some(Heading { text, is_number: column.is_number })
        });
        let headings = headings.collect();
        let percent = |share: usize| format!("{}.{}", share / 10, share % 10);
        let shares = shares(&needed, &widths).map(|shares| shares.into_iter().map(percent).collect());
        PageTable { caption: self.caption, headings, shares, rows, totals }
    }
}
