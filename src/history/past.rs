//! What a register's history says of it, for the checks.

use super::changed::work_tree_changes;
use super::error::HistoryError;
use super::install::{configured, is_attributed};
use super::log::Log;
use super::place::Repository;
use super::side::WorkFolder;
use crate::check::{Past, Touched, UNTOUCHED};
use crate::model::{Day, Finding, Settings};
use crate::store::Store;
use std::collections::BTreeSet;
use std::ops::ControlFlow;

/// What the history says of a register on disk; nothing where there is none, or it can't be read: that stands in
/// nobody's way. `begin_of` tells when a day begins, in seconds since 1970.
#[must_use]
pub fn past(store: &Store, today: Day, begin_of: fn(Day) -> Option<i64>) -> Past {
    let Ok(repository) = Repository::around(store.root()) else { return Past::default() };
    let settings = store.load_settings().ok().and_then(|reading| reading.record).unwrap_or_default();
    let lacks_driver = is_attributed(&repository).unwrap_or_default()
        && configured(repository.git()).is_ok_and(|configured| !configured.driver);
    let since = first_lately(&settings, today);
    Past { touched: touched(&repository, since, begin_of).ok().flatten(), lacks_driver }
}

/// Takes away what is found of records that are being written now: those are touched, though no commit says so.
pub fn leave_out_unfinished(store: &Store, findings: &mut Vec<Finding>) {
    if !findings.iter().any(|finding| UNTOUCHED.tells(finding)) {
        return;
    }
    let changed = Repository::around(store.root()).and_then(|repository| {
        let head = repository.commit("HEAD")?;
        let folder = WorkFolder::new(store.clone());
        work_tree_changes(&repository, (&head, repository.prefix()), store, &|| folder.found())
    });
    let changed: BTreeSet<String> = changed.unwrap_or_default().into_iter().map(|file| file.path).collect();
    findings.retain(|finding| !UNTOUCHED.tells(finding) || !changed.contains(&finding.file));
}

/// The first day of what is lately: two cycles of follow-up ago.
fn first_lately(settings: &Settings, today: Day) -> Day {
    today.minus_months(2 * settings.cycle().months())
}

/// The files that were touched since a day; nothing where nothing is committed.
fn touched(
    repository: &Repository,
    since: Day,
    begin_of: fn(Day) -> Option<i64>,
) -> Result<Option<Touched>, HistoryError> {
    let Ok(head) = repository.commit("HEAD") else { return Ok(None) };
    let mut files = BTreeSet::new();
    let log = Log { from: head, folder: repository.prefix(), files: &[], since: begin_of(since), until: None };
    log.walk(repository, &mut |entry| {
        files.extend(entry.files.into_iter().filter(|file| file.after.is_some()).map(|file| file.path));
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(Some(Touched { files, since }))
}
