//! Ensure that an intervention that the municipality carries out is in a board's budget and follow-up (D11).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{BodyType, Finding, Intervention, Status};

pub(in crate::check) const RULE: Rule =
    Rule::warning(checks::INTERVENTION_WITHOUT_BOARD, "D11", Run::Intervention(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, Intervention>, findings: &mut Vec<Finding>) {
    let record = placed.record;
    if record.board_on(context.today).is_some() || !matches!(record.status, Some(Status::Planned | Status::Ongoing)) {
        return;
    }
    let responsible = record.responsible_on(context.today).and_then(|id| context.register.bodies.get(id.as_str()));
    let is_own = responsible
        .is_some_and(|body| matches!(body.r#type, Some(BodyType::Administration | BodyType::Unit | BodyType::Board)));
    if is_own {
        findings.push(placed.finding(checks::intervention_without_board(&*record.title), at!["title"]));
    }
}
