//! Where something stands in a file, as people name it.

/// Where something stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// What the file is called.
    pub file: String,
    /// The sheet; empty where the file has none.
    pub sheet: String,
    /// The cell, such as `F17`; of a row as a whole its number.
    pub cell: String,
}

impl At {
    /// The number of its row.
    #[must_use]
    pub fn row(&self) -> &str {
        self.cell.trim_start_matches(|sign: char| !sign.is_ascii_digit())
    }

    /// The cell in its sheet, such as `Blad1!F17`.
    #[must_use]
    pub fn in_sheet(&self) -> String {
        if self.sheet.is_empty() { self.cell.clone() } else { format!("{}!{}", self.sheet, self.cell) }
    }
}

/// What people call a cell, such as `F17`, of its row and column from 0.
#[must_use]
pub fn cell_name(row: usize, column: usize) -> String {
    format!("{}{}", column_name(column), row + 1)
}

/// What people call a column, such as `F`, of its place from 0.
#[must_use]
pub fn column_name(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        left = (left - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_called_as_people_call_them() {
        for (row, column, name) in [
            (0, 0, "A1"),
            (16, 5, "F17"),
            (9, 25, "Z10"),
            (0, 26, "AA1"),
            (0, 701, "ZZ1"),
            (1_048_575, 16_383, "XFD1048576"),
        ] {
            assert_eq!(cell_name(row, column), name);
        }
    }

    #[test]
    fn a_cell_has_a_row_and_stands_in_a_sheet() {
        let at = |sheet: &str, cell: &str| At { file: String::new(), sheet: sheet.to_owned(), cell: cell.to_owned() };
        assert_eq!((at("Blad1", "AF17").row(), at("", "17").row()), ("17", "17"));
        assert_eq!(
            (at("Blad1", "F17").in_sheet(), at("", "F17").in_sheet()),
            ("Blad1!F17".to_owned(), "F17".to_owned())
        );
    }
}
