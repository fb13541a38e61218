//! The flags that go for every command.

use crate::language::Tongue;
use anstream::ColorChoice;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// What goes for every command.
#[derive(Debug, Clone, Args)]
pub struct Global {
    #[arg(long, global = true, value_name = "DIR", env = "REGISTER_DIR", value_hint = clap::ValueHint::DirPath)]
    pub register: Option<PathBuf>,
    #[arg(long, global = true, value_name = "LANG", env = "REGISTER_LANG")]
    pub lang: Option<Lang>,
    #[arg(long, global = true, value_name = "DATE", env = "REGISTER_TODAY")]
    pub today: Option<String>,
    #[arg(long, global = true, value_name = "REV|DATE")]
    pub at: Option<String>,
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: Color,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    Sv,
    En,
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
pub fn tongue(given: Option<Lang>) -> Tongue {
    match given {
        Some(Lang::Sv) => Tongue::Sv,
        Some(Lang::En) => Tongue::En,
        None => Tongue::from_locale(&sys_locale::get_locale().unwrap_or_default()),
    }
}
