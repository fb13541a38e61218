//! Standard output is data, standard error is talk; both go through here.

use super::covering::Covering;
use super::pager::{Paged, Pager};
use super::visible::Visible;
use crate::personal_data::mask;
use crate::render::{Escaping, Palette};
use anstream::{AutoStream, ColorChoice};
use std::io::{self, IsTerminal, Write};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether standard output and standard error have styling: where they have none, an escape is none of ours.
static STYLED: [AtomicBool; 2] = [AtomicBool::new(false), AtomicBool::new(false)];

/// What shows standard output a page at a time; nothing where that is no terminal, or nothing shall.
static PAGER: OnceLock<Option<Pager>> = OnceLock::new();

/// How wide it is where nobody says.
const WIDTH: usize = 80;

/// The terminal, or what stands in its stead.
#[derive(Debug)]
pub struct Ui {
    color: ColorChoice,
    /// How many characters wide it is.
    pub width: usize,
}

impl Ui {
    /// The terminal as the environment and the flags say that it is.
    pub fn new(color: ColorChoice, is_paged: bool) -> Self {
        let given = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let measured = || terminal_size::terminal_size().map(|(width, height)| (width.0.into(), height.0.into()));
        let width = given.or_else(|| Some(measured()?.0)).filter(|width| *width >= 20).unwrap_or(WIDTH);
        // The first word stands.
        PAGER.get_or_init(|| {
            let is_paged = is_paged && io::stdout().is_terminal();
            is_paged.then(measured).flatten().and_then(Pager::around)
        });
        let ui = Self { color, width };
        STYLED[0].store(ui.palette().on, Ordering::Relaxed);
        STYLED[1].store(ui.talk_palette().on, Ordering::Relaxed);
        ui
    }

    /// The colours for standard output.
    pub fn palette(&self) -> Palette {
        Palette { on: self.is_colored(&io::stdout()) }
    }

    /// The colours for standard error.
    pub fn talk_palette(&self) -> Palette {
        Palette { on: self.is_colored(&io::stderr()) }
    }

    fn is_colored(&self, stream: &impl anstream::stream::RawStream) -> bool {
        let choice = match self.color {
            ColorChoice::Auto => AutoStream::choice(stream),
            choice => choice,
        };
        choice != ColorChoice::Never
    }

    /// Whether a person can be asked.
    pub fn can_ask() -> bool {
        io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    /// Standard output, for data that is escaped so; without styling where the terminal shows none, and through the
    /// pager where it is more than a screen. Until it is dropped, nothing else is to be said.
    pub fn out(escaping: Escaping) -> impl Write {
        written(escaping, PAGER.get().cloned().flatten())
    }

    /// Whether a terminal shows what goes to standard output.
    pub fn is_looked_at() -> bool {
        io::stdout().is_terminal()
    }

    /// Standard output for what is no text: nothing in it is looked at.
    pub fn packed_out() -> impl Write {
        io::BufWriter::new(io::stdout().lock())
    }

    /// The same without the pager, for what a person has before them when they are asked about it.
    pub fn out_before_question(escaping: Escaping) -> impl Write {
        written(escaping, None)
    }

    /// A text that was asked for, on standard output.
    pub fn show(text: &str) {
        let mut out = Self::out(Escaping::Styled);
        // A closed pipe is no error, and there is nobody to tell of another.
        let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    }

    /// A line of data on standard output, without personal data.
    ///
    /// # Errors
    /// It cannot be written out.
    pub fn print(text: &str) -> io::Result<()> {
        let mut out = Visible::new(io::stdout().lock(), escaping_of(0));
        writeln!(out, "{}", mask(text))?;
        out.flush()
    }

    /// A line of talk on standard error; it is lost where nobody can be talked to.
    pub fn say(text: &str) {
        let mut out = Visible::new(io::stderr().lock(), escaping_of(1));
        // Nothing is to be done where nobody can be talked to.
        let _ = writeln!(out, "{}", mask(text)).and_then(|()| out.flush());
    }
}

fn written(escaping: Escaping, pager: Option<Pager>) -> impl Write {
    let escaping = if escaping == Escaping::Styled { escaping_of(0) } else { escaping };
    Covering::new(Visible::new(Paged::new(io::stdout().lock(), pager), escaping))
}

/// What is escaped on a stream, 0 being standard output and 1 standard error.
fn escaping_of(stream: usize) -> Escaping {
    if STYLED[stream].load(Ordering::Relaxed) { Escaping::Styled } else { Escaping::Plain }
}
