//! How a column looks: what stands over it, and what it holds.

use super::hands::{Hands, Reading, plain_text};
use super::heading::{holds, plain_head};
use super::known::KNOWN;
use super::map::{Unit, in_words, list_of, says_nothing};
use super::route::Route;
use super::rows::Sheet;
use crate::exchange::grid::Held;
use crate::exchange::layout::Head;
use crate::model::{TableShape, slug};
use crate::words::WORDS;
use std::collections::BTreeSet;

/// How many rows are looked at for what a column holds.
const LOOKED_AT: usize = 200;

/// How much of a column has to be ticks, for it to be one of ticks.
const TICKED: f64 = 0.5;

/// How much of a column of names is known at least, where it is one.
const SOME_UNDERSTOOD: f64 = 0.2;

/// A longer text is rather prose than names, in bytes.
const LONG_NAME: usize = 80;

/// How many different texts of a column are looked at.
const TEXTS: usize = 40;

/// How a column looks.
pub(super) struct ColumnLooks<'c> {
    /// What stands over it.
    pub(super) head: &'c Head,
    /// The words over it, without years, units, and what is in brackets.
    pub(super) words: String,
    /// The same of each part.
    pub(super) parts: Vec<String>,
    /// Whether it says who somebody is.
    pub(super) is_of_persons: bool,
    /// Whether it says something of the list alone.
    pub(super) is_of_list: bool,
    /// Whether its cells are ticked or not, and some are.
    pub(super) is_ticked: bool,
    /// The different texts that it holds.
    pub(super) texts: Vec<String>,
    /// The first that it holds.
    pub(super) first: Vec<String>,
}

impl<'c> ColumnLooks<'c> {
    /// How one of a table looks.
    pub(super) fn of(sheet: &'c Sheet<'_>, head: &'c Head) -> Self {
        let cells: Vec<&Held> = sheet
            .table
            .rows
            .iter()
            .take(LOOKED_AT)
            .map(|row| sheet.grid.at(*row, head.column))
            .filter(|held| !held.is_empty())
            .collect();
        let ticked = |held: &&&Held| KNOWN.ticks.contains(&in_words(&plain_text(held)).as_str());
        let is_tick = |held: &&Held| {
            let word = in_words(&plain_text(held));
            KNOWN.ticks.contains(&word.as_str())
                || says_nothing(&word)
                || WORDS.yes.contains(&word.as_str())
                || WORDS.no.contains(&word.as_str())
                || word == "0"
        };
        let texts: BTreeSet<String> =
            cells.iter().filter_map(|held| held.text()).filter(|text| !says_nothing(text)).map(str::to_owned).collect();
        let whole = plain_head(&head.text);
        let is_one_of =
            |words: &[&str]| words.iter().any(|word| slug(word) == slug(&whole) || **word == *in_words(&head.text));
        let has_one_of = |words: &[&str]| words.iter().any(|word| holds(&slug(&whole), &slug(word)));
        Self {
            head,
            parts: head.parts.iter().map(|part| plain_head(part)).collect(),
            is_of_persons: has_one_of(&KNOWN.persons),
            is_of_list: is_one_of(&KNOWN.lists),
            is_ticked: share(cells.iter().filter(|held| is_tick(held)).count(), cells.len()) >= TICKED
                && cells.iter().any(|held| ticked(&held)),
            first: cells.iter().take(3).map(|held| plain_text(held)).collect(),
            texts: texts.into_iter().take(TEXTS).collect(),
            words: whole,
        }
    }

    /// Whether it holds names rather than prose.
    pub(super) fn is_of_names(&self) -> bool {
        let long = self.texts.iter().filter(|text| text.len() > LONG_NAME).count();
        long * 4 <= self.texts.len()
    }

    /// Whether some of what it holds is known, where its field is of names.
    pub(super) fn is_understood(&self, route: &Route, hands: &Hands<'_>) -> bool {
        if list_of(&route.asked().shape).is_none() || self.texts.is_empty() {
            return true;
        }
        let known = self.texts.iter().filter(|text| {
            let read = hands.read(route, &Held::Text((*text).clone()), Unit::Ones);
            read.iter().any(|reading| matches!(reading, Reading::Value(_)))
        });
        share(known.count(), self.texts.len()) >= SOME_UNDERSTOOD
    }
}

/// Whether all that was read is understood.
pub(super) fn are_values(read: &[Reading]) -> bool {
    !read.is_empty() && read.iter().all(|reading| matches!(reading, Reading::Value(_)))
}

/// How much of a whole a part is.
#[allow(clippy::cast_precision_loss)]
pub(super) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// The fields of a table whose values have names.
pub(super) fn named_fields(shape: &'static TableShape) -> impl Iterator<Item = Route> {
    let fields = shape.fields.iter().filter(|field| field.section.is_some() && list_of(&field.shape).is_some());
    fields.filter_map(move |field| Route::parse(field.name, shape))
}
