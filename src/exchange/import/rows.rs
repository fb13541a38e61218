//! The rows of an inventory, each as the record that it says.

use super::builder::{Builder, Lacking};
use super::hands::{Hands, Reading, Why, plain_text};
use super::known::KNOWN;
use super::map::{Map, MapColumn, Unit, in_words, list_of};
use super::route::Route;
use crate::catalog::{Understand, shape_of};
use crate::exchange::grid::{At, Grid, Held, cell_name, column_name};
use crate::exchange::layout::FoundTable;
use crate::model::{Document, Field, Shape, Table as _, TableShape};
use crate::personal_data::find;
use std::collections::BTreeMap;
use std::rc::Rc;
use toml::{Table, Value};

/// A table on a sheet of a file.
#[derive(Debug)]
pub struct Sheet<'g> {
    /// What the file is called.
    pub file: &'g str,
    /// The sheet.
    pub grid: &'g Grid,
    /// The table.
    pub table: FoundTable,
}

/// A name that the register does not know.
#[derive(Debug, Clone)]
pub struct Unknown {
    /// The list that it may be of.
    pub list: &'static str,
    /// The field that it was written for.
    pub route: Route,
    /// The name.
    pub text: String,
    /// Where it stands first.
    pub spot: At,
    /// In how many cells it stands.
    pub count: usize,
}

/// A row as a record.
#[derive(Debug, Clone)]
pub struct ReadRow {
    /// Where it stands.
    pub spot: At,
    /// What its cells say.
    pub said: Rc<Table>,
    /// The same, with what a new record says where its cells do not.
    pub whole: Rc<Table>,
    /// The column that each of its fields stands in first, by the name of the field.
    columns: BTreeMap<&'static str, usize>,
}

impl ReadRow {
    /// Whether a cell of it says a field.
    #[must_use]
    pub fn says(&self, field: &str) -> bool {
        self.columns.contains_key(field)
    }

    /// Where a field stands; the row itself where no cell says it.
    #[must_use]
    pub fn at(&self, field: &str) -> At {
        let cell = self.columns.get(field).map(|column| format!("{}{}", column_name(*column), self.spot.row()));
        cell.map_or_else(|| self.spot.clone(), |cell| At { cell, ..self.spot.clone() })
    }
}

/// What was read of some tables.
#[derive(Debug, Default)]
pub struct Rows {
    /// The rows that say something.
    pub rows: Vec<ReadRow>,
    /// The names that are not known, each once.
    pub unknown: Vec<Unknown>,
    /// The cells that are not understood: where each stands, and why.
    pub unclear: Vec<(At, Why)>,
    /// The parts of lists that lack what every such part says: where they stand, the list, its table, and what lacks.
    pub lacking: Vec<(At, &'static Field, &'static TableShape, Vec<&'static str>)>,
    /// The rows of the tables that are no records: sums, what heads others and is of no field, notes; and what they say.
    pub left: Vec<(At, String)>,
    /// The columns that hold something and are headed by nothing, each by the cell of its head.
    pub headless: Vec<At>,
    /// What names were taken for that are but the beginnings of others, by list and name.
    pub begun: BTreeMap<(&'static str, String), String>,
    /// The cells that hold what looks like personal data, and what they say.
    pub personal: Vec<(At, String)>,
}

/// Reads the rows of some tables, as a map says. A record that has papers names the row among them, in the words given.
#[must_use]
pub fn read_rows(sheets: &[Sheet<'_>], map: &Map, understand: &dyn Understand, source: Words<'_>) -> Rows {
    let hands = Hands::new(understand, map);
    let text =
        |(route, text): &(Route, String)| (route.clone(), hands.read(route, &Held::Text(text.clone()), Unit::Ones));
    let fill = map.fill.iter().map(text).collect();
    let source = source_of(shape_of(map.kind)).map(|route| (route, source));
    let mut reading = RowsReading { hands, map, fill, source, rows: Rows::default(), places: BTreeMap::new() };
    sheets.iter().for_each(|sheet| reading.sheet(sheet));
    reading.rows.begun = reading.hands.begun();
    reading.rows
}

/// Says where something stands, in words.
type Words<'w> = &'w dyn Fn(&At) -> String;

/// The field of a table that says which papers its records rest on.
#[must_use]
pub fn papers_of(shape: &TableShape) -> Option<&'static Field> {
    let is_papers =
        |field: &&Field| field.shape.is_list() && field.shape.table().is_some_and(|own| own.is::<Document>());
    shape.fields.iter().find(is_papers)
}

/// Where the row itself is named among the papers of its record.
fn source_of(shape: &'static TableShape) -> Option<Route> {
    Route::parse(&format!("{}.{}", papers_of(shape)?.name, Document::TABLE.called()?.name), shape)
}

struct RowsReading<'r> {
    hands: Hands<'r>,
    map: &'r Map,
    /// What a new record says where its row does not.
    fill: Vec<(Route, Vec<Reading>)>,
    /// Where the row itself is named among the papers, and in which words.
    source: Option<(Route, Words<'r>)>,
    rows: Rows,
    /// The place of each unknown name, by list and name.
    places: BTreeMap<(&'static str, String), usize>,
}

/// Where a cell of a sheet stands.
fn spot_of(sheet: &Sheet<'_>, row: usize, place: usize) -> At {
    let (file, sheet) = (sheet.file.to_owned(), sheet.grid.name.clone());
    At { file, sheet, cell: cell_name(row, place) }
}

/// A column that is read.
struct Column<'c> {
    place: usize,
    own: &'c MapColumn,
    route: &'c Route,
    /// The cells that are joined downwards: their first row and their last, and what the first says.
    joined: Vec<(usize, usize, &'c Held)>,
    /// What the cell above says.
    above: &'c Held,
}

impl<'c> Column<'c> {
    /// What its cell in a row says: its own, that of those it is joined with, or that of the one above.
    fn held(&mut self, row: usize, grid: &'c Grid) -> &'c Held {
        let mut held = grid.at(row, self.place);
        if held.is_empty() {
            let place = self.joined.partition_point(|(first, ..)| *first <= row);
            let joined = place.checked_sub(1).and_then(|place| self.joined.get(place));
            if let Some((_, last, first)) = joined
                && row <= *last
            {
                held = first;
            }
        }
        if held.text().is_some_and(|text| KNOWN.ditto.contains(&in_words(text).as_str())) {
            held = self.above;
        }
        self.above = held;
        held
    }
}

impl RowsReading<'_> {
    fn sheet(&mut self, sheet: &Sheet<'_>) {
        let map = self.map;
        let mut columns: Vec<Column<'_>> = Vec::new();
        let head_row = sheet.table.head_rows.end.saturating_sub(1);
        for head in &sheet.table.heads {
            // What nothing stands over, nobody can tell of.
            if head.text.is_empty() {
                self.rows.headless.push(spot_of(sheet, head_row, head.column));
            }
            let Some(own) = map.column(&sheet.grid.name, &head.text) else { continue };
            let Some(route) = &own.route else { continue };
            // Of two columns that are headed the same the first is read.
            if !route.takes_several() && columns.iter().any(|column| column.route == route) {
                self.rows.left.push((spot_of(sheet, head_row, head.column), head.text.clone()));
                continue;
            }
            let joined =
                sheet.grid.merged.iter().filter(|one| one.has(one.first.0, head.column) && one.last.0 > one.first.0);
            let mut joined: Vec<(usize, usize, &Held)> =
                joined.map(|one| (one.first.0, one.last.0, sheet.grid.at(one.first.0, one.first.1))).collect();
            joined.sort_by_key(|(first, ..)| *first);
            columns.push(Column { place: head.column, own, route, joined, above: &Held::Empty });
        }
        for row in &sheet.table.rows {
            self.row(*row, sheet, &mut columns);
        }
        let groups = sheet.table.groups.iter().map(|(row, _)| *row).filter(|_| map.group.is_none());
        let below = |row: &usize| *row >= sheet.table.head_rows.end;
        let mut left: Vec<usize> =
            groups.chain(sheet.table.totals.iter().chain(&sheet.table.notes).copied().filter(below)).collect();
        left.sort_unstable();
        for row in left {
            let cells = sheet.grid.row(row);
            let Some(place) = cells.iter().position(|held| !held.is_empty()) else { continue };
            self.rows.left.push((spot_of(sheet, row, place), plain_text(sheet.grid.at(row, place))));
        }
    }

    fn row<'c>(&mut self, row: usize, sheet: &Sheet<'c>, columns: &mut [Column<'c>]) {
        let spot = |place: usize| spot_of(sheet, row, place);
        let (mut builder, mut fields) = (Builder::default(), BTreeMap::new());
        let mut says_something = false;
        for column in columns {
            let held = column.held(row, sheet.grid);
            if held.is_empty() {
                continue;
            }
            let at = spot(column.place);
            self.look_for_personal_data(column.route, held, &at);
            let read = self.hands.read(column.route, held, column.own.unit);
            says_something |= !read.is_empty();
            if let Some((_, field, _)) = column.route.fields().next() {
                fields.entry(field.name).or_insert(column.place);
            }
            self.put(&mut builder, column.route, read, &at);
        }
        if !says_something {
            let place = sheet.grid.row(row).iter().position(|held| !held.is_empty()).unwrap_or_default();
            self.rows.left.push((spot(place), plain_text(sheet.grid.at(row, place))));
            return;
        }
        let at = spot(sheet.table.heads.first().map_or(0, |head| head.column));
        let heads_it =
            [(&self.map.group, sheet.table.group_of(row)), (&self.map.sheet, Some(sheet.grid.name.as_str()))];
        for (route, text) in heads_it {
            if let (Some(route), Some(text)) = (route, text)
                && !builder.is_filled(route)
            {
                let read = self.hands.read(route, &Held::Text(text.to_owned()), Unit::Ones);
                self.put(&mut builder, route, read, &at);
            }
        }
        if let Some((route, words)) = &self.source {
            builder.put(route, Value::String(words(&at)));
        }
        let shape = shape_of(self.map.kind);
        let open: Vec<(Route, Vec<Reading>)> =
            self.fill.iter().filter(|(route, _)| !builder.is_filled(route)).cloned().collect();
        let filled = (!open.is_empty()).then(|| {
            let mut filled = builder.clone();
            open.into_iter().for_each(|(route, values)| self.put(&mut filled, &route, values, &at));
            filled
        });
        let (said, mut lacking) = builder.finish(shape, self.hands.understand());
        let said = Rc::new(said);
        let whole = match filled.map(|filled| filled.finish(shape, self.hands.understand())) {
            None => Rc::clone(&said),
            Some((whole, still)) => {
                lacking = still;
                Rc::new(whole)
            }
        };
        let row = ReadRow { spot: at, said, whole, columns: fields };
        for Lacking { field, table, names } in lacking {
            self.rows.lacking.push((row.at(field.name), field, table, names));
        }
        self.rows.rows.push(row);
    }

    fn look_for_personal_data(&mut self, route: &Route, held: &Held, at: &At) {
        let is_counted = matches!(
            route.asked().shape.single(),
            Shape::Money | Shape::Number | Shape::Integer | Shape::Year | Shape::Day | Shape::Ordinal
        );
        // A number in a column of numbers is held to what it is a number of.
        if is_counted && !matches!(held, Held::Text(_)) {
            return;
        }
        let text = plain_text(held);
        if !find(&text).is_empty() {
            self.rows.personal.push((at.clone(), text));
        }
    }

    /// Puts what was read where it goes, and takes note of what was not understood.
    fn put(&mut self, builder: &mut Builder, route: &Route, read: Vec<Reading>, at: &At) {
        let is_list = route.asked().shape.is_list();
        let mut route = route.clone();
        let mut is_first = true;
        for reading in read {
            let value = match reading {
                Reading::Value(value) => value,
                Reading::Unknown(text) => {
                    self.note_unknown(&route, text, at);
                    // Whoever else is named does not take its place.
                    is_first = false;
                    continue;
                }
                Reading::Unclear(why) => {
                    self.rows.unclear.push((at.clone(), why));
                    continue;
                }
            };
            if is_list || !is_first {
                let is_room = route.asked().shape.is_list();
                if !is_room {
                    // The first has it, and the rest take part, where there is such a list.
                    match route.beside() {
                        Some(beside) => route = beside,
                        None => {
                            self.rows.unclear.push((at.clone(), Why::Several(route.clone(), value)));
                            continue;
                        }
                    }
                }
                builder.put(&route, Value::Array(vec![value]));
            } else {
                builder.put(&route, value);
            }
            is_first = false;
        }
    }

    fn note_unknown(&mut self, route: &Route, text: String, at: &At) {
        let Some(list) = list_of(&route.asked().shape) else { return };
        let known = self.places.get(&(list, in_words(&text))).copied();
        if let Some(unknown) = known.and_then(|place| self.rows.unknown.get_mut(place)) {
            unknown.count += 1;
            return;
        }
        self.places.insert((list, in_words(&text)), self.rows.unknown.len());
        self.rows.unknown.push(Unknown { list, route: route.clone(), text, spot: at.clone(), count: 1 });
    }
}
