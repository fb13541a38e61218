//! Any register at all: records of every kind, with any of their fields, as a person may have written them. What a new
//! field holds comes of its shape.

use proptest::prelude::*;
use proptest::sample::select;
use register::catalog::shape_of;
use register::format::{RecordFile, file_text};
use register::model::{Cadence, Field, Kind, Money, RESERVED, Settings, Shape, Table as _, TableShape, Target};
use toml::{Table, Value};

/// The texts of a register's files, by their paths.
pub type Texts = Vec<(String, String)>;

/// Text that is hard for a file or for a cell of a table.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[A-Za-zåäöÅÄÖ€ ,.;:=#'\"\\[\\]{}|\\\\/+-]{0,20}[A-Za-zå.!|\\\\\"]",
        1 => select(vec!["rad ett\nrad två\n\n- tre", "rad ett\nrad två\n", "slut ", " ", "\u{a0}"]).prop_map(str::to_owned),
        1 => select(vec!["'''", "\"\"\"\\", "tab\there", "a\rb", "c\u{1}d\u{7f}e\u{85}f", "=1+1", "0580", "1-maj", "007", "2e5", "true", "\u{feff}bom", "e\u{301}"])
            .prop_map(str::to_owned),
    ]
}

fn id() -> impl Strategy<Value = String> {
    "[a-z]([a-z0-9-]{0,6}[a-z0-9])?".prop_filter("no name that Windows keeps", |id| !RESERVED.contains(&id.as_str()))
}

fn day() -> impl Strategy<Value = String> {
    (2019..2032_u32, 1..13_u32, 1..29_u32).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"))
}

fn reference(target: Target) -> BoxedStrategy<String> {
    let element = |word: &'static str| (id(), id()).prop_map(move |(of, own)| format!("{word}{of}#{own}"));
    match target {
        Target::Record(_)
        | Target::MunicipalGoal
        | Target::OwnGoal
        | Target::OwnIndicator
        | Target::TargetGroup
        | Target::Category => id().boxed(),
        Target::Goal | Target::Decision => prop_oneof![id(), element("")].boxed(),
        Target::Problem | Target::Cause => element("").boxed(),
        Target::Anything => prop_oneof![id().prop_map(|id| format!("meeting/{id}")), element("district/")].boxed(),
    }
}

fn value(shape: &Shape) -> BoxedStrategy<Value> {
    match *shape {
        Shape::Text | Shape::CaseNumber | Shape::AreaCode => text().prop_map(Value::String).boxed(),
        Shape::Flag => any::<bool>().prop_map(Value::Boolean).boxed(),
        Shape::Integer | Shape::Ordinal => (0..3000_i64).prop_map(Value::Integer).boxed(),
        Shape::Year => (1900..2200_i64).prop_map(Value::Integer).boxed(),
        Shape::Number => prop_oneof![
            (-1_000_000..1_000_000_i64).prop_map(|number| Value::Float(number as f64 / 1000.0)),
            (-99..99_i64).prop_map(|number| Value::Float(number as f64)),
            select(vec![1e-7, 0.1 + 0.2, 1.5e15]).prop_map(Value::Float),
        ]
        .boxed(),
        Shape::Money => prop_oneof![0..10_000_000_i64, Just(Money::MOST)].prop_map(Value::Integer).boxed(),
        Shape::Day => day().prop_map(|day| Value::Datetime(day.parse().unwrap())).boxed(),
        Shape::Term => select(vec!["2026", "2026-h1", "2025-t3", "2026-q4", "2024-02"]).prop_map(Value::from).boxed(),
        Shape::Choice(choices) => select(choices.codes.to_vec()).prop_map(Value::from).boxed(),
        Shape::Element | Shape::FormerId => id().prop_map(Value::String).boxed(),
        Shape::Reference(target) => reference(target).prop_map(Value::String).boxed(),
        Shape::Readings => prop::collection::btree_map(id(), -999..999_i64, 1..4)
            .prop_map(|readings| {
                readings.into_iter().map(|(id, number)| (id, Value::Float(number as f64 / 4.0))).collect::<Table>()
            })
            .prop_map(Value::Table)
            .boxed(),
        Shape::Cadence => prop::collection::vec(table(Cadence::PHASE), 1..4)
            .prop_map(|mut phases| {
                let only = phases.len() == 1;
                if only {
                    Value::Table(phases.remove(0))
                } else {
                    Value::Array(phases.into_iter().map(Value::Table).collect())
                }
            })
            .boxed(),
        Shape::Words => prop::collection::btree_map(id(), (text(), prop::option::of(text())), 1..4)
            .prop_map(|words| {
                let names = |(sv, en): (String, Option<String>)| {
                    let names = [("sv", Some(sv)), ("en", en)].into_iter();
                    names.filter_map(|(language, name)| Some((language.to_owned(), Value::String(name?)))).collect()
                };
                Value::Table(words.into_iter().map(|(id, own)| (id, Value::Table(names(own)))).collect())
            })
            .boxed(),
        Shape::Table(inner) => table(inner).prop_map(Value::Table).boxed(),
        // A list may have a text in it that says nothing.
        Shape::List(Shape::Text) => {
            let text = prop_oneof![5 => text(), 1 => Just(String::new())].prop_map(Value::String);
            prop::collection::vec(text, 1..4).prop_map(Value::Array).boxed()
        }
        Shape::List(inner) => prop::collection::vec(value(inner), 1..4).prop_map(Value::Array).boxed(),
    }
}

/// A number as one that can be in its field.
fn possible(field: &Field, value: Value) -> Value {
    let (least, most) = (field.least().unwrap_or(i64::MIN), field.most().unwrap_or(i64::MAX));
    match value {
        Value::Integer(number) => Value::Integer(number.clamp(least, most)),
        Value::Float(number) => Value::Float(number.clamp(least as f64, most as f64)),
        value => value,
    }
}

/// A table of a shape: what is required, and any of the rest; never nothing at all, which no file says.
fn table(shape: &'static TableShape) -> BoxedStrategy<Table> {
    let fields: Vec<BoxedStrategy<Option<(String, Value)>>> = shape
        .fields
        .iter()
        .map(|field| {
            let name = field.name;
            let own = value(&field.shape).prop_map(move |value| (name.to_owned(), possible(field, value)));
            if field.required { own.prop_map(Some).boxed() } else { prop::option::weighted(0.4, own).boxed() }
        })
        .collect();
    let first = shape.fields.first().map(|field| (field.name, field.shape));
    (fields, first.map(|(_, own)| value(&own)).unwrap())
        .prop_map(move |(fields, instead)| {
            let table: Table = fields.into_iter().flatten().filter(|(_, value)| !is_nothing(value)).collect();
            match first {
                Some((name, _)) if table.is_empty() => [(name.to_owned(), instead)].into_iter().collect(),
                _ => table,
            }
        })
        .boxed()
}

fn is_nothing(value: &Value) -> bool {
    matches!(value, Value::Table(table) if table.is_empty())
}

fn settings() -> impl Strategy<Value = (String, String)> {
    table(&Settings::TABLE).prop_map(|mut table| {
        table.insert("format".to_owned(), Value::Integer(2));
        // One currency is as good as another, and where they are none nothing can be summed.
        table.insert("currency".to_owned(), Value::from("SEK"));
        ("register.toml".to_owned(), file_text(&table, &Settings::TABLE))
    })
}

/// The files of any register.
pub fn texts() -> impl Strategy<Value = Texts> {
    let of_kind = |kind: Kind| {
        prop::collection::btree_map(id(), table(shape_of(kind)), 0..3).prop_map(move |records| {
            let file = |(id, own): (String, Table)| (RecordFile::path_of(kind, &id), file_text(&own, shape_of(kind)));
            records.into_iter().map(file).collect::<Texts>()
        })
    };
    let kinds: Vec<_> = Kind::ALL.into_iter().map(of_kind).collect();
    (settings(), kinds)
        .prop_map(|(settings, kinds)| [settings].into_iter().chain(kinds.into_iter().flatten()).collect())
}
