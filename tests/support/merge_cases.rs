//! Two people who change one record, and what should come of it: cases made from a number, and how a merge of each went.
//!
//! A change is of something that can be named in the base: a field, an element, a field of an element, however far in.
//! What both change in different ways can't be merged; all else must be there, once.

use register::catalog::shape_of;
use register::compare::{Subject, table_of};
use register::format::{Edit, RecordFile, canonical, comments, edit, file_text};
use register::merge::{Labels, Merged, Section, merge, new_errors, sections};
use register::model::{Field, Kind, RecordId, Shape, Step, TableShape};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use toml::{Table, Value};

/// Numbers that look random and are always the same.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        let mut dice = Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        dice.roll(2);
        dice
    }

    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % sides.max(1)
    }

    fn one<'v, T>(&mut self, of: &'v [T]) -> Option<&'v T> {
        let place = self.roll(of.len());
        of.get(place)
    }
}

/// A record that two may change.
pub struct Base {
    pub kind: Kind,
    pub id: String,
    pub text: String,
}

/// The records of the registers that lie in the repository.
pub fn bases() -> Vec<Base> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for folder in ["tests/errors/silent", "register", "examples/havsby/register"] {
        let root = root.join(folder);
        let store = register::store::Store::find(&root, Some(&root)).unwrap();
        for RecordFile { kind, id, path } in store.files() {
            let text = fs::read_to_string(root.join(path)).unwrap();
            found.push(Base { kind, id: id.to_string(), text });
        }
    }
    found
}

/// A step in the base: a key, or the element that had that place there. New elements have places of their own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum At {
    Key(&'static str),
    Element(usize),
}

type Place = Vec<At>;

/// A change of one thing.
#[derive(Debug, Clone, PartialEq)]
enum Change {
    /// A field says something else, or nothing.
    Field(Place, Option<Value>),
    /// An element is gone.
    Gone(Place),
    /// An element is new in a list.
    New(Place, usize, Value),
    /// An element stands last in its list.
    Last(Place),
}

impl Change {
    fn path(&self) -> &Place {
        match self {
            Change::Field(path, _) | Change::Gone(path) | Change::New(path, ..) | Change::Last(path) => path,
        }
    }

    /// Whether this and a change of the other side can't both be.
    fn is_against(&self, other: &Self) -> bool {
        // What is taken away, and changed within.
        let takes = |gone: &Self, inner: &Self| match gone {
            Change::Gone(path) => inner.path().len() > path.len() && inner.path().starts_with(path),
            _ => false,
        };
        match (self, other) {
            (Change::Field(path, value), Change::Field(same, other)) => path == same && value != other,
            (Change::Last(path), Change::Last(other)) => {
                path.len() == other.len() && path[..path.len() - 1] == other[..other.len() - 1] && path != other
            }
            _ => takes(self, other) || takes(other, self),
        }
    }
}

/// A value whose elements know which they were.
#[derive(Debug, Clone)]
enum Node {
    Single(Value),
    Table(BTreeMap<String, Node>),
    List(Vec<(usize, Node)>),
}

impl Node {
    fn of(value: &Value) -> Self {
        match value {
            Value::Table(table) => {
                Node::Table(table.iter().map(|(key, value)| (key.clone(), Node::of(value))).collect())
            }
            Value::Array(list) => {
                Node::List(list.iter().enumerate().map(|(place, value)| (place, Node::of(value))).collect())
            }
            single => Node::Single(single.clone()),
        }
    }

    fn value(&self) -> Value {
        match self {
            Node::Single(value) => value.clone(),
            Node::Table(table) => Value::Table(table.iter().map(|(key, node)| (key.clone(), node.value())).collect()),
            Node::List(list) => Value::Array(list.iter().map(|(_, node)| node.value()).collect()),
        }
    }

    fn at(&mut self, path: &[At]) -> Option<&mut Node> {
        let Some((first, rest)) = path.split_first() else { return Some(self) };
        match (self, first) {
            (Node::Table(table), At::Key(key)) => table.get_mut(*key)?.at(rest),
            (Node::List(list), At::Element(known)) => list.iter_mut().find(|(own, _)| own == known)?.1.at(rest),
            _ => None,
        }
    }

    /// Where something stands now.
    fn steps(&self, path: &[At]) -> Option<Vec<Step>> {
        let Some((first, rest)) = path.split_first() else { return Some(Vec::new()) };
        let (step, inner) = match (self, first) {
            (Node::Table(table), At::Key(key)) => (Step::Key((*key).into()), table.get(*key)),
            (Node::List(list), At::Element(known)) => {
                let place = list.iter().position(|(own, _)| own == known)?;
                (Step::Index(place), Some(&list[place].1))
            }
            _ => return None,
        };
        let mut steps = vec![step];
        if !rest.is_empty() {
            steps.extend(inner?.steps(rest)?);
        }
        Some(steps)
    }

    /// Makes a change, where what it is of is there.
    fn make(&mut self, change: &Change) {
        let path = change.path();
        match change {
            Change::Field(path, value) => {
                let Some((At::Key(key), table)) = path.split_last() else { return };
                let Some(Node::Table(table)) = self.at(table) else { return };
                match value {
                    Some(value) => drop(table.insert((*key).to_owned(), Node::of(value))),
                    None => drop(table.remove(*key)),
                }
            }
            Change::New(_, number, value) => {
                // What both have put there is there once.
                if let Some(Node::List(list)) = self.at(path)
                    && !list.iter().any(|(own, node)| own == number || (!value.is_table() && node.value() == *value))
                {
                    list.push((*number, Node::of(value)));
                }
            }
            Change::Gone(path) | Change::Last(path) => {
                let Some((At::Element(known), list)) = path.split_last() else { return };
                let Some(Node::List(list)) = self.at(list) else { return };
                let Some(place) = list.iter().position(|(own, _)| own == known) else { return };
                let element = list.remove(place);
                if matches!(change, Change::Last(_)) {
                    list.push(element);
                }
            }
        }
    }
}

/// One side of a case.
struct Side {
    text: String,
    changes: Vec<Change>,
    notes: Vec<String>,
}

/// Two changes of a record.
pub struct Case {
    pub base: String,
    pub ours: String,
    pub theirs: String,
    /// What they are three texts of.
    pub subject: Subject,
    shape: &'static TableShape,
    expected: Value,
    is_conflict: bool,
    /// What no one disputes, of each side: it must be there however a conflict is resolved.
    undisputed: [Vec<Change>; 2],
    notes: Vec<String>,
    moved: Vec<Place>,
    /// What the changes are, for people.
    pub told: String,
}

/// How a merge went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// All that both wanted is there, or it is a conflict because it can't be.
    Right,
    /// A conflict though both could be.
    Needless,
    /// No merge of its own: git's is left, or the whole of both sides.
    GivenUp,
    /// It is clean, and something is missing, there twice, or undecided.
    Wrong,
    /// It is a conflict, and taking a side loses what nobody disputes.
    Loses,
}

/// Whether a record's own fields are ones that nothing else in it hangs on.
fn is_free(field: &Field, table: &TableShape) -> bool {
    // Days have an order, and values of indicators a name that must be there.
    let tied = ["from", "until", "started", "ended", "former_ids", "statistical_areas", "format"];
    let is_tied = tied.contains(&field.name) || (table.name == "intervention" && field.name == "indicator");
    !is_tied && !matches!(field.shape, Shape::Readings | Shape::Cadence | Shape::Words | Shape::AreaCode)
}

/// A value that a field may have, another each time.
fn some(shape: &Shape, mark: &str, dice: &mut Dice) -> Option<Value> {
    let number = dice.roll(9000) as i64;
    Some(match shape {
        Shape::Text => match dice.roll(4) {
            0 => Value::String(format!("Mening {mark}{number}. En till {number}.\nOch en rad {mark}.")),
            _ => Value::String(format!("Text {mark}{number}")),
        },
        Shape::Flag => Value::Boolean(dice.roll(2) == 0),
        Shape::Integer | Shape::Money => Value::Integer(number),
        Shape::Ordinal => Value::Integer(2100 + number),
        Shape::Number => Value::Float(number as f64 / 4.0),
        Shape::Day => {
            Value::Datetime(format!("{}-0{}-1{}", 2000 + number % 20, 1 + number % 9, number % 10).parse().ok()?)
        }
        Shape::Term => Value::String(format!("{}-t{}", 2000 + number % 900, 1 + number % 3)),
        Shape::Choice(choices) => Value::String((*dice.one(choices.codes)?).to_owned()),
        Shape::Element => Value::String(format!("ny-{mark}-{number}")),
        Shape::CaseNumber => Value::String(format!("KS 2026-{}", 1 + number)),
        Shape::Reference(_) => Value::String(format!("ny-{mark}-{number}")),
        _ => return None,
    })
}

/// A table that may be an element, with a key of its own.
fn some_table(shape: &TableShape, mark: &str, dice: &mut Dice) -> Option<Value> {
    let mut table = Table::new();
    for field in shape.fields.iter().filter(|field| is_free(field, shape)) {
        let is_needed = field.required || shape.key == Some(field.name);
        if (is_needed || dice.roll(3) == 0)
            && let Some(value) = some(&field.shape, mark, dice)
            && !matches!(field.shape, Shape::Reference(_))
        {
            table.insert(field.name.to_owned(), value);
        } else if is_needed {
            return None;
        }
    }
    (!table.is_empty()).then_some(Value::Table(table))
}

/// A change of something in a value, if one can be made of where the dice lead.
fn some_change(node: &Node, shape: &'static TableShape, path: &[At], mark: &str, dice: &mut Dice) -> Option<Change> {
    let fields: Vec<&'static Field> = shape.fields.iter().filter(|field| is_free(field, shape)).collect();
    let field = *dice.one(&fields)?;
    let own = [path, &[At::Key(field.name)]].concat();
    let Node::Table(table) = node else { return None };
    let there = table.get(field.name);
    match (&field.shape, there) {
        (Shape::List(inner), Some(Node::List(list))) => {
            let known = |dice: &mut Dice| dice.one(list).map(|(known, _)| [&*own, &[At::Element(*known)]].concat());
            match (dice.roll(6), inner) {
                (0, _) => Some(Change::Gone(known(dice)?)).filter(|_| list.len() > 1),
                (1, _) => {
                    let last = list.last().map(|(known, _)| [&*own, &[At::Element(*known)]].concat());
                    // Of two, either of them last is the same change or none.
                    let moved = known(dice).filter(|moved| Some(moved) != last.as_ref() && list.len() > 2);
                    Some(Change::Last(moved?))
                }
                (2, Shape::Table(inner)) => {
                    Some(Change::New(own, 1_000_000 + dice.roll(1 << 30), some_table(inner, mark, dice)?))
                }
                (2 | 3, inner) if !matches!(inner, Shape::Table(_)) => {
                    let value = some(inner, mark, dice)?;
                    let is_there = list.iter().any(|(_, node)| node.value() == value);
                    (!is_there).then_some(Change::New(own, 1_000_000 + dice.roll(1 << 30), value))
                }
                (_, Shape::Table(inner)) => {
                    let (known, element) = dice.one(list)?;
                    some_change(element, inner, &[&*own, &[At::Element(*known)]].concat(), mark, dice)
                }
                _ => None,
            }
        }
        (Shape::Table(inner), Some(table @ Node::Table(_))) => some_change(table, inner, &own, mark, dice),
        (Shape::List(_) | Shape::Table(_), None) => None,
        (_, Some(_)) if !field.required && shape.key != Some(field.name) && dice.roll(5) == 0 => {
            Some(Change::Field(own, None))
        }
        (single, _) => {
            let value = some(single, mark, dice)?;
            (there.map(Node::value).as_ref() != Some(&value)).then_some(Change::Field(own, Some(value)))
        }
    }
}

fn side(base: &Base, shape: &'static TableShape, mark: &str, dice: &mut Dice) -> Side {
    let start = Node::of(&Value::Table(table_of(&base.text, shape).unwrap()));
    let mut side = Side { text: base.text.clone(), changes: Vec::new(), notes: Vec::new() };
    let mut now = start.clone();
    for _ in 0..1 + dice.roll(4) {
        let Some(change) = some_change(&start, shape, &[], mark, dice) else { continue };
        // A thing is changed once by each.
        let is_apart = |known: &Change| {
            !known.path().starts_with(change.path()) && !change.path().starts_with(known.path())
                || matches!((known, &change), (Change::New(..), Change::New(..)))
        };
        if !side.changes.iter().all(is_apart) {
            continue;
        }
        let Some(steps) = now.steps(change.path()) else { continue };
        let edits = match &change {
            Change::Field(_, Some(value)) => vec![Edit::Set(steps, value.clone())],
            Change::Field(_, None) | Change::Gone(_) => vec![Edit::Remove(steps)],
            Change::New(_, _, value) => vec![Edit::Append(steps, value.clone())],
            Change::Last(path) => {
                let element = now.clone().at(path).map(|node| node.value());
                let (_, list) = steps.split_last().unwrap();
                vec![Edit::Remove(steps.clone()), Edit::Append(list.to_vec(), element.unwrap())]
            }
        };
        // An edit that would touch something else is none that anybody can make so.
        if let Ok(text) = edit(&side.text, shape, &edits) {
            now.make(&change);
            if table_of(&text, shape).map(Value::Table) == Some(now.value()) {
                (side.text, side.changes) = (text, [side.changes, vec![change]].concat());
                continue;
            }
        }
        now = start.clone();
        side.changes.iter().for_each(|change| now.make(change));
    }
    match dice.roll(6) {
        0 => {
            let note = format!("# Anteckning {mark}{}", dice.roll(900));
            if let Some(text) = noted(&side.text, &note, dice) {
                (side.text, side.notes) = (text, vec![note]);
            }
        }
        1 => side.text = canonical(&side.text, shape).unwrap_or(side.text),
        2 if dice.roll(3) == 0 => side.text = side.text.replace('\n', "\r\n"),
        _ => {}
    }
    side
}

/// A text with a comment of its own above a key or heading, or behind a value.
fn noted(text: &str, note: &str, dice: &mut Dice) -> Option<String> {
    let outline = register::format::outline(text)?;
    let place = dice.roll(outline.items.len());
    let is_behind = dice.roll(2) == 0;
    let mut noted = String::new();
    for (at, item) in outline.items.iter().enumerate() {
        noted.push_str(&item.lead);
        let is_line = item.body.matches('\n').count() == 1 && !item.body.contains('#');
        match (at == place, is_behind && is_line && !item.is_heading) {
            (true, true) => noted.push_str(&format!("{} {note}\n", item.body.trim_end())),
            (true, false) => noted.push_str(&format!("{note}\n{}", item.body)),
            _ => noted.push_str(&item.body),
        }
    }
    Some(noted + &outline.tail)
}

/// The case of a number.
pub fn case(bases: &[Base], number: u64) -> Case {
    let mut dice = Dice::new(number);
    let base = dice.one(bases).unwrap();
    let shape = shape_of(base.kind);
    let (ours, theirs) = (side(base, shape, "a", &mut dice), side(base, shape, "b", &mut dice));
    let disputed = |own: &Side, other: &Side| -> Vec<Change> {
        own.changes
            .iter()
            .filter(|change| !other.changes.iter().any(|other| change.is_against(other)))
            .cloned()
            .collect()
    };
    let undisputed = [disputed(&ours, &theirs), disputed(&theirs, &ours)];
    let is_disputed = undisputed[0].len() < ours.changes.len() || undisputed[1].len() < theirs.changes.len();
    let mut expected = Node::of(&Value::Table(table_of(&base.text, shape).unwrap()));
    undisputed.iter().flatten().for_each(|change| expected.make(change));
    let subject = Subject::Record(RecordId::new(base.kind, &base.id));
    // What is right on either side may be wrong together.
    let both = expected.value().as_table().map(|table| file_text(table, shape)).unwrap();
    let is_conflict = is_disputed || !new_errors(&ours.text, &theirs.text, &both, &subject).is_empty();
    let moved = undisputed.iter().flatten().filter_map(|change| match change {
        Change::Last(path) => Some(path[..path.len() - 1].to_vec()),
        _ => None,
    });
    let told = format!(
        "{number}: {}/{}\n  ours: {:?} {:?}\n  theirs: {:?} {:?}",
        base.kind.name(),
        base.id,
        ours.changes,
        ours.notes,
        theirs.changes,
        theirs.notes
    );
    Case {
        base: base.text.clone(),
        moved: moved.collect(),
        notes: [ours.notes, theirs.notes].concat(),
        ours: ours.text,
        theirs: theirs.text,
        subject,
        shape,
        expected: expected.value(),
        is_conflict,
        undisputed,
        told,
    }
}

/// A value whose lists stand in an order that says nothing.
fn unordered(value: &Value) -> Value {
    match value {
        Value::Array(list) => {
            let mut list: Vec<Value> = list.iter().map(unordered).collect();
            list.sort_by_key(register::compare::written);
            Value::Array(list)
        }
        Value::Table(table) => Value::Table(table.iter().map(|(key, value)| (key.clone(), unordered(value))).collect()),
        other => other.clone(),
    }
}

impl Case {
    /// How a merge of it goes.
    pub fn outcome(&self) -> Outcome {
        let merged = merge(&self.base, &self.ours, &self.theirs, &self.subject, &Labels::default());
        match merged {
            None if self.is_conflict => Outcome::Right,
            None => Outcome::GivenUp,
            Some(Merged::Clean(_)) if self.is_conflict => Outcome::Wrong,
            Some(Merged::Clean(text)) if self.is_right(&text) => Outcome::Right,
            Some(Merged::Clean(_)) => Outcome::Wrong,
            Some(Merged::Conflicts(text)) if !self.keeps_undisputed(&text) => Outcome::Loses,
            Some(Merged::Conflicts(_)) if self.is_conflict => Outcome::Right,
            Some(Merged::Conflicts(_)) => Outcome::Needless,
        }
    }

    /// Whether a text has what nobody disputes.
    pub fn keeps(&self, text: &str) -> bool {
        let Some(table) = table_of(&text.replace("\r\n", "\n"), self.shape) else { return false };
        let taken = unordered(&Value::Table(table));
        self.undisputed.iter().flatten().all(|change| is_made(change, &taken))
    }

    /// What a merge of it gives, for people.
    pub fn merged(&self) -> Option<Merged> {
        merge(&self.base, &self.ours, &self.theirs, &self.subject, &Labels::default())
    }

    fn is_right(&self, text: &str) -> bool {
        let Some(table) = table_of(text, self.shape) else { return false };
        let merged = Value::Table(table);
        let says =
            |text: &str, note: &String| comments(text).into_iter().any(|place| text[place].contains(note.as_str()));
        unordered(&merged) == unordered(&self.expected)
            && self.notes.iter().all(|note| says(text, note))
            && self.moved.iter().all(|list| self.stands_last(&merged, list))
    }

    /// Whether what was put last in a list stands behind all that was there before.
    fn stands_last(&self, merged: &Value, list: &[At]) -> bool {
        let mut base = Node::of(&Value::Table(table_of(&self.base, self.shape).unwrap()));
        self.undisputed.iter().flatten().for_each(|change| base.make(change));
        let Some(Node::List(wanted)) = base.at(list) else { return true };
        let wanted: Vec<Value> =
            wanted.iter().filter(|(own, _)| *own < 1_000_000).map(|(_, node)| unordered(&node.value())).collect();
        // A list within an element is looked for by what the element says.
        let Some(At::Key(first)) = list.first() else { return true };
        let mut lists: Vec<&Value> = merged.get(*first).into_iter().collect();
        for step in &list[1..] {
            lists = match step {
                At::Element(_) => lists.into_iter().filter_map(Value::as_array).flatten().collect(),
                At::Key(key) => lists.into_iter().filter_map(|value| value.get(*key)).collect(),
            };
        }
        lists.into_iter().filter_map(Value::as_array).any(|is| {
            let common: Vec<Value> = is.iter().map(unordered).filter(|value| wanted.contains(value)).collect();
            common == wanted
        })
    }

    /// Whether what nobody disputes is there, whichever side is taken.
    fn keeps_undisputed(&self, text: &str) -> bool {
        let Some(parts) = sections(text) else { return false };
        [true, false].into_iter().all(|ours| {
            let taken: String = parts
                .iter()
                .map(|part| match part {
                    Section::Plain(text) => text.as_str(),
                    Section::Conflict(conflict) if ours => &conflict.ours,
                    Section::Conflict(conflict) => &conflict.theirs,
                })
                .collect();
            self.keeps(&taken)
        })
    }
}

/// Whether a change can be seen in a value, as far as it can without knowing which element is which.
fn is_made(change: &Change, taken: &Value) -> bool {
    fn says(value: &Value, wanted: &Value) -> bool {
        unordered(value) == unordered(wanted)
            || match value {
                Value::Array(list) => list.iter().any(|inner| says(inner, wanted)),
                Value::Table(table) => table.values().any(|inner| says(inner, wanted)),
                _ => false,
            }
    }
    match change {
        Change::Field(_, Some(value @ Value::String(_))) | Change::New(_, _, value) => says(taken, value),
        // Numbers and flags may stand anywhere, and what is gone nowhere.
        _ => true,
    }
}
