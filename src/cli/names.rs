//! What commands and flags are called beside their own names: in each language, as its screens have them. All of them
//! are understood whichever language the user works in; help shows those of the language.

use super::fields::{flag, other_names};
use super::global::as_flag;
use crate::catalog::{called, shape_of};
use crate::language::{Language, Tongue};
use crate::message::{File, Key};
use crate::model::{Field, Kind, slug};
use crate::query::{Derived, Heading, Number, filter_fields};
use crate::words::names_by_key;
use clap::{Arg, Command};
use std::collections::BTreeSet;

/// What a flag is the flag of.
#[derive(Debug, Clone, Copy)]
enum FlagOf {
    /// A field of a kind, to be written.
    Field(Kind, &'static Field),
    /// A field that records of a kind are chosen by.
    Chosen(Kind, &'static Field),
    /// A command.
    Command,
}

/// The command, with every name of its parts understood.
pub fn understood(command: Command) -> Command {
    named(command, &[], None)
}

/// The command, with its parts called as the language calls them; whatever else they are called is understood.
pub fn in_words_of(command: Command, language: &Language) -> Command {
    named(command, &[], Some(language))
}

fn named(mut command: Command, path: &[&str], language: Option<&Language>) -> Command {
    let name = command.get_name().to_owned();
    let path: Vec<&str> =
        if path.is_empty() && name == "register" { Vec::new() } else { [path, &[name.as_str()]].concat() };
    let mut taken: BTreeSet<String> =
        command.get_arguments().filter_map(|arg| arg.get_long().map(str::to_owned)).collect();
    command = command.mut_args(|arg| named_arg(arg, &path, &mut taken, language));
    let inner: Vec<String> = command.get_subcommands().map(|inner| inner.get_name().to_owned()).collect();
    for name in inner {
        command = command.mut_subcommand(&name, |inner| {
            let inner = named(inner, &path, language);
            // A command of the program's own may have the name of a kind, and is none.
            match Kind::from_name(&name).filter(|_| !path.is_empty()) {
                Some(kind) => named_kind(inner, kind, language),
                None => {
                    let path_key = [path.as_slice(), &[name.as_str()]].concat().join("-");
                    let others = names_by_key(&format!("command-{path_key}"))
                        .iter()
                        .flat_map(|other| [as_flag(other), slug(other)]);
                    let others = others.chain([name.clone()]);
                    let shown = language.filter(|language| !has_names_of_files(language));
                    let shown = shown.and_then(|language| language.command(&path_key));
                    let own = shown.map_or_else(|| name.clone(), |shown| as_flag(&shown));
                    let others = others.filter(|other| *other != own).collect::<BTreeSet<_>>();
                    inner.name(own).aliases(others)
                }
            }
        });
    }
    command
}

/// A command for a kind, called as the kind is, with the kind's other names.
fn named_kind(command: Command, kind: Kind, language: Option<&Language>) -> Command {
    let own = language.map_or_else(|| kind.name().to_owned(), |language| kind_in(kind, language));
    let others: BTreeSet<&str> =
        other_names(kind).into_iter().chain([kind.name()]).filter(|other| *other != own).collect();
    command.name(own).aliases(others)
}

/// Whether the language is the one that kinds and fields have their names of in files: there is one name then, not two.
fn has_names_of_files(language: &Language) -> bool {
    language.tongue() == Tongue::OF_NAMES
}

/// A flag with its other names, apart from those that another flag of the command has.
fn named_arg(mut arg: Arg, path: &[&str], taken: &mut BTreeSet<String>, language: Option<&Language>) -> Arg {
    let Some(own) = arg.get_long().map(str::to_owned) else { return arg };
    let of = flag_of(path, &own);
    let shown = language
        .and_then(|language| shown_name(of, path, &own, language))
        .filter(|name| *name == own || taken.insert(name.clone()));
    let mut others: Vec<String> = shown.iter().filter(|name| **name != own).map(|_| own.clone()).collect();
    for name in other_flags(of, path, &own) {
        if shown.as_ref() != Some(&name) && taken.insert(name.clone()) {
            others.push(name);
        }
    }
    if let Some(shown) = shown {
        arg = arg.long(shown);
    }
    arg.aliases(others)
}

/// What a flag of a command is the flag of.
fn flag_of(path: &[&str], own: &str) -> FlagOf {
    let kind = match path {
        ["report", "pivot", kind] => Kind::from_name(kind),
        ["report", _] | ["diff"] => Some(Kind::Intervention),
        path => path.last().and_then(|name| Kind::from_name(name)),
    };
    let Some(kind) = kind else { return FlagOf::Command };
    if path.first() == Some(&"add") {
        let field = shape_of(kind).fields.iter().find(|field| flag(field) == own);
        return field.map_or(FlagOf::Command, |field| FlagOf::Field(kind, field));
    }
    let field = filter_fields(kind).into_iter().find(|wanted| wanted.flag == own);
    field.map_or(FlagOf::Command, |wanted| FlagOf::Chosen(kind, wanted.field))
}

/// Every other name of a flag, in every language, as people may write it.
fn other_flags(of: FlagOf, path: &[&str], own: &str) -> Vec<String> {
    let names: Vec<&str> = match of {
        FlagOf::Field(kind, field) | FlagOf::Chosen(kind, field) => called(shape_of(kind), field).collect(),
        FlagOf::Command => key_of(path, own).map(|key| names_by_key(key.name()).to_vec()).unwrap_or_default(),
    };
    let mut others = Vec::new();
    for name in names.into_iter().flat_map(|name| [as_flag(name), slug(name)]) {
        if !name.is_empty() && name != own && !others.contains(&name) {
            others.push(name);
        }
    }
    others
}

/// What says the name of a flag that is no field's: of the command, where the same flag means something else there, or of any.
fn key_of(path: &[&str], own: &str) -> Option<Key> {
    let of_command = || Key::find(File::Flags, &format!("flag-{}-{own}", path.join("-")));
    of_command().or_else(|| Key::find(File::Flags, &format!("flag-{own}")))
}

/// What a flag is called in a language.
fn shown_name(of: FlagOf, path: &[&str], own: &str, language: &Language) -> Option<String> {
    let name = match of {
        FlagOf::Field(..) | FlagOf::Chosen(..) if has_names_of_files(language) => return None,
        FlagOf::Field(kind, field) => language.field(kind.name(), field.name),
        FlagOf::Chosen(kind, field) if field.shape.is_list() => language.one_of(kind.name(), field.name),
        FlagOf::Chosen(kind, field) => language.field(kind.name(), field.name),
        FlagOf::Command => language.text(key_of(path, own)?),
    };
    Some(as_flag(&name))
}

/// The flag of a field, as the language calls it.
pub fn flag_in(kind: Kind, field: &'static Field, language: &Language) -> String {
    shown_name(FlagOf::Field(kind, field), &[], &flag(field), language).unwrap_or_else(|| flag(field))
}

/// What a kind goes by in commands, as the language calls it.
pub fn kind_in(kind: Kind, language: &Language) -> String {
    if has_names_of_files(language) { kind.name().to_owned() } else { as_flag(&language.kind(kind)) }
}

/// A number that can be asked for, as the language calls it.
pub fn number_in(number: Number, language: &Language) -> String {
    if has_names_of_files(language) {
        return number.name().to_owned();
    }
    as_flag(&match number.heading() {
        Heading::Field(table, field) => language.field(table, field),
        Heading::Message(key) => language.text(key),
        Heading::Choice(list, code) => language.choice(list, code),
    })
}

/// What records of a kind can be told by or listed with, by its name in files: as the language calls it.
pub fn column_in(kind: Kind, name: &str, language: &Language) -> String {
    if has_names_of_files(language) {
        return name.to_owned();
    }
    if let Some(number) = Number::of(kind).find(|number| number.name() == name) {
        return number_in(number, language);
    }
    if let Some(derived) = Derived::of(kind).find(|derived| derived.name() == name) {
        return as_flag(&language.text(derived.label()));
    }
    let mut table = Some(shape_of(kind));
    let parts = name.split('.').map(|part| {
        let found = table.and_then(|shape| Some((shape, shape.field(part)?)));
        table = found.and_then(|(_, field)| field.shape.inner());
        found.map_or_else(|| part.to_owned(), |(shape, field)| as_flag(&language.field(shape.name, field.name)))
    });
    parts.collect::<Vec<_>>().join(".")
}

/// Several of them, each once, in the order of the language.
pub fn columns_in(kind: Kind, names: &[String], language: &Language) -> Vec<String> {
    let mut shown: Vec<String> = names.iter().map(|name| column_in(kind, name, language)).collect();
    shown.sort_by(|left, right| language.compare(left, right));
    shown.dedup();
    shown
}

/// A flag that is no field's, as the language calls it.
pub fn flag_named(own: &str, language: &Language) -> String {
    language.flag(own).map_or_else(|| own.to_owned(), |name| as_flag(&name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::Cli;
    use clap::CommandFactory;

    fn each(command: &Command, path: &[&str], found: &mut dyn FnMut(&[&str], &Arg)) {
        let own: Vec<&str> =
            if command.get_name() == "register" { Vec::new() } else { [path, &[command.get_name()]].concat() };
        command.get_arguments().for_each(|arg| found(&own, arg));
        command.get_subcommands().for_each(|inner| each(inner, &own, found));
    }

    /// The commands that are none for a kind, by their messages.
    fn commands(command: &Command, path: &[&str], found: &mut BTreeSet<String>) {
        for inner in command.get_subcommands() {
            let path = [path, &[inner.get_name()]].concat();
            if path.len() == 1 || Kind::from_name(inner.get_name()).is_none() {
                found.insert(format!("command-{}", path.join("-")));
                commands(inner, &path, found);
            }
        }
    }

    #[test]
    fn every_command_and_flag_has_its_name_in_each_language() {
        let mut known: BTreeSet<String> = BTreeSet::new();
        commands(&Cli::command(), &[], &mut known);
        let is_lacking = |key: &&String| Key::find(File::Flags, key).is_none();
        let mut lacking: BTreeSet<String> = known.iter().filter(is_lacking).cloned().collect();
        each(&Cli::command(), &[], &mut |path, arg| {
            let Some(own) = arg.get_long() else { return };
            if matches!(flag_of(path, own), FlagOf::Command) {
                match key_of(path, own) {
                    Some(key) => drop(known.insert(key.name().to_owned())),
                    None => drop(lacking.insert(format!("flag-{own}"))),
                }
            }
        });
        assert!(lacking.is_empty(), "these go into flags.ftl of each language of locales/: {lacking:?}");
        let unused: Vec<&str> =
            File::Flags.keys().iter().map(|key| key.name()).filter(|key| !known.contains(*key)).collect();
        // Those that every command has are added where its help is made.
        assert_eq!(unused, ["flag-help", "flag-version"], "no flag is called so");
    }

    #[test]
    fn no_two_flags_of_a_command_have_one_name() {
        understood(Cli::command()).debug_assert();
        for tongue in Tongue::ALL.iter().copied() {
            let language = Language::new(tongue);
            let mut wrong = Vec::new();
            each(&Cli::command(), &[], &mut |path, arg| {
                let Some(own) = arg.get_long() else { return };
                let name = shown_name(flag_of(path, own), path, own, &language).unwrap_or_else(|| own.to_owned());
                wrong.push((path.join(" "), name));
            });
            let mut seen = BTreeSet::new();
            let twice: Vec<_> = wrong.iter().filter(|named| !seen.insert(*named)).collect();
            assert!(twice.is_empty(), "{twice:?}");
            crate::cli::command(tongue).debug_assert();
        }
    }
}
