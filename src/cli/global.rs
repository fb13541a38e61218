//! The flags that go for every command.

use crate::language::Tongue;
use anstream::ColorChoice;
use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// What goes for every command.
#[derive(Debug, Clone, Args)]
pub struct Global {
    #[arg(long, global = true, value_name = "DIR", env = "REGISTER_DIR", value_hint = clap::ValueHint::DirPath)]
    pub register: Option<PathBuf>,
    #[arg(long, global = true, value_name = "LANG", env = "REGISTER_LANG")]
    pub lang: Option<Tongue>,
    #[arg(long, global = true, value_name = "DATE", env = "REGISTER_TODAY")]
    pub today: Option<String>,
    #[arg(long, global = true, value_name = "REV|DATE")]
    pub at: Option<String>,
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: Color,
}

impl ValueEnum for Tongue {
    fn value_variants<'a>() -> &'a [Self] {
        Self::ALL
    }
    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.code()))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

impl From<Color> for ColorChoice {
    fn from(color: Color) -> Self {
        match color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        }
    }
}

/// The language asked for, or else the locale's.
pub fn tongue(given: Option<Tongue>) -> Tongue {
    given.unwrap_or_else(|| Tongue::from_locale(&sys_locale::get_locale().unwrap_or_default()))
}
