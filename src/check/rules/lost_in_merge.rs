//! Ensure that what a branch of the older format changed is in what is merged with it.

use crate::check::rule::{Rule, Run};
use crate::message::checks;
use crate::model::{Arg, Finding, Spot};

pub(in crate::check) const RULE: Rule = Rule::error(checks::LOST_IN_MERGE, "format", Run::Elsewhere);

/// That a file says nothing of what was changed in others, which are no longer where it stands.
#[must_use]
pub fn lost_in_merge(file: &str, changed: &[String]) -> Finding {
    let changed = changed.iter().map(|path| Arg::Text(path.clone())).collect();
    Finding::new(checks::lost_in_merge(Arg::List(changed)), file, Spot::File)
}
