//! Text that may be shown: without the personal data that may stand in it.

use super::scan;
use crate::model::Spot;
use std::borrow::Cow;

/// A text of the same length in bytes (but for a byte order mark), in which all that looks like personal data is covered:
/// nothing that shows a text from a file shows more than this.
#[must_use]
pub fn mask(text: &str) -> Cow<'_, str> {
    let mut masked = Cow::Borrowed(crate::format::without_bom(text));
    // Covering one thing may lay bare another that was a part of it.
    loop {
        let findings = scan("", &masked);
        if findings.is_empty() {
            return masked;
        }
        let mut covered = String::with_capacity(masked.len());
        let mut at = 0;
        for finding in findings {
            let Spot::Bytes(bytes) = finding.spot else { continue };
            covered.push_str(&masked[at..bytes.start]);
            covered.push_str(&"*".repeat(bytes.end - bytes.start));
            at = bytes.end;
        }
        covered.push_str(&masked[at..]);
        masked = Cow::Owned(covered);
    }
}
