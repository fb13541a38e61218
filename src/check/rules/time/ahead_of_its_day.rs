//! Ensure that what is told as done has a day that has been: a year that was mistyped hides what is late (L4).

use crate::check::rule::{AnyRecordAt, Context, Rule, Run};
use crate::message::checks;
use crate::model::{Finding, Kind, MeetingStatus, Spot, Status, Step, Target, Value, each_value};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::AHEAD_OF_ITS_DAY, "L4", Run::Record(run));

/// The days of what has happened: of a follow-up or a reading, and of what was done about something.
const DAYS: [&str; 2] = ["on", "done_on"];

/// The day on which an intervention came to an end.
const END: &str = "ended";

/// The meetings that something was done at.
const MEETINGS: [&str; 2] = ["followed_up", "answered"];

/// What has a day to come: the target of an indicator.
const AIM: &str = "target";

fn run(context: &Context<'_>, placed: &AnyRecordAt<'_>, findings: &mut Vec<Finding>) {
    let meeting = context.register.meetings.get(placed.id).filter(|_| placed.kind == Kind::Meeting);
    // Only what is planned may lie ahead.
    let is_held = meeting.is_none_or(|meeting| meeting.status == Some(MeetingStatus::Held));
    let is_aim =
        |path: &[Step]| path.iter().rev().nth(1).is_some_and(|step| matches!(step, Step::Key(name) if name == AIM));
    let intervention = context.register.interventions.get(placed.id).filter(|_| placed.kind == Kind::Intervention);
    let is_over = intervention.is_some_and(|own| matches!(own.status, Some(Status::Completed | Status::Cancelled)));
    let held_on = |reference: &str| {
        let pointer = Target::Decision.parse(reference)?;
        let meeting = context.register.meetings.get(pointer.id)?;
        meeting.on.filter(|_| meeting.status == Some(MeetingStatus::Planned))
    };
    each_value(placed.fields, &mut |path: &[Step], value| {
        let name = path.iter().rev().find_map(|step| if let Step::Key(name) = step { Some(&**name) } else { None });
        let Some(name) = name else { return };
        let day = match value {
            Value::Day(day) if DAYS.contains(&name) => {
                Some(day).filter(|_| !is_aim(path) && (is_held || path.len() > 1))
            }
            Value::Day(day) if name == END => Some(day).filter(|_| is_over && path.len() == 1),
            Value::Reference(_, reference) if MEETINGS.contains(&name) => held_on(reference),
            _ => None,
        };
        if let Some(day) = day.filter(|day| *day > context.today) {
            findings.push(placed.finding(checks::ahead_of_its_day(day), Spot::Value(path.to_vec())));
        }
    });
}
