//! What a reviewer is told of a change: what it comes to and what was decided first, and nothing left out in silence.

use crate::support::repo::{Repo, WALK};
use std::fmt::Write as _;

/// A record of each kind, new, with what matters in it.
#[test]
fn every_kind_of_new_record_is_told_with_what_matters_in_it() {
    let repo = Repo::set_up();
    for (file, text) in [
        (
            "meetings/2026-11-10-faltgruppen.toml",
            "body = \"faltgruppen\"\non = 2026-11-10\nstatus = \"held\"\n\n[[item]]\nid = \"ljus\"\ntitle = \"Ljuset\"\n\n\
             [[decision]]\nid = \"armaturer\"\ntext = \"Byt armaturerna\"\ndue = 2026-12-01\n",
        ),
        ("bodies/natverket.toml", "name = \"Nätverket\"\ntype = \"unit\"\nmission = \"Samla föräldrar.\"\n"),
        ("districts/berga.toml", "name = \"Berga\"\n\n[[problem]]\nid = \"otrygghet\"\ntitle = \"Otrygga kvällar\"\n"),
        (
            "agreements/overenskommelse.toml",
            "title = \"Överenskommelse\"\nkind = \"cooperation-agreement\"\nparties = [\"faltgruppen\"]\n\
             period = { from = 2026-01-01, until = 2027-12-31 }\n",
        ),
        (
            "target-pictures/berga-2027.toml",
            "district = \"berga\"\nperiod = { from = 2027-01-01, until = 2028-12-31 }\ntext = \"Berga är tryggt.\"\n\n[[goal]]\nid = \"lugnt\"\ntitle = \"Lugna kvällar\"\n",
        ),
        (
            "action-plans/berga-2027.toml",
            "districts = [\"berga\"]\nperiod = { from = 2027-01-01, until = 2028-12-31 }\ntext = \"Vuxna ute.\"\n",
        ),
        (
            "situations/2026-t3-berga.toml",
            "district = \"berga\"\nperiod = { from = 2026-09-01, until = 2026-12-31 }\n\n[[observation]]\ntext = \"Fler klagomål.\"\nsource = \"faltgruppen\"\n",
        ),
        (
            "interventions/laxhjalp.toml",
            "title = \"Läxhjälp\"\nstatus = \"planned\"\ndistricts = [\"berga\"]\nresponsible = \"natverket\"\n\
             budget = [{ year = 2027, amount = 400000 }]\n",
        ),
    ] {
        repo.sandbox.write(&format!("register/{file}"), text);
    }
    repo.git("add --all").fine();
    let told = repo.run("diff --cached").fine().out;
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "8 nya",
        "Budget: 2027 +400 000 kr",
        "Beslut Fältgruppen 10 nov 2026 Byt armaturerna, 1 dec 2026",
        "Dagordning: ”Ljuset”",
        "Uppdrag: Samla föräldrar.",
        "”Otrygga kvällar”",
        "”Lugna kvällar”",
        "Berga är tryggt.",
        "Vuxna ute.",
        "planerad, 400 000 kr",
        "1 jan 2027",
    ] {
        assert!(told.contains(part), "{part:?} is missing in {told}");
    }
}

#[test]
fn comments_are_told_as_such() {
    let repo = Repo::set_up();
    repo.edit(WALK, "status =", "# Väntar på polisen\nstatus =");
    let told = repo.run("diff").fine().out;
    assert!(told.contains("+ Anteckning i filen: Väntar på polisen"), "{told}");
    assert!(told.contains("en post med bara andra anteckningar") && !told.contains("omformaterad"), "{told}");
    let json = repo.run("diff --format json").fine().out;
    assert!(json.contains("\"# Väntar på polisen\"") && json.contains("\"comments_only\": 1"), "{json}");
    repo.commit("Anteckning", "2026-10-04");
    let log = repo.run("log -n 1").fine().out;
    assert!(log.contains("Anteckning i filen: Väntar på polisen"), "{log}");
    let rows = repo.run("log -n 1 --format csv").fine().out;
    assert!(rows.contains("# Väntar på polisen"), "{rows}");
    // Of what is new and of what is gone, all of them.
    repo.sandbox.write("register/bodies/ny.toml", "# Ny i år\nname = \"Ny\"\ntype = \"unit\"\n");
    repo.git("add --all").fine();
    for format in ["table", "md", "html", "json", "csv"] {
        assert!(repo.run(&format!("diff --cached --format {format}")).fine().out.contains("Ny i år"), "{format}");
    }
    repo.commit("Ny", "2026-10-05");
    repo.git("rm --quiet register/bodies/ny.toml").fine();
    for format in ["table", "md", "html", "json", "csv"] {
        assert!(repo.run(&format!("diff --cached --format {format}")).fine().out.contains("Ny i år"), "{format}");
    }
    repo.git("reset --quiet --hard").fine();
    // Lines that are laid out anew say nothing.
    repo.edit(WALK, "title = ", "title     = ");
    assert!(repo.run("diff").fine().out.contains("bara omformaterad"));
}

#[test]
fn a_comment_calls_nobody_and_leads_to_the_files() {
    let repo = Repo::set_up();
    repo.run("set nattvandring-i-ryd 'summary=Fråga @all om #12 och !7, 100 % säkert'").fine();
    let told = repo.run("diff --format md --links https://exempel.se/blob/abc/register/").fine().out;
    assert!(told.contains("@&#8203;all") && told.contains("\\#&#8203;12") && told.contains("!&#8203;7"), "{told}");
    assert!(told.contains("100 % säkert"), "{told}");
    let link = "[`intervention/nattvandring-i-ryd`](https://exempel.se/blob/abc/register/interventions/nattvandring-i-ryd.toml)";
    assert!(told.contains(link), "{told}");
    assert!(repo.run("diff --format md").fine().out.contains("** `intervention/nattvandring-i-ryd`:"));
}

/// GitHub takes 65,536 letters. What there is no room for is counted, and what stands there is whole.
#[test]
fn a_comment_has_room_where_it_is_put() {
    let repo = Repo::set_up();
    let summary = "Vuxna går i par. ".repeat(9);
    for number in 0..400 {
        let mut text = format!("title = \"Insats {number}\"\nstatus = \"planned\"\nresponsible = \"faltgruppen\"\n");
        let _ = writeln!(text, "summary = \"{summary}\"");
        repo.sandbox.write(&format!("register/interventions/insats-{number}.toml"), text);
    }
    repo.git("add --all").fine();
    let told = repo.run("diff --cached --format md").fine().out;
    let count = told.chars().count();
    assert!(count <= 65_000 && count > 60_000, "{count}");
    let shown = told.lines().filter(|line| line.starts_with("- **Insats")).count();
    assert!(told.starts_with("# Ändringar") && told.lines().nth(2) == Some("- 400 nya"), "{}", &told[..300]);
    let left = format!("- {} poster till (insatser: {})", 400 - shown, 400 - shown);
    assert!(told.contains(&left) && told.contains("`register skillnad`"), "{left}: {}", &told[told.len() - 400..]);
    assert!(repo.run("diff --cached").fine().out.contains("Insats 399"));
}

/// A forge counts from the top of the repository, wherever the program is run.
#[test]
fn places_for_forges_do_not_follow_the_working_directory() {
    let repo = Repo::set_up();
    repo.edit(WALK, "\"ryd\"", "\"borta\"");
    let said = |folder: &str, format: &str| {
        let mut command = repo.sandbox.command();
        command.current_dir(repo.sandbox.path(folder)).args(["check", "--format", format]);
        crate::support::said(command.output().unwrap()).out
    };
    for format in ["github", "sarif", "json"] {
        let from_top = said(".", format);
        assert!(from_top.contains("register/"), "{from_top}");
        assert_eq!(from_top, said("register/interventions", format));
    }
}

/// A file that nobody can read is told of, also where its name is no text, and whether git knows of it or not.
#[cfg(unix)]
#[test]
fn a_file_whose_name_is_no_text_is_told_of() {
    use std::os::unix::ffi::OsStrExt;
    let repo = Repo::set_up();
    let folder = repo.sandbox.path("register/interventions");
    std::fs::write(folder.join(std::ffi::OsStr::from_bytes(b"r\xe4tt.toml")), "title = \"Rätt\"\n").unwrap();
    repo.run("diff").fine().says(&["gick inte att läsa", "rätt.toml".replace('ä', "\u{fffd}").as_str()]);
    repo.commit("Rätt", "2026-09-21");
    repo.run("set nattvandring-i-ryd status=paused").fine();
    let told: serde_json::Value = serde_json::from_str(&repo.run("diff --format json").fine().out).unwrap();
    assert_eq!(told["records"].as_array().map(Vec::len), Some(1), "{told}");
}
