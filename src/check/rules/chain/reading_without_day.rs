//! Ensure that a reading says of when it is: of a day, or where it counts how many there were, of a stretch of days (L2).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{Counts, District, Finding};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::READING_WITHOUT_DAY, "L2", Run::District(run));

fn run(_: &Context<'_>, placed: &RecordAt<'_, District>, findings: &mut Vec<Finding>) {
    for (place, indicator) in placed.record.indicator.iter().enumerate() {
        for (reading_place, reading) in indicator.readings.iter().enumerate() {
            let (wanted, is_told) = match indicator.counts {
                Some(Counts::Sum) => ("sum", reading.stretch().is_some()),
                Some(Counts::Level) | None => ("level", reading.day().is_some()),
            };
            if !is_told {
                let message = checks::ReadingWithoutDay { wanted, indicator: &*indicator.name };
                let spot = at!["indicator", place, "readings", reading_place];
                findings.push(placed.finding(message, spot).about(indicator.id.as_str()));
            }
        }
    }
}
