//! The reports by name, of any register: for what is to be said of all of them.

use super::{Document, Measure, Template, WantedDecisions, WantedNeeds};
use crate::model::{Kind, Term};
use crate::query::{self, Asked, Dimension, Scope};

/// The names of the reports, and of the other commands that give documents of one form.
pub const NAMES: &[&str] = &[
    "inventory",
    "follow-up",
    "plan",
    "plan-bra",
    "coordination",
    "board",
    "needs",
    "model",
    "law",
    "pivot",
    "decisions",
    "status",
];

/// The report of a name, with nothing asked for: its columns are those that it always has.
#[must_use]
pub fn sample<'r>(name: &str, scope: &Scope<'r>) -> Option<Document<'r>> {
    let register = scope.register;
    let term = Term::of(scope.today, register.settings.cycle()).previous();
    Some(match name {
        "inventory" => super::inventory(scope),
        "follow-up" => super::follow_up(scope, term).document(),
        "plan" => super::plan(scope).document(Template::Chain),
        "plan-bra" => super::plan(scope).document(Template::Bra),
        "coordination" => super::coordination(scope).document(),
        "board" => super::board(scope, register.bodies.ids().next().unwrap_or_default(), scope.today.year()).document(),
        "needs" => super::needs(scope, &WantedNeeds::default()).document(),
        "model" => super::model(scope).document(),
        "law" => super::law(scope).document(),
        "pivot" => {
            let field = |name| Dimension::find(Kind::Intervention, name).ok();
            let (down, across) = (field("status")?, field("aspects")?);
            let pivot = query::pivot(register, &[], &down, &across, &Asked::Count);
            super::pivot(register, Kind::Intervention, &pivot, &down, &across, &Asked::Count, Measure::Amount)
        }
        "decisions" => super::decisions(register, &WantedDecisions::default(), scope.today),
        "status" => super::status(register, &[], [0; 3], scope.today).document(),
        _ => return None,
    })
}
