//! Ensure that what is told as done has a day that has been: a year that was mistyped hides what is late (L4).

use crate::check::rule::{AnyRecordAt, Context, Rule, Run};
use crate::message::checks;
use crate::model::{Finding, Kind, MeetingStatus, Spot, Step, Value, each_value};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::AHEAD_OF_ITS_DAY, "L4", Run::Record(run));

/// The days of what has happened: of a follow-up or a reading, and of what was done about something.
const DAYS: [&str; 2] = ["on", "done_on"];

/// What has a day to come: the target of an indicator.
const AIM: &str = "target";

fn run(context: &Context<'_>, placed: &AnyRecordAt<'_>, findings: &mut Vec<Finding>) {
    let meeting = context.register.meetings.get(placed.id).filter(|_| placed.kind == Kind::Meeting);
    // Only what is planned may lie ahead.
    let is_held = meeting.is_none_or(|meeting| meeting.status == Some(MeetingStatus::Held));
    let is_aim =
        |path: &[Step]| path.iter().rev().nth(1).is_some_and(|step| matches!(step, Step::Key(name) if name == AIM));
    each_value(placed.fields, &mut |path: &[Step], value| {
        let (Value::Day(day), Some(Step::Key(name))) = (value, path.last()) else { return };
        let is_told = DAYS.contains(&&**name) && !is_aim(path) && (is_held || path.len() > 1);
        if is_told && day > context.today {
            findings.push(placed.finding(checks::ahead_of_its_day(day), Spot::Value(path.to_vec())));
        }
    });
}
