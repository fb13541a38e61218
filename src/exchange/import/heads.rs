//! What stands over columns, and which fields they then are of.

use super::column::{ColumnLooks, are_values, named_fields};
use super::hands::Hands;
use super::heading::{headed_by, likeness};
use super::known::KNOWN;
use super::map::{Unit, in_words};
use super::route::Route;
use crate::catalog::called;
use crate::exchange::grid::Held;
use crate::model::{Field, Role, TableShape, slug};
use std::collections::BTreeMap;

/// How much less sure it is that a column is of names where few of them are known.
const NOT_UNDERSTOOD: f64 = 0.92;

/// How sure it is what a column is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sure {
    /// It is headed so.
    Headed,
    /// It is headed by something like it.
    Alike,
    /// Its cells are like that.
    ByCells,
    /// It says who somebody is, and is left out.
    Persons,
    /// Nothing is known of it.
    Unknown,
}

/// What columns may be headed by, and what each then is of.
pub(super) struct Heads {
    shape: &'static TableShape,
    /// Words, as slugs, and the field.
    known: Vec<(String, String)>,
    /// What the fields are called, as slugs, and the field.
    own: Vec<(String, String)>,
    /// What heads the columns of a list's or a table's own fields, as slugs: the field, and its table.
    above: Vec<(String, &'static Field, &'static TableShape)>,
}

impl Heads {
    /// Those of a table.
    pub(super) fn of(shape: &'static TableShape) -> Self {
        let own = |field: &&Field| field.role != Some(Role::Own) && (field.required || field.section.is_some());
        let mut known = known_of(shape);
        let mut above: Vec<(String, &'static Field, &'static TableShape)> = Vec::new();
        for field in shape.fields {
            if let Some(inner) = field.shape.table() {
                above.extend(called(shape, field).map(|name| (slug(name), field, inner)));
                let words = KNOWN
                    .heads
                    .iter()
                    .filter(|(table, path, _)| *table == shape.name && path.split('.').next() == Some(field.name));
                above.extend(words.map(|(_, _, word)| (slug(word), field, inner)));
            }
        }
        let mut labels: Vec<(String, String)> = Vec::new();
        for field in shape.fields.iter().filter(own) {
            labels.extend(called(shape, field).map(|name| (slug(name), field.name.to_owned())));
        }
        known.extend(labels.iter().cloned());
        Self { shape, known, own: labels, above }
    }

    /// What a column may be of, by what stands over it, and how surely.
    pub(super) fn found(&self, looks: &ColumnLooks<'_>, hands: &Hands<'_>) -> Vec<(f64, Route, Sure)> {
        if looks.is_ticked {
            return self.ticked(looks, hands).map(|route| vec![(1.0, route, Sure::Headed)]).unwrap_or_default();
        }
        let mut best: BTreeMap<String, f64> = BTreeMap::new();
        let mut note = |path: &str, score: f64| {
            let own = best.entry(path.to_owned()).or_insert(0.0);
            *own = own.max(score);
        };
        let whole = slug(&in_words(&looks.head.text));
        let last = looks.parts.last().map(|part| slug(part)).unwrap_or_default();
        // Of heads on several lines the last says what its column is of, and those above it only what that belongs to.
        let is_split = looks.parts.len() > 1;
        let written = [(slug(&looks.words), 0.97, is_split), (whole, 0.97, is_split), (last, 0.95, false)];
        for (words, weight, is_exact) in written.iter().filter(|(words, ..)| !words.is_empty()) {
            for (known, path) in &self.known {
                let score = likeness(words, known);
                if score > if *is_exact { 0.9 } else { 0.0 } {
                    note(path, score * weight);
                }
            }
        }
        // What the program has written is headed by the fields themselves.
        if let Some(route) = Route::parse(&looks.head.text, self.shape) {
            note(&route.to_string(), 1.0);
        }
        for (known, path) in &self.own {
            if *known == slug(&looks.words) || *known == slug(&in_words(&looks.head.text)) {
                note(path, 1.0);
            }
        }
        for (path, score) in self.below(looks) {
            note(&path, score);
        }
        let found = best.into_iter().filter_map(|(path, score)| {
            let route = Route::parse(&path, self.shape)?;
            // What is headed as names are and holds none that are known may be something else.
            let score = if looks.is_understood(&route, hands) { score } else { score * NOT_UNDERSTOOD };
            let (route, _) = headed_by(&looks.head.text, route);
            Some((score, route, if score > 0.9 { Sure::Headed } else { Sure::Alike }))
        });
        found.collect()
    }

    /// The fields of what the first line of the heads says that the last one is of.
    fn below(&self, looks: &ColumnLooks<'_>) -> Vec<(String, f64)> {
        let (Some(first), Some(last)) = (looks.parts.first(), looks.parts.last()) else { return Vec::new() };
        let (first, last) = (slug(first), slug(last));
        let mut found = Vec::new();
        for (_, field, inner) in self.above.iter().filter(|(words, ..)| looks.parts.len() > 1 && *words == first) {
            let labels = inner
                .fields
                .iter()
                .flat_map(|own| called(inner, own).map(move |name| (slug(name), own.name.to_owned())));
            let known = known_of(inner).into_iter().chain(labels);
            found.extend(
                known.filter(|(words, _)| *words == last).map(|(_, path)| (format!("{}.{path}", field.name), 1.0)),
            );
        }
        found
    }

    /// What a tick in a column says: the value of a list that the column is headed by.
    fn ticked(&self, looks: &ColumnLooks<'_>, hands: &Hands<'_>) -> Option<Route> {
        let name = looks.head.parts.last()?;
        let lists = || named_fields(self.shape).filter(|route| route.asked().shape.is_list());
        let is_value = |route: &Route| are_values(&hands.read(route, &Held::Text(name.clone()), Unit::Ones));
        let above = looks.parts.first().filter(|_| looks.parts.len() > 1).map(|part| slug(part)).unwrap_or_default();
        let is_headed =
            |route: &Route| self.known.iter().any(|(words, path)| *words == above && *path == route.to_string());
        let found = lists().find(|route| is_headed(route)).or_else(|| lists().find(is_value))?;
        Route::parse(&format!("{found}={name}"), self.shape)
    }
}

/// What inventories call the fields of a table, as slugs.
fn known_of(shape: &TableShape) -> Vec<(String, String)> {
    let own = KNOWN.heads.iter().filter(|(table, ..)| *table == shape.name);
    own.map(|(_, path, word)| (slug(word), (*path).to_owned())).collect()
}
