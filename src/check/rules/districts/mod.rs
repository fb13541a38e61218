//! What the districts' pictures and plans owe (D4, D23, D30, L1).

pub(in crate::check) mod action_plan_expired;
pub(in crate::check) mod action_plan_not_followed_up;
pub(in crate::check) mod adoption;
pub(in crate::check) mod missing_picture;
pub(in crate::check) mod priorities;
pub(in crate::check) mod second_municipality;
pub(in crate::check) mod situation_incomplete;
pub(in crate::check) mod situation_too_old;
pub(in crate::check) mod target_picture_expired;
