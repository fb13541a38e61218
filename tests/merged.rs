//! What two sides come to together, where each was right: looked at wherever git merges by itself.

use crate::support::Said;
use crate::support::repo::{Repo, WALK};

/// One side renames a body, and the other refers to it.
fn apart() -> Repo {
    let repo = Repo::set_up();
    repo.sandbox.write("register/bodies/annan.toml", "name = \"Annan\"\ntype = \"unit\"\n");
    repo.commit("Annan", "2026-09-03");
    repo.branches(
        |repo| drop(repo.run("rename annan ny").fine()),
        |repo| drop(repo.run("set nattvandring-i-ryd partners+=annan").fine()),
    );
    repo
}

fn tells(said: &Said) {
    let all = format!("{}{}", said.out, said.err);
    assert!(all.contains("unknown-reference") && all.contains("annan"), "{said:#?}");
}

#[test]
fn a_clean_merge_that_refers_to_nothing_is_stopped() {
    let repo = apart();
    let said = repo.git("merge --no-edit gren");
    assert_ne!(said.code, 0, "{said:#?}");
    tells(&said);
    tells(&repo.run("check --merged").code(3));
    tells(&repo.run("check --merged --staged").code(3));
    // A commit of it is stopped too, until it is mended.
    tells(&repo.git("commit --no-edit").code(1));
    repo.edit(WALK, "\"annan\"", "\"ny\"");
    repo.git("add --all").fine();
    repo.git("commit --quiet --no-edit").fine();
    repo.run("check --merged").fine();
}

#[test]
fn a_merge_that_nobody_stopped_is_told_of() {
    let repo = apart();
    let said = repo.git("merge --no-edit --no-verify gren").fine();
    tells(&said);
    tells(&repo.run("check --merged").code(3));
    let parents = repo.run("check --merged=HEAD^1,HEAD^2").code(3);
    tells(&parents);
}

#[test]
fn a_rebase_is_told_of_and_a_picked_commit_is_stopped() {
    let repo = apart();
    repo.git("checkout --quiet gren").fine();
    // Git would pick a commit that was stopped again and again: it goes through, and is told of.
    let said = repo.git("rebase main").fine();
    tells(&said);
    let repo = apart();
    let said = repo.git("cherry-pick gren");
    assert_ne!(said.code, 0, "{said:#?}");
    tells(&said);
    tells(&repo.run("check --merged").code(3));
}

/// What either side had is not this merge's to mend; personal data is, whoever had it.
#[test]
fn what_a_side_had_is_not_told_of() {
    let repo = Repo::set_up();
    repo.branches(
        |repo| drop(repo.run("set nattvandring-i-ryd contact=Enhetschef").fine()),
        |repo| repo.edit(WALK, "districts = [\"ryd\"]", "districts = [\"ryd\", \"borta\"]"),
    );
    repo.git("merge --no-edit gren").fine();
    assert_eq!(repo.run("check").code, 3);
    repo.run("check --merged").fine();
    let repo = Repo::set_up();
    repo.branches(
        |repo| drop(repo.run("set nattvandring-i-ryd contact=Enhetschef").fine()),
        |repo| {
            repo.sandbox
                .write("register/bodies/ny.toml", "name = \"Ny\"\ntype = \"unit\"\nmission = \"Ring 070-174 06 05\"\n")
        },
    );
    let said = repo.git("merge --no-edit gren");
    assert!(said.code != 0 && format!("{said:?}").contains("personal-data"), "{said:#?}");
}

#[test]
fn several_branches_at_once_are_refused() {
    let repo = Repo::set_up();
    for branch in ["ett", "tva"] {
        repo.git(&format!("checkout --quiet -b {branch} main")).fine();
        repo.sandbox
            .write(&format!("register/bodies/{branch}.toml"), format!("name = \"{branch}\"\ntype = \"unit\"\n"));
        repo.commit(branch, "2026-10-02");
    }
    repo.git("checkout --quiet main").fine();
    repo.run("set nattvandring-i-ryd status=paused").fine();
    repo.commit("Paus", "2026-10-03");
    let said = repo.git("merge --no-edit ett tva");
    assert_ne!(said.code, 0, "{said:#?}");
    assert!(format!("{said:?}").contains("en gren i taget"), "{said:#?}");
    repo.git("merge --abort").fine();
    // What has nothing to do with the register may be merged so.
    for branch in ["tre", "fyra"] {
        repo.git(&format!("checkout --quiet -b {branch} main")).fine();
        repo.sandbox.write(branch, branch);
        repo.commit(branch, "2026-10-04");
    }
    repo.git("checkout --quiet main").fine();
    repo.git("commit --quiet --allow-empty --message Tom").fine();
    repo.git("merge --quiet --no-edit tre fyra").fine();
    repo.git("merge --quiet --no-edit ett").fine();
    repo.git("merge --quiet --no-edit tva").fine();
}

#[test]
fn without_a_merge_there_is_nothing_to_ask() {
    let repo = Repo::set_up();
    repo.run("check --merged").code(1).says(&["inget är sammanslaget", "--sedan"]);
    repo.run("check --merged --staged").fine();
    repo.run("check --merged=HEAD --since HEAD").code(2);
}

/// What is asked before a commit finds the errors that all of it finds, wherever the files are read from.
#[test]
fn before_a_commit_what_is_staged_counts_and_not_what_lies_on_disk() {
    const PHONE: &str = "mission = \"Ring 070-174 06 05\"\n";
    const BODY: &str = "register/bodies/faltgruppen.toml";
    type Deed = fn(&Repo);
    let deeds: [(&str, Deed, bool); 11] = [
        ("wrong on disk alone", |repo| repo.edit(WALK, "\"ryd\"", "\"borta\""), false),
        (
            "wrong as staged, right on disk",
            |repo| {
                repo.edit(WALK, "\"ryd\"", "\"borta\"");
                repo.git("add --all").fine();
                repo.edit(WALK, "\"borta\"", "\"ryd\"");
            },
            true,
        ),
        (
            "gone on disk alone",
            |repo| std::fs::remove_file(repo.sandbox.path("register/districts/ryd.toml")).unwrap(),
            false,
        ),
        ("gone as staged", |repo| drop(repo.git("rm --quiet register/districts/ryd.toml").fine()), true),
        (
            "not looked at on disk",
            |repo| {
                repo.edit(WALK, "\"ryd\"", "\"borta\"");
                repo.git("add --all").fine();
                repo.git(&format!("update-index --assume-unchanged {WALK}")).fine();
                repo.edit(WALK, "\"borta\"", "\"ryd\"");
            },
            true,
        ),
        (
            "only meant to be added",
            |repo| {
                repo.sandbox.write("register/bodies/ny.toml", "name = \"Ny\"\ntype = \"uniti\"\n");
                repo.git("add --intent-to-add --all").fine();
            },
            false,
        ),
        (
            "personal data as staged",
            |repo| {
                let text = repo.sandbox.read(BODY);
                repo.sandbox.write(BODY, format!("{text}{PHONE}"));
                repo.git("add --all").fine();
                repo.sandbox.write(BODY, text);
            },
            true,
        ),
        (
            "other personal data in the place of old",
            |repo| {
                let text = repo.sandbox.read(BODY);
                repo.sandbox.write(BODY, format!("{text}{PHONE}"));
                repo.commit("Telefon", "2026-09-04");
                repo.edit(BODY, "06 05", "06 06");
                repo.git("add --all").fine();
            },
            true,
        ),
        (
            "old personal data in another file",
            |repo| {
                repo.sandbox.write("register/README.md", PHONE);
                repo.commit("Telefon", "2026-09-04");
                repo.git("mv register/README.md register/LÄSMIG.md").fine();
            },
            false,
        ),
        (
            "personal data beside the records",
            |repo| {
                repo.sandbox.write("register/README.md", PHONE);
                repo.git("add --all").fine();
            },
            true,
        ),
        (
            "a link in the place of a file",
            |repo| {
                std::fs::remove_file(repo.sandbox.path("register/districts/ryd.toml")).unwrap();
                #[cfg(unix)]
                std::os::unix::fs::symlink("../../annat.toml", repo.sandbox.path("register/districts/ryd.toml"))
                    .unwrap();
                repo.git("add --all").fine();
            },
            true,
        ),
    ];
    for (what, deed, is_wrong) in deeds {
        for old_error in [false, true] {
            let repo = Repo::set_up();
            if old_error {
                repo.sandbox.write("register/bodies/gammal.toml", "name = \"Gammal\"\ntype = \"uniti\"\n");
                repo.commit("Ett gammalt fel", "2026-09-03");
            }
            deed(&repo);
            for _ in 0..2 {
                let all = repo.run("check --staged --since HEAD");
                for line in ["check --staged --since HEAD --quiet", "check --staged --merged --quiet"] {
                    let said = repo.run(line);
                    assert_eq!(
                        (said.code, all.code),
                        if is_wrong { (3, 3) } else { (0, 0) },
                        "{what}: {said:#?} {all:#?}"
                    );
                }
            }
        }
    }
}
