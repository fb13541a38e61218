//! From the readings of many files to a register.

use super::any_record::AnyRecord;
use super::read::Reading;
use crate::message::checks;
use crate::model::{Finding, Hint, Kind, Record, RecordId, Register, Settings, Spot, Unread, is_id, slug};
use crate::with_kind;
use rayon::prelude::*;

/// The name of the file that makes a folder a register.
pub const SETTINGS_FILE: &str = "register.toml";

/// A register as far as it could be read, and what is wrong with its files.
#[derive(Debug, Default)]
pub struct Loaded {
    /// What could be read, and notes of what could not.
    pub register: Register,
    /// What is wrong with the files that were read.
    pub findings: Vec<Finding>,
}

/// A file of a record, by its place alone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordFile {
    /// The kind that its folder is for.
    pub kind: Kind,
    /// Its stem, which is the record's id where it is one.
    pub id: String,
    /// Its path from the register's root, with `/` between folders.
    pub path: String,
}

impl RecordFile {
    /// The file of a record, told from its path below the register's root. Hidden files are other programs'.
    #[must_use]
    pub fn from_path(path: &str) -> Option<Self> {
        if path.starts_with('.') || path.contains("/.") {
            return None;
        }
        let (folder, rest) = path.split_once('/')?;
        let kind = Kind::from_folder(folder)?;
        let id = rest.rsplit('/').next()?.strip_suffix(".toml")?.to_owned();
        Some(Self { kind, id, path: path.to_owned() })
    }

    /// Whether a file or folder that is no record's was meant as one, to go by its name: `walk.toml.txt`,
    /// `walk.TOML`. The copy `walk.toml~` that editors keep is not, where the file that it is of is there.
    pub fn is_overlooked(path: &str, is_there: impl FnOnce(&str) -> bool) -> bool {
        let is_hidden = path.starts_with('.') || path.contains("/.");
        let Some((folder, rest)) = path.split_once('/').filter(|_| !is_hidden) else { return false };
        let name = rest.rsplit('/').next().unwrap_or(rest);
        Kind::from_folder(folder).is_some()
            && Self::from_path(path).is_none()
            && name.to_ascii_lowercase().contains(".toml")
            && !path.strip_suffix('~').is_some_and(|of| of.ends_with(".toml") && is_there(of))
    }

    /// The path of a new record.
    #[must_use]
    pub fn path_of(kind: Kind, id: &str) -> String {
        format!("{}/{id}.toml", kind.folder())
    }
}

/// Puts things in the order of their files: by kind, id and path. The first letters of the ids are compared as one number, close at hand:
/// most comparisons need no more.
pub fn in_order<T: Sync>(things: &mut [T], file: impl Fn(&T) -> &RecordFile + Sync) {
    let key = |file: &RecordFile| {
        let mut first = [0; 16];
        let length = file.id.len().min(16);
        first[..length].copy_from_slice(&file.id.as_bytes()[..length]);
        (file.kind, u128::from_be_bytes(first))
    };
    let mut keyed: Vec<_> = things.iter().map(|thing| key(file(thing))).zip(0..).collect();
    keyed.par_sort_unstable_by(|(left, a), (right, b): &(_, usize)| {
        let rest = |place: usize| (&file(&things[place]).id, &file(&things[place]).path);
        left.cmp(right).then_with(|| rest(*a).cmp(&rest(*b)))
    });
    let mut places: Vec<usize> = vec![0; things.len()];
    for (place, (_, from)) in keyed.into_iter().enumerate() {
        places[from] = place;
    }
    // Each goes to its place, by swaps.
    for at in 0..things.len() {
        while places[at] != at {
            let to = places[at];
            things.swap(at, to);
            places.swap(at, to);
        }
    }
}

/// Puts a register together. The files come in the order of kind, id and path. `beside` is what was found
/// where there was no file to read.
#[must_use]
pub fn assemble(
    settings: Reading<Settings>,
    files: Vec<(RecordFile, Reading<AnyRecord>)>,
    mut beside: Vec<Finding>,
) -> Loaded {
    let mut register = Register::default();
    register.settings = settings.record.unwrap_or_default();
    let mut findings = settings.findings;
    for kind in Kind::ALL {
        register.reserve(kind, files.iter().filter(|(file, _)| file.kind == kind).count());
    }
    for (mut file, reading) in files {
        if !is_id(&file.id) {
            let slug = slug(&file.id);
            let hint = (!slug.is_empty()).then(|| Hint::DidYouMean(format!("{slug}.toml")));
            findings.push(Finding::new(checks::invalid_file_name(file.id), file.path, Spot::File).hint(hint));
            continue;
        }
        findings.extend(reading.findings);
        // A file that could not be read has the id all the same.
        let unread = register.is_unread(file.kind, &file.id).then(|| register.file(file.kind, &file.id)).flatten();
        let unread = unread.map(str::to_owned);
        let clash = match reading.record {
            None => {
                let record = RecordId::new(file.kind, &file.id);
                let known = register.file(file.kind, &file.id).map(str::to_owned);
                if known.is_none() {
                    register.note_unread(record, &file.path);
                }
                known
            }
            Some(record) => keep(&mut register, &mut file, record),
        };
        if let Some(other) = unread.or(clash) {
            let message = checks::DuplicateId { kind: file.kind, id: file.id, other };
            findings.push(Finding::new(message, file.path, Spot::File));
        }
    }
    beside.sort_by(|left, right| left.file.cmp(&right.file));
    for file in beside.iter().filter_map(|finding| RecordFile::from_path(&finding.file)) {
        // What can't be opened has its name all the same.
        if is_id(&file.id) && !register.is_known(file.kind, &file.id) {
            register.note_unread(RecordId::new(file.kind, &file.id), &file.path);
        }
    }
    findings.append(&mut beside);
    register.unread = Unread::of_all(&findings);
    Loaded { register, findings }
}

/// Keeps a record, or gives the file that already has its id.
fn keep(register: &mut Register, file: &mut RecordFile, record: AnyRecord) -> Option<String> {
    if let Some(other) = with_kind!(file.kind, R => R::records(register).file(&file.id)) {
        return Some(other.to_owned());
    }
    // Moved, not copied: a register may have a hundred thousand of them.
    record.add_to(register, std::mem::take(&mut file.id).into(), std::mem::take(&mut file.path).into());
    None
}

/// Puts a record in the place of the one with its id, if there is one.
pub fn put(register: &mut Register, file: &RecordFile, record: AnyRecord) {
    record.replace_in(register, file.id.as_str().into(), file.path.as_str().into());
}
