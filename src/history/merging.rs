//! The commits that a merge of git's is of, and what a register was in the one that both sides began from.

use super::error::HistoryError;
use super::place::{Commit, Repository, below};
use super::side::is_read;
use crate::format::SETTINGS_FILE;
use crate::format::upgrade::{TextFile, are_old_settings, upgraded};
use std::collections::BTreeMap;

/// A merge that git is at.
pub struct Merging<'g> {
    repository: &'g Repository,
    /// The folder of the register below the top: empty, or with a `/` last.
    folder: &'g str,
    base: Commit,
    ours: Commit,
    theirs: Commit,
}

/// What a side of the older format changed in files that came to be the same as the other side's, so that nothing had
/// to be merged in them: what they become, in a file of its own that only the other side has.
pub struct Unasked {
    /// The path of that file in the register.
    pub path: String,
    /// What it becomes of the base.
    pub was: String,
    /// What it becomes with what was changed.
    pub is: String,
    /// The files that were changed, by their paths in the register.
    pub changed: Vec<String>,
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

    /// A branch beside another one, that may be made again upon it.
    ///
    /// # Errors
    /// There is no such commit, or they have nothing in common.
    pub fn of_two(repository: &'g Repository, folder: &'g str, ours: &str, theirs: &str) -> Result<Self, HistoryError> {
        let (ours, theirs) = (repository.commit(ours)?, repository.commit(theirs)?);
        let base = repository.merge_base(&ours, &theirs)?;
        Ok(Self { repository, folder, base, ours, theirs })
    }

    /// Ours and theirs.
    #[must_use]
    pub fn sides(&self) -> [Commit; 2] {
        [self.ours.clone(), self.theirs.clone()]
    }

    /// Whether ours has all of theirs.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.base == self.theirs
    }

    /// Whether their side has changed the register since the histories part.
    ///
    /// # Errors
    /// Git can't compare them.
    pub fn has_own_changes(&self) -> Result<bool, HistoryError> {
        let own = format!("{}..{}", self.base.0, self.theirs.0);
        let arguments = ["rev-list", "--max-count=1", &own, "--", below(self.folder)];
        Ok(!self.repository.git().line(&arguments)?.is_empty())
    }

    /// A commit that is made again upon HEAD: of what is in it alone.
    ///
    /// # Errors
    /// Nothing is committed, there is no such commit, or it is the first.
    pub fn of_commit(repository: &'g Repository, folder: &'g str, theirs: &str) -> Result<Self, HistoryError> {
        let (ours, base) = (repository.commit("HEAD")?, repository.commit(&format!("{theirs}^"))?);
        Ok(Self { repository, folder, base, ours, theirs: repository.commit(theirs)? })
    }

    /// The branches and stashed changes, by their names, that have changed a register of the older format in a way that
    /// HEAD does not have.
    ///
    /// # Errors
    /// Git can't list them.
    pub fn older_beside(repository: &'g Repository, folder: &'g str) -> Result<Vec<String>, HistoryError> {
        let git = repository.git();
        let refs = ["for-each-ref", "--no-merged=HEAD", "--format=%(refname:short)", "refs/heads", "refs/remotes"];
        let stashed = git.line(&["stash", "list", "--format=%gd"])?;
        let all = format!("{}\n{stashed}", git.line(&refs)?);
        // What is being merged is here as soon as that is done.
        let merged = repository.commit("MERGE_HEAD").ok();
        let mut found = Vec::new();
        for name in all.lines().filter(|line| !line.is_empty()) {
            // One that has nothing in common with HEAD is none that is merged.
            let Ok(beside) = Self::of_two(repository, folder, "HEAD", name) else { continue };
            let [_, _, is_old] = beside.are_old()?;
            if Some(&beside.theirs) == merged.as_ref() {
                continue;
            }
            if is_old && beside.has_own_changes()? {
                found.push(name.to_owned());
            }
        }
        Ok(found)
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

    /// What a file is in the base, in ours and in theirs, by its path below the top; nothing where it is not there.
    ///
    /// # Errors
    /// Git can't read it.
    pub fn versions(&self, paths: [&str; 3]) -> Result<[Option<Vec<u8>>; 3], HistoryError> {
        let commits = [&self.base, &self.ours, &self.theirs];
        let names: Vec<String> =
            commits.iter().zip(paths).map(|(commit, path)| format!("{}:{path}", commit.0)).collect();
        let mut read = self.repository.read_named(&names)?.into_iter();
        Ok([(); 3].map(|()| read.next().flatten()))
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

    /// What one side of the older format changed without anybody being asked to merge it: in files that both sides have
    /// alike now. A line that it took away may be one that the other side's upgrade has taken away too.
    ///
    /// # Errors
    /// Git can't read the commits.
    pub fn unasked(&self) -> Result<Vec<Unasked>, HistoryError> {
        let old = match self.are_old()? {
            [true, true, false] => &self.ours,
            [true, false, true] => &self.theirs,
            _ => return Ok(Vec::new()),
        };
        let new = if std::ptr::eq(old, &self.ours) { &self.theirs } else { &self.ours };
        let tree = |commit: &Commit| self.repository.tree(commit, self.folder);
        let (base, old, new) = (tree(&self.base)?, tree(old)?, tree(new)?);
        let was: BTreeMap<&str, &str> = base.files().map(|(path, blob)| (path, blob.id.as_str())).collect();
        let same: BTreeMap<&str, &str> = {
            let new: BTreeMap<&str, &str> = new.files().map(|(path, blob)| (path, blob.id.as_str())).collect();
            let both = old.files().map(|(path, blob)| (path, blob.id.as_str()));
            both.filter(|(path, id)| new.get(path) == Some(id) && was.get(path).is_some_and(|was| was != id)).collect()
        };
        if same.is_empty() {
            return Ok(Vec::new());
        }
        let become_of = |changed: &BTreeMap<&str, &str>| -> Result<BTreeMap<String, String>, HistoryError> {
            let own = was.iter().filter(|(path, _)| is_read(path));
            let (paths, ids): (Vec<&str>, Vec<&str>) =
                own.map(|(path, id)| (*path, *changed.get(path).unwrap_or(id))).unzip();
            let texts = base.read_all(&ids, |_, bytes| String::from_utf8_lossy(bytes).into_owned())?;
            let file = |(path, text): (&str, String)| TextFile { path: path.to_owned(), text };
            let files = upgraded(paths.into_iter().zip(texts).map(file).collect());
            Ok(files.into_iter().map(|file| (file.path, file.text)).collect())
        };
        let (before, after) = (become_of(&BTreeMap::new())?, become_of(&same)?);
        let changed: Vec<String> = same.keys().map(|path| (*path).to_owned()).collect();
        let moved = before.into_iter().filter(|(path, _)| !same.contains_key(path.as_str()));
        let moved = moved.filter_map(|(path, was)| Some((after.get(&path)?.clone(), path, was)));
        let unasked = moved.filter(|(is, _, was)| is != was);
        Ok(unasked.map(|(is, path, was)| Unasked { path, was, is, changed: changed.clone() }).collect())
    }
}
