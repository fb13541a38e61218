//! A register out as a data package, and back.

use crate::support::any::texts;
use crate::support::{Sandbox, copy};
use proptest::prelude::*;
use register::exchange::{Datum, PackageTable, Unpacking, package_tables};
use register::format::Texts;
use register::model::{Kind, Register};
use register::render::record_value;
use register::store::Store;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) fn load(folder: &Path) -> Register {
    Store::find(Path::new("."), Some(folder)).unwrap().load(None, Texts::All).unwrap().register
}

/// Registers that between them have every field.
fn folders() -> [PathBuf; 3] {
    ["register", "examples/havsby/register", "tests/errors/silent"]
        .map(|folder| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder))
}

/// The rows of a table as texts.
fn rows(table: &PackageTable, register: &Register) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    table.each_row(register, 0..table.records(register), &|_, code| code.to_owned(), &mut |row| {
        let text = |datum: &Datum<'_>| {
            let mut text = String::new();
            datum.push_to(&mut text);
            text
        };
        rows.push(row.iter().map(text).collect());
    });
    rows
}

#[test]
fn a_table_has_each_column_once_and_its_rows_are_told_by_their_keys() {
    let names: BTreeSet<String> = package_tables(&Kind::ALL).into_iter().map(|table| table.name).collect();
    for table in package_tables(&Kind::ALL) {
        let columns: BTreeSet<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
        assert_eq!(columns.len(), table.columns.len(), "{}", table.name);
        assert!(table.key.iter().all(|name| columns.contains(name.as_str())), "{}", table.name);
        for reference in &table.references {
            assert!(
                names.contains(&reference.table)
                    && reference.columns.iter().all(|name| columns.contains(name.as_str()))
            );
        }
        for folder in folders() {
            let register = load(&folder);
            let rows = rows(&table, &register);
            let place = |name: &String| table.columns.iter().position(|column| column.name == *name).unwrap();
            let places: Vec<usize> = table.key.iter().map(place).collect();
            let keys: BTreeSet<Vec<&str>> =
                rows.iter().map(|row| places.iter().map(|place| row[*place].as_str()).collect()).collect();
            assert_eq!(keys.len(), rows.len(), "{} of {}", table.name, folder.display());
        }
    }
}

/// What comes back says what went out, whatever order its rows are in.
#[test]
fn a_package_gives_the_register_back() {
    for folder in folders() {
        let register = load(&folder);
        for is_turned in [false, true] {
            let mut unpacking = Unpacking::default();
            for table in package_tables(&Kind::ALL) {
                let header: Vec<String> = table.columns.iter().map(|column| column.name.clone()).collect();
                let mut rows = rows(&table, &register);
                if is_turned {
                    rows.reverse();
                }
                unpacking.take(&table, &header, rows.into_iter()).unwrap();
            }
            let sandbox = Sandbox::empty();
            for own in unpacking.finish() {
                let (path, text) = match own.kind {
                    None => (
                        "register.toml".to_owned(),
                        register::format::file_text(
                            &own.table,
                            &<register::model::Settings as register::model::Table>::TABLE,
                        ),
                    ),
                    Some(kind) => {
                        (own.file.clone(), register::format::file_text(&own.table, register::catalog::shape_of(kind)))
                    }
                };
                sandbox.write(&format!("register/{path}"), text);
            }
            let back = load(&sandbox.path("register"));
            for table in package_tables(&Kind::ALL) {
                let (mut is, mut was) = (rows(&table, &back), rows(&table, &register));
                // Keys come in the order of their rows.
                if is_turned && !table.key.contains(&"position".to_owned()) {
                    is.sort();
                    was.sort();
                }
                assert_eq!(is, was, "{} of {}", table.name, folder.display());
            }
            assert_eq!(back.unread.len(), register.unread.len());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any register that goes out comes back, and goes out the same.
    #[test]
    fn any_register_comes_back(texts in texts()) {
        let sandbox = Sandbox::empty();
        for (path, text) in &texts {
            sandbox.write(&format!("register/{path}"), text);
        }
        let was = load(&sandbox.path("register"));
        prop_assert!(was.unread.is_empty(), "{:?} in {:#?}", was.unread, texts);
        sandbox.run("export csv -o ut --register register").fine();
        sandbox.run("import package ut -o nytt").fine();
        sandbox.run("export csv -o ut2 --register nytt").fine();
        for name in sandbox.names("ut") {
            prop_assert_eq!(sandbox.read(&format!("ut/{name}")), sandbox.read(&format!("ut2/{name}")), "{}", name);
        }
        let is = load(&sandbox.path("nytt"));
        prop_assert_eq!(&is.settings, &was.settings);
        for kind in Kind::ALL {
            let all = |register: &Register| -> BTreeMap<String, serde_json::Value> {
                register.records(kind).map(|(id, _, fields)| (id.to_owned(), record_value(fields))).collect()
            };
            prop_assert_eq!(all(&is), all(&was), "{}", kind.name());
        }
    }
}

#[test]
fn an_export_can_be_imported_and_exported_again() {
    let sandbox = Sandbox::linkoping();
    sandbox.run("export csv -o ut").fine();
    sandbox.run("import package ut -o nytt").fine();
    sandbox.run("--register nytt export csv -o ut2").fine();
    for name in sandbox.names("ut") {
        assert_eq!(sandbox.read(&format!("ut/{name}")), sandbox.read(&format!("ut2/{name}")), "{name}");
    }
    sandbox.run("--register nytt check --strict").fine();
    // Nothing is written over, and what is no package is told.
    sandbox.run("import package ut -o nytt").code(1).says(&["nytt/register.toml"]);
    sandbox.run("import package register -o annat").code(1).says(&["register.csv"]);
    let budget = sandbox.read("ut/interventions_budget.csv");
    for (from, to, told) in [
        ("2400000", "mycket", "amount"),
        ("position", "plats", "position"),
        (",1,2025", ",7,2025", "interventions_budget.csv"),
    ] {
        sandbox.write("ut/interventions_budget.csv", budget.replacen(from, to, 1));
        let said = sandbox.run("import package ut -o tredje").code(3);
        assert!(said.err.contains(told), "{}", said.err);
        assert!(!sandbox.path("tredje").exists());
    }
}

/// What is not whole, or says two things, is refused, and nothing is written.
#[test]
fn a_package_that_is_not_whole_is_refused() {
    let sandbox = Sandbox::linkoping();
    let fresh = || sandbox.run("export csv -o ut --force").fine();
    fresh();
    let edit = |file: &str, from: &str, to: &str| {
        let path = format!("ut/{file}");
        let text = sandbox.read(&path);
        assert!(text.contains(from), "{file} has no {from}");
        sandbox.write(&path, text.replacen(from, to, 1));
    };
    let remove = |file: &str| fs::remove_file(sandbox.path(&format!("ut/{file}"))).unwrap();
    let semicolons = |file: &str| {
        let text = sandbox.read(&format!("ut/{file}"));
        sandbox.write(&format!("ut/{file}"), text.replace(',', ";"));
    };
    let odd_row = |text: &str| {
        let rest = text.lines().next().unwrap().split(',').count() - 4;
        format!("{text}A B,bodies/a b.toml,Namn,unit{}\r\n", ",".repeat(rest))
    };
    type Harm<'h> = Box<dyn Fn() + 'h>;
    let harms: Vec<(Harm<'_>, i32, &[&str])> = vec![
        (Box::new(|| remove("interventions_budget.csv")), 1, &["interventions_budget.csv"]),
        (Box::new(|| remove("vocabulary.csv")), 1, &["vocabulary.csv"]),
        (Box::new(|| remove("datapackage.json")), 1, &["datapackage.json"]),
        (Box::new(|| sandbox.write("ut/datapackage.json", "{")), 1, &["datapackage.json"]),
        (
            Box::new(|| edit("interventions_districts.csv", ",1,skaggetorp", ",1,ryd")),
            3,
            &["interventions.csv", "districts"],
        ),
        (Box::new(|| edit("register.csv", ",2,Linköping", ",9,Linköping")), 3, &["9"]),
        (Box::new(|| sandbox.write("ut/bodies.csv", odd_row(&sandbox.read("ut/bodies.csv")))), 3, &["A B"]),
        (Box::new(|| semicolons("bodies.csv")), 3, &["bodies.csv", "semikolon"]),
    ];
    for (harm, code, says) in harms {
        fresh();
        harm();
        sandbox.run("import package ut -o nytt").code(code).says(says);
        assert!(!sandbox.path("nytt").exists(), "{says:?}");
    }
    // What nobody knows is told of.
    fresh();
    let text = sandbox.read("ut/bodies.csv");
    let mut lines = text.split_inclusive("\r\n");
    let first = lines.next().unwrap().replace("\r\n", ",anm\r\n");
    sandbox.write("ut/bodies.csv", first + &lines.collect::<String>());
    sandbox.run("import package ut -o okand").fine().says(&["anm", "bodies.csv"]);
    // As a spreadsheet leaves it, and without the lists that stand in cells, it is the same.
    fresh();
    edit("bodies_members.csv", ",true", ",TRUE");
    let text = sandbox.read("ut/interventions.csv");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let place = reader.headers().unwrap().iter().position(|name| name == "districts").unwrap();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let without = |row: &csv::StringRecord| -> csv::StringRecord {
        row.iter().enumerate().filter(|(own, _)| *own != place).map(|(_, cell)| cell).collect()
    };
    writer.write_record(&without(&reader.headers().unwrap().clone())).unwrap();
    reader.records().for_each(|row| writer.write_record(&without(&row.unwrap())).unwrap());
    sandbox.write("ut/interventions.csv", writer.into_inner().unwrap());
    sandbox.run("import package ut -o nytt").fine();
    sandbox.run("--register nytt export csv -o ut2").fine();
    fresh();
    for name in sandbox.names("ut") {
        assert_eq!(sandbox.read(&format!("ut/{name}")), sandbox.read(&format!("ut2/{name}")), "{name}");
    }
    // A word a line, as people write them.
    assert!(sandbox.read("nytt/register.toml").contains("\n[vocabulary.category]\narbete = { sv = "));
}

/// An export says that it is whole last of all, has no more than it says, and can be read by whoever may read what one writes.
#[test]
fn an_export_holds_what_it_says() {
    let sandbox = Sandbox::linkoping();
    sandbox.run("export csv -o ut").fine();
    sandbox.run("export csv body body -o ut --force").fine();
    let package: Value = serde_json::from_str(&sandbox.read("ut/datapackage.json")).unwrap();
    let described: Vec<&str> =
        package["resources"].as_array().unwrap().iter().map(|own| own["path"].as_str().unwrap()).collect();
    assert_eq!(described.len(), described.iter().collect::<BTreeSet<_>>().len());
    let mut there = sandbox.names("ut");
    there.retain(|name| name != "datapackage.json");
    assert_eq!(there.into_iter().collect::<BTreeSet<_>>(), described.iter().map(|name| (*name).to_owned()).collect());
    for (table, column, told) in
        [("target_pictures_goal", "baseline_on", "Utgångsläge: Datum"), ("interventions", "districts", "egen tabell")]
    {
        sandbox.run("export csv -o allt --force").fine();
        let package: Value = serde_json::from_str(&sandbox.read("allt/datapackage.json")).unwrap();
        let of =
            |list: &Value, name: &str| list.as_array().unwrap().iter().find(|own| own["name"] == name).unwrap().clone();
        let field = of(&of(&package["resources"], table)["schema"]["fields"], column);
        assert!(field.to_string().contains(told), "{field}");
    }
    // What is covered is told of.
    let file = "register/interventions/nattvandring-i-ryd.toml";
    sandbox.write(file, sandbox.read(file).replacen("Nattvandring i Ryd", "Ring 070-174 06 05", 1));
    for line in ["export csv -o ut", "export json -o ut.json", "export sqlite -o ut.sqlite"] {
        sandbox.run(&format!("{line} --force")).fine().says(&["personuppgift", "kontrollera --bara personal-data"]);
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |name: &str| fs::metadata(sandbox.path(name)).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode("ut.sqlite"), mode("ut.json"));
    }
}

#[test]
fn no_personal_data_comes_in_by_a_package() {
    let sandbox = Sandbox::small();
    sandbox.run("export csv -o ut").fine();
    let text = sandbox.read("ut/interventions.csv");
    sandbox.write("ut/interventions.csv", text.replacen("Nattvandring i Ryd", "Ring 070-174 06 05", 1));
    let said = sandbox.run("import package ut -o nytt").code(3);
    assert!(said.err.contains("personal-data") && !said.err.contains("174 06"), "{}", said.err);
    assert!(!sandbox.path("nytt").exists());
}

/// What describes the package describes what is in it.
#[test]
fn the_description_is_of_the_files() {
    let sandbox = Sandbox::linkoping();
    sandbox.run("export csv -o ut").fine();
    let package: Value = serde_json::from_str(&sandbox.read("ut/datapackage.json")).unwrap();
    let mut described = BTreeSet::from(["datapackage.json".to_owned()]);
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for resource in package["resources"].as_array().unwrap() {
        let path = resource["path"].as_str().unwrap();
        described.insert(path.to_owned());
        let text = sandbox.read(&format!("ut/{path}"));
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let fields: Vec<&str> = resource["schema"]["fields"]
            .as_array()
            .unwrap()
            .iter()
            .map(|field| field["name"].as_str().unwrap())
            .collect();
        assert_eq!(header, fields, "{path}");
        if header.contains(&"id".to_owned()) && header[0] == "id" {
            let ids = reader.records().map(|row| row.unwrap()[0].to_owned()).collect();
            keys.insert(resource["name"].as_str().unwrap().to_owned(), ids);
        }
    }
    assert_eq!(sandbox.names("ut").into_iter().collect::<BTreeSet<_>>(), described);
    // What a column refers to is there.
    for resource in package["resources"].as_array().unwrap() {
        let text = sandbox.read(&format!("ut/{}", resource["path"].as_str().unwrap()));
        for foreign in resource["schema"]["foreignKeys"].as_array().into_iter().flatten() {
            let [field] = foreign["fields"].as_array().unwrap().as_slice() else { continue };
            let there = &keys[foreign["reference"]["resource"].as_str().unwrap()];
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            let place = reader.headers().unwrap().iter().position(|name| *name == *field.as_str().unwrap()).unwrap();
            for row in reader.records() {
                let row = row.unwrap();
                assert!(row[place].is_empty() || there.contains(&row[place]), "{} {}", resource["name"], &row[place]);
            }
        }
    }
}

/// Everything is described, in the language asked for.
#[test]
fn the_description_is_in_the_language_asked_for() {
    let sandbox = Sandbox::linkoping();
    let mut told = Vec::new();
    for language in ["sv", "en"] {
        sandbox.run(&format!("export csv -o ut-{language} --lang {language}")).fine();
        let package: Value = serde_json::from_str(&sandbox.read(&format!("ut-{language}/datapackage.json"))).unwrap();
        assert_eq!(package["languages"][0], language);
        let mut own = BTreeMap::new();
        for resource in package["resources"].as_array().unwrap() {
            let name = resource["name"].as_str().unwrap();
            own.insert(name.to_owned(), resource["description"].as_str().unwrap().to_owned());
            for field in resource["schema"]["fields"].as_array().unwrap() {
                let name = format!("{name}.{}", field["name"].as_str().unwrap());
                own.insert(name, field["description"].as_str().unwrap().to_owned());
            }
        }
        assert!(own.len() > 300 && own.values().all(|text| !text.is_empty()));
        told.push(own);
    }
    let same: Vec<&String> =
        told[0].iter().filter(|(name, text)| told[1][*name] == **text).map(|(name, _)| name).collect();
    assert!(same.is_empty(), "{same:?}");
}

/// The field's own validator finds nothing, where it is installed.
#[test]
fn frictionless_finds_nothing() {
    let validator = std::env::var("FRICTIONLESS").unwrap_or_else(|_| "frictionless".to_owned());
    for folder in folders() {
        let sandbox = Sandbox::empty();
        copy(&folder, &sandbox.path("register"));
        sandbox.run("export csv -o ut").fine();
        let mut command = sandbox.sealed(&validator);
        command.args(["validate", "--json", "ut/datapackage.json"]);
        if let Ok(path) = std::env::var("PATH") {
            command.env("PATH", path);
        }
        let Ok(output) = command.output() else { return };
        let told: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
        assert_eq!(told["valid"], true, "{}: {}", folder.display(), String::from_utf8_lossy(&output.stdout));
    }
}

/// Plain CSV never changes a value; for a spreadsheet, what it would take for something else stays text.
#[test]
fn plain_tables_hold_what_the_files_hold() {
    let sandbox = Sandbox::small();
    for (text, in_excel) in
        [("- Gå ut", "'- Gå ut"), ("=1+1", "'=1+1"), ("0580", "=\"0580\""), ("1-maj", "=\"1-maj\""), ("A | B", "A | B")]
    {
        sandbox.run(&format!("set nattvandring-i-ryd 'title={text}'")).fine();
        for (line, file) in [
            ("export csv -o ut --force", "ut/interventions.csv"),
            ("list intervention --format csv -o lista.csv --force", "lista.csv"),
        ] {
            sandbox.run(line).fine();
            let told = sandbox.read(file);
            let mut reader = csv::Reader::from_reader(told.as_bytes());
            let place = reader.headers().unwrap().iter().position(|name| name == "title").unwrap();
            assert_eq!(&reader.records().next().unwrap().unwrap()[place], text, "{line}");
        }
        sandbox.run("export csv -o excel --csv-for excel --force").fine();
        let told = fs::read_to_string(sandbox.path("excel/interventions.csv")).unwrap();
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(told.as_bytes());
        assert_eq!(&reader.records().next().unwrap().unwrap()[2], in_excel);
    }
    sandbox.run("set nattvandring-i-ryd places+='Torget | parken' places+='Skolan'").fine();
    sandbox.run("export csv -o ut --force").fine();
    assert!(sandbox.read("ut/interventions.csv").contains("Torget \\| parken | Skolan"));
    assert!(sandbox.read("ut/interventions_places.csv").contains("nattvandring-i-ryd,1,Torget | parken"));
}

/// Asking changes nothing, and reaches nothing else.
#[test]
fn sql_reads_and_nothing_else() {
    let sandbox = Sandbox::linkoping();
    let told = sandbox
        .run("sql 'SELECT status, count(*) AS n FROM interventions GROUP BY 1 ORDER BY 1' --format csv")
        .fine()
        .out;
    assert!(told.starts_with("status,n\r\n") && told.contains("ongoing,40"), "{told}");
    for question in [
        "DELETE FROM interventions",
        "DROP TABLE interventions",
        "CREATE TABLE a (b)",
        "ATTACH \"ny.db\" AS ny",
        "VACUUM INTO \"ny.db\"",
        "PRAGMA query_only = OFF",
        "SELECT 1; SELECT 2",
        "SELECT load_extension(\"a\")",
        "BEGIN",
        "",
    ] {
        let said = sandbox.run(&format!("sql '{question}'")).code(2);
        assert!(said.out.is_empty() && said.err.contains("register fråga --tabeller"), "{question}: {said:?}");
    }
    assert!(!sandbox.path("ny.db").exists());
    sandbox.run("sql 'SELECT namn FROM districts'").code(2).says(&["namn"]);
    let tables = sandbox.run("sql --tables --format json").fine().out;
    for view in
        ["intervention_money", "late", "goal_progress", "follow_up_by_term", "interventions_budget", "vocabulary"]
    {
        assert!(tables.contains(&format!("\"{view}\"")), "{view}");
    }
}

/// What other programs find in what was written, where they are installed: the same totals.
#[test]
fn other_programs_find_the_same() {
    let sandbox = Sandbox::linkoping();
    sandbox.run("export csv -o ut").fine();
    sandbox.run("export sqlite -o ut.sqlite").fine();
    sandbox.run("export sqlite -o ut.sqlite").code(1);
    sandbox.run("export sqlite intervention -o annan.sqlite").code(2);
    let question = "SELECT sum(amount) AS summa FROM interventions_budget WHERE year = 2026";
    let own = sandbox.run(&format!("sql '{question}' --format csv")).fine().out;
    let own = own.lines().nth(1).unwrap().to_owned();
    let path = std::env::var("PATH").unwrap_or_default();
    let script = "import sys\n\
        try:\n import pandas, duckdb\n\
        except ImportError: sys.exit()\n\
        rows = pandas.read_csv('ut/interventions_budget.csv')\n\
        print(rows[rows.year == 2026].amount.sum())\n\
        print(int(duckdb.sql(\"SELECT sum(amount) FROM 'ut/interventions_budget.csv' WHERE year = 2026\").fetchall()[0][0]))\n";
    sandbox.write("las.py", script);
    for (program, arguments) in [("sqlite3", vec!["ut.sqlite", question]), ("python3", vec!["las.py"])] {
        let mut command = sandbox.sealed(program);
        command.args(arguments).env("PATH", &path);
        let Ok(output) = command.output() else { continue };
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(told.lines().all(|line| line == own), "{program}: {told} and not {own}");
    }
    let mut check = sandbox.sealed("sqlite3");
    check.args(["ut.sqlite", "PRAGMA integrity_check; PRAGMA foreign_key_check;"]).env("PATH", &path);
    if let Ok(output) = check.output() {
        assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "ok");
    }
}

/// A spreadsheet that speaks Swedish opens what is written for one: the same totals, and text stays text.
#[test]
fn a_swedish_spreadsheet_finds_the_same() {
    let sandbox = Sandbox::linkoping();
    let texts = [("title", "0580"), ("contact", "1-maj"), ("summary", "007"), ("evidence", "2e5")];
    for (field, text) in texts {
        sandbox.run(&format!("set nattvandring-i-ryd {field}={text}")).fine();
    }
    sandbox.run("export csv -o ut --csv-for excel").fine();
    let question = "SELECT sum(amount) AS amount, (SELECT sum(staff) FROM interventions) AS staff \
        FROM interventions_budget WHERE year = 2026";
    let own = sandbox.run(&format!("sql '{question}' --format csv")).fine().out;
    let own: Vec<f64> = own.lines().nth(1).unwrap().split(',').map(|number| number.parse().unwrap()).collect();
    let profile = format!("-env:UserInstallation=file://{}", sandbox.path("profile").display());
    let mut command = sandbox.sealed("soffice");
    // Semicolons, quotation marks, UTF-8, from the first line, Swedish; and what is shown, as plain CSV.
    command.args(["--headless", &profile]);
    command.args(["--infilter=CSV:59,34,76,1,,1053,false,true"]);
    command.args([
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false",
        "--outdir",
        "last",
    ]);
    command.args(["ut/interventions.csv", "ut/interventions_budget.csv"]);
    command.env("PATH", std::env::var("PATH").unwrap_or_default());
    let Ok(output) = command.output() else { return };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let read = |file: &str| -> Vec<BTreeMap<String, String>> {
        let text = sandbox.read(&format!("last/{file}"));
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let row = |row: csv::StringRecord| header.iter().cloned().zip(row.iter().map(str::to_owned)).collect();
        reader.records().map(|found| row(found.unwrap())).collect()
    };
    let interventions = read("interventions.csv");
    let walk = interventions.iter().find(|row| row["id"] == "nattvandring-i-ryd").unwrap();
    for (field, text) in texts {
        assert_eq!(walk[field], text);
    }
    let number = |text: &String| text.parse::<f64>().unwrap_or_default();
    let of_year = read("interventions_budget.csv").into_iter().filter(|row| row["year"] == "2026");
    let amount: f64 = of_year.map(|row| number(&row["amount"])).sum();
    let staff: f64 = interventions.iter().map(|row| number(&row["staff"])).sum();
    assert!((amount - own[0]).abs() < 0.5 && (staff - own[1]).abs() < 0.005, "{amount} {staff} {own:?}");
}

/// The manual's way to ask the registers of all municipalities at once.
#[test]
fn many_registers_are_asked_as_one() {
    const MUNICIPALITIES: usize = 290;
    let sandbox = Sandbox::linkoping();
    sandbox.run("export csv intervention -o ut").fine();
    for number in 0..MUNICIPALITIES {
        for file in ["interventions.csv", "interventions_budget.csv"] {
            sandbox.write(&format!("paket/k{number:03}/{file}"), sandbox.read(&format!("ut/{file}")));
        }
    }
    let manual = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/handbok.md")).unwrap();
    let recipe = manual.split("### Många register som ett").nth(1).unwrap();
    let script = recipe.split("```python\n").nth(1).unwrap().split("```").next().unwrap();
    sandbox.write("fraga.py", format!("import sys\ntry:\n import duckdb\nexcept ImportError: sys.exit()\n{script}"));
    let mut command = sandbox.sealed("python3");
    command.arg("fraga.py").env("PATH", std::env::var("PATH").unwrap_or_default());
    let Ok(output) = command.output() else { return };
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    if told.is_empty() {
        return;
    }
    let own = "SELECT sum(budget) FROM intervention_money WHERE year = 2026";
    let own = sandbox.run(&format!("sql '{own}' --format csv")).fine().out;
    let one: i64 = own.lines().nth(1).unwrap().parse().unwrap();
    let of_first: i64 = told
        .split("('")
        .filter(|row| row.starts_with("k000"))
        .map(|row| {
            row.trim_end_matches([')', ',', ' ', ']', '\n']).rsplit(", ").next().unwrap().parse::<i64>().unwrap()
        })
        .sum();
    assert_eq!(of_first, one, "{told}");
    assert!(told.contains(&format!("'k{:03}'", MUNICIPALITIES - 1)), "{told}");
}

/// What looks like personal data is covered in a database too.
#[test]
fn no_personal_data_goes_out_in_a_database() {
    let sandbox = Sandbox::small();
    let file = "register/interventions/nattvandring-i-ryd.toml";
    sandbox.write(file, sandbox.read(file).replacen("Nattvandring i Ryd", "Ring 070-174 06 05", 1));
    sandbox.run("export sqlite -o ut.sqlite").fine();
    let bytes = fs::read(sandbox.path("ut.sqlite")).unwrap();
    let has = |text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
    assert!(has("Ring ") && !has("174 06"));
}
