//! Signs that no terminal shall be given from what was written by others: those that steer it, and those that
//! turn the direction of writing, so that a line says something else than it holds (Unicode TR 36, section 3.1).

use std::borrow::Cow;
use std::fmt::Write;

/// Whether a sign steers a terminal or turns the direction of writing. Line ends and tabs do not.
#[must_use]
pub const fn steers(letter: char) -> bool {
    matches!(letter,
        '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' // control characters of ASCII and of Latin-1
        | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text in which such signs are written by their numbers, `\u{1b}`. A carriage return that belongs to a line
/// end is left.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(steers) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if steers(letter) && !(letter == '\r' && letters.peek() == Some(&'\n')) {
            // Writing to a string does not fail.
            let _ = write!(shown, "{}", letter.escape_unicode());
        } else {
            shown.push(letter);
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_is_written_by_its_number() {
        for (text, expected) in [
            ("Å\tä\nö\r\n – ’ \u{a0}", "Å\tä\nö\r\n – ’ \u{a0}"),
            ("a\u{1b}[31mb\u{7}", "a\\u{1b}[31mb\\u{7}"),
            ("\r\u{7f}\u{9b}", "\\u{d}\\u{7f}\\u{9b}"),
            ("\u{202e}x\u{2069}\u{61c}\u{200f}", "\\u{202e}x\\u{2069}\\u{61c}\\u{200f}"),
        ] {
            assert_eq!(visible(text), expected);
        }
    }
}
