//! What is proposed by one group and adopted by another: target pictures, action plans, situation pictures (D23, D30);
//! and which version of one is in force.

use super::day::{Day, Period};
use super::field::Fields;
use super::records::Record;
use super::reference::DecisionRef;
use super::register::Register;
use super::seal::seal_of;
use super::{ActionPlan, BodyType, Meeting, MeetingStatus, TargetPicture};

/// A picture or plan that is proposed and adopted.
#[derive(Clone, Copy)]
pub struct Adoptable<'r> {
    /// The meeting that proposed it, or its decision.
    pub proposed: Option<&'r DecisionRef>,
    /// The meeting that adopted it, or its decision.
    pub adopted: Option<&'r DecisionRef>,
    /// What was adopted, in short; empty where nobody noted it.
    pub seal: &'r str,
    /// What is adopted: the fields that its seal is made of.
    pub fields: &'r dyn Fields,
}

impl<'r> Adoptable<'r> {
    /// The meeting that adopted it, with its id, where it did: where it was held, by a body that may adopt.
    #[must_use]
    pub fn adoption(&self, register: &'r Register) -> Option<(&'r str, &'r Meeting)> {
        let (id, meeting) = register.meetings.get_entry(self.adopted?.id())?;
        let body = meeting.body.as_ref().and_then(|body| register.bodies.get(body.as_str()));
        let may_adopt = body.and_then(|body| body.r#type).is_some_and(BodyType::adopts);
        (may_adopt && meeting.status == Some(MeetingStatus::Held)).then_some((id, meeting))
    }

    /// Whether it says something else than what was adopted, as far as its seal tells.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.adopted.is_some() && !self.seal.is_empty() && self.seal != seal_of(self.fields)
    }

    /// The day on which it was adopted, of those until a day.
    #[must_use]
    pub fn adopted_by(&self, register: &'r Register, day: Day) -> Option<Day> {
        self.adoption(register).and_then(|(_, meeting)| meeting.on).filter(|on| *on <= day)
    }
}

/// How a version of a picture or plan stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It is not adopted, and may yet be.
    Proposed,
    /// It is adopted, and its days are still to come.
    Coming,
    /// It is what holds.
    InForce,
    /// It held, or was never adopted while it could have held.
    Past,
}

/// A kind of record that is decided on anew from time to time, so that there are several versions of it.
pub trait Versioned: Record {
    /// Whether it is for a district.
    fn is_of(&self, district: &str) -> bool;
    /// The days that it is meant to hold.
    fn period(&self) -> &Period;
    /// How it is proposed and adopted.
    fn adoptable(&self) -> Adoptable<'_>;
}

impl Versioned for TargetPicture {
    fn is_of(&self, district: &str) -> bool {
        self.district.as_ref().is_some_and(|own| own.as_str() == district)
    }
    fn period(&self) -> &Period {
        &self.period
    }
    fn adoptable(&self) -> Adoptable<'_> {
        TargetPicture::adoptable(self)
    }
}

impl Versioned for ActionPlan {
    fn is_of(&self, district: &str) -> bool {
        self.is_for(district)
    }
    fn period(&self) -> &Period {
        &self.period
    }
    fn adoptable(&self) -> Adoptable<'_> {
        ActionPlan::adoptable(self)
    }
}

/// A version of a picture or plan, with how it stands.
#[derive(Debug)]
pub struct Version<'r, R> {
    /// Its id.
    pub id: &'r str,
    /// What it says.
    pub record: &'r R,
    /// How it stands on the day that was asked for.
    pub standing: Standing,
    /// The day on which it was adopted, where it was by then.
    pub adopted: Option<Day>,
}

impl<R> Clone for Version<'_, R> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<R> Copy for Version<'_, R> {}

/// The versions of a district's picture or plan, as they stand on a day: the newest first.
#[derive(Debug)]
pub struct Versions<'r, R>(Vec<Version<'r, R>>);

impl<'r, R: Versioned> Versions<'r, R> {
    /// The versions of a district's, as they stand on a day.
    ///
    /// The one in force is the version adopted on the day or before it whose period holds the day; of several, the one
    /// adopted last.
    #[must_use]
    pub fn of(register: &'r Register, district: &str, day: Day) -> Self {
        let own = R::records(register).iter().filter(|(_, record)| record.is_of(district));
        let mut versions: Vec<Version<'r, R>> = own
            .map(|(id, record)| {
                let period = record.period();
                let adopted = record.adoptable().adopted_by(register, day);
                let is_over = period.until.is_some_and(|until| until < day);
                let standing = match adopted {
                    _ if is_over => Standing::Past,
                    None => Standing::Proposed,
                    Some(_) if period.contains(day) => Standing::InForce,
                    Some(_) => Standing::Coming,
                };
                Version { id, record, standing, adopted }
            })
            .collect();
        versions.sort_by(|left, right| {
            let key = |version: &Version<'r, R>| (version.adopted, version.record.period().from, version.id);
            key(right).cmp(&key(left))
        });
        let mut in_force = versions.iter_mut().filter(|version| version.standing == Standing::InForce);
        in_force.next();
        in_force.for_each(|version| version.standing = Standing::Past);
        Self(versions)
    }

    /// Every version, the newest first.
    pub fn iter(&self) -> impl Iterator<Item = Version<'r, R>> + '_ {
        self.0.iter().copied()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The version in force.
    #[must_use]
    pub fn in_force(&self) -> Option<Version<'r, R>> {
        self.iter().find(|version| version.standing == Standing::InForce)
    }

    /// The versions that are proposed and may yet be adopted.
    pub fn proposed(&self) -> impl Iterator<Item = Version<'r, R>> + '_ {
        self.iter().filter(|version| version.standing == Standing::Proposed)
    }

    /// The last version that held, where none is in force any more.
    #[must_use]
    pub fn lapsed(&self) -> Option<Version<'r, R>> {
        self.current().filter(|current| current.standing == Standing::Past)
    }

    /// The version to go by: the one in force; or else the last that was, the next that will be, or what is proposed.
    #[must_use]
    pub fn current(&self) -> Option<Version<'r, R>> {
        self.in_force().or_else(|| {
            let was = self.iter().filter(|version| version.standing == Standing::Past && version.adopted.is_some());
            let last = was.max_by_key(|version| version.record.period().until);
            let next = || self.iter().filter(|version| version.standing == Standing::Coming).last();
            last.or_else(next).or_else(|| self.proposed().next()).or_else(|| self.iter().next())
        })
    }
}
