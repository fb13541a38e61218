//! Personal data comes into a register by no way: what the writing commands refuse is held in `writing`; here are the
//! ways around them.

use crate::support::{Said, Sandbox, identity_number, said, words};

const BODY: &str = "register/bodies/faltgruppen.toml";
const PHONE: &str = "070-174 06 05";

/// A register under git whose clone is set up.
fn set_up() -> Sandbox {
    let sandbox = Sandbox::small();
    git(&sandbox, "init --quiet --initial-branch main").fine();
    sandbox.run("git install").fine();
    git(&sandbox, "add --all").fine();
    git(&sandbox, "commit --quiet --message Första").fine();
    sandbox
}

fn git(sandbox: &Sandbox, line: &str) -> Said {
    let mut command = sandbox.sealed("git");
    command.args(words(line)).env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_EDITOR", "true");
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "Samordnare").env(format!("GIT_{who}_EMAIL"), "s@example.se");
    }
    said(command.output().unwrap())
}

/// Commits a change to a file on a branch of its own, past the hooks, as a clone that is not set up does.
fn on_branch(sandbox: &Sandbox, file: &str, text: &str) {
    git(sandbox, "switch --quiet --create gren").fine();
    sandbox.write(file, text);
    git(sandbox, "add --all").fine();
    let mut command = sandbox.sealed("git");
    command.args(["-c", "core.hooksPath=/dev/null", "commit", "--quiet", "--message", "Gren"]);
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "Samordnare").env(format!("GIT_{who}_EMAIL"), "s@example.se");
    }
    said(command.output().unwrap()).fine();
    git(sandbox, "switch --quiet main").fine();
}

#[test]
fn a_register_does_not_begin_with_it() {
    let sandbox = Sandbox::empty();
    for line in ["init --name 'Ring 070-174 06 05'", "init namn@example.se", "init nytt --municipality-code 0701740605"]
    {
        let said = sandbox.run(line).code(1);
        assert!(!said.err.contains("174") && !said.err.contains("namn@"), "{line}: {said:#?}");
        assert_eq!(sandbox.names("."), ["home"], "{line}");
    }
}

#[test]
fn files_beside_the_records_are_checked() {
    let sandbox = set_up();
    sandbox.write("register/README.md", format!("# Provstad\n\nRing {PHONE}\n"));
    sandbox.write("register/bodies/lista.csv", format!("namn;nummer\nRyd;{}\n", identity_number("850709")));
    sandbox.write("register/latin.csv", b"namn;telefon\nF\xe4lt;0701740605\n".as_slice());
    sandbox.write("register/bild.png", b"\x89PNG\x00 0701740605".as_slice());
    let said = sandbox.run("check --only personal-data").code(3);
    for place in ["README.md:3:6", "bodies/lista.csv:2:5", "latin.csv:2:6"] {
        assert!(said.out.contains(place), "{place}: {said:#?}");
    }
    assert!(!said.out.contains("bild.png") && !said.out.contains("174"), "{said:#?}");
    git(&sandbox, "add --all").fine();
    let stopped = git(&sandbox, "commit --quiet --message Lista");
    assert_eq!(stopped.code, 1, "{stopped:#?}");
    assert!(format!("{stopped:?}").contains("README.md"), "{stopped:#?}");
}

#[test]
fn a_merge_does_not_bring_it() {
    // A file that only the other side has is the hook's to find.
    let sandbox = set_up();
    on_branch(&sandbox, "register/bodies/ny.toml", &format!("name = \"Ny\"\ntype = \"unit\"\nmission = \"{PHONE}\"\n"));
    let stopped = git(&sandbox, "merge --no-ff gren");
    assert_ne!(stopped.code, 0, "{stopped:#?}");
    assert!(format!("{stopped:?}").contains("personal-data"), "{stopped:#?}");
    // One that both sides changed is the driver's.
    let sandbox = set_up();
    let text = sandbox.read(BODY);
    on_branch(&sandbox, BODY, &format!("{text}mission = \"{PHONE}\"\n"));
    sandbox.write(BODY, text.replace("Fältgruppen", "Fältarna"));
    git(&sandbox, "commit --all --quiet --message Namn").fine();
    let stopped = git(&sandbox, "merge gren");
    assert_ne!(stopped.code, 0, "{stopped:#?}");
    assert!(stopped.err.contains("den andra sidan har något som liknar ett telefonnummer"), "{stopped:#?}");
    assert!(!stopped.err.contains(PHONE) && !stopped.out.contains(PHONE), "{stopped:#?}");
    sandbox.run("resolve").code(1).says(&["personal-data", "bodies/faltgruppen.toml:3:12"]);
}

#[test]
fn a_commit_that_is_picked_does_not_bring_it() {
    let sandbox = set_up();
    on_branch(&sandbox, "register/bodies/ny.toml", &format!("name = \"Ny\"\ntype = \"unit\"\nmission = \"{PHONE}\"\n"));
    let stopped = git(&sandbox, "cherry-pick gren");
    assert_ne!(stopped.code, 0, "{stopped:#?}");
    assert!(format!("{stopped:?}").contains("personal-data"), "{stopped:#?}");
}

#[test]
fn a_conflict_is_not_resolved_with_it() {
    let sandbox = set_up();
    let text = sandbox.read(BODY);
    on_branch(&sandbox, BODY, &format!("{text}mission = \"Ring {PHONE}\"\n"));
    sandbox.write(BODY, format!("{text}mission = \"Stöd\"\n"));
    git(&sandbox, "commit --all --quiet --message Stöd").fine();
    assert_ne!(git(&sandbox, "merge gren").code, 0);
    let left = sandbox.read(BODY);
    assert!(left.contains("<<<<<<<"), "{left}");
    for take in ["theirs", "both"] {
        let said = sandbox.run(&format!("resolve --take {take}")).code(1);
        assert!(!format!("{said:?}").contains("174 06"), "{said:#?}");
        assert_eq!(sandbox.read(BODY), left, "{take}");
    }
    sandbox.run("resolve --take ours").fine();
    assert!(!sandbox.read(BODY).contains(PHONE));
}
