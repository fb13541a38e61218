//! Ensure that no agreement ends without one that takes over, and that this is seen to in time (D9).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{Agreement, Day, DistrictId, Finding, Register};

pub(in crate::check) const EXPIRED: Rule = Rule::warning(checks::AGREEMENT_EXPIRED, "D9", Run::Agreement(run));
// Found by the same look.
pub(in crate::check) const EXPIRING: Rule = Rule::warning(checks::AGREEMENT_EXPIRING, "D9", Run::Elsewhere);

/// How many days ahead an agreement's end is told.
const DAYS_AHEAD: i64 = 90;

fn run(context: &Context<'_>, placed: &RecordAt<'_, Agreement>, findings: &mut Vec<Finding>) {
    let Some(until) = placed.record.period.until else { return };
    let left = until.days_since(context.today);
    if left > DAYS_AHEAD || is_taken_over(placed, until, context) {
        return;
    }
    let title = &*placed.record.title;
    findings.push(if left < 0 {
        placed.finding(checks::AgreementExpired { title, until }, at!["period"])
    } else {
        placed.finding(checks::AgreementExpiring { title, until }, at!["period"])
    });
}

/// Whether another agreement of the same type, with one of the same parties and for the same districts, lasts
/// longer.
fn is_taken_over(placed: &RecordAt<'_, Agreement>, until: Day, context: &Context<'_>) -> bool {
    let this = placed.record;
    let of_party = this.parties.iter().flat_map(|party| context.links.agreements(party.as_str()));
    let mut others = of_party.filter(|(id, _)| *id != placed.id).map(|(_, other)| other);
    others.any(|other| {
        other.r#type == this.r#type
            && other.period.from > this.period.from
            && other.period.until.is_none_or(|end| end > until)
            && covers(&other.districts, &this.districts, context.register)
    })
}

/// Whether districts are among others; none at all, and the municipality as a whole, stand for all that there are.
fn covers(others: &[DistrictId], these: &[DistrictId], register: &Register) -> bool {
    let is_all =
        |districts: &[DistrictId]| districts.is_empty() || districts.iter().any(|id| register.is_whole(id.as_str()));
    let is_named = |id: &str| others.iter().any(|other| other.as_str() == id);
    // What was promised for a district that is no more is taken over by what is promised for those that it became.
    let is_among = |id: &str| {
        let became = register.districts.get(id).map_or(&[][..], |district| &district.succeeded_by);
        is_named(id) || (!became.is_empty() && became.iter().all(|new| is_named(new.as_str())))
    };
    match (is_all(others), is_all(these)) {
        (true, _) => true,
        (false, true) => register.districts.ids().filter(|id| !register.is_whole(id)).all(is_among),
        (false, false) => these.iter().all(|id| is_among(id.as_str())),
    }
}
