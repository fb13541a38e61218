//! Help in the user's language. clap has no translations of its own: every text is set before it
//! parses, completes or writes manual pages.

use super::complete::words;
use super::expected::{as_written, named_codes};
use super::global::is_past;
use super::names::number_in;
use crate::catalog::{find_field, shape_of};
use crate::language::Language;
use crate::message::say;
use crate::model::{Kind, Shape};
use crate::query::{Number, filter_fields};
use clap::builder::{Resettable, StyledStr};
use clap::{Arg, ArgAction, Command};
use clap_complete::engine::ArgValueCompleter;

/// The command with all its texts in a language.
pub fn localized(command: Command, language: &Language) -> Command {
    let command = command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(Arg::new("help").long("help").short('h').action(ArgAction::Help).global(true))
        .arg(Arg::new("version").long("version").short('V').action(ArgAction::Version));
    in_language(command, &[], language)
}

fn in_language(mut command: Command, path: &[&str], language: &Language) -> Command {
    let name = command.get_name().to_owned();
    let own: Vec<&str> =
        if path.is_empty() && name == "register" { Vec::new() } else { [path, &[name.as_str()]].concat() };
    let about = match own.as_slice() {
        [] => language.help("register"),
        own => language.help(&own.join("-")).or_else(|| kind_about(own, language)),
    };
    // Nothing where it has no message: what the derived command brings along is English, and about something else.
    command = command.about(about.map_or(Resettable::Reset, |about| Resettable::Value(StyledStr::from(about))));
    let template = format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        styled(&command, &language.text(say::HEADING_USAGE))
    );
    command = command
        .help_template(StyledStr::from(template))
        .subcommand_help_heading(language.text(say::HEADING_COMMANDS))
        .subcommand_value_name(language.text(say::PLACEHOLDER_COMMAND));
    let kind = match own.as_slice() {
        ["report", _] | ["diff"] => Some(Kind::Intervention),
        own => own.last().and_then(|name| Kind::from_name(name)),
    };
    let is_add = own.first() == Some(&"add");
    command = command.mut_args(|arg| localized_arg(arg, &own, kind, is_add, language));
    let names: Vec<String> = command.get_subcommands().map(|inner| inner.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(name, |inner| in_language(inner, &own, language));
    }
    let others = language.text(say::NAMES_OF_OTHERS);
    let more = if own.is_empty() { format!("{}\n{others}", language.text(say::MORE_HELP)) } else { others };
    command.after_help(more)
}

/// The command, with each usage told in the language: what is told of it depends on all that is around it.
pub fn with_usage(command: Command, language: &Language) -> Command {
    let mut built = command.clone();
    built.build();
    in_usage(command, &mut built, language)
}

fn in_usage(mut command: Command, built: &mut Command, language: &Language) -> Command {
    let usage = built.render_usage().ansi().to_string();
    let own = usage.split_once("Usage:").and_then(|(_, rest)| rest.split_once(' ')).map(|(_, usage)| usage);
    if let Some(own) = own {
        let own = own.replace("[OPTIONS]", &language.text(say::PLACEHOLDER_OPTIONS));
        command = command.override_usage(StyledStr::from(own));
    }
    let names: Vec<String> = command.get_subcommands().map(|inner| inner.get_name().to_owned()).collect();
    for name in names {
        if let Some(built) = built.find_subcommand_mut(&name) {
            command = command.mut_subcommand(&name, |inner| in_usage(inner, built, language));
        }
    }
    command
}

/// The heading in the style that clap gives its own.
fn styled(command: &Command, heading: &str) -> String {
    let style = command.get_styles().get_usage();
    format!("{style}{heading}{style:#}")
}

/// What a command for a kind does, where the kind is all that it says.
fn kind_about(path: &[&str], language: &Language) -> Option<String> {
    let kind = Kind::from_name(path.last()?)?;
    match *path.first()? {
        "add" => Some(language.kind_new(kind)),
        _ => {
            let plural = language.kind_plural(kind);
            let mut letters = plural.chars();
            letters.next().map(|first| first.to_uppercase().chain(letters).collect())
        }
    }
}

fn localized_arg(arg: Arg, path: &[&str], kind: Option<Kind>, is_add: bool, language: &Language) -> Arg {
    let id = arg.get_id().as_str().replace('_', "-");
    // A kind that is pivoted has the same flags as the others.
    let path = if let ["report", "pivot", ..] = path { &path[..2] } else { path };
    let own = match path {
        [] => None,
        ["add", _] if id == "id" => Some("add-id".to_owned()),
        path => Some(format!("{}-{id}", path.join("-"))),
    };
    let text = own
        .and_then(|key| language.help(&key))
        .or_else(|| field_help(&id, kind, is_add, language))
        .or_else(|| language.help(&format!("any-{id}")));
    let mut help = text.unwrap_or_default();
    let takes_values = arg.get_action().takes_values();
    let values = if takes_values { named_values(&arg, path, language) } else { Vec::new() };
    if !values.is_empty() {
        let words: Vec<String> = values
            .iter()
            .map(|(name, own)| if name == own { own.clone() } else { format!("{name} ({own})") })
            .collect();
        help = format!("{help}: {}", words.join(", "));
    }
    if let Some(variable) = arg.get_env() {
        help = format!("{help} [{}]", variable.to_string_lossy());
    }
    let heading =
        if arg.is_positional() { language.text(say::HEADING_ARGUMENTS) } else { language.text(say::HEADING_OPTIONS) };
    let names = arg.get_value_names().unwrap_or_default().iter();
    let names: Vec<String> = names.map(|name| language.placeholder(name).unwrap_or_else(|| name.to_string())).collect();
    let mut arg = arg.help(help).help_heading(heading);
    if takes_values {
        arg = arg.value_names(names);
    }
    if values.iter().any(|(name, own)| name != own) && arg.get::<ArgValueCompleter>().is_none() {
        arg = arg.add(words(values));
    }
    // What goes for every command comes after what is the command's own.
    if arg.is_global_set() || is_past(&arg) || matches!(id.as_str(), "help" | "version") {
        arg = arg.display_order(1000);
    }
    // What these would say in English is said above.
    if takes_values { arg.hide_possible_values(true).hide_env(true).hide_default_value(true) } else { arg }
}

/// The values that are known of an argument: what each is called, and how it is written in every language.
fn named_values(arg: &Arg, path: &[&str], language: &Language) -> Vec<(String, String)> {
    let values = arg.get_possible_values().into_iter().filter(|value| !value.is_hide_set());
    let is_of_numbers = path == ["report", "trend"] && arg.get_id() == "of";
    let named = values.map(|value| {
        let own = value.get_name().to_owned();
        let number = || Number::from_name(&own).filter(|_| is_of_numbers).map(|number| number_in(number, language));
        let called = language.value(&own).or_else(number).or_else(|| kind_called(&own, language));
        (called.unwrap_or_else(|| own.clone()), own)
    });
    named.collect()
}

/// What a kind is called that goes by a name.
fn kind_called(name: &str, language: &Language) -> Option<String> {
    Kind::from_name(name).map(|kind| language.kind(kind))
}

/// The help of a flag that is a field's: its label, and what its value looks like.
fn field_help(id: &str, kind: Option<Kind>, is_add: bool, language: &Language) -> Option<String> {
    let shape = shape_of(kind?);
    let field = if is_add {
        find_field(shape, id)?
    } else {
        filter_fields(kind?).into_iter().find(|wanted| wanted.flag == id)?.field
    };
    let label = language.field(shape.name, field.name);
    let what = match field.shape.single() {
        Shape::Choice(choices) => named_codes(choices, language),
        Shape::Text => {
            return Some(if field.required && is_add { format!("{label} *") } else { label });
        }
        single => as_written(single, language),
    };
    let star = if field.required && is_add { " *" } else { "" };
    Some(format!("{label}{star}: {what}"))
}

#[cfg(test)]
mod tests {
    use super::named_values;
    use crate::cli::args::Cli;
    use crate::language::{Language, Tongue};
    use crate::message::{File, Key};
    use clap::{Command, CommandFactory};
    use std::collections::BTreeSet;

    /// The commands and arguments that have no help.
    fn silent(command: &Command, path: &str, found: &mut Vec<String>) {
        if command.get_about().is_none() {
            found.push(path.to_owned());
        }
        for arg in command.get_arguments() {
            let says = arg.get_help().map(ToString::to_string).unwrap_or_default();
            if says.trim().is_empty() || says.starts_with(':') || says.starts_with('[') {
                found.push(format!("{path} --{}", arg.get_id()));
            }
        }
        for inner in command.get_subcommands() {
            silent(inner, &format!("{path} {}", inner.get_name()), found);
        }
    }

    #[test]
    fn everything_has_help_in_both_languages() {
        for tongue in Tongue::ALL.iter().copied() {
            let mut found = Vec::new();
            silent(&crate::cli::command(tongue), "register", &mut found);
            assert!(found.is_empty(), "locales/{}/help.ftl has no help of {found:#?}", tongue.code());
        }
    }

    /// What stands for values, and the values that are known, of all arguments of a command.
    fn words_of(command: &Command, language: &Language, found: &mut BTreeSet<String>, lacking: &mut BTreeSet<String>) {
        for arg in command.get_arguments().filter(|arg| arg.get_action().takes_values()) {
            let names = arg.get_value_names().unwrap_or_default();
            for name in names {
                match language.placeholder(name) {
                    Some(_) => found.insert(language.placeholder(name).unwrap_or_default()),
                    None => lacking.insert(name.to_string()),
                };
            }
            if names.is_empty() {
                lacking.insert(format!("{} {}", command.get_name(), arg.get_id()));
            }
            found.extend(named_values(arg, &[], language).into_iter().map(|(name, _)| name));
        }
        command.get_subcommands().for_each(|inner| words_of(inner, language, found, lacking));
    }

    #[test]
    fn every_placeholder_has_its_word_in_each_language() {
        for tongue in Tongue::ALL.iter().copied() {
            let language = Language::new(tongue);
            let (mut found, mut lacking) = (BTreeSet::new(), BTreeSet::new());
            words_of(&Cli::command(), &language, &mut found, &mut lacking);
            assert!(lacking.is_empty(), "these go into help.ftl of each language of locales/: {lacking:?}");
            let word = |key: &Key| language.text(*key);
            let is_word = |key: &&Key| !key.name().starts_with("help-") && !found.contains(&word(key));
            let unused: Vec<&str> = File::Help.keys().iter().filter(is_word).map(|key| key.name()).collect();
            assert!(unused.is_empty(), "no argument has these: {unused:?}");
        }
    }

    #[test]
    fn the_arguments_are_sound() {
        crate::cli::command(Tongue::FALLBACK).debug_assert();
    }
}
