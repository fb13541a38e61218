//! The history: what each commit did, on every branch that came together, wherever the register lay.

use crate::support::repo::{Repo, WALK};

fn log(repo: &Repo, line: &str) -> String {
    repo.run(&format!("log {line}")).fine().out.replace('\u{a0}', " ")
}

/// What each of two branches did is told of it, and of the merge nothing again.
#[test]
fn a_merge_is_told_with_what_it_did_itself() {
    let repo = Repo::set_up();
    repo.run("set nattvandring-i-ryd 'summary=Vuxna går i par. Alla är välkomna. De börjar vid torget.'").fine();
    repo.commit("Text", "2026-09-04");
    repo.branches(
        |repo| {
            repo.run("set nattvandring-i-ryd contact=Enhetschef 'summary=Vuxna går i grupp. Alla är välkomna. De börjar vid torget.'")
                .fine();
            repo.follow_up("2026-09-20", "Vår.");
        },
        |repo| {
            repo.run("set nattvandring-i-ryd staff=2 'summary=Vuxna går i par. Alla är välkomna. De börjar vid skolan.'").fine();
            repo.follow_up("2026-09-21", "Deras.");
        },
    );
    repo.git("merge --quiet --no-edit gren").fine();
    let told = log(&repo, "");
    for once in ["Vår.", "Deras.", "Enhetschef", "Årsarbetare: 2"] {
        assert_eq!(told.matches(once).count(), 1, "{once}: {told}");
    }
    assert!(!told.contains("Merge branch"), "{told}");
    // One that decides something says so, and nothing else.
    repo.git("branch --delete --force gren").fine();
    repo.branches(
        |repo| drop(repo.run("set nattvandring-i-ryd status=paused places+=Torget").fine()),
        |repo| drop(repo.run("set nattvandring-i-ryd status=completed places+=Skolan").fine()),
    );
    assert_eq!(repo.git("merge --no-edit gren").code, 1);
    repo.run("resolve --take ours").fine();
    repo.edit(WALK, "\"paused\"", "\"cancelled\"");
    repo.run("set nattvandring-i-ryd places+=Parken").fine();
    repo.git("add --all").fine();
    repo.git_on("commit --quiet --no-verify --message Avgjort", "2026-10-04").fine();
    let told = log(&repo, "-n 1");
    assert!(told.contains("Avgjort") && told.contains("→ avbruten") && told.contains("Parken"), "{told}");
    assert!(!told.contains("Torget") && !told.contains("Skolan"), "{told}");
}

/// A branch that parted before the register moved went on where it lay.
#[test]
fn a_register_that_moved_is_followed_on_every_branch() {
    let repo = Repo::set_up();
    repo.git("checkout --quiet -b gren").fine();
    repo.run("set nattvandring-i-ryd contact=Enhetschef").fine();
    repo.commit("Kontakt på grenen", "2026-10-02");
    repo.git("checkout --quiet main").fine();
    repo.git("mv register arkiv").fine();
    repo.commit("Flytt", "2026-10-03");
    repo.edit("arkiv/interventions/nattvandring-i-ryd.toml", "ongoing", "paused");
    repo.commit("Paus efter flytten", "2026-10-04");
    repo.git("merge --quiet --no-edit gren").fine();
    let told = log(&repo, "--register arkiv");
    for part in ["Kontakt på grenen", "Paus efter flytten", "Första"] {
        assert_eq!(told.matches(part).count(), 1, "{part}: {told}");
    }
    assert!(!told.contains("Flytt ·") && !told.contains("omformaterad"), "{told}");
    let of_one = log(&repo, "nattvandring-i-ryd --register arkiv");
    assert!(of_one.contains("Enhetschef") && of_one.contains("pausad"), "{of_one}");
    // Something else that lies where it lay is none of it.
    repo.sandbox
        .write("register/register.toml", "format = 2\nname = \"Annan\"\nlanguage = \"sv\"\ncurrency = \"SEK\"\n");
    repo.sandbox.write("register/bodies/annan.toml", "name = \"Annat organ\"\ntype = \"unit\"\n");
    repo.commit("Ett annat register", "2026-10-05");
    let told = log(&repo, "--register arkiv");
    assert!(!told.contains("Annat organ") && told.contains("Kontakt på grenen"), "{told}");
}

/// What was found out before is told again from what is kept, word for word, and what is kept may be taken away or broken.
#[test]
fn what_is_kept_of_the_history_says_the_same() {
    let repo = Repo::set_up();
    repo.follow_up("2026-09-20", "Första.");
    repo.edit(WALK, "status =", "# Väntar\nstatus =");
    repo.commit("Uppföljning", "2026-09-21");
    repo.run("rename nattvandring-i-ryd vandring").fine();
    repo.commit("Nytt namn", "2026-09-22");
    repo.run("remove 2026-09-17-faltgruppen --yes").fine();
    repo.sandbox.write("register/bodies/trasig.toml", "name = \n");
    repo.commit("Borta och trasig", "2026-09-23");
    repo.branches(
        |repo| drop(repo.run("set vandring contact=Enhetschef").fine()),
        |repo| drop(repo.run("set vandring staff=2 'budget+=year=2027,amount=5'").fine()),
    );
    repo.git("merge --quiet --no-edit gren").fine();
    let ages = "list intervention --columns id,last_touched,last_confirmed --format csv";
    let lines = [
        "log",
        "log -n 2",
        "log --format json",
        "log --format csv",
        "log --format md",
        "log --since 2026-09-22",
        ages,
        "check --staged --merged --quiet",
    ];
    let told = || lines.map(|line| repo.run(line).out);
    let first = told();
    assert!(first[0].contains("Väntar") && first[0].contains("vandring"), "{}", first[0]);
    serde_json::from_str::<serde_json::Value>(&first[2]).unwrap();
    assert_eq!(told(), first);
    assert!(first[6].contains("vandring,2026-10-0"), "{}", first[6]);
    // Without it, with another one's, and with what is broken.
    let folders = repo.sandbox.names(".git/register").into_iter().map(|name| format!(".git/register/{name}"));
    let inside = |folder: String| repo.sandbox.names(&folder).into_iter().map(move |name| format!("{folder}/{name}"));
    let kept: Vec<(String, String)> =
        folders.flat_map(inside).map(|path| (path.clone(), repo.sandbox.read(&path))).collect();
    assert!(kept.iter().filter(|(path, _)| path.contains("/log-")).count() >= 7, "{kept:?}");
    let turned = |text: &str| text.replace(['0', '1'], "2");
    let other =
        |text: &str| text.replace("paused", "ongoing").replace("Enhetschef", "Någon").replace("records", "annat");
    let cut = |text: &str| text[..text.len() / 2].to_owned();
    let empty = |_: &str| "\t\n\t\t\n".to_owned();
    for broken in [&turned as &dyn Fn(&str) -> String, &other, &cut, &empty] {
        kept.iter().for_each(|(path, text)| repo.sandbox.write(path, broken(text)));
        assert_eq!(told(), first);
        assert_eq!(told(), first);
    }
    std::fs::remove_dir_all(repo.sandbox.path(".git/register")).unwrap();
    assert_eq!(told(), first);
    // A commit that is new is told first.
    repo.run("set vandring status=paused").fine();
    repo.commit("Paus", "2026-10-09");
    assert!(repo.run("log -n 1").fine().out.contains("Paus"));
}

/// The oldest commit of a clone that is cut off seems to bring all there is.
#[test]
fn what_a_clone_that_is_cut_off_sees_is_not_kept() {
    let repo = Repo::set_up();
    repo.run("set nattvandring-i-ryd status=paused").fine();
    repo.commit("Paus", "2026-09-21");
    let told = log(&repo, "");
    repo.git(&format!("clone --quiet --depth 1 file://{} klon", repo.sandbox.root().display())).fine();
    let in_clone = || repo.run("log --register klon/register").fine().out.replace('\u{a0}', " ");
    assert!(in_clone().contains("ny: stadsdel"));
    repo.git("-C klon fetch --quiet --unshallow").fine();
    assert_eq!(in_clone(), told);
    assert_eq!(in_clone(), told);
}

/// A commit that says of itself that it is older hides nothing behind it.
#[test]
fn a_commit_with_an_earlier_day_hides_none() {
    let repo = Repo::set_up();
    for (status, day) in [("paused", "2026-10-05"), ("ongoing", "2026-10-06"), ("planned", "2026-01-05")] {
        let text = repo.sandbox.read(WALK);
        let old = text.lines().find(|line| line.starts_with("status")).unwrap().to_owned();
        repo.edit(WALK, &old, &format!("status = \"{status}\""));
        repo.commit(status, day);
    }
    for line in ["--since 2026-10-01", "nattvandring-i-ryd --since 2026-10-01"] {
        let told = log(&repo, line);
        assert!(told.contains("paused") && told.contains("· ongoing") && !told.contains("planned"), "{line}: {told}");
    }
}

/// What is put in the place of a commit tells another history, and so does taking that away again.
#[test]
fn what_is_put_in_the_place_of_a_commit_is_seen_at_once() {
    let repo = Repo::set_up();
    repo.run("set nattvandring-i-ryd status=paused").fine();
    repo.commit("Paus", "2026-09-21");
    repo.run("set nattvandring-i-ryd staff=2").fine();
    repo.commit("Två", "2026-09-22");
    let told = log(&repo, "");
    for pack in ["", "pack-refs --all"] {
        repo.git("replace HEAD~1 HEAD~2").fine();
        if !pack.is_empty() {
            repo.git(pack).fine();
        }
        let other = log(&repo, "");
        assert!(!other.contains("Paus") && other.contains("Två"), "{pack}: {other}");
        repo.git("replace -d HEAD~1").fine();
        assert_eq!(log(&repo, ""), told, "{pack}");
    }
}

/// A commit whose moment git can't read, or takes for one before there was time, is told all the same.
#[test]
fn a_commit_without_a_day_is_told() {
    let repo = Repo::set_up();
    repo.run("set nattvandring-i-ryd status=paused").fine();
    repo.commit("Paus", "2026-09-21");
    for (moment, told_day) in
        [("", "1 jan 1970"), (" 5 -1200", "31 dec 1969"), (" 99999999999999999999 +0000", "1 jan 1970")]
    {
        let whole = repo.git("cat-file commit HEAD").fine().out;
        let lines = whole.lines().map(|line| match line.strip_prefix("committer ") {
            Some(_) => format!("committer R <r@example.org>{moment}"),
            None => line.to_owned(),
        });
        repo.sandbox.write("commit", &(lines.collect::<Vec<_>>().join("\n") + "\n"));
        let id = repo.git("hash-object --literally -t commit -w commit").fine().out;
        repo.git(&format!("update-ref refs/heads/main {}", id.trim())).fine();
        for line in ["", "nattvandring-i-ryd", "-n 1"] {
            let told = log(&repo, line);
            assert!(
                told.contains("Paus") && told.contains("pausad") && told.contains(told_day),
                "{moment}{line}: {told}"
            );
        }
    }
}
