//! What a register has come to have wrong with it since it was otherwise.

use super::rules::{UNTOUCHED, WITHOUT_DRIVER};
use crate::format::RecordFile;
use crate::model::{Finding, Kind, Register};
use std::collections::{BTreeMap, HashMap};

/// What was wrong with a register: what makes each finding the same as another, and how often it was there.
#[derive(Debug, Clone, Default)]
pub struct Known {
    times: HashMap<String, usize>,
}

impl Known {
    /// Of findings.
    #[must_use]
    pub fn of(findings: &[Finding]) -> Self {
        Self::of_identities(Self::identities(findings))
    }

    /// Of what makes each finding the same as another, as it was kept.
    #[must_use]
    pub fn of_identities(identities: Vec<String>) -> Self {
        let mut times: HashMap<String, usize> = HashMap::new();
        identities.into_iter().for_each(|identity| *times.entry(identity).or_default() += 1);
        Self { times }
    }

    /// What makes each of some findings the same as another.
    #[must_use]
    pub fn identities(findings: &[Finding]) -> Vec<String> {
        findings.iter().map(|finding| identity(finding, &finding.file)).collect()
    }
}

/// The findings of a register that it did not have when it had those that are `known`: whatever was there then is left
/// out, also of a record that has been renamed since.
#[must_use]
pub fn fresh(findings: Vec<Finding>, register: &Register, known: &Known) -> Vec<Finding> {
    let mut known_times = known.times.clone();
    let former = former_files(register);
    let mut is_known = |finding: &Finding| {
        let names = former.get(finding.file.as_str()).into_iter().flatten();
        let mut identities = [&finding.file].into_iter().chain(names).map(|file| identity(finding, file));
        let known = identities.find(|identity| known_times.get(identity).is_some_and(|times| *times > 0));
        match known.and_then(|identity| known_times.get_mut(&identity)) {
            Some(times) => {
                *times -= 1;
                true
            }
            None => false,
        }
    };
    // What the history and the clone say is nothing that a change brings.
    let is_brought = |finding: &Finding| !UNTOUCHED.tells(finding) && !WITHOUT_DRIVER.tells(finding);
    findings.into_iter().filter(|finding| is_brought(finding) && !is_known(finding)).collect()
}

/// What makes a finding the same as another, in a file of that name.
fn identity(finding: &Finding, file: &str) -> String {
    let (message, _, element) = finding.identity();
    format!("{file}\0{element:?}\0{message:?}")
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
