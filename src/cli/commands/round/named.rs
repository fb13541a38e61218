//! Which round, and which of those that are asked, a person means.

use crate::catalog::Understand as _;
use crate::cli::app::App;
use crate::cli::error::CommandError;
use crate::message::{say, told};
use crate::model::{Kind, Register, Round, Term};
use anyhow::Result;

/// The term that a person names.
pub fn term(text: &str, register: &Register, app: &App) -> Result<Term> {
    let term = app.reader_of(register)?.term(text);
    Ok(term.ok_or_else(|| CommandError::usage(app.language.say(say::not_a_term(text.to_owned()))))?)
}

/// The round that is named, or else the latest.
pub fn round<'r>(named: Option<&str>, register: &'r Register, app: &App) -> Result<(&'r str, &'r Round)> {
    let language = &app.language;
    let found = match named {
        Some(text) => match register.rounds.get_entry(text) {
            None => register.rounds.get_entry(&term(text, register, app)?.to_string()),
            known => known,
        },
        None => register.latest_round(),
    };
    Ok(found.ok_or_else(|| {
        let error = CommandError::failed(language.text(say::NO_SUCH_ROUND));
        error.hint(language.text(told::ROUND_START))
    })?)
}

/// The bodies that are named, by their ids.
pub fn bodies(named: &[String], register: &Register, app: &App) -> Result<Vec<String>> {
    let find = |text: &String| Ok(app.find(register, &format!("{}/{text}", Kind::Body.name()))?.id.to_string());
    named.iter().map(find).collect()
}
