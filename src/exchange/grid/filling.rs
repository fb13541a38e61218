//! Cells on their way into a sheet, counted.

use super::held::{Grid, Held, Merged};
use super::limits::{Bound, GridError, Limits};

/// What has been put into the sheets of a file so far.
pub(super) struct Filling<'a> {
    limits: &'a Limits,
    cells: usize,
    stretch: usize,
    texts: usize,
    merged: usize,
}

impl<'a> Filling<'a> {
    /// Nothing yet.
    pub(super) fn new(limits: &'a Limits) -> Self {
        Filling { limits, cells: 0, stretch: 0, texts: 0, merged: 0 }
    }

    /// Puts something into a cell of a sheet.
    pub(super) fn put(&mut self, grid: &mut Grid, row: usize, column: usize, held: Held) -> Result<(), GridError> {
        let limits = self.limits;
        if held.is_empty() {
            return Ok(());
        }
        if row >= limits.rows {
            return Err(GridError::too_large(Bound::Rows, limits.rows));
        }
        if column >= limits.columns {
            return Err(GridError::too_large(Bound::Columns, limits.columns));
        }
        let length = match &held {
            Held::Text(text) | Held::Error(text) => text.len(),
            _ => 0,
        };
        self.cells += 1;
        self.stretch += (column + 1).saturating_sub(grid.row(row).len());
        self.texts = self.texts.saturating_add(length);
        if self.cells > limits.cells || self.stretch > limits.stretch {
            return Err(GridError::too_large(Bound::Cells, limits.cells));
        }
        if length > limits.text {
            return Err(GridError::too_large(Bound::Text, limits.text));
        }
        if self.texts > limits.texts {
            return Err(GridError::too_large(Bound::Text, limits.texts));
        }
        grid.put(row, column, held);
        Ok(())
    }

    /// Joins cells of a sheet. One alone is nothing joined, and the order of two corners does not matter.
    pub(super) fn merge(
        &mut self,
        grid: &mut Grid,
        one: (usize, usize),
        other: (usize, usize),
    ) -> Result<(), GridError> {
        let first = (one.0.min(other.0), one.1.min(other.1));
        let last = (one.0.max(other.0), one.1.max(other.1));
        if first == last || first.0 >= self.limits.rows || first.1 >= self.limits.columns {
            return Ok(());
        }
        self.merged += 1;
        if self.merged > self.limits.cells {
            return Err(GridError::too_large(Bound::Cells, self.limits.cells));
        }
        let last = (last.0.min(self.limits.rows - 1), last.1.min(self.limits.columns - 1));
        grid.merged.push(Merged { first, last });
        Ok(())
    }

    /// One sheet more beside some.
    pub(super) fn sheet(&self, there: usize) -> Result<(), GridError> {
        if there < self.limits.sheets {
            return Ok(());
        }
        Err(GridError::too_large(Bound::Sheets, self.limits.sheets))
    }
}

/// A text as a cell holds it: lines end in one way, and the space around it is not part of it.
pub(super) fn text_held(text: &str) -> Held {
    let text = text.trim_matches(is_around);
    if text.is_empty() {
        return Held::Empty;
    }
    let is_line_end = |sign| matches!(sign, '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    if !text.contains(is_line_end) {
        return Held::Text(text.to_owned());
    }
    Held::Text(text.replace("\r\n", "\n").replace(is_line_end, "\n"))
}

/// Whether a sign around a text is none of it: space of any kind, and the mark of the order of bytes, which is a space
/// of no width.
fn is_around(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '\u{feff}' | '\u{200b}' | '\0')
}

/// A number as a cell holds it; nothing where it is none that can be counted with.
pub(super) fn number_held(number: f64) -> Held {
    if number.is_finite() { Held::Number(number) } else { Held::Empty }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_trimmed_and_keep_their_lines() {
        for (text, expected) in [
            (" Ryd \u{a0}", "Ryd"),
            ("a\r\nb\rc\u{b}d\n\n", "a\nb\nc\nd"),
            ("\u{feff}Insats", "Insats"),
            ("två  ord", "två  ord"),
        ] {
            assert_eq!(text_held(text), Held::Text(expected.to_owned()));
        }
        assert_eq!(text_held(" \u{a0}\n"), Held::Empty);
    }

    #[test]
    fn no_more_is_put_than_may_be() {
        let limits = Limits { rows: 10, columns: 10, cells: 3, stretch: 12, text: 4, texts: 6, ..Limits::default() };
        let text = |length: usize| Held::Text("x".repeat(length));
        let bound = |puts: &[(usize, usize, Held)]| {
            let (mut filling, mut grid) = (Filling::new(&limits), Grid::default());
            let put =
                puts.iter().try_for_each(|(row, column, held)| filling.put(&mut grid, *row, *column, held.clone()));
            match put {
                Ok(()) => None,
                Err(GridError::TooLarge { what, .. }) => Some(what),
                Err(other) => panic!("{other}"),
            }
        };
        assert_eq!(bound(&[(0, 0, text(3)), (9, 9, Held::Flag(true)), (40, 40, Held::Empty)]), None);
        assert_eq!(bound(&[(10, 0, text(1))]), Some(Bound::Rows));
        assert_eq!(bound(&[(0, 10, text(1))]), Some(Bound::Columns));
        assert_eq!(bound(&[(0, 0, text(5))]), Some(Bound::Text));
        assert_eq!(bound(&[(0, 0, text(4)), (0, 1, text(4))]), Some(Bound::Text));
        assert_eq!(bound(&[(0, 9, text(1)), (1, 9, text(1))]), Some(Bound::Cells));
        assert_eq!(bound(&[(0, 0, text(1)), (0, 1, text(1)), (0, 2, text(1)), (0, 3, text(1))]), Some(Bound::Cells));
    }

    #[test]
    fn cells_are_joined_whichever_corner_comes_first() {
        let limits = Limits { rows: 10, columns: 10, ..Limits::default() };
        let (mut filling, mut grid) = (Filling::new(&limits), Grid::default());
        for (one, other) in [((1, 3), (1, 1)), ((2, 2), (2, 2)), ((40, 0), (41, 0)), ((5, 5), (usize::MAX, 6))] {
            filling.merge(&mut grid, one, other).unwrap();
        }
        let corners: Vec<_> = grid.merged.iter().map(|merged| (merged.first, merged.last)).collect();
        assert_eq!(corners, [((1, 1), (1, 3)), ((5, 5), (9, 6))]);
        assert!(grid.merged[0].has(1, 2) && !grid.merged[0].has(2, 2));
    }
}
