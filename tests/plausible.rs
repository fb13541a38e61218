//! Values that can't be are refused, those that are hardly so are asked about, and what has happened is not dated ahead: where
//! they are written, and where they stand in a file.

use crate::support::{Sandbox, TODAY};
use register::catalog::shape_of;
use register::check::check;
use register::format::{RecordFile, Texts};
use register::model::{
    Day, DecisionStatus, Finding, Kind, MeetingStatus, Settings, Shape, Span, Spot, Status, Step, Table as _,
    TableShape, Tense, Writing,
};
use register::store::Store;
use std::collections::BTreeSet;
use std::path::Path;

const N: &str = "interventions/nattvandring-i-ryd.toml";
const RYD: &str = "districts/ryd.toml";
const MEETING: &str = "meetings/2026-09-17-faltgruppen.toml";
const PICTURE: &str = "situations/2026-t2-ryd.toml";
const PLAN: &str = "action-plans/ryd-2026.toml";
const PROMISE: &str = "agreements/medborgarlofte.toml";
const BODY: &str = "bodies/faltgruppen.toml";
const SETTINGS: &str = "register.toml";

/// What becomes of a value where it is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Is {
    /// It is refused, and nothing is written.
    Refused,
    /// Where nobody can be asked it is written, and told of.
    ToldOf,
    /// It is taken for what is meant.
    Understood,
    /// No command writes it.
    InFilesOnly,
}
use Is::{InFilesOnly, Refused, ToldOf, Understood};

/// A value: the command that writes it and what becomes of it, the file and the lines that it would stand in, and the check
/// that finds it there.
type Case = (&'static str, Is, &'static str, &'static str, &'static str);

const CASES: &[Case] = &[
    ("set nattvandring-i-ryd staff=-2", Refused, N, "staff = -2", "impossible-value"),
    ("set nattvandring-i-ryd staff=9000", ToldOf, N, "staff = 9000", "unlikely-value"),
    ("", InFilesOnly, N, "staff = nan", "wrong-type"),
    (
        "set nattvandring-i-ryd 'budget+=year=26,amount=5000'",
        Understood,
        N,
        "budget = [{ year = 26, amount = 5000 }]",
        "impossible-value",
    ),
    (
        "set nattvandring-i-ryd 'budget+=year=20226,amount=5000'",
        Refused,
        N,
        "budget = [{ year = 20226, amount = 5000 }]",
        "impossible-value",
    ),
    (
        "set nattvandring-i-ryd 'budget+=year=2062,amount=5000'",
        ToldOf,
        N,
        "budget = [{ year = 2062, amount = 5000 }]",
        "unlikely-value",
    ),
    (
        "set nattvandring-i-ryd 'budget+=year=2026,amount=3'",
        ToldOf,
        N,
        "budget = [{ year = 2026, amount = 3 }]",
        "unlikely-value",
    ),
    (
        "set nattvandring-i-ryd 'budget+=year=2026,amount=5000000000'",
        ToldOf,
        N,
        "budget = [{ year = 2026, amount = 5000000000 }]",
        "unlikely-value",
    ),
    (
        "set nattvandring-i-ryd 'budget+=year=2026,amount=1000000000000'",
        Refused,
        N,
        "budget = [{ year = 2026, amount = 1000000000000 }]",
        "amount-too-large",
    ),
    (
        "set nattvandring-i-ryd 'budget+=year=2026,amount=-5'",
        Refused,
        N,
        "budget = [{ year = 2026, amount = -5 }]",
        "negative-amount",
    ),
    (
        "set nattvandring-i-ryd 'budget+=[{ year = 2026, amount = 5000, shares = [{ district = \"ryd\", part = -1 }] }]'",
        Refused,
        N,
        "budget = [{ year = 2026, amount = 5000, shares = [{ district = \"ryd\", part = -1 }] }]",
        "impossible-value",
    ),
    (
        "set nattvandring-i-ryd 'actual+=year=2031,amount=5000'",
        Refused,
        N,
        "actual = [{ year = 2031, amount = 5000 }]",
        "ahead-of-its-day",
    ),
    ("set nattvandring-i-ryd started=2031-02-01", Refused, N, "started = 2031-02-01", "ahead-of-its-day"),
    ("set nattvandring-i-ryd started=1026-09-01", Refused, N, "started = 1026-09-01", "impossible-value"),
    ("set nattvandring-i-ryd status=completed ended=2031-02-01", Refused, N, "ended = 2031-02-01", "ahead-of-its-day"),
    (
        "set nattvandring-i-ryd period=2026-09-01..2026-06-30",
        Refused,
        N,
        "period = { from = 2026-09-01, until = 2026-06-30 }",
        "date-order",
    ),
    (
        "set nattvandring-i-ryd period=2026-09-01..2062-06-30",
        ToldOf,
        N,
        "period = { from = 2026-09-01, until = 2062-06-30 }",
        "unlikely-value",
    ),
    (
        "set nattvandring-i-ryd period=1986-09-01..2026-12-31",
        ToldOf,
        N,
        "period = { from = 1986-09-01, until = 2026-12-31 }",
        "unlikely-value",
    ),
    (
        "set nattvandring-i-ryd period=1026-09-01..2026-12-31",
        Refused,
        N,
        "period = { from = 1026-09-01, until = 2026-12-31 }",
        "impossible-value",
    ),
    (
        "set nattvandring-i-ryd contact='Fältgruppen\neller\nskolan'",
        ToldOf,
        N,
        "contact = \"Fältgruppen\\neller\\nskolan\"",
        "unlikely-value",
    ),
    (
        "set nattvandring-i-ryd 'needs+=what=Lampor,raised_on=2031-01-01'",
        Refused,
        N,
        "needs = [{ id = \"lampor\", what = \"Lampor\", raised_on = 2031-01-01 }]",
        "ahead-of-its-day",
    ),
    (
        "set nattvandring-i-ryd 'needs+=what=Lampor,year=1026'",
        Refused,
        N,
        "needs = [{ id = \"lampor\", what = \"Lampor\", year = 1026 }]",
        "impossible-value",
    ),
    (
        "follow-up nattvandring-i-ryd -a on-track --on 2036-11-20",
        Refused,
        N,
        "[[follow_up]]\non = 2036-11-20\nassessment = \"on-track\"",
        "ahead-of-its-day",
    ),
    (
        "set nattvandring-i-ryd 'indicator+=id=trygga,name=Trygga,unit=%,target=140'",
        ToldOf,
        N,
        "[[indicator]]\nid = \"trygga\"\nname = \"Trygga\"\nunit = \"%\"\ntarget = 140",
        "unlikely-value",
    ),
    (
        "",
        InFilesOnly,
        N,
        "[[indicator]]\nid = \"trygga\"\nname = \"Trygga\"\nunit = \"procent av de boende\"\n[[follow_up]]\non = 2026-09-20\nassessment = \"on-track\"\nvalues = { trygga = -3 }",
        "unlikely-value",
    ),
    (
        "set ryd 'indicator+=[{ id = \"trygg\", name = \"Trygg\", unit = \"%\", readings = [{ on = 2026-06-30, value = 140 }] }]'",
        ToldOf,
        RYD,
        "[[indicator]]\nid = \"trygg\"\nname = \"Trygg\"\nunit = \"%\"\nreadings = [{ on = 2026-06-30, value = 140 }]",
        "unlikely-value",
    ),
    (
        "set ryd 'indicator+=[{ id = \"trygg\", name = \"Trygg\", readings = [{ on = 2031-06-30, value = 40 }] }]'",
        Refused,
        RYD,
        "[[indicator]]\nid = \"trygg\"\nname = \"Trygg\"\nreadings = [{ on = 2031-06-30, value = 40 }]",
        "ahead-of-its-day",
    ),
    (
        "set ryd 'problem+=title=Mörkt,rank=0'",
        Refused,
        RYD,
        "[[problem]]\nid = \"morkt\"\ntitle = \"Mörkt\"\nrank = 0",
        "impossible-value",
    ),
    (
        "set ryd 'police_class+=year=226,class=risk'",
        Refused,
        RYD,
        "police_class = [{ year = 226, class = \"risk\" }]",
        "impossible-value",
    ),
    ("set faltgruppen cadence=0/year", Refused, BODY, "cadence = { times = 0, per = \"year\" }", "impossible-value"),
    ("set faltgruppen cadence=365/year", ToldOf, BODY, "cadence = { times = 365, per = \"year\" }", "unlikely-value"),
    (
        "set action-plan/ryd-2026 'measures+=intervention=nattvandring-i-ryd,priority=9'",
        Refused,
        PLAN,
        "measures = [{ intervention = \"nattvandring-i-ryd\", priority = 9 }]",
        "bad-priority",
    ),
    (
        "set 2026-t2-ryd 'observation+=note=Klotter,count=-5'",
        Refused,
        PICTURE,
        "[[observation]]\nid = \"klotter\"\nnote = \"Klotter\"\ncount = -5",
        "impossible-value",
    ),
    (
        "set 2026-t2-ryd 'observation+=note=Klotter,on=2031-01-01'",
        Refused,
        PICTURE,
        "[[observation]]\nid = \"klotter\"\nnote = \"Klotter\"\non = 2031-01-01",
        "ahead-of-its-day",
    ),
    (
        "set 2026-09-17-faltgruppen 'decision+=[{ id = \"ljus\", text = \"Ljus.\", status = \"done\", done_on = 2031-01-01 }]'",
        Refused,
        MEETING,
        "[[decision]]\nid = \"ljus\"\ntext = \"Ljus.\"\nstatus = \"done\"\ndone_on = 2031-01-01",
        "ahead-of-its-day",
    ),
    (
        "add meeting --body faltgruppen --on 2027-01-15 --status held",
        Refused,
        "meetings/2027-01-15-faltgruppen.toml",
        "body = \"faltgruppen\"\non = 2027-01-15\nstatus = \"held\"",
        "ahead-of-its-day",
    ),
    (
        "set medborgarlofte 'commitment+=[{ id = \"ljus\", text = \"Ljus.\", follow_up = [{ period = \"2026-t1\", value = -5 }] }]'",
        Refused,
        PROMISE,
        "[[commitment]]\nid = \"ljus\"\ntext = \"Ljus.\"\nfollow_up = [{ period = \"2026-t1\", value = -5 }]",
        "impossible-value",
    ),
    ("", InFilesOnly, SETTINGS, "[follow_up]\ngrace_days = -3", "impossible-value"),
    ("", InFilesOnly, SETTINGS, "[follow_up]\ngrace_days = 4000", "unlikely-value"),
    ("", InFilesOnly, SETTINGS, "[situation]\nmax_age_months = 0", "impossible-value"),
];

fn text_of(sandbox: &Sandbox, file: &str) -> String {
    std::fs::read_to_string(sandbox.path(&format!("register/{file}"))).unwrap_or_default()
}

#[test]
fn what_can_hardly_be_is_refused_or_told_of_where_it_is_written() {
    let written = |(line, is, file, _, _): &Case| {
        let sandbox = Sandbox::small();
        let before = text_of(&sandbox, file);
        let said = sandbox.run(line);
        match is {
            Refused => {
                assert!(said.code != 0, "{line}: {said:#?}");
                assert_eq!(text_of(&sandbox, file), before, "{line}");
            }
            ToldOf | Understood => {
                assert_eq!(said.code, 0, "{line}: {said:#?}");
                assert_ne!(text_of(&sandbox, file), before, "{line}");
                assert_eq!(said.err.contains("varning: "), *is == ToldOf, "{line}: {said:#?}");
            }
            InFilesOnly => {}
        }
    };
    CASES.iter().filter(|case| case.1 != InFilesOnly).for_each(written);
    assert!(CASES.len() > 26);
}

#[test]
fn what_can_hardly_be_is_found_where_it_stands() {
    for (line, _, file, text, code) in CASES {
        let sandbox = Sandbox::small();
        sandbox.write(&format!("register/{file}"), format!("{}{text}\n", text_of(&sandbox, file)));
        let said = sandbox.run("check");
        assert!(said.out.contains(&format!("[{code}]")), "{line} {text}: {said:#?}");
    }
}

/// What a register says that is right is never doubted.
#[test]
fn nothing_in_the_examples_is_doubted() {
    let sandbox = Sandbox::empty();
    for register in ["register", "examples/havsby/register"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(register);
        let only = "check --strict --only impossible-value,unlikely-value,ahead-of-its-day";
        sandbox.run(&format!("--register '{}' {only}", path.display())).fine();
    }
}

/// What is told of again and again is asked about once: what was there before is no reason to ask.
#[test]
fn what_stood_there_before_is_not_told_of_again() {
    let sandbox = Sandbox::small();
    sandbox.run("set nattvandring-i-ryd staff=9000").fine().says(&["9\u{a0}000", "högst 400"]);
    let said = sandbox.run("set nattvandring-i-ryd summary=Vandring").fine();
    assert!(!said.err.contains("varning"), "{said:#?}");
    let said = sandbox.run("rename nattvandring-i-ryd nattvandring").fine();
    assert!(!said.err.contains("varning"), "{said:#?}");
}

/// Calls `found` with each field of each table.
fn each_field(found: &mut dyn FnMut(&'static TableShape, &'static register::model::Field)) {
    fn walk(
        shape: &'static TableShape,
        seen: &mut BTreeSet<&'static str>,
        found: &mut dyn FnMut(&'static TableShape, &'static register::model::Field),
    ) {
        if seen.insert(shape.name) {
            for field in shape.fields {
                found(shape, field);
                field.shape.inner().into_iter().for_each(|inner| walk(inner, seen, found));
            }
        }
    }
    let mut seen = BTreeSet::new();
    walk(&Settings::TABLE, &mut seen, found);
    Kind::ALL.into_iter().for_each(|kind| walk(shape_of(kind), &mut seen, found));
}

#[test]
fn every_number_says_how_small_it_can_be() {
    let mut unsaid = Vec::new();
    each_field(&mut |table, field| {
        let is_number = matches!(field.shape.single(), Shape::Integer | Shape::Ordinal | Shape::Number);
        if is_number == (field.span == Span::Unsaid) {
            unsaid.push(format!("{}.{}", table.name, field.name));
        }
    });
    assert!(unsaid.is_empty(), "any, from_zero, from_one or priority, and that of numbers only: {unsaid:?}");
}

#[test]
fn every_text_says_whether_it_is_a_line() {
    let mut unsaid = Vec::new();
    each_field(&mut |table, field| {
        let is_text = matches!(field.shape.single(), Shape::Text);
        if is_text == (field.writing == Writing::Unsaid) {
            unsaid.push(format!("{}.{}", table.name, field.name));
        }
    });
    assert!(unsaid.is_empty(), "line or prose, and that of texts only: {unsaid:?}");
}

/// What is wrong with the register in a folder, of what is told as done and dated ahead.
fn ahead_in(folder: &Path) -> Vec<Finding> {
    let store = Store::find(Path::new("."), Some(folder)).unwrap();
    let today: Day = TODAY.parse().unwrap();
    let mut found = check(store.load(None, Texts::All).unwrap(), today).findings;
    found.retain(|finding| finding.code() == "ahead-of-its-day");
    found
}

/// A place in a file.
type Place = Vec<Step>;

/// Where the days of what has happened stand in a table.
fn past_days(table: &toml::Table, shape: &'static TableShape, path: &Place, found: &mut Vec<(Place, String)>) {
    for field in shape.fields {
        let Some(value) = table.get(field.name) else { continue };
        let own: Place = path.iter().cloned().chain([Step::from(field.name)]).collect();
        if field.when.tense == Tense::Past {
            found.push((own.clone(), format!("{}.{}", shape.name, field.name)));
        }
        let Some(inner) = field.shape.inner() else { continue };
        match value {
            toml::Value::Table(value) => past_days(value, inner, &own, found),
            toml::Value::Array(values) => {
                for (place, value) in values.iter().enumerate() {
                    let own: Place = own.iter().cloned().chain([Step::from(place)]).collect();
                    value.as_table().into_iter().for_each(|value| past_days(value, inner, &own, found));
                }
            }
            _ => {}
        }
    }
}

fn put(table: &mut toml::Table, path: &[Step], day: &toml::Value) {
    let mut at: Option<&mut toml::Value> = None;
    for step in path {
        at = match (step, at) {
            (Step::Key(key), None) => table.get_mut(&**key),
            (Step::Key(key), Some(value)) => value.get_mut(&**key),
            (Step::Index(place), Some(value)) => value.get_mut(*place),
            (Step::Index(_), None) => None,
        };
    }
    *at.unwrap() = day.clone();
}

/// The register that is right has every field: each day of what has happened is found where it is dated ahead.
#[test]
fn no_day_of_what_has_happened_may_be_ahead() {
    let silent = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/errors/silent");
    let ahead: toml::Value = "2031-01-01".parse().map(toml::Value::Datetime).unwrap();
    let (mut all, mut tried) = (BTreeSet::new(), BTreeSet::new());
    each_field(&mut |table, field| {
        if field.when.tense == Tense::Past {
            all.insert(format!("{}.{}", table.name, field.name));
        }
    });
    for entry in walkdir::WalkDir::new(&silent).into_iter().map(Result::unwrap) {
        let file = entry.path().strip_prefix(&silent).unwrap().to_string_lossy().replace('\\', "/");
        let Some(record) = RecordFile::from_path(&file) else { continue };
        let table: toml::Table = toml::from_str(&std::fs::read_to_string(entry.path()).unwrap()).unwrap();
        let mut places = Vec::new();
        past_days(&table, shape_of(record.kind), &Place::new(), &mut places);
        for (place, name) in places {
            let sandbox = Sandbox::empty();
            crate::support::copy(&silent, &sandbox.path("register"));
            let mut changed = table.clone();
            put(&mut changed, &place, &ahead);
            sandbox.write(&format!("register/{file}"), toml::to_string(&changed).unwrap());
            let is_it = |finding: &Finding| {
                finding.file == file && matches!(&finding.spot, Spot::Value(found) if place.starts_with(found))
            };
            let found = ahead_in(&sandbox.path("register"));
            assert!(found.iter().any(is_it), "{file} {name}: {found:?}");
            tried.insert(name);
        }
    }
    assert_eq!(tried, all);
}

/// A status that says that something has happened, with the day on which it did.
#[test]
fn no_status_says_of_a_day_ahead_that_it_has_been() {
    let meeting = |status: MeetingStatus| match status {
        MeetingStatus::Held => true,
        MeetingStatus::Planned | MeetingStatus::Cancelled => false,
    };
    let decision = |status: DecisionStatus| match status {
        DecisionStatus::Done => true,
        DecisionStatus::Open | DecisionStatus::Dropped => false,
    };
    let (begun, over) = (
        |status: Status| match status {
            Status::Ongoing | Status::Paused | Status::Completed => true,
            Status::Proposed | Status::Planned | Status::Cancelled => false,
        },
        |status: Status| match status {
            Status::Completed | Status::Cancelled => true,
            Status::Proposed | Status::Planned | Status::Ongoing | Status::Paused => false,
        },
    );
    let intervention = |status: &str, day: &str| {
        format!("title = \"Vandring\"\nresponsible = \"faltgruppen\"\nstatus = \"{status}\"\n{day} = 2031-01-01\n")
    };
    let own = "interventions/vandring.toml";
    let mut cases: Vec<(String, String)> = Vec::new();
    for code in MeetingStatus::CHOICES.codes.iter().filter(|code| MeetingStatus::from_code(code).is_some_and(meeting)) {
        let text = format!("body = \"faltgruppen\"\non = 2031-01-01\nstatus = \"{code}\"\n");
        cases.push(("meetings/2031-01-01-faltgruppen.toml".to_owned(), text));
    }
    for code in
        DecisionStatus::CHOICES.codes.iter().filter(|code| DecisionStatus::from_code(code).is_some_and(decision))
    {
        // Also where it says no day of its own: its meeting has not been.
        let text = format!(
            "body = \"faltgruppen\"\non = 2031-01-01\nstatus = \"planned\"\n[[decision]]\nid = \"ljus\"\ntext = \"Ljus.\"\nstatus = \"{code}\"\n"
        );
        cases.push(("meetings/2031-01-01-faltgruppen.toml".to_owned(), text));
    }
    for code in Status::CHOICES.codes {
        let status = Status::from_code(code).unwrap();
        cases.extend(begun(status).then(|| (own.to_owned(), intervention(code, "started"))));
        cases.extend(over(status).then(|| (own.to_owned(), intervention(code, "ended"))));
    }
    assert!(cases.len() > 6);
    for (file, text) in cases {
        let sandbox = Sandbox::small();
        sandbox.write(&format!("register/{file}"), &text);
        let found = ahead_in(&sandbox.path("register"));
        assert!(found.iter().any(|finding| finding.file == file), "{text}: {found:?}");
    }
}
