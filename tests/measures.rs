//! What each number means: the same question has one answer, whoever asks it, and the parts are the whole.

use crate::support::made::{json, register};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use register::exchange::{Datum, ask, fill};
use register::measure::{Amount, Measure, due_term, late, owes};
use register::model::{Cycle, Day, Intervention, Kind, Known, Register, Status, Term, Value};
use register::query::{
    self, Asking, Dimension, Figure, Filter, Key, Number, Row, Scope, Wanted, find_column, pivot, rows, rows_with_money,
};
use register::report::{self, Block, Cell, Document, Point, Report, Table, WantedStatus, WantedTrend};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

const DISTRICTS: [&str; 4] = ["berga", "hela-kommunen", "ryd", "skaggetorp"];
const BODIES: [&str; 3] = ["faltgruppen", "namnden", "styrgrupp"];
const STATUSES: [&str; 6] = ["proposed", "planned", "ongoing", "paused", "completed", "cancelled"];
const ASSESSMENTS: [&str; 4] = ["on-track", "at-risk", "off-track", "cannot-assess"];

/// The days between which everything happens, by their number from the first.
fn day(after: i64) -> Day {
    "2025-01-01".parse::<Day>().unwrap().plus_days(after)
}

type Days = Option<i64>;

/// A row of money: its year, its amount, how it is shared, and whose it is.
type MoneyRow = (i64, i64, Vec<(&'static str, u8)>, Option<&'static str>);
/// A follow-up: its day, the term that it says, and how it is judged.
type Told = (i64, Option<&'static str>, &'static str);
/// A need: when it was raised, and by which meeting it was answered.
type Raised = (Days, Option<usize>);

/// An intervention as awkward as they come: shared, without days, told of ahead of its day, handed over.
#[derive(Debug, Clone)]
pub(crate) struct Made {
    status: &'static str,
    districts: Vec<&'static str>,
    days: [Days; 4],
    board: Option<&'static str>,
    budget: Vec<MoneyRow>,
    actual: Vec<MoneyRow>,
    told: Vec<Told>,
    needs: Vec<Raised>,
    handed_over: Option<(i64, Vec<&'static str>)>,
}

fn money() -> impl Strategy<Value = Vec<MoneyRow>> {
    let shares = prop_oneof![
        2 => Just(Vec::new()),
        1 => subsequence(DISTRICTS.to_vec(), 1..=3).prop_flat_map(|ids| {
            let count = ids.len();
            prop::collection::vec(0..100_u8, count).prop_map(move |parts| ids.iter().copied().zip(parts).collect())
        }),
    ];
    let board = prop::option::of(select(BODIES.to_vec()));
    prop::collection::vec((2024..2028_i64, 0..1_000_000_i64, shares, board), 0..4)
}

pub(crate) fn made() -> impl Strategy<Value = Made> {
    let days = || prop::option::weighted(0.7, 0..1100_i64);
    let term = prop::option::of(select(vec!["2025", "2025-t2", "2026-t1", "2026-t2", "2026-q3", "2026-11", "2027-t1"]));
    let told = prop::collection::vec((0..1100_i64, term, select(ASSESSMENTS.to_vec())), 0..5);
    let needs = prop::collection::vec((prop::option::of(0..1100_i64), prop::option::of(0..4_usize)), 0..3);
    let districts = || subsequence(DISTRICTS.to_vec(), 0..=3);
    let board = prop::option::of(select(BODIES.to_vec()));
    let handed_over = prop::option::weighted(0.2, (0..1100_i64, districts()));
    let head = (select(STATUSES.to_vec()), districts(), [days(), days(), days(), days()], board);
    (head, money(), money(), told, needs, handed_over).prop_map(|(head, budget, actual, told, needs, handed_over)| {
        let (status, districts, days, board) = head;
        Made { status, districts, days, board, budget, actual, told, needs, handed_over }
    })
}

/// Meetings: their days, and how far they have come.
pub(crate) fn meetings() -> impl Strategy<Value = Vec<(i64, &'static str)>> {
    prop::collection::vec((0..1100_i64, select(vec!["held", "planned", "cancelled"])), 4)
}

fn list(ids: &[&str]) -> String {
    format!("[{}]", ids.iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(", "))
}

fn money_rows(name: &str, rows: &[MoneyRow]) -> String {
    let row = |(year, amount, shares, board): &MoneyRow| {
        let shares: Vec<String> =
            shares.iter().map(|(district, part)| format!("{{ district = \"{district}\", part = {part} }}")).collect();
        let shares = if shares.is_empty() { String::new() } else { format!(", shares = [{}]", shares.join(", ")) };
        let board = board.map_or(String::new(), |board| format!(", board = \"{board}\""));
        format!("  {{ year = {year}, amount = {amount}{board}{shares} }},\n")
    };
    let rows: String = rows.iter().map(row).collect();
    if rows.is_empty() { String::new() } else { format!("{name} = [\n{rows}]\n") }
}

fn meeting_id(number: usize, on: i64) -> String {
    format!("{}-styrgrupp-{number}", day(on))
}

impl Made {
    fn text(&self, number: usize, meetings: &[(i64, &str)]) -> String {
        let mut text = format!("title = \"Insats {number}\"\nstatus = \"{}\"\n", self.status);
        let on = |days: Days| days.map(day);
        writeln!(text, "districts = {}", list(&self.districts)).unwrap();
        for (name, days) in ["started", "ended"].iter().zip(&self.days[..2]) {
            if let Some(day) = on(*days) {
                writeln!(text, "{name} = {day}").unwrap();
            }
        }
        let ends: Vec<String> = ["from", "until"]
            .iter()
            .zip(&self.days[2..])
            .filter_map(|(name, days)| on(*days).map(|day| format!("{name} = {day}")))
            .collect();
        if !ends.is_empty() {
            writeln!(text, "period = {{ {} }}", ends.join(", ")).unwrap();
        }
        if let Some(board) = self.board {
            writeln!(text, "board = \"{board}\"").unwrap();
        }
        text.push_str("responsible = \"faltgruppen\"\n");
        text.push_str(&money_rows("budget", &self.budget));
        text.push_str(&money_rows("actual", &self.actual));
        if !self.needs.is_empty() {
            text.push_str("needs = [\n");
            for (place, (raised, answered)) in self.needs.iter().enumerate() {
                let raised = raised.map_or(String::new(), |on| format!(", raised_on = {}", day(on)));
                let answered = answered.map_or(String::new(), |place| {
                    format!(", answered = \"{}\"", meeting_id(place, meetings[place].0))
                });
                writeln!(
                    text,
                    "  {{ id = \"b{place}\", what = \"Behov\", amount = 1000, raised_to = \"styrgrupp\"{raised}{answered} }},"
                )
                .unwrap();
            }
            text.push_str("]\n");
        }
        if let Some((until, districts)) = &self.handed_over {
            let districts = list(districts);
            writeln!(
                text,
                "handed_over = [\n  {{ until = {}, board = \"namnden\", districts = {districts} }},\n]",
                day(*until)
            )
            .unwrap();
        }
        for (on, term, assessment) in &self.told {
            writeln!(text, "\n[[follow_up]]\non = {}", day(*on)).unwrap();
            if let Some(term) = term {
                writeln!(text, "period = \"{term}\"").unwrap();
            }
            writeln!(text, "assessment = \"{assessment}\"").unwrap();
        }
        text
    }
}

/// A register of them, with districts of which one has ended, versions of a target picture, and meetings.
pub(crate) fn register_of(made: &[Made], meetings: &[(i64, &'static str)]) -> Register {
    let mut texts = Vec::new();
    for id in DISTRICTS {
        let more = match id {
            "hela-kommunen" => "covers = \"municipality\"\n".to_owned(),
            "skaggetorp" => format!("until = {}\n", day(500)),
            _ => String::new(),
        };
        texts.push((Kind::District, id.to_owned(), format!("name = \"{id}\"\n{more}")));
    }
    for id in BODIES {
        let more = if id == "faltgruppen" { format!("until = {}\n", day(600)) } else { String::new() };
        let r#type = if id == "styrgrupp" { "steering-group" } else { "board" };
        texts.push((Kind::Body, id.to_owned(), format!("name = \"{id}\"\ntype = \"{type}\"\n{more}")));
    }
    for (number, (on, status)) in meetings.iter().enumerate() {
        let decision =
            "\n[[decision]]\nid = \"d\"\ntext = \"Beslut\"\nconcerns = [\"district/ryd\"]\ndue = 2026-06-01\n";
        let text = format!("on = {}\nbody = \"styrgrupp\"\nstatus = \"{status}\"\n{decision}", day(*on));
        texts.push((Kind::Meeting, meeting_id(number, *on), text));
        let adopted = meeting_id(number, *on);
        let text = format!("district = \"ryd\"\ntext = \"Text\"\nadopted = \"{adopted}\"\n");
        texts.push((Kind::TargetPicture, format!("ryd-{number}"), text));
    }
    for (number, made) in made.iter().enumerate() {
        texts.push((Kind::Intervention, format!("insats-{number:02}"), made.text(number, meetings)));
    }
    register(&texts)
}

fn tables<'d, 'r>(document: &'d Document<'r>, name: &str) -> &'d Table<'r> {
    let found = document.blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.name == name => Some(table),
        _ => None,
    });
    found.unwrap()
}

fn place_of(table: &Table<'_>, column: &str) -> usize {
    table.columns.iter().position(|own| own.key == column).unwrap()
}

fn money_in(cell: &Cell<'_>) -> Option<i64> {
    match cell {
        Cell::Money(amount) => Some(*amount),
        Cell::Marked(_, inner) => money_in(inner),
        Cell::Missing | Cell::Empty => None,
        _ => panic!("no money"),
    }
}

fn ids_in(cell: &Cell<'_>) -> BTreeSet<String> {
    match cell {
        Cell::Counted(ids) => ids.iter().map(|id| (*id).to_owned()).collect(),
        Cell::Marked(_, inner) => ids_in(inner),
        _ => panic!("no count"),
    }
}

/// What a row of `status` is of.
fn row_name(cell: &Cell<'_>) -> Option<String> {
    if let Cell::Reference(_, id, _) = cell { Some((*id).to_owned()) } else { None }
}

fn in_district(district: &str) -> Filter {
    Filter { wanted: Wanted::in_districts(vec![district.to_owned()]).into_iter().collect(), ..Filter::default() }
}

/// The sum of a column over what a list shows.
fn listed(known: &Known<'_>, filter: &Filter, column: &str) -> i64 {
    let column = find_column(Kind::Intervention, column).unwrap();
    let amount = |row: Row<'_>| match column.value(&row) {
        Value::Money(amount) => amount,
        _ => 0,
    };
    rows(known, Kind::Intervention, filter).map(amount).sum()
}

fn dimension(name: &str) -> Dimension {
    Dimension::find(Kind::Intervention, name).unwrap()
}

/// What a pivot tells of each value down its side.
fn pivoted(known: &Known<'_>, filter: &Filter, down: &str, across: &str, summed: &str) -> BTreeMap<String, i64> {
    let rows: Vec<Row<'_>> = rows_with_money(known, Kind::Intervention, filter).collect();
    let figure = Figure::find(Kind::Intervention, summed).unwrap();
    let asking = Asking::new(known, filter);
    let figures = [figure];
    let pivot = pivot(&asking, &rows, &dimension(down), Some(&dimension(across)), &figures);
    let mut sums: BTreeMap<String, i64> = BTreeMap::new();
    for ((key, _), gathered) in &pivot.told[0].cells {
        let sum = gathered.value(&figures[0]).unwrap_or_default();
        let name = match key {
            Key::Code(_, code) => (*code).to_owned(),
            key => key.id().unwrap_or("-").to_owned(),
        };
        assert!(sum.fract() == 0.0, "{sum} is no whole amount");
        *sums.entry(name).or_default() += sum as i64;
    }
    sums
}

/// What happened after a day: not in the other of two registers that are told of on it.
fn without_later(made: &[Made], meetings: &[(i64, &'static str)], on: i64) -> Vec<Made> {
    let mut made = made.to_vec();
    let year = i64::from(day(on).year());
    for own in &mut made {
        own.told.retain(|(told, term, _)| {
            *told <= on && term.is_none_or(|term| term.parse::<Term>().unwrap().first() <= day(on))
        });
        own.actual.retain(|(of, ..)| *of <= year);
        for (_, answered) in &mut own.needs {
            *answered = answered.filter(|place| meetings[*place].0 <= on && meetings[*place].1 != "cancelled");
        }
    }
    made
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    /// "What does Ryd cost in 2026?" has one answer.
    #[test]
    fn money_of_a_district_is_one_number(made in prop::collection::vec(made(), 0..9), meetings in meetings(), on in 0..1100_i64) {
        let register = register_of(&made, &meetings);
        let known = Known::of(&register, day(on));
        let all = Filter::default();
        let status = report::status(&known, &WantedStatus::default(), [0; 3]).document();
        let table = tables(&status, "districts");
        let budget = place_of(table, "budget");
        let by_place: BTreeMap<String, i64> = table
            .rows
            .iter()
            .map(|row| (row_name(&row[0]).unwrap_or("-".to_owned()), money_in(&row[budget]).unwrap_or_default()))
            .collect();
        // The parts are the whole, whatever they are told beside.
        let total: i64 = by_place.values().sum();
        prop_assert_eq!(total, listed(&known, &all, "budget_this_year"));
        let beside = ["status", "aspects", "board", "follow_up.assessment", "needs.id"];
        for across in beside {
            let sums = pivoted(&known, &all, "districts", across, "budget_this_year");
            prop_assert_eq!(sums.values().sum::<i64>(), total, "{}", across);
            if across != "follow_up.assessment" && across != "needs.id" {
                let told: BTreeMap<&String, &i64> = by_place.iter().filter(|(_, sum)| **sum != 0).collect();
                let sums: BTreeMap<&String, &i64> = sums.iter().filter(|(_, sum)| **sum != 0).collect();
                prop_assert_eq!(&told, &sums, "{}", across);
            }
        }
        if table.totals.is_empty() {
            prop_assert!(table.rows.iter().count() <= 1);
        } else {
            prop_assert_eq!(money_in(&table.totals[0][budget]).unwrap_or_default(), total);
        }
        // One district asked for alone is told the same.
        for district in DISTRICTS {
            let own = by_place.get(district).copied().unwrap_or_default();
            let filter = in_district(district);
            // Where it was handed over in the year, whose it is and whose its money is are two questions.
            let is_moved = made.iter().any(|made| made.handed_over.is_some());
            for (down, across) in [("districts", "status"), ("status", "aspects"), ("budget.year", "board")] {
                let told = pivoted(&known, &filter, down, across, "budget_this_year").values().sum::<i64>();
                prop_assert_eq!(told, own, "{} by {} and {}", district, down, across);
            }
            if !is_moved {
                prop_assert_eq!(listed(&known, &filter, "budget_this_year"), own, "{}", district);
                let wanted = WantedStatus { districts: vec![district.to_owned()], whole: false };
                let alone = report::status(&known, &wanted, [0; 3]).document();
                let row = tables(&alone, "districts").rows.iter().next();
                prop_assert_eq!(row.and_then(|row| money_in(&row[budget])).unwrap_or_default(), own);
                let inventory = report::inventory(&Scope::new(&known, &filter));
                let listed = tables(&inventory, "interventions");
                let place = place_of(listed, "budget_this_year");
                prop_assert_eq!(listed.rows.iter().filter_map(|row| money_in(&row[place])).sum::<i64>(), own);
            }
        }
        // What is proposed and what was called off is in no budget, and nothing is lost: it is told by itself.
        let year = i64::from(day(on).year());
        let mut rest = listed(&known, &all, "proposed_this_year");
        for (_, own) in known.interventions.iter().filter(|(_, own)| own.status == Some(Status::Cancelled)) {
            rest += own.budget.iter().filter(|row| row.year == Some(year)).filter_map(|row| row.amount).map(|amount| amount.amount()).sum::<i64>();
        }
        let stored: i64 = made.iter().flat_map(|made| &made.budget).filter(|row| row.0 == year).map(|row| row.1).sum();
        prop_assert_eq!(total + rest, stored);
    }

    /// A number that has a name is the same by whatever it is told, and over time.
    #[test]
    fn a_named_number_is_one_number(made in prop::collection::vec(made(), 0..9), meetings in meetings(), on in 0..1100_i64) {
        let register = register_of(&made, &meetings);
        let known = Known::of(&register, day(on));
        let filter = Filter::default();
        let rows: Vec<Row<'_>> = rows(&known, Kind::Intervention, &filter).collect();
        let asking = Asking::new(&known, &filter);
        let figures: Vec<Figure> = Number::of(Kind::Intervention).map(Figure::of).collect();
        let told = |down: &str, across: Option<&str>| {
            let across = across.map(dimension);
            pivot(&asking, &rows, &dimension(down), across.as_ref(), &figures).told
        };
        let in_all = |told: &query::Told<'_>, figure: &Figure| told.in_all(figure).value(figure);
        let plain = told("status", None);
        let cut = [("districts", None), ("districts", Some("status")), ("budget.source", Some("board")), ("follow_up.assessment", Some("districts"))];
        for (down, across) in cut {
            for ((figure, own), other) in figures.iter().zip(&told(down, across)).zip(&plain) {
                prop_assert_eq!(in_all(own, figure), in_all(other, figure), "{} by {} and {:?}", figure.name, down, across);
            }
        }
        let term = Term::of(day(on), Cycle::Tertial).previous();
        let known_then = Known::of(&register, day(on));
        for (number, own) in Number::of(Kind::Intervention).zip(&plain) {
            let points = [Point { term, known: Some(&known_then) }];
            let wanted = WantedTrend { of: number, by: None, filter: &filter, is_of_history: false };
            let trend = report::trend(&register, &points, &wanted);
            let row = tables(&trend, "trend").rows.at(0);
            let value = match &row[1] {
                Cell::Integer(number) | Cell::Money(number) => Some(*number as f64),
                Cell::Number(number) | Cell::Share(number) => Some(*number),
                _ => None,
            };
            prop_assert_eq!(value, in_all(own, &Figure::of(number)), "{}", number.name());
        }
    }

    /// Who asks in SQL is told the same.
    #[test]
    fn sql_is_told_the_same(made in prop::collection::vec(made(), 0..9), meetings in meetings(), on in 0..1100_i64) {
        let register = register_of(&made, &meetings);
        let known = Known::of(&register, day(on));
        let mut database = rusqlite::Connection::open_in_memory().unwrap();
        fill(&mut database, &register, &known, &|_, code| code.to_owned(), &str::to_owned).unwrap();
        let mut ask = |question: &str| ask(&mut database, question).unwrap().rows;
        let year = day(on).year();
        let number = |datum: &Datum<'_>| match datum {
            Datum::Integer(number) => *number,
            Datum::Empty => 0,
            datum => panic!("{datum:?} is no number"),
        };
        let status = report::status(&known, &WantedStatus::default(), [0; 3]).document();
        let table = tables(&status, "districts");
        let budget = place_of(table, "budget");
        for row in table.rows.iter() {
            let Some(district) = row_name(&row[0]) else { continue };
            let told = ask(&format!("SELECT sum(budget) FROM intervention_money WHERE year = {year} AND district_id = '{district}'"));
            prop_assert_eq!(number(&told[0][0]), money_in(&row[budget]).unwrap_or_default(), "{}", district);
        }
        let all = Filter::default();
        for (column, name) in [("budget_this_year", "budget"), ("outcome_this_year", "outcome"), ("proposed_this_year", "proposed")] {
            let told = ask(&format!("SELECT sum({name}) FROM intervention_years WHERE year = {year}"));
            prop_assert_eq!(number(&told[0][0]), listed(&known, &all, column), "{}", name);
        }
        let late = Filter { late: true, ..Filter::default() };
        let told = ask("SELECT intervention_id FROM late ORDER BY 1");
        let told: Vec<&str> = told.iter().map(|row| match &row[0] {
            Datum::Text(id) => &**id,
            datum => panic!("{datum:?} is no id"),
        }).collect();
        prop_assert_eq!(told, rows(&known, Kind::Intervention, &late).map(|row| row.id).collect::<Vec<_>>());
        let due = due_term(&register.settings, day(on));
        let told = ask(&format!("SELECT intervention_id FROM follow_up_by_term WHERE is_owed AND term = '{due}' ORDER BY 1"));
        let told: Vec<String> = told.iter().map(|row| format!("{:?}", row[0])).collect();
        let owing = known.interventions.iter().filter(|named| owes(*named, due, &known));
        prop_assert_eq!(told, owing.map(|(id, _)| format!("{:?}", Datum::text(id))).collect::<Vec<_>>(), "{}", due);
        let told = ask("SELECT count(*) FROM interventions_follow_up");
        prop_assert_eq!(number(&told[0][0]), i64::try_from(made.iter().map(|made| made.told.len()).sum::<usize>()).unwrap());
    }

    /// A body's money is somebody's: what all boards have is what there is, where each row names one.
    #[test]
    fn boards_share_what_there_is(made in prop::collection::vec(made(), 0..9), on in 0..1100_i64) {
        let mut made = made;
        for own in &mut made {
            own.budget.iter_mut().for_each(|row| row.3 = row.3.or(Some("namnden")));
        }
        let register = register_of(&made, &[(0, "held"); 4]);
        let known = Known::of(&register, day(on));
        let filter = Filter::default();
        let scope = Scope::new(&known, &filter);
        let year = day(on).year();
        let mut sum = 0;
        for body in BODIES {
            let board = report::board(&scope, body, year).document();
            let carried = tables(&board, "interventions");
            let place = place_of(carried, "budget");
            let of_body = money_in(&carried.totals[0][place]).unwrap_or_default();
            let by_district = tables(&board, "districts");
            let part = place_of(by_district, "budget");
            prop_assert_eq!(by_district.rows.iter().filter_map(|row| money_in(&row[part])).sum::<i64>(), of_body);
            sum += of_body;
        }
        // The board that an intervention is in pays for what it carries out by another, too.
        prop_assert!(sum >= listed(&known, &filter, "budget_this_year"), "{}", sum);
    }

    /// What has an end is told as ongoing only from its beginning on.
    #[test]
    fn nothing_goes_on_before_it_begins(made in prop::collection::vec(made(), 0..9), meetings in meetings(), on in 0..1100_i64) {
        let register = register_of(&made, &meetings);
        let known = Known::of(&register, day(on));
        for (id, own) in known.interventions.iter().filter(|(_, own)| own.status == Some(Status::Ongoing)) {
            let was = register.interventions.get(id).unwrap();
            if matches!(was.status, Some(Status::Completed | Status::Cancelled)) {
                prop_assert!(was.actual_period().from.is_none_or(|from| from <= day(on)), "{:?} on {}", own, day(on));
            }
        }
    }

    /// How many are ongoing, late or judged so is the same wherever it is told.
    #[test]
    fn counts_are_one_number(made in prop::collection::vec(made(), 0..9), meetings in meetings(), on in 0..1100_i64) {
        let register = register_of(&made, &meetings);
        let known = Known::of(&register, day(on));
        let status = report::status(&known, &WantedStatus::default(), [0; 3]).document();
        let table = tables(&status, "districts");
        let column = |name| place_of(table, name);
        let filter = Filter::default();
        let all = report::inventory(&Scope::new(&known, &filter));
        let counts = tables(&all, "counts");
        for row in table.rows.iter() {
            let Some(district) = row_name(&row[0]) else { continue };
            let filter = |status: Option<&str>, late: bool| {
                let mut filter = in_district(&district);
                filter.wanted.extend(status.map(|status| Wanted::new("status", vec![status.to_owned()])));
                Filter { late, ..filter }
            };
            let listed = |filter: &Filter| -> BTreeSet<String> {
                rows(&known, Kind::Intervention, filter).map(|row| row.id.to_owned()).collect()
            };
            prop_assert_eq!(ids_in(&row[column("ongoing")]), listed(&filter(Some("ongoing"), false)));
            prop_assert_eq!(ids_in(&row[column("planned")]), listed(&filter(Some("planned"), false)));
            prop_assert_eq!(ids_in(&row[column("late")]), listed(&filter(None, true)));
            let judged: usize = ASSESSMENTS.iter().map(|code| ids_in(&row[column(code)]).len()).sum();
            let told = listed(&filter(Some("ongoing"), false)).into_iter().filter(|id| {
                known.interventions.get(id).is_some_and(|own| register::measure::assessment(own).is_some())
            });
            prop_assert_eq!(judged, told.count());
            let counted = counts.rows.iter().find(|other| row_name(&other[0]).as_ref() == Some(&district));
            if let Some(counted) = counted {
                prop_assert_eq!(ids_in(&counted[place_of(counts, "ongoing")]), ids_in(&row[column("ongoing")]));
            }
        }
        // Late is what the report on that term finds silent.
        let (today, settings) = (day(on), &known.settings);
        let term = due_term(settings, today);
        let filter = Filter::default();
        let told = report::follow_up(&Scope::new(&known, &filter), term).document();
        let silent = tables(&told, "silent");
        let place = place_of(silent, "id");
        let silent: BTreeSet<String> = silent.rows.iter().map(|row| match &row[place] {
            Cell::Text(id) => id.clone().into_owned(),
            _ => panic!("no id"),
        }).collect();
        let late: BTreeSet<String> = known
            .interventions
            .iter()
            .filter(|named: &(&str, &Intervention)| late(*named, known.register(), today).is_some())
            .map(|(id, _)| id.to_owned())
            .collect();
        prop_assert_eq!(&silent, &late);
        prop_assert!(late.iter().all(|id| owes((id, known.interventions.get(id).unwrap()), term, known.register())));
    }

    /// The last point of a trend is what the page says today, and an earlier one what it said then.
    #[test]
    fn a_trend_ends_where_the_page_is(made in prop::collection::vec(made(), 0..9), meetings in meetings(), on in 400..1100_i64) {
        let register = register_of(&made, &meetings);
        let terms = report::terms_until(day(on), Cycle::Tertial, 3);
        let days: Vec<Day> = terms.iter().map(|term| term.last().min(day(on))).collect();
        let knowns: Vec<Known<'_>> = days.iter().map(|on| Known::of(&register, *on)).collect();
        let points: Vec<Point<'_>> = terms.iter().zip(&knowns).map(|(term, known)| Point { term: *term, known: Some(known) }).collect();
        let filter = Filter::default();
        for (of, column) in [(Number::Ongoing, "ongoing"), (Number::Late, "late"), (Number::OffTrack, "off-track"), (Number::Budget, "budget")] {
            let wanted = WantedTrend { of, by: Some(dimension("districts")), filter: &filter, is_of_history: false };
            let told = report::trend(&register, &points, &wanted);
            let told = tables(&told, "by");
            for (term, known) in terms.iter().zip(&knowns) {
                let status = report::status(known, &WantedStatus::default(), [0; 3]).document();
                let table = tables(&status, "districts");
                let (place, of_term) = (place_of(table, column), place_of(told, &term.to_string()));
                let number = |cell: &Cell<'_>| match cell {
                    Cell::Integer(number) | Cell::Money(number) => *number,
                    Cell::Empty | Cell::Missing => 0,
                    cell => i64::try_from(ids_in(cell).len()).unwrap(),
                };
                for row in table.rows.iter() {
                    let Some(district) = row_name(&row[0]) else { continue };
                    let own = told.rows.iter().find(|own| row_name(&own[0]).as_ref() == Some(&district));
                    prop_assert_eq!(own.map_or(0, |own| number(&own[of_term])), number(&row[place]), "{:?} {} {}", of, district, term);
                }
            }
        }
    }

    /// A filter and what it leaves out are everything.
    #[test]
    fn a_filter_and_its_rest_are_all(made in prop::collection::vec(made(), 0..9), on in 0..1100_i64) {
        let register = register_of(&made, &[(0, "held"); 4]);
        let known = Known::of(&register, day(on));
        for column in ["budget_this_year", "outcome_this_year", "proposed_this_year", "budget_total"] {
            let parts: i64 = STATUSES
                .iter()
                .map(|status| {
                    let wanted = vec![Wanted::new("status", vec![(*status).to_owned()])];
                    listed(&known, &Filter { wanted, ..Filter::default() }, column)
                })
                .sum();
            prop_assert_eq!(parts, listed(&known, &Filter::default(), column), "{}", column);
        }
    }

    /// What happened later changes no report of the day, however it is asked.
    #[test]
    fn a_report_on_a_past_day_knows_nothing_later(made in prop::collection::vec(made(), 0..7), meetings in meetings(), on in 0..1100_i64) {
        let now = register_of(&made, &meetings);
        let then = register_of(&without_later(&made, &meetings, on), &meetings);
        let told = |register: &Register| -> Vec<String> {
            let known = Known::of(register, day(on));
            let filter = Filter::default();
            let scope = Scope::new(&known, &filter);
            Report::ALL.iter().map(|report| json(report.sample(&scope).unwrap())).collect()
        };
        prop_assert_eq!(told(&now), told(&then));
    }

    /// Every follow-up that is known stands in the report of its term, once, or is counted there.
    #[test]
    fn every_follow_up_is_told_in_its_term(made in prop::collection::vec(made(), 0..7), on in 0..1100_i64) {
        let register = register_of(&made, &[(0, "held"); 4]);
        let known = Known::of(&register, day(on));
        let filter = Filter::default();
        let mut told = 0;
        let settings = &known.settings;
        let terms: BTreeSet<Term> = known
            .interventions
            .iter()
            .flat_map(|(_, own)| own.follow_up.iter().filter_map(|follow_up| own.term_told(follow_up, settings)))
            .collect();
        let stored: usize = known.interventions.iter().map(|(_, own)| own.follow_up.len()).sum();
        let mut of_terms = 0;
        for term in terms {
            let own = known.interventions.iter().flat_map(|(_, own)| {
                own.follow_up.iter().filter(move |follow_up| own.term_told(follow_up, settings) == Some(term))
            });
            of_terms += own.clone().count();
            let document = report::follow_up(&Scope::new(&known, &filter), term).document();
            let shown = tables(&document, "interventions").rows.iter().count();
            prop_assert!(shown >= own.count(), "{}", term);
            told += 1;
        }
        prop_assert!(told <= stored);
        prop_assert_eq!(of_terms, stored);
    }
}

/// What is not known is told as missing, and never as nothing.
#[test]
fn what_nobody_has_said_is_missing() {
    let text = "title = \"Insats\"\nstatus = \"ongoing\"\nresponsible = \"styrgrupp\"\nstarted = 2026-02-01\n";
    let register = register(&[(Kind::Intervention, "insats".to_owned(), text.to_owned())]);
    let known = Known::of(&register, "2026-11-23".parse().unwrap());
    let column = find_column(Kind::Intervention, "budget_this_year").unwrap();
    let filter = Filter::default();
    let row = rows(&known, Kind::Intervention, &filter).next().unwrap();
    assert!(matches!(column.value(&row), Value::Missing));
    assert_eq!(row.whose().budget(row.intervention.unwrap(), 2025), Amount::Nothing);
    assert_eq!(row.whose().budget(row.intervention.unwrap(), 2027), Amount::Unknown);
}

/// Each number has a name of its own, and a report names those that it uses.
#[test]
fn every_number_is_used_by_a_report() {
    let names: BTreeSet<&str> = Measure::ALL.iter().map(|measure| measure.name()).collect();
    assert_eq!(names.len(), Measure::ALL.len());
    let used: BTreeSet<Measure> = Report::ALL.iter().flat_map(|report| report.measures()).copied().collect();
    let unused: Vec<&Measure> = Measure::ALL.iter().filter(|measure| !used.contains(measure)).collect();
    assert!(unused.is_empty(), "no report uses {unused:?}");
}

/// A decision is in a district when it names it, something in it, or what is of all of them.
#[test]
fn a_decision_is_in_a_district_by_what_it_names() {
    let mut texts = vec![
        (Kind::District, "ryd".to_owned(), "name = \"Ryd\"\n[[problem]]\nid = \"p\"\ntitle = \"P\"\n".to_owned()),
        (Kind::District, "berga".to_owned(), "name = \"Berga\"\n".to_owned()),
        (Kind::Body, "styrgrupp".to_owned(), "name = \"S\"\ntype = \"steering-group\"\n".to_owned()),
        (Kind::Body, "forum".to_owned(), "name = \"F\"\ntype = \"unit\"\ndistricts = [\"berga\"]\n".to_owned()),
        (
            Kind::TargetPicture,
            "ryd-1".to_owned(),
            "district = \"ryd\"\ntext = \"T\"\n[[goal]]\nid = \"g\"\ntitle = \"G\"\n".to_owned(),
        ),
        (Kind::ActionPlan, "ryd-1".to_owned(), "districts = [\"ryd\"]\ntext = \"T\"\n".to_owned()),
        (
            Kind::Situation,
            "2026-t1-ryd".to_owned(),
            "district = \"ryd\"\nperiod = { from = 2026-01-01, until = 2026-04-30 }\n".to_owned(),
        ),
        (
            Kind::Intervention,
            "vandring".to_owned(),
            "title = \"V\"\nstatus = \"ongoing\"\ndistricts = [\"ryd\"]\nresponsible = \"forum\"\n".to_owned(),
        ),
    ];
    for (id, districts) in
        [("lofte-ryd", "districts = [\"ryd\"]\n"), ("lofte-berga", "districts = [\"berga\"]\n"), ("lofte-alla", "")]
    {
        let text = format!(
            "title = \"L\"\ntype = \"citizen-promise\"\nperiod = {{ from = 2026-01-01 }}\n{districts}\n[[commitment]]\nid = \"l\"\ntext = \"L\"\n"
        );
        texts.push((Kind::Agreement, id.to_owned(), text));
    }
    let named = [
        ("district/ryd", true),
        ("district/berga", false),
        ("district/ryd#p", true),
        ("target-picture/ryd-1#g", true),
        ("target-picture/ryd-1", true),
        ("action-plan/ryd-1", true),
        ("situation/2026-t1-ryd", true),
        ("intervention/vandring", true),
        ("agreement/lofte-ryd#l", true),
        ("agreement/lofte-berga", false),
        ("agreement/lofte-alla", true),
        ("body/forum", false),
        ("body/styrgrupp", true),
    ];
    let decisions: String = named
        .iter()
        .enumerate()
        .map(|(place, (about, _))| {
            format!("\n[[decision]]\nid = \"d{place}\"\ntext = \"{about}\"\nconcerns = [\"{about}\"]\n")
        })
        .collect();
    let meeting = format!("on = 2026-06-01\nbody = \"styrgrupp\"\nstatus = \"held\"\n{decisions}");
    texts.push((Kind::Meeting, "2026-06-01-styrgrupp".to_owned(), meeting));
    let register = register(&texts);
    let known = Known::of(&register, "2026-11-23".parse().unwrap());
    let wanted = report::WantedDecisions { districts: vec!["ryd".to_owned()], ..report::WantedDecisions::default() };
    let told = json(report::decisions(&known, &wanted));
    for (about, is_in) in named {
        assert_eq!(told.contains(&format!("\"text\": \"{about}\"")), is_in, "{about}: {told}");
    }
}
