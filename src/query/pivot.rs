//! Any field against any other: how many records, or how much of a third field, there is of each pair of values.

use super::parts::{counts, parted};
use super::{Derived, Row};
use crate::catalog::{find_field, shape_of};
use crate::model::{
    Choices, Cycle, Day, Field, Fields, Kind, Register, Shape, TableShape, Target, Term, UNKNOWN_TABLE, Value,
};
use std::collections::{BTreeMap, BTreeSet};

/// A field of a kind of record that can be pivoted by, or summed.
#[derive(Debug, Clone)]
pub struct Dimension {
    /// Its name, as it was asked for.
    pub name: String,
    /// The table that its last part belongs to, for its label.
    pub table: &'static str,
    /// That last part; of something computed, its name.
    pub field: &'static str,
    /// What one of its values looks like.
    shape: Shape,
    /// What days are gathered into.
    grain: Option<Cycle>,
    source: DimensionSource,
    /// Whether a record may have several values.
    pub is_list: bool,
}

/// Where a dimension's values come from.
#[derive(Debug, Clone)]
enum DimensionSource {
    /// What follows from the record, and stands in no file.
    Derived(Derived),
    /// A field, by places from the top; the list of tables in the path to it, if there is one, comes first.
    Field { list: Option<usize>, places: Vec<usize> },
}

/// There is no such dimension.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DimensionError {
    /// There is no such field.
    #[error("no field {name}")]
    Unknown {
        /// What was asked for.
        name: String,
        /// The names of the fields that there are.
        known: Vec<String>,
    },
    /// Its values can't be gathered or summed.
    #[error("{name} cannot be used here")]
    Unfit {
        /// What was asked for.
        name: String,
    },
    /// Only days are gathered into months and the like.
    #[error("{name} has no days")]
    NoDays {
        /// What was asked for.
        name: String,
    },
}

/// A value of a dimension. Values are ordered as people expect: codes as their list, terms and numbers by size,
/// names by their letters, and what is missing last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key<'r> {
    /// A term that days are gathered into.
    Term(Term),
    /// Days in the order of the calendar.
    Day(Day),
    /// Whole numbers by size.
    Integer(i64),
    /// Yes comes before no.
    Flag(std::cmp::Reverse<bool>),
    /// A coded value, by its place in its list.
    Code(usize, &'static str),
    /// What a reference or an id says.
    Reference(&'r str),
    /// Any other text, letter by letter.
    Text(&'r str),
    /// The municipality as a whole, which is none of its districts.
    Whole(&'r str),
    /// What says nothing comes last.
    Missing,
}

/// What is asked of a pair of values.
#[derive(Debug, Clone)]
pub enum Asked {
    /// How many records there are.
    Count,
    /// How much of a field there is.
    Sum(Dimension),
}

/// How much there is of each pair of values.
#[derive(Debug, Default)]
pub struct Pivot<'r> {
    /// The values that stand to the left.
    pub rows: BTreeSet<Key<'r>>,
    /// The values that stand at the top.
    pub columns: BTreeSet<Key<'r>>,
    /// The ids of the records of each pair, each once.
    pub ids: BTreeMap<(Key<'r>, Key<'r>), Vec<&'r str>>,
    /// How much there is of the field that is summed.
    pub sums: BTreeMap<(Key<'r>, Key<'r>), f64>,
    /// How many records there are, each once.
    pub records: usize,
    /// The records that have money which does not count: of what is proposed, or was called off.
    pub left_out: BTreeSet<&'r str>,
}

impl<'r> Key<'r> {
    /// The id of the record that it is.
    #[must_use]
    pub fn id(&self) -> Option<&'r str> {
        match self {
            Key::Reference(id) | Key::Whole(id) => Some(id),
            _ => None,
        }
    }
}

impl Dimension {
    /// The field of that name, with what its days are gathered into after a colon: `started:quarter`.
    ///
    /// # Errors
    /// There is no such field, or it is none to go by.
    pub fn find(kind: Kind, asked: &str) -> Result<Self, DimensionError> {
        let (name, grain) = match asked.split_once(':') {
            Some((name, grain)) => {
                let cycle = Cycle::from_code(grain.trim());
                (name.trim(), Some(cycle.ok_or_else(|| DimensionError::Unfit { name: asked.to_owned() })?))
            }
            None => (asked.trim(), None),
        };
        let plain = name.replace('-', "_");
        let found = match Derived::of(kind).find(|derived| derived.name() == plain) {
            Some(derived) => Self {
                name: plain,
                table: "",
                field: derived.name(),
                shape: derived.shape(),
                grain,
                source: DimensionSource::Derived(derived),
                is_list: false,
            },
            None => Self::field(kind, name, grain)?,
        };
        match (grain, found.shape) {
            (Some(_), Shape::Day | Shape::Term) | (None, _) => Ok(found),
            (Some(_), _) => Err(DimensionError::NoDays { name: asked.to_owned() }),
        }
    }

    fn field(kind: Kind, name: &str, grain: Option<Cycle>) -> Result<Self, DimensionError> {
        let unknown = || DimensionError::Unknown { name: name.to_owned(), known: dimensions(kind) };
        let mut table = shape_of(kind);
        let (mut list, mut places, mut is_list) = (None, Vec::new(), false);
        let mut found: Option<(&'static str, &'static Field)> = None;
        for part in name.split('.') {
            let field = find_field(table, part).ok_or_else(unknown)?;
            let place = table.fields.iter().position(|known| known.name == field.name).ok_or_else(unknown)?;
            found = Some((table.name, field));
            table = &UNKNOWN_TABLE;
            match field.shape {
                Shape::Table(inner) => {
                    places.push(place);
                    table = inner;
                }
                Shape::List(Shape::Table(inner)) if list.is_none() && places.is_empty() => {
                    list = Some(place);
                    is_list = true;
                    table = inner;
                }
                Shape::List(_) => {
                    places.push(place);
                    is_list = true;
                }
                _ => places.push(place),
            }
        }
        let (of, field) = found.ok_or_else(unknown)?;
        let shape = *field.shape.single();
        if matches!(shape, Shape::Table(_) | Shape::Cadence | Shape::Readings | Shape::Words) {
            return Err(DimensionError::Unfit { name: name.to_owned() });
        }
        let source = DimensionSource::Field { list, places };
        Ok(Self { name: name.replace('-', "_"), table: of, field: field.name, shape, grain, source, is_list })
    }

    /// The same, if records can be gathered by it.
    ///
    /// # Errors
    /// It is a number with decimals, of which hardly two are the same.
    pub fn gathered(self) -> Result<Self, DimensionError> {
        if matches!(self.shape, Shape::Number) { Err(DimensionError::Unfit { name: self.name }) } else { Ok(self) }
    }

    /// The same, if it can be summed.
    ///
    /// # Errors
    /// It is no number.
    pub fn summed(self) -> Result<Self, DimensionError> {
        let is_number = matches!(self.shape, Shape::Integer | Shape::Ordinal | Shape::Number | Shape::Money);
        if is_number { Ok(self) } else { Err(DimensionError::Unfit { name: self.name }) }
    }

    /// The rows that something computed is the sum of, where it is one of rows: each of them is told where it belongs, by
    /// its year and its board.
    fn in_rows(&self) -> Option<Self> {
        let rows = match self.source {
            DimensionSource::Derived(Derived::Budget | Derived::BudgetTotal) => "budget.amount",
            DimensionSource::Derived(Derived::Outcome) => "actual.amount",
            _ => return None,
        };
        Self::field(Kind::Intervention, rows, None).ok()
    }

    /// Whether it is an amount of money.
    #[must_use]
    pub fn is_money(&self) -> bool {
        matches!(self.shape, Shape::Money)
    }

    /// The list of coded values that it is from.
    #[must_use]
    pub fn choices(&self) -> Option<&'static Choices> {
        match self.shape {
            Shape::Choice(choices) => Some(choices),
            _ => None,
        }
    }

    /// Whether it is the districts of an intervention.
    pub(super) fn is_of_districts(&self) -> bool {
        let is_of_record = matches!(self.source, DimensionSource::Field { list: None, .. });
        is_of_record && self.target() == Some(Target::Record(Kind::District))
    }

    /// What its references point at.
    #[must_use]
    pub fn target(&self) -> Option<Target> {
        match self.shape {
            Shape::Reference(target) => Some(target),
            _ => None,
        }
    }

    fn list(&self) -> Option<usize> {
        match self.source {
            DimensionSource::Field { list, .. } => list,
            DimensionSource::Derived(_) => None,
        }
    }

    /// The values of a record, where the lists of tables are at some of their elements.
    fn values<'r>(&self, row: &Row<'r>, at: &ChosenElements<'r>) -> Vec<Value<'r>> {
        let value = match &self.source {
            DimensionSource::Derived(derived) => derived.value(row),
            DimensionSource::Field { list, places } => {
                let (start, within) = match (list, places.split_first()) {
                    (Some(list), _) => (at.get(list).copied().flatten().unwrap_or(Value::Empty), &places[..]),
                    (None, Some((first, within))) => (row.value_on(*first, day_of(at).unwrap_or(row.today)), within),
                    (None, None) => return Vec::new(),
                };
                within.iter().fold(start, |value, place| match value {
                    Value::Table(table) => table.value(*place),
                    _ => Value::Empty,
                })
            }
        };
        match value {
            Value::List(list) => (0..list.len()).map(|place| list.at(place)).collect(),
            Value::Empty | Value::Missing => Vec::new(),
            value => vec![value],
        }
    }

    /// The values of a record as keys; that it has none where it has none.
    pub(super) fn keys<'r>(&self, row: &Row<'r>, at: &ChosenElements<'r>) -> Vec<Key<'r>> {
        let keys: Vec<Key<'r>> = self.values(row, at).into_iter().map(|value| self.key(value, row.register)).collect();
        if keys.is_empty() { vec![Key::Missing] } else { keys }
    }

    fn key<'r>(&self, value: Value<'r>, register: &Register) -> Key<'r> {
        let gathered = |day| self.grain.map(|cycle| Key::Term(Term::of(day, cycle)));
        match value {
            Value::Day(day) => gathered(day).unwrap_or(Key::Day(day)),
            Value::Term(term) => gathered(term.first()).unwrap_or(Key::Term(term)),
            Value::Code(code, choices) => {
                Key::Code(choices.codes.iter().position(|known| *known == code).unwrap_or(usize::MAX), code)
            }
            Value::Reference(Target::Record(Kind::District), id) if register.is_whole(id) => Key::Whole(id),
            Value::Reference(_, text) | Value::Id(text) => Key::Reference(text),
            Value::Text(text) | Value::CaseNumber(text) | Value::AreaCode(text) => Key::Text(text),
            Value::Flag(flag) => Key::Flag(std::cmp::Reverse(flag)),
            Value::Integer(number) | Value::Money(number) => Key::Integer(number),
            Value::Empty
            | Value::Missing
            | Value::Number(_)
            | Value::Readings(_)
            | Value::Table(_)
            | Value::List(_) => Key::Missing,
        }
    }

    /// Every value that there could be, as far as that is known: also those that no record has.
    fn possible<'r>(&self, register: &'r Register) -> Vec<Key<'r>> {
        match self.shape {
            Shape::Choice(choices) => {
                choices.codes.iter().enumerate().map(|(place, code)| Key::Code(place, code)).collect()
            }
            Shape::Flag => [true, false].map(|flag| Key::Flag(std::cmp::Reverse(flag))).to_vec(),
            Shape::Reference(Target::Record(Kind::District)) => {
                register.districts.ids().filter(|id| !register.is_whole(id)).map(Key::Reference).collect()
            }
            Shape::Reference(target @ (Target::TargetGroup | Target::Category)) => {
                let words = register.settings.vocabulary.words(target);
                words.into_iter().flat_map(|words| words.keys()).map(|id| Key::Reference(id.as_str())).collect()
            }
            Shape::Reference(Target::MunicipalGoal) => {
                register.settings.goal.iter().map(|goal| Key::Reference(goal.id.as_str())).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// The names of what a kind can be pivoted by.
#[must_use]
pub fn dimensions(kind: Kind) -> Vec<String> {
    fn add(table: &'static TableShape, before: &str, in_list: bool, names: &mut Vec<String>) {
        for field in table.fields {
            let name = format!("{before}{}", field.name);
            match field.shape {
                Shape::Table(inner) => add(inner, &format!("{name}."), in_list, names),
                Shape::List(Shape::Table(inner)) if !in_list && before.is_empty() => {
                    add(inner, &format!("{name}."), true, names)
                }
                Shape::List(Shape::Table(_)) | Shape::Cadence | Shape::Readings | Shape::Words => {}
                _ => names.push(name),
            }
        }
    }
    let mut names: Vec<String> = Derived::of(kind).map(|derived| derived.name().to_owned()).collect();
    add(shape_of(kind), "", false, &mut names);
    names
}

/// How much there is of each pair of values of two dimensions.
///
/// A record with several values is counted once for each of them. An amount is parted between them, so that what is told
/// comes to what there is. Fields of the same list of tables go together: an amount of a budget
/// is told under the source of its own row.
#[must_use]
pub fn pivot<'r>(
    register: &'r Register,
    rows: &[Row<'r>],
    down: &Dimension,
    across: &Dimension,
    asked: &Asked,
) -> Pivot<'r> {
    let mut pivot = Pivot { records: rows.len(), ..Pivot::default() };
    pivot.rows.extend(down.possible(register));
    pivot.columns.extend(across.possible(register));
    let in_rows = match asked {
        Asked::Sum(summed) => summed.in_rows(),
        Asked::Count => None,
    };
    let lists: BTreeSet<usize> = [down, across].into_iter().filter_map(Dimension::list).collect();
    for row in rows {
        match asked {
            Asked::Count => {
                let pairs = pairs(row, down, across, &lists, &ChosenElements::new());
                for pair in pairs {
                    pivot.add(pair, row.id, 1.0);
                }
            }
            Asked::Sum(asked) => {
                let is_of_this_year =
                    matches!(asked.source, DimensionSource::Derived(Derived::Budget | Derived::Outcome));
                let summed = in_rows.as_ref().unwrap_or(asked);
                let own: BTreeSet<usize> = summed.list().into_iter().collect();
                let rest: BTreeSet<usize> = lists.difference(&own).copied().collect();
                each_combination(row.fields, &own, &ChosenElements::new(), &mut |at| {
                    if is_of_this_year && day_of(at).map(Day::year) != Some(row.today.year()) {
                        return;
                    }
                    let values = summed.values(row, at);
                    // Where there is nothing to sum, there is nothing to tell.
                    if values.is_empty() {
                        return;
                    }
                    if !counts(row, at) {
                        pivot.left_out.insert(row.id);
                        return;
                    }
                    let amount: f64 = values.into_iter().map(number).sum();
                    for (pair, part) in parted(row, (down, across), (amount, summed.is_money()), &rest, at) {
                        pivot.add(pair, row.id, part);
                    }
                });
            }
        }
    }
    fill(&mut pivot.rows);
    fill(&mut pivot.columns);
    pivot
}

impl<'r> Pivot<'r> {
    fn add(&mut self, (left, top): (Key<'r>, Key<'r>), id: &'r str, amount: f64) {
        self.rows.insert(left.clone());
        self.columns.insert(top.clone());
        let ids = self.ids.entry((left.clone(), top.clone())).or_default();
        // A record is one, however many of its elements are told here.
        if ids.last() != Some(&id) {
            ids.push(id);
        }
        *self.sums.entry((left, top)).or_default() += amount;
    }
}

/// Each pair of values of a record, once; where some lists are at some of their elements already.
pub(super) fn pairs<'r>(
    row: &Row<'r>,
    down: &Dimension,
    across: &Dimension,
    lists: &BTreeSet<usize>,
    chosen: &ChosenElements<'r>,
) -> BTreeSet<(Key<'r>, Key<'r>)> {
    let mut pairs = BTreeSet::new();
    each_combination(row.fields, lists, chosen, &mut |at| {
        for left in down.keys(row, at) {
            pairs.extend(across.keys(row, at).into_iter().map(|top| (left.clone(), top)));
        }
    });
    pairs
}

/// The element that is chosen of each of some lists, by the place of its field; nothing of one that is empty.
pub(super) type ChosenElements<'r> = BTreeMap<usize, Option<Value<'r>>>;

/// The first day of the year that a chosen element is of: its money is theirs who had the record when it began.
pub(super) fn day_of(at: &ChosenElements<'_>) -> Option<Day> {
    let year = at.values().flatten().find_map(|element| {
        let Value::Table(table) = element else { return None };
        let place = table.shape().fields.iter().position(|field| matches!(field.shape, Shape::Ordinal))?;
        let Value::Integer(year) = table.value(place) else { return None };
        i32::try_from(year).ok()
    });
    Day::new(year?, 1, 1)
}

/// Calls `found` for each way to choose an element of each of some lists, beside those that are chosen already.
fn each_combination<'r>(
    fields: &'r dyn Fields,
    lists: &BTreeSet<usize>,
    chosen: &ChosenElements<'r>,
    found: &mut dyn FnMut(&ChosenElements<'r>),
) {
    fn choose<'r>(
        fields: &'r dyn Fields,
        lists: &[usize],
        at: &mut ChosenElements<'r>,
        found: &mut dyn FnMut(&ChosenElements<'r>),
    ) {
        let Some((first, rest)) = lists.split_first() else {
            found(at);
            return;
        };
        match fields.value(*first) {
            Value::List(list) if !list.is_empty() => {
                for place in 0..list.len() {
                    at.insert(*first, Some(list.at(place)));
                    choose(fields, rest, at, found);
                }
            }
            _ => {
                at.insert(*first, None);
                choose(fields, rest, at, found);
            }
        }
    }
    let lists: Vec<usize> = lists.iter().copied().collect();
    choose(fields, &lists, &mut chosen.clone(), found);
}

/// Adds the terms between the first and the last: a month without anything is a month too.
fn fill(keys: &mut BTreeSet<Key<'_>>) {
    let terms: Vec<Term> =
        keys.iter().filter_map(|key| if let Key::Term(term) = key { Some(*term) } else { None }).collect();
    let (Some(first), Some(last)) = (terms.first(), terms.last()) else { return };
    let mut term = *first;
    // A register has years, not centuries: what is written wrong shall not fill a page.
    while term < *last && term.cycle() == last.cycle() && last.year() - term.year() < 30 {
        keys.insert(Key::Term(term));
        term = term.next();
    }
}

fn number(value: Value<'_>) -> f64 {
    match value {
        #[allow(clippy::cast_precision_loss)]
        Value::Integer(number) | Value::Money(number) => number as f64,
        Value::Number(number) => number,
        _ => 0.0,
    }
}
