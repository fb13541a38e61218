//! A state of a register that another is compared with: its files, and what they hold.

use super::error::HistoryError;
use super::place::{Commit, Repository};
use super::snapshot::Snapshot;
use super::tree::Tree;
use crate::format::{FileReader, RecordFile, SETTINGS_FILE, Texts, assemble, in_order, read_settings};
use crate::model::{Kind, RecordId, Register};
use crate::store::{Found, Store};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// A state of a register.
pub enum Side {
    /// Its folder, as it lies on disk.
    Folder(WorkFolder),
    /// A commit, and the register's folder in it.
    Commit(Repository, Commit, String),
    /// What is staged.
    Index(Repository),
}

/// A register's folder, and what there is in it when it is first asked for.
pub struct WorkFolder {
    /// The folder.
    pub store: Store,
    found: OnceLock<Found>,
}

impl WorkFolder {
    /// A folder that nothing is known of yet.
    #[must_use]
    pub fn new(store: Store) -> Self {
        Self { store, found: OnceLock::new() }
    }

    /// What there is in it.
    pub(super) fn found(&self) -> &Found {
        self.found.get_or_init(|| self.store.found())
    }
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
        let Side::Folder(folder) = self else { return Ok(BTreeMap::new()) };
        let files = folder.found().files.iter().map(|file| &*file.path).chain([SETTINGS_FILE]);
        files.map(|path| Ok((path.to_owned(), folder.store.read_bytes(path)?))).collect()
    }

    /// Some of its files, by their paths; nothing for those that are not there.
    pub(super) fn read(&self, paths: &[String]) -> Result<Vec<Option<Vec<u8>>>, HistoryError> {
        match self {
            Side::Folder(folder) => Ok(paths.iter().map(|path| folder.store.read_bytes(path).ok()).collect()),
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

    /// The paths of its records of some kinds, by their ids.
    pub(super) fn paths(&self, kinds: &BTreeSet<Kind>) -> Result<BTreeMap<RecordId, String>, HistoryError> {
        let folders: Vec<&str> = kinds.iter().map(|kind| kind.folder()).collect();
        let files: Vec<RecordFile> = match self {
            Side::Folder(folder) => folder.found().files.clone(),
            Side::Commit(repository, commit, folder) => {
                let paths = repository.paths_below(commit, folder, &folders)?;
                paths.iter().filter_map(|path| RecordFile::from_path(path)).collect()
            }
            Side::Index(repository) => {
                let tree = repository.index(repository.prefix())?;
                tree.files().filter_map(|(path, _)| RecordFile::from_path(path)).collect()
            }
        };
        let files = files.into_iter().filter(|file| kinds.contains(&file.kind));
        Ok(files.map(|file| (RecordId::new(file.kind, &file.id), file.path)).collect())
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
