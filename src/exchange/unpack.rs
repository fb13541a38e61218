//! A package back into the records that it was made of.

use super::datum::ColumnHolds;
use super::package::{Elements, PackageColumn, PackageTable, TableSource};
use crate::model::{Kind, Register};
use std::collections::BTreeMap;
use toml::{Table, Value};

/// What a package could not be taken for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnpackError {
    /// A table lacks a column.
    #[error("{table} has no column {column}")]
    NoColumn {
        /// The table.
        table: String,
        /// The column.
        column: String,
    },
    /// A cell holds something else than its column.
    #[error("{table}, row {row}, {column}: {text}")]
    BadValue {
        /// The table.
        table: String,
        /// The row, from 1, without the header.
        row: usize,
        /// The column.
        column: String,
        /// What it holds.
        text: String,
    },
    /// A list is another in the cell of its record or element than in its own table.
    #[error("{table}, row {row}, {column}: another list")]
    OtherList {
        /// The table.
        table: String,
        /// The row, from 1, without the header.
        row: usize,
        /// The column.
        column: String,
    },
    /// A row is of a record or an element that is not there, or two are in one place.
    #[error("{table}, row {row}: nothing there")]
    NoPlace {
        /// The table.
        table: String,
        /// The row, from 1, without the header.
        row: usize,
    },
}

/// Records that are being put together.
#[derive(Debug, Default)]
pub struct Unpacking {
    records: BTreeMap<(Option<Kind>, String), (String, Table)>,
}

/// A record as a package has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Unpacked {
    /// Its kind; nothing where it is the settings.
    pub kind: Option<Kind>,
    /// Its id.
    pub id: String,
    /// The path of its file in the register; empty where the package does not say.
    pub file: String,
    /// What it says.
    pub table: Table,
}

/// A row with the numbers that it is told by.
struct KeyedRow {
    number: usize,
    keys: Vec<String>,
    cells: Vec<String>,
}

impl Unpacking {
    /// Takes the rows of a table, whose parents' tables it has had.
    ///
    /// # Errors
    /// A column is missing, a cell holds something else, or a row has no place.
    pub fn take(
        &mut self,
        table: &PackageTable,
        header: &[String],
        rows: impl Iterator<Item = Vec<String>>,
    ) -> Result<(), UnpackError> {
        let mut places = Vec::new();
        for column in &table.columns {
            let place = header.iter().position(|name| *name == column.name);
            let missing = || UnpackError::NoColumn { table: table.name.clone(), column: column.name.clone() };
            // A list has a table of its own, and need not stand in a cell.
            let may_lack = matches!(column.holds, ColumnHolds::Joined);
            places.push(if may_lack { place.unwrap_or(usize::MAX) } else { place.ok_or_else(missing)? });
        }
        let is_key = |name: &String| table.key.contains(name);
        let mut keyed: Vec<KeyedRow> = rows
            .enumerate()
            .map(|(place, row)| {
                let cells: Vec<String> =
                    places.iter().map(|place| row.get(*place).cloned().unwrap_or_default()).collect();
                let keys = table.columns.iter().zip(&cells).filter(|(column, _)| is_key(&column.name));
                KeyedRow { number: place + 1, keys: keys.map(|(_, cell)| cell.clone()).collect(), cells }
            })
            .collect();
        // Somebody may have sorted them otherwise: an element comes in its place, and a key where its row is.
        let is_place: Vec<bool> = table
            .columns
            .iter()
            .filter(|column| is_key(&column.name))
            .map(|column| matches!(column.holds, ColumnHolds::Integer))
            .collect();
        keyed.sort_by_cached_key(|row| {
            let places = row.keys.iter().zip(&is_place).filter(|(_, is_place)| **is_place);
            places.map(|(key, _)| key.parse::<u64>().unwrap_or_default()).collect::<Vec<_>>()
        });
        keyed.iter().try_for_each(|row| self.take_row(table, row))
    }

    fn take_row(&mut self, table: &PackageTable, row: &KeyedRow) -> Result<(), UnpackError> {
        let no_place = || UnpackError::NoPlace { table: table.name.clone(), row: row.number };
        match &table.source {
            TableSource::Codes => Ok(()),
            TableSource::Vocabulary => {
                let [list, id, language, name] = row.cells.as_slice() else { return Err(no_place()) };
                let settings = self.records.values_mut().next().map(|(_, table)| table).ok_or_else(no_place)?;
                let words = inner(settings, &["vocabulary", list, id]).ok_or_else(no_place)?;
                words.insert(language.clone(), Value::String(name.clone()));
                Ok(())
            }
            TableSource::Records { kind, path, elements } => {
                let (id, positions) = row.keys.split_first().ok_or_else(no_place)?;
                let Some((last, before)) = path.split_last() else {
                    let file = row.cells.get(1).cloned().unwrap_or_default();
                    let record = element(table, row)?;
                    return match self.records.insert((*kind, id.clone()), (file, record)) {
                        None if !id.is_empty() => Ok(()),
                        _ => Err(no_place()),
                    };
                };
                let mut led = &mut self.records.get_mut(&(*kind, id.clone())).ok_or_else(no_place)?.1;
                for (step, position) in before.iter().zip(positions) {
                    let position: usize = position.parse().map_err(|_| no_place())?;
                    let (name, way) = step.names.split_last().ok_or_else(no_place)?;
                    let list = inner(led, way).and_then(|table| table.get_mut(*name)).ok_or_else(no_place)?;
                    let list = list.as_array_mut().ok_or_else(no_place)?;
                    let within = position.checked_sub(1).and_then(|place| list.get_mut(place));
                    led = within.and_then(Value::as_table_mut).ok_or_else(no_place)?;
                }
                let (name, way) = last.names.split_last().ok_or_else(no_place)?;
                let at = positions.last().ok_or_else(no_place)?;
                let value = row.cells.last().cloned().unwrap_or_default();
                let own = match elements {
                    Elements::Tables | Elements::Phases => Value::Table(element(table, row)?),
                    Elements::Values | Elements::Readings => {
                        let place = table.columns.len() - 1;
                        let is_text = table.columns[place].holds.table_schema_type() == "string";
                        // A list may have a text in it that says nothing.
                        let nothing = is_text.then(|| Value::String(String::new()));
                        let bad = || bad_value(table, row, place, &value);
                        cell(table, row, place, &value)?.or(nothing).ok_or_else(bad)?
                    }
                };
                let holder = inner(led, way).ok_or_else(no_place)?;
                match (elements, holder.get_mut(*name)) {
                    (Elements::Readings, _) => {
                        inner(holder, &[*name]).ok_or_else(no_place)?.insert(at.clone(), own);
                        Ok(())
                    }
                    (Elements::Phases, None) => {
                        holder.insert((*name).to_owned(), own);
                        Ok(())
                    }
                    (Elements::Phases, Some(Value::Table(only))) => {
                        let only = Value::Table(std::mem::take(only));
                        holder.insert((*name).to_owned(), Value::Array(vec![only, own]));
                        Ok(())
                    }
                    (_, None) if at == "1" => {
                        holder.insert((*name).to_owned(), Value::Array(vec![own]));
                        Ok(())
                    }
                    (_, Some(Value::Array(list))) if at.parse() == Ok(list.len() + 1) => {
                        list.push(own);
                        Ok(())
                    }
                    _ => Err(no_place()),
                }
            }
        }
    }

    /// The records, the settings first.
    pub fn finish(self) -> impl Iterator<Item = Unpacked> {
        self.records.into_iter().map(|((kind, id), (file, table))| Unpacked { kind, id, file, table })
    }
}

/// The table within a table at the end of a way, made where it is not there; nothing where something else is.
fn inner<'t, K: AsRef<str>>(table: &'t mut Table, way: &[K]) -> Option<&'t mut Table> {
    way.iter().try_fold(table, |table, key| {
        table.entry(key.as_ref().to_owned()).or_insert_with(|| Value::Table(Table::new())).as_table_mut()
    })
}

/// What a row says of its record or element.
fn element(table: &PackageTable, row: &KeyedRow) -> Result<Table, UnpackError> {
    let mut element = Table::new();
    for (place, (column, text)) in table.columns.iter().zip(&row.cells).enumerate() {
        let Some((name, way)) = column.way.split_last() else { continue };
        let Some(value) = cell(table, row, place, text)? else { continue };
        if let Some(holder) = inner(&mut element, way) {
            holder.insert((*name).to_owned(), value);
        }
    }
    Ok(element)
}

/// What a cell says; nothing where it is empty.
fn cell(table: &PackageTable, row: &KeyedRow, place: usize, text: &str) -> Result<Option<Value>, UnpackError> {
    if text.is_empty() {
        return Ok(None);
    }
    let column = &table.columns[place];
    let value = match column.holds {
        ColumnHolds::Integer => text.parse().ok().map(Value::Integer),
        // A number without decimals is written without.
        ColumnHolds::Number => match text.parse() {
            Ok(whole) => Some(Value::Integer(whole)),
            Err(_) => text.parse().ok().filter(|number: &f64| number.is_finite()).map(Value::Float),
        },
        // Spreadsheets write them large.
        ColumnHolds::Flag => text.to_ascii_lowercase().parse().ok().map(Value::Boolean),
        ColumnHolds::Day => text.parse().ok().filter(|_| text.len() == 10).map(Value::Datetime),
        ColumnHolds::Text | ColumnHolds::Term | ColumnHolds::Code(_) | ColumnHolds::Joined => {
            Some(Value::String(text.to_owned()))
        }
    };
    value.map(Some).ok_or_else(|| bad_value(table, row, place, text))
}

fn bad_value(table: &PackageTable, row: &KeyedRow, place: usize, text: &str) -> UnpackError {
    let column = table.columns[place].name.clone();
    UnpackError::BadValue { table: table.name.clone(), row: row.number, column, text: text.to_owned() }
}

/// Holds the rows of a table to what the register that was made of them has: every row is there, and a list that stands in a
/// cell too is the one that its own table has.
///
/// # Errors
/// A row was lost, or a list is told in two ways.
pub fn hold_to(
    table: &PackageTable,
    header: &[String],
    rows: &[Vec<String>],
    register: &Register,
) -> Result<(), UnpackError> {
    let place_of = |name: &String| header.iter().position(|own| own == name);
    let keys: Vec<usize> = table.key.iter().filter_map(place_of).collect();
    let own_places = |wanted: &dyn Fn(&PackageColumn) -> bool| -> Vec<usize> {
        table.columns.iter().enumerate().filter(|(_, column)| wanted(column)).map(|(place, _)| place).collect()
    };
    let own_keys = own_places(&|column| table.key.contains(&column.name));
    let joined = own_places(&|column| matches!(column.holds, ColumnHolds::Joined));
    let mut made: BTreeMap<Vec<String>, Vec<String>> = BTreeMap::new();
    table.each_row(register, 0..table.records(register), &|_, _| String::new(), &mut |row| {
        let text = |place: &usize| {
            let mut text = String::new();
            row[*place].push_to(&mut text);
            text
        };
        made.insert(own_keys.iter().map(text).collect(), joined.iter().map(text).collect());
    });
    if matches!(table.source, TableSource::Codes) {
        return Ok(());
    }
    for (number, row) in rows.iter().enumerate() {
        let cell = |place: usize| row.get(place).cloned().unwrap_or_default();
        let Some(lists) = made.get(&keys.iter().map(|place| cell(*place)).collect::<Vec<_>>()) else {
            return Err(UnpackError::NoPlace { table: table.name.clone(), row: number + 1 });
        };
        for (place, list) in joined.iter().zip(lists) {
            let column = &table.columns[*place].name;
            if place_of(column).is_some_and(|place| cell(place) != *list) {
                let (table, column) = (table.name.clone(), column.clone());
                return Err(UnpackError::OtherList { table, row: number + 1, column });
            }
        }
    }
    Ok(())
}
