//! How much a spreadsheet of OpenDocument makes a reader reserve: a cell or a row says how often it is repeated, and a few
//! bytes can stand for thousands of millions of cells.

use super::limits::{Bound, GridError, Limits};
use memchr::{memchr_iter, memmem};

/// Refuses the content of a spreadsheet that comes to more cells than are read.
pub(super) fn refuse_repeated(content: &[u8], limits: &Limits) -> Result<(), GridError> {
    // A reader that waits for the end of something waits for ever where the file ends before.
    if !content.trim_ascii_end().ends_with(b"</office:document-content>") {
        return Err(GridError::damaged("cut short"));
    }
    let (mut counted, mut all, mut spaces) = (Counted::default(), 0_usize, 0_usize);
    for at in memchr_iter(b'<', content) {
        let rest = &content[at + 1..];
        let end = memchr::memchr(b'>', rest).unwrap_or(rest.len());
        let tag = &rest[..end];
        if tag.starts_with(b"table:table-row") && !tag.starts_with(b"table:table-rows") {
            counted.row(repeated(tag, b"table:number-rows-repeated=\""));
        } else if tag.starts_with(b"table:table-cell") || tag.starts_with(b"table:covered-table-cell") {
            let is_empty = tag.ends_with(b"/") && memmem::find(tag, b"value").is_none();
            counted.cells(repeated(tag, b"table:number-columns-repeated=\""), is_empty);
        } else if tag.starts_with(b"text:s") {
            spaces = spaces.saturating_add(repeated(tag, b"text:c=\""));
        } else if tag == b"/table:table" {
            all = all.saturating_add(std::mem::take(&mut counted).cells_of_table());
        }
        if spaces > limits.texts {
            return Err(GridError::too_large(Bound::Text, limits.texts));
        }
        if counted.in_rows > limits.stretch || all > limits.stretch {
            return Err(GridError::too_large(Bound::Cells, limits.cells));
        }
    }
    Ok(())
}

/// How often a tag says that it is repeated.
fn repeated(tag: &[u8], attribute: &[u8]) -> usize {
    let number = memmem::find(tag, attribute).map(|at| &tag[at + attribute.len()..]);
    let digits = number.map(|number| number.iter().take_while(|byte| byte.is_ascii_digit()));
    let parsed = digits.map(|digits| {
        digits.fold(0_usize, |sum, digit| sum.saturating_mul(10).saturating_add(usize::from(digit - b'0')))
    });
    parsed.unwrap_or(1)
}

/// What has been counted of a table.
#[derive(Default)]
struct Counted {
    /// Rows, with those that are repeated, up to the last with something in it.
    rows: usize,
    /// The rows behind it, and how often the row is repeated that is being counted.
    pending: usize,
    repeats: usize,
    /// The columns of the row up to its last cell with something in it, and those behind it.
    width: usize,
    behind: usize,
    /// The widest row, and the columns of all rows as they stand there.
    widest: usize,
    in_rows: usize,
}

impl Counted {
    fn row(&mut self, repeats: usize) {
        self.end_row();
        self.repeats = repeats;
    }

    fn end_row(&mut self) {
        self.pending = self.pending.saturating_add(self.repeats);
        if self.width > 0 {
            self.rows = self.rows.saturating_add(self.pending);
            self.pending = 0;
        }
        self.widest = self.widest.max(self.width);
        (self.width, self.behind) = (0, 0);
    }

    fn cells(&mut self, repeats: usize, is_empty: bool) {
        self.behind = self.behind.saturating_add(repeats);
        if !is_empty {
            self.width = self.width.saturating_add(self.behind);
            self.in_rows = self.in_rows.saturating_add(self.behind);
            self.behind = 0;
        }
    }

    fn cells_of_table(mut self) -> usize {
        self.end_row();
        self.rows.saturating_mul(self.widest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_repeated_is_counted() {
        let limits = Limits { stretch: 1_000, ..Limits::default() };
        let is_refused = |rows: &str| {
            refuse_repeated(format!("<table:table>{rows}</table:table></office:document-content>").as_bytes(), &limits)
                .is_err()
        };
        let row = |repeats: usize, cells: &str| {
            format!("<table:table-row table:number-rows-repeated=\"{repeats}\">{cells}</table:table-row>")
        };
        let cell = |repeats: usize| {
            format!("<table:table-cell table:number-columns-repeated=\"{repeats}\" office:value=\"1\"/>")
        };
        let none = "<table:table-cell table:number-columns-repeated=\"16384\"/>";
        assert!(!is_refused(&row(10, &cell(10))));
        assert!(
            !is_refused(&(row(1, &format!("{}{none}", cell(3))) + &row(1_048_575, none))),
            "what is empty to the end"
        );
        assert!(is_refused(&row(1_000_000, &cell(1))));
        assert!(is_refused(&row(1, &cell(16_384))));
        assert!(is_refused(&row(1, &format!("{none}{}", cell(1)))), "what is empty before something");
        assert!(is_refused(&(row(1_000_000, none) + &row(1, &cell(1)))));
        assert!(is_refused("<text:s text:c=\"4000000000\"/>"));
        assert!(refuse_repeated(b"<table:table><office:annotation>", &limits).is_err(), "what is cut short");
        assert!(is_refused(&row(usize::MAX, &cell(usize::MAX))));
        assert!(is_refused(&(0..200).map(|_| row(1, &cell(10))).collect::<String>()));
    }
}
