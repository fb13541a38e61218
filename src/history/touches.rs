//! When the files of a register were touched, and what they were before and after.

use super::changed::FileVersion;
use super::entry::LogEntry;
use super::error::HistoryError;
use super::kept::Kept;
use super::log::Log;
use super::place::{Commit, Repository};
use crate::model::Day;
use std::collections::HashMap;
use std::ops::ControlFlow;

/// How many commits are looked up at a time.
const HEADS_AT_A_TIME: usize = 2000;

/// When the files of a register were touched.
#[derive(Debug, Default)]
pub struct FileTouches {
    by_path: HashMap<String, Vec<Touch>>,
}

/// A commit that changed a file.
#[derive(Debug, Clone)]
pub struct Touch {
    /// The day on which it was made, where it was made.
    pub day: Day,
    /// The id of what the file was; nothing where it was new.
    pub before: Option<String>,
    /// The id of what it became.
    pub after: String,
}

impl FileTouches {
    /// Who was touched when, by one walk through the history. Which files a commit touched is kept.
    ///
    /// # Errors
    /// Git can't read it.
    pub fn by(log: &Log<'_>, repository: &Repository, kept: &mut Kept) -> Result<Self, HistoryError> {
        let mut touched = Self::default();
        // The path that a file has now, by one that it had.
        let mut now: HashMap<String, String> = HashMap::new();
        log.heads(repository, HEADS_AT_A_TIME, kept, &mut |heads, places, kept| {
            let known: Vec<Option<LogEntry>> = heads.iter().map(|head| kept.entry(head)).collect();
            let unknown = heads.iter().zip(&known).filter(|(_, known)| known.is_none());
            let unknown: Vec<&Commit> = unknown.map(|(head, _)| &head.commit).collect();
            let mut found: HashMap<String, LogEntry> = HashMap::new();
            if !unknown.is_empty() {
                let entries = log.entries(repository, &unknown, places)?;
                found.extend(entries.into_iter().map(|entry| (entry.commit.0.clone(), entry)));
            }
            for (head, known) in heads.into_iter().zip(known) {
                let entry = match known {
                    Some(entry) => entry,
                    None => {
                        let entry = found.remove(&head.commit.0).unwrap_or_else(|| LogEntry::of_nothing(head));
                        kept.keep_entry(&entry);
                        entry
                    }
                };
                touched.add(&entry, &mut now);
            }
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(touched)
    }

    /// Adds a commit. `now` has the path that a file has now, by one that it had.
    fn add(&mut self, entry: &LogEntry, now: &mut HashMap<String, String>) {
        for (new, old) in &entry.renamed {
            let current = now.get(new).cloned().unwrap_or_else(|| new.clone());
            now.insert(old.clone(), current);
        }
        for file in &entry.files {
            let Some(FileVersion::Git(after)) = &file.after else { continue };
            let was = entry.renamed.iter().find(|(new, _)| *new == file.path).map(|(_, old)| old);
            let before = match was {
                Some(old) => entry.files.iter().find(|file| file.path == *old).and_then(|file| file.before.clone()),
                None => file.before.clone(),
            };
            let before = before.and_then(|before| if let FileVersion::Git(id) = before { Some(id) } else { None });
            let path = now.get(&file.path).unwrap_or(&file.path).clone();
            self.by_path.entry(path).or_default().push(Touch { day: entry.day, before, after: after.clone() });
        }
    }

    /// The commits that changed one file, newest first, until one of them is enough; also under the names that it
    /// had before, as far as those are among the log's files.
    ///
    /// # Errors
    /// Git can't read it, or `is_enough` gives up.
    pub fn of_file(
        log: &Log<'_>,
        path: &str,
        repository: &Repository,
        mut is_enough: impl FnMut(&Touch) -> Result<bool, HistoryError>,
    ) -> Result<Vec<Touch>, HistoryError> {
        let mut touched = Self::default();
        let mut now = HashMap::new();
        log.walk(repository, &mut |entry| {
            let known = touched.touches(path).len();
            touched.add(&entry, &mut now);
            for touch in &touched.touches(path)[known..] {
                if is_enough(touch)? {
                    return Ok(ControlFlow::Break(()));
                }
            }
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(touched.by_path.remove(path).unwrap_or_default())
    }

    /// The commits that changed the file that is at a path now, newest first.
    #[must_use]
    pub fn touches(&self, path: &str) -> &[Touch] {
        self.by_path.get(path).map_or(&[], Vec::as_slice)
    }

    /// The day on which a file was last touched; nothing where no commit has it.
    #[must_use]
    pub fn last(&self, path: &str) -> Option<Day> {
        self.touches(path).first().map(|touch| touch.day)
    }
}
