//! Ensure that measures follow from causes, where a district has begun to tie them: that something is done about each
//! cause of a problem that has a priority, and that a measure against such a problem names the cause (L2).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{ActionPlan, District, Finding};

pub(in crate::check) const UNANSWERED: Rule = Rule::warning(checks::CAUSE_UNANSWERED, "L2", Run::District(run));
pub(in crate::check) const UNTIED: Rule = Rule::note(checks::MEASURE_WITHOUT_CAUSE, "L2", Run::ActionPlan(in_plan));

/// Whether anything is tied to a cause of a district. Until something is, nothing is left out.
fn has_begun(context: &Context<'_>, id: &str, district: &District) -> bool {
    district.causes().any(|(_, cause)| !context.links.at_cause(&format!("{id}#{}", cause.id)).is_empty())
}

fn run(context: &Context<'_>, placed: &RecordAt<'_, District>, findings: &mut Vec<Finding>) {
    let is_over = !placed.record.lifetime().contains(context.today);
    if is_over || !has_begun(context, placed.id, placed.record) {
        return;
    }
    for (place, problem) in placed.record.problem.iter().enumerate().filter(|(_, problem)| problem.rank.is_some()) {
        for (cause_place, cause) in problem.cause.iter().enumerate() {
            if context.links.at_cause(&format!("{}#{}", placed.id, cause.id)).is_empty() {
                let (text, title, name) = (&*cause.text, &*problem.title, &*placed.record.name);
                let message = checks::CauseUnanswered { text, title, name };
                let spot = at!["problem", place, "cause", cause_place];
                findings.push(placed.finding(message, spot).about(cause.id.as_str()));
            }
        }
    }
}

fn in_plan(context: &Context<'_>, placed: &RecordAt<'_, ActionPlan>, findings: &mut Vec<Finding>) {
    if placed.record.period.until.is_some_and(|until| until < context.today) {
        return;
    }
    for (place, measure) in placed.record.measures.iter().enumerate() {
        let Some(id) = &measure.intervention else { continue };
        let Some(record) = context.register.interventions.get(id.as_str()) else { continue };
        let untied = record.problems.iter().find(|reference| {
            let Some(district) = context.register.districts.get(reference.id()) else { return false };
            let problem = reference.element().and_then(|own| context.register.problem(reference.id(), own));
            let is_of_plan = placed.record.is_for(reference.id());
            is_of_plan
                && problem.is_some_and(|problem| {
                    problem.rank.is_some()
                        && !problem.cause.is_empty()
                        && !problem.cause.iter().any(|cause| {
                            let named = format!("{}#{}", reference.id(), cause.id);
                            record.causes.iter().any(|own| own.as_str() == named)
                        })
                })
                && has_begun(context, reference.id(), district)
        });
        if let Some(problem) = untied {
            let problem = problem.element().and_then(|own| context.register.problem(problem.id(), own));
            let (title, problem) = (&*record.title, problem.map_or("", |problem| &*problem.title));
            findings.push(placed.finding(checks::MeasureWithoutCause { title, problem }, at!["measures", place]));
        }
    }
}
