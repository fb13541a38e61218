//! Reports and lists as workbooks: other programs open them (`workbooks/look.py` asks openpyxl, and LibreOffice is run), and
//! find in them what the report says, as numbers and days.

use crate::reports::{CASES, Case, lines, sandbox};
use crate::support::terminal::{Terminal, is_over};
use crate::support::{Sandbox, TODAY, has_all, is_ci};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// What openpyxl finds in some workbooks; nothing where it is not here.
pub(crate) fn looked_at(sandbox: &Sandbox, files: &[String]) -> Option<Vec<Value>> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbooks/look.py");
    let paths = files.iter().map(|file| sandbox.path(file));
    let output = Command::new("python3").arg(script).args(paths).output().ok()?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    if complaint.contains("No module named 'openpyxl'") {
        assert!(!is_ci(), "openpyxl is not here");
        return None;
    }
    assert!(output.status.success() && complaint.is_empty(), "{complaint}");
    serde_json::from_slice(&output.stdout).ok()
}

/// A report's command line, with the file that it is written to as a workbook.
fn written(case: &Case, sandbox: &Sandbox) -> Vec<(String, String)> {
    let own = [("list", "list intervention".to_owned()), ("show", format!("show body/{}", case.board))];
    let lines = lines(case).into_iter().chain(own).map(|(name, line)| {
        let file = format!("{name}.xlsx");
        sandbox.run(&format!("--lang sv {line} -o {file}")).fine();
        (line, file)
    });
    lines.collect()
}

fn rows(sheet: &Value) -> &[Value] {
    sheet["rows"].as_array().map_or(&[], Vec::as_slice)
}

/// A number is a number, a day a day, and nothing is run.
fn held_to_its_cells(sheet: &Value, at: &str) {
    for cell in rows(sheet).iter().flat_map(|row| row.as_array().unwrap()) {
        let form = cell["form"].as_str().unwrap_or_default();
        let text = cell["value"].as_str().unwrap_or_default();
        assert_ne!(cell["sort"], "formula", "{at}: {text}");
        match cell["sort"].as_str() {
            Some("day") => assert_eq!(form, "yyyy-mm-dd", "{at}"),
            Some("number") => assert!(!form.contains('@'), "{at}: {form}"),
            _ => {
                let is_day = text.len() == 10 && text.parse::<register::model::Day>().is_ok();
                let plain: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
                let is_amount = plain.strip_suffix("kr").is_some_and(|amount| amount.parse::<i64>().is_ok());
                assert!(!is_day && !is_amount, "{at}: {text} is a text");
            }
        }
    }
}

/// A sheet of a table: its heads stay, repeat and choose, and it is printed across on A4.
fn held_to_its_table(sheet: &Value, at: &str) {
    assert_eq!(sheet["frozen"], "A2", "{at}");
    assert_eq!(sheet["repeated"], "$1:$1", "{at}");
    assert!(sheet["filter"].as_str().is_some_and(|range| range.starts_with("A1:")), "{at}");
    assert_eq!(sheet["across"], "landscape", "{at}");
    // One page wide, which is what a workbook means where it says nothing, and as many high as it takes.
    let fit = (sheet["fit"][0].as_u64().unwrap_or(1), sheet["fit"][1].as_u64());
    assert_eq!((sheet["paper"].as_u64(), fit), (Some(9), (1, Some(0))), "{at}");
}

#[test]
fn every_report_is_a_workbook_that_others_open() {
    if !has_all(&["python3", "soffice"]) {
        return;
    }
    for case in &CASES {
        let sandbox = sandbox(case);
        let notice = sandbox.run("sql 'SELECT notice FROM register' --format csv").fine().out;
        let notice = notice.lines().nth(1).unwrap().trim_matches('"').to_owned();
        let (lines, files): (Vec<String>, Vec<String>) = written(case, &sandbox).into_iter().unzip();
        let Some(books) = looked_at(&sandbox, &files) else { return };
        for (line, book) in lines.iter().zip(&books) {
            assert_eq!(book["notice"].as_str().unwrap_or_default(), notice, "{line}");
            assert!(book["title"].as_str().is_some_and(|title| !title.is_empty()), "{line}");
            assert_eq!(book["made"], TODAY, "{line}");
            let sheets = book["sheets"].as_array().unwrap();
            sheets.iter().for_each(|sheet| held_to_its_cells(sheet, line));
            // A record is JSON as it lies in its file.
            if line.starts_with("show") {
                continue;
            }
            let json: Value = serde_json::from_str(&sandbox.run(&format!("{line} --format json")).fine().out).unwrap();
            let tables: BTreeMap<&String, usize> = json["tables"]
                .as_object()
                .into_iter()
                .flatten()
                .map(|(name, rows)| (name, rows.as_array().unwrap().len()))
                .collect();
            let (overview, of_tables) = sheets.split_at(sheets.len() - tables.len());
            assert!(overview.len() <= 1, "{line}: {tables:?}");
            let mut counts: Vec<usize> = tables.into_values().collect();
            let mut found: Vec<usize> = Vec::new();
            for sheet in of_tables {
                let at = format!("{}: {line}: {}", case.name, sheet["name"]);
                held_to_its_table(sheet, &at);
                // What the rows come to is below an empty row.
                let is_empty = |row: &Value| row.as_array().unwrap().iter().all(|cell| cell["value"].is_null());
                found.push(rows(sheet).iter().skip(1).take_while(|row| !is_empty(row)).count());
            }
            counts.sort_unstable();
            found.sort_unstable();
            assert_eq!(found, counts, "{}: {line}", case.name);
        }
        opened_by_libreoffice(&sandbox, &files);
    }
}

/// LibreOffice opens them all, and saves each as its own.
fn opened_by_libreoffice(sandbox: &Sandbox, files: &[String]) {
    let profile = format!("-env:UserInstallation=file://{}", sandbox.path("profile").display());
    let mut command = sandbox.sealed("soffice");
    command.args(["--headless", &profile, "--convert-to", "ods", "--outdir", "ods"]).args(files);
    command.env("PATH", std::env::var("PATH").unwrap_or_default());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for file in files {
        let saved = sandbox.path("ods").join(file).with_extension("ods");
        assert!(saved.exists(), "{file}: {}", String::from_utf8_lossy(&output.stdout));
    }
}

/// A workbook has what CSV for a spreadsheet has: the same heads, and below each the same.
#[test]
fn a_workbook_says_what_csv_for_a_spreadsheet_says() {
    for case in &CASES {
        let sandbox = sandbox(case);
        let (lines, files): (Vec<String>, Vec<String>) = written(case, &sandbox).into_iter().unzip();
        let Some(books) = looked_at(&sandbox, &files) else { return };
        for (line, book) in lines.iter().zip(&books) {
            let text = sandbox.run(&format!("--lang sv {line} --csv-for excel")).fine().out;
            let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
            let header: Vec<String> =
                reader.headers().unwrap().iter().map(|head| head.trim_start_matches('\u{feff}').to_owned()).collect();
            let expected: Vec<Vec<String>> =
                reader.records().map(|row| row.unwrap().iter().map(plain).collect()).collect();
            let sheets = book["sheets"].as_array().unwrap();
            // One that is called as another has a number behind it.
            let unnumbered = |head: &str| match head.rsplit_once(" (") {
                Some((name, number)) if number.trim_end_matches(')').parse::<usize>().is_ok() => name.to_owned(),
                _ => head.to_owned(),
            };
            let heads = |sheet: &Value| -> Vec<String> {
                let first = rows(sheet).first().and_then(Value::as_array).into_iter().flatten();
                first.map(|cell| unnumbered(cell["value"].as_str().unwrap_or_default())).collect()
            };
            let sorted = |mut texts: Vec<String>| {
                texts.sort_unstable();
                texts
            };
            let Some(sheet) = sheets.iter().find(|sheet| sorted(heads(sheet)) == sorted(header.clone())) else {
                assert_eq!(line.split(' ').next(), Some("show"), "{}: {line}: {header:?}", case.name);
                continue;
            };
            let beside = |heads: &[String], row: Vec<String>| {
                sorted(heads.iter().zip(row).map(|(head, text)| format!("{head}: {text}")).collect())
            };
            for (at, wanted) in expected.into_iter().enumerate() {
                let row = rows(sheet)[at + 1].as_array().unwrap().iter().map(|cell| plain(as_csv(cell))).collect();
                let (found, wanted) = (beside(&heads(sheet), row), beside(&header, wanted));
                assert_eq!(found, wanted, "{}: {line}, row {}", case.name, at + 2);
            }
        }
    }
}

/// A cell as CSV for a spreadsheet has it.
fn as_csv(cell: &Value) -> String {
    match &cell["value"] {
        Value::Number(number) => number.as_f64().map_or(String::new(), |number| number.to_string().replace('.', ",")),
        Value::String(text) => text.clone(),
        _ => String::new(),
    }
}

/// Without what keeps a text a text in CSV, and without the drawings, whose spaces nobody counts.
fn plain(text: impl AsRef<str>) -> String {
    let text = text.as_ref();
    let text = text.strip_prefix("=\"").and_then(|text| text.strip_suffix('"')).unwrap_or(text);
    text.strip_prefix('\'').unwrap_or(text).trim_end().replace("\r\n", "\n")
}

/// What is no text goes into a file or a pipe, and never to somebody's terminal.
#[test]
fn no_terminal_is_given_a_workbook() {
    let sandbox = Sandbox::small();
    for line in ["list intervention --format xlsx", "list intervention --format xlsx -o -"] {
        let Some(terminal) = Terminal::open(&sandbox, line) else { return };
        let screen = terminal.wait_for("the end", is_over);
        assert!(screen.contains("[code 2]") && screen.contains("-o insatser.xlsx"), "{line}: {screen}");
    }
}
