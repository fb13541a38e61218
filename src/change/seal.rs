//! Noting what was adopted, when it is: so that it shows when the text changes afterwards (D23).

use crate::catalog::shape_of;
use crate::format::{AnyRecord, Edit, EditError, edit, key, read_record};
use crate::model::{Kind, seal_of};

/// The field that has what was adopted, in short.
const SEAL: &str = "seal";

/// The text of a record, sealed where it says that it is adopted in another meeting than before; without a seal where it
/// is no longer adopted.
///
/// Of a text that can't be read it is not known what was adopted, so nothing is noted after it. A new record has
/// no text before.
pub(super) fn noted(kind: Kind, before: Option<&str>, after: String) -> Result<String, EditError> {
    if !matches!(kind, Kind::TargetPicture | Kind::ActionPlan | Kind::Situation) {
        return Ok(after);
    }
    let read = |text: &str| read_record(kind, "", text.as_bytes()).record;
    let old = match before.map(read) {
        Some(None) => return Ok(after),
        old => old.flatten(),
    };
    let Some(new) = read(&after) else { return Ok(after) };
    let was =
        old.as_ref().and_then(AnyRecord::adoptable).and_then(|old| old.adopted.map(|meeting| meeting.id().to_owned()));
    let Some(now) = new.adoptable() else { return Ok(after) };
    let change = match now.adopted.map(|meeting| meeting.id()) {
        Some(meeting) if was.as_deref() != Some(meeting) => Edit::Set(key(SEAL), seal_of(now.fields).into()),
        None if !now.seal.is_empty() => Edit::Remove(key(SEAL)),
        _ => return Ok(after),
    };
    edit(&after, shape_of(kind), &[change])
}

/// The text of a record whose seal was right before, with one that is right again: for changes that touch what things
/// are called and not what was decided.
pub(super) fn sealed_again(kind: Kind, before: &str, after: String) -> Result<String, EditError> {
    let read = |text: &str| read_record(kind, "", text.as_bytes()).record;
    let is_right = |record: &AnyRecord| {
        record
            .adoptable()
            .is_some_and(|adoptable| !adoptable.seal.is_empty() && adoptable.seal == seal_of(adoptable.fields))
    };
    match (read(before), read(&after)) {
        (Some(old), Some(new)) if is_right(&old) && !is_right(&new) => match new.adoptable() {
            Some(now) => edit(&after, shape_of(kind), &[Edit::Set(key(SEAL), seal_of(now.fields).into())]),
            None => Ok(after),
        },
        _ => Ok(after),
    }
}

/// A text that says that it was adopted in a meeting, and is sealed.
pub(super) fn adopted(kind: Kind, text: &str, meeting: &str) -> Result<String, EditError> {
    let shape = shape_of(kind);
    let text = edit(text, shape, &[Edit::Set(key("adopted"), meeting.into())])?;
    let record = read_record(kind, "", text.as_bytes()).record;
    let seal = record.map(|record| seal_of(record.fields()));
    seal.map_or(Ok(text.clone()), |seal| edit(&text, shape, &[Edit::Set(key(SEAL), seal.into())]))
}
