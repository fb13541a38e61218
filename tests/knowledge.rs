//! What is known on a day: nothing that is told as having happened after it.

use crate::support::repo::Repo;
use crate::support::{Sandbox, TODAY};
use register::catalog::shape_of;
use register::format::Texts;
use register::model::{
    Day, Fields, Kind, Known, MeetingStatus, Register, Settings, Shape, Table as _, TableShape, Target, Tense, Term,
    Value, later_than,
};
use register::store::Store;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// What tells that something has happened, by its table and field.
const FACTS: &[InTable] = &[
    ("action-plan", "followed_up"),
    ("actual", "year"),
    ("agreement", "followed_up"),
    ("answer", "answered_on"),
    ("answer", "asked_on"),
    ("commitment-follow-up", "period"),
    ("decision", "done_on"),
    ("follow-up", "on"),
    ("follow-up", "period"),
    ("intervention", "ended"),
    ("intervention", "started"),
    ("meeting", "on"),
    ("need", "answered"),
    ("need", "raised_on"),
    ("observation", "on"),
    ("observation-action", "done_on"),
    ("police-classing", "year"),
    ("reading", "on"),
    ("reading", "until"),
    ("round", "began"),
];

/// What tells what is planned, promised, or to hold for a time: it is known before its day. What a meeting proposed or adopted
/// counts by whether that meeting has been held.
const PLANS: &[InTable] = &[
    ("action-plan", "adopted"),
    ("action-plan", "proposed"),
    ("body", "from"),
    ("body", "until"),
    ("budget", "year"),
    ("cadence", "from"),
    ("cadence", "until"),
    ("decision", "due"),
    ("district", "from"),
    ("district", "until"),
    ("event", "from"),
    ("event", "until"),
    ("for-before", "until"),
    ("goal-target", "from"),
    ("goal-target", "on"),
    ("goal-target", "until"),
    ("handed-over", "until"),
    ("need", "year"),
    ("observation-action", "due"),
    ("part-before", "until"),
    ("period", "from"),
    ("period", "until"),
    ("reading", "from"),
    ("round", "due"),
    ("round", "period"),
    ("situation", "adopted"),
    ("situation", "proposed"),
    ("statistical-area", "vintage"),
    ("target-picture", "adopted"),
    ("target-picture", "proposed"),
];

/// The names of a table and of a field of it.
type InTable = (&'static str, &'static str);

/// Notes the fields of a table that are of a time, and those of each table within it.
fn dated(shape: &'static TableShape, found: &mut BTreeSet<InTable>) {
    for field in shape.fields {
        let single = field.shape.single();
        if matches!(single, Shape::Year)
            || matches!(single, Shape::Day | Shape::Term | Shape::Reference(Target::Decision))
        {
            found.insert((shape.name, field.name));
        }
        field.shape.inner().into_iter().for_each(|inner| dated(inner, found));
    }
}

#[test]
fn every_day_is_of_what_has_happened_or_of_what_is_planned() {
    let mut all = BTreeSet::new();
    Kind::ALL.into_iter().for_each(|kind| dated(shape_of(kind), &mut all));
    let told: BTreeSet<InTable> = FACTS.iter().chain(PLANS).copied().collect();
    let untold: Vec<&InTable> = all.difference(&told).collect();
    assert!(
        untold.is_empty(),
        "is it known before its day? say so in FACTS or PLANS, and in model/known.rs: {untold:?}"
    );
    let gone: Vec<&InTable> = told.difference(&all).collect();
    assert!(gone.is_empty(), "there is no such field: {gone:?}");
    assert_eq!(told.len(), FACTS.len() + PLANS.len());
}

/// A day that is not written in full is one that has been where it tells what happened, and an end is the last day of what
/// is written; what is planned may be told of both ways.
#[test]
fn every_day_is_read_by_what_it_tells() {
    fn walk(shape: &'static TableShape, seen: &mut BTreeSet<&'static str>) {
        if !seen.insert(shape.name) {
            return;
        }
        for field in shape.fields {
            if matches!(field.shape.single(), Shape::Day) {
                let of = (shape.name, field.name);
                // A meeting is held on the day that it was planned for.
                let is_past = FACTS.contains(&of) && of != ("meeting", "on") || of == ("reading", "from");
                assert_eq!(field.when.tense == Tense::Past, is_past, "{of:?}");
                let is_end = matches!(field.name, "until" | "ended" | "due") || of == ("goal-target", "on");
                assert_eq!(field.when.is_end, is_end, "{of:?}");
            }
            field.shape.inner().into_iter().for_each(|inner| walk(inner, seen));
        }
    }
    let mut seen = BTreeSet::new();
    walk(&Settings::TABLE, &mut seen);
    Kind::ALL.into_iter().for_each(|kind| walk(shape_of(kind), &mut seen));
}

/// What was done was done last time, what shall be done is done next time, and an end is a week's last day.
#[test]
fn a_day_without_a_year_is_the_one_that_is_meant() {
    let sandbox = Sandbox::small();
    let id = "nattvandring-i-ryd";
    let file = "register/interventions/nattvandring-i-ryd.toml";
    sandbox.run(&format!("follow-up {id} --assessment on-track --on '1 maj' --note Bra.")).fine();
    sandbox
        .run(&format!("set {id} 'started=3/12' 'period.until=v. 48' 'needs+=id=a,what=Lampor,raised_on=20 jan'"))
        .fine();
    let text = sandbox.read(file);
    for told in ["on = 2026-05-01", "started = 2025-12-03", "until = 2026-11-29", "raised_on = 2026-01-20"] {
        assert!(text.contains(told), "{told}: {text}");
    }
    sandbox.run(&format!("set {id} 'started=20/11/26'")).fine();
    assert!(sandbox.read(file).contains("started = 2026-11-20"));
    sandbox.run(&format!("set {id} 'budget+=year=2027,amount=1,5 mnkr'")).fine();
    assert!(sandbox.read(file).contains("amount = 1500000"));
    sandbox.run(&format!("set {id} 'started=snart'")).code(2).says(&["3/12", "v. 48"]);
}

fn load(folder: &Path) -> Register {
    Store::find(Path::new("."), Some(folder)).unwrap().load(None, Texts::All).unwrap().register
}

/// Registers that between them have every field.
static REGISTERS: LazyLock<Vec<Register>> = LazyLock::new(|| {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let folders = ["register", "examples/havsby/register", "tests/errors/silent"];
    folders.iter().map(|folder| load(&root.join(folder))).collect()
});

/// Gives each fact of a register with its day.
fn facts<'r>(register: &'r Register, found: &mut dyn FnMut(InTable, &'r str, Day)) {
    fn walk(fields: &dyn Fields, register: &Register, found: &mut dyn FnMut(InTable, Day)) {
        let shape = fields.shape();
        for (place, field) in shape.fields.iter().enumerate() {
            let is_fact = FACTS.contains(&(shape.name, field.name));
            one(fields.value(place), (shape.name, field.name), is_fact, register, found);
        }
    }
    fn one(value: Value<'_>, of: InTable, is_fact: bool, register: &Register, found: &mut dyn FnMut(InTable, Day)) {
        let day = match value {
            Value::Table(table) => return walk(table, register, found),
            Value::List(list) => {
                return (0..list.len()).for_each(|place| one(list.at(place), of, is_fact, register, found));
            }
            Value::Day(day) => Some(day),
            Value::Term(term) => Some(Term::first(term)),
            Value::Integer(year) => i32::try_from(year).ok().and_then(|year| Day::new(year, 1, 1)),
            Value::Reference(Target::Decision, text) => Target::Decision
                .parse(text)
                .and_then(|pointer| register.meetings.get(pointer.id))
                .and_then(|meeting| meeting.on),
            _ => None,
        };
        if let Some(day) = day.filter(|_| is_fact) {
            found(of, day);
        }
    }
    for kind in Kind::ALL {
        for (id, _, fields) in register.records(kind) {
            walk(fields, register, &mut |of, day| found(of, id, day));
        }
    }
}

/// Whether a fact is one of its record, and not a plan: a meeting that is to be held, a start that is told of what has not begun.
fn is_told_as_done((table, field): InTable, id: &str, register: &Register) -> bool {
    use register::model::Status::{Cancelled, Completed, Ongoing, Paused};
    let status = || register.interventions.get(id).and_then(|own| own.status);
    match (table, field) {
        ("meeting", "on") => register.meetings.get(id).is_some_and(|own| own.status == Some(MeetingStatus::Held)),
        ("intervention", "started") => matches!(status(), Some(Ongoing | Paused | Completed)),
        ("intervention", "ended") => matches!(status(), Some(Completed | Cancelled)),
        _ => true,
    }
}

#[test]
fn nothing_that_happened_later_is_known() {
    let mut seen = BTreeSet::new();
    for register in REGISTERS.iter() {
        let mut days = BTreeSet::from([TODAY.parse().unwrap()]);
        facts(register, &mut |of, _, day| {
            seen.insert(of);
            days.extend([day, day.plus_days(-1)]);
        });
        for day in days {
            let known = Known::of(register, day);
            facts(&known, &mut |of, id, on| {
                assert!(on <= day || !is_told_as_done(of, id, &known), "{of:?} of {id}, {on}, is known on {day}");
            });
            assert!(later_than(&known, day).is_empty(), "{day}");
            for later in known.later() {
                let has_day = later.day.is_none_or(|later| later > day);
                assert!(has_day && register.file(later.record.kind, &later.record.id).is_some(), "{later:?} on {day}");
            }
        }
        assert!(later_than(register, "9999-12-31".parse().unwrap()).iter().all(|later| later.day.is_none()));
    }
    let unseen: Vec<&InTable> = FACTS.iter().filter(|fact| !seen.contains(*fact)).collect();
    assert!(unseen.is_empty(), "no register has {unseen:?}");
}

/// A report on a past day is as it would be if what happened later were in no file.
#[test]
fn a_past_day_is_told_as_it_was() {
    let (then, now) = (Sandbox::small(), Sandbox::small());
    now.run("follow-up nattvandring-i-ryd --assessment off-track --on 2026-11-20 --note 'Går sämre.'").fine();
    for line in [
        "status",
        "list intervention --columns id,assessment,last_follow_up,follow_ups,late",
        "report follow-up --period 2026-t2",
        "report pivot --rows assessment --columns status",
        "report plan",
        "show nattvandring-i-ryd",
    ] {
        let told = |sandbox: &Sandbox| sandbox.run(&format!("{line} --today 2026-10-01")).fine().out;
        let lines = |text: &str| -> Vec<String> {
            text.lines()
                .filter(|line| {
                    !line.is_empty()
                        && ["räknas inte", "ahead-of-its-day", "varningar"].iter().all(|word| !line.contains(word))
                })
                .map(str::to_owned)
                .collect()
        };
        let later = told(&now);
        if line.starts_with("show") {
            assert!(later.contains("Går sämre.") && !later.starts_with("Nattvandring i Ryd · ■ avviker"), "{later}");
            assert!(now.run(line).fine().out.starts_with("Nattvandring i Ryd · ■ avviker"));
            continue;
        }
        assert_eq!(lines(&later), lines(&told(&then)), "{line}");
        assert!(later.contains("räknas inte"), "{line}: {later}");
        assert!(!now.run(line).fine().out.contains("räknas inte"), "{line}");
    }
}

/// What goes on without saying since when counts from the day on which its file first said so, whoever asks; and where no
/// history tells, it always has.
#[test]
fn what_has_no_first_day_counts_from_when_it_was_first_said() {
    let repo = Repo::new();
    let id = "nattvandring-i-ryd";
    repo.run(&format!("set {id} status=planned started= period=")).fine();
    repo.commit("Planerad", "2026-09-05");
    let late = |today: &str| -> Vec<bool> {
        let asked = [
            "list intervention --late --format csv",
            "sql 'SELECT intervention_id FROM late' --format csv",
            "check --only follow-up-late --format csv",
            "report pivot --rows id --of late --format csv",
        ];
        let mut told: Vec<bool> =
            asked[..3].iter().map(|line| repo.run(&format!("{line} --today {today}")).out.contains(id)).collect();
        told.push(repo.run(&format!("{} --today {today}", asked[3])).fine().out.contains(&format!("{id},1")));
        let status = repo.run(&format!("status --ids --format json --today {today}")).fine().out;
        let status: serde_json::Value = serde_json::from_str(&status).unwrap();
        told.push(status["tables"]["districts"][0]["late"].to_string().contains(id));
        told
    };
    assert_eq!(late("2027-06-01"), [false; 5], "what is planned owes nothing");
    repo.run(&format!("set {id} status=ongoing")).fine();
    // Nobody has committed it: it is said today.
    assert_eq!(late("2026-11-23"), [false; 5]);
    repo.commit("Pågår", "2026-10-10");
    repo.run(&format!("rename {id} nattvandring")).fine();
    repo.run(&format!("rename nattvandring {id}")).fine();
    repo.run(&format!("set {id} summary='Ny text.'")).fine();
    repo.commit("Annat", "2026-11-20");
    assert_eq!(late("2026-11-23"), [false; 5], "it did not go on in the second tertial");
    assert_eq!(late("2027-01-15"), [true; 5]);
    let matrix = repo.run("report matrix --format json --today 2027-01-15").fine().out;
    let matrix: serde_json::Value = serde_json::from_str(&matrix).unwrap();
    assert_eq!(matrix["tables"]["matrix"].as_array().unwrap().len(), 1);
    // A clone that is cut off, and a folder without a history, do not tell.
    let shallow = repo.sandbox.path("grund");
    repo.git(&format!("clone --quiet --depth 1 file://{} {}", repo.sandbox.path("").display(), shallow.display()))
        .fine();
    assert!(repo.run("list intervention --late --register grund/register").fine().out.contains("Nattvandring"));
    std::fs::remove_dir_all(&shallow).unwrap();
    std::fs::rename(repo.sandbox.path(".git"), repo.sandbox.path("borta")).unwrap();
    assert_eq!(late("2026-11-23"), [true; 5], "nobody knows since when");
}

/// What went on without saying since when has no missing follow-ups from before it was first said, when it is over too.
#[test]
fn what_is_over_began_when_it_was_first_said() {
    let repo = Repo::new();
    let id = "nattvandring-i-ryd";
    repo.run(&format!("set {id} status=planned started= period=")).fine();
    repo.git("update-ref -d HEAD").fine();
    repo.commit("Planerad", "2025-02-01");
    repo.run(&format!("set {id} status=ongoing")).fine();
    repo.commit("Pågår", "2026-02-10");
    repo.run(&format!("set {id} status=completed ended=2026-07-01")).fine();
    repo.commit("Slut", "2026-07-02");
    let told = |line: &str| repo.run(&format!("{line} --terms 6 --format csv")).fine().out;
    assert_eq!(
        told("report matrix").lines().nth(1).unwrap().rsplitn(7, ',').take(6).collect::<Vec<_>>(),
        ["", "missing", "missing", "", "", ""]
    );
    let values = |of: &str| -> Vec<String> {
        told(&format!("report trend --of {of}"))
            .lines()
            .skip(1)
            .map(|line| line.split(',').nth(1).unwrap().to_owned())
            .collect()
    };
    assert_eq!(values("ongoing"), ["0", "0", "0", "1", "0", "0"]);
    assert_eq!(values("owes"), ["0", "0", "0", "1", "1", "0"]);
}

/// How many needs there are over time are those that were raised.
#[test]
fn a_need_is_known_from_when_it_was_raised() {
    let sandbox = Sandbox::linkoping();
    let told = sandbox.run("report trend --of needs --terms 6 --format csv").fine().out;
    let told: Vec<usize> = told.lines().skip(1).map(|line| line.split(',').nth(1).unwrap().parse().unwrap()).collect();
    let days: Vec<Day> = REGISTERS[0]
        .interventions
        .iter()
        .flat_map(|(_, own)| own.needs.iter())
        .filter_map(|need| need.raised_on)
        .collect();
    let ends = ["2025-04-30", "2025-08-31", "2025-12-31", "2026-04-30", "2026-08-31", TODAY];
    let raised = ends.map(|end| days.iter().filter(|day| **day <= end.parse().unwrap()).count());
    assert_eq!(told, raised);
    assert!(told[0] < told[5]);
}

/// What is followed up in the days of grace is told of its term, over time too.
#[test]
fn what_was_followed_up_in_time_is_told_of_its_term() {
    let sandbox = Sandbox::linkoping();
    let line = |rest: &str| sandbox.run(&format!("{rest} --format csv --totals")).fine().out;
    let over_time = line("report trend --of followed-up --terms 2");
    let pivoted = line("report pivot --rows status --of followed-up");
    let last = |text: &str| text.trim_end().rsplit(',').next().unwrap().to_owned();
    assert_eq!(over_time.lines().nth(1).unwrap().split(',').nth(1).unwrap(), last(&pivoted));
}
