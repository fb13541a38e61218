//! What people call things that a report tells of.

use super::cell::Cell;
use crate::measure::Place;
use crate::message::{reports, say};
use crate::model::{DistrictId, Kind, Period, Register, Target, Term};

/// What a place that interventions are counted in is called.
pub(super) fn place_cell<'r>(place: Place<'r>, register: &'r Register) -> Cell<'r> {
    match place.id() {
        Some(id) => Cell::named(Kind::District, Some(id), register),
        None => Cell::message(say::NO_DISTRICT),
    }
}

/// What the districts that something was asked for are called; nothing where it is of all of them.
pub(super) fn places_cell<'r>(districts: &[String], register: &'r Register) -> Option<Cell<'r>> {
    let names = districts.iter().map(|id| Cell::text(register.district_name(id).to_owned())).collect();
    (!districts.is_empty()).then_some(Cell::List(names))
}

/// What a picture or plan is called that has no name of its own: by its districts and its days.
fn of_areas<'r>(register: &'r Register, id: &'r str, districts: &'r [DistrictId], period: &Period) -> Cell<'r> {
    if districts.is_empty() {
        return Cell::text(id);
    }
    let names: Vec<&str> = districts.iter().map(|district| register.district_name(district.as_str())).collect();
    let own_term = period.from.map(|from| Term::of(from, register.settings.cycle()));
    let days = match own_term.filter(|term| term.period() == *period) {
        Some(term) => Some(Cell::Term(term)),
        None => (!period.is_unknown()).then_some(Cell::Period(period.from, period.until)),
    };
    Cell::Joined([Cell::text(names.join(", "))].into_iter().chain(days).collect())
}

/// What people call a record: its own name, or what its content makes of it.
#[must_use]
pub fn title<'r>(register: &'r Register, kind: Kind, id: &'r str) -> Cell<'r> {
    match kind {
        Kind::Meeting => {
            let Some(meeting) = register.meetings.get(id) else {
                return Cell::text(id);
            };
            match (&meeting.body, meeting.on) {
                (Some(body), Some(on)) => {
                    Cell::Joined(vec![Cell::text(register.body_name(body.as_str())), Cell::Day(on)])
                }
                _ => Cell::text(id),
            }
        }
        Kind::Situation => {
            let situation = register.situations.get(id);
            situation
                .map_or(Cell::text(id), |record| of_areas(register, id, record.district.as_slice(), &record.period))
        }
        Kind::TargetPicture => match register.target_pictures.get(id) {
            Some(picture) if picture.district.is_some() => {
                let areas = of_areas(register, id, picture.district.as_slice(), &picture.period);
                Cell::message(reports::target_picture_of(areas))
            }
            _ => Cell::text(id),
        },
        Kind::ActionPlan => match register.action_plans.get(id) {
            Some(plan) if plan.title.is_empty() && !plan.districts.is_empty() => {
                Cell::message(reports::action_plan_of(of_areas(register, id, &plan.districts, &plan.period)))
            }
            _ => Cell::text(register.own_name(kind, id).unwrap_or(id)),
        },
        Kind::Round => {
            let period = register.rounds.get(id).and_then(|round| round.period);
            period.map_or(Cell::text(id), |period| Cell::message(reports::round_of(Cell::Term(period))))
        }
        Kind::District | Kind::Body | Kind::Intervention | Kind::Agreement => {
            Cell::text(register.own_name(kind, id).unwrap_or(id))
        }
    }
}

/// What people call the record that a reference names, where it has no name of its own; and the element in it, by its id
/// where nothing else is known of it. Nothing where there is no such record.
#[must_use]
pub fn title_of<'r>(target: Target, reference: &'r str, register: &'r Register) -> Option<Cell<'r>> {
    // What else is named has a title, or is no record's.
    if !matches!(target, Target::Record(_) | Target::Anything | Target::Decision) {
        return None;
    }
    let pointer = target.parse(reference)?;
    let kind = pointer.kind?;
    let title = title(register, kind, register.own_id(kind, pointer.id)?);
    let own = reference.split_once('/').filter(|_| kind == Kind::District).map(|(_, own)| own);
    let titles = own.into_iter().flat_map(|own| [Target::Goal, Target::Problem].map(|target| (target, own)));
    if let Some(name) = titles.filter_map(|(target, own)| register.element_title(target, own)).next() {
        return Some(Cell::text(name));
    }
    Some(match pointer.element {
        Some(element) => Cell::Joined(vec![title, Cell::text(format!("#{element}"))]),
        None => title,
    })
}
