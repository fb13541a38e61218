//! Writing a register of format 1 in format 2, in one change.

use super::{ChangeError, Work};
use crate::format::upgrade::{TextFile, upgraded};
use crate::format::{EditError, FileReader, RecordFile, SETTINGS_FILE, Texts, assemble, in_order, read_settings};
use crate::model::{Finding, Kind, OLD_FORMAT, Register};
use crate::store::FileChange;
use crate::with_kind;
use std::collections::BTreeMap;

impl Work {
    /// Whether the register is of format 1.
    #[must_use]
    pub fn is_old(&self) -> bool {
        self.register.settings.format == Some(OLD_FORMAT)
    }

    /// The changes that write the register in the format of this program. What it says is what it said: the new texts
    /// are read and held against it.
    ///
    /// # Errors
    /// A file can't be read, or can't be written anew without changing what it says.
    pub fn upgrade(&self) -> Result<Vec<FileChange>, ChangeError> {
        // What can't be read can't be moved either. A field that can't goes where it belongs, as it is.
        let is_lost =
            |file: &str| self.register.unread.iter().any(|unread| unread.file == file && unread.field.is_empty());
        let unread = |finding: &&Finding| is_lost(&finding.file);
        let wrong: Vec<Finding> = self.findings.iter().filter(unread).cloned().collect();
        if !wrong.is_empty() {
            return Err(ChangeError::Refused(wrong, Vec::new()));
        }
        let mut paths: Vec<String> = self.store.files().into_iter().map(|file| file.path).collect();
        paths.insert(0, SETTINGS_FILE.to_owned());
        let mut before = BTreeMap::new();
        let mut files = Vec::new();
        for path in paths {
            let text = self.store.read(&path)?;
            before.insert(path.clone(), text.clone());
            files.push(TextFile { path, text });
        }
        let after = upgraded(files);
        self.hold_against(&after)?;
        let changes = after.into_iter().filter_map(|TextFile { path, text }| match before.remove(&path) {
            None => Some(FileChange::Create { file: path, text }),
            Some(before) if before == text => None,
            Some(before) => Some(FileChange::Replace { file: path, before, text }),
        });
        Ok(changes.collect())
    }

    /// Refuses texts that do not say what the register says.
    fn hold_against(&self, after: &[TextFile]) -> Result<(), ChangeError> {
        let settings = after.iter().find(|file| file.path == SETTINGS_FILE).map_or("", |file| &*file.text);
        let settings = read_settings(SETTINGS_FILE, settings.as_bytes());
        let reader = FileReader::new(settings.record.as_ref(), Texts::All);
        let records = after.iter().filter_map(|file| Some((RecordFile::from_path(&file.path)?, &file.text)));
        let read = records.map(|(file, text)| reader.read(file, text.as_bytes())).collect();
        let mut readings = reader.finish(read);
        in_order(&mut readings, |(file, _)| file);
        let written = assemble(settings, readings, Vec::new()).register;
        match Kind::ALL.into_iter().find_map(|kind| difference(&self.register, &written, kind)) {
            Some(record) => Err(EditError::Unsafe(record).into()),
            None => Ok(()),
        }
    }
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
