//! What a register's history says of it, for the checks.

use super::app::App;
use super::source::{Source, begin_of};
use crate::check::{Past, Touched, UNTOUCHED};
use crate::format::RecordFile;
use crate::history::{Log, Repository, configured, is_attributed, of_work_tree};
use crate::model::{Day, Finding, Kind, Register, Settings, Value};
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet};
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
        if !findings.iter().any(|finding| finding.code == UNTOUCHED) {
            return;
        }
        let changed = Repository::around(store.root()).and_then(|repository| {
            let head = repository.commit("HEAD")?;
            of_work_tree(&repository, (&head, repository.prefix()))
        });
        let changed: BTreeSet<String> = changed.unwrap_or_default().into_iter().map(|file| file.path).collect();
        findings.retain(|finding| finding.code != UNTOUCHED || !changed.contains(&finding.file));
    }

    /// The findings that a register of the past does not have: whatever was there then is left out, also of a record
    /// that has been renamed since.
    pub fn fresh(&self, findings: Vec<Finding>, register: &Register, since: &Source) -> Result<Vec<Finding>> {
        let (_, mut known, _) = self.check(since)?;
        let former = former_files(register);
        let mut fresh = Vec::new();
        for finding in findings {
            let is_same = |other: &Finding| {
                let (code, file, element, args) = other.identity();
                let names = former.get(finding.file.as_str()).into_iter().flatten().map(String::as_str);
                let mut files = names.chain([finding.file.as_str()]);
                finding.code == code
                    && finding.element.as_deref() == element
                    && finding.args == args
                    && files.any(|known| known == file)
            };
            match known.iter().position(is_same) {
                Some(place) => drop(known.swap_remove(place)),
                None => fresh.push(finding),
            }
        }
        Ok(fresh)
    }
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
        for (_, file, fields) in register.records(kind) {
            let Value::List(former) = fields.get("former_ids") else { continue };
            let ids = (0..former.len()).filter_map(|place| match former.at(place) {
                Value::Id(id) => Some(RecordFile::path_of(kind, id)),
                _ => None,
            });
            files.insert(file, ids.collect());
        }
    }
    files
}
