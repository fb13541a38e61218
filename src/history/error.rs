//! What can go wrong with git, as data: the edge says it in the user's language.

use crate::store::StoreError;
use std::io;
use std::path::PathBuf;

/// Why a state of a register could not be had: most often, git did not give what it was asked for.
#[derive(Debug, thiserror::Error)]
pub enum HistoryError {
    /// There is no `git` program here.
    #[error("git is not installed")]
    NoGit,
    /// The folder is in no repository.
    #[error("{folder} is in no git repository")]
    NoRepository {
        /// The folder that was looked from.
        folder: PathBuf,
    },
    /// The repository belongs to somebody else, and git wants to be told that it may be read.
    #[error("{folder} belongs to somebody else")]
    OwnedByOthers {
        /// The folder that was looked from.
        folder: PathBuf,
    },
    /// Nothing has been committed yet.
    #[error("nothing has been committed yet")]
    NoCommits,
    /// No commit is called that.
    #[error("there is no revision {revision}")]
    UnknownRevision {
        /// What was asked for.
        revision: String,
    },
    /// There is no commit as old as that.
    #[error("there is no commit before the time that was asked for")]
    NothingBefore {
        /// Whether the clone holds only a part of the history, so that there may be one elsewhere.
        is_shallow: bool,
    },
    /// There is no register in a revision.
    #[error("there is no register in {revision}")]
    NoRegister {
        /// The revision as it was written.
        revision: String,
        /// The folders in it that are registers, where there are several and none of them is meant for sure.
        found: Vec<String>,
    },
    /// The repository has no work tree, so that there is nothing to compare with.
    #[error("the repository has no work tree")]
    Bare,
    /// Git said something else.
    #[error("git {command}: {message}")]
    Git {
        /// What it was asked.
        command: String,
        /// What git said of it, in its own words.
        message: String,
    },
    /// The folder of a register could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Git could not be started or talked to.
    #[error("git: {0}")]
    Io(#[from] io::Error),
}
