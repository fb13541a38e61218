//! Ensure that an action plan says what is most important (D20, D25, D31).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{ActionPlan, Finding, LAST_PRIORITY};

pub(in crate::check) const NONE: Rule = Rule::note(checks::PLAN_WITHOUT_PRIORITIES, "D25", Run::ActionPlan(run));
// Found by the same look.
pub(in crate::check) const UNKNOWN: Rule = Rule::warning(checks::BAD_PRIORITY, "D25", Run::Elsewhere);

fn run(context: &Context<'_>, placed: &RecordAt<'_, ActionPlan>, findings: &mut Vec<Finding>) {
    let plan = placed.record;
    for (place, measure) in plan.measures.iter().enumerate() {
        if let Some(priority) = measure.priority.filter(|priority| !(1..=LAST_PRIORITY).contains(priority)) {
            let message = checks::BadPriority { priority, last: LAST_PRIORITY };
            findings.push(placed.finding(message, at!["measures", place, "priority"]));
        }
    }
    let is_over = plan.period.until.is_some_and(|until| until < context.today);
    if !is_over && !plan.measures.is_empty() && plan.measures.iter().all(|measure| measure.priority.is_none()) {
        let names = plan.districts.iter().map(|district| context.register.district_name(district.as_str()));
        let name = names.collect::<Vec<_>>().join(", ");
        findings.push(placed.finding(checks::plan_without_priorities(name), at!["measures"]));
    }
}
