//! What can go wrong with files, as data: the edge says it in the user's language.

use std::io;
use std::path::{Path, PathBuf};

/// Why the store could not do as it was told.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no register where one was looked for.
    #[error("no register found")]
    NotFound {
        /// Where it was looked for.
        looked: Vec<PathBuf>,
    },
    /// A file or folder could not be read or written.
    #[error("{path}: {source}")]
    Io {
        /// The file or folder that it is about.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Another program has been writing in the register for too long.
    #[error("the register is locked")]
    Locked,
    /// A file is not what it was when it was read.
    #[error("{file} has changed")]
    Changed {
        /// The file, relative to the register.
        file: String,
    },
    /// There already is a file of that name.
    #[error("{file} is there already")]
    Exists {
        /// The file, relative to the register.
        file: String,
    },
    /// The register is of a format that this program does not write.
    #[error("format {format} is not known")]
    Format {
        /// The version of the format that the register has.
        format: i64,
    },
    /// A change of several files failed and could not be taken back: the next command tries again.
    #[error("a change stands half: {source}")]
    Half {
        /// The files that hold what they should.
        written: Vec<String>,
        /// The files that do not.
        unwritten: Vec<String>,
        /// What failed first, and made the change be taken back.
        source: Box<StoreError>,
    },
    /// What says how a change that was cut short is taken back can't be read.
    #[error("{path} is no journal")]
    Journal {
        /// The file or folder that it is about.
        path: PathBuf,
    },
    /// What says how a change is taken back that was made can't be read.
    #[error("{path} tells of no change")]
    UndoEntry {
        /// The file that it is about.
        path: PathBuf,
    },
    /// A path leads out of the register, or is of no file of its.
    #[error("{file} is outside the register")]
    Outside {
        /// The path of the file in the register.
        file: String,
    },
}

impl StoreError {
    pub(super) fn io(path: &Path) -> impl FnOnce(io::Error) -> StoreError {
        let path = path.to_owned();
        move |source| StoreError::Io { path, source }
    }
}
