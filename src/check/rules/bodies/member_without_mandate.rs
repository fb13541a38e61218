//! Ensure that those who sit in the leadership and coordination group have a mandate to drive the work (D28).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{Body, BodyType, Finding};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::MEMBER_WITHOUT_MANDATE, "D28", Run::Body(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, Body>, findings: &mut Vec<Finding>) {
    // What is no more owes nothing.
    if !placed.record.lifetime().contains(context.today) {
        return;
    }
    if placed.record.r#type != Some(BodyType::CoordinationGroup) {
        return;
    }
    for (place, member) in placed.record.members.iter().enumerate().filter(|(_, member)| member.mandate != Some(true)) {
        let message = checks::MemberWithoutMandate { role: &*member.role, name: &*placed.record.name };
        findings.push(placed.finding(message, at!["members", place]));
    }
}
