//! Ensure that an ongoing intervention was followed up in the last whole term (D33, L4).

use crate::check::rule::{Context, On, Rule, Run, at};
use crate::model::{Arg, Finding, Intervention};

pub(in crate::check) const RULE: Rule = Rule::warning("follow-up-late", "D33", Run::Intervention(run));

fn run(context: &Context<'_>, on: &On<'_, Intervention>, findings: &mut Vec<Finding>) {
    let register = context.register;
    if let Some(term) = on.record.late(&register.settings, context.today) {
        let by = register.name_of_body(on.record.responsible.as_ref());
        let finding = RULE.on(on, at!["title"]).text("title", &*on.record.title);
        findings.push(finding.with("term", Arg::Term(term)).text("by", by));
    }
}
