//! Text that may be shown: without the personal data that may stand in it.

use super::scan;
use crate::model::Spot;
use std::borrow::Cow;

/// A text of the same length in bytes, in which all that looks like personal data is covered:
/// nothing that shows a text from a file shows more than this.
#[must_use]
pub fn mask(text: &str) -> Cow<'_, str> {
    let findings = scan("", text);
    if findings.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut masked = String::with_capacity(text.len());
    let mut at = 0;
    for finding in findings {
        let Spot::Bytes(bytes) = finding.spot else {
            continue;
        };
        if bytes.start < at {
            continue;
        }
        masked.push_str(&text[at..bytes.start]);
        masked.push_str(&"*".repeat(bytes.end - bytes.start));
        at = bytes.end;
    }
    masked.push_str(&text[at..]);
    Cow::Owned(masked)
}
