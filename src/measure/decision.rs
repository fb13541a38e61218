//! How long decisions and answers take, and what has become of a need.

use crate::model::{Day, DecisionIn, DecisionStatus, Links, Need, Register};

/// How many days it took to carry a decision out, from the meeting that took it; nothing of one that is not carried out.
#[must_use]
pub fn lead_time(one: &DecisionIn<'_>) -> Option<i64> {
    let is_done = one.decision.status == Some(DecisionStatus::Done);
    let done = one.decision.done_on.filter(|_| is_done)?;
    Some(done.days_since(one.meeting.on?))
}

/// How many days it took from the day on which a need was raised to the meeting that answered; nothing of one that has no
/// answer.
#[must_use]
pub fn answer_time(need: &Need, register: &Register) -> Option<i64> {
    let meeting = register.meetings.get(need.answered.as_ref()?.id())?;
    Some(meeting.on?.days_since(need.raised_on?))
}

/// How it stands with a need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NeedStanding {
    /// Not answered, although the body that was asked has met since.
    Overdue,
    /// Not answered, and the body has not met since.
    Waiting,
    /// Nobody has been asked.
    NotRaised,
    /// A meeting has answered.
    Answered,
}

impl NeedStanding {
    /// How it stands with a need on a day.
    #[must_use]
    pub fn of(need: &Need, links: &Links<'_>, today: Day) -> Self {
        let met_since = |body: &str| need.raised_on.is_some_and(|on| links.met_since(body, on, today).is_some());
        match &need.raised_to {
            _ if need.answered.is_some() => NeedStanding::Answered,
            None => NeedStanding::NotRaised,
            Some(body) if met_since(body.as_str()) => NeedStanding::Overdue,
            Some(_) => NeedStanding::Waiting,
        }
    }
}
