//! Ensure that every waiver accepts something, for a time that is not over, by a code that there is.
//!
//! They are found where findings are held against the waivers: see `waive.rs`.

use crate::check::rule::{Rule, Run};
use crate::message::checks;

pub(in crate::check) const EXPIRED: Rule = Rule::warning(checks::WAIVER_EXPIRED, "format", Run::Elsewhere);
pub(in crate::check) const UNUSED: Rule = Rule::warning(checks::WAIVER_UNUSED, "format", Run::Elsewhere);
pub(in crate::check) const UNKNOWN_CODE: Rule = Rule::error(checks::WAIVER_UNKNOWN_CODE, "format", Run::Elsewhere);
