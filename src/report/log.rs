//! `log`: the history of a register or of a record, commit by commit, in the register's own words.

use super::cell::{Cell, Label};
use super::changes::all_lines;
use super::differences::told_name;
use super::document::{Block, Document, Line};
use crate::compare::Comparison;
use crate::message::{reports, told};
use crate::model::{Day, Register};

/// A commit, and what it changed.
#[derive(Debug)]
pub struct Logged {
    /// The commit's full id, in hexadecimal digits.
    pub commit: String,
    /// The day on which it was made.
    pub day: Day,
    /// What was said of it, as far as it may be shown.
    pub subject: String,
    /// What differs between the commit and the one before it, of what was asked for.
    pub comparison: Comparison,
}

/// How many records of a commit are told one by one.
pub const MOST_OF_A_COMMIT: usize = 20;

/// The history, newest first. `record` is what the record is called whose history it is, if of one.
#[must_use]
pub fn log<'r>(entries: &'r [Logged], register: &'r Register, record: Option<Cell<'r>>) -> Document<'r> {
    let mut title = vec![Cell::message(reports::LOG_TITLE)];
    title.extend(record);
    let mut blocks = Vec::new();
    for entry in entries {
        let short = entry.commit.get(..8).unwrap_or(&entry.commit);
        blocks.push(Block::Heading(Label::MessageWith(
            reports::LogEntry { day: Cell::Day(entry.day), subject: entry.subject.as_str(), commit: short }.into(),
        )));
        let shown = entry.comparison.records.iter().take(MOST_OF_A_COMMIT);
        let fields: Vec<(Label<'r>, Cell<'r>)> =
            shown.map(|change| (Label::Cell(told_name(change, register)), all_lines(change, register))).collect();
        if !fields.is_empty() {
            blocks.push(Block::Fields(fields));
        }
        let more = entry.comparison.records.len().saturating_sub(MOST_OF_A_COMMIT);
        if more > 0 {
            let text = reports::log_more(Cell::count(more));
            blocks.push(Block::Line(Line::new(text).with_command(told::LOG_JSON)));
        }
        if !entry.comparison.layout_only.is_empty() {
            let text = reports::log_layout(Cell::count(entry.comparison.layout_only.len()));
            blocks.push(Block::Line(Line::new(text)));
        }
    }
    if entries.is_empty() {
        blocks.push(Block::Line(Line::new(reports::LOG_NONE)));
    }
    Document::new("log", title, blocks)
}
