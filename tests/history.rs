//! Git as the archive: the past, what changed, merging and setting up, through the real `git`.

use crate::support::repo::{Repo, WALK, notes};
use crate::support::{Sandbox, identity_number, said};
use std::fs;
use std::path::Path;

#[test]
fn every_reading_command_reads_the_past() {
    let repo = Repo::new();
    repo.git("tag v1").fine();
    repo.edit(WALK, "ongoing", "completed");
    repo.commit("Slut", "2026-10-01");
    repo.edit(WALK, "completed", "paused");
    for at in ["HEAD~1", "main~1", "2026-10-01", "2026-11-01", "'1 okt'"] {
        let told = repo.run(&format!("--at {at} list intervention --columns status --format csv")).fine();
        assert_eq!(told.out.lines().last(), Some(if at.contains('~') { "ongoing" } else { "completed" }), "{at}");
    }
    for at in ["v1", "2026-09-01", "2026-09-30"] {
        let told = repo.run(&format!("list intervention --columns status --format csv --at {at}")).fine();
        assert_eq!(told.out.lines().last(), Some("ongoing"), "{at}");
    }
    for command in [
        "status",
        "show nattvandring-i-ryd",
        "check",
        "decisions",
        "report inventory",
        "report follow-up",
        "report plan",
        "report coordination",
        "report board faltgruppen",
        "report matrix",
        "report trend --from-git",
        "sql 'SELECT * FROM late'",
        "report needs",
        "report model",
        "report law",
        "report pivot intervention --rows status --columns districts",
        "export json -o ut.json",
        "export csv -o ut",
    ] {
        let told = repo.run(&format!("{command} --at v1"));
        assert_eq!((told.code, told.err.contains("fel")), (0, false), "{command}: {told:#?}");
    }
    assert!(repo.run("report inventory --at v1").out.contains("pågående"));
    assert!(repo.sandbox.read(WALK).contains("paused"), "the work tree is as it was");
    repo.run("set nattvandring-i-ryd status=ongoing --at v1").code(2).says(&["--at"]);
}

#[test]
fn the_past_is_found_wherever_git_keeps_it() {
    let repo = Repo::new();
    let root = repo.sandbox.root().display().to_string();
    // A bare repository, whose register is in a sub-folder.
    repo.git("clone --quiet --bare . home/bar.git").fine();
    let bare = "--register home/bar.git --at main list intervention --format csv --columns id";
    assert!(repo.run(bare).fine().out.contains("nattvandring-i-ryd"));
    let staged = "--register home/bar.git --at main check --staged --since main";
    assert!(repo.run(staged).code(2).err.contains("--tillagt"));
    repo.sandbox.run("--register home/bar.git diff").code(1).says(&["inga filer utlagda"]);
    // A clone of the last commit alone.
    repo.edit(WALK, "ongoing", "paused");
    repo.commit("Paus", "2026-10-01");
    repo.git(&format!("clone --quiet --depth 1 file://{root} home/grund")).fine();
    let told = repo.run("--register home/grund/register --at 2026-09-05 list district").code(1);
    told.says(&["det finns ingen version så gammal som 5 sep 2026", "git fetch --unshallow"]);
    repo.run("--register home/grund/register --at HEAD list district").fine();
    // Another work tree of the same repository.
    repo.git("worktree add --quiet home/annat HEAD~1").fine();
    assert!(repo.run("--register home/annat/register --at main show nattvandring-i-ryd").fine().out.contains("pausad"));
    assert!(repo.run("--register home/annat/register show nattvandring-i-ryd").fine().out.contains("pågående"));
    // A register that has moved within its repository.
    repo.git("worktree remove home/annat").fine();
    fs::create_dir(repo.sandbox.path("trygghet")).unwrap();
    repo.git("mv register trygghet/insatser").fine();
    repo.commit("Flytta", "2026-10-05");
    let at = |at: &str| {
        repo.run(&format!("--register trygghet/insatser --at {at} list intervention --format csv")).fine().out
    };
    assert!(at("HEAD").contains("paused") && at("HEAD~1").contains("paused") && at("2026-09-01").contains("ongoing"));
    let told = repo.run("--register trygghet/insatser diff 2026-09-01..HEAD").fine().out;
    assert!(told.contains("Status: pågående → pausad") && told.contains("en post ändrad"), "{told}");
    let log = repo.run("--register trygghet/insatser log nattvandring-i-ryd").fine().out;
    assert!(log.contains("Paus") && log.contains("Första"), "{log}");
    // The register as the whole of its repository.
    for entry in ["register.toml", "bodies", "districts", "interventions", "meetings", "situations", "agreements"] {
        repo.git(&format!("mv trygghet/insatser/{entry} .")).fine();
    }
    repo.commit("Flytta igen", "2026-10-06");
    let log = repo.run("log nattvandring-i-ryd").fine().out;
    assert!(log.contains("Paus") && log.contains("Första"), "{log}");
    assert!(repo.run("show nattvandring-i-ryd").fine().out.replace('\u{a0}', " ").contains("1 okt 2026"));
    assert!(repo.run("--at 0206-01-01 list district").code(1).err.contains("så gammal"));
    repo.git("reset --quiet --hard HEAD~1").fine();
    // A folder that is no more is one of the past.
    assert!(repo.run("--register register --at HEAD~1 list district").fine().out.contains("Ryd"));
}

#[test]
fn what_git_cannot_give_is_told_of() {
    let repo = Repo::new();
    for revision in ["HEAD@{99}", "main@{u}", "^HEAD", "HEAD:register", "HEAD^{tree}", ":/nonsens"] {
        let told = format!("ingen version som heter ”{revision}”");
        repo.run(&format!("--at {revision} list district")).code(1).says(&[told.as_str()]);
    }
    repo.run("--at nonsens list district").code(1).says(&["ingen version som heter ”nonsens”", "2026-09-01"]);
    repo.run("--at 2026-08-31 list district").code(1).says(&["ingen version så gammal som 31 aug 2026"]);
    repo.run("--at --help list district").code(2);
    let empty = Sandbox::small();
    empty.run("--at HEAD list district").code(1).says(&["git-förråd", "git init"]);
    empty.run("diff").code(1).says(&["git-förråd"]);
    empty.run("log").code(1).says(&["git-förråd"]);
    said(empty.sealed("git").args(["init", "--quiet"]).output().unwrap()).fine();
    empty.run("diff").code(1).says(&["inget är incheckat än"]);
    for path in ["/nonexistent", "/dev/null"] {
        repo.sandbox.run_with("diff", &[("PATH", path)]).code(1).says(&["git finns inte här", "installera"]);
    }
    let other = [("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")];
    repo.sandbox.run_with("diff", &other).code(1).says(&["tillhör en annan användare", "safe.directory"]);
}

/// Settings that change what people see of git, files with names that no record has, and a clock elsewhere.
#[test]
fn no_setting_changes_what_is_read() {
    let repo = Repo::new();
    repo.sandbox.write("register/interventions/åäö \n.toml", "title = \"X\"\n");
    repo.sandbox.write("register/bodies/polisen.toml", "name = \"Polisen\"\ntype = \"police\"\n");
    repo.edit(WALK, "ongoing", "paused");
    repo.commit("Namn", "2026-10-01");
    let asked = [
        "diff HEAD~1..HEAD --format json",
        "log --format json",
        "--at HEAD list body --format json",
        "check --since HEAD~1 --format json",
    ];
    let plain: Vec<String> = asked.iter().map(|line| repo.run(line).out).collect();
    for setting in [
        "diff.external false",
        "core.pager false",
        "color.ui always",
        "core.quotePath true",
        "diff.noprefix true",
        "diff.renames false",
        "diff.orderFile /dev/null",
        "log.showSignature true",
        "log.showRoot false",
        "log.date relative",
        "format.pretty oneline",
        "log.follow true",
        "diff.relative true",
        "i18n.logOutputEncoding latin1",
        "diff.register.textconv false",
        "diff.register.command false",
        "core.attributesFile /dev/zero/none",
        "status.showUntrackedFiles no",
    ] {
        repo.git(&format!("config {setting}")).fine();
    }
    repo.sandbox.write(".git/info/attributes", "*.toml diff=register -diff\n");
    for (line, plain) in asked.iter().zip(&plain) {
        assert_eq!(&repo.run(line).out, plain, "{line}");
        let environment =
            [("GIT_EXTERNAL_DIFF", "false"), ("GIT_PAGER", "false"), ("GIT_TRACE", "2"), ("TZ", "Pacific/Auckland")];
        assert_eq!(&repo.sandbox.run_with(line, &environment).out, plain, "{line}");
    }
    assert!(plain[0].contains("body/polisen") && plain[1].contains("\"subject\": \"Namn\""));
}

#[test]
fn what_changed_is_told_in_the_words_of_the_register() {
    let repo = Repo::new();
    repo.run(
        "add intervention --title 'Läxhjälp på biblioteket' --status planned --responsible faltgruppen --districts ryd",
    )
    .fine();
    repo.run("set nattvandring-i-ryd status=paused summary='Vuxna går i par varje fredag kväll i centrum.' budget+=year=2026,amount=300000").fine();
    repo.commit("Planer", "2026-10-01");
    repo.run("set nattvandring-i-ryd summary='Vuxna går i par varje lördag kväll i centrum.' budget[2026].amount=450000 started=2026-09-05").fine();
    repo.follow_up("2026-11-20", "Fler föräldrar deltar.");
    repo.run("meeting decide 2026-09-17-faltgruppen --id belysning --text 'Byt armaturer' --due 2026-12-01").fine();
    repo.edit("register/bodies/faltgruppen.toml", "type = ", "type   = ");
    let expected = snapbox::str![[r#"
Ändringar · HEAD → det som ligger i mappen
 2 poster ändrade, en fil bara omformaterad
 Budget: 2026 +150 000 kr

Beslut
 Fältgruppen 17 sep 2026  + Beslut: Byt armaturer, 1 dec 2026, öppet

Ryd
 Nattvandring i Ryd  + Uppföljning: 20 nov 2026; T3 2026; Fältgruppen; ● enligt
                     plan; Fler föräldrar deltar.
                     Budget 2026 · Belopp: 300 000 kr → 450 000 kr
                     Faktisk start: 5 sep 2026
                     Sammanfattning: Vuxna går i par varje [-fredag-]{+lördag+}
                     kväll i centrum.

"#]];
    snapbox::assert_data_eq!(repo.run("diff").fine().out.replace('\u{a0}', " "), expected);
    repo.git("add register/meetings").fine();
    let staged = repo.run("diff --cached").fine().out;
    assert!(staged.contains("Byt armaturer") && !staged.contains("lördag"), "{staged}");
    assert_eq!(repo.run("diff --district ryd --kind district").fine().out.lines().count(), 2);
    assert!(!repo.run("diff --status paused").fine().out.contains("Byt armaturer"));
    let expected = snapbox::str![[r#"
# Ändringar · HEAD^ → HEAD

- en ny, en post ändrad

- Budget: 2026 +300 000 kr

## Ryd

- **Läxhjälp på biblioteket** `intervention/laxhjalp-pa-biblioteket`: + ny insats: planerad, Fältgruppen
- **Nattvandring i Ryd** `intervention/nattvandring-i-ryd`:
  - Status: pågående → pausad
  - + Budget: 2026, 300 000 kr
  - Sammanfattning: Vuxna går i par varje fredag kväll i centrum.

"#]];
    snapbox::assert_data_eq!(repo.run("diff HEAD^..HEAD --format md").fine().out.replace('\u{a0}', " "), expected);
    let page = repo.run("diff HEAD --format html").fine().out;
    assert!(page.contains("varje <del>fredag</del> <ins>lördag</ins> kväll"), "{page}");
    let comment = repo.run("diff HEAD --format md").fine().out;
    assert!(comment.contains("varje ~~fredag~~ **lördag** kväll"), "{comment}");
    for number in 0..70 {
        repo.sandbox
            .write(&format!("register/bodies/b{number}.toml"), format!("name = \"B{number}\"\ntype = \"unit\"\n"));
    }
    assert!(repo.run("diff --format md").fine().out.contains("**B69**"));
    assert!(!repo.run("diff").fine().out.contains("poster till"));
    (0..70).for_each(|number| fs::remove_file(repo.sandbox.path(&format!("register/bodies/b{number}.toml"))).unwrap());
    assert!(repo.run("diff HEAD --stat").fine().out.contains("insats"));
    repo.run("set nattvandring-i-ryd partners+=faltgruppen").fine();
    assert!(repo.run("diff --district ryd").fine().out.contains("Samverkansparter: + Fältgruppen"));
    repo.run("diff a b c").code(2).says(&["högst två versioner"]);
    assert!(repo.run("diff HEAD..HEAD").fine().out.contains("Inget har ändrats."));
    // Two folders, under git or not.
    crate::support::copy(&repo.sandbox.path("register"), &repo.sandbox.path("home/annat"));
    assert!(repo.run("diff register home/annat").fine().out.contains("Inget har ändrats."));
    fs::remove_file(repo.sandbox.path("home/annat/agreements/medborgarlofte.toml")).unwrap();
    assert!(repo.run("diff register home/annat").fine().out.contains("− borttagen: överenskommelse"));
}

#[test]
fn a_record_has_one_history_through_its_names() {
    let repo = Repo::new();
    repo.run("rename nattvandring-i-ryd natt-i-ryd").fine();
    repo.commit("Nytt namn", "2026-09-10");
    repo.run("set natt-i-ryd status=paused").fine();
    repo.commit("Paus", "2026-09-20");
    repo.run("rename natt-i-ryd vandring").fine();
    repo.edit(
        "register/interventions/vandring.toml",
        "title = ",
        "summary = \"\"\"\nEn\nhelt\nannan\ntext\nän\nförut.\n\"\"\"\ntitle = ",
    );
    repo.commit("Ett namn till", "2026-09-30");
    let log = repo.run("log vandring").fine().out;
    for told in [
        "Ett namn till",
        "nytt id: natt-i-ryd → vandring",
        "Paus",
        "pågående → pausad",
        "Nytt namn",
        "Första",
        "+ ny insats",
    ] {
        assert!(log.contains(told), "{told} is missing:\n{log}");
    }
    assert_eq!(repo.run("log vandring -n 1").fine().out.matches('·').count(), 3);
    let some = repo.run("log --since 2026-09-05 --until 2026-09-20").fine().out;
    assert!(
        some.contains("Paus") && some.contains("Nytt namn") && !some.contains("Första") && !some.contains("till"),
        "{some}"
    );
    let entries: serde_json::Value = serde_json::from_str(&repo.run("log vandring --format json").fine().out).unwrap();
    assert_eq!(entries["entries"].as_array().unwrap().len(), 4);
    // What is gone has a history too.
    repo.run("remove 2026-t2-ryd --yes").fine();
    repo.commit("Bort", "2026-10-01");
    assert!(repo.run("log situation/2026-t2-ryd").fine().out.contains("− borttagen: lägesbild"));
    assert!(repo.run("log 2026-t2-ryd").fine().out.contains("− borttagen: lägesbild"));
    repo.run("log situation/2026-t1-ryd").code(1);
    repo.run("log nonsens").code(1);
}

#[test]
fn records_age_by_their_history() {
    let repo = Repo::new();
    repo.edit(WALK, "title = ", "# Rubrik\ntitle = ");
    repo.commit("Omformatera", "2026-09-20");
    repo.run("rename nattvandring-i-ryd vandring").fine();
    repo.commit("Nytt namn", "2026-10-10");
    let told = repo.run("list intervention --columns last_touched,last_confirmed --format csv").fine().out;
    assert_eq!(told.lines().last(), Some("2026-10-10,2026-09-01"));
    let shown = repo.run("show vandring").fine().out.replace('\u{a0}', " ");
    assert!(
        shown.contains("Senast ändrad") && shown.contains("10 okt 2026") && shown.contains("1 sep 2026"),
        "{shown}"
    );
    assert!(!Sandbox::small().run("show nattvandring-i-ryd").fine().out.contains("Senast ändrad"));
    Sandbox::small().run("list intervention --columns last_touched").code(1).says(&["git-förråd"]);
    // Ongoing, and nobody has touched it for two tertials.
    let later = [("REGISTER_TODAY", "2027-06-11")];
    let told = repo.sandbox.run_with("check --only untouched", &later);
    assert!(told.out.contains("varning[untouched]") && told.out.contains("före 11 okt 2026"), "{told:#?}");
    assert!(repo.run("check --only untouched").fine().out.contains("Inget att anmärka"));
    // What somebody is at right now is touched.
    repo.run("set vandring contact=Enhetschef").fine();
    assert!(repo.sandbox.run_with("check --only untouched", &later).fine().out.contains("Inget att anmärka"));
}

#[test]
fn only_what_is_new_is_told_of_and_only_what_is_staged() {
    let repo = Repo::new();
    repo.edit(WALK, "faltgruppen", "faltgruppn");
    repo.commit("Fel", "2026-10-01");
    let all = repo.run("check --format json").code(3).out;
    assert!(all.contains("unknown-reference"));
    assert!(!repo.run("check --since HEAD").fine().out.contains("fel["));
    assert!(repo.run("check --since HEAD~1").code(3).out.contains("fel[unknown-reference]"));
    assert!(repo.run("check --since 2026-09-15 --format github").code(3).out.starts_with("::error file=register/"));
    // A fault stays an old one, where its record has got another name.
    repo.git("mv register/interventions/nattvandring-i-ryd.toml register/interventions/vandring.toml").fine();
    repo.edit("register/interventions/vandring.toml", "title", "former_ids = [\"nattvandring-i-ryd\"]\ntitle");
    repo.edit(
        "register/meetings/2026-09-17-faltgruppen.toml",
        "intervention/nattvandring-i-ryd",
        "intervention/vandring",
    );
    assert!(
        !repo.run("check --since HEAD --only unknown-reference,unknown-key").fine().out.contains("fel["),
        "{:#?}",
        repo.run("check --since HEAD")
    );
    repo.git("reset --quiet --hard").fine();
    repo.sandbox.write("register/bodies/a.toml", "name = 1\n");
    repo.sandbox.write("register/bodies/b.toml", "name = \"B\"\ntype = \"unit\"\n");
    repo.git("add register/bodies/b.toml").fine();
    assert!(!repo.run("check --staged --since HEAD").fine().out.contains("fel["));
    repo.git("add register/bodies/a.toml").fine();
    fs::remove_file(repo.sandbox.path("register/bodies/a.toml")).unwrap();
    assert!(repo.run("check --staged --since HEAD").code(3).out.contains("bodies/a.toml:1:8"));
}

#[test]
fn a_clone_is_set_up_once_and_what_is_there_is_respected() {
    let repo = Repo::new();
    repo.run("git install --check").code(1);
    let missing = repo.run("git install --check").out;
    assert_eq!(missing.matches("saknas").count(), 4, "{missing}");
    repo.run("git install").fine().says(&["alla som arbetar i registret kör register git install"]);
    let state = |repo: &Repo| {
        (
            repo.sandbox.read("register/.gitattributes"),
            repo.sandbox.read(".git/hooks/pre-commit"),
            repo.sandbox.read(".git/config"),
        )
    };
    let once = state(&repo);
    repo.run("git install").fine();
    assert_eq!(state(&repo), once, "twice is as once");
    assert_eq!(repo.run("git install --check").fine().out.matches("finns").count(), 4);
    // A second register in the same repository has a part of its own in the hook.
    crate::support::copy(&repo.sandbox.path("register"), &repo.sandbox.path("grannen"));
    repo.run("--register grannen git install").fine();
    assert_eq!(repo.sandbox.read(".git/hooks/pre-commit").matches("check --staged").count(), 2);
    // What is wrong, or about somebody, is not committed.
    repo.git("add --all").fine();
    repo.git("commit --quiet --message Två").fine();
    repo.sandbox.write(
        "register/bodies/ny.toml",
        format!("name = \"Ny\"\ntype = \"unit\"\nmission = \"{}\"\n", identity_number("811218")),
    );
    repo.git("add --all").fine();
    let stopped = repo.git("commit --quiet --message Person");
    assert_eq!(stopped.code, 1, "{stopped:#?}");
    assert!(stopped.out.contains("personal-data") || stopped.err.contains("personal-data"), "{stopped:#?}");
    // Of what is staged, and not of what lies in the folder.
    repo.edit("register/bodies/ny.toml", "mission", "# mission");
    assert_eq!(repo.git("commit --quiet --message Person").code, 1);
    fs::remove_file(repo.sandbox.path("register/bodies/ny.toml")).unwrap();
    repo.git("add --all").fine();
    repo.git("commit --quiet --allow-empty --message Inget").fine();
}

/// Git's own `diff` says which record a change is in.
#[test]
fn git_shows_the_name_of_a_record_above_its_changes() {
    let repo = Repo::set_up();
    repo.run("set nattvandring-i-ryd references+=title=A references+=title=B references+=title=C").fine();
    repo.follow_up("2026-11-01", "Ett.");
    repo.commit("Följ upp", "2026-09-03");
    repo.edit(WALK, "Ett.", "Två.");
    let shown = repo.git("diff").fine().out;
    assert!(shown.contains("@@ title = \"Nattvandring i Ryd\""), "{shown}");
}

#[test]
fn hooks_that_are_there_are_left_alone() {
    let repo = Repo::new();
    repo.sandbox.write(".git/hooks/pre-commit", "#!/bin/sh\nexit 0\n");
    repo.run("git install")
        .code(1)
        .says(&["är din egen", "--register 'register' check --staged --merged --quiet || exit 1"]);
    assert_eq!(repo.sandbox.read(".git/hooks/pre-commit"), "#!/bin/sh\nexit 0\n");
    repo.sandbox.write(".git/hooks/pre-commit", "#!/bin/sh\nregister check --staged --merged --quiet || exit 1\n");
    repo.run("git install").fine();
    // Hooks that the project keeps with its files.
    repo.git("config core.hooksPath krokar").fine();
    repo.run("git install").fine();
    let hook = repo.sandbox.read("krokar/pre-commit");
    assert!(hook.contains("check --staged") && !hook.contains(env!("CARGO_BIN_EXE_register")), "{hook}");
    // Hooks of all the user's clones.
    let shared = tempfile::tempdir().unwrap();
    repo.git(&format!("config core.hooksPath {}", shared.path().display())).fine();
    repo.run("git install").code(1).says(&["fler kloner än den här"]);
    assert_eq!(fs::read_dir(shared.path()).unwrap().count(), 0);
}

/// A hook is told of a linked work tree's repository in a way that holds for its top alone; and one that was compiled
/// is a hook all the same.
#[test]
fn hooks_work_in_linked_work_trees_and_compiled_ones_stay() {
    let repo = Repo::set_up();
    repo.git("worktree add --quiet -b gren home/annat").fine();
    let file = "home/annat/register/bodies/faltgruppen.toml";
    repo.edit(file, "Fältgruppen", "Fältarna");
    repo.git("-C home/annat commit --quiet --all --message Namn").fine();
    repo.edit(file, "unit", "uniti");
    assert_eq!(repo.git("-C home/annat/register commit --quiet --all --message Fel").code, 1);
    let repo = Repo::new();
    repo.sandbox.write(".git/hooks/pre-commit", b"\x7fELF\xff\xfe".as_slice());
    repo.run("git install").code(1).says(&["är din egen"]);
    assert_eq!(fs::read(repo.sandbox.path(".git/hooks/pre-commit")).unwrap(), b"\x7fELF\xff\xfe");
}

/// What one side took away and the other changed has no marks; git asks, and so does the program.
#[test]
fn what_is_half_gone_is_told_of() {
    let repo = Repo::set_up();
    repo.branches(
        |repo| drop(repo.run("remove 2026-09-17-faltgruppen --yes").fine()),
        |repo| repo.edit("register/meetings/2026-09-17-faltgruppen.toml", "Nattvandringen", "Vandringen"),
    );
    assert_eq!(repo.git("merge --quiet --no-edit gren").code, 1);
    repo.run("resolve")
        .code(1)
        .says(&["borttagen på ena sidan", "git rm register/meetings/2026-09-17-faltgruppen.toml"]);
    // Ours has taken it away already, and theirs is not ours yet.
    assert!(repo.run("diff --cached").fine().out.contains("Inget har ändrats."));
    repo.git("merge --abort").fine();
    repo.git("checkout --quiet gren").fine();
    assert_eq!(repo.git("merge --quiet --no-edit main").code, 1);
    assert!(repo.run("diff --cached").fine().out.contains("Inget har ändrats."), "what is open is not gone");
    repo.run("resolve").code(1).says(&["borttagen på ena sidan"]);
}

#[test]
fn renaming_renames_what_the_settings_name() {
    let repo = Repo::set_up();
    let settings = "\n[law]\nlead = \"faltgruppen\"\n\n[[waiver]]\ncode = \"intervention-without-board\"\n\
        record = \"intervention/nattvandring-i-ryd\"\nuntil = 2027-01-01\nreason = \"Utreds\"\n";
    let text = repo.sandbox.read("register/register.toml");
    repo.sandbox.write("register/register.toml", format!("{text}{settings}"));
    repo.run("rename nattvandring-i-ryd vandring").fine();
    repo.run("rename faltgruppen falt").fine();
    let text = repo.sandbox.read("register/register.toml");
    assert!(text.contains("record = \"intervention/vandring\"") && text.contains("lead = \"falt\""), "{text}");
    repo.run("check").fine();
}

#[test]
fn a_clone_that_is_not_set_up_is_told_so() {
    let repo = Repo::set_up();
    repo.git("config --remove-section merge.register").fine();
    let told = repo.run("check --only clone-without-driver").fine().out;
    assert!(told.contains("upplysning[clone-without-driver]"), "{told}");
    repo.run("git install").fine();
    assert!(repo.run("check --only clone-without-driver").fine().out.contains("Inget att anmärka"));
}

#[test]
fn follow_ups_of_both_sides_are_merged_and_not_without_the_driver() {
    for is_set_up in [true, false] {
        let repo = if is_set_up { Repo::set_up() } else { Repo::new() };
        repo.branches(|repo| repo.follow_up("2026-11-02", "Vår."), |repo| repo.follow_up("2026-11-01", "Deras."));
        let merged = repo.git("merge --quiet --no-edit gren");
        let text = repo.sandbox.read(WALK);
        if is_set_up {
            assert_eq!(merged.code, 0, "{merged:#?}");
            assert_eq!(notes(&text), ["\"Deras.\"", "\"Vår.\""], "{text}");
            repo.run("check").fine();
        } else {
            assert_eq!(merged.code, 1);
            assert!(text.contains("<<<<<<< HEAD"), "{text}");
            assert!(repo.run("check").code(3).out.contains("fel[conflict-marker]"));
            repo.run("resolve").code(1).says(&["konflikter i en fil", "--välj"]);
        }
    }
}

#[test]
fn rebase_cherry_pick_and_stash_merge_as_well() {
    let make = || {
        let repo = Repo::set_up();
        repo.branches(|repo| repo.follow_up("2026-11-02", "Vår."), |repo| repo.follow_up("2026-11-01", "Deras."));
        repo
    };
    let both = |repo: &Repo| assert_eq!(notes(&repo.sandbox.read(WALK)), ["\"Deras.\"", "\"Vår.\""]);
    let repo = make();
    repo.git("rebase --quiet gren").fine();
    both(&repo);
    let repo = make();
    repo.git("cherry-pick gren").fine();
    both(&repo);
    let repo = make();
    repo.git("checkout --quiet gren").fine();
    repo.git("reset --quiet --soft HEAD~1").fine();
    repo.git("stash --quiet").fine();
    repo.git("checkout --quiet main").fine();
    repo.git("stash pop --quiet").fine();
    both(&repo);
}

#[test]
fn windows_line_ends_renames_and_deletions_are_merged_or_told_of() {
    // Line ends of ours stay.
    let repo = Repo::new();
    repo.sandbox.write(WALK, repo.sandbox.read(WALK).replace('\n', "\r\n"));
    repo.sandbox.write("register/.gitattributes", "*.toml -text\n");
    repo.run("git install").fine();
    repo.commit("Windows", "2026-09-02");
    repo.branches(|repo| repo.follow_up("2026-11-02", "Vår."), |repo| repo.follow_up("2026-11-01", "Deras."));
    repo.git("merge --quiet --no-edit gren").fine();
    let text = repo.sandbox.read(WALK);
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert_eq!(notes(&text), ["\"Deras.\"", "\"Vår.\""]);
    // A new name on one side, and a follow-up on the other.
    let repo = Repo::set_up();
    repo.follow_up("2026-10-15", "En text som är lång nog för att git ska känna igen filen.");
    repo.commit("Text", "2026-09-03");
    repo.branches(
        |repo| drop(repo.run("rename nattvandring-i-ryd vandring").fine()),
        |repo| repo.follow_up("2026-11-01", "Deras."),
    );
    repo.git("merge --quiet --no-edit gren").fine();
    let text = repo.sandbox.read("register/interventions/vandring.toml");
    assert!(text.contains("Deras.") && text.contains("former_ids"), "{text}");
    // Taken away on one side, and changed on the other: git asks.
    let repo = Repo::set_up();
    repo.branches(
        |repo| drop(repo.run("remove 2026-09-17-faltgruppen --yes").fine()),
        |repo| repo.edit("register/meetings/2026-09-17-faltgruppen.toml", "Nattvandringen", "Vandringen"),
    );
    let merged = repo.git("merge --quiet --no-edit gren");
    assert_eq!(merged.code, 1, "{merged:#?}");
    assert!(repo.sandbox.read("register/meetings/2026-09-17-faltgruppen.toml").contains("Vandringen"));
}

#[test]
fn a_conflict_is_as_small_as_can_be_and_can_be_resolved() {
    let repo = Repo::set_up();
    repo.branches(
        |repo| {
            repo.run("set nattvandring-i-ryd status=paused contact=Enhetschef").fine();
            repo.follow_up("2026-11-02", "Vår.");
        },
        |repo| {
            repo.run("set nattvandring-i-ryd status=completed summary='Klar.'").fine();
            repo.follow_up("2026-11-01", "Deras.");
        },
    );
    let merged = repo.git("merge --no-edit gren");
    assert_eq!(merged.code, 1);
    assert!(merged.err.contains("register lös-konflikter"), "{merged:#?}");
    let text = repo.sandbox.read(WALK);
    let conflict = "<<<<<<< HEAD\nstatus = \"paused\"\n=======\nstatus = \"completed\"\n>>>>>>> gren\n";
    assert!(text.contains(conflict), "{text}");
    assert_eq!(text.matches("<<<<<<<").count(), 1);
    assert_eq!(notes(&text), ["\"Deras.\"", "\"Vår.\""]);
    repo.run("resolve --take both").code(1).says(&["fel[syntax-error]", "Inget skrevs"]);
    assert_eq!(repo.sandbox.read(WALK), text);
    repo.run("resolve nattvandring-i-ryd --take theirs").fine().says(&["tillagd med git add"]);
    assert_eq!(repo.sandbox.read(WALK), text.replace(conflict, "status = \"completed\"\n"));
    repo.git("commit --quiet --no-edit").fine();
    repo.run("resolve").fine().says(&["inga konflikter"]);
}

/// Two histories that cross: what each began from is a merge with a conflict in it, which says nothing of the rest.
#[test]
fn histories_that_crossed_are_merged_field_by_field() {
    let repo = Repo::set_up();
    let status = |repo: &Repo, to: &str| {
        let text = repo.sandbox.read(WALK);
        let old = text.lines().find(|line| line.starts_with("status = ")).unwrap().to_owned();
        repo.edit(WALK, &old, &format!("status = \"{to}\""));
    };
    repo.branches(|repo| status(repo, "paused"), |repo| status(repo, "completed"));
    repo.git("branch forst main").fine();
    repo.git("branch andra gren").fine();
    for (on, other, take, follow_up) in
        [("main", "andra", "ours", "2026-11-02"), ("gren", "forst", "theirs", "2026-11-01")]
    {
        repo.git(&format!("checkout --quiet {on}")).fine();
        assert_eq!(repo.git(&format!("merge --no-edit {other}")).code, 1);
        repo.run(&format!("resolve --take {take}")).fine();
        repo.git("commit --quiet --no-edit").fine();
        // Both went on from one state, and each added its own.
        repo.follow_up(follow_up, on);
        repo.commit(on, "2026-11-03");
    }
    let said = repo.git("merge --no-edit main");
    let text = repo.sandbox.read(WALK);
    assert_eq!(said.code, 0, "{said:?}\n{text}");
    assert_eq!(notes(&text), ["\"gren\"", "\"main\""], "{text}");
    assert_eq!(text.matches("status = \"paused\"").count(), 1, "{text}");
}

/// What a person writes in the place of a conflict is held to the register; an error that a side had is not in the way.
#[test]
fn what_is_written_in_the_place_of_a_conflict_is_checked() {
    let repo = Repo::set_up();
    repo.edit(WALK, "districts = [\"ryd\"]", "districts = [\"ryd\", \"borta\"]");
    repo.commit("Ett gammalt fel", "2026-09-03");
    repo.branches(
        |repo| repo.edit(WALK, "\"ongoing\"", "\"paused\""),
        |repo| repo.edit(WALK, "\"ongoing\"", "\"completed\""),
    );
    assert_eq!(repo.git("merge --no-edit gren").code, 1);
    let text = repo.sandbox.read(WALK);
    repo.run("resolve --take ours").fine().says(&["fel[unknown-reference]", "tillagd med git add"]);
    assert!(repo.sandbox.read(WALK).contains("\"paused\"") && text.contains("<<<<<<<"));
}

/// Where the driver can't be sure, git's own conflict is left; and where its program is gone, git merges by itself.
#[test]
fn the_driver_leaves_a_conflict_rather_than_guess() {
    let repo = Repo::set_up();
    repo.run("set nattvandring-i-ryd started=2026-03-01 ended=2026-06-01").fine();
    repo.commit("Dagar", "2026-09-03");
    repo.branches(
        |repo| repo.edit(WALK, "2026-03-01", "2026-05-20"),
        |repo| repo.edit(WALK, "2026-06-01", "2026-04-10"),
    );
    assert_eq!(repo.git("merge --no-edit gren").code, 1, "a start after the end is an error of neither");
    assert!(repo.sandbox.read(WALK).contains("<<<<<<<"));
    let repo = Repo::set_up();
    let driver = repo.git("config merge.register.driver").out;
    let gone = driver
        .trim_end()
        .replace(env!("CARGO_BIN_EXE_register"), "/nonexistent/register")
        .replace("program=register", "program=nonexistent");
    assert_ne!(gone, driver.trim_end());
    let mut config = repo.sandbox.sealed("git");
    said(config.args(["config", "merge.register.driver", &gone]).output().unwrap()).fine();
    repo.branches(|repo| repo.follow_up("2026-11-02", "Vår."), |repo| repo.follow_up("2026-11-01", "Deras."));
    assert_eq!(repo.git("merge --no-edit gren").code, 1);
    assert!(repo.sandbox.read(WALK).contains("<<<<<<<"));
}

#[test]
fn the_driver_takes_what_git_hands_it() {
    let sandbox = Sandbox::small();
    let text = sandbox.read(WALK);
    let path = |name: &str| sandbox.path(name).display().to_string();
    let run = |base: &[u8], ours: &[u8], theirs: &[u8], file: &str| {
        sandbox.write("o", base);
        sandbox.write("a", ours);
        sandbox.write("b", theirs);
        let told = sandbox.run(&format!(
            "git merge-driver {} {} {} {file} --marker-size 9 --ours-label %X --theirs-label min-gren",
            path("o"),
            path("a"),
            path("b")
        ));
        (told.code, String::from_utf8_lossy(&fs::read(sandbox.path("a")).unwrap()).into_owned())
    };
    let (ours, theirs) = (text.replace("ongoing", "paused"), text.replace("ongoing", "completed"));
    let (code, merged) = run(text.as_bytes(), ours.as_bytes(), theirs.as_bytes(), WALK);
    assert_eq!(code, 1);
    assert!(merged.contains("<<<<<<<<< ours\n") && merged.contains(">>>>>>>>> min-gren\n"), "{merged}");
    // What does not parse, is no text, or is no record, is git's.
    let broken = text.replace("status", "[status");
    let (code, merged) = run(text.as_bytes(), broken.as_bytes(), theirs.as_bytes(), WALK);
    assert!(code == 1 && merged.contains("<<<<<<<<<"), "{merged}");
    assert_eq!(run(b"a\n", b"\xff\n", b"b\n", WALK).0, 1);
    let (code, merged) = run(b"1\n2\n3\n4\n5\n", b"0\n2\n3\n4\n5\n", b"1\n2\n3\n4\n6\n", "register/.taplo.toml");
    assert_eq!((code, merged.as_str()), (0, "0\n2\n3\n4\n6\n"));
    // Both began the same file.
    let (code, merged) = run(b"", text.as_bytes(), text.replace("\"ryd\"", "\"ryd\", \"berga\"").as_bytes(), WALK);
    assert!(code == 0 && merged.contains("\"ryd\", \"berga\""), "{code} {merged}");
    assert!(Path::new(&path("a")).exists());
}

/// A stretch of years that a title gained is no phone number, however what came to it is marked.
#[test]
fn years_that_came_to_a_text_are_shown() {
    let repo = Repo::new();
    repo.run("set nattvandring-i-ryd title=Nattvandring_2025–2026").fine();
    repo.commit("Titel", "2026-09-01");
    repo.run("set nattvandring-i-ryd title=Nattvandring_2027–2028").fine();
    for format in ["", " --format md", " --format html"] {
        let told = repo.run(&format!("diff{format}")).fine().out;
        assert!(told.contains("2027–2028") && !told.contains("***"), "{format}: {told}");
    }
}
