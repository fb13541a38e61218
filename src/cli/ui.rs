//! Standard output is data, standard error is talk; both go through here.

use crate::render::Palette;
use anstream::{AutoStream, ColorChoice};
use std::io::{self, BufWriter, IsTerminal, Write};

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
    /// The terminal as the environment and the flag say that it is.
    pub fn new(color: ColorChoice) -> Self {
        let given = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let measured = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        let width = given.or_else(measured).filter(|width| *width >= 20).unwrap_or(WIDTH);
        Self { color, width }
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

    /// Standard output, for data.
    pub fn out() -> impl Write {
        BufWriter::with_capacity(64 * 1024, io::stdout().lock())
    }

    /// A line of data.
    pub fn tell(text: &str) -> io::Result<()> {
        writeln!(io::stdout().lock(), "{text}")
    }

    /// A line of talk.
    pub fn say(text: &str) {
        // Nothing is to be done where nobody can be talked to.
        let _ = writeln!(io::stderr().lock(), "{text}");
    }
}
