//! Changing a register: a change is planned, made in memory, read and checked as text, and only then
//! written. Every write of the program goes through [`Work`].

mod adopt;
mod doubts;
mod duplicate;
mod elements;
mod hand_over;
mod join;
mod kept;
mod matching;
mod new_id;
mod plan;
mod rename;
mod seal;
mod settings;
mod succession;
mod undo;
mod upgrade;

use doubts::Doubts;
pub use duplicate::likely_duplicates;
pub use elements::{Element, Owner, element_ids};
pub use matching::{KnownBy, Titles};
pub use new_id::{new_id, numbered_id};
pub use succession::{Named, Succession, SuccessionFault};

use crate::catalog::shape_of;
use crate::check::{elements_of, errors_of, errors_of_settings, scan, severity};
use crate::format::{
    AnyRecord, Edit, EditError, Loaded, Reading, RecordFile, SETTINGS_FILE, Texts, edit, put, read_record,
    read_settings,
};
use crate::model::{
    Day, FORMAT, Finding, Kind, OLD_FORMAT, RecordId, Register, Settings, Severity, Spot, Step, Unread,
};
use crate::store::{Committed, FileChange, Lock, Store, StoreError};
use std::collections::{BTreeSet, VecDeque};

/// A register that one has to oneself for a while, to change it.
pub struct Work {
    store: Store,
    lock: Option<Lock>,
    /// The register as it is.
    pub register: Register,
    /// What reading it found.
    pub findings: Vec<Finding>,
    today: Day,
    /// What tells of the errors that the change takes away.
    mended: Vec<String>,
    /// What a person has to say of the change, before it is written.
    doubts: Doubts,
}

/// Why a change was not made.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// It would put errors into the register.
    #[error("the change would put errors into the register")]
    Refused(Vec<Finding>, Vec<FileChange>),
    /// What can't be read may name the record, and would go on doing so.
    #[error("what can't be read may name {0}")]
    Unread(String, Vec<Unread>),
    /// The text can't be edited that way.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// The files can't be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Work {
    /// Waits for one's turn, and reads the register.
    ///
    /// # Errors
    /// Another program goes on writing, the register can't be read, or it is of a format that this
    /// program does not write.
    pub fn begin(store: &Store, today: Day) -> Result<Self, StoreError> {
        let lock = store.lock()?;
        Self::with(store, Some(lock), today)
    }

    /// Reads the register without waiting, to see what a change would do: nothing can be written.
    ///
    /// # Errors
    /// The register can't be read, or is of a format that this program does not write.
    pub fn look(store: &Store, today: Day) -> Result<Self, StoreError> {
        Self::with(store, None, today)
    }

    fn with(store: &Store, lock: Option<Lock>, today: Day) -> Result<Self, StoreError> {
        let work = Self::of_any_format(store, lock, today)?;
        match work.register.settings.format {
            Some(format) if format != FORMAT => Err(StoreError::Format { format }),
            _ => Ok(work),
        }
    }

    /// Reads a register to write it in this program's format: waits for one's turn, or only looks what would change.
    ///
    /// # Errors
    /// Another program goes on writing, the register can't be read, or it is of a format that this program does not
    /// know.
    pub fn begin_upgrade(store: &Store, today: Day, looks_only: bool) -> Result<Self, StoreError> {
        let lock = if looks_only { None } else { Some(store.lock()?) };
        let work = Self::of_any_format(store, lock, today)?;
        match work.register.settings.format {
            Some(format) if format != FORMAT && format != OLD_FORMAT => Err(StoreError::Format { format }),
            _ => Ok(work),
        }
    }

    /// Lets go of the register, for others to change it, and keeps what was read.
    #[must_use]
    pub fn release(self) -> Register {
        self.register
    }

    fn of_any_format(store: &Store, lock: Option<Lock>, today: Day) -> Result<Self, StoreError> {
        let Loaded { register, findings } = store.load(None, Texts::All)?;
        Ok(Self {
            store: store.clone(),
            lock,
            register,
            findings,
            today,
            mended: Vec::new(),
            doubts: Doubts::default(),
        })
    }

    /// The change that edits make to the file of a record.
    ///
    /// # Errors
    /// The file can't be read, or not be edited that way.
    pub fn edit(&self, record: &RecordId, edits: &[Edit]) -> Result<FileChange, ChangeError> {
        let (file, before, text) = self.edited(record, edits)?;
        let text = seal::noted(record.kind, Some(&before), text)?;
        Ok(FileChange::Replace { file, before, text })
    }

    /// The file of a record, its text, and the text that edits make of it.
    fn edited(&self, record: &RecordId, edits: &[Edit]) -> Result<(String, String, String), ChangeError> {
        let file = self.file(record)?;
        let before = self.store.read(&file)?;
        self.refuse_uncertain(&file, &before, edits)?;
        let text = edit(&before, shape_of(record.kind), edits)?;
        Ok((file, before, text))
    }

    /// The change that adds a record.
    ///
    /// # Errors
    /// What it says is adopted can't be noted.
    pub fn create(file: &RecordFile, text: String) -> Result<FileChange, ChangeError> {
        Ok(FileChange::Create { file: file.path.clone(), text: seal::noted(file.kind, None, text)? })
    }

    /// Refuses to change an element of a list by its place where the file has errors: what could not be
    /// kept of a list moves the places of the rest.
    fn refuse_uncertain(&self, file: &str, text: &str, edits: &[Edit]) -> Result<(), ChangeError> {
        let by_place = edits.iter().any(|edit| edit.path().iter().any(|step| matches!(step, Step::Index(_))));
        let wrong: Vec<Finding> = self.findings.iter().filter(|finding| finding.file == file).cloned().collect();
        if !by_place || wrong.is_empty() {
            return Ok(());
        }
        let change = FileChange::Replace { file: file.to_owned(), before: text.to_owned(), text: text.to_owned() };
        Err(ChangeError::Refused(wrong, vec![change]))
    }

    /// The change that puts a whole new text in a record's file.
    ///
    /// # Errors
    /// The file can't be read.
    pub fn replace(&self, record: &RecordId, before: &str, text: String) -> Result<FileChange, ChangeError> {
        // A text that can't be read is told of when it is verified.
        let text = seal::noted(record.kind, Some(before), text.clone()).unwrap_or(text);
        Ok(FileChange::Replace { file: self.file(record)?, before: before.to_owned(), text })
    }

    /// The change that takes a record away.
    ///
    /// # Errors
    /// Something else can't be read, or the file can't.
    pub fn delete(&self, record: &RecordId) -> Result<FileChange, ChangeError> {
        let file = self.file(record)?;
        refuse_unread(&self.register, record, |unread| unread.file != file)?;
        let before = self.store.read_bytes(&file)?;
        Ok(FileChange::Delete { file, before })
    }

    fn file(&self, record: &RecordId) -> Result<String, ChangeError> {
        let file = self.register.file(record.kind, &record.id).map(str::to_owned);
        file.ok_or_else(|| EditError::Missing(record.to_string()).into())
    }

    /// The text of a record's file.
    ///
    /// # Errors
    /// The file can't be read.
    pub fn text(&self, record: &RecordId) -> Result<String, ChangeError> {
        Ok(self.store.read(&self.file(record)?)?)
    }

    /// Holds changes to the rules, file by file: each file that shall be there must be read whole, with its
    /// record in it, and nothing may be wrong that is not wrong now.
    ///
    /// Findings are held by their file and not by their record: a text that can't be parsed has no record, and
    /// what is wrong with it is what has to be told. It is refused whatever was wrong with the file before.
    ///
    /// # Errors
    /// They would put errors into the register, or take away what something that can't be read may name.
    pub fn verify(&mut self, changes: &[FileChange]) -> Result<(), ChangeError> {
        let mut fresh: Vec<Finding> = Vec::new();
        let mut files: BTreeSet<String> = BTreeSet::new();
        let mut touched: BTreeSet<RecordId> = BTreeSet::new();
        let mut after = Vec::new();
        // What is moved from one file to another is not new.
        let moved: Vec<String> = changes.iter().flat_map(|change| personal_data_in("", change.texts().0)).collect();
        for change in changes {
            let (before, text) = change.texts();
            let brought = personal_data_beside(change.file(), before, text).into_iter();
            fresh.extend(brought.filter(|finding| !moved.contains(&looked_at(text, finding))));
            files.insert(change.file().to_owned());
            let planned = PlannedFile::read(change);
            fresh.extend(planned.unreadable());
            if let PlannedFile::Record(file, reading) = &planned {
                let record = RecordId::new(file.kind, &file.id);
                if self.loses_elements(&record, reading.as_ref().and_then(|reading| reading.record.as_ref())) {
                    refuse_unread(&self.register, &record, |unread| unread.file != file.path)?;
                    for owner in self.owners_of_elements(&record) {
                        let referring = self.register.referring_to(owner.kind, &owner.id);
                        touched.extend(referring.into_iter().map(|reference| reference.from));
                    }
                }
                touched.insert(record);
            }
            if let PlannedFile::Settings(reading) = &planned
                && let Some(settings) = &reading.record
            {
                touched.extend(self.relying_on(settings)?);
            }
            after.push(planned);
        }
        if !fresh.is_empty() {
            // What is wrong with the text itself stands alone: what follows from it would hide it.
            return Err(ChangeError::Refused(fresh, changes.to_vec()));
        }
        let touched: Vec<RecordId> = touched.into_iter().collect();
        // Those that were there before come in the same order again, so that each is the first that is left.
        let mut before = VecDeque::from(self.errors(&files, &touched));
        let doubted = Doubts::of(&self.register, &touched, self.today);
        after.into_iter().for_each(|planned| self.take_in(planned));
        // What is verified twice is doubted once.
        self.doubts.extend(Doubts::of(&self.register, &touched, self.today).without(&doubted));
        for finding in self.errors(&files, &touched) {
            match before.iter().position(|known| known.identity() == finding.identity()) {
                Some(place) => {
                    before.remove(place);
                }
                None => fresh.push(finding),
            }
        }
        self.mended = before.iter().map(kept::told).collect();
        if fresh.is_empty() { Ok(()) } else { Err(ChangeError::Refused(fresh, changes.to_vec())) }
    }

    /// Refuses changes that were [verified](Work::verify) and tell as done what is dated ahead, where nothing did before.
    ///
    /// # Errors
    /// They do.
    pub fn refuse_ahead(&self, changes: &[FileChange]) -> Result<(), ChangeError> {
        if self.doubts.ahead.is_empty() {
            return Ok(());
        }
        Err(ChangeError::Refused(self.doubts.ahead.clone(), changes.to_vec()))
    }

    /// What is hardly so and was not there before the changes that were [verified](Work::verify).
    #[must_use]
    pub fn unlikely(&self) -> &[Finding] {
        &self.doubts.unlikely
    }

    /// Whether a record, or an element of it that may be referred to, is gone after a change.
    fn loses_elements(&self, record: &RecordId, after: Option<&AnyRecord>) -> bool {
        let Some(was) = self.register.record(record.kind, &record.id) else { return false };
        let Some(is) = after.map(|after| elements_of(after.fields(), None)) else { return true };
        elements_of(was, None).iter().any(|id| !is.contains(id))
    }

    /// The records by whose names the elements of one are called: it, and of a target picture's goals its district.
    fn owners_of_elements(&self, record: &RecordId) -> Vec<RecordId> {
        let picture = self.register.target_pictures.get(&record.id).filter(|_| record.kind == Kind::TargetPicture);
        let district = picture.and_then(|picture| picture.district.as_ref());
        let district = district.map(|district| RecordId::new(Kind::District, district.as_str()));
        std::iter::once(record.clone()).chain(district).collect()
    }

    /// Puts what a file would say into the register in memory.
    fn take_in(&mut self, planned: PlannedFile) {
        match planned {
            PlannedFile::Other => {}
            PlannedFile::Settings(reading) => {
                self.findings.retain(|finding| finding.file != SETTINGS_FILE);
                self.findings.extend(reading.findings);
                if let Some(settings) = reading.record {
                    self.register.settings = settings;
                }
            }
            PlannedFile::Record(file, reading) => {
                self.findings.retain(|finding| finding.file != file.path);
                let reading = reading.unwrap_or(Reading { record: None, findings: Vec::new() });
                self.findings.extend(reading.findings);
                match reading.record {
                    Some(record) => put(&mut self.register, &file, record),
                    None => self.register.remove(file.kind, &file.id),
                }
            }
        }
    }

    /// The errors in some files, and those that the rules find in some records.
    fn errors(&self, files: &BTreeSet<String>, records: &[RecordId]) -> Vec<Finding> {
        let of_records = records.iter().filter_map(|record| self.register.file(record.kind, &record.id));
        let files: BTreeSet<&str> = files.iter().map(String::as_str).chain(of_records).collect();
        let mut errors: Vec<Finding> =
            self.findings.iter().filter(|finding| files.contains(&*finding.file)).cloned().collect();
        errors.retain(|finding| severity(finding) == Severity::Error);
        errors.extend(errors_of(&self.register, records, self.today));
        errors.extend(errors_of_settings(&self.register, self.today));
        errors
    }

    /// Writes changes that were [verified](Work::verify), keeps what they can be taken back by, and gives the next writer
    /// its turn. The command is the one that a person gave.
    ///
    /// # Errors
    /// A file is not what it was when it was read, or can't be written.
    pub fn commit(self, changes: &[FileChange], command: &str) -> Result<Committed, ChangeError> {
        let deed = kept::deed(changes, self.today, command, self.mended);
        match &self.lock {
            Some(lock) => Ok(self.store.commit(lock, changes, &deed)?),
            None => Err(StoreError::Locked.into()),
        }
    }
}

/// Refuses to give up the name of a record, or of an element, while something that counts can't be read: references to it that nobody
/// sees would lead nowhere.
///
/// # Errors
/// Something can't be read.
pub fn refuse_unread(
    register: &Register,
    named: &impl ToString,
    counts: impl Fn(&Unread) -> bool,
) -> Result<(), ChangeError> {
    let unread: Vec<Unread> = register.unread.iter().filter(|unread| counts(unread)).cloned().collect();
    if unread.is_empty() { Ok(()) } else { Err(ChangeError::Unread(named.to_string(), unread)) }
}

/// What a planned change would leave in its file.
enum PlannedFile {
    /// A record's file; nothing is read of one that is taken away.
    Record(RecordFile, Option<Reading<AnyRecord>>),
    Settings(Box<Reading<Settings>>),
    /// A file beside the register's own.
    Other,
}

impl PlannedFile {
    fn read(change: &FileChange) -> Self {
        let text = change.texts().1.as_bytes();
        let is_deleted = matches!(change, FileChange::Delete { .. });
        if change.file() == SETTINGS_FILE {
            return PlannedFile::Settings(Box::new(read_settings(SETTINGS_FILE, text)));
        }
        match RecordFile::from_path(change.file()) {
            None => PlannedFile::Other,
            Some(file) => {
                let reading = (!is_deleted).then(|| read_record(file.kind, &file.path, text));
                PlannedFile::Record(file, reading)
            }
        }
    }

    /// What is wrong with a text that has no record in it.
    fn unreadable(&self) -> Vec<Finding> {
        match self {
            PlannedFile::Record(_, Some(reading)) if reading.record.is_none() => reading.findings.clone(),
            PlannedFile::Settings(reading) if reading.record.is_none() => reading.findings.clone(),
            _ => Vec::new(),
        }
    }
}

/// What looks like personal data in a text and was not in the one before it.
#[must_use]
pub fn personal_data_beside(file: &str, before: &str, after: &str) -> Vec<Finding> {
    // A file that is there has its name already.
    let named = if before.is_empty() { "" } else { file };
    let known = personal_data_in(named, before);
    scan(file, after).into_iter().filter(|finding| !known.contains(&looked_at(after, finding))).collect()
}

/// The words of some files that look like personal data, and the names of those that are named so.
#[must_use]
pub fn known_personal_data<'t>(files: impl Iterator<Item = (&'t str, &'t str)>) -> BTreeSet<String> {
    let of = |(file, text): (&str, &str)| -> Vec<String> {
        scan(file, text).iter().map(|finding| words_or_name(file, text, finding)).collect()
    };
    files.flat_map(of).collect()
}

/// What looks like personal data in a file and is not known from others.
#[must_use]
pub fn personal_data_besides(file: &str, text: &str, known: &BTreeSet<String>) -> Vec<Finding> {
    scan(file, text).into_iter().filter(|finding| !known.contains(&words_or_name(file, text, finding))).collect()
}

fn words_or_name(file: &str, text: &str, finding: &Finding) -> String {
    let words = looked_at(text, finding);
    if words.is_empty() { file.to_owned() } else { words }
}

/// The words of a text that look like personal data.
fn personal_data_in(file: &str, text: &str) -> Vec<String> {
    scan(file, text).iter().map(|finding| looked_at(text, finding)).collect()
}

/// The words of a text that a finding is about; empty where it is about the file's name.
fn looked_at(text: &str, finding: &Finding) -> String {
    let text = crate::format::without_bom(text);
    match &finding.spot {
        Spot::Bytes(bytes) => text.get(bytes.start..bytes.end).unwrap_or_default().to_owned(),
        _ => String::new(),
    }
}

/// The record of a text, for those that want to look at what would be written.
#[must_use]
pub fn record_of(kind: Kind, file: &str, text: &str) -> Option<AnyRecord> {
    read_record(kind, file, text.as_bytes()).record
}
