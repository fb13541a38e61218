//! A round of inventory: workbooks go out, are filled in and saved by LibreOffice and openpyxl as people do, and every answer
//! comes to stand in its place.

use crate::interruption::files;
use crate::support::books::{Sheet, filled};
use crate::support::{Sandbox, has, is_ci};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Ten bodies that carry interventions.
const BODIES: [&str; 10] = [
    "arbetsmarknadsenheten",
    "faltgruppen",
    "kultur-och-fritidsforvaltningen",
    "park-och-gatudrift",
    "polisen",
    "samhallsbyggnadsforvaltningen",
    "social-och-omsorgsforvaltningen",
    "stangastaden",
    "ung-fritid",
    "utbildningsforvaltningen",
];

const JUDGED: &str = "Bedömning T3 2026";
const DONE: &str = "Vad som gjorts T3 2026";

/// A register in which ten bodies are asked.
fn asked() -> Sandbox {
    let sandbox = Sandbox::linkoping();
    let bodies: String = BODIES.iter().map(|body| format!(" --body {body}")).collect();
    sandbox.run(&format!("round start 2026-T3 -o ut{bodies}")).fine().says(&["Skrev 10 filer i ut"]);
    sandbox
}

fn book(sandbox: &Sandbox, body: &str) -> Vec<u8> {
    fs::read(sandbox.path(&format!("ut/2026-t3-{body}.xlsx"))).unwrap()
}

fn script(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rounds").join(name).display().to_string()
}

/// The register's own files but for those of rounds.
fn records(sandbox: &Sandbox) -> BTreeMap<String, String> {
    let is_record = |file: &String| file.starts_with("register/") && !file.starts_with("register/rounds/");
    files(sandbox).into_iter().filter(|(file, _)| is_record(file)).collect()
}

/// What the register says of an intervention's follow-up of the term by a body.
fn told(sandbox: &Sandbox, body: &str) -> BTreeMap<String, (String, String)> {
    let question = format!(
        "SELECT intervention_id, assessment, note FROM interventions_follow_up WHERE period = '2026-t3' AND by = '{body}'"
    );
    let line = ["sql", &question, "--format", "csv"].map(str::to_owned);
    let out = sandbox.run_words(&line, &[]).fine().out;
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    let rows = reader.records().map(Result::unwrap);
    rows.map(|row| (row[0].to_owned(), (row[1].to_owned(), row[2].to_owned()))).collect()
}

/// Some deeds of a body: it judges each of its interventions, says what was done, turns the rows about, and tells of something
/// new among the others.
fn deeds(sandbox: &Sandbox, body: &str) -> (Vec<Value>, Vec<String>) {
    let ids = Sheet::of(&book(sandbox, body), "Insatser").ids();
    let set = |id: &String, head: &str, value: String| json!({"deed": "set", "sheet": "Insatser", "id": id, "head": head, "value": value});
    let mut deeds = vec![json!({"deed": "reverse", "sheet": "Insatser"})];
    for id in &ids {
        deeds.push(set(id, JUDGED, "risk".to_owned()));
        deeds.push(set(id, DONE, format!("Gjort av {body}: {id}")));
    }
    let new = json!({"Titel": format!("Nytt från {body}"), "Status": "planerad", "Stadsdelar": "Ryd"});
    deeds.push(json!({"deed": "insert", "sheet": "Insatser", "row": 2, "values": new}));
    (deeds, ids)
}

#[test]
fn ten_bodies_answer_in_two_programs() {
    let has_uno =
        Command::new("/usr/bin/python3").args(["-c", "import uno"]).output().is_ok_and(|said| said.status.success());
    let has_openpyxl =
        Command::new("python3").args(["-c", "import openpyxl"]).output().is_ok_and(|said| said.status.success());
    if !(has("soffice") && has_uno && has_openpyxl) {
        assert!(!is_ci(), "LibreOffice, python3-uno and openpyxl are not all here");
        return;
    }
    let sandbox = asked();
    let before = records(&sandbox);
    let (mut jobs, mut expected, mut saved) = (Vec::new(), BTreeMap::new(), Vec::new());
    for (place, body) in BODIES.iter().enumerate() {
        let (deeds, ids) = deeds(&sandbox, body);
        let path = sandbox.path(&format!("ut/2026-t3-{body}.xlsx"));
        let ending = if place % 4 == 1 { "ods" } else { "xlsx" };
        let file = format!("svar-{place}.{ending}");
        if place % 2 == 1 {
            jobs.push(json!({"book": path, "saved": sandbox.path(&file), "deeds": deeds}));
        } else {
            let said = Command::new("python3")
                .args([
                    script("fill_openpyxl.py"),
                    path.display().to_string(),
                    sandbox.path(&file).display().to_string(),
                ])
                .arg(json!(deeds).to_string())
                .output()
                .unwrap();
            assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
        }
        saved.push(file);
        expected.insert(*body, ids);
    }
    // And one that LibreOffice only opens and saves.
    let untouched = sandbox.path("ut/2026-t3-polisen.xlsx");
    jobs.push(json!({"book": untouched, "saved": sandbox.path("orort.ods"), "deeds": []}));
    let said = Command::new("/usr/bin/python3")
        .arg(script("fill_libreoffice.py"))
        .arg(sandbox.path("profile"))
        .arg(json!(jobs).to_string())
        .output()
        .unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let said = sandbox.run("round read orort.ods --yes").fine();
    assert!(said.out.starts_with("Ingen insats ändras, ingen är ny.") && said.out.lines().count() == 1, "{said:?}");
    assert_eq!(records(&sandbox), before, "what nobody wrote changes nothing");

    // Meanwhile somebody judges one of them otherwise.
    let other = expected["faltgruppen"][0].clone();
    sandbox
        .run(&format!("follow-up {other} --by faltgruppen --period 2026-t3 --assessment off-track --note Annat"))
        .fine();
    let files = saved.join(" ");
    let undecided = sandbox.run(&format!("round read {files} --yes --all-new")).code(1);
    assert!(undecided.err.contains("svaret säger risk, registret säger avviker"), "{}", undecided.err);
    sandbox.run(&format!("round read {files} --yes --all-new --take register")).fine();
    for (body, ids) in &expected {
        let told = told(&sandbox, body);
        for id in ids {
            let own = ("at-risk".to_owned(), format!("Gjort av {body}: {id}"));
            let held = ("off-track".to_owned(), "Annat".to_owned());
            assert_eq!(told.get(id), Some(if *id == other { &held } else { &own }), "{body}: {id}");
        }
        let new = sandbox.read(&format!("register/interventions/nytt-fran-{body}.toml"));
        assert!(new.contains(&format!("responsible = \"{body}\"")) && new.contains("\"ryd\""), "{new}");
    }
    assert_eq!(sandbox.run("check").code, 0);
    let after = files_of(&sandbox);
    let again = sandbox.run(&format!("round read {files} --yes --all-new")).fine();
    assert_eq!(again.out.matches("är läst förut").count(), BODIES.len(), "{again:?}");
    assert_eq!(files_of(&sandbox), after, "a second reading changes nothing");
    let standing = sandbox.run("round status --format json").fine().out;
    let standing: Value = serde_json::from_str(&standing).unwrap();
    assert_eq!(standing["summary"][2]["value"], 0, "all have answered: {standing}");
}

fn files_of(sandbox: &Sandbox) -> BTreeMap<String, String> {
    files(sandbox).into_iter().filter(|(file, _)| file.starts_with("register/")).collect()
}

/// One cell that is changed changes that field, and no other.
#[test]
fn one_cell_changes_one_field() {
    let sandbox = Sandbox::linkoping();
    sandbox.run("round start 2026-T3 -o ut --body ung-fritid").fine();
    let book = book(&sandbox, "ung-fritid");
    let sheet = Sheet::of(&book, "Insatser");
    let before = records(&sandbox);
    let said =
        [("Status", "pausad"), (JUDGED, "avviker"), ("Använda pengar 2026", "123456"), ("Pengar 2027", "654321")];
    let mut tried = 0;
    for id in sheet.ids() {
        for (head, text) in said {
            let cells = [(sheet.cell(&id, head), text.to_owned())];
            sandbox.write("svar.xlsx", filled(&book, "Insatser", &cells));
            let read = sandbox.run("round read svar.xlsx --yes").fine();
            let after = records(&sandbox);
            let changed: Vec<&String> =
                after.iter().filter(|(file, text)| before.get(*file) != Some(*text)).map(|(file, _)| file).collect();
            if read.err.contains("inte till för att fyllas i") || read.out.contains("inte till för att fyllas i") {
                assert!(changed.is_empty(), "{id} {head}");
            } else {
                assert_eq!(changed, [&format!("register/interventions/{id}.toml")], "{head}: {read:?}");
                let diff = sandbox.run("undo --dry-run").fine().out;
                let gone = diff.lines().filter(|line| line.starts_with('+') && line.contains(head_of(head))).count();
                assert!(gone <= 1, "{diff}");
                tried += 1;
            }
            sandbox.run("undo --yes").fine();
            assert_eq!(records(&sandbox), before);
        }
    }
    assert!(tried > 5, "{tried}");
}

fn head_of(head: &str) -> &'static str {
    match head {
        "Status" => "-status =",
        _ => "-amount",
    }
}

#[test]
fn what_looks_like_personal_data_is_refused_by_its_cell() {
    let sandbox = Sandbox::linkoping();
    sandbox.run("round start 2026-T3 -o ut --body ung-fritid").fine();
    let book = book(&sandbox, "ung-fritid");
    let sheet = Sheet::of(&book, "Insatser");
    let cell = sheet.cell(&sheet.ids()[0], DONE);
    let cells = [(cell.clone(), "Ring 070-174 06 05".to_owned())];
    sandbox.write("svar.xlsx", filled(&book, "Insatser", &cells));
    let before = files_of(&sandbox);
    let said = sandbox.run("round read svar.xlsx --yes").code(1);
    assert!(said.err.contains(&format!("Insatser!{cell}")) && !said.err.contains("174 06 05"), "{}", said.err);
    assert_eq!(files_of(&sandbox), before);
}

#[test]
fn what_is_no_answer_is_told_as_what_it_is() {
    let sandbox = asked();
    sandbox.write("tom.xlsx", "");
    sandbox.write("sida.xlsx", "<html><table>");
    sandbox.run("list intervention -o lista.xlsx").fine();
    let before = files_of(&sandbox);
    for (file, told) in [
        ("tom.xlsx", "tom.xlsx är tom"),
        ("sida.xlsx", "sparad i en form som inte läses"),
        ("lista.xlsx", "är ingen arbetsbok från en omgång"),
        ("register/register.toml", "är ingen arbetsbok från en omgång"),
        ("ut", "är varken arbetsbok eller tabell"),
        ("saknas.xlsx", "saknas.xlsx"),
    ] {
        let said = sandbox.run(&format!("round read {file} --yes"));
        assert!(said.code != 0 && said.err.contains(told) && !said.err.contains("panicked"), "{file}: {said:?}");
    }
    assert_eq!(files_of(&sandbox), before);
}
