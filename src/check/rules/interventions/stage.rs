//! Ensure that an intervention's status agrees with its days.

use crate::check::rule::{Context, On, Rule, Run, at};
use crate::model::{Finding, Intervention, Status};

pub(in crate::check) const PAST_PERIOD: Rule = Rule::warning("ongoing-past-period", "D33", Run::Intervention(run));
// Found by the same look.
pub(in crate::check) const NOT_BEGUN: Rule = Rule::warning("ongoing-not-begun", "D33", Run::Elsewhere);
pub(in crate::check) const PAST_START: Rule = Rule::warning("planned-past-start", "D33", Run::Elsewhere);

fn run(context: &Context<'_>, on: &On<'_, Intervention>, findings: &mut Vec<Finding>) {
    let (record, today) = (on.record, context.today);
    let (from, until) = (record.actual_period().from, record.actual_period().until);
    let finding = |rule: &Rule| rule.on(on, at!["status"]).text("title", &*record.title);
    match record.status {
        Some(Status::Ongoing) => {
            if let Some(until) = until.filter(|until| *until < today) {
                findings.push(finding(&PAST_PERIOD).day("until", until));
            }
            if let Some(from) = from.filter(|from| *from > today) {
                findings.push(finding(&NOT_BEGUN).day("from", from));
            }
        }
        Some(Status::Planned) => {
            if let Some(from) = record.period.from.filter(|from| *from < today) {
                findings.push(finding(&PAST_START).day("from", from));
            }
        }
        _ => {}
    }
}
