//! What interventions owe (D11, D32, D33).

pub(in crate::check) mod completed;
pub(in crate::check) mod follow_up_late;
pub(in crate::check) mod grant_without_funder;
pub(in crate::check) mod indicator_without_values;
pub(in crate::check) mod need_unanswered;
pub(in crate::check) mod off_track_twice;
pub(in crate::check) mod outside_plan_period;
pub(in crate::check) mod shares;
pub(in crate::check) mod stage;
pub(in crate::check) mod untouched;
pub(in crate::check) mod without_board;
pub(in crate::check) mod without_days;
pub(in crate::check) mod without_money;
