//! What people call things that a report tells of.

use super::cell::Cell;
use crate::message::say;
use crate::model::{Kind, Register};
use crate::query::Home;

/// What an intervention's place among the districts is called.
pub(super) fn home_cell<'r>(home: Home<'r>, register: &'r Register) -> Cell<'r> {
    match home {
        Home::District(id) => Cell::named(Kind::District, Some(id), register),
        Home::Several => Cell::message(say::SEVERAL_DISTRICTS),
        Home::Nowhere => Cell::message(say::NO_DISTRICT),
    }
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
            let Some(situation) = register.situations.get(id) else {
                return Cell::text(id);
            };
            match &situation.district {
                Some(district) => Cell::Joined(vec![
                    Cell::text(register.district_name(district.as_str())),
                    Cell::Period(situation.period.from, situation.period.until),
                ]),
                None => Cell::text(id),
            }
        }
        Kind::District | Kind::Body | Kind::Intervention | Kind::Agreement => {
            Cell::text(register.own_name(kind, id).unwrap_or(id))
        }
    }
}
