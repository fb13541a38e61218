//! The commands that write: what they change, what they leave alone, and what they refuse.

use crate::support::{Sandbox, changed_lines, identity_number};
use register::model::Kind;

const NIGHT_WALK: &str = "register/interventions/nattvandring-i-ryd.toml";

/// Runs a command that is refused, and holds the register to be as it was.
#[track_caller]
fn assert_refused(sandbox: &Sandbox, line: &str, code: i32, says: &[&str]) {
    let files = || -> Vec<(String, String)> {
        let names = Kind::ALL.into_iter().flat_map(|kind| {
            let folder = format!("register/{}", kind.folder());
            sandbox.names(&folder).into_iter().map(move |name| format!("{folder}/{name}"))
        });
        names.map(|file| (file.clone(), sandbox.read(&file))).collect()
    };
    let before = files();
    sandbox.run(line).code(code).says(says);
    assert_eq!(files(), before, "{line}");
}

#[test]
fn a_register_is_made_and_filled_by_flags_alone() {
    let sandbox = Sandbox::empty();
    sandbox.run("init --name Provstad --municipality-code 0580").fine().says(&["register/register.toml"]);
    for (line, file) in [
        ("district --name Ryd --priority safety,segregation", "districts/ryd"),
        ("body --name Fältgruppen --type unit", "bodies/faltgruppen"),
        (
            "intervention --title 'Nattvandring i Ryd' --status ongoing --districts ryd --responsible faltgruppen \
             --period 2026-09-01..2027-06-30 --staff 1,5 --budget 'year=2026,amount=400 000 kr' \
             --indicator id=vandringar,name=Vandringar",
            "interventions/nattvandring-i-ryd",
        ),
        (
            "meeting --body faltgruppen --on 2026-12-01 --status planned --item id=a,title=Läget",
            "meetings/2026-12-01-faltgruppen",
        ),
        ("situation --district ryd --period 2026-05-01..2026-08-31", "situations/2026-t2-ryd"),
        (
            "target-picture --district ryd --period 2027-01-01..2028-12-31 --text 'Ryd är ljust.'",
            "target-pictures/ryd-2027",
        ),
        (
            "action-plan --districts ryd --period 2027-01-01..2028-12-31 --rests-on 2026-t2-ryd \
             --measures intervention=nattvandring-i-ryd,priority=1",
            "action-plans/ryd-2027",
        ),
        (
            "agreement --title 'Löfte för Ryd' --type citizen-promise --parties faltgruppen --period 2026-01-01..",
            "agreements/lofte-for-ryd",
        ),
    ] {
        let file = format!("register/{file}.toml");
        let said = sandbox.run(&format!("add {line}")).fine().says(&[&file]);
        assert_eq!(said.out, "", "{line}");
        assert!(sandbox.path(&file).is_file(), "{line}");
    }
    assert!(!sandbox.run("check").fine().out.contains("fel["));
    sandbox.run("fmt --check").fine();
    assert_eq!(
        sandbox.read(NIGHT_WALK),
        r#"title = "Nattvandring i Ryd"
status = "ongoing"
districts = ["ryd"]
responsible = "faltgruppen"
period = { from = 2026-09-01, until = 2027-06-30 }
budget = [
  { year = 2026, amount = 400000 },
]
staff = 1.5

[[indicator]]
id = "vandringar"
name = "Vandringar"
"#
    );
    sandbox.run("init").code(1);
}

#[test]
fn all_that_is_missing_is_named_at_once() {
    let sandbox = Sandbox::small();
    assert_refused(&sandbox, "add intervention", 2, &["--titel", "--status", "--ansvarig"]);
    assert_refused(&sandbox, "add intervention --title X --responsible faltgruppen", 2, &["--status"]);
    assert_refused(&sandbox, "add meeting", 2, &["--organ", "--datum", "--status"]);
    assert_refused(&sandbox, "follow-up nattvandring-i-ryd", 2, &["--bedömning", "on-track"]);
    assert_refused(&sandbox, "add intervention --status igång --started snart", 2, &["igång", "snart"]);
}

#[test]
fn a_likely_duplicate_is_refused_until_it_is_said_to_be_none() {
    let sandbox = Sandbox::small();
    let line = "add intervention --title 'Nattvandringar i Ryd' --status ongoing --districts ryd \
                --responsible faltgruppen";
    assert_refused(&sandbox, line, 1, &["nattvandring-i-ryd", "--dubblett-går-bra"]);
    sandbox.run(&format!("{line} --duplicate-ok")).fine();
    assert_eq!(sandbox.names("register/interventions").len(), 2);
}

#[test]
fn an_id_is_given_once() {
    let sandbox = Sandbox::small();
    let line = "add body --name fältgruppen --type unit";
    assert_refused(&sandbox, line, 1, &["faltgruppen", "--id"]);
    sandbox.run(&format!("{line} --id faltgruppen-2")).fine();
    assert_refused(&sandbox, "rename faltgruppen-2 faltgruppen", 1, &["faltgruppen"]);
}

#[test]
fn set_changes_the_one_line_that_it_names() {
    for (assignment, before, after) in [
        ("status=paused", "status = \"ongoing\" # sedan i höstas\r\n", "status = \"paused\" # sedan i höstas\r\n"),
        ("'title=Nattvandring \"kväll\"'", "title = 'Nattvandring'\r\n", "title = 'Nattvandring \"kväll\"'\r\n"),
        ("places+=Torget", "places = [ \"Parken\" ]\r\n", "places = [ \"Parken\", \"Torget\" ]\r\n"),
        ("period.until=2027-12-31", "until = 2027-06-30 }\r\n", "until = 2027-12-31 }\r\n"),
        ("budget[2027].amount=3", "  { year = 2027, amount = 2 },\r\n", "  { year = 2027, amount = 3 },\r\n"),
        ("places-=Parken", "places = [ \"Parken\" ]\r\n", ""),
        ("places=", "places = [ \"Parken\" ]\r\n", ""),
    ] {
        let sandbox = Sandbox::small();
        let text = "\u{feff}# Överst\r\ntitle = 'Nattvandring'\r\nstatus = \"ongoing\" # sedan i höstas\r\n\
                    responsible = \"faltgruppen\"\r\n\r\nplaces = [ \"Parken\" ]\r\n\
                    period = {from = 2026-09-01,  until = 2027-06-30 }\r\nbudget = [\r\n  \
                    { year = 2026, amount = 1 }, # statens\r\n  { year = 2027, amount = 2 },\r\n]\r\n\
                    # sist\r\ncontact = 'Enhetschef'";
        sandbox.write(NIGHT_WALK, text);
        sandbox.run(&format!("set nattvandring-i-ryd {assignment}")).fine().says(&[NIGHT_WALK]);
        let now = sandbox.read(NIGHT_WALK);
        let (gone, come) = changed_lines(text, &now);
        let ends_with = |lines: &[String], end: &str| match lines {
            [] => end.is_empty(),
            [line] => !end.is_empty() && line.ends_with(end),
            _ => false,
        };
        assert!(ends_with(&gone, before) && ends_with(&come, after), "{assignment}: -{gone:?} +{come:?}");
    }
}

#[test]
fn a_list_under_headings_is_taken_away_whole() {
    for (between, end) in [("\n", "\n"), ("", "\n"), ("\n", ""), ("", "")] {
        let sandbox = Sandbox::small();
        let before = sandbox.read(NIGHT_WALK);
        let element = |day| format!("[[follow_up]]\non = 2026-10-0{day}\nassessment = \"on-track\"");
        sandbox.write(NIGHT_WALK, format!("{before}{between}{}\n{between}{}{end}", element(1), element(2)));
        sandbox.run("set nattvandring-i-ryd follow_up=").fine();
        assert_eq!(sandbox.read(NIGHT_WALK).trim_end(), before.trim_end(), "{between:?} {end:?}");
    }
}

#[test]
fn several_lines_can_be_written_in_a_file_of_windows() {
    let sandbox = Sandbox::small();
    sandbox.write(NIGHT_WALK, sandbox.read(NIGHT_WALK).replace('\n', "\r\n"));
    sandbox.run("set nattvandring-i-ryd 'summary=Rad ett\nrad två'").fine();
    sandbox.run("follow-up nattvandring-i-ryd -a on-track --note 'Rad ett\nrad två'").fine();
    let text = sandbox.read(NIGHT_WALK);
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{text:?}");
    assert!(sandbox.run("show nattvandring-i-ryd").fine().out.contains("rad två"));
}

#[test]
fn set_changes_several_fields_and_elements_at_once() {
    let sandbox = Sandbox::small();
    sandbox.run("set nattvandring-i-ryd status=paused partners+=faltgruppen places+=A places+=B").fine();
    let text = sandbox.read(NIGHT_WALK);
    assert!(text.contains("status = \"paused\"") && text.contains("places = [\"A\", \"B\"]"), "{text}");
    sandbox.run("set 2026-09-17-faltgruppen#nattvandring 'title=Nattvandringen i höst'").fine();
    let text = sandbox.read("register/meetings/2026-09-17-faltgruppen.toml");
    assert!(text.contains("title = \"Nattvandringen i höst\""), "{text}");
}

#[test]
fn a_new_field_comes_beside_the_others() {
    let sandbox = Sandbox::small();
    let before = sandbox.read(NIGHT_WALK) + "\n[[follow_up]]\non = 2026-10-01\nassessment = \"on-track\"\n";
    sandbox.write(NIGHT_WALK, &before);
    sandbox.run("set nattvandring-i-ryd staff=0,5").fine();
    assert_eq!(changed_lines(&before, &sandbox.read(NIGHT_WALK)), (vec![], vec!["staff = 0.5\n".to_owned()]));
    sandbox.run("check").fine();
    assert!(sandbox.run("show nattvandring-i-ryd").fine().out.contains("0,5"));
}

#[test]
fn what_is_not_known_is_kept() {
    let sandbox = Sandbox::small();
    let text = sandbox.read(NIGHT_WALK) + "# eget\nfarg = 'blå'\n";
    sandbox.write(NIGHT_WALK, &text);
    sandbox.run("set nattvandring-i-ryd status=paused").fine();
    assert_eq!(sandbox.read(NIGHT_WALK), text.replace("ongoing", "paused"));
}

/// Where a list could not be read whole, its places may be others than those in the file.
#[test]
fn an_element_is_not_changed_where_another_may_be_meant() {
    let sandbox = Sandbox::small();
    let list = "budget = [\n  { year = \"i år\" },\n  { year = 2026, amount = 1 },\n]\n";
    sandbox.write(NIGHT_WALK, sandbox.read(NIGHT_WALK) + list);
    assert_refused(&sandbox, "set nattvandring-i-ryd budget[2026].amount=2", 1, &["fel[wrong-type]"]);
}

#[test]
fn an_element_of_several_fields_is_added_to_its_list() {
    let sandbox = Sandbox::small();
    sandbox.run("set nattvandring-i-ryd budget+=year=2026,amount=5").fine().says(&[NIGHT_WALK]);
    sandbox.run("set nattvandring-i-ryd budget+=year=2027,amount=6 indicator+=id=v,name=Vandringar").fine();
    let text = sandbox.read(NIGHT_WALK);
    for line in ["  { year = 2026, amount = 5 },\n", "  { year = 2027, amount = 6 },\n", "[[indicator]]\nid = \"v\"\n"]
    {
        assert!(text.contains(line), "{line}: {text}");
    }
}

#[test]
fn set_to_what_it_is_changes_nothing() {
    let sandbox = Sandbox::small();
    let before = sandbox.read(NIGHT_WALK);
    sandbox.run("set nattvandring-i-ryd status=ongoing districts+=ryd").fine().says(&["Inget att ändra"]);
    assert_eq!(sandbox.read(NIGHT_WALK), before);
}

#[test]
fn set_refuses_what_is_no_value_and_leads_nowhere() {
    let sandbox = Sandbox::small();
    let set = |rest: &str| format!("set nattvandring-i-ryd {rest}");
    assert_refused(&sandbox, &set("started=snart"), 2, &["snart", "Faktisk start"]);
    assert_refused(&sandbox, &set("status=pausd"), 2, &["menade du", "pausad"]);
    assert_refused(&sandbox, &set("statu=paused"), 2, &["menade du", "Status"]);
    assert_refused(&sandbox, &set("status"), 2, &["FÄLT=VÄRDE"]);
    assert_refused(&sandbox, &set("status+=paused"), 2, &["status"]);
    assert_refused(&sandbox, &set("places-=Torget"), 1, &["Torget"]);
    assert_refused(&sandbox, &set("responsible=faltgropp"), 1, &["unknown-reference", "menade du ”faltgruppen”"]);
    assert_refused(&sandbox, &set("responsible=ryd"), 1, &["ryd"]);
    assert_refused(&sandbox, &set("title="), 1, &["missing-field"]);
    assert_refused(&sandbox, &set("budget[0].amount=1"), 1, &["budget"]);
    // One wrong one, and none is made.
    assert_refused(&sandbox, &set("status=paused responsible=ingen"), 1, &["ingen"]);
}

#[test]
fn options_may_stand_behind_assignments() {
    let sandbox = Sandbox::small();
    let before = sandbox.read(NIGHT_WALK);
    let said = sandbox.run("set nattvandring-i-ryd status=paused --dry-run").fine();
    assert!(said.out.contains("+status = \"paused\""), "{said:?}");
    assert_eq!(sandbox.read(NIGHT_WALK), before);
}

/// What may not be written, in the ways that people write it.
fn personal_data() -> [(&'static str, String); 3] {
    [
        ("identity number", identity_number("850709")),
        ("phone", "070-174 06 05".to_owned()),
        ("e-mail", "trygghet@example.se".to_owned()),
    ]
}

#[test]
fn personal_data_is_refused_by_every_command_and_never_shown() {
    for (what, data) in personal_data() {
        let sandbox = Sandbox::small();
        let before = sandbox.read(NIGHT_WALK);
        let editor = sandbox.editor(&format!("printf '# ring %s\\n' '{data}' >> \"$1\"\n"));
        for line in [
            format!("add body --name Stödgruppen --type unit --convenor 'Ring {data}'"),
            format!("add body --name Stödgruppen --type unit --mission 'Ring {data}' --dry-run"),
            format!("add body --name 'Grupp {data}' --type unit"),
            format!("set nattvandring-i-ryd 'contact=Fråga {data}'"),
            format!("set nattvandring-i-ryd 'places+={data}'"),
            format!("follow-up nattvandring-i-ryd --assessment on-track --note 'Ring {data}'"),
            "edit nattvandring-i-ryd".to_owned(),
        ] {
            let said = sandbox.run_with(&line, &[("EDITOR", &editor)]).code(1).says(&["personal-data"]);
            assert!(!said.out.contains(&data) && !said.err.contains(&data), "{what}, {line}: {said:#?}");
            assert_eq!(sandbox.read(NIGHT_WALK), before, "{what}, {line}");
            assert_eq!(sandbox.names("register/bodies"), ["faltgruppen.toml"], "{what}, {line}");
        }
        // What was written by hand is found, and is not shown either.
        sandbox.write(NIGHT_WALK, format!("{before}# {data}\n"));
        for line in ["check", "check --format json"] {
            let said = sandbox.run(line).code(3);
            assert!(said.out.contains("personal-data") && !said.out.contains(&data), "{what}, {line}: {said:#?}");
        }
        // It is no reason to refuse another change of the same file.
        sandbox.run("set nattvandring-i-ryd status=paused").fine();
    }
}

#[test]
fn no_file_is_named_by_personal_data() {
    let sandbox = Sandbox::small();
    let number = identity_number("850709");
    assert_refused(&sandbox, &format!("add body --name Stödgruppen --type unit --id {number}"), 1, &["personal-data"]);
    assert_refused(&sandbox, &format!("add body --name Stödgruppen --type unit --id stod-{number}"), 1, &[]);
    assert_refused(&sandbox, &format!("rename medborgarlofte {number}"), 1, &["personal-data"]);
}

#[test]
fn a_value_that_is_refused_is_not_shown_where_it_may_be_personal_data() {
    let sandbox = Sandbox::small();
    let number = identity_number("850709");
    let said = sandbox.run(&format!("set nattvandring-i-ryd status={number}")).code(2);
    assert!(!said.err.contains(&number), "{said:#?}");
}

#[test]
fn a_follow_up_comes_last_and_has_its_day_and_body() {
    let sandbox = Sandbox::small();
    let before = sandbox.read(NIGHT_WALK) + "\n[[indicator]]\nid = \"vandringar\"\nname = \"Vandringar\"\n";
    sandbox.write(NIGHT_WALK, &before);
    sandbox.run("follow-up nattvandring-i-ryd -a on-track --note 'Bra höst' --value vandringar=14").fine();
    let first = "\n[[follow_up]]\non = 2026-11-23\nperiod = \"2026-t3\"\nby = \"faltgruppen\"\nassessment = \"on-track\"\n\
                 note = \"Bra höst\"\nvalues = { vandringar = 14 }\n";
    assert_eq!(sandbox.read(NIGHT_WALK), format!("{before}{first}"));
    sandbox
        .run("follow-up 'Nattvandring i Ryd' -a at-risk --trend worsening --on '22 nov' --by faltgruppen --status paused")
        .fine();
    let second = "\n[[follow_up]]\non = 2026-11-22\nperiod = \"2026-t3\"\nby = \"faltgruppen\"\nassessment = \"at-risk\"\n\
                  trend = \"worsening\"\n";
    let expected = before.replace("\"ongoing\"", "\"paused\"") + first + second;
    assert_eq!(sandbox.read(NIGHT_WALK), expected);
    sandbox.run("check").fine();
}

#[test]
fn a_follow_up_of_something_else_is_refused() {
    let sandbox = Sandbox::small();
    assert_refused(&sandbox, "follow-up ryd -a on-track", 1, &["ryd"]);
    assert_refused(&sandbox, "follow-up nattvandring-i-ryd -a bra", 2, &["bra", "on-track"]);
    assert_refused(&sandbox, "follow-up nattvandring-i-ryd -a on-track --by polisen", 1, &["polisen"]);
    assert_refused(&sandbox, "follow-up nattvandring-i-ryd -a on-track --value steg=1", 1, &["unknown-indicator"]);
    assert_refused(&sandbox, "follow-up nattvandring-i-ryd -a on-track --value steg", 2, &["steg"]);
}

#[test]
fn a_new_name_reaches_everything_that_refers_to_the_old() {
    let sandbox = Sandbox::small();
    sandbox.run("rename nattvandring-i-ryd vandring-i-ryd").fine();
    assert_eq!(sandbox.names("register/interventions"), ["vandring-i-ryd.toml"]);
    let text = sandbox.read("register/interventions/vandring-i-ryd.toml");
    assert!(text.contains("former_ids = [\"nattvandring-i-ryd\"]"), "{text}");
    let meeting = sandbox.read("register/meetings/2026-09-17-faltgruppen.toml");
    assert!(meeting.contains("concerns = [\"intervention/vandring-i-ryd\"]"), "{meeting}");
    sandbox.run("check").fine();
    let said = sandbox.run("show nattvandring-i-ryd").fine().says(&["heter numera", "vandring-i-ryd"]);
    assert_eq!(said.out, sandbox.run("show vandring-i-ryd").fine().out);
    assert_refused(&sandbox, "rename ryd Ryd!", 2, &["menade du ”ryd”"]);
}

/// The ids of meetings and situation pictures are made of others' ids, which may change as well.
#[test]
fn a_body_that_meets_and_a_district_with_pictures_can_be_renamed() {
    for (line, kind) in [("rename faltgruppen faltgruppen-ost", "meetings"), ("rename ryd nya-ryd", "situations")] {
        let sandbox = Sandbox::small();
        sandbox.run(line).fine();
        sandbox.run("check").fine();
        let new = line.rsplit(' ').next().unwrap();
        assert!(sandbox.names(&format!("register/{kind}"))[0].ends_with(&format!("-{new}.toml")));
    }
}

/// A former id stands for its record, and may not come to stand for two.
#[test]
fn a_former_id_is_taken() {
    let sandbox = Sandbox::small();
    sandbox.run("rename nattvandring-i-ryd vandring-i-ryd").fine();
    assert_refused(&sandbox, "rename vandring-i-ryd vandring-i-ryd", 1, &[]);
    sandbox.run("rename vandring-i-ryd nattvandring-i-ryd").fine();
    sandbox.run("check").fine();
    let said = sandbox.run("show nattvandring-i-ryd").fine();
    assert_eq!(said.err, "");
}

#[test]
fn what_is_referred_to_is_not_removed() {
    let sandbox = Sandbox::small();
    assert_refused(
        &sandbox,
        "remove faltgruppen --yes",
        1,
        &["intervention/nattvandring-i-ryd", "Ansvarig", "agreement/medborgarlofte", "meeting/2026-09-17-faltgruppen"],
    );
    assert_refused(&sandbox, "remove medborgarlofte", 2, &["--ja"]);
    sandbox.run("remove medborgarlofte --yes").fine().says(&["register/agreements/medborgarlofte.toml"]);
    assert_eq!(sandbox.names("register/agreements"), [""; 0]);
    sandbox.run("remove 2026-09-17-faltgruppen --yes").fine();
    sandbox.run("remove nattvandring-i-ryd --yes").fine();
    sandbox.run("check").fine();
}

/// That it can't be removed is of use to know before one has said yes to it.
#[test]
fn what_is_referred_to_is_named_without_being_asked_twice() {
    let sandbox = Sandbox::small();
    assert_refused(&sandbox, "remove faltgruppen", 1, &["intervention/nattvandring-i-ryd"]);
}

#[test]
fn fmt_lays_out_alike_and_keeps_comments() {
    let sandbox = Sandbox::small();
    let text = "# Överst\nresponsible=\"faltgruppen\"   # ansvarig\n# om läget\nstatus = 'ongoing'\n\n\n\
                title = \"Nattvandring i Ryd\"\n[[follow_up]]\nassessment = \"on-track\"\non = 2026-10-01 # möte\n\
                by = \"faltgruppen\"\n# Sist\n";
    sandbox.write(NIGHT_WALK, text);
    assert_refused(&sandbox, "fmt --check", 1, &[NIGHT_WALK]);
    sandbox.run("fmt").fine().says(&[NIGHT_WALK]);
    let once = sandbox.read(NIGHT_WALK);
    for comment in ["# Överst", "# ansvarig", "# om läget", "# möte", "# Sist"] {
        assert_eq!(once.matches(comment).count(), 1, "{comment}: {once}");
    }
    let place = |key: &str| once.find(key).unwrap();
    assert!(place("title =") < place("status =") && place("status =") < place("responsible ="), "{once}");
    sandbox.run("fmt --check").fine();
    sandbox.run("fmt nattvandring-i-ryd").fine();
    assert_eq!(sandbox.read(NIGHT_WALK), once);
    sandbox.run("check").fine();
}

#[test]
fn the_register_of_this_repository_is_laid_out_alike() {
    Sandbox::linkoping().run("fmt --check").fine();
}

#[test]
fn a_dry_run_shows_the_change_and_writes_nothing() {
    let sandbox = Sandbox::small();
    sandbox.write("register/bodies/polisen.toml", "type = \"police\"\nname = \"Polisen\"\n");
    let editor = sandbox.editor("sed -i 's/Fältgruppen/Fältarna/' \"$1\"\n");
    for (line, shows) in [
        ("add district --name Berga --dry-run", "+++ b/districts/berga.toml\n@@ -0,0 +1 @@\n+name = \"Berga\"\n"),
        ("set --dry-run ryd name=Rydd", "-name = \"Ryd\"\n+name = \"Rydd\"\n"),
        ("follow-up nattvandring-i-ryd -a on-track --dry-run", "+[[follow_up]]\n+on = 2026-11-23\n"),
        ("rename nattvandring-i-ryd vandring --dry-run", "+former_ids = [\"nattvandring-i-ryd\"]\n"),
        ("remove polisen --dry-run", "--- a/bodies/polisen.toml\n+++ /dev/null\n"),
        ("fmt --dry-run", "--- a/bodies/polisen.toml\n+++ b/bodies/polisen.toml\n"),
        ("edit faltgruppen --dry-run", "-name = \"Fältgruppen\"\n+name = \"Fältarna\"\n"),
    ] {
        let before = sandbox.run("export json --force -o before.json").fine();
        assert_eq!(before.code, 0);
        let said = sandbox.run_with(line, &[("EDITOR", &editor)]).fine();
        assert!(said.out.contains(shows), "{line}: {said:#?}");
        sandbox.run("export json --force -o after.json").fine();
        assert_eq!(sandbox.read("before.json"), sandbox.read("after.json"), "{line}");
        assert_eq!(sandbox.read("register/bodies/polisen.toml"), "type = \"police\"\nname = \"Polisen\"\n", "{line}");
        assert!(!said.err.contains("Skrev"), "{line}: {said:#?}");
    }
}

/// Opens the intervention in an editor of shell commands.
#[track_caller]
fn edit(sandbox: &Sandbox, commands: &str, code: i32, says: &[&str]) {
    let editor = sandbox.editor(commands);
    sandbox.run_with("edit nattvandring-i-ryd", &[("EDITOR", &editor)]).code(code).says(says);
}

#[test]
fn what_is_changed_in_the_editor_is_written() {
    let sandbox = Sandbox::small();
    edit(&sandbox, "sed -i 's/ongoing/paused/' \"$1\"\n", 0, &[NIGHT_WALK]);
    assert!(sandbox.read(NIGHT_WALK).contains("status = \"paused\""));
    assert_eq!(sandbox.drafts(), [""; 0]);
    // VISUAL goes before EDITOR.
    let editor = sandbox.editor("sed -i 's/paused/completed/' \"$1\"\n");
    sandbox.run_with("edit nattvandring-i-ryd", &[("VISUAL", &editor), ("EDITOR", "false")]).fine();
    assert!(sandbox.read(NIGHT_WALK).contains("completed"));
}

#[test]
fn an_editor_that_changes_nothing_or_fails_changes_nothing() {
    let sandbox = Sandbox::small();
    let before = sandbox.read(NIGHT_WALK);
    edit(&sandbox, "true\n", 0, &["Inget att ändra"]);
    edit(&sandbox, "exit 3\n", 1, &["3"]);
    edit(&sandbox, ": > \"$1\"\n", 1, &["tom"]);
    assert_eq!(sandbox.drafts(), [""; 0]);
    sandbox.run("edit nattvandring-i-ryd").code(1).says(&["EDITOR"]);
    sandbox.run_with("edit nattvandring-i-ryd", &[("EDITOR", "finns-inte")]).code(1);
    assert_eq!((sandbox.read(NIGHT_WALK), sandbox.drafts()), (before, vec![]));
}

#[test]
fn what_is_wrong_in_the_editor_is_kept_and_not_written() {
    for commands in [
        "sed -i 's/ongoing/igång/' \"$1\"\n",
        "sed -i 's/\"ongoing\"/\"ongoing/' \"$1\"\n",
        "sed -i 's/\"faltgruppen\"/\"ingen\"/' \"$1\"\n",
        "sed -i '/title/d' \"$1\"\n",
        "sed -i 's/ongoing/paused/' \"$1\"; exit 1\n",
        "printf '\\344' >> \"$1\"\n",
    ] {
        let sandbox = Sandbox::small();
        let before = sandbox.read(NIGHT_WALK);
        edit(&sandbox, commands, 1, &["Det du skrev finns kvar i", "nattvandring-i-ryd-"]);
        assert_eq!(sandbox.read(NIGHT_WALK), before, "{commands}");
        assert_eq!(sandbox.drafts().len(), 1, "{commands}");
    }
}

#[test]
fn a_record_that_does_not_parse_is_mended_in_the_editor() {
    let sandbox = Sandbox::small();
    sandbox.write(NIGHT_WALK, "title = \"Nattvandring\nstatus = \"ongoing\"\nresponsible = \"faltgruppen\"\n");
    edit(&sandbox, "sed -i 's/vandring$/vandring\"/' \"$1\"\n", 0, &[NIGHT_WALK]);
    sandbox.run("check").fine();
}

#[test]
fn a_new_record_is_begun_in_the_editor() {
    let sandbox = Sandbox::small();
    let editor = sandbox.editor("sed -i 's/^type = .*/type = \"unit\"/' \"$1\"\n");
    sandbox.run_with("add body --name Polisen --edit", &[("EDITOR", &editor)]).fine();
    assert_eq!(sandbox.read("register/bodies/polisen.toml").lines().count(), 2);
    sandbox.run("check").fine();
}

/// What somebody wrote in the editor is theirs until it stands in the register.
#[test]
fn what_is_wrong_in_a_new_record_is_kept() {
    let sandbox = Sandbox::small();
    let editor = sandbox.editor("sed -i 's/^type = .*/type = \"enhet\"/' \"$1\"\n");
    sandbox
        .run_with("add body --name Polisen --edit", &[("EDITOR", &editor)])
        .code(1)
        .says(&["unknown-value", "Det du skrev finns kvar i"]);
    assert_eq!(sandbox.drafts().len(), 1);
}

#[test]
fn commands_say_what_they_wrote_from_where_one_stands() {
    let sandbox = Sandbox::small();
    let said = sandbox.run("set ryd name=Rydd").fine();
    assert_eq!(said.err, "Skrev register/districts/ryd.toml\n");
    let output =
        sandbox.command().current_dir(sandbox.path("register/districts")).args(["set", "ryd", "name=Ryd"]).output();
    assert_eq!(String::from_utf8_lossy(&output.unwrap().stderr), "Skrev ryd.toml\n");
}

/// The day stands in the id: who moves a meeting gives it another.
#[test]
fn a_meeting_is_moved_by_its_new_name() {
    let sandbox = Sandbox::small();
    sandbox.run("rename 2026-09-17-faltgruppen 2026-09-24-faltgruppen").fine();
    let moved = sandbox.read("register/meetings/2026-09-24-faltgruppen.toml");
    assert!(
        moved.contains("on = 2026-09-24") && moved.contains("former_ids = [\"2026-09-17-faltgruppen\"]"),
        "{moved}"
    );
    sandbox.run("check").fine();
    sandbox.run("rename 2026-09-24-faltgruppen 2026-09-31-faltgruppen").code(2).says(&["2026-09-31"]);
    assert_eq!(sandbox.read("register/meetings/2026-09-24-faltgruppen.toml"), moved);
}

/// A signal from the keyboard goes to all that run at the terminal. The editor decides what it means there.
#[test]
#[cfg(unix)]
fn what_is_interrupted_in_the_editor_is_not_the_program() {
    use std::os::unix::process::CommandExt;
    let sandbox = Sandbox::small();
    let file = "register/interventions/nattvandring-i-ryd.toml";
    for signal in ["INT", "QUIT"] {
        let editor = sandbox
            .editor(&format!("trap '' {signal}\nkill -{signal} 0\nsleep 0.2\nprintf '# {signal}\\n' >> \"$1\"\n"));
        let mut command = sandbox.command();
        command.process_group(0).env("EDITOR", editor).args(["edit", "nattvandring-i-ryd"]);
        crate::support::said(command.output().unwrap()).fine();
        assert!(sandbox.read(file).ends_with(&format!("# {signal}\n")));
        // The editor has the default: one that does not care ends of it, and what was written is kept.
        let editor = sandbox.editor(&format!("printf '# mer\\n' >> \"$1\"\nkill -{signal} 0\nsleep 5\n"));
        let mut command = sandbox.command();
        command.process_group(0).env("EDITOR", editor).args(["edit", "nattvandring-i-ryd"]);
        let said = crate::support::said(command.output().unwrap()).code(1);
        assert_eq!(sandbox.drafts().len(), 1, "{said:?}");
        assert!(!sandbox.read(file).contains("# mer"));
        std::fs::remove_file(sandbox.path(&format!("home/{}", sandbox.drafts()[0]))).unwrap();
    }
}

/// A goal is named by its district, and the municipality is one wherever its record stands in the order.
#[test]
fn what_others_name_stays_and_what_is_one_is_not_made_two() {
    let sandbox = Sandbox::linkoping();
    let check = |sandbox: &Sandbox| sandbox.run("check --format json").out;
    let before = check(&sandbox);
    for (line, says) in [
        ("set target-picture/ryd-2025 goal-=starka-grannband", "starka-grannband"),
        ("set target-picture/ryd-2025 goal=", "starka-grannband"),
        ("set district/ryd covers=municipality", "hela-kommunen"),
        ("add district --name Xx --covers municipality", "hela-kommunen"),
        ("add district --name Allt --covers municipality", "hela-kommunen"),
    ] {
        sandbox.run(line).code(1).says(&[says]);
        assert_eq!(check(&sandbox), before, "{line}");
    }
}

/// A mistyped year would hide for years that nobody follows up.
#[test]
fn nothing_is_followed_up_ahead_of_its_day() {
    let sandbox = Sandbox::small();
    let before = sandbox.read(NIGHT_WALK);
    for line in ["--on 2036-11-20", "--on 2026-11-24", "--period 2027", "--period 2199"] {
        let said = sandbox.run(&format!("follow-up nattvandring-i-ryd -a on-track {line}")).code(2);
        said.says(&["har inte varit än"]);
        assert_eq!(sandbox.read(NIGHT_WALK), before, "{line}");
    }
    sandbox.run("follow-up nattvandring-i-ryd -a on-track --period 2026-t3").fine();
}

/// What would be wrong as soon as it stands there is refused where it is typed, and says what to do.
#[test]
fn what_can_not_be_so_is_refused_and_nothing_is_written() {
    let sandbox = Sandbox::linkoping();
    let before = sandbox.names("register");
    for (line, code, says) in [
        ("meeting decide 2026-12-15-styrgrupp --text Så --due 2026-12-01", 1, "är före mötet, 15 dec 2026"),
        ("rename 2026-12-15-styrgrupp 2026-12-15-politisk-styrgrupp", 1, "vore ett möte hos politisk-styrgrupp"),
        ("add action-plan --districts ryd", 2, "--gäller"),
        ("add action-plan", 2, "--stadsdelar"),
        ("export csv -o -", 2, "behöver en mapp"),
        ("schema -o -", 2, "behöver en mapp"),
    ] {
        sandbox.run(line).code(code).says(&[says]);
        assert_eq!(sandbox.names("register"), before, "{line}");
        assert!(!sandbox.path("-").exists(), "{line}");
    }
    sandbox.run("rename 2026-12-15-styrgrupp 2026-12-15-styrgrupp-2 --dry-run").fine();
    // A hyphen is standard output, as it is elsewhere.
    assert_eq!(sandbox.run("status --format csv -o -").fine().out, sandbox.run("status --format csv").fine().out);
}
