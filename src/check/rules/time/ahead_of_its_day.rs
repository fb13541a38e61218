//! Ensure that what is told as done has a day that has been: a year that was mistyped hides what is late (L4).

use crate::check::rule::{Context, Rule, Run};
use crate::message::checks;
use crate::model::{Finding, Spot};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::AHEAD_OF_ITS_DAY, "L4", Run::Register(run));

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for later in context.known.later() {
        let file = context.register.file(later.record.kind, &later.record.id);
        if let (Some(file), Some(day)) = (file, later.day) {
            let spot = Spot::Value(later.path.clone());
            findings.push(Finding::new(checks::ahead_of_its_day(day), file, spot));
        }
    }
}
