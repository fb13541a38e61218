//! Pivots: any numbers by any field, and that what they tell is what there is.

use crate::reports::{HAVSBY, LINKOPING, filter, today};
use crate::support::Sandbox;
use proptest::prelude::*;
use proptest::sample::select;
use register::model::{DecisionStatus, Kind, Known, Register, Status, Value};
use register::query::{
    Asking, Dimension, DimensionError, Figure, Filter, Key, Number, Pivot, Row, dimensions, figures, pivot, rows,
};
use std::collections::BTreeMap;

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_pivot_counts_what_a_list_has(
        (is_first, filter) in filter(),
        down in select(vec!["status", "districts", "category", "aspects", "target_groups", "board", "responsible"]),
        across in select(vec!["status", "districts", "when", "board", "prevention.kind"]),
    ) {
        prop_assume!(down != across);
        let register: &'static Register = if is_first { &LINKOPING } else { &HAVSBY };
        let known = Known::of(register, today());
        let rows: Vec<Row<'_>> = rows(&known, Kind::Intervention, &filter).collect();
        let dimension = |name| Dimension::find(Kind::Intervention, name).unwrap();
        let (left, top) = (dimension(down), dimension(across));
        let figures = [Figure::of(Number::Count)];
        let pivot = pivot(&Asking::new(&known, &filter), &rows, &left, Some(&top), &figures);
        for ((row, column), told) in &pivot.told[0].cells {
            let listed: Vec<&str> = rows
                .iter()
                .filter(|one| has(one, down, &format!("{row:?}")) && has(one, across, &format!("{column:?}")))
                .map(|one| one.id)
                .collect();
            prop_assert_eq!(told.ids(), listed, "{:?} {:?}", row, column);
        }
    }
}

/// Whether a record has a value, as a pivot's key is written.
fn has(row: &Row<'_>, field: &str, key: &str) -> bool {
    let value = field.split('.').fold(Value::Table(row.fields), |value, part| match value {
        Value::Table(table) => table.get(part),
        _ => Value::Empty,
    });
    let values: Vec<Value<'_>> = match value {
        Value::List(list) => (0..list.len()).map(|place| list.at(place)).collect(),
        Value::Empty => Vec::new(),
        value => vec![value],
    };
    if values.is_empty() {
        return key == "Missing";
    }
    values.iter().any(|value| match value {
        Value::Code(code, _) => key.ends_with(&format!("\"{code}\")")),
        Value::Reference(_, id) => key == format!("Reference({id:?})") || key == format!("Whole({id:?})"),
        Value::Flag(flag) => key == format!("Flag(Reverse({flag}))"),
        _ => false,
    })
}

/// What is summed comes to what there is, however many values a record has.
#[test]
fn a_pivot_tells_all_the_money_and_no_more() {
    for register in [&*LINKOPING, &*HAVSBY] {
        let filter = Filter::default();
        let known = Known::of(register, today());
        let rows: Vec<Row<'_>> = rows(&known, Kind::Intervention, &filter).collect();
        let budget = |record: &register::model::Intervention| -> i64 {
            record.budget.iter().filter_map(|row| row.amount).map(register::model::Money::amount).sum()
        };
        let counted = known.interventions.iter().filter(|(_, record)| {
            matches!(record.status, Some(Status::Planned | Status::Ongoing | Status::Paused | Status::Completed))
        });
        let expected: i64 = counted.map(|(_, record)| budget(record)).sum();
        let dimension = |name| Dimension::find(Kind::Intervention, name).unwrap();
        for (down, across, summed) in [
            ("districts", "status", "budget_total"),
            ("districts", "aspects", "budget.amount"),
            ("budget.source", "budget.year", "budget.amount"),
            ("follow_up.assessment", "districts", "budget.amount"),
        ] {
            let figures = [Figure::find(Kind::Intervention, summed).unwrap()];
            let asking = Asking::new(&known, &filter);
            let pivot = pivot(&asking, &rows, &dimension(down), Some(&dimension(across)), &figures);
            let told = pivot.told[0].in_all(&figures[0]).value(&figures[0]).unwrap_or_default();
            assert!((told - expected as f64).abs() < 0.5, "{down} {across} {summed}: {told} {expected}");
        }
    }
}

#[test]
fn a_pivot_of_another_kind_and_by_months() {
    let sandbox = Sandbox::linkoping();
    let out = sandbox.run("report pivot meeting --rows on:month --columns status --format csv").fine().out;
    let header = out.lines().next().unwrap();
    assert_eq!(header, "on,planned,held,cancelled");
    let months: Vec<&str> = out.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
    assert!(months.windows(2).all(|pair| pair[0] < pair[1]), "{months:?}");
    assert!(out.contains("2026-07,0,0,0"), "a month without meetings is a month: {out}");
    let turned = sandbox.run("report pivot --rows status --columns districts --transpose --format csv").fine().out;
    let straight = sandbox.run("report pivot --rows districts --columns status --format csv").fine().out;
    assert_eq!(turned, straight);
}

/// What a figure comes to by the values of a field, or of two.
fn told(known: &Known<'_>, kind: Kind, down: &str, across: Option<&str>, figure: &str) -> BTreeMap<String, f64> {
    let filter = Filter::default();
    let rows: Vec<Row<'_>> = rows(known, kind, &filter).collect();
    let dimension = |name: &str| Dimension::find(kind, name).unwrap();
    let figure = Figure::find(kind, figure).unwrap();
    let across = across.map(dimension);
    let asking = Asking::new(known, &filter);
    let pivot: Pivot<'_> = pivot(&asking, &rows, &dimension(down), across.as_ref(), std::slice::from_ref(&figure));
    let name = |key: &Key<'_>| match key {
        Key::Reference(text) | Key::Text(text) | Key::Whole(text) => (*text).to_owned(),
        Key::Term(term) => term.to_string(),
        Key::Code(_, code) => (*code).to_owned(),
        key => format!("{key:?}"),
    };
    let cells = &pivot.told[0].cells;
    let value = |((down, across), told): (&(Key<'_>, Key<'_>), &register::query::Gathered<'_>)| {
        let name = if matches!(across, Key::Missing) { name(down) } else { format!("{} {}", name(down), name(across)) };
        Some((name, told.value(&figure)?))
    };
    cells.iter().filter_map(value).collect()
}

/// Each value that was measured is told once, of what it was measured of and in its term.
#[test]
fn readings_of_follow_ups_and_promises_are_told() {
    for register in [&*LINKOPING, &*HAVSBY] {
        let known = Known::of(register, today());
        let mut expected: BTreeMap<String, f64> = BTreeMap::new();
        for (_, own) in known.interventions.iter() {
            for follow_up in own.follow_up.iter().filter(|told| !told.values.0.is_empty()) {
                for (indicator, value) in follow_up.values.0.iter() {
                    let term = follow_up.period.map(|term| format!(" {term}")).unwrap_or_default();
                    *expected.entry(format!("{indicator}{term}")).or_default() += value;
                }
            }
        }
        assert!(expected.len() > 3);
        let own = told(
            &known,
            Kind::Intervention,
            "follow_up.values.indicator",
            Some("follow_up.period"),
            "follow_up.values.value",
        );
        assert_eq!(own.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
        assert!(own.iter().zip(&expected).all(|((_, own), (_, sum))| (own - sum).abs() < 1e-6), "{own:?} {expected:?}");
    }
    let known = Known::of(&LINKOPING, today());
    let mut promised: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for (_, agreement) in known.agreements.iter() {
        for told in agreement.commitment.iter().flat_map(|commitment| commitment.follow_up.iter()) {
            if let (Some(term), Some(value)) = (told.period, told.value) {
                promised.entry(term.to_string()).or_default().push(value);
            }
        }
    }
    let of = |reduction: &str| {
        let figure = format!("commitment.follow_up.value:{reduction}");
        told(&known, Kind::Agreement, "commitment.follow_up.period", None, &figure)
    };
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let most = |values: &[f64]| values.iter().copied().fold(f64::MIN, f64::max);
    assert!(promised.len() > 2);
    assert_eq!(of("mean"), promised.iter().map(|(term, values)| (term.clone(), mean(values))).collect());
    assert_eq!(of("max"), promised.iter().map(|(term, values)| (term.clone(), most(values))).collect());
}

/// How long decisions took is told of those that are carried out, each once in the total.
#[test]
fn lead_times_of_decisions_are_told() {
    let known = Known::of(&LINKOPING, today());
    let mut days: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for one in known.decisions().filter(|one| one.decision.status == Some(DecisionStatus::Done)) {
        let (Some(on), Some(done)) = (one.meeting.on, one.decision.done_on) else { continue };
        let body = one.decision.responsible.as_ref().map_or("Missing", |body| body.as_str());
        days.entry(body.to_owned()).or_default().push(done.days_since(on));
    }
    let median = |days: &[i64]| {
        let mut days = days.to_vec();
        days.sort_unstable();
        let middle = days.len() / 2;
        if days.len() % 2 == 1 { days[middle] as f64 } else { (days[middle - 1] + days[middle]) as f64 / 2.0 }
    };
    let own = told(&known, Kind::Meeting, "decision.responsible", None, "lead-time");
    let expected: BTreeMap<String, f64> = days.iter().map(|(body, days)| (body.clone(), median(days))).collect();
    assert!(expected.len() > 5);
    assert_eq!(own, expected);
    // The field that it is of says the same.
    assert_eq!(told(&known, Kind::Meeting, "decision.responsible", None, "decision.lead_time:median"), expected);
    let sandbox = Sandbox::linkoping();
    let all: Vec<i64> = days.into_values().flatten().collect();
    let line = "report pivot meeting --rows decision.responsible --of decisions,open-decisions,lead-time --totals";
    let csv = sandbox.run(&format!("{line} --format csv")).fine().out;
    let (decisions, open) = (known.decisions().count(), known.decisions().filter(|one| one.decision.is_open()).count());
    assert_eq!(csv.lines().last().unwrap(), format!("total,{decisions},{open},{}", median(&all)));
}

/// Every field that is offered can be told by, or says why not; every number that is offered can be told.
#[test]
fn whatever_is_offered_can_be_asked_for() {
    for kind in Kind::ALL {
        let known = Known::of(&LINKOPING, today());
        let filter = Filter::default();
        let rows: Vec<Row<'_>> = rows(&known, kind, &filter).collect();
        let down = Dimension::find(kind, "id").unwrap();
        let asked: Vec<Figure> = figures(kind).iter().map(|name| Figure::find(kind, name).unwrap()).collect();
        let all = pivot(&Asking::new(&known, &filter), &rows, &down, None, &asked);
        assert_eq!(all.told.len(), asked.len());
        for name in dimensions(kind) {
            match Dimension::find(kind, &name).and_then(Dimension::gathered) {
                Ok(by) => {
                    let figures = [Figure::of(Number::Count)];
                    let counted = pivot(&Asking::new(&known, &filter), &rows, &by, None, &figures);
                    let count = counted.told[0].in_all(&figures[0]).value(&figures[0]);
                    assert_eq!(count, Some(rows.len() as f64), "{name} of {}", kind.name());
                }
                Err(error) => {
                    assert!(matches!(error, DimensionError::Unfit { .. }), "{name}: {error}");
                    assert!(Figure::find(kind, &name).is_ok(), "{name} is of no use");
                }
            }
        }
    }
}

/// Budget and outcome stand beside each other, and what nobody has said is no zero.
#[test]
fn several_numbers_stand_side_by_side() {
    let sandbox = Sandbox::linkoping();
    let csv = sandbox.run("report pivot --rows districts --of budget,outcome --totals --format csv").fine().out;
    let mut lines = csv.lines();
    assert_eq!(lines.next(), Some("districts,budget,outcome"));
    let ryd = csv.lines().find(|line| line.starts_with("ryd,")).unwrap();
    let status = sandbox.run("status --format json").fine().out;
    let status: serde_json::Value = serde_json::from_str(&status).unwrap();
    let own = status["tables"]["districts"].as_array().unwrap().iter().find(|row| row["district"] == "ryd").unwrap();
    assert!(ryd.starts_with(&format!("ryd,{},", own["budget"])), "{ryd}");
    let cut = sandbox.run("report pivot --rows status --columns districts --of budget,count --format csv").fine().out;
    let mut reader = csv::Reader::from_reader(cut.as_bytes());
    let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert!(
        header.starts_with(&["status", "berga_budget", "berga_count", "ryd_budget"].map(str::to_owned)),
        "{header:?}"
    );
    let planned = reader.records().map(Result::unwrap).find(|row| &row[0] == "planned").unwrap();
    // One is planned in Ryd, and nobody has said what it costs.
    assert_eq!((&planned[3], &planned[4]), ("", "1"));
    let shown = sandbox.run_with("report pivot --rows status --columns districts --of budget", &[("COLUMNS", "120")]);
    let shown = shown.fine().out;
    assert!(shown.lines().any(|line| line.contains("planerad") && line.contains("saknas")), "{shown}");
    // What is explained is what was asked for.
    let explained = |line: &str| sandbox.run(&format!("{line} --explain")).fine().out;
    let of_budget = explained("report pivot --rows board --of budget");
    assert!(of_budget.contains("Pengar som saknas") && !of_budget.contains("Svarstid"), "{of_budget}");
    let of_time = explained("report trend --of answer-time");
    assert!(of_time.contains("Svarstid  ") && !of_time.contains("Pengar som saknas"), "{of_time}");
    // Only the district that is asked for is told.
    let one = sandbox.run("report pivot --rows districts --of count,budget --district ryd --format csv").fine().out;
    assert_eq!(one.lines().count(), 2, "{one}");
    for (line, told) in [
        ("report pivot --rows board --of budgt", "budget"),
        ("report pivot --rows board --of title", "title"),
        ("report pivot --rows board --of budget.amount:largest", "mean"),
        ("report pivot --rows board --of lead-time", "lead-time"),
        ("report pivot --rows board --of followed-up --percent", "followed_up"),
        ("report pivot --rows board --transpose", "--kolumner"),
    ] {
        sandbox.run(line).code(2).says(&[told]);
    }
}

/// What is handed on says what it is of, and how its rows and its total are to be read.
#[test]
fn what_is_told_says_what_it_is_of() {
    let sandbox = Sandbox::linkoping();
    let told = |line: &str| sandbox.run(line).fine().out;
    let said = |line: &str| told(line).split_whitespace().collect::<Vec<_>>().join(" ");
    for line in ["report pivot --rows board --of budget", "report trend --of budget", "report matrix"] {
        let text = said(&format!("{line} --district ryd --status ongoing"));
        assert!(text.contains("Urval: Status: pågående") && text.contains("Urval: Stadsdelar: Ryd"), "{text}");
        assert_eq!(text.contains("Pengarna är stadsdelens del"), line.contains("budget"), "{text}");
    }
    let by = said("report trend --of late --by district");
    assert!(by.contains("en gång i summan"), "{by}");
    let one = said("report board kultur-och-fritidsnamnden --year 2026 --table districts");
    assert!(one.contains("en gång i summan"), "{one}");
    let inventory = said("report follow-up --period 2026-t2 --district berga");
    assert!(inventory.contains("2 insatser till är uppföljda"), "{inventory}");
    for (line, says) in [
        ("report trend --of decisions --status ongoing", "--stadsdel"),
        ("report trend --of late --cycle langt", "tertial"),
        ("report pivot meeting --rows body --of decisions:mean", "needs.amount:mean"),
        ("report pivot --rows title --of title", "inget tal"),
    ] {
        sandbox.run(line).code(2).says(&[says]);
    }
    // A field goes by the name that chooses by it, too, and what has nothing of a number stands there.
    assert_eq!(
        told("report pivot --rows district --of late --format csv"),
        told("report pivot --rows districts --of late --format csv")
    );
    assert_eq!(told("report pivot --rows title --of late --format csv").lines().count(), 64);
    assert!(told("report pivot --rows category --of staff --format csv").lines().all(|line| !line.contains("0.333")));
}
