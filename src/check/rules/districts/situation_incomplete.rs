//! Ensure that a district's latest situation picture holds a survey and an analysis (the Act, section 4).

use crate::check::rule::{Context, RecordAt, Rule, Run};
use crate::message::checks;
use crate::model::{Finding, Situation, Spot};

pub(in crate::check) const SURVEY: Rule = Rule::warning(checks::SITUATION_WITHOUT_SURVEY, "L1", Run::Situation(run));
// Found by the same look.
pub(in crate::check) const ANALYSIS: Rule = Rule::warning(checks::SITUATION_WITHOUT_ANALYSIS, "L1", Run::Elsewhere);

fn run(context: &Context<'_>, placed: &RecordAt<'_, Situation>, findings: &mut Vec<Finding>) {
    let Some(district) = &placed.record.district else { return };
    let is_latest = || context.links.is_latest(placed.id, placed.record, context.today);
    let name = context.register.district_name(district.as_str());
    if placed.record.survey.is_empty() && is_latest() {
        findings.push(placed.finding(checks::situation_without_survey(name), Spot::File));
    }
    if placed.record.analysis.is_empty() && is_latest() {
        findings.push(placed.finding(checks::situation_without_analysis(name), Spot::File));
    }
}
