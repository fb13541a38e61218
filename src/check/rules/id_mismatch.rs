//! Ensure that the id of a meeting or a situation picture says what its content says.

use crate::check::rule::{AnyRecordAt, Context, Rule, Run};
use crate::message::checks;
use crate::model::{Finding, Kind, Spot, Step, Term};
use std::borrow::Cow;

pub(in crate::check) const RULE: Rule = Rule::error(checks::ID_MISMATCH, "format", Run::Record(run));

fn run(context: &Context<'_>, placed: &AnyRecordAt<'_>, findings: &mut Vec<Finding>) {
    let (field, expected) = match placed.kind {
        Kind::Meeting => ("on", meeting(context, placed.id)),
        Kind::Situation => ("period", situation(context, placed.id)),
        // Their ids are their authors' own.
        Kind::District | Kind::Body | Kind::Intervention | Kind::TargetPicture | Kind::ActionPlan | Kind::Agreement => {
            return;
        }
    };
    if let Some(expected) = expected {
        let spot = Spot::Value(vec![Step::Key(Cow::Borrowed(field))]);
        findings.push(placed.finding(checks::id_mismatch(expected), spot));
    }
}

/// The id that a meeting should have, where it has another: its day and its body.
fn meeting(context: &Context<'_>, id: &str) -> Option<String> {
    let meeting = context.register.meetings.get(id)?;
    let expected = format!("{}-{}", meeting.on?, meeting.body.as_ref()?);
    (expected != id).then_some(expected)
}

/// The id that a situation picture should have, where it has another: a term that its period lies
/// in, and its district.
fn situation(context: &Context<'_>, id: &str) -> Option<String> {
    let situation = context.register.situations.get(id)?;
    let (from, until) = (situation.period.from?, situation.period.until?);
    let district = situation.district.as_ref()?.as_str();
    let term =
        id.strip_suffix(district).and_then(|rest| rest.strip_suffix('-')).and_then(|term| term.parse::<Term>().ok());
    let fits = |term: Term| term.first() <= from && until <= term.last();
    if term.is_some_and(fits) {
        return None;
    }
    let term = Term::of(from, context.register.settings.cycle());
    let term = if fits(term) { term } else { Term::of(from, crate::model::Cycle::Year) };
    Some(format!("{term}-{district}"))
}
