//! A kind is a row of a table: whatever walks the kinds comes by each of them. What a new one lacks is named here.

use crate::support::Sandbox;
use register::catalog::shape_of;
use register::language::{Language, Tongue};
use register::model::{Field, Kind, Shape, Target};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// A text that may point somebody out, in whatever field it stands.
const POINTS_OUT: &str = "En 15-åring på Provgatan 14 och hans bror";

/// An id that no record has.
const NOBODY: &str = "ingen-sadan";

/// The id of the one record of a kind that a small register has.
#[track_caller]
fn only(sandbox: &Sandbox, kind: Kind) -> String {
    let folder = format!("register/{}", kind.folder());
    let is_there = sandbox.path(&folder).is_dir();
    let names = if is_there { sandbox.names(&folder) } else { Vec::new() };
    let [name] = names.as_slice() else { panic!("`SMALL` in tests/support/mod.rs has not one record in {folder}/") };
    name.strip_suffix(".toml").unwrap().to_owned()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The same record with a value in a field, in the order of its keys.
fn with(text: &str, field: &Field, value: impl Into<toml::Value>) -> String {
    let mut table: toml::Table = toml::from_str(text).unwrap();
    let value = value.into();
    let value = if field.shape.is_list() { toml::Value::Array(vec![value]) } else { value };
    table.insert(field.name.to_owned(), value);
    table.to_string()
}

#[test]
fn a_record_of_each_kind_is_read_listed_shown_and_exported() {
    let sandbox = Sandbox::small();
    sandbox.run("export json -o all.json").fine();
    sandbox.run("export csv -o tables").fine();
    let all = json(&sandbox.read("all.json"));
    for kind in Kind::ALL {
        let (word, folder, id) = (kind.name(), kind.folder(), only(&sandbox, kind));
        let listed = sandbox.run(&format!("list {word} --columns id --format csv")).fine().out;
        assert_eq!(listed.lines().collect::<Vec<_>>(), ["id", &id], "list {word}");
        let shown = sandbox.run(&format!("show {word}/{id} --format json")).fine().out;
        assert!(json(&shown).is_object(), "show {word}/{id}");
        assert!(all[folder][&id].is_object(), "export json: {folder} has no {id}");
        let table = sandbox.read(&format!("tables/{}.csv", register::exchange::table_of(kind)));
        assert!(table.lines().any(|row| row.starts_with(&id)), "export csv: {folder}.csv has no {id}");
        let one = sandbox.run(&format!("export json {word} -o {word}.json"));
        one.fine();
        assert!(json(&sandbox.read(&format!("{word}.json")))[folder][&id].is_object(), "export json {word}");
        assert!(json(&sandbox.run(&format!("schema {word}")).fine().out)["properties"].is_object(), "schema {word}");
        let counted = sandbox.run(&format!("report pivot {word} --rows id --columns kind --format csv")).fine().out;
        assert!(counted.contains(&id), "report pivot {word}: {counted}");
    }
}

/// What `check` says of the value of a field: whether it finds this in the record's file.
#[track_caller]
fn assert_found(code: &str, kind: Kind, field: &Field, value: impl Into<toml::Value>) {
    let sandbox = Sandbox::small();
    let file = format!("{}/{}.toml", kind.folder(), only(&sandbox, kind));
    let path = format!("register/{file}");
    let text = with(&sandbox.read(&path), field, value);
    sandbox.write(&path, &text);
    let findings = json(&sandbox.run("check --format json").out)["findings"].take();
    let is_it = |finding: &Value| finding["code"] == code && finding["file"] == *file;
    assert!(findings.as_array().unwrap().iter().any(is_it), "{file}: no {code}: {findings}\n{text}");
}

/// The rules look at the records of each kind: at each text of its own or of a list in it, and at each reference where the
/// kind has any.
#[test]
fn what_is_wrong_in_a_record_of_each_kind_is_found() {
    for kind in Kind::ALL {
        let mut texts = 0;
        for field in shape_of(kind).fields {
            match field.shape.single() {
                Shape::Text => {
                    texts += 1;
                    assert_found("may-point-out-someone", kind, field, POINTS_OUT);
                }
                Shape::Table(element) if field.shape.is_list() => {
                    for text in element.fields.iter().filter(|inner| matches!(inner.shape, Shape::Text)) {
                        texts += 1;
                        let said = toml::Table::from_iter([(text.name.to_owned(), POINTS_OUT.into())]);
                        assert_found("may-point-out-someone", kind, field, said);
                    }
                }
                Shape::Reference(Target::Record(_)) => assert_found("unknown-reference", kind, field, NOBODY),
                _ => {}
            }
        }
        assert!(texts > 0, "{kind:?} has no text, so that nothing shows whether rules look at it");
    }
}

/// What was not wrong before is refused by whatever writes.
#[test]
fn a_change_to_a_record_of_each_kind_is_held_to_the_rules() {
    let sandbox = Sandbox::small();
    for kind in Kind::ALL {
        let id = only(&sandbox, kind);
        let file = format!("register/{}/{id}.toml", kind.folder());
        let before = sandbox.read(&file);
        for field in shape_of(kind).fields {
            if let Shape::Reference(Target::Record(_)) = field.shape.single() {
                let line = format!("set {}/{id} {}={NOBODY}", kind.name(), field.name);
                sandbox.run(&line).code(1).says(&["unknown-reference"]);
                assert_eq!(sandbox.read(&file), before, "{line}");
            }
        }
    }
}

/// What a command does, in its help.
#[track_caller]
fn help(path: &[&str]) -> String {
    let command = register::cli::command(Tongue::FALLBACK);
    let found = path.iter().try_fold(&command, |command, name| command.find_subcommand(name));
    let found = found.unwrap_or_else(|| panic!("there is no `register {}`", path.join(" ")));
    found.get_about().map(ToString::to_string).unwrap_or_default()
}

#[test]
fn each_kind_has_commands_of_its_own() {
    for path in [&["add"] as &[&str], &["list"], &["report", "pivot"]] {
        for kind in Kind::ALL {
            let path = [path, &[kind.name()]].concat();
            assert!(!help(&path).is_empty(), "{path:?}");
        }
    }
}

/// A kind goes by what people call it, in any of the languages, wherever its name goes.
#[test]
fn each_kind_goes_by_what_people_call_it() {
    let command = register::cli::command(Tongue::FALLBACK);
    for kind in Kind::ALL {
        for language in Tongue::ALL.iter().copied().map(Language::new) {
            for name in [language.kind(kind), language.kind_plural(kind)] {
                let name = name.to_lowercase();
                // What is told in two words goes by the name that it has in commands.
                if name.contains(' ') {
                    continue;
                }
                for path in [&["add"] as &[&str], &["list"], &["report", "pivot"]] {
                    let of = path.iter().try_fold(&command, |command, name| command.find_subcommand(name)).unwrap();
                    let found = of.find_subcommand(&name);
                    assert_eq!(found.map(clap::Command::get_name), Some(kind.name()), "{path:?} {name}");
                }
            }
        }
    }
    let sandbox = Sandbox::linkoping();
    let same = |own: &str, other: &str| assert_eq!(sandbox.run(own).fine().out, sandbox.run(other).fine().out, "{own}");
    same("list organ", "list body");
    same("list möten --format csv", "list meeting --format csv");
    same("report pivot stadsdelar --rows covers", "report pivot district --rows covers");
    same("schema lägesbild", "schema situation");
    same("report follow-up --period 'T1 2026'", "report follow-up --period 2026-t1");
    same("report follow-up --period 'maj 2026'", "report follow-up --period 2026-05");
    same("list insatser --between 'HT 2026' --format csv", "list intervention --between 2026-h2 --format csv");
}

#[test]
fn each_kind_is_told_of_where_records_are() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |file: &str| fs::read_to_string(root.join(file)).unwrap();
    let (format, handbook, attributes) =
        (read("docs/format.md"), read("docs/handbok.md"), read("register/.gitattributes"));
    let mut lacking = Vec::new();
    for kind in Kind::ALL {
        let heading = format!("## {} (`{}/`)", kind.name(), kind.folder());
        if !format.contains(&heading) {
            lacking.push(format!("docs/format.md has no `{heading}`"));
        }
        let listed = format!("`{}`", kind.name());
        if !handbook.contains(&listed) {
            lacking.push(format!("docs/handbok.md says nothing of {listed}, where `register list` is told of"));
        }
        let merged = format!("/{}/**/*.toml ", kind.folder());
        if !attributes.contains(&merged) {
            lacking.push(format!("register/.gitattributes has no `{merged}`"));
        }
    }
    assert!(lacking.is_empty(), "{}", lacking.join("\n"));
}
