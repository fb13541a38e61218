//! Ensure that those who sit in the leadership and coordination group have a mandate to drive the work (D28).

use crate::check::rule::{Context, On, Rule, Run, at};
use crate::message::checks;
use crate::model::{Body, BodyType, Finding};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::MEMBER_WITHOUT_MANDATE, "D28", Run::Body(run));

fn run(_: &Context<'_>, on: &On<'_, Body>, findings: &mut Vec<Finding>) {
    if on.record.r#type != Some(BodyType::CoordinationGroup) {
        return;
    }
    for (place, member) in on.record.members.iter().enumerate().filter(|(_, member)| member.mandate != Some(true)) {
        let message = checks::MemberWithoutMandate { role: &*member.role, name: &*on.record.name };
        findings.push(on.finding(message, at!["members", place]));
    }
}
