//! What of a register was known on a day.
//!
//! A question that is asked on a day is answered by what had happened then. What is told as having happened and is dated
//! later does not count: a follow-up of next year is not how it goes today, and a question about last spring is answered
//! as it would have been then, as far as the files' days say. What is planned, promised or to be paid later is known
//! before it happens, and stays.

use super::choice::{DecisionStatus, MeetingStatus, Status};
use super::day::Day;
use super::field::List;
use super::finding::{KeyPath, Step};
use super::kinds::Kind;
use super::records::Record;
use super::reference::{DecisionRef, RecordId};
use super::register::Register;
use super::{
    ActionPlan, Agreement, Answer, Body, CommitmentFollowUp, Decision, District, FollowUp, Intervention, Meeting, Need,
    PoliceClassing, Reading, Round, Situation, TargetPicture,
};
use crate::with_kind;
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Deref;

/// A register as it was known on a day, without what is dated later and told as having happened.
#[derive(Debug)]
pub struct Known<'r> {
    register: Cow<'r, Register>,
    day: Day,
    later: Vec<Later>,
}

/// Something that is told as having happened and is dated after a day, so that it does not count on that day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Later {
    /// The record that tells it.
    pub record: RecordId,
    /// Where it tells it.
    pub path: KeyPath,
    /// The day that it is dated; nothing where it is of a meeting that was cancelled, and never happens.
    pub day: Option<Day>,
}

impl<'r> Known<'r> {
    /// What of a register was known on a day. It is copied where something does not count.
    #[must_use]
    pub fn of(register: &'r Register, day: Day) -> Self {
        let later = later_than(register, day);
        let unsaid = register.ages.said_after(day).any(|id| register.interventions.get(id).is_some());
        let register = if later.is_empty() && !unsaid {
            Cow::Borrowed(register)
        } else {
            Cow::Owned(without(register.clone(), day))
        };
        Self { register, day, later }
    }

    /// The register, as it was known.
    #[must_use]
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// The day.
    #[must_use]
    pub fn day(&self) -> Day {
        self.day
    }

    /// What does not count, in the order of the records.
    #[must_use]
    pub fn later(&self) -> &[Later] {
        &self.later
    }
}

impl Deref for Known<'_> {
    type Target = Register;
    fn deref(&self) -> &Register {
        &self.register
    }
}

/// What of a register is told as having happened and is dated after a day.
#[must_use]
pub fn later_than(register: &Register, day: Day) -> Vec<Later> {
    fn of_kind<R: Dated + Record>(register: &Register, by: &By, found: &mut Vec<Later>) {
        for (id, record) in R::records(register).iter() {
            record.later(by, &mut |path, day| {
                found.push(Later { record: RecordId::new(R::KIND, id), path, day });
            });
        }
    }
    let by = By::new(register, day);
    let mut found = Vec::new();
    for kind in Kind::ALL {
        with_kind!(kind, R => of_kind::<R>(register, &by, &mut found));
    }
    found
}

fn without(mut register: Register, day: Day) -> Register {
    fn of_kind<R: Dated + Record + Clone>(register: &mut Register, by: &By) {
        let has_later = |record: &R| {
            let mut is_found = false;
            record.later(by, &mut |_, _| is_found = true);
            is_found
        };
        R::records_mut(register).change(has_later, |record| record.forget(by));
    }
    let by = By::new(&register, day);
    for kind in Kind::ALL {
        with_kind!(kind, R => of_kind::<R>(&mut register, &by));
    }
    // Of what does not say itself since when it goes on, nobody had said it yet.
    let unsaid: Vec<String> = register.ages.said_after(day).map(str::to_owned).collect();
    for id in unsaid {
        let is_said =
            |own: &Intervention| own.status.is_some_and(Status::has_gone_on) && own.actual_period().from.is_none();
        register.interventions.change_one(&id, |own| {
            if is_said(own) {
                own.status = Some(Status::Planned);
            }
        });
    }
    register
}

/// By when something must have happened to count.
struct By {
    day: Day,
    /// The meetings that had not been held: those that were to be held later, with their day, and those that were
    /// cancelled.
    not_held: HashMap<String, Option<Day>>,
}

impl By {
    fn new(register: &Register, day: Day) -> Self {
        let of = |(id, meeting): (&str, &Meeting)| {
            let is_cancelled = meeting.status == Some(MeetingStatus::Cancelled);
            let later = meeting.on.filter(|on| *on > day);
            (is_cancelled || later.is_some()).then(|| (id.to_owned(), later.filter(|_| !is_cancelled)))
        };
        Self { day, not_held: register.meetings.iter().filter_map(of).collect() }
    }

    /// The day, if it is later.
    fn after(&self, day: Option<Day>) -> Option<Day> {
        day.filter(|day| *day > self.day)
    }

    fn is_later_year(&self, year: Option<i64>) -> bool {
        year.is_some_and(|year| year > i64::from(self.day.year()))
    }

    /// The day of a meeting that had not been held, where one is named; none where it was cancelled.
    fn not_held(&self, meeting: Option<&DecisionRef>) -> Option<Option<Day>> {
        self.not_held.get(meeting?.id()).copied()
    }
}

/// Takes a place in a record that does not count, with its day.
type Found<'f> = &'f mut dyn FnMut(KeyPath, Option<Day>);

/// A record that tells what has happened.
trait Dated {
    /// Finds what does not count.
    fn later(&self, by: &By, found: Found<'_>);
    /// Takes it away.
    fn forget(&mut self, by: &By);
}

/// Leaves those of a list that count.
fn keep<T>(list: &mut List<T>, counts: impl Fn(&T) -> bool) {
    if !list.iter().all(&counts) {
        *list = std::mem::take(list).into_vec().into_iter().filter(counts).collect();
    }
}

macro_rules! path {
    ($($step:expr),*) => { vec![$(Step::from($step)),*] };
}

impl FollowUp {
    fn is_later(&self, by: &By) -> Option<(&'static str, Day)> {
        let done = by.after(self.on).map(|day| ("on", day));
        done.or_else(|| by.after(self.period.map(|told| told.first())).map(|day| ("period", day)))
    }
}

impl CommitmentFollowUp {
    fn is_later(&self, by: &By) -> Option<Day> {
        by.after(self.period.map(|told| told.first()))
    }
}

impl Reading {
    fn is_later(&self, by: &By) -> Option<(&'static str, Day)> {
        by.after(self.day()).map(|day| (if self.on.is_some() { "on" } else { "until" }, day))
    }
}

impl Need {
    /// When it was raised, if that was later.
    fn raised_later(&self, by: &By) -> Option<Day> {
        by.after(self.raised_on)
    }
}

impl Intervention {
    /// The day on which it began, if that was later.
    fn begins_later(&self, by: &By) -> Option<Day> {
        by.after(self.started).filter(|_| self.status.is_some_and(Status::has_gone_on))
    }

    /// The day on which it ended, if that was later.
    fn ends_later(&self, by: &By) -> Option<Day> {
        let is_over = matches!(self.status, Some(Status::Completed | Status::Cancelled));
        by.after(self.ended).filter(|_| is_over)
    }
}

impl Dated for Intervention {
    fn later(&self, by: &By, found: Found<'_>) {
        if let Some(day) = self.begins_later(by) {
            found(path!["started"], Some(day));
        }
        if let Some(day) = self.ends_later(by) {
            found(path!["ended"], Some(day));
        }
        for (place, row) in self.actual.iter().enumerate().filter(|(_, row)| by.is_later_year(row.year)) {
            let first = row.year.and_then(|year| Day::new(i32::try_from(year).ok()?, 1, 1));
            found(path!["actual", place, "year"], first);
        }
        for (place, need) in self.needs.iter().enumerate() {
            if let Some(day) = need.raised_later(by) {
                found(path!["needs", place, "raised_on"], Some(day));
            }
            if let Some(day) = by.not_held(need.answered.as_ref()) {
                found(path!["needs", place, "answered"], day);
            }
        }
        for (place, follow_up) in self.follow_up.iter().enumerate() {
            if let Some((field, day)) = follow_up.is_later(by) {
                found(path!["follow_up", place, field], Some(day));
            }
        }
    }

    fn forget(&mut self, by: &By) {
        let (begins, ends) = (self.begins_later(by), self.ends_later(by));
        // That it was to end then may have been known.
        if ends.is_some() || begins.is_some() {
            self.period.until = self.period.until.or(self.ended);
            self.ended = None;
        }
        if begins.is_some() {
            self.period.from = self.period.from.or(self.started);
            self.started = None;
            self.status = Some(Status::Planned);
        } else if ends.is_some() {
            let had_begun = match self.status {
                Some(Status::Completed) => self.actual_period().from.is_none_or(|from| from <= by.day),
                // What was called off before it began was never ongoing.
                _ => self.started.is_some_and(|started| started <= by.day),
            };
            self.status = Some(if had_begun { Status::Ongoing } else { Status::Planned });
        }
        keep(&mut self.actual, |row| !by.is_later_year(row.year));
        keep(&mut self.needs, |need| need.raised_later(by).is_none());
        for need in &mut self.needs {
            if by.not_held(need.answered.as_ref()).is_some() {
                need.answered = None;
            }
        }
        keep(&mut self.follow_up, |follow_up| follow_up.is_later(by).is_none());
    }
}

impl Decision {
    fn done_later(&self, by: &By) -> Option<Day> {
        by.after(self.done_on)
    }
}

impl Meeting {
    /// Whether it had not been held, or never was.
    fn is_not_held(&self, by: &By) -> bool {
        self.status == Some(MeetingStatus::Cancelled) || by.after(self.on).is_some()
    }
}

impl Dated for Meeting {
    fn later(&self, by: &By, found: Found<'_>) {
        let later = by.after(self.on);
        let is_held = self.status == Some(MeetingStatus::Held);
        if later.is_some() && is_held {
            found(path!["on"], later);
        } else if self.is_not_held(by) {
            let day = later.filter(|_| self.status != Some(MeetingStatus::Cancelled));
            return (0..self.decision.len()).for_each(|place| found(path!["decision", place], day));
        }
        for (place, decision) in self.decision.iter().enumerate() {
            if let Some(day) = decision.done_later(by) {
                found(path!["decision", place, "done_on"], Some(day));
            }
        }
    }

    fn forget(&mut self, by: &By) {
        if self.is_not_held(by) {
            self.decision = List::default();
            if self.status == Some(MeetingStatus::Held) {
                self.status = Some(MeetingStatus::Planned);
            }
        }
        for decision in &mut self.decision {
            if decision.done_later(by).is_some() {
                (decision.done_on, decision.status) = (None, Some(DecisionStatus::Open));
            }
        }
    }
}

impl PoliceClassing {
    fn is_later(&self, by: &By) -> bool {
        by.is_later_year(self.year)
    }
}

impl Dated for District {
    fn later(&self, by: &By, found: Found<'_>) {
        for (place, _) in self.police_class.iter().enumerate().filter(|(_, class)| class.is_later(by)) {
            found(path!["police_class", place, "year"], None);
        }
        for (place, indicator) in self.indicator.iter().enumerate() {
            for (inner, reading) in indicator.readings.iter().enumerate() {
                if let Some((field, day)) = reading.is_later(by) {
                    found(path!["indicator", place, "readings", inner, field], Some(day));
                }
            }
        }
    }

    fn forget(&mut self, by: &By) {
        keep(&mut self.police_class, |class| !class.is_later(by));
        for indicator in &mut self.indicator {
            keep(&mut indicator.readings, |reading| reading.is_later(by).is_none());
        }
    }
}

impl Dated for TargetPicture {
    fn later(&self, by: &By, found: Found<'_>) {
        for (place, goal) in self.goal.iter().enumerate() {
            if let Some((field, day)) = goal.baseline.is_later(by) {
                found(path!["goal", place, "baseline", field], Some(day));
            }
        }
    }

    fn forget(&mut self, by: &By) {
        self.goal.iter_mut().filter(|goal| goal.baseline.is_later(by).is_some()).for_each(|goal| {
            goal.baseline = Reading::default();
        });
    }
}

/// The meetings that followed something up which had not been held.
fn followed_up_later(followed_up: &[DecisionRef], by: &By, found: Found<'_>) {
    for (place, meeting) in followed_up.iter().enumerate() {
        if let Some(day) = by.not_held(Some(meeting)) {
            found(path!["followed_up", place], day);
        }
    }
}

impl Dated for ActionPlan {
    fn later(&self, by: &By, found: Found<'_>) {
        followed_up_later(&self.followed_up, by, found);
    }

    fn forget(&mut self, by: &By) {
        keep(&mut self.followed_up, |meeting| by.not_held(Some(meeting)).is_none());
    }
}

impl Dated for Agreement {
    fn later(&self, by: &By, found: Found<'_>) {
        followed_up_later(&self.followed_up, by, found);
        for (place, commitment) in self.commitment.iter().enumerate() {
            for (inner, follow_up) in commitment.follow_up.iter().enumerate() {
                if let Some(day) = follow_up.is_later(by) {
                    found(path!["commitment", place, "follow_up", inner, "period"], Some(day));
                }
            }
        }
    }

    fn forget(&mut self, by: &By) {
        keep(&mut self.followed_up, |meeting| by.not_held(Some(meeting)).is_none());
        for commitment in &mut self.commitment {
            keep(&mut commitment.follow_up, |follow_up| follow_up.is_later(by).is_none());
        }
    }
}

impl Dated for Situation {
    fn later(&self, by: &By, found: Found<'_>) {
        for (place, observation) in self.observation.iter().enumerate() {
            if let Some(day) = by.after(observation.on) {
                found(path!["observation", place, "on"], Some(day));
            } else if let Some(day) = by.after(observation.action.done_on) {
                found(path!["observation", place, "action", "done_on"], Some(day));
            }
        }
    }

    fn forget(&mut self, by: &By) {
        keep(&mut self.observation, |observation| by.after(observation.on).is_none());
        self.observation
            .iter_mut()
            .filter(|observation| by.after(observation.action.done_on).is_some())
            .for_each(|observation| observation.action.done_on = None);
    }
}

impl Dated for Round {
    fn later(&self, by: &By, found: Found<'_>) {
        if let Some(day) = by.after(self.began) {
            found(path!["began"], Some(day));
        }
        for (place, answer) in self.answer.iter().enumerate() {
            if let Some(day) = by.after(answer.asked_on) {
                found(path!["answer", place, "asked_on"], Some(day));
            } else if let Some(day) = by.after(answer.answered_on) {
                found(path!["answer", place, "answered_on"], Some(day));
            }
        }
    }

    fn forget(&mut self, by: &By) {
        // Whoever does not say when they were asked was asked as it began.
        let began = self.began;
        keep(&mut self.answer, |answer| by.after(answer.asked_on.or(began)).is_none());
        self.answer.iter_mut().filter(|answer| by.after(answer.answered_on).is_some()).for_each(Answer::take_back);
        if by.after(began).is_some() {
            self.began = None;
        }
    }
}

impl Dated for Body {
    fn later(&self, _: &By, _: Found<'_>) {}

    fn forget(&mut self, _: &By) {}
}
