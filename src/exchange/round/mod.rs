//! A round of inventory: what each body is asked in a workbook of its own, and what of its answer the register does not say
//! yet.

mod answer;
mod asking;
mod book;
mod columns;
mod edits;
mod new_record;
mod new_rows;
mod question;
mod settle;
mod slip;

pub use answer::{Answer, Answered, NewAnswer, Remark, Written, answer};
pub use asking::Round;
pub use book::write_book;
pub use edits::{Unwritten, edits};
pub use new_record::{NewRecord, new_record};
pub use new_rows::{NEW_ROWS, NewColumn};
pub use question::{
    AskedCell, AskedRow, Held, Point, Role, asked_bodies, follow_up_of, granted, question, row_of, used,
};
pub use settle::{Against, Conflict, SaidBefore, Settled, Taken, settle};
pub use slip::{Part, SLIP_SHEET, Slip, SlipCell};
