use super::*;
use crate::catalog::shape_of;
use crate::model::{Choices, Kind, Settings, Shape, Table as _, TableShape};
use std::collections::{BTreeMap, BTreeSet};

/// Every table that is within the records of a kind, by its name.
fn tables(shape: &'static TableShape, found: &mut BTreeMap<&'static str, &'static TableShape>) {
    if found.insert(shape.name, shape).is_none() {
        shape.fields.iter().filter_map(|field| field.shape.inner()).for_each(|inner| tables(inner, found));
    }
}

fn all_tables() -> BTreeMap<&'static str, &'static TableShape> {
    let mut found = BTreeMap::new();
    Kind::ALL.into_iter().for_each(|kind| tables(shape_of(kind), &mut found));
    tables(&Settings::TABLE, &mut found);
    found
}

#[test]
fn every_heading_that_is_known_is_of_a_field() {
    let tables = all_tables();
    assert!(KNOWN.heads.len() > 150, "{}", KNOWN.heads.len());
    for (table, path, word) in &KNOWN.heads {
        let shape = tables.get(table).unwrap_or_else(|| panic!("{word}: there is no table {table}"));
        let route = Route::parse(path, shape).unwrap_or_else(|| panic!("{word}: {table} has no {path}"));
        assert_eq!(route.to_string(), *path, "{word}");
    }
}

#[test]
fn no_heading_is_of_two_fields() {
    let mut known: BTreeMap<(&str, String), &str> = BTreeMap::new();
    for (table, path, word) in &KNOWN.heads {
        let other = known.insert((table, crate::model::slug(word)), path);
        assert!(other.is_none_or(|other| other == *path), "{word} is {path} and {}", other.unwrap_or_default());
    }
}

#[test]
fn every_word_for_a_value_is_of_a_code() {
    let mut lists: BTreeMap<&str, &Choices> = BTreeMap::new();
    for shape in all_tables().values() {
        for field in shape.fields {
            if let Shape::Choice(list) = field.shape.single() {
                lists.insert(list.name, list);
            }
        }
    }
    for ((list, word), code) in &KNOWN.values {
        let choices = lists.get(list).unwrap_or_else(|| panic!("{word}: there is no list {list}"));
        assert!(choices.codes.contains(code), "{word}: {list} has no {code}");
    }
}

#[test]
fn a_map_is_written_as_it_is_read() {
    let text = "kind = \"intervention\"\nsheets = [\"Blad1\"]\ngroup = \"districts\"\nsheet = \"category\"\n\n\
                [fill]\nstatus = \"pågående\"\n\n\
                [[column]]\nheading = \"Insats\"\nfield = \"title\"\n\n\
                [[column]]\nheading = \"Budget 2026\"\nsheet = \"Blad1\"\nfield = \"budget[2026].amount\"\nunit = \"thousands\"\n\n\
                [[column]]\nheading = \"Anm\"\nfield = \"\"\n\n\
                [words.body]\nSoc = \"socialforvaltningen\"\n\n[rows]\n\"Läxhjälp (ryd)\" = \"\"\n\n\
                [new.body.klubben]\nname = \"Klubben\"\ntype = \"association\"\n";
    let map = Map::parse(text).unwrap();
    assert_eq!(map.text(), text);
    assert_eq!(Map::parse(&map.text()).unwrap(), map);
    for wrong in ["", "kind = \"insats\"", "kind = \"body\"\ngroup = \"never\"", "kind = \"body\"\nnever = 1", "\0"] {
        assert!(Map::parse(wrong).is_err(), "{wrong}");
    }
    let fields: BTreeSet<String> =
        map.columns.iter().filter_map(|own| own.route.as_ref()).map(Route::to_string).collect();
    assert_eq!(fields.len(), 2);
}
