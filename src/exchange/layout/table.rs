//! The tables of a sheet.

use super::heads::{self, Head};
use super::looks::{is_value, is_word};
use super::rows::{Sort, sorts};
use super::strip::{Strip, strips};
use crate::exchange::grid::Grid;
use std::ops::Range;

/// A table that was found in a sheet. All rows are numbered as the sheet has them, from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundTable {
    /// The rows that head it.
    pub head_rows: Range<usize>,
    /// Its columns, and what each is headed by.
    pub heads: Vec<Head>,
    /// The rows of data.
    pub rows: Vec<usize>,
    /// The rows that say what others come to.
    pub totals: Vec<usize>,
    /// The rows that head those below them, up to the next such, and what they say.
    pub groups: Vec<(usize, String)>,
    /// The rows that are left out: titles, notes, and heads that stand there once more.
    pub notes: Vec<usize>,
}

impl FoundTable {
    /// What heads a row of data together with others, such as the district that they are of.
    #[must_use]
    pub fn group_of(&self, row: usize) -> Option<&str> {
        let place = self.groups.partition_point(|(group, _)| *group < row);
        self.groups.get(place.checked_sub(1)?).map(|(_, name)| name.as_str())
    }

    fn size(&self) -> usize {
        self.rows.len() * self.heads.len()
    }
}

/// The tables of a sheet, the largest first.
#[must_use]
pub fn tables(grid: &Grid) -> Vec<FoundTable> {
    let mut tables: Vec<FoundTable> = strips(grid).iter().flat_map(tables_of).collect();
    // A list of one column is a table where there is no other: else it is what somebody noted beside one.
    if tables.iter().any(|table| table.heads.len() > 1) {
        tables.retain(|table| table.heads.len() > 1);
    }
    tables.sort_by_key(|table| std::cmp::Reverse(table.size()));
    tables
}

/// The tables of a strip, from above.
fn tables_of(strip: &Strip<'_>) -> Vec<FoundTable> {
    let (mut tables, mut from) = (Vec::new(), 0);
    while let Some(head_rows) = heads::find(strip, from) {
        let end = end(strip, &head_rows);
        let within = |first: usize, end: usize| {
            let start = strip.rows.partition_point(|row| *row < first);
            &strip.rows[start..strip.rows.partition_point(|row| *row < end).max(start)]
        };
        let rows = within(head_rows.end, end);
        let mut table = FoundTable {
            heads: Vec::new(),
            rows: Vec::new(),
            totals: Vec::new(),
            groups: Vec::new(),
            notes: within(from, head_rows.start).to_vec(),
            head_rows,
        };
        for (row, sort) in rows.iter().zip(sorts(strip, &table.head_rows, rows)) {
            match sort {
                Sort::Data => table.rows.push(*row),
                Sort::Total => table.totals.push(*row),
                Sort::Group(name) => table.groups.push((*row, name)),
                Sort::Note => table.notes.push(*row),
            }
        }
        let mut is_used = vec![false; strip.columns.len()];
        for (column, _) in table.rows.iter().flat_map(|row| strip.cells(*row)) {
            is_used[column - strip.columns.start] = true;
        }
        table.heads = heads::heads(strip, &table.head_rows, |column| is_used[column - strip.columns.start]);
        if !table.rows.is_empty() {
            tables.push(table);
        }
        from = end;
    }
    tables
}

/// The row that the next table begins at, with its titles; past the last where there is no other.
fn end(strip: &Strip<'_>, heads: &Range<usize>) -> usize {
    let start = strip.rows.partition_point(|row| *row < heads.end);
    let rows = &strip.rows[start..];
    let mut so_far = SoFar::new(strip);
    let mut place = 0;
    while place < rows.len() {
        let above = place.checked_sub(1).map_or(heads.end - 1, |above| rows[above]);
        let gap = rows[place] - above - 1;
        if gap > 0 && so_far.rows > 0 && begins(strip, heads, &rows[place..], gap, &so_far) {
            return rows[place];
        }
        so_far.take(strip, rows[place]);
        place += 1;
    }
    rows.last().map_or(heads.end, |last| last + 1)
}

/// How a table looks as far as it was seen.
struct SoFar {
    rows: usize,
    /// In how many rows each column has a value.
    values: Vec<usize>,
    /// In how many rows each column has anything.
    filled: Vec<usize>,
}

impl SoFar {
    fn new(strip: &Strip<'_>) -> Self {
        SoFar { rows: 0, values: vec![0; strip.columns.len()], filled: vec![0; strip.columns.len()] }
    }

    fn take(&mut self, strip: &Strip<'_>, row: usize) {
        // What stands alone is no row of data.
        if strip.only(row).is_some() && strip.columns.len() > 1 {
            return;
        }
        self.rows += 1;
        for (column, held) in strip.cells(row) {
            self.values[column - strip.columns.start] += usize::from(is_value(held));
            self.filled[column - strip.columns.start] += 1;
        }
    }

    /// The last column that half of the rows have something in.
    fn last(&self) -> usize {
        self.filled.iter().rposition(|filled| filled * 2 >= self.rows).unwrap_or(0)
    }
}

/// Whether a row behind a gap begins another table, perhaps with its titles: its heads are words where the columns so far
/// have values, and have values below; or the table is of another width.
fn begins(strip: &Strip<'_>, heads: &Range<usize>, rows: &[usize], gap: usize, so_far: &SoFar) -> bool {
    let titles = rows.iter().take(3).take_while(|row| strip.only(**row).is_some()).count();
    let Some(&[head, below, ..]) = rows.get(titles..) else { return false };
    if strip.filled(head) < 2 || !heads::are_heads(strip, head) || below != head + 1 {
        return false;
    }
    // The heads once more are of the same table.
    if heads::are_again(strip, heads, head) {
        return false;
    }
    let stands_apart = titles > 0 || gap > 1;
    let turns = strip.cells(head).filter(|(column, held)| {
        let values = so_far.values[column - strip.columns.start];
        values * 2 >= so_far.rows && is_word(held) && is_value(strip.at(below, *column))
    });
    let turns = turns.count();
    if turns > 1 || (turns > 0 && stands_apart) {
        return true;
    }
    let (last, until) = (last_of(strip, head), so_far.last() + strip.columns.start);
    let run = rows[titles + 1..].iter().enumerate().take_while(|(step, row)| **row == head + 1 + step);
    let (mut many, mut fits) = (0, true);
    for (_, row) in run {
        many += 1;
        fits &= last_of(strip, *row) <= last;
    }
    let is_other_width = last > until || last + 2 <= until;
    let is_whole = strip.filled(head) == last + 1 - first_of(strip, head);
    stands_apart && is_other_width && is_whole && fits && many > 1
}

fn first_of(strip: &Strip<'_>, row: usize) -> usize {
    strip.cells(row).next().map_or(0, |(column, _)| column)
}

fn last_of(strip: &Strip<'_>, row: usize) -> usize {
    strip.cells(row).last().map_or(0, |(column, _)| column)
}
