//! A register as it was, or as it is staged: read from git alone.

use super::error::HistoryError;
use super::place::{Commit, Repository, looked_in};
use super::tree::Tree;
use crate::format::{
    FileRead, FileReader, LARGEST_FILE, Loaded, Reading, RecordFile, SETTINGS_FILE, Texts, assemble, in_order,
    read_settings, too_large,
};
use crate::message::{Message, checks};
use crate::model::{Arg, Finding, Kind, Settings, Spot};
use crate::store::{Inspect, SUB_FOLDER, inspected};
use rayon::prelude::*;

/// A register in git.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The commit that it is of; nothing where it is what is staged.
    pub commit: Option<Commit>,
    /// The register's folder below the top of the repository: empty, or with a `/` last.
    pub folder: String,
    /// Its files, by their paths in the register.
    pub tree: Tree,
}

impl Snapshot {
    /// The register as it was in a commit. `given` is the folder that was asked for, where it is not the one that
    /// the repository is seen from.
    ///
    /// # Errors
    /// There was no register, or git can't read it.
    pub fn of_commit(repository: &Repository, commit: Commit, given: Option<&str>) -> Result<Self, HistoryError> {
        let folder = Self::folder_in(repository, &commit, given)?;
        let tree = repository.tree(&commit, &folder)?;
        Ok(Self { commit: Some(commit), folder, tree })
    }

    /// The folder that the register lay in, in a commit, below the top: empty, or with a `/` last.
    ///
    /// # Errors
    /// There was no register, or git can't read it.
    pub fn folder_in(repository: &Repository, commit: &Commit, given: Option<&str>) -> Result<String, HistoryError> {
        let prefix = repository.prefix();
        let preferred = match given.map(|given| given.trim_matches('/')) {
            Some(given) => vec![format!("{prefix}{given}/"), format!("{given}/")],
            None => looked_in(prefix, SUB_FOLDER),
        };
        repository.register_in(commit, &preferred)
    }

    /// The register as it is staged, in the folder that the repository is seen from.
    ///
    /// # Errors
    /// There is no work tree, or git can't read what is staged.
    pub fn staged(repository: &Repository) -> Result<Self, HistoryError> {
        let folder = repository.prefix().to_owned();
        let tree = repository.index(&folder)?;
        Ok(Self { commit: None, folder, tree })
    }

    /// Reads the whole register. Files that are wrong are findings; `inspect` may add more.
    ///
    /// # Errors
    /// Git can't read a file, or there are no settings.
    pub fn load(&self, inspect: Option<Inspect<'_>>, texts: Texts) -> Result<Loaded, HistoryError> {
        let settings = self.settings(inspect)?;
        let mut files = Vec::new();
        let mut findings = Vec::new();
        for (path, blob) in self.tree.files() {
            let Some(file) = RecordFile::from_path(path) else {
                findings.extend(
                    self.passed_over(path, blob.is_link).map(|message| Finding::new(message, path, Spot::File)),
                );
                continue;
            };
            let blob = if blob.is_link { self.tree.file(path)? } else { Some(blob) };
            match blob {
                Some(blob) => files.push((file, blob.id.as_str())),
                None => findings.push(Finding::new(checks::link_outside(), path, Spot::File)),
            }
        }
        let reader = FileReader::new(settings.record.as_ref(), texts);
        let read = |file: &RecordFile, bytes: &[u8]| -> FileRead {
            let file = file.clone();
            if bytes.len() as u64 > LARGEST_FILE {
                let finding = too_large(&file.path, bytes.len() as u64);
                return FileRead::unread(file, finding);
            }
            let found = inspected(inspect, &file.path, bytes);
            let mut read = reader.read(file, bytes);
            read.reading.findings.extend(found);
            read
        };
        // What lies on disk as it is staged is read from there, which costs less.
        let (on_disk, in_git): (Vec<_>, Vec<_>) =
            files.into_iter().partition(|(file, _)| self.tree.is_on_disk(&file.path));
        let read_on_disk =
            |(file, id): (RecordFile, &str)| match self.tree.on_disk(&file.path, |bytes| read(&file, bytes)) {
                Some(read) => Ok(read),
                None => self.tree.read(id).map(|bytes| read(&file, &bytes)),
            };
        let mut all: Vec<FileRead> = on_disk.into_par_iter().map(read_on_disk).collect::<Result<_, HistoryError>>()?;
        let ids: Vec<&str> = in_git.iter().map(|(_, id)| *id).collect();
        all.append(&mut self.tree.read_all(&ids, |place, bytes| read(&in_git[place].0, bytes))?);
        let mut readings = reader.finish(all);
        in_order(&mut readings, |(file, _)| file);
        Ok(assemble(settings, readings, findings))
    }

    /// Why what is no record's file should have been read, if it should.
    fn passed_over(&self, path: &str, is_link: bool) -> Option<Message<Arg>> {
        if Kind::from_folder(path).is_some() {
            return Some(if is_link { checks::link_outside() } else { checks::unreadable() });
        }
        RecordFile::is_overlooked(path, |other| self.tree.has(other)).then(checks::overlooked_file)
    }

    fn settings(&self, inspect: Option<Inspect<'_>>) -> Result<Reading<Settings>, HistoryError> {
        let Some(bytes) = self.tree.bytes(SETTINGS_FILE)? else {
            let revision = self.commit.as_ref().map(|commit| commit.0.clone()).unwrap_or_default();
            return Err(HistoryError::NoRegister { revision, found: Vec::new() });
        };
        let mut reading = read_settings(SETTINGS_FILE, &bytes);
        reading.findings.extend(inspected(inspect, SETTINGS_FILE, &bytes));
        Ok(reading)
    }
}
