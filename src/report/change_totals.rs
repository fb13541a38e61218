//! What changes come to: how many records, what was decided, and what it costs.

use super::cell::{Cell, Label, Mark};
use super::differences::{element_lines, line, told_name};
use super::document::Line;
use crate::compare::{Comparison, Difference, RecordChange, State, What};
use crate::format::AnyRecord;
use crate::measure::has_budget;
use crate::message::{Message, reports};
use crate::model::Register;
use std::collections::BTreeMap;

/// How many records changed, and how.
pub(super) fn summary<'r>(comparison: &Comparison) -> Line<'r> {
    let [new, removed, renamed, changed] = comparison.counts();
    let counted = |count: usize, message: fn(Cell<'r>) -> Message<Cell<'r>>| {
        (count > 0).then(|| Cell::message(message(Cell::count(count))))
    };
    let parts = [
        counted(new, reports::diff_n_new),
        counted(removed, reports::diff_n_removed),
        counted(renamed, reports::diff_n_renamed),
        counted(changed, reports::diff_n_changed),
        counted(comparison.noted(), reports::diff_n_noted),
        counted(comparison.layout_only.len(), reports::diff_n_layout),
    ];
    let parts: Vec<Cell<'r>> = parts.into_iter().flatten().collect();
    let text = if parts.is_empty() { reports::DIFF_NONE.into() } else { reports::diff_summary(Cell::List(parts)) };
    Line::new(text)
}

/// What the money of interventions comes to more or less, year by year; nothing where it is as it was.
pub(super) fn money<'r>(comparison: &Comparison) -> Option<Line<'r>> {
    let mut years: BTreeMap<i64, i64> = BTreeMap::new();
    let mut add = |state: &Option<State>, sign: i64| {
        let Some(AnyRecord::Intervention(record)) = state.as_ref().and_then(|state| state.record()) else { return };
        // As everywhere: what is proposed has no budget yet, and what was called off none any more.
        for row in record.budget.iter().filter(|_| has_budget(record)) {
            if let (Some(year), Some(amount)) = (row.year, row.amount) {
                let sum = years.entry(year).or_default();
                *sum = sum.saturating_add(amount.amount().saturating_mul(sign));
            }
        }
    };
    for change in &comparison.records {
        add(&change.before, -1);
        add(&change.after, 1);
    }
    years.retain(|_, sum| *sum != 0);
    let year = |(year, sum): (i64, i64)| {
        let (year, amount) = (Cell::text(year.to_string()), Cell::Money(sum.saturating_abs()));
        Cell::message(if sum > 0 {
            Message::from(reports::DiffMoneyMore { amount, year })
        } else {
            Message::from(reports::DiffMoneyLess { amount, year })
        })
    };
    let years: Vec<Cell<'r>> = years.into_iter().map(year).collect();
    (!years.is_empty()).then(|| Line::new(reports::diff_money(Cell::List(years))))
}

/// Whether a difference is of a decision, or in one.
pub(super) fn is_of_decision(difference: &Difference) -> bool {
    difference.parts.first().is_some_and(|part| part.known_field().is_some_and(is_decisions))
}

fn is_decisions(field: &crate::model::Field) -> bool {
    field.shape.inner().is_some_and(|table| table.is::<crate::model::Decision>())
}

/// What was decided, and what became of decisions, meeting by meeting.
pub(super) fn decisions<'r>(records: &'r [RecordChange], register: &'r Register) -> Vec<(Label<'r>, Cell<'r>)> {
    let of = |change: &'r RecordChange| {
        let lines = decision_lines(change, register);
        (!lines.is_empty()).then(|| (Label::Cell(told_name(change, register)), Cell::Lines(lines)))
    };
    records.iter().filter_map(of).collect()
}

/// What was decided at a meeting, or became of its decisions, each on a line of its own.
pub(super) fn decision_lines<'r>(change: &'r RecordChange, register: &'r Register) -> Vec<Cell<'r>> {
    match change.what {
        What::Added => {
            change.after.as_ref().map(|state| element_lines(state, is_decisions, register)).unwrap_or_default()
        }
        // What was decided is gone with it.
        What::Removed => {
            let lines = change.before.as_ref().map(|state| element_lines(state, is_decisions, register));
            let gone = |cell| Cell::message(reports::diff_decision_gone(cell)).marked(Mark::Watch);
            lines.unwrap_or_default().into_iter().map(gone).collect()
        }
        What::Changed | What::Renamed(_) | What::Unreadable => {
            let own = change.differences.iter().filter(|difference| is_of_decision(difference));
            own.map(|difference| line(difference, register)).collect()
        }
    }
}
