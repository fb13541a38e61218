//! What proves that a duty to an area is done: its situation pictures and its action plan, as they were known and decided
//! by a day (the Act, sections 4 to 6; D23, D30).

use crate::message::{Key, reports};
use crate::model::{
    ActionPlan, Adoptable, AnyRef, BodyType, Day, DecisionRef, EVERY_SECOND_YEAR, ItemKind, Kind, Meeting,
    MeetingStatus, Register, Situation, Standing, Target, Version,
};
use crate::query::Scope;

/// How many days before its day a duty is told to be due.
const DAYS_AHEAD: i64 = 90;

/// How it stands with a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DutyStanding {
    Met,
    /// Never done, and not due yet.
    NotYet,
    Due,
    Overdue,
}

/// What a duty to an area is asked by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    /// The Act: a board or the municipal council decides for the municipality.
    Act,
    /// The decision: the steering group does for a district, and so may those above it (D23).
    Decision,
}

/// An area that duties are to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area<'r> {
    pub id: &'r str,
    pub rule: Rule,
}

/// How it stands with a duty, and what shows it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Proven<'r> {
    pub standing: DutyStanding,
    /// When it was last done.
    pub done: Option<Day>,
    /// When it has to be done next.
    pub next: Option<Day>,
    /// The record that shows it.
    pub proof: Option<(Kind, &'r str)>,
    /// The meeting that decided, and the id of its decision or item.
    pub decision: Option<(&'r str, &'r str)>,
    /// Why it is not met, where it is not.
    pub missing: Option<Key>,
}

impl<'r> Proven<'r> {
    /// A duty that nothing shows to be done.
    pub fn lacking(missing: Key) -> Self {
        let standing = DutyStanding::Overdue;
        Self { standing, done: None, next: None, proof: None, decision: None, missing: Some(missing) }
    }

    /// A duty that a record does not show to be done, although it is the one to look at.
    pub fn lacking_in(kind: Kind, id: &'r str, missing: Key) -> Self {
        Self { proof: Some((kind, id)), ..Self::lacking(missing) }
    }

    /// A duty that a record shows to be done, on a day.
    pub fn by(kind: Kind, id: &'r str, done: Option<Day>) -> Self {
        let standing = DutyStanding::Met;
        Self { standing, done, next: None, proof: Some((kind, id)), decision: None, missing: None }
    }

    /// The same, to be done again by a day.
    pub fn again(self, next: Option<Day>, today: Day) -> Self {
        let standing = match next.map(|next| next.days_since(today)) {
            Some(left) if left < 0 => DutyStanding::Overdue,
            Some(left) if left <= DAYS_AHEAD => DutyStanding::Due,
            _ => self.standing,
        };
        Self { next, standing, ..self }
    }

    /// The same, not met for a reason where there is one.
    pub fn unless(self, missing: Option<Key>) -> Self {
        match missing {
            Some(missing) => Self { standing: DutyStanding::Overdue, missing: Some(missing), ..self },
            None => self,
        }
    }

    /// The same, with the decision that did it.
    pub fn decided(self, decision: Option<(&'r str, &'r str)>) -> Self {
        Self { decision, ..self }
    }

    /// Takes back what rests on something that is not there yet on a day.
    pub fn not_yet_known(&mut self, today: Day) {
        if self.standing == DutyStanding::Met && self.done.is_some_and(|done| done > today) {
            *self = self.unless(Some(reports::LAW_YOUNGER));
        }
    }
}

/// A situation picture, and the day from which it is known.
type KnownPicture<'r> = (&'r str, &'r Situation, Day);

/// The day from which a situation picture is known: when a meeting adopted it, or its last day; nothing where that is
/// later than a day.
fn known_on(situation: &Situation, register: &Register, today: Day) -> Option<Day> {
    let adopted = situation.adoptable().adoption(register).and_then(|(_, meeting)| meeting.on);
    let last = situation.period.until.or(situation.period.from);
    adopted.or(last).filter(|day| *day <= today)
}

/// The situation picture of an area that was known last, of those known by a day.
fn latest<'r>(scope: &Scope<'r>, area: Area<'_>, by: Day) -> Option<KnownPicture<'r>> {
    let own = scope
        .register
        .situations
        .iter()
        .filter(|(_, situation)| situation.district.as_ref().is_some_and(|district| district.as_str() == area.id));
    let known = own.filter_map(|(id, situation)| Some((id, situation, known_on(situation, scope.register, by)?)));
    known.max_by_key(|(id, situation, day)| (situation.period.until, *day, *id))
}

/// Why there is no situation picture of an area: not any, or one of a part of the municipality alone.
fn none_of(scope: &Scope<'_>, area: Area<'_>) -> Key {
    match area.rule {
        Rule::Act if !scope.register.situations.is_empty() => reports::LAW_ONLY_DISTRICTS,
        Rule::Act | Rule::Decision => reports::LAW_NO_SITUATION,
    }
}

fn thin(situation: &Situation) -> Option<Key> {
    match (situation.survey.is_empty(), situation.analysis.is_empty()) {
        (false, false) => None,
        (true, _) => Some(reports::LAW_NO_SURVEY),
        (false, true) => Some(reports::LAW_NO_ANALYSIS),
    }
}

/// Why what is adopted is not what was: somebody has changed it since.
fn changed(adoptable: &Adoptable<'_>) -> Option<Key> {
    adoptable.is_changed().then_some(reports::LAW_CHANGED)
}

/// Section 4: the situation picture holds a survey and an analysis.
pub(super) fn survey<'r>(scope: &Scope<'r>, area: Area<'r>) -> Proven<'r> {
    let Some((id, situation, known)) = latest(scope, area, scope.today) else {
        return Proven::lacking(none_of(scope, area));
    };
    let decision = situation.adopted.as_ref().and_then(|adopted| decision_of(adopted, scope.register));
    let missing = thin(situation).or_else(|| changed(&situation.adoptable()));
    Proven::by(Kind::Situation, id, Some(known)).decided(decision).unless(missing)
}

/// Section 6: the situation picture is updated at least every second year.
pub(super) fn updated<'r>(scope: &Scope<'r>, area: Area<'r>) -> Proven<'r> {
    let Some((id, situation, known)) = latest(scope, area, scope.today) else {
        return Proven::lacking(none_of(scope, area));
    };
    // A period without an end is of the day on which it began.
    let Some(until) = situation.period.until.or(situation.period.from) else {
        return Proven::lacking_in(Kind::Situation, id, reports::LAW_NO_PERIOD);
    };
    let done = until.min(known);
    let next = done.plus_months(EVERY_SECOND_YEAR);
    let proven = Proven::by(Kind::Situation, id, Some(done)).again(Some(next), scope.today);
    // One with nothing in it is no update.
    let missing = thin(situation).or_else(|| (next < scope.today).then_some(reports::LAW_TOO_OLD));
    proven.unless(missing)
}

/// The version of an area's plan to go by.
fn plan_of<'r>(scope: &Scope<'r>, area: Area<'r>) -> Option<Version<'r, ActionPlan>> {
    scope.register.action_plans_of(area.id, scope.today).current()
}

/// Section 5: an action plan is decided on the basis of the situation picture.
pub(super) fn plan<'r>(scope: &Scope<'r>, area: Area<'r>) -> Proven<'r> {
    let Some(current) = plan_of(scope, area) else {
        let only_districts = area.rule == Rule::Act && !scope.register.action_plans.is_empty();
        return Proven::lacking(if only_districts { reports::LAW_PLAN_ONLY_DISTRICTS } else { reports::LAW_NO_PLAN });
    };
    let plan = current.record;
    let Some(on) = current.adopted else {
        let missing = why_not_adopted(plan, scope.register, scope.today);
        return Proven::lacking_in(Kind::ActionPlan, current.id, missing);
    };
    let until = plan.period.until;
    // The next one may be decided already.
    let next = until.map(|until| covered_until(scope, area, until));
    let decision = plan.adopted.as_ref().and_then(|adopted| decision_on(adopted, current.id, scope.register));
    let proven = Proven::by(Kind::ActionPlan, current.id, Some(on)).again(next, scope.today).decided(decision);
    let over = until.is_some_and(|until| until < scope.today).then_some(reports::LAW_PLAN_OVER);
    let missing = incompetent(plan, scope.register, area.rule)
        .or_else(|| decision.is_none().then_some(reports::LAW_NO_DECISION))
        .or_else(|| changed(&plan.adoptable()))
        .or_else(|| rests_badly(scope, area, plan, on));
    proven.unless(missing.or(over))
}

/// The last day of a plan that is in force until a day, or of those adopted that go on from it.
fn covered_until(scope: &Scope<'_>, area: Area<'_>, until: Day) -> Day {
    let versions = scope.register.action_plans_of(area.id, scope.today);
    let mut until = until;
    // Each goes on for as long as it adds days.
    while let Some(later) = versions
        .iter()
        .filter(|version| version.standing == Standing::Coming)
        .filter(|version| version.record.period.from.is_some_and(|from| from <= until.plus_days(1)))
        .filter_map(|version| version.record.period.until)
        .find(|later| *later > until)
    {
        until = later;
    }
    until
}

/// Why a plan is not adopted, as far as its file says that it is.
fn why_not_adopted(plan: &ActionPlan, register: &Register, today: Day) -> Key {
    let meeting = plan.adopted.as_ref().and_then(|adopted| register.meetings.get(adopted.id()));
    match meeting {
        Some(meeting) if meeting.status == Some(MeetingStatus::Cancelled) => reports::LAW_MEETING_CANCELLED,
        Some(meeting) if meeting.on.is_some_and(|on| on > today) => reports::LAW_YOUNGER,
        Some(meeting) if meeting.status == Some(MeetingStatus::Held) => reports::LAW_NOT_COMPETENT,
        Some(_) | None => reports::LAW_PLAN_NOT_ADOPTED,
    }
}

/// Why who adopted a plan can't decide it for its area.
fn incompetent(plan: &ActionPlan, register: &Register, rule: Rule) -> Option<Key> {
    let (_, meeting) = plan.adoptable().adoption(register)?;
    let body = meeting.body.as_ref().and_then(|body| register.bodies.get(body.as_str()))?;
    let can = match rule {
        Rule::Act => matches!(body.r#type, Some(BodyType::Board | BodyType::Council)),
        Rule::Decision => body.r#type.is_some_and(BodyType::adopts),
    };
    (!can).then_some(reports::LAW_NOT_COMPETENT)
}

/// Why a plan was not decided on the basis of a situation picture of its area. Of a district it is enough that one was
/// known, where the plan does not say on which it rests.
fn rests_badly(scope: &Scope<'_>, area: Area<'_>, plan: &ActionPlan, adopted: Day) -> Option<Key> {
    let register = scope.register;
    if plan.rests_on.is_empty() {
        let was_known = latest(scope, area, adopted).is_some();
        let is_enough = area.rule == Rule::Decision && was_known;
        return (!is_enough).then_some(reports::LAW_RESTS_ON_NOTHING);
    }
    let pictures = plan.rests_on.iter().filter_map(|id| register.situations.get(id.as_str()));
    let mut why = Some(reports::LAW_RESTS_ON_NOTHING);
    for picture in pictures {
        let is_of_area = picture.district.as_ref().is_some_and(|district| district.as_str() == area.id);
        let was_known = known_on(picture, register, adopted).is_some();
        why = match (is_of_area, was_known) {
            (true, true) => match thin(picture) {
                None => return None,
                Some(thin) => Some(thin),
            },
            (true, false) => Some(reports::LAW_RESTS_ON_YOUNGER),
            (false, _) => Some(reports::LAW_RESTS_ON_NARROWER),
        };
    }
    why
}

/// Section 6: the action plan is followed up at least every second year.
pub(super) fn followed_up<'r>(scope: &Scope<'r>, area: Area<'r>) -> Proven<'r> {
    let Some(current) = plan_of(scope, area) else { return Proven::lacking(reports::LAW_NO_PLAN) };
    let plan = current.record;
    if current.adopted.is_none() {
        let missing = why_not_adopted(plan, scope.register, scope.today);
        return Proven::lacking_in(Kind::ActionPlan, current.id, missing);
    }
    let Some(from) = plan.period.from.or(current.adopted) else {
        return Proven::lacking_in(Kind::ActionPlan, current.id, reports::LAW_NO_PERIOD);
    };
    let adopted_at = plan.adopted.as_ref().map(|adopted| adopted.id());
    let held = |decision: &'r DecisionRef| {
        // That it was adopted is no follow-up of it.
        if Some(decision.id()) == adopted_at {
            return None;
        }
        let meeting: &'r Meeting = scope.register.meetings.get(decision.id())?;
        let on = meeting.on.filter(|on| *on >= from && *on <= scope.today)?;
        (meeting.status == Some(MeetingStatus::Held)).then_some((decision, on))
    };
    let last = plan.followed_up.iter().filter_map(held).max_by_key(|(_, on)| *on);
    let next = last.map_or(from, |(_, on)| on).plus_months(EVERY_SECOND_YEAR);
    let missing = (next < scope.today).then_some(reports::LAW_NOT_FOLLOWED_UP);
    match last {
        Some((decision, on)) => {
            let proven = Proven::by(Kind::Meeting, decision.id(), Some(on)).again(Some(next), scope.today);
            proven.decided(decision_of(decision, scope.register)).unless(missing)
        }
        None => {
            let proven = Proven::by(Kind::ActionPlan, current.id, None).again(Some(next), scope.today);
            let standing = match proven.standing {
                DutyStanding::Met => DutyStanding::NotYet,
                standing => standing,
            };
            Proven { standing, ..proven }.unless(missing)
        }
    }
}

/// The meeting and the decision that a reference names, where it names a decision.
fn decision_of<'r>(decision: &'r DecisionRef, register: &'r Register) -> Option<(&'r str, &'r str)> {
    let (meeting, _) = register.meetings.get_entry(decision.id())?;
    Some((meeting, decision.element()?))
}

/// The same; or else the decision, or the item for decision, of the meeting that is about the plan.
fn decision_on<'r>(decision: &'r DecisionRef, plan: &str, register: &'r Register) -> Option<(&'r str, &'r str)> {
    let (id, meeting) = register.meetings.get_entry(decision.id())?;
    let is_it = |concerns: &[AnyRef]| {
        let pointers = concerns.iter().filter_map(|about| Target::Anything.parse(about.as_str()));
        pointers.into_iter().any(|pointer| pointer.kind == Some(Kind::ActionPlan) && pointer.id == plan)
    };
    decision_of(decision, register).or_else(|| {
        let decided = meeting.decision.iter().find(|own| is_it(&own.concerns)).map(|own| own.id.as_str());
        let items = meeting.item.iter().filter(|item| item.kind == Some(ItemKind::Decision));
        let decided = decided.or_else(|| items.into_iter().find(|own| is_it(&own.concerns)).map(|own| own.id.as_str()));
        Some((id, decided?))
    })
}
