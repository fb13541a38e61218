//! What the program says to somebody who asks how, or did not know how.

use crate::support::Sandbox;
use clap::Command;
use register::language::{Language, Tongue};
use register::message::{File, Key};
use std::collections::BTreeSet;

#[test]
fn a_text_without_quotation_marks_is_understood_as_one() {
    let sandbox = Sandbox::small();
    for (line, meant) in [
        ("add insats --titel Läxhjälp i Ryd", "--titel \"Läxhjälp i Ryd\""),
        ("add insats --titel Läxhjälp i Ryd --status planned", "--titel \"Läxhjälp i Ryd\""),
        ("add insats --status planned --titel=Läxhjälp i Ryd", "--titel \"Läxhjälp i Ryd\""),
        ("--lang sv add intervention --title Läxhjälp i Ryd", "--title \"Läxhjälp i Ryd\""),
        ("follow-up nattvandring-i-ryd --note Bra uppslutning i maj", "--note \"Bra uppslutning i maj\""),
    ] {
        let said = sandbox.run(line).code(2);
        let said = said.says(&["citattecken", &format!("menade du ”{meant}”?")]);
        assert!(!said.err.contains("finns ingen"), "{line}: {said:#?}");
    }
    for line in ["add insats i", "list insats --försenade i", "add insats --titel Läxhjälp --nix i"] {
        let said = sandbox.run(line).code(2);
        assert!(!said.err.contains("citattecken"), "{line}: {said:#?}");
    }
}

/// The help of a command and of all in it.
fn helps(command: &mut Command, path: &str, found: &mut Vec<(String, String)>) {
    found.push((path.to_owned(), command.render_help().to_string()));
    for inner in command.get_subcommands_mut() {
        let path = format!("{path} {}", inner.get_name());
        helps(inner, &path, found);
    }
}

/// What stands for values in a language.
fn placeholders(tongue: Tongue) -> BTreeSet<String> {
    let language = Language::new(tongue);
    let keys = File::Help.keys().iter().filter(|key| key.name().starts_with("placeholder-"));
    let more = ["placeholder-command", "placeholder-options"].map(|name| Key::find(File::Say, name).unwrap());
    keys.chain(&more).map(|key| language.text(*key).trim_matches(['[', ']']).to_owned()).collect()
}

#[test]
fn help_is_in_the_words_of_its_language_and_not_in_those_of_files() {
    let of_files = regex::Regex::new(r#"[{}]| = "|\b[a-z]+_[a-z_]+\b"#).unwrap();
    let in_usage = regex::Regex::new(r"[<\[]([^<>\[\]\s=][^<>\[\]\s]*)[>\]]").unwrap();
    for tongue in Tongue::ALL.iter().copied() {
        let own = placeholders(tongue);
        let mut program = register::cli::command(tongue);
        program.build();
        let (mut found, mut wrong) = (Vec::new(), Vec::new());
        helps(&mut program, "register", &mut found);
        for (path, help) in &found {
            for word in of_files.find_iter(help) {
                wrong.push(format!("{path}: {:?} is how files are written", word.as_str()));
            }
            for word in in_usage.captures_iter(help).map(|found| found[1].to_owned()) {
                let is_variable = word.starts_with("REGISTER_");
                if !is_variable && !own.contains(&word) {
                    wrong.push(format!("{path}: {word} is no placeholder of the language"));
                }
            }
        }
        assert!(found.len() > 50 && wrong.is_empty(), "{}: {wrong:#?}", tongue.code());
    }
}

#[test]
fn help_fits_the_screen_and_tells_lists_by_their_names() {
    let sandbox = Sandbox::empty();
    for columns in [60, 80, 120] {
        for line in ["--help", "add insats --help", "help report pivot", "resolve --help", "set --help"] {
            let out = sandbox.run_with(line, &[("COLUMNS", &columns.to_string())]).fine().out;
            // A command line is copied, and stays on one.
            let is_long = |line: &&str| line.chars().count() > columns && !line.starts_with("Användning: ");
            let long = out.lines().find(is_long);
            assert_eq!(long, None, "{line} in {columns} columns");
        }
    }
    let out = sandbox.run_with("add insats --help", &[("COLUMNS", "120")]).fine().out;
    let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
    for told in ["pågående (ongoing)", "--faktisk-start <DAG>", "ett tal, som 1,5", "på engelska"] {
        assert!(out.contains(told), "{told}: {out}");
    }
    let out = sandbox.run("--lang en add intervention --help").fine().out;
    assert!(out.contains("ongoing, paused") && !out.contains("(ongoing)"), "{out}");
}

#[test]
fn words_of_lists_are_understood_in_every_language() {
    let sandbox = Sandbox::small();
    let table = sandbox.run("list insats --format table --color never").fine().out;
    assert_eq!(sandbox.run("list insats --format tabell --färg aldrig").fine().out, table);
    assert_eq!(
        sandbox.run("--lang sv report plan --template kedjan").fine().out,
        sandbox.run("report plan").fine().out
    );
}
