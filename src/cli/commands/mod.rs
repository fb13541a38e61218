//! The commands, one a file: its arguments, and one function that parses, loads, calls and shows.

pub mod add;
pub mod adopt;
pub mod check;
pub mod completions;
pub mod decisions;
pub mod diff;
pub mod edit;
pub mod export;
pub mod fmt;
pub mod follow_up;
pub mod git;
pub mod hand_over;
pub mod init;
pub mod list;
pub mod log;
pub mod man;
pub mod meeting;
pub mod remove;
pub mod rename;
pub mod report;
pub mod resolve;
pub mod schema;
pub mod set;
pub mod show;
pub mod status;
pub mod upgrade;
mod write;
