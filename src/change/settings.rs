//! Changes of what holds for the whole register: its own file.

use super::{ChangeError, Work, refuse_unread};
use crate::check::elements_of;
use crate::format::{Edit, SETTINGS_FILE, edit};
use crate::model::{Kind, RecordId, Settings, Table as _};
use crate::store::FileChange;

impl Work {
    /// The text of the settings' file.
    ///
    /// # Errors
    /// The file can't be read.
    pub fn settings_text(&self) -> Result<String, ChangeError> {
        Ok(self.store.read(SETTINGS_FILE)?)
    }

    /// The change that edits make to the settings.
    ///
    /// # Errors
    /// The file can't be read, or not be edited that way.
    pub fn edit_settings(&self, edits: &[Edit]) -> Result<FileChange, ChangeError> {
        let before = self.settings_text()?;
        self.refuse_uncertain(SETTINGS_FILE, &before, edits)?;
        let text = edit(&before, &Settings::TABLE, edits)?;
        Ok(self.replace_settings(before, text))
    }

    /// The change that puts a whole new text in the settings' file.
    #[must_use]
    pub fn replace_settings(&self, before: String, text: String) -> FileChange {
        FileChange::Replace { file: SETTINGS_FILE.to_owned(), before, text }
    }

    /// The records that may be wrong when the settings become others: all of them, where a name is gone that they may refer
    /// by, or the rule of what they have is another; none otherwise.
    ///
    /// # Errors
    /// A name is gone that something which can't be read may refer by.
    pub(super) fn relying_on(&self, after: &Settings) -> Result<Vec<RecordId>, ChangeError> {
        let (was, is) = (names(&self.register.settings), names(after));
        if let Some(gone) = was.iter().find(|name| !is.contains(name)) {
            refuse_unread(&self.register, gone, |unread| unread.file != SETTINGS_FILE)?;
        } else if self.register.settings.case_number == after.case_number {
            return Ok(Vec::new());
        }
        let of = |kind: Kind| self.register.records(kind).map(move |(id, _, _)| RecordId::new(kind, id));
        Ok(Kind::ALL.into_iter().flat_map(of).collect())
    }
}

/// The names that settings give to be referred by: those of goals, and of words with their lists.
fn names(settings: &Settings) -> Vec<String> {
    let goals = elements_of(settings, None).into_iter().map(str::to_owned);
    let words =
        settings.vocabulary.lists().flat_map(|(list, words)| words.keys().map(move |id| format!("{list}/{id}")));
    goals.chain(words).collect()
}
