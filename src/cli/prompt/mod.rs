//! Asking a person: on a line that can be edited, with what there is to choose from, step by step there and back.

mod draft;
mod interview;
mod line;
mod offered;
mod question;
mod record;
mod simple;

pub use draft::{of_folder, of_register};
pub use interview::Interview;
pub use offered::{Offered, offered};
pub use question::{Place, Question};
pub use record::Asking;
pub use simple::{answered_for, ask_among, confirm, pick};
