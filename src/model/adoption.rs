//! What is proposed by one group and adopted by another: target pictures, action plans, situation pictures
//! (D23, D30).

use super::field::Fields;
use super::reference::MeetingId;
use super::register::Register;
use super::{BodyType, District, Meeting, MeetingStatus, Situation};

/// A picture or plan that is proposed and adopted.
#[derive(Clone, Copy)]
pub struct Adoptable<'r> {
    /// What it is: `target-picture`, `action-plan` or `situation`.
    pub what: &'static str,
    /// The key of its table in its record's file; nothing where it is the record.
    pub key: Option<&'static str>,
    /// The meeting that proposed it.
    pub proposed: Option<&'r MeetingId>,
    /// The meeting that adopted it.
    pub adopted: Option<&'r MeetingId>,
    /// What was adopted, in short; empty where nobody noted it.
    pub fingerprint: &'r str,
    /// What is adopted: the fields that its fingerprint is made of.
    pub fields: &'r dyn Fields,
}

impl<'r> Adoptable<'r> {
    /// The meeting that adopted it, with its id, where it did: where it was held, by a body that may adopt.
    #[must_use]
    pub fn adoption(&self, register: &'r Register) -> Option<(&'r str, &'r Meeting)> {
        let (id, meeting) = register.meetings.get_entry(self.adopted?.as_str())?;
        let body = meeting.body.as_ref().and_then(|body| register.bodies.get(body.as_str()));
        let may_adopt = body.and_then(|body| body.r#type).is_some_and(BodyType::adopts);
        (may_adopt && meeting.status == Some(MeetingStatus::Held)).then_some((id, meeting))
    }
}

impl District {
    /// Its action plan, if it has one.
    #[must_use]
    pub fn adoptable_plan(&self) -> Option<Adoptable<'_>> {
        self.adoptables().find(|adoptable| adoptable.what == "action-plan")
    }

    /// Whether it has a target picture.
    #[must_use]
    pub fn has_target_picture(&self) -> bool {
        !self.target_picture.text.is_empty() || !self.target_picture.goal.is_empty()
    }

    /// Whether it has an action plan.
    #[must_use]
    pub fn has_action_plan(&self) -> bool {
        self.action_plan.period.from.is_some()
    }

    /// Its target picture and its action plan, as far as it has them.
    pub fn adoptables(&self) -> impl Iterator<Item = Adoptable<'_>> {
        let (picture, plan) = (&self.target_picture, &self.action_plan);
        let picture = self.has_target_picture().then_some(Adoptable {
            what: "target-picture",
            key: Some("target_picture"),
            proposed: picture.proposed.as_ref(),
            adopted: picture.adopted.as_ref(),
            fingerprint: &picture.fingerprint,
            fields: picture,
        });
        let plan = self.has_action_plan().then_some(Adoptable {
            what: "action-plan",
            key: Some("action_plan"),
            proposed: plan.proposed.as_ref(),
            adopted: plan.adopted.as_ref(),
            fingerprint: &plan.fingerprint,
            fields: plan,
        });
        picture.into_iter().chain(plan)
    }
}

impl Situation {
    /// The situation picture itself.
    #[must_use]
    pub fn adoptable(&self) -> Adoptable<'_> {
        Adoptable {
            what: "situation",
            key: None,
            proposed: self.proposed.as_ref(),
            adopted: self.adopted.as_ref(),
            fingerprint: &self.fingerprint,
            fields: self,
        }
    }
}
