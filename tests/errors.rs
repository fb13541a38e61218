//! One small register for each sort of finding, in `tests/errors/<code>/`: what it finds, and how it is
//! told in Swedish. A second case of the same code lies in `<code>--<what>/`. Beside what is wrong lies, in
//! `silent/`, the nearest thing that is right.
#![allow(clippy::expect_used, clippy::unwrap_used)]

use register::catalog::shape_of;
use register::check::{RULES, TEXTS, TEXTS_OF_ERRORS, Waived, check, errors, rule, scan, severity};
use register::format::{RecordFile, SETTINGS_FILE, Texts};
use register::language::{Language, Tongue};
use register::model::{Day, Finding, Kind, Settings, Severity, Table as _, TableShape};
use register::render::{Findings, Sources, Style, TABLE, Words, write_findings};
use register::store::Store;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Codes whose registers can't lie under git, each made by a test below, and those that are about a register's own
/// history, each made by a test of that.
const MADE_AT_RUN_TIME: &[&str] =
    &["file-too-large", "unreadable", "untouched", "clone-without-driver", "lost-in-merge"];

/// The folder of the register that has no finding.
const SILENT: &str = "silent";

#[test]
fn each_register_has_the_finding_that_it_is_named_after() {
    for folder in folders() {
        let name = name_of(&folder);
        if name == SILENT {
            continue;
        }
        let told = told(&folder, code_of(&name));
        let expected = snapbox::Data::read_from(&folder.join("expected.txt"), Some(snapbox::data::DataFormat::Text));
        snapbox::assert_data_eq!(told, expected.raw());
    }
}

#[test]
fn every_code_has_a_register() {
    let names: Vec<String> = folders().iter().map(|folder| name_of(folder)).collect();
    let shown: BTreeSet<&str> = names.iter().map(|name| code_of(name)).filter(|&code| code != SILENT).collect();
    let shown: BTreeSet<&str> = shown.into_iter().chain(MADE_AT_RUN_TIME.iter().copied()).collect();
    let codes: BTreeSet<&str> = RULES.iter().map(|rule| rule.code()).collect();
    let lacking: Vec<&&str> = codes.difference(&shown).collect();
    assert!(lacking.is_empty(), "tests/errors/ has no register that shows {lacking:?}");
    let unknown: Vec<&&str> = shown.difference(&codes).collect();
    assert!(unknown.is_empty(), "RULES has none of {unknown:?}, which tests/errors/ has registers for");
}

/// Before a commit only errors count, and only what can find one is run.
#[test]
fn looking_for_errors_alone_finds_all_of_them() {
    for folder in folders() {
        let store = Store::find(Path::new("."), Some(&folder)).unwrap();
        let loaded = store.load(Some(&|file, text| scan(file, text)), Texts::All).unwrap();
        let alone = errors(loaded, Day::new(2026, 11, 23).unwrap()).findings;
        let all = found(&folder).into_iter().filter(|finding| severity(finding) == Severity::Error);
        assert_eq!(alone, all.collect::<Vec<_>>(), "{}", folder.display());
    }
}

#[test]
fn a_register_that_is_right_has_no_errors() {
    let wrong = |finding: &Finding| severity(finding) == Severity::Error;
    let found: Vec<Finding> = found(&root().join(SILENT)).into_iter().filter(wrong).collect();
    assert_eq!(found, []);
}

/// Other tests plant texts in this register: a field that it lacks is one that they never look at.
#[test]
fn the_register_that_is_right_has_every_field() {
    let (mut all, mut there) = (BTreeSet::new(), BTreeSet::new());
    describe(&Settings::TABLE, &mut all);
    Kind::ALL.into_iter().for_each(|kind| describe(shape_of(kind), &mut all));
    let silent = root().join(SILENT);
    for entry in walkdir::WalkDir::new(&silent).into_iter().map(Result::unwrap) {
        let path = entry.path().strip_prefix(&silent).unwrap().to_string_lossy().replace('\\', "/");
        let of_kind = RecordFile::from_path(&path).map(|file| shape_of(file.kind));
        let Some(shape) = of_kind.or((path == SETTINGS_FILE).then_some(&Settings::TABLE)) else { continue };
        fill(&toml::from_str(&fs::read_to_string(entry.path()).unwrap()).unwrap(), shape, &mut there);
    }
    let lacking: Vec<String> = all.difference(&there).map(|(table, field)| format!("{table}.{field}")).collect();
    assert!(lacking.is_empty(), "no file in tests/errors/silent/ has {}", lacking.join(", "));
}

/// The names of a table and of a field of it.
type InTable = (&'static str, &'static str);

/// Notes the fields of a table, and those of each table within it.
fn describe(shape: &'static TableShape, found: &mut BTreeSet<InTable>) {
    for field in shape.fields {
        found.insert((shape.name, field.name));
        field.shape.inner().into_iter().for_each(|inner| describe(inner, found));
    }
}

/// Notes those that a file has.
fn fill(table: &toml::Table, shape: &'static TableShape, found: &mut BTreeSet<InTable>) {
    for field in shape.fields {
        let Some(value) = table.get(field.name) else { continue };
        found.insert((shape.name, field.name));
        let elements = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
        let Some(inner) = field.shape.inner() else { continue };
        elements.iter().filter_map(toml::Value::as_table).for_each(|element| fill(element, inner, found));
    }
}

/// Every rule about the work itself has a register that it is silent in, beside the one that it fires in.
#[test]
fn what_is_right_is_left_alone() {
    let mut without = Vec::new();
    for folder in folders() {
        let (name, silent) = (name_of(&folder), folder.join("silent"));
        let code = code_of(&name);
        if !silent.join("register.toml").exists() {
            let is_about_work = rule(code).is_some_and(|rule| rule.severity != Severity::Error);
            without.extend((is_about_work && !name.contains("--")).then_some(name));
            continue;
        }
        let found: Vec<Finding> = found(&silent).into_iter().filter(|finding| finding.code() == code).collect();
        assert_eq!(found, [], "{}", silent.display());
    }
    assert!(without.is_empty(), "the nearest thing that is right goes into silent/ of tests/errors/: {without:?}");
}

/// A record is a page or two; git should not have to carry one that is larger than any may be.
#[test]
fn a_file_that_is_too_large() {
    let folder = tempfile::tempdir().unwrap();
    let text = format!("name = \"Fältgruppen\"\ntype = \"unit\"\n{}", "# Bilaga\n".repeat(3 << 17));
    write(folder.path(), "bodies/faltgruppen.toml", &text);
    snapbox::assert_data_eq!(
        told(folder.path(), "file-too-large"),
        snapbox::str![[r#"
fel[file-too-large]: filen är 3 457 KiB, men som mest läses 1 024 KiB
 ─▸ bodies/faltgruppen.toml

1 fel

"#]]
    );
}

/// The user who runs the tests may be one who may read every file; but no one can read a socket as one.
#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_opened() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "bodies/polisen.toml", "name = \"Polisen\"\ntype = \"police\"\n");
    let _socket = std::os::unix::net::UnixListener::bind(folder.path().join("bodies/faltgruppen.toml")).unwrap();
    snapbox::assert_data_eq!(
        told(folder.path(), "unreadable"),
        snapbox::str![[r#"
fel[unreadable]: filen går inte att öppna
 ─▸ bodies/faltgruppen.toml

1 fel

"#]]
    );
}

/// The findings of a code in a register, in words, which tell no personal data on. A register that shows an
/// error has no other error; one that shows a fault in the work may have other faults.
#[track_caller]
fn told(folder: &Path, code: &str) -> String {
    let findings = found(folder);
    let others: Vec<&Finding> = findings
        .iter()
        .filter(|finding| finding.code() != code && severity(finding) == Severity::Error)
        .filter(|finding| !(code == "waiver-unused" && finding.code() == "circular-body"))
        .collect();
    assert!(others.is_empty(), "{}: {others:#?}", folder.display());
    let findings: Vec<Finding> = findings.into_iter().filter(|finding| finding.code() == code).collect();
    assert!(!findings.is_empty(), "{}: nothing is found", folder.display());
    let language = Language::new(Tongue::Sv);
    let style = Style::plain(Words { language: &language, currency: "SEK", ids: false });
    let mut out = Vec::new();
    let found = Findings { findings: &findings, waived: &Waived::default(), unread: &[], folder: "", most: None };
    write_findings(found, &Folder(folder.to_owned()), &TABLE, &style, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert_eq!(scan("", &text), [], "{}: personal data is told on", folder.display());
    text
}

/// What reading a register and holding it to the rules finds.
#[track_caller]
fn found(folder: &Path) -> Vec<Finding> {
    let store = Store::find(Path::new("."), Some(folder)).unwrap();
    let loaded = store.load(Some(&|file, text| scan(file, text)), Texts::All).unwrap();
    check(loaded, Day::new(2026, 11, 23).unwrap()).findings
}

/// What is let go of before a register is checked is nothing that a rule looks at: each code's own register, and their
/// repaired ones, are found to have the same.
#[test]
fn the_texts_that_are_kept_for_checking_are_enough() {
    let day = Day::new(2026, 11, 23).unwrap();
    let mut folders = folders();
    folders.extend(folders.clone().into_iter().map(|folder| folder.join("silent")).filter(|folder| folder.exists()));
    folders.extend(["register", "examples/havsby/register"].map(|folder| root().join("../..").join(folder)));
    let mut long = 0;
    for folder in folders {
        let Ok(store) = Store::find(Path::new("."), Some(&folder)) else { continue };
        let load = |texts: Texts| store.load(Some(&|file, text| scan(file, text)), texts).unwrap();
        let whole = check(load(Texts::All), day);
        let found = check(load(TEXTS), day);
        assert_eq!(found.findings, whole.findings, "{}", folder.display());
        assert_eq!(found.waived.findings, whole.waived.findings, "{}", folder.display());
        assert_eq!(errors(load(TEXTS_OF_ERRORS), day).findings, errors(load(Texts::All), day).findings);
        // What is let go of are all the long texts, and nothing else.
        let read = load(Texts::Short).register;
        for (id, own) in whole.register.interventions.iter() {
            let mut short = own.clone();
            long += short.long_texts().filter(|text| !text.is_empty()).count();
            short.drop_long_texts();
            if whole.register.unread.is_empty() {
                assert_eq!(read.interventions.get(id).unwrap(), &short, "{id}");
            }
        }
    }
    assert!(long > 200, "{long}");
}

/// The texts of the files of a register.
struct Folder(PathBuf);

impl Sources for Folder {
    fn text(&self, file: &str) -> Option<String> {
        let bytes = fs::read(self.0.join(file)).ok()?;
        Some(String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// Puts a file in a register, with the settings that make a folder one.
fn write(root: &Path, file: &str, text: &str) {
    let path = root.join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(root.join("register.toml"), "format = 2\nname = \"Provkommunen\"\n").unwrap();
    fs::write(path, text).unwrap();
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/errors")
}

fn folders() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders
}

fn name_of(folder: &Path) -> String {
    folder.file_name().unwrap().to_string_lossy().into_owned()
}

/// The code that a folder is named after.
fn code_of(name: &str) -> &str {
    name.split("--").next().unwrap_or(name)
}
