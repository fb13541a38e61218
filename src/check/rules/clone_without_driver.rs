//! Ensure that a clone merges the register as the register's attributes say.

use crate::check::rule::{Context, Rule, Run};
use crate::format::SETTINGS_FILE;
use crate::message::checks;
use crate::model::{Finding, Spot};

pub(in crate::check) const RULE: Rule = Rule::note(checks::CLONE_WITHOUT_DRIVER, "format", Run::Register(run));

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.past.lacks_driver {
        findings.push(Finding::new(checks::clone_without_driver(), SETTINGS_FILE, Spot::File));
    }
}
