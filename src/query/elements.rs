//! The elements of a record's lists, of which one after the other is chosen.

use super::Row;
use crate::model::{Day, Shape, Value};

/// The way to a list: the places of fields, through the lists that it is in.
pub(super) type ListPath = Vec<usize>;

/// What is chosen of a list.
#[derive(Clone, Copy)]
pub(super) enum Element<'r> {
    /// An element, with its place.
    At(usize, Value<'r>),
    /// A number, with the id of what was measured.
    Reading(&'r str, f64),
    /// Nothing: the list is empty.
    Nothing,
}

impl<'r> Element<'r> {
    /// The element; nothing where it is a number or the list is empty.
    pub(super) fn value(self) -> Value<'r> {
        match self {
            Element::At(_, value) => value,
            Element::Reading(..) | Element::Nothing => Value::Empty,
        }
    }
}

/// What is chosen of each of some lists. A list that is in another stands after it.
#[derive(Clone, Default)]
pub(super) struct Chosen<'d, 'r>(Vec<(&'d [usize], Element<'r>)>);

impl<'d, 'r> Chosen<'d, 'r> {
    /// What is chosen of a list.
    pub(super) fn of(&self, list: &[usize]) -> Element<'r> {
        self.0.iter().find(|(own, _)| *own == list).map_or(Element::Nothing, |(_, element)| *element)
    }

    /// The elements that are chosen, each with its place in its list.
    pub(super) fn places(&self) -> impl Iterator<Item = (usize, Value<'r>)> + '_ {
        self.0.iter().filter_map(|(_, element)| match element {
            Element::At(place, value) => Some((*place, *value)),
            Element::Reading(..) | Element::Nothing => None,
        })
    }

    /// The same, where nothing is chosen of some more lists.
    pub(super) fn with_nothing_of(mut self, lists: &[&'d [usize]]) -> Self {
        self.0.extend(lists.iter().map(|list| (*list, Element::Nothing)));
        self
    }

    /// The first day of the year that a chosen element is of: its money is theirs who had the record when it began.
    pub(super) fn day(&self) -> Option<Day> {
        let year = self.places().find_map(|(_, element)| {
            let Value::Table(table) = element else { return None };
            let place =
                table.shape().fields.iter().position(|field| matches!(field.shape, Shape::Ordinal | Shape::Year))?;
            let Value::Integer(year) = table.value(place) else { return None };
            i32::try_from(year).ok()
        });
        Day::new(year?, 1, 1)
    }

    /// The list at the end of a way: within what is chosen of the last list on it, or within the record.
    fn list(&self, row: &Row<'r>, path: &[usize]) -> Value<'r> {
        let outer = self.0.iter().rev().find(|(list, _)| path.len() > list.len() && path.starts_with(list));
        match outer {
            Some((list, element)) => within(element.value(), &path[list.len()..]),
            None => path.split_first().map_or(Value::Empty, |(first, rest)| within(row.fields.value(*first), rest)),
        }
    }
}

/// What lies within a value, by the places of fields.
pub(super) fn within<'r>(value: Value<'r>, places: &[usize]) -> Value<'r> {
    places.iter().fold(value, |value, place| match value {
        Value::Table(table) => table.value(*place),
        _ => Value::Empty,
    })
}

/// Calls `found` for each way to choose an element of each of some lists, beside those that are chosen already.
pub(super) fn each_choice<'d, 'r>(
    row: &Row<'r>,
    lists: &[&'d [usize]],
    chosen: &mut Chosen<'d, 'r>,
    found: &mut dyn FnMut(&Chosen<'d, 'r>),
) {
    let Some((first, rest)) = lists.split_first() else {
        found(chosen);
        return;
    };
    let list = chosen.list(row, first);
    let mut choose = |element: Element<'r>| {
        chosen.0.push((first, element));
        each_choice(row, rest, chosen, found);
        chosen.0.pop();
    };
    match list {
        Value::List(list) if !list.is_empty() => {
            (0..list.len()).for_each(|place| choose(Element::At(place, list.at(place))));
        }
        Value::Readings(readings) if !readings.is_empty() => {
            readings.iter().for_each(|(id, number)| choose(Element::Reading(id, *number)));
        }
        _ => choose(Element::Nothing),
    }
}
