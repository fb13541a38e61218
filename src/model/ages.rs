//! When the records of a register were last touched, and first said something, as far as anybody has asked its history.

use super::day::Day;
use super::kinds::Kind;
use super::reference::RecordId;
use std::collections::BTreeMap;

/// When a record was touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Age {
    /// The day on which its file was last changed in any way.
    pub touched: Day,
    /// The day on which it last came to say something else: not only to be laid out or named differently.
    pub confirmed: Day,
}

/// The ages of records, and since when interventions have been said to go on.
#[derive(Debug, Clone, Default)]
pub struct Ages {
    of_records: BTreeMap<RecordId, Age>,
    /// By the ids of interventions.
    ongoing_since: BTreeMap<String, Day>,
}

impl Ages {
    /// Notes a record's age.
    pub fn insert(&mut self, record: RecordId, age: Age) {
        self.of_records.insert(record, age);
    }

    /// Takes in the ages of more records.
    pub fn extend(&mut self, more: Ages) {
        self.of_records.extend(more.of_records);
        self.ongoing_since.extend(more.ongoing_since);
    }

    /// Notes the day on which an intervention's file first said that it goes on.
    pub fn insert_ongoing(&mut self, intervention: &str, since: Day) {
        self.ongoing_since.insert(intervention.to_owned(), since);
    }

    /// The interventions whose files first said after a day that they go on.
    pub fn said_after(&self, day: Day) -> impl Iterator<Item = &str> {
        self.ongoing_since.iter().filter(move |(_, since)| **since > day).map(|(id, _)| id.as_str())
    }

    /// The day on which an intervention's file first said that it goes on, where it does not say itself since when;
    /// nothing where no history tells.
    #[must_use]
    pub fn ongoing_since(&self, intervention: &str) -> Option<Day> {
        self.ongoing_since.get(intervention).copied()
    }

    /// A record's age; nothing where nobody has asked, or no history has it.
    #[must_use]
    pub fn of(&self, kind: Kind, id: &str) -> Option<Age> {
        if self.of_records.is_empty() { None } else { self.of_records.get(&RecordId::new(kind, id)).copied() }
    }
}
