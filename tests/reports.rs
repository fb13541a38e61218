//! The reports: what they say of two registers in two languages and every format, and what holds for them
//! whatever is asked.
#![allow(clippy::expect_used, clippy::unwrap_used)]

use crate::support::{Sandbox, copy};
use proptest::prelude::*;
use proptest::sample::select;
use register::check::{Context, check, scan};
use register::format::Texts;
use register::format::TomlDocument as Text;
use register::language::Tongue;
use register::model::{Assessment, Day, Finding, Intervention, Kind, Known, Register, Severity, Spot, Status};
use register::query::{Filter, Scope, Wanted};
use register::render::{self, Content};
use register::report::{Block, Cell, Column, Document, Report, Table};
use register::store::Store;
use snapbox::Data;
use snapbox::data::DataFormat;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// A register, where its reports are kept, and the day that they are of.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    folder: &'static str,
    reports: &'static str,
    /// A body that carries something.
    pub(crate) board: &'static str,
}

pub(crate) const CASES: [Case; 2] = [
    Case {
        name: "Linköping",
        folder: "register",
        reports: "tests/snapshots/reports",
        board: "kultur-och-fritidsnamnden",
    },
    Case {
        name: "Havsby",
        folder: "examples/havsby/register",
        reports: "examples/havsby/reports",
        board: "town-board",
    },
];

/// The command line of each report, under the name of its file.
pub(crate) fn lines(case: &Case) -> Vec<(&'static str, String)> {
    let line = |report: &Report| {
        let rest = match report {
            Report::Inventory => "--ongoing-and-planned",
            Report::Coordination => "--ids",
            Report::Board => &format!("{} --year 2026", case.board),
            Report::Pivot => "--rows districts --columns status",
            Report::Decisions => "--open",
            _ => "",
        };
        (report.name(), format!("{} {rest}", report.command()).trim_end().to_owned())
    };
    Report::ALL.iter().map(line).collect()
}

/// The formats that have all of a report, each with how the names of its files end here.
fn formats() -> impl Iterator<Item = (&'static str, &'static str)> {
    let whole = render::FORMATS
        .iter()
        .filter(|format| format.can_write(Content::Report) && format.is_text() && !format.is_drawing);
    whole.map(|format| (format.name, if *format == render::TABLE { "txt" } else { format.name }))
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A folder with the register of a case.
pub(crate) fn sandbox(case: &Case) -> Sandbox {
    let sandbox = Sandbox::empty();
    copy(&root().join(case.folder), &sandbox.path("register"));
    sandbox
}

#[test]
fn every_report_in_every_format_and_language() {
    for case in &CASES {
        let sandbox = sandbox(case);
        for language in Tongue::ALL.iter().map(|tongue| tongue.code()) {
            for (name, line) in lines(case) {
                for (format, ending) in formats() {
                    let said = sandbox.run(&format!("{line} --format {format} --lang {language}")).fine();
                    assert_eq!(said.err, "", "{}: {line}", case.name);
                    let path = root().join(case.reports).join(language).join(format!("{name}.{ending}"));
                    let expected = Data::read_from(&path, Some(DataFormat::Text)).raw();
                    snapbox::Assert::new().action_env("SNAPSHOTS").eq(said.out.replace("\r\n", "\n"), expected);
                }
            }
        }
    }
}

/// The order in which a folder gives its files is nobody's.
#[test]
fn the_same_register_gives_the_same_bytes_whatever_order_its_files_were_made_in() {
    for case in &CASES {
        let (first, second) = (sandbox(case), Sandbox::empty());
        let files =
            walkdir::WalkDir::new(root().join(case.folder)).sort_by(|left, right| right.path().cmp(left.path()));
        for entry in files.into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file()) {
            let inner = entry.path().strip_prefix(root().join(case.folder)).unwrap();
            second.write(&format!("register/{}", inner.display()), std::fs::read(entry.path()).unwrap());
        }
        for (_, line) in lines(case) {
            let of = |sandbox: &Sandbox| sandbox.run(&format!("{line} --format json")).fine().out;
            let said = of(&first);
            assert_eq!(said, of(&first), "{line}");
            assert_eq!(said, of(&second), "{line}");
        }
        let found = |sandbox: &Sandbox| sandbox.run("check --format json").out;
        assert_eq!(found(&first), found(&second));
    }
}

#[test]
fn sarif_is_as_its_schema_says() {
    let schema = std::fs::read_to_string(root().join("tests/schemas/sarif-2.1.0.json")).unwrap();
    let mut schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    // A pattern that JavaScript takes and the standard's own does not; nothing here has a language.
    for name in ["run", "toolComponent"] {
        schema["definitions"][name]["properties"]["language"].as_object_mut().unwrap().remove("pattern").unwrap();
    }
    // Nothing is fetched: what the schema refers to stands in it.
    let validator = jsonschema::options().with_draft(jsonschema::Draft::Draft7).build(&schema).unwrap();
    let sandbox = Sandbox::small();
    sandbox.write("register/bodies/trasig.toml", "name = \"Trasig\ntype = \"unit\"\n");
    sandbox.write("register/bodies/med mellanslag.toml", "name = \"Fel\"\ntype = \"unit\"\n");
    for line in ["check --format sarif", "check --format sarif --only syntax-error"] {
        let said = sandbox.run(line).code(3);
        let log: serde_json::Value = serde_json::from_str(&said.out).unwrap();
        let wrong: Vec<String> = validator.iter_errors(&log).map(|error| error.to_string()).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        let results = log["runs"][0]["results"].as_array().unwrap();
        assert!(!results.is_empty());
        for result in results {
            let rule = &log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
            assert_eq!(rule["id"], result["ruleId"]);
            let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap();
            assert!(uri.starts_with("register/") && !uri.contains(' '), "{uri}");
        }
    }
}

#[test]
fn github_is_told_where() {
    let sandbox = Sandbox::small();
    sandbox.write("register/bodies/trasig.toml", "name = \"100 % trasig\"\ntype = \"okänd, typ\"\n");
    let said = sandbox.run("check --format github --only unknown-value").code(3);
    assert!(said.out.starts_with("::error file=register/bodies/trasig.toml,line=2,endLine=2,col=8,"), "{}", said.out);
    assert_eq!(said.out.lines().count(), 1, "a hint stays on the line: {}", said.out);
}

/// What nobody can read is not told one by one, unless it is asked for.
#[test]
fn very_many_of_the_same_are_told_in_one_line() {
    let sandbox = Sandbox::small();
    for number in 0..30 {
        let text = "title = \"Insats\"\nstatus = \"planned\"\nresponsible = \"faltgruppen\"\n";
        sandbox.write(&format!("register/interventions/insats-{number}.toml"), text);
    }
    let all = sandbox.run("check").fine();
    assert!(all.out.contains("register kontrollera --bara intervention-without-money"), "{}", all.out);
    assert_eq!(all.out.matches("[intervention-without-money]").count(), 20);
    let only = sandbox.run("check --only intervention-without-money").fine();
    assert!(only.out.matches("[intervention-without-money]").count() >= 30);
}

// What holds whatever is asked.

pub(crate) static LINKOPING: LazyLock<Register> = LazyLock::new(|| load(CASES[0].folder));
pub(crate) static HAVSBY: LazyLock<Register> = LazyLock::new(|| load(CASES[1].folder));

fn load(folder: &str) -> Register {
    Store::find(Path::new("."), Some(&root().join(folder))).unwrap().load(None, Texts::All).unwrap().register
}

pub(crate) fn today() -> Day {
    crate::support::TODAY.parse().unwrap()
}

/// Any filter that a person may ask for.
pub(crate) fn filter() -> impl Strategy<Value = (bool, Filter)> {
    let districts = |of: &'static Register| of.districts.ids().map(str::to_owned).collect::<Vec<_>>();
    let boards = |of: &'static Register| {
        let boards = of.interventions.iter().filter_map(|(_, record)| record.board.as_ref());
        boards.map(|board| board.as_str().to_owned()).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>()
    };
    let wanted = |field: &'static str, values: Vec<String>| {
        let values = proptest::sample::subsequence(values.clone(), 0..=values.len().min(3));
        values.prop_map(move |values| (!values.is_empty()).then_some(Wanted::new(field, values)))
    };
    let codes = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
    any::<bool>().prop_flat_map(move |is_first| {
        let of: &'static Register = if is_first { &LINKOPING } else { &HAVSBY };
        let parts = (
            wanted("districts", districts(of)),
            wanted("status", codes(Status::CHOICES.codes)),
            wanted("board", boards(of)),
            proptest::option::weighted(0.2, select(Assessment::ALL)),
            proptest::bool::weighted(0.1),
        );
        parts.prop_map(move |(districts, status, board, assessment, late)| {
            let wanted = [districts, status, board].into_iter().flatten().collect();
            (is_first, Filter { wanted, assessment: assessment.into_iter().collect(), late, ..Filter::default() })
        })
    })
}

/// How much a cell comes to, where it is one that is summed.
fn amount(cell: &Cell<'_>) -> Option<i64> {
    match cell {
        Cell::Integer(number) | Cell::Money(number) => Some(*number),
        Cell::Marked(_, inner) => amount(inner),
        _ => None,
    }
}

/// What a cell counts, where it counts.
fn ids<'c>(cell: &'c Cell<'_>) -> Option<&'c [&'c str]> {
    match cell {
        Cell::Counted(ids) => Some(ids),
        Cell::Marked(_, inner) => ids(inner),
        _ => None,
    }
}

/// The tables of a document that programs have.
fn tables<'d, 'r>(document: &'d Document<'r>) -> impl Iterator<Item = &'d Table<'r>> {
    let tables =
        document.blocks.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    tables.filter(|table| !table.is_excerpt)
}

/// The columns that are there whatever the register holds, by name.
fn fixed<'c>(columns: &'c [Column<'_>]) -> Vec<&'c str> {
    columns.iter().filter(|column| !column.is_varying).map(|column| &*column.key).collect()
}

/// The tables of a document that have totals.
fn summed<'d, 'r>(document: &'d Document<'r>) -> impl Iterator<Item = &'d Table<'r>> {
    tables(document).filter(|table| !table.totals.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// The schema of a report says what any register gives, and not what one gave.
    #[test]
    fn a_report_has_the_tables_that_it_says_it_has((is_first, filter) in filter()) {
        let register: &Register = if is_first { &LINKOPING } else { &HAVSBY };
        let known = Known::of(register, today());
        let scope = Scope::new(&known, &filter);
        for report in Report::ALL {
            let document = report.sample(&scope).unwrap();
            prop_assert_eq!(document.name, report.name());
            let forms = report.forms();
            let tables: BTreeMap<&str, Vec<&str>> = tables(&document).map(|table| (table.name, fixed(&table.columns))).collect();
            for form in &forms {
                prop_assert!(!form.is_always || tables.contains_key(form.name), "{} has no {}", report.name(), form.name);
            }
            for (name, columns) in tables {
                let form = forms.iter().find(|form| form.name == name);
                let said = form.map(|form| fixed(&form.columns));
                prop_assert_eq!(Some(columns), said, "{} {}", report.name(), name);
            }
        }
    }

    #[test]
    fn a_total_is_the_sum_of_what_is_listed((is_first, filter) in filter()) {
        let register: &Register = if is_first { &LINKOPING } else { &HAVSBY };
        let known = Known::of(register, today());
        let scope = Scope::new(&known, &filter);
        for report in Report::ALL {
            let name = report.name();
            let document = report.sample(&scope).unwrap();
            for table in summed(&document) {
                for (place, total) in table.totals[0].iter().enumerate() {
                    let at = |row: &[Cell<'_>]| format!("{name} {} {} {:?}", table.name, table.columns[place].key, amount(&row[place]));
                    // What is counted is counted once, however often it is listed.
                    if let Some(counted) = ids(total) {
                        let rows: Vec<Vec<Cell<'_>>> = table.rows.iter().collect();
                        let told: BTreeSet<&str> = rows.iter().filter_map(|row| ids(&row[place])).flatten().copied().collect();
                        prop_assert_eq!(counted.len(), told.len(), "{}", at(&table.totals[0]));
                        prop_assert_eq!(counted.iter().copied().collect::<BTreeSet<_>>(), told, "{}", at(&table.totals[0]));
                        continue;
                    }
                    let Some(total) = amount(total) else { continue };
                    let sum: i64 = table.rows.iter().filter_map(|row| amount(&row[place])).sum();
                    prop_assert_eq!(sum, total, "{}", at(&table.totals[0]));
                }
            }
        }
    }

    #[test]
    fn a_filter_never_adds((is_first, filter) in filter()) {
        let register: &Register = if is_first { &LINKOPING } else { &HAVSBY };
        let all: BTreeSet<&str> = register.interventions.ids().collect();
        let known = Known::of(register, today());
        let chosen: BTreeSet<&str> = Scope::new(&known, &filter).interventions().into_iter().map(|(id, _)| id).collect();
        prop_assert!(chosen.is_subset(&all));
        prop_assert!(!filter.is_empty() || chosen == all);
    }
}

/// The municipality as a whole is none of its districts, and stands behind them wherever they stand in a row.
#[test]
fn the_whole_municipality_is_no_district() {
    let sandbox = sandbox(&CASES[0]);
    assert!(sandbox.run("list district").fine().out.contains("3 stadsdelar och hela kommunen"));
    for line in ["list district", "status", "report pivot intervention --rows districts --columns status"] {
        let out = sandbox.run(&format!("{line} --format csv")).fine().out;
        let place = |name: &str| out.find(name).unwrap_or_else(|| panic!("{line}: {name} in {out}"));
        assert!(place("hela-kommunen") > place("skaggetorp"), "{line}: {out}");
    }
}

#[test]
fn a_finding_lies_in_its_file() {
    let mut folders: Vec<PathBuf> =
        std::fs::read_dir(root().join("tests/errors")).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.extend(CASES.iter().map(|case| root().join(case.folder)));
    for folder in folders {
        let store = Store::find(Path::new("."), Some(&folder)).unwrap();
        let found = check(store.load(Some(&|file, text| scan(file, text)), Texts::All).unwrap(), today());
        for finding in found.findings.iter().chain(&found.waived.findings) {
            let path = folder.join(&finding.file);
            assert!(path.exists() || path.is_symlink(), "{}: {finding:?}", folder.display());
            let Ok(text) = std::fs::read_to_string(&path) else { continue };
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
            let (Spot::Value(way) | Spot::Key(way)) = &finding.spot else { continue };
            assert!(!way.is_empty());
            if let Some(document) = Text::parse(text) {
                let span = document.locate(&finding.spot);
                // Only of a field that is missing from the top of a file is there nothing to underline.
                assert!(span.is_some() || finding.code() == "missing-field", "{}: {finding:?}", folder.display());
                assert!(span.is_none_or(|span| span.start < span.end && span.end <= text.len()), "{finding:?}");
            }
        }
    }
}

/// The findings of a register whose waivers are those.
fn found_with(case: &Case, waivers: &str) -> Vec<Finding> {
    let sandbox = sandbox(case);
    let settings = sandbox.read("register/register.toml");
    let without = settings.split("[[waiver]]").next().unwrap();
    sandbox.write("register/register.toml", format!("{without}{waivers}"));
    let store = Store::find(sandbox.root(), None).unwrap();
    check(store.load(None, Texts::All).unwrap(), today()).findings
}

#[test]
fn a_waiver_silences_its_finding_and_no_other() {
    for case in &CASES {
        let all = found_with(case, "");
        let mut tried = BTreeSet::new();
        for finding in &all {
            let subject = subject(finding);
            if !tried.insert((finding.code(), subject.clone())) {
                continue;
            }
            let record = subject.as_ref().map(|subject| format!("record = \"{subject}\"\n")).unwrap_or_default();
            let waiver = format!(
                "[[waiver]]\ncode = \"{}\"\n{record}until = {}\nreason = \"Prov\"\n",
                finding.code(),
                crate::support::TODAY
            );
            let left = found_with(case, &waiver);
            let is_meant = |other: &&Finding| other.code() == finding.code() && self::subject(other) == subject;
            let expected: Vec<&Finding> = all.iter().filter(|other| !is_meant(other)).collect();
            assert_eq!(left.iter().collect::<Vec<_>>(), expected, "{waiver}");
        }
        assert!(tried.len() > 3, "{}: there is something to accept", case.name);
    }
}

/// What a waiver names to accept a finding; nothing for the settings.
fn subject(finding: &Finding) -> Option<String> {
    let (folder, file) = finding.file.split_once('/')?;
    let kind = Kind::from_folder(folder)?;
    let id = file.rsplit('/').next()?.strip_suffix(".toml")?;
    // Only what may be an id can be named: a role or a year is waived with its record.
    let element = finding.element.as_deref().filter(|element| register::model::is_id(element));
    Some(format!("{}/{id}{}", kind.name(), element.map(|element| format!("#{element}")).unwrap_or_default()))
}

/// A day more changes what goes by days, and nothing else.
#[test]
fn another_day_changes_only_what_goes_by_days() {
    const BY_DAY: &[&str] = &[
        "decision-late",
        "event-unprepared",
        "agreement-expired",
        "agreement-expiring",
        "inspection-action-late",
        "round-unanswered",
        "follow-up-late",
        "need-unanswered",
        "commitment-without-follow-up",
        "situation-too-old",
        "action-plan-not-followed-up",
        "target-picture-expired",
        "action-plan-expired",
        "district-without-situation",
        "not-proposed",
        "not-adopted",
        "situation-without-survey",
        "situation-without-analysis",
        "adopted-by-wrong-body",
        "adopted-in-meeting-not-held",
        "adopted-before-proposed",
        "changed-since-adoption",
        "meeting-past-planned",
        "meeting-not-minuted",
        "no-meeting-planned",
        "met-too-seldom",
        "goal-without-reading",
        "goal-without-intervention",
        "measure-without-cause",
        "plan-without-priorities",
        "not-sealed",
        "left-with-ended",
        "ongoing-past-period",
        "ongoing-not-begun",
        "planned-past-start",
        "ahead-of-its-day",
        "two-in-force",
        "waiver-expired",
        "waiver-unused",
        "overlap",
        "same-place-same-time",
        "alike-titles",
    ];
    for case in &CASES {
        let of = |day: Day| {
            let store = Store::find(Path::new("."), Some(&root().join(case.folder))).unwrap();
            let found = check(store.load(None, Texts::All).unwrap(), day);
            let all = found.findings.into_iter().chain(found.waived.findings);
            let lasting = all.filter(|finding| !BY_DAY.contains(&finding.code())).map(|finding| format!("{finding:?}"));
            lasting.collect::<BTreeSet<String>>()
        };
        let first = of(today());
        for days in [1, 40, 400] {
            assert_eq!(first, of(today().plus_days(days)), "{} in {days} days", case.name);
        }
    }
    let context = |days: i64| Context::new(&LINKOPING, today().plus_days(days)).today;
    assert_ne!(context(0), context(1));
}

/// Every fact has a rule or a command, or is said to belong to a later step.
#[test]
fn every_fact_is_traced() {
    let text = std::fs::read_to_string(root().join("docs/traceability.md")).unwrap();
    let rows: BTreeMap<&str, Vec<&str>> = text
        .lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
            let is_row = cells[0].starts_with(['D', 'L']) && cells[0][1..].parse::<u32>().is_ok();
            (is_row && cells.len() >= 5).then(|| (cells[0], cells[1..].to_vec()))
        })
        .collect();
    let facts = (1..=40).map(|number| format!("D{number}")).chain((1..=10).map(|number| format!("L{number}")));
    let codes = |cell: &str| -> Vec<String> { cell.split('`').skip(1).step_by(2).map(str::to_owned).collect() };
    let mut commands = BTreeSet::new();
    for fact in facts {
        let cells = rows.get(fact.as_str()).unwrap_or_else(|| panic!("{fact} has no row"));
        let (rules, lines) = (codes(cells[1]), codes(cells[2]));
        assert!(!rules.is_empty() || !lines.is_empty() || cells[3].contains("later"), "{fact} has nothing");
        for rule in rules {
            assert!(register::check::rule(&rule).is_some(), "{fact}: there is no rule {rule}");
        }
        commands.extend(lines);
    }
    let sandbox = Sandbox::empty();
    for line in commands {
        let words: Vec<&str> = line.trim_start_matches("register ").split_whitespace().collect();
        let names: Vec<&str> = words
            .into_iter()
            .take_while(|word| {
                word.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-') && !word.starts_with('-')
            })
            .take(2)
            .collect();
        let said = sandbox.run(&format!("{} --help", names.join(" ")));
        assert_eq!(said.code, 0, "there is no command {line}");
    }
    // And what a rule says that it serves is traced to it.
    for rule in register::check::RULES.iter().filter(|rule| rule.severity != Severity::Error && rule.source != "format")
    {
        let cells = rows.get(rule.source).unwrap_or_else(|| panic!("{} serves {}", rule.code(), rule.source));
        assert!(
            codes(cells[1]).iter().any(|code| code == rule.code()),
            "{} is not told under {}",
            rule.code(),
            rule.source
        );
    }
}

// Changing what is decided.

#[test]
fn a_decision_is_taken_and_carried_out() {
    let sandbox = Sandbox::linkoping();
    let meeting = "2026-11-16-lednings-och-samordningsgrupp";
    let file = format!("register/meetings/{meeting}.toml");
    let before = sandbox.read(&file);
    let line = format!(
        "meeting decide {meeting} --text 'Fältgruppen ordnar ersättningslokal.' --id ersattningslokal \
         --concerns district/ryd --responsible faltgruppen --due 2026-12-01"
    );
    let shown = sandbox.run(&format!("{line} --dry-run")).fine();
    assert!(shown.out.contains("+text = \"Fältgruppen ordnar ersättningslokal.\""), "{}", shown.out);
    assert_eq!(sandbox.read(&file), before);
    sandbox.run(&line).fine();
    assert!(sandbox.run("decisions --open --body faltgruppen --format csv").fine().out.contains("ersattningslokal"));
    sandbox.run(&line).code(1).says(&["ersattningslokal"]);
    sandbox.run(&format!("meeting done {meeting} ersatningslokal")).code(1).says(&["ersattningslokal"]);
    sandbox.run(&format!("meeting done {meeting} ersattningslokal --on 2026-11-20")).fine();
    let after = sandbox.read(&file);
    assert!(after.starts_with(&before), "what stood there stays");
    assert!(after.contains("status = \"done\"") && after.contains("done_on = 2026-11-20"), "{after}");
    sandbox.run(&format!("meeting decide {meeting} --text x --responsible ingen-alls")).code(1).says(&["ingen-alls"]);
    sandbox.run("meeting decide").code(2);
}

#[test]
fn what_is_adopted_is_noted_and_a_change_after_is_found() {
    let sandbox = Sandbox::linkoping();
    sandbox.run("set target-picture/ryd-2025 adopted=").fine();
    sandbox.run("set target-picture/ryd-2025 adopted=2026-09-17-styrgrupp").fine();
    assert!(sandbox.read("register/target-pictures/ryd-2025.toml").contains("seal = \""));
    let changed = || {
        sandbox
            .run("check target-picture/ryd-2025 --only changed-since-adoption --format json")
            .fine()
            .out
            .contains("changed-since-adoption")
    };
    assert!(!changed());
    let goal = LINKOPING.goals_of("ryd", today())[0].goal.id.to_string();
    sandbox.run(&format!("set target-picture/ryd-2025#{goal} title='Något annat än det som fastställdes'")).fine();
    assert!(changed());
    sandbox.run("set target-picture/ryd-2025 adopted=").fine();
    assert!(!sandbox.read("register/target-pictures/ryd-2025.toml").contains("seal = "));
}

#[test]
fn a_version_is_proposed_adopted_and_succeeded() {
    let sandbox = Sandbox::linkoping();
    let today = |line: &str| sandbox.run(line);
    today("adopt ryd --at-meeting 2026-09-17-styrgrupp").code(1);
    today("adopt target-picture/ryd-2025 --at-meeting 2026-12-15-styrgrupp").code(1).says(&["inte hållet"]);
    today("adopt target-picture/ryd-2025 --at-meeting 2026-11-16-lednings-och-samordningsgrupp").code(1);
    today("add target-picture --district ryd --period 2027-01-01..2028-12-31 --text 'Ryd är ljust.'").fine();
    today("propose target-picture/ryd-2027 --at-meeting 2026-11-16-lednings-och-samordningsgrupp").fine();
    let shown = today("show ryd").fine().out;
    assert!(shown.contains("Förslag") && shown.contains("Ryd är ljust."), "{shown}");
    // What is proposed is not gone by.
    let told = today("report follow-up --period 2026-t2 --district ryd --format md").fine().out;
    assert!(told.contains("Fler känner sig trygga"), "{told}");
    today("adopt target-picture/ryd-2027 --at-meeting 2026-09-17-styrgrupp").fine();
    let text = sandbox.read("register/target-pictures/ryd-2027.toml");
    assert!(text.contains("adopted = \"2026-09-17-styrgrupp") && text.contains("seal = \""), "{text}");
    // Adopted for the days to come, it is not in force yet; then it is, and the one before is not.
    let standing = |day: &str| today(&format!("show ryd --today {day}")).fine().out;
    assert!(standing("2026-11-23").contains("kommande"));
    assert!(standing("2027-02-01").contains("Ryd är ljust.") && standing("2027-02-01").contains("gäller inte längre"));
    // What is adopted and has changed is adopted as a new version alone.
    today("set target-picture/ryd-2027 text='Ryd är mörkt.'").fine();
    let again = today("adopt target-picture/ryd-2027 --at-meeting 2025-10-16-styrgrupp").code(1);
    again.says(&["--som ryd-2025-2"]);
    today("adopt target-picture/ryd-2027 --at-meeting 2025-10-16-styrgrupp --as ryd-2028").fine();
    assert!(sandbox.read("register/target-pictures/ryd-2028.toml").contains("Ryd är mörkt."));
    let diff = today("diff target-picture/ryd-2025 target-picture/ryd-2027 --format json").fine().out;
    assert!(diff.contains("Ryd är mörkt."), "{diff}");
}

/// Of what is adopted and has changed, git has what was adopted.
#[test]
fn what_has_changed_since_it_was_adopted_is_told() {
    let sandbox = Sandbox::linkoping();
    let git = |line: &str| {
        let mut command = sandbox.sealed("git");
        command.args(["-c", "user.name=A", "-c", "user.email=a@example.se"]).args(line.split(' '));
        assert!(command.status().unwrap().success(), "git {line}");
    };
    sandbox.run("set target-picture/ryd-2025 adopted=").fine();
    sandbox.run("adopt target-picture/ryd-2025 --at-meeting 2025-02-27-styrgrupp").fine();
    git("init --quiet");
    git("add --all");
    git("commit --quiet --message A");
    sandbox.run("set ryd#trygga-kvallar target.value=30").fine();
    let told = sandbox.run_with("check ryd", &[("COLUMNS", "400")]).fine().out;
    assert!(told.contains("ändrat sedan dess") && told.contains("63 → 30"), "{told}");
    sandbox.run("adopt target-picture/ryd-2025 --at-meeting 2026-09-17-styrgrupp --as ryd-2026").fine();
    let left = sandbox.run("check ryd").fine().out;
    assert!(!left.contains("changed-since-adoption"), "{left}");
    assert!(sandbox.read("register/target-pictures/ryd-2025.toml").contains("value = 63"));
    assert!(sandbox.read("register/target-pictures/ryd-2026.toml").contains("value = 30"));
}

/// What is asked for is found where references lead to it: a municipality-wide goal through a district's, a problem
/// through its causes.
#[test]
fn a_filter_follows_references() {
    let sandbox = Sandbox::linkoping();
    let listed = |line: &str| {
        let out = sandbox.run(&format!("list intervention {line} --columns id --format csv")).fine().out;
        out.lines().skip(1).map(str::to_owned).collect::<BTreeSet<String>>()
    };
    for goal in &LINKOPING.settings.goal {
        let id = goal.id.as_str();
        let own = LINKOPING.goals();
        let served: BTreeSet<String> = own
            .iter()
            .filter(|own| own.goal.serves.iter().any(|served| served.as_str() == id))
            .map(|own| own.reference())
            .collect();
        let serves = |record: &Intervention| {
            record.goals.iter().any(|goal| goal.as_str() == id || served.contains(goal.as_str()))
        };
        let expected: BTreeSet<String> =
            LINKOPING.interventions.iter().filter(|(_, own)| serves(own)).map(|(id, _)| id.to_owned()).collect();
        assert_eq!(listed(&format!("--goal {id}")), expected, "{id}");
        assert!(!expected.is_empty(), "{id}");
    }
    let before = listed("--problem ryd#svaga-grannband");
    let cause = LINKOPING.problem("ryd", "svaga-grannband").unwrap().cause[0].id.to_string();
    let free = LINKOPING.interventions.ids().find(|id| !before.contains(*id)).unwrap();
    sandbox.run(&format!("set {free} causes+=ryd#{cause}")).fine();
    let after = listed("--problem ryd#svaga-grannband");
    assert!(after.contains(free) && before.is_subset(&after), "{after:?}");
    // And so do the answers to a problem.
    assert!(!sandbox.run("check ryd").fine().out.contains("unanswered-problem"));
}

/// Every follow-up of a promise stands in the report of its year, whatever its term, and two of one term both do.
#[test]
fn every_follow_up_of_a_promise_is_told() {
    let sandbox = Sandbox::small();
    let file = "register/agreements/medborgarlofte.toml";
    let promise = "\n[[commitment]]\nid = \"kvallar\"\ntext = \"Fler kvällar\"\n\
                   target = { value = 30, unit = \"kvällar\", bound = \"at-least\" }\nfollow_up = [\n\
                   { period = \"2026-t2\", activity = \"Ett\", value = 12, assessment = \"on-track\" },\n\
                   { period = \"2026-t2\", activity = \"Två\", assessment = \"at-risk\" },\n\
                   { period = \"2026-q1\", activity = \"Tre\" },\n{ period = \"2026\", activity = \"Fyra\" },\n\
                   { period = \"2026-h2\", activity = \"Fem\" },\n]\noutcome = \"partly\"\n";
    sandbox.write(file, format!("{}{promise}", sandbox.read(file)));
    let out = sandbox.run("report follow-up --period 2026-t2 --format json").fine().out;
    for word in ["Ett", "Två", "Tre", "Fyra", "Fem", "12", "30", "on-track", "at-risk", "partly"] {
        assert!(out.contains(word), "{word}: {out}");
    }
    // A narrow screen leaves out what nothing is told of, and not what is.
    let narrow = sandbox.run("report follow-up --period 2026-t2 --table promises").fine().out;
    assert!(["Tre", "Fyra", "Fem"].iter().all(|word| narrow.contains(word)), "{narrow}");
}

/// A decision that concerns a need answers it.
#[test]
fn a_decision_answers_the_needs_that_it_concerns() {
    let sandbox = Sandbox::small();
    let file = "register/interventions/nattvandring-i-ryd.toml";
    let needs =
        "needs = [\n  { id = \"lampa\", what = \"En lampa\" }, # viktig\n  { id = \"bil\", what = \"En bil\" },\n]\n";
    sandbox.write(file, format!("{}{needs}", sandbox.read(file)));
    let line = "meeting decide 2026-09-17-faltgruppen --id lampan --text 'Lampan köps in.' \
                --concerns intervention/nattvandring-i-ryd#lampa --referred-to faltgruppen";
    sandbox.run(line).fine().says(&[file, "2026-09-17-faltgruppen"]);
    let after = sandbox.read(file);
    assert!(after.contains("what = \"En lampa\", answered = \"2026-09-17-faltgruppen#lampan\" }, # viktig"), "{after}");
    assert!(after.contains("{ id = \"bil\", what = \"En bil\" }"), "{after}");
    let decisions = sandbox.run("decisions --format json").fine().out;
    assert!(decisions.contains("\"referred_to\""), "{decisions}");
}

#[test]
fn what_every_report_carries_is_on_every_report() {
    let sandbox = Sandbox::small();
    let settings = sandbox.read("register/register.toml");
    sandbox.write("register/register.toml", format!("{settings}notice = \"Allt är påhittat.\"\n"));
    for line in [
        "status --format html",
        "report inventory",
        "report plan",
        "report law --format html",
        "report needs --format md",
    ] {
        assert!(sandbox.run(line).fine().out.contains("Allt är påhittat."), "{line}");
    }
    for line in ["status", "list intervention", "show ryd", "report inventory --format csv"] {
        assert!(!sandbox.run(line).fine().out.contains("Allt är påhittat."), "{line}");
    }
}

/// The tables whose rows people do not look up by a name, and the order that they stand in instead.
const IN_AN_ORDER_OF_THEIR_OWN: [(&str, &str, &str); 17] = [
    ("board", "goals", "as the target picture has them"),
    ("board", "needs", "what has waited for an answer first"),
    ("coordination", "breaks", "by place, problems before goals before interventions"),
    ("coordination", "levels", "as the list of levels has them"),
    ("coordination", "times", "as the list of times has them"),
    ("decisions", "decisions", "what is late first, then by day"),
    ("follow-up", "goals", "as the target picture has them"),
    ("follow-up", "promises", "as the agreement has them"),
    ("law", "districts", "by section of the Act"),
    ("law", "duties", "by section of the Act"),
    ("needs", "needs", "what has waited for an answer first"),
    ("pivot", "pivot", "as the list of codes has them, or by name where there are names"),
    ("plan", "chain", "as the plan puts problems and measures first"),
    ("plan", "proposal", "as a plan has its fields"),
    ("plan-bra", "bra", "as the plan puts problems and measures first"),
    ("status", "ahead", "by day"),
    ("trend", "trend", "by term"),
];

/// A table says which names its rows are read by, or is one of those that have another order.
#[test]
fn rows_stand_in_the_order_of_names_or_in_one_that_is_told() {
    let known = Known::of(&LINKOPING, today());
    let filter = Filter::default();
    let scope = Scope::new(&known, &filter);
    let mut found = BTreeSet::new();
    for report in Report::ALL {
        let document = report.sample(&scope).unwrap();
        let tables =
            document.blocks.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
        found.extend(tables.filter(|table| table.names.is_none()).map(|table| (report.name(), table.name)));
    }
    let told: BTreeSet<(&str, &str)> =
        IN_AN_ORDER_OF_THEIR_OWN.iter().map(|(report, table, _)| (*report, *table)).collect();
    assert_eq!(found, told);
}

/// A register in which each duty of the Act is met.
fn lawful() -> Sandbox {
    let sandbox = Sandbox::small();
    let write = |file: &str, text: &str| sandbox.write(&format!("register/{file}.toml"), text);
    write(
        "register",
        "format = 2\nname = \"Provstad\"\nlanguage = \"sv\"\n\n[law]\ncouncil = \"radet\"\ncoordination = \"faltgruppen\"\n\
         lead = \"kommunstyrelsen\"\n",
    );
    write("districts/hela-kommunen", "name = \"Hela kommunen\"\ncovers = \"municipality\"\n");
    write("bodies/kommunstyrelsen", "name = \"Kommunstyrelsen\"\ntype = \"board\"\n");
    write("bodies/kommunfullmaktige", "name = \"Kommunfullmäktige\"\ntype = \"council\"\n");
    write("bodies/styrgrupp", "name = \"Styrgruppen\"\ntype = \"steering-group\"\n");
    write("bodies/radet", "name = \"Rådet\"\ntype = \"working-group\"\n");
    write(
        "situations/2025-t3-hela-kommunen",
        "district = \"hela-kommunen\"\nperiod = { from = 2025-09-01, until = 2025-12-31 }\nsurvey = \"A\"\nanalysis = \"B\"\n",
    );
    write(
        "action-plans/hela-kommunen-2026",
        "districts = [\"hela-kommunen\"]\nperiod = { from = 2026-02-01, until = 2027-12-31 }\n\
         rests_on = [\"2025-t3-hela-kommunen\"]\nadopted = \"2026-02-10-kommunstyrelsen#planen\"\n\
         followed_up = [\"2026-09-08-kommunstyrelsen\"]\n",
    );
    let meeting = |day: &str, body: &str, rest: &str| {
        let text = format!("body = \"{body}\"\non = {day}\nstatus = \"held\"\n{rest}");
        write(&format!("meetings/{day}-{body}"), &text);
    };
    let decision =
        "\n[[decision]]\nid = \"planen\"\ntext = \"Planen antas.\"\nconcerns = [\"action-plan/hela-kommunen-2026\"]\n";
    meeting("2026-02-10", "kommunstyrelsen", decision);
    meeting("2026-09-08", "kommunstyrelsen", "");
    meeting("2026-10-20", "radet", "");
    meeting(
        "2026-06-16",
        "kommunfullmaktige",
        "\n[[item]]\nid = \"rapport\"\ntitle = \"Rapport\"\nfrom = \"kommunstyrelsen\"\n\
         concerns = [\"action-plan/hela-kommunen-2026\"]\n",
    );
    write(
        "agreements/samverkan",
        "title = \"Samverkan\"\ntype = \"cooperation-agreement\"\nparties = [\"kommunstyrelsen\"]\n\
         period = { from = 2026-01-01, until = 2029-12-31 }\npurposes = [\"A\"]\nareas = [\"B\"]\n",
    );
    sandbox
}

/// What a duty of the Act is told of: how it stands and why, by its place.
fn duties(sandbox: &Sandbox, more: &str) -> Vec<(String, String, String)> {
    let out = sandbox.run(&format!("report law --format json {more}")).fine().out;
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    let text = |duty: &serde_json::Value, key: &str| duty[key].as_str().unwrap_or_default().to_owned();
    let all = report["tables"]["duties"].as_array().unwrap();
    all.iter().map(|duty| (text(duty, "standing"), text(duty, "missing"), text(duty, "record"))).collect()
}

/// Each duty of the Act is met by what does meet it, and by nothing younger, narrower, cancelled or of another matter.
#[test]
fn the_act_is_met_only_by_what_proves_it() {
    let met = duties(&lawful(), "");
    assert!(
        met.iter().all(|(standing, missing, record)| standing == "law-met" && missing.is_empty() && !record.is_empty()),
        "{met:#?}"
    );
    let plan = "action-plans/hela-kommunen-2026";
    let picture = "situations/2025-t3-hela-kommunen";
    let council = "meetings/2026-06-16-kommunfullmaktige";
    // What is changed in which file, which duty is not met then, and why.
    let cases: &[(&str, &str, &str, usize, &str)] = &[
        ("districts/hela-kommunen", "covers = \"municipality\"\n", "", 0, "law-no-municipality"),
        (picture, "district = \"hela-kommunen\"", "district = \"ryd\"", 0, "law-only-districts"),
        (picture, "analysis = \"B\"\n", "", 0, "law-no-analysis"),
        (picture, "analysis = \"B\"\n", "", 1, "law-no-analysis"),
        (picture, "until = 2025-12-31", "until = 2026-08-31", 1, "law-rests-on-younger"),
        (picture, "until = 2025-12-31", "until = 2030-12-31", 0, "law-only-districts"),
        (plan, "rests_on = [\"2025-t3-hela-kommunen\"]\n", "", 1, "law-rests-on-nothing"),
        (plan, "rests_on = [\"2025-t3-hela-kommunen\"]", "rests_on = [\"2026-t2-ryd\"]", 1, "law-rests-on-narrower"),
        (plan, "2026-02-10-kommunstyrelsen#planen", "2026-12-20-kommunstyrelsen", 1, "law-younger"),
        (plan, "until = 2027-12-31", "until = 2026-10-31", 1, ""),
        (
            "meetings/2026-02-10-kommunstyrelsen",
            "status = \"held\"",
            "status = \"cancelled\"",
            1,
            "law-meeting-cancelled",
        ),
        ("bodies/kommunstyrelsen", "type = \"board\"", "type = \"steering-group\"", 1, "law-not-competent"),
        ("bodies/kommunstyrelsen", "type = \"board\"", "type = \"administration\"", 1, "law-not-competent"),
        ("meetings/2026-09-08-kommunstyrelsen", "status = \"held\"", "status = \"cancelled\"", 3, "-"),
        ("agreements/samverkan", "purposes = [\"A\"]\n", "", 4, ""),
        ("agreements/samverkan", "purposes", "districts = [\"ryd\"]\npurposes", 4, "law-agreement-narrow"),
        ("meetings/2026-10-20-radet", "status = \"held\"", "status = \"planned\"", 5, ""),
        ("bodies/radet", "type", "until = 2026-11-01\ntype", 5, "law-body-ended"),
        ("bodies/faltgruppen", "type", "until = 2026-11-01\ntype", 6, "law-body-ended"),
        ("bodies/kommunstyrelsen", "type = \"board\"", "type = \"administration\"", 7, "law-lead-no-board"),
        (council, "concerns = [\"action-plan/hela-kommunen-2026\"]\n", "", 8, "law-report-on-other"),
        (council, "from = \"kommunstyrelsen\"\n", "", 8, ""),
        (council, "status = \"held\"", "status = \"cancelled\"", 8, ""),
    ];
    for (file, from, to, duty, why) in cases {
        let sandbox = lawful();
        let path = format!("register/{file}.toml");
        let text = sandbox.read(&path);
        assert!(text.contains(from), "{file}: {from}");
        sandbox.write(&path, text.replacen(from, to, 1));
        sandbox.write(
            "register/meetings/2026-12-20-kommunstyrelsen.toml",
            "body = \"kommunstyrelsen\"\non = 2026-12-20\nstatus = \"planned\"\n",
        );
        let (standing, missing, _) = duties(&sandbox, "")[*duty].clone();
        assert_ne!(standing, "law-met", "{file}: {from} → {to}");
        let is_told = *why == "-" || (missing.contains(why) && !missing.is_empty());
        assert!(is_told, "{file}: {from} → {to}: {missing:?}");
    }
}

/// What is dated later makes nothing met before.
#[test]
fn the_act_is_not_met_by_what_comes_later() {
    let sandbox = lawful();
    let at = |day: &str| duties(&sandbox, &format!("--today {day}"));
    assert!(at("2025-06-01").iter().take(4).all(|(standing, ..)| standing == "law-overdue"));
    assert_eq!(at("2026-01-15")[0].0, "law-met", "the picture is known, the plan is not");
    assert_ne!(at("2026-01-15")[1].0, "law-met");
    assert_eq!(at("2026-02-10")[1].0, "law-met");
    assert_ne!(at("2026-06-15")[8].0, "law-met");
    assert_eq!(at("2026-06-16")[8].0, "law-met");
    assert!(at("2029-01-01").iter().take(4).all(|(standing, ..)| standing == "law-overdue" || standing == "law-met"));
}

#[test]
fn what_a_report_has_not_got_is_told() {
    let sandbox = Sandbox::linkoping();
    sandbox.run("report law --format mermaid").code(2).says(&["register rapport modellen --format mermaid"]);
    sandbox.run("report coordination --format csv --table luckor").code(2).says(&["gaps"]);
    sandbox.run("report follow-up --period 2026-T9").code(2).says(&["2026-t2"]);
    sandbox.run("report pivot --rows statsu --columns districts").code(2).says(&["status"]);
    sandbox.run("report pivot --rows title:month --columns districts").code(2);
    sandbox.run("report pivot --rows status --columns districts --of title").code(2);
    sandbox.run("report board ingen-namnd").code(1);
    sandbox.run("report plan --district skagetorp").code(1).says(&["skaggetorp"]);
}

#[test]
fn a_write_that_closes_a_circle_of_bodies_is_refused() {
    let sandbox = Sandbox::linkoping();
    sandbox.run("set styrgrupp reports_to=politisk-styrgrupp").fine();
    let before = sandbox.read("register/bodies/politisk-styrgrupp.toml");
    sandbox.run("set politisk-styrgrupp reports_to=styrgrupp").code(1).says(&["circular-body"]);
    assert_eq!(sandbox.read("register/bodies/politisk-styrgrupp.toml"), before);
}

/// What was adopted was adopted, whatever the meeting is called since.
#[test]
fn a_meeting_that_is_renamed_adopts_nothing_anew() {
    let sandbox = Sandbox::linkoping();
    let noted = || {
        let text = sandbox.read("register/target-pictures/ryd-2025.toml");
        text.lines().find(|line| line.starts_with("seal")).map(str::to_owned)
    };
    sandbox.run("set target-picture/ryd-2025 adopted=").fine();
    sandbox.run("set target-picture/ryd-2025 adopted=2026-09-17-styrgrupp").fine();
    let first = noted();
    assert!(first.is_some());
    sandbox.run("set target-picture/ryd-2025 text='En annan bild än den som fastställdes.'").fine();
    sandbox.run("rename 2026-09-17-styrgrupp 2026-09-18-styrgrupp").fine();
    assert!(sandbox.read("register/target-pictures/ryd-2025.toml").contains("adopted = \"2026-09-18-styrgrupp\""));
    assert_eq!(noted(), first);
    assert!(
        sandbox
            .run("check target-picture/ryd-2025 --only changed-since-adoption")
            .fine()
            .out
            .contains("changed-since-adoption")
    );
}

#[test]
fn a_file_says_its_format_by_its_ending() {
    let sandbox = Sandbox::linkoping();
    sandbox.run("report law -o lag.html").fine();
    assert!(sandbox.read("lag.html").starts_with("<!DOCTYPE html>"));
    sandbox.run("report law -o lag.csv").fine();
    assert!(sandbox.read("lag.csv").starts_with("section,duty,"));
    sandbox.run("report law --force -o lag.csv --format json").fine();
    assert!(sandbox.read("lag.csv").starts_with('{'));
}

/// What is handed on says that it is not all.
#[test]
fn a_report_without_a_broken_file_says_so() {
    let sandbox = Sandbox::linkoping();
    sandbox.write("register/interventions/laxhjalp-i-ryd.toml", "title = \"Läxhjälp\n");
    let said = sandbox.run("report inventory --format html").fine();
    assert!(said.out.contains("gick inte att läsa"), "{}", said.out);
}
