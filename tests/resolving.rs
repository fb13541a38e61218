//! Resolving what git could not merge: from the three versions of each file, whoever wrote the marks.

use crate::support::repo::{Repo, WALK};
use register::compare::Subject;
use register::format::RecordFile;

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

/// In a clone without the driver, what somebody wrote beside git's marks is merged into what is chosen: lists, comments and
/// all that nobody disputes are there.
#[test]
fn what_was_written_by_hand_beside_git_s_marks_loses_nothing() {
    for style in ["merge", "diff3", "zdiff3"] {
        for (take, contact) in [("ours", "VÅR"), ("theirs", "DERAS")] {
            let repo = Repo::new();
            repo.git(&format!("config merge.conflictStyle {style}")).fine();
            repo.run("set nattvandring-i-ryd contact=Chef 'budget+=year=2026,amount=10' 'budget+=year=2027,amount=20'")
                .fine();
            repo.follow_up("2026-09-20", "Första.");
            repo.commit("Bas", "2026-09-21");
            repo.branches(
                |repo| {
                    repo.run("set nattvandring-i-ryd contact=VÅR budget[2026].amount=11").fine();
                    repo.follow_up("2026-11-01", "Vår.");
                },
                |repo| {
                    repo.run("set nattvandring-i-ryd contact=DERAS budget[2027].amount=22 staff=2").fine();
                    let text = repo.sandbox.read(WALK);
                    repo.sandbox.write(WALK, format!("{text}# Sist\n"));
                },
            );
            assert_eq!(repo.git("merge --no-edit gren").code, 1);
            repo.edit(WALK, "Nattvandring i Ryd", "Vandring för hand");
            repo.run(&format!("resolve --take {take}")).fine();
            let text = repo.sandbox.read(WALK);
            for part in ["Vandring för hand", contact, "amount = 11", "amount = 22", "Vår.", "# Sist", "staff = 2"] {
                assert_eq!(text.matches(part).count(), 1, "{style} {take} {part}: {text}");
            }
            assert!(!text.contains("<<<<"), "{text}");
        }
    }
}

/// What was written between the marks goes with the side that it was written on, or with nothing that is chosen.
#[test]
fn what_does_not_go_together_with_what_was_written_is_left() {
    for is_set_up in [true, false] {
        let repo = git_conflict(is_set_up);
        repo.edit(WALK, "\"paused\"", "\"cancelled\"");
        let marked = repo.sandbox.read(WALK);
        repo.run("resolve --take theirs").code(1).says(&["ändrad för hand", "git checkout --merge"]);
        assert_eq!(repo.sandbox.read(WALK), marked);
        repo.run("resolve --take ours").fine();
        let text = repo.sandbox.read(WALK);
        assert!(text.contains("\"cancelled\"") && text.contains("Enhetschef") && text.contains("staff = 2"), "{text}");
    }
    // Nor is what was written in a file of a record that both renamed.
    let repo = Repo::set_up();
    repo.branches(
        |repo| drop(repo.run("rename nattvandring-i-ryd vandring").fine()),
        |repo| drop(repo.run("rename nattvandring-i-ryd natten").fine()),
    );
    assert_eq!(repo.git("merge --no-edit gren").code, 1);
    let file = "register/interventions/natten.toml";
    let text = repo.sandbox.read(file);
    repo.sandbox.write(file, format!("{text}# För hand\n"));
    repo.run("resolve --take ours").code(1).says(&["ändrad för hand"]);
    assert!(repo.sandbox.read(file).ends_with("# För hand\n"));
}

/// Both move the same follow-up, each with a remark: both of it are two, and the others are there once.
#[test]
fn both_of_a_follow_up_are_not_all_of_them_twice() {
    let repo = Repo::set_up();
    for on in ["2026-09-01", "2026-09-10", "2026-09-20"] {
        repo.follow_up(on, on);
    }
    repo.commit("Bas", "2026-09-21");
    repo.branches(
        |repo| {
            repo.run("set nattvandring-i-ryd 'follow_up[2026-09-10].note=Vår'").fine();
            repo.edit(WALK, "on = 2026-09-10", "on = 2026-09-12 # vi");
        },
        |repo| {
            let text = repo.sandbox.read(WALK);
            let at = text.find("\n[[follow_up]]\non = 2026-09-10").unwrap();
            let end = text[at + 1..].find("\n[[follow_up]]").map_or(text.len(), |end| at + 1 + end);
            repo.sandbox.write(WALK, format!("{}{}", &text[..at], &text[end..]));
        },
    );
    assert_eq!(repo.git("merge --no-edit gren").code, 1);
    repo.run("resolve --take both").fine();
    let text = repo.sandbox.read(WALK);
    assert_eq!(text.matches("[[follow_up]]").count(), 3, "{text}");
    assert_eq!(text.matches("# vi").count(), 1, "{text}");
}

/// Changes of every kind of record, as git alone merges them, and with a line of somebody's own above them.
#[test]
fn generated_conflicts_of_git_s_own_lose_nothing() {
    use crate::support::merge_cases::{bases, case};
    let bases = bases();
    let repo = Repo::new();
    repo.git("tag bas").fine();
    let mut tried = 0;
    for number in 0..140 {
        let case = case(&bases, number);
        repo.git("checkout --quiet -f -B main bas").fine();
        repo.git("clean --quiet -fdx register").fine();
        let Subject::Record(record) = &case.subject else { panic!("{}", case.told) };
        let file = &format!("register/{}", RecordFile::path_of(record.kind, &record.id));
        let write = |text: &str, branch: &str| {
            repo.sandbox.write(file, text);
            repo.git("add --all").fine();
            repo.git(&format!("commit --quiet --allow-empty --no-verify --message {branch}")).fine();
        };
        write(&case.base, "base");
        repo.git("checkout --quiet -B gren").fine();
        write(&case.theirs, "theirs");
        repo.git("checkout --quiet main").fine();
        write(&case.ours, "ours");
        if repo.git("merge --quiet --no-edit gren").code == 0 {
            continue;
        }
        let marked = repo.sandbox.read(file);
        for take in ["ours", "theirs"] {
            for by_hand in ["", "# För hand\n"] {
                repo.sandbox.write(file, format!("{by_hand}{marked}"));
                repo.git(&format!("checkout --quiet --merge -- {file}"));
                let again = repo.sandbox.read(file);
                repo.sandbox.write(file, format!("{by_hand}{again}"));
                let said = repo.run(&format!("resolve --take {take}"));
                let text = repo.sandbox.read(file);
                if said.code == 0 {
                    tried += 1;
                    assert!(case.keeps(&text), "{take} {by_hand:?} {}\n{again}\n{text}", case.told);
                    assert!(text.contains(by_hand.trim_end()), "{take} {}\n{text}", case.told);
                } else {
                    assert!(text.starts_with(by_hand), "{take} {}: {said:#?}", case.told);
                }
                // Open again, as it was.
                repo.git("reset --quiet --merge").fine();
                assert_ne!(repo.git("merge --quiet --no-edit gren").code, 0);
            }
        }
    }
    assert!(tried > 40, "{tried}");
}
