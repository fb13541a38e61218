//! Which record a person means.

use crate::model::{Kind, RecordId, Register, slug};

/// A record that was found, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FoundRecord {
    /// By its id, or a unique beginning of it.
    Record(RecordId),
    /// By an id that it had before.
    Renamed(RecordId),
}

/// More than one record may be meant, or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ambiguous {
    /// Any of these, for people to choose from.
    Several(Vec<RecordId>),
    /// None; these are the nearest.
    None(Vec<RecordId>),
}

/// Finds the record that a person means: `kind/id`, the id alone where only one kind has it, a unique
/// beginning of an id, what it is called, or an id that it had before.
///
/// # Errors
/// There is none, or more than one.
pub fn find(register: &Register, text: &str) -> Result<FoundRecord, Ambiguous> {
    let (kinds, id): (Vec<Kind>, &str) = match text.split_once('/') {
        Some((kind, id)) => match Kind::from_name(kind).or_else(|| Kind::from_folder(kind)) {
            Some(kind) => (vec![kind], id),
            None => return Err(Ambiguous::None(Vec::new())),
        },
        None => (Kind::ALL.to_vec(), text),
    };
    let id = id.strip_suffix(".toml").unwrap_or(id);
    let one = |records: Vec<RecordId>| match <[RecordId; 1]>::try_from(records) {
        Ok([record]) => Ok(FoundRecord::Record(record)),
        Err(records) => Err(Ambiguous::Several(records)),
    };
    let exact: Vec<RecordId> =
        kinds.iter().filter(|kind| register.is_known(**kind, id)).map(|kind| RecordId::new(*kind, id)).collect();
    if !exact.is_empty() {
        return one(exact);
    }
    // What people call it does as well: its id is made of that.
    let slug = slug(id);
    let named: Vec<RecordId> =
        kinds.iter().filter(|kind| register.is_known(**kind, &slug)).map(|kind| RecordId::new(*kind, &slug)).collect();
    if !named.is_empty() {
        return one(named);
    }
    let mut beginning = Vec::new();
    let mut former = Vec::new();
    for &kind in &kinds {
        if !slug.is_empty() {
            let ids = register.ids(kind).into_iter().filter(|known| known.starts_with(&slug));
            beginning.extend(ids.map(|known| RecordId::new(kind, known)));
        }
        for (now, _, fields) in register.records(kind) {
            if fields.was_called(id) {
                former.push(RecordId::new(kind, now));
            }
        }
    }
    if let [record] = former.as_slice() {
        return Ok(FoundRecord::Renamed(record.clone()));
    }
    if !beginning.is_empty() {
        return one(beginning);
    }
    Err(Ambiguous::None(nearest_ids(register, &kinds, &slug, 3)))
}

/// The records whose ids are nearest to what was written.
#[must_use]
pub fn nearest_ids(register: &Register, kinds: &[Kind], written: &str, most: usize) -> Vec<RecordId> {
    let mut near: Vec<(f64, RecordId)> = kinds
        .iter()
        .flat_map(|&kind| register.ids(kind).into_iter().map(move |id| (kind, id)))
        .map(|(kind, id)| (strsim::jaro_winkler(written, id), RecordId::new(kind, id)))
        .filter(|(likeness, _)| *likeness > 0.7)
        .collect();
    near.sort_by(|left, right| right.0.total_cmp(&left.0).then_with(|| left.1.cmp(&right.1)));
    near.into_iter().take(most).map(|(_, record)| record).collect()
}
