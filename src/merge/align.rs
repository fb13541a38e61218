//! Three versions of a text beside each other: which heading, key and element of one is which of another.
//!
//! Keys have names, which are the same in all versions. Elements of lists have places, which are not: where ours puts
//! a follow-up first, what was `follow_up[0]` is `follow_up[1]` there. So each element of a list of tables is given a
//! number that it has in every version that has it, and a line is known by a path of names and numbers.
//!
//! Say that the base has the follow-ups A and B, that ours puts N before A, and that theirs adds M at the end. A and B
//! get the numbers 0 and 1, N gets 2 and M gets 3. The note of A is `follow_up`, 0, `note` in all three versions, and
//! what ours did to it is held against what theirs did. Numbers say nothing of order: that is for `blocks` to find.
//!
//! Which elements are the same is `compare`'s to say ([`beside`]).

use crate::compare::{beside, table_of};
use crate::format::{Item, outline};
use crate::model::{KeyPath, Shape, Step, TableShape};
use std::collections::HashMap;
use toml::{Table, Value};

/// A step on the path to a key: the same in every version.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum CommonStep {
    /// Into a table: the key.
    Name(String),
    /// Into a list: the number that its element has been given.
    Element(usize),
}

/// The path to a heading or key, whichever version it is in.
pub(super) type CommonPath = Vec<CommonStep>;

/// A heading or key of a version.
#[derive(Debug, Clone)]
pub(super) struct VersionLine {
    pub path: CommonPath,
    pub is_heading: bool,
    pub lead: String,
    pub body: String,
    /// What it says; nothing for headings, and where that is nothing.
    pub value: Option<Value>,
}

/// A version of the text.
#[derive(Debug)]
pub(super) struct TextVersion {
    pub lines: Vec<VersionLine>,
    pub tail: String,
}

/// An element of a list, in the versions that have it.
#[derive(Debug, Clone, Default)]
pub(super) struct Element {
    pub base: Option<Value>,
    pub ours: Option<Value>,
    pub theirs: Option<Value>,
    /// The table that it is.
    pub shape: Option<&'static TableShape>,
}

/// The three versions of a text, with one number for each element in all of them.
pub(super) struct Versions {
    pub base: TextVersion,
    pub ours: TextVersion,
    pub theirs: TextVersion,
    /// The elements of lists of tables, by their numbers.
    pub elements: Vec<Element>,
    pub shape: &'static TableShape,
}

/// The numbers of the elements of a version, by the paths to them in it.
type ElementNumbers = HashMap<KeyPath, usize>;

impl Versions {
    /// Lays three texts beside each other; nothing where one of them does not parse.
    pub fn new(base: &str, ours: &str, theirs: &str, shape: &'static TableShape) -> Option<Self> {
        let table = |text: &str| table_of(text, shape);
        let tables = [table(base)?, table(ours)?, table(theirs)?];
        let mut aligner = Aligner { elements: Vec::new(), numbers: Default::default() };
        let roots = tables.each_ref().map(|table| Some((Vec::new(), Value::Table(table.clone()))));
        aligner.align(roots, Some(Shape::Table(shape)));
        let Aligner { elements, numbers } = aligner;
        let [base, ours, theirs] = {
            let mut made = Vec::new();
            for ((text, table), numbers) in [base, ours, theirs].into_iter().zip(tables).zip(&numbers) {
                made.push(version(text, table, numbers)?);
            }
            <[TextVersion; 3]>::try_from(made).ok()?
        };
        Some(Self { base, ours, theirs, elements, shape })
    }

    /// The table that a path leads into, where it is one that the program knows.
    pub fn shape_at(&self, path: &[CommonStep]) -> Option<Shape> {
        let mut shape = Some(Shape::Table(self.shape));
        for part in path {
            if let CommonStep::Name(name) = part {
                let table = shape.as_ref().and_then(Shape::inner);
                shape = table.and_then(|table| table.field(name)).map(|field| field.shape);
            }
        }
        shape
    }
}

fn version(text: &str, table: Table, numbers: &ElementNumbers) -> Option<TextVersion> {
    let outline = outline(text)?;
    // A list that `align` gave no numbers to, since it is no list of tables in some version, can't be laid beside.
    let line = |item: Item| -> Option<VersionLine> {
        let mut path = CommonPath::new();
        for (place, step) in item.path.iter().enumerate() {
            path.push(match step {
                Step::Key(key) => CommonStep::Name(key.to_string()),
                Step::Index(_) => CommonStep::Element(*numbers.get(&item.path[..=place])?),
            });
        }
        let value = if item.is_heading { None } else { value_at(&table, &item.path) };
        Some(VersionLine { path, is_heading: item.is_heading, lead: item.lead, body: item.body, value })
    };
    let lines: Option<Vec<VersionLine>> = outline.items.into_iter().map(line).collect();
    Some(TextVersion { lines: lines?, tail: outline.tail })
}

fn value_at(table: &Table, path: &[Step]) -> Option<Value> {
    let mut steps = path.iter();
    let Some(Step::Key(first)) = steps.next() else { return None };
    let mut value = table.get(first.as_ref())?;
    for step in steps {
        value = match step {
            Step::Key(key) => value.get(key.as_ref())?,
            Step::Index(place) => value.get(*place)?,
        };
    }
    Some(value.clone())
}

struct Aligner {
    elements: Vec<Element>,
    numbers: [ElementNumbers; 3],
}

/// A value of each version, with the path to it there.
type Abreast = [Option<(KeyPath, Value)>; 3];

impl Aligner {
    /// Gives numbers to the elements of all lists of tables within a value, from the outermost to the innermost. What
    /// is a table in one version and something else in another has nothing within it that can be laid beside another.
    fn align(&mut self, versions: Abreast, shape: Option<Shape>) {
        let value = |place: usize| versions[place].as_ref().map(|(_, value)| value);
        let all = || (0..3).filter_map(value);
        if all().all(Value::is_table) {
            let inner = shape.as_ref().and_then(Shape::inner);
            let mut keys: Vec<String> = Vec::new();
            for key in all().filter_map(Value::as_table).flat_map(Table::keys) {
                if !keys.contains(key) {
                    keys.push(key.clone());
                }
            }
            for key in keys {
                let field = inner.and_then(|inner| inner.field(&key)).map(|field| field.shape);
                let next = versions.each_ref().map(|version| {
                    let (path, value) = version.as_ref()?;
                    let mut path = path.clone();
                    path.push(Step::Key(key.clone().into()));
                    Some((path, value.get(&key)?.clone()))
                });
                self.align(next, field);
            }
        } else if all().all(|value| value.as_array().is_some_and(|list| list.iter().all(Value::is_table))) {
            self.align_list(&versions, shape.as_ref().and_then(Shape::inner));
        }
    }

    /// Gives numbers to the elements of a list: those of the base first, then what ours added, then what only theirs
    /// did. What both added and is the same has one number.
    fn align_list(&mut self, versions: &Abreast, shape: Option<&'static TableShape>) {
        let list = |place: usize| -> &[Value] {
            versions[place].as_ref().and_then(|(_, value)| value.as_array()).map_or(&[], Vec::as_slice)
        };
        let [base, ours, theirs] = [list(0), list(1), list(2)];
        let matched = beside(base, ours, theirs, shape);
        let first = self.elements.len();
        // In order, so that the number of an element of the base follows from its place.
        for element in base {
            self.elements.push(Element { base: Some(element.clone()), shape, ..Element::default() });
        }
        let mut own_numbers = Vec::new();
        for (element, was) in ours.iter().zip(&matched.ours) {
            let number = was.map_or(self.elements.len(), |was| first + was);
            if was.is_none() {
                self.elements.push(Element { shape, ..Element::default() });
            }
            self.elements[number].ours = Some(element.clone());
            own_numbers.push(number);
        }
        let mut other_numbers = Vec::new();
        for (element, (was, same)) in theirs.iter().zip(matched.theirs.iter().zip(&matched.same)) {
            let number = match (same, was) {
                (Some(own), _) => own_numbers[*own],
                (None, Some(was)) => first + was,
                (None, None) => {
                    self.elements.push(Element { shape, ..Element::default() });
                    self.elements.len() - 1
                }
            };
            self.elements[number].theirs = Some(element.clone());
            other_numbers.push(number);
        }
        // An element may stand at another place in each version. The lists within it are laid beside each other too,
        // such as the follow-ups of a commitment: from each version those that stand in this element there.
        let numbers = [(first..first + base.len()).collect(), own_numbers, other_numbers];
        let mut places: HashMap<usize, Abreast> = HashMap::new();
        for (version, numbers) in numbers.into_iter().enumerate() {
            let Some((path, _)) = &versions[version] else { continue };
            for (place, number) in numbers.into_iter().enumerate() {
                let mut path = path.clone();
                path.push(Step::Index(place));
                self.numbers[version].insert(path.clone(), number);
                places.entry(number).or_default()[version] = Some((path, list(version)[place].clone()));
            }
        }
        // In the order of numbers, so that the same texts always get the same ones.
        let mut places: Vec<(usize, Abreast)> = places.into_iter().collect();
        places.sort_by_key(|(number, _)| *number);
        for (_, versions) in places {
            self.align(versions, shape.map(Shape::Table));
        }
    }
}
