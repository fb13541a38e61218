//! What the program wrote last is taken back byte for byte, or not at all.

use crate::interruption::{Deed, Fault, Promise, WRITES, can_trace, changes_something, files, trace};
use crate::support::{Said, Sandbox, said, words};
use register::language::{Language, Tongue};
use std::fs;

const FOLDER: &str = "register/.register-undo";
const BODY: &str = "register/bodies/faltgruppen.toml";
const DISTRICT: &str = "register/districts/ryd.toml";
const PHONE: &str = "070-174 06 05";

/// The commands that change files and are not taken back, and why.
const NOT_TAKEN_BACK: &[(&str, &str)] = &[
    ("undo", "it takes back"),
    ("git merge-driver", "it writes the file that git hands it, which is none of the register's"),
    ("import package", "it makes a folder that nobody had anything in"),
    ("round start", "the record of the round is, and the workbooks lie beside the register"),
    ("init", "it makes a folder that nobody had anything in"),
    ("git install", "it changes no record"),
];

fn run(sandbox: &Sandbox, deed: &Deed) -> Said {
    sandbox.run_with(deed.line, &[("EDITOR", &format!("sh {}", sandbox.path("home/editor.sh").display()))])
}

fn git(sandbox: &Sandbox, line: &str) -> Said {
    let mut command = sandbox.sealed("git");
    command.args(words(line)).env("GIT_CONFIG_NOSYSTEM", "1");
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "Samordnare").env(format!("GIT_{who}_EMAIL"), "s@example.se");
    }
    said(command.output().unwrap()).fine()
}

fn committed() -> Sandbox {
    let sandbox = Sandbox::small();
    // As `register init` has it: nothing of what is kept is named there.
    sandbox.write("register/.gitignore", ".register.lock\n.register-unfinished-*\n");
    git(&sandbox, "init --quiet --initial-branch main");
    git(&sandbox, "add --all register");
    git(&sandbox, "commit --quiet --message Första");
    sandbox
}

/// What the entries hold, whoever may read it.
fn kept(sandbox: &Sandbox) -> String {
    let names = sandbox.names(FOLDER);
    names
        .iter()
        .map(|name| String::from_utf8_lossy(&fs::read(sandbox.path(FOLDER).join(name)).unwrap()).into_owned())
        .collect()
}

#[test]
fn each_command_that_writes_is_taken_back() {
    for deed in WRITES {
        let why = NOT_TAKEN_BACK.iter().find(|(command, _)| *command == deed.command);
        let sandbox = (deed.before)();
        let before = files(&sandbox);
        run(&sandbox, deed).fine();
        let after = files(&sandbox);
        assert_ne!(before, after, "{}", deed.command);
        if why.is_some() {
            continue;
        }
        assert!(deed.promise == Promise::Whole, "{} is taken back, or is in NOT_TAKEN_BACK", deed.command);
        let shown = sandbox.run("undo --dry-run").fine();
        assert!(shown.out.contains("\n+++ "), "{}: {shown:#?}", deed.command);
        assert_eq!(files(&sandbox), after, "{}: shown alone", deed.command);
        let said = sandbox
            .run("undo --yes")
            .fine()
            .says(&["Tog tillbaka", &Language::new(Tongue::Sv).command_line(deed.command)]);
        assert_eq!(said.out, shown.out, "{}", deed.command);
        assert_eq!(files(&sandbox), before, "{}", deed.command);
    }
    for (command, _) in NOT_TAKEN_BACK {
        assert!(WRITES.iter().any(|deed| deed.command == *command), "there is no command {command}");
    }
}

#[test]
fn one_after_the_other_is_taken_back() {
    let sandbox = Sandbox::small();
    let first = files(&sandbox);
    sandbox.run("set ryd coordinator=Samordnaren").fine();
    let second = files(&sandbox);
    sandbox.run("rename ryd rydd").fine();
    sandbox.run("undo --yes").fine().says(&["byt-id ryd", "23 nov 2026"]);
    assert_eq!(files(&sandbox), second);
    sandbox.run("undo --yes").fine().says(&["ändra ryd"]);
    assert_eq!(files(&sandbox), first);
    sandbox.run("undo --yes").fine().says(&["inget att ta tillbaka"]);
    sandbox.run("--lang en undo").fine().says(&["nothing to take back"]);
    assert_eq!(files(&sandbox), first);
}

#[test]
fn what_is_no_text_comes_back_as_it_was() {
    let sandbox = Sandbox::small();
    let bytes = b"name = \"R\xe4tt\"\r\n".as_slice();
    sandbox.write("register/bodies/latin.toml", bytes);
    sandbox.run("remove latin --yes").fine();
    sandbox.run("undo --yes").fine();
    assert_eq!(fs::read(sandbox.path("register/bodies/latin.toml")).unwrap(), bytes);
}

#[test]
fn nobody_is_asked_without_a_terminal() {
    let sandbox = Sandbox::small();
    sandbox.run("set ryd coordinator=Samordnaren").fine();
    let now = files(&sandbox);
    sandbox.run("undo").code(2).says(&["--ja"]);
    sandbox.run("--at HEAD undo --yes").code(2);
    assert_eq!(files(&sandbox), now);
}

#[test]
fn what_somebody_has_changed_since_is_left() {
    let sandbox = committed();
    sandbox.run("rename ryd rydd").fine();
    sandbox.write("register/districts/rydd.toml", "name = \"Rydd\"\n");
    let now = files(&sandbox);
    for line in ["undo --yes", "undo --dry-run"] {
        let refused = sandbox.run(line).code(1).says(&["byt-id ryd", "districts/rydd.toml", "git"]);
        assert!(!refused.err.contains("situations/"), "{refused:#?}");
    }
    sandbox.run("--lang en undo --yes").code(1).says(&["districts/rydd.toml has been changed since"]);
    assert_eq!(files(&sandbox), now);
    // Git changes files as anybody does.
    let sandbox = committed();
    git(&sandbox, "switch --quiet --create gren");
    sandbox.run("set ryd coordinator=Samordnaren").fine();
    git(&sandbox, "commit --all --quiet --message Samordnare");
    sandbox.run("set ryd coordinator=Ledaren").fine();
    git(&sandbox, "commit --all --quiet --message Ledare");
    git(&sandbox, "checkout --quiet HEAD~1");
    // What was written last is not there: what was written before it is the last that is.
    sandbox.run("undo --dry-run").fine().says(&["ändra ryd"]);
    git(&sandbox, "switch --quiet main");
    sandbox.write(DISTRICT, "name = \"Ryd\"\ncoordinator = \"Någon\"\n");
    sandbox.run("undo --yes").code(1).says(&["districts/ryd.toml"]);
}

#[test]
fn what_is_committed_is_taken_back_in_the_files() {
    let sandbox = committed();
    let before = files(&sandbox);
    sandbox.run("set ryd coordinator=Samordnaren").fine();
    git(&sandbox, "commit --all --quiet --message Samordnare");
    sandbox.run("undo --yes").fine();
    assert_eq!(files(&sandbox), before);
    assert_eq!(git(&sandbox, "status --porcelain").out, " M register/districts/ryd.toml\n");
}

#[test]
fn what_is_kept_is_nobody_elses_to_read() {
    let sandbox = committed();
    sandbox.run("rename ryd rydd").fine();
    sandbox.run("undo --yes").fine();
    sandbox.run("set rydd coordinator=Samordnaren").code(1);
    sandbox.run("set ryd coordinator=Samordnaren").fine();
    assert_eq!(git(&sandbox, "status --porcelain").out, " M register/districts/ryd.toml\n");
    git(&sandbox, "add --all register");
    assert!(!git(&sandbox, "ls-files").out.contains("undo"));
    sandbox.run("check").fine();
    let listed = sandbox.run("list district --format json").fine();
    assert_eq!(
        listed.out.matches("Ryd").count(),
        Sandbox::small().run("list district --format json").out.matches("Ryd").count()
    );
}

#[test]
fn no_more_than_the_last_are_kept() {
    let sandbox = Sandbox::small();
    for number in 1..=23 {
        sandbox.run(&format!("set ryd coordinator=Nummer{number}")).fine();
    }
    assert_eq!(sandbox.names(FOLDER).len(), 21, "with what tells git to look away");
    for number in (3..=22).rev() {
        sandbox.run("undo --yes").fine();
        assert!(sandbox.read(DISTRICT).contains(&format!("Nummer{number}\"")), "{number}");
    }
    sandbox.run("undo --yes").fine().says(&["inget att ta tillbaka"]);
    assert!(sandbox.read(DISTRICT).contains("Nummer3\""));
}

#[test]
fn what_is_forgotten_is_gone() {
    let sandbox = Sandbox::small();
    sandbox.run("set ryd coordinator=Anna").fine();
    sandbox.run("set ryd coordinator=Samordnaren").fine();
    assert!(kept(&sandbox).contains("Anna"));
    sandbox.run("undo --forget").fine().says(&["2 ändringar är glömda"]);
    assert!(!kept(&sandbox).contains("Anna"));
    sandbox.run("undo --yes").fine().says(&["inget att ta tillbaka"]);
    sandbox.run("undo --forget").fine();
}

#[test]
fn personal_data_is_not_kept() {
    let sandbox = Sandbox::small();
    sandbox.run("set ryd coordinator=Samordnaren").fine();
    let text = sandbox.read(BODY);
    sandbox.write(BODY, format!("{text}mission = \"Ring {PHONE}\"\n"));
    // It stays, and would be kept with the rest of the file.
    sandbox.run("set faltgruppen name=Fältarna").fine().says(&["register ångra", "personuppgifter"]);
    assert!(!kept(&sandbox).contains("174"), "{}", kept(&sandbox));
    sandbox.run("set faltgruppen mission=").fine().says(&["register ångra", "personuppgifter"]);
    assert!(!kept(&sandbox).contains("174") && !kept(&sandbox).contains("Ryd"), "{}", kept(&sandbox));
    let now = files(&sandbox);
    sandbox.run("undo --yes").code(1).says(&["ändra faltgruppen", "personuppgifter", "sparas inte"]);
    assert_eq!(files(&sandbox), now);
    // What is written after it is taken back, and no more.
    sandbox.run("set ryd coordinator=Ledaren").fine();
    sandbox.run("undo --yes").fine();
    sandbox.run("undo --yes").code(1);
    assert_eq!(files(&sandbox), now);
    // So is what goes with its record, and what points somebody out without a name.
    let somebody = "En 15-åring på Nygatan 14 och hans bror";
    let walk = "register/interventions/nattvandring-i-ryd.toml";
    for (file, text, line) in [
        ("register/bodies/grupp.toml", format!("name = \"Ring {PHONE}\"\ntype = \"unit\"\n"), "remove grupp --yes"),
        (walk, format!("{}summary = \"{somebody}\"\n", sandbox.read(walk)), "set nattvandring-i-ryd summary=Stöd"),
    ] {
        let sandbox = Sandbox::small();
        sandbox.run("set ryd coordinator=Samordnaren").fine();
        sandbox.write(file, text);
        sandbox.run(line).fine().says(&["register ångra"]);
        assert!(!kept(&sandbox).contains("174") && !kept(&sandbox).contains("bror"), "{line}: {}", kept(&sandbox));
        sandbox.run("undo --yes").code(1);
    }
}

#[test]
fn what_would_be_wrong_is_refused_and_what_was_wrong_is_not() {
    // Somebody refers to what would go.
    let sandbox = Sandbox::small();
    sandbox.run("add body --name Nattgruppen --type unit").fine();
    let text = sandbox.read(DISTRICT);
    sandbox.write(
        "register/interventions/stod.toml",
        "title = \"Stöd\"\nstatus = \"ongoing\"\ndistricts = [\"ryd\"]\nresponsible = \"nattgruppen\"\n",
    );
    let now = files(&sandbox);
    sandbox.run("undo --yes").code(1).says(&["unknown-reference", "nattgruppen"]);
    assert_eq!(files(&sandbox), now);
    // What was there is gone from elsewhere.
    let sandbox = Sandbox::small();
    sandbox.run("add body --name Nattgruppen --type unit").fine();
    sandbox.run("set nattvandring-i-ryd responsible=nattgruppen").fine();
    sandbox.run("set nattvandring-i-ryd responsible=faltgruppen").fine();
    fs::remove_file(sandbox.path("register/bodies/nattgruppen.toml")).unwrap();
    sandbox.run("undo --yes").code(1).says(&["unknown-reference"]);
    // What was wrong before is wrong again: in the file itself, and in others.
    let sandbox = Sandbox::small();
    sandbox.write(DISTRICT, format!("{text}coordinator = 1\n"));
    let walk = "register/interventions/nattvandring-i-ryd.toml";
    sandbox.write(walk, sandbox.read(walk).replace("\"faltgruppen\"", "\"nattgruppen\""));
    let before = files(&sandbox);
    sandbox.run("set ryd coordinator=Samordnaren").fine();
    sandbox.run("add body --name Nattgruppen --type unit").fine();
    sandbox.run("undo --yes").fine();
    sandbox.run("undo --yes").fine();
    assert_eq!(files(&sandbox), before);
}

/// Whenever a change is cut short, the last that was made is what is taken back: it, or the one before it.
#[test]
fn what_was_cut_short_is_not_taken_back_twice() {
    if !can_trace() {
        return;
    }
    let begun = || {
        let sandbox = Sandbox::small();
        sandbox.run("set ryd coordinator=Samordnaren").fine();
        sandbox
    };
    let first = files(&Sandbox::small());
    for line in ["set nattvandring-i-ryd status=paused", "rename faltgruppen falt"] {
        let undisturbed = begun();
        let before = files(&undisturbed);
        let (said, calls) = trace(&undisturbed, line, None);
        said.fine();
        let after = files(&undisturbed);
        for call in calls.iter().filter(|call| changes_something(call)) {
            for fault in [Fault::Kill, Fault::Fail] {
                let sandbox = begun();
                let (said, _) = trace(&sandbox, line, Some((call, fault)));
                sandbox.run("check").fine();
                let now = files(&sandbox);
                let what = format!("{line}, {fault:?} at {call:?}: {said:#?}");
                let undone = sandbox.run("undo --yes").fine();
                let then = files(&sandbox);
                // Where nothing could be kept there is nothing to take back.
                let is_nothing = undone.err.contains("inget att ta tillbaka") && then == now;
                let wanted = if now == after { &before } else { &first };
                assert!(is_nothing || then == *wanted, "{what}: {undone:#?}");
            }
        }
    }
}

#[test]
fn what_others_put_there_is_not_followed() {
    let entry = |file: &str| {
        let head = "{\"on\":\"2026-11-23\",\"command\":\"set\",\"mended\":[],\"is_kept\":true}";
        format!("register undo 1\n{head}\n{{\"file\":\"{file}\",\"held\":2,\"digest\":null}}\nhi")
    };
    for text in
        [entry("../ut.toml"), entry(".git/config"), entry("README.md"), String::new(), entry(DISTRICT)[..90].to_owned()]
    {
        let sandbox = Sandbox::small();
        sandbox.write(&format!("{FOLDER}/00000001"), &text);
        let before = files(&sandbox);
        sandbox.run("undo --yes").code(1).says(&["00000001", "register ångra --glöm"]);
        assert_eq!(files(&sandbox), before, "{text}");
        sandbox.run("undo --forget").fine();
        sandbox.run("set ryd coordinator=Samordnaren").fine();
        sandbox.run("undo --yes").fine();
    }
}

/// What can't be kept keeps nobody from writing.
#[cfg(unix)]
#[test]
fn a_link_in_the_way_is_not_followed() {
    let sandbox = Sandbox::small();
    fs::create_dir(sandbox.path("ute")).unwrap();
    std::os::unix::fs::symlink(sandbox.path("ute"), sandbox.path(FOLDER)).unwrap();
    sandbox.run("set ryd coordinator=Samordnaren").fine().says(&["det går inte att ta tillbaka"]);
    assert_eq!(sandbox.names("ute"), [""; 0]);
    sandbox.run("undo --yes").fine().says(&["inget att ta tillbaka"]);
}
