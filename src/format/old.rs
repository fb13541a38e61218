//! Reading a register's files as they come: those of this program's own format, and those of format 1 as if they were.
//!
//! What a file of format 1 becomes is told by [`super::upgrade`]; here it is read, and for interventions, of which a
//! register has many, without making a new text first. A test holds both to the same.

use super::any_record::AnyRecord;
use super::assemble::RecordFile;
use super::read::{Reading, Texts, read_old_intervention, read_record, read_record_with};
use super::upgrade::{self, Measures};
use crate::message::{checks, say};
use crate::model::{Finding, Hint, Kind, OLD_FORMAT, Settings, Spot, Step};
use std::collections::BTreeSet;

/// Reads the files of a register.
#[derive(Debug, Clone, Copy)]
pub struct FileReader {
    is_old: bool,
    texts: Texts,
}

/// What a file held.
#[derive(Debug)]
pub struct FileRead {
    /// The file, by its place.
    pub file: RecordFile,
    /// What could be kept of it, and what is wrong with it.
    pub reading: Reading<AnyRecord>,
    /// What has to wait until all files of a register of format 1 are read.
    old: Option<OldPart>,
}

#[derive(Debug)]
enum OldPart {
    /// The text of a district, which has its target picture and its plan in it.
    District(Box<str>),
    /// An intervention that was part of its districts' plans.
    Measure,
}

impl FileRead {
    /// That a file could not be read, and why.
    #[must_use]
    pub fn unread(file: RecordFile, why: Finding) -> Self {
        Self { file, reading: Reading { record: None, findings: vec![why] }, old: None }
    }
}

impl FileReader {
    /// A reader of the files that settings are of.
    #[must_use]
    pub fn new(settings: Option<&Settings>, texts: Texts) -> Self {
        let format = settings.and_then(|settings| settings.format);
        Self { is_old: format == Some(OLD_FORMAT), texts }
    }

    /// A reader of files of this program's format, whatever the settings say.
    #[must_use]
    pub fn of_this_format(texts: Texts) -> Self {
        Self { is_old: false, texts }
    }

    /// A reader of files of which any may be of format 1, whatever the settings say.
    #[must_use]
    pub fn of_any_format(texts: Texts) -> Self {
        Self { is_old: true, texts }
    }

    /// Reads a file.
    #[must_use]
    pub fn read(self, file: RecordFile, bytes: &[u8]) -> FileRead {
        if !self.is_old {
            let mut reading = read_record_with(file.kind, &file.path, bytes, self.texts);
            if !reading.findings.is_empty() {
                reading = left_over(&file, bytes).unwrap_or(reading);
            }
            return FileRead { file, reading, old: None };
        }
        let (reading, old) = match (file.kind, std::str::from_utf8(bytes)) {
            (Kind::Intervention, _) => {
                let (reading, is_in) = read_old_intervention(&file.path, bytes, self.texts);
                (reading, is_in.then_some(OldPart::Measure))
            }
            (Kind::District, Ok(text)) => {
                (Reading { record: None, findings: Vec::new() }, Some(OldPart::District(text.into())))
            }
            (Kind::Situation, Ok(text)) => {
                (read_record(file.kind, &file.path, upgrade::situation(text).as_bytes()), None)
            }
            _ => (read_record_with(file.kind, &file.path, bytes, self.texts), None),
        };
        FileRead { file, reading, old }
    }

    /// The readings of all files, with those of the records that were parts of others.
    #[must_use]
    pub fn finish(self, read: Vec<FileRead>) -> Vec<(RecordFile, Reading<AnyRecord>)> {
        if !self.is_old {
            return read.into_iter().map(|read| (read.file, read.reading)).collect();
        }
        let measures = measures(&read);
        let none = BTreeSet::new();
        let is_version = |kind: Kind| matches!(kind, Kind::TargetPicture | Kind::ActionPlan);
        let own = read.iter().filter(|read| is_version(read.file.kind));
        let mut taken: BTreeSet<(Kind, String)> = own.map(|read| (read.file.kind, read.file.id.clone())).collect();
        let mut districts: Vec<FileRead> = Vec::new();
        let mut readings = Vec::with_capacity(read.len());
        for read in read {
            match read.old {
                Some(OldPart::District(_)) => districts.push(read),
                _ => readings.push((read.file, read.reading)),
            }
        }
        // The ids of versions are made in the order of the districts', however they were read.
        districts.sort_by(|left, right| left.file.path.cmp(&right.file.path));
        for read in districts {
            let Some(OldPart::District(text)) = read.old else { continue };
            let of_plan = measures.get(&read.file.id).unwrap_or(&none);
            let Some(upgraded) = upgrade::district(&read.file, &text, of_plan) else {
                let mut reading = read_record(Kind::District, &read.file.path, text.as_bytes());
                reading.findings.extend(read.reading.findings);
                readings.push((read.file, reading));
                continue;
            };
            let mut reading = read_record(Kind::District, &read.file.path, upgraded.district.as_bytes());
            reading.findings.extend(read.reading.findings);
            for (kind, version) in upgraded.versions {
                let id = free(kind, &version.id, &mut taken);
                let mut of_version = read_record(kind, &read.file.path, version.text.as_bytes());
                of_version.findings.iter_mut().for_each(|finding| in_district(finding, kind));
                readings.push((RecordFile { kind, id, path: read.file.path.clone() }, of_version));
            }
            readings.push((read.file, reading));
        }
        readings
    }
}

/// A file of format 1 in a register of format 2, where one came from an older state by a merge: what it says by itself,
/// and that it has to be moved.
fn left_over(file: &RecordFile, bytes: &[u8]) -> Option<Reading<AnyRecord>> {
    let text = std::str::from_utf8(bytes).ok().filter(|_| upgrade::may_be_old(&file.path, bytes))?;
    let place = upgrade::old_place(file.kind, text)?;
    let upgraded = upgrade::record_text(file.kind, text);
    let mut reading = read_record(file.kind, &file.path, upgraded.as_bytes());
    let hint = Some(Hint::Message(say::HINT_UPGRADE));
    reading.findings.push(Finding::new(checks::old_format(), &file.path, Spot::Key(place)).hint(hint));
    Some(reading)
}

fn measures(read: &[FileRead]) -> Measures {
    let mut measures = Measures::new();
    let plans = read.iter().filter_map(|read| match &read.reading.record {
        Some(AnyRecord::ActionPlan(plan)) => Some(&**plan),
        _ => None,
    });
    let planned = upgrade::planned_already(plans);
    for read in read.iter().filter(|read| matches!(read.old, Some(OldPart::Measure))) {
        let Some(AnyRecord::Intervention(record)) = &read.reading.record else { continue };
        for district in record.districts.iter().filter(|district| !planned.contains_key(district.as_str())) {
            measures.entry(district.as_str().to_owned()).or_default().insert(read.file.id.clone());
        }
    }
    measures
}

fn free(kind: Kind, id: &str, taken: &mut BTreeSet<(Kind, String)>) -> String {
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    let mut ids = std::iter::once(id.to_owned()).chain(numbered);
    let id = ids.find(|id| taken.insert((kind, id.clone())));
    id.unwrap_or_default()
}

/// Tells of what is wrong in a version at its place in the district's file.
fn in_district(finding: &mut Finding, kind: Kind) {
    let table = kind.name().replace('-', "_");
    match &mut finding.spot {
        Spot::Value(path) | Spot::Key(path) => path.insert(0, Step::Key(table.into())),
        Spot::Bytes(_) => finding.spot = Spot::File,
        Spot::File => {}
    }
}
