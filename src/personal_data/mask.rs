//! Text that may be shown: without the personal data that may stand in it.

use super::find;
use std::borrow::Cow;

/// How often a text is looked at anew. Covering one thing lays bare another seldom, and a third in no text but one
/// made for that.
const ROUNDS: usize = 16;

/// A text of the same length in bytes and the same lines, in which all that looks like personal data is covered:
/// nothing that shows a text shows more than this.
#[must_use]
pub fn mask(text: &str) -> Cow<'_, str> {
    mask_where(text, |_| true)
}

/// The same for text that has numbers in it, of JSON or CSV: what may be one is left as it is.
#[must_use]
pub fn mask_beside_numbers(text: &str) -> Cow<'_, str> {
    let is_number = |found: &str| !found.starts_with('0') && found.bytes().all(|byte| byte.is_ascii_digit());
    mask_where(text, |found| !is_number(found))
}

fn mask_where(text: &str, is_covered: impl Fn(&str) -> bool) -> Cow<'_, str> {
    let mut masked = Cow::Borrowed(text);
    for _ in 0..ROUNDS {
        let mut found = find(&masked);
        found.retain(|found| is_covered(&masked[found.bytes.clone()]));
        if found.is_empty() {
            break;
        }
        let mut covered = String::with_capacity(masked.len());
        let mut at = 0;
        for found in found {
            covered.push_str(&masked[at..found.bytes.start]);
            // Lines stay where they are.
            covered.extend(masked[found.bytes.clone()].bytes().map(|byte| match byte {
                b'\n' | b'\r' => char::from(byte),
                _ => '*',
            }));
            at = found.bytes.end;
        }
        covered.push_str(&masked[at..]);
        masked = Cow::Owned(covered);
    }
    masked
}
