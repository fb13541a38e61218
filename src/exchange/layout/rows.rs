//! What the rows below the heads of a table are.

use super::heads;
use super::looks::{in_one_line, is_note, is_total, is_value, is_word};
use super::strip::Strip;
use std::ops::Range;

/// What a row is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sort {
    /// A row of data.
    Data,
    /// What others come to.
    Total,
    /// What heads the rows below it.
    Group(String),
    /// What is left out: a note, or the heads once more.
    Note,
}

/// Tells what each of some rows of a strip is, that stand below the heads.
pub(super) fn sorts(strip: &Strip<'_>, heads: &Range<usize>, rows: &[usize]) -> Vec<Sort> {
    let said = rows.iter().map(|row| first_look(strip, heads, *row)).collect::<Vec<_>>();
    // What stands alone heads the rows below it where all the rows stand below such.
    let begins = matches!(said.iter().find(|sort| **sort != Look::Again), Some(Look::Alone));
    let last = said.iter().rposition(|look| *look == Look::Data);
    let mut sorts = Vec::with_capacity(rows.len());
    for (place, (row, look)) in rows.iter().zip(&said).enumerate() {
        let sort = match look {
            Look::Data => Sort::Data,
            Look::Total => Sort::Total,
            Look::Again => Sort::Note,
            Look::Alone if last.is_none_or(|last| place > last) => Sort::Note,
            Look::Alone => alone(strip, rows, &said, place, begins),
        };
        debug_assert!(strip.filled(*row) > 0);
        sorts.push(sort);
    }
    sorts
}

/// What a row looks like by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Data,
    Total,
    /// The heads once more.
    Again,
    /// One cell with words, at the left.
    Alone,
}

fn first_look(strip: &Strip<'_>, heads: &Range<usize>, row: usize) -> Look {
    let mut cells = strip.cells(row);
    let first = cells.next();
    if first.is_some_and(|(_, held)| is_total(held)) && cells.all(|(_, held)| is_value(held) || is_total(held)) {
        return Look::Total;
    }
    if heads::are_again(strip, heads, row) {
        return Look::Again;
    }
    let is_wide = strip.columns.len() > 1;
    match strip.only(row) {
        Some((column, held)) if is_wide && column == strip.columns.start && is_word(held) => Look::Alone,
        _ => Look::Data,
    }
}

/// What a row is that has one cell with words, at the left, and rows of data below. It heads those where it is joined over
/// their columns, where it stands apart from what is above, or where they have nothing at the left; else it is a row of
/// data of which nobody knows more.
fn alone(strip: &Strip<'_>, rows: &[usize], looks: &[Look], place: usize, begins: bool) -> Sort {
    let row = rows[place];
    let Some((column, Some(text))) = strip.only(row).map(|(column, held)| (column, held.text())) else {
        return Sort::Data;
    };
    if is_note(text) {
        return Sort::Note;
    }
    let is_merged = strip.merged(row, column).is_some_and(|one| one.last.1 > column);
    let is_apart = place == 0 || rows[place - 1] + 1 < row || looks[place - 1] != Look::Data;
    let below = rows.get(place + 1).filter(|_| looks.get(place + 1) == Some(&Look::Data));
    let is_left_free = below.is_some_and(|below| strip.at(*below, column).is_empty());
    if is_merged || is_apart || is_left_free || begins || text.ends_with(':') {
        Sort::Group(in_one_line(text.trim_end_matches(':')))
    } else {
        Sort::Data
    }
}
