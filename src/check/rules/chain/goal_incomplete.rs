//! Ensure that a goal can be followed: that it has an indicator, a baseline, a target and a reading of the last
//! year (L2). A goal without an indicator is told of as that alone.

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::{Message, checks};
use crate::model::{Arg, District, Finding, Reading};

pub(in crate::check) const INDICATOR: Rule = Rule::warning(checks::GOAL_WITHOUT_INDICATOR, "L2", Run::District(run));
// Found by the same look.
pub(in crate::check) const BASELINE: Rule = Rule::warning(checks::GOAL_WITHOUT_BASELINE, "L2", Run::Elsewhere);
pub(in crate::check) const TARGET: Rule = Rule::warning(checks::GOAL_WITHOUT_TARGET, "L2", Run::Elsewhere);
pub(in crate::check) const READING: Rule = Rule::warning(checks::GOAL_WITHOUT_READING, "L2", Run::Elsewhere);

fn run(context: &Context<'_>, placed: &RecordAt<'_, District>, findings: &mut Vec<Finding>) {
    let year_ago = context.today.minus_months(12);
    for (place, goal) in placed.record.target_picture.goal.iter().enumerate() {
        let has_indicator = !goal.indicator.name.is_empty();
        let is_there = |reading: &Reading| reading.value.is_some();
        let last = goal.readings.iter().chain([&goal.baseline]).filter(|reading| is_there(reading));
        let last = last.filter_map(|reading| reading.on).max();
        let (title, name) = (&*goal.title, &*placed.record.name);
        let lacks = |is_missing: bool| has_indicator && is_missing;
        let missing: [Option<Message<Arg>>; 4] = [
            (!has_indicator).then(|| checks::GoalWithoutIndicator { title, name }.into()),
            lacks(!is_there(&goal.baseline)).then(|| checks::GoalWithoutBaseline { title, name }.into()),
            lacks(!is_there(&goal.target)).then(|| checks::GoalWithoutTarget { title, name }.into()),
            lacks(last.is_none_or(|last| last < year_ago)).then(|| checks::GoalWithoutReading { title, name }.into()),
        ];
        let finding = |message| placed.finding(message, at!["target_picture", "goal", place]).about(goal.id.as_str());
        findings.extend(missing.into_iter().flatten().map(finding));
    }
}
