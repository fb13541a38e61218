//! Text that may be shown: without the personal data that may stand in it.

use super::find;
use std::borrow::Cow;
use std::ops::Range;

/// How often a text is looked at anew. Covering one thing lays bare another seldom, and a third in no text but one
/// made for that: there, lines are covered whole.
const ROUNDS: usize = 8;

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
    for round in 0.. {
        let mut found = find(&masked);
        found.retain(|found| is_covered(&masked[found.bytes.clone()]));
        if found.is_empty() {
            break;
        }
        let mut covered = String::with_capacity(masked.len());
        for found in found {
            let Range { start, end } = if round < ROUNDS { found.bytes } else { lines(&masked, found.bytes) };
            let start = start.max(covered.len());
            covered.push_str(&masked[covered.len()..start]);
            // Lines stay where they are.
            covered.extend(masked[start..end.max(start)].bytes().map(|byte| match byte {
                b'\n' | b'\r' => char::from(byte),
                _ => '*',
            }));
        }
        covered.push_str(&masked[covered.len()..]);
        masked = Cow::Owned(covered);
    }
    masked
}

/// The lines that some bytes are of, whole.
fn lines(text: &str, bytes: Range<usize>) -> Range<usize> {
    let start = text[..bytes.start].rfind('\n').map_or(0, |line| line + 1);
    start..text[bytes.end..].find('\n').map_or(text.len(), |line| bytes.end + line)
}
