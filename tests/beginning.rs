//! A new register: of flags, of a model, and of the answers of a person at a terminal.

use crate::support::Sandbox;
use crate::support::terminal::{Terminal, is_over};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use toml::{Table, Value};

fn root(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

fn tables(folder: &str) -> BTreeMap<String, Table> {
    let files = walkdir::WalkDir::new(root(folder)).into_iter().map(|entry| entry.unwrap().into_path());
    let tables = files.filter(|path| path.extension().is_some_and(|ending| ending == "toml")).map(|path| {
        let name = path.strip_prefix(root(folder)).unwrap().display().to_string();
        (name, fs::read_to_string(path).unwrap().parse().unwrap())
    });
    tables.collect()
}

/// What a model says otherwise than the register that it is of, and why.
const OTHERWISE: &[(&str, &str)] = &[
    ("bodies/lednings-och-samordningsgrupp.toml", "cadence"),
    ("bodies/stadsdelssamordnare.toml", "members"),
    ("bodies/styrgrupp.toml", "distribution"),
    ("bodies/politisk-styrgrupp.toml", "distribution"),
];

/// Neither drifts from the other: what the model says, the register says, and what the register says of the same body and
/// the model does not is of a district, or of those who are not in the model.
#[test]
fn the_model_says_what_the_register_says() {
    let (model, own) = (tables("templates/linkoping"), tables("register"));
    assert!(model.len() > 20);
    for (file, said) in &model {
        let whole = &own[file];
        for (name, value) in said {
            if OTHERWISE.contains(&(file, name)) {
                continue;
            }
            let known = whole.get(name).unwrap_or_else(|| panic!("{file}: {name} is not in register/"));
            match (value, known) {
                (Value::Array(some), Value::Array(all)) => {
                    assert!(some.iter().all(|one| all.contains(one)), "{file}: {name}");
                    let lacking: Vec<String> =
                        all.iter().filter(|one| !some.contains(one)).map(ToString::to_string).collect();
                    let is_left = |text: &String| {
                        ["Skäggetorp", "stangastaden", "region-ostergotland", "kriminalvarden"]
                            .iter()
                            .any(|name| text.contains(name))
                    };
                    assert!(lacking.iter().all(is_left), "{file}: {name} lacks {lacking:?}");
                }
                _ => assert_eq!(value, known, "{file}: {name}"),
            }
        }
        let is_left = |name: &&String| !said.contains_key(*name);
        let lacking: Vec<&String> = whole.keys().filter(is_left).collect();
        let known = ["districts", "municipality_code", "notice", "case_number", "waiver"];
        assert!(lacking.iter().all(|name| known.contains(&name.as_str())), "{file} lacks {lacking:?}");
    }
}

/// Findings that each register has that has no more than a model: nobody has met, and nothing serves a goal yet.
const OF_AN_EMPTY_REGISTER: &[&str] = &["municipal-goal-unserved", "no-meeting-planned", "met-too-seldom"];

#[test]
fn a_register_of_a_model_is_right() {
    let sandbox = Sandbox::empty();
    sandbox
        .run("init --name Exempelköping --municipality-code 0599 --template linkoping")
        .fine()
        .says(&["register/register.toml", "lägg-till stadsdel"]);
    let text = sandbox.read("register/register.toml");
    for line in
        ["name = \"Exempelköping\"\n", "\"0599\"\n", "\"Ett attraktivt och tryggt Exempelköping\"\n", "council = \"bro"]
    {
        assert!(text.contains(line), "{line}: {text}");
    }
    assert!(text.contains("# De fem kommunövergripande målen. Källa: kommundirektörens beslut, D1.\n"), "{text}");
    assert_eq!(sandbox.names("register/districts"), [".gitkeep"]);
    assert!(sandbox.read("register/bodies/styrgrupp.toml").starts_with("# Källa: kommundirektörens beslut"));
    let checked = sandbox.run("check --format json");
    let findings: serde_json::Value = serde_json::from_str(&checked.out).unwrap();
    let wrong: Vec<&serde_json::Value> = findings["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| {
            finding["severity"] != "note" && !OF_AN_EMPTY_REGISTER.contains(&finding["code"].as_str().unwrap())
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    sandbox.run("fmt --check").fine();
    sandbox.run("status").fine();
    sandbox.run("init --template annan nytt").code(2).says(&["linkoping"]);
}

#[test]
fn a_person_begins_with_the_model() {
    let sandbox = Sandbox::empty();
    let Some(terminal) = Terminal::open(&sandbox, "init") else { return };
    let screen =
        terminal.answer(&[("Kommun ", "Exempelköping"), ("Kommun:", "Exempelköping"), ("Stadsdelar", "Öster; Väster")]);
    assert!(screen.contains("[code 0]"), "{screen}");
    assert!(screen.contains("Politisk styrgrupp") && screen.contains("Skriva? [ja]"), "{screen}");
    assert_eq!(sandbox.names("register/districts"), [".gitkeep", "oster.toml", "vaster.toml"]);
    assert!(sandbox.read("register/register.toml").contains("Ett attraktivt och tryggt Exempelköping"));
    sandbox.run("check").fine();
}

#[test]
fn a_person_begins_with_what_is_their_own() {
    let sandbox = Sandbox::empty();
    let Some(terminal) = Terminal::open(&sandbox, "init nytt") else { return };
    let answers = [
        ("Kommun:", "Provstad"),
        ("Kommunkod", "0599"),
        ("Utgå från", "nej"),
        ("Kommunövergripande mål", "Trygga kvällar; God skola"),
        ("Målgrupper", "Unga; Äldre"),
        ("Styrgrupp", "Ledningsgruppen"),
        ("Samordningsfunktion", "Trygghetsenheten"),
        ("Uppföljs", "kvartal"),
    ];
    let screen = terminal.answer(&answers);
    assert!(screen.contains("[code 0]"), "{screen}");
    let text = sandbox.read("nytt/register.toml");
    for line in [
        "municipality_code = \"0599\"",
        "cycle = \"quarter\"",
        "council = \"brottsforebyggande-radet\"",
        "coordination = \"trygghetsenheten\"",
        "id = \"trygga-kvallar\"",
        "unga = { sv = \"Unga\" }",
        "motesplats = { sv = \"Mötesplatser\", en = \"Meeting places\" }",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    assert!(sandbox.read("nytt/bodies/ledningsgruppen.toml").contains("type = \"steering-group\""));
    assert_eq!(sandbox.names("nytt/bodies").len(), 7);
    sandbox.run("--register nytt check").fine();
}

#[test]
fn what_is_answered_is_checked_and_kept_and_nothing_is_written_before_the_end() {
    let sandbox = Sandbox::empty();
    let Some(terminal) = Terminal::open(&sandbox, "init") else { return };
    let asked =
        |begin: &'static str| move |screen: &str| Terminal::question(screen).is_some_and(|now| now.starts_with(begin));
    terminal.wait_for("the name", asked("Kommun:"));
    terminal.write("Provstad");
    terminal.press("Enter");
    terminal.wait_for("the code", asked("Kommunkod"));
    terminal.write("58");
    terminal.press("Enter");
    terminal.wait_for("why not", |screen| screen.contains("är ingen kommunkod"));
    // A step back, and there again.
    terminal.press("Up");
    terminal.wait_for("the name again", asked("Kommun: Provstad"));
    terminal.press("Enter");
    terminal.wait_for("the code again", asked("Kommunkod"));
    terminal.press("C-c");
    let screen = terminal.wait_for("the end", is_over);
    assert!(screen.contains("[code 1]") && screen.contains("register börja --återuppta"), "{screen}");
    assert!(!sandbox.path("register").exists());
    drop(terminal);
    let Some(terminal) = Terminal::open(&sandbox, "init --resume") else { return };
    terminal.wait_for("the code, and not the name", asked("Kommunkod"));
    terminal.press("C-u");
    terminal.write("0580");
    terminal.press("Enter");
    let screen = terminal.answer(&[("Skriva?", "nej")]);
    assert!(screen.contains("[code 1]") && screen.contains("Inget skrevs"), "{screen}");
    assert!(!sandbox.path("register").exists());
}

#[test]
fn a_goal_is_asked_for() {
    let sandbox = Sandbox::small();
    let Some(terminal) = Terminal::open(&sandbox, "add mål") else { return };
    let screen = terminal.answer(&[("Mål", "Ett tryggt Provstad")]);
    assert!(
        screen.contains("[code 0]") && screen.contains("mål: Ett tryggt Provstad (ett-tryggt-provstad)"),
        "{screen}"
    );
    assert!(sandbox.read("register/register.toml").contains("id = \"ett-tryggt-provstad\"\n"));
}

#[test]
fn a_word_is_asked_for_in_each_language() {
    let sandbox = Sandbox::small();
    let Some(terminal) = Terminal::open(&sandbox, "add kategori") else { return };
    let screen = terminal.answer(&[("Namn på svenska", "Mötesplatser"), ("Namn på engelska", "Meeting places")]);
    assert!(screen.contains("[code 0]"), "{screen}");
    let word = "motesplatser = { sv = \"Mötesplatser\", en = \"Meeting places\" }\n";
    assert!(sandbox.read("register/register.toml").contains(word));
}
