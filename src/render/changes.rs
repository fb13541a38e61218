//! What changed, as JSON: complete, so that what it says of one state, done to it, gives the other.

use super::json::{SCHEMA_VERSION, write_value};
use super::unread::unread_value;
use crate::compare::{Change, Comparison, Difference, RecordChange, State, Subject, What};
use crate::model::{Step, Unread, path_text};
use crate::personal_data::mask;
use crate::report::Logged;
use serde_json::{Map, Value, json};
use std::borrow::Cow;
use std::io::{self, Write};

/// The changes between two states of a register, each named by what it was asked for.
///
/// A record that is new or gone is there as a whole. Of one that changed, each field that differs has `path`, the
/// same as `steps` with places of lists as they were, and `before` and `after`, of which one is left out where
/// there is nothing. An element of a list of tables that is new or gone has `at`, its place in the list as it is or
/// was; where others changed places, each that was there before has `from` and `to`. Comments in the file that are not as
/// they were stand beside, in `comments`.
#[must_use]
pub fn changes_value(comparison: &Comparison, before: &str, after: Option<&str>, unread: &[Unread]) -> Value {
    let [added, removed, renamed, changed] = comparison.counts();
    json!({
        "schema_version": SCHEMA_VERSION,
        "report": "diff",
        "before": before,
        "after": after,
        "unread": unread_value(unread),
        "records": record_changes(&comparison.records),
        "layout_only": comparison.layout_only.iter().map(subject_text).collect::<Vec<_>>(),
        "summary": {
            "added": added, "removed": removed, "renamed": renamed, "changed": changed, "comments_only": comparison.noted(),
            "layout_only": comparison.layout_only.len(),
        },
    })
}

/// A history of a record, newest commit first.
#[must_use]
pub fn log_value(entries: &[Logged], id: Option<&str>, unread: &[Unread]) -> Value {
    json!({
        "schema_version": SCHEMA_VERSION,
        "report": "log",
        "record": id,
        "unread": unread_value(unread),
        "entries": entries.iter().map(entry_value).collect::<Vec<_>>(),
    })
}

fn entry_value(entry: &Logged) -> Value {
    json!({
        "commit": entry.commit,
        "day": entry.day.to_string(),
        "subject": entry.subject,
        "records": record_changes(&entry.comparison.records),
        "layout_only": entry.comparison.layout_only.iter().map(subject_text).collect::<Vec<_>>(),
    })
}

/// What stands before and behind the records of an entry that has some.
fn entry_around(entry: &Logged) -> io::Result<Option<(String, String)>> {
    /// What stands in their place: no record is a number.
    const PLACE: i32 = 0;
    if entry.comparison.records.is_empty() {
        return Ok(None);
    }
    let text = written(json!({
        "commit": entry.commit,
        "day": entry.day.to_string(),
        "subject": entry.subject,
        "records": [PLACE],
        "layout_only": entry.comparison.layout_only.iter().map(subject_text).collect::<Vec<_>>(),
    }))?;
    let parts = text.split_once("[\n    0\n  ]");
    Ok(parts.map(|(before, behind)| (format!("{before}["), format!("  ]{behind}"))))
}

fn written(value: Value) -> io::Result<String> {
    let mut text = Vec::new();
    write_value(value, &mut text)?;
    Ok(String::from_utf8_lossy(&text).trim_end().to_owned())
}

fn indented(text: &str, by: usize) -> String {
    text.lines().map(|line| format!("{:by$}{line}", "")).collect::<Vec<_>>().join("\n")
}

/// Writes the history of a whole register as JSON, an entry at a time: what [`log_value`] lays out at once.
pub struct LogWriter<'w> {
    out: &'w mut dyn Write,
    is_first: bool,
}

impl<'w> LogWriter<'w> {
    /// Writes what stands before the first entry.
    ///
    /// # Errors
    /// It can't be written out.
    pub fn begin(out: &'w mut dyn Write) -> io::Result<Self> {
        write!(out, "{{\n  \"entries\": [")?;
        Ok(Self { out, is_first: true })
    }

    /// Writes an entry.
    ///
    /// # Errors
    /// It can't be written out.
    pub fn entry(&mut self, entry: &Logged) -> io::Result<()> {
        self.out.write_all(if self.is_first { b"\n" } else { b",\n" })?;
        self.is_first = false;
        // The first commit has the whole register in it, so the records are written one by one.
        let Some((before, behind)) = entry_around(entry)? else { return self.value(entry_value(entry), 4) };
        write!(self.out, "{}", indented(&before, 4))?;
        let mut between = "\n";
        for change in &entry.comparison.records {
            write!(self.out, "{between}")?;
            self.value(record(change), 8)?;
            between = ",\n";
        }
        write!(self.out, "\n      {}", indented(&behind, 4).trim_start())
    }

    fn value(&mut self, value: Value, by: usize) -> io::Result<()> {
        write!(self.out, "{}", indented(&written(value)?, by))
    }

    /// Writes what stands behind the last entry.
    ///
    /// # Errors
    /// It can't be written out.
    pub fn end(self, unread: &[Unread]) -> io::Result<()> {
        let end = if self.is_first { "]" } else { "\n  ]" };
        let mut text = Vec::new();
        write_value(unread_value(unread), &mut text)?;
        let unread = String::from_utf8_lossy(&text).trim_end().replace('\n', "\n  ");
        writeln!(
            self.out,
            "{end},\n  \"record\": null,\n  \"report\": \"log\",\n  \"schema_version\": {SCHEMA_VERSION},\n  \"unread\": {unread}\n}}"
        )
    }
}

fn record_changes(records: &[RecordChange]) -> Value {
    Value::Array(records.iter().map(record).collect())
}

fn subject_text(subject: &Subject) -> String {
    match subject {
        Subject::Record(record) => record.to_string(),
        Subject::Settings => crate::format::SETTINGS_FILE.to_owned(),
    }
}

fn record(change: &RecordChange) -> Value {
    let mut object = Map::new();
    let mut put = |key: &str, value: Value| object.insert(key.to_owned(), value);
    put("record", json!(subject_text(&change.subject)));
    put("change", json!(word(&change.what)));
    if let What::Renamed(from) = &change.what {
        put("from", json!(from.to_string()));
    }
    let path = |state: &Option<State>| state.as_ref().map(|state| state.path.clone());
    let file = path(&change.after).or_else(|| path(&change.before));
    put("file", json!(file));
    let whole = |state: &Option<State>| state.as_ref().and_then(|state| state.table.as_ref()).map(table);
    match change.what {
        What::Added => put("after", json!(whole(&change.after))),
        What::Removed => put("before", json!(whole(&change.before))),
        What::Unreadable => None,
        What::Renamed(_) | What::Changed => put("fields", change.differences.iter().map(field).collect()),
    };
    if !change.notes.is_empty() {
        let notes = |notes: &[String]| notes.iter().map(|note| json!(mask(note))).collect::<Value>();
        put("comments", json!({ "removed": notes(&change.notes.gone), "added": notes(&change.notes.come) }));
    }
    Value::Object(object)
}

const fn word(what: &What) -> &'static str {
    match what {
        What::Added => "added",
        What::Removed => "removed",
        What::Renamed(_) => "renamed",
        What::Changed => "changed",
        What::Unreadable => "unreadable",
    }
}

fn field(difference: &Difference) -> Value {
    let mut object = Map::new();
    let mut put = |key: &str, value: Value| {
        object.insert(key.to_owned(), value);
    };
    let step = |step: &Step| match step {
        Step::Key(key) => json!(key),
        Step::Index(place) => json!(place),
    };
    put("path", json!(path_text(&difference.path)));
    put("steps", difference.path.iter().map(step).collect());
    match &difference.change {
        Change::Value(before, after) => {
            put("change", json!("value"));
            before.iter().for_each(|value| put("before", plain(value)));
            after.iter().for_each(|value| put("after", plain(value)));
        }
        Change::List(before, after) => {
            put("change", json!("list"));
            put("before", before.iter().map(plain).collect());
            put("after", after.iter().map(plain).collect());
        }
        Change::Added(at, element) => {
            put("change", json!("added"));
            put("at", json!(at));
            put("after", table(element));
        }
        Change::Removed(at, element) => {
            put("change", json!("removed"));
            put("at", json!(at));
            put("before", table(element));
        }
        Change::Moved(from, to) => {
            put("change", json!("moved"));
            put("from", json!(from));
            put("to", json!(to));
        }
    }
    Value::Object(object)
}

/// A table of a file as JSON, with dates as texts.
fn table(table: &toml::Table) -> Value {
    Value::Object(table.iter().map(|(key, value)| (key.clone(), plain(value))).collect())
}

fn plain(value: &toml::Value) -> Value {
    match value {
        // What somebody took out was perhaps not to be there.
        toml::Value::String(text) => json!(mask(text)),
        toml::Value::Integer(number) => match mask(&number.to_string()) {
            Cow::Owned(covered) => json!(covered),
            Cow::Borrowed(_) => json!(number),
        },
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(flag) => json!(flag),
        toml::Value::Datetime(day) => json!(day.to_string()),
        toml::Value::Array(elements) => elements.iter().map(plain).collect(),
        toml::Value::Table(inner) => table(inner),
    }
}
