//! Naming a field of a record: `period.until`, `budget[2026].amount`, `problem[otrygga-gangstrak].title`.

use crate::model::{Asked, Cadence, Field, Fields, KeyPath, Names, Shape, Step, TableShape, Tongue, Value, When, slug};
use crate::words::names_by_key;
use std::borrow::Cow;

/// A field of a record, found by its name.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldPath {
    /// The path to it in the file.
    pub steps: KeyPath,
    /// What its value looks like: of one element, where the name ends in `[…]`.
    pub shape: ShapeAt,
    /// Which day is meant by one that is not written in full.
    pub when: When,
    /// The least and the greatest number that can be, where there are such.
    pub range: (Option<i64>, Option<i64>),
    /// Whether it is one of a list of local words, with its names in all languages.
    pub is_word: bool,
}

/// A shape that is the same as another where both are of one sort, whatever is within them.
#[derive(Debug, Clone, Copy)]
pub struct ShapeAt(pub Shape);

impl PartialEq for ShapeAt {
    fn eq(&self, other: &Self) -> bool {
        std::mem::discriminant(&self.0) == std::mem::discriminant(&other.0)
    }
}

/// Why a name names no field.
#[derive(Debug, Clone, thiserror::Error)]
pub enum PathError {
    /// There is no field of that name in that table.
    #[error("no field {name} in {}", table.name)]
    UnknownField {
        /// The name that was asked for, as it was written.
        name: String,
        /// The table that it was looked for in.
        table: &'static TableShape,
    },
    /// The field has no fields of its own.
    #[error("{name} has no fields of its own")]
    NotATable {
        /// The path to the field that does not go on.
        name: String,
    },
    /// The list has no element that goes by that.
    #[error("no element {key} in {name}")]
    NoSuchElement {
        /// The name of the field that is the list.
        name: String,
        /// What was written between the brackets.
        key: String,
        /// What its elements go by.
        known: Vec<String>,
    },
    /// Several elements of the list go by that.
    #[error("several {key} in {name}")]
    SeveralElements {
        /// The name of the field that is the list.
        name: String,
        /// What was written between the brackets.
        key: String,
        /// What each of them goes by.
        known: Vec<String>,
    },
    /// The name is not written as one.
    #[error("{0} is not the name of a field")]
    Malformed(String),
}

/// The field of a table by its name, with hyphens for underscores allowed, or by what it is called in any of the
/// languages, as it stands over a column or before a value.
#[must_use]
pub fn find_field(shape: &'static TableShape, name: &str) -> Option<&'static Field> {
    let named = |field: &&Field| field.name == name || field.name.replace('_', "-") == name;
    shape.fields.iter().find(named).or_else(|| {
        let name = slug(name);
        shape.fields.iter().find(|field| called(shape, field).any(|own| slug(own) == name)).filter(|_| !name.is_empty())
    })
}

/// What a field of a table is called in each language: a list of several, and also one of them.
pub fn called(shape: &TableShape, field: &Field) -> impl Iterator<Item = &'static str> {
    let label = field.name.replace('_', "-");
    let names = |form: &str| names_by_key(&format!("{form}-{}-{label}", shape.name)).iter().copied();
    names("field").chain(names("one"))
}

impl FieldPath {
    /// Finds the field that a name names in a record of that shape; the record tells which element of
    /// a list is meant.
    ///
    /// # Errors
    /// There is no such field or element.
    pub fn parse(text: &str, shape: &'static TableShape, record: Option<&dyn Fields>) -> Result<Self, PathError> {
        let mut steps = KeyPath::new();
        let mut table = shape;
        let mut value = record.map(Value::Table);
        let (mut found, mut when, mut range) = (None, When::default(), (None, None));
        let mut word: Option<Option<&Names>> = None;
        for segment in split(text) {
            // A word goes by its id, behind a dot or within brackets; its names go by their languages.
            match (found, word) {
                (Some(Shape::Words), Some(names)) => {
                    let language = language_of(segment, names, &steps)?;
                    steps.push(Step::Key(language.into()));
                    (found, word) = (Some(Shape::Text), None);
                    continue;
                }
                (Some(Shape::Words), None) => {
                    let (id, names) = word_of(segment, value, &steps)?;
                    steps.push(Step::Key(id.into()));
                    word = Some(names);
                    continue;
                }
                _ => {}
            }
            if let Some(previous) = found {
                table =
                    inner(&previous).ok_or_else(|| PathError::NotATable { name: crate::model::path_text(&steps) })?;
            }
            let (name, key) = match segment.split_once('[') {
                Some((name, rest)) => match rest.strip_suffix(']') {
                    Some(key) if !key.is_empty() => (name, Some(key)),
                    _ => return Err(PathError::Malformed(text.to_owned())),
                },
                None => (segment, None),
            };
            let field =
                find_field(table, name).ok_or_else(|| PathError::UnknownField { name: name.to_owned(), table })?;
            steps.push(Step::Key(Cow::Borrowed(field.name)));
            value = value.and_then(|value| match value {
                Value::Table(fields) => Some(fields.get(field.name)),
                _ => None,
            });
            let mut shape = field.shape;
            if let (Some(key), Shape::Words) = (key, shape) {
                let (id, names) = word_of(key, value, &steps)?;
                steps.push(Step::Key(id.into()));
                word = Some(names);
            } else if let Some(key) = key {
                if !shape.is_list() && !matches!(shape, Shape::Cadence) {
                    return Err(PathError::Malformed(text.to_owned()));
                }
                let (index, others) = match elements(&shape, value, key).as_slice() {
                    [] => {
                        return Err(PathError::NoSuchElement {
                            name: field.name.to_owned(),
                            key: key.to_owned(),
                            known: keys(&shape, value),
                        });
                    }
                    [index, others @ ..] => (*index, others.to_vec()),
                };
                if !others.is_empty() {
                    let all = designations(&shape, value);
                    let known = [index].into_iter().chain(others).filter_map(|place| all.get(place).cloned());
                    let (name, key) = (field.name.to_owned(), key.to_owned());
                    return Err(PathError::SeveralElements { name, key, known: known.collect() });
                }
                steps.push(Step::Index(index));
                value = value.and_then(|value| match value {
                    Value::List(list) => Some(list.at(index)),
                    _ => None,
                });
                shape = match shape {
                    Shape::Cadence => Shape::Table(Cadence::PHASE),
                    shape => *shape.single(),
                };
            }
            found = Some(shape);
            when = field.when;
            range = (field.least(), field.most());
        }
        match found {
            Some(shape) => Ok(Self { steps, shape: ShapeAt(shape), when, range, is_word: word.is_some() }),
            None => Err(PathError::Malformed(text.to_owned())),
        }
    }

    /// What is asked of a person who writes it.
    #[must_use]
    pub fn asked(&self) -> Asked {
        Asked { shape: self.shape.0, when: self.when, range: self.range }
    }

    /// What the field's value looks like.
    #[must_use]
    pub fn shape(&self) -> Shape {
        self.shape.0
    }

    /// The places in the list of the elements that go by a key.
    #[must_use]
    pub fn elements(&self, record: &dyn Fields, key: &str) -> Vec<usize> {
        elements(&self.shape.0, Some(self.value(record)), key)
    }

    /// What those elements go by, each by all that tells it apart.
    #[must_use]
    pub fn element_names(&self, record: &dyn Fields, key: &str) -> Vec<String> {
        let all = designations(&self.shape.0, Some(self.value(record)));
        self.elements(record, key).into_iter().filter_map(|place| all.get(place).cloned()).collect()
    }

    /// The ids that the elements of the list have.
    #[must_use]
    pub fn element_ids(&self, record: &dyn Fields) -> std::collections::BTreeSet<String> {
        let Value::List(list) = self.value(record) else { return Default::default() };
        let ids = (0..list.len()).filter_map(|place| match list.at(place) {
            Value::Table(element) => element.element_id().map(str::to_owned),
            _ => None,
        });
        ids.collect()
    }

    /// The field's value in a record.
    #[must_use]
    pub fn value<'r>(&self, record: &'r dyn Fields) -> Value<'r> {
        let mut value = Value::Table(record);
        for (place, step) in self.steps.iter().enumerate() {
            value = match (value, step) {
                (Value::Words(words), Step::Key(id)) => {
                    let language = self.steps.get(place + 1);
                    return match (words.get(id.as_ref()), language) {
                        (Some(_), None) => value,
                        (Some(names), Some(Step::Key(language))) => {
                            names.0.get(language.as_ref()).map_or(Value::Empty, |name| Value::Text(name))
                        }
                        _ => Value::Empty,
                    };
                }
                (Value::Table(table), Step::Key(key)) => table.get(key),
                (Value::List(list), Step::Index(index)) => list.at(*index),
                _ => Value::Empty,
            };
        }
        value
    }
}

/// The word of a list that goes by an id, or is called so; without a register, whatever is written.
fn word_of<'r>(
    text: &str,
    value: Option<Value<'r>>,
    steps: &KeyPath,
) -> Result<(String, Option<&'r Names>), PathError> {
    let Some(Value::Words(words)) = value else { return Ok((text.to_owned(), None)) };
    let written = slug(text);
    let is_called = |names: &Names| names.0.values().any(|name| slug(name) == written);
    let found = words.get_key_value(text).or_else(|| words.iter().find(|(_, names)| is_called(names)));
    match found {
        Some((id, names)) => Ok((id.to_string(), Some(names))),
        None => Err(PathError::NoSuchElement {
            name: crate::model::path_text(steps),
            key: text.to_owned(),
            known: words.keys().map(ToString::to_string).collect(),
        }),
    }
}

/// The language of a word's name: one of the program's, or one that the word has a name in.
fn language_of(text: &str, names: Option<&Names>, steps: &KeyPath) -> Result<String, PathError> {
    let is_known = Tongue::from_code(text).is_some() || names.is_some_and(|names| names.0.contains_key(text));
    if is_known {
        return Ok(text.to_owned());
    }
    Err(PathError::NoSuchElement {
        name: crate::model::path_text(steps),
        key: text.to_owned(),
        known: Tongue::ALL.iter().map(|tongue| tongue.code().to_owned()).collect(),
    })
}

/// The parts of a name between its dots; a dot between brackets is part of a key.
fn split(text: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0;
    text.split(move |letter| {
        match letter {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {}
        }
        letter == '.' && depth == 0
    })
}

fn inner(shape: &Shape) -> Option<&'static TableShape> {
    match shape {
        Shape::Table(table) => Some(table),
        Shape::Cadence => Some(Cadence::PHASE),
        _ => None,
    }
}

/// What the elements of a list go by: their key, with what else tells them apart where several have it, or else their place
/// from 1.
fn keys(shape: &Shape, value: Option<Value<'_>>) -> Vec<String> {
    let (plain, whole) = (plain_keys(shape, value), designations(shape, value));
    let is_alone = |key: &String| plain.iter().filter(|known| *known == key).count() == 1;
    plain.iter().zip(whole).map(|(key, whole)| if is_alone(key) { key.clone() } else { whole }).collect()
}

/// The key of each element of a list, or its place from 1.
fn plain_keys(shape: &Shape, value: Option<Value<'_>>) -> Vec<String> {
    let Some(Value::List(list)) = value else {
        return Vec::new();
    };
    let table = shape.inner().filter(|table| table.key.is_some());
    let key = |index: usize| match (table, list.at(index)) {
        // One without its key goes by what else tells it apart.
        (Some(table), Value::Table(element)) => {
            let mut known = table.known_by().map(|name| key_text(element.get(name)));
            known.find(|text| !text.is_empty()).unwrap_or_default()
        }
        _ => (index + 1).to_string(),
    };
    (0..list.len()).map(key).collect()
}

/// Each element of a list by all that tells it apart: `2026 state-grant`; by its number among those of its key where nothing
/// does: `2026#2`.
fn designations(shape: &Shape, value: Option<Value<'_>>) -> Vec<String> {
    let Some(Value::List(list)) = value else {
        return Vec::new();
    };
    let plain = plain_keys(shape, value);
    let table = shape.inner().filter(|table| table.key.is_some());
    let whole = |index: usize| match (table, list.at(index)) {
        (Some(table), Value::Table(element)) => {
            let known = table.known_by().map(|name| key_text(element.get(name)));
            known.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
        }
        _ => plain[index].clone(),
    };
    let all: Vec<String> = (0..list.len()).map(whole).collect();
    let number = |index: usize| plain[..=index].iter().filter(|key| **key == plain[index]).count();
    let is_alone = |index: usize| {
        plain.iter().filter(|key| **key == plain[index]).count() == 1
            || (all[index] != plain[index] && all.iter().filter(|own| **own == all[index]).count() == 1)
    };
    let each = all.iter().enumerate();
    each.map(|(index, own)| if is_alone(index) { own.clone() } else { format!("{}#{}", plain[index], number(index)) })
        .collect()
}

/// The places of the elements that go by a key: all of it, its number among those of one key (`2026#2`), or as much of what
/// tells them apart as is written.
fn elements(shape: &Shape, value: Option<Value<'_>>, key: &str) -> Vec<usize> {
    let (plain, whole) = (plain_keys(shape, value), designations(shape, value));
    let places =
        |is_it: &dyn Fn(usize) -> bool| -> Vec<usize> { (0..plain.len()).filter(|place| is_it(*place)).collect() };
    if let Some((own, number)) = key.rsplit_once('#')
        && let Ok(number) = number.parse::<usize>()
    {
        let same = places(&|place| plain[place] == own);
        if let Some(place) = number.checked_sub(1).and_then(|place| same.get(place)) {
            return vec![*place];
        }
    }
    let ways: [&dyn Fn(usize) -> bool; 3] = [&|place| plain[place] == key, &|place| whole[place] == key, &|place| {
        let known: Vec<&str> = whole[place].split(' ').collect();
        key.split([' ', ',']).filter(|word| !word.is_empty()).all(|word| known.contains(&word))
    }];
    ways.into_iter().map(places).find(|found| !found.is_empty()).unwrap_or_default()
}

fn key_text(value: Value<'_>) -> String {
    match value {
        Value::Id(id) | Value::Text(id) | Value::AreaCode(id) | Value::Reference(_, id) => id.to_owned(),
        Value::Day(day) => day.to_string(),
        Value::Term(term) => term.to_string(),
        Value::Integer(number) => number.to_string(),
        Value::Code(code, _) => code.to_owned(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BudgetRow, Intervention, Table};

    #[test]
    fn a_name_leads_to_its_field() {
        let budget = [2025, 2026, 2026].map(|year| BudgetRow { year: Some(year), ..BudgetRow::default() }).into();
        let intervention = Intervention { budget, ..Intervention::default() };
        let parse = |name: &str| FieldPath::parse(name, &Intervention::TABLE, Some(&intervention));
        let steps = |name: &str| crate::model::path_text(&parse(name).unwrap().steps);
        assert_eq!(steps("period.until"), "period.until");
        assert_eq!(steps("budget[2025].amount"), "budget[0].amount");
        assert_eq!(steps("budget[2026#2]"), "budget[2]");
        assert_eq!(steps("target-groups"), "target_groups");
        assert_eq!(steps("budget[2026#1]"), "budget[1]");
        assert_eq!(steps("Budget[2025].Belopp"), "budget[0].amount");
        assert!(
            matches!(parse("budget[2027]"), Err(PathError::NoSuchElement { known, .. }) if known == ["2025", "2026#1", "2026#2"])
        );
        assert!(
            matches!(parse("budget[2026].amount"), Err(PathError::SeveralElements { known, .. }) if known == ["2026#1", "2026#2"])
        );
        assert_eq!(steps("Titel"), "title");
        assert!(matches!(parse("titlar"), Err(PathError::UnknownField { .. })));
        assert!(matches!(parse("title.x"), Err(PathError::NotATable { .. })));
        assert!(parse("").is_err() && parse("budget[").is_err() && parse("title[1]").is_err());
    }
}
