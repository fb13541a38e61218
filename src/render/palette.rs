//! Colours and marks. A mark has a shape too, so that nothing is said by colour alone.

use crate::model::{Severity, Trend};
use crate::report::Mark;
use anstyle::{AnsiColor, Effects, Style};

/// The styles of what stands out on a terminal, all of them plain where there are no colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Whether there are any.
    pub on: bool,
}

impl Palette {
    fn style(self, style: Style) -> Style {
        if self.on { style } else { Style::new() }
    }

    /// What stands out: titles.
    #[must_use]
    pub fn strong(self) -> Style {
        self.style(Style::new().effects(Effects::BOLD))
    }

    /// What stands over a column. It is read, and so it is not faint.
    #[must_use]
    pub fn heading(self) -> Style {
        self.style(Style::new().effects(Effects::UNDERLINE))
    }

    /// What stands back: commands, ids.
    #[must_use]
    pub fn faint(self) -> Style {
        self.style(Style::new().effects(Effects::DIMMED))
    }

    /// The colour of a mark, from green where all is well to red where it is not.
    #[must_use]
    pub fn mark(self, mark: Mark) -> Style {
        self.style(match mark {
            Mark::Good => AnsiColor::Green.on_default(),
            Mark::Watch => AnsiColor::Yellow.on_default(),
            Mark::Bad => AnsiColor::Red.on_default(),
            Mark::Unknown => AnsiColor::Cyan.on_default(),
        })
    }

    /// The colour of how much a finding matters.
    #[must_use]
    pub fn severity(self, severity: Severity) -> Style {
        let color = match severity {
            Severity::Error => AnsiColor::Red,
            Severity::Warning => AnsiColor::Yellow,
            Severity::Note => AnsiColor::Cyan,
        };
        self.style(color.on_default().effects(Effects::BOLD))
    }

    /// Text in a style.
    #[must_use]
    pub fn paint(self, style: Style, text: &str) -> String {
        if self.on && !text.is_empty() { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}

/// What marks, and words that went or came, are told apart by in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// By their signs, in the styles of a palette.
    Styled(Palette),
    /// By a tag around each, which whoever writes a page makes an element of.
    Tagged,
}

impl Ink {
    /// Whether a text has anything that tells a part of it apart.
    pub(super) fn is_in(text: &str) -> bool {
        text.contains([Tag::END, '\u{1b}'])
    }

    /// The colours of what has no tag.
    pub(super) const fn palette(self) -> Palette {
        match self {
            Ink::Styled(palette) => palette,
            Ink::Tagged => Palette { on: false },
        }
    }
}

/// What a part of a tagged text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    /// It has a mark.
    Mark(Mark),
    /// It stood in an older text alone.
    Gone,
    /// It stands in a newer text alone.
    Come,
}

impl Tag {
    /// What ends a part. It, and what begins one, control a terminal: no text of a register has any when it is shown.
    pub(super) const END: char = '\u{2}';

    /// The sign that a part begins with.
    pub(super) const fn sign(self) -> char {
        match self {
            Tag::Mark(Mark::Good) => '\u{3}',
            Tag::Mark(Mark::Watch) => '\u{4}',
            Tag::Mark(Mark::Bad) => '\u{5}',
            Tag::Mark(Mark::Unknown) => '\u{6}',
            Tag::Gone => '\u{7}',
            Tag::Come => '\u{8}',
        }
    }

    /// What begins with a sign.
    pub(super) fn begun_by(sign: char) -> Option<Tag> {
        let marks = Mark::ALL.into_iter().map(Tag::Mark);
        marks.chain([Tag::Gone, Tag::Come]).find(|tag| tag.sign() == sign)
    }

    /// A text between its signs.
    fn around(self, text: &str) -> String {
        format!("{}{text}{}", self.sign(), Tag::END)
    }
}

impl Ink {
    /// A text with a mark; the mark alone, where there is no text.
    pub(super) fn marked(self, mark: Mark, text: &str) -> String {
        match self {
            Ink::Tagged => Tag::Mark(mark).around(text),
            Ink::Styled(palette) => {
                let sign = palette.paint(palette.mark(mark), shape(mark));
                if text.is_empty() { sign } else { format!("{sign} {text}") }
            }
        }
    }

    /// Words that stood in an older text alone.
    pub(super) fn gone(self, text: &str) -> String {
        match self {
            Ink::Tagged => Tag::Gone.around(text),
            Ink::Styled(palette) => palette.paint(palette.mark(Mark::Bad), &format!("[-{text}-]")),
        }
    }

    /// Words that stand in a newer text alone.
    pub(super) fn come(self, text: &str) -> String {
        match self {
            Ink::Tagged => Tag::Come.around(text),
            Ink::Styled(palette) => palette.paint(palette.mark(Mark::Good), &format!("{{+{text}+}}")),
        }
    }
}

/// The shape of a mark.
#[must_use]
pub(super) const fn shape(mark: Mark) -> &'static str {
    match mark {
        Mark::Good => "●",
        Mark::Watch => "▲",
        Mark::Bad => "■",
        Mark::Unknown => "?",
    }
}

/// The shape of a trend.
#[must_use]
pub(super) const fn arrow(trend: Trend) -> &'static str {
    match trend {
        Trend::Improving => "↗",
        Trend::Steady => "→",
        Trend::Worsening => "↘",
    }
}
