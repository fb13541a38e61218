//! Who owes a follow-up, who is late with one, and how it goes.

use crate::model::{Assessment, Day, Intervention, Named, Register, Settings, Status, Term};

/// The last term that everything should have been followed up for: the last whole one whose days of grace are over.
#[must_use]
pub fn due_term(settings: &Settings, today: Day) -> Term {
    let term = Term::of(today, settings.cycle()).previous();
    if term.last().plus_days(settings.grace_days()) >= today { term.previous() } else { term }
}

/// The first day of an intervention, as far as anybody can tell: the one that it says; or else, where it goes on or
/// has, the one on which its file first said so.
#[must_use]
pub fn first_day((id, own): Named<'_>, register: &Register) -> Option<Day> {
    let said = || register.ages.ongoing_since(id).filter(|_| own.status.is_some_and(Status::has_gone_on));
    own.actual_period().from.or_else(said)
}

/// Whether an intervention owes a follow-up for a term: it was ongoing some day of it, as far as its days say. One that is
/// ongoing and has no day of its beginning counts from the day on which its file first said so, and where no history tells
/// that, it has always been; when one that has no day of its end ended, nobody knows. One that is paused owes none.
#[must_use]
pub fn owes(named: Named<'_>, term: Term, register: &Register) -> bool {
    let (own, period) = (named.1, named.1.actual_period());
    let had_begun = first_day(named, register).is_none_or(|from| from <= term.last());
    let ended_since = period.until.is_some_and(|until| until >= term.first());
    match own.status {
        Some(Status::Ongoing) => had_begun,
        Some(Status::Completed) => had_begun && ended_since,
        // What was called off before it began was never ongoing.
        Some(Status::Cancelled) => own.started.is_some() && had_begun && ended_since,
        Some(Status::Proposed | Status::Planned | Status::Paused) | None => false,
    }
}

/// Whether something was told of a term: a follow-up of it, of a part of it, or of more than it. Of the term in which it
/// ended, one done on its last day or later tells too, whatever term it says.
#[must_use]
pub fn is_followed_up(intervention: &Intervention, term: Term, settings: &Settings) -> bool {
    let last =
        intervention.actual_period().until.filter(|until| !intervention.is_alive() && term.period().contains(*until));
    let is_told_last =
        || last.is_some_and(|last| intervention.follow_up.iter().any(|told| told.on.is_some_and(|on| on >= last)));
    !intervention.follow_ups_of(term, settings).is_empty()
        || intervention.terms_across(term).next().is_some()
        || is_told_last()
}

/// The term that a follow-up is missing for: the one that is [due](due_term), where it is owed and nothing tells of it.
#[must_use]
pub fn late(named: Named<'_>, register: &Register, today: Day) -> Option<Term> {
    let term = due_term(&register.settings, today);
    (owes(named, term, register) && !is_followed_up(named.1, term, &register.settings)).then_some(term)
}

/// How an intervention was judged by its latest follow-up.
#[must_use]
pub fn assessment(intervention: &Intervention) -> Option<Assessment> {
    intervention.last_follow_up().and_then(|follow_up| follow_up.assessment)
}

/// How an intervention was judged before its latest follow-up.
#[must_use]
pub fn assessment_before(intervention: &Intervention) -> Option<Assessment> {
    intervention.newest_follow_ups().into_iter().skip(1).find_map(|follow_up| follow_up.assessment)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{FollowUp, List};

    fn told(status: Status, started: &str, followed_up: &[&str]) -> Intervention {
        Intervention {
            status: Some(status),
            started: started.parse().ok(),
            follow_up: followed_up.iter().map(|on| FollowUp { on: on.parse().ok(), ..FollowUp::default() }).collect(),
            ..Intervention::default()
        }
    }

    fn late_on(intervention: &Intervention, today: &str) -> Option<String> {
        late(("insats", intervention), &Register::default(), today.parse().unwrap()).map(|term| term.to_string())
    }

    #[test]
    fn late_is_a_whole_term_that_nothing_tells_of_and_the_days_of_grace() {
        let silent = told(Status::Ongoing, "2026-02-01", &["2026-04-20"]);
        assert_eq!(late_on(&silent, "2026-09-14"), None, "the fourteenth day of grace");
        assert_eq!(late_on(&silent, "2026-09-15").as_deref(), Some("2026-t2"));
        assert_eq!(late_on(&told(Status::Ongoing, "2026-02-01", &["2026-09-14"]), "2026-11-23"), None);
        assert_eq!(late_on(&told(Status::Ongoing, "2026-09-01", &[]), "2026-11-23"), None, "it began after the term");
        let of = |period: &str| {
            let mut told = told(Status::Ongoing, "2026-02-01", &["2026-11-20"]);
            told.follow_up[0].period = period.parse().ok();
            late_on(&told, "2026-11-23")
        };
        for period in ["2026-05", "2026-08", "2026-q2", "2026-q3", "2026", "2026-t2"] {
            assert_eq!(of(period), None, "{period} tells of days of the term");
        }
        for period in ["2026-04", "2026-t1", "2026-q1", "2025", "2026-t3", "2026-10"] {
            assert_eq!(of(period).as_deref(), Some("2026-t2"), "{period}");
        }
    }

    #[test]
    fn what_has_no_day_counts_from_when_it_was_first_said() {
        let (silent, mut register) = (told(Status::Ongoing, "", &[]), Register::default());
        register.ages.insert_ongoing("insats", "2026-08-31".parse().unwrap());
        let late_on =
            |own: &Intervention, today: &str| late(("insats", own), &register, today.parse().unwrap()).is_some();
        assert!(late_on(&silent, "2026-09-15") && !late_on(&silent, "2026-09-14") && !late_on(&silent, "2025-11-23"));
        // The days that it says come first.
        assert!(late_on(&told(Status::Ongoing, "2024-01-01", &[]), "2025-11-23"));
        assert!(
            late(("annan", &silent), &register, "2025-11-23".parse().unwrap()).is_some(),
            "another's is not its own"
        );
        let mut over = told(Status::Completed, "", &[]);
        over.ended = "2026-10-01".parse().ok();
        assert!(late_on(&over, "2026-11-23") && !late_on(&over, "2026-09-14"), "what is over began then too");
    }

    #[test]
    fn what_has_no_day_is_never_left_out_in_silence() {
        for day in ["2020-01-20", "2026-11-23", "2031-06-01"] {
            assert!(late_on(&told(Status::Ongoing, "", &[]), day).is_some(), "{day}");
        }
        assert_eq!(late_on(&told(Status::Paused, "2026-02-01", &[]), "2026-11-23"), None);
        let mut over = told(Status::Completed, "2026-02-01", &[]);
        assert_eq!(late_on(&over, "2026-11-23"), None, "nobody knows when it ended");
        over.ended = "2026-05-02".parse().ok();
        assert_eq!(late_on(&over, "2026-11-23").as_deref(), Some("2026-t2"), "it went on in the term");
        over.follow_up = told(Status::Ongoing, "", &["2026-05-02"]).follow_up;
        over.follow_up[0].period = "2026-t1".parse().ok();
        assert_eq!(late_on(&over, "2026-11-23"), None, "it was told of on its last day");
        over.ended = "2026-05-03".parse().ok();
        assert!(late_on(&over, "2026-11-23").is_some());
        over.follow_up = List::default();
        over.ended = "2026-04-30".parse().ok();
        assert_eq!(late_on(&over, "2026-11-23"), None);
        let mut called_off = told(Status::Cancelled, "", &[]);
        called_off.ended = "2026-05-02".parse().ok();
        assert_eq!(late_on(&called_off, "2026-11-23"), None, "it never began");
    }
}
