//! Ensure that nothing in a file looks like personal data (L10), comments and the file's own name included.
//!
//! The register is about places and measures, never about individuals, and git forgets nothing: what looks like
//! personal data is stopped before it is written. What was found is never said: findings tell its sort and its place.
//! What looks like it is for [`crate::personal_data`] to know.

use crate::check::rule::{Rule, Run};
use crate::message::checks;
use crate::model::{Finding, Spot};
use crate::personal_data::{PersonalData, find};

pub(in crate::check) const RULE: Rule = Rule::error(checks::PERSONAL_DATA, "L10", Run::Text);

/// Finds all that looks like personal data in a file: in its text, and in its path below the register.
#[must_use]
pub fn scan(file: &str, text: &str) -> Vec<Finding> {
    let finding = |what: PersonalData, spot: Spot| Finding::new(checks::personal_data(what.message()), file, spot);
    let in_name = find(file).into_iter().take(1).map(|found| finding(found.what, Spot::File));
    // Places are told without the byte order mark, as everywhere.
    let in_text = find(crate::format::without_bom(text)).into_iter();
    in_name.chain(in_text.map(|found| finding(found.what, Spot::Bytes(found.bytes.into())))).collect()
}
