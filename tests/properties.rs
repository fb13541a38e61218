//! What holds for any record, any edit and any number.

use crate::support::identity_number;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use register::catalog::shape_of;
use register::check::scan;
use register::format::{Edit, canonical, edit, key, read, read_slowly, schema};
use register::language::{Language, Tongue};
use register::model::{Field, Intervention, Kind, Settings, Shape, Step, Table as _, TableShape};
use register::query::find_column;
use register::with_kind;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::fs;
use std::path::Path;
use toml::{Table, Value};

/// A config that needs no file of its own, and takes a second or two.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

const SHAPE: fn() -> &'static TableShape = || shape_of(Kind::Intervention);

/// Text that a person may write, quoting and all that is hard for a file in it.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-zåäö ,.:=#'\"\\[\\]{}\\\\-]{1,40}",
        Just("rad ett\nrad två\n".to_owned()),
        Just("'''".to_owned()),
        Just("\"\"\"\\".to_owned()),
        Just("tab\there".to_owned()),
    ]
}

/// A line of a file: a key, its value, and what may stand above and behind it.
fn line(name: &'static str, value: impl Strategy<Value = String> + 'static) -> BoxedStrategy<String> {
    let above = prop_oneof![4 => Just(""), 1 => Just("\n"), 1 => Just("# ovanför\n"), 1 => Just("  # in\n\n")];
    let comment = prop_oneof![3 => Just(""), 1 => Just(" # = [ \"kommentar\"")];
    let parts = (above, select(vec![" = ", "=", " =  "]), value, comment);
    parts.prop_map(move |(above, equals, value, comment)| format!("{above}{name}{equals}{value}{comment}\n")).boxed()
}

/// One of some ways to write a value.
fn one_of(ways: &'static [&'static str]) -> impl Strategy<Value = String> {
    select(ways).prop_map(str::to_owned)
}

fn quoted() -> impl Strategy<Value = String> {
    text().prop_map(|text| Value::String(text).to_string())
}

fn list(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    let layout =
        select(vec![("[", ", ", "]"), ("[ ", " ,", " ]"), ("[\n  ", ",\n  ", ", # sist\n]"), ("[\n", ",\n\n", "\n]")]);
    (subsequence(words, 1..=words.len()), layout).prop_map(|(words, (open, between, close))| {
        let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
        format!("{open}{}{close}", words.join(between))
    })
}

/// The text of an intervention as somebody may have written it: any order, any layout, either sort of
/// line ends, with or without a byte order mark and a last line end.
fn record() -> impl Strategy<Value = String> {
    let top = vec![
        line("summary", quoted()),
        line("districts", list(&["ryd", "berga", "skaggetorp"])),
        line("places", list(&["Torget", "Parken", "Ån"])),
        line("staff", one_of(&["1.5", "2"])),
        line("started", one_of(&["2026-09-05"])),
        line("contact", quoted()),
        line("period", one_of(&["{ from = 2026-01-01 }", "{from=2026-01-01,until = 2027-06-30}"])),
        line(
            "budget",
            one_of(&[
                "[{ year = 2026, amount = 4 }]",
                "[\n  { year = 2026, amount = 4 }, # en\n  # två\n  { year = 2027, amount = 5 },\n]",
            ]),
        ),
    ];
    let some = subsequence((0..top.len()).collect::<Vec<_>>(), 0..=top.len());
    let top = (line("title", quoted()), line("status", one_of(&["\"ongoing\"", "'planned'"])), top, some)
        .prop_map(|(title, status, top, some)| {
            let some = some.into_iter().map(|place| top[place].clone());
            [title, status].into_iter().chain(some).collect::<Vec<String>>()
        })
        .prop_shuffle();
    let headed = prop::collection::vec(
        prop_oneof![
            Just("\n# om det som följer\n[[follow_up]]\non = 2026-10-01\nassessment = \"on-track\" # bra\n".to_owned()),
            Just(
                "[[follow_up]]\nassessment = 'at-risk'\nnote = \"\"\"\nflera\nrader\"\"\"\non = 2026-11-01\n\n"
                    .to_owned()
            ),
        ],
        0..3,
    );
    (top, headed, any::<[bool; 3]>()).prop_map(|(top, headed, [windows, bom, last])| {
        let mut text = format!("# Överst\n{}{}", top.concat(), headed.concat());
        if !last {
            text.truncate(text.trim_end().len());
        }
        if windows {
            text = text.replace('\n', "\r\n");
        }
        if bom { format!("\u{feff}{text}") } else { text }
    })
}

/// A change of one field: what it is called, and what is done to it.
fn change() -> impl Strategy<Value = Edit> {
    let text_field = select(vec!["title", "summary", "contact", "expected_effect"]);
    let words = |words: Vec<&'static str>| Value::Array(words.into_iter().map(Value::from).collect());
    prop_oneof![
        (text_field, text()).prop_map(|(name, text)| Edit::Set(key(name), Value::String(text))),
        select(vec!["ongoing", "paused"]).prop_map(|status| Edit::Set(key("status"), Value::from(status))),
        (0.0..9.0).prop_map(|staff| Edit::Set(key("staff"), Value::Float(staff))),
        subsequence(vec!["A", "B", "C"], 1..=3).prop_map(move |list| Edit::Set(key("places"), words(list))),
        text().prop_map(|text| Edit::Append(key("places"), Value::String(text))),
        (text(), 0..2_usize).prop_map(|(text, place)| Edit::Insert(key("places"), place, Value::String(text))),
        (0..2_usize).prop_map(|place| {
            let row = [("year".to_owned(), Value::Integer(2028))].into_iter().collect();
            Edit::Insert(key("budget"), place, Value::Table(row))
        }),
        Just(Edit::Append(
            key("budget"),
            Value::Table([("year".to_owned(), Value::Integer(2028))].into_iter().collect())
        )),
        text().prop_map(|note| {
            let on = Value::Datetime("2026-11-23".parse().unwrap());
            let table = [("on".to_owned(), on), ("note".to_owned(), Value::String(note))].into_iter().collect();
            Edit::Append(key("follow_up"), Value::Table(table))
        }),
        Just(Edit::Set(
            vec![Step::Key("period".into()), Step::Key("until".into())],
            Value::Datetime("2028-12-31".parse().unwrap())
        )),
        select(vec!["summary", "districts", "places", "staff", "started", "period", "budget", "follow_up"])
            .prop_map(|name| Edit::Remove(key(name))),
        (select(vec!["summary", "places", "period", "budget"]), select(vec!["annat", "med punkt.", "title"]))
            .prop_map(|(name, new)| Edit::Rename(key(name), new.to_owned())),
        select(vec!["from", "until"]).prop_map(|name| {
            Edit::Rename(vec![Step::Key("period".into()), Step::Key(name.into())], "annat".to_owned())
        }),
    ]
}

fn values(text: &str) -> Table {
    toml::from_str(text.trim_start_matches('\u{feff}')).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// Values whose texts end their lines in one way: those of a file are as the file's own lines.
fn unix(table: Table) -> Table {
    fn one(value: Value) -> Value {
        match value {
            Value::String(text) => Value::String(text.replace("\r\n", "\n")),
            Value::Array(list) => Value::Array(list.into_iter().map(one).collect()),
            Value::Table(table) => Value::Table(unix(table)),
            other => other,
        }
    }
    table.into_iter().map(|(key, inner)| (key, one(inner))).collect()
}

/// The same change, made to the values alone. Nothing where there is nothing to take away.
fn changed(mut table: Table, change: &Edit) -> Option<Table> {
    let name = |step: &Step| match step {
        Step::Key(name) => name.to_string(),
        Step::Index(_) => unreachable!("no change of these tests goes by place"),
    };
    match change {
        Edit::Set(path, value) => match path.as_slice() {
            [outer, inner] => {
                let outer = table.entry(name(outer)).or_insert_with(|| Value::Table(Table::new()));
                outer.as_table_mut()?.insert(name(inner), value.clone());
            }
            path => drop(table.insert(name(&path[0]), value.clone())),
        },
        Edit::Append(path, value) => {
            let list = table.entry(name(&path[0])).or_insert_with(|| Value::Array(Vec::new()));
            list.as_array_mut()?.push(value.clone());
        }
        Edit::Insert(path, place, value) => {
            let list = table.get_mut(&name(&path[0]))?.as_array_mut()?;
            (*place < list.len()).then(|| list.insert(*place, value.clone()))?;
        }
        Edit::Remove(path) => drop(table.remove(&name(&path[0]))?),
        Edit::Rename(path, new) => {
            let (last, outer) = path.split_last()?;
            let table = outer.iter().try_fold(&mut table, |table, step| table.get_mut(&name(step))?.as_table_mut())?;
            let value = (!table.contains_key(new)).then(|| table.remove(&name(last)))??;
            table.insert(new.clone(), value);
        }
    }
    Some(table)
}

/// How many of a text's lines end as the text's first line does.
fn line_ends(text: &str) -> (usize, usize) {
    (text.matches("\r\n").count(), text.matches('\n').count())
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn an_edit_of_nothing_leaves_every_byte(text in record()) {
        prop_assert_eq!(edit(&text, SHAPE(), &[]).unwrap(), text);
    }

    #[test]
    fn an_edit_is_the_change_that_was_meant_and_nothing_else(text in record(), change in change()) {
        let Some(expected) = changed(values(&text), &change) else {
            prop_assert!(edit(&text, SHAPE(), &[change]).is_err());
            return Ok(());
        };
        let edited = edit(&text, SHAPE(), std::slice::from_ref(&change));
        let edited = edited.map_err(|error| TestCaseError::fail(format!("{error}: {text:?}")))?;
        prop_assert_eq!(unix(values(&edited)), unix(expected), "{}", edited);
        prop_assert_eq!(text.starts_with('\u{feff}'), edited.starts_with('\u{feff}'));
        // Comments on lines of their own, and those behind other fields, are there as before.
        if !matches!(change, Edit::Remove(_)) {
            prop_assert!(edited.matches("# ovanför").count() == text.matches("# ovanför").count(), "{}", edited);
            prop_assert!(edited.matches("# Överst").count() == 1, "{}", edited);
        }
        // New lines end as the old ones do.
        let (windows, all) = line_ends(&edited);
        if text.contains('\n') {
            prop_assert!(if text.contains("\r\n") { windows == all } else { windows == 0 }, "{:?}", edited);
        }
    }

    #[test]
    fn two_edits_of_different_fields_may_come_in_either_order(text in record(), note in text()) {
        let one = Edit::Set(key("status"), Value::from("paused"));
        let other = Edit::Set(key("contact"), Value::String(note));
        let both = |edits: &[Edit]| edit(&text, SHAPE(), edits);
        let made = both(&[one.clone(), other.clone()]);
        prop_assert!(made.is_ok(), "{:?}: {:?}", made, text);
        prop_assert_eq!(made, both(&[other, one]));
    }

    #[test]
    fn the_canonical_layout_keeps_the_values_and_is_its_own(text in record()) {
        let once = canonical(&text, SHAPE());
        let once = once.map_err(|error| TestCaseError::fail(format!("{error}: {text:?}")))?;
        prop_assert_eq!(values(&once), values(&text), "{}", &once);
        prop_assert_eq!(once.matches('#').count(), text.matches('#').count());
        prop_assert_eq!(canonical(&once, SHAPE()).unwrap(), once);
    }

    #[test]
    fn both_readers_say_the_same_of_a_record(text in record()) {
        assert_readers_agree::<Intervention>(&text);
    }

    /// Files of the register with a few letters changed: most are wrong, and both readers say how.
    #[test]
    fn both_readers_say_the_same_of_what_is_wrong(
        place in any::<prop::sample::Index>(),
        file in select(files()),
        new in select(vec!["", "\"", "=", "[", "]", "\n", "{", "#", "1", ".", "'", "-", "\u{feff}", "2026-02-30", "[x]\n"]),
        gone in 0_usize..4,
    ) {
        let (kind, text) = file;
        let letters: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let from = place.index(letters.len());
        let until = letters.get(from + gone).copied().unwrap_or(text.len());
        let wrong = format!("{}{new}{}", &text[..letters[from]], &text[until..]);
        assert_readers_agree_on(kind, &wrong);
    }

    #[test]
    fn identity_numbers_are_found_and_others_are_not(
        (year, month, day) in (0_u32..100, 1_u32..13, 1_u32..29),
        between in select(vec!["-", "+", "", " ", "–"]),
        century in select(vec!["", "19", "20"]),
        (before, after) in select(vec![("", ""), ("(", ")"), (" ", "."), ("\"", "\""), ("nr ", ", "), ("\n", "\n")]),
    ) {
        let number = identity_number(&format!("{year:02}{month:02}{day:02}"));
        let (date, last) = number.split_once('-').unwrap();
        let written = |last: &str| format!("# {before}{century}{date}{between}{last}{after}");
        let sorts = |text: &str| -> Vec<String> { scan("x.toml", text).iter().map(|finding| format!("{:?}", finding.message.arguments())).collect() };
        let found = sorts(&written(last));
        prop_assert_eq!(found.len(), 1, "{}", written(last));
        // Ten digits alone may be a phone number as well, and are stopped as one.
        let is_phone = number.starts_with("07") && found[0].contains("phone-number");
        prop_assert!(found[0].contains("identity-number") || is_phone, "{:?}", found);
        // One digit off, and the check digit is wrong.
        let check: u32 = last.parse().unwrap();
        let wrong = format!("{:04}", (check / 10) * 10 + (check + 1) % 10);
        prop_assert!(!sorts(&written(&wrong)).iter().any(|sort| sort.contains("identity-number")), "{}", written(&wrong));
        // As a part of something longer it is another number.
        let longer = format!("# 7{century}{date}{between}{last}");
        prop_assert!(!sorts(&longer).iter().any(|sort| sort.contains("identity-number")), "{}", longer);
    }
}

/// The files of the records of this repository's register.
fn files() -> Vec<(Kind, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("register");
    let mut files = Vec::new();
    for kind in Kind::ALL {
        // No folder is under git that has no file.
        let entries = fs::read_dir(root.join(kind.folder())).into_iter().flatten();
        let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
        paths.sort();
        files.extend(paths.iter().map(|path| (kind, fs::read_to_string(path).unwrap())));
    }
    assert!(files.len() > 100);
    files
}

/// Reads a text the fast way and the slow, and holds the one to the other.
#[track_caller]
fn assert_readers_agree<T>(text: &str)
where
    T: register::model::Table + serde::de::DeserializeOwned + PartialEq + Debug,
{
    let fast = read::<T>("x.toml", text.as_bytes());
    let (record, findings) = read_slowly::<T>("x.toml", text);
    assert_eq!(fast.findings, findings, "{text}");
    assert_eq!(fast.record, record, "{text}");
}

#[track_caller]
fn assert_readers_agree_on(kind: Kind, text: &str) {
    with_kind!(kind, R => assert_readers_agree::<R>(text));
}

#[test]
fn both_readers_say_the_same_of_every_file_of_the_register() {
    for (kind, text) in files() {
        assert_readers_agree_on(kind, &text);
        let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        assert_readers_agree_on(kind, &windows);
        assert_readers_agree_on(kind, windows.trim_end());
    }
}

#[test]
fn the_canonical_layout_of_every_file_of_the_register_says_the_same() {
    for (kind, text) in files() {
        let once = canonical(&text, shape_of(kind)).unwrap_or_else(|error| panic!("{error}: {text}"));
        assert_eq!(values(&once), values(&text));
        assert_eq!(canonical(&once, shape_of(kind)).unwrap(), once);
    }
}

/// A field is added in one place: its struct. All these are read off it.
#[test]
fn a_field_has_a_flag_a_property_and_a_column() {
    let language = Language::new(Tongue::FALLBACK);
    let command = register::cli::command(Tongue::FALLBACK);
    let add = command.find_subcommand("add").unwrap();
    for kind in Kind::ALL {
        for field in shape_of(kind).fields {
            let flag = field.name.replace('_', "-");
            let mut flags = add.find_subcommand(kind.name()).unwrap().get_arguments();
            // What the program makes of other fields is none that anybody gives.
            let is_own = field.role == Some(register::model::Role::Own);
            assert_eq!(flags.any(|arg| arg.get_long() == Some(&flag)), !is_own, "{kind:?}: --{flag}");
            let schema = schema(shape_of(kind), None, &language);
            assert!(schema["properties"][field.name].is_object(), "{kind:?}: {}", field.name);
            if field.shape.table().is_none() && !matches!(field.shape, Shape::Cadence) {
                find_column(kind, field.name).unwrap_or_else(|error| panic!("{kind:?}: {error}"));
            }
        }
    }
}

/// Every field of every table has a comment that says what it means. That it has a label in each language, the test
/// of the messages holds.
#[test]
fn a_field_has_a_comment() {
    let mut lacking = BTreeSet::new();
    for shape in Kind::ALL.map(shape_of).into_iter().chain([&Settings::TABLE]) {
        each_field(shape, &mut |table, field| {
            if field.doc.concat().trim().is_empty() {
                lacking.insert(format!("{}.{} has no comment in src/model/", table.name, field.name));
            }
        });
    }
    assert!(lacking.is_empty(), "{lacking:#?}");
}

/// Every field of a table, and of each table within it.
fn each_field(shape: &'static TableShape, look: &mut dyn FnMut(&'static TableShape, &'static Field)) {
    for field in shape.fields {
        look(shape, field);
        field.shape.inner().into_iter().for_each(|inner| each_field(inner, look));
    }
}

/// The elements of a list are told apart by fields that they have: without, a merge knows them by their places alone.
#[test]
fn an_element_goes_by_fields_of_its_table() {
    let mut lacking = BTreeSet::new();
    for shape in Kind::ALL.map(shape_of).into_iter().chain([&Settings::TABLE]) {
        each_field(shape, &mut |table, field| {
            let Some(element) = field.shape.table().filter(|_| field.shape.is_list()) else { return };
            if element.known_by().next().is_none() {
                lacking.insert(format!("{}.{}: `{}` has no `key`", table.name, field.name, element.name));
            }
            for name in element.known_by().filter(|name| element.field(name).is_none()) {
                lacking.insert(format!("`{}` goes by `{name}`, which is none of its fields", element.name));
            }
        });
    }
    assert!(lacking.is_empty(), "{lacking:#?}");
}

/// Labels are found by the name of the table.
#[test]
fn no_two_tables_have_one_name() {
    let mut tables: BTreeMap<&str, &TableShape> = BTreeMap::new();
    let mut look = |table: &'static TableShape| {
        let names = |table: &TableShape| table.fields.iter().map(|field| field.name).collect::<Vec<_>>();
        let first = tables.entry(table.name).or_insert(table);
        assert_eq!(names(first), names(table), "two tables are called `{}`", table.name);
    };
    for shape in Kind::ALL.map(shape_of).into_iter().chain([&Settings::TABLE]) {
        look(shape);
        each_field(shape, &mut |table, _| look(table));
    }
}
