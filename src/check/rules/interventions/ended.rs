//! Ensure that what goes on is not left with a body or a district that is no more (D8).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{Finding, Intervention};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::LEFT_WITH_ENDED, "D8", Run::Intervention(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, Intervention>, findings: &mut Vec<Finding>) {
    let record = placed.record;
    if !record.is_alive() {
        return;
    }
    let ended_body = |id: &str| {
        let body = context.register.bodies.get(id)?;
        body.until.filter(|until| *until < context.today).map(|until| (&*body.name, until))
    };
    let ended_district = |id: &str| {
        let district = context.register.districts.get(id)?;
        district.until.filter(|until| *until < context.today).map(|until| (&*district.name, until))
    };
    let responsible = record.responsible.iter().filter_map(|id| Some((at!["responsible"], ended_body(id.as_str())?)));
    let board = record.board.iter().filter_map(|id| Some((at!["board"], ended_body(id.as_str())?)));
    let partners = record.partners.iter().enumerate();
    let partners = partners.filter_map(|(place, id)| Some((at!["partners", place], ended_body(id.as_str())?)));
    let districts = record.districts.iter().enumerate();
    let districts = districts.filter_map(|(place, id)| Some((at!["districts", place], ended_district(id.as_str())?)));
    for (spot, (name, until)) in responsible.chain(board).chain(partners).chain(districts) {
        let message = checks::LeftWithEnded { title: &*record.title, name, until };
        findings.push(placed.finding(message, spot));
    }
}
