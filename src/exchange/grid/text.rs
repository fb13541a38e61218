//! Delimited text: CSV, TSV and what else programs call text.

use super::filling::{Filling, text_held};
use super::held::{Form, Grid, Grids, Held};
use super::limits::GridError;
use memchr::{memchr, memchr3};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// What may stand between cells, the likeliest first.
const DELIMITERS: [u8; 3] = [b';', b'\t', b','];

/// How many rows are looked at, to see what stands between cells.
const LOOKED_AT: usize = 500;

/// The cells of a text.
pub(super) fn read(text: &str, ending: &str, filling: &mut Filling<'_>) -> Result<Grids, GridError> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(GridError::Empty);
    }
    let (told, text) = told(text);
    let by = told.unwrap_or_else(|| found(text, ending));
    let mut grid = Grid::default();
    let broken = each_cell(text, by, |row, column, cell| match filling.put(&mut grid, row, column, cell_held(&cell)) {
        Ok(()) => ControlFlow::Continue(()),
        Err(error) => ControlFlow::Break(error),
    });
    match broken {
        ControlFlow::Break(error) => Err(error),
        ControlFlow::Continue(()) => Ok(Grids { form: Form::Delimited { by: char::from(by) }, sheets: vec![grid] }),
    }
}

/// What a first line such as `sep=;` tells that stands between cells, as Excel writes and reads it, and the text below it.
fn told(text: &str) -> (Option<u8>, &str) {
    let end = memchr3(b'\n', b'\r', b'\n', text.as_bytes()).unwrap_or(text.len());
    let (line, rest) = text.split_at(end);
    let line = line.trim_matches('"');
    let sign = line.get(..4).filter(|word| word.eq_ignore_ascii_case("sep=")).and_then(|_| line.get(4..));
    match sign.map(str::as_bytes) {
        Some([sign]) if !sign.is_ascii_alphanumeric() && *sign != b'"' => {
            let rest = rest.strip_prefix("\r\n").or_else(|| rest.get(1..)).unwrap_or_default();
            (Some(*sign), rest)
        }
        _ => (None, text),
    }
}

/// What stands between cells: that of which most stand in rows of one width.
fn found(text: &str, ending: &str) -> u8 {
    let first = if ending == "tsv" { b'\t' } else { DELIMITERS[0] };
    let mut best = (0, first);
    for by in std::iter::once(first).chain(DELIMITERS.into_iter().filter(|by| *by != first)) {
        let even = evenness(text, by);
        if even > best.0 {
            best = (even, by);
        }
    }
    best.1
}

/// How many of a sign stand in the rows of the width that most of it stands in.
fn evenness(text: &str, by: u8) -> usize {
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    let (mut current, mut width) = (0, 0);
    let _ = each_cell(text, by, |row, column, _| {
        if row != current {
            *widths.entry(width).or_default() += width;
            current = row;
        }
        width = column;
        if row < LOOKED_AT { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    *widths.entry(width).or_default() += width;
    widths.into_values().max().unwrap_or(0)
}

/// Calls something for each cell of a text, also for empty ones, with its row and column: also a blank line is a row, as in the
/// program that the file is opened with, where a cell is told of by its number. The `csv` crate passes blank lines over.
///
/// A quote that nothing closes is a sign as others, as are all that come behind it: else one inch sign in the first column
/// would make a single cell of the rest of the file.
fn each_cell<E>(
    text: &str,
    by: u8,
    mut visit: impl FnMut(usize, usize, Cow<'_, str>) -> ControlFlow<E>,
) -> ControlFlow<E> {
    let (mut rest, mut row, mut column, mut has_quotes) = (text, 0, 0, true);
    while !rest.is_empty() {
        let quoted = if has_quotes && rest.starts_with('"') { quoted(rest) } else { None };
        has_quotes &= quoted.is_some() || !rest.starts_with('"');
        let (inner, behind) = quoted.unwrap_or((Cow::Borrowed(""), rest));
        let end = memchr3(by, b'\n', b'\r', behind.as_bytes()).unwrap_or(behind.len());
        let (plain, next) = behind.split_at(end);
        visit(row, column, if plain.is_empty() { inner } else { inner + plain })?;
        rest = match next.as_bytes() {
            [b'\r', b'\n', ..] => &next[2..],
            [_, ..] => &next[1..],
            [] => next,
        };
        if next.as_bytes().first() == Some(&by) {
            column += 1;
        } else {
            (row, column) = (row + 1, 0);
        }
    }
    ControlFlow::Continue(())
}

/// A text up to the quote that closes it, and what stands behind; two quotes are one that stands in it.
fn quoted(text: &str) -> Option<(Cow<'_, str>, &str)> {
    let text = text.strip_prefix('"')?;
    let mut end = 0;
    loop {
        end += memchr(b'"', &text.as_bytes()[end..])?;
        if text.as_bytes().get(end + 1) != Some(&b'"') {
            break;
        }
        end += 2;
    }
    let inner = &text[..end];
    let inner = if inner.contains('"') { Cow::Owned(inner.replace("\"\"", "\"")) } else { Cow::Borrowed(inner) };
    Some((inner, &text[end + 1..]))
}

/// What a cell holds. What keeps a text a text where a spreadsheet opens it, as `="007"` and `'=1+1`, is none of it.
fn cell_held(cell: &str) -> Held {
    let kept = cell.trim().strip_prefix("=\"").and_then(|cell| cell.strip_suffix('"'));
    let kept = kept.filter(|text| !text.contains('"'));
    let guarded = || cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@']));
    text_held(kept.or_else(guarded).unwrap_or(cell))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::grid::limits::{Bound, Limits};

    /// The cells of a text, with `|` between them and a line for each row.
    fn cells(text: &str) -> String {
        let limits = Limits::default();
        let grids = read(text, "csv", &mut Filling::new(&limits)).unwrap();
        let grid = &grids.sheets[0];
        let line = |row| grid.row(row).iter().map(|held| held.text().unwrap_or_default()).collect::<Vec<_>>().join("|");
        (0..grid.rows()).map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn what_stands_between_cells_is_found() {
        for (text, expected) in [
            ("a;b\n1,5;2,5\n", "a|b\n1,5|2,5"),
            ("a,b,c\n1,2,3\n", "a|b|c\n1|2|3"),
            ("a\tb\n1,5\t2;5\n", "a|b\n1,5|2;5"),
            ("Insatser i Ryd, Skäggetorp, Berga, och Lambohov\n\na;b\n1;2\n3;4\n", {
                "Insatser i Ryd, Skäggetorp, Berga, och Lambohov\n\na|b\n1|2\n3|4"
            }),
            ("a;\"b;c\nd\"\n\"1\"\"2\";3\n", "a|b;c\nd\n1\"2|3"),
            ("sep=,\r\na;1,b\r\nc,d\r\n", "a;1|b\nc|d"),
            ("SEP=|\na|b,c;d\n", "a|b,c;d"),
            ("\"sep=;\"\na,b,c;d\n", "a,b,c|d"),
            ("sep=x\n1\n", "sep=x\n1"),
            ("en kolumn\nbara\n", "en kolumn\nbara"),
            ("a;b\rc;d\r\ne;f\n", "a|b\nc|d\ne|f"),
            ("a;b;;;\n;;;\n\nc;d;;;\n", "a|b\n\n\nc|d"),
            ("5\";b\n7;\"8\"\n", "5\"|b\n7|8"),
            ("\"7;c\nd;8\n", "\"7|c\nd|8"),
            ("\"a\"b;c\n", "ab|c"),
            ("=\"007\";'=1+1;=\"a\"&\"b\";'citat'\n", "007|=1+1|=\"a\"&\"b\"|'citat'"),
            ("\u{feff}a;b", "a|b"),
        ] {
            assert_eq!(cells(text).trim_end_matches('|'), expected.trim_end_matches('|'), "{text:?}");
        }
    }

    #[test]
    fn much_text_is_read_or_refused_within_its_limits() {
        let limits = Limits::default();
        let bound = |text: &str| match read(text, "csv", &mut Filling::new(&limits)) {
            Ok(_) => None,
            Err(GridError::TooLarge { what, .. }) => Some(what),
            Err(other) => panic!("{other}"),
        };
        let long = "x".repeat(40_000);
        assert_eq!(bound(&format!("a;b\n{long};1\n")), None);
        assert_eq!(bound(&format!("x{}", ";".repeat(5_000_000))), None);
        assert_eq!(bound(&format!("x{}", "\n \n".repeat(2_000_000))), None);
        assert_eq!(bound(&format!("{}x", ";".repeat(20_000))), Some(Bound::Columns));
        assert_eq!(bound(&format!("{}x", "\n".repeat(1_048_576))), Some(Bound::Rows));
        assert_eq!(bound(&"a;b\n".repeat(1_000_001)), Some(Bound::Cells));
        assert_eq!(bound(&"x".repeat(1_000_001)), Some(Bound::Text));
        // Each begins a cell that nothing ends.
        assert_eq!(bound(&"\"a\"\"\n".repeat(400_000)), None);
    }

    #[test]
    fn text_of_nothing_is_empty() {
        for text in ["", " \r\n\n", "\u{feff}", "\t\t\n"] {
            assert_eq!(read(text, "csv", &mut Filling::new(&Limits::default())), Err(GridError::Empty));
        }
    }
}
