//! What of a register goes on when a body or a district ends, and so goes over to those that come after it. What is
//! past stays with it, as it was told.

use super::new_id::with_other_end;
use crate::model::{
    Agreement, Body, BodyId, Day, District, DistrictId, Intervention, KeyPath, Kind, Meeting, MeetingStatus, Recipient,
    RecordId, Ref, Referable, Register, Settings, Share, Situation, Step,
};
use std::collections::BTreeSet;

/// A body or district that ends, and those that come after it.
#[derive(Debug, Clone)]
pub struct Succession {
    /// The one that ends.
    pub old: RecordId,
    /// Those that come after, of the same kind. What only one can have goes to the first.
    pub new: Vec<RecordId>,
    /// The first day of those that come after.
    pub on: Day,
    /// The day that it is.
    pub today: Day,
}

/// Why nothing can be handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SuccessionFault {
    /// Neither bodies nor districts, or one of each.
    OtherKind(RecordId),
    /// It would come after itself.
    Itself,
    /// It has ended already.
    Ended(Day),
    /// It is not there on the day: it ends before, or begins after.
    NotThere(RecordId),
    /// A meeting to come would get an id that another one has.
    MeetingTaken(String),
}

/// The fields of a record that name the one that ends.
#[derive(Debug, PartialEq, Eq)]
pub struct Named {
    /// The record, as `kind/id`, by the id that it gets; or the file of the settings.
    pub record: String,
    /// The names of the fields, without places in lists.
    pub fields: Vec<String>,
    /// Those that they name now, where they do.
    pub to: Vec<String>,
}

/// A place that names the one that ends, and shall name what comes after.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Place {
    /// A field that names one.
    One(KeyPath),
    /// A list, as it is now, and the one that has no place in it afterwards.
    List(KeyPath, Vec<String>, Option<String>),
    /// A field of a body that names the one above it: this one, or none.
    Above(KeyPath, Option<String>),
    /// A recipient in a list, which is there already by the name of the one that comes after.
    Twice(KeyPath),
}

impl Place {
    /// Whether a path leads to it, or to an element of it.
    pub fn covers(&self, path: &[Step]) -> bool {
        match self {
            Place::One(own) | Place::Above(own, _) => own.as_slice() == path,
            Place::List(own, ..) | Place::Twice(own) => path.len() == own.len() + 1 && path.starts_with(own),
        }
    }
}

/// What of a record goes over, and when.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// What goes over as soon as it is written down: all of it where the day has come, and else what says of itself from
    /// when it is so.
    pub now: Vec<Place>,
    /// What can't say that, and stays until the day.
    pub then: Vec<Place>,
}

macro_rules! path {
    ($($step:expr),+) => { vec![$(Step::from($step)),+] };
}

impl Succession {
    /// Why this can't be, if so.
    #[must_use]
    pub fn fault(&self, register: &Register) -> Option<SuccessionFault> {
        let all = std::iter::once(&self.old).chain(&self.new);
        let is_other =
            |record: &&RecordId| !matches!(record.kind, Kind::Body | Kind::District) || record.kind != self.old.kind;
        if let Some(other) = all.clone().find(is_other) {
            return Some(SuccessionFault::OtherKind(other.clone()));
        }
        if self.new.contains(&self.old) {
            return Some(SuccessionFault::Itself);
        }
        let id = &*self.old.id;
        let (lifetime, is_succeeded) = match self.old.kind {
            Kind::Body => register.bodies.get(id).map(|body| (body.lifetime(), !body.succeeded_by.is_empty())),
            _ => register.districts.get(id).map(|own| (own.lifetime(), !own.succeeded_by.is_empty())),
        }?;
        // An end that was written down before is not yet a hand-over, and what has begun can be finished.
        let is_over = |until: &Day| (is_succeeded || *until < self.last()) && !self.is_begun(register);
        if let Some(until) = lifetime.until.filter(is_over) {
            return Some(SuccessionFault::Ended(until));
        }
        let is_there = |record: &&RecordId| match record.kind {
            Kind::Body => register.bodies.get(&record.id).is_some_and(|body| body.lifetime().contains(self.on)),
            _ => register.districts.get(&record.id).is_some_and(|own| own.lifetime().contains(self.on)),
        };
        if let Some(absent) = self.new.iter().find(|record| !is_there(record)) {
            return Some(SuccessionFault::NotThere(absent.clone()));
        }
        let renamed = self.meetings(register);
        let taken = renamed.into_iter().find(|(_, new)| register.is_known(Kind::Meeting, new));
        taken.map(|(_, new)| SuccessionFault::MeetingTaken(new))
    }

    /// The hand-over that is written down with one that ends: to whom, and from when.
    #[must_use]
    pub fn begun(old: &RecordId, today: Day, register: &Register) -> Option<Self> {
        let id = &*old.id;
        let (until, new): (Option<Day>, Vec<RecordId>) = match old.kind {
            Kind::Body => {
                let own = register.bodies.get(id)?;
                (own.until, own.succeeded_by.iter().map(|new| RecordId::new(old.kind, new.as_str())).collect())
            }
            Kind::District => {
                let own = register.districts.get(id)?;
                (own.until, own.succeeded_by.iter().map(|new| RecordId::new(old.kind, new.as_str())).collect())
            }
            _ => return None,
        };
        let on = until.filter(|_| !new.is_empty())?.plus_days(1);
        Some(Self { old: old.clone(), new, on, today })
    }

    /// Whether it is written down already, with all that could go over then.
    #[must_use]
    pub fn is_begun(&self, register: &Register) -> bool {
        Self::begun(&self.old, self.today, register).is_some_and(|begun| begun.new == self.new && begun.on == self.on)
    }

    /// Whether the day is one to come.
    #[must_use]
    pub fn is_ahead(&self) -> bool {
        self.on > self.today
    }

    /// The last day of the one that ends.
    #[must_use]
    pub fn last(&self) -> Day {
        self.on.plus_days(-1)
    }

    /// The first of those that come after.
    pub(super) fn first(&self) -> &str {
        self.new.first().map_or("", |record| &*record.id)
    }

    /// The meetings to come of a body that ends, whose ids are made of its, each with the id that it gets.
    pub(super) fn meetings(&self, register: &Register) -> Vec<(RecordId, String)> {
        if self.old.kind != Kind::Body {
            return Vec::new();
        }
        let own =
            register.meetings.iter().filter(|(_, meeting)| self.is(meeting.body.as_ref()) && self.is_to_come(meeting));
        let renamed = own.filter_map(|(id, _)| {
            Some((RecordId::new(Kind::Meeting, id), with_other_end(id, &self.old.id, self.first())?))
        });
        renamed.collect()
    }

    /// Whether an intervention goes on: one that is alive, and is not to be over before the day comes.
    #[must_use]
    pub fn goes_on(&self, intervention: &Intervention) -> bool {
        intervention.is_alive() && !self.is_over_by_then(intervention.actual_period().until)
    }

    /// Whether something is to be over before the day comes. What should have been over already, and is not, is not.
    fn is_over_by_then(&self, until: Option<Day>) -> bool {
        until.is_some_and(|until| until < self.on && until >= self.today)
    }

    fn is_to_come(&self, meeting: &Meeting) -> bool {
        meeting.status == Some(MeetingStatus::Planned) && meeting.on.is_some_and(|on| on >= self.on)
    }

    /// Whether something that lasts until a day is still there.
    fn lasts(&self, until: Option<Day>) -> bool {
        until.is_none_or(|until| until >= self.on)
    }

    fn is<T: Referable>(&self, named: Option<&Ref<T>>) -> bool {
        named.is_some_and(|named| named.as_str() == &*self.old.id)
    }

    /// The places in a record that go over.
    pub(super) fn places(&self, record: &RecordId, register: &Register) -> Places {
        let id = &*record.id;
        let mut places = Found { succession: self, places: Places::default(), is_timeless: false };
        let of_body = self.old.kind == Kind::Body;
        match record.kind {
            Kind::Intervention => register.interventions.get(id).map(|own| places.intervention(own, of_body)),
            Kind::District => register.districts.get(id).filter(|_| of_body).map(|own| places.district(own)),
            Kind::Meeting => register.meetings.get(id).filter(|_| of_body).map(|own| places.meeting(own)),
            Kind::Situation => register.situations.get(id).filter(|_| of_body).map(|own| places.situation(own)),
            Kind::Agreement => register.agreements.get(id).map(|own| places.agreement(own, of_body)),
            Kind::Body if *record == self.old => None,
            Kind::Body => register.bodies.get(id).map(|own| places.body(own, record, of_body, register)),
            // They are as they were decided, or asked.
            Kind::TargetPicture | Kind::ActionPlan | Kind::Round => None,
        };
        places.places
    }

    /// The places in the settings that go over.
    pub(super) fn places_in_settings(&self, settings: &Settings) -> Places {
        let mut places = Found { succession: self, places: Places::default(), is_timeless: true };
        if self.old.kind == Kind::Body {
            places.one(path!["law", "council"], settings.law.council.as_ref());
            places.one(path!["law", "coordination"], settings.law.coordination.as_ref());
            places.one(path!["law", "lead"], settings.law.lead.as_ref());
        }
        places.places
    }
}

/// Places that were found to go over.
struct Found<'s> {
    succession: &'s Succession,
    places: Places,
    /// Whether what is looked at says nothing of when it is so.
    is_timeless: bool,
}

impl Found<'_> {
    fn push(&mut self, place: Place) {
        let waits = self.is_timeless && self.succession.is_ahead();
        if waits { self.places.then.push(place) } else { self.places.now.push(place) }
    }

    /// Looks at what says nothing of when it is so.
    fn timeless(&mut self, look: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.is_timeless, true);
        look(self);
        self.is_timeless = before;
    }

    fn one<T: Referable>(&mut self, path: KeyPath, named: Option<&Ref<T>>) {
        if self.succession.is(named) {
            self.push(Place::One(path));
        }
    }

    fn list<T: Referable>(&mut self, path: KeyPath, named: &[Ref<T>]) {
        self.list_without(path, named, None);
    }

    /// A list in which one has no place.
    fn list_without<T: Referable>(&mut self, path: KeyPath, named: &[Ref<T>], without: Option<&str>) {
        let is_without = |named: &Ref<T>| without.is_some_and(|id| named.as_str() == id);
        if named.iter().any(|named| self.succession.is(Some(named)) || is_without(named)) {
            let named = named.iter().map(|named| named.as_str().to_owned()).collect();
            self.push(Place::List(path, named, without.map(str::to_owned)));
        }
    }

    fn intervention(&mut self, own: &Intervention, of_body: bool) {
        if !self.succession.goes_on(own) {
            return;
        }
        if !of_body {
            self.list::<District>(path!["districts"], &own.districts);
            for (place, row) in own.budget.iter().enumerate() {
                self.shares("budget", place, row.year, &row.shares);
            }
            for (place, row) in own.actual.iter().enumerate() {
                self.shares("actual", place, row.year, &row.shares);
            }
            return;
        }
        self.one(path!["board"], own.board.as_ref());
        self.one(path!["responsible"], own.responsible.as_ref());
        for (place, row) in own.actual.iter().enumerate() {
            if self.is_of_after(row.year) {
                self.one(path!["actual", place, "board"], row.board.as_ref());
            }
        }
        // Who carries it out is not beside it too.
        let (moves, first) = (self.succession.is(own.responsible.as_ref()), self.succession.first().to_owned());
        let carries = if moves { Some(&*first) } else { own.responsible.as_ref().map(|body| body.as_str()) };
        if moves || own.partners.iter().any(|partner| self.succession.is(Some(partner))) {
            self.list_without(path!["partners"], &own.partners, carries);
        }
        for (place, row) in own.budget.iter().enumerate() {
            if self.is_of_after(row.year) {
                self.one(path!["budget", place, "board"], row.board.as_ref());
            }
        }
        self.timeless(|found| {
            for (place, need) in own.needs.iter().enumerate().filter(|(_, need)| need.answered.is_none()) {
                found.one(path!["needs", place, "raised_to"], need.raised_to.as_ref());
            }
        });
    }

    /// Whether money of a year goes over. A year that has begun is the one's that it began with.
    fn is_of_after(&self, year: Option<i64>) -> bool {
        let first = year.and_then(|year| Day::new(i32::try_from(year).ok()?, 1, 1));
        first.is_some_and(|first| first >= self.succession.on)
    }

    /// The shares of a row of money that go over; where the one that comes after has one already, somebody has to say what
    /// is whose.
    fn shares(&mut self, list: &'static str, place: usize, year: Option<i64>, shares: &[Share]) {
        let first = self.succession.first().to_owned();
        let has_one = |share: &Share| share.district.as_ref().is_some_and(|district| district.as_str() == first);
        if !self.is_of_after(year) || shares.iter().any(has_one) {
            return;
        }
        for (share, own) in shares.iter().enumerate() {
            self.one(path![list, place, "shares", share, "district"], own.district.as_ref());
        }
    }

    fn district(&mut self, own: &District) {
        if !self.succession.lasts(own.until) {
            return;
        }
        self.timeless(|found| found.list(path!["bodies"], &own.bodies));
        for (place, event) in own.event.iter().enumerate() {
            match event.from {
                Some(from) if from >= self.succession.on => {
                    self.one(path!["event", place, "lead"], event.lead.as_ref());
                }
                Some(_) => {}
                None => self.timeless(|found| found.one(path!["event", place, "lead"], event.lead.as_ref())),
            }
        }
    }

    fn meeting(&mut self, own: &Meeting) {
        if self.succession.is_to_come(own) {
            self.one(path!["body"], own.body.as_ref());
            self.recipients(&own.distribution);
            for (place, item) in own.item.iter().enumerate() {
                self.one(path!["item", place, "from"], item.from.as_ref());
            }
        }
        self.timeless(|found| {
            for (place, decision) in own.decision.iter().enumerate() {
                if decision.is_open() && !found.succession.is_over_by_then(decision.due) {
                    found.one(path!["decision", place, "responsible"], decision.responsible.as_ref());
                    found.one(path!["decision", place, "referred_to"], decision.referred_to.as_ref());
                }
            }
        });
    }

    /// Observations and what is done about them are no part of what was adopted.
    fn situation(&mut self, own: &Situation) {
        self.is_timeless = true;
        for (place, observation) in own.observation.iter().enumerate() {
            let action = &observation.action;
            if action.done_on.is_none() && !self.succession.is_over_by_then(action.due) {
                self.one(path!["observation", place, "action", "responsible"], action.responsible.as_ref());
            }
        }
    }

    fn agreement(&mut self, own: &Agreement, of_body: bool) {
        if !self.succession.lasts(own.period.until) {
            return;
        }
        if !of_body {
            return self.list::<District>(path!["districts"], &own.districts);
        }
        self.is_timeless = true;
        self.list(path!["parties"], &own.parties);
        for (place, commitment) in own.commitment.iter().enumerate().filter(|(_, own)| own.outcome.is_none()) {
            self.list(path!["commitment", place, "responsible"], &commitment.responsible);
        }
    }

    fn body(&mut self, own: &Body, record: &RecordId, of_body: bool, register: &Register) {
        if !self.succession.lasts(own.until) {
            return;
        }
        self.is_timeless = true;
        if !of_body {
            let districts: &[DistrictId] = &own.districts;
            return self.list(path!["districts"], districts);
        }
        self.above(path!["reports_to"], record, register, |body| body.reports_to.as_ref());
        self.above(path!["part_of"], record, register, |body| body.part_of.as_ref());
        self.list_without(path!["support"], &own.support, Some(&record.id));
        for (place, member) in own.members.iter().enumerate() {
            self.one(path!["members", place, "body"], member.body.as_ref());
        }
        self.recipients(&own.distribution);
    }

    /// Those whom decisions are sent to: each once, whoever they become. The last come first, as places behind one that is
    /// taken away are no longer where they were.
    fn recipients(&mut self, all: &[Recipient]) {
        let first = self.succession.first();
        for (place, recipient) in all.iter().enumerate().rev() {
            let is_same = |other: &Recipient| {
                other.role == recipient.role && other.body.as_ref().is_some_and(|body| body.as_str() == first)
            };
            if self.succession.is(recipient.body.as_ref()) && all.iter().any(is_same) {
                self.push(Place::Twice(path!["distribution", place]));
            } else {
                self.one(path!["distribution", place, "body"], recipient.body.as_ref());
            }
        }
    }

    /// The one above a body: of those that come after, the first; but where they are below that body, or are that body,
    /// the one that was above the one that ends.
    fn above(&mut self, path: KeyPath, record: &RecordId, register: &Register, above: fn(&Body) -> Option<&BodyId>) {
        let above_of = |id: &str| register.bodies.get(id).and_then(above);
        if !self.succession.is(above_of(&record.id)) {
            return;
        }
        let is_over_them = self.succession.new.iter().any(|new| {
            let mut seen = BTreeSet::new();
            let mut at = Some(&*new.id);
            while let Some(id) = at.filter(|id| seen.insert(*id)) {
                if id == &*record.id {
                    return true;
                }
                at = above_of(id).map(|body| body.as_str());
            }
            false
        });
        let to = if is_over_them {
            let own = above_of(&self.succession.old.id).map(|body| body.as_str());
            own.filter(|id| *id != &*record.id).map(str::to_owned)
        } else {
            Some(self.succession.first().to_owned())
        };
        self.push(Place::Above(path, to));
    }
}
