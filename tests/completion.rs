//! What a shell is told when somebody presses Tab.

use crate::support::{Sandbox, has, said, words};
use register::model::Status;

/// What can stand where the cursor is: behind the last word of the line.
#[track_caller]
fn offered(sandbox: &Sandbox, line: &str) -> Vec<String> {
    let words = words(line);
    let mut command = sandbox.command();
    command.env("REGISTER_COMPLETE", "bash").env("_CLAP_IFS", "\n").env("_CLAP_COMPLETE_COMP_TYPE", "9");
    command.env("_CLAP_COMPLETE_SPACE", "false").env("_CLAP_COMPLETE_INDEX", (words.len() - 1).to_string());
    let said = said(command.arg("--").args(&words).output().unwrap()).fine();
    assert_eq!(said.err, "", "{line}");
    said.out.lines().map(str::to_owned).collect()
}

#[test]
fn ids_of_the_register_that_one_stands_in() {
    let sandbox = Sandbox::small();
    assert_eq!(
        offered(&sandbox, "register show ry"),
        ["ryd", "target-picture/ryd-2026", "action-plan/ryd-2026"],
        "two records of one id go by their kinds"
    );
    let all = offered(&sandbox, "register show ''");
    for id in ["ryd", "faltgruppen", "nattvandring-i-ryd", "2026-09-17-faltgruppen", "2026-t2-ryd", "medborgarlofte"] {
        assert!(all.contains(&id.to_owned()), "{id}: {all:?}");
    }
    sandbox.write("register/districts/rydlunda.toml", "name = \"Rydlunda\"\n");
    assert_eq!(
        offered(&sandbox, "register show ry"),
        ["ryd", "rydlunda", "target-picture/ryd-2026", "action-plan/ryd-2026"]
    );
    assert_eq!(offered(&sandbox, "register follow-up n"), ["nattvandring-i-ryd"]);
    assert_eq!(offered(&sandbox, "register add intervention --responsible ''"), ["faltgruppen"]);
    assert_eq!(offered(&sandbox, "register status --district ''"), ["ryd", "rydlunda"]);
    assert_eq!(offered(&sandbox, "register list meeting --body fa"), ["faltgruppen"]);
}

#[test]
fn values_of_fields() {
    let sandbox = Sandbox::small();
    let statuses = Status::CHOICES.codes;
    for line in ["list intervention --status ''", "add intervention --status ''", "follow-up x --status ''"] {
        assert_eq!(offered(&sandbox, &format!("register {line}")), statuses, "{line}");
    }
    let set = |rest: &str| offered(&sandbox, &format!("register set nattvandring-i-ryd {rest}"));
    assert_eq!(set("status=pa"), ["status=paused"]);
    assert_eq!(set("partners+="), ["partners+=faltgruppen"]);
    assert!(set("st").contains(&"status=".to_owned()));
}

#[test]
fn commands_and_codes() {
    let sandbox = Sandbox::empty();
    assert_eq!(offered(&sandbox, "register fol"), ["follow-up"]);
    assert_eq!(offered(&sandbox, "register check --only personal"), ["personal-data"]);
    // Without a register there is nothing to offer, and nothing to say.
    assert_eq!(offered(&sandbox, "register show fal"), [""; 0]);
}

#[test]
fn ids_with_their_kind_before_them() {
    let sandbox = Sandbox::small();
    assert_eq!(offered(&sandbox, "register show intervention/na"), ["intervention/nattvandring-i-ryd"]);
}

#[test]
fn fields_of_the_kind_that_the_record_is() {
    let sandbox = Sandbox::small();
    assert_eq!(offered(&sandbox, "register set nattvandring-i-ryd sta"), ["staff=", "started=", "status="]);
}

#[test]
fn the_scripts_are_what_each_shell_understands() {
    let sandbox = Sandbox::empty();
    for shell in ["bash", "zsh", "fish"] {
        let script = sandbox.run(&format!("completions {shell}")).fine().out;
        sandbox.write("script", script);
        if has(shell) {
            let output = sandbox.sealed(shell).args(["-n", "script"]).output().unwrap();
            assert_eq!(said(output).fine().err, "", "{shell}");
        }
    }
}

#[test]
fn bash_completes_with_the_script_loaded() {
    if !has("bash") {
        return;
    }
    let sandbox = Sandbox::small();
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_register"));
    let path = format!("{}:{}", program.parent().unwrap().display(), std::env::var("PATH").unwrap());
    let commands = "source <(register completions bash)
        COMP_WORDS=(register show natt) COMP_CWORD=2 COMP_TYPE=9
        _clap_complete_register register natt show
        printf '%s\\n' \"${COMPREPLY[@]}\"";
    let output = sandbox.sealed("bash").env("PATH", path).args(["-c", commands]).output().unwrap();
    assert_eq!(said(output).fine().out, "nattvandring-i-ryd\n");
}
