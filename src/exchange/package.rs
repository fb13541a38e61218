//! The register as tables with types, keys and references: what a data package, a database and an import are made of.

use super::datum::{ColumnHolds, Datum, joined};
use crate::catalog::shape_of;
use crate::message::{Key, exported};
use crate::model::{
    Cadence, Choices, Field, Fields, Kind, Register, Settings, Shape, Table as _, TableShape, Target, Value,
};
use std::ops::Range;

/// What the table of the settings is called.
pub const SETTINGS_TABLE: &str = "register";
/// What the table of the register's own words is called.
pub const VOCABULARY_TABLE: &str = "vocabulary";
/// What the table of coded values is called.
pub const CODES_TABLE: &str = "codes";

/// A table of a package.
#[derive(Debug, Clone)]
pub struct PackageTable {
    /// Its name: `interventions`, `interventions_budget` …
    pub name: String,
    /// Its columns.
    pub columns: Vec<PackageColumn>,
    /// The names of the columns that tell its rows apart.
    pub key: Vec<String>,
    /// What its columns refer to.
    pub references: Vec<TableReference>,
    /// What says what it is.
    pub about: About,
    pub(super) source: TableSource,
}

/// A column of a table of a package.
#[derive(Debug, Clone)]
pub struct PackageColumn {
    /// Its name, once in its table.
    pub name: String,
    /// What it holds.
    pub holds: ColumnHolds,
    /// The table and the field that it is, for its label; nothing where it is a key or a place.
    pub field: Option<(&'static str, &'static str)>,
    /// The fields that it is within, from the outermost, in the table that it is of.
    pub within: Vec<(&'static str, &'static str)>,
    /// What says what it means.
    pub about: About,
    /// Whether each row has it.
    pub is_required: bool,
    /// The keys that lead to it in its table of the file; none for what leads to a row, or stands in another table.
    pub(super) way: Vec<&'static str>,
}

/// What says what a table or a column of a package means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// A field of a table of records.
    Field(&'static str, &'static str),
    /// A kind of record.
    Kind(Kind),
    /// A message.
    Message(Key),
}

/// Columns of a table that name a row of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableReference {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The table.
    pub table: String,
    /// The names of its columns, in the same order.
    pub to: Vec<String>,
}

/// Where the rows of a table come from.
#[derive(Debug, Clone)]
pub(super) enum TableSource {
    /// Each record of a kind, or an element of a list in it; the settings, where there is no kind.
    Records { kind: Option<Kind>, path: Vec<ListStep>, elements: Elements },
    /// The register's own words.
    Vocabulary,
    /// Every coded value.
    Codes,
}

/// What the rows of a table are in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Elements {
    /// Records, or tables in a list.
    Tables,
    /// Phases, of which one alone is no list.
    Phases,
    /// Values in a list.
    Values,
    /// Numbers by their keys.
    Readings,
}

/// The way from a table to the elements of one of its lists: by places.
#[derive(Debug, Clone)]
pub(super) struct ListStep {
    places: Vec<usize>,
    /// The keys that lead to it in a file.
    pub(super) names: Vec<&'static str>,
}

impl PackageColumn {
    fn key(name: String, holds: ColumnHolds, about: Key) -> Self {
        Self {
            name,
            holds,
            field: None,
            within: Vec::new(),
            about: About::Message(about),
            is_required: true,
            way: Vec::new(),
        }
    }

    fn of(found: &Found, name: String, holds: ColumnHolds) -> Self {
        let (shape, field) = (found.shape, found.field);
        Self {
            name,
            holds,
            field: Some((shape.name, field.name)),
            within: found.within.clone(),
            about: About::Field(shape.name, field.name),
            is_required: false,
            way: found.names.clone(),
        }
    }
}

/// What the table of a kind is called: as its folder, with no sign that SQL takes for another.
#[must_use]
pub fn table_of(kind: Kind) -> String {
    kind.folder().replace('-', "_")
}

/// The tables of some kinds; where all are asked for, those of the settings too.
#[must_use]
pub fn package_tables(kinds: &[Kind]) -> Vec<PackageTable> {
    let mut tables = Vec::new();
    let is_whole = Kind::ALL.iter().all(|kind| kinds.contains(kind));
    if is_whole {
        Maker { kind: None, top: SETTINGS_TABLE, tables: &mut tables }.record_table(&Settings::TABLE);
        tables.push(vocabulary_table());
    }
    for kind in kinds {
        Maker { kind: Some(*kind), top: &table_of(*kind), tables: &mut tables }.record_table(shape_of(*kind));
    }
    tables.push(codes_table());
    // What is not in the package can't be referred to.
    let names: Vec<String> = tables.iter().map(|table| table.name.clone()).collect();
    for table in &mut tables {
        table.references.retain(|reference| names.contains(&reference.table));
    }
    tables
}

fn vocabulary_table() -> PackageTable {
    let column = |name: &str, about| PackageColumn::key(name.to_owned(), ColumnHolds::Text, about);
    PackageTable {
        name: VOCABULARY_TABLE.to_owned(),
        columns: vec![
            column("list", exported::COLUMN_WORD_LIST),
            column("id", exported::COLUMN_WORD_ID),
            column("language", exported::COLUMN_WORD_LANGUAGE),
            column("name", exported::COLUMN_WORD_NAME),
        ],
        key: ["list", "id", "language"].map(str::to_owned).to_vec(),
        references: Vec::new(),
        about: About::Message(exported::TABLE_VOCABULARY),
        source: TableSource::Vocabulary,
    }
}

fn codes_table() -> PackageTable {
    let column = |name: &str, about| PackageColumn::key(name.to_owned(), ColumnHolds::Text, about);
    PackageTable {
        name: CODES_TABLE.to_owned(),
        columns: vec![
            column("list", exported::COLUMN_CODE_LIST),
            column("code", exported::COLUMN_CODE),
            column("label", exported::COLUMN_CODE_LABEL),
        ],
        key: ["list", "code"].map(str::to_owned).to_vec(),
        references: Vec::new(),
        about: About::Message(exported::TABLE_CODES),
        source: TableSource::Codes,
    }
}

/// Makes the tables of one kind.
struct Maker<'t> {
    kind: Option<Kind>,
    top: &'t str,
    tables: &'t mut Vec<PackageTable>,
}

/// A field of a table or of a table within it, with the name of its column and the way to it.
struct Found {
    name: String,
    shape: &'static TableShape,
    field: &'static Field,
    places: Vec<usize>,
    /// The keys that lead to it in a file.
    names: Vec<&'static str>,
    /// The fields that it is within.
    within: Vec<(&'static str, &'static str)>,
}

/// Every field of a table, those of inner tables in their places. `outer` is the field that the table is of.
fn fields(shape: &'static TableShape, outer: Option<&Found>, found: &mut Vec<Found>) {
    for (place, field) in shape.fields.iter().enumerate() {
        let before = outer.map_or(String::new(), |outer| format!("{}_", outer.name));
        let own = Found {
            name: format!("{before}{}", field.name),
            shape,
            field,
            places: outer.map_or(&[][..], |outer| &outer.places).iter().copied().chain([place]).collect(),
            names: outer.map_or(&[][..], |outer| &outer.names).iter().copied().chain([field.name]).collect(),
            within: outer.map_or(Vec::new(), |outer| {
                outer.within.iter().copied().chain([(outer.shape.name, outer.field.name)]).collect()
            }),
        };
        match field.shape {
            Shape::Table(inner) => fields(inner, Some(&own), found),
            _ => found.push(own),
        }
    }
}

fn all_fields(shape: &'static TableShape) -> Vec<Found> {
    let mut found = Vec::new();
    fields(shape, None, &mut found);
    found
}

/// Whether a field is a list, whose elements have a table of their own.
fn is_list(shape: &Shape) -> bool {
    matches!(shape, Shape::List(_) | Shape::Cadence | Shape::Readings)
}

/// Whether the elements of a list fit in a cell together.
fn is_joined(shape: &Shape) -> bool {
    matches!(shape, Shape::List(inner) if !matches!(inner, Shape::Table(_)))
}

fn reference(column: &str, shape: &Shape) -> Option<TableReference> {
    let Shape::Reference(Target::Record(kind)) = shape else { return None };
    Some(TableReference { columns: vec![column.to_owned()], table: table_of(*kind), to: vec!["id".to_owned()] })
}

impl Maker<'_> {
    fn record_table(&mut self, shape: &'static TableShape) {
        let id = PackageColumn::key("id".to_owned(), ColumnHolds::Text, exported::COLUMN_ID);
        let file = PackageColumn::key("file".to_owned(), ColumnHolds::Text, exported::COLUMN_FILE);
        let table = PackageTable {
            name: self.top.to_owned(),
            columns: vec![id, file],
            key: vec!["id".to_owned()],
            references: Vec::new(),
            about: self.kind.map_or(About::Message(exported::TABLE_SETTINGS), About::Kind),
            source: TableSource::Records { kind: self.kind, path: Vec::new(), elements: Elements::Tables },
        };
        self.add(table, shape, &[]);
    }

    /// Adds a table of a shape, and those of its lists. It has the columns that lead to it already; `path` leads there in
    /// a file.
    fn add(&mut self, mut table: PackageTable, shape: &'static TableShape, path: &[ListStep]) {
        let found = all_fields(shape);
        let (name, key) = (table.name.clone(), table.key.clone());
        let (columns, references) = (&mut table.columns, &mut table.references);
        for own in &found {
            let name = &own.name;
            match own.field.shape {
                ref list if is_joined(list) => {
                    columns.push(PackageColumn {
                        way: Vec::new(),
                        ..PackageColumn::of(own, name.clone(), ColumnHolds::Joined)
                    });
                }
                ref list if is_list(list) => {}
                Shape::Words => {}
                single => {
                    columns.push(PackageColumn::of(own, name.clone(), ColumnHolds::of(&single)));
                    references.extend(reference(name, &single));
                }
            }
        }
        self.tables.push(table);
        let is_top = path.is_empty();
        for list in found {
            let field = list.field;
            if !is_list(&field.shape) {
                continue;
            }
            let own = format!("{name}_{}", list.name);
            let step = ListStep { places: list.places.clone(), names: list.names.clone() };
            let path = [path, &[step]].concat();
            let value =
                |holds| PackageColumn { way: Vec::new(), ..PackageColumn::of(&list, "value".to_owned(), holds) };
            // A row is told by its record, by its place in each list on the way, and by its own.
            let (led, key) = self.led_keys(&key, shape, is_top);
            let parent = TableReference {
                columns: led.iter().map(|column| column.name.clone()).collect(),
                table: name.clone(),
                to: key,
            };
            let position =
                || PackageColumn::key("position".to_owned(), ColumnHolds::Integer, exported::COLUMN_POSITION);
            let kind = self.kind;
            let of_list = |columns: Vec<PackageColumn>, last: &str, elements: Elements| PackageTable {
                name: own.clone(),
                columns: led.iter().cloned().chain(columns).collect(),
                key: led.iter().map(|column| column.name.clone()).chain([last.to_owned()]).collect(),
                references: vec![parent.clone()],
                about: About::Field(list.shape.name, field.name),
                source: TableSource::Records { kind, path: path.clone(), elements },
            };
            match field.shape {
                Shape::List(Shape::Table(inner)) => {
                    self.add(of_list(vec![position()], "position", Elements::Tables), inner, &path);
                }
                Shape::Cadence => {
                    self.add(of_list(vec![position()], "position", Elements::Phases), Cadence::PHASE, &path);
                }
                Shape::Readings => {
                    let indicator =
                        PackageColumn::key("indicator".to_owned(), ColumnHolds::Text, exported::COLUMN_INDICATOR);
                    let columns = vec![indicator, value(ColumnHolds::Number)];
                    self.tables.push(of_list(columns, "indicator", Elements::Readings));
                }
                _ => {
                    let single = field.shape.single();
                    let columns = vec![position(), value(ColumnHolds::of(single))];
                    let mut table = of_list(columns, "position", Elements::Values);
                    table.references.extend(reference("value", single));
                    self.tables.push(table);
                }
            }
        }
    }

    /// The columns that lead from a table to the elements of its lists, and what they are called in the table itself.
    fn led_keys(&self, key: &[String], shape: &TableShape, is_top: bool) -> (Vec<PackageColumn>, Vec<String>) {
        let record = self.kind.map_or(SETTINGS_TABLE.to_owned(), |kind| kind.name().replace('-', "_"));
        let led = key.iter().map(|name| match name.as_str() {
            "id" if is_top => PackageColumn::key(format!("{record}_id"), ColumnHolds::Text, exported::COLUMN_RECORD),
            "position" => PackageColumn::key(
                format!("{}_position", shape.name.replace('-', "_")),
                ColumnHolds::Integer,
                exported::COLUMN_OUTER_POSITION,
            ),
            name if name.ends_with("_id") => {
                PackageColumn::key(name.to_owned(), ColumnHolds::Text, exported::COLUMN_RECORD)
            }
            name => PackageColumn::key(name.to_owned(), ColumnHolds::Integer, exported::COLUMN_OUTER_POSITION),
        });
        (led.collect(), key.to_vec())
    }
}

impl PackageTable {
    /// How many records its rows are of: rows are made of some at a time.
    #[must_use]
    pub fn records(&self, register: &Register) -> usize {
        match &self.source {
            TableSource::Records { kind: Some(kind), .. } => register.count(*kind),
            TableSource::Records { kind: None, .. } | TableSource::Vocabulary | TableSource::Codes => 1,
        }
    }

    /// Gives each row of some of its records, in order; each has a datum for every column. `label` gives what people call a
    /// code of a list.
    pub fn each_row<'r>(
        &self,
        register: &'r Register,
        records: Range<usize>,
        label: &dyn Fn(&str, &str) -> String,
        found: &mut dyn FnMut(&[Datum<'r>]),
    ) {
        match &self.source {
            TableSource::Vocabulary => vocabulary_rows(register, found),
            TableSource::Codes => codes_rows(label, found),
            TableSource::Records { kind: None, path, .. } => {
                let mut keys = vec![Datum::text(SETTINGS_TABLE)];
                if path.is_empty() {
                    keys.push(Datum::text(crate::format::SETTINGS_FILE));
                }
                walk(&register.settings, path, &mut keys, found);
            }
            TableSource::Records { kind: Some(kind), path, .. } => {
                for (id, file, fields) in register.records(*kind).skip(records.start).take(records.len()) {
                    let mut keys = vec![Datum::text(id)];
                    if path.is_empty() {
                        keys.push(Datum::text(file));
                    }
                    walk(fields, path, &mut keys, found);
                }
            }
        }
    }
}

fn vocabulary_rows<'r>(register: &'r Register, found: &mut dyn FnMut(&[Datum<'r>])) {
    for (list, words) in register.settings.vocabulary.lists() {
        for (id, names) in words {
            for (language, name) in &names.0 {
                found(&[Datum::text(list), Datum::text(id.as_str()), Datum::text(language), Datum::text(name)]);
            }
        }
    }
}

/// The lists of coded values that fields hold, each once, by their names.
fn choices_of(shape: &'static TableShape, found: &mut Vec<&'static Choices>) {
    for field in shape.fields {
        if let Shape::Choice(choices) = field.shape.single()
            && !found.iter().any(|known| known.name == choices.name)
        {
            found.push(choices);
        }
        if let Some(inner) = field.shape.inner() {
            choices_of(inner, found);
        }
    }
}

/// Every list of coded values that a field holds, in the order of their names.
#[must_use]
pub fn coded_values() -> Vec<&'static Choices> {
    let mut lists = Vec::new();
    choices_of(&Settings::TABLE, &mut lists);
    Kind::ALL.into_iter().for_each(|kind| choices_of(shape_of(kind), &mut lists));
    lists.sort_by_key(|choices| choices.name);
    lists
}

fn codes_rows<'r>(label: &dyn Fn(&str, &str) -> String, found: &mut dyn FnMut(&[Datum<'r>])) {
    for choices in coded_values() {
        for code in choices.codes {
            found(&[Datum::text(choices.name), Datum::text(code), Datum::Text(label(choices.name, code).into())]);
        }
    }
}

/// The value at the end of a way.
fn at<'r>(fields: &'r dyn Fields, places: &[usize]) -> Value<'r> {
    let Some((first, rest)) = places.split_first() else { return Value::Empty };
    match (fields.value(*first), rest) {
        (value, []) => value,
        (Value::Table(inner), rest) => at(inner, rest),
        _ => Value::Empty,
    }
}

/// Gives the rows at the end of a path, with what leads to each.
fn walk<'r>(fields: &'r dyn Fields, path: &[ListStep], keys: &mut Vec<Datum<'r>>, found: &mut dyn FnMut(&[Datum<'r>])) {
    let Some((ListStep { places, .. }, rest)) = path.split_first() else {
        let led = keys.len();
        single_values(fields, keys);
        found(keys);
        keys.truncate(led);
        return;
    };
    match at(fields, places) {
        Value::List(list) => {
            for place in 0..list.len() {
                keys.push(Datum::Integer(i64::try_from(place + 1).unwrap_or(i64::MAX)));
                match list.at(place) {
                    Value::Table(element) => walk(element, rest, keys, found),
                    value => {
                        keys.push(Datum::of(value));
                        found(keys);
                        keys.pop();
                    }
                }
                keys.pop();
            }
        }
        // One phase stands for itself.
        Value::Table(only) => {
            keys.push(Datum::Integer(1));
            walk(only, rest, keys, found);
            keys.pop();
        }
        Value::Readings(readings) => {
            for (indicator, number) in readings {
                keys.extend([Datum::text(indicator), Datum::Number(*number)]);
                found(keys);
                keys.truncate(keys.len() - 2);
            }
        }
        _ => {}
    }
}

/// The data of a table's own columns, in the order of [`all_fields`].
fn single_values<'r>(fields: &'r dyn Fields, row: &mut Vec<Datum<'r>>) {
    for (place, field) in fields.shape().fields.iter().enumerate() {
        let value = fields.value(place);
        match (&field.shape, value) {
            (Shape::Table(_), Value::Table(inner)) => single_values(inner, row),
            (list, value) if is_joined(list) => row.push(match value {
                Value::List(list) => joined((0..list.len()).map(|place| Datum::of(list.at(place)))),
                _ => Datum::Empty,
            }),
            (list, _) if is_list(list) || matches!(list, Shape::Words) => {}
            (_, value) => row.push(Datum::of(value)),
        }
    }
}
