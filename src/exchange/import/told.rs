//! What a map tells of: the tables that it is of, and what nobody has said yet.

use super::map::{Map, in_words};
use super::route::Route;
use super::rows::Sheet;
use crate::catalog::shape_of;
use crate::model::{Document, Field, Kind};
use std::collections::BTreeSet;

/// How many columns an inventory has at most that a person has made.
const MOST_COLUMNS: usize = 300;

/// Whether a table is wider than any inventory.
pub(super) fn is_too_wide(sheet: &Sheet<'_>) -> bool {
    sheet.table.heads.len() > MOST_COLUMNS
}

/// Whether columns tell what records are called, or as much as there has to be where such records are called nothing.
pub(super) fn tells<'r>(routes: impl Iterator<Item = &'r Route>, kind: Kind) -> bool {
    let routes: Vec<&Route> = routes.collect();
    match kind.called_by() {
        Some(name) => routes.len() > 1 && routes.iter().any(|route| route.to_string() == name),
        None => routes.iter().any(|route| route.field().is_some_and(|field| field.required)),
    }
}

/// Whether a table tells what its rows are, by a map.
#[must_use]
pub fn kind_is_told(sheet: &Sheet<'_>, map: &Map) -> bool {
    if is_too_wide(sheet) {
        return false;
    }
    let is_wanted = map.sheets.is_empty() || map.sheets.iter().any(|own| in_words(own) == in_words(&sheet.grid.name));
    let heads = sheet.table.heads.iter();
    let routes = heads.filter_map(|head| map.column(&sheet.grid.name, &head.text)?.route.as_ref());
    is_wanted && tells(routes, map.kind)
}

/// What has to be said and no column says: of the records, and of the parts of their lists that some column tells of.
#[must_use]
pub fn lacking(map: &Map) -> Vec<Route> {
    let shape = shape_of(map.kind);
    let columns = map.columns.iter().filter_map(|column| column.route.as_ref());
    let all: Vec<&Route> =
        columns.chain(&map.group).chain(&map.sheet).chain(map.fill.iter().map(|(route, _)| route)).collect();
    let is_told = |path: &str| all.iter().any(|route| route.to_string().split('=').next() == Some(path));
    let mut paths: Vec<String> =
        shape.fields.iter().filter(|field| field.required).map(|field| field.name.to_owned()).collect();
    // What is said of no part in particular goes for those that some column tells of.
    let has_parts = |field: &Field| {
        all.iter().any(|route| route.fields().any(|(_, own, key)| own.name == field.name && !key.is_empty()))
    };
    for (field, table) in all.iter().filter_map(|route| route.own_element()).filter(|(field, _)| !has_parts(field)) {
        // What such a part says of where it was read is put there.
        let required = table.fields.iter().filter(|own| own.required && !own.shape.is_element());
        if !table.is::<Document>() {
            paths.extend(required.map(|own| format!("{}.{}", field.name, own.name)));
        }
    }
    let mut seen = BTreeSet::new();
    paths.retain(|path| !is_told(path) && seen.insert(path.clone()));
    paths.iter().filter_map(|path| Route::parse(path, shape)).collect()
}

/// The headings of a map that none of its tables has.
#[must_use]
pub fn missing_columns(map: &Map, tables: &[Sheet<'_>]) -> Vec<String> {
    let heads = tables.iter().flat_map(|sheet| sheet.table.heads.iter().map(move |head| (sheet, head)));
    let there: BTreeSet<&str> = heads
        .filter_map(|(sheet, head)| map.column(&sheet.grid.name, &head.text))
        .map(|column| column.heading.as_str())
        .collect();
    let read = map.columns.iter().filter(|column| column.route.is_some());
    read.map(|column| column.heading.clone()).filter(|heading| !there.contains(heading.as_str())).collect()
}
