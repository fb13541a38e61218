//! Ensure that the values of a follow-up are values of the intervention's own indicators.

use crate::check::rule::{Context, RecordAt, Rule, Run};
use crate::format::nearest;
use crate::message::checks;
use crate::model::{Finding, Hint, Intervention, Spot, Step};

pub(in crate::check) const RULE: Rule = Rule::error(checks::UNKNOWN_INDICATOR, "format", Run::Intervention(run));

fn run(_: &Context<'_>, placed: &RecordAt<'_, Intervention>, findings: &mut Vec<Finding>) {
    let intervention = placed.record;
    for (index, follow_up) in intervention.follow_up.iter().enumerate() {
        for (name, _) in &follow_up.values.0 {
            if intervention.indicator.iter().any(|indicator| indicator.id.as_str() == &**name) {
                continue;
            }
            let spot = Spot::Key(vec![
                Step::from("follow_up"),
                Step::from(index),
                Step::from("values"),
                Step::Key(name.to_string().into()),
            ]);
            let known = intervention.indicator.iter().map(|indicator| indicator.id.as_str());
            let hint =
                nearest(name, known.clone()).map(Hint::DidYouMean).or_else(|| Hint::one_of(known.map(str::to_owned)));
            findings.push(placed.finding(checks::unknown_indicator(&**name), spot).hint(hint));
        }
    }
}
