//! How an inventory is probably meant: its columns by what stands over them and by what they hold.

use super::column::{ColumnLooks, are_values, named_fields, share};
use super::hands::Hands;
use super::heading::headed_by;
use super::heads::{Heads, Sure};
use super::map::{Map, MapColumn, Unit, in_words};
use super::route::Route;
use super::rows::Sheet;
use super::told::{is_too_wide, kind_is_told, tells};
use crate::catalog::{Understand, shape_of};
use crate::exchange::grid::{Grids, Held};
use crate::exchange::layout::tables;
use crate::model::{Kind, TableShape};
use std::collections::{BTreeMap, BTreeSet};

/// How much of a column has to be understood, for it to be of a field that nothing says it is of.
const UNDERSTOOD: f64 = 0.6;

/// What a column is probably of.
#[derive(Debug, Clone)]
pub struct Guess {
    /// The sheet.
    pub sheet: String,
    /// What stands over it.
    pub heading: String,
    /// The column, from 0.
    pub place: usize,
    /// Some of what it holds.
    pub examples: Vec<String>,
    /// Where its cells go.
    pub route: Option<Route>,
    /// What its numbers are counted in.
    pub unit: Unit,
    /// How sure that is.
    pub sure: Sure,
}

impl Guess {
    /// The column as a map has it, of one sheet or of any.
    fn column(&self, sheet: String) -> MapColumn {
        MapColumn { heading: self.heading.clone(), sheet, route: self.route.clone(), unit: self.unit }
    }
}

/// The tables of a file that are looked at: on the sheets that are wanted, or on all that are not hidden.
#[must_use]
pub fn sheets<'g>(file: &'g str, grids: &'g Grids, wanted: &[String]) -> Vec<Sheet<'g>> {
    let is_wanted = |name: &str| wanted.iter().any(|own| in_words(own) == in_words(name));
    let is_looked_at = |name: &str, is_hidden: bool| if wanted.is_empty() { !is_hidden } else { is_wanted(name) };
    let looked_at = grids.sheets.iter().filter(|grid| is_looked_at(&grid.name, grid.is_hidden));
    looked_at.flat_map(|grid| tables(grid).into_iter().map(move |table| Sheet { file, grid, table })).collect()
}

/// What the columns of a table are probably of.
#[must_use]
pub fn guesses(sheet: &Sheet<'_>, kind: Kind, understand: &dyn Understand) -> Vec<Guess> {
    let map = Map::of(kind);
    let hands = Hands::new(understand, &map);
    let heads = Heads::of(shape_of(kind));
    let columns: Vec<ColumnLooks<'_>> = sheet.table.heads.iter().map(|head| ColumnLooks::of(sheet, head)).collect();
    let mut found: Vec<(f64, usize, Route, Sure)> = Vec::new();
    for (place, looks) in columns.iter().enumerate().filter(|(_, looks)| !looks.is_of_persons && !looks.is_of_list) {
        found.extend(heads.found(looks, &hands).into_iter().map(|(score, route, sure)| (score, place, route, sure)));
        // What stands over a column says more of it than what it holds.
        let is_headed = found.iter().any(|(score, own, ..)| *own == place && *score > 0.9);
        if !is_headed && looks.is_of_names() {
            let by_cells = by_cells(looks, shape_of(kind), &hands);
            found.extend(by_cells.map(|(score, route)| (score, place, route, Sure::ByCells)));
        }
    }
    found.sort_by(|left, right| right.0.total_cmp(&left.0).then(left.1.cmp(&right.1)));
    let mut taken: BTreeMap<usize, (Route, Sure)> = BTreeMap::new();
    let mut used: BTreeSet<String> = BTreeSet::new();
    for (_, place, route, sure) in found {
        let is_free = route.ticked().is_some() || !used.contains(&route.to_string());
        if is_free && !taken.contains_key(&place) {
            used.insert(route.to_string());
            taken.insert(place, (route, sure));
        }
    }
    let guess = |(place, looks): (usize, &ColumnLooks<'_>)| {
        let unknown = if looks.is_of_persons { Sure::Persons } else { Sure::Unknown };
        let (route, sure) = taken.remove(&place).map_or((None, unknown), |(route, sure)| (Some(route), sure));
        let unit = route.clone().map_or(Unit::Ones, |route| headed_by(&looks.head.text, route).1);
        Guess {
            sheet: sheet.grid.name.clone(),
            heading: looks.head.text.clone(),
            place: looks.head.column,
            examples: looks.first.clone(),
            unit,
            route,
            sure,
        }
    };
    columns.iter().enumerate().map(guess).collect()
}

/// A map of what all tables probably mean: of those that tell what their rows are called.
#[must_use]
pub fn mapped(sheets: &[Sheet<'_>], kind: Kind, understand: &dyn Understand) -> (Map, Vec<Guess>) {
    let mut map = Map::of(kind);
    let mut all: Vec<Guess> = Vec::new();
    let (mut groups, mut names) = (Vec::new(), Vec::new());
    let mut first: BTreeMap<(&str, &str), BTreeSet<String>> = BTreeMap::new();
    for sheet in sheets.iter().filter(|sheet| !is_too_wide(sheet)) {
        let own = guesses(sheet, kind, understand);
        if !tells(own.iter().filter_map(|guess| guess.route.as_ref()), kind) {
            continue;
        }
        // Beside the largest table of a sheet stand others of something else, but for those that are headed the same.
        let heads: BTreeSet<String> = own.iter().map(|guess| in_words(&guess.heading)).collect();
        let largest = first.entry((sheet.file, &sheet.grid.name)).or_insert_with(|| heads.clone());
        if heads.intersection(largest).count() * 2 < heads.len() {
            continue;
        }
        groups.extend(sheet.table.groups.iter().map(|(_, name)| name.clone()));
        names.push(sheet.grid.name.clone());
        for guess in own.into_iter().filter(|guess| !guess.heading.is_empty()) {
            let known = all.iter().find(|other| in_words(&other.heading) == in_words(&guess.heading));
            let is_same = known.is_some_and(|other| other.route == guess.route && other.unit == guess.unit);
            // A column that is headed the same on two sheets and is not of the same is told apart by its sheet.
            let sheet = if known.is_some() && !is_same { guess.sheet.clone() } else { String::new() };
            if !is_same {
                map.columns.push(guess.column(sheet));
                all.push(guess);
            }
        }
    }
    let hands_map = Map::of(kind);
    let hands = Hands::new(understand, &hands_map);
    map.group = of_all(&groups, &map, &hands);
    names.dedup();
    let by_sheet = if names.len() > 1 { of_all(&names, &map, &hands) } else { None };
    map.sheet = by_sheet.filter(|route| map.group.as_ref() != Some(route));
    (map, all)
}

/// The columns of the tables that a map is of and that it says nothing of: what they probably are is put into it. What it has
/// of the same field already stays.
pub fn new_columns(map: &mut Map, sheets: &[Sheet<'_>], understand: &dyn Understand) -> Vec<Guess> {
    let mut new: Vec<Guess> = Vec::new();
    for sheet in sheets {
        let is_new = |map: &Map, heading: &str| !heading.is_empty() && map.column(&sheet.grid.name, heading).is_none();
        let heads = &sheet.table.heads;
        if !kind_is_told(sheet, map) || !heads.iter().any(|head| is_new(map, &head.text)) {
            continue;
        }
        let read = heads.iter().filter_map(|head| map.column(&sheet.grid.name, &head.text)?.route.clone());
        let read: Vec<Route> = read.collect();
        for mut guess in guesses(sheet, map.kind, understand) {
            if is_new(map, &guess.heading) {
                guess.route = guess.route.filter(|route| route.takes_several() || !read.contains(route));
                map.columns.push(guess.column(String::new()));
                new.push(guess);
            }
        }
    }
    new
}

/// The field that some names are of: a list of what is referred to, which most of them are, and no column says.
fn of_all(names: &[String], map: &Map, hands: &Hands<'_>) -> Option<Route> {
    let shape = shape_of(map.kind);
    let is_told = |route: &Route| {
        map.columns
            .iter()
            .filter_map(|column| column.route.as_ref())
            .any(|own| own.field().map(|own| own.name) == route.field().map(|own| own.name))
    };
    let routes = named_fields(shape).filter(|route| !is_told(route));
    let understood = |route: &Route| {
        let known =
            names.iter().filter(|name| are_values(&hands.read(route, &Held::Text((*name).clone()), Unit::Ones)));
        share(known.count(), names.len())
    };
    let scored = routes.map(|route| (understood(&route), route)).filter(|(score, _)| *score >= UNDERSTOOD);
    scored.max_by(|left, right| left.0.total_cmp(&right.0)).map(|(_, route)| route)
}

/// What a column that nothing is known of is of, by what it holds.
fn by_cells<'c>(
    looks: &'c ColumnLooks<'_>,
    shape: &'static TableShape,
    hands: &'c Hands<'_>,
) -> impl Iterator<Item = (f64, Route)> + 'c {
    named_fields(shape).filter_map(move |route| {
        if looks.texts.len() < 2 {
            return None;
        }
        let known =
            looks.texts.iter().filter(|text| are_values(&hands.read(&route, &Held::Text((*text).clone()), Unit::Ones)));
        let understood = share(known.count(), looks.texts.len());
        (understood >= UNDERSTOOD).then_some((understood / 2.0, route))
    })
}
