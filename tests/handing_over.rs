//! A body or a district that ends: what goes on goes over to those that come after, and what is past stays, as it was
//! told.

use crate::support::{Sandbox, TODAY, copy};
use register::change::{Named, Succession, Work};
use register::check::check;
use register::format::{Loaded, Texts};
use register::model::{
    Day, Fields, Finding, Kind, MeetingStatus, RecordId, Register, Severity, Status, each_reference, path_text,
};
use register::store::{FileChange, Store};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const WALK: &str = "register/interventions/nattvandring-i-ryd.toml";

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn load(root: &Path) -> Loaded {
    Store::find(root, Some(root)).unwrap().load(None, Texts::All).unwrap()
}

fn files(root: &Path) -> BTreeMap<String, String> {
    let store = Store::find(root, Some(root)).unwrap();
    let paths = store.files().into_iter().map(|file| file.path).chain(["register.toml".to_owned()]);
    paths.map(|path| (path.clone(), fs::read_to_string(root.join(path)).unwrap())).collect()
}

/// A register of a group that ends, with something of each sort that goes on and that is past.
fn ending() -> Sandbox {
    let sandbox = Sandbox::small();
    for (name, more) in [
        ("nattgruppen", ""),
        ("daggruppen", "support = [\"faltgruppen\"]\npart_of = \"faltgruppen\"\n"),
        ("styrgrupp", "reports_to = \"faltgruppen\"\nmembers = [{ role = \"Chef\", body = \"faltgruppen\" }]\n"),
        ("forr", "reports_to = \"faltgruppen\"\nuntil = 2025-12-31\n"),
    ] {
        let text = format!("name = \"{name}\"\ntype = \"unit\"\n{more}");
        sandbox.write(&format!("register/bodies/{name}.toml"), text);
    }
    let more = "board = \"faltgruppen\"\npartners = [\"nattgruppen\", \"faltgruppen\"] # båda\nbudget = [\n  \
         { year = 2026, amount = 5, board = \"faltgruppen\" }, # i år\n  { year = 2027, amount = 7, board = \"faltgruppen\" },\n]\n\
         actual = [{ year = 2025, amount = 3 }]\n\
         needs = [\n  { id = \"a\", what = \"A\", raised_to = \"faltgruppen\" },\n  \
         { id = \"b\", what = \"B\", raised_to = \"faltgruppen\", answered = \"2026-09-17-faltgruppen\" },\n]\n\n\
         [[follow_up]]\non = 2026-10-01\nby = \"faltgruppen\"\nassessment = \"on-track\"\n";
    sandbox.write(WALK, sandbox.read(WALK) + more);
    let over = "title = \"Slut\"\nstatus = \"completed\"\nresponsible = \"faltgruppen\"\n";
    sandbox.write("register/interventions/slut.toml", over);
    let soon =
        "title = \"Snart\"\nstatus = \"ongoing\"\nresponsible = \"faltgruppen\"\nperiod = { until = 2026-12-15 }\n";
    sandbox.write("register/interventions/snart.toml", soon);
    let meeting = "register/meetings/2026-09-17-faltgruppen.toml";
    let decisions = "\n[[decision]]\nid = \"a\"\ntext = \"A\"\nresponsible = \"faltgruppen\"\nstatus = \"open\"\n\n\
         [[decision]]\nid = \"b\"\ntext = \"B\"\nresponsible = \"faltgruppen\"\nstatus = \"done\"\n\n\
         [[decision]]\nid = \"c\"\ntext = \"C\"\nresponsible = \"faltgruppen\"\ndue = 2026-12-01\nreferred_to = \"faltgruppen\"\n";
    sandbox.write(meeting, sandbox.read(meeting) + decisions);
    // Two meetings of a day go by a number.
    let second = "body = \"faltgruppen\"\non = 2027-01-14\nstatus = \"planned\"\n";
    sandbox.write("register/meetings/2027-01-14-faltgruppen-2.toml", second);
    for on in ["2026-12-10", "2027-01-14"] {
        let text = format!("body = \"faltgruppen\"\non = {on}\nstatus = \"planned\"\n");
        sandbox.write(&format!("register/meetings/{on}-faltgruppen.toml"), text);
    }
    let concerned = "register/meetings/2027-01-14-faltgruppen.toml";
    let item = "\n[[item]]\nid = \"x\"\ntitle = \"X\"\nfrom = \"faltgruppen\"\nconcerns = [\"meeting/2026-12-10-faltgruppen\"]\n";
    sandbox.write(concerned, sandbox.read(concerned) + item);
    sandbox.write(
        "register/districts/ryd.toml",
        "name = \"Ryd\"\nbodies = [\"faltgruppen\"]\n\n\
         [[event]]\nid = \"jul\"\ntitle = \"Jul\"\nfrom = 2026-12-20\nlead = \"faltgruppen\"\n\n\
         [[event]]\nid = \"mars\"\ntitle = \"Mars\"\nfrom = 2027-03-01\nlead = \"faltgruppen\"\n",
    );
    let situation = "register/situations/2026-t2-ryd.toml";
    let observed = "\n[[observation]]\nid = \"a\"\naction = { text = \"A\", responsible = \"faltgruppen\" }\n\n\
         [[observation]]\nid = \"b\"\naction = { text = \"B\", responsible = \"faltgruppen\", done_on = 2026-09-01 }\n";
    sandbox.write(situation, sandbox.read(situation) + observed);
    let agreement = "register/agreements/medborgarlofte.toml";
    let promise = "\n[[commitment]]\nid = \"a\"\ntext = \"A\"\nresponsible = [\"faltgruppen\"]\n";
    sandbox.write(agreement, sandbox.read(agreement) + promise);
    sandbox.write("register/agreements/forr.toml", sandbox.read(agreement).replace("2027-12-31", "2026-06-30"));
    let settings = "register/register.toml";
    sandbox.write(settings, sandbox.read(settings) + "\n[law]\ncoordination = \"faltgruppen\"\n");
    sandbox
}

/// Where a record is named in a register: `kind/id path`, with the element if one is named.
fn naming(register: &Register, record: &RecordId) -> Vec<String> {
    let mut found = Vec::new();
    let mut look = |from: &str, fields: &dyn Fields| {
        each_reference(fields, &mut |path, target, text| {
            let pointer = target.parse(text).filter(|own| own.kind == Some(record.kind) && own.id == &*record.id);
            if let Some(pointer) = pointer {
                found.push(format!("{from} {} {}", path_text(path), pointer.element.unwrap_or_default()));
            }
        });
    };
    for kind in Kind::ALL {
        register.records(kind).for_each(|(id, _, fields)| look(&format!("{}/{id}", kind.name()), fields));
    }
    look("register.toml", &register.settings);
    found.into_iter().map(|place| place.trim_end().to_owned()).collect()
}

#[test]
fn what_goes_on_goes_over_and_what_is_past_stays() {
    let sandbox = ending();
    let ahead = sandbox.run("hand-over faltgruppen nattgruppen daggruppen --on 2027-01-01").fine().says(&[
        "Kvar till dagen kommer, 1 jan 2027",
        "register lämna-över body/faltgruppen",
        "register.toml · Lagens uppgifter – Samordningsfunktion (lagen 11–12 §§)",
    ]);
    // What says nothing of when it is so stays until it is.
    let settings = "register/register.toml";
    assert!(sandbox.read(settings).contains("coordination = \"faltgruppen\""));
    let steering = "register/bodies/styrgrupp.toml";
    assert!(sandbox.read(steering).contains("reports_to = \"faltgruppen\""));
    assert!(sandbox.read(WALK).contains("id = \"a\", what = \"A\", raised_to = \"faltgruppen\""));
    assert!(!sandbox.run("check").out.contains("left-with-ended"));
    let told = sandbox.run("check --today 2027-01-01").out;
    assert!(told.contains("left-with-ended"), "{told}");
    let said = sandbox.run("hand-over faltgruppen --today 2027-01-01").fine();
    assert!(!sandbox.run("check --today 2027-01-01").out.contains("left-with-ended"));
    let again = sandbox.run("hand-over faltgruppen --today 2027-01-02").fine();
    again.says(&["Inget att ändra"]);
    let left = [
        "body/forr reports_to",
        "body/daggruppen was_part_of[0].body",
        "intervention/nattvandring-i-ryd budget[0].board",
        "intervention/nattvandring-i-ryd needs[1].raised_to",
        "intervention/nattvandring-i-ryd handed_over[0].responsible",
        "intervention/nattvandring-i-ryd handed_over[0].board",
        "intervention/nattvandring-i-ryd handed_over[0].partners[1]",
        "intervention/nattvandring-i-ryd follow_up[0].by",
        "intervention/slut responsible",
        // What was to be over by then, and was not, goes on.
        "intervention/snart handed_over[0].responsible",
        "meeting/2026-09-17-faltgruppen body",
        "meeting/2026-09-17-faltgruppen decision[1].responsible",
        "meeting/2026-12-10-faltgruppen body",
        "district/ryd event[0].lead",
        "situation/2026-t2-ryd observation[1].action.responsible",
        "agreement/forr parties[0]",
        "agreement/forr commitment[0].responsible[0]",
    ];
    let register = load(&sandbox.path("register")).register;
    let mut named = naming(&register, &RecordId::new(Kind::Body, "faltgruppen"));
    let mut left = left.map(str::to_owned).to_vec();
    named.sort();
    left.sort();
    assert_eq!(named, left);
    let walk = sandbox.read(WALK);
    for line in [
        "board = \"nattgruppen\"\n",
        "responsible = \"nattgruppen\"\n",
        // Who carries it out now is not beside it too.
        "partners = [\"daggruppen\"] # båda\n",
        "  { year = 2026, amount = 5, board = \"faltgruppen\" }, # i år\n",
        "  { year = 2027, amount = 7, board = \"nattgruppen\" },\n",
        "  { until = 2026-12-31, responsible = \"faltgruppen\", board = \"faltgruppen\", partners = [\"nattgruppen\", \"faltgruppen\"] },\n",
    ] {
        assert!(walk.contains(line), "{line}: {walk}");
    }
    let old = sandbox.read("register/bodies/faltgruppen.toml");
    assert!(old.contains("until = 2026-12-31\nsucceeded_by = [\"nattgruppen\", \"daggruppen\"]\n"), "{old}");
    let moved = sandbox.read("register/meetings/2027-01-14-nattgruppen.toml");
    assert!(moved.contains("body = \"nattgruppen\"") && moved.contains("former_ids"), "{moved}");
    assert!(sandbox.path("register/meetings/2027-01-14-nattgruppen-2.toml").is_file());
    // One that comes after is not below itself, nor supported by itself: only by the others.
    let day = sandbox.read("register/bodies/daggruppen.toml");
    assert!(!day.contains("\npart_of") && day.contains("support = [\"nattgruppen\"]"), "{day}");
    let steering = sandbox.read("register/bodies/styrgrupp.toml");
    assert!(steering.contains("reports_to = \"nattgruppen\"") && !steering.contains("faltgruppen"), "{steering}");
    let promise = sandbox.read("register/agreements/medborgarlofte.toml");
    assert_eq!(promise.matches("[\"nattgruppen\", \"daggruppen\"]").count(), 2, "{promise}");
    assert!(sandbox.read("register/register.toml").contains("coordination = \"nattgruppen\""));
    ahead.says(&[
        "Överlämnat:",
        "intervention/nattvandring-i-ryd · Nämnd, Ansvarig, Budget – Nämnd → nattgruppen",
        "intervention/nattvandring-i-ryd · Samverkansparter → daggruppen",
        "meeting/2027-01-14-nattgruppen · Organ, Dagordning – Väckt av → nattgruppen",
        "Kvar hos body/faltgruppen:",
        "intervention/slut · Ansvarig",
    ]);
    said.says(&[
        "intervention/nattvandring-i-ryd · Resursbehov – Lyft till → nattgruppen",
        "Lagens uppgifter – Samordningsfunktion (lagen 11–12 §§) → nattgruppen",
    ]);
    assert!(!sandbox.run("check").out.contains("fel["));
}

/// A district's pictures and plans are what was decided for it.
#[test]
fn a_district_is_handed_over_to_all_that_it_becomes() {
    let sandbox = Sandbox::small();
    for district in ["norra-ryd", "sodra-ryd"] {
        sandbox.write(&format!("register/districts/{district}.toml"), format!("name = \"{district}\"\n"));
    }
    let goal = "\n[[goal]]\nid = \"ljust\"\ntitle = \"Ljust\"\n";
    let picture = "register/target-pictures/ryd-2026.toml";
    sandbox.write(picture, sandbox.read(picture) + goal);
    sandbox.write(WALK, sandbox.read(WALK) + "goals = [\"ryd#ljust\"]\n");
    let decided = ["target-pictures/ryd-2026", "action-plans/ryd-2026", "situations/2026-t2-ryd"];
    let texts = || decided.map(|file| sandbox.read(&format!("register/{file}.toml")));
    let before = texts();
    let said = sandbox.run("hand-over district/ryd norra-ryd sodra-ryd").fine();
    assert_eq!(texts(), before);
    let walk = sandbox.read(WALK);
    assert!(walk.contains("districts = [\"norra-ryd\", \"sodra-ryd\"]") && walk.contains("ryd#ljust"), "{walk}");
    assert!(sandbox.read("register/districts/ryd.toml").contains("until = 2026-11-22\n"));
    said.says(&["Stadsdelar → norra-ryd, sodra-ryd", "Att se över", "intervention/nattvandring-i-ryd · Mål"]);
    assert!(!sandbox.run("check").out.contains("fel["));
}

/// A district's share of a year that has begun stays its own; that of a later year goes over, where the one that comes after
/// has none of its own.
#[test]
fn shares_of_later_years_go_over_with_a_district() {
    let sandbox = Sandbox::small();
    for district in ["berga", "norra-ryd"] {
        sandbox.write(&format!("register/districts/{district}.toml"), format!("name = \"{district}\"\n"));
    }
    let share = |ids: [&str; 2]| ids.map(|id| format!("{{ district = \"{id}\", part = 1 }}")).join(", ");
    let rows = [(2026, ["ryd", "berga"]), (2027, ["ryd", "berga"]), (2028, ["ryd", "norra-ryd"])]
        .map(|(year, ids)| format!("  {{ year = {year}, amount = 100, shares = [{}] }},\n", share(ids)))
        .concat();
    let walk = sandbox.read(WALK).replacen("districts = [\"ryd\"]", "districts = [\"ryd\", \"berga\"]", 1);
    sandbox.write(WALK, format!("budget = [\n{rows}]\n{walk}"));
    sandbox.run("hand-over district/ryd norra-ryd").fine();
    let walk = sandbox.read(WALK);
    for told in [("2026", ["ryd", "berga"]), ("2027", ["norra-ryd", "berga"]), ("2028", ["ryd", "norra-ryd"])] {
        let line = walk.lines().find(|line| line.contains(&format!("year = {},", told.0))).unwrap();
        assert!(line.contains(&share(told.1)), "{walk}");
    }
    // What somebody has to look at is found.
    let found = sandbox.run("check --only share-outside-districts").out;
    assert!(found.contains("2028") && !found.contains("2027"), "{found}");
    assert!(sandbox.run("hand-over district/norra-ryd berga --dry-run").fine().out.contains("2028"));
}

/// What a district had of money when a year began is its own, whole or in part, whoever asks.
#[test]
fn money_of_a_district_that_ended_is_told_alike() {
    let sandbox = Sandbox::linkoping();
    let budget = |more: &str| -> Vec<String> {
        let last = |line: &str| {
            let text = sandbox.run(&format!("{line} --format csv --totals --today 2026-11-23")).fine().out;
            text.trim_end().rsplit(['\n', ',']).next().unwrap().trim().to_owned()
        };
        let status = sandbox.run(&format!("status --district ryd {more} --format json --today 2026-11-23")).fine().out;
        let status: serde_json::Value = serde_json::from_str(&status).unwrap();
        let row =
            status["tables"]["districts"].as_array().unwrap().iter().find(|row| row["district"] == "ryd").unwrap();
        vec![
            row["budget"].to_string(),
            last(&format!("report pivot --rows status --of budget --district ryd {more}")),
            last(&format!("report pivot --rows board --of budget --district ryd {more}")),
            last(&format!("report trend --of budget --district ryd --terms 1 {more}")),
        ]
    };
    let before = ["", "--whole"].map(budget);
    for told in &before {
        assert!(told.iter().all(|own| *own == told[0]), "{told:?}");
    }
    sandbox.write("register/districts/nyhamnen.toml", "name = \"Nyhamnen\"\n");
    sandbox.run("hand-over district/ryd nyhamnen berga --on 2026-07-01").fine();
    assert_eq!(["", "--whole"].map(budget), before);
}

#[test]
fn what_can_t_be_handed_over_is_refused_and_nothing_is_written() {
    let sandbox = ending();
    sandbox.write("register/bodies/kommer.toml", "name = \"Kommer\"\ntype = \"unit\"\nfrom = 2027-06-01\n");
    sandbox.write(
        "register/meetings/2027-01-14-styrgrupp.toml",
        "body = \"styrgrupp\"\non = 2027-01-14\nstatus = \"planned\"\n",
    );
    let before = files(&sandbox.path("register"));
    for (line, code, says) in [
        ("faltgruppen faltgruppen", 1, "body/faltgruppen"),
        ("faltgruppen finns-inte", 1, "finns-inte"),
        ("faltgruppen district/ryd", 1, "district/ryd"),
        ("nattvandring-i-ryd faltgruppen", 1, "intervention/nattvandring-i-ryd"),
        ("faltgruppen body/forr", 1, "body/forr"),
        ("faltgruppen kommer", 1, "body/kommer"),
        ("body/forr nattgruppen", 1, "31 dec 2025"),
        ("faltgruppen styrgrupp", 1, "2027-01-14-styrgrupp"),
        ("faltgruppen nattgruppen --on snart", 2, "snart"),
        ("faltgruppen", 2, "NY"),
    ] {
        sandbox.run(&format!("hand-over {line}")).code(code).says(&[says]);
        assert_eq!(files(&sandbox.path("register")), before, "{line}");
    }
    let said = sandbox.run("hand-over faltgruppen nattgruppen --dry-run").fine().says(&["Överlämnat:"]);
    assert!(said.out.contains("+succeeded_by = [\"nattgruppen\"]"), "{said:?}");
    assert_eq!(files(&sandbox.path("register")), before);
    sandbox.write("register/interventions/halv.toml", "responsible = \"faltgruppen");
    sandbox.run("hand-over faltgruppen nattgruppen").code(3).says(&["halv.toml", "body/faltgruppen"]);
    fs::remove_file(sandbox.path("register/interventions/halv.toml")).unwrap();
    sandbox.run("hand-over faltgruppen nattgruppen").fine();
    sandbox.run("hand-over faltgruppen daggruppen").code(1).says(&["22 nov 2026"]);
}

/// An end that is known before is one thing, and what comes after another.
#[test]
fn an_end_that_was_written_before_can_be_handed_over() {
    let sandbox = ending();
    sandbox.run("set faltgruppen until=2026-12-31").fine();
    sandbox.run("hand-over faltgruppen nattgruppen --on 2027-01-01").fine();
}

/// Whether what a place names is past or closed on a day, as far as can be told from the place alone.
fn is_open(register: &Register, place: &str, on: Day) -> bool {
    let (record, path) = place.split_once(' ').unwrap();
    let (kind, id) = record.split_once('/').unwrap_or(("", record));
    let is_plain = |names: &[&str]| names.iter().any(|name| path.split(['[', '.']).next() == Some(name));
    match kind {
        "intervention" => {
            let own = register.interventions.get(id).unwrap();
            let is_over = own.period.until.is_some_and(|until| until < on);
            own.is_alive() && !is_over && is_plain(&["responsible", "board", "partners", "districts"])
        }
        "meeting" => {
            let own = register.meetings.get(id).unwrap();
            path == "body" && own.status == Some(MeetingStatus::Planned) && own.on.is_some_and(|day| day >= on)
        }
        "agreement" => {
            let own = register.agreements.get(id).unwrap();
            own.period.until.is_none_or(|until| until >= on) && is_plain(&["parties", "districts"])
        }
        "body" => {
            let is_there = register.bodies.get(id).unwrap().until.is_none_or(|until| until >= on);
            is_there && is_plain(&["reports_to", "part_of", "support", "members", "distribution", "districts"])
        }
        "district" => {
            register.districts.get(id).unwrap().until.is_none_or(|until| until >= on) && is_plain(&["bodies"])
        }
        "" => path.starts_with("law"),
        _ => false,
    }
}

fn errors(root: &Path, today: Day) -> usize {
    let findings = check(load(root), today).findings;
    findings.iter().filter(|finding| register::check::severity(finding) == Severity::Error).count()
}

/// For every body and district of a register, handed over to the next of its kind: what named the old names it still in a
/// past place, or names the new, nothing is wrong, and nothing of what was decided is touched.
fn hand_over_each(folder: &Path) {
    let sandbox = Sandbox::empty();
    let root: PathBuf = sandbox.path("register");
    copy(folder, &root);
    let today = day(TODAY);
    let before = load(&root).register;
    let texts = files(&root);
    let mut handed = 0;
    for kind in [Kind::Body, Kind::District] {
        let ids = before.ids(kind);
        for (place, id) in ids.iter().enumerate() {
            let old = RecordId::new(kind, id);
            let new: Vec<RecordId> =
                (1..=1 + place % 2).map(|step| RecordId::new(kind, ids[(place + step) % ids.len()])).collect();
            let on = if place % 3 == 0 { today } else { day("2027-01-01") };
            let mut work = Work::look(&Store::find(&root, Some(&root)).unwrap(), today).unwrap();
            let succession = Succession { old: old.clone(), new: new.clone(), on, today };
            if succession.fault(&work.register).is_some() {
                continue;
            }
            handed += 1;
            let told = work.hand_over(&succession).unwrap_or_else(|error| panic!("{old}: {error}"));
            work.verify(&told.changes).unwrap_or_else(|error| panic!("{old} to {new:?}: {error:?}"));
            let after = &work.register;
            if on > today {
                for change in &told.changes {
                    apply(&root, change);
                }
                assert_eq!(errors(&root, today), 0, "{old}");
                finish(&root, &old, on, told.waiting);
                restore(&root, &texts);
                continue;
            }
            assert!(told.waiting.is_empty(), "{old}");
            let still = naming(after, &old);
            let own = format!("{old} ");
            for place in still.iter().filter(|place| !place.starts_with(&own)) {
                assert!(!is_open(after, place, on), "{old}: {place}");
            }
            let (was, is) = (naming(&before, &old).len(), still.len());
            let moved: usize = told.moved.iter().map(|named| named.fields.len()).sum();
            let noted = still.iter().filter(|place| {
                [" handed_over[", " was_part_of[", " was_for["].iter().any(|note| place.contains(note))
            });
            assert!(is - noted.count() + moved <= was && (moved > 0 || is == was), "{old}: {was} {is} {moved}");
            for change in &told.changes {
                let FileChange::Replace { file, before, text } = change else { continue };
                assert_eq!(&texts[file], before);
                let is_decided = ["target-pictures/", "action-plans/"].iter().any(|folder| file.starts_with(folder));
                assert!(!is_decided || before == text || text.contains("followed_up"), "{old}: {file}");
            }
            for change in &told.changes {
                apply(&root, change);
            }
            assert_eq!(errors(&root, today), 0, "{old}");
            restore(&root, &texts);
        }
    }
    assert!(handed > 10, "{handed}");
}

/// Finishes on the day what was to wait until then: all that waits is found to be left, and goes over.
fn finish(root: &Path, old: &RecordId, on: Day, waiting: Vec<Named>) {
    let left = |today: Day| -> Vec<String> {
        let findings = check(load(root), today).findings;
        // The events ahead of a district are in its own file, for people to place.
        let own_file = format!("districts/{}.toml", old.id);
        let is_left = |finding: &Finding| finding.code() == "left-with-ended" && finding.file != own_file;
        let own = findings.into_iter().filter(is_left);
        own.map(|finding| format!("{finding:?}")).collect()
    };
    assert_eq!(left(on.plus_days(-1)), Vec::<String>::new(), "{old}");
    let fields: usize = waiting.iter().map(|named| named.fields.len()).sum();
    assert!(left(on).len() >= fields, "{old}: {waiting:?} {:?}", left(on));
    let mut work = Work::look(&Store::find(root, Some(root)).unwrap(), on).unwrap();
    let begun = Succession::begun(old, on, &work.register).unwrap();
    assert_eq!(begun.fault(&work.register), None);
    let told = work.hand_over(&begun).unwrap();
    work.verify(&told.changes).unwrap_or_else(|error| panic!("{old}: {error:?}"));
    let moved: BTreeSet<(String, Vec<String>)> =
        told.moved.into_iter().map(|named| (named.record, named.fields)).collect();
    let waited: BTreeSet<_> = waiting.into_iter().map(|named| (named.record, named.fields)).collect();
    // What was to be done before the day, and was not, goes over too.
    assert!(moved.is_superset(&waited), "{old}: {waited:?} {moved:?}");
    let own = format!("{old} ");
    for place in naming(&work.register, old).iter().filter(|place| !place.starts_with(&own)) {
        assert!(!is_open(&work.register, place, on), "{old}: {place}");
    }
    for change in &told.changes {
        apply(root, change);
    }
    assert_eq!(left(on), Vec::<String>::new(), "{old}");
    assert_eq!(errors(root, on), 0, "{old}");
}

fn apply(root: &Path, change: &FileChange) {
    let path = root.join(change.file());
    match change {
        FileChange::Delete { .. } => fs::remove_file(path).unwrap(),
        FileChange::Create { text, .. } | FileChange::Replace { text, .. } => fs::write(path, text).unwrap(),
    }
}

fn restore(root: &Path, texts: &BTreeMap<String, String>) {
    for file in files(root).keys().filter(|file| !texts.contains_key(*file)) {
        fs::remove_file(root.join(file)).unwrap();
    }
    for (file, text) in texts {
        fs::write(root.join(file), text).unwrap();
    }
}

fn sample(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

#[test]
fn every_body_and_district_of_linkoping_can_be_handed_over() {
    hand_over_each(&sample("register"));
}

#[test]
fn every_body_and_district_of_havsby_can_be_handed_over() {
    hand_over_each(&sample("examples/havsby/register"));
}

/// What the bodies used, and had, in a year that is past is theirs that had it then, whoever has it now.
#[test]
fn past_outcome_is_the_same_before_and_after() {
    let sandbox = Sandbox::linkoping();
    let root = sandbox.path("register");
    let texts = files(&root);
    let register = load(&root).register;
    let alive = |id: &str| {
        let own = register.interventions.iter().filter(|(_, own)| own.status == Some(Status::Ongoing));
        own.filter(|(_, own)| [&own.board, &own.responsible].into_iter().flatten().any(|body| body.as_str() == id))
            .count()
    };
    let mut bodies = register.ids(Kind::Body);
    bodies.sort_by_key(|id| std::cmp::Reverse(alive(id)));
    // Those above them too: the past of the whole is that of its parts.
    let told = |on: &str, years: &[i32]| -> Vec<String> {
        let asked = bodies.iter().take(9).flat_map(|id| years.iter().map(move |year| (id, year)));
        let asked = asked.map(|(id, year)| format!("report board {id} --year {year} --format csv --today {on}"));
        asked.map(|line| sandbox.run(&line).fine().out).collect()
    };
    let before = told("2027-02-01", &[2025, 2026]);
    assert!(before.iter().any(|text| text.lines().count() > 3), "{before:?}");
    let mut handed = 0;
    for (place, old) in bodies.iter().take(6).enumerate() {
        let new = bodies[(place + 7) % bodies.len()];
        let said = sandbox.run(&format!("hand-over body/{old} {new} --on 2027-01-01 --today 2026-12-31"));
        if said.err.contains("finns redan något") {
            continue;
        }
        said.fine();
        handed += 1;
        assert_eq!(told("2027-02-01", &[2025, 2026]), before, "{old}");
        restore(&root, &texts);
    }
    assert!(handed > 3, "{handed}");
}

/// What a district had until the day is its own until then, and for ever of what was told of that time.
#[test]
fn a_district_has_what_it_has_until_the_day_comes() {
    let sandbox = Sandbox::linkoping();
    let root = sandbox.path("register");
    let told = |line: &str, on: &str| -> serde_json::Value {
        let text = sandbox.run(&format!("{line} --district ryd --format json --today {on}")).fine().out;
        let mut told: serde_json::Value = serde_json::from_str(&text).unwrap();
        // What it is to have for years to come goes over.
        for row in told["tables"]["interventions"].as_array_mut().into_iter().flatten() {
            row.as_object_mut().unwrap().remove("budget_total");
        }
        told
    };
    let has = |told: &serde_json::Value, id: &str| told.to_string().contains(&format!("\"{id}\""));
    let by_year = || {
        let pivot = "report pivot --rows districts --columns budget.year --of budget.amount --format csv";
        let text = sandbox.run(&format!("{pivot} --today 2027-02-01")).fine().out;
        let mut lines = text.lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<String>>());
        let years = lines.next().unwrap();
        let ryd = lines.find(|line| line[0] == "ryd").unwrap();
        let past = years.iter().zip(ryd).filter(|(year, _)| ["2025", "2026"].contains(&year.as_str()));
        past.map(|(year, amount)| format!("{year}: {amount}")).collect::<Vec<String>>()
    };
    let until = [
        "status",
        "list intervention --columns id,districts,budget_this_year",
        "list intervention --responsible kultur-och-fritidsforvaltningen",
        "report follow-up --period 2026-t2",
        "report inventory",
    ];
    let past = ["report follow-up --period 2026-t2", "report board kultur-och-fritidsnamnden --year 2026"];
    let (was_until, was_past) = (until.map(|line| told(line, "2026-11-23")), past.map(|line| told(line, "2027-02-01")));
    let (was_by_year, own) = (by_year(), "list intervention --columns id");
    assert!(was_by_year.len() == 2 && has(&told(own, "2027-02-01"), "nattvandring-i-ryd"), "{was_by_year:?}");
    sandbox.run("hand-over district/ryd berga --on 2027-01-01").fine();
    assert_eq!(until.map(|line| told(line, "2026-11-23")), was_until);
    assert_eq!(past.map(|line| told(line, "2027-02-01")), was_past);
    assert_eq!(by_year(), was_by_year);
    assert!(!has(&told(own, "2027-02-01"), "nattvandring-i-ryd"));
    assert_eq!(errors(&root, day("2027-02-01")), 0);
    // A promise is taken over by that of those that come after.
    let of_promise = sandbox.run("check medborgarlofte-for-ryd-2024 --today 2027-02-01");
    assert!(!of_promise.out.contains("agreement-expired"), "{of_promise:?}");
}

/// A board and a unit, or two districts, may end on one day, one after the other.
#[test]
fn several_that_end_on_a_day_are_one_note() {
    let sandbox = ending();
    sandbox.write("register/districts/norra-ryd.toml", "name = \"norra-ryd\"\n");
    let walk = sandbox.read(WALK).replacen("board = \"faltgruppen\"\n", "board = \"styrgrupp\"\n", 1);
    sandbox.write(WALK, walk);
    for line in ["faltgruppen nattgruppen", "styrgrupp daggruppen", "district/ryd norra-ryd"] {
        sandbox.run(&format!("hand-over {line} --on 2027-01-01")).fine();
    }
    let walk = sandbox.read(WALK);
    assert_eq!(walk.matches("until = 2026-12-31").count(), 1, "{walk}");
    assert!(walk.contains("responsible = \"faltgruppen\"") && walk.contains("districts = [\"ryd\"]"), "{walk}");
    assert!(!sandbox.run("check").out.contains("fel["));
}

/// Decisions are sent once to each.
#[test]
fn a_recipient_is_one_though_two_become_it() {
    let sandbox = ending();
    let steering = "register/bodies/styrgrupp.toml";
    let list = "distribution = [\n  { body = \"nattgruppen\" },\n  { body = \"faltgruppen\" },\n  \
         { role = \"Chef\", body = \"faltgruppen\" },\n]\n";
    sandbox.write(steering, sandbox.read(steering) + list);
    sandbox.run("hand-over faltgruppen nattgruppen").fine();
    let text = sandbox.read(steering);
    assert_eq!(text.matches("{ body = \"nattgruppen\" }").count(), 1, "{text}");
    assert!(text.contains("{ role = \"Chef\", body = \"nattgruppen\" }"), "{text}");
}

/// Whatever is asked before the day comes is answered as if nobody had written down what is to be then.
#[test]
fn nothing_is_told_ahead_of_the_day() {
    let sandbox = Sandbox::linkoping();
    let root = sandbox.path("register");
    let texts = files(&root);
    let lists = Kind::ALL.map(|kind| format!("list {}", kind.name()));
    let bodies = ["kultur-och-fritidsforvaltningen", "polisen", "stangastaden"];
    let of_bodies = bodies.iter().flat_map(|body| {
        [
            format!("report board {body} --year 2026"),
            format!("list intervention --responsible {body}"),
            format!("list intervention --partner {body}"),
            format!("decisions --body {body}"),
        ]
    });
    let reports = [
        "status",
        "status --district ryd",
        "report coordination",
        "decisions --district ryd",
        "report follow-up",
        "report inventory",
        "report law",
        "report model",
        "report needs",
        "report plan",
        "report plan --template bra",
        "report pivot --rows districts --columns responsible --of budget_this_year",
        "report pivot --rows partners --columns board",
        "list agreement --district ryd",
        "list body --district ryd",
        "check",
    ];
    let lines: Vec<String> = lists.into_iter().chain(of_bodies).chain(reports.map(str::to_owned)).collect();
    let told = || -> Vec<serde_json::Value> {
        let told = lines.iter().map(|line| {
            let text = sandbox.run(&format!("{line} --format json --today 2026-11-23")).out;
            let mut told: serde_json::Value =
                serde_json::from_str(&text).unwrap_or_else(|error| panic!("{line}: {error}: {text}"));
            without_its_end(&mut told);
            told
        });
        told.collect()
    };
    let before = told();
    for line in
        ["district/ryd berga", "polisen raddningstjansten", "kultur-och-fritidsforvaltningen utbildningsforvaltningen"]
    {
        sandbox.run(&format!("hand-over {line} --on 2027-01-01 --today 2026-11-23")).fine();
        for ((line_asked, before), after) in lines.iter().zip(&before).zip(told()) {
            assert_eq!(before, &after, "{line}: {line_asked}");
        }
        restore(&root, &texts);
    }
}

/// Takes out what is told of the hand-over itself, and where in a file something stands.
fn without_its_end(told: &mut serde_json::Value) {
    match told {
        serde_json::Value::Object(fields) => {
            for name in ["until", "succeeded_by", "succeeded_by_name", "line", "column", "events"] {
                fields.remove(name);
            }
            fields.values_mut().for_each(without_its_end);
        }
        serde_json::Value::Array(all) => all.iter_mut().for_each(without_its_end),
        _ => {}
    }
}

/// A year's money is theirs who had it when the year began, whoever has it now; what is not money is theirs that have it.
#[test]
fn the_money_of_a_year_is_told_in_one_place() {
    let sandbox = Sandbox::linkoping();
    let by_district = |today: &str| {
        let asked = [
            "status --format json",
            "report pivot --rows districts --columns status --of budget_this_year --format json",
            "report pivot --rows districts --columns budget.year --of budget.amount --format json",
            "report pivot --rows districts --columns budget.source --of budget_this_year --format json",
        ];
        asked.map(|line| sandbox.run(&format!("{line} --today {today}")).fine().out)
    };
    let [status, ..] = by_district("2026-11-23");
    let money = |status: &str, district: &str| -> i64 {
        let told: serde_json::Value = serde_json::from_str(status).unwrap();
        let rows = told["tables"]["districts"].as_array().unwrap();
        let row = rows.iter().find(|row| row["district"]["id"] == district || row["district"] == district);
        row.unwrap_or_else(|| panic!("{district}: {rows:?}"))["budget"].as_i64().unwrap()
    };
    let before = (money(&status, "ryd"), money(&status, "berga"));
    let pivots = |today: &str| by_district(today)[1..].to_vec();
    let was = pivots("2026-11-23");
    sandbox.run("hand-over district/ryd berga --on 2026-06-01 --today 2026-11-23").fine();
    let [status, ..] = by_district("2026-11-23");
    assert_eq!((money(&status, "ryd"), money(&status, "berga")), before);
    assert_eq!(pivots("2026-11-23")[0], was[0]);
    assert_eq!(pivots("2026-11-23")[2], was[2]);
}

/// Who follows up is who had it on that day, before and after.
#[test]
fn a_follow_up_is_by_whoever_had_it_then() {
    let sandbox = Sandbox::linkoping();
    let (old, new) = ("kultur-och-fritidsforvaltningen", "utbildningsforvaltningen");
    sandbox.run(&format!("hand-over {old} {new} --on 2027-02-01")).fine();
    for (today, by) in [("2026-11-23", old), ("2027-02-02", new)] {
        let line = "follow-up sprakkafe-pa-ryds-bibliotek --assessment on-track --dry-run";
        let told = sandbox.run(&format!("{line} --today {today}")).fine().out;
        assert!(told.contains(&format!("+by = \"{by}\"")), "{today}: {told}");
    }
}

/// A hand-over from the first of January has all of the year, what was used too.
#[test]
fn a_year_from_its_first_day_goes_over_whole() {
    let sandbox = Sandbox::linkoping();
    let year = |body: &str| sandbox.run(&format!("report board {body} --year 2026 --format csv")).fine().out;
    sandbox.run("hand-over kultur-och-fritidsnamnden bildningsnamnden --on 2026-01-01").fine();
    let left = year("kultur-och-fritidsnamnden");
    // What was called off is past, with what it used.
    assert!(left.lines().skip(1).all(|line| line.contains(",cancelled,")), "{left}");
}
