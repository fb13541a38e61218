//! What is more than a screen of a terminal goes through a pager, as it does under git.

use super::patience::{Patience, named_program};
use std::io::{self, Write};
use std::process::{Child, ChildStdin, Stdio};
use textwrap::core::display_width;

/// The variables that name a pager: the first that is there goes, also where it says that there is none.
const NAMED_BY: [&str; 2] = ["REGISTER_PAGER", "PAGER"];

/// The pager where nobody names one.
const USUAL: &str = "less";

/// What is no pager: it shows all of it at once.
const NONE: [&str; 2] = ["", "cat"];

/// What is said to `less` where a person has said nothing to it: to end where all of it has room, to show colours, to
/// leave on the screen what was seen, and that it is UTF-8 whatever the locale says.
const SAID_TO_LESS: [(&str, &str); 2] = [("LESS", "FRX"), ("LESSCHARSET", "utf-8")];

/// How much a pipe holds that nobody reads from: what was written to it beyond that has been read by somebody.
const HELD_BY_PIPE: usize = 64 * 1024;

/// The codes by which a shell says that it could not start what it was told to.
const NOT_STARTED: [i32; 2] = [126, 127];

/// A program that shows a page at a time, and how large a page is.
#[derive(Debug, Clone)]
pub struct Pager {
    program: String,
    /// How many columns and lines the terminal has.
    size: (usize, usize),
}

impl Pager {
    /// The pager that the environment names, for a terminal of that many columns and lines; nothing where it says that
    /// there is none.
    pub fn around(size: (usize, usize)) -> Option<Self> {
        let named = NAMED_BY.into_iter().find_map(|variable| std::env::var(variable).ok());
        let program = named.as_deref().unwrap_or(USUAL).trim().to_owned();
        (!NONE.contains(&&*program)).then_some(Self { program, size })
    }

    /// Whether a text has room on one screen, below which the shell asks for the next command.
    fn has_room_for(&self, text: &[u8]) -> bool {
        let (columns, lines) = self.size;
        let text = String::from_utf8_lossy(text);
        let height = |line: &str| display_width(line).div_ceil(columns).max(1);
        text.lines().map(height).sum::<usize>() < lines
    }

    fn start(&self) -> anyhow::Result<Running> {
        let patience = Patience::begin()?;
        let mut command = named_program(&self.program);
        for (variable, value) in SAID_TO_LESS {
            if std::env::var_os(variable).is_none() {
                command.env(variable, value);
            }
        }
        let mut child = command.stdin(Stdio::piped()).spawn()?;
        let pipe = child.stdin.take();
        Ok(Running { child, pipe, unread: Some(Vec::new()), _patience: patience })
    }
}

/// A pager that runs.
struct Running {
    child: Child,
    /// What it reads; nothing once it has been told that there is no more.
    pipe: Option<ChildStdin>,
    /// All that it was given, for as long as it may have read none of it.
    unread: Option<Vec<u8>>,
    /// Ctrl-C is for the pager, and nothing that it does ends the program before it.
    _patience: Patience,
}

impl Running {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let Some(pipe) = &mut self.pipe else { return Err(io::ErrorKind::BrokenPipe.into()) };
        if let Some(unread) = &mut self.unread {
            unread.extend_from_slice(bytes);
        }
        pipe.write_all(bytes)?;
        self.unread.take_if(|unread| unread.len() > HELD_BY_PIPE);
        Ok(())
    }

    /// Waits for a person to leave it. Gives what nobody was shown, where it could not be started at all.
    fn end(&mut self) -> Option<Vec<u8>> {
        self.pipe = None;
        let code = self.child.wait().ok()?.code()?;
        if NOT_STARTED.contains(&code) { self.unread.take() } else { None }
    }
}

/// How what is written goes out.
enum Way {
    /// As it comes.
    Plain,
    /// It may have room on one screen: all of it so far.
    Gathered(Pager, Vec<u8>),
    /// Through a pager.
    Paged(Running),
}

/// A writer to a terminal that starts a pager once there is more than a screen, and waits for it at its end.
pub struct Paged<W: Write> {
    plain: W,
    way: Way,
}

impl<W: Write> Paged<W> {
    /// Writes to another writer, or to the pager in its stead. Where there is no pager, nothing is gathered.
    pub fn new(plain: W, pager: Option<Pager>) -> Self {
        Self { plain, way: pager.map_or(Way::Plain, |pager| Way::Gathered(pager, Vec::new())) }
    }

    /// Writes what the pager that could not be started was given, and all that follows, as it comes.
    fn write_plainly(&mut self, text: &[u8]) -> io::Result<()> {
        self.way = Way::Plain;
        self.plain.write_all(text)
    }
}

impl<W: Write> Write for Paged<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.way {
            Way::Plain => return self.plain.write(bytes),
            Way::Gathered(pager, gathered) => {
                gathered.extend_from_slice(bytes);
                if !pager.has_room_for(gathered) {
                    let gathered = std::mem::take(gathered);
                    // It is shown with a pager or without one.
                    self.way = pager.start().map_or(Way::Plain, Way::Paged);
                    self.write_all(&gathered)?;
                }
            }
            Way::Paged(running) => match running.write(bytes) {
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => match running.end() {
                    Some(unread) => self.write_plainly(&unread)?,
                    None => return Err(error),
                },
                written => written?,
            },
        }
        Ok(bytes.len())
    }

    /// What is gathered waits for what follows it.
    fn flush(&mut self) -> io::Result<()> {
        match &self.way {
            Way::Plain => self.plain.flush(),
            Way::Gathered(..) | Way::Paged(_) => Ok(()),
        }
    }
}

impl<W: Write> Drop for Paged<W> {
    fn drop(&mut self) {
        let rest = match &mut self.way {
            Way::Plain => None,
            Way::Gathered(_, gathered) => Some(std::mem::take(gathered)),
            Way::Paged(running) => running.end(),
        };
        if let Some(rest) = rest {
            // Where the terminal is gone there is nobody to tell.
            let _ = self.write_plainly(&rest).and_then(|()| self.plain.flush());
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// What comes out plainly of a text that is written in parts of a length, and how writing it ends.
    fn written(text: &str, part: usize, program: &str) -> (String, io::Result<()>) {
        let mut plain = Vec::new();
        let pager = Pager { program: program.to_owned(), size: (80, 24) };
        let mut paged = Paged::new(&mut plain, Some(pager));
        let done = text.as_bytes().chunks(part).try_for_each(|part| paged.write_all(part));
        drop(paged);
        (String::from_utf8(plain).unwrap(), done)
    }

    #[test]
    fn a_screen_is_counted_as_it_is_shown() {
        let pager = Pager { program: String::new(), size: (10, 4) };
        let has_room = |text: &str| pager.has_room_for(text.as_bytes());
        assert!(has_room("") && has_room("a\n\nb\n") && has_room("ååååååååå\u{1b}[1må\u{1b}[0m\na\nb"));
        assert!(!has_room("a\nb\nc\nd\n") && !has_room("a\nabcdefghijk\nc\n"));
    }

    #[test]
    fn what_has_room_is_written_plainly() {
        let text = "a\n".repeat(23);
        assert_eq!(written(&text, 5, "false").0, text);
    }

    #[test]
    #[cfg(unix)]
    fn nothing_is_lost_for_a_pager_that_can_not_be_started() {
        for (lines, part) in [(24, 1), (24, 1000), (100_000, 1000), (100_000, 1_000_000)] {
            let text: String = (0..lines).map(|line| format!("{line}\n")).collect();
            let (plain, done) = written(&text, part, "no-such-pager --with arguments 2>&-");
            assert!(plain == text && done.is_ok(), "{lines} {part}: {done:?}");
        }
    }

    #[test]
    #[cfg(unix)]
    fn nobody_reads_on_where_the_pager_has_ended() {
        let (plain, done) = written(&"a\n".repeat(100_000), 1000, "head -n 1 > /dev/null");
        assert_eq!((plain, done.unwrap_err().kind()), (String::new(), io::ErrorKind::BrokenPipe));
    }
}
