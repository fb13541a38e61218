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
