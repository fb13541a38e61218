//! Each language is spoken alone: no word of the other stands in what a person is shown, and every command line that
//! somebody is told to write is one that the program understands, by the names that the language has for its parts.

use crate::support::{Said, Sandbox, copy, words};
use crate::{shown, terminal};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;
use regex::Regex;
use register::check::RULES;
use register::format::{Texts, TomlDocument};
use register::language::{Language, Tongue};
use register::model::{KeyPath, Kind, Spot, Value, each_value};
use register::store::Store;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// How many letters a word has at least that says which language it is of.
const LEAST: usize = 4;

/// A part of a message: words, a text that stands as it is, or what an argument is put in place of.
#[derive(Debug, Clone)]
enum Part {
    Words(String),
    Literal(String),
    Argument(String),
}

/// Every form of every message of a language, by file and key.
fn messages(tongue: Tongue) -> Vec<(String, String, Vec<Part>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(tongue.code());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let Some(file) = path.file_name().and_then(|name| name.to_str()?.strip_suffix(".ftl")) else { continue };
        for entry in parse(fs::read_to_string(&path).unwrap()).unwrap().body {
            let Entry::Message(message) = entry else { continue };
            for form in forms(&message.value.unwrap()) {
                found.push((file.to_owned(), message.id.name.clone(), form));
            }
        }
    }
    assert!(found.len() > 1000);
    found
}

/// What a pattern may come to: as it is with the first, the second … of each choice in it.
fn forms(pattern: &Pattern<String>) -> Vec<Vec<Part>> {
    let widest = pattern.elements.iter().map(|element| match element {
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => variants.len(),
        _ => 1,
    });
    let form = |nth: usize| {
        let mut parts = Vec::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => parts.push(Part::Words(value.clone())),
                PatternElement::Placeable { expression: Expression::Inline(inline) } => parts.push(match inline {
                    InlineExpression::StringLiteral { value } => Part::Literal(value.clone()),
                    InlineExpression::VariableReference { id } => Part::Argument(id.name.clone()),
                    other => panic!("{other:?}"),
                }),
                PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                    let variant = variants.get(nth).unwrap_or(&variants[0]);
                    parts.extend(forms(&variant.value).into_iter().next().unwrap());
                }
            }
        }
        parts
    };
    (0..widest.max().unwrap_or(1)).map(form).collect()
}

/// The command lines that a message tells, with something in the place of each argument.
fn told(file: &str, parts: &[Part], kind: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut is_open = file == "told";
    if is_open {
        lines.push(String::new());
    }
    for part in parts {
        let value = match part {
            Part::Literal(text) if text.starts_with("register ") => {
                lines.push(text.clone());
                is_open = true;
                continue;
            }
            Part::Words(text) if file == "told" || text == " " => text.clone(),
            Part::Words(_) => {
                is_open = false;
                continue;
            }
            Part::Literal(text) => text.clone(),
            Part::Argument(name) => match name.as_str() {
                "kind" | "what" => kind.to_owned(),
                "code" => "personal-data".to_owned(),
                _ => "zq".to_owned(),
            },
        };
        if let Some(line) = lines.last_mut().filter(|_| is_open) {
            line.push_str(&value);
        }
    }
    lines.into_iter().map(|line| line.trim().to_owned()).collect()
}

/// A kind, as a program calls it.
fn kind_in(program: &clap::Command) -> String {
    program.find_subcommand("list").unwrap().get_subcommands().next().unwrap().get_name().to_owned()
}

/// Why a command line that is told is wrong; nothing where it is right.
fn fault(line: &str, program: &clap::Command) -> Option<String> {
    let mut all = words(line);
    let given = all.clone();
    let (mut command, mut is_bare) = (program.clone(), true);
    command.build();
    for word in all.drain(..).skip(1) {
        if let Some(name) = word.strip_prefix("--") {
            is_bare = false;
            let name = name.split('=').next().unwrap();
            if !command.get_arguments().any(|arg| arg.get_long() == Some(name)) {
                return Some(format!("--{name} is not what it is called there"));
            }
        } else if let Some(inner) = command.find_subcommand(&word) {
            if inner.get_name() != word {
                return Some(format!("{word} is called {}", inner.get_name()));
            }
            command = inner.clone();
        } else {
            is_bare = false;
        }
    }
    // What is only named, and nothing of it is told, need not be whole.
    match program.clone().try_get_matches_from(&given) {
        Ok(_) => None,
        Err(error) if is_bare && error.kind() == clap::error::ErrorKind::MissingRequiredArgument => None,
        Err(error) if error.kind() == clap::error::ErrorKind::DisplayHelp => None,
        Err(error) => Some(error.to_string().lines().next().unwrap_or_default().to_owned()),
    }
}

#[test]
fn every_command_that_is_told_is_understood_and_called_as_the_language_calls_it() {
    let mut wrong = Vec::new();
    let mut count = 0;
    let bare = Regex::new(r"(^|[^\w-])--[a-zåäö]|\bregister [a-zåäö-]+").unwrap();
    for tongue in Tongue::ALL.iter().copied() {
        let language = Language::new(tongue);
        let program = register::cli::command(tongue);
        let mut flags = BTreeSet::new();
        each_flag(&program, &mut flags);
        let names: BTreeSet<String> =
            Tongue::ALL.iter().flat_map(|tongue| names(&register::cli::command(*tongue))).collect();
        let (kind, placeholder) = (kind_in(&program), language.placeholder("KIND").unwrap());
        for (file, key, parts) in messages(tongue) {
            let place = format!("locales/{}/{file}.ftl: {key}", tongue.code());
            for line in told(&file, &parts, &kind) {
                count += 1;
                let line = line.replace(&placeholder, &kind);
                wrong.extend(fault(&line, &program).map(|why| format!("{place}: {line}: {why}")));
            }
            for part in &parts {
                match part {
                    Part::Literal(text) if text.starts_with("--") => {
                        let name = text.split([' ', '=']).next().unwrap();
                        wrong.extend((!flags.contains(name)).then(|| format!("{place}: no flag is called {name}")));
                    }
                    Part::Words(text) if file != "told" => {
                        let is_told = |found: &regex::Match<'_>| {
                            found.as_str().contains("--")
                                || found.as_str().split(' ').nth(1).is_some_and(|name| names.contains(name))
                        };
                        let found = bare.find_iter(text).filter(is_told);
                        wrong.extend(found.map(|found| format!("{place}: {:?} goes into a literal", found.as_str())));
                    }
                    _ => {}
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(count > 200, "{count}");
}

/// The flags of a command and of all that is in it.
fn each_flag(command: &clap::Command, found: &mut BTreeSet<String>) {
    found.extend(command.get_arguments().filter_map(|arg| arg.get_long().map(|name| format!("--{name}"))));
    command.get_subcommands().for_each(|inner| each_flag(inner, found));
}

/// Every name of the commands of a program.
fn names(program: &clap::Command) -> Vec<String> {
    let own = |command: &clap::Command| {
        let others: Vec<String> = command.get_all_aliases().map(str::to_owned).collect();
        others.into_iter().chain([command.get_name().to_owned()]).collect::<Vec<_>>()
    };
    program.get_subcommands().flat_map(own).collect()
}

/// What the code says itself is the same in every language.
#[test]
fn no_command_is_told_in_code() {
    let names: BTreeSet<String> =
        Tongue::ALL.iter().flat_map(|tongue| names(&register::cli::command(*tongue))).collect();
    let told = Regex::new(r#""\s*register ([a-zåäö-]+)"#).unwrap();
    let mut found = Vec::new();
    // A constant of a file's own is no command.
    let is_code = |line: &&str| !line.trim_start().starts_with("//") && !line.contains("FIRST_LINE");
    for entry in walkdir::WalkDir::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let entry = entry.unwrap();
        if entry.path().extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let text = fs::read_to_string(entry.path()).unwrap();
        let own = text.split("#[cfg(test)]").next().unwrap();
        for line in own.lines().filter(is_code) {
            let is_named = told.captures(line).is_some_and(|name| names.contains(&name[1]));
            found.extend(is_named.then(|| format!("{}: {}", entry.path().display(), line.trim())));
        }
    }
    assert!(found.is_empty(), "these go into told.ftl of each language of locales/: {found:#?}");
}

#[test]
fn a_command_that_is_told_wrongly_is_found() {
    let program = register::cli::command(Tongue::Sv);
    for wrong in [
        "register list insats",
        "register lista intervention",
        "register lista insats --late",
        "register lista insats --nix",
        "register rapport nix",
        "register visa",
    ] {
        let is_named_alone = wrong == "register visa";
        assert_eq!(fault(wrong, &program).is_none(), is_named_alone, "{wrong}");
    }
    assert_eq!(fault("register lista insats --försenade", &program), None);
}

/// The words that only the messages of one language have, and which the other of them are foreign to.
struct Vocabulary {
    foreign: BTreeMap<Tongue, BTreeSet<String>>,
}

impl Vocabulary {
    fn new() -> Self {
        let of = |tongue: Tongue| -> BTreeSet<String> {
            let texts = messages(tongue).into_iter().flat_map(|(_, _, parts)| parts);
            let texts = texts.filter_map(|part| match part {
                Part::Words(text) | Part::Literal(text) => Some(text),
                Part::Argument(_) => None,
            });
            texts.flat_map(|text| spoken(&without_names(&text))).collect()
        };
        let all: BTreeMap<Tongue, BTreeSet<String>> = Tongue::ALL.iter().map(|tongue| (*tongue, of(*tongue))).collect();
        let foreign = |tongue: Tongue| {
            let others = all.iter().filter(|(other, _)| **other != tongue).flat_map(|(_, words)| words);
            others.filter(|word| !all[&tongue].contains(*word)).cloned().collect()
        };
        Self { foreign: Tongue::ALL.iter().map(|tongue| (*tongue, foreign(*tongue))).collect() }
    }

    /// The words of a text that are another language's.
    fn foreign(&self, text: &str, tongue: Tongue, own: &BTreeSet<String>) -> Vec<String> {
        let is_foreign = |word: &String| self.foreign[&tongue].contains(word) && !own.contains(word);
        let mut found: Vec<String> = spoken(&without_names(text)).into_iter().filter(is_foreign).collect();
        found.retain(|word| !STANDS.iter().any(|(known, _)| known == word));
        found.sort();
        found.dedup();
        found
    }
}

/// Words that stand in any language, and why.
const STANDS: &[(&str, &str)] = &[];

/// The words of a text that are long enough to tell a language by.
fn spoken(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphabetic());
    words.filter(|word| word.chars().count() >= LEAST).map(str::to_lowercase).collect()
}

/// A text without what goes by the same name in every language: codes in brackets, files, fields and their values.
fn without_names(text: &str) -> Cow<'_, str> {
    static NAMES: LazyLock<Regex> = LazyLock::new(|| {
        let names = r#"(?x)
            \[{1,2} [a-z_-]+ \]{1,2}              # the code of a finding, a heading of a file
            | \( [a-z-]+ \)                        # the code behind its word
            | ^ [^\w"]* [\w.-]+ \s = \s .*         # a line of a file
            | ^ [+-]? \s* \{\s .*                  # a line of a list in one
            | \S* [^\s.]\.[^\s.] \S*              # a file, a field in a table
            | \S* [_/\#=] \S*                      # an element, a field with its value
        "#;
        Regex::new(names).unwrap()
    });
    NAMES.replace_all(text, " ")
}

/// The register that has every field, with texts that are of no language.
fn neutral_register() -> (Sandbox, BTreeSet<String>) {
    let sandbox = Sandbox::empty();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/errors/silent"), &sandbox.path("register"));
    let store = Store::find(sandbox.root(), Some(Path::new("register"))).unwrap();
    let register = store.load(None, Texts::All).unwrap().register;
    let mut texts: BTreeMap<String, Vec<KeyPath>> = BTreeMap::new();
    let mut ids = BTreeSet::new();
    for kind in Kind::ALL {
        for (id, file, fields) in register.records(kind) {
            ids.insert(id.to_owned());
            each_value(fields, &mut |path, value| {
                if let Value::Text(_) = value {
                    texts.entry(file.to_owned()).or_default().push(path.to_vec());
                }
            });
        }
    }
    for (file, paths) in texts {
        let path = sandbox.path(&format!("register/{file}"));
        let mut text = fs::read_to_string(&path).unwrap();
        let document = TomlDocument::parse(&text).unwrap();
        let places = paths.iter().filter_map(|path| document.locate(&Spot::Value(path.clone())));
        for place in places.collect::<Vec<_>>() {
            let own = neutral(&text[place.clone()]);
            text.replace_range(place, &own);
        }
        fs::write(&path, text).unwrap();
    }
    (sandbox, ids)
}

/// A text of as many bytes that no language has the words of.
fn neutral(text: &str) -> String {
    let letter = |letter: char| if letter.is_alphabetic() { "q".repeat(letter.len_utf8()) } else { letter.to_string() };
    text.chars().map(letter).collect()
}

/// Every word of what a register's files hold as values, and of what they are called.
fn words_of_files(folder: &Path) -> BTreeSet<String> {
    let value = Regex::new(r#"(?s)""".*?"""|"[^"\n]*"|'[^'\n]*'|\#.*"#).unwrap();
    let mut found = BTreeSet::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.path().is_file()) {
        let text = String::from_utf8_lossy(&fs::read(entry.path()).unwrap()).into_owned();
        value.find_iter(&text).for_each(|own| found.extend(spoken(own.as_str())));
        found.extend(spoken(&entry.file_name().to_string_lossy()));
    }
    found
}

/// The names that fields and the codes of lists have in files: what a finding is about is told by them too.
fn names_in_files() -> BTreeSet<String> {
    let own = messages(Tongue::OF_NAMES).into_iter();
    let own = own.filter(|(_, key, _)| key.starts_with("field-") || key.starts_with("choice-"));
    own.flat_map(|(_, key, _)| spoken(&key)).collect()
}

/// What is shown to a person in a language, of one line: the text, and where it is not the language's alone, what of it.
struct Heard<'v> {
    vocabulary: &'v Vocabulary,
    own: BTreeSet<String>,
    wrong: Vec<String>,
    count: usize,
}

impl<'v> Heard<'v> {
    fn new(vocabulary: &'v Vocabulary, own: BTreeSet<String>) -> Self {
        Self { vocabulary, own, wrong: Vec::new(), count: 0 }
    }

    fn run(&mut self, sandbox: &Sandbox, line: &[String], tongue: Tongue) {
        let said: Said = sandbox.run_words(line, &[("REGISTER_LANG", tongue.code()), ("COLUMNS", "200")]);
        self.hear(&line.join(" "), &format!("{}{}", said.out, said.err), tongue);
    }

    fn hear(&mut self, line: &str, text: &str, tongue: Tongue) {
        self.count += 1;
        // What was written on the line comes back in what is said of it.
        let own: BTreeSet<String> = self.own.iter().cloned().chain(spoken(line)).collect();
        // Lines of a file beside a finding are not the program's.
        for shown in text.lines().filter(|line| !line.contains(" │ ")) {
            let found = self.vocabulary.foreign(shown, tongue, &own);
            if !found.is_empty() {
                self.wrong.push(format!("{} {line}: {}: {shown}", tongue.code(), found.join(", ")));
            }
        }
    }
}

/// The lines that are tried of every command, as the tests that look for what is never shown have them.
fn lines() -> Vec<String> {
    let mut lines = Vec::new();
    for (command, _) in shown::commands() {
        lines.extend(shown::lines(&command).into_iter().flatten());
    }
    for (command, tried) in terminal::LINES {
        lines.extend(tried.iter().map(|tried| format!("{command} {}", tried.replace("{}", "zqx"))));
    }
    // What is made for programs, and what is another's, is told in its own words.
    let is_spoken = |line: &String| {
        !["schema", "sql", "export", "completions", "git merge-driver"].iter().any(|other| line.starts_with(other))
            && !line.contains("--lang")
            && !line.contains("mermaid")
    };
    lines.into_iter().filter(is_spoken).collect()
}

#[test]
fn no_command_speaks_another_language() {
    let vocabulary = Vocabulary::new();
    let (sandbox, ids) = neutral_register();
    let own = ids.iter().flat_map(|id| spoken(id)).chain(words_of_files(&sandbox.path("register"))).collect();
    let mut heard = Heard::new(&vocabulary, own);
    for tongue in Tongue::ALL.iter().copied() {
        for line in lines() {
            heard.run(&sandbox, &words(&line), tongue);
        }
    }
    assert!(heard.count > 300, "{}", heard.count);
    assert!(heard.wrong.is_empty(), "{}", heard.wrong.join("\n"));
}

#[test]
fn no_help_speaks_another_language() {
    let vocabulary = Vocabulary::new();
    let mut heard = Heard::new(&vocabulary, BTreeSet::new());
    for tongue in Tongue::ALL.iter().copied() {
        each_help(&mut register::cli::command(tongue), "register", tongue, &mut heard);
    }
    assert!(heard.count > 100, "{}", heard.count);
    assert!(heard.wrong.is_empty(), "{}", heard.wrong.join("\n"));
}

fn each_help(command: &mut clap::Command, path: &str, tongue: Tongue, heard: &mut Heard<'_>) {
    let help = command.render_long_help().to_string();
    // The names of formats and of what is written in them are the same in every language.
    let is_of_formats = command.get_name() == "schema" || command.get_all_aliases().any(|name| name == "schema");
    if !is_of_formats {
        heard.hear("", &help, tongue);
    }
    for inner in command.get_subcommands_mut() {
        let path = format!("{path} {}", inner.get_name());
        each_help(inner, &path, tongue, heard);
    }
}

#[test]
fn no_finding_and_no_explanation_speaks_another_language() {
    let (vocabulary, names) = (Vocabulary::new(), names_in_files());
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/errors");
    let sandbox = Sandbox::empty();
    let mut wrong = Vec::new();
    for entry in fs::read_dir(&root).unwrap() {
        let folder = entry.unwrap().path();
        if !folder.join("register.toml").is_file() {
            continue;
        }
        let own = words_of_files(&folder).union(&names).cloned().collect();
        let mut heard = Heard::new(&vocabulary, own);
        for tongue in Tongue::ALL.iter().copied() {
            let line = ["--register", folder.to_str().unwrap(), "check"].map(str::to_owned);
            heard.run(&sandbox, &line, tongue);
        }
        wrong.extend(heard.wrong);
    }
    let mut heard = Heard::new(&vocabulary, BTreeSet::new());
    for rule in RULES {
        for tongue in Tongue::ALL.iter().copied() {
            heard.run(&sandbox, &["check", "--explain", rule.code()].map(str::to_owned), tongue);
        }
    }
    wrong.extend(heard.wrong);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_word_of_another_language_is_found() {
    let vocabulary = Vocabulary::new();
    let none = BTreeSet::new();
    assert_eq!(vocabulary.foreign("Lägg till en: register add situation", Tongue::Sv, &none), ["situation"]);
    assert_eq!(vocabulary.foreign("Nästa: register show ryd", Tongue::Sv, &none), ["show"]);
    assert_eq!(vocabulary.foreign("Three stadsdelar are missing", Tongue::En, &none), ["stadsdelar"]);
    assert!(vocabulary.foreign("2 insatser saknar uppföljning", Tongue::Sv, &none).is_empty());
}

/// The names in the first column of each table of a report whose heading is one of these.
fn named(text: &str, headings: &[&str]) -> Vec<Vec<String>> {
    let mut tables: Vec<Vec<String>> = Vec::new();
    let mut is_in = false;
    for line in text.lines() {
        let first = line.strip_prefix("| ").and_then(|line| line.split(" |").next()).map(str::trim);
        match first {
            // What deviates stands by how much it does.
            Some(first) if headings.contains(&first) && !line.contains("| Skäl |") => {
                is_in = true;
                tables.push(Vec::new());
            }
            Some(first) if is_in && !first.starts_with("---") => tables.last_mut().unwrap().push(first.to_owned()),
            Some(_) => {}
            None if line.starts_with("|") => {}
            None => is_in = false,
        }
    }
    tables
}

/// What is read by its name stands where a reader of the language looks for it.
#[test]
fn names_in_reports_stand_in_the_order_of_the_language() {
    let sandbox = Sandbox::linkoping();
    let language = Language::new(Tongue::Sv);
    for (line, headings, least) in [
        ("report inventory", &["Titel"][..], 1),
        ("report matrix", &["Titel"], 1),
        ("report follow-up", &["Titel"], 1),
        ("report board kommunstyrelsen", &["Titel"], 1),
        ("report coordination", &["Målgrupp", "Kategori"], 2),
        ("report pivot --rows responsible", &["Ansvarig"], 1),
        ("report pivot --rows category --columns status", &["Kategori"], 1),
    ] {
        let said = sandbox.run(&format!("{line} --format md")).fine().out;
        let tables = named(&said, headings);
        assert!(tables.len() >= least, "{line}: {said}");
        for mut names in tables {
            names.retain(|name| !matches!(name.as_str(), "Totalt" | "**Totalt**" | "saknas" | "Hela kommunen"));
            assert!(names.len() > 2, "{line}: {names:?}");
            let is_in_order = names.is_sorted_by(|left, right| language.compare(left, right).is_le());
            assert!(is_in_order, "{line}: {names:#?}");
        }
    }
}
