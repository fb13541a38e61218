//! The flags that go for every command.

use crate::language::Tongue;
use crate::words::names_by_key;
use anstream::ColorChoice;
use clap::builder::PossibleValue;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgMatches, Args, Command, ValueEnum};
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
    /// The past that is looked at: a flag of its own for the commands that have it ([`past`]).
    #[arg(skip)]
    pub at: Option<String>,
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: Color,
    #[arg(long, global = true)]
    pub no_pager: bool,
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
    #[value(aliases = names_by_key("value-auto").iter().copied())]
    Auto,
    #[value(aliases = names_by_key("value-always").iter().copied())]
    Always,
    #[value(aliases = names_by_key("value-never").iter().copied())]
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

/// The name that the flag goes by which asks for the past.
const PAST: &str = "at";

/// The flag that asks for the past, for a command that reads: it goes for all that is in the command.
pub fn past() -> Arg {
    Arg::new(PAST).long(PAST).value_name("REV|DATE").global(true)
}

/// The same before all commands, where it goes for the one that follows.
pub fn past_before_commands() -> Arg {
    past().global(false)
}

/// Whether a flag is the one that asks for the past.
pub fn is_past(arg: &Arg) -> bool {
    arg.get_id() == PAST
}

/// The past that is asked for, wherever that stands on the line; an error where the command has no past.
pub fn asked_past(line: &ArgMatches, program: &Command) -> Result<Option<String>, clap::Error> {
    let (mut line, mut command) = (line, program);
    let (mut asked, mut has_past) = (given_past(line), false);
    while let Some((name, inner)) = line.subcommand() {
        let Some(next) = command.find_subcommand(name) else { break };
        (line, command) = (inner, next);
        has_past = has_past || command.get_arguments().any(is_past);
        asked = given_past(line).or(asked);
    }
    if asked.is_some() && !has_past {
        let mut error = clap::Error::new(ErrorKind::UnknownArgument);
        error.insert(ContextKind::InvalidArg, ContextValue::String(format!("--{PAST}")));
        return Err(error);
    }
    Ok(asked)
}

fn given_past(line: &ArgMatches) -> Option<String> {
    line.try_get_one::<String>(PAST).ok().flatten().cloned()
}

/// The language that is asked for by what is around, where no flag says.
pub fn tongue_around() -> Tongue {
    tongue(std::env::var("REGISTER_LANG").ok().and_then(|code| Tongue::from_code(&code)))
}

/// The language asked for, or else the locale's.
pub fn tongue(given: Option<Tongue>) -> Tongue {
    given.unwrap_or_else(|| Tongue::from_locale(&sys_locale::get_locale().unwrap_or_default()))
}

/// Whether a flag may be written so, with its hyphens.
pub fn goes_by(arg: &Arg, written: &str) -> bool {
    let Some(name) = written.strip_prefix("--") else {
        return written
            .strip_prefix('-')
            .is_some_and(|name| arg.get_short().is_some_and(|own| name == own.to_string()));
    };
    arg.get_long() == Some(name) || arg.get_all_aliases().is_some_and(|aliases| aliases.contains(&name))
}

/// A name as it stands behind two hyphens.
pub fn as_flag(name: &str) -> String {
    let letters = name.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' });
    let flag: String = letters.flat_map(char::to_lowercase).collect();
    flag.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}
