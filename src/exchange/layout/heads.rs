//! The rows that are the heads of a table.

use super::looks::{head_text, is_head, is_value, is_word, is_year};
use super::strip::Strip;
use crate::exchange::grid::Held;
use std::ops::Range;

/// What a column is headed by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The column, from 0.
    pub column: usize,
    /// All that stands over it, from above, with spaces between; empty where nothing does.
    pub text: String,
    /// The same, a part for each row of the heads that says something.
    pub parts: Vec<String>,
}

/// How many rows are looked at, to find the heads and how wide a table is.
const LOOKED_AT: usize = 60;

/// How many columns one head is over at most, so that a sheet with few heads and many columns is not looked through for each.
const MOST_COLUMNS: usize = 64;

/// How many rows the heads are at most.
const MOST_ROWS: usize = 4;

/// The rows of the heads of the first table below some row of a strip. Above them stand titles, which have fewer cells.
pub(super) fn find(strip: &Strip<'_>, below: usize) -> Option<Range<usize>> {
    let from = strip.rows.partition_point(|row| *row < below);
    let rows = &strip.rows[from..];
    let mut widths: Vec<usize> =
        rows.iter().take(LOOKED_AT).map(|row| strip.filled(*row)).filter(|filled| *filled > 1).collect();
    widths.sort_unstable();
    // Where it is but one column wide, all rows are.
    let usual = widths.get(widths.len() / 2).copied().unwrap_or(1);
    let least = if usual > 1 { (usual * 6).div_ceil(10).max(2) } else { 1 };
    let is_wide = |row: usize| covered(strip, row) >= least && (usual == 1 || strip.filled(row) > 1);
    let is_first = |row: &&usize| is_wide(**row) && are_heads(strip, **row) && !is_about(strip, **row, usual);
    let first = *rows.iter().take(LOOKED_AT).find(is_first)?;
    let heads = up(strip, first, below)..down(strip, first) + 1;
    rows.last().is_some_and(|last| *last >= heads.end).then_some(heads)
}

/// How many columns the cells of a row are over, as far as they are joined.
fn covered(strip: &Strip<'_>, row: usize) -> usize {
    let columns = |column| strip.merged(row, column).map_or(1, |one| one.last.1 + 1 - column);
    strip.cells(row).map(|(column, _)| columns(column)).sum()
}

/// Whether all cells of a row can be heads, and not all of them are years.
pub(super) fn are_heads(strip: &Strip<'_>, row: usize) -> bool {
    strip.cells(row).all(|(_, held)| is_head(held)) && strip.cells(row).any(|(_, held)| is_word(held))
}

/// Whether a row says what a row of the heads says, as where they stand on every page.
pub(super) fn are_again(strip: &Strip<'_>, heads: &Range<usize>, row: usize) -> bool {
    let is_same = |head: usize, column: usize, held: &Held| head_text(held) == head_text(strip.at(head, column));
    let is_again = |head: usize| strip.cells(row).all(|(column, held)| is_same(head, column, held));
    strip.filled(row) > 1 && heads.clone().any(is_again)
}

/// Whether a row says something of the sheet: a word with a colon, and what it is.
fn is_about(strip: &Strip<'_>, row: usize, usual: usize) -> bool {
    let first = strip.cells(row).next().and_then(|(_, held)| held.text());
    usual > 2 && strip.filled(row) == 2 && first.is_some_and(|text| text.ends_with(':'))
}

/// The first row of the heads: those above that head several columns each are of them.
fn up(strip: &Strip<'_>, first: usize, below: usize) -> usize {
    let mut top = first;
    while top > below && first - top < MOST_ROWS - 1 {
        let row = top - 1;
        let heads_several = |column: usize| {
            let is_merged = strip.merged(row, column).is_some_and(|one| one.last.1 > column && one.last.0 == row);
            let is_over_next = strip.at(row, column + 1).is_empty() && !strip.at(top, column + 1).is_empty();
            (is_merged || is_over_next) && !strip.at(top, column).is_empty()
        };
        let mut cells = strip.cells(row).peekable();
        // A title stands alone at the left, or across the whole of it.
        let is_title = match strip.only(row) {
            Some((column, _)) => column == strip.columns.start || covers(strip, row, column),
            None => false,
        };
        let is_over = cells.peek().is_some() && cells.all(|(column, held)| is_head(held) && heads_several(column));
        if is_title || !is_over {
            break;
        }
        top = row;
    }
    top
}

/// Whether a cell is joined with all others of its row.
fn covers(strip: &Strip<'_>, row: usize, column: usize) -> bool {
    strip
        .merged(row, column)
        .is_some_and(|one| one.first.1 <= strip.columns.start && one.last.1 + 1 >= strip.columns.end)
}

/// The last row of the heads: those below that say more of what one above heads are of them.
fn down(strip: &Strip<'_>, first: usize) -> usize {
    let mut last = first;
    // What is joined downwards heads its column in all the rows.
    for (column, _) in strip.cells(first) {
        let end = strip.merged(first, column).map_or(first, |one| one.last.0);
        last = if end < first + MOST_ROWS { last.max(end) } else { last };
    }
    while last + 1 < first + MOST_ROWS && says_more(strip, last, last + 1) {
        last += 1;
    }
    last
}

/// Whether a row says more of what the one above heads.
fn says_more(strip: &Strip<'_>, above: usize, row: usize) -> bool {
    let (mut filled, mut years, mut is_below_merged) = (0, 0, false);
    for (column, held) in strip.cells(row) {
        if !is_head(held) {
            return false;
        }
        filled += 1;
        years += usize::from(is_year(held));
        let mut nearest = (strip.columns.start..=column).rev().take(MOST_COLUMNS);
        let over = nearest.find(|column| !strip.at(above, *column).is_empty());
        let merged = over.and_then(|over| strip.merged(above, over));
        is_below_merged |=
            merged.is_some_and(|one| one.last.0 == above && one.last.1 > one.first.1 && one.has(above, column));
    }
    if filled == 0 {
        return false;
    }
    let is_empty = |row: usize, column: usize| strip.at(row, column).is_empty();
    let columns = || strip.columns.clone();
    let gaps = columns().filter(|column| is_empty(above, *column)).count();
    let are_filled = columns().all(|column| !is_empty(above, column) || !is_empty(row, column));
    let first = strip.columns.start;
    let goes_on = is_empty(row, first) && !is_empty(above, first);
    let is_split = gaps > 0 && are_filled && (goes_on || years > 0);
    // A row of data has values where others below have them.
    let has_value = strip.cells(row).any(|(_, held)| is_value(held) && !is_head(held));
    (is_below_merged || is_split) && !has_value
}

/// What each column is headed by. Columns that have nothing in any row are none.
pub(super) fn heads(strip: &Strip<'_>, rows: &Range<usize>, is_used: impl Fn(usize) -> bool) -> Vec<Head> {
    let mut heads = Vec::new();
    for column in strip.columns.clone() {
        let mut parts: Vec<String> = Vec::new();
        for row in rows.clone() {
            let part = over(strip, rows, row, column).map_or_else(String::new, |over| head_text(strip.at(row, over)));
            if !part.is_empty() && parts.last() != Some(&part) {
                parts.push(part);
            }
        }
        if !parts.is_empty() || is_used(column) {
            heads.push(Head { column, text: parts.join(" "), parts });
        }
    }
    heads
}

/// The column whose cell in a row of the heads is over a column: its own, or one at the left that is over several.
fn over(strip: &Strip<'_>, rows: &Range<usize>, row: usize, column: usize) -> Option<usize> {
    if !strip.at(row, column).is_empty() {
        return Some(column);
    }
    let mut nearest = (strip.columns.start..column).rev().take(MOST_COLUMNS);
    let left = nearest.find(|left| !strip.at(row, *left).is_empty())?;
    if let Some(one) = strip.merged(row, left) {
        return one.has(row, column).then_some(left);
    }
    // Nothing is joined: one at the left is over those behind it where each of them says more below.
    let says_more = |column: usize| (row + 1..rows.end).any(|below| !strip.at(below, column).is_empty());
    (left..=column).all(says_more).then_some(left)
}
