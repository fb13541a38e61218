//! Files that are broken, ids that lead astray, disks that are full, and several writers at once.

use crate::support::{Said, Sandbox, has, identity_number, said};
use std::fs;
use std::process::Child;
use std::time::{Duration, Instant};

const NIGHT_WALK: &str = "register/interventions/nattvandring-i-ryd.toml";
const LEFT_BEHIND: &str = "register/interventions/.register-unfinished-xyz.tmp";

#[test]
fn no_register_is_told_with_where_it_was_looked_for() {
    let sandbox = Sandbox::empty();
    let here = sandbox.root().canonicalize().unwrap();
    let below = here.join("register");
    let looked = [here.to_str().unwrap(), below.to_str().unwrap(), "register börja", "--register"];
    for line in ["status", "check", "add district --name Ryd", "set ryd name=Ryd", "fmt", "export csv -o out"] {
        sandbox.run(line).code(1).says(&looked);
    }
    sandbox.run("--register finns/inte status").code(1).says(&["finns/inte"]);
    sandbox.run_with("status", &[("REGISTER_DIR", "finns-inte")]).code(1).says(&["finns-inte"]);
}

#[test]
fn the_register_is_found_from_within_and_from_outside() {
    let sandbox = Sandbox::small();
    let expected = sandbox.run("show ryd").fine().out;
    for folder in ["register", "register/bodies", "home"] {
        let output = sandbox.command().current_dir(sandbox.path(folder)).args(["show", "ryd"]).output().unwrap();
        assert_eq!(said(output).fine().out, expected, "{folder}");
    }
    let folder = sandbox.path("register");
    let mut command = sandbox.command();
    let output = command.current_dir("/").arg("--register").arg(folder).args(["show", "ryd"]).output().unwrap();
    assert_eq!(said(output).fine().out, expected);
}

/// Files that can't be read, beside a register that can.
fn broken_files() -> [(&'static str, Vec<u8>, &'static str); 7] {
    [
        ("halv", b"title = \"Halv".to_vec(), "syntax-error"),
        ("latin", b"title = \"R\xe4tt\"\n".to_vec(), "not-utf8"),
        ("noll", b"title = \"a\0b\"\n".to_vec(), "not-utf8"),
        ("djup", format!("title = {}", "[".repeat(200_000)).into_bytes(), "nested-too-deeply"),
        ("djupa-nycklar", format!("a{} = 1\n", ".a".repeat(200_000)).into_bytes(), "nested-too-deeply"),
        ("djupa-tabeller", format!("period = {}", "{a=".repeat(200_000)).into_bytes(), "nested-too-deeply"),
        ("konflikt", b"<<<<<<< HEAD\ntitle = \"A\"\n=======\ntitle = \"B\"\n>>>>>>> x\n".to_vec(), "conflict-marker"),
    ]
}

#[test]
fn a_broken_file_is_told_and_harms_no_other() {
    for (id, bytes, code) in broken_files() {
        let sandbox = Sandbox::small();
        let file = format!("interventions/{id}.toml");
        sandbox.write(&format!("register/{file}"), &bytes);
        let found = sandbox.run("check").code(3);
        assert!(found.out.contains(&format!("fel[{code}]")) && found.out.contains(&format!("{file}:1:")), "{found:#?}");
        // Reading goes on without it, and says so.
        for line in ["list intervention", "report inventory", "show ryd", "export csv -o out"] {
            sandbox.run(line).fine().says(&[&file, "register kontrollera"]);
        }
        let status = sandbox.run("status").fine().out;
        assert!(status.contains("En del av registret gick inte att läsa (ett ställe)"), "{status}");
        assert!(sandbox.run("list intervention").out.contains("Nattvandring i Ryd"));
        // It is neither shown nor changed, and stays as it is.
        for line in ["show", "set", "follow-up"] {
            let rest = match line {
                "set" => " status=paused",
                "follow-up" => " -a on-track",
                _ => "",
            };
            let said = sandbox.run(&format!("{line} {id}{rest}")).code(1).says(&[id]);
            assert!(
                said.err.contains("register kontrollera") || said.err.contains("register redigera"),
                "{line}: {said:#?}"
            );
        }
        sandbox
            .run(&format!("add intervention --id {id} --title A --status ongoing --responsible faltgruppen"))
            .code(1);
        sandbox.run("fmt").fine();
        assert_eq!(fs::read(sandbox.path(&format!("register/{file}"))).unwrap(), bytes);
        // The others are written as ever.
        sandbox.run("set nattvandring-i-ryd status=paused").fine();
    }
}

#[test]
fn settings_that_can_not_be_read_are_told_of() {
    let sandbox = Sandbox::small();
    sandbox.write("register/register.toml", "format = ");
    sandbox.run("list intervention").fine().says(&["register.toml"]);
    assert!(sandbox.run("check").code(3).out.contains("register.toml:1:"));
}

/// What a later program wrote is not to be changed by one that does not know how.
#[test]
fn a_register_of_a_later_format_is_not_written() {
    let sandbox = Sandbox::small();
    sandbox.write("register/register.toml", "format = 9\nname = \"Provstad\"\n");
    let before = sandbox.read(NIGHT_WALK);
    let said = sandbox.run("set nattvandring-i-ryd status=paused");
    assert!(said.code == 1 || said.code == 3, "{said:#?}");
    assert_eq!(sandbox.read(NIGHT_WALK), before);
}

#[test]
fn a_file_that_is_no_text_can_be_removed() {
    let sandbox = Sandbox::small();
    sandbox.write("register/bodies/latin.toml", b"name = \"R\xe4tt\"\n");
    sandbox.run("remove latin --yes").fine();
    assert_eq!(sandbox.names("register/bodies"), ["faltgruppen.toml"]);
}

#[test]
fn files_that_are_left_out_are_counted_right() {
    let sandbox = Sandbox::small();
    for id in ["a", "b"] {
        sandbox.write(&format!("register/bodies/{id}.toml"), "name = \"");
    }
    let said = sandbox.run("list body").fine().says(&["2 ställen", "bodies/a.toml, bodies/b.toml"]);
    // Nothing more is meant where all are named.
    assert!(!said.err.contains('…'), "{said:#?}");
    for id in 0..9 {
        sandbox.write(&format!("register/bodies/c{id}.toml"), "name = \"");
    }
    sandbox.run("list body").fine().says(&["11 ställen", "…"]);
}

#[test]
fn a_file_of_50_mb_is_told_of_and_not_read() {
    let sandbox = Sandbox::small();
    sandbox.write("register/bodies/stor.toml", "");
    fs::File::options()
        .write(true)
        .open(sandbox.path("register/bodies/stor.toml"))
        .unwrap()
        .set_len(50_000_000)
        .unwrap();
    let begun = Instant::now();
    let said = sandbox.run("check").code(3);
    assert!(said.out.contains("fel[file-too-large]") && said.out.contains("bodies/stor.toml"), "{said:#?}");
    assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
    sandbox.run("list body").fine().says(&["bodies/stor.toml"]);
    sandbox.run("show stor").code(1);
}

#[test]
fn all_errors_in_all_files_are_told_at_once() {
    let sandbox = Sandbox::small();
    for (id, bytes, _) in broken_files() {
        sandbox.write(&format!("register/interventions/{id}.toml"), bytes);
    }
    sandbox.write("register/bodies/a.toml", "name = 1\ntype = \"enhet\"\nfarg = 2\nlevel = \"taktisk\"\n");
    sandbox.write("register/districts/b.toml", "coordinator = \"X\"\n");
    sandbox.write("register/districts/c.toml", format!("name = \"C\"\n# {}\n", identity_number("850709")));
    let said = sandbox.run("check").code(3);
    for place in [
        "interventions/halv.toml:1:",
        "interventions/latin.toml:1:11",
        "interventions/noll.toml:1:",
        "interventions/djup.toml:1:",
        "interventions/konflikt.toml:1:1",
        "bodies/a.toml:1:8",
        "bodies/a.toml:2:8",
        "bodies/a.toml:3:1",
        "bodies/a.toml:4:9",
        "districts/b.toml",
        "districts/c.toml:2:3",
    ] {
        assert!(said.out.contains(place), "{place} is missing: {}", said.out);
    }
}

/// What a file says is shown and never obeyed: not by a terminal either.
#[test]
fn signs_that_steer_a_terminal_do_not_reach_it() {
    let sandbox = Sandbox::small();
    let text = sandbox.read(NIGHT_WALK).replace("Nattvandring i Ryd", "a\\u001b[31mb\\u0007c\\u202ed\\u009be");
    sandbox.write(NIGHT_WALK, &text);
    let lines = ["list intervention", "show nattvandring-i-ryd", "report inventory", "status", "check", "show ryd"];
    for line in lines {
        for format in ["", " --color always"] {
            let said = sandbox.run(&format!("{line}{format}"));
            let all = format!("{}{}", said.out, said.err);
            for sign in ["\u{1b}[31mb", "\u{7}", "\u{202e}", "\u{9b}"] {
                assert!(!all.contains(sign), "{line}{format}: {all:?}");
            }
        }
    }
}

#[test]
fn ids_that_lead_astray_are_refused() {
    let sandbox = Sandbox::small();
    let long = "a".repeat(300);
    for id in ["..", "../ut", "a/b", "/etc/passwd", "a.b", ".dold", "Stor", "å", "a b", "-a", "a-", "", "…!!!", &long]
    {
        let add = ["add", "body", "--name", "X", "--type", "unit", &format!("--id={id}")].map(str::to_owned);
        sandbox.run_words(&add, &[]).code(2);
        let rename = ["rename", "medborgarlofte", "--", id].map(str::to_owned);
        sandbox.run_words(&rename, &[]).code(2);
        let show = ["show", "--", id].map(str::to_owned);
        sandbox.run_words(&show, &[]).code(1);
    }
    // No argument of a program can hold a NUL: the system hands none over.
    assert_eq!(sandbox.names("."), ["home", "register"]);
    assert_eq!(sandbox.names("register/bodies"), ["faltgruppen.toml"]);
    assert_eq!(sandbox.names("register/agreements"), ["medborgarlofte.toml"]);
}

#[test]
fn a_title_of_marks_alone_asks_for_an_id() {
    let sandbox = Sandbox::small();
    let line = "add intervention --title …!!! --status ongoing --responsible faltgruppen";
    sandbox.run(line).code(2).says(&["--id"]);
    sandbox.run(&format!("{line} --id utrop")).fine();
    let long = format!("add intervention --title '{}' --status ongoing --responsible faltgruppen", "Å ".repeat(150));
    sandbox.run(&long).fine();
    let names = sandbox.names("register/interventions");
    assert!(names.iter().all(|name| name.len() <= 85), "{names:?}");
    sandbox.run("check").fine();
}

#[test]
#[cfg(unix)]
fn links_that_go_round_or_out_are_not_followed() {
    use std::os::unix::fs::symlink;
    let sandbox = Sandbox::small();
    let folder = sandbox.path("register/interventions");
    symlink(".", folder.join("runt")).unwrap();
    symlink("oandlig.toml", folder.join("oandlig.toml")).unwrap();
    symlink("/etc/passwd", folder.join("ut.toml")).unwrap();
    let said = sandbox.run("check").code(3);
    for name in ["oandlig.toml", "ut.toml"] {
        assert!(said.out.contains(&format!("interventions/{name}")), "{said:#?}");
    }
    assert!(!said.out.contains("root:"), "{said:#?}");
    sandbox.run("list intervention").fine();
    sandbox.run("set ut title=X").code(1);
    // A folder of a kind that lies elsewhere is not written in.
    fs::create_dir(sandbox.path("ut")).unwrap();
    fs::remove_dir_all(sandbox.path("register/bodies")).unwrap();
    symlink("../ut", sandbox.path("register/bodies")).unwrap();
    sandbox.run("add body --name Polisen --type police").code(1);
    assert_eq!(sandbox.names("ut"), [""; 0]);
}

/// Runs shell commands as root of a world of their own, where folders can be mounted; `$1` is the
/// program. Nothing where the system has no such worlds.
fn in_own_world(sandbox: &Sandbox, commands: &str) -> Option<Said> {
    if !has("unshare") || !sandbox.sealed("unshare").args(["-rm", "true"]).output().ok()?.status.success() {
        eprintln!("skipped: nothing can be mounted here");
        return None;
    }
    let mut command = sandbox.sealed("unshare");
    command.args(["-rm", "sh", "-c", commands, "sh", env!("CARGO_BIN_EXE_register")]);
    let said = said(command.output().unwrap());
    if said.code == 99 {
        eprintln!("skipped: nothing can be mounted here: {}", said.err);
        return None;
    }
    Some(said)
}

const READ_ONLY: &str = "mount --bind register register && mount -o remount,ro,bind register || exit 99\n";

#[test]
fn what_writes_nothing_needs_no_disk_to_write_on() {
    let sandbox = Sandbox::small();
    for commands in ["\"$1\" fmt --check", "\"$1\" set --dry-run ryd name=Rydd"] {
        let Some(said) = in_own_world(&sandbox, &format!("{READ_ONLY}{commands}")) else { return };
        said.fine();
    }
}

#[test]
fn a_disk_that_is_read_only_is_told_of_and_can_be_read() {
    let sandbox = Sandbox::small();
    sandbox.write("register/districts/vasa.toml", "name='Vasastaden'\n");
    for (commands, code, says) in [
        ("\"$1\" set ryd name=Rydd", 1, "bara läsas"),
        ("\"$1\" add district --name Berga", 1, "bara läsas"),
        ("\"$1\" fmt", 1, "bara läsas"),
        ("\"$1\" show ryd && \"$1\" status && \"$1\" check", 0, ""),
    ] {
        let Some(said) = in_own_world(&sandbox, &format!("{READ_ONLY}{commands}")) else { return };
        let said = said.code(code).says(&[says]);
        assert!(!said.err.contains("os error"), "{commands}: {said:#?}");
    }
    assert_eq!(sandbox.read("register/districts/ryd.toml"), "name = \"Ryd\"\n");
}

/// What a change that was cut short has done is read past where it can't be taken back.
#[test]
fn an_unfinished_change_on_a_read_only_disk_is_not_read() {
    let sandbox = Sandbox::small();
    let held = sandbox.read(NIGHT_WALK);
    let hash = "8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4";
    sandbox.write(NIGHT_WALK, "hi");
    let entries = format!(
        "register journal 1\n{{\"file\":\"interventions/nattvandring-i-ryd.toml\",\"held\":{},\"digest\":\"{hash}\"}}\n{held}",
        held.len()
    );
    sandbox.write("register/.register-unfinished-journal", entries);
    let Some(said) = in_own_world(&sandbox, &format!("{READ_ONLY}\"$1\" check && \"$1\" show nattvandring-i-ryd"))
    else {
        return;
    };
    assert!(said.fine().out.contains("Nattvandring i Ryd"));
    assert_eq!(sandbox.read(NIGHT_WALK), "hi");
    // And where it can be taken back, it is, by the first command, which says so.
    sandbox.run("check").fine().says(&["togs tillbaka, i en fil: interventions/nattvandring-i-ryd.toml"]);
    assert_eq!(sandbox.read(NIGHT_WALK), held);
    assert_eq!(sandbox.run("check").fine().err, "");
}

#[test]
fn a_disk_that_is_full_loses_nothing() {
    let sandbox = Sandbox::small();
    let commands = "
        mkdir full && mount -t tmpfs -o size=64k none full && cp -r register full/register || exit 99
        cat /dev/zero > full/fyllnad 2> /dev/null
        \"$1\" --register full/register set nattvandring-i-ryd \"summary=$(head -c 9000 /dev/zero | tr '\\0' x)\"
        echo \"code $?\"
        \"$1\" --register full/register add district --name Berga --coordinator \"$(head -c 9000 /dev/zero | tr '\\0' x)\"
        echo \"code $?\"
        \"$1\" report inventory -o full/i.html
        echo \"code $?\"
        cat full/register/interventions/*
        find full -name '*unfinished*' -o -name 'berga*' -o -name '.tmp*' -o -name i.html
    ";
    let Some(said) = in_own_world(&sandbox, commands) else { return };
    let expected = format!("code 1\ncode 1\ncode 1\n{}", sandbox.read(NIGHT_WALK));
    assert_eq!(said.out, expected, "{}", said.err);
    assert!(said.err.contains("full"), "{said:#?}");
    assert!(!said.err.contains("os error"), "{said:#?}");
}

#[test]
fn what_a_killed_writer_left_is_no_record_and_is_swept() {
    let sandbox = Sandbox::small();
    let expected = sandbox.run("list intervention").fine().out;
    sandbox.write(LEFT_BEHIND, "title = \"Halv");
    let said = sandbox.run("list intervention").fine();
    assert_eq!((said.out, said.err.as_str()), (expected, ""));
    sandbox.run("check").fine();
    assert!(sandbox.path(LEFT_BEHIND).exists(), "nothing is written by reading");
    sandbox.run("set nattvandring-i-ryd status=paused").fine();
    assert_eq!(sandbox.names("register/interventions"), ["nattvandring-i-ryd.toml"]);
}

#[test]
fn eight_follow_ups_at_once_are_eight_follow_ups() {
    let sandbox = Sandbox::small();
    let line = |number: u32| {
        format!("follow-up nattvandring-i-ryd -a on-track --on 2026-10-0{number} --note 'Nummer {number}'")
    };
    let children: Vec<Child> = (1..=8).map(|number| sandbox.spawn(&line(number))).collect();
    for child in children {
        said(child.wait_with_output().unwrap()).fine();
    }
    let text = sandbox.read(NIGHT_WALK);
    assert_eq!(text.matches("[[follow_up]]").count(), 8, "{text}");
    for number in 1..=8 {
        assert!(text.contains(&format!("note = \"Nummer {number}\"")), "{number}: {text}");
    }
    sandbox.run("check").fine();
    assert_eq!(sandbox.names("register/interventions"), ["nattvandring-i-ryd.toml"]);
}

#[test]
fn eight_new_records_at_once_are_eight_records() {
    let sandbox = Sandbox::small();
    let add = |number: u32| format!("add body --name 'Organ {number}' --type unit");
    let children: Vec<Child> = (1..=8).map(|number| sandbox.spawn(&add(number))).collect();
    for child in children {
        said(child.wait_with_output().unwrap()).fine();
    }
    assert_eq!(sandbox.names("register/bodies").len(), 9);
    // The same one eight times is written once.
    let children: Vec<Child> = (1..=8).map(|_| sandbox.spawn(&add(9))).collect();
    let codes: Vec<i32> = children.into_iter().map(|child| said(child.wait_with_output().unwrap()).code).collect();
    assert_eq!(codes.iter().filter(|code| **code == 0).count(), 1, "{codes:?}");
    sandbox.run("check").fine();
}

#[test]
fn what_another_wrote_while_the_editor_was_open_is_not_lost() {
    let sandbox = Sandbox::small();
    let theirs = sandbox.read(NIGHT_WALK).replace("Nattvandring i Ryd", "Vandring i Ryd");
    sandbox.write("home/theirs", &theirs);
    let real = sandbox.path(NIGHT_WALK);
    let copy = format!("cp home/theirs '{}'\n", real.display());
    let editor = sandbox.editor(&format!("sed -i 's/ongoing/paused/' \"$1\"\n{copy}"));
    let said = sandbox.run_with("edit nattvandring-i-ryd", &[("EDITOR", &editor)]).code(1);
    assert!(said.err.contains("Det du skrev finns kvar i"), "{said:#?}");
    assert_eq!(sandbox.read(NIGHT_WALK), theirs);
    let drafts = sandbox.drafts();
    assert_eq!(drafts.len(), 1);
    assert!(sandbox.read(&format!("home/{}", drafts[0])).contains("paused"));
}

#[test]
fn a_record_that_another_removed_while_the_editor_was_open_keeps_the_draft() {
    let sandbox = Sandbox::small();
    let editor =
        sandbox.editor("sed -i 's/Medborgarlöfte/Löfte/' \"$1\"\nrm register/agreements/medborgarlofte.toml\n");
    let said = sandbox.run_with("edit medborgarlofte", &[("EDITOR", &editor)]).code(1);
    assert!(said.err.contains("Det du skrev finns kvar i"), "{said:#?}");
    assert_eq!(sandbox.drafts().len(), 1);
    assert_eq!(sandbox.names("register/agreements"), [""; 0]);
}

/// What reads, compares and merges goes down into what nests, level by level.
#[test]
fn a_line_that_nests_deeply_stops_nothing() {
    let sandbox = Sandbox::small();
    let before = sandbox.read(NIGHT_WALK);
    for line in [format!("a{} = 1", ".a".repeat(29)), format!("a = {}{}", "[".repeat(100_000), "]".repeat(100_000))] {
        sandbox.write(NIGHT_WALK, format!("{line}\n{before}"));
        sandbox.run("set nattvandring-i-ryd title=Vandring").code(1).says(&["register redigera"]);
        sandbox.run("fmt nattvandring-i-ryd").says(&["register kontrollera"]);
        assert!(sandbox.run("check").code(3).out.contains("nested-too-deeply"));
        assert_eq!(sandbox.read(NIGHT_WALK), format!("{line}\n{before}"));
    }
    sandbox.write(NIGHT_WALK, before.replace("title =", "x.x.x.x.x.x.x.x.x.x.x.x = 1\ntitle ="));
    sandbox.run("set nattvandring-i-ryd title=Vandring").fine();
}

#[test]
fn amounts_that_are_no_amounts_are_in_no_sum() {
    let sandbox = Sandbox::small();
    let before = sandbox.read(NIGHT_WALK);
    let rows = |amount: i64| {
        format!("{before}budget = [\n{}]\n", format!("  {{ year = 2026, amount = {amount} }},\n").repeat(3))
    };
    sandbox.write(NIGHT_WALK, rows(i64::MAX));
    assert_eq!(sandbox.run("check").code(3).out.matches("amount-too-large").count(), 3);
    let listed = "list intervention --columns id,budget_total --format csv";
    assert_eq!(sandbox.run(listed).fine().out, "id,budget_total\r\nnattvandring-i-ryd,\r\n");
    sandbox.write(NIGHT_WALK, rows(100_000_000_000));
    sandbox.run("check").fine();
    assert_eq!(sandbox.run(listed).fine().out, "id,budget_total\r\nnattvandring-i-ryd,300000000000\r\n");
    for line in [
        "set nattvandring-i-ryd budget[2026#2].amount=100000000001",
        "set nattvandring-i-ryd budget[2026#1].amount=9223372036854775807",
    ] {
        sandbox.run(line).code(1).says(&["amount-too-large"]);
    }
}

/// Whoever clones the register on Windows must get every file of it.
#[test]
#[cfg(unix)]
fn no_record_has_a_name_that_windows_can_not_have() {
    let sandbox = Sandbox::small();
    let district = sandbox.read("register/districts/ryd.toml");
    for name in register::model::RESERVED {
        sandbox.run(&format!("add district --name Ny --id {name}")).code(2).says(&[name, "Windows"]);
        sandbox.run(&format!("rename ryd {name}")).code(2).says(&[name, "Windows"]);
        sandbox.write(&format!("register/districts/{name}.toml"), &district);
    }
    let found = sandbox.run("check --only invalid-file-name").code(3).out;
    for name in register::model::RESERVED {
        assert!(
            found.contains(&format!("districts/{name}.toml")) && found.contains(&format!("{name}-1.toml")),
            "{found}"
        );
    }
    sandbox.run("add district --name Con").fine();
    assert!(sandbox.path("register/districts/con-1.toml").exists());
}

/// A file may have as much wrong with it as it has lines, and whoever changes it waits no longer for that.
#[test]
fn a_file_of_unknown_keys_is_told_of_and_changed_all_the_same() {
    let sandbox = Sandbox::small();
    let keys: String = (0..20_000).map(|place| format!("nyckel{place} = 1\n")).collect();
    sandbox.write(NIGHT_WALK, format!("{keys}{}", sandbox.read(NIGHT_WALK)));
    let found = sandbox.run("check --only unknown-key").code(3).out;
    assert_eq!(found.matches("fel[unknown-key]").count(), 20_000);
    sandbox.run("set nattvandring-i-ryd title=Vandring").fine();
    sandbox.run("fmt nattvandring-i-ryd").fine();
    assert!(sandbox.read(NIGHT_WALK).starts_with("title = \"Vandring\"\n"));
}
