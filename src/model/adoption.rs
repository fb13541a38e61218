//! What is proposed by one group and adopted by another: target pictures, action plans, situation pictures
//! (D23, D30).

use super::field::Fields;
use super::reference::MeetingId;
use super::{District, Situation};

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
    /// What it says.
    pub fields: &'r dyn Fields,
}

impl District {
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
