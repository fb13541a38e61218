//! What is kept of a change, for it to be taken back.

use crate::check::scan;
use crate::model::{Day, Finding};
use crate::personal_data::{mask, pointing_out};
use crate::store::{Deed, FileChange};
use sha2::{Digest, Sha256};

/// What is kept of changes that a command makes. What looks like personal data is never kept, and what takes something
/// away that may point somebody out is not either.
pub(super) fn deed(changes: &[FileChange], on: Day, command: &str, mended: Vec<String>) -> Deed {
    let is_kept = !changes.iter().any(holds_personal_data);
    Deed { on, command: mask(command).into_owned(), mended, is_kept }
}

/// Whether what a file held, or its name, looks like personal data, or pointed somebody out and does not any more.
fn holds_personal_data(change: &FileChange) -> bool {
    let was = match change {
        FileChange::Create { .. } => return false,
        FileChange::Replace { before, .. } => before.into(),
        FileChange::Delete { before, .. } => String::from_utf8_lossy(before),
    };
    let is_pointing = |text: &str| pointing_out(text).is_some();
    !scan(change.file(), &was).is_empty() || is_pointing(&was) && !is_pointing(change.texts().1)
}

/// What a finding goes by from one time to another: none of its words, in which anything may stand.
pub(super) fn told(finding: &Finding) -> String {
    let digest = Sha256::digest(format!("{:?}", finding.identity()));
    digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect()
}
