//! The flags that records are chosen by, as a part of a command's arguments.

use super::app::App;
use super::fields::{filter, filter_flags};
use crate::model::{Kind, Register};
use crate::query::Filter;
use anyhow::Result;
use clap::{Arg, ArgMatches, Command, FromArgMatches};

/// The flags that interventions are chosen by: every report has the same.
#[derive(Debug)]
pub struct Chosen {
    matches: ArgMatches,
}

impl Chosen {
    /// Reads the register, as far as the flags and the report ask for it: words may stand in any text, and reasons do.
    pub fn load(&self, app: &App, tells_reasons: bool) -> Result<&'static Register> {
        let has_words = matches!(self.matches.try_contains_id("text"), Ok(true));
        if has_words || tells_reasons { app.load() } else { app.load_short() }
    }

    /// Whether anything is asked for.
    pub fn is_given(&self) -> bool {
        let is_on_the_line = |flag: &Arg| {
            let id = flag.get_id().as_str();
            self.matches.value_source(id).is_some_and(|source| source == clap::parser::ValueSource::CommandLine)
        };
        filter_flags(Kind::Intervention).iter().any(is_on_the_line)
    }

    /// The filter that the flags given make, with every name in it found in the register.
    pub fn filter(&self, app: &App, register: &Register) -> Result<Filter> {
        let mut filter = filter(Kind::Intervention, &self.matches, &app.reader_of(register)?)?;
        app.resolve(&mut filter, Kind::Intervention, register)?;
        Ok(filter)
    }
}

impl clap::Args for Chosen {
    fn augment_args(command: Command) -> Command {
        command.args(filter_flags(Kind::Intervention))
    }
    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Chosen {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        Ok(Self { matches: matches.clone() })
    }
    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
