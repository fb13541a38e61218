//! Ensure that a body has met as often as its cadence says, in the last whole stretch that it is counted by.
//! The cadence may change with the phase (D37): a stretch that is not whole within one phase is not judged.

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{Body, Finding, Term};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::MET_TOO_SELDOM, "D37", Run::Body(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, Body>, findings: &mut Vec<Finding>) {
    // What is no more owes nothing.
    if !placed.record.lifetime().contains(context.today) {
        return;
    }
    for phase in &placed.record.cadence.0 {
        let (Some(times), Some(per)) = (phase.times, phase.per) else { continue };
        let term = Term::of(context.today, per).previous();
        if !phase.period().contains(term.first()) || !phase.period().contains(term.last()) {
            continue;
        }
        let held = context.links.held(placed.id).filter(|day| term.period().contains(*day)).count();
        let held = i64::try_from(held).unwrap_or(i64::MAX);
        if held < times {
            let message = checks::MetTooSeldom { name: &*placed.record.name, term, held, times };
            findings.push(placed.finding(message, at!["cadence"]));
        }
    }
}
