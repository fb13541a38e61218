//! What is no error and yet is not written unasked: what is told as done and dated ahead, and what is hardly so.

use crate::check::{ahead, doubts};
use crate::model::{Day, Finding, RecordId, Register};

/// What is to be said of some records before they are written.
#[derive(Debug, Default)]
pub(super) struct Doubts {
    /// What is told as done and dated ahead.
    pub(super) ahead: Vec<Finding>,
    /// What is hardly so.
    pub(super) unlikely: Vec<Finding>,
}

impl Doubts {
    /// What is to be said of some records as they are.
    pub(super) fn of(register: &Register, records: &[RecordId], today: Day) -> Self {
        Self { ahead: ahead(register, records, today), unlikely: doubts(register, records, today) }
    }

    /// Says more.
    pub(super) fn extend(&mut self, more: Self) {
        self.ahead.extend(more.ahead);
        self.unlikely.extend(more.unlikely);
    }

    /// What was not to be said before. What is moved from one file to another is not new.
    pub(super) fn without(self, before: &Self) -> Self {
        let fresh = |now: Vec<Finding>, before: &[Finding]| {
            let mut left: Vec<&Finding> = before.iter().collect();
            let is_new = |finding: &Finding| match left.iter().position(|known| known.message == finding.message) {
                Some(place) => {
                    left.swap_remove(place);
                    false
                }
                None => true,
            };
            now.into_iter().filter(is_new).collect()
        };
        Self { ahead: fresh(self.ahead, &before.ahead), unlikely: fresh(self.unlikely, &before.unlikely) }
    }
}
