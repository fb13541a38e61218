//! Where a register is read from: its folder on disk, or git, which has it as it was or is staged.

use super::error::HistoryError;
use super::place::{Commit, Repository};
use super::snapshot::Snapshot;
use crate::format::{Loaded, Texts};
use crate::model::Finding;
use crate::store::{Inspect, Store, is_beside, look_at};

/// Where a register is read from.
pub enum Source {
    /// Its folder.
    Disk(Store),
    /// Git.
    Git(Box<Snapshot>),
}

impl Source {
    /// Reads the register.
    ///
    /// # Errors
    /// Its settings can't be read, or git can't read a file.
    pub fn load(&self, inspect: Option<Inspect<'_>>, texts: Texts) -> Result<Loaded, HistoryError> {
        match self {
            Source::Disk(store) => Ok(store.load(inspect, texts)?),
            Source::Git(snapshot) => snapshot.load(inspect, texts),
        }
    }

    /// What is seen in the texts beside the records. Git keeps them too.
    ///
    /// # Errors
    /// Git can't read one of them.
    pub fn look_beside(&self, inspect: Inspect<'_>) -> Result<Vec<Finding>, HistoryError> {
        let snapshot = match self {
            Source::Disk(store) => return Ok(store.look_beside(inspect)),
            Source::Git(snapshot) => snapshot,
        };
        let files = snapshot.tree.files().filter(|(path, blob)| !blob.is_link && is_beside(path));
        let (paths, ids): (Vec<&str>, Vec<&str>) = files.map(|(path, blob)| (path, blob.id.as_str())).unzip();
        let found = snapshot.tree.read_all(&ids, |place, bytes| look_at(paths[place], bytes, inspect))?;
        Ok(found.into_iter().flatten().collect())
    }

    /// The text of a file as it is shown beside what is said of it; nothing where it cannot be had.
    #[must_use]
    pub fn shown_text(&self, file: &str) -> Option<String> {
        match self {
            Source::Disk(store) => store.shown_text(file),
            Source::Git(snapshot) => {
                let bytes = snapshot.tree.bytes(file).ok().flatten()?;
                Some(String::from_utf8_lossy(&bytes).into_owned())
            }
        }
    }

    /// The newest commit of what is read, and the register's folder in it. `given` is the folder that was asked for,
    /// where it is not the one that the repository is seen from.
    ///
    /// # Errors
    /// Nothing is committed, or there was no register.
    pub fn newest(&self, repository: &Repository, given: Option<&str>) -> Result<(Commit, String), HistoryError> {
        if let Source::Git(snapshot) = self
            && let Some(commit) = &snapshot.commit
        {
            return Ok((commit.clone(), snapshot.folder.clone()));
        }
        let head = repository.commit("HEAD")?;
        let folder = Snapshot::folder_in(repository, &head, given)?;
        Ok((head, folder))
    }
}
