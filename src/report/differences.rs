//! What differs between two states of a record, in words: names of records, fields and elements, and values.

use super::cell::{Cell, Label, Wording, mark};
use super::names::title;
use crate::catalog::{period_in, shape_of};
use crate::compare::{Change, Difference, PathPart, RecordChange, State, Subject};
use crate::format::{RecordFile, SETTINGS_FILE};
use crate::message::{reports, say};
use crate::model::{Assessment, Choices, Field, Period, Register, Shape, TableShape, Term, Trend};
use crate::personal_data::mask;
use similar::{ChangeTag, TextDiff};
use std::borrow::Cow;
use toml::{Table as Values, Value};

/// What people call a record that changed.
pub(super) fn name<'r>(change: &'r RecordChange, register: &'r Register) -> Cell<'r> {
    match &change.subject {
        Subject::Settings => Cell::text(SETTINGS_FILE),
        Subject::Record(record) => {
            let state = change.after.as_ref().or(change.before.as_ref());
            // As it was called then.
            let own = state
                .and_then(|state| state.table.as_ref())
                .and_then(|table| ["title", "name"].into_iter().find_map(|name| table.get(name)?.as_str()));
            own.map_or_else(|| title(register, record.kind, &record.id), Cell::text)
        }
    }
}

/// The same, with what it is called by and where it lies.
pub(super) fn told_name<'r>(change: &'r RecordChange, register: &'r Register) -> Cell<'r> {
    let Subject::Record(record) = &change.subject else { return name(change, register) };
    let file = change.after.as_ref().map(|state| state.path.clone());
    Cell::Record { name: Box::new(name(change, register)), id: record.to_string(), file }
}

/// The elements of a record's lists that a field holds, each in full.
pub(super) fn element_lines<'r>(
    state: &'r State,
    is_wanted: fn(&Field) -> bool,
    register: &'r Register,
) -> Vec<Cell<'r>> {
    let Some((table, file)) = state.table.as_ref().zip(RecordFile::from_path(&state.path)) else { return Vec::new() };
    let fields = shape_of(file.kind).fields.iter().filter(|field| is_wanted(field));
    let elements = |field: &'static Field| {
        let list = table.get(field.name).and_then(Value::as_array);
        list.into_iter().flatten().map(move |element| value_cell(element, Some(&field.shape), register))
    };
    fields.flat_map(elements).collect()
}

/// One difference in words.
pub(super) fn line<'r>(difference: &'r Difference, register: &'r Register) -> Cell<'r> {
    let shape = difference.shape.map(|shape| shape.0);
    let field = path_name(&difference.parts, register, &difference.change);
    let value = |value: &'r Value| value_cell(value, shape.as_ref(), register);
    // What comes to a list of the record itself does, and what comes to something in it is said of that.
    let is_own = difference.parts.len() == 1 && matches!(difference.change, Change::Added(..) | Change::Removed(..));
    let added = |field, after| match is_own {
        true => Cell::message(reports::DiffAdded { field, after }),
        false => Cell::message(reports::DiffAddedTo { field, after }),
    };
    let removed = |field, before| match is_own {
        true => Cell::message(reports::DiffRemoved { field, before }),
        false => Cell::message(reports::DiffRemovedFrom { field, before }),
    };
    match &difference.change {
        Change::Value(None, Some(after)) => Cell::message(reports::DiffSet { field, after: value(after) }),
        Change::Value(Some(before), None) => Cell::message(reports::DiffCleared { field, before: value(before) }),
        Change::Value(Some(Value::String(before)), Some(Value::String(after)))
            if matches!(shape, Some(Shape::Text) | None) =>
        {
            Cell::message(reports::DiffSet { field, after: reworded(before, after) })
        }
        Change::Value(Some(before), Some(after)) => {
            Cell::message(reports::DiffChanged { field, before: value(before), after: value(after) })
        }
        Change::Value(None, None) => Cell::Empty,
        Change::List(before, after) => {
            let only = |these: &'r [Value], those: &[Value]| -> Vec<Cell<'r>> {
                these.iter().filter(|one| !those.contains(one)).map(value).collect()
            };
            match (only(before, after), only(after, before)) {
                (gone, come) if gone.is_empty() && come.is_empty() => Cell::message(reports::diff_reordered(field)),
                (gone, come) if gone.is_empty() => added(field, Cell::List(come)),
                (gone, come) if come.is_empty() => removed(field, Cell::List(gone)),
                (gone, come) => {
                    let (before, after) = (Cell::List(gone), Cell::List(come));
                    Cell::message(reports::DiffExchanged { field, before, after })
                }
            }
        }
        Change::Added(_, element) => added(field, table_cell(element, shape.as_ref(), register)),
        Change::Removed(_, element) => removed(field, table_cell(element, shape.as_ref(), register)),
        Change::Moved(..) => Cell::message(reports::diff_reordered(field)),
    }
}

/// The path of a field in words: the list that it is in, the element of it, and the field.
pub(super) fn path_name<'r>(path: &'r [PathPart], register: &'r Register, change: &Change) -> Cell<'r> {
    let is_about_list = matches!(change, Change::Added(..) | Change::Removed(..) | Change::Moved(..));
    let count = path.len();
    let parts = path.iter().enumerate().map(|(place, part)| {
        let label = match (part.known_field(), part.element.as_ref().and_then(|(_, shape)| *shape)) {
            (Some(_), Some(shape)) => Cell::Label(Box::new(Label::Element(shape.name))),
            (Some(field), None) => Cell::Label(Box::new(Label::Field(part.table, field.name))),
            (None, _) => Cell::text(part.field.as_str()),
        };
        // The element is told in full behind it.
        let is_told_behind = is_about_list && place + 1 == count;
        match part
            .element
            .as_ref()
            .filter(|_| !is_told_behind)
            .map(|(element, shape)| element_name(element, *shape, register))
        {
            Some(name) => Cell::Joined(vec![label, name]),
            None => label,
        }
    });
    let joined = parts.reduce(|outer, inner| Cell::message(reports::DiffWithin { outer, inner }));
    joined.unwrap_or(Cell::Empty)
}

/// What an element of a list is called: its title, or what it goes by.
pub(super) fn element_name<'r>(
    element: &'r Values,
    shape: Option<&'static TableShape>,
    register: &'r Register,
) -> Cell<'r> {
    let quoted = |text: &'r str| Cell::message(say::quoted(Cell::text(text)));
    let titles = ["title", "name", "text", "what", "role"].into_iter().find_map(|name| element.get(name)?.as_str());
    if let Some(title) = titles {
        return quoted(title);
    }
    let Some(shape) = shape else { return Cell::Empty };
    let mut names = shape.known_by().filter_map(|name| Some((element.get(name)?, shape.field(name)?)));
    names.next().map_or(Cell::Empty, |(value, field)| value_cell(value, Some(&field.shape), register))
}

/// What a table says, without the ids that only the file needs.
pub(super) fn table_cell<'r>(table: &'r Values, shape: Option<&Shape>, register: &'r Register) -> Cell<'r> {
    let shape = shape.and_then(Shape::inner);
    let is_id = |key: &str| shape.and_then(|shape| shape.field(key)).is_some_and(|field| field.shape.is_element());
    let mut entries: Vec<(&'r String, &'r Value)> =
        table.iter().filter(|(key, _)| !is_id(key) || table.len() == 1).collect();
    entries.sort_by_key(|(key, _)| shape.map_or(0, |shape| shape.rank(key)));
    let cell = |(key, value): (&'r String, &'r Value)| {
        let field = shape.and_then(|shape| shape.field(key)).map(|field| field.shape);
        value_cell(value, field.as_ref(), register)
    };
    Cell::List(entries.into_iter().map(cell).filter(|cell| !matches!(cell, Cell::Empty)).collect())
}

/// A value of a file as a cell.
pub(super) fn value_cell<'r>(value: &'r Value, shape: Option<&Shape>, register: &'r Register) -> Cell<'r> {
    match (value, shape.map(Shape::single)) {
        (Value::String(text), Some(Shape::Choice(choices))) => code(text, choices),
        (Value::String(text), Some(Shape::Reference(target))) => Cell::Reference(*target, text, register),
        (Value::String(text), Some(Shape::Term)) => match text.parse::<Term>() {
            Ok(term) => Cell::Term(term),
            Err(_) => Cell::text(text.as_str()),
        },
        (Value::String(text), _) => Cell::text(mask(text.trim_end())),
        (Value::Integer(amount), Some(Shape::Money)) => Cell::Money(*amount),
        (Value::Integer(year), Some(Shape::Ordinal | Shape::Year)) => Cell::text(year.to_string()),
        (Value::Integer(number), Some(Shape::Integer | Shape::Number)) => Cell::Integer(*number),
        // A number where a text belongs may be one of somebody's.
        (Value::Integer(number), _) => match mask(&number.to_string()) {
            Cow::Owned(covered) => Cell::text(covered),
            Cow::Borrowed(_) => Cell::Integer(*number),
        },
        (Value::Float(number), _) => Cell::Number(*number),
        (Value::Boolean(flag), _) => Cell::Flag(*flag),
        (Value::Datetime(day), _) => day.to_string().parse().map_or_else(|_| Cell::text(day.to_string()), Cell::Day),
        (Value::Table(table), Some(Shape::Table(shape))) if shape.is::<Period>() => {
            let period = period_in(table);
            Cell::Period(period.from, period.until)
        }
        (Value::Table(table), shape) => table_cell(table, shape, register),
        (Value::Array(elements), shape) => {
            Cell::List(elements.iter().map(|element| value_cell(element, shape, register)).collect())
        }
    }
}

fn code<'r>(text: &'r str, choices: &'static Choices) -> Cell<'r> {
    let Some(code) = choices.codes.iter().copied().find(|code| *code == text) else {
        return Cell::text(text);
    };
    if choices.name == Assessment::CHOICES.name
        && let Some(assessment) = Assessment::from_code(code)
    {
        return Cell::Code(code, choices).marked(mark(assessment));
    }
    match Trend::from_code(code).filter(|_| choices.name == Trend::CHOICES.name) {
        Some(trend) => Cell::Trend(trend),
        None => Cell::Code(code, choices),
    }
}

/// A text that was written anew: word by word, or as a whole where little of it is left.
fn reworded<'r>(before: &'r str, after: &'r str) -> Cell<'r> {
    /// How much of a text has to be left for its words to be compared.
    const ENOUGH: f32 = 0.5;
    // What somebody took out was perhaps not to be there.
    let (before, after) = (mask(before.trim_end()), mask(after.trim_end()));
    let diff = TextDiff::from_words(&*before, &*after);
    if diff.ratio() < ENOUGH {
        return Cell::Reworded(vec![(Wording::Gone, before), (Wording::Come, after)]);
    }
    let mut parts: Vec<(Wording, Cow<'r, str>)> = Vec::new();
    let (mut gone, mut come) = (String::new(), String::new());
    let changes: Vec<_> = diff.iter_all_changes().collect();
    for (place, change) in changes.iter().enumerate() {
        match change.tag() {
            ChangeTag::Delete => gone.push_str(change.value()),
            ChangeTag::Insert => come.push_str(change.value()),
            ChangeTag::Equal => {
                // A space between two words that changed belongs to both.
                let is_between = change.value().trim().is_empty()
                    && !(gone.is_empty() && come.is_empty())
                    && changes.get(place + 1).is_some_and(|next| next.tag() != ChangeTag::Equal);
                if is_between {
                    gone.push_str(change.value());
                    come.push_str(change.value());
                    continue;
                }
                flush(&mut gone, &mut come, &mut parts);
                match parts.last_mut() {
                    Some((Wording::Kept, text)) => text.to_mut().push_str(change.value()),
                    _ => parts.push((Wording::Kept, Cow::Owned(change.value().to_owned()))),
                }
            }
        }
    }
    flush(&mut gone, &mut come, &mut parts);
    Cell::Reworded(parts)
}

/// Adds what went and what came. The space behind them stands outside.
fn flush(gone: &mut String, come: &mut String, parts: &mut Vec<(Wording, Cow<'_, str>)>) {
    if [&*gone, &*come].into_iter().any(|text| text.starts_with(char::is_whitespace)) {
        parts.push((Wording::Kept, Cow::Borrowed(" ")));
    }
    let is_followed = [&*gone, &*come].into_iter().any(|text| text.ends_with(char::is_whitespace));
    for (wording, text) in [(Wording::Gone, gone), (Wording::Come, come)] {
        if !text.trim().is_empty() {
            parts.push((wording, Cow::Owned(text.trim().to_owned())));
        }
        text.clear();
    }
    if is_followed {
        parts.push((Wording::Kept, Cow::Borrowed(" ")));
    }
}
