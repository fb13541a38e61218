//! How an inventory is probably meant: its columns by what stands over them and by what they hold.

use super::hands::{Hands, Reading, plain_text};
use super::known::KNOWN;
use super::map::{Map, MapColumn, Unit, in_words, list_of, says_nothing};
use super::route::Route;
use super::rows::Sheet;
use crate::catalog::{Understand, called, shape_of};
use crate::exchange::grid::{Grids, Held};
use crate::exchange::layout::{Head, tables};
use crate::model::{Document, Field, Kind, Role, Shape, TableShape, slug};
use crate::words::WORDS;
use std::collections::{BTreeMap, BTreeSet};

/// How many rows are looked at for what a column holds.
const LOOKED_AT: usize = 200;

/// How much of a column has to be understood, for it to be of a field that nothing says it is of.
const UNDERSTOOD: f64 = 0.6;

/// How much of a column has to be ticks, for it to be one of ticks.
const TICKED: f64 = 0.5;

/// How much of a column of names is known at least, where it is one.
const SOME_UNDERSTOOD: f64 = 0.2;

/// A longer text is rather prose than names, in bytes.
const LONG_NAME: usize = 80;

/// How many different texts of a column are looked at.
const TEXTS: usize = 40;

/// Of wider tables, what the columns behind these are is not guessed.
const MOST_GUESSED: usize = 200;

/// How much less sure it is that a column is of names where few of them are known.
const NOT_UNDERSTOOD: f64 = 0.92;

/// Heads at least this alike say the same.
const ALIKE: f64 = 0.93;

/// The least letters of heads that may be alike.
const LEAST_ALIKE: usize = 5;

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
    let guessed = columns.iter().enumerate().take(MOST_GUESSED);
    for (place, looks) in guessed.filter(|(_, looks)| !looks.is_of_persons && !looks.is_of_list) {
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
        let (route, sure) = taken.remove(&place).map_or((None, looks.sure()), |(route, sure)| (Some(route), sure));
        Guess {
            sheet: sheet.grid.name.clone(),
            heading: looks.head.text.clone(),
            place: looks.head.column,
            examples: looks.examples(),
            unit: if route.as_ref().is_some_and(is_money) { looks.unit } else { Unit::Ones },
            route,
            sure,
        }
    };
    columns.iter().enumerate().map(guess).collect()
}

fn is_money(route: &Route) -> bool {
    matches!(route.asked().shape.single(), Shape::Money)
}

/// A map of what all tables probably mean: of those that tell what their rows are called.
#[must_use]
pub fn mapped(sheets: &[Sheet<'_>], kind: Kind, understand: &dyn Understand) -> (Map, Vec<Guess>) {
    let mut map = Map::of(kind);
    let mut all: Vec<Guess> = Vec::new();
    let (mut groups, mut names) = (Vec::new(), Vec::new());
    let mut first: BTreeMap<(&str, &str), BTreeSet<String>> = BTreeMap::new();
    for sheet in sheets {
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
                let (heading, route) = (guess.heading.clone(), guess.route.clone());
                map.columns.push(MapColumn { heading, sheet, route, unit: guess.unit });
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

/// Whether columns tell what records are called, or as much as there has to be where such records are called nothing.
fn tells<'r>(routes: impl Iterator<Item = &'r Route>, kind: Kind) -> bool {
    let routes: Vec<&Route> = routes.collect();
    match kind.called_by() {
        Some(name) => routes.len() > 1 && routes.iter().any(|route| route.to_string() == name),
        None => routes.iter().any(|route| route.field().is_some_and(|field| field.required)),
    }
}

/// Whether a table tells what its rows are, by a map.
#[must_use]
pub fn kind_is_told(sheet: &Sheet<'_>, map: &Map) -> bool {
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

fn are_values(read: &[Reading]) -> bool {
    !read.is_empty() && read.iter().all(|reading| matches!(reading, Reading::Value(_)))
}

#[allow(clippy::cast_precision_loss)]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// The fields of a table whose values have names.
fn named_fields(shape: &'static TableShape) -> impl Iterator<Item = Route> {
    let fields = shape.fields.iter().filter(|field| field.section.is_some() && list_of(&field.shape).is_some());
    fields.filter_map(move |field| Route::parse(field.name, shape))
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

/// How a column looks.
struct ColumnLooks<'c> {
    head: &'c Head,
    /// The words over it, without years, units, and what is in brackets.
    words: String,
    /// The same of each part.
    parts: Vec<String>,
    /// The year that stands over it.
    year: Option<String>,
    unit: Unit,
    is_of_persons: bool,
    is_of_list: bool,
    /// Whether its cells are ticked or not, and some are.
    is_ticked: bool,
    /// The different texts that it holds.
    texts: Vec<String>,
    /// The first that it holds.
    first: Vec<String>,
}

impl<'c> ColumnLooks<'c> {
    fn of(sheet: &'c Sheet<'_>, head: &'c Head) -> Self {
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
            year: year_in(&head.text),
            unit: unit_in(&head.text),
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
    fn is_of_names(&self) -> bool {
        let long = self.texts.iter().filter(|text| text.len() > LONG_NAME).count();
        long * 4 <= self.texts.len()
    }

    /// Whether some of what it holds is known, where its field is of names.
    fn is_understood(&self, route: &Route, hands: &Hands<'_>) -> bool {
        if list_of(&route.asked().shape).is_none() || self.texts.is_empty() {
            return true;
        }
        let known = self.texts.iter().filter(|text| {
            let read = hands.read(route, &Held::Text((*text).clone()), Unit::Ones);
            read.iter().any(|reading| matches!(reading, Reading::Value(_)))
        });
        share(known.count(), self.texts.len()) >= SOME_UNDERSTOOD
    }

    fn sure(&self) -> Sure {
        if self.is_of_persons { Sure::Persons } else { Sure::Unknown }
    }

    fn examples(&self) -> Vec<String> {
        self.first.clone()
    }
}

/// A head without what stands in brackets, years, units and signs.
fn plain_head(text: &str) -> String {
    let mut depth = 0_usize;
    let kept: String = text
        .chars()
        .filter(|sign| {
            depth += usize::from(matches!(sign, '(' | '['));
            let is_kept = depth == 0;
            depth -= usize::from(matches!(sign, ')' | ']') && depth > 0);
            is_kept
        })
        .collect();
    let lowered = kept.to_lowercase();
    let is_unit =
        |word: &str| WORDS.thousands.iter().chain(&WORDS.millions).chain(&WORDS.currency).any(|unit| *unit == word);
    let is_kept = |word: &&str| {
        let plain = word.trim_matches(|sign: char| !sign.is_alphanumeric());
        !is_unit(plain) && year_in(plain).is_none()
    };
    let words: Vec<&str> = lowered.split_whitespace().filter(is_kept).collect();
    words.join(" ").trim_matches(|sign: char| !sign.is_alphanumeric() && sign != '#').to_owned()
}

/// The year in a text.
fn year_in(text: &str) -> Option<String> {
    let mut digits = text.split(|sign: char| !sign.is_ascii_digit());
    let is_year = |digits: &&str| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    digits.rfind(is_year).map(str::to_owned)
}

/// What the numbers below a head are counted in.
fn unit_in(text: &str) -> Unit {
    let lowered = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| holds(&slug(&lowered), &slug(word)));
    match (has(&WORDS.thousands), has(&WORDS.millions)) {
        (true, _) => Unit::Thousands,
        (false, true) => Unit::Millions,
        (false, false) => Unit::Ones,
    }
}

/// Whether words have others among them, side by side.
fn holds(words: &str, others: &str) -> bool {
    !others.is_empty() && format!("-{words}-").contains(&format!("-{others}-"))
}

/// What columns may be headed by, and what each then is of.
struct Heads {
    shape: &'static TableShape,
    /// Words, as slugs, and the field.
    known: Vec<(String, String)>,
    /// What the fields are called, as slugs, and the field.
    own: Vec<(String, String)>,
    /// What heads the columns of a list's or a table's own fields, as slugs: the field, and its table.
    above: Vec<(String, &'static Field, &'static TableShape)>,
}

impl Heads {
    fn of(shape: &'static TableShape) -> Self {
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
    fn found(&self, looks: &ColumnLooks<'_>, hands: &Hands<'_>) -> Vec<(f64, Route, Sure)> {
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
            let is_by_year = route.own_element().is_some_and(|(_, table)| is_by_year(table));
            let route = match &looks.year {
                Some(year) if is_by_year => route.of_element(year),
                _ => route,
            };
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

fn is_by_year(table: &TableShape) -> bool {
    table.key.and_then(|key| table.field(key)).is_some_and(|field| matches!(field.shape, Shape::Year))
}

/// How alike what stands over a column is to what may stand there, from 0 to 1.
#[allow(clippy::cast_precision_loss)]
fn likeness(words: &str, known: &str) -> f64 {
    if words == known {
        return 1.0;
    }
    let is_long = words.len() >= LEAST_ALIKE && known.len() >= LEAST_ALIKE;
    if is_long && strsim::jaro_winkler(words, known) >= ALIKE {
        return 0.85;
    }
    // The first words say more than the last: "insats eller aktivitet" is an "insats".
    let first = if words.starts_with(known) { 0.1 } else { 0.0 };
    if holds(words, known) { 0.5 + first + 0.2 * known.len() as f64 / words.len() as f64 } else { 0.0 }
}
