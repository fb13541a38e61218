//! One binary for all tests that use the program from outside, so that linking stays cheap.
#![allow(clippy::expect_used, clippy::print_stderr, clippy::unwrap_used)]

mod architecture;
mod bad_input;
mod commands;
mod completion;
mod corpus;
mod docs;
mod errors;
mod forges;
mod formats;
mod handing_over;
mod history;
mod interruption;
mod kinds;
mod knowledge;
mod measures;
mod merged;
mod merging;
mod messages;
mod personal_data;
mod prompts;
mod properties;
mod reading;
mod renaming;
mod reports;
mod resolving;
mod reviewing;
mod shown;
mod support;
mod terminal;
mod trust;
mod upgrading;
mod versions;
mod walking;
mod ways_in;
mod writing;
