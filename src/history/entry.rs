//! A commit of the history, and what it changed in the register.

use super::changed::Changed;
use super::place::Commit;
use crate::model::Day;

/// A commit, and what was said of it.
#[derive(Debug, Clone)]
pub struct LogHead {
    /// The id of the commit.
    pub commit: Commit,
    /// The moment at which it was made, in seconds since 1970.
    pub moment: i64,
    /// The day on which it was made, where it was made.
    pub day: Day,
    /// The first line of what was said of it.
    pub subject: String,
}

/// A commit that changed the register.
#[derive(Debug, Clone)]
pub struct LogEntry {
    /// The id of the commit.
    pub commit: Commit,
    /// The moment at which it was made, in seconds since 1970.
    pub moment: i64,
    /// The day on which it was made, where it was made.
    pub day: Day,
    /// The first line of what was said of it.
    pub subject: String,
    /// The register's folder before it, below the top. It is another one where the register moved.
    pub folder: String,
    /// The files that it changed since the commit before it, in the order of paths; of a merge since the first of them,
    /// and only what differs from all of them.
    pub files: Vec<Changed>,
    /// Of a merge, the same files since each other of the commits before it.
    pub others: Vec<Vec<Changed>>,
    /// The paths that files had before, where git thinks that they were renamed: by the path that they have since.
    pub renamed: Vec<(String, String)>,
}

impl LogEntry {
    /// A commit that changed nothing in the register.
    pub(super) fn of_nothing(head: LogHead) -> Self {
        let LogHead { commit, moment, day, subject } = head;
        let folder = String::new();
        Self { commit, moment, day, subject, folder, files: Vec::new(), others: Vec::new(), renamed: Vec::new() }
    }
}
