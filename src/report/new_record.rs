//! What a reviewer wants to know first of a record that is new, whatever its kind.

use super::cell::{Cell, Label};
use super::differences::{element_name, value_cell};
use crate::compare::{Rank, State};
use crate::format::AnyRecord;
use crate::message::reports;
use crate::model::{Field, Kind, Money, Period, Register, Role, Shape};
use crate::personal_data::mask;
use toml::{Table as Values, Value};

/// How many single facts stand behind what it is.
const FACTS: usize = 4;
/// How many elements of a list are named.
const NAMED: usize = 5;
/// How many letters of a text are told.
const LETTERS: usize = 160;

/// What stands behind the kind of a new record: its status, days, money and bodies, those that matter most first.
pub(super) fn facts<'r>(state: &'r State, register: &'r Register) -> Cell<'r> {
    let Some(table) = &state.table else { return Cell::Empty };
    let mut facts: Vec<(Rank, Cell<'r>)> = Vec::new();
    for (field, value) in fields(state, table) {
        let rank = Rank::of(Some(&field.shape));
        let is_fact = match &field.shape {
            Shape::Choice(_) | Shape::Day | Shape::Term | Shape::Reference(_) => true,
            Shape::Table(shape) => shape.is::<Period>(),
            _ => false,
        };
        if is_fact {
            facts.push((rank, value_cell(value, Some(&field.shape), register)));
        }
    }
    if let Some(AnyRecord::Intervention(record)) = state.record()
        && let amount @ 1.. = record.budget.iter().filter_map(|row| row.amount).sum::<Money>().amount()
    {
        facts.push((Rank::Money, Cell::Money(amount)));
    }
    // Those of a rank in the order of the fields.
    facts.sort_by_key(|(rank, _)| *rank);
    facts.truncate(FACTS);
    if facts.is_empty() { Cell::Empty } else { Cell::List(facts.into_iter().map(|(_, cell)| cell).collect()) }
}

/// The parts of a new record, a line each: the elements of its lists by their names, and how its texts begin. What it has
/// decided is told in full, since nothing of it follows from its name.
pub(super) fn parts<'r>(state: &'r State, register: &'r Register) -> Vec<Cell<'r>> {
    let Some(table) = &state.table else { return Vec::new() };
    let mut lines = Vec::new();
    for (field, value) in fields(state, table) {
        let label = || Cell::Label(Box::new(Label::Field(table_of(state), field.name)));
        match (&field.shape, value) {
            (Shape::List(Shape::Table(inner)), Value::Array(elements)) if !elements.is_empty() => {
                if inner.is::<crate::model::Decision>() {
                    continue;
                }
                let names = elements.iter().filter_map(Value::as_table).take(NAMED);
                let names: Vec<Cell<'r>> = names.map(|element| element_name(element, Some(inner), register)).collect();
                let names = names.into_iter().filter(|name| !matches!(name, Cell::Empty)).collect();
                let more = elements.len().saturating_sub(NAMED);
                let after = match more {
                    0 => Cell::List(names),
                    more => Cell::message(reports::DiffAndMore { count: Cell::count(more), names: Cell::List(names) }),
                };
                lines.push(Cell::message(reports::DiffSet { field: label(), after }));
            }
            (Shape::Text, Value::String(text)) if text.chars().count() > 1 => {
                lines.push(Cell::message(reports::DiffSet { field: label(), after: Cell::text(beginning(text)) }));
            }
            _ => {}
        }
    }
    lines
}

/// The fields of a record that tell more than what it is called, in their order.
fn fields<'v>(state: &State, table: &'v Values) -> impl Iterator<Item = (&'static Field, &'v Value)> {
    let shape = crate::catalog::shape_of(kind_of(state));
    let title = kind_of(state).called_by();
    let is_told = move |field: &&'static Field| {
        Some(field.name) != title && field.role != Some(Role::Own) && !matches!(field.shape.single(), Shape::FormerId)
    };
    shape.fields.iter().filter(is_told).filter_map(|field| Some((field, table.get(field.name)?)))
}

fn kind_of(state: &State) -> Kind {
    crate::format::RecordFile::from_path(&state.path).map_or(Kind::Intervention, |file| file.kind)
}

fn table_of(state: &State) -> &'static str {
    crate::catalog::shape_of(kind_of(state)).name
}

/// The first words of a text.
fn beginning(text: &str) -> String {
    let text = mask(text.trim());
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LETTERS {
        return line;
    }
    let cut: String = line.chars().take(LETTERS).collect();
    let whole = cut.rfind(' ').map_or(cut.as_str(), |space| &cut[..space]);
    format!("{whole} …")
}
