//! A round of inventory: workbooks go out, are filled in and saved by LibreOffice and openpyxl as people do, and every answer
//! comes to stand in its place.

use crate::interruption::files;
use crate::support::books::{Sheet, filled};
use crate::support::terminal::Terminal;
use crate::support::{Sandbox, has, is_ci};
use crate::workbooks::looked_at;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
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
    let status = sandbox.run("status").fine().out;
    assert!(status.contains("inventeringen T3 2026: 10 av 10 har inte svarat"), "{status}");
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
    assert!(!sandbox.run("status").fine().out.contains("inventeringen T3"));
}

fn files_of(sandbox: &Sandbox) -> BTreeMap<String, String> {
    files(sandbox).into_iter().filter(|(file, _)| file.starts_with("register/")).collect()
}

/// Two states of a record's file: the fields in which they differ, without the fields of lists within them.
fn differing(before: &str, after: &str) -> Vec<String> {
    let [before, after] = [before, after].map(|text| text.parse::<toml::Table>().unwrap());
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    names.into_iter().filter(|name| before.get(*name) != after.get(*name)).cloned().collect()
}

/// Any one cell that is changed changes its field of its record, and nothing else; and its row may be told of alone.
#[test]
fn one_cell_changes_one_field() {
    let sandbox = Sandbox::linkoping();
    sandbox.run("round start 2026-T3 -o ut --body ung-fritid").fine();
    let book = book(&sandbox, "ung-fritid");
    let before = records(&sandbox);
    let said = [
        ("Status", "pausad", "status"),
        (JUDGED, "avviker", "follow_up"),
        ("Använda pengar 2026", "123456", "actual"),
        ("Pengar 2027", "654321", "budget"),
    ];
    // A trend, a text or a value alone is no follow-up, and a greeting no field.
    let has_told = told(&sandbox, "ung-fritid");
    let untold = [
        ("Trend T3 2026", "försämras"),
        (DONE, "Det gick bra."),
        ("Värde 1 T3 2026", "7"),
        ("Till samordnaren", "Hej"),
    ];
    let mut tried = BTreeMap::new();
    for part in ["Insatser", "Medverkar i"] {
        let sheet = Sheet::of(&book, part);
        for id in sheet.ids() {
            let cells = said.iter().map(|(head, text, field)| (*head, *text, Some(*field)));
            for (head, text, field) in cells.chain(untold.map(|(head, text)| (head, text, None))) {
                let Some(cell) = sheet.find(&id, head) else { continue };
                sandbox.write("svar.xlsx", filled(&book, part, &[(cell, text.to_owned())]));
                let read = sandbox.run("round read svar.xlsx --yes").fine();
                let after = records(&sandbox);
                let changed: Vec<&String> =
                    before.keys().filter(|file| before.get(*file) != after.get(*file)).collect();
                assert_eq!(before.len(), after.len(), "{id} {head}");
                let is_closed = read.out.contains("inte till för att fyllas i");
                // What was told of the term already can be told of more.
                let amends = has_told.contains_key(&id) && head != "Till samordnaren";
                match field.or(amends.then_some("follow_up")).filter(|_| !is_closed) {
                    None => assert!(changed.is_empty(), "{id} {head}: {read:?}"),
                    Some(field) => {
                        let file = format!("register/interventions/{id}.toml");
                        assert_eq!(changed, [&file], "{head}: {read:?}");
                        assert_eq!(differing(&before[&file], &after[&file]), [field], "{id} {head}");
                    }
                }
                *tried.entry((part, head, is_closed)).or_insert(0) += 1;
                if sandbox.run("undo --yes").code == 0 {
                    assert_eq!(records(&sandbox), before);
                }
            }
        }
    }
    for head in said.iter().map(|(head, ..)| *head).chain(untold.map(|(head, _)| head)) {
        assert!(tried.contains_key(&("Insatser", head, false)), "{head}: {tried:?}");
    }
    assert!(
        !tried.contains_key(&("Medverkar i", "Status", false)),
        "the status is for the responsible to say: {tried:?}"
    );
}

/// What is told for knowledge alone and written over is told of, and what can't be understood is with what can be.
#[test]
fn nothing_that_was_written_is_passed_over_in_silence() {
    let sandbox = Sandbox::linkoping();
    sandbox.run("round start 2026-T3 -o ut --body ung-fritid").fine();
    let book = book(&sandbox, "ung-fritid");
    let sheet = Sheet::of(&book, "Insatser");
    let has_told = told(&sandbox, "ung-fritid");
    let ids = sheet.ids();
    let id = ids.iter().find(|id| !has_told.contains_key(*id)).unwrap();
    let own = |head: &str, text: &str| (sheet.cell(id, head), text.to_owned());
    let cells = [own("Titel", "Ett annat namn"), own(JUDGED, "gick bra"), own(DONE, "Det gick bra.")];
    sandbox.write("svar.xlsx", filled(&book, "Insatser", &cells));
    let before = records(&sandbox);
    for time in ["first", "second"] {
        let read = sandbox.run("round read svar.xlsx --yes").fine();
        assert!(read.out.contains("”Ett annat namn” är ändrat"), "{time}: {}", read.out);
        assert!(read.out.contains("gick bra") && read.out.contains("något av: enligt plan"), "{time}: {}", read.out);
        assert!(read.out.contains("uppföljningen saknar bedömning"), "{time}: {}", read.out);
        assert_eq!(records(&sandbox), before);
    }
    // Once there is a follow-up, the same file has something to add.
    sandbox.run(&format!("follow-up {id} --by ung-fritid --period 2026-t3 --assessment at-risk")).fine();
    sandbox.run("round read svar.xlsx --yes").fine();
    assert_eq!(told(&sandbox, "ung-fritid")[id], ("at-risk".to_owned(), "Det gick bra.".to_owned()));
}

/// A body that answers again is asked about nothing: what it said before is what it changes.
#[test]
fn an_answer_that_comes_again_amends_what_was_said() {
    let sandbox = Sandbox::linkoping();
    sandbox.run("round start 2026-T3 -o ut --body ung-fritid").fine();
    let book = book(&sandbox, "ung-fritid");
    let sheet = Sheet::of(&book, "Insatser");
    let id = &sheet.ids()[0];
    let answer = |judged: &str, done: &str| {
        let cells = [(sheet.cell(id, JUDGED), judged.to_owned()), (sheet.cell(id, DONE), done.to_owned())];
        sandbox.write("svar.xlsx", filled(&book, "Insatser", &cells));
        sandbox.run("round read svar.xlsx --yes").fine()
    };
    answer("risk", "Först");
    // Somebody mends a word in the register meanwhile.
    let file = format!("register/interventions/{id}.toml");
    sandbox.write(&file, sandbox.read(&file).replace("note = \"Först\"", "note = \"Först.\""));
    answer("avviker", "Först");
    assert_eq!(told(&sandbox, "ung-fritid")[id], ("off-track".to_owned(), "Först.".to_owned()));
    // The intervention may be called something else by now.
    sandbox.run(&format!("rename {id} ny-gard")).fine();
    sandbox.run("rename body/ung-fritid ung-fritid-ny").fine();
    answer("går inte att bedöma", "Först");
    assert_eq!(told(&sandbox, "ung-fritid-ny")["ny-gard"], ("cannot-assess".to_owned(), "Först.".to_owned()));
}

/// Colleagues may each fill in a part; where they say different things a person says which holds.
#[test]
fn two_files_of_a_body_are_one_answer() {
    let sandbox = Sandbox::linkoping();
    sandbox.run("round start 2026-T3 -o ut --body ung-fritid").fine();
    let book = book(&sandbox, "ung-fritid");
    let sheet = Sheet::of(&book, "Insatser");
    let (first, second) = (&sheet.ids()[0], &sheet.ids()[1]);
    let cells = |id: &str, judged: &str| (sheet.cell(id, JUDGED), judged.to_owned());
    // They may well be called the same.
    sandbox.write("a/svar.xlsx", filled(&book, "Insatser", &[cells(first, "risk")]));
    sandbox.write("b/svar.xlsx", filled(&book, "Insatser", &[cells(second, "risk"), cells(first, "avviker")]));
    let said = sandbox.run("round read a/svar.xlsx b/svar.xlsx --yes --take register").code(1);
    assert!(said.err.contains("svar.xlsx Insatser!") && said.err.contains("b/svar.xlsx Insatser!"), "{}", said.err);
    let Some(terminal) = Terminal::open(&sandbox, "round read a/svar.xlsx b/svar.xlsx") else { return };
    let screen = terminal.answer(&[("Vilket gäller?", "2"), ("Skriva?", "ja")]);
    let told = told(&sandbox, "ung-fritid");
    assert_eq!([&told[first].0, &told[second].0], ["off-track", "at-risk"], "{screen}");
}

/// The same intervention, told of from both sides, becomes one with a partner.
#[test]
fn what_two_bodies_tell_of_is_one_intervention() {
    let sandbox = Sandbox::linkoping();
    sandbox.run("round start 2026-T3 -o ut --body ung-fritid --body polisen").fine();
    for body in ["ung-fritid", "polisen"] {
        let cells = [("A2", "Boxning på kvällstid i Ryd"), ("B2", "planerad"), ("C2", "Ryd")];
        let cells = cells.map(|(cell, text)| (cell.to_owned(), text.to_owned()));
        sandbox.write(&format!("{body}.xlsx"), filled(&book(&sandbox, body), "Nya insatser", &cells));
    }
    let before = records(&sandbox).len();
    sandbox.run("round read polisen.xlsx ung-fritid.xlsx --yes").code(1).says(&["kan vara det som finns redan"]);
    assert_eq!(records(&sandbox).len(), before);
    let Some(terminal) = Terminal::open(&sandbox, "round read polisen.xlsx ung-fritid.xlsx") else { return };
    let screen = terminal.answer(&[("Vad är det?", "2"), ("Skriva?", "ja")]);
    assert_eq!(records(&sandbox).len(), before + 1, "{screen}");
    let new = sandbox.read("register/interventions/boxning-pa-kvallstid-i-ryd.toml");
    assert!(new.contains("responsible = \"polisen\"") && new.contains("partners = [\"ung-fritid\"]"), "{new}");
}

/// What can be written where is held by the workbook itself: lists by name, numbers, days, locks and help.
#[test]
fn a_workbook_holds_what_can_be_written_in_it() {
    let sandbox = asked();
    let files: Vec<String> = BODIES.iter().map(|body| format!("ut/2026-t3-{body}.xlsx")).collect();
    let Some(books) = looked_at(&sandbox, &files) else { return };
    for (file, book) in files.iter().zip(&books) {
        let sheets = book["sheets"].as_array().unwrap();
        let states: Vec<&str> = sheets.iter().map(|sheet| sheet["state"].as_str().unwrap()).collect();
        let hidden = states.len() - 2;
        assert_eq!((states[hidden], states[hidden + 1]), ("hidden", "veryHidden"), "{file}");
        assert!(states[..hidden].iter().all(|state| *state == "visible"), "{file}");
        for sheet in &sheets[1..hidden] {
            let at = format!("{file}: {}", sheet["name"]);
            assert_eq!(sheet["protected"], true, "{at}");
            assert!(sheet["notes"].as_u64().unwrap() > 2, "{at}");
            let allowed = sheet["allowed"].as_array().unwrap();
            let sorts: BTreeSet<&str> = allowed.iter().map(|one| one["sort"].as_str().unwrap()).collect();
            let wanted: &[&str] =
                if sheet["name"] == "Nya insatser" { &["date", "decimal", "list"] } else { &["decimal", "list"] };
            assert_eq!(sorts.into_iter().collect::<Vec<_>>(), wanted, "{at}");
            // A list within a validation has room for 255 signs: these lie on a sheet.
            let lists = allowed.iter().filter(|one| one["sort"] == "list");
            assert!(
                lists.clone().count() > 1
                    && lists.clone().all(|one| one["of"].as_str().unwrap().starts_with("'Listor'!")),
                "{at}"
            );
            let rows = sheet["rows"].as_array().unwrap();
            let open = rows.iter().skip(1).flat_map(|row| row.as_array().unwrap()).filter(|cell| cell["open"] == true);
            assert!(open.count() > 3, "{at}");
            assert!(rows[0].as_array().unwrap().iter().all(|cell| cell["open"] == false), "{at}: the heads");
        }
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
