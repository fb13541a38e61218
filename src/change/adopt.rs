//! Noting what was adopted, when it is: so that it shows when the text changes afterwards (D23).

use crate::catalog::shape_of;
use crate::format::{AnyRecord, Edit, EditError, edit, read_record};
use crate::model::{Adoptable, Kind, Step, fingerprint};

/// The text of a record with the fingerprint of everything that it says is adopted in another meeting than
/// before; without that of what is no longer adopted.
///
/// Of a text that can't be read it is not known what was adopted, so nothing is noted after it. A new record has
/// no text before.
pub(super) fn noted(kind: Kind, before: Option<&str>, after: String) -> Result<String, EditError> {
    if !matches!(kind, Kind::District | Kind::Situation) {
        return Ok(after);
    }
    let read = |text: &str| read_record(kind, "", text.as_bytes()).record;
    let old = match before.map(read) {
        Some(None) => return Ok(after),
        old => old.flatten(),
    };
    let Some(new) = read(&after) else { return Ok(after) };
    let old = old.as_ref().map(adoptables).unwrap_or_default();
    let mut edits = Vec::new();
    for now in adoptables(&new) {
        let earlier = old.iter().find(|earlier| earlier.what == now.what);
        let was = earlier.and_then(|earlier| earlier.adopted);
        let path: Vec<Step> = now.key.into_iter().chain(["fingerprint"]).map(Step::from).collect();
        match now.adopted {
            Some(_) if now.adopted != was => edits.push(Edit::Set(path, fingerprint(now.fields).into())),
            None if !now.fingerprint.is_empty() => edits.push(Edit::Remove(path)),
            _ => {}
        }
    }
    if edits.is_empty() { Ok(after) } else { edit(&after, shape_of(kind), &edits) }
}

fn adoptables(record: &AnyRecord) -> Vec<Adoptable<'_>> {
    match record {
        AnyRecord::District(district) => district.adoptables().collect(),
        AnyRecord::Situation(situation) => vec![situation.adoptable()],
        _ => Vec::new(),
    }
}
