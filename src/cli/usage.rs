//! What is wrong with the arguments, in the user's language.

use super::app::App;
use super::args::{command, read_line};
use super::error::{CommandError, Exit};
use super::global::{Color, Global, goes_by, is_past};
use super::names::number_in;
use super::ui::Ui;
use crate::language::Language;
use crate::message::say;
use crate::query::Number;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Args, Command};
use std::collections::BTreeSet;
use std::ffi::OsString;

/// Says what is wrong with arguments that could not be parsed; or gives the help that they ask for.
pub fn explain(arguments: &[OsString]) -> Exit {
    let app = App::new(flags_among(arguments));
    let program = command(app.language.tongue());
    let Err(error) = read_line(&program, arguments) else {
        return Exit::Usage;
    };
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let text = error.render();
            let text = if app.ui.palette().on { text.ansi().to_string() } else { text.to_string() };
            Ui::show(&text);
            Exit::Fine
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let text = error.render();
            Ui::say(if app.ui.talk_palette().on { text.ansi().to_string() } else { text.to_string() }.trim_end());
            Exit::Usage
        }
        _ => {
            let error = unquoted(&error, &program, arguments, &app.language);
            app.show_error(&error.unwrap_or_else(|error| usage_error(error, &program, &app.language)));
            Exit::Usage
        }
    }
}

/// The flags that go for every command, as far as they are understood among arguments that can't be. Whatever they do
/// not know is left out, one by one.
fn flags_among(arguments: &[OsString]) -> Global {
    let rest = Arg::new("rest").num_args(0..).value_parser(clap::value_parser!(OsString));
    let flags = Global::augment_args(Command::new("register").disable_help_flag(true).arg(rest)).no_binary_name(true);
    let mut known: Vec<OsString> = arguments.iter().skip(1).cloned().collect();
    while let Err(error) = flags.clone().try_get_matches_from(&known) {
        let Some(place) = place_of_unknown(&error, &known) else { break };
        known.remove(place);
    }
    // What is left to be wrong is in the environment.
    let matches = flags.ignore_errors(true).try_get_matches_from(&known).unwrap_or_default();
    let lang = matches.try_get_one("lang").ok().flatten().copied();
    let color = matches.try_get_one("color").ok().flatten().copied().unwrap_or(Color::Auto);
    let no_pager = matches.try_get_one("no_pager").ok().flatten().copied().unwrap_or_default();
    Global { register: None, lang, today: None, at: None, color, no_pager }
}

/// Where the argument stands that an error is about.
fn place_of_unknown(error: &clap::Error, arguments: &[OsString]) -> Option<usize> {
    let argument = text(error.get(ContextKind::InvalidArg)?);
    let name = argument.split([' ', '=']).next().filter(|name| name.starts_with('-'))?;
    let is_meant = |argument: &OsString| {
        let argument = argument.to_string_lossy();
        let rest = argument.strip_prefix(name);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('=') || !name.starts_with("--"))
    };
    arguments.iter().position(is_meant)
}

/// What the parser of arguments found, said in the words of the language.
fn usage_error(error: &clap::Error, program: &Command, language: &Language) -> CommandError {
    let context = |kind| error.get(kind).map(text).unwrap_or_default();
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::UnknownArgument if asks_for_the_past(&argument, program) => {
            return CommandError::usage(language.say(say::at_is_for_reading(argument)));
        }
        ErrorKind::UnknownArgument => language.say(say::usage_unknown_argument(argument)),
        ErrorKind::InvalidSubcommand => {
            language.say(say::usage_unknown_command(context(ContextKind::InvalidSubcommand)))
        }
        ErrorKind::MissingSubcommand => language.text(say::USAGE_MISSING_COMMAND),
        ErrorKind::MissingRequiredArgument => language.say(say::usage_missing_argument(argument)),
        ErrorKind::InvalidValue if value.is_empty() => language.say(say::usage_missing_value(argument)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            language.say(say::UsageInvalidValue { argument, value })
        }
        ErrorKind::ArgumentConflict => {
            language.say(say::UsageConflict { argument, other: context(ContextKind::PriorArg) })
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            language.say(say::usage_number_of_values(argument))
        }
        ErrorKind::InvalidUtf8 => language.text(say::USAGE_NOT_TEXT),
        _ => language.say(say::usage_other(error.to_string().lines().next().unwrap_or_default().to_owned())),
    };
    let mut command_error = CommandError::usage(message);
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand]
        .into_iter()
        .find_map(|kind| error.get(kind).map(nearest));
    if let Some(near) = near {
        let near = called(&near, program).unwrap_or(near);
        command_error = command_error.hint(language.say(say::did_you_mean(near)));
    } else if let Some(valid) = error.get(ContextKind::ValidValue).or_else(|| error.get(ContextKind::ValidSubcommand)) {
        let values = in_language(valid, program, language);
        if !values.is_empty() {
            command_error = command_error.hint(language.say(say::one_of(values)));
        }
    }
    command_error.hint(language.text(say::USAGE_MORE))
}

/// What is said where an argument that nobody expects stands behind the value of a flag, as the second word of a text
/// does that stands in no quotation marks; or else the error as it is.
fn unquoted<'e>(
    error: &'e clap::Error,
    program: &Command,
    arguments: &[OsString],
    language: &Language,
) -> Result<CommandError, &'e clap::Error> {
    let unexpected = error.get(ContextKind::InvalidArg).map(text).filter(|argument| !argument.starts_with('-'));
    let found = unexpected.filter(|_| error.kind() == ErrorKind::UnknownArgument).and_then(|unexpected| {
        let words: Vec<String> = arguments.iter().map(|word| word.to_string_lossy().into_owned()).collect();
        let (flag, meant) = text_of_words(&words, &unexpected, program)?;
        Some((flag, unexpected, meant))
    });
    let (flag, argument, meant) = found.ok_or(error)?;
    let error = CommandError::usage(language.say(say::UsageUnquoted { argument, flag }));
    Ok(error.hint(language.say(say::did_you_mean(meant))))
}

/// The flag whose value goes on with a word, and it with all words of its value in quotation marks.
fn text_of_words(words: &[String], unexpected: &str, program: &Command) -> Option<(String, String)> {
    let is_flag = |word: &String| word.starts_with('-');
    let place = words.iter().rposition(|word| word == unexpected)?;
    let flag = words[..place].iter().rposition(is_flag)?;
    let after = words[place..].iter().position(is_flag).map_or(words.len(), |length| place + length);
    let (name, first) =
        words[flag].split_once('=').map_or((words[flag].as_str(), None), |(name, own)| (name, Some(own)));
    let takes_value = || {
        let mut program = program.clone();
        program.build();
        let mut command = &program;
        for word in words[1..flag].iter().filter(|word| !is_flag(word)) {
            command = command.find_subcommand(word).unwrap_or(command);
        }
        command.get_arguments().any(|arg| goes_by(arg, name) && arg.get_action().takes_values())
    };
    if (first.is_none() && place == flag + 1) || !takes_value() {
        return None;
    }
    let value: Vec<&str> = first.into_iter().chain(words[flag + 1..after].iter().map(String::as_str)).collect();
    Some((name.to_owned(), format!("{name} \"{}\"", value.join(" ").replace('"', "\\\""))))
}

/// Whether what is no argument of the command would be the flag for the past, had the command any.
fn asks_for_the_past(argument: &str, program: &Command) -> bool {
    program.get_arguments().any(|arg| is_past(arg) && goes_by(arg, argument))
}

/// The nearest of some suggestions, which stands last: several may be names of one thing.
fn nearest(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(texts) => texts.last().cloned().unwrap_or_default(),
        value => text(value),
    }
}

/// What may be written, each once: commands by the names that help shows them by, and not by their other ones.
fn in_language(value: &ContextValue, program: &Command, language: &Language) -> String {
    let ContextValue::Strings(texts) = value else { return text(value) };
    let number = |own: &String| Number::ALL.iter().find(|number| number.name() == own);
    let numbers = texts.iter().map(|own| number(own).map(|number| number_in(*number, language)));
    if let Some(numbers) = numbers.collect::<Option<Vec<String>>>() {
        return numbers.join(", ");
    }
    let shown = commands_of(program, texts);
    shown.unwrap_or_else(|| texts.iter().map(String::as_str).collect()).join(", ")
}

/// What a command or a flag is called that goes by a name; nothing where that is none, or not the same everywhere.
fn called(name: &str, program: &Command) -> Option<String> {
    fn add(name: &str, command: &Command, found: &mut BTreeSet<String>) {
        let flags = command.get_arguments().filter(|arg| goes_by(arg, name)).filter_map(Arg::get_long);
        found.extend(flags.map(|flag| format!("--{flag}")));
        found.extend(command.find_subcommand(name).map(|inner| inner.get_name().to_owned()));
        command.get_subcommands().for_each(|inner| add(name, inner, found));
    }
    let mut found = BTreeSet::new();
    add(name, program, &mut found);
    if found.len() == 1 { found.pop_first() } else { None }
}

/// The names of the commands of a program, or of one within it, that go by all of these names and no others.
fn commands_of<'c>(program: &'c Command, names: &[String]) -> Option<Vec<&'c str>> {
    let commands = || program.get_subcommands();
    let goes_by = |name: &String| {
        commands().any(|command| command.get_name() == name || command.get_all_aliases().any(|alias| alias == name))
    };
    if commands().next().is_some() && names.iter().all(goes_by) {
        return Some(commands().map(Command::get_name).filter(|name| names.iter().any(|own| own == name)).collect());
    }
    commands().find_map(|command| commands_of(command, names))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Tongue;

    #[test]
    fn flags_are_found_wherever_they_stand() {
        let flags = |line: &str| {
            let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            let found = flags_among(&arguments);
            (found.lang, found.color)
        };
        for line in [
            "register --lang en --color always nix",
            "register nix --lang=en --color=always",
            "register list --nix -o x.csv --color always intervention --lang en",
            "register --lang xx --color nix --color always -nix --format=x --lang en",
            "register show --at v1 --color always --today --lang en",
        ] {
            assert_eq!(flags(line), (Some(Tongue::En), Color::Always), "{line}");
        }
        assert_eq!(flags("register show -- --color always").1, Color::Auto);
    }
}
