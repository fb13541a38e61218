//! When the records of a register were last touched, as far as anybody has asked its history.

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

/// The ages of records.
#[derive(Debug, Clone, Default)]
pub struct Ages(BTreeMap<RecordId, Age>);

impl Ages {
    /// Notes a record's age.
    pub fn insert(&mut self, record: RecordId, age: Age) {
        self.0.insert(record, age);
    }

    /// A record's age; nothing where nobody has asked, or no history has it.
    #[must_use]
    pub fn of(&self, kind: Kind, id: &str) -> Option<Age> {
        if self.0.is_empty() { None } else { self.0.get(&RecordId::new(kind, id)).copied() }
    }
}
