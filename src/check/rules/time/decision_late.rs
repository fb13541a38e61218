//! Ensure that decisions are carried out in time (D33).

use crate::check::rule::{Context, On, Rule, Run, at};
use crate::model::{Finding, Meeting};

pub(in crate::check) const RULE: Rule = Rule::warning("decision-late", "D33", Run::Meeting(run));

fn run(context: &Context<'_>, on: &On<'_, Meeting>, findings: &mut Vec<Finding>) {
    for (place, decision) in on.record.decision.iter().enumerate() {
        let (true, Some(due)) = (decision.is_late(context.today), decision.due) else { continue };
        let responsible = context.register.name_of_body(decision.responsible.as_ref());
        let finding = RULE.on(on, at!["decision", place, "due"]).about(decision.id.as_str());
        findings.push(finding.text("text", &*decision.text).day("due", due).text("responsible", responsible));
    }
}
