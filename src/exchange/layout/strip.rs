//! Columns of a sheet that lie together, with empty ones on both sides.

use super::looks::{head_text, is_total};
use crate::exchange::grid::{Grid, Held, Merged};
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

/// Some columns of a sheet.
pub(super) struct Strip<'a> {
    grid: &'a Grid,
    /// Which they are.
    pub(super) columns: Range<usize>,
    /// The rows in which they have cells.
    pub(super) rows: Vec<usize>,
    /// The cells that are joined with others, by the row and the column of the first.
    merged: HashMap<(usize, usize), Merged>,
}

impl<'a> Strip<'a> {
    fn new(grid: &'a Grid, columns: Range<usize>) -> Self {
        let within = |cells: &[Held]| cells.iter().take(columns.end).skip(columns.start).any(|held| !held.is_empty());
        let rows = grid.used_rows().filter(|(_, cells)| within(cells)).map(|(row, _)| row).collect();
        let merged = grid.merged.iter().filter(|one| columns.contains(&one.first.1));
        let merged = merged.map(|one| (one.first, *one)).collect();
        Strip { grid, columns, rows, merged }
    }

    /// What a cell holds.
    pub(super) fn at(&self, row: usize, column: usize) -> &'a Held {
        self.grid.at(row, column)
    }

    /// The cells of a row that hold something, with their columns.
    pub(super) fn cells(&self, row: usize) -> impl Iterator<Item = (usize, &'a Held)> {
        let cells = self.grid.row(row).iter().enumerate().take(self.columns.end).skip(self.columns.start);
        cells.filter(|(_, held)| !held.is_empty())
    }

    /// How many cells of a row hold something.
    pub(super) fn filled(&self, row: usize) -> usize {
        self.cells(row).count()
    }

    /// The only cell of a row that holds something.
    pub(super) fn only(&self, row: usize) -> Option<(usize, &'a Held)> {
        let mut cells = self.cells(row);
        cells.next().filter(|_| cells.next().is_none())
    }

    /// The cells that the one of a row and a column is joined with, where it is the first of them.
    pub(super) fn merged(&self, row: usize, column: usize) -> Option<Merged> {
        self.merged.get(&(row, column)).copied()
    }
}

/// The strips of a sheet: of what lies between its empty columns.
pub(super) fn strips(grid: &Grid) -> Vec<Strip<'_>> {
    let mut is_used = vec![false; grid.columns() + 1];
    for (_, cells) in grid.used_rows() {
        for (column, _) in cells.iter().enumerate().filter(|(_, held)| !held.is_empty()) {
            is_used[column] = true;
        }
    }
    let mut strips: Vec<Strip<'_>> = Vec::new();
    let mut start = None;
    for (column, is_used) in is_used.into_iter().enumerate() {
        match (is_used, start) {
            (true, None) => start = Some(column),
            (false, Some(first)) => {
                let strip = Strip::new(grid, first..column);
                match strips.pop() {
                    Some(before) if is_one(&before, &strip) => {
                        strips.push(Strip::new(grid, before.columns.start..column));
                    }
                    before => strips.extend(before.into_iter().chain([strip])),
                }
                start = None;
            }
            _ => {}
        }
    }
    strips
}

/// Whether two strips are one table with an empty column in it: there is but one, both begin and end in the same rows and
/// have those between in common, and nothing heads both or each of them alone.
fn is_one(left: &Strip<'_>, right: &Strip<'_>) -> bool {
    let widest = |strip: &Strip<'_>| {
        let first = strip.rows.iter().take(30).copied();
        first.max_by_key(|row| (strip.filled(*row), std::cmp::Reverse(*row))).unwrap_or_default()
    };
    let texts = |strip: &Strip<'_>| -> BTreeSet<String> {
        strip.cells(widest(strip)).map(|(_, held)| head_text(held)).collect()
    };
    // What others come to need not be said of every column, and a note stands at the left.
    let is_data = |strip: &Strip<'_>, row: usize| {
        let is_sum = left.cells(row).next().is_some_and(|(_, held)| is_total(held));
        !is_sum && (strip.columns.len() == 1 || strip.only(row).is_none())
    };
    let last = |strip: &Strip<'_>| strip.rows.iter().rev().copied().find(|row| is_data(strip, *row));
    let has_title = right.rows.first().is_some_and(|first| right.only(*first).is_some() && right.columns.len() > 1);
    let rows: BTreeSet<usize> = left.rows.iter().copied().collect();
    let shared = right.rows.iter().filter(|row| rows.contains(row)).count();
    let is_shared = shared * 10 >= right.rows.len() * 9 && shared * 10 >= rows.len() * 5;
    left.columns.end + 1 == right.columns.start
        && is_shared
        && !has_title
        && last(left) == last(right)
        && texts(left).is_disjoint(&texts(right))
}
