//! Ensure that a goal can be followed: that it has an indicator, a baseline, a target and a reading of the last
//! year (L2). A goal without an indicator is told of as that alone.

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::{Message, checks};
use crate::model::{Arg, Finding, Reading, TargetPicture};

pub(in crate::check) const INDICATOR: Rule =
    Rule::warning(checks::GOAL_WITHOUT_INDICATOR, "L2", Run::TargetPicture(run));
// Found by the same look.
pub(in crate::check) const BASELINE: Rule = Rule::warning(checks::GOAL_WITHOUT_BASELINE, "L2", Run::Elsewhere);
pub(in crate::check) const TARGET: Rule = Rule::warning(checks::GOAL_WITHOUT_TARGET, "L2", Run::Elsewhere);
pub(in crate::check) const READING: Rule = Rule::warning(checks::GOAL_WITHOUT_READING, "L2", Run::Elsewhere);

fn run(context: &Context<'_>, placed: &RecordAt<'_, TargetPicture>, findings: &mut Vec<Finding>) {
    let Some(district) = context.district_gone_by(placed.id, placed.record) else { return };
    let name = context.register.district_name(district);
    let year_ago = context.today.minus_months(12);
    let goals = context.register.goals_in(district, placed.id, placed.record);
    for (place, goal) in goals.enumerate() {
        let (indicator, goal) = (goal.indicator, goal.goal);
        let has_indicator = goal.indicator.is_some();
        let readings = indicator.map_or(&[][..], |indicator| &indicator.readings);
        let measured = readings.iter().chain([&goal.baseline]).filter(|reading| reading.value.is_some());
        let last = measured.filter_map(Reading::day).max();
        let title = &*goal.title;
        let lacks = |is_missing: bool| has_indicator && is_missing;
        // Of a border it does not matter where one began.
        let has_baseline = goal.baseline.value.is_some() || goal.target.bound.is_some();
        let missing: [Option<Message<Arg>>; 4] = [
            (!has_indicator).then(|| checks::GoalWithoutIndicator { title, name }.into()),
            lacks(!has_baseline).then(|| checks::GoalWithoutBaseline { title, name }.into()),
            lacks(goal.target.value.is_none()).then(|| checks::GoalWithoutTarget { title, name }.into()),
            lacks(last.is_none_or(|last| last < year_ago)).then(|| checks::GoalWithoutReading { title, name }.into()),
        ];
        let finding = |message| placed.finding(message, at!["goal", place]).about(goal.id.as_str());
        findings.extend(missing.into_iter().flatten().map(finding));
    }
}
