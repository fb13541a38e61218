//! Ensure that one record at most stands for the whole municipality.

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{District, Finding};

pub(in crate::check) const RULE: Rule = Rule::error(checks::SECOND_MUNICIPALITY, "format", Run::District(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, District>, findings: &mut Vec<Finding>) {
    if !placed.record.is_municipality() {
        return;
    }
    let mut others =
        context.register.districts.iter().filter(|(id, record)| *id != placed.id && record.is_municipality());
    // The first is told of where that one is asked by itself: any of them may be the one that came to be.
    if let Some((other, _)) = others.next().filter(|(other, _)| context.tells_all || *other < placed.id) {
        findings.push(placed.finding(checks::second_municipality(other), at!["covers"]));
    }
}
