//! Ensure that a district's latest situation picture holds a survey and an analysis (the Act, section 4).

use crate::check::rule::{Context, On, Rule, Run};
use crate::model::{Finding, Situation, Spot};

pub(in crate::check) const SURVEY: Rule = Rule::warning("situation-without-survey", "L1", Run::Situation(run));
// Found by the same look.
pub(in crate::check) const ANALYSIS: Rule = Rule::warning("situation-without-analysis", "L1", Run::Elsewhere);

fn run(context: &Context<'_>, on: &On<'_, Situation>, findings: &mut Vec<Finding>) {
    let Some(district) = &on.record.district else { return };
    let is_latest = || context.links.is_latest(on.id, on.record, context.today);
    for (rule, text) in [(SURVEY, &on.record.survey), (ANALYSIS, &on.record.analysis)] {
        if text.is_empty() && is_latest() {
            findings.push(rule.on(on, Spot::File).text("name", context.register.district_name(district.as_str())));
        }
    }
}
