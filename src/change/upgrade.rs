//! Writing a register of format 1 in format 2, in one change.

use super::{ChangeError, Work};
use crate::format::upgrade::{TextFile, upgraded};
use crate::format::{EditError, FileReader, Reading, RecordFile, SETTINGS_FILE, Texts, assemble, in_order};
use crate::model::{Finding, Kind, Register, is_id};
use crate::store::FileChange;
use crate::with_kind;
use std::collections::BTreeMap;

impl Work {
    /// The changes that write the register in the format of this program. What it says is what it said: the new texts
    /// are read and held against the old. A file whose name can't be an id is no record, and stays as it is.
    ///
    /// # Errors
    /// A file can't be read, or can't be written anew without changing what it says.
    pub fn upgrade(&self) -> Result<Vec<FileChange>, ChangeError> {
        // What can't be read can't be moved either. A field that can't goes where it belongs, as it is.
        let files: Vec<RecordFile> = self.store.files().into_iter().filter(|file| is_id(&file.id)).collect();
        let is_whole = |file: &str| self.register.unread.iter().any(|own| own.file == file && own.field.is_empty());
        let is_record = |file: &str| file == SETTINGS_FILE || files.iter().any(|record| record.path == file);
        let wrong = self.findings.iter().filter(|found| is_whole(&found.file) && is_record(&found.file));
        let wrong: Vec<Finding> = wrong.cloned().collect();
        if !wrong.is_empty() {
            return Err(ChangeError::Refused(wrong, Vec::new()));
        }
        let mut before = BTreeMap::new();
        let mut texts = Vec::new();
        for path in std::iter::once(SETTINGS_FILE.to_owned()).chain(files.into_iter().map(|file| file.path)) {
            let text = self.store.read(&path)?;
            before.insert(path.clone(), text.clone());
            texts.push(TextFile { path, text });
        }
        let said = register_of(&texts, FileReader::of_any_format(Texts::All));
        let after = upgraded(texts);
        let written = register_of(&after, FileReader::of_this_format(Texts::All));
        if let Some(record) = Kind::ALL.into_iter().find_map(|kind| difference(&said, &written, kind)) {
            return Err(EditError::Unsafe(record).into());
        }
        let changes = after.into_iter().filter_map(|TextFile { path, text }| match before.remove(&path) {
            None => Some(FileChange::Create { file: path, text }),
            Some(before) if before == text => None,
            Some(before) => Some(FileChange::Replace { file: path, before, text }),
        });
        Ok(changes.collect())
    }
}

/// What files say that are read in one way.
fn register_of(files: &[TextFile], reader: FileReader) -> Register {
    let records = files.iter().filter_map(|file| Some((RecordFile::from_path(&file.path)?, &file.text)));
    let read = records.map(|(file, text)| reader.read(file, text.as_bytes())).collect();
    let mut readings = reader.finish(read);
    in_order(&mut readings, |(file, _)| file);
    assemble(Reading { record: None, findings: Vec::new() }, readings, Vec::new()).register
}

/// The first record of a kind that two registers have otherwise.
fn difference(left: &Register, right: &Register, kind: Kind) -> Option<String> {
    fn first<R: crate::model::Record + PartialEq>(left: &Register, right: &Register) -> Option<String> {
        let (left, right) = (R::records(left), R::records(right));
        let mut ids: Vec<&str> = left.ids().chain(right.ids()).collect();
        ids.sort_unstable();
        let id = ids.into_iter().find(|id| left.get(id) != right.get(id))?;
        Some(format!("{}/{id}", R::KIND.name()))
    }
    with_kind!(kind, R => first::<R>(left, right))
}
