//! `register`: what a municipality does against segregation, for safety and against crime, as a folder
//! of TOML files under git, and a command line over it.
//!
//! Data flows one way. Reading: arguments → [`store`] → [`mod@format`] → [`model`] → ([`check`] |
//! [`query`] → [`report`]) → [`render`] → standard output. Writing: arguments → [`catalog`] makes a
//! typed change → [`format::edit`](fn@format::edit) makes the new text → [`change`] reads and checks that text as if
//! it stood in the register → [`store`] writes it.
//!
//! What never happens:
//! * Nothing below [`cli`] prints, asks what day it is or knows the environment; the day is an argument.
//! * Bad data is no `Err`: loading gives a [`model::Register`] and a list of [`model::Finding`]s.
//! * A record has no back pointers and no places in text; both are looked up when they are needed.
//! * No report knows a format, and no writer knows a report.
//! * Nothing is written that was not read and checked as text first.

pub mod catalog;
pub mod change;
pub mod check;
pub mod cli;
pub mod compare;
pub mod exchange;
pub mod format;
pub mod history;
pub mod language;
pub mod measure;
pub mod merge;
pub mod message;
pub mod model;
pub mod personal_data;
pub mod query;
pub mod render;
pub mod report;
pub mod store;
pub mod words;
