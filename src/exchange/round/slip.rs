//! What a workbook says of itself on a sheet that nobody sees, so that the answer can be told from the question whatever
//! became of the rows: who was asked what, when, and what each cell said.
//!
//! The sheet is rows of texts. What comes first says what a row is of.

use super::question::Point;
use std::collections::BTreeMap;

/// What the sheet is called that nobody sees, and what its first cell says.
pub const SLIP_SHEET: &str = "_register";
const MARK: &str = "register-round";
/// How the sheet is laid out.
const VERSION: &str = "1";

/// A sheet of a workbook that is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What the body carries.
    Own,
    /// What it takes part in.
    Partner,
    /// What nobody knows of yet.
    New,
}

impl Part {
    /// Every sheet that is filled in, in the order of the workbook.
    pub const ALL: [Self; 3] = [Part::Own, Part::Partner, Part::New];

    /// What the column of the ids of rows goes by.
    pub const ID: &'static str = "id";

    const fn key(self) -> &'static str {
        match self {
            Part::Own => "own",
            Part::Partner => "partner",
            Part::New => "new",
        }
    }

    fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.key() == key)
    }
}

/// A cell of a row that was asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlipCell {
    /// What is asked; nothing where the cell only tells something.
    pub point: Option<Point>,
    /// Whether the body may say otherwise.
    pub is_open: bool,
    /// What the register said, as its files have it; as the cell shows it where it only tells something.
    pub said: String,
}

/// What a workbook says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Slip {
    /// The id of the round.
    pub round: String,
    /// The id of the body that is asked.
    pub body: String,
    /// The revision of the register; empty where there is none.
    pub revision: String,
    /// The language of its heads, by its code.
    pub language: String,
    /// The heads of each sheet: what a column is of, by its head.
    pub columns: BTreeMap<(Part, String), String>,
    /// The cells, by sheet, row and column.
    pub cells: BTreeMap<(Part, String, String), SlipCell>,
}

impl Slip {
    /// The rows of the sheet.
    #[must_use]
    pub fn lines(&self) -> Vec<Vec<String>> {
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<String>>();
        let mut lines = vec![
            texts(&[MARK, VERSION]),
            texts(&["of-round", &self.round]),
            texts(&["of-body", &self.body]),
            texts(&["of-revision", &self.revision]),
            texts(&["in-language", &self.language]),
        ];
        let columns = self.columns.iter().map(|((part, head), column)| texts(&["column", part.key(), column, head]));
        lines.extend(columns);
        lines.extend(self.cells.iter().map(|((part, row, column), cell)| {
            let open = if cell.is_open { "open" } else { "closed" };
            let point = cell.point.as_ref().map(Point::key).unwrap_or_default();
            texts(&["cell", part.key(), row, column, &point, open, &cell.said])
        }));
        lines
    }

    /// What the rows of such a sheet say; nothing where they are of something else, or of a layout that is not known here.
    #[must_use]
    pub fn of_lines(mut lines: impl Iterator<Item = Vec<String>>) -> Option<Self> {
        let mut slip = Slip::default();
        if lines.next()? != [MARK, VERSION] {
            return None;
        }
        for line in lines {
            let texts: Vec<&str> = line.iter().map(String::as_str).collect();
            match texts.as_slice() {
                ["of-round", round] => slip.round = (*round).to_owned(),
                ["of-body", body] => slip.body = (*body).to_owned(),
                ["of-revision", revision] => slip.revision = (*revision).to_owned(),
                ["in-language", language] => slip.language = (*language).to_owned(),
                ["column", part, column, head] => {
                    slip.columns.insert((Part::from_key(part)?, (*head).to_owned()), (*column).to_owned());
                }
                ["cell", part, row, column, point, open, said @ ..] => {
                    let said = said.first().copied().unwrap_or_default().to_owned();
                    // What a newer program asks is nothing that this one can read.
                    let point = if point.is_empty() { None } else { Some(Point::from_key(point)?) };
                    let cell = SlipCell { point, is_open: *open == "open", said };
                    slip.cells.insert((Part::from_key(part)?, (*row).to_owned(), (*column).to_owned()), cell);
                }
                // An empty value at the end of a row is no cell any more once another program has saved it.
                ["of-round" | "of-body" | "of-revision" | "in-language"] | [] => {}
                _ => return None,
            }
        }
        (!slip.round.is_empty() && !slip.body.is_empty()).then_some(slip)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let cell = |point: Point, said: &str| SlipCell { point: Some(point), is_open: true, said: said.to_owned() };
        let told = SlipCell { point: None, is_open: false, said: "Läxhjälp".to_owned() };
        let key = |row: &str, column: &str| (Part::Own, row.to_owned(), column.to_owned());
        let slip = Slip {
            round: "2026-t3".to_owned(),
            body: "polisen".to_owned(),
            revision: String::new(),
            language: "sv".to_owned(),
            columns: BTreeMap::from([((Part::Own, "Status".to_owned()), "status".to_owned())]),
            cells: BTreeMap::from([
                (key("a", "status"), cell(Point::Status, "ongoing")),
                (key("a", "reading-1"), cell(Point::Reading("deltagare".to_owned()), "")),
                (key("a", "note"), cell(Point::Note, "Två\nrader")),
                (key("a", "title"), told),
            ]),
        };
        assert_eq!(Slip::of_lines(slip.lines().into_iter()), Some(slip.clone()));
        let trimmed: Vec<Vec<String>> = slip
            .lines()
            .into_iter()
            .map(|mut line| {
                while line.last().is_some_and(String::is_empty) {
                    line.pop();
                }
                line
            })
            .collect();
        assert_eq!(Slip::of_lines(trimmed.into_iter()), Some(slip));
        assert_eq!(Slip::of_lines([vec!["Insatser".to_owned()]].into_iter()), None);
    }
}
