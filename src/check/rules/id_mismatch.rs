//! Ensure that an id that begins or ends with a day, a term, a body or a district says what its content says. Ids are free
//! otherwise: two meetings of a body on a day need two.

use crate::check::rule::{AnyRecordAt, Context, Rule, Run};
use crate::message::checks;
use crate::model::{Day, Finding, Kind, Spot, Step, Term};
use std::borrow::Cow;

pub(in crate::check) const RULE: Rule = Rule::warning(checks::ID_MISMATCH, "format", Run::Record(run));

fn run(context: &Context<'_>, placed: &AnyRecordAt<'_>, findings: &mut Vec<Finding>) {
    let told = match placed.kind {
        Kind::Meeting => meeting(context, placed.id),
        Kind::Situation => situation(context, placed.id),
        Kind::TargetPicture => {
            let picture = context.register.target_pictures.get(placed.id);
            let own = picture.and_then(|picture| picture.district.as_ref()).map(|district| district.as_str());
            district_first(context, placed.id, &own.into_iter().collect::<Vec<_>>()).map(|id| ("district", id))
        }
        Kind::ActionPlan => {
            let plan = context.register.action_plans.get(placed.id);
            let own = plan.map_or(&[][..], |plan| &plan.districts).iter().map(|district| district.as_str());
            district_first(context, placed.id, &own.collect::<Vec<_>>()).map(|id| ("districts", id))
        }
        Kind::Round => round(context, placed.id),
        // Their ids are their authors' own.
        Kind::District | Kind::Body | Kind::Intervention | Kind::Agreement => None,
    };
    if let Some((field, says)) = told {
        let spot = Spot::Value(vec![Step::Key(Cow::Borrowed(field))]);
        findings.push(placed.finding(checks::id_mismatch(says), spot));
    }
}

/// What the id of a meeting says that its content does not: another day, or another body.
fn meeting(context: &Context<'_>, id: &str) -> Option<(&'static str, String)> {
    let meeting = context.register.meetings.get(id)?;
    let day = id.get(..10).and_then(|day| day.parse::<Day>().ok());
    if day.is_some_and(|day| meeting.on.is_some_and(|on| on != day)) {
        return Some(("on", day?.to_string()));
    }
    let body =
        day.and_then(|_| id.get(11..)).map(without_number).filter(|body| context.register.bodies.contains(body))?;
    let own = meeting.body.as_ref().map(|own| own.as_str());
    (own != Some(body) && own != id.get(11..)).then(|| ("body", body.to_owned()))
}

/// What the id of a situation picture says that its content does not: another term, or another district.
fn situation(context: &Context<'_>, id: &str) -> Option<(&'static str, String)> {
    let situation = context.register.situations.get(id)?;
    let plain = without_number(id);
    let ends =
        |district: &&str| plain.strip_suffix(*district).is_some_and(|rest| rest.is_empty() || rest.ends_with('-'));
    let own = situation.district.as_ref().map(|own| own.as_str());
    let named = context.register.districts.ids().filter(ends).max_by_key(|district| district.len());
    if let Some(named) = named
        && own != Some(named)
    {
        return Some(("district", named.to_owned()));
    }
    let term = plain.strip_suffix(own?).and_then(|rest| rest.strip_suffix('-'))?.parse::<Term>().ok()?;
    let (from, until) = (situation.period.from?, situation.period.until?);
    let fits = term.first() <= from && until <= term.last();
    (!fits).then(|| ("period", term.to_string()))
}

/// What the id of a round of inventory says that its content does not: another term.
fn round(context: &Context<'_>, id: &str) -> Option<(&'static str, String)> {
    let period = context.register.rounds.get(id)?.period?;
    // The number of a month is part of a term.
    let named: Term = id.parse().or_else(|_| without_number(id).parse()).ok()?;
    (named != period).then(|| ("period", named.to_string()))
}

/// The district that an id begins with, where it is none of a document's own.
fn district_first(context: &Context<'_>, id: &str, own: &[&str]) -> Option<String> {
    let begins =
        |district: &&str| id == *district || id.strip_prefix(*district).is_some_and(|rest| rest.starts_with('-'));
    let named = context.register.districts.ids().filter(begins).max_by_key(|district| district.len())?;
    (!own.is_empty() && !own.contains(&named)).then(|| named.to_owned())
}

/// An id without the number behind it that tells it from another of the same.
fn without_number(id: &str) -> &str {
    match id.rsplit_once('-') {
        Some((plain, number)) if number.len() < 4 && number.bytes().all(|byte| byte.is_ascii_digit()) => plain,
        _ => id,
    }
}
