//! Waivers: known findings, accepted for a time and never for ever.

use super::rules::{RULES, rule, severity};
use crate::check::rule::{Rule, at};
use crate::format::{RecordFile, SETTINGS_FILE, nearest};
use crate::message::{Message, checks};
use crate::model::{Arg, Day, Finding, Hint, Kind, RecordId, Register, Severity, Target, Waiver};
use std::collections::HashMap;

/// What is wrong and accepted for a time.
#[derive(Debug, Clone, Default)]
pub struct Waived {
    /// The findings that a waiver accepts on the day of the check, in the order in which they were found.
    pub findings: Vec<Finding>,
    /// The last day of the waiver that ends first, of those that accept them.
    pub until: Option<Day>,
}

/// What a waiver is of: a code, in a record or in the settings.
type About<'w> = (&'w str, Option<RecordId>);

/// Takes away the findings that are accepted, and adds those about the waivers themselves.
///
/// A waiver without a record accepts findings in `register.toml`. One that names an element of a record
/// accepts those about that element alone. One of a district accepts findings in the versions of its target picture and
/// its action plan too. Errors can't be accepted.
pub(super) fn weigh(register: &Register, findings: Vec<Finding>, today: Day) -> (Vec<Finding>, Waived) {
    let waivers = &register.settings.waiver;
    if waivers.is_empty() {
        return (findings, Waived::default());
    }
    let mut by_subject: HashMap<About<'_>, Vec<usize>> = HashMap::new();
    let holds = |waiver: &Waiver| waiver.until.is_none_or(|until| today <= until);
    for (place, waiver) in waivers.iter().enumerate().filter(|(_, waiver)| holds(waiver)) {
        by_subject.entry((&waiver.code, record(waiver))).or_default().push(place);
    }
    let mut used = vec![false; waivers.len()];
    let mut waived = Waived::default();
    let mut left = Vec::with_capacity(findings.len());
    for finding in findings {
        match accepting(&finding, register, &by_subject) {
            Some(place) => {
                used[place] = true;
                let until = waivers[place].until;
                waived.until = [waived.until, until].into_iter().flatten().min();
                waived.findings.push(finding);
            }
            None => left.push(finding),
        }
    }
    for (place, waiver) in waivers.iter().enumerate() {
        left.extend(fault(waiver, place, used[place], today));
    }
    (left, waived)
}

/// The waiver that accepts a finding.
fn accepting(finding: &Finding, register: &Register, by_subject: &HashMap<About<'_>, Vec<usize>>) -> Option<usize> {
    if severity(finding) == Severity::Error {
        return None;
    }
    let record = RecordFile::from_path(&finding.file).map(|file| RecordId::new(file.kind, &file.id));
    let districts = record.as_ref().map(|record| districts_of(record, register)).unwrap_or_default();
    let subjects = std::iter::once(record).chain(districts.into_iter().map(Some));
    let mut places = subjects.flat_map(|subject| by_subject.get(&(finding.code(), subject)).into_iter().flatten());
    let is_it = |place: &&usize| match element(&register.settings.waiver[**place]) {
        None => true,
        wanted => wanted == finding.element.as_deref(),
    };
    places.find(is_it).copied()
}

/// The districts whose picture or plan a record is.
fn districts_of(record: &RecordId, register: &Register) -> Vec<RecordId> {
    let districts = match record.kind {
        Kind::TargetPicture => register.target_pictures.get(&record.id).map(|picture| picture.district.as_slice()),
        Kind::ActionPlan => register.action_plans.get(&record.id).map(|plan| &*plan.districts),
        _ => None,
    };
    let districts = districts.into_iter().flatten();
    districts.map(|district| RecordId::new(Kind::District, district.as_str())).collect()
}

fn record(waiver: &Waiver) -> Option<RecordId> {
    let pointer = Target::Anything.parse(waiver.record.as_ref()?.as_str())?;
    Some(RecordId::new(pointer.kind?, pointer.id))
}

fn element(waiver: &Waiver) -> Option<&str> {
    waiver.record.as_ref().and_then(|record| record.element())
}

/// What is wrong with a waiver itself.
fn fault(waiver: &Waiver, place: usize, is_used: bool, today: Day) -> Option<Finding> {
    let code = &*waiver.code;
    let finding =
        |message: Message<Arg>, field: &'static str| Finding::new(message, SETTINGS_FILE, at!["waiver", place, field]);
    let subject = waiver.record.as_ref().map_or(SETTINGS_FILE, |record| record.as_str());
    if rule(code).is_none() {
        let near = nearest(code, RULES.iter().map(Rule::code)).map(Hint::DidYouMean);
        return Some(finding(checks::waiver_unknown_code(code), "code").hint(near));
    }
    match waiver.until {
        Some(until) if until < today => {
            Some(finding(checks::WaiverExpired { code, record: subject, until }.into(), "until"))
        }
        _ => (!is_used).then(|| finding(checks::WaiverUnused { code, record: subject }.into(), "code")),
    }
}
