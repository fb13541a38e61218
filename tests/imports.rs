//! Inventories that others have made, read into a register: what comes out of each example, read once and once more; what is
//! asked on the way; and files that mean no good.

use crate::interruption::files;
use crate::support::terminal::Terminal;
use crate::support::{Said, Sandbox, copy};
use rust_xlsxwriter::{Workbook, Worksheet};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The inventories that can be read, with their maps.
const GOOD: &[&str] = &[
    "bostadsbolaget.ods",
    "insatser-2026.xlsx",
    "kof-aktiviteter.xlsm",
    "soc-bou-budget-2027.tsv",
    "svar-samverkansparter.csv",
    "trygghetslista.xls",
];

/// Those that no sense is made of, or that a person has to look at first, and what is said of each.
const BAD: &[(&str, &[&str])] = &[
    ("insatsblanketter.xlsx", &["hittades ingen tabell", "INSATSBLANKETT"]),
    ("medelsmatris.xlsx", &["hittades ingen tabell", "År, FA, FS"]),
    ("insatser-och-kontakter.xlsx", &["måste avgöras", "”KoF” finns inte i registret"]),
    ("export-arendesystem.csv", &["måste avgöras", "”Norrängens IF” finns inte i registret"]),
];

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/inventories")
}

/// The register that the examples go into, with an inventory beside it.
fn beside(inventory: &str) -> Sandbox {
    let sandbox = Sandbox::empty();
    copy(&examples().join("start"), &sandbox.path("register"));
    for file in [inventory.to_owned(), format!("{inventory}.map.toml")] {
        let from = examples().join(&file);
        if from.exists() {
            fs::copy(from, sandbox.path(&file)).unwrap();
        }
    }
    sandbox
}

/// The register's own files.
fn records(sandbox: &Sandbox) -> BTreeMap<String, String> {
    let is_record = |file: &String| file.starts_with("register/") && !file.contains("/.");
    files(sandbox).into_iter().filter(|(file, _)| is_record(file)).collect()
}

/// Holds a text to the file that has it, or writes it there where that is asked for.
fn hold(path: &Path, text: &str) {
    if std::env::var_os("SNAPSHOTS").is_some_and(|action| action == "overwrite") {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let expected = fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    snapbox::Assert::new().eq(text.replace("\r\n", "\n"), expected);
}

/// What is new and changed in the register is what stands in `examples/inventories/after`; what is said, in `said.txt` there.
#[test]
fn inventories_become_the_registers_that_lie_beside_them() {
    for inventory in GOOD {
        let sandbox = beside(inventory);
        let before = records(&sandbox);
        let line = format!("import {inventory} --take register");
        let shown = sandbox.run(&format!("{line} --dry-run")).fine();
        assert_eq!(records(&sandbox), before, "{inventory}: looking at it changes nothing");
        sandbox.run(&format!("{line} --yes")).fine();
        let after = records(&sandbox);
        let folder = examples().join("after").join(inventory);
        hold(&folder.join("said.txt"), &shown.out);
        let mut expected: BTreeSet<PathBuf> = BTreeSet::from([folder.join("said.txt")]);
        for (file, text) in after.iter().filter(|(file, text)| before.get(*file) != Some(text)) {
            let path = folder.join(file.trim_start_matches("register/"));
            hold(&path, text);
            expected.insert(path);
        }
        let there = walkdir::WalkDir::new(&folder).into_iter().map(Result::unwrap);
        let there: BTreeSet<PathBuf> =
            there.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path).collect();
        assert_eq!(there, expected, "{inventory}");
        // Nothing that was there is gone, and nothing that is new is wrong.
        assert!(before.keys().all(|file| after.contains_key(file)), "{inventory}");
        let check = sandbox.run("check --format json");
        assert!(!check.out.contains("\"severity\": \"error\""), "{inventory}: {}", check.out);
        let map = fs::read(sandbox.path(&format!("{inventory}.map.toml"))).unwrap();
        shows(&sandbox.run(&format!("{line} --yes")).fine(), &["ingen ny, ingen ändras"]);
        assert_eq!(records(&sandbox), after, "{inventory}: what is read once more changes nothing");
        assert_eq!(map, fs::read(sandbox.path(&format!("{inventory}.map.toml"))).unwrap(), "{inventory}: nor its map");
        sandbox.run("undo --yes").fine();
        assert_eq!(records(&sandbox), before, "{inventory}: it is taken back");
    }
}

#[test]
fn every_inventory_is_tried() {
    let there =
        fs::read_dir(examples()).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    let is_inventory = |name: &String| !name.ends_with(".toml") && !name.ends_with(".md") && name.contains('.');
    let there: BTreeSet<String> = there.filter(is_inventory).collect();
    let tried: BTreeSet<String> =
        GOOD.iter().copied().chain(BAD.iter().map(|(name, _)| *name)).map(str::to_owned).collect();
    assert_eq!(there, tried);
    let endings: BTreeSet<&str> = GOOD.iter().filter_map(|name| name.rsplit('.').next()).collect();
    assert_eq!(endings, BTreeSet::from(["csv", "ods", "tsv", "xls", "xlsm", "xlsx"]));
}

#[test]
fn what_no_sense_is_made_of_changes_nothing() {
    for (inventory, says) in BAD {
        let sandbox = beside(inventory);
        let before = files(&sandbox);
        sandbox.run(&format!("import {inventory} --yes")).code(1).says(says);
        assert_eq!(files(&sandbox), before, "{inventory}");
    }
}

/// Holds that standard output says all of that.
#[track_caller]
fn shows(said: &Said, parts: &[&str]) {
    for part in parts {
        assert!(said.out.contains(part), "{part:?} is missing: {said:#?}");
    }
}

/// A workbook of one sheet.
fn book(make: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    make(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

const LIST: &str = "Insats;Läge;Ansvarig;Stadsdel;Budget 2026 (tkr)\n\
                    Schackkväll;Pågår;Fältgruppen;Ryd;45\n";

#[test]
fn personal_data_is_named_by_its_cell_and_nothing_is_written() {
    let sandbox = Sandbox::small();
    let before = records(&sandbox);
    sandbox.write("lista.csv", LIST.replace("Schackkväll", "Schack (ring 070-174 06 05)"));
    let said = sandbox.run("import lista.csv --yes").code(1).says(&["A2:", "i en cell"]);
    assert!(!said.err.contains("070-174"), "{}", said.err);
    assert_eq!(records(&sandbox), before);
    // A column that says who somebody is is left out from the beginning.
    let with_phone = LIST.replace("Läge;", "Läge;Kontaktperson;").replace("Pågår;", "Pågår;070-174 06 05;");
    sandbox.write("lista.csv", with_phone);
    sandbox.run("import lista.csv --yes").fine().says(&["”Kontaktperson” läses inte"]);
}

/// What the program writes into a workbook is there already when it is read.
#[test]
fn an_inventory_that_was_exported_is_there_already() {
    let sandbox = Sandbox::linkoping();
    let before = records(&sandbox);
    for ending in ["xlsx", "csv"] {
        let command = if ending == "csv" { "list intervention" } else { "report inventory" };
        sandbox.run(&format!("{command} -o i.{ending}")).fine();
        let said = sandbox.run(&format!("import i.{ending} --yes")).fine();
        shows(&said, &["ingen ny, ingen ändras, 63 finns redan"]);
        assert_eq!(records(&sandbox), before, "{ending}");
    }
}

#[test]
fn one_cell_changes_one_field() {
    let sandbox = Sandbox::small();
    sandbox.write("lista.csv", LIST);
    sandbox.run("import lista.csv --yes").fine();
    let file = "register/interventions/schackkvall.toml";
    for (old, new, change) in [
        ("Pågår", "Vilande", ["status = \"ongoing\"\n", "status = \"paused\"\n"]),
        (";45", ";50", ["  { year = 2026, amount = 45000 },\n", "  { year = 2026, amount = 50000 },\n"]),
    ] {
        let before = files(&sandbox);
        sandbox.write("lista.csv", sandbox.read("lista.csv").replace(old, new));
        // What they say differently somebody has to decide.
        sandbox.run("import lista.csv --yes").code(1).says(&["filen säger", "registret säger"]);
        assert_eq!(sandbox.read(file), before[file]);
        sandbox.run("import lista.csv --yes --take file").fine();
        let after = files(&sandbox);
        let changed: Vec<&String> =
            after.iter().filter(|(name, text)| before.get(*name) != Some(text)).map(|(name, _)| name).collect();
        let records: Vec<&&String> =
            changed.iter().filter(|name| name.ends_with(".toml") && name.starts_with("register/")).collect();
        assert_eq!(records, [&file]);
        let (gone, come) = crate::support::changed_lines(&before[file], &after[file]);
        assert_eq!([gone.concat(), come.concat()], change.map(str::to_owned));
    }
    // Rows that are put elsewhere are the same.
    let list = sandbox.read("lista.csv");
    let (head, row) = list.split_once('\n').unwrap();
    sandbox.write("lista.csv", format!("{head}\nNytt;Planeras;Fältgruppen;Ryd;\n{row}"));
    shows(&sandbox.run("import lista.csv --yes").fine(), &["en ny, ingen ändras, en finns redan"]);
}

/// Whoever is at a terminal is asked what nobody else can know, once.
#[test]
fn a_person_is_asked_and_what_they_say_is_kept() {
    let sandbox = Sandbox::small();
    sandbox.write(
        "lista.csv",
        "Insats;Ansvarig;Stadsdel;Anm\nSchackkväll;Klubben;Ryd;till hösten\nNattvandringar i Ryd;Fältgruppen;Ryd;\n\
         Simskola;FG;Ryd;\n",
    );
    let Some(terminal) = Terminal::open(&sandbox, "import lista.csv") else { return };
    let screen = terminal.answer(&[
        ("Stämmer det", "1"),
        ("Ingen kolumn säger Status", "pågående"),
        ("Vad är ”Klubben”", "1"),
        ("Typ", "förening"),
        ("Vad är ”FG”", "Fältgruppen"),
        ("Vad är det", "2"),
        ("Skriv", "ja"),
    ]);
    assert!(screen.contains("[code 0]"), "{}", terminal.all());
    let all = terminal.all();
    assert!(all.contains("D ”Anm” läses inte"), "{all}");
    assert!(sandbox.read("register/bodies/klubben.toml").contains("type = \"association\""));
    assert!(sandbox.read("register/interventions/simskola.toml").contains("responsible = \"faltgruppen\""));
    assert!(sandbox.path("register/interventions/schackkvall.toml").exists());
    assert!(!sandbox.path("register/interventions/nattvandringar-i-ryd.toml").exists());
    let map = sandbox.read("lista.csv.map.toml");
    for said in ["status = \"ongoing\"", "FG = \"faltgruppen\"", "= \"nattvandring-i-ryd\"", "[new.body.klubben]"] {
        assert!(map.contains(said), "{said}: {map}");
    }
    // Nobody is asked again, and nothing changes.
    let before = files(&sandbox);
    shows(&sandbox.run("import lista.csv --yes").fine(), &["ingen ny, ingen ändras, 3 finns redan"]);
    assert_eq!(files(&sandbox), before);
}

/// What was answered is kept where one stops half-way.
#[test]
fn what_was_answered_is_kept_where_one_stops() {
    let sandbox = Sandbox::small();
    sandbox.write("lista.csv", "Insats;Läge;Ansvarig\nSchackkväll;Pågår;FG\nSimskola;Pågår;GF\n");
    let Some(terminal) = Terminal::open(&sandbox, "import lista.csv") else { return };
    terminal.reply("Stämmer det", "1");
    terminal.reply("Vad är ”FG”", "Fältgruppen");
    terminal.wait_for("the next name", |screen| Terminal::question(screen).is_some_and(|now| now.contains("GF")));
    terminal.press("C-c");
    assert!(!terminal.end().contains("[code 0]"));
    assert!(sandbox.read("lista.csv.map.toml").contains("FG = \"faltgruppen\""));
    assert!(!sandbox.path("register/interventions/schackkvall.toml").exists());
}

/// A map says of a file what nobody is asked any more; one that makes no sense is told of by its name.
#[test]
fn a_map_that_makes_no_sense_is_told_of() {
    let sandbox = Sandbox::small();
    sandbox.write("lista.csv", LIST);
    let before = records(&sandbox);
    for (map, says) in [
        ("kind = 1", "karta.toml är ingen karta"),
        ("kind = 'insatser'", "det finns inget slag av poster som heter insatser"),
        ("kind = 'intervention'\n[[column]]\nheading = 'Insats'\nfield = 'titlar'", "fältet titlar finns inte"),
        ("kind = 'body'", "karta.toml är en karta för organ"),
    ] {
        sandbox.write("karta.toml", map);
        sandbox.run("import lista.csv --map karta.toml --kind insats --yes").code(2).says(&[says]);
    }
    for id in ["../../ut", "CON", "a/b", "Klubben"] {
        sandbox.write(
            "karta.toml",
            format!(
                "kind = 'intervention'\n[[column]]\nheading = 'Insats'\nfield = 'title'\n[[column]]\nheading = 'Läge'\nfield = 'status'\n\
                 [[column]]\nheading = 'Ansvarig'\nfield = 'responsible'\n[words.body]\n'Fältgruppen' = '{id}'\n\
                 [new.body.'{id}']\nname = 'Klubben'\ntype = 'other'\n"
            ),
        );
        let said = sandbox.run("import lista.csv --map karta.toml --yes");
        assert!(records(&sandbox) == before, "{id}: {}{}", said.out, said.err);
        assert!(!sandbox.path("ut.toml").exists() && !sandbox.path("register/ut.toml").exists());
    }
}

/// What is in a file of somebody's is text, whatever it would be elsewhere, and what it costs is bounded.
#[test]
fn files_that_mean_no_good_are_read_as_text_or_refused() {
    let long = "x".repeat(32_767);
    let formulas = "=HYPERLINK(\"http://example.se\";\"klicka\")|=cmd|'/C calc'!A0";
    let lists: Vec<(String, Vec<u8>)> = vec![
        ("formler.csv".to_owned(), {
            let rows: String = formulas
                .split('|')
                .map(|cell| format!("\"{}\";Pågår;Fältgruppen;Ryd;1\n", cell.replace('"', "\"\"")))
                .collect();
            format!("Insats;Läge;Ansvarig;Stadsdel;Budget 2026\n{rows}").into_bytes()
        }),
        ("stigar.csv".to_owned(), {
            let titles = ["../../etc/passwd", "C:\\Windows\\x", "..", "con", "a\tb", "\u{202e}bakvänt", "-rf"];
            let rows: String = titles.map(|title| format!("\"{title}\";Pågår;Fältgruppen;Ryd;1\n")).concat();
            format!("Insats;Läge;Ansvarig;Stadsdel;Budget 2026\n{rows}").into_bytes()
        }),
        ("långa.xlsx".to_owned(), {
            book(|sheet| {
                for (column, head) in ["Insats", "Läge", "Ansvarig", "Stadsdel", "Beskrivning"].iter().enumerate() {
                    sheet.write(0, u16::try_from(column).unwrap(), *head).unwrap();
                    sheet.write(1, u16::try_from(column).unwrap(), &long).unwrap();
                    sheet.write(2, u16::try_from(column).unwrap(), if column == 0 { "Schack" } else { &long }).unwrap();
                }
            })
        }),
        ("bred.csv".to_owned(), {
            let (heads, cells): (String, String) =
                (0..16_000).map(|place| (format!(";K{place}"), format!(";{place}"))).unzip();
            format!("Insats;Läge;Ansvarig{heads}\nSchack;Pågår;Fältgruppen{cells}\n").into_bytes()
        }),
        ("tomma.xlsx".to_owned(), {
            book(|sheet| {
                for (column, head) in ["Insats", "Läge", "Ansvarig"].iter().enumerate() {
                    sheet.write(0, u16::try_from(column).unwrap(), *head).unwrap();
                    sheet.write(1, u16::try_from(column).unwrap(), ["Schack", "Pågår", "Fältgruppen"][column]).unwrap();
                    sheet
                        .write(1_048_575, u16::try_from(column).unwrap(), ["Sist", "Pågår", "Fältgruppen"][column])
                        .unwrap();
                }
            })
        }),
    ];
    for (name, bytes) in lists {
        let sandbox = Sandbox::small();
        sandbox.write(&name, &bytes);
        let outside: BTreeSet<String> =
            files(&sandbox).into_keys().filter(|file| !file.starts_with("register/")).collect();
        let begun = Instant::now();
        let said = sandbox.run(&format!("import {name} --yes --all-new --take file"));
        assert!(begun.elapsed() < Duration::from_secs(60), "{name} took {:?}", begun.elapsed());
        assert!(!said.err.contains("panicked"), "{name}: {}", said.err);
        assert!(!said.out.contains('\u{202e}') && !said.err.contains('\u{202e}'), "{name}");
        let now: BTreeSet<String> = files(&sandbox).into_keys().filter(|file| !file.starts_with("register/")).collect();
        let new: Vec<&String> = now.difference(&outside).collect();
        assert!(new.iter().all(|file| **file == format!("{name}.map.toml")), "{name}: {new:?}");
        for file in records(&sandbox).keys() {
            let depth = file.matches('/').count();
            assert!(depth <= 2 && !file.contains(".."), "{name}: {file}");
        }
        // What went in comes out as text, in a workbook as elsewhere.
        if said.code == 0 {
            sandbox.run("list intervention --columns title,responsible --csv-for excel -o ut.csv").fine();
            let text = sandbox.read("ut.csv");
            let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
            let cells = reader.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>());
            let cells: Vec<String> = cells.collect();
            assert!(cells.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{name}: {cells:?}");
            assert_eq!(name == "formler.csv", cells.iter().any(|cell| cell.contains("HYPERLINK")), "{name}: {cells:?}");
        }
    }
}

/// What LibreOffice has saved with formulas is read by what they came to, and what went wrong is told of.
#[test]
fn formulas_are_read_by_what_they_came_to() {
    let sandbox = beside("insatser-2026.xlsx");
    sandbox.run("import insatser-2026.xlsx --take register --yes").fine();
    // P7 is the year before and two hundredths, in thousands.
    let walk = sandbox.read("register/interventions/faltarbete-pa-helger.toml");
    assert!(walk.contains("{ year = 2027, amount = 459000, source = \"internal-budget\" }"), "{walk}");
    let sandbox = beside("bostadsbolaget.ods");
    let shown = sandbox.run("import bostadsbolaget.ods --take register --dry-run").fine();
    shows(&shown, &["Norrängen!J9: formeln gick fel, #REF!"]);
}

/// A list of next year has other columns than its map, and a row more than its heads.
#[test]
fn what_a_map_does_not_know_is_proposed_and_what_the_file_lacks_is_told() {
    let sandbox = Sandbox::small();
    sandbox.write("lista.csv", LIST);
    sandbox.run("import lista.csv --yes").fine();
    let next = "Insats;Läge;Ansvarig;Stadsdel;Budget 2027 (tkr);Anm;Läge\nSchackkväll;Pågår;Fältgruppen;Ryd;50;;Klar;över\nBara en anteckning\n";
    sandbox.write("lista.csv", next);
    let said = sandbox.run("import lista.csv --yes").fine();
    let said = said.says(&["E ”Budget 2027 (tkr)” → Budget 2027 – Belopp, i tusental", "F ”Anm” läses inte"]);
    shows(
        &said,
        &[
            "Kolumner som inte läses: Anm.",
            "Kolumner utan rubrik, som inte läses: H1.",
            "Kolumner som kartan har och filen inte: Budget 2026 (tkr).",
            "Rader som inte läses: G1 Läge; A3 Bara en anteckning",
        ],
    );
    let record = sandbox.read("register/interventions/schackkvall.toml");
    assert!(record.contains("year = 2027, amount = 50000") && record.contains("status = \"ongoing\""), "{record}");
}

/// What one changes at the terminal goes by what stands over the column: its year, and what it counts in.
#[test]
fn a_column_that_is_changed_is_of_the_year_that_stands_over_it() {
    let sandbox = Sandbox::small();
    sandbox.write("lista.csv", "Insats;Läge;Ansvarig;Beviljat i tkr för 2026\nSchackkväll;Pågår;Fältgruppen;45\n");
    let Some(terminal) = Terminal::open(&sandbox, "import lista.csv") else { return };
    terminal.reply("Stämmer det", "2");
    terminal.reply("Vilken kolumn", "4");
    terminal.reply("Vad är ”Beviljat", "Utfall – Belopp");
    terminal.reply("Stämmer det", "1");
    terminal.reply("Skriva", "ja");
    assert!(terminal.end().contains("[code 0]"), "{}", terminal.all());
    let record = sandbox.read("register/interventions/schackkvall.toml");
    assert!(record.contains("actual = [\n  { year = 2026, amount = 45000 },\n]"), "{record}");
}
