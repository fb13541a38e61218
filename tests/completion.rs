//! What a shell is told when somebody presses Tab.

use crate::support::{Sandbox, has, said};

/// What can stand where the cursor is: behind the last word of the line.
#[track_caller]
fn offered(sandbox: &Sandbox, line: &str) -> Vec<String> {
    let mut command = sandbox.command();
    command.env("REGISTER_COMPLETE", "bash");
    let said = said(command.args(["--", line]).output().unwrap()).fine();
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
    let statuses = ["föreslagen", "planerad", "pågående", "pausad", "avslutad", "avbruten"];
    for line in ["list intervention --status ''", "add intervention --status ", "follow-up x --status ''"] {
        assert_eq!(offered(&sandbox, &format!("register {line}")), statuses, "{line}");
    }
    let set = |rest: &str| offered(&sandbox, &format!("register set nattvandring-i-ryd {rest}"));
    assert_eq!(set("status=pa"), ["status=pausad", "status=paused"]);
    assert_eq!(set("Status=av"), ["Status=avslutad", "Status=avbruten"]);
    assert_eq!(set("partners+="), ["partners+=faltgruppen"]);
    assert!(set("st").contains(&"status=".to_owned()));
}

#[test]
fn commands_and_codes() {
    let sandbox = Sandbox::empty();
    assert_eq!(offered(&sandbox, "register föl"), ["följ-upp"]);
    assert_eq!(offered(&sandbox, "register follow"), ["follow-up"]);
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
    assert_eq!(
        offered(&sandbox, "register set nattvandring-i-ryd sta"),
        ["status=", "stadsdelar=", "started=", "staff="]
    );
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

/// A shell that knows the program, in the folder.
fn shell(sandbox: &Sandbox, name: &str, arguments: &[&str]) -> String {
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_register"));
    let path = format!("{}:{}", program.parent().unwrap().display(), std::env::var("PATH").unwrap());
    let output = sandbox.sealed(name).env("PATH", path).args(arguments).output().unwrap();
    said(output).fine().out
}

/// A register with a decision, and with names of all sorts.
fn register() -> Sandbox {
    let sandbox = Sandbox::small();
    let meeting = "register/meetings/2026-09-17-faltgruppen.toml";
    let text = sandbox.read(meeting);
    let decision = "\n[[decision]]\nid = \"belysning\"\ntext = \"Belysning: [torget] & #2\"\n";
    sandbox.write(meeting, format!("{}{decision}", text.split("\n[[decision]]").next().unwrap()));
    let walk = sandbox.read("register/interventions/nattvandring-i-ryd.toml");
    sandbox.write("register/interventions/laxhjalp.toml", walk.replace("Nattvandring i Ryd", "Läxhjälp (ny)"));
    sandbox
}

/// What each shell has on its line when somebody has pressed Tab there.
const COMPLETED: &[(&str, &str)] = &[
    ("register show natt", "register show nattvandring-i-ryd "),
    ("register set nattvandring-i-ryd status=plane", "register set nattvandring-i-ryd status=planerad "),
    ("register set nattvandring-i-ryd status=cance", "register set nattvandring-i-ryd status=cancelled "),
    ("register add insats --status=plane", "register add insats --status=planerad "),
    ("register lägg-till insats --stat", "register lägg-till insats --status "),
    ("register add insats --title x --respons", "register add insats --title x --responsible "),
    ("register lista ins", "register lista insats "),
    ("register möte klart 2026-09-17-faltgruppen b", "register möte klart 2026-09-17-faltgruppen belysning "),
    ("register set register kommunk", "register set register kommunkod="),
];

#[test]
fn bash_completes_with_the_script_loaded() {
    if !has("bash") {
        return;
    }
    let sandbox = register();
    let complete = |line: &str| {
        // What readline does: the word behind the last sign that begins one is what is exchanged.
        let script = "source <(register completions bash)
            COMP_LINE=$1 COMP_POINT=${#1} COMP_TYPE=9 COMP_WORDBREAKS=$' \\t\\n\"\\'@><=;|&(:'
            _register_complete
            printf '%s\\n' \"${COMPREPLY[@]}\"";
        shell(&sandbox, "bash", &["-c", script, "bash", line])
    };
    for (line, completed) in COMPLETED {
        let begun = line.rfind([' ', '=']).map_or(0, |place| place + 1);
        let word = &completed.trim_end()[begun..];
        assert_eq!(complete(line), format!("{word}\n"), "{line}");
    }
    assert_eq!(complete("register set nattvandring-i-ryd status=pa"), "pausad\npaused\n");
    assert_eq!(complete("register show Läx"), "Läxhjälp\\ \\(ny\\)\n");
    assert_eq!(complete("register show \"Läx"), "Läxhjälp (ny)\n");
    let decision = "register adopt target-picture/ryd-2026 --at-meeting 2026-09-17-faltgruppen#";
    assert_eq!(complete(decision), "2026-09-17-faltgruppen#belysning\n");
}

#[test]
fn fish_completes_with_the_script_loaded() {
    if !has("fish") {
        return;
    }
    let sandbox = register();
    let complete = |line: &str| {
        let script = "register completions fish | source; complete --do-complete $argv[1]";
        shell(&sandbox, "fish", &["--no-config", "-c", script, line])
    };
    for (line, completed) in COMPLETED {
        let begun = line.rfind(' ').map_or(0, |place| place + 1);
        let out = complete(line);
        let offered: Vec<&str> = out.lines().filter_map(|line| line.split('\t').next()).collect();
        assert_eq!(offered, [completed.trim_end()[begun..].to_owned()], "{line}");
    }
    assert_eq!(complete("register show Läx"), "Läxhjälp (ny)\tlaxhjalp\n");
    let decision = "register adopt target-picture/ryd-2026 --at-meeting 2026-09-17-faltgruppen#";
    assert_eq!(complete(decision), "2026-09-17-faltgruppen#belysning\tBelysning: [torget] & #2\n");
}

#[test]
fn zsh_completes_with_the_script_loaded() {
    if !has("zsh") {
        return;
    }
    let sandbox = register();
    let script = r##"zmodload zsh/zpty
        zpty shell zsh -f -i
        zpty -w shell "autoload -U compinit; compinit -u -D; source <(register completions zsh)
            show() { print -r -- \"<<\$BUFFER>>\" }; zle -N show; bindkey '^X' show; bindkey '^U' kill-whole-line
            LISTMAX=1000; print -r rea''dy"
        zpty -r shell out '*ready*'
        zpty -w -n shell $'\C-u'"$1"$'\t\C-x'
        zpty -r shell out '*<<*>>*'
        zpty -d shell
        print -r -- "$out""##;
    let complete = |line: &str| shell(&sandbox, "zsh", &["-f", "-c", script, "zsh", line]);
    let shown = |out: &str| out.rsplit_once("<<").and_then(|(_, line)| Some(line.split(">>").next()?.to_owned()));
    let others = [
        ("register show Läx", "register show Läxhjälp\\ \\(ny\\) "),
        ("register show \"Läx", "register show \"Läxhjälp (ny)\" "),
        (
            "register adopt target-picture/ryd-2026 --at-meeting 2026-09-17-faltgruppen#",
            "register adopt target-picture/ryd-2026 --at-meeting 2026-09-17-faltgruppen\\#belysning ",
        ),
    ];
    for (line, completed) in COMPLETED.iter().chain(&others) {
        let out = complete(line);
        assert_eq!(shown(&out).as_deref(), Some(*completed), "{line}: {out}");
    }
    // What each is stands beside it, whatever signs are in it.
    let in_one_line = |out: String| out.split_whitespace().collect::<Vec<_>>().join(" ");
    let listed = in_one_line(complete("register möte klart 2026-09-17-faltgruppen "));
    assert!(listed.contains("belysning -- Belysning: [torget] & #2"), "{listed}");
    let listed = in_one_line(complete("register adopt target-picture/ryd-2026 --at-meeting 2026-09-17-faltgruppen"));
    assert!(listed.contains("2026-09-17-faltgruppen#belysning -- Belysning: [torget] & #2"), "{listed}");
}
