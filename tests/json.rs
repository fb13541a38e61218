//! The JSON of every command is as its schema says, in any register.

use crate::measures::{made, meetings, register_of};
use crate::packages::load;
use crate::reports::{HAVSBY, LINKOPING, today};
use crate::support::any::texts;
use crate::support::{Sandbox, copy, said, words};
use proptest::prelude::*;
use register::exchange;
use register::language::{Language, Tongue};
use register::model::{Day, Kind, Known, RecordId, Register};
use register::query::{Filter, RecordColumn, Row, Scope, all_columns, rows};
use register::render::{JSON, Printed, SCHEMA_VERSION, Style, Words, record_value, shown_value, unread_value, write};
use register::report::{self, Document, Report};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

/// What holds each printed JSON to its schema.
static VALIDATORS: LazyLock<BTreeMap<String, jsonschema::Validator>> = LazyLock::new(|| {
    Printed::all()
        .into_iter()
        .map(|printed| (printed.name(), jsonschema::validator_for(&printed.schema()).unwrap()))
        .collect()
});

fn wrong(printed: Printed, value: &Value) -> Vec<String> {
    let validator = &VALIDATORS[&printed.name()];
    let errors = validator.iter_errors(value);
    errors.map(|error| format!("{} {}: {error}", printed.name(), error.instance_path())).collect()
}

fn printed(document: Document<'_>, ids: bool) -> Value {
    let english = Language::new(Tongue::En);
    let words = Words { language: &english, currency: "SEK", ids };
    let style = Style::plain(words);
    let mut out = Vec::new();
    write(document, &JSON, &style, &mut out).unwrap();
    serde_json::from_slice(&out).unwrap()
}

/// What is wrong in the JSON that a register has, in all that is printed of it without asking git.
fn wrong_in(register: &Register, day: Day) -> Vec<String> {
    let known = Known::of(register, day);
    let filter = Filter::default();
    let scope = Scope::new(&known, &filter);
    let mut found = Vec::new();
    for report in Report::ALL {
        for ids in [false, true] {
            if let Some(sample) = report.sample(&scope) {
                found.extend(wrong(Printed::Report(*report), &printed(sample, ids)));
            }
        }
    }
    for kind in Kind::ALL {
        let listed: Vec<Row<'_>> = rows(&known, kind, &filter).collect();
        let columns: Vec<RecordColumn> = all_columns(kind);
        found.extend(wrong(
            Printed::List(kind),
            &printed(report::list(kind, listed, columns.into_iter().map(|column| (column, 0)).collect()), false),
        ));
        for (id, _, fields) in register.records(kind) {
            let value = shown_value(register, &RecordId::new(kind, id), fields);
            found.extend(wrong(Printed::Show(kind), &value));
        }
    }
    let unread = unread_value(&register.unread);
    let whole = exchange::document(register, &Kind::ALL, SCHEMA_VERSION, unread, &record_value);
    found.extend(wrong(Printed::Export, &whole));
    found
}

#[test]
fn the_json_of_two_registers_is_as_its_schema_says() {
    for register in [&*LINKOPING, &*HAVSBY] {
        for day in [today(), "2020-01-01".parse().unwrap(), "2031-06-30".parse().unwrap()] {
            let found = wrong_in(register, day);
            assert!(found.is_empty(), "{found:#?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_json_of_any_register_is_as_its_schema_says(
        made in prop::collection::vec(made(), 0..5),
        meetings in meetings(),
        on in 0..1100_i64,
    ) {
        let register = register_of(&made, &meetings);
        let found = wrong_in(&register, "2025-01-01".parse::<Day>().unwrap().plus_days(on));
        prop_assert!(found.is_empty(), "{:#?}", found);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_json_of_any_files_is_as_its_schema_says(texts in texts(), on in 0..1100_i64) {
        let sandbox = Sandbox::empty();
        for (path, text) in &texts {
            sandbox.write(&format!("register/{path}"), text);
        }
        let register = load(&sandbox.path("register"));
        let found = wrong_in(&register, "2025-01-01".parse::<Day>().unwrap().plus_days(on));
        prop_assert!(found.is_empty(), "{:#?}", found);
    }
}

/// A register with two commits, one file that can't be read, and a finding of every severity.
fn awkward() -> Sandbox {
    let sandbox = Sandbox::empty();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("register"), &sandbox.path("register"));
    let git = |line: &str| {
        let mut command = sandbox.sealed("git");
        command.args(words(line)).env("GIT_CONFIG_NOSYSTEM", "1");
        for who in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{who}_NAME"), "Samordnare").env(format!("GIT_{who}_EMAIL"), "s@example.se");
        }
        said(command.output().unwrap()).fine();
    };
    git("init --quiet --initial-branch main");
    git("add --all");
    git("commit --quiet --no-verify --message Första");
    sandbox.run("set ryd name='Ryd & Västra' problem+=id=nytt,title=Nytt").fine();
    sandbox.run("rename skaggetorp skaggetorp-norra").fine();
    sandbox.run("remove 2027-04-22-brottsforebyggande-radet --yes").fine();
    sandbox.run("follow-up nattvandring-i-ryd --assessment at-risk --note 'Färre vandrare.'").fine();
    sandbox.write("register/bodies/trasig.toml", "name = \"Trasig\ntype = \"unit\"\n");
    git("add --all");
    git("commit --quiet --no-verify --message Andra");
    sandbox.write("register/bodies/okand.toml", "name = \"Okänd\"\ntype = \"unit\"\nnytt = 1\n");
    sandbox
}

/// Every line that prints JSON, held to the schema of its command: the one whose command is the longest that is in it.
#[test]
fn what_commands_print_is_as_their_schemas_say() {
    let sandbox = awkward();
    let all = Printed::all();
    let lines = [
        "check",
        "check --only syntax-error",
        "check ryd",
        "diff HEAD~1..HEAD",
        "diff HEAD",
        "diff HEAD~1..HEAD --stat",
        "diff HEAD..HEAD --stat",
        "log",
        "log ryd",
        "log trasig",
        "sql 'SELECT id, title, status FROM interventions'",
        "sql 'SELECT 1 WHERE 0'",
        "sql --tables",
        "show ryd",
        "show 2026-09-17-styrgrupp",
        "list intervention --columns id,period,budget,when,follow_up,prevention,last_touched",
        "list body --columns cadence,members,name",
        "list district --columns indicator,name",
        "status --ids --explain",
        "report trend --by district --of budget",
        "report pivot --rows districts --columns status --of count,budget,followed-up",
        "report pivot meeting --rows body --of lead-time",
        "report pivot --rows status --percent",
        "decisions --open",
    ];
    for line in lines {
        let told = sandbox.run(&format!("{line} --format json"));
        let value: Value =
            serde_json::from_str(&told.out).unwrap_or_else(|error| panic!("{line}: {error}: {}", told.err));
        let fits = |printed: &&Printed| match printed {
            Printed::Show(kind) => line.starts_with("show") && value["kind"] == kind.name(),
            printed => printed.command().split(' ').enumerate().all(|(place, word)| {
                let mut words = line.split(' ');
                if place == 0 { words.next() == Some(word) } else { words.any(|own| own == word) }
            }),
        };
        let own = all.iter().filter(fits).max_by_key(|printed| printed.command().len());
        let own = own.unwrap_or_else(|| panic!("{line} has no schema"));
        assert_eq!(wrong(*own, &value), Vec::<String>::new(), "{line}");
    }
    sandbox.run("export json -o ut.json").fine();
    let whole: Value = serde_json::from_str(&sandbox.read("ut.json")).unwrap();
    assert_eq!(wrong(Printed::Export, &whole), Vec::<String>::new());
    // The register's own words are part of it.
    assert!(whole["settings"]["vocabulary"]["category"].as_object().unwrap().len() > 3);
}

/// No command prints JSON that has no schema, and none is offered for what is not there.
#[test]
fn every_command_that_prints_json_has_its_schema() {
    let commands: Vec<String> = Printed::all().into_iter().map(Printed::command).collect();
    fn walk(command: &clap::Command, name: &str, commands: &[String], found: &mut Vec<String>) {
        let formats = command.get_arguments().find(|argument| argument.get_id() == "format");
        let prints = formats.is_some_and(|formats| {
            formats.get_possible_values().iter().any(|value| value.get_name() == "json" && !value.is_hide_set())
        });
        let is_told =
            |own: &String| own == name || own.starts_with(&format!("{name} ")) || name.starts_with(&format!("{own} "));
        if prints && !commands.iter().any(is_told) {
            found.push(name.to_owned());
        }
        for inner in command.get_subcommands() {
            walk(inner, format!("{name} {}", inner.get_name()).trim(), commands, found);
        }
    }
    let mut found = Vec::new();
    walk(&register::cli::command(Tongue::En), "", &commands, &mut found);
    assert!(found.is_empty(), "{found:?}");
    let sandbox = Sandbox::small();
    for printed in Printed::all() {
        let told = sandbox.run(&format!("schema --of {}", printed.name())).fine().out;
        let schema: Value = serde_json::from_str(&told).unwrap();
        assert_eq!(schema, printed.schema());
        assert!(jsonschema::meta::is_valid(&schema), "{}", printed.name());
    }
    sandbox.run("schema --of board --of law").code(2);
    sandbox.run("schema --of nothing").code(2).says(&["list-intervention"]);
}
