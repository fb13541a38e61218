//! The commits that a merge of git's is of, and what a register was in the one that both sides began from.

use super::error::HistoryError;
use super::place::{Commit, Repository};
use super::side::is_read;
use crate::format::SETTINGS_FILE;
use crate::format::upgrade::{TextFile, are_old_settings, upgraded};

/// A merge that git is at.
pub struct Merging<'g> {
    repository: &'g Repository,
    /// The folder of the register below the top: empty, or with a `/` last.
    folder: &'g str,
    base: Commit,
    ours: Commit,
    theirs: Commit,
}

impl<'g> Merging<'g> {
    /// A merge of HEAD with another commit: of all that is in it since the histories part.
    ///
    /// # Errors
    /// Nothing is committed, there is no such commit, or they have nothing in common.
    pub fn of_branch(repository: &'g Repository, folder: &'g str, theirs: &str) -> Result<Self, HistoryError> {
        let (ours, theirs) = (repository.commit("HEAD")?, repository.commit(theirs)?);
        let base = repository.merge_base(&ours, &theirs)?;
        Ok(Self { repository, folder, base, ours, theirs })
    }

    /// A commit that is made again upon HEAD: of what is in it alone.
    ///
    /// # Errors
    /// Nothing is committed, there is no such commit, or it is the first.
    pub fn of_commit(repository: &'g Repository, folder: &'g str, theirs: &str) -> Result<Self, HistoryError> {
        let (ours, base) = (repository.commit("HEAD")?, repository.commit(&format!("{theirs}^"))?);
        Ok(Self { repository, folder, base, ours, theirs: repository.commit(theirs)? })
    }

    /// Whether the register is of the older format in the base, in ours and in theirs.
    ///
    /// # Errors
    /// Git can't read them.
    pub fn are_old(&self) -> Result<[bool; 3], HistoryError> {
        let commits = [&self.base, &self.ours, &self.theirs];
        let names = commits.map(|commit| format!("{}:{}{SETTINGS_FILE}", commit.0, self.folder));
        let settings = self.repository.read_named(&names)?;
        let is_old = |place: usize| {
            let text = settings.get(place)?.as_deref().and_then(|bytes| std::str::from_utf8(bytes).ok())?;
            Some(are_old_settings(text))
        };
        Ok([0, 1, 2].map(|place| is_old(place).unwrap_or_default()))
    }

    /// The text that a file has in the base, by its path below the top.
    ///
    /// # Errors
    /// Git can't read it.
    pub fn began_from(&self, path: &str) -> Result<Option<String>, HistoryError> {
        let mut read = self.repository.read_named(&[format!("{}:{path}", self.base.0)])?;
        Ok(read.pop().flatten().and_then(|bytes| String::from_utf8(bytes).ok()))
    }

    /// The text that a file of the register has in the base, written in this program's format: nothing where there was
    /// none even so. The path is the one within the register.
    ///
    /// # Errors
    /// Git can't read it.
    pub fn base_text(&self, path: &str) -> Result<Option<String>, HistoryError> {
        let tree = self.repository.tree(&self.base, self.folder)?;
        let own = tree.files().filter(|(path, _)| is_read(path));
        let (paths, ids): (Vec<&str>, Vec<&str>) = own.map(|(path, blob)| (path, blob.id.as_str())).unzip();
        let texts = tree.read_all(&ids, |_, bytes| String::from_utf8_lossy(bytes).into_owned())?;
        let file = |(path, text): (&str, String)| TextFile { path: path.to_owned(), text };
        let files = paths.into_iter().zip(texts).map(file).collect();
        Ok(upgraded(files).into_iter().find(|file| file.path == path).map(|file| file.text))
    }
}
