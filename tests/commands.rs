//! The commands that read: what they print, in which language, and how they end.

use crate::support::{Sandbox, changed_lines};
use register::model::{Kind, Tongue};
use serde_json::Value;
use snapbox::Data;
use snapbox::data::DataFormat;
use std::collections::BTreeSet;
use std::io::Read;

/// Holds a text to a file in `tests/snapshots/`, byte for byte. Line ends are the one exception: git
/// may have changed those of the file.
#[track_caller]
fn assert_snapshot(name: &str, text: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(name);
    let expected = Data::read_from(&path, Some(DataFormat::Text)).raw();
    snapbox::Assert::new().action_env("SNAPSHOTS").eq(text.replace("\r\n", "\n"), expected);
}

/// A snapshot's name, the command line that it is of, and the variables that are set for it.
type Case<'c> = (&'c str, &'c str, &'c [(&'c str, &'c str)]);

/// Runs command lines on the register of this repository, and holds each to its snapshot.
#[track_caller]
fn assert_outputs(cases: &[Case<'_>]) {
    let sandbox = Sandbox::linkoping();
    for (name, line, variables) in cases {
        let said = sandbox.run_with(line, variables).fine();
        assert_eq!(said.err, "", "{line}");
        assert_snapshot(name, &said.out);
    }
}

const WIDE: &[(&str, &str)] = &[("COLUMNS", "200")];
/// Nobody has said a language: reports are in the register's, all else in the locale's.
const ENGLISH_LOCALE: &[(&str, &str)] = &[("REGISTER_LANG", ""), ("LC_ALL", "en_GB.UTF-8"), ("LANG", "en_GB.UTF-8")];

#[test]
fn status_at_several_widths_and_in_both_languages() {
    assert_outputs(&[
        ("status.txt", "status", &[]),
        ("status-wide.txt", "status", WIDE),
        ("status-narrow.txt", "status", &[("COLUMNS", "40")]),
        ("status-ryd.txt", "status --district ryd", &[]),
        ("status-en.txt", "status --lang en", &[]),
    ]);
}

/// Half a number reads as another.
#[test]
fn an_amount_is_never_broken_over_lines() {
    let sandbox = Sandbox::linkoping();
    for width in ["40", "60", "80", "200"] {
        let out = sandbox.run_with("status", &[("COLUMNS", width)]).fine().out;
        let plain = out.replace(['\u{a0}', '\u{202f}'], " ");
        assert!(plain.contains("13 170 002 kr"), "{width}: {out}");
    }
}

#[test]
fn how_often_a_body_meets_is_said_in_words() {
    let out = Sandbox::linkoping().run("show styrgrupp").fine().out;
    assert!(!out.contains("Mötesfrekvens     3, år"), "{out}");
}

#[test]
fn lists_of_every_kind() {
    let sandbox = Sandbox::linkoping();
    for kind in Kind::ALL.map(Kind::name) {
        for (name, width) in [("", "80"), ("-wide", "200")] {
            let said = sandbox.run_with(&format!("list {kind}"), &[("COLUMNS", width)]).fine();
            assert_snapshot(&format!("list-{kind}{name}.txt"), &said.out);
        }
    }
}

#[test]
fn lists_are_filtered_sorted_and_cut() {
    assert_outputs(&[
        (
            "list-filtered.txt",
            "list intervention --district ryd --status ongoing,planned --aspect safety --sort -period.until \
             --columns id,status,period.until,late",
            &[],
        ),
        ("list-between.txt", "list meeting --between 2026-12-01..2026-12-31 --sort body", &[]),
        ("list-late.txt", "list intervention --late", &[]),
        ("list-text.txt", "list intervention --text nattvandr", &[]),
        ("list-assessment.txt", "list interventions --assessment off-track,at-risk --columns title,assessment", &[]),
        ("list-none.txt", "list intervention --status proposed --partner polisen --between 1999", &[]),
    ]);
}

#[test]
fn filters_take_away_and_never_add() {
    let sandbox = Sandbox::linkoping();
    let ids = |filters: &str| -> BTreeSet<String> {
        let said = sandbox.run(&format!("list intervention --format csv --columns id {filters}")).fine();
        said.out.lines().skip(1).map(str::to_owned).collect()
    };
    let all = ids("");
    let (ryd, ongoing) = (ids("--district ryd"), ids("--status ongoing"));
    assert!(!ryd.is_empty() && ryd.is_subset(&all) && ryd != all);
    assert_eq!(ids("--district ryd --status ongoing"), ryd.intersection(&ongoing).cloned().collect());
    assert_eq!(ids("--district ryd --district berga"), ryd.union(&ids("--district berga")).cloned().collect());
}

/// An empty list says that there is nothing, which nobody knows of a district that there is none of.
#[test]
fn a_filter_that_names_nothing_is_told() {
    let sandbox = Sandbox::linkoping();
    for line in ["list intervention --district skagetorp", "status --district skagetorp"] {
        sandbox.run(line).code(1).says(&["skagetorp", "skaggetorp"]);
    }
    sandbox.run("list intervention --category motesplast").code(1).says(&["motesplast"]);
}

#[test]
fn a_period_that_ends_before_it_begins_is_none() {
    Sandbox::small().run("list intervention --between 2026-12-01..2026-01-01").code(2);
}

#[test]
fn one_record_of_each_kind_in_full() {
    assert_outputs(&[
        ("show-district.txt", "show ryd", &[]),
        ("show-body.txt", "show body/styrgrupp", &[]),
        ("show-intervention.txt", "show nattvandring-i-ryd", &[]),
        ("show-meeting.txt", "show 2026-09-17-styrgrupp", &[]),
        ("show-situation.txt", "show 2026-t2-ryd", &[]),
        ("show-agreement.txt", "show medborgarlofte-for-ryd", &[]),
        ("show-intervention-wide-en.txt", "show nattvandring-i-ryd --lang en", WIDE),
        ("show-intervention.json", "show nattvandring-i-ryd --format json", &[]),
    ]);
}

#[test]
fn a_record_is_found_by_its_name_and_by_the_beginning_of_its_id() {
    let sandbox = Sandbox::linkoping();
    let expected = sandbox.run("show nattvandring-i-ryd").fine().out;
    for id in ["intervention/nattvandring-i-ryd", "'Nattvandring i Ryd'", "nattvandring-i-r", "nattvandring-i-ryd.toml"]
    {
        assert_eq!(sandbox.run(&format!("show {id}")).fine().out, expected, "{id}");
    }
    sandbox.run("show nattvandring").code(1).says(&["nattvandring-i-ryd", "nattvandring-i-skaggetorp"]);
    sandbox.run("show nattvandrin-i-ryd").code(1).says(&["menade du", "intervention/nattvandring-i-ryd"]);
}

#[test]
fn the_inventory_in_every_format() {
    assert_outputs(&[
        ("inventory-ryd.txt", "report inventory --district ryd", &[]),
        ("inventory-ryd-wide.txt", "report inventory --district ryd", WIDE),
        ("inventory-ryd.csv", "report inventory --district ryd --format csv", &[]),
        ("inventory-ryd-excel.csv", "report inventory --district ryd --csv-for excel", &[]),
        ("inventory-ryd.tsv", "report inventory --district ryd --format tsv", &[]),
        ("inventory-ryd.json", "report inventory --district ryd --format json", &[]),
        ("inventory-ryd.md", "report inventory --district ryd --format md", &[]),
        ("inventory-ryd.html", "report inventory --district ryd --format html", &[]),
        ("inventory-ryd-en.md", "report inventory --district ryd --format md --lang en", &[]),
    ]);
}

#[test]
fn reports_are_in_the_registers_language_unless_another_is_asked_for() {
    let sandbox = Sandbox::linkoping();
    let said = sandbox.run_with("report inventory", ENGLISH_LOCALE).fine();
    assert!(said.out.starts_with("Inventering · Linköping"), "{}", said.out);
    let said = sandbox.run_with("report inventory --lang en", ENGLISH_LOCALE).fine();
    assert!(said.out.starts_with("Inventory · Linköping"), "{}", said.out);
    sandbox.run_with("show nobody", ENGLISH_LOCALE).code(1).says(&["error: "]);
}

/// RFC 4180: every line ends with CR LF, also the last. Excel's has a byte order mark and semicolons.
#[test]
fn csv_is_as_the_standard_says() {
    let sandbox = Sandbox::linkoping();
    for (line, begin) in [
        ("list district --format csv --columns id,name", "id,name\r\nberga,Berga\r\n"),
        ("list district --csv-for excel --columns id,name", "\u{feff}Id;Namn\r\nberga;Berga\r\n"),
    ] {
        let out = sandbox.run(line).fine().out;
        assert!(out.starts_with(begin) && out.ends_with("\r\n"), "{out:?}");
        assert!(!out.replace("\r\n", "").contains('\n'), "{out:?}");
    }
    let excel = sandbox.run("list intervention --csv-for excel --columns id,staff").fine().out;
    assert!(excel.contains("nattvandring-i-ryd;0,75\r\n"), "{excel}");
}

#[test]
fn no_cell_is_a_formula() {
    let sandbox = Sandbox::small();
    let file = "register/interventions/formel.toml";
    for title in ["=cmd|' /C calc'!A0", "+1+cmd", "-2+3+cmd", "@SUM(A1)", "\\t=1+1"] {
        let text = format!("title = \"{title}\"\nstatus = \"ongoing\"\nresponsible = \"faltgruppen\"\nstaff = -1.5\n");
        sandbox.write(file, text);
        // For programs, a value is what it is; a spreadsheet runs none.
        let out = sandbox.run("list intervention --columns title,staff --csv-for excel").fine().out;
        let cell = out.lines().nth(1).unwrap().trim_start_matches('"');
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "{title}: {out:?}");
        sandbox.run("export csv intervention --csv-for excel --force -o out").fine();
        let exported = sandbox.read("out/interventions.csv");
        let row = exported.lines().nth(1).unwrap().strip_prefix("formel;interventions/formel.toml;").unwrap();
        assert!(!row.trim_start_matches('"').starts_with(['=', '+', '-', '@', '\t']), "{title}: {exported:?}");
        // A number below zero stays one.
        assert!(exported.contains(";-1.5") || exported.contains(";-1,5"), "{exported}");
    }
}

#[test]
fn a_list_is_a_list_in_json_however_many_it_has() {
    let sandbox = Sandbox::linkoping();
    let out = sandbox.run("list intervention --format json --columns id,districts,goals").fine().out;
    let value: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(value["schema_version"], 1);
    let rows = value["tables"]["records"].as_array().unwrap();
    assert!(rows.len() > 50);
    for row in rows {
        assert!(row["districts"].is_array(), "{row}");
    }
}

/// Data is for programs: ids, codes and numbers, and none of the words that people are shown.
#[test]
fn the_dashboard_as_data_says_what_each_number_is() {
    let sandbox = Sandbox::linkoping();
    let out = sandbox.run("status --format csv").fine().out;
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    for row in reader.records() {
        let row = row.unwrap();
        assert!(!row[0].starts_with("status-"), "{out}");
        for cell in row.iter().skip(1) {
            assert!(cell.is_empty() || cell.parse::<f64>().is_ok(), "{cell:?}: {out}");
        }
    }
}

/// What a report of one district counts and shows is that district's.
#[test]
fn the_dashboard_of_a_district_is_of_that_district() {
    let sandbox = Sandbox::linkoping();
    let out = sandbox.run("status --district ryd").fine().out;
    assert!(!out.contains("Berga centrum") && !out.contains("Platssamverkan Skäggetorp"), "{out}");
}

#[test]
fn the_register_of_this_repository_is_right() {
    let sandbox = Sandbox::linkoping();
    for language in Tongue::ALL.iter().map(|tongue| tongue.code()) {
        let said = sandbox.run(&format!("check --strict --lang {language}")).fine();
        assert!(!said.out.contains("varning[") && !said.out.contains("warning["), "{}", said.out);
    }
    let silent = sandbox.run("check --only syntax-error").fine();
    assert!(silent.out.starts_with("Inget att anmärka."), "{}", silent.out);
}

#[test]
fn a_code_is_explained() {
    assert_outputs(&[
        ("explain.txt", "check --explain id-mismatch", &[]),
        ("explain-en.txt", "check --explain id-mismatch --lang en", &[]),
    ]);
    let sandbox = Sandbox::small();
    sandbox.run("check --explain id-mismach").code(2).says(&["id-mismatch"]);
}

/// A register with an error in each of two files.
fn broken() -> Sandbox {
    let sandbox = Sandbox::small();
    sandbox.write("register/districts/berga.toml", "nam = \"Berga\"\n");
    sandbox.write("register/bodies/styrgrupp.toml", "name = \"Styrgrupp\"\ntype = \"grupp\"\n");
    sandbox
}

#[test]
fn findings_as_text_and_as_json() {
    let sandbox = broken();
    assert_snapshot("check.txt", &sandbox.run("check").code(3).out);
    assert_snapshot("check-en.txt", &sandbox.run("check --lang en").code(3).out);
    let said = sandbox.run("check --format json").code(3);
    assert_snapshot("check.json", &said.out);
    let value: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(value["schema_version"], 1);
}

#[test]
fn findings_are_chosen_by_record_and_code() {
    let sandbox = broken();
    assert!(!sandbox.run("check styrgrupp").code(3).out.contains("berga"));
    assert!(!sandbox.run("check --only unknown-value").code(3).out.contains("unknown-key"));
    assert!(!sandbox.run("check --skip unknown-value").code(3).out.contains("unknown-value"));
    sandbox.run("check faltgruppen").fine();
    sandbox.run("check --only inga-fel").code(2);
}

#[test]
fn each_way_of_ending_has_its_code() {
    let sandbox = broken();
    sandbox.run("show ryd").fine();
    sandbox.run("show finns-inte").code(1);
    sandbox.run("show").code(2);
    sandbox.run("check").code(3);
}

#[test]
fn help_in_both_languages() {
    assert_outputs(&[
        ("help.txt", "--help", &[]),
        ("help-en.txt", "--help --lang en", &[]),
        ("help-add-intervention.txt", "add intervention --help", &[]),
        ("help-add-intervention-en.txt", "--lang en add intervention --help", &[]),
    ]);
}

/// The options that every command has come last, and those of the command together before them.
#[test]
fn the_flags_of_a_command_stand_together_in_help() {
    let out = Sandbox::empty().run("add intervention --help").fine().out;
    let flags: Vec<&str> = out.lines().filter_map(|line| line.trim_start().strip_prefix("--")).collect();
    let place = |name: &str| flags.iter().position(|flag| flag.starts_with(name)).unwrap();
    assert!(place("titel") < place("sammanfattning") && place("uppföljning") < place("språk"), "{flags:?}");
}

#[test]
fn a_command_that_is_none_is_told_of_in_the_language_and_colours_asked_for() {
    let sandbox = Sandbox::linkoping();
    for (line, word, is_colored) in [
        ("--color always nix", "fel", true),
        ("--color=always nix", "fel", true),
        ("nix --color always", "fel", true),
        ("nix --color=always --lang=en", "error", true),
        ("--lang en nix", "error", false),
        ("nix --lang en", "error", false),
        ("list --nix --color always intervention --lang en", "error", true),
        ("show --lang en --color always", "error", true),
        ("--color=never --color=always nix", "fel", true),
        ("nix -- --color always --lang en", "fel", false),
    ] {
        let said = sandbox.run(line).code(2);
        assert_eq!(said.err.contains("\u{1b}["), is_colored, "{line}: {}", said.err);
        let plain = anstream::adapter::strip_str(&said.err).to_string();
        assert!(plain.starts_with(&format!("{word}: ")), "{line}: {}", said.err);
    }
    let told = sandbox.run_with("--color always nix", &[("REGISTER_LANG", "xx")]).code(2).err;
    assert!(told.contains("\u{1b}["), "{told}");
    let help = sandbox.run("list --color always --help").fine().out;
    assert!(help.contains("\u{1b}["), "{help}");
}

#[test]
fn usage_errors_in_both_languages() {
    let sandbox = Sandbox::small();
    let mut told = String::new();
    for line in [
        "",
        "lists",
        "list",
        "list insatz",
        "list intervention --statu ongoing",
        "list intervention --status igång",
        "list intervention --columns nix",
        "list intervention --columns",
        "list intervention --between igår",
        "status --format pdf",
        "show",
        "show ryd berga",
        "set nattvandring-i-ryd",
        "add intervention",
        "add intervention --started snart --title X",
        "report inventory --ongoing-and-planned --status ongoing",
        "--today 2026-02-31 status",
        "--lang de status",
    ] {
        for language in Tongue::ALL.iter().map(|tongue| tongue.code()) {
            let said = sandbox.run_with(line, &[("REGISTER_LANG", language)]).code(2);
            assert_eq!(said.out, "", "{line}");
            told += &format!("$ register {line}\n{}\n", said.err);
        }
    }
    assert_snapshot("usage.txt", &told);
    // A hint that offers a choice offers something.
    assert!(told.lines().all(|line| !line.trim_end().ends_with(':')), "{told}");
}

#[test]
fn export_has_a_table_for_each_kind_and_list() {
    let sandbox = Sandbox::linkoping();
    sandbox.run("export csv -o out").fine();
    let names = sandbox.names("out");
    let headers: String = names
        .iter()
        .map(|name| {
            let text = sandbox.read(&format!("out/{name}"));
            format!("{name}: {}\n", text.lines().next().unwrap())
        })
        .collect();
    assert_snapshot("export-headers.txt", &headers);
    let mut all = 0;
    for (kind, table) in Kind::ALL.map(|kind| (kind.name(), register::exchange::table_of(kind))) {
        let rows = |text: &str| csv::Reader::from_reader(text.as_bytes()).records().map(Result::unwrap).count();
        let listed = rows(&sandbox.run(&format!("list {kind} --format csv")).fine().out);
        assert_eq!(rows(&sandbox.read(&format!("out/{table}.csv"))), listed, "{kind}");
        all += listed;
    }
    assert!(all > 150, "{all}");
    // Every row of a list belongs to a record that is there.
    let column = |file: &str, name: &str| -> Vec<String> {
        let text = sandbox.read(file);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let place = reader.headers().unwrap().iter().position(|header| header == name).unwrap();
        reader.records().map(|row| row.unwrap()[place].to_owned()).collect()
    };
    let ids = column("out/interventions.csv", "id");
    assert!(column("out/interventions_budget.csv", "intervention_id").iter().all(|id| ids.contains(id)));
}

#[test]
fn export_of_chosen_kinds() {
    let sandbox = Sandbox::small();
    sandbox.run("export csv district -o out").fine();
    let others = ["codes.csv", "datapackage.json"];
    assert!(sandbox.names("out").iter().all(|name| name.starts_with("districts") || others.contains(&name.as_str())));
    sandbox.run("export csv -o register/register.toml").code(2);
}

#[test]
fn export_as_json_is_whole() {
    let sandbox = Sandbox::linkoping();
    sandbox.run("export json -o out.json").fine();
    let value: Value = serde_json::from_str(&sandbox.read("out.json")).unwrap();
    assert_eq!(value["schema_version"], 1);
    let interventions = value["interventions"].as_object().unwrap();
    assert_eq!(interventions.len(), sandbox.names("register/interventions").len());
    assert_eq!(interventions["nattvandring-i-ryd"]["budget"][1]["amount"], 400_000);
}

#[test]
fn schemas_offer_the_ids_of_the_register() {
    let sandbox = Sandbox::linkoping();
    let all: Value = serde_json::from_str(&sandbox.run("schema").fine().out).unwrap();
    for kind in Kind::ALL.map(Kind::name) {
        let one: Value = serde_json::from_str(&sandbox.run(&format!("schema {kind}")).fine().out).unwrap();
        assert_eq!(all[kind], one);
        assert_eq!(one["type"], "object", "{kind}");
    }
    let responsible = &all["intervention"]["properties"]["responsible"]["enum"];
    assert!(responsible.as_array().unwrap().contains(&Value::from("polisen")), "{responsible}");
    let title = |line: &str| -> Value {
        let schema: Value = serde_json::from_str(&sandbox.run(line).fine().out).unwrap();
        schema["properties"]["districts"]["title"].clone()
    };
    assert_eq!(title("schema intervention"), "Stadsdelar");
    assert_eq!(title("schema intervention --lang en"), "Districts");
}

#[test]
fn schemas_manual_and_completions_need_no_register() {
    let sandbox = Sandbox::empty();
    let _: Value = serde_json::from_str(&sandbox.run("schema intervention").fine().out).unwrap();
    assert!(sandbox.run("man").fine().out.contains(".TH"));
    sandbox.run("man -o man").fine();
    assert!(sandbox.names("man").contains(&"register-lägg-till-insats.1".to_owned()));
    for shell in ["bash", "zsh", "fish"] {
        assert!(sandbox.run(&format!("completions {shell}")).fine().out.contains("register"), "{shell}");
    }
}

#[test]
fn nobody_reading_on_is_no_error() {
    let sandbox = Sandbox::linkoping();
    for line in ["status", "list intervention --format json", "--help", "man", "schema"] {
        let mut child = sandbox.spawn(line);
        // Closed before the program has written.
        drop(child.stdout.take());
        let mut err = String::new();
        child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        let code = child.wait().unwrap().code();
        assert_eq!((code, err.as_str()), (Some(0), ""), "{line}");
    }
}

#[test]
fn a_file_asked_for_is_whole() {
    let sandbox = Sandbox::linkoping();
    for (line, file) in [
        ("report inventory --format html", "i.html"),
        ("status", "s.txt"),
        ("check --format json", "c.json"),
        ("show ryd --format json", "r.json"),
    ] {
        sandbox.write(file, "det som var");
        let said = sandbox.run(&format!("{line} -o {file}")).code(1).says(&[file, "--skriv-över"]);
        assert_eq!((said.out.as_str(), sandbox.read(file).as_str()), ("", "det som var"), "{line}");
        let said = sandbox.run(&format!("{line} --force -o {file}")).fine();
        assert_eq!(said.out, "", "{line}");
        assert_eq!(sandbox.read(file), sandbox.run(line).fine().out, "{line}");
    }
    sandbox.run("status -o finns/inte.txt").code(1).says(&["finns/inte.txt"]);
}

/// What is read from a register is never written over it, however the way there is written.
#[test]
#[cfg(unix)]
fn nothing_of_the_register_is_written_over() {
    let sandbox = Sandbox::small();
    let record = "register/interventions/nattvandring-i-ryd.toml";
    for (link, to) in [("lank.toml", record), ("mapp", "register/interventions"), ("hem", "register")] {
        std::os::unix::fs::symlink(to, sandbox.path(link)).unwrap();
    }
    let (settings, before) = (sandbox.read("register/register.toml"), sandbox.read(record));
    for path in [
        record,
        "register/bodies/../interventions/nattvandring-i-ryd.toml",
        "lank.toml",
        "mapp/nattvandring-i-ryd.toml",
        "mapp/ny.toml",
        "mapp/rapport.html",
        "register/interventions/2026.csv",
        "register/register.toml",
        "hem/register.toml",
        "register/.gitattributes",
        "register/.register.lock",
        "register/.schemas",
    ] {
        for line in ["status", "check --format json", "list body", "show ryd --format json", "export json"] {
            sandbox.run(&format!("{line} --force -o {path}")).code(1).says(&[path, "hör till registret"]);
        }
    }
    sandbox.run("export csv --force -o register/bodies").code(1).says(&["hör till registret"]);
    assert_eq!((sandbox.read("register/register.toml"), sandbox.read(record)), (settings, before));
    assert_eq!(sandbox.names("register/interventions"), ["nattvandring-i-ryd.toml"]);
    sandbox.run("status -o register/rapport.txt").fine();
}

/// A pipe would keep the program waiting; what a shell gives as a file is one all the same.
#[test]
#[cfg(unix)]
fn what_is_no_file_is_not_written_to() {
    let sandbox = Sandbox::small();
    assert!(sandbox.sealed("mkfifo").arg("ror").status().unwrap().success());
    for path in ["ror", "register", "."] {
        sandbox.run(&format!("status --force -o {path}")).code(1).says(&["ingen fil"]);
    }
    let plain = sandbox.run("status").fine().out;
    assert_eq!(sandbox.run("status -o /dev/stdout").fine().out, plain);
    assert!(sandbox.run("status -o /dev/stderr").fine().err.starts_with(&plain));
    sandbox.run("status -o /dev/null").fine();
    sandbox.run("export csv -o ut").fine();
    sandbox.run("export csv -o ut").code(1).says(&["ut/", "--skriv-över"]);
    sandbox.run("export csv --force -o ut").fine();
    sandbox.run("status --force").code(2);
}

/// Whoever says `-o` means what the link leads to; what holds for `latest.html` holds for `/dev/null`.
#[test]
#[cfg(unix)]
fn a_link_that_is_written_to_stays_a_link() {
    let sandbox = Sandbox::small();
    sandbox.write("reports/2026.txt", "");
    std::os::unix::fs::symlink("reports/2026.txt", sandbox.path("latest.txt")).unwrap();
    sandbox.run("status --force -o latest.txt").fine();
    assert!(sandbox.path("latest.txt").is_symlink());
    assert!(sandbox.read("reports/2026.txt").starts_with("Provstad"));
}

#[test]
fn the_same_command_gives_the_same_bytes() {
    let (one, other) = (Sandbox::linkoping(), Sandbox::linkoping());
    for line in [
        "status",
        "list meeting --format json",
        "show styrgrupp",
        "report inventory --format html",
        "schema",
        "check --format json",
    ] {
        let (first, second) = (one.run(line).fine().out, other.run(line).fine().out);
        assert!(first == second, "{line}: {:?}", changed_lines(&first, &second));
    }
}
