//! Ensure that what is told as done has a day that has been: a year that was mistyped hides what is late (L4).

use crate::check::rule::{Context, Rule, Run};
use crate::message::checks;
use crate::model::{Day, Finding, Kind, Later, RecordId, Register, Spot, Step, each_told, later_than};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::AHEAD_OF_ITS_DAY, "L4", Run::Register(run));

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let later = context.known.later();
    later.iter().for_each(|later| findings.extend(told(context.register, later)));
    for kind in Kind::ALL {
        for id in context.register.ids(kind) {
            of_record(context.register, &RecordId::new(kind, id), later, context.today, findings);
        }
    }
}

/// What some records tell as done and date ahead.
#[must_use]
pub fn ahead(register: &Register, records: &[RecordId], today: Day) -> Vec<Finding> {
    let mut later = later_than(register, today);
    // What is to be decided at a meeting may be written before it.
    let is_draft =
        |later: &Later| later.record.kind == Kind::Meeting && matches!(later.path.last(), Some(Step::Index(_)));
    later.retain(|later| records.contains(&later.record) && !is_draft(later));
    let mut findings: Vec<Finding> = later.iter().filter_map(|later| told(register, later)).collect();
    records.iter().for_each(|record| of_record(register, record, &later, today, &mut findings));
    findings
}

fn told(register: &Register, later: &Later) -> Option<Finding> {
    let file = register.file(later.record.kind, &later.record.id)?;
    Some(Finding::new(checks::ahead_of_its_day(later.day?), file, Spot::Value(later.path.clone())))
}

/// The days of what has happened, whatever else the record says: of what does not count anyway, too.
fn of_record(register: &Register, record: &RecordId, known: &[Later], today: Day, findings: &mut Vec<Finding>) {
    let Some((fields, file)) = register.record(record.kind, &record.id).zip(register.file(record.kind, &record.id))
    else {
        return;
    };
    each_told(fields, &mut |path, told| {
        let Some(day) = told.yet_to_come(today) else { return };
        // What lies within what does not count is told of with that.
        let is_told = |later: &Later| later.record == *record && is_within(path, &later.path);
        if !known.iter().any(is_told) {
            findings.push(Finding::new(checks::ahead_of_its_day(day), file, Spot::Value(path.to_vec())));
        }
    });
}

/// Whether a path leads to something that is told of, or into the same table.
fn is_within(path: &[Step], told: &[Step]) -> bool {
    let table = told.len().saturating_sub(1);
    path.starts_with(told) || (table > 0 && path.starts_with(&told[..table]))
}
