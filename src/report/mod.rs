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
mod names;
mod needs;
mod pivot;
mod plan;
mod proof;
mod record;
mod status;
mod table;
mod versions;

pub use all::Report;
pub use board::{Board, board};
pub use cell::{Cell, Label, Mark, Wording, cell, mark, name_of};
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
pub use names::title;
pub use needs::{Needs, WantedNeeds, needs};
pub use pivot::{Measure, pivot};
pub use plan::{Plan, Template, plan};
pub use record::record;
pub use status::{Status, status};
pub use table::{Column, Holds, Rows, Table, TableForm};
