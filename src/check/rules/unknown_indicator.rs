//! Ensure that the values of a follow-up are values of the intervention's own indicators.

use crate::check::rule::{Context, Place, Rule, Run};
use crate::format::nearest;
use crate::model::{Finding, Hint, Kind, Severity, Spot, Step};
use std::borrow::Cow;

pub(in crate::check) const RULE: Rule =
    Rule { code: "unknown-indicator", severity: Severity::Error, source: "format", run: Run::Record(run) };

fn run(context: &Context<'_>, place: &Place<'_>, findings: &mut Vec<Finding>) {
    if place.kind != Kind::Intervention {
        return;
    }
    let Some(intervention) = context.register.interventions.get(place.id) else {
        return;
    };
    for (index, follow_up) in intervention.follow_up.iter().enumerate() {
        for (name, _) in &follow_up.values.0 {
            if intervention.indicator.iter().any(|indicator| indicator.id.as_str() == &**name) {
                continue;
            }
            let spot = Spot::Key(vec![
                Step::Key(Cow::Borrowed("follow_up")),
                Step::Index(index),
                Step::Key(Cow::Borrowed("values")),
                Step::Key(Cow::Owned(name.to_string())),
            ]);
            let known = intervention.indicator.iter().map(|indicator| indicator.id.as_str());
            let hint =
                nearest(name, known.clone()).map(Hint::DidYouMean).or_else(|| Hint::one_of(known.map(str::to_owned)));
            findings.push(Finding::new(RULE.code, place.file, spot).text("indicator", &**name).hint(hint));
        }
    }
}
