//! Ensure that a district's latest situation picture holds a survey and an analysis (the Act, section 4).

use crate::check::rule::{Context, On, Rule, Run};
use crate::message::checks;
use crate::model::{Finding, Situation, Spot};

pub(in crate::check) const SURVEY: Rule = Rule::warning(checks::SITUATION_WITHOUT_SURVEY, "L1", Run::Situation(run));
// Found by the same look.
pub(in crate::check) const ANALYSIS: Rule = Rule::warning(checks::SITUATION_WITHOUT_ANALYSIS, "L1", Run::Elsewhere);

fn run(context: &Context<'_>, on: &On<'_, Situation>, findings: &mut Vec<Finding>) {
    let Some(district) = &on.record.district else { return };
    let is_latest = || context.links.is_latest(on.id, on.record, context.today);
    let name = context.register.district_name(district.as_str());
    if on.record.survey.is_empty() && is_latest() {
        findings.push(on.finding(checks::situation_without_survey(name), Spot::File));
    }
    if on.record.analysis.is_empty() && is_latest() {
        findings.push(on.finding(checks::situation_without_analysis(name), Spot::File));
    }
}
