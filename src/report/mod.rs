//! The reports, one a file: a question put to the register, its typed answer, and the answer as a
//! [`Document`] that any writer can write.

mod all;
mod board;
mod cell;
mod change_rows;
mod changes;
mod coordination;
mod decisions;
mod document;
mod follow_up;
mod inventory;
mod law;
mod list;
mod log;
mod model;
mod needs;
mod pivot;
mod plan;
mod record;
mod status;
mod table;

pub use all::Report;
pub use board::{Board, board};
pub use cell::{Cell, Label, Mark, Wording, cell, name_of};
pub use change_rows::{change_rows, log_rows};
pub use changes::{Between, change_counts, changes};
pub use coordination::{Coordination, coordination};
pub use decisions::{WantedDecisions, decisions};
pub use document::{Block, Document, Edge, Graph, Line, Node};
pub use follow_up::{FollowUpReport, follow_up};
pub use inventory::inventory;
pub use law::{Law, law};
pub use list::list;
pub use log::{Logged, log};
pub use model::{Model, model};
pub use needs::{Needs, WantedNeeds, needs};
pub use pivot::{Measure, pivot};
pub use plan::{Plan, Template, plan};
pub use record::record;
pub use status::{Status, status};
pub use table::{Column, Form, Holds, Rows, Table};

use crate::message::say;
use crate::model::{Assessment, Kind, Register};
use crate::query::Home;

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

/// What an intervention's place among the districts is called.
fn home_cell<'r>(home: Home<'r>, register: &'r Register) -> Cell<'r> {
    match home {
        Home::District(id) => Cell::named(Kind::District, Some(id), register),
        Home::Several => Cell::said(say::SEVERAL_DISTRICTS),
        Home::Nowhere => Cell::said(say::NO_DISTRICT),
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
