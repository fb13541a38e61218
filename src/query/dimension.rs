//! A field that records are told by, or whose values are told: also of an element of a list, and what is computed.

use super::elements::{Chosen, Element, ListPath, within};
use super::{Derived, Row, filter_fields};
use crate::catalog::{find_field, shape_of};
use crate::measure::{answer_time, lead_time};
use crate::message::{Key as Word, columns};
use crate::model::{
    Choices, Cycle, Day, DecisionIn, Kind, Register, Shape, TableShape, Target, Term, UNKNOWN_TABLE, Value, slug,
};
use crate::words::names_by_key;

/// A field of a kind of record that can be pivoted by, or whose values can be told.
#[derive(Debug, Clone)]
pub struct Dimension {
    /// Its name, as it was asked for.
    pub name: String,
    /// What people call it.
    pub heading: Heading,
    /// The fields that it is within, from the outermost.
    pub within: Vec<(&'static str, &'static str)>,
    /// Whether a record may have several values.
    pub is_list: bool,
    /// What one of its values looks like.
    shape: Shape,
    /// What days are gathered into.
    grain: Option<Cycle>,
    /// The lists on the way to it; one that is in another stands after it.
    lists: Vec<ListPath>,
    source: Source,
}

/// What a field or a number is called.
#[derive(Debug, Clone, Copy)]
pub enum Heading {
    /// As a field of a table of records.
    Field(&'static str, &'static str),
    /// By a message.
    Message(Word),
    /// As a coded value of a list, several of them.
    Choice(&'static str, &'static str),
}

impl Heading {
    /// What it says in each of the languages.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        let keys = match self {
            Heading::Field(table, field) => vec![format!("field-{table}-{}", field.replace('_', "-"))],
            Heading::Message(key) => vec![key.name().to_owned()],
            Heading::Choice(list, code) => {
                vec![format!("choice-{list}-{code}"), format!("choice-{list}-{code}-plural")]
            }
        };
        keys.into_iter().flat_map(|key| names_by_key(&key)).copied()
    }

    /// Whether it says that in any of the languages.
    #[must_use]
    pub fn says(self, name: &str) -> bool {
        let name = slug(name);
        self.names().any(|own| slug(own) == name)
    }
}

/// Where a dimension's values come from.
#[derive(Debug, Clone)]
enum Source {
    /// What follows from the record, and stands in no file.
    Derived(Derived),
    /// What follows from an element of a list.
    OfElement(OfElement),
    /// A field, by its places from the last list on the way to it, or from the top.
    Field(Vec<usize>),
    /// What was measured, by its id.
    Indicator,
    /// A number that was measured.
    Reading,
}

/// `Name = kind, list, "name", heading;` for what is computed of an element.
macro_rules! of_element {
    ($(#[doc = $about:literal] $computed:ident = $kind:ident, $list:literal, $name:literal, $label:expr;)*) => {
        /// What is computed of an element of a list: a number of days.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        enum OfElement {
            $(#[doc = $about] $computed,)*
        }

        impl OfElement {
            const ALL: &[OfElement] = &[$(OfElement::$computed),*];

            /// The kind and its list that the element is of, its own name in it, and what people call it.
            const fn told(self) -> (Kind, &'static str, &'static str, Word) {
                match self { $(OfElement::$computed => (Kind::$kind, $list, $name, $label),)* }
            }
        }
    };
}

of_element! {
    /// How many days it took to carry a decision out.
    LeadTime = Meeting, "decision", "lead_time", columns::LEAD_TIME;
    /// How many days it took to answer a need.
    AnswerTime = Intervention, "needs", "answer_time", columns::ANSWER_TIME;
}

impl OfElement {
    fn of(kind: Kind) -> impl Iterator<Item = OfElement> {
        Self::ALL.iter().copied().filter(move |computed| computed.told().0 == kind)
    }

    fn value(self, row: &Row<'_>, place: usize) -> Option<i64> {
        match self {
            OfElement::LeadTime => lead_time(&decision(row, place)?),
            OfElement::AnswerTime => answer_time(row.intervention?.needs.get(place)?, row.register),
        }
    }
}

/// The decision at a place in the list of a meeting.
pub(super) fn decision<'r>(row: &Row<'r>, place: usize) -> Option<DecisionIn<'r>> {
    let meeting = row.register.meetings.get(row.id).filter(|_| row.kind == Kind::Meeting)?;
    Some(DecisionIn { meeting_id: row.id, meeting, decision: meeting.decision.get(place)? })
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
    /// Its values can't be gathered or told as a number.
    #[error("{name} cannot be used here")]
    Unfit {
        /// What was asked for.
        name: String,
    },
    /// A number with a name of its own says how it comes of several.
    #[error("{name} takes no colon")]
    Named {
        /// What was asked for.
        name: String,
    },
    /// Its values are no numbers.
    #[error("{name} is no number")]
    NoNumber {
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
        let found = match Derived::named(kind, name) {
            Some(derived) => Self::derived(derived),
            None => Self::field(kind, &name.replace('-', "_")).map_err(|error| match error {
                DimensionError::Unknown { known, .. } => DimensionError::Unknown { name: name.to_owned(), known },
                error => error,
            })?,
        };
        match (grain, found.shape) {
            (Some(_), Shape::Day | Shape::Term) | (None, _) => Ok(Self { grain, ..found }),
            (Some(_), _) => Err(DimensionError::NoDays { name: asked.to_owned() }),
        }
    }

    /// What follows from a record.
    pub(super) fn derived(derived: Derived) -> Self {
        Self {
            name: derived.name().to_owned(),
            heading: Heading::Message(derived.label()),
            within: Vec::new(),
            is_list: false,
            shape: derived.shape(),
            grain: None,
            lists: Vec::new(),
            source: Source::Derived(derived),
        }
    }

    fn field(kind: Kind, name: &str) -> Result<Self, DimensionError> {
        let unknown = || DimensionError::Unknown { name: name.to_owned(), known: dimensions(kind) };
        let mut found = Self {
            name: name.to_owned(),
            heading: Heading::Message(columns::NAME),
            within: Vec::new(),
            is_list: false,
            shape: Shape::Text,
            grain: None,
            lists: Vec::new(),
            source: Source::Field(Vec::new()),
        };
        let mut last = None;
        // The places on the way, from the top and from the last list.
        let (mut way, mut places) = (Vec::new(), Vec::new());
        let mut table = shape_of(kind);
        let mut parts = name.split('.').peekable();
        while let Some(part) = parts.next() {
            let computed = OfElement::of(kind).find(|computed| {
                let (_, list, own, _) = computed.told();
                parts.peek().is_none() && name == format!("{list}.{own}")
            });
            if let Some(computed) = computed.filter(|_| places.is_empty() && !found.lists.is_empty()) {
                let (_, _, _, label) = computed.told();
                let (heading, source) = (Heading::Message(label), Source::OfElement(computed));
                return Ok(Self { heading, source, shape: Shape::Integer, ..found });
            }
            let is_first = way.is_empty();
            let by_flag = || filter_fields(kind).into_iter().find(|own| is_first && own.flag.replace('-', "_") == part);
            let field = find_field(table, part).or_else(|| by_flag().map(|own| own.field)).ok_or_else(unknown)?;
            let place = table.fields.iter().position(|known| known.name == field.name).ok_or_else(unknown)?;
            found.heading = Heading::Field(table.name, field.name);
            found.shape = *field.shape.single();
            way.push(place);
            places.push(place);
            let of = std::mem::replace(&mut table, &UNKNOWN_TABLE).name;
            last = Some(field.name);
            if parts.peek().is_some() {
                found.within.push((of, field.name));
            }
            match field.shape {
                Shape::Table(inner) => table = inner,
                Shape::List(Shape::Table(inner)) => {
                    found.is_list = true;
                    found.lists.push(way.clone());
                    places.clear();
                    table = inner;
                }
                Shape::Readings => return found.reading(way, parts.next(), parts.next()).ok_or_else(unknown),
                Shape::List(_) => found.is_list = true,
                _ => {}
            }
        }
        if matches!(found.shape, Shape::Table(_) | Shape::Cadence | Shape::Words) {
            return Err(DimensionError::Unfit { name: name.to_owned() });
        }
        let named = found.within.iter().map(|(_, name)| *name).chain(last);
        let name = named.collect::<Vec<_>>().join(".");
        Ok(Self { name, source: Source::Field(places), ..found })
    }

    /// What is told of readings: what was measured, or the number.
    fn reading(mut self, way: ListPath, part: Option<&str>, more: Option<&str>) -> Option<Self> {
        self.is_list = true;
        self.lists.push(way);
        let (label, shape, source) = match (part, more) {
            (Some(INDICATOR), None) => (columns::INDICATOR, Shape::Text, Source::Indicator),
            (Some(READING), None) => (columns::VALUE, Shape::Number, Source::Reading),
            _ => return None,
        };
        Some(Self { heading: Heading::Message(label), shape, source, ..self })
    }

    /// The same, if records can be gathered by it.
    ///
    /// # Errors
    /// It is a number with decimals, of which hardly two are the same.
    pub fn gathered(self) -> Result<Self, DimensionError> {
        if matches!(self.shape, Shape::Number) { Err(DimensionError::Unfit { name: self.name }) } else { Ok(self) }
    }

    /// The same, if its values are numbers.
    ///
    /// # Errors
    /// They are none.
    pub fn of_numbers(self) -> Result<Self, DimensionError> {
        if self.is_of_numbers() { Ok(self) } else { Err(DimensionError::NoNumber { name: self.name }) }
    }

    fn is_of_numbers(&self) -> bool {
        matches!(self.shape, Shape::Integer | Shape::Number | Shape::Money)
    }

    /// What it is of, where it is computed of the record.
    pub(super) fn computed(&self) -> Option<Derived> {
        if let Source::Derived(derived) = self.source { Some(derived) } else { None }
    }

    /// The rows that something computed is the sum of, where it is one of rows: each of them is told where it belongs, by
    /// its year and its board.
    pub(super) fn in_rows(&self) -> Option<Self> {
        let rows = match self.computed()? {
            Derived::Budget | Derived::BudgetTotal => "budget.amount",
            Derived::Outcome => "actual.amount",
            _ => return None,
        };
        Self::field(Kind::Intervention, rows).ok()
    }

    /// The lists on the way to it.
    pub(super) fn lists(&self) -> impl Iterator<Item = &[usize]> {
        self.lists.iter().map(Vec::as_slice)
    }

    /// Whether its values are amounts of money.
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
    #[must_use]
    pub fn is_of_districts(&self) -> bool {
        self.lists.is_empty() && self.target() == Some(Target::Record(Kind::District))
    }

    /// What its references point at.
    #[must_use]
    pub fn target(&self) -> Option<Target> {
        match self.shape {
            Shape::Reference(target) => Some(target),
            _ => None,
        }
    }

    /// Calls `found` with each value of a record, where its lists are at some of their elements.
    pub(super) fn each_value<'r>(&self, row: &Row<'r>, at: &Chosen<'_, 'r>, found: &mut dyn FnMut(Value<'r>)) {
        let element = self.lists.last().map(|list| at.of(list));
        let value = match (&self.source, element) {
            (Source::Derived(derived), _) => derived.value(row),
            (Source::OfElement(computed), Some(Element::At(place, _))) => {
                computed.value(row, place).map_or(Value::Empty, Value::Integer)
            }
            (Source::Indicator, Some(Element::Reading(id, _))) => Value::Id(id),
            (Source::Reading, Some(Element::Reading(_, number))) => Value::Number(number),
            (Source::OfElement(_) | Source::Indicator | Source::Reading, _) => Value::Empty,
            (Source::Field(places), Some(element)) => within(element.value(), places),
            (Source::Field(places), None) => places.split_first().map_or(Value::Empty, |(first, rest)| {
                within(row.value_on(*first, at.day().unwrap_or(row.today)), rest)
            }),
        };
        match value {
            Value::List(list) => (0..list.len()).for_each(|place| found(list.at(place))),
            Value::Empty => {}
            value => found(value),
        }
    }

    /// The values of a record as keys; that it has none where it has none.
    pub(super) fn keys<'r>(&self, row: &Row<'r>, at: &Chosen<'_, 'r>) -> Vec<Key<'r>> {
        let mut keys = Vec::new();
        self.each_value(row, at, &mut |value| keys.push(self.key(value, row.register)));
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
            | Value::Words(_)
            | Value::Table(_)
            | Value::List(_) => Key::Missing,
        }
    }

    /// Every value that there could be, as far as that is known: also those that no record has.
    pub(super) fn possible<'r>(&self, register: &'r Register) -> Vec<Key<'r>> {
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

/// What the parts of readings are called: what was measured, and the number.
const INDICATOR: &str = "indicator";
const READING: &str = "value";

/// The names of what a kind can be pivoted by.
#[must_use]
pub fn dimensions(kind: Kind) -> Vec<String> {
    fn add(table: &'static TableShape, before: &str, names: &mut Vec<String>) {
        for field in table.fields {
            let name = format!("{before}{}", field.name);
            match field.shape {
                Shape::Table(inner) => add(inner, &format!("{name}."), names),
                Shape::List(Shape::Table(inner)) => add(inner, &format!("{name}."), names),
                Shape::Readings => names.extend([INDICATOR, READING].map(|part| format!("{name}.{part}"))),
                Shape::Cadence | Shape::Words => {}
                _ => names.push(name),
            }
        }
    }
    let mut names: Vec<String> = Derived::of(kind).map(|derived| derived.name().to_owned()).collect();
    add(shape_of(kind), "", &mut names);
    names.extend(OfElement::of(kind).map(|computed| {
        let (_, list, own, _) = computed.told();
        format!("{list}.{own}")
    }));
    names
}

/// The names of those whose values are numbers.
#[must_use]
pub fn numeric_dimensions(kind: Kind) -> Vec<String> {
    let is_of_numbers = |name: &String| Dimension::find(kind, name).is_ok_and(|found| found.is_of_numbers());
    dimensions(kind).into_iter().filter(is_of_numbers).collect()
}

/// The lists on the ways to some dimensions, each once; one that is in another stands after it.
pub(super) fn lists_of<'d>(dimensions: impl IntoIterator<Item = &'d Dimension>) -> Vec<&'d [usize]> {
    let mut lists: Vec<&[usize]> = dimensions.into_iter().flat_map(Dimension::lists).collect();
    lists.sort_unstable();
    lists.dedup();
    lists
}
