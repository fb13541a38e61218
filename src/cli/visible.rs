//! What is written where a terminal may read it passes here: signs that would steer one come out written by
//! their numbers, whatever they came from, and only the program's own styling comes through.

use crate::model::steers;
use crate::render::Escaping;
use std::io::{self, Write};

/// A writer that lets nothing through that steers a terminal.
pub struct Visible<W: Write> {
    inner: W,
    escaping: Escaping,
    /// The beginning of something whose end has not come yet.
    begun: Vec<u8>,
}

impl<W: Write> Visible<W> {
    /// Writes to another writer.
    pub fn new(inner: W, escaping: Escaping) -> Self {
        Self { inner, escaping, begun: Vec::new() }
    }

    /// Writes bytes; gives how many of them have to wait for what comes after them.
    fn pass(&mut self, bytes: &[u8], is_all: bool) -> io::Result<usize> {
        let mut done = 0;
        let mut at = 0;
        while let Some(step) = bytes[at..].iter().position(|byte| may_steer(*byte)) {
            at += step;
            match look(&bytes[at..], self.escaping == Escaping::Styled) {
                Sight::Fine(length) => at += length,
                Sight::Unfinished if !is_all => {
                    self.inner.write_all(&bytes[done..at])?;
                    return Ok(bytes.len() - at);
                }
                Sight::Steers(letter, length) => {
                    self.inner.write_all(&bytes[done..at])?;
                    self.write_number(letter)?;
                    at += length;
                    done = at;
                }
                // It was no more than the beginning.
                Sight::Unfinished => match char::from(bytes[at]) {
                    letter if letter.is_ascii() => {
                        self.inner.write_all(&bytes[done..at])?;
                        self.write_number(letter)?;
                        at += 1;
                        done = at;
                    }
                    _ => at += 1,
                },
            }
        }
        self.inner.write_all(&bytes[done..])?;
        Ok(0)
    }

    fn write_number(&mut self, letter: char) -> io::Result<()> {
        match self.escaping {
            Escaping::Json => write!(self.inner, "\\u{:04x}", u32::from(letter)),
            Escaping::Styled | Escaping::Plain | Escaping::Packed => write!(self.inner, "{}", letter.escape_unicode()),
        }
    }
}

impl<W: Write> Write for Visible<W> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let waiting = if self.begun.is_empty() {
            let waiting = self.pass(buffer, false)?;
            buffer[buffer.len() - waiting..].to_vec()
        } else {
            let mut bytes = std::mem::take(&mut self.begun);
            bytes.extend_from_slice(buffer);
            let waiting = self.pass(&bytes, false)?;
            bytes.split_off(bytes.len() - waiting)
        };
        self.begun = waiting;
        Ok(buffer.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let rest = std::mem::take(&mut self.begun);
        self.pass(&rest, true)?;
        self.inner.flush()
    }
}

/// Whether a byte is one that begins a sign that steers.
const fn may_steer(byte: u8) -> bool {
    (byte < 0x20 && byte != b'\n' && byte != b'\t') || matches!(byte, 0x7f | 0xc2 | 0xd8 | 0xe2)
}

/// What bytes begin with.
enum Sight {
    /// What may come through, and how long it is.
    Fine(usize),
    /// A sign that steers, and how long it is.
    Steers(char, usize),
    /// What can't be told before more of it is there.
    Unfinished,
}

fn look(bytes: &[u8], is_styled: bool) -> Sight {
    match bytes {
        [b'\r', b'\n', ..] => Sight::Fine(2),
        [b'\r'] => Sight::Unfinished,
        [0x1b, rest @ ..] if is_styled => match styling(rest) {
            Some(0) => Sight::Unfinished,
            Some(length) => Sight::Fine(1 + length),
            None => Sight::Steers('\u{1b}', 1),
        },
        [byte, ..] if byte.is_ascii() => Sight::Steers(char::from(*byte), 1),
        [0xc2 | 0xd8] | [0xe2] | [0xe2, 0x80 | 0x81] => Sight::Unfinished,
        _ => {
            let length = if bytes[0] == 0xe2 { 3 } else { 2 };
            let letter = bytes.get(..length).and_then(|bytes| std::str::from_utf8(bytes).ok());
            match letter.and_then(|text| text.chars().next()) {
                Some(letter) if steers(letter) => Sight::Steers(letter, length),
                Some(_) => Sight::Fine(length),
                None => Sight::Fine(1),
            }
        }
    }
}

/// How long the styling is that stands behind an escape, where it is one that the program uses: none, bold, faint,
/// italics, underlined, or one of the sixteen colours. Nothing where it is none; 0 where it is not there yet.
fn styling(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [] | [b'['] | [b'[', b'0'..=b'4' | b'9'] | [b'[', b'3' | b'9', b'0'..=b'7'] => Some(0),
        [b'[', b'0'..=b'4', b'm', ..] => Some(3),
        [b'[', b'3' | b'9', b'0'..=b'7', b'm', ..] => Some(4),
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What comes out where a text is written in parts of a length.
    fn written(text: &str, escaping: Escaping, part: usize) -> String {
        let mut out = Vec::new();
        let mut writer = Visible::new(&mut out, escaping);
        text.as_bytes().chunks(part).for_each(|part| writer.write_all(part).unwrap());
        writer.flush().unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn only_own_styling_comes_through() {
        let text = "\u{1b}[1m\u{1b}[31må\u{1b}[0m\u{1b}[8m\u{1b}[35;1m\u{1b}]0;x\u{7}\u{9b}31m\r\n\u{202e}–\u{1b}";
        let styled =
            "\u{1b}[1m\u{1b}[31må\u{1b}[0m\\u{1b}[8m\\u{1b}[35;1m\\u{1b}]0;x\\u{7}\\u{9b}31m\r\n\\u{202e}–\\u{1b}";
        for part in 1..text.len() {
            assert_eq!(written(text, Escaping::Styled, part), styled);
            assert_eq!(written(text, Escaping::Plain, part), crate::model::visible(text));
        }
        assert_eq!(written("\"\u{7f}\u{9b}\u{2066}\"", Escaping::Json, 1), r#""\u007f\u009b\u2066""#);
    }

    proptest! {
        #[test]
        fn nothing_that_steers_comes_through(text in "\\PC*[\\x00-\\xa0\u{600}-\u{61f}\u{2000}-\u{2070}]*\\PC*", part in 1_usize..9) {
            prop_assert_eq!(written(&text, Escaping::Plain, part), crate::model::visible(&text));
        }
    }
}
