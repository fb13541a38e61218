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

    /// What stands back: labels, commands.
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
