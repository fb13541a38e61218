//! Saying where a picture or plan was proposed and adopted (D23, D30).

use super::seal::adopted;
use super::{ChangeError, Work};
use crate::catalog::shape_of;
use crate::format::{Edit, RecordFile, edit, key, table_of_text};
use crate::model::RecordId;
use crate::store::FileChange;

impl Work {
    /// The change that says where a picture or plan was proposed.
    ///
    /// # Errors
    /// The file can't be read, or not be edited.
    pub fn propose(&self, record: &RecordId, meeting: &str) -> Result<FileChange, ChangeError> {
        self.edit(record, &[Edit::Set(key("proposed"), meeting.into())])
    }

    /// The change that says where a picture or plan was adopted, and seals it as it is.
    ///
    /// # Errors
    /// The file can't be read, or not be edited.
    pub fn adopt(&self, record: &RecordId, meeting: &str) -> Result<FileChange, ChangeError> {
        let before = self.text(record)?;
        let text = adopted(record.kind, &before, meeting)?;
        self.replace(record, &before, text)
    }

    /// The changes that make what a picture or plan says now a new version of it, adopted in a meeting; the old one is as
    /// it was adopted, where that is known.
    ///
    /// # Errors
    /// The file can't be read, or not be edited.
    pub fn adopt_anew(
        &self,
        record: &RecordId,
        new: &str,
        meeting: &str,
        was: Option<String>,
    ) -> Result<Vec<FileChange>, ChangeError> {
        let before = self.text(record)?;
        let shape = shape_of(record.kind);
        let table = table_of_text(&before).unwrap_or_default();
        let old_names = ["proposed", "followed_up", "former_ids"].into_iter().filter(|name| table.contains_key(*name));
        let edits: Vec<Edit> = old_names.map(|name| Edit::Remove(key(name))).collect();
        let text = adopted(record.kind, &edit(&before, shape, &edits)?, meeting)?;
        let created = Self::create(
            &RecordFile { kind: record.kind, id: new.to_owned(), path: RecordFile::path_of(record.kind, new) },
            text,
        )?;
        let restored = was.map(|was| self.replace(record, &before, was)).transpose()?;
        Ok(std::iter::once(created).chain(restored).collect())
    }
}
