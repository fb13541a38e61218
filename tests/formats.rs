//! Every command that shows what is in a register, in every format of the table of formats: it writes it, or refuses it
//! by its name and tells which there are.

use crate::support::books::parts_of;
use crate::support::{Sandbox, copy, said, words};
use register::model::{Kind, Tongue};
use register::render::{CSV, Content, FORMATS, Format, HTML, JSON, TSV};
use std::fs;
use std::path::Path;

/// Every command line that shows data, and what it shows.
const LINES: &[(&str, Content)] = &[
    ("status", Content::Report),
    ("list intervention", Content::Report),
    ("list district", Content::Report),
    ("show ryd", Content::Report),
    ("report inventory", Content::Report),
    ("report follow-up", Content::Report),
    ("report plan", Content::Report),
    ("report coordination", Content::Report),
    ("report board kultur-och-fritidsnamnden", Content::Report),
    ("report matrix", Content::Report),
    ("report trend", Content::Report),
    ("report trend --by district --of budget", Content::Report),
    ("sql --tables", Content::Report),
    ("sql 'SELECT * FROM late'", Content::Report),
    ("report needs", Content::Report),
    ("report model", Content::Report),
    ("report law", Content::Report),
    ("report pivot --rows districts --columns status", Content::Report),
    ("report pivot intervention --rows districts --columns status", Content::Report),
    ("decisions", Content::Report),
    ("round status", Content::Report),
    ("diff HEAD~1..HEAD", Content::Changes),
    ("diff HEAD~1..HEAD --stat", Content::Changes),
    ("log", Content::Changes),
    ("check", Content::Findings),
];

/// A register with two commits.
fn committed() -> Sandbox {
    let sandbox = Sandbox::empty();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("register"), &sandbox.path("register"));
    git(&sandbox, "init --quiet --initial-branch main");
    commit(&sandbox, "Första");
    sandbox.run("set ryd name='Ryd & <Västra>'").fine();
    sandbox.run("round start 2026-T3 --body polisen -o bocker").fine();
    sandbox.run("rename skaggetorp skaggetorp-norra").fine();
    commit(&sandbox, "Andra, =1+1");
    sandbox
}

fn git(sandbox: &Sandbox, line: &str) {
    let mut command = sandbox.sealed("git");
    command.args(words(line)).env("GIT_CONFIG_NOSYSTEM", "1");
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "Samordnare").env(format!("GIT_{who}_EMAIL"), "s@example.se");
    }
    said(command.output().unwrap()).fine();
}

fn commit(sandbox: &Sandbox, message: &str) {
    git(sandbox, "add --all");
    git(sandbox, &format!("commit --quiet --no-verify --message '{message}'"));
}

/// Whether a text is what its format says that it is.
fn is_whole(text: &str, format: &Format, line: &str) {
    let rows = |delimiter: u8| {
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
        reader.records().map(Result::unwrap).count()
    };
    match format {
        format if *format == CSV => assert!(rows(b',') > 0, "{line}: {text}"),
        format if *format == TSV => assert!(rows(b'\t') > 0, "{line}: {text}"),
        format if *format == JSON || format.name == "sarif" => {
            serde_json::from_str::<serde_json::Value>(text).unwrap();
        }
        format if *format == HTML => assert!(text.trim_end().ends_with("</html>"), "{line}: {text}"),
        format => assert!(!text.trim().is_empty(), "{line}: nothing as {format:?}"),
    }
}

#[test]
fn every_command_writes_every_format_or_refuses_it_by_name() {
    let sandbox = committed();
    for (line, content) in LINES {
        let fit: Vec<&str> = FORMATS.iter().filter(|one| one.can_write(*content)).map(|one| one.name).collect();
        for format in FORMATS {
            let asked = sandbox.run(&format!("{line} --format {}", format.name));
            if !format.can_write(*content) {
                let told = asked.code(2);
                assert_eq!(told.out, "", "{line}");
                assert!(told.err.contains(format.name) && told.err.contains(&fit.join(", ")), "{line}: {}", told.err);
            } else if format.is_drawing && *line != "report model" {
                assert!(asked.code(2).err.contains(format.name), "{line}");
            } else if !format.is_text() {
                // It is no text, and so only a file can be one.
                let told = asked.code(2);
                assert!(told.out.is_empty() && told.err.contains("-o") && !told.err.contains("panicked"), "{line}");
                let file = format!("ut.{}", format.name);
                let mut written = Vec::new();
                for line in [format!("{line} --force -o {file}"), format!("{line} --format {} -o -", format.name)] {
                    let mut command = sandbox.command();
                    let said = command.args(words(&line)).output().unwrap();
                    assert!(said.status.success(), "{line}: {}", String::from_utf8_lossy(&said.stderr));
                    written.push(said.stdout);
                }
                let book = fs::read(sandbox.path(&file)).unwrap();
                assert!(parts_of(&book).contains("<sheetData>"), "{line}");
                assert_eq!(written, [Vec::new(), book], "{line}: the same twice");
            } else {
                let told = asked.fine();
                is_whole(&told.out, format, line);
                for name in format.aliases {
                    assert_eq!(sandbox.run(&format!("{line} --format {name}")).fine().out, told.out, "{line}");
                }
                let file = format!("ut.{}", format.endings.first().unwrap_or(&format.name));
                sandbox.run(&format!("{line} --force -o {file}")).fine();
                assert_eq!(sandbox.read(&file), told.out, "{line}: {file}");
            }
        }
    }
}

#[test]
fn an_export_is_in_every_format_that_can_have_a_whole_register() {
    let sandbox = committed();
    for format in FORMATS {
        let out = format!("ut-{}", format.name);
        let asked = sandbox.run(&format!("export {} -o {out}", format.name));
        if !format.can_write(Content::Register) {
            assert!(asked.code(2).err.contains(format.name));
        } else if format.takes_rows() {
            asked.fine();
            let file = format!("{out}/interventions.{}", format.name);
            is_whole(&sandbox.read(&file), format, &file);
        } else if format.is_database {
            asked.fine();
            assert!(fs::read(sandbox.path(&out)).unwrap().starts_with(b"SQLite format 3\0"), "{out}");
        } else if !format.is_text() {
            asked.fine();
            assert!(parts_of(&fs::read(sandbox.path(&out)).unwrap()).contains("interventions_budget"), "{out}");
        } else {
            asked.fine();
            is_whole(&sandbox.read(&out), format, &out);
        }
    }
}

/// What is offered is what can be written, and no command has a list of its own.
#[test]
fn what_is_offered_is_what_is_in_the_table() {
    fn held(command: &clap::Command, path: &str, content: Content, found: &mut usize) {
        for argument in command.get_arguments().filter(|argument| argument.get_id() == "format") {
            let offered: Vec<String> = argument
                .get_possible_values()
                .into_iter()
                .filter(|value| !value.is_hide_set())
                .map(|value| value.get_name().to_owned())
                .collect();
            let fit: Vec<&str> = FORMATS.iter().filter(|one| one.can_write(content)).map(|one| one.name).collect();
            assert_eq!(offered, fit, "{path}");
            *found += 1;
        }
        for inner in command.get_subcommands() {
            let content = match (path, inner.get_name()) {
                ("", "diff" | "log") => Content::Changes,
                ("", "check") => Content::Findings,
                ("", "export") => Content::Register,
                _ => content,
            };
            held(inner, &format!("{path} {}", inner.get_name()), content, found);
        }
    }
    let mut found = 0;
    held(&register::cli::command(Tongue::FALLBACK), "", Content::Report, &mut found);
    assert!(found > 20, "{found}");
}

/// Whether a command line is of a command, whatever it is asked for.
fn is_of(line: &str, command: &str) -> bool {
    line.strip_prefix(command).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

#[test]
fn every_command_that_has_formats_is_tried_with_each() {
    fn untried(command: &clap::Command, path: &str, found: &mut Vec<String>) {
        for inner in command.get_subcommands() {
            let path = format!("{path} {}", inner.get_name()).trim().to_owned();
            let has_format = inner.get_arguments().any(|argument| argument.get_long() == Some("format"));
            // What is the same for each kind is tried with some.
            let is_for_a_kind = Kind::from_name(inner.get_name()).is_some();
            if has_format && !is_for_a_kind && !LINES.iter().any(|(line, _)| is_of(line, &path)) {
                found.push(path.clone());
            }
            untried(inner, &path, found);
        }
    }
    let mut found = Vec::new();
    untried(&register::cli::command(Tongue::FALLBACK), "", &mut found);
    assert!(found.is_empty(), "these go into LINES: {found:?}");
}

/// Rows are for sorting and counting: each says of itself what it is of.
#[test]
fn what_changed_is_a_row_each() {
    let sandbox = committed();
    let out = sandbox.run("diff HEAD~1 --format csv").fine().out;
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    let rows: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    let has =
        |wanted: &[&str]| rows.iter().any(|row| wanted.iter().all(|wanted| row.iter().any(|cell| cell == wanted)));
    assert!(has(&["district/ryd", "Ryd & <Västra>", "changed", "name", "Ryd"]), "{out}");
    assert!(has(&["district/skaggetorp-norra", "renamed", "skaggetorp", "skaggetorp-norra"]), "{out}");
    let log = sandbox.run("log --format csv").fine().out;
    assert!(log.contains("\"Andra, =1+1\"") && log.lines().next().unwrap().starts_with("day,subject,commit,record,"));
    let excel = sandbox.run("log --csv-for excel -o historik.csv").fine();
    assert_eq!(excel.out, "");
    let text = fs::read_to_string(sandbox.path("historik.csv")).unwrap();
    assert!(text.starts_with('\u{feff}') && text.contains(";nytt id;"), "{text}");
}
