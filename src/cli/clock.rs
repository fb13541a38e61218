//! What day it is, and when a day begins and ends where the program runs.

use crate::model::Day;
use chrono::{Days, Local, NaiveTime, TimeZone as _};

/// The day that it is.
pub fn now() -> Day {
    Day::from(Local::now().date_naive())
}

/// The last second of a day where the program runs, in seconds since 1970.
pub fn end_of(day: Day) -> Option<i64> {
    begin_of(day.date().checked_add_days(Days::new(1))?.into()).map(|next| next - 1)
}

/// The first second of a day where the program runs, in seconds since 1970. Where the clock is turned at
/// midnight, the day begins an hour later.
pub fn begin_of(day: Day) -> Option<i64> {
    let midnight = day.date().and_time(NaiveTime::MIN);
    let begin = |moment: chrono::NaiveDateTime| Local.from_local_datetime(&moment).earliest();
    let begin = begin(midnight).or_else(|| begin(midnight + chrono::TimeDelta::hours(1)))?;
    Some(begin.timestamp())
}
