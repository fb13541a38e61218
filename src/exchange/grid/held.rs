//! What was read: sheets of cells.

use crate::model::Day;
use std::collections::BTreeMap;

/// A file of tables, as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Grids {
    /// What the file is, whatever it is called.
    pub form: Form,
    /// Its sheets, in their order.
    pub sheets: Vec<Grid>,
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A workbook of Excel since 2007, with or without macros.
    Xlsx,
    /// The same, in its binary form.
    Xlsb,
    /// A workbook of Excel from 5.0 to 2003.
    Xls,
    /// A sheet of Excel before 5.0.
    OlderXls,
    /// A workbook of Excel 2003 as one XML text, or another XML text.
    Xml,
    /// A spreadsheet of OpenDocument.
    Ods,
    /// Text whose cells are set apart by a sign.
    Delimited {
        /// The sign.
        by: char,
    },
    /// A web page, which some programs save under the name of a workbook.
    Page,
}

/// A sheet: cells by row and column, both from 0.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Grid {
    /// What it is called; empty for text, which has no sheets.
    pub name: String,
    /// Whether the workbook hides it.
    pub is_hidden: bool,
    /// The cells that are joined to one.
    pub merged: Vec<Merged>,
    /// The rows that have cells, without the empty cells behind their last.
    rows: BTreeMap<usize, Vec<Held>>,
}

/// Cells that are joined to one, whose value is that of the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    /// The row and the column of the first.
    pub first: (usize, usize),
    /// The row and the column of the last.
    pub last: (usize, usize),
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Held {
    /// Nothing.
    #[default]
    Empty,
    /// Text, whose line breaks are kept, and the space around it is not. In delimited text all is text.
    Text(String),
    /// A number.
    Number(f64),
    /// True or false.
    Flag(bool),
    /// A day, or the day of a moment.
    Day(Day),
    /// What stands where a formula went wrong, such as `#REF!`.
    Error(String),
}

impl Held {
    /// Whether it is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Held::Empty
    }

    /// Its text, where it is text.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Held::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Merged {
    /// Whether a cell is one of those that are joined.
    #[must_use]
    pub fn has(&self, row: usize, column: usize) -> bool {
        (self.first.0..=self.last.0).contains(&row) && (self.first.1..=self.last.1).contains(&column)
    }
}

impl Grid {
    /// A sheet of some rows, the first of which is row 0.
    #[must_use]
    pub fn of(name: &str, rows: Vec<Vec<Held>>) -> Self {
        let mut grid = Grid { name: name.to_owned(), ..Grid::default() };
        for (row, cells) in rows.into_iter().enumerate() {
            for (column, held) in cells.into_iter().enumerate() {
                grid.put(row, column, held);
            }
        }
        grid
    }

    /// A sheet that has no cells yet.
    pub(super) fn named(name: String, is_hidden: bool) -> Self {
        Grid { name, is_hidden, ..Grid::default() }
    }

    /// How many rows it has, down to the last with a cell.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows.last_key_value().map_or(0, |(row, _)| row + 1)
    }

    /// How many columns its widest row has.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.rows.values().map(Vec::len).max().unwrap_or(0)
    }

    /// The cells of a row up to its last; none where it is empty.
    #[must_use]
    pub fn row(&self, row: usize) -> &[Held] {
        self.rows.get(&row).map_or(&[], Vec::as_slice)
    }

    /// The rows that have cells, with their numbers. A sheet may have few of them, far apart.
    pub fn used_rows(&self) -> impl DoubleEndedIterator<Item = (usize, &[Held])> {
        self.rows.iter().map(|(row, cells)| (*row, cells.as_slice()))
    }

    /// What a cell holds.
    #[must_use]
    pub fn at(&self, row: usize, column: usize) -> &Held {
        self.row(row).get(column).unwrap_or(&Held::Empty)
    }

    /// Puts something in a cell. What is empty changes nothing, so that no row ends in it.
    pub(super) fn put(&mut self, row: usize, column: usize, held: Held) {
        if held.is_empty() {
            return;
        }
        let cells = self.rows.entry(row).or_default();
        if cells.len() <= column {
            cells.resize(column + 1, Held::Empty);
        }
        cells[column] = held;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_ends_with_its_last_cell() {
        let text = |text: &str| Held::Text(text.to_owned());
        let grid = Grid::of("", vec![vec![text("a"), Held::Empty], vec![], vec![Held::Empty, Held::Number(1.0)]]);
        assert_eq!((grid.rows(), grid.columns()), (3, 2));
        assert_eq!((grid.row(0), grid.row(1).len(), grid.row(9).len()), ([text("a")].as_slice(), 0, 0));
        assert_eq!((grid.at(2, 1), grid.at(2, 0), grid.at(7, 7)), (&Held::Number(1.0), &Held::Empty, &Held::Empty));
        assert_eq!(grid.used_rows().map(|(row, _)| row).collect::<Vec<_>>(), [0, 2]);
    }
}
