//! The rules. Each file has one rule, or a few that are found by the same look.

pub(super) mod area_code;
mod bodies;
pub(super) mod case_number;
mod chain;
pub(super) mod clone_without_driver;
pub(super) mod date_order;
mod districts;
pub(super) mod duplicate_element;
pub(super) mod id_mismatch;
mod impossible_value;
pub(super) mod interventions;
pub(super) mod left_with_ended;
pub(super) mod lost_in_merge;
mod overlap;
pub(super) mod personal_data;
pub(in crate::check) mod points_out;
pub(super) mod reference;
pub(super) mod settings;
pub(super) mod time;
pub(super) mod unknown_indicator;
pub(super) mod unlikely_value;
mod waivers;

use super::rule::{Rule, Run};
use crate::message::{RuleWords, checks};
use crate::model::{Finding, Severity};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Tells of what looks like personal data.
pub const PERSONAL_DATA: &Rule = &personal_data::RULE;

/// Tells of what is ongoing and has lain untouched.
pub const UNTOUCHED: &Rule = &interventions::untouched::RULE;

/// Tells of what is told as done and has a day that has not been.
pub const AHEAD_OF_ITS_DAY: &Rule = &time::ahead_of_its_day::RULE;

/// Tells of what is adopted and has changed since.
pub const CHANGED_SINCE_ADOPTION: &Rule = &districts::adoption::CHANGED;

/// Tells of a clone that merges otherwise than its attributes say.
pub const WITHOUT_DRIVER: &Rule = &clone_without_driver::RULE;

const fn reading(words: &'static RuleWords) -> Rule {
    Rule::error(words, "format", Run::Elsewhere)
}

/// Every rule. What a rule is called, how much it matters and how it is run stands in its own file.
///
/// Those that are no errors stand in the order in which a person should see to what they find: what is late
/// first, then who decides, then what is decided on, then the work itself.
pub static RULES: &[Rule] = &[
    reading(checks::SYNTAX_ERROR),
    reading(checks::NESTED_TOO_DEEPLY),
    reading(checks::CONFLICT_MARKER),
    reading(checks::OLD_FORMAT),
    reading(checks::NOT_UTF8),
    reading(checks::FILE_TOO_LARGE),
    reading(checks::UNREADABLE),
    reading(checks::LINK_OUTSIDE),
    reading(checks::OVERLOOKED_FILE),
    reading(checks::INVALID_FILE_NAME),
    reading(checks::DUPLICATE_ID),
    reading(checks::WRONG_TYPE),
    reading(checks::UNKNOWN_KEY),
    reading(checks::UNKNOWN_VALUE),
    reading(checks::MISSING_FIELD),
    reading(checks::INVALID_ID),
    reading(checks::MALFORMED_REFERENCE),
    reading(checks::NEGATIVE_AMOUNT),
    reading(checks::AMOUNT_TOO_LARGE),
    settings::UNSUPPORTED_FORMAT,
    settings::BAD_PATTERN,
    settings::BAD_MUNICIPALITY_CODE,
    districts::second_municipality::RULE,
    duplicate_element::RULE,
    reference::UNKNOWN_REFERENCE,
    reference::UNKNOWN_ELEMENT,
    reference::WRONG_KIND,
    reference::UNKNOWN_WORD,
    unknown_indicator::RULE,
    case_number::RULE,
    area_code::RULE,
    date_order::RULE,
    impossible_value::RULE,
    personal_data::RULE,
    bodies::circular_body::RULE,
    waivers::UNKNOWN_CODE,
    points_out::RULE,
    unlikely_value::RULE,
    time::ahead_of_its_day::RULE,
    time::decision_late::RULE,
    time::event_unprepared::RULE,
    time::agreement_end::EXPIRED,
    time::inspection_action_late::RULE,
    time::round_unanswered::RULE,
    interventions::follow_up_late::RULE,
    interventions::off_track_twice::RULE,
    interventions::untouched::RULE,
    interventions::need_unanswered::RULE,
    time::commitment_without_follow_up::RULE,
    time::agreement_end::EXPIRING,
    districts::situation_too_old::RULE,
    districts::action_plan_not_followed_up::RULE,
    districts::target_picture_expired::RULE,
    districts::action_plan_expired::RULE,
    districts::missing_picture::TARGET_PICTURE,
    districts::missing_picture::SITUATION,
    districts::missing_picture::ACTION_PLAN,
    districts::adoption::NOT_PROPOSED,
    districts::adoption::NOT_ADOPTED,
    districts::adoption::WRONG_BODY,
    districts::adoption::NOT_HELD,
    districts::adoption::TOO_EARLY,
    districts::adoption::CHANGED,
    districts::adoption::OTHER_MATTER,
    districts::adoption::TWO_IN_FORCE,
    districts::priorities::UNKNOWN,
    districts::situation_incomplete::SURVEY,
    districts::situation_incomplete::ANALYSIS,
    bodies::meeting_past_planned::RULE,
    bodies::meeting_not_minuted::RULE,
    bodies::no_meeting_planned::RULE,
    bodies::met_too_seldom::RULE,
    bodies::incomplete::MISSION,
    bodies::incomplete::MANDATE,
    bodies::incomplete::TASKS,
    bodies::incomplete::MEMBERS,
    bodies::incomplete::CONVENOR,
    bodies::incomplete::CADENCE,
    bodies::incomplete::SUPPORT,
    bodies::member_without_mandate::RULE,
    chain::problem_incomplete::CAUSE,
    chain::problem_incomplete::EVIDENCE,
    chain::unanswered_problem::RULE,
    chain::at_causes::UNANSWERED,
    chain::goal_incomplete::INDICATOR,
    chain::goal_incomplete::BASELINE,
    chain::goal_incomplete::TARGET,
    chain::goal_incomplete::READING,
    chain::reading_without_day::RULE,
    chain::goal_without_intervention::RULE,
    chain::municipal_goal_unserved::RULE,
    chain::intervention_without_purpose::RULE,
    interventions::stage::PAST_PERIOD,
    interventions::stage::NOT_BEGUN,
    interventions::stage::PAST_START,
    interventions::without_days::START,
    interventions::without_days::END,
    interventions::completed::FOLLOW_UP,
    interventions::completed::OUTCOME,
    interventions::indicator_without_values::RULE,
    left_with_ended::RULE,
    lost_in_merge::RULE,
    interventions::without_board::RULE,
    interventions::without_money::RULE,
    interventions::grant_without_funder::RULE,
    interventions::shares::RULE,
    interventions::outside_plan_period::RULE,
    id_mismatch::RULE,
    waivers::EXPIRED,
    waivers::UNUSED,
    overlap::WORK,
    overlap::PLACE,
    overlap::TITLE,
    chain::prevention_mismatch::RULE,
    chain::at_causes::UNTIED,
    districts::adoption::NOT_SEALED,
    districts::priorities::NONE,
    clone_without_driver::RULE,
];

/// Where each code stands among the [`RULES`].
static RANKS: LazyLock<HashMap<&'static str, usize, foldhash::fast::RandomState>> =
    LazyLock::new(|| RULES.iter().enumerate().map(|(rank, rule)| (rule.code(), rank)).collect());

/// The rule of that code.
#[must_use]
pub fn rule(code: &str) -> Option<&'static Rule> {
    RANKS.get(code).map(|rank| &RULES[*rank])
}

/// How far down a finding stands among those of its severity.
pub(super) fn rank(finding: &Finding) -> usize {
    RANKS.get(finding.code()).copied().unwrap_or(usize::MAX)
}

/// How much a finding matters.
#[must_use]
pub fn severity(finding: &Finding) -> Severity {
    rule(finding.code()).map_or(Severity::Error, |rule| rule.severity)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Unread;

    /// What reading finds is either that something could not be read, or that nothing is there.
    #[test]
    fn each_finding_of_reading_says_what_was_not_read() {
        let reading = RULES.iter().take_while(|rule| rule.code() != settings::UNSUPPORTED_FORMAT.code());
        let whole: Vec<&str> = reading.map(Rule::code).filter(|code| !Unread::is_told_by(code)).collect();
        assert_eq!(whole, ["missing-field"]);
    }
}
