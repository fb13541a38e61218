//! Text that may be shown: without the personal data that may stand in it.

use super::scan;
use crate::model::Spot;
use std::borrow::Cow;

/// A text of the same length in bytes, in which all that looks like personal data is covered:
/// nothing that shows a text from a file shows more than this.
#[must_use]
pub fn mask(text: &str) -> Cow<'_, str> {
    let body = crate::format::without_bom(text);
    let mut masked = Cow::Borrowed(body);
    // Covering one thing may lay bare another that was a part of it.
    loop {
        let findings = scan("", &masked);
        if findings.is_empty() {
            let bom = &text[..text.len() - body.len()];
            return if bom.is_empty() { masked } else { Cow::Owned(format!("{bom}{masked}")) };
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
