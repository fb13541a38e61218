//! How much was read is part of what is read: whatever is wrong with a register, every command that reads it says
//! what it could not read, and none that gives up a name takes the chance that something unread bears it.

use crate::support::{Said, Sandbox, has};
use register::language::Tongue;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Something that keeps a part of a register from being read.
struct Damage {
    /// The file or folder that it is told by.
    file: &'static str,
    /// The field, where the rest of the file can be read.
    field: Option<&'static str>,
    /// Whether git can carry it.
    in_git: bool,
    make: fn(&Sandbox),
}

impl Damage {
    fn name(&self) -> String {
        self.field.map_or_else(|| self.file.to_owned(), |field| format!("{} · {field}", self.file))
    }
}

/// A second file of an id.
const SECOND: &str = "bodies/under/faltgruppen.toml";

const RECORD: &str = "title = \"A\"\nstatus = \"ongoing\"\nresponsible = \"faltgruppen\"\n";

/// Makes a pipe, which keeps whoever opens it waiting for ever.
fn pipe(sandbox: &Sandbox, file: &str) {
    assert!(sandbox.sealed("mkfifo").arg(sandbox.path(file)).status().unwrap().success());
}

#[cfg(unix)]
fn link(sandbox: &Sandbox, target: &str, file: &str) {
    std::os::unix::fs::symlink(target, sandbox.path(file)).unwrap();
}

const fn of_file(file: &'static str, make: fn(&Sandbox)) -> Damage {
    Damage { file, field: None, in_git: true, make }
}

const fn on_disk(file: &'static str, make: fn(&Sandbox)) -> Damage {
    Damage { in_git: false, ..of_file(file, make) }
}

const DAMAGES: &[Damage] = &[
    Damage {
        field: Some("budget[0].amount"),
        ..of_file("interventions/belopp.toml", |sandbox| {
            let budget = "\n[[budget]]\nyear = 2026\namount = \"110000\"\nsource = \"grant\"\n";
            sandbox.write("register/interventions/belopp.toml", format!("{RECORD}{budget}"));
        })
    },
    Damage {
        field: Some("responsibel"),
        ..of_file("interventions/stavfel.toml", |sandbox| {
            let text = format!("{RECORD}responsibel = \"faltgruppen\"\n");
            sandbox.write("register/interventions/stavfel.toml", text);
        })
    },
    Damage {
        field: Some("districts[0]"),
        ..of_file("interventions/hanvisning.toml", |sandbox| {
            let text = format!("{RECORD}districts = [\"Ryd!\"]\n");
            sandbox.write("register/interventions/hanvisning.toml", text);
        })
    },
    of_file("interventions/halv.toml", |sandbox| sandbox.write("register/interventions/halv.toml", "title = \"Halv")),
    of_file("bodies/latin.toml", |sandbox| sandbox.write("register/bodies/latin.toml", b"name = \"R\xe4tt\"\n")),
    of_file("bodies/konflikt.toml", |sandbox| {
        sandbox.write("register/bodies/konflikt.toml", "<<<<<<< A\nname = \"A\"\n=======\nname = \"B\"\n>>>>>>> B\n");
    }),
    of_file("bodies/stor.toml", |sandbox| {
        sandbox.write("register/bodies/stor.toml", format!("name = \"A\"\n{}", "# A\n".repeat(1 << 19)));
    }),
    of_file("bodies/Stort Namn.toml", |sandbox| {
        sandbox.write("register/bodies/Stort Namn.toml", "name = \"A\"\ntype = \"unit\"\n");
    }),
    of_file(SECOND, |sandbox| {
        sandbox.write(&format!("register/{SECOND}"), "name = \"A\"\ntype = \"unit\"\n");
    }),
    of_file("interventions/ny.toml.txt", |sandbox| sandbox.write("register/interventions/ny.toml.txt", RECORD)),
    of_file("interventions/ny.TOML", |sandbox| sandbox.write("register/interventions/ny.TOML", RECORD)),
    of_file("interventions/ny.toml~", |sandbox| sandbox.write("register/interventions/ny.toml~", RECORD)),
    on_disk("bodies/mapp.toml", |sandbox| fs::create_dir(sandbox.path("register/bodies/mapp.toml")).unwrap()),
    #[cfg(unix)]
    of_file("bodies/borta.toml", |sandbox| link(sandbox, "ingenstans.toml", "register/bodies/borta.toml")),
    #[cfg(unix)]
    of_file("bodies/ut.toml", |sandbox| link(sandbox, "/etc/passwd", "register/bodies/ut.toml")),
    #[cfg(unix)]
    on_disk("bodies/ror.toml", |sandbox| pipe(sandbox, "register/bodies/ror.toml")),
    #[cfg(unix)]
    on_disk("bodies/ror", |sandbox| pipe(sandbox, "register/bodies/ror")),
    #[cfg(unix)]
    on_disk("bodies/sockel", |sandbox| {
        std::os::unix::net::UnixListener::bind(sandbox.path("register/bodies/sockel")).unwrap();
    }),
    #[cfg(unix)]
    of_file("agreements", |sandbox| {
        fs::rename(sandbox.path("register/agreements"), sandbox.path("ut")).unwrap();
        link(sandbox, "../ut", "register/agreements");
    }),
];

/// Damages that take the place of others, and so are tried alone.
const ALONE: &[Damage] = &[
    Damage {
        field: Some("valuta"),
        ..of_file("register.toml", |sandbox| {
            let text = sandbox.read("register/register.toml");
            sandbox.write("register/register.toml", format!("{text}valuta = \"SEK\"\n"));
        })
    },
    #[cfg(unix)]
    on_disk("agreements", |sandbox| {
        fs::remove_dir_all(sandbox.path("register/agreements")).unwrap();
        pipe(sandbox, "register/agreements");
    }),
    #[cfg(unix)]
    on_disk("interventions/sluten.toml", |sandbox| {
        use std::os::unix::fs::PermissionsExt;
        sandbox.write("register/interventions/sluten.toml", RECORD);
        let closed = fs::Permissions::from_mode(0o000);
        fs::set_permissions(sandbox.path("register/interventions/sluten.toml"), closed).unwrap();
    }),
    #[cfg(unix)]
    on_disk("agreements", |sandbox| {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(sandbox.path("register/agreements"), fs::Permissions::from_mode(0o000)).unwrap();
    }),
];

/// How a command tells what it could not read.
#[derive(Clone, Copy, PartialEq)]
enum Tells {
    /// In its document, and on standard error.
    Document,
    /// By its findings.
    Findings,
    /// On standard error, and in JSON in the file that it writes.
    File,
    /// On standard error alone.
    Talk,
}

/// How each command is called that reads a register; nothing for those that only write, or read none.
fn reading(command: &str) -> Option<(String, Tells)> {
    let (line, tells) = match command {
        "show" => ("show ryd", Tells::Document),
        "report board" => ("report board faltgruppen", Tells::Document),
        "report pivot" | "report pivot intervention" => {
            ("report pivot --rows status --columns responsible", Tells::Document)
        }
        "check" => ("check", Tells::Findings),
        "sql" => ("sql 'SELECT id FROM interventions'", Tells::Document),
        "export" => ("export json -o ut.json", Tells::File),
        "schema" => ("schema", Tells::Talk),
        "fmt" => ("fmt --dry-run", Tells::Talk),
        "status" | "decisions" | "round status" | "diff" | "log" => (command, Tells::Document),
        _ if command.starts_with("report pivot ") => {
            return Some((format!("{command} --rows kind --columns kind"), Tells::Document));
        }
        _ if command.starts_with("list ") || command.starts_with("report ") => (command, Tells::Document),
        _ if command.starts_with("add ") => return None,
        "propose" | "adopt" | "set" | "edit" | "follow-up" | "rename" | "hand-over" | "remove" | "undo" | "resolve"
        | "meeting decide" | "meeting done" | "round start" | "round read" | "round remind" | "upgrade"
        | "git install" | "git merge-driver" | "git before-rebase" | "init" | "import package" | "completions"
        | "man" | "help" => {
            return None;
        }
        unknown => panic!("`reading` does not say whether `register {unknown}` reads a register"),
    };
    Some((line.to_owned(), tells))
}

/// The names of the commands that have none below them, and of those that do and can be called all the same.
fn commands() -> Vec<String> {
    fn below(command: &clap::Command, before: &str, names: &mut Vec<String>) {
        for inner in command.get_subcommands() {
            let name = format!("{before}{}", inner.get_name());
            if !inner.has_subcommands() || !inner.is_subcommand_required_set() && name == "report pivot" {
                names.push(name.clone());
            }
            below(inner, &format!("{name} "), names);
        }
    }
    let mut names = Vec::new();
    below(&register::cli::command(Tongue::En), "", &mut names);
    names
}

/// A register that is committed, so that it has a history.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::small();
    git(&sandbox, "init --quiet --initial-branch=main");
    commit(&sandbox, "register");
    sandbox
}

fn git(sandbox: &Sandbox, line: &str) {
    let mut command = sandbox.sealed("git");
    command.args(["-c", "user.name=Register", "-c", "user.email=register@example.se"]).args(line.split(' '));
    assert!(command.status().unwrap().success(), "git {line}");
}

fn commit(sandbox: &Sandbox, path: &str) {
    git(sandbox, &format!("add --all -- {path}"));
    git(sandbox, "commit --quiet --allow-empty --message A");
}

fn run(sandbox: &Sandbox, line: &str) -> Said {
    sandbox.run_with(line, &[("COLUMNS", "4000")])
}

fn is_unread(value: &Value, damage: &Damage) -> bool {
    let unread = value["unread"].as_array();
    unread.is_some_and(|unread| {
        let is_it = |place: &&Value| place["file"] == damage.file && place["field"].as_str() == damage.field;
        unread.iter().filter(is_it).count() == 1
    })
}

/// Whether whoever runs the tests is let into everything, so that nothing can be closed.
fn is_let_in(sandbox: &Sandbox, damage: &Damage) -> bool {
    let path = sandbox.path(&format!("register/{}", damage.file));
    let is_closed = |path: &Path| {
        use std::io::ErrorKind::PermissionDenied;
        let error = if path.is_dir() { fs::read_dir(path).err() } else { fs::File::open(path).err() };
        error.is_some_and(|error| error.kind() == PermissionDenied)
    };
    let is_plain = path.symlink_metadata().is_ok_and(|metadata| metadata.is_file() || metadata.is_dir());
    let was_closed = path.metadata().is_ok_and(|metadata| metadata.permissions().readonly());
    is_plain && was_closed && !is_closed(&path)
}

#[test]
fn every_command_says_what_it_could_not_read() {
    if !has("git") || !has("mkfifo") {
        return;
    }
    for damage in DAMAGES.iter().chain(ALONE) {
        let sandbox = sandbox();
        (damage.make)(&sandbox);
        if is_let_in(&sandbox, damage) {
            eprintln!("skipped: {} can be read all the same", damage.file);
            continue;
        }
        let name = damage.name();
        if damage.in_git {
            let before = run(&sandbox, "diff");
            // What differs is read one file at a time, and so a second one of an id is as good as the first.
            let is_alone = damage.file != SECOND;
            assert!(before.code == 0 && (!is_alone || before.out.contains(&name)), "diff: {name}: {before:#?}");
            commit(&sandbox, "register");
        }
        for command in commands() {
            let Some((line, tells)) = reading(&command) else { continue };
            // What differs is told where it does, and what was, as far as git can have known it.
            if command == "log" && !damage.in_git || command == "diff" && damage.in_git {
                continue;
            }
            let said = run(&sandbox, &line);
            let expected = if tells == Tells::Findings { 3 } else { 0 };
            assert!(said.code == expected, "{line}: {name}: {said:#?}");
            match tells {
                Tells::Findings => assert!(said.out.contains(damage.file), "{line}: {name}: {said:#?}"),
                Tells::Document => assert!(said.out.contains(&name), "{line}: {name}: {said:#?}"),
                Tells::File | Tells::Talk => {}
            }
            if tells != Tells::Findings {
                assert!(said.err.contains(&name), "{line}: {name}: {said:#?}");
            }
        }
        if damage.in_git {
            let said = run(&sandbox, "status --at HEAD");
            assert!(said.out.contains(&name), "{name}: {said:#?}");
        }
    }
}

#[test]
fn every_json_has_what_could_not_be_read() {
    if !has("git") || !has("mkfifo") {
        return;
    }
    let sandbox = sandbox();
    DAMAGES.iter().filter(|damage| damage.in_git).for_each(|damage| (damage.make)(&sandbox));
    commit(&sandbox, "register");
    DAMAGES.iter().filter(|damage| !damage.in_git).for_each(|damage| (damage.make)(&sandbox));
    for command in commands() {
        let Some((line, tells)) = reading(&command) else { continue };
        let text = match tells {
            Tells::Talk => continue,
            Tells::File => {
                run(&sandbox, &line).fine();
                sandbox.read("ut.json")
            }
            Tells::Findings | Tells::Document => run(&sandbox, &format!("{line} --format json")).out,
        };
        let value: Value = serde_json::from_str(&text).unwrap();
        for damage in DAMAGES {
            let is_told = match &*command {
                // In the folder, nothing but what git can't carry differs from what is committed.
                "diff" if damage.in_git => continue,
                "log" if !damage.in_git => continue,
                "check" => {
                    let findings = value["findings"].as_array().unwrap();
                    let is_found = findings.iter().any(|finding| finding["file"] == damage.file);
                    is_found && is_unread(&value, damage)
                }
                _ => is_unread(&value, damage),
            };
            assert!(is_told, "{line}: {}: {}", damage.name(), value["unread"]);
        }
    }
}

/// In a table of nothing but rows there is no room for it.
#[test]
fn every_format_says_so_in_its_document_or_beside_it() {
    let sandbox = Sandbox::small();
    sandbox.write("register/bodies/latin.toml", b"name = \"R\xe4tt\"\n");
    for format in ["table", "csv", "tsv", "json", "md", "html"] {
        let said = run(&sandbox, &format!("list body --format {format}")).fine().says(&["bodies/latin.toml"]);
        assert_eq!(said.out.contains("latin.toml"), !matches!(format, "csv" | "tsv"), "{format}: {said:#?}");
    }
    run(&sandbox, "export csv -o ut").fine().says(&["bodies/latin.toml"]);
    run(&sandbox, "report model --format mermaid").fine().says(&["bodies/latin.toml"]);
    // Where the finding itself is not asked for, what was held to the rules is no less a part.
    run(&sandbox, "check --only late").code(2);
    run(&sandbox, "check --only follow-up-late").fine().says(&["bodies/latin.toml"]);
    run(&sandbox, "--lang en list body").fine().says(&["not all of the register could be read (one place)"]);
}

#[test]
fn a_register_that_was_read_whole_says_nothing() {
    let sandbox = Sandbox::small();
    for file in [".ny.toml.swp", ".#ny.toml", "README.md", "faltgruppen.toml~"] {
        sandbox.write(&format!("register/bodies/{file}"), "name = \"A\"\n");
    }
    let said = run(&sandbox, "list body --format json").fine();
    assert_eq!(said.err, "");
    assert_eq!(serde_json::from_str::<Value>(&said.out).unwrap()["unread"], serde_json::json!([]));
    run(&sandbox, "check").fine();
    run(&sandbox, "rename medborgarlofte lofte").fine();
}

/// The files below a folder, with what they hold.
fn files(folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let entry = entry.unwrap();
        let (path, sort) = (entry.path(), entry.file_type().unwrap());
        if sort.is_dir() {
            files(&path, found);
        } else if entry.file_name() != ".register.lock" {
            let bytes = if sort.is_file() { fs::read(&path).unwrap_or_default() } else { Vec::new() };
            found.insert(path.display().to_string(), bytes);
        }
    }
}

#[test]
fn no_name_is_given_up_that_something_unread_may_bear() {
    if !has("mkfifo") {
        return;
    }
    for damage in DAMAGES.iter().chain(ALONE) {
        let sandbox = Sandbox::small();
        (damage.make)(&sandbox);
        if is_let_in(&sandbox, damage) {
            continue;
        }
        let mut before = BTreeMap::new();
        files(sandbox.root(), &mut before);
        for line in ["rename 2026-t2-ryd 2026-t1-ryd", "remove 2026-t2-ryd --yes", "remove 2026-t2-ryd --dry-run"] {
            run(&sandbox, line).code(3).says(&[&damage.name(), "situation/2026-t2-ryd", "register kontrollera"]);
        }
        let mut after = BTreeMap::new();
        files(sandbox.root(), &mut after);
        assert_eq!(before, after, "{}", damage.name());
    }
}

/// A goal that is taken away may be named by what can't be read, as a record may.
#[test]
fn no_element_is_given_up_that_something_unread_may_name() {
    let sandbox = Sandbox::small();
    let goal = "district = \"ryd\"\n\n[[goal]]\nid = \"trygga-kvallar\"\ntitle = \"A\"\n";
    sandbox.write("register/target-pictures/ryd-2025.toml", goal);
    sandbox.write("register/interventions/halv.toml", "goals = [\"ryd#trygga-kvallar\"");
    let editor = sandbox.editor("printf 'district = \"ryd\"\\n' > \"$1\"");
    let variables = [("EDITOR", editor.as_str())];
    sandbox.run_with("edit ryd-2025", &variables).code(3).says(&["interventions/halv.toml"]);
    assert_eq!(sandbox.read("register/target-pictures/ryd-2025.toml"), goal);
    // What names it can be mended first, and anything else be changed meanwhile.
    sandbox.run("set ryd coordinator=Samordnaren").fine();
    sandbox.write("register/interventions/halv.toml", RECORD);
    sandbox.run_with("edit ryd-2025", &variables).fine();
}

/// A pipe in a record's place keeps nobody waiting.
#[test]
#[cfg(unix)]
fn a_pipe_is_never_opened() {
    if !has("mkfifo") || !has("timeout") {
        return;
    }
    let sandbox = sandbox();
    fs::remove_file(sandbox.path("register/bodies/faltgruppen.toml")).unwrap();
    pipe(&sandbox, "register/bodies/faltgruppen.toml");
    for line in [
        "show faltgruppen",
        "set faltgruppen name=A",
        "edit faltgruppen",
        "remove faltgruppen --yes",
        "undo --yes",
        "rename faltgruppen falt",
        "fmt",
        "fmt faltgruppen",
        "check",
        "check faltgruppen",
        "diff",
        "log faltgruppen",
        "add body --name Fältgruppen --type unit",
    ] {
        let mut command = sandbox.sealed("timeout");
        command.args(["10", env!("CARGO_BIN_EXE_register")]).args(line.split(' ')).env("EDITOR", "true");
        let said = crate::support::said(command.output().unwrap());
        assert!(said.code != 124 && said.code != 101, "{line}: {said:#?}");
    }
}

#[test]
fn what_two_states_share_is_told_once() {
    if !has("git") {
        return;
    }
    let sandbox = sandbox();
    sandbox.write("register/register.toml", format!("{}valuta = 1\n", sandbox.read("register/register.toml")));
    let said = run(&sandbox, "diff --format json").fine().says(&["(ett ställe): register.toml · valuta"]);
    let value: Value = serde_json::from_str(&said.out).unwrap();
    let expected = serde_json::json!([{ "file": "register.toml", "field": "valuta", "code": "unknown-key" }]);
    assert_eq!(value["unread"], expected);
}
