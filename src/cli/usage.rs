//! What is wrong with the arguments, in the user's language.

use super::app::App;
use super::args::command;
use super::error::{CommandError, Exit};
use super::global::{Color, Global, Lang, tongue};
use super::ui::Ui;
use super::visible::Form;
use crate::language::{Language, say};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;
use std::io::Write;

/// Says what is wrong with arguments that could not be parsed; or gives the help that they ask for.
pub fn explain(arguments: &[OsString]) -> Exit {
    let lang = language_of(arguments);
    let language = Language::new(tongue(lang));
    let Err(error) = command(tongue(lang)).try_get_matches_from(arguments) else {
        return Exit::Usage;
    };
    let color = if arguments.windows(2).any(|pair| pair[0] == "--color" && pair[1] == "never") {
        Color::Never
    } else {
        Color::Auto
    };
    let app = App::new(Global { register: None, lang, today: None, at: None, color });
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let text = error.render();
            let text = if app.ui.palette().on { text.ansi().to_string() } else { text.to_string() };
            show(&text);
            Exit::Fine
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let text = error.render();
            Ui::say(if app.ui.talk_palette().on { text.ansi().to_string() } else { text.to_string() }.trim_end());
            Exit::Usage
        }
        _ => {
            app.tell(&in_words(&error, &language));
            Exit::Usage
        }
    }
}

/// Writes what was asked for on standard output.
pub fn show(text: &str) {
    let mut out = Ui::out(Form::Styled);
    // A closed pipe is no error, and there is nobody to tell of another.
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// The language that the arguments ask for, as far as they can be understood.
fn language_of(arguments: &[OsString]) -> Option<Lang> {
    let texts: Vec<&str> = arguments.iter().filter_map(|text| text.to_str()).collect();
    let given = texts.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1]);
    let given = given.or_else(|| texts.iter().find_map(|text| text.strip_prefix("--lang=")));
    let variable = std::env::var("REGISTER_LANG").ok();
    match given.or(variable.as_deref()) {
        Some("sv") => Some(Lang::Sv),
        Some("en") => Some(Lang::En),
        _ => None,
    }
}

fn in_words(error: &clap::Error, language: &Language) -> CommandError {
    let context = |kind| error.get(kind).map(text).unwrap_or_default();
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::UnknownArgument => say::usage_unknown_argument(language, argument),
        ErrorKind::InvalidSubcommand => say::usage_unknown_command(language, context(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand => say::usage_missing_command(language),
        ErrorKind::MissingRequiredArgument => say::usage_missing_argument(language, argument),
        ErrorKind::InvalidValue if value.is_empty() => say::usage_missing_value(language, argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => say::usage_invalid_value(language, argument, value),
        ErrorKind::ArgumentConflict => say::usage_conflict(language, argument, context(ContextKind::PriorArg)),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            say::usage_number_of_values(language, argument)
        }
        ErrorKind::InvalidUtf8 => say::usage_not_text(language),
        _ => say::usage_other(language, error.to_string().lines().next().unwrap_or_default().to_owned()),
    };
    let mut told = CommandError::usage(message);
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand]
        .into_iter()
        .find_map(|kind| error.get(kind).map(text));
    if let Some(near) = near {
        told = told.hint(say::did_you_mean(language, near));
    } else if let Some(valid) = error.get(ContextKind::ValidValue).or_else(|| error.get(ContextKind::ValidSubcommand)) {
        let values = text(valid);
        if !values.is_empty() {
            told = told.hint(say::one_of(language, values));
        }
    }
    told.hint(say::usage_more(language))
}

fn text(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        ContextValue::Number(number) => number.to_string(),
        ContextValue::Bool(flag) => flag.to_string(),
        _ => String::new(),
    }
}
