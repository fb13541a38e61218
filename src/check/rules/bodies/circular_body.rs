//! Ensure that no body reports to itself, or is a part of itself, through others.

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::message::checks;
use crate::model::{Body, BodyId, Finding};

pub(in crate::check) const RULE: Rule = Rule::error(checks::CIRCULAR_BODY, "D14", Run::Body(run));

/// The body above one, by one of the two fields that name one.
type Above = fn(&Body) -> Option<&BodyId>;

const ABOVE: [(&str, Above); 2] =
    [("reports_to", |body| body.reports_to.as_ref()), ("part_of", |body| body.part_of.as_ref())];

fn run(context: &Context<'_>, placed: &RecordAt<'_, Body>, findings: &mut Vec<Finding>) {
    for (field, above) in ABOVE {
        let Some(circle) = circle(context, placed, above) else { continue };
        // Told once, at the first of those in it.
        if !context.tells_all && circle.iter().min() != Some(&placed.id) {
            continue;
        }
        let mut names: Vec<&str> = circle.iter().map(|id| context.register.body_name(id)).collect();
        names.push(&placed.record.name);
        let message = checks::CircularBody { name: &*placed.record.name, circle: names.join(" → ") };
        findings.push(placed.finding(message, at![field]));
    }
}

/// The bodies from a body up to itself again; `None` where it is not above itself.
fn circle<'r>(context: &'r Context<'_>, placed: &RecordAt<'r, Body>, above: Above) -> Option<Vec<&'r str>> {
    let mut bodies = vec![placed.id];
    let mut body = placed.record;
    loop {
        let (id, next) = context.register.bodies.get_entry(above(body)?.as_str())?;
        if id == placed.id {
            return Some(bodies);
        }
        if bodies.contains(&id) {
            return None;
        }
        bodies.push(id);
        body = next;
    }
}
