use super::*;
use crate::model::{District, Intervention, Kind, Table as _};

const WALK: &str = "# Överst\ntitle = 'Nattvandring'  # namnet\nstatus = \"planned\"\n\nperiod = { from = 2026-09-01 }\nbudget = [\n  { year = 2026, amount = 1 }, # första\n]\n\n[[follow_up]]\non = 2026-10-01 # dag\nassessment = \"on-track\"\n# sist";

fn key_path(text: &str) -> KeyPath {
    text.split('.').map(|step| step.parse().map_or_else(|_| Step::Key(step.to_owned().into()), Step::Index)).collect()
}

fn set(path: &str, value: impl Into<Value>) -> Edit {
    Edit::Set(key_path(path), value.into())
}

#[track_caller]
fn check(text: &str, change: Edit, expected: &str) {
    let edited = edit(text, &Intervention::TABLE, std::slice::from_ref(&change)).unwrap();
    let diff = similar::TextDiff::from_lines(text, &edited).unified_diff().context_radius(0).to_string();
    let lines: Vec<&str> = diff.lines().filter(|line| !line.starts_with("@@") && !line.starts_with('\\')).collect();
    assert_eq!(lines.join("\n"), expected, "{edited}");
    // The same edit on the same text with Windows line ends and a byte order mark.
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let edited_windows = edit(&windows, &Intervention::TABLE, &[change]).unwrap();
    assert_eq!(edited_windows, format!("\u{feff}{}", edited.replace('\n', "\r\n")));
}

#[test]
fn a_value_is_set_where_it_stands() {
    check(WALK, set("status", "ongoing"), "-status = \"planned\"\n+status = \"ongoing\"");
    check(
        WALK,
        set("title", "Nattvandring i Ryd"),
        "-title = 'Nattvandring'  # namnet\n+title = \"Nattvandring i Ryd\"  # namnet",
    );
    check(
        WALK,
        Edit::Set(key_path("budget.0.amount"), Value::Integer(5)),
        "-  { year = 2026, amount = 1 }, # första\n+  { year = 2026, amount = 5 }, # första",
    );
}

#[test]
fn a_new_field_comes_where_it_belongs() {
    check(WALK, set("summary", "Kort"), "+summary = \"Kort\"");
    check(
        WALK,
        set("period.until", "2027-06-30".parse::<toml::value::Datetime>().unwrap()),
        "-period = { from = 2026-09-01 }\n+period = { from = 2026-09-01, until = 2027-06-30 }",
    );
    check(WALK, set("prevention.level", "universal"), "+prevention = { level = \"universal\" }");
    let edited = edit(WALK, &Intervention::TABLE, &[set("summary", "Kort")]).unwrap();
    assert!(edited.contains("# namnet\nsummary = \"Kort\"\nstatus"), "{edited}");
}

#[test]
fn a_list_grows_behind_what_stands_there() {
    let row: Table = toml::from_str("year = 2027\namount = 2").unwrap();
    check(WALK, Edit::Append(key_path("budget"), Value::Table(row)), "+  { year = 2027, amount = 2 },");
    check(WALK, Edit::Append(key_path("districts"), "ryd".into()), "+districts = [\"ryd\"]");
    let follow_up: Table = toml::from_str("on = 2026-12-15\nassessment = 'at-risk'\nnote = 'Å'").unwrap();
    let edited =
        edit(WALK, &Intervention::TABLE, &[Edit::Append(key_path("follow_up"), Value::Table(follow_up))]).unwrap();
    assert!(
        edited.ends_with("assessment = \"on-track\"\n\n[[follow_up]]\non = 2026-12-15\nassessment = \"at-risk\"\nnote = \"Å\"\n# sist"),
        "{edited}"
    );
}

#[test]
fn what_is_removed_takes_nothing_with_it() {
    check(WALK, Edit::Remove(key_path("status")), "-status = \"planned\"");
    check(WALK, Edit::Remove(key_path("budget.0")), "-  { year = 2026, amount = 1 }, # första");
    check(
        WALK,
        Edit::Remove(key_path("follow_up.0")),
        "-\n-[[follow_up]]\n-on = 2026-10-01 # dag\n-assessment = \"on-track\"",
    );
    check(
        "title = 'x'\ndistricts = ['a', 'b', 'c']\n",
        Edit::Remove(key_path("districts.1")),
        "-districts = ['a', 'b', 'c']\n+districts = ['a', 'c']",
    );
}

#[test]
fn headings_within_headings() {
    let text = "name = 'Ryd'\n\n[[problem]]\nid = 'p'\ntitle = 'P'\n\n[[problem.cause]]\nid = 'a'\ntext = 'A'\n\n[[problem]]\nid = 'q'\ntitle = 'Q'\n\n[[event]]\nid = 'e'\n";
    let cause = |id: &str| -> Value {
        toml::from_str::<Table>(&format!("id = '{id}'\ntext = '{}'", id.to_uppercase())).map(Value::Table).unwrap()
    };
    let edited = edit(
        text,
        &District::TABLE,
        &[
            Edit::Append(key_path("problem.0.cause"), cause("b")),
            set("problem.0.rank", "1"),
            Edit::Append(key_path("problem.1.cause"), cause("c")),
        ],
    )
    .unwrap();
    let expected = "name = 'Ryd'\n\n[[problem]]\nid = 'p'\ntitle = 'P'\nrank = \"1\"\n\n[[problem.cause]]\nid = 'a'\ntext = 'A'\n\n[[problem.cause]]\nid = \"b\"\ntext = \"B\"\n\n[[problem]]\nid = 'q'\ntitle = 'Q'\n\n[[problem.cause]]\nid = \"c\"\ntext = \"C\"\n\n[[event]]\nid = 'e'\n";
    assert_eq!(edited, expected);
}

#[test]
fn what_is_not_there_is_said() {
    let missing = edit(WALK, &Intervention::TABLE, &[Edit::Remove(key_path("summary"))]);
    assert_eq!(missing, Err(EditError::Missing("summary".to_owned())));
    assert_eq!(edit("a = ", &Intervention::TABLE, &[set("title", "x")]), Err(EditError::Syntax));
    assert_eq!(Kind::Intervention.name(), Intervention::TABLE.name);
}

#[test]
fn what_lies_deep_is_compared_once() {
    // Were each level compared twice, this would take as long as the world has stood.
    let deep = |end: i64| {
        (0..200).fold(Value::Integer(end), |inner, _| Value::Table(Table::from_iter([("a".to_owned(), inner)])))
    };
    assert!(same(&deep(1), &deep(1)));
    assert!(!same(&deep(1), &deep(2)));
    let with = |name: &str, value: Value| {
        Value::Table(Table::from_iter([("a".to_owned(), deep(1)), (name.to_owned(), value)]))
    };
    assert!(same(&with("b", Value::Table(Table::new())), &with("c", Value::Array(Vec::new()))));
    assert!(!same(&with("b", Value::Integer(1)), &with("c", Value::Array(Vec::new()))));
}

#[test]
fn a_text_that_nests_too_deeply_is_left_alone() {
    for text in
        [format!("a{} = 1\n", ".a".repeat(30)), format!("a = {}1{}\n", "[".repeat(100_000), "]".repeat(100_000))]
    {
        let change = Edit::Set(key("title"), Value::String("X".to_owned()));
        assert_eq!(edit(&text, &Intervention::TABLE, &[change]), Err(EditError::Syntax));
    }
}
