//! What holds problem, cause, goal and intervention together (L2).

pub(in crate::check) mod at_causes;
pub(in crate::check) mod goal_incomplete;
pub(in crate::check) mod goal_without_intervention;
pub(in crate::check) mod intervention_without_purpose;
pub(in crate::check) mod municipal_goal_unserved;
pub(in crate::check) mod prevention_mismatch;
pub(in crate::check) mod problem_incomplete;
pub(in crate::check) mod reading_without_day;
pub(in crate::check) mod unanswered_problem;
