//! Resolving what git could not merge: from the three versions of each file, whoever wrote the marks.

use crate::support::repo::{Repo, WALK};

const MEETING: &str = "register/meetings/2026-09-17-faltgruppen.toml";

/// Both change the status, and each a field of its own beside it: git's own marks stand around all of them.
fn git_conflict(is_set_up: bool) -> Repo {
    let repo = if is_set_up { Repo::set_up() } else { Repo::new() };
    repo.branches(
        |repo| drop(repo.run("set nattvandring-i-ryd status=paused title='Vandring i Ryd' staff=2").fine()),
        |repo| drop(repo.run("set nattvandring-i-ryd status=completed districts= contact=Enhetschef").fine()),
    );
    assert_eq!(repo.git("merge --no-edit gren").code, 1);
    repo
}

/// What nobody disputes is there whichever side is taken, with the driver and without it.
#[test]
fn taking_a_side_loses_nothing_that_nobody_disputes() {
    for is_set_up in [true, false] {
        for (take, status) in [("ours", "paused"), ("theirs", "completed")] {
            let repo = git_conflict(is_set_up);
            repo.run(&format!("resolve --take {take}")).fine().says(&["tillagd med git add"]);
            let expected = format!(
                "title = \"Vandring i Ryd\"\nstatus = \"{status}\"\nresponsible = \"faltgruppen\"\ncontact = \"Enhetschef\"\n\
                 staff = 2\n"
            );
            let sorted = |text: &str| {
                let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
                lines.sort();
                lines
            };
            assert_eq!(sorted(&repo.sandbox.read(WALK)), sorted(&expected), "{take} {is_set_up}");
            assert_eq!(repo.git("ls-files --unmerged").out, "");
        }
    }
}

/// The same where somebody has put the file back among those that are settled, marks and all.
#[test]
fn what_was_added_with_its_marks_is_resolved_all_the_same() {
    let repo = git_conflict(false);
    repo.git("add --all").fine();
    repo.run("resolve --take ours").fine();
    let text = repo.sandbox.read(WALK);
    assert!(text.contains("\"paused\"") && text.contains("Enhetschef") && !text.contains("districts"), "{text}");
}

/// What somebody has written in the file since it was merged stays, and so does what they have decided.
#[test]
fn what_was_written_by_hand_stays() {
    let repo = git_conflict(true);
    let marked = repo.sandbox.read(WALK);
    assert_eq!(marked.matches("<<<<<<<").count(), 1, "{marked}");
    repo.sandbox.write(WALK, marked.replace("staff = 2", "staff = 3\n# Räknat om"));
    repo.run("resolve --take theirs").fine();
    let text = repo.sandbox.read(WALK);
    assert!(text.contains("staff = 3\n# Räknat om") && text.contains("\"completed\""), "{text}");
    // Decided by hand in one of two places.
    let repo = Repo::set_up();
    repo.branches(
        |repo| drop(repo.run("set nattvandring-i-ryd status=paused title=Vår").fine()),
        |repo| drop(repo.run("set nattvandring-i-ryd status=completed title=Deras contact=Enhetschef").fine()),
    );
    assert_eq!(repo.git("merge --no-edit gren").code, 1);
    let marked = repo.sandbox.read(WALK);
    let title = "<<<<<<< HEAD\ntitle = \"Vår\"\n=======\ntitle = \"Deras\"\n>>>>>>> gren\n";
    repo.sandbox.write(WALK, marked.replace(title, "title = \"Deras\"\n"));
    repo.run("resolve --take ours").fine();
    let text = repo.sandbox.read(WALK);
    assert!(text.contains("title = \"Deras\"\nstatus = \"paused\"") && text.contains("Enhetschef"), "{text}");
}

/// Git's marks stand around a field that nobody disputes, and somebody has written beside them.
#[test]
fn what_marks_stand_around_needlessly_is_not_lost_either() {
    let repo = git_conflict(false);
    let marked = repo.sandbox.read(WALK);
    repo.sandbox.write(WALK, format!("# Att tänka på\n{marked}"));
    repo.run("resolve --take ours").fine();
    let text = repo.sandbox.read(WALK);
    assert!(text.starts_with("# Att tänka på\n") && text.contains("\"paused\""), "{text}");
    assert!(text.contains("Enhetschef") && !text.contains("districts") && text.contains("staff = 2"), "{text}");
}

#[test]
fn what_one_side_took_away_is_kept_or_taken_away() {
    let make = |is_gone_here: bool| {
        let repo = Repo::set_up();
        let remove = |repo: &Repo| drop(repo.run("remove 2026-09-17-faltgruppen --yes").fine());
        let change = |repo: &Repo| repo.edit(MEETING, "Nattvandringen", "Vandringen");
        if is_gone_here {
            repo.branches(remove, change)
        } else {
            repo.branches(change, remove)
        }
        assert_eq!(repo.git("merge --quiet --no-edit gren").code, 1);
        repo
    };
    for (is_gone_here, take, is_there) in [
        (true, "ours", false),
        (true, "theirs", true),
        (true, "both", true),
        (false, "ours", true),
        (false, "theirs", false),
    ] {
        let repo = make(is_gone_here);
        let said = repo.run(&format!("resolve --take {take}")).fine();
        said.says(&["borttagen på ena sidan", "ändrad: Dagordning"]);
        assert_eq!(repo.sandbox.path(MEETING).exists(), is_there, "{take}");
        assert_eq!(repo.git("ls-files --unmerged").out, "");
        repo.git("commit --quiet --no-edit").fine();
        repo.run("check").fine();
    }
    // What something refers to stays: that is for people to sort out.
    let repo = Repo::set_up();
    repo.sandbox.write("register/bodies/annan.toml", "name = \"Annan\"\ntype = \"unit\"\n");
    repo.commit("Annan", "2026-09-03");
    repo.branches(
        |repo| {
            repo.edit("register/bodies/annan.toml", "Annan", "En annan");
            repo.run("set nattvandring-i-ryd partners+=annan").fine();
        },
        |repo| drop(repo.run("remove annan --yes").fine()),
    );
    assert_eq!(repo.git("merge --quiet --no-edit gren").code, 1);
    repo.run("resolve --take theirs").code(1).says(&["unknown-reference", "annan"]);
    assert!(repo.sandbox.path("register/bodies/annan.toml").exists());
}

/// Git leaves a record that both renamed under both names, and every number would count it twice.
#[test]
fn a_record_that_both_renamed_is_one() {
    for is_set_up in [true, false] {
        for (take, kept, gone) in [("ours", "vandring", "natten"), ("theirs", "natten", "vandring")] {
            let repo = if is_set_up { Repo::set_up() } else { Repo::new() };
            repo.sandbox.write(WALK, format!("{}summary = \"{}\"\n", repo.sandbox.read(WALK), "Ord. ".repeat(60)));
            repo.commit("Text", "2026-09-04");
            repo.branches(
                |repo| {
                    repo.run("rename nattvandring-i-ryd vandring").fine();
                    repo.run("set vandring status=paused contact=Enhetschef").fine();
                },
                |repo| {
                    repo.run("rename nattvandring-i-ryd natten").fine();
                    repo.run("set natten status=completed staff=2").fine();
                },
            );
            assert_eq!(repo.git("merge --no-edit gren").code, 1);
            let said = repo.run("resolve").code(1);
            said.says(&["har fått nytt namn på båda sidor", "Den är en post"]);
            repo.run(&format!("resolve --take {take}")).fine();
            assert_eq!(repo.sandbox.names("register/interventions"), [format!("{kept}.toml")]);
            let text = repo.sandbox.read(&format!("register/interventions/{kept}.toml"));
            let former = format!("former_ids = [\"nattvandring-i-ryd\", \"{gone}\"]");
            assert!(text.contains(&former) && text.contains("Enhetschef") && text.contains("staff = 2"), "{text}");
            assert!(text.contains(if take == "ours" { "paused" } else { "completed" }), "{text}");
            let meeting = repo.sandbox.read(MEETING);
            assert!(meeting.contains(&format!("intervention/{kept}")) && !meeting.contains("<<<"), "{meeting}");
            assert_eq!(repo.git("ls-files --unmerged").out, "");
            repo.git("commit --quiet --no-edit").fine();
            repo.run("check").fine();
        }
    }
}
