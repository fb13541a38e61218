//! Ensure that a goal can be followed: that it has an indicator, a baseline, a target and a reading of the last
//! year (L2). A goal without an indicator is told of as that alone.

use crate::check::rule::{Context, On, Rule, Run, at};
use crate::model::{District, Finding, Reading};

pub(in crate::check) const INDICATOR: Rule = Rule::warning("goal-without-indicator", "L2", Run::District(run));
// Found by the same look.
pub(in crate::check) const BASELINE: Rule = Rule::warning("goal-without-baseline", "L2", Run::Elsewhere);
pub(in crate::check) const TARGET: Rule = Rule::warning("goal-without-target", "L2", Run::Elsewhere);
pub(in crate::check) const READING: Rule = Rule::warning("goal-without-reading", "L2", Run::Elsewhere);

fn run(context: &Context<'_>, on: &On<'_, District>, findings: &mut Vec<Finding>) {
    let year_ago = context.today.minus_months(12);
    for (place, goal) in on.record.target_picture.goal.iter().enumerate() {
        let has_indicator = !goal.indicator.name.is_empty();
        let is_there = |reading: &Reading| reading.value.is_some();
        let last = goal.readings.iter().chain([&goal.baseline]).filter(|reading| is_there(reading));
        let last = last.filter_map(|reading| reading.on).max();
        let owes = [
            (INDICATOR, !has_indicator),
            (BASELINE, has_indicator && !is_there(&goal.baseline)),
            (TARGET, has_indicator && !is_there(&goal.target)),
            (READING, has_indicator && last.is_none_or(|last| last < year_ago)),
        ];
        for (rule, _) in owes.iter().filter(|(_, is_missing)| *is_missing) {
            let finding = rule.on(on, at!["target_picture", "goal", place]).about(goal.id.as_str());
            findings.push(finding.text("title", &*goal.title).text("name", &*on.record.name));
        }
    }
}
