//! What is printed is read back: whatever stands in a cell, in either language, is taken for the value that it shows.

use crate::support::Sandbox;
use crate::support::any::texts;
use proptest::prelude::*;
use register::catalog::{Ambiguous, FoundRecord, InputError, find, find_field, parse_value, shape_of};
use register::cli::{Memory, Reader};
use register::format::{Texts, table_of_text};
use register::language::Language;
use register::model::{Day, Fields, Kind, Register, Shape, TableShape, Tongue, Value};
use register::render::Words;
use register::report::field_cell;
use register::store::Store;
use std::collections::BTreeMap;
use std::path::Path;
use toml::Value as Toml;

/// The registers that are tried: the municipality's own, the examples, and one that has every field.
fn folders() -> Vec<std::path::PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let examples = std::fs::read_dir(root.join("examples")).unwrap();
    let mut folders: Vec<_> = examples.map(|entry| entry.unwrap().path()).collect();
    folders.extend([root.join("register"), root.join("tests/errors/silent")]);
    folders.retain(|folder| folder.join("register.toml").is_file());
    folders.sort();
    folders
}

fn load(folder: &Path) -> (Store, Register) {
    let store = Store::find(folder, Some(folder)).unwrap();
    let register = store.load(None, Texts::All).unwrap().register;
    (store, register)
}

/// A value in the form that it has when it is compared: numbers as numbers, one of a list as itself.
fn plain(value: &Toml) -> Toml {
    match value {
        Toml::Integer(number) => Toml::Float(*number as f64),
        Toml::Array(several) => Toml::Array(several.iter().map(plain).collect()),
        Toml::Table(table) => Toml::Table(table.iter().map(|(key, value)| (key.clone(), plain(value))).collect()),
        Toml::String(text) => Toml::String(text.trim().to_owned()),
        other => other.clone(),
    }
}

/// What was not read back, by the shape and the language.
#[derive(Default)]
struct Lost {
    by_field: BTreeMap<String, String>,
    tried: usize,
    /// Whether texts are such as no cell shows as they are.
    are_texts_odd: bool,
}

/// Whether a value of a shape has texts in it, or names of what may not be there.
fn has_names(shape: &Shape) -> bool {
    match shape {
        Shape::Text | Shape::CaseNumber | Shape::AreaCode | Shape::Reference(_) => true,
        Shape::List(inner) => has_names(inner),
        Shape::Table(table) => table.fields.iter().any(|field| has_names(&field.shape)),
        _ => false,
    }
}

/// Tries each field of each record of a register.
fn try_register(folder: &Path, lost: &mut Lost) {
    let (store, register) = load(folder);
    for kind in Kind::ALL {
        for (id, file, fields) in register.records(kind) {
            let text = std::fs::read_to_string(store.root().join(file)).unwrap();
            let Some(table) = table_of_text(&text) else { panic!("{id}") };
            for tongue in Tongue::ALL.iter().copied() {
                try_fields(fields, &table, shape_of(kind), &register, tongue, lost);
            }
        }
    }
}

/// Tries each field of a table, and those of the tables in it.
fn try_fields(
    fields: &dyn Fields,
    file: &toml::Table,
    shape: &'static TableShape,
    register: &Register,
    tongue: Tongue,
    lost: &mut Lost,
) {
    let today: Day = "2026-11-27".parse().unwrap();
    let language = Language::new(tongue);
    let memory = Memory::default();
    let reader = Reader { language: &language, today, register: Some(register), memory: &memory };
    let words = Words { language: &language, currency: &register.settings.currency, ids: false };
    for field in shape.fields {
        let (value, Some(written)) = (fields.get(field.name), file.get(field.name)) else { continue };
        if value.is_empty() || matches!(field.shape, Shape::Words) || (lost.are_texts_odd && has_names(&field.shape)) {
            continue;
        }
        let printed = words.cell(&field_cell(field, value, register));
        let read = parse_value(field.name, field, &printed, &reader);
        lost.tried += 1;
        let is_same = match &read {
            Ok(read) => plain(read) == plain(written),
            // Nobody writes what can't be.
            Err(InputError::OutOfRange { .. } | InputError::NotYet { .. }) => true,
            // Where several are called the same, a person is asked.
            Err(InputError::Several { known, .. }) => {
                let text = plain(written).to_string();
                known.iter().any(|known| text.contains(known))
            }
            Err(_) => false,
        };
        if !is_same {
            let name = format!("{}.{} {tongue:?}", shape.name, field.name);
            let told = format!("{printed:?} is read as {read:?}, and is {written}");
            lost.by_field.entry(name).or_insert(told);
        }
        // What a field is called leads to it.
        let label = language.field(shape.name, field.name);
        assert_eq!(find_field(shape, &label).map(|found| found.name), Some(field.name), "{label} of {}", shape.name);
        match (value, written) {
            (Value::Table(inner), Toml::Table(table)) => {
                try_fields(inner, table, inner.shape(), register, tongue, lost);
            }
            (Value::List(list), Toml::Array(tables)) => {
                for (place, table) in tables.iter().enumerate() {
                    if let (Value::Table(inner), Toml::Table(table)) = (list.at(place), table) {
                        try_fields(inner, table, inner.shape(), register, tongue, lost);
                    }
                }
            }
            _ => {}
        }
    }
}

#[test]
fn whatever_is_printed_in_a_cell_is_read_back() {
    let mut lost = Lost::default();
    for folder in folders() {
        try_register(&folder, &mut lost);
    }
    assert!(lost.tried > 10_000, "{} cells were tried", lost.tried);
    assert!(lost.by_field.is_empty(), "{:#?}", lost.by_field);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// The same for values of any shape but texts, which may hold what no cell shows as it is, and names of what is not there.
    #[test]
    fn whatever_any_register_prints_is_read_back(texts in texts()) {
        let sandbox = Sandbox::empty();
        for (path, text) in &texts {
            sandbox.write(&format!("register/{path}"), text);
        }
        let mut lost = Lost { are_texts_odd: true, ..Lost::default() };
        try_register(&sandbox.path("register"), &mut lost);
        prop_assert!(lost.by_field.is_empty(), "{:#?}", lost.by_field);
    }
}

/// Each record is found by what it is called on the screen, or is among those that are.
#[test]
fn every_record_is_found_by_its_title() {
    let today: Day = "2026-11-27".parse().unwrap();
    for folder in folders() {
        let (_, register) = load(&folder);
        for tongue in Tongue::ALL.iter().copied() {
            let (language, memory) = (Language::new(tongue), Memory::default());
            let reader = Reader { language: &language, today, register: Some(&register), memory: &memory };
            let words = Words { language: &language, currency: "SEK", ids: false };
            for kind in Kind::ALL {
                for id in register.ids(kind) {
                    let title = words.cell(&register::report::title(&register, kind, id));
                    let named = format!("{}/{title}", language.kind(kind));
                    let found = match find(&register, &named, &reader) {
                        Ok(FoundRecord::Record(record) | FoundRecord::Begun(record)) => vec![record],
                        Err(Ambiguous::Several(records)) => records,
                        other => panic!("{named}: {other:?}"),
                    };
                    assert!(found.iter().any(|record| record.kind == kind && record.id.as_str() == id), "{named}");
                }
            }
        }
    }
}
