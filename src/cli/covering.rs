//! What all that is shown goes through: it covers the personal data that nothing before it has covered.

use crate::personal_data::mask_beside_numbers;
use std::io::{self, Write};

/// How much is gathered before it goes out.
const CHUNK: usize = 64 * 1024;

/// What all that is shown goes through last: it covers personal data that nothing before it has covered.
///
/// Writers cover each value where it becomes text, since they know values from numbers, and lay texts out over
/// several lines. What they hand on is looked at once more, whole lines at a time, so that nothing new is shown for
/// having been forgotten there.
pub struct Covering<W: Write> {
    inner: W,
    gathered: Vec<u8>,
}

impl<W: Write> Covering<W> {
    /// Covers what goes to a writer.
    pub fn new(inner: W) -> Self {
        Self { inner, gathered: Vec::with_capacity(CHUNK) }
    }

    /// Hands on the lines that are whole, or all there is.
    fn hand_on(&mut self, all: bool) -> io::Result<()> {
        let end = match self.gathered.iter().rposition(|byte| *byte == b'\n') {
            _ if all => self.gathered.len(),
            Some(line) => line + 1,
            None => return Ok(()),
        };
        match std::str::from_utf8(&self.gathered[..end]) {
            Ok(text) => self.inner.write_all(mask_beside_numbers(text).as_bytes())?,
            Err(_) => self.inner.write_all(&self.gathered[..end])?,
        }
        self.gathered.drain(..end);
        Ok(())
    }
}

impl<W: Write> Write for Covering<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.gathered.extend_from_slice(bytes);
        if self.gathered.len() >= CHUNK {
            self.hand_on(false)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.hand_on(true)?;
        self.inner.flush()
    }
}

impl<W: Write> Drop for Covering<W> {
    fn drop(&mut self) {
        // Whoever wants to know whether it went out has asked before.
        let _ = self.flush();
    }
}
