//! The register's past, from git: reading it at a revision, which files two revisions differ in and what these hold,
//! which of its records was touched when, and setting up a clone. The only place that starts `git`.
//!
//! # Why the `git` program
//!
//! What is read must be what git itself would give: its revision syntax (`main@{1 week ago}`), work trees,
//! shallow and partial clones, packs of any age, `safe.directory`. A library has most of that, and a hundred
//! more crates; and the merge driver runs under git anyway, so the program is there. Most of what is called is plumbing,
//! whose output no setting changes; what might change the rest (pagers, colours, quoting and order of names, external
//! diffs, the file system monitor, how `log` walks) is turned off, in settings and in the environment. Everything is
//! asked for with `-z`: a file may have any name.
//!
//! Starting git costs more than most answers: one `cat-file --batch-check` stays and is asked what names stand for
//! (`git.rs`), and a repository that lies as most do is found without asking (`place.rs`). Many files are read by
//! `cat-file --batch`, by up to four processes at once (`docs/performance.md` has the figures).
//! Which repository is meant is told by the register's folder, never by `GIT_DIR`.

mod adopted;
mod ages;
mod changed;
mod compared;
mod entry;
mod error;
mod git;
mod install;
mod kept;
mod log;
mod merge_file;
mod merging;
mod objects;
mod parts;
mod past;
mod place;
mod places;
mod range;
mod side;
mod snapshot;
mod source;
mod touches;
mod tree;
mod unread;

pub use adopted::{adopted_text, seal_given_at, tell_what_changed};
pub use ages::{age_of, ages_of, ongoing_since};
pub use changed::{Changed, FileVersion, between_commits, index_changes, work_tree_changes};
pub use compared::{Compared, compared, contents, named_at, with_plans};
pub use entry::{LogEntry, LogHead};
pub use error::HistoryError;
pub use git::Git;
pub use install::{Configured, attributes, configure, configured, found, hooks, is_attributed, quoted};
pub use kept::Kept;
pub use log::{Log, LogPlaces};
pub use merge_file::{merge_file, taken_by_git};
pub use merging::{Merging, Unasked};
pub use past::{leave_out_unfinished, past};
pub use place::{Commit, Repository};
pub use range::Range;
pub use side::{Side, WorkFolder, is_read};
pub use snapshot::Snapshot;
pub use source::Source;
pub use touches::{FileTouches, Touch};
pub use tree::{Blob, Tree};
pub use unread::unread_at;
