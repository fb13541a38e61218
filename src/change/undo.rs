//! Taking back the last change.
//!
//! What files held is put back byte for byte, so what was wrong with it then may be wrong with it again. What else the
//! register holds may have changed since: what would be wrong because of that refuses it, as it does any change.

use super::kept::told;
use super::{ChangeError, Work, refuse_unread};
use crate::check::{elements_of, errors_of, is_about_others, severity};
use crate::format::{Loaded, RecordFile};
use crate::model::{Day, Finding, Kind, RecordId, Register, Severity};
use crate::store::{Committed, LastChange, StoreError, Undo};
use std::collections::BTreeMap;

impl Work {
    /// The last change that was made here, and whether it can be taken back.
    ///
    /// # Errors
    /// What is kept of it can't be read.
    pub fn last_change(&self) -> Result<LastChange, StoreError> {
        self.store.last_change()
    }

    /// Holds to the rules what the register would be with a change taken back.
    ///
    /// # Errors
    /// It would have errors that are not there now and were not there before the change, or something that can't be
    /// read may name what the change brought.
    pub fn verify_without(&self, undo: &Undo) -> Result<(), ChangeError> {
        let changes = undo.changes();
        let is_own = |file: &str| changes.iter().any(|change| change.file() == file);
        let Loaded { register, findings } = self.store.load_without(undo)?;
        for change in &changes {
            let Some(place) = RecordFile::from_path(change.file()) else { continue };
            let record = RecordId::new(place.kind, &place.id);
            let (was, is) = (names(&self.register, &record), names(&register, &record));
            if was.iter().any(|name| !is.contains(name)) {
                refuse_unread(&self.register, &record, |unread| !is_own(&unread.file))?;
            }
        }
        // By the day of the change: what days make wrong was so then too.
        let on = undo.deed.on;
        let mut known = Counted::of(all_errors(&self.register, &self.findings, on).iter().map(told));
        known.add(undo.deed.mended.iter().cloned());
        let mut fresh = all_errors(&register, &findings, on);
        fresh.retain(|finding| !known.take(&told(finding)));
        // What is wrong with the text of a file itself was wrong with it when it held that; and what is wrong with one that
        // nobody has touched since was wrong with it before the change.
        fresh.retain(|finding| {
            let is_here = is_own(&finding.file);
            if is_here { is_about_others(finding) } else { self.store.is_changed_since(undo, &finding.file) }
        });
        if fresh.is_empty() { Ok(()) } else { Err(ChangeError::Refused(fresh, changes)) }
    }

    /// Takes a change back that was [verified](Work::verify_without), and gives the next writer its turn.
    ///
    /// # Errors
    /// A file is not what the change made of it, or can't be written.
    pub fn take_back(self, undo: &Undo) -> Result<Committed, ChangeError> {
        match &self.lock {
            Some(lock) => Ok(self.store.take_back(lock, undo)?),
            None => Err(StoreError::Locked.into()),
        }
    }
}

/// The names that a record gives: its own, and those of its elements. None where it is not there.
fn names<'r>(register: &'r Register, record: &'r RecordId) -> Vec<&'r str> {
    let Some(fields) = register.record(record.kind, &record.id) else { return Vec::new() };
    elements_of(fields, None).into_iter().chain([record.id.as_str()]).collect()
}

/// Every error of a register: those that reading it found, and those that the rules find in its records.
fn all_errors(register: &Register, findings: &[Finding], on: Day) -> Vec<Finding> {
    let records = |kind| register.records(kind).map(move |(id, ..)| RecordId::new(kind, id));
    let records: Vec<RecordId> = Kind::ALL.into_iter().flat_map(records).collect();
    let read = findings.iter().filter(|finding| severity(finding) == Severity::Error).cloned();
    read.chain(errors_of(register, &records, on)).collect()
}

/// How many there are of each.
struct Counted(BTreeMap<String, usize>);

impl Counted {
    fn of(names: impl Iterator<Item = String>) -> Self {
        let mut counted = Self(BTreeMap::new());
        counted.add(names);
        counted
    }

    fn add(&mut self, names: impl Iterator<Item = String>) {
        names.for_each(|name| *self.0.entry(name).or_default() += 1);
    }

    /// Takes one of that name, if there is one left.
    fn take(&mut self, name: &str) -> bool {
        self.0.get_mut(name).filter(|count| **count > 0).map(|count| *count -= 1).is_some()
    }
}
