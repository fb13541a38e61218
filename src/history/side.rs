//! A state of a register that another is compared with: its files, and what they hold.

use super::error::HistoryError;
use super::place::{Commit, Repository};
use super::snapshot::Snapshot;
use super::tree::Tree;
use crate::format::{FileReader, RecordFile, SETTINGS_FILE, Texts, assemble, in_order, read_settings};
use crate::model::{RecordId, Register};
use crate::store::Store;
use std::collections::BTreeMap;

/// A state of a register.
pub enum Side {
    /// Its folder, as it lies on disk.
    Folder(Store),
    /// A commit, and the register's folder in it.
    Commit(Repository, Commit, String),
    /// What is staged.
    Index(Repository),
}

impl Side {
    /// The register as it was in a commit.
    ///
    /// # Errors
    /// There was no register, or git can't read it.
    pub fn of_commit(repository: &Repository, commit: Commit, given: Option<&str>) -> Result<Self, HistoryError> {
        let folder = Snapshot::folder_in(repository, &commit, given)?;
        Ok(Side::Commit(repository.clone(), commit, folder))
    }

    /// Its files in git; nothing where it is a folder.
    fn tree(&self) -> Result<Option<Tree>, HistoryError> {
        Ok(match self {
            Side::Folder(_) => None,
            Side::Commit(repository, commit, folder) => Some(repository.tree(commit, folder)?),
            Side::Index(repository) => Some(repository.index(repository.prefix())?),
        })
    }

    /// Every file of it.
    pub(super) fn files(&self) -> Result<BTreeMap<String, Vec<u8>>, HistoryError> {
        if let Some(tree) = self.tree()? {
            let files = tree.files().filter(|(path, _)| is_read(path));
            let (paths, ids): (Vec<&str>, Vec<&str>) = files.map(|(path, blob)| (path, blob.id.as_str())).unzip();
            let read = tree.read_all(&ids, |_, bytes| bytes.to_vec())?;
            return Ok(paths.into_iter().map(str::to_owned).zip(read).collect());
        }
        let Side::Folder(store) = self else { return Ok(BTreeMap::new()) };
        let files = store.files().into_iter().map(|file| file.path).chain([SETTINGS_FILE.to_owned()]);
        files.map(|path| Ok((path.clone(), store.read_bytes(&path)?))).collect()
    }

    /// Some of its files, by their paths; nothing for those that are not there.
    pub(super) fn read(&self, paths: &[String]) -> Result<Vec<Option<Vec<u8>>>, HistoryError> {
        match self {
            Side::Folder(store) => Ok(paths.iter().map(|path| store.read_bytes(path).ok()).collect()),
            Side::Commit(repository, commit, folder) => {
                let names = paths.iter().map(|path| format!("{}:{folder}{path}", commit.0)).collect::<Vec<_>>();
                repository.read_named(&names)
            }
            Side::Index(repository) => {
                let names = paths.iter().map(|path| format!(":0:{}{path}", repository.prefix())).collect::<Vec<_>>();
                repository.read_named(&names)
            }
        }
    }

    /// The paths of all its records, by their ids.
    pub(super) fn paths(&self) -> Result<BTreeMap<RecordId, String>, HistoryError> {
        let files: Vec<RecordFile> = match (self, self.tree()?) {
            (Side::Folder(store), _) => store.files(),
            (_, Some(tree)) => tree.files().filter_map(|(path, _)| RecordFile::from_path(path)).collect(),
            (_, None) => Vec::new(),
        };
        Ok(files.into_iter().map(|file| (RecordId::new(file.kind, &file.id), file.path)).collect())
    }

    /// The register as a whole.
    ///
    /// # Errors
    /// A file of it can't be read.
    pub fn load(&self) -> Result<Register, HistoryError> {
        let mut files = self.files()?;
        let settings = read_settings(SETTINGS_FILE, &files.remove(SETTINGS_FILE).unwrap_or_default());
        let reader = FileReader::new(settings.record.as_ref(), Texts::All);
        let files =
            files.into_iter().filter_map(|(path, bytes)| Some(reader.read(RecordFile::from_path(&path)?, &bytes)));
        let mut readings = reader.finish(files.collect());
        in_order(&mut readings, |(file, _)| file);
        Ok(assemble(settings, readings, Vec::new()).register)
    }
}

/// Whether a file is one of a register's.
#[must_use]
pub fn is_read(path: &str) -> bool {
    path == SETTINGS_FILE || RecordFile::from_path(path).is_some()
}
