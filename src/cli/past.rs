//! What a register's history says of it, for the checks.

use super::app::App;
use super::source::{Source, begin_of};
use crate::check::{Past, Touched, UNTOUCHED, WITHOUT_DRIVER};
use crate::format::RecordFile;
use crate::history::{Log, Repository, configured, is_attributed, work_tree_changes};
use crate::model::{Day, Finding, Kind, Register, Settings};
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::ControlFlow;

impl App {
    /// What the history says of a register on disk; nothing where there is none, or it can't be read: that stands
    /// in nobody's way.
    pub fn past(&self, source: &Source, today: Day) -> Past {
        let Source::Disk(store) = source else { return Past::default() };
        let Ok(repository) = Repository::around(store.root()) else { return Past::default() };
        let settings = store.load_settings().ok().and_then(|reading| reading.record).unwrap_or_default();
        let lacks_driver = is_attributed(&repository).unwrap_or_default()
            && configured(repository.git()).is_ok_and(|configured| !configured.driver);
        Past { touched: touched(&repository, &settings, today).ok().flatten(), lacks_driver }
    }

    /// Takes away what is found of records that are being written now: those are touched, though no commit says so.
    pub fn leave_out_unfinished(&self, source: &Source, findings: &mut Vec<Finding>) {
        let Source::Disk(store) = source else { return };
        if !findings.iter().any(|finding| UNTOUCHED.tells(finding)) {
            return;
        }
        let changed = Repository::around(store.root()).and_then(|repository| {
            let head = repository.commit("HEAD")?;
            work_tree_changes(&repository, (&head, repository.prefix()), &|path| store.has(path))
        });
        let changed: BTreeSet<String> = changed.unwrap_or_default().into_iter().map(|file| file.path).collect();
        findings.retain(|finding| !UNTOUCHED.tells(finding) || !changed.contains(&finding.file));
    }

    /// The findings that a register of the past does not have: whatever was there then is left out, also of a record
    /// that has been renamed since.
    pub fn fresh(&self, findings: Vec<Finding>, register: &Register, since: &Source) -> Result<Vec<Finding>> {
        let (_, known, _) = self.check(since)?;
        let mut known_times: HashMap<String, usize> = HashMap::new();
        known.iter().for_each(|finding| *known_times.entry(identity(finding, &finding.file)).or_default() += 1);
        let former = former_files(register);
        let mut fresh = Vec::new();
        for finding in findings {
            // What the history and the clone say is nothing that a change brings.
            if UNTOUCHED.tells(&finding) || WITHOUT_DRIVER.tells(&finding) {
                continue;
            }
            let names = former.get(finding.file.as_str()).into_iter().flatten();
            let identities = [&finding.file].into_iter().chain(names).map(|file| identity(&finding, file));
            let known =
                identities.into_iter().find(|identity| known_times.get(identity).is_some_and(|times| *times > 0));
            match known.and_then(|identity| known_times.get_mut(&identity)) {
                Some(times) => *times -= 1,
                None => fresh.push(finding),
            }
        }
        Ok(fresh)
    }
}

/// What makes a finding the same as another, in a file of that name.
fn identity(finding: &Finding, file: &str) -> String {
    let (message, _, element) = finding.identity();
    format!("{file}\0{element:?}\0{message:?}")
}

/// The files that were touched within two cycles of follow-up; nothing where nothing is committed.
fn touched(repository: &Repository, settings: &Settings, today: Day) -> Result<Option<Touched>> {
    let Ok(head) = repository.commit("HEAD") else { return Ok(None) };
    let since = today.minus_months(2 * settings.cycle().months());
    let mut files = BTreeSet::new();
    let log = Log { from: head.clone(), folder: repository.prefix(), files: &[], since: begin_of(since), until: None };
    log.walk(repository, &mut |entry| {
        files.extend(entry.files.into_iter().filter(|file| file.after.is_some()).map(|file| file.path));
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(Some(Touched { files, since }))
}

/// The files that records lay in under the ids that they had before, by those that they lie in now.
fn former_files(register: &Register) -> BTreeMap<&str, Vec<String>> {
    let mut files = BTreeMap::new();
    for kind in Kind::ALL {
        for (id, file, _) in register.records(kind) {
            let former = register.former_ids(kind, id);
            files.insert(file, former.into_iter().map(|id| RecordFile::path_of(kind, id)).collect());
        }
    }
    files
}
