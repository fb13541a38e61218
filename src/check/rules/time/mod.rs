//! What has a day, and whether it is kept (D6, D9, D33, D34, L4, L7).

pub(in crate::check) mod agreement_end;
pub(in crate::check) mod ahead_of_its_day;
pub(in crate::check) mod commitment_without_follow_up;
pub(in crate::check) mod decision_late;
pub(in crate::check) mod event_unprepared;
pub(in crate::check) mod inspection_action_late;
pub(in crate::check) mod round_unanswered;
