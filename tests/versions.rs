//! What was decided and what was measured, each in its own place and time: whatever the versions are, one is in force;
//! whatever the follow-ups are, each is told of once; what was adopted has the same seal however it is written.

use crate::support::Sandbox;
use crate::support::made::{json, register};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use register::format::{AnyRecord, BOM, canonical, file_text, read_record, table_of_text};
use register::model::{
    ActionPlan, Agreement, Cycle, Day, FollowUp, Intervention, Kind, Known, Register, Settings, Standing, Status,
    TargetPicture, Term, Versioned, Versions, seal_of,
};
use register::query::{Filter, Scope};
use register::report;
use std::path::Path;

/// The days between which anything happens, and the number of days from the first.
fn day(after: i64) -> Day {
    "2025-01-01".parse::<Day>().unwrap().plus_days(after)
}

/// A version: the days that it is to hold, as far as they are said, and the meeting that adopted it, if any.
type Version = (Option<i64>, Option<i64>, Option<usize>);

fn versions() -> impl Strategy<Value = Vec<Version>> {
    let days = || prop::option::of(0..1000_i64);
    prop::collection::vec((days(), days(), prop::option::of(0..6_usize)), 0..6)
}

fn with_versions(versions: &[Version], meetings: &[(i64, bool)]) -> Register {
    let mut texts = vec![(Kind::District, "ryd".to_owned(), "name = \"Ryd\"\n".to_owned())];
    let mut ids = Vec::new();
    for (number, (on, is_held)) in meetings.iter().enumerate() {
        let status = if *is_held { "held" } else { "planned" };
        let id = format!("{}-styrgrupp-{number}", day(*on));
        texts.push((
            Kind::Meeting,
            id.clone(),
            format!("on = {}\nbody = \"styrgrupp\"\nstatus = \"{status}\"\n", day(*on)),
        ));
        ids.push(id);
    }
    texts.push((Kind::Body, "styrgrupp".to_owned(), "name = \"Styrgrupp\"\ntype = \"steering-group\"\n".to_owned()));
    for (number, (from, until, adopted)) in versions.iter().enumerate() {
        let mut ends: Vec<String> = from.iter().map(|from| format!("from = {}", day(*from))).collect();
        ends.extend(until.map(|until| format!("until = {}", day(until.max(from.unwrap_or(0))))));
        let period = if ends.is_empty() { String::new() } else { format!("period = {{ {} }}\n", ends.join(", ")) };
        let adopted = adopted.and_then(|meeting| ids.get(meeting));
        let adopted = adopted.map_or(String::new(), |meeting| format!("adopted = \"{meeting}\"\n"));
        let picture = format!("district = \"ryd\"\n{period}text = \"Text\"\n{adopted}");
        texts.push((Kind::TargetPicture, format!("ryd-{number}"), picture));
        let plan = format!("districts = [\"ryd\"]\n{period}text = \"Text\"\n{adopted}");
        texts.push((Kind::ActionPlan, format!("ryd-{number}"), plan));
    }
    register(&texts)
}

/// What is told of the versions on a day, held against the words of the rule: in force is the version adopted on the day
/// or before, whose days hold it, and which of those was adopted last.
fn assert_one_in_force<R: Versioned>(register: &Register, on: Day) {
    let versions: Versions<'_, R> = Versions::of(register, "ryd", on);
    let all: Vec<_> = versions.iter().collect();
    assert_eq!(all.len(), R::records(register).iter().count(), "each version has a place");
    let in_force: Vec<_> = all.iter().filter(|version| version.standing == Standing::InForce).collect();
    assert!(in_force.len() <= 1, "{:?}", in_force.iter().map(|version| version.id).collect::<Vec<_>>());
    let may_hold = |id: &str| {
        let record = R::records(register).get(id).unwrap();
        let adopted = record.adoptable().adopted_by(register, on)?;
        record.period().contains(on).then_some(adopted)
    };
    let last = R::records(register).ids().filter_map(may_hold).max();
    assert_eq!(in_force.first().map(|version| version.adopted), last.map(Some));
    for version in &all {
        let is_adopted = version.adopted.is_some();
        match version.standing {
            Standing::Proposed => assert!(!is_adopted && version.record.period().until.is_none_or(|until| until >= on)),
            Standing::Coming => assert!(is_adopted && version.record.period().from.is_some_and(|from| from > on)),
            Standing::InForce => assert!(is_adopted && version.record.period().contains(on)),
            Standing::Past => {}
        }
    }
    // What is gone by is the one in force, where one is.
    assert!(in_force.is_empty() || versions.current().map(|version| version.id) == Some(in_force[0].id));
    assert_eq!(versions.current().is_none(), all.is_empty());
}

/// A follow-up: the day that it was done, and the term that it says it tells of.
fn follow_ups() -> impl Strategy<Value = Vec<(i64, Option<Term>)>> {
    let terms =
        ["2025-t1", "2025-t2", "2025-t3", "2026-t1", "2026-t2", "2025", "2025-h2", "2025-q1", "2026-q2", "2025-09"];
    let terms: Vec<Option<Term>> = terms.iter().map(|term| term.parse().ok()).chain([None, None, None, None]).collect();
    prop::collection::vec((0..700_i64, select(terms)), 0..7)
}

/// The terms of a cycle in the years of the follow-ups, and around them.
fn terms(cycle: Cycle) -> Vec<Term> {
    let first = Term::of(day(-200), cycle);
    std::iter::successors(Some(first), |term| Some(term.next())).take_while(|term| term.first() < day(1200)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn at_most_one_version_is_in_force(
        versions in versions(),
        meetings in prop::collection::vec((0..1000_i64, any::<bool>()), 0..6),
        on in -10..1010_i64,
    ) {
        let register = with_versions(&versions, &meetings);
        assert_one_in_force::<TargetPicture>(&register, day(on));
        assert_one_in_force::<ActionPlan>(&register, day(on));
    }

    #[test]
    fn a_follow_up_is_told_of_in_one_term(own in follow_ups(), started in 0..300_i64) {
        let settings = Settings::default();
        let mut follow_up: Vec<FollowUp> = Vec::new();
        for (number, (on, period)) in own.iter().enumerate() {
            let note = format!("Anteckning {number}").into();
            follow_up.push(FollowUp { on: Some(day(*on)), period: *period, note, ..FollowUp::default() });
        }
        let intervention = Intervention {
            status: Some(Status::Ongoing),
            started: Some(day(started)),
            follow_up: follow_up.into(),
            ..Intervention::default()
        };
        for cycle in [settings.cycle(), Cycle::Year] {
            let terms = terms(cycle);
            for follow_up in &intervention.follow_up {
                let is_it = |other: &&FollowUp| std::ptr::eq(*other, follow_up);
                let places = terms.iter().filter(|term| intervention.follow_ups_of(**term, &settings).iter().any(is_it)).count();
                let told = intervention.term_told(follow_up, &settings).unwrap();
                let is_across = !terms.iter().any(|term| told.is_within(*term));
                prop_assert_eq!(places, usize::from(!is_across), "{} {:?}", told, cycle);
                if is_across {
                    let lines = terms.iter().filter(|term| intervention.terms_across(**term).any(|other| other == told));
                    prop_assert!(lines.count() > 1, "{} is told of beside", told);
                }
            }
        }
    }

    #[test]
    fn what_is_told_of_a_promise_stands_in_the_report_of_its_year(periods in subsequence(
        vec!["2026-t1", "2026-t2", "2026-q1", "2026-q3", "2026-h2", "2026", "2026-05", "2025-t3", "2027-h1"], 0..7,
    )) {
        let told: Vec<String> = periods
            .iter()
            .enumerate()
            .map(|(number, period)| {
                format!("  {{ period = \"{period}\", activity = \"Aktivitet {number}\", assessment = \"on-track\" }},\n")
            })
            .collect();
        let text = format!(
            "title = \"Löfte\"\ntype = \"citizen-promise\"\nperiod = {{ from = 2025-01-01, until = 2027-12-31 }}\n\n\
             [[commitment]]\nid = \"narvaro\"\ntext = \"Närvaro\"\nfollow_up = [\n{}]\n",
            told.concat()
        );
        let register = register(&[(Kind::Agreement, "lofte".to_owned(), text)]);
        let commitment = &register.agreements.get("lofte").map(|own: &Agreement| own).unwrap().commitment[0];
        prop_assert_eq!(commitment.follow_up.len(), periods.len());
        let known = Known::of(&register, "2028-01-01".parse().unwrap());
        for year in 2025..=2027 {
            let term = Term::new(year, Cycle::Year, 1).unwrap();
            let filter = Filter::default();
            let document = report::follow_up(&Scope::new(&known, &filter), term).document();
            let told = json(document);
            for (number, period) in periods.iter().enumerate() {
                let is_of = period.parse::<Term>().unwrap().is_within(term);
                prop_assert_eq!(told.contains(&format!("Aktivitet {number}\"")), is_of, "{} in {}", period, year);
            }
        }
    }
}

/// Whatever a file looks like, what is adopted in it has one seal, which is the one that it says.
#[test]
fn a_seal_is_the_same_however_a_file_is_written() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sealed = 0;
    for folder in ["register", "examples/havsby/register"] {
        for kind in [Kind::TargetPicture, Kind::ActionPlan, Kind::Situation] {
            let files = walkdir::WalkDir::new(root.join(folder).join(kind.folder())).sort_by_file_name();
            for file in files.into_iter().map(Result::unwrap).filter(|file| file.file_type().is_file()) {
                let text = std::fs::read_to_string(file.path()).unwrap();
                let seal = |text: &str| {
                    let read = read_record(kind, "x", text.as_bytes());
                    assert!(read.findings.is_empty(), "{}: {:?}", file.path().display(), read.findings);
                    match read.record.unwrap() {
                        AnyRecord::TargetPicture(own) => (own.seal.to_string(), seal_of(&*own)),
                        AnyRecord::ActionPlan(own) => (own.seal.to_string(), seal_of(&*own)),
                        AnyRecord::Situation(own) => (own.seal.to_string(), seal_of(&*own)),
                        _ => unreachable!("these kinds are sealed"),
                    }
                };
                let (said, is) = seal(&text);
                if said.is_empty() {
                    continue;
                }
                sealed += 1;
                assert_eq!(said, is, "{}", file.path().display());
                let shape = register::catalog::shape_of(kind);
                let table = table_of_text(&text).unwrap();
                let ways = [
                    text.replace('\n', "\r\n"),
                    format!("{BOM}{text}"),
                    canonical(&text, shape).unwrap(),
                    file_text(&table, shape),
                    toml::to_string(&table).unwrap(),
                ];
                for way in ways {
                    assert_eq!(seal(&way), (said.clone(), said.clone()), "{}\n{way}", file.path().display());
                }
            }
        }
    }
    assert!(sealed > 9, "{sealed} are sealed");
}

/// A term that is over is held to what was aimed at then, whatever has been adopted since.
#[test]
fn a_past_term_is_held_to_the_targets_of_its_time() {
    let sandbox = Sandbox::linkoping();
    let told = |today: &str| {
        let line = "report follow-up --period 2026-t2 --district ryd --table goals --format json";
        let told = sandbox.run(&format!("{line} --today {today}")).fine().out;
        serde_json::from_str::<serde_json::Value>(&told).unwrap()["tables"]["goals"].clone()
    };
    let before = told("2026-11-23");
    sandbox.run("--today 2026-12-16 set 2026-12-15-styrgrupp status=held").fine();
    sandbox.run("--today 2026-12-16 adopt target-picture/ryd-2027 --at-meeting 2026-12-15-styrgrupp").fine();
    assert_eq!(told("2027-03-01"), before);
    let next =
        sandbox.run("report follow-up --period 2027-t1 --district ryd --format json --today 2027-03-01").fine().out;
    assert!(next.contains("ryd#"), "{next}");
}

/// What was changed after it was adopted is adopted nowhere.
#[test]
fn what_has_changed_since_its_adoption_is_told_wherever_it_is() {
    let sandbox = Sandbox::linkoping();
    sandbox.run("set action-plan/hela-kommunen-2026 text=Annat").fine();
    for line in ["show hela-kommunen", "report plan --district hela-kommunen"] {
        let told = sandbox.run_with(line, &[("COLUMNS", "300")]).fine().out;
        assert!(told.contains("ändrad sedan dess"), "{line}: {told}");
    }
    let law: serde_json::Value = serde_json::from_str(&sandbox.run("report law --format json").fine().out).unwrap();
    let duties = law["tables"]["duties"].as_array().unwrap();
    let plan = duties.iter().find(|row| row["section"] == "5").unwrap();
    assert!(plan["standing"] == "law-overdue" && plan["missing"] == "law-changed", "{plan}");
}

/// A seal is of what was adopted, whoever takes it away.
#[test]
fn a_seal_is_not_washed_away() {
    let sandbox = Sandbox::linkoping();
    let git = |line: &str| {
        let mut command = sandbox.sealed("git");
        command.args(["-c", "user.name=A", "-c", "user.email=a@example.se"]).args(line.split(' '));
        assert!(command.status().unwrap().success(), "git {line}");
    };
    git("init --quiet --initial-branch=main");
    git("add --all");
    git("commit --quiet --no-verify --message Första");
    sandbox.run("set target-picture/ryd-2025 seal=").code(2).says(&["register anta"]);
    assert_eq!(sandbox.run("add target-picture --district ryd --period 2029 --seal x").code, 2);
    let file = "register/target-pictures/ryd-2025.toml";
    let text = sandbox.read(file);
    let without: String =
        text.lines().filter(|line| !line.starts_with("seal")).map(|line| format!("{line}\n")).collect();
    sandbox.write(file, without.clone());
    let adopt = "adopt target-picture/ryd-2025 --at-meeting 2025-02-27-styrgrupp";
    // As it was adopted, it is sealed anew.
    sandbox.run(adopt).fine();
    assert_eq!(sandbox.read(file), text);
    let goal = without.lines().find(|line| line.starts_with("title = ")).unwrap();
    sandbox.write(file, without.replacen(goal, "title = \"Något annat\"", 1));
    sandbox.run(adopt).code(1).says(&["--som ryd-2025-2"]);
}
