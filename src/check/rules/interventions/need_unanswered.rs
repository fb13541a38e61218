//! Ensure that a need that was raised is answered at the next meeting of the body that was asked (D32).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{Finding, Intervention};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::NEED_UNANSWERED, "D32", Run::Intervention(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, Intervention>, findings: &mut Vec<Finding>) {
    for (place, need) in context.known_of(placed).needs.iter().enumerate().filter(|(_, need)| need.answered.is_none()) {
        let (Some(body), Some(raised)) = (&need.raised_to, need.raised_on) else { continue };
        if let Some(met) = context.links.met_since(body.as_str(), raised, context.today) {
            let body = context.register.body_name(body.as_str());
            let (what, title) = (&*need.what, &*placed.record.title);
            let message = checks::NeedUnanswered { what, title, raised, body, met };
            findings.push(placed.finding(message, at!["needs", place]));
        }
    }
}
