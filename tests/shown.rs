//! Nothing that is shown has personal data in it: a register with some in every text is read by every command, in
//! every format that the command has, to standard output and to a file.

use crate::support::books::parts_of;
use crate::support::{Said, Sandbox, copy, identity_number, said, words};
use register::format::{Texts, TomlDocument};
use register::language::Tongue;
use register::model::{KeyPath, Kind, Spot, Value, each_value};
use register::personal_data::find;
use register::render::{Format, format_named};
use register::store::Store;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What is planted, in forms that no table or layout keeps together.
fn planted() -> [String; 4] {
    [
        identity_number("850709"),
        identity_number("850709").replace('-', ""),
        "070-174 06 05".to_owned(),
        "namn.efternamn@example.se".to_owned(),
    ]
}

/// What each command that reads is asked for; what none of them has are commands that show nothing of a register.
/// A command that is new has to be put here.
pub fn lines(command: &str) -> Option<Vec<String>> {
    let lines: Vec<&str> = match command {
        "status" => vec!["status", "--lang en status"],
        "list" => vec![
            "--lang en list intervention",
            "list intervention --columns title,summary,contact,places",
            "list district --columns name,coordinator",
            "list nothing-070-1740605",
        ],
        "show" => vec!["show nattvandring-i-bergo", "--lang en show nattvandring-i-berga", "show 070-1740605"],
        "check" => {
            vec!["check", "check --waived", "check --since HEAD~1", "check --staged", "check berga", "--lang en check"]
        }
        "report board" => vec!["report board kommunstyrelsen --year 2026"],
        "report inventory" => vec!["report inventory", "report inventory --ids", "report inventory --totals"],
        "report follow-up" => vec!["report follow-up"],
        "report plan" => vec!["report plan", "report plan --template bra"],
        "report coordination" => vec!["report coordination", "report coordination --ids"],
        "report matrix" => vec!["report matrix"],
        "report trend" => vec!["report trend --by responsible", "report trend --of late"],
        "report needs" => vec!["report needs"],
        "report model" => vec!["report model", "report model --format mermaid"],
        "report law" => vec!["report law"],
        "report pivot" => vec![
            "report pivot --rows districts --columns status",
            "report pivot --rows responsible --columns status",
            "report pivot --rows districts --columns status --ids",
        ],
        "sql" => vec!["sql 'SELECT * FROM interventions'", "sql 'SELECT note FROM interventions_follow_up'"],
        "decisions" => vec!["decisions"],
        "meeting" => {
            vec!["meeting decide 2026-09-17-styrgrupp --text 'Ring 070-1740605' --dry-run", "meeting done 070-1740605"]
        }
        "round start" => vec!["round start 2026-T3 -o books --force", "round start 070-1740605 -o books"],
        "round read" => vec!["round read 070-1740605.xlsx"],
        "round status" => vec!["round status"],
        "round remind" => vec!["round remind", "--lang en round remind"],
        "diff" => vec!["diff HEAD~1", "diff HEAD~1 --stat", "diff"],
        "log" => vec!["log", "log nattvandring-i-berga", "log -n 1"],
        "export" => vec![
            "export csv -o csv",
            "export csv -o excel --csv-for excel",
            "export json -o all.json",
            "export tsv -o csv --force",
            "export sqlite -o alla.sqlite",
        ],
        "schema" => vec!["schema", "schema intervention", "schema -o schemas"],
        "fmt" => vec!["fmt --check"],
        "upgrade" => vec!["upgrade --dry-run"],
        "set" => vec![
            "set nattvandring-i-berga status=paused --dry-run",
            "set nattvandring-i-berga status=070-1740605",
            "set nattvandring-i-bergo status=paused",
            "set register 'name=Ring 070-174 06 05'",
        ],
        "remove" => vec!["remove berga", "remove nattvandring-i-berga --dry-run"],
        "undo" => vec!["undo --dry-run", "undo --forget"],
        "propose" => vec!["propose target-picture/berga-2026 --at-meeting 2026-09-17-styrgrupp --dry-run"],
        "adopt" => vec!["adopt target-picture/berga-2026 --at-meeting 2026-09-17-styrgrupp --as ny --dry-run"],
        "rename" => vec!["rename nattvandring-i-berga nattvandring --dry-run"],
        "hand-over" => vec!["hand-over polisen socialforvaltningen --dry-run", "hand-over berga 070-1740605"],
        "follow-up" => vec!["follow-up nattvandring-i-berga -a on-track --dry-run"],
        "add" => vec![
            "add body --name 'Grupp 070-174 06 05' --type unit --dry-run",
            "add goal --title 'Ring 070-174 06 05' --dry-run",
            "add category --name 'Ring 070-174 06 05' --dry-run",
        ],
        "resolve" => vec!["resolve"],
        _ => return None,
    };
    let of_each_kind = match command {
        "list" => Kind::ALL.into_iter().map(|kind| format!("list {}", kind.name())).collect(),
        "show" => records().iter().map(|record| format!("show {record}")).collect(),
        _ => Vec::new(),
    };
    Some(of_each_kind.into_iter().chain(lines.into_iter().map(str::to_owned)).collect())
}

/// The records of the register that has every field, as `kind/id`.
fn records() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/errors/silent");
    let register = Store::find(&root, Some(&root)).unwrap().load(None, Texts::All).unwrap().register;
    let of_kind = |kind: Kind| {
        let ids = register.ids(kind);
        assert!(!ids.is_empty(), "tests/errors/silent/{}/ has no record", kind.folder());
        ids.into_iter().map(move |id| format!("{}/{id}", kind.name())).collect::<Vec<_>>()
    };
    Kind::ALL.into_iter().flat_map(of_kind).collect()
}

/// Commands that show nothing of a register.
const OTHERS: &[&str] = &[
    "edit",
    "git install",
    "git merge-driver",
    "git before-rebase",
    "init",
    "import package",
    "completions",
    "man",
    "help",
];

/// The commands of the program, those within others by both names unless they are told of together, each with the
/// formats that it has.
pub fn commands() -> Vec<(String, Vec<String>)> {
    fn formats(command: &clap::Command) -> Vec<String> {
        let format = command.get_arguments().find(|argument| argument.get_long() == Some("format"));
        match format {
            Some(format) => offered(format),
            None => command.get_subcommands().map(formats).find(|formats| !formats.is_empty()).unwrap_or_default(),
        }
    }
    fn offered(format: &clap::Arg) -> Vec<String> {
        let offered = format.get_possible_values().into_iter().filter(|value| !value.is_hide_set());
        offered.map(|value| value.get_name().to_owned()).collect()
    }
    fn add(command: &clap::Command, before: &str, found: &mut Vec<(String, Vec<String>)>) {
        for inner in command.get_subcommands() {
            let name = format!("{before}{}", inner.get_name());
            if inner.has_subcommands() && lines(&name).is_none() && !OTHERS.contains(&&*name) {
                add(inner, &format!("{name} "), found);
            } else {
                found.push((name, formats(inner)));
            }
        }
    }
    let mut found = Vec::new();
    add(&register::cli::command(Tongue::OF_NAMES), "", &mut found);
    found
}

/// The register that has every field, with what is planted in each of its texts and in a comment of each file.
fn planted_register() -> Sandbox {
    let sandbox = Sandbox::empty();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/errors/silent"), &sandbox.path("register"));
    git(&sandbox, "init --quiet --initial-branch main");
    commit(&sandbox, "Första");
    let store = Store::find(sandbox.root(), Some(Path::new("register"))).unwrap();
    let register = store.load(None, Texts::All).unwrap().register;
    let mut texts: BTreeMap<String, Vec<KeyPath>> = BTreeMap::new();
    for kind in Kind::ALL {
        for (_, file, fields) in register.records(kind) {
            each_value(fields, &mut |path, value| {
                if let Value::Text(_) = value {
                    texts.entry(file.to_owned()).or_default().push(path.to_vec());
                }
            });
        }
    }
    assert!(texts.values().map(Vec::len).sum::<usize>() > 60);
    for (file, paths) in texts {
        let path = sandbox.path(&format!("register/{file}"));
        let text = fs::read_to_string(&path).unwrap();
        let document = TomlDocument::parse(&text).unwrap();
        let mut ends: Vec<usize> = paths
            .iter()
            .filter_map(|path| document.locate(&Spot::Value(path.clone())))
            .map(|span| span.end - if text[span].ends_with("\"\"\"") { 3 } else { 1 })
            .collect();
        ends.sort_unstable();
        ends.dedup();
        let mut planted_text = text.clone();
        for end in ends.into_iter().rev() {
            planted_text.insert_str(end, &format!(" {}", planted().join(" ")));
        }
        fs::write(&path, format!("# {}\n{planted_text}", planted().join(" "))).unwrap();
    }
    let settings = sandbox.read("register/register.toml");
    sandbox.write("register/register.toml", format!("{settings}\n# {}\n", planted().join(" ")));
    commit(&sandbox, &format!("Ring {}", planted().join(" ")));
    sandbox.write("register/README.md", planted().join("\n"));
    sandbox
}

fn git(sandbox: &Sandbox, line: &str) -> Said {
    let mut command = sandbox.sealed("git");
    command.args(words(line)).env("GIT_CONFIG_NOSYSTEM", "1");
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "Samordnare").env(format!("GIT_{who}_EMAIL"), "s@example.se");
    }
    said(command.output().unwrap()).fine()
}

fn commit(sandbox: &Sandbox, message: &str) {
    git(sandbox, "add --all");
    git(sandbox, &format!("commit --quiet --no-verify --message '{message}'"));
}

#[test]
fn no_command_shows_personal_data_in_any_format() {
    let sandbox = planted_register();
    let mut shown: Vec<String> = Vec::new();
    let mut wrong: Vec<String> = Vec::new();
    let mut covered = 0;
    for (command, formats) in commands() {
        let Some(lines) = lines(&command) else {
            assert!(
                OTHERS.contains(&&*command),
                "`register {command}` goes into `lines`, with how it is run, or into OTHERS, as it shows nothing"
            );
            continue;
        };
        for line in lines {
            // A table is what there is without a format, and a format goes for what shows one.
            let formats = if line.contains("--format") { Vec::new() } else { formats.clone() };
            let mut all = vec![line.clone()];
            for format in &formats {
                // What is no text is written to a file alone.
                let is_text = format_named(format).is_none_or(Format::is_text);
                all.extend(is_text.then(|| format!("{line} --format {format}")));
                all.push(format!("{line} --format {format} --output out"));
            }
            for line in all {
                let said = sandbox.run(&line);
                // What is asked wrongly shows nothing, and proves nothing.
                let is_asked = said.code != 2 || line.contains("1740605") || said.err.contains("mermaid");
                wrong.extend((!is_asked).then(|| format!("{line}: {said:?}")));
                covered += usize::from(said.out.contains("*****"));
                let mut texts = vec![("out", said.out), ("err", said.err)];
                for file in ["out", "all.json"] {
                    if let Ok(bytes) = fs::read(sandbox.path(file)) {
                        fs::remove_file(sandbox.path(file)).unwrap();
                        let is_packed = bytes.starts_with(b"PK");
                        texts
                            .push((file, if is_packed { parts_of(&bytes) } else { String::from_utf8(bytes).unwrap() }));
                    }
                }
                for folder in ["csv", "excel", "schemas", "books"] {
                    for entry in fs::read_dir(sandbox.path(folder)).into_iter().flatten() {
                        texts.push((folder, as_text(fs::read(entry.unwrap().path()).unwrap())));
                    }
                }
                for (place, text) in texts {
                    let has = planted().iter().any(|planted| text.contains(planted)) || leaks(&text);
                    shown.extend(has.then(|| format!("{line}: {place}")));
                }
            }
        }
    }
    assert!(shown.is_empty(), "{shown:#?}");
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(covered > 50, "{covered}");
}

/// What is in a file, also where it is packed.
fn as_text(bytes: Vec<u8>) -> String {
    if bytes.starts_with(b"PK") { parts_of(&bytes) } else { String::from_utf8(bytes).unwrap() }
}

/// Whether a text has something that is found, or what is planted however it is laid out.
fn leaks(text: &str) -> bool {
    let packed: String =
        text.chars().filter(|letter| letter.is_alphanumeric() || matches!(letter, '@' | '*')).collect();
    let is_in = |planted: &String| {
        let own: String = planted.chars().filter(|letter| letter.is_alphanumeric() || *letter == '@').collect();
        packed.contains(&own)
    };
    // A number of JSON is one.
    planted().iter().any(is_in)
        || find(text).iter().any(|found| !text[found.bytes.clone()].bytes().all(|byte| byte.is_ascii_digit()))
}

/// A number where a text belongs is somebody's all the same.
#[test]
fn a_number_in_the_place_of_a_text_is_covered_in_what_changed() {
    let sandbox = Sandbox::small();
    git(&sandbox, "init --quiet --initial-branch main");
    commit(&sandbox, "Allt");
    let number = identity_number("850709").replace('-', "");
    let file = "register/interventions/nattvandring-i-ryd.toml";
    let text = sandbox.read(file).replace("\"Nattvandring i Ryd\"", &number);
    sandbox.write(file, format!("{text}places = [{number}]\n"));
    for format in ["text", "csv", "tsv", "md", "json", "html"] {
        let said = sandbox.run(&format!("diff --format {format}")).fine();
        let digits: String = said.out.chars().filter(char::is_ascii_digit).collect();
        assert!(!digits.contains(&number), "{format}: {}", said.out);
        assert!(said.out.replace('\\', "").contains("****"), "{format}: {}", said.out);
    }
}
