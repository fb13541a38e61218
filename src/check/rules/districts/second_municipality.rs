//! Ensure that one record at most stands for the whole municipality.

use crate::check::rule::{Context, Rule, Run, at};
use crate::message::checks;
use crate::model::Finding;

pub(in crate::check) const RULE: Rule = Rule::error(checks::SECOND_MUNICIPALITY, "format", Run::Register(run));

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut whole = context.register.districts.placed().filter(|(_, _, record)| record.is_municipality());
    let Some((first, ..)) = whole.next() else { return };
    findings.extend(whole.map(|(_, file, _)| Finding::new(checks::second_municipality(first), file, at!["covers"])));
}
