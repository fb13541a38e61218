//! `--at` is for commands that read, and each of those looks at the past with it.

use crate::support::repo::{Repo, WALK};
use clap::Command;
use register::language::Tongue;

/// A line of each command that reads: what it says differs between two versions.
const READS: &[(&str, &str)] = &[
    ("status", "status"),
    ("list", "list intervention --columns status"),
    ("show", "show nattvandring-i-ryd"),
    ("check", "check nattvandring-i-ryd"),
    ("report inventory", "report inventory"),
    ("report follow-up", "report follow-up --period 2026-t3"),
    ("report matrix", "report matrix"),
    ("report trend", "report trend --of ongoing"),
    ("report plan", "report plan"),
    ("report coordination", "report coordination"),
    ("report board", "report board faltgruppen"),
    ("report needs", "report needs"),
    ("report model", "report model"),
    ("report law", "report law"),
    ("report pivot", "report pivot --rows status"),
    ("decisions", "decisions"),
    ("diff", "diff target-picture/ryd-2026 target-picture/ny-2026"),
    ("log", "log"),
    ("sql", "sql 'SELECT status FROM interventions'"),
    ("export", "export json -o ut.json --force"),
];

/// The commands of a program that are run, and whether each has the past.
fn commands(command: &Command, path: &str, found: &mut Vec<(String, bool)>) {
    let has_past = command.get_arguments().any(|arg| arg.get_id() == "at");
    for inner in command.get_subcommands() {
        let path = format!("{path} {}", inner.get_name()).trim().to_owned();
        if inner.has_subcommands() {
            commands(inner, &path, found);
        }
        let has_past = inner.get_arguments().any(|arg| arg.get_id() == "at");
        found.push((path, has_past));
    }
    assert!(has_past || !path.is_empty(), "it may stand before a command");
}

/// The first of some words that a line of a table is for.
fn line_of(path: &str) -> Option<&'static str> {
    READS.iter().find(|(name, _)| path == *name || path.starts_with(&format!("{name} "))).map(|(_, line)| *line)
}

#[test]
fn a_command_looks_at_the_past_or_has_no_flag_for_it() {
    let mut program = register::cli::command(Tongue::En);
    program.build();
    let mut found = Vec::new();
    commands(&program, "", &mut found);
    let sandbox = Repo::new();
    let mut tried = Vec::new();
    for (path, has_past) in &found {
        if matches!(path.as_str(), "report" | "git") {
            continue;
        }
        let help = sandbox.run(&format!("--lang en help {path}")).fine().out;
        assert_eq!(help.contains("--at <"), *has_past, "{path}: {help}");
        match line_of(path) {
            Some(line) => {
                assert!(has_past, "{path} reads, and can’t look at the past");
                tried.push(line);
            }
            None => {
                assert!(!has_past, "{path} has --at: its line goes into READS");
                // What git calls takes whatever git gives it.
                let behind = Some(format!("{path} --at HEAD")).filter(|_| path != "git before-rebase");
                for line in behind.into_iter().chain([format!("--at HEAD {path}")]) {
                    let said = sandbox.run(&line);
                    assert_eq!((said.code, said.out.as_str()), (2, ""), "{line}: {said:#?}");
                }
            }
        }
    }
    assert!(READS.iter().all(|(_, line)| tried.contains(line)));
}

#[test]
fn what_is_said_is_of_the_past_wherever_the_flag_stands() {
    let repo = Repo::new();
    repo.git("tag v1").fine();
    repo.git("mv register/target-pictures/ryd-2026.toml register/target-pictures/ny-2026.toml").fine();
    for folder in ["interventions", "meetings", "bodies"] {
        for file in repo.sandbox.names(&format!("register/{folder}")) {
            repo.git(&format!("rm --quiet register/{folder}/{file}")).fine();
        }
    }
    repo.sandbox.write("register/bodies/faltgruppen.toml", "name = \"Ny\"\n");
    repo.edit("register/register.toml", "Provstad", "Nystad");
    repo.commit("Andra", "2026-10-01");
    let told = |line: &str| {
        let said = repo.run(line);
        let file = std::fs::read_to_string(repo.sandbox.path("ut.json")).unwrap_or_default();
        (said.code, said.out, said.err, file)
    };
    let mut same = Vec::new();
    for (name, line) in READS {
        let then = told(&format!("{line} --at v1"));
        if told(line) == then {
            same.push((name, then.clone()));
        }
        assert_eq!(told(&format!("--at v1 {line}")), then, "{name}");
        assert_eq!(told(&format!("--lang sv --vid v1 {line}")), told(&format!("--lang sv {line} --vid=v1")), "{name}");
        let (command, rest) = line.split_once(' ').unwrap_or((line, ""));
        assert_eq!(told(&format!("{command} --at v1 {rest}")), then, "{name}");
    }
    assert!(same.is_empty(), "nothing differs between the two versions: {same:#?}");
}

#[test]
fn what_writes_says_what_the_flag_is_for() {
    let repo = Repo::new();
    let before = repo.sandbox.read(WALK);
    for line in [
        "set nattvandring-i-ryd status=ongoing --at HEAD",
        "--at HEAD set nattvandring-i-ryd status=ongoing",
        "set --vid HEAD nattvandring-i-ryd status=ongoing",
        "add insats --titel Ny --at=HEAD",
        "remove nattvandring-i-ryd --yes --at HEAD",
        "--vid=HEAD git install",
        "--at HEAD init home/nytt",
    ] {
        let said = repo.run(line).code(2);
        assert!(said.err.contains("för att se hur det var"), "{line}: {said:#?}");
    }
    assert_eq!(repo.sandbox.read(WALK), before);
    assert!(!repo.sandbox.path("home/nytt").exists());
}
