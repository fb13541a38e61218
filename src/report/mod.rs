//! The reports, one a file: a question put to the register, its typed answer, and the answer as a
//! [`Document`] that any writer can write.

mod document;
mod inventory;
mod list;
mod record;
mod status;

pub use document::{Block, Cell, Column, Document, Label, Line, Mark, Rows, Said, Table, cell, name_of};
pub use inventory::inventory;
pub use list::list;
pub use record::record;
pub use status::{Status, status};

use crate::model::{Assessment, Kind, Register};

/// The mark of how work is judged.
#[must_use]
pub fn mark(assessment: Assessment) -> Mark {
    match assessment {
        Assessment::OnTrack => Mark::Good,
        Assessment::AtRisk => Mark::Watch,
        Assessment::OffTrack => Mark::Bad,
        Assessment::CannotAssess => Mark::Unknown,
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
        _ => Cell::text(register.own_name(kind, id).unwrap_or(id)),
    }
}
