//! What commits changed, as it was found out before: by the id of a commit, which says all that it is made of.

use super::changed::{Changed, FileVersion};
use super::entry::{LogEntry, LogHead};
use super::place::{Commit, Repository};
use crate::check::rule;
use crate::compare::{Comparison, Notes, RecordChange, State, Subject, What, differences};
use crate::format::SETTINGS_FILE;
use crate::model::{Kind, RecordId, Unread};
use crate::store::Cache;
use serde::{Deserialize, Serialize};
use toml::Table;

/// What is kept of what commits changed in the register in one folder.
pub struct Kept {
    cache: Cache,
    folder: String,
}

/// A file that a commit touched: its path, and the ids of what it was and became.
type KeptFile = (String, Option<String>, Option<String>);

/// A comparison as it is kept. Of what changed stand the fields in which it did, as they were and are: what differs in
/// them is found again sooner than it is read.
#[derive(Serialize, Deserialize)]
struct KeptComparison {
    records: Vec<KeptChange>,
    layout_only: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct KeptChange {
    subject: String,
    what: KeptWhat,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<KeptState>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    after: Option<KeptState>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    gone: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    come: Vec<String>,
}

#[derive(Serialize, Deserialize)]
enum KeptWhat {
    Added,
    Removed,
    Changed,
    Renamed(String),
    Unreadable,
}

#[derive(Serialize, Deserialize)]
struct KeptState {
    path: String,
    /// The whole text of what is new or gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    /// The fields that differ, and what it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fields: Option<Table>,
}

impl Kept {
    /// What is kept of the register that lies in a folder now.
    #[must_use]
    pub fn open(repository: &Repository, folder: &str) -> Self {
        Self { cache: repository.cache("log"), folder: folder.to_owned() }
    }

    /// What is kept of which files were touched, and whether that made them say something else.
    #[must_use]
    pub fn of_ages(repository: &Repository, folder: &str) -> Self {
        Self { cache: repository.cache("ages"), folder: folder.to_owned() }
    }

    /// What is kept of what was wrong with the register.
    #[must_use]
    pub fn of_checks(repository: &Repository) -> Self {
        Self { cache: repository.cache("check"), folder: String::new() }
    }

    fn key(&self, commit: &str) -> String {
        format!("{commit} {}", self.folder)
    }

    /// What a commit changed, where it is kept.
    #[must_use]
    pub fn comparison(&self, commit: &Commit) -> Option<Comparison> {
        let kept: KeptComparison = serde_json::from_str(&self.cache.get(&self.key(&commit.0))?).ok()?;
        let records: Option<Vec<RecordChange>> = kept.records.into_iter().map(KeptChange::change).collect();
        let layout_only: Option<Vec<Subject>> = kept.layout_only.iter().map(|text| subject(text)).collect();
        Some(Comparison { records: records?, layout_only: layout_only? })
    }

    /// Keeps what a commit changed. What a merge did itself is no difference of two states, and is found out each time.
    pub fn keep(&mut self, commit: &Commit, comparison: &Comparison, is_merge: bool) {
        if is_merge && !comparison.records.is_empty() {
            return;
        }
        let kept = KeptComparison {
            records: comparison.records.iter().map(KeptChange::of).collect(),
            layout_only: comparison.layout_only.iter().map(subject_text).collect(),
        };
        if let Ok(text) = serde_json::to_string(&kept) {
            self.cache.add(&self.key(&commit.0), &text);
        }
    }

    /// The files that a commit touched, where they are kept; of a merge not what else it came of.
    pub(super) fn entry(&self, head: &LogHead) -> Option<LogEntry> {
        let text = self.cache.get(&self.key(&head.commit.0))?;
        let (files, renamed): (Vec<KeptFile>, Vec<(String, String)>) = serde_json::from_str(&text).ok()?;
        let version = |id: Option<String>| id.map(FileVersion::Git);
        let file = |(path, before, after)| Changed { path, before: version(before), after: version(after) };
        let files = files.into_iter().map(file).collect();
        Some(LogEntry { files, renamed, ..LogEntry::of_nothing(head.clone()) })
    }

    /// Keeps the files that a commit touched.
    pub(super) fn keep_entry(&mut self, entry: &LogEntry) {
        fn id(version: &Option<FileVersion>) -> Option<&str> {
            if let Some(FileVersion::Git(id)) = version { Some(id) } else { None }
        }
        let files: Vec<_> = entry.files.iter().map(|file| (&file.path, id(&file.before), id(&file.after))).collect();
        if let Ok(text) = serde_json::to_string(&(files, &entry.renamed)) {
            self.cache.add(&self.key(&entry.commit.0), &text);
        }
    }

    /// Whether a file of a kind came to say something else when one content became another, where that is kept.
    pub(super) fn says_else(&self, kind: Kind, before: &str, after: &str) -> Option<bool> {
        match &*self.cache.get(&format!("{} {before} {after}", kind.name()))? {
            "1" => Some(true),
            "0" => Some(false),
            _ => None,
        }
    }

    /// Keeps that.
    pub(super) fn keep_says_else(&mut self, kind: Kind, (before, after): (&str, &str), is_else: bool) {
        self.cache.add(&format!("{} {before} {after}", kind.name()), if is_else { "1" } else { "0" });
    }

    /// What of the register could not be read in a commit, where it is kept.
    pub(super) fn unread(&self, commit: &Commit) -> Option<Vec<Unread>> {
        let kept: Vec<[String; 3]> =
            serde_json::from_str(&self.cache.get(&format!("unread {}", self.key(&commit.0)))?).ok()?;
        let unread = |[file, field, why]: [String; 3]| Some(Unread { file, field, why: rule(&why)?.code() });
        kept.into_iter().map(unread).collect()
    }

    /// The commit of which that was kept last, and what it is.
    pub(super) fn last_unread(&self) -> Option<(Commit, Vec<Unread>)> {
        let commit = Commit(self.cache.get(&format!("last-unread {}", self.folder))?.into_owned());
        let unread = self.unread(&commit)?;
        Some((commit, unread))
    }

    /// Keeps what of the register could not be read in a commit.
    pub(super) fn keep_unread(&mut self, commit: &Commit, unread: &[Unread]) {
        let kept: Vec<[&str; 3]> = unread.iter().map(|own| [&*own.file, &*own.field, own.why]).collect();
        if let Ok(text) = serde_json::to_string(&kept) {
            self.cache.add(&format!("unread {}", self.key(&commit.0)), &text);
            self.cache.add(&format!("last-unread {}", self.folder), &commit.0);
        }
    }

    /// What was kept of a tree under some other name, one text for each thing.
    #[must_use]
    pub fn texts(&self, name: &str, of: &str) -> Option<Vec<String>> {
        serde_json::from_str(&self.cache.get(&format!("{name} {of}"))?).ok()
    }

    /// Keeps some texts of a tree under a name.
    pub fn keep_texts(&mut self, name: &str, of: &str, texts: &[String]) {
        if let Ok(text) = serde_json::to_string(texts) {
            self.cache.add(&format!("{name} {of}"), &text);
        }
    }

    /// Writes what has come to be kept.
    pub fn save(&mut self) {
        self.cache.save();
    }
}

impl KeptChange {
    fn of(change: &RecordChange) -> Self {
        let is_whole = !matches!(change.what, What::Changed | What::Renamed(_));
        let table = |state: &Option<State>| state.as_ref().and_then(|state| state.table.clone()).unwrap_or_default();
        let (before, after) = (table(&change.before), table(&change.after));
        let title = kind_of(&change.subject).and_then(Kind::called_by);
        let is_kept = |key: &str| before.get(key) != after.get(key) || Some(key) == title;
        let state = |state: &Option<State>| {
            let state = state.as_ref()?;
            let fields = state.table.as_ref().filter(|_| !is_whole).map(|table| {
                table.iter().filter(|(key, _)| is_kept(key)).map(|(key, value)| (key.clone(), value.clone())).collect()
            });
            Some(KeptState { path: state.path.clone(), text: is_whole.then(|| state.text.clone()), fields })
        };
        Self {
            subject: subject_text(&change.subject),
            what: match &change.what {
                What::Added => KeptWhat::Added,
                What::Removed => KeptWhat::Removed,
                What::Changed => KeptWhat::Changed,
                What::Renamed(from) => KeptWhat::Renamed(from.to_string()),
                What::Unreadable => KeptWhat::Unreadable,
            },
            before: state(&change.before),
            after: state(&change.after),
            gone: change.notes.gone.clone(),
            come: change.notes.come.clone(),
        }
    }

    fn change(self) -> Option<RecordChange> {
        let subject = subject(&self.subject)?;
        let state = |kept: KeptState| match (kept.text, kept.fields) {
            (Some(text), _) => State::of_text(&subject, &kept.path, text),
            (None, fields) => State::of_table(&kept.path, fields),
        };
        let (before, after) = (self.before.map(state), self.after.map(state));
        let what = match self.what {
            KeptWhat::Added => What::Added,
            KeptWhat::Removed => What::Removed,
            KeptWhat::Changed => What::Changed,
            KeptWhat::Renamed(from) => What::Renamed(record(&from)?),
            KeptWhat::Unreadable => What::Unreadable,
        };
        let differences = match (&what, &before, &after) {
            (What::Changed | What::Renamed(_), Some(before), Some(after)) => {
                differences(before.table.as_ref()?, after.table.as_ref()?, subject.shape())
            }
            _ => Vec::new(),
        };
        let notes = Notes { gone: self.gone, come: self.come };
        Some(RecordChange { subject, what, before, after, differences, notes })
    }
}

fn kind_of(subject: &Subject) -> Option<Kind> {
    if let Subject::Record(record) = subject { Some(record.kind) } else { None }
}

fn subject_text(subject: &Subject) -> String {
    match subject {
        Subject::Record(record) => record.to_string(),
        Subject::Settings => SETTINGS_FILE.to_owned(),
    }
}

fn subject(text: &str) -> Option<Subject> {
    if text == SETTINGS_FILE { Some(Subject::Settings) } else { record(text).map(Subject::Record) }
}

fn record(text: &str) -> Option<RecordId> {
    let (kind, id) = text.split_once('/')?;
    Some(RecordId::new(Kind::from_name(kind)?, id))
}
