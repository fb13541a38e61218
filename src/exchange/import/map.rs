//! How the columns and the words of an inventory are meant: what a person has decided once, kept beside the file.

use super::known::KNOWN;
use super::route::Route;
use crate::catalog::shape_of;
use crate::model::{Kind, Shape, Target};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use toml::Table;

/// The name of a list that words are of.
pub type ListName = &'static str;

/// How an inventory is meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// What its rows are.
    pub kind: Kind,
    /// The sheets that are read; all that have such columns where it is empty.
    pub sheets: Vec<String>,
    /// Its columns.
    pub columns: Vec<MapColumn>,
    /// What a row says that heads those below it.
    pub group: Option<Route>,
    /// What the name of a sheet says.
    pub sheet: Option<Route>,
    /// What a new record says where its row does not, each as a person writes it.
    pub fill: Vec<(Route, String)>,
    /// What words mean, by their list: a code or an id, or nothing where they are left out.
    pub words: BTreeMap<String, BTreeMap<String, String>>,
    /// The records that the inventory names and that are new with it, by kind and id.
    pub new: Vec<(Kind, String, Table)>,
    /// Which records rows are, by what they are called: an id, or nothing where they are new.
    pub rows: BTreeMap<String, String>,
}

/// How a column is meant.
#[derive(Debug, Clone, PartialEq)]
pub struct MapColumn {
    /// What stands over it.
    pub heading: String,
    /// The sheet that it is on; any where it is empty.
    pub sheet: String,
    /// Where its cells go; nothing where they are left out.
    pub route: Option<Route>,
    /// What its numbers are counted in.
    pub unit: Unit,
}

/// What numbers are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// As they are.
    #[default]
    Ones,
    /// In thousands.
    Thousands,
    /// In millions.
    Millions,
}

impl Unit {
    /// How many ones one of it is.
    #[must_use]
    pub fn times(self) -> f64 {
        match self {
            Unit::Ones => 1.0,
            Unit::Thousands => 1_000.0,
            Unit::Millions => 1_000_000.0,
        }
    }
}

/// Why a text is no map.
#[derive(Debug, Clone, thiserror::Error)]
pub enum MapError {
    /// It is not written as one.
    #[error("{0}")]
    Syntax(String),
    /// There is no such kind of record.
    #[error("there is no kind {0}")]
    UnknownKind(String),
    /// There is no such field.
    #[error("there is no field {0}")]
    UnknownField(String),
}

/// A map as a file has it.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct MapText {
    kind: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sheets: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    group: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    sheet: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    fill: BTreeMap<String, String>,
    #[serde(default)]
    column: Vec<ColumnText>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    words: BTreeMap<String, BTreeMap<String, String>>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    rows: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    new: BTreeMap<String, BTreeMap<String, Table>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ColumnText {
    heading: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    sheet: String,
    field: String,
    #[serde(default, skip_serializing_if = "is_ones")]
    unit: Unit,
}

#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_ones(unit: &Unit) -> bool {
    *unit == Unit::Ones
}

impl Map {
    /// One that knows of no columns yet.
    #[must_use]
    pub fn of(kind: Kind) -> Self {
        Self {
            kind,
            sheets: Vec::new(),
            columns: Vec::new(),
            group: None,
            sheet: None,
            fill: Vec::new(),
            words: BTreeMap::new(),
            new: Vec::new(),
            rows: BTreeMap::new(),
        }
    }

    /// The one that a file has.
    ///
    /// # Errors
    /// It is none, or names what is not there.
    pub fn parse(text: &str) -> Result<Self, MapError> {
        let own: MapText =
            toml::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| MapError::Syntax(error.to_string()))?;
        let kind_named = |name: &str| Kind::from_name(name).ok_or_else(|| MapError::UnknownKind(name.to_owned()));
        let kind = kind_named(&own.kind)?;
        let route = |text: &str| {
            let route = Route::parse(text, shape_of(kind));
            route.ok_or_else(|| MapError::UnknownField(text.to_owned()))
        };
        let perhaps = |text: &str| if text.is_empty() { Ok(None) } else { route(text).map(Some) };
        let column = |own: ColumnText| {
            let route = perhaps(&own.field)?;
            Ok(MapColumn { heading: own.heading, sheet: own.sheet, route, unit: own.unit })
        };
        let mut new = Vec::new();
        for (kind, records) in own.new {
            let kind = kind_named(&kind)?;
            new.extend(records.into_iter().map(|(id, table)| (kind, id, table)));
        }
        Ok(Self {
            kind,
            sheets: own.sheets,
            columns: own.column.into_iter().map(column).collect::<Result<_, MapError>>()?,
            group: perhaps(&own.group)?,
            sheet: perhaps(&own.sheet)?,
            fill: own
                .fill
                .into_iter()
                .map(|(path, text)| Ok((route(&path)?, text)))
                .collect::<Result<_, MapError>>()?,
            words: own.words,
            new,
            rows: own.rows,
        })
    }

    /// The text of its file.
    #[must_use]
    pub fn text(&self) -> String {
        let path = |route: &Option<Route>| route.as_ref().map_or_else(String::new, ToString::to_string);
        let column = |own: &MapColumn| ColumnText {
            heading: own.heading.clone(),
            sheet: own.sheet.clone(),
            field: path(&own.route),
            unit: own.unit,
        };
        let mut new: BTreeMap<String, BTreeMap<String, Table>> = BTreeMap::new();
        for (kind, id, table) in &self.new {
            new.entry(kind.name().to_owned()).or_default().insert(id.clone(), table.clone());
        }
        let text = MapText {
            kind: self.kind.name().to_owned(),
            sheets: self.sheets.clone(),
            group: path(&self.group),
            sheet: path(&self.sheet),
            fill: self.fill.iter().map(|(route, text)| (route.to_string(), text.clone())).collect(),
            column: self.columns.iter().map(column).collect(),
            words: self.words.clone(),
            rows: self.rows.clone(),
            new,
        };
        toml::to_string_pretty(&text).unwrap_or_default()
    }

    /// How a column is meant, by what stands over it on a sheet.
    #[must_use]
    pub fn column(&self, sheet: &str, heading: &str) -> Option<&MapColumn> {
        let is_it = |own: &&MapColumn| in_words(&own.heading) == in_words(heading);
        let mut all = self.columns.iter().filter(is_it);
        all.clone().find(|own| own.sheet == sheet && !sheet.is_empty()).or_else(|| all.find(|own| own.sheet.is_empty()))
    }

    /// The same, to be changed.
    pub fn column_mut(&mut self, sheet: &str, heading: &str) -> Option<&mut MapColumn> {
        let found = self.column(sheet, heading)?.clone();
        self.columns.iter_mut().find(|own| **own == found)
    }

    /// What a word of a list means, where that was decided; empty where it is left out.
    #[must_use]
    pub fn meaning(&self, list: &str, word: &str) -> Option<&str> {
        let words = self.words.get(list)?;
        let exact = words.get(word);
        let word = in_words(word);
        exact
            .or_else(|| words.iter().find(|(own, _)| in_words(own) == word).map(|(_, meaning)| meaning))
            .map(String::as_str)
    }

    /// Takes note of what a word of a list means.
    pub fn mean(&mut self, list: &str, word: &str, meaning: &str) {
        self.words.entry(list.to_owned()).or_default().insert(word.to_owned(), meaning.to_owned());
    }
}

/// The list that words of a shape are of.
pub(super) fn list_of(shape: &Shape) -> Option<ListName> {
    match shape.single() {
        Shape::Choice(list) => Some(list.name),
        Shape::Reference(Target::Record(kind)) => Some(kind.name()),
        Shape::Reference(Target::TargetGroup) => Some("target-group"),
        Shape::Reference(Target::Category) => Some("category"),
        Shape::Reference(_) => Some("reference"),
        _ => None,
    }
}

/// A text in small letters, however its spaces are.
pub(super) fn in_words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Whether a cell says nothing, in as many words.
pub(super) fn says_nothing(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || KNOWN.nothing.contains(&in_words(text).as_str())
}
