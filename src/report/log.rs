//! `log`: the history of a register or of a record, commit by commit, in the register's own words.

use super::cell::Cell;
use super::changes::{lines, name};
use super::document::{Block, Document, Label, Line, Said};
use crate::compare::Comparison;
use crate::model::{Day, Register};

/// A commit, and what it changed.
#[derive(Debug)]
pub struct Logged {
    /// The commit's id.
    pub commit: String,
    /// The day on which it was made.
    pub day: Day,
    /// What was said of it, as far as it may be shown.
    pub subject: String,
    /// What it changed.
    pub comparison: Comparison,
}

/// How many records of a commit are told one by one.
const MOST: usize = 20;

/// The history, newest first. `of` is what the record is called that it is of, where it is of one.
#[must_use]
pub fn log<'r>(entries: &'r [Logged], register: &'r Register, of: Option<Cell<'r>>) -> Document<'r> {
    let mut title = vec![Cell::said("report-log-title")];
    title.extend(of);
    let mut blocks = Vec::new();
    for entry in entries {
        let short = entry.commit.get(..8).unwrap_or(&entry.commit);
        let heading = vec![
            ("day", Cell::Day(entry.day)),
            ("subject", Cell::text(entry.subject.as_str())),
            ("commit", Cell::text(short)),
        ];
        blocks.push(Block::Heading(Label::Cell(Cell::Said("report-log-entry", heading))));
        let shown = entry.comparison.records.iter().take(MOST);
        let fields: Vec<(Label<'r>, Cell<'r>)> =
            shown.map(|change| (Label::Cell(name(change, register)), lines(change, register))).collect();
        if !fields.is_empty() {
            blocks.push(Block::Fields(fields));
        }
        let more = entry.comparison.records.len().saturating_sub(MOST);
        for (count, key) in [(more, "report-log-more"), (entry.comparison.layout_only.len(), "report-log-layout")] {
            if count > 0 {
                let text = Said { key, arguments: vec![("count", Cell::count(count))] };
                let command = (key == "report-log-more").then(|| "register log --format json".to_owned());
                blocks.push(Block::Line(Line { mark: None, text, command }));
            }
        }
    }
    if entries.is_empty() {
        let text = Said { key: "report-log-none", arguments: Vec::new() };
        blocks.push(Block::Line(Line { mark: None, text, command: None }));
    }
    Document { name: "log", title, blocks }
}
