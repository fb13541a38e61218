//! What each number means, once: every command, column, report and export takes its numbers from here.
//!
//! What is asked is a register as it was known on a day ([`Known`](crate::model::Known)): what is dated later counts nowhere.

mod decision;
mod definition;
mod follow_up;
mod money;
mod place;
mod spread;

pub use decision::{NeedStanding, answer_time, lead_time};
pub use definition::Measure;
pub use follow_up::{assessment, assessment_before, due_term, first_day, is_followed_up, late, owes};
pub use money::{
    Amount, MoneyRow, Sum, Whose, began, budget_rows, by_place, goes_on, has_budget, known_days, outcome_rows, shares,
    weights,
};
pub use place::{Place, districts_of, is_about, is_of_all, places};
pub use spread::{spread, spread_both};
