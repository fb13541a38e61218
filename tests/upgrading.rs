//! Format 1: read as if it were of this program's own format, and written in it without anything being lost.

use crate::support::{Sandbox, TODAY, copy, said, words};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use register::change::Work;
use register::check::check;
use register::format::upgrade::{TextFile, upgraded};
use register::format::{FileReader, Loaded, RecordFile, SETTINGS_FILE, Texts, assemble, in_order, read_settings};
use register::history::{Commit, Repository, Snapshot};
use register::model::{Day, Kind, Record, Register};
use register::store::Store;
use register::with_kind;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/format-1").join(name)
}

fn load(root: &Path) -> Loaded {
    Store::find(root, Some(root)).unwrap().load(None, Texts::All).unwrap()
}

/// What two registers have otherwise, but for the number of their format.
fn differences(left: &Register, right: &Register) -> Vec<String> {
    fn of_kind<R: Record + PartialEq + std::fmt::Debug>(left: &Register, right: &Register, found: &mut Vec<String>) {
        let (left, right) = (R::records(left), R::records(right));
        let mut ids: Vec<&str> = left.ids().chain(right.ids()).collect();
        ids.sort_unstable();
        ids.dedup();
        let other = ids.into_iter().filter(|id| left.get(id) != right.get(id));
        found.extend(other.map(|id| format!("{}/{id}: {:#?} {:#?}", R::KIND.name(), left.get(id), right.get(id))));
    }
    let mut found = Vec::new();
    for kind in Kind::ALL {
        with_kind!(kind, R => of_kind::<R>(left, right, &mut found));
    }
    found
}

/// What is found in a register on a day: codes and words, without the files, which are others in the other format.
fn findings(loaded: Loaded, today: &str) -> Vec<String> {
    let today: Day = today.parse().unwrap();
    let mut found: Vec<String> = check(loaded, today)
        .findings
        .iter()
        .map(|finding| format!("{} {:?}", finding.code(), finding.message))
        .collect();
    found.sort();
    found
}

fn files_of(root: &Path) -> BTreeMap<String, String> {
    let files = Store::find(root, Some(root)).unwrap().files();
    let paths = files.into_iter().map(|file| file.path).chain([SETTINGS_FILE.to_owned()]);
    paths.map(|path| (path.clone(), fs::read_to_string(root.join(&path)).unwrap())).collect()
}

/// Writes what is read, and holds it against that.
fn upgrade(root: &Path) -> BTreeMap<String, String> {
    let store = Store::find(root, Some(root)).unwrap();
    let work = Work::begin_upgrade(&store, TODAY.parse().unwrap(), false).unwrap();
    let changes = work.upgrade().unwrap();
    let committed = work.commit(&changes, "").unwrap();
    assert!(committed.unsynced.is_empty());
    files_of(root)
}

#[test]
fn the_registers_of_format_1_say_the_same_in_format_2() {
    for name in ["linkoping", "havsby"] {
        let folder = tempfile::tempdir().unwrap();
        copy(&fixture(name), folder.path());
        let before = load(folder.path());
        let comments = |files: &BTreeMap<String, String>| -> usize {
            files.values().flat_map(|text| text.lines()).filter(|line| line.starts_with('#')).count()
        };
        let old = comments(&files_of(folder.path()));
        let new = comments(&upgrade(folder.path()));
        assert!(new >= old, "{name}: {old} comments, then {new}");
        assert_eq!(differences(&before.register, &load(folder.path()).register), [""; 0], "{name}");
        for today in ["2024-01-01", TODAY, "2027-06-01", "2030-01-01"] {
            copy(&fixture(name), &folder.path().join("before"));
            let before = load(&folder.path().join("before"));
            assert_eq!(findings(before, today), findings(load(folder.path()), today), "{name} {today}");
        }
    }
}

/// Each file that a change of format touches is laid out as `fmt` would, where it was before.
#[test]
fn what_was_laid_out_alike_is_so_afterwards() {
    for name in ["linkoping", "havsby"] {
        let sandbox = Sandbox::empty();
        copy(&fixture(name), &sandbox.path("register"));
        sandbox.run("upgrade").fine();
        sandbox.run("fmt --check").fine();
        sandbox.run("upgrade").fine().says(&["redan"]);
    }
}

#[test]
fn a_register_of_format_1_is_read_by_every_command_and_written_by_one() {
    let sandbox = Sandbox::empty();
    copy(&fixture("linkoping"), &sandbox.path("register"));
    let before = files_of(&sandbox.path("register"));
    for line in ["status", "show ryd", "report plan --district ryd", "report law", "list target-picture", "check"] {
        sandbox.run(line).fine();
    }
    assert!(sandbox.run("show target-picture/ryd-2025 --format json").fine().out.contains("Fler känner sig trygga"));
    for line in ["set ryd coordinator=Samordnaren", "fmt", "add district --name Vasastaden", "rename ryd rydd"] {
        sandbox.run(line).code(1).says(&["register uppgradera"]);
    }
    sandbox.run("upgrade --dry-run").fine();
    assert_eq!(files_of(&sandbox.path("register")), before);
    sandbox.run("upgrade").fine().says(&["register/target-pictures/ryd-2025.toml"]);
    sandbox.run("set ryd coordinator=Samordnaren").fine();
    let newer = sandbox.read("register/register.toml").replace("format = 2", "format = 3");
    sandbox.write("register/register.toml", newer);
    sandbox.run("upgrade").code(1).says(&["format 3"]);
    sandbox.run("set ryd coordinator=Ett").code(1).says(&["format 3"]);
}

#[test]
fn what_cannot_be_read_is_not_upgraded() {
    let sandbox = Sandbox::empty();
    copy(&fixture("havsby"), &sandbox.path("register"));
    sandbox.write("register/districts/trasig.toml", "name = \"Trasig\n");
    let before = files_of(&sandbox.path("register"));
    sandbox.run("upgrade").code(1).says(&["register kontrollera"]);
    assert_eq!(files_of(&sandbox.path("register")), before);
}

fn git(sandbox: &Sandbox, line: &str) {
    let mut command = sandbox.sealed("git");
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "Samordnare").env(format!("GIT_{who}_EMAIL"), "s@example.se");
    }
    said(command.args(words(line)).output().unwrap()).fine();
}

#[test]
fn the_past_is_read_and_compared_across_the_change_of_format() {
    let sandbox = Sandbox::empty();
    copy(&fixture("linkoping"), &sandbox.path("register"));
    git(&sandbox, "init --quiet --initial-branch=main");
    git(&sandbox, "add --all");
    git(&sandbox, "commit --quiet --message Första");
    // Two changes in format 1: one to a goal, and one of what is in the plan.
    let district = sandbox.read("register/districts/ryd.toml");
    let changed = district.replace("title = \"Fler känner sina grannar\"", "title = \"Grannar känner varandra\"");
    sandbox.write("register/districts/ryd.toml", changed);
    let walk = "register/interventions/nattvandring-i-ryd.toml";
    let out = sandbox.read(walk).replace("part_of_plan = true\n", "");
    sandbox.write(walk, out);
    let said = sandbox.run("diff --format json").fine().out;
    assert!(said.contains("target-picture") && said.contains("Grannar känner varandra"), "{said}");
    assert!(said.contains("action-plan") && said.contains("nattvandring-i-ryd"), "{said}");
    assert!(!said.contains("part_of_plan"), "{said}");
    git(&sandbox, "commit --quiet --all --message Andra");
    sandbox.run("upgrade").fine();
    assert!(sandbox.run("diff").fine().out.contains("Inget har ändrats"));
    git(&sandbox, "add --all");
    git(&sandbox, "commit --quiet --message Nytt-format");
    assert!(sandbox.run("diff HEAD~1").fine().out.contains("Inget har ändrats"));
    let across = sandbox.run("diff HEAD~2 --format json").fine().out;
    assert!(across.contains("Grannar känner varandra") && across.contains("nattvandring-i-ryd"), "{across}");
    assert!(!across.contains("part_of_plan"), "{across}");
    // The life of a district, and of its picture and plan, through both formats.
    let life = sandbox.run("log ryd").fine().out;
    assert!(life.contains("Första") && life.contains("Andra") && life.contains("Grannar känner varandra"), "{life}");
    assert!(!life.contains("borttagen"), "{life}");
    let of_plan = sandbox.run("log action-plan/ryd-2025").fine().out;
    assert!(of_plan.contains("Andra") && of_plan.contains("Nattvandring i Ryd"), "{of_plan}");
    for at in ["HEAD", "HEAD~1", "HEAD~2"] {
        for report in ["report plan --district ryd", "report law", "report follow-up --period 2026-t2", "status"] {
            sandbox.run(&format!("{report} --at {at}")).fine();
        }
    }
    let now = sandbox.run("report follow-up --period 2026-t2 --format json").fine().out;
    assert_eq!(sandbox.run("report follow-up --period 2026-t2 --format json --at HEAD~1").fine().out, now);
}

/// What is in a plan was said by the interventions, and not in the district's file.
#[test]
fn a_plan_that_only_interventions_changed_has_changed() {
    let sandbox = Sandbox::empty();
    copy(&fixture("linkoping"), &sandbox.path("register"));
    git(&sandbox, "init --quiet --initial-branch=main");
    git(&sandbox, "add --all");
    git(&sandbox, "commit --quiet --message Första");
    replace(&sandbox, WALK, "part_of_plan = true", "part_of_plan = false");
    let tells = |said: &str| said.contains("action-plan") && said.contains("ryd-2025") && said.contains("nattvandring");
    let told = sandbox.run("diff --format json").fine().out;
    assert!(tells(&told), "{told}");
    git(&sandbox, "commit --quiet --all --message Ur-planen");
    assert!(tells(&sandbox.run("diff HEAD~1 --format json").fine().out));
    for line in ["log --format json", "log action-plan/ryd-2025 --format json"] {
        let told = sandbox.run(line).fine().out;
        assert!(tells(&told) && told.contains("Ur-planen"), "{line}: {told}");
    }
    sandbox.run("upgrade").fine();
    git(&sandbox, "add --all");
    git(&sandbox, "commit --quiet --message Nytt-format");
    for line in ["log ryd --format json", "log action-plan/ryd-2025 --format json"] {
        let told = sandbox.run(line).fine().out;
        assert!(tells(&told) && told.contains("Ur-planen"), "{line}: {told}");
    }
}

/// A clone of a register of format 1 with a branch of its own that went on in it, and a main branch in the new format.
fn two_formats(on_branch: impl Fn(&Sandbox), on_main: impl Fn(&Sandbox)) -> Sandbox {
    let sandbox = Sandbox::empty();
    copy(&fixture("linkoping"), &sandbox.path("register"));
    git(&sandbox, "init --quiet --initial-branch=main");
    sandbox.run("git install").fine();
    git(&sandbox, "add --all");
    git(&sandbox, "commit --quiet --no-verify --message Första");
    git(&sandbox, "checkout --quiet -b gren");
    on_branch(&sandbox);
    git(&sandbox, "add --all");
    git(&sandbox, "commit --quiet --no-verify --message Gren");
    git(&sandbox, "checkout --quiet main");
    sandbox.run("upgrade").fine();
    on_main(&sandbox);
    git(&sandbox, "add --all");
    git(&sandbox, "commit --quiet --no-verify --message Huvud");
    sandbox
}

fn replace(sandbox: &Sandbox, file: &str, from: &str, to: &str) {
    let text = sandbox.read(file);
    assert!(text.contains(from), "{file}: {from}");
    sandbox.write(file, text.replacen(from, to, 1));
}

fn merge(sandbox: &Sandbox, from: &str) -> i32 {
    merge_with(sandbox, from, &[])
}

fn merge_with(sandbox: &Sandbox, from: &str, more: &[&str]) -> i32 {
    let mut command = sandbox.sealed("git");
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "Samordnare").env(format!("GIT_{who}_EMAIL"), "s@example.se");
    }
    said(command.args(["merge", "--quiet", "--no-edit"]).args(more).arg(from).output().unwrap()).code
}

const WALK: &str = "register/interventions/nattvandring-i-ryd.toml";
const RYD: &str = "register/districts/ryd.toml";

#[test]
fn a_branch_that_went_on_in_format_1_is_merged() {
    let on_branch = |sandbox: &Sandbox| {
        replace(
            sandbox,
            RYD,
            "name = \"Ryd\"",
            "name = \"Ryd\"\nstatistical_areas = [{ code = \"0580A1010\", kind = \"deso\", vintage = 2025 }]",
        );
        replace(sandbox, WALK, "contact = ", "# från grenen\ncontact = ");
    };
    let on_main = |sandbox: &Sandbox| {
        sandbox.run("set ryd coordinator=Samordnaren").fine();
        sandbox.run("set nattvandring-i-ryd places=Centrum").fine();
    };
    for (from, into) in [("gren", "main"), ("main", "gren")] {
        let sandbox = two_formats(on_branch, on_main);
        git(&sandbox, &format!("checkout --quiet {into}"));
        assert_eq!(merge(&sandbox, from), 0, "{into}");
        let (walk, ryd) = (sandbox.read(WALK), sandbox.read(RYD));
        assert!(walk.contains("# från grenen") && walk.contains("Centrum"), "{walk}");
        assert!(!walk.contains("part_of_plan"), "{walk}");
        assert!(ryd.contains("0580A1010") && ryd.contains("Samordnaren") && !ryd.contains("target_picture"), "{ryd}");
        assert!(sandbox.run("upgrade").fine().err.contains("redan"));
        assert!(!sandbox.run("check --format json").out.contains("old-format"));
    }
}

#[test]
fn what_a_branch_changed_in_a_picture_or_a_plan_of_format_1_is_left_open() {
    type Change = fn(&Sandbox);
    let changes: [(&str, Change, Change); 2] = [
        (
            RYD,
            |sandbox| replace(sandbox, RYD, "Fler känner sina grannar", "Grannar känner varandra"),
            |sandbox| drop(sandbox.run("set ryd coordinator=Samordnaren").fine()),
        ),
        (
            WALK,
            |sandbox| replace(sandbox, WALK, "part_of_plan = true", "part_of_plan = false"),
            |sandbox| drop(sandbox.run("set nattvandring-i-ryd places=Centrum").fine()),
        ),
    ];
    for (file, on_branch, on_main) in changes {
        for (from, into) in [("gren", "main"), ("main", "gren")] {
            let sandbox = two_formats(on_branch, on_main);
            git(&sandbox, &format!("checkout --quiet {into}"));
            assert_eq!(merge(&sandbox, from), 1, "{file} {into}");
            let text = sandbox.read(file);
            let both = if file == RYD { ["Grannar känner varandra", "Samordnaren"] } else { ["= false", "Centrum"] };
            assert!(both.iter().all(|part| text.contains(part)) && text.contains("<<<<<<<"), "{text}");
        }
    }
}

/// A change of a branch's, and the file that it is in.
type BranchChange = (&'static str, fn(&Sandbox));

/// What a branch took away or put in another order in format 1.
fn taken_away() -> [BranchChange; 4] {
    [
        (WALK, |sandbox| replace(sandbox, WALK, "part_of_plan = true\n", "")),
        (RYD, |sandbox| {
            let text = sandbox.read(RYD).replace("rank = 1\n", "rank = 9\n").replace("rank = 2\n", "rank = 1\n");
            sandbox.write(RYD, text.replace("rank = 9\n", "rank = 2\n"));
        }),
        (RYD, |sandbox| {
            let text = sandbox.read(RYD);
            let (before, causes) = text.split_once("causes = [").unwrap();
            let (_, rest) = causes.split_once(", ").unwrap();
            sandbox.write(RYD, format!("{before}causes = [{rest}"));
        }),
        (RYD, |sandbox| {
            let text = sandbox.read(RYD);
            let (before, goals) = text.split_once("[[target_picture.goal]]").unwrap();
            let (_, rest) = goals.split_once("[[target_picture.goal]]").unwrap();
            sandbox.write(RYD, format!("{before}[[target_picture.goal]]{rest}"));
        }),
    ]
}

#[test]
fn what_a_branch_of_format_1_took_away_of_a_plan_is_left_open() {
    for (place, (file, change)) in taken_away().into_iter().enumerate() {
        // The causes are in the file of the district still.
        if place == 2 {
            continue;
        }
        for (from, into) in [("gren", "main"), ("main", "gren")] {
            let sandbox = two_formats(change, |sandbox| drop(sandbox.run("set ryd coordinator=Samordnaren").fine()));
            git(&sandbox, &format!("checkout --quiet {into}"));
            assert_eq!(merge(&sandbox, from), 1, "{place} {into}: {}", sandbox.read(file));
            let older = if into == "main" { "theirs" } else { "ours" };
            let taken = sandbox.run(&format!("resolve --take {older}"));
            if sandbox.read(file).contains("<<<<<<<") {
                assert_eq!(taken.code, 1, "{place} {into}: {taken:?}");
                taken.says(&["äldre formatet"]);
            }
        }
    }
}

/// A measure whose file says nothing else that an upgrade moves: with the line taken away it is the same on both sides.
const WELCOME: &str = "register/interventions/valkomstdagar-for-nyinflyttade-i-ryd.toml";

fn not_in_the_plan(sandbox: &Sandbox) {
    replace(sandbox, WELCOME, "part_of_plan = true\n", "");
}

/// Where both sides' files come to be the same, git asks nobody. The commit is stopped until somebody has said what holds.
#[test]
fn what_git_does_not_ask_about_is_not_lost_in_silence() {
    let plan = "register/action-plans/ryd-2025.toml";
    let has = |sandbox: &Sandbox| sandbox.read(plan).contains("valkomstdagar-for-nyinflyttade-i-ryd");
    for (from, into) in [("gren", "main"), ("main", "gren")] {
        let sandbox = two_formats(not_in_the_plan, |sandbox| {
            drop(sandbox.run("set ryd coordinator=Samordnaren").fine());
        });
        git(&sandbox, &format!("checkout --quiet {into}"));
        assert_eq!(merge(&sandbox, from), 1, "{into}");
        assert!(has(&sandbox));
        let told = sandbox.run("check --staged").code(3).out;
        assert!(told.contains("lost-in-merge") && told.contains("valkomstdagar"), "{told}");
        let text = sandbox.read(plan);
        let without: Vec<&str> = text.lines().filter(|line| !line.contains("valkomstdagar")).collect();
        sandbox.write(plan, without.join("\n") + "\n");
        git(&sandbox, "add --all");
        sandbox.run("check --staged").fine();
        git(&sandbox, "commit --quiet --no-edit");
        assert!(!has(&sandbox), "{into}");
    }
    // Nothing is asked where nothing was taken away.
    let sandbox = two_formats(
        |sandbox| {
            replace(
                sandbox,
                RYD,
                "name = \"Ryd\"",
                "name = \"Ryd\"\nstatistical_areas = [{ code = \"0580A1010\", kind = \"deso\", vintage = 2025 }]",
            )
        },
        |_| (),
    );
    assert_eq!(merge(&sandbox, "gren"), 0);
}

/// Whoever upgrades is told of the work that others have in the older format.
#[test]
fn branches_of_the_older_format_are_told_of() {
    let sandbox = Sandbox::empty();
    copy(&fixture("linkoping"), &sandbox.path("register"));
    git(&sandbox, "init --quiet --initial-branch=main");
    git(&sandbox, "add --all");
    git(&sandbox, "commit --quiet --message Första");
    git(&sandbox, "branch samma");
    git(&sandbox, "checkout --quiet -b gren");
    not_in_the_plan(&sandbox);
    git(&sandbox, "commit --quiet --all --message Gren");
    git(&sandbox, "checkout --quiet main");
    replace(&sandbox, WALK, "contact = ", "# undanlagt\ncontact = ");
    git(&sandbox, "stash --quiet");
    let told = sandbox.run("upgrade").fine();
    assert!(told.err.contains("gren, stash@{0}") && !told.err.contains("samma"), "{told:?}");
}

/// What comes to be in a plan by a branch of the older format is told of, as the plan itself is nobody's to change unasked.
#[test]
fn what_an_upgrade_leaves_out_of_a_plan_is_told() {
    let sandbox = two_formats(
        |sandbox| {
            let walk = sandbox.read(WALK);
            sandbox.write("register/interventions/ny-vandring.toml", walk.replacen("Nattvandring", "Dagvandring", 1));
        },
        |_| (),
    );
    assert_eq!(merge(&sandbox, "gren"), 1, "a whole file of the older format came in");
    let told = sandbox.run("upgrade").fine();
    assert!(
        told.err.contains("ny-vandring") && told.err.contains("register ändra action-plan/ryd-2025 measures+="),
        "{told:?}"
    );
    assert!(!told.err.contains("inte är här"), "{told:?}");
    sandbox.run("set action-plan/ryd-2025 measures+=intervention=ny-vandring").fine();
}

/// A rebase would leave out without a word a commit that comes to nothing upon the other format.
#[test]
fn a_branch_of_one_format_is_not_rebased_upon_the_other() {
    let rebase = |sandbox: &Sandbox, more: &str| {
        let mut command = sandbox.sealed("git");
        for who in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{who}_NAME"), "Samordnare").env(format!("GIT_{who}_EMAIL"), "s@example.se");
        }
        said(command.args(format!("rebase{more} main").split(' ')).output().unwrap())
    };
    let sandbox = two_formats(not_in_the_plan, |_| ());
    git(&sandbox, "checkout --quiet gren");
    let said = rebase(&sandbox, "");
    assert!(said.code != 0 && said.err.contains("git merge main"), "{said:?}");
    // One that is upon nothing is none between formats.
    let root = self::said(
        sandbox
            .sealed("git")
            .args(["-c", "user.name=A", "-c", "user.email=a@example.se", "rebase", "--root"])
            .output()
            .unwrap(),
    );
    assert_eq!(root.code, 0, "{root:?}");
    // With nothing of its own in the register, there is nothing to lose.
    let sandbox = two_formats(|sandbox| sandbox.write("annat.txt", "Ett\n"), |_| ());
    git(&sandbox, "checkout --quiet gren");
    assert_eq!(rebase(&sandbox, "").code, 0);
}

/// Whatever git does with a commit of the older format, what it takes away of a plan is not lost in silence.
#[test]
fn a_commit_of_format_1_is_left_open_by_all_that_git_merges_by() {
    let (_, change) = taken_away()[0];
    for how in ["rebase --no-verify main", "cherry-pick gren", "stash apply"] {
        let sandbox = two_formats(change, |_| ());
        match how {
            "rebase --no-verify main" => git(&sandbox, "checkout --quiet gren"),
            "stash apply" => {
                git(&sandbox, "checkout --quiet --detach gren~1");
                change(&sandbox);
                for line in ["stash --quiet", "checkout --quiet main"] {
                    git(&sandbox, line);
                }
            }
            _ => {}
        }
        let said = said(sandbox.sealed("git").args(how.split(' ')).output().unwrap());
        assert_ne!(said.code, 0, "{how}: {said:?}");
        assert!(sandbox.read(WALK).contains("<<<<<<<"), "{how}: {}", sandbox.read(WALK));
    }
}

#[test]
fn what_a_branch_took_away_stays_away_where_both_were_upgraded() {
    for (place, (_, change)) in taken_away().into_iter().enumerate() {
        for (from, into) in [("gren", "main"), ("main", "gren")] {
            let sandbox = two_formats(change, |sandbox| drop(sandbox.run("set ryd coordinator=Samordnaren").fine()));
            git(&sandbox, "checkout --quiet gren");
            sandbox.run("upgrade").fine();
            git(&sandbox, "add --all");
            git(&sandbox, "commit --quiet --no-verify --message Nytt");
            let files = ["action-plans/ryd-2025.toml", "target-pictures/ryd-2025.toml", "districts/ryd.toml"];
            let texts = || {
                files.map(|file| {
                    sandbox.read(&format!("register/{file}")).replace("coordinator = \"Samordnaren\"\n", "")
                })
            };
            let on_branch = texts();
            git(&sandbox, &format!("checkout --quiet {into}"));
            // What refers to a goal that is gone is what stops the commit, and no matter of the merge.
            assert_eq!(merge_with(&sandbox, from, &["--no-verify"]), 0, "{place} {into}");
            for (merged, own) in texts().iter().zip(&on_branch) {
                let lines = |text: &str| {
                    text.lines().filter(|line| !line.starts_with("coordinator")).map(str::to_owned).collect::<Vec<_>>()
                };
                assert_eq!(lines(merged), lines(own), "{place} {into}");
            }
        }
    }
}

/// A file that came from a branch of format 1 without git asking anyone.
#[test]
fn a_file_of_format_1_among_others_is_told_of_and_moved() {
    let sandbox = Sandbox::empty();
    copy(&fixture("linkoping"), &sandbox.path("register"));
    let (walk, ryd) = (sandbox.read(WALK), sandbox.read(RYD));
    sandbox.run("upgrade").fine();
    let plan = sandbox.read("register/action-plans/ryd-2025.toml");
    sandbox.write(WALK, &walk);
    sandbox.write("register/interventions/ny.toml", walk.replace("title = \"", "title = \"Ny "));
    let told = sandbox.run("check --only old-format").code(3).out;
    assert!(told.contains("fel[old-format]") && told.contains("register uppgradera"), "{told}");
    assert!(told.contains("part_of_plan"), "{told}");
    sandbox.run("upgrade").fine().says(&["2 filer"]);
    // What the plan says already is said; what it does not say stays to be read.
    assert!(!sandbox.read(WALK).contains("part_of_plan"));
    assert!(sandbox.read("register/interventions/ny.toml").contains("# part_of_plan = true"));
    assert_eq!(sandbox.read("register/action-plans/ryd-2025.toml"), plan);
    // A whole district, with a picture of its own beside the one that there is.
    sandbox.write(RYD, ryd);
    sandbox.run("upgrade").fine();
    let other = sandbox.read("register/target-pictures/ryd-2025-2.toml");
    assert_eq!(other, sandbox.read("register/target-pictures/ryd-2025.toml"));
    assert!(!sandbox.read(RYD).contains("target_picture"));
    sandbox.run("upgrade").fine().says(&["redan"]);
}

/// What is no record stays as it is, and does not hold the others up.
#[test]
fn a_file_whose_name_is_no_id_is_left_alone() {
    let sandbox = Sandbox::empty();
    copy(&fixture("havsby"), &sandbox.path("register"));
    let text = "title = \"Nattvandring\"\npart_of_plan = true\n";
    sandbox.write("register/interventions/Natt vandring.toml", text);
    sandbox.run("upgrade").fine();
    assert_eq!(sandbox.read("register/interventions/Natt vandring.toml"), text);
    sandbox.run("check --only invalid-file-name").code(3);
    sandbox.run("upgrade").fine().says(&["redan"]);
}

/// Every register of format 1 that this project has had, as far as there is a history to read.
#[test]
fn every_register_of_the_history_is_read() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Ok(repository) = Repository::around(&root.join("register")) else { return };
    let listed = std::process::Command::new("git")
        .args(["-C", env!("CARGO_MANIFEST_DIR"), "rev-list", "HEAD", "--", "register", "examples"])
        .output();
    let Ok(listed) = listed else { return };
    let mut trees = BTreeSet::new();
    for id in String::from_utf8_lossy(&listed.stdout).lines() {
        for folder in ["register", "examples/havsby/register"] {
            let Ok(snapshot) = Snapshot::of_commit(&repository, Commit(id.to_owned()), Some(folder)) else { continue };
            let tree: Vec<String> = snapshot.tree.files().map(|(path, blob)| format!("{path} {}", blob.id)).collect();
            if !snapshot.folder.ends_with(&format!("{folder}/")) || !trees.insert(tree) {
                continue;
            }
            let Ok(loaded) = snapshot.load(None, Texts::All) else { continue };
            if loaded.register.settings.format != Some(1) {
                continue;
            }
            let paths: Vec<&str> = snapshot.tree.files().map(|(path, _)| path).collect();
            let is_read = |path: &str| path == SETTINGS_FILE || RecordFile::from_path(path).is_some();
            let files = paths.into_iter().filter(|path| is_read(path)).map(|path| {
                let text = String::from_utf8(snapshot.tree.bytes(path).unwrap().unwrap()).unwrap();
                TextFile { path: path.to_owned(), text }
            });
            let written = read_all(upgraded(files.collect()));
            assert_eq!(differences(&loaded.register, &written.register), [""; 0], "{folder} at {id}");
            let codes = |loaded: &Loaded| {
                let mut codes: Vec<String> = loaded.findings.iter().map(|one| one.code().to_owned()).collect();
                codes.sort();
                codes
            };
            assert_eq!(codes(&loaded), codes(&written), "{folder} at {id}");
        }
    }
}

fn read_all(files: Vec<TextFile>) -> Loaded {
    let settings = files.iter().find(|file| file.path == SETTINGS_FILE).map_or("", |file| &*file.text);
    let settings = read_settings(SETTINGS_FILE, settings.as_bytes());
    let reader = FileReader::new(settings.record.as_ref(), Texts::All);
    let records = files.iter().filter_map(|file| Some((RecordFile::from_path(&file.path)?, &file.text)));
    let mut readings = reader.finish(records.map(|(file, text)| reader.read(file, text.as_bytes())).collect());
    in_order(&mut readings, |(file, _)| file);
    assemble(settings, readings, Vec::new())
}

/// Lines, some of which have a comment above or behind them.
fn commented(lines: Vec<String>) -> impl Strategy<Value = String> {
    let count = lines.len();
    prop::collection::vec(0..8_u8, count).prop_map(move |ways| {
        let comment = |(line, way): (&String, u8)| match way {
            0 => format!("# ovan-@\n{line}\n"),
            1 if !line.ends_with("\"\"\"") => format!("{line} # bakom-@\n"),
            2 => format!("\n{line}\n"),
            _ => format!("{line}\n"),
        };
        lines.iter().zip(ways).map(comment).collect()
    })
}

/// A list on one line or on several, with comments between its elements or without.
fn in_list(elements: Vec<String>) -> BoxedStrategy<String> {
    let joined = elements.clone();
    prop_oneof![
        Just(format!("[{}]", joined.join(", "))),
        Just(format!("[\n{}]", elements.iter().map(|element| format!("  {element}, # i-@\n")).collect::<String>())),
    ]
    .boxed()
}

/// A goal of format 1, under a heading of that name.
fn goal(place: usize) -> impl Strategy<Value = String> {
    let indicator = select(vec![
        "",
        "indicator = { name = \"Trygg ute\", unit = \"%\", source = \"Mätning\" }",
        "indicator = { name = \"Något helt annat som mäts här och är långt\", geography = \"place\" }",
        "indicator.name = \"Trygg ute\"\nindicator.unit = \"st\"",
    ]);
    let values = select(vec![
        "",
        "baseline = { on = 2024-11-30, value = 57 }\ntarget = { on = 2026-11-30, value = 63.5 }",
        "baseline = { on = 2024-11-30, value = 57 }\ntarget = { on = 2026-11-30, value = 40 }",
        "target = { value = 3, on = 2026-11-30 }",
    ]);
    let readings = prop_oneof![
        Just(String::new()),
        in_list(vec!["{ on = 2025-11-30, value = 59 }".to_owned(), "{ on = 2026-06-30, value = 61.5 }".to_owned()])
            .prop_map(|list| format!("readings = {list}")),
    ];
    (indicator, values, readings, any::<bool>()).prop_flat_map(move |(indicator, values, readings, is_last)| {
        let mut lines = vec!["[[target_picture.goal]]".to_owned(), format!("id = \"mal-{place}\"")];
        lines.push(format!("title = \"Mål {place}\""));
        lines.extend(is_last.then(|| "serves = [\"trygg\"]".to_owned()));
        let more = indicator.lines().chain(values.lines()).map(str::to_owned);
        lines.extend(more.chain((!readings.is_empty()).then_some(readings)));
        commented(lines)
    })
}

fn problem(place: usize) -> impl Strategy<Value = String> {
    let causes = prop_oneof![
        Just(String::new()),
        in_list(vec!["\"Gamla armaturer\"".to_owned(), "\"Få \\\"ögon\\\" # på gatan\"".to_owned()])
            .prop_map(|list| format!("causes = {list}")),
        Just("causes = [\"Gamla armaturer\"]".to_owned()),
    ];
    let kinds = select(vec![
        "",
        "cause_kinds = [\"social\"]",
        "cause_kinds = [\"social\", \"situational\"]",
        "cause_kinds = []",
    ]);
    (causes, kinds, any::<[bool; 2]>()).prop_flat_map(move |(causes, kinds, [has_rank, has_answers])| {
        let mut lines = vec!["[[problem]]".to_owned(), format!("id = \"problem-{place}\"")];
        lines.push(format!("title = \"Problem {place}\""));
        lines.extend(has_rank.then(|| format!("rank = {}", 9 - place)));
        lines.extend((!causes.is_empty()).then_some(causes));
        lines.extend((!kinds.is_empty()).then(|| kinds.to_owned()));
        lines.extend(has_answers.then(|| "answers = [\"mal-0\"]".to_owned()));
        commented(lines)
    })
}

/// A target picture but for its goals, in one of the ways in which it can be written.
fn picture() -> impl Strategy<Value = Vec<String>> {
    let lines = |keys: &[&str], before: &str| keys.iter().map(|key| format!("{before}{key}")).collect::<Vec<_>>();
    let keys = vec![
        "text = \"\"\"\nEn bild.\n[inte en rubrik]\n\"\"\"",
        "proposed = \"2025-02-03-grupp\"",
        "adopted = \"2025-02-27-styrgrupp\"",
        "valid_until = 2026-12-31",
        "fingerprint = \"0123456789abcdef\"",
        "okand = 1",
    ];
    subsequence(keys.clone(), 0..=keys.len()).prop_map(move |keys| {
        let mut all = vec!["[target_picture]".to_owned()];
        all.extend(lines(&keys, ""));
        all
    })
}

fn plan() -> impl Strategy<Value = Vec<String>> {
    let keys = vec![
        "period = { from = 2025-03-01, until = 2026-12-31 }",
        "proposed = \"2025-02-03-grupp\"",
        "adopted = \"2025-02-27-styrgrupp\"",
        "followed_up = [\"2026-02-12-styrgrupp\"]",
        "fingerprint = \"0123456789abcdef\"",
    ];
    let headed = subsequence(keys.clone(), 0..=keys.len())
        .prop_map(|keys| std::iter::once("[action_plan]").chain(keys).map(str::to_owned).collect::<Vec<String>>());
    prop_oneof![
        3 => headed,
        1 => Just(Vec::new()),
        1 => Just(vec!["[action_plan]".to_owned(), "period.from = 2025-03-01".to_owned(), "period.until = 2026-12-31".to_owned()]),
        1 => Just(vec!["[action_plan.period]".to_owned(), "from = 2025-03-01".to_owned()]),
    ]
}

/// The text of a district of format 1.
fn district() -> impl Strategy<Value = String> {
    let goals = (0..4_usize).prop_flat_map(|count| (0..count).map(goal).collect::<Vec<_>>());
    let problems = (0..3_usize).prop_flat_map(|count| (0..count).map(problem).collect::<Vec<_>>());
    let picture = picture().prop_flat_map(commented);
    let plan = plan().prop_flat_map(commented);
    let event = select(vec!["", "[[event]]\nid = \"valborg\"\ntitle = \"Valborg\"\nfrom = 2026-04-30\n# sist-@\n"]);
    let top = select(vec![
        "name = \"Ryd\"\n",
        "# Om filen-@\n\nname = \"Ryd\" # namnet-@\ncoordinator = \"Samordnare\"\n\n",
        "name = \"Ryd\"\ntarget_picture.text = \"Dotted\" # punkt-@\naction_plan = { period = { from = 2025-01-01 } }\n",
        "name = \"Ryd\"\ntarget_picture = { text = \"Inline\", goal = [{ id = \"g\", title = \"G\", readings = [{ on = 2025-01-01, value = 1 }] }] } # rad-@\n",
    ]);
    (top, picture, goals, problems, plan, event, any::<[bool; 3]>()).prop_map(
        |(top, picture, goals, problems, plan, event, [has_picture, plan_first, windows])| {
            let is_short = top.contains("target_picture");
            let picture = if has_picture && !is_short { format!("{picture}{}", goals.concat()) } else { String::new() };
            let plan = if is_short { String::new() } else { plan };
            let parts =
                if plan_first { [plan, problems.concat(), picture] } else { [picture, problems.concat(), plan] };
            let mut text = format!("{top}{}{event}", parts.concat());
            // Each comment is its own, so that one that is lost is missed.
            for number in 0.. {
                match text.find("-@") {
                    Some(at) => text.replace_range(at..at + 2, &format!("-{number}x")),
                    None => break,
                }
            }
            if windows { text.replace('\n', "\r\n") } else { text }
        },
    )
}

fn intervention() -> impl Strategy<Value = String> {
    let flag = select(vec![
        "",
        "part_of_plan = true\n",
        "part_of_plan = false # nej-a\n",
        "# över-b\npart_of_plan = true # ja-c\n",
    ]);
    let districts =
        select(vec!["", "districts = [\"ryd\"]\n", "districts = [\"ryd\", \"berga\"]\n", "districts = [\"okand\"]\n"]);
    let needs = select(vec![
        "",
        "needs = [\n  { what = \"En lampa\", amount = 10 }, # lampan-d\n  { what = \"En lampa\" },\n]\n",
        "\n[[needs]]\nwhat = \"Två lampor\"\n",
        "needs = [{ id = \"egen\", what = \"Egen\" }, { what = \"…\" }]\n",
    ]);
    (flag, districts, needs)
        .prop_map(|(flag, districts, needs)| format!("title = \"X\"\nstatus = \"planned\"\n{districts}{flag}{needs}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// A register of format 1, however it is written, says the same in memory and on disk, and keeps its comments.
    #[test]
    fn what_is_read_is_what_is_written(
        districts in prop::collection::vec(district(), 1..=2),
        interventions in prop::collection::vec(intervention(), 0..4),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        write("register.toml", "format = 1 # ett\nname = \"Provkommunen\"\n");
        for (text, id) in districts.iter().zip(["ryd", "berga"]) {
            write(&format!("districts/{id}.toml"), text);
        }
        for (place, text) in interventions.iter().enumerate() {
            write(&format!("interventions/i{place}.toml"), text);
        }
        let before = load(folder.path());
        // Unknown keys are findings, and are kept.
        let is_other = |code: &str| code != "unknown-key" && code != "missing-field";
        let wrong: Vec<&str> = before.findings.iter().map(|finding| finding.code()).filter(|code| is_other(code)).collect();
        prop_assert_eq!(wrong, [""; 0], "{:?}", districts);
        let old = files_of(folder.path());
        let after = upgrade(folder.path());
        prop_assert_eq!(differences(&before.register, &load(folder.path()).register), [""; 0]);
        let all: String = after.values().map(String::as_str).collect();
        let is_comment = |word: &&str| word.contains('-') && word.ends_with(|last: char| "xabcd".contains(last));
        for text in old.values() {
            for comment in text.lines().filter_map(|line| line.rsplit_once("# ")).map(|(_, comment)| comment) {
                for word in comment.split_whitespace().filter(is_comment) {
                    prop_assert!(all.contains(word), "{word} of {text} is lost in {after:#?}");
                }
            }
        }
        prop_assert!(!all.contains("\npart_of_plan") && !all.contains("[target_picture"));
        let again = upgraded(after.iter().map(|(path, text)| TextFile { path: path.clone(), text: text.clone() }).collect());
        prop_assert_eq!(again.len(), after.len());
    }
}
