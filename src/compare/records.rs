//! The records in which two states of a register differ.

use super::difference::{Difference, differences};
use super::normal::table_of;
use crate::catalog::shape_of;
use crate::format::upgrade::{TextFile, may_be_old, upgraded};
use crate::format::{AnyRecord, RecordFile, SETTINGS_FILE, comments, read_record};
use crate::model::{Kind, RecordId, Settings, Table as _, TableShape};
use rayon::prelude::*;
use similar::TextDiff;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::OnceLock;
use toml::{Table, Value};

/// A file in two states; nothing where it was or is not there.
#[derive(Debug, Clone)]
pub struct FileStates {
    /// Its path in the register.
    pub path: String,
    /// The bytes that it held in the first state; nothing where it was not there.
    pub before: Option<Vec<u8>>,
    /// The bytes that it holds in the second; nothing where it is not there.
    pub after: Option<Vec<u8>>,
}

/// What a change is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A record, by kind and id.
    Record(RecordId),
    /// What holds for the whole register.
    Settings,
}

impl Subject {
    /// The fields that it has.
    #[must_use]
    pub fn shape(&self) -> &'static TableShape {
        match self {
            Subject::Record(record) => shape_of(record.kind),
            Subject::Settings => &Settings::TABLE,
        }
    }

    fn of(path: &str) -> Option<Self> {
        if path == SETTINGS_FILE {
            return Some(Subject::Settings);
        }
        RecordFile::from_path(path).map(|file| Subject::Record(RecordId::new(file.kind, &file.id)))
    }
}

/// A file as it was or is.
#[derive(Debug, Clone)]
pub struct State {
    /// Its path in the register.
    pub path: String,
    /// Its text, with what is no UTF-8 replaced; empty when it has been forgotten.
    pub text: String,
    /// What it says; nothing where it does not parse.
    pub table: Option<Table>,
    record: OnceLock<Option<AnyRecord>>,
}

impl State {
    /// A file with a text.
    #[must_use]
    pub fn of_text(subject: &Subject, path: &str, text: String) -> Self {
        state(subject, path, text.as_bytes())
    }

    /// A file of which no more is known than what some fields say; nothing of what can't be read.
    #[must_use]
    pub fn of_table(path: &str, table: Option<Table>) -> Self {
        Self { path: path.to_owned(), text: String::new(), table, record: OnceLock::new() }
    }

    /// The record, as far as it can be read.
    #[must_use]
    pub fn record(&self) -> Option<&AnyRecord> {
        let read = || read_record(RecordFile::from_path(&self.path)?.kind, &self.path, self.text.as_bytes()).record;
        self.record.get_or_init(read).as_ref()
    }
}

/// What happened to a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// It is only in the second state.
    Added,
    /// It is only in the first state.
    Removed,
    /// It has another id, and may have changed too.
    Renamed(RecordId),
    /// It says something else.
    Changed,
    /// It can't be read as it was or as it is, so that it can't be told what changed.
    Unreadable,
}

/// A record that is not as it was.
#[derive(Debug, Clone)]
pub struct RecordChange {
    /// What it is: by its new id, where it was renamed.
    pub subject: Subject,
    /// What happened to it.
    pub what: What,
    /// What it was; nothing where it is new, and when it has been forgotten.
    pub before: Option<State>,
    /// What it is; nothing where it is gone.
    pub after: Option<State>,
    /// The fields that differ, those that matter most first; none where it is new or gone.
    pub differences: Vec<Difference>,
    /// The comments in its file that are not as they were: of what is new or gone all.
    pub notes: Notes,
}

/// The comments that differ in two states of a file. They say nothing to the program, and may to people.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notes {
    /// Those that were there before, each as it was.
    pub gone: Vec<String>,
    /// Those that have come.
    pub come: Vec<String>,
}

impl Notes {
    fn between(before: Option<&State>, after: Option<&State>) -> Self {
        let notes = |state: Option<&State>| -> Vec<String> {
            let text = state.map_or("", |state| &state.text);
            comments(text).into_iter().map(|place| text[place].trim().to_owned()).filter(|note| note != "#").collect()
        };
        let (mut gone, mut come) = (notes(before), Vec::new());
        for note in notes(after) {
            match gone.iter().position(|known| *known == note) {
                Some(place) => drop(gone.remove(place)),
                None => come.push(note),
            }
        }
        Self { gone, come }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.gone.is_empty() && self.come.is_empty()
    }
}

impl RecordChange {
    /// Whether it says the same, with other comments.
    #[must_use]
    pub fn is_only_noted(&self) -> bool {
        self.what == What::Changed && self.differences.is_empty()
    }
}

/// What differs between two states of a register.
#[derive(Debug, Default)]
pub struct Comparison {
    /// The records that say something else, in the order of kinds and ids, the settings last.
    pub records: Vec<RecordChange>,
    /// Those whose files are only laid out differently, or lie elsewhere.
    pub layout_only: Vec<Subject>,
}

/// How many texts that went are held against texts that came, each with each.
const MOST_PAIRS: usize = 40_000;

/// Below this many files, another thread costs more than it gives.
const WORTH_A_THREAD: usize = 64;

/// How much of two texts must be the same for one to be the other under a new name. Git asks for half.
const LIKENESS: f32 = 0.6;

/// Compares files in two states. What is of format 1 is compared as what it says in format 2, so that the same said in
/// both is the same.
#[must_use]
pub fn compare(files: Vec<FileStates>) -> Comparison {
    let files = of_one_format(files);
    let mut states: BTreeMap<Subject, (Option<State>, Option<State>)> = BTreeMap::new();
    let read = |FileStates { path, before, after }: FileStates| {
        let subject = Subject::of(&path)?;
        let state = |bytes: Option<Vec<u8>>| bytes.map(|bytes| state(&subject, &path, &bytes));
        let (before, after) = (state(before), state(after));
        Some((subject, before, after))
    };
    let read: Vec<_> = files.into_par_iter().with_min_len(WORTH_A_THREAD).filter_map(read).collect();
    for (subject, before, after) in read {
        // A file that moved to another folder went from one path and came at another.
        let known = states.entry(subject).or_default();
        known.0 = known.0.take().or(before);
        known.1 = known.1.take().or(after);
    }
    let mut comparison = Comparison::default();
    let renamed = renamed(&states);
    for (old, new) in &renamed {
        let before = states.get_mut(old).and_then(|(before, _)| before.take());
        if let Some(known) = states.get_mut(new) {
            known.0 = before;
        }
    }
    for (subject, (before, after)) in states {
        let from = renamed.iter().find(|(_, new)| *new == subject).map(|(old, _)| old);
        comparison.add(subject, from, before, after);
    }
    comparison
}

/// Compares two records of a kind as if the one had become the other: two versions of what is decided.
#[must_use]
pub fn compare_records(kind: Kind, before: (&str, &str), after: (&str, &str)) -> Comparison {
    let subject = |id: &str| Subject::Record(RecordId::new(kind, id));
    let state_of = |(id, text): (&str, &str)| state(&subject(id), &RecordFile::path_of(kind, id), text.as_bytes());
    let (old, new) = (state_of(before), state_of(after));
    let differences = match (&old.table, &new.table) {
        (Some(old), Some(new)) => differences(old, new, shape_of(kind)),
        _ => Vec::new(),
    };
    let notes = Notes::between(Some(&old), Some(&new));
    let change = RecordChange {
        subject: subject(after.0),
        what: What::Changed,
        before: Some(old),
        after: Some(new),
        differences,
        notes,
    };
    Comparison { records: vec![change], layout_only: Vec::new() }
}

/// The files as they are in format 2, with those that were parts of others in format 1.
fn of_one_format(files: Vec<FileStates>) -> Vec<FileStates> {
    let is_old = |path: &str, bytes: &Option<Vec<u8>>| bytes.as_deref().is_some_and(|text| may_be_old(path, text));
    if !files.iter().any(|file| is_old(&file.path, &file.before) || is_old(&file.path, &file.after)) {
        return files;
    }
    let mut states: BTreeMap<String, [Option<Vec<u8>>; 2]> = BTreeMap::new();
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for file in files {
        for (place, (bytes, texts)) in [(file.before, &mut before), (file.after, &mut after)].into_iter().enumerate() {
            match bytes.map(String::from_utf8) {
                Some(Ok(text)) => texts.push(TextFile { path: file.path.clone(), text }),
                Some(Err(error)) => states.entry(file.path.clone()).or_default()[place] = Some(error.into_bytes()),
                None => {}
            }
        }
    }
    for (place, texts) in [before, after].into_iter().enumerate() {
        for file in upgraded(texts) {
            states.entry(file.path).or_default()[place] = Some(file.text.into_bytes());
        }
    }
    states.into_iter().map(|(path, [before, after])| FileStates { path, before, after }).collect()
}

impl Comparison {
    fn add(&mut self, subject: Subject, from: Option<&Subject>, before: Option<State>, after: Option<State>) {
        let is_same = before.as_ref().map(|state| &state.text) == after.as_ref().map(|state| &state.text);
        let notes = if is_same { Notes::default() } else { Notes::between(before.as_ref(), after.as_ref()) };
        let (what, differences) = match (&before, &after) {
            (None, None) => return,
            (None, Some(_)) => (What::Added, Vec::new()),
            (Some(_), None) => (What::Removed, Vec::new()),
            (Some(old), Some(new)) if old.text == new.text && from.is_none() => {
                // Git may only have thought that it changed.
                if old.path != new.path {
                    self.layout_only.push(subject);
                }
                return;
            }
            (Some(old), Some(new)) => match (&old.table, &new.table) {
                (Some(old), Some(new)) => {
                    let differences = differences(old, new, subject.shape());
                    match from {
                        Some(Subject::Record(from)) => (What::Renamed(from.clone()), differences),
                        _ if differences.is_empty() && notes.is_empty() => {
                            self.layout_only.push(subject);
                            return;
                        }
                        _ => (What::Changed, differences),
                    }
                }
                _ => (What::Unreadable, Vec::new()),
            },
        };
        self.records.push(RecordChange { subject, what, before, after, differences, notes });
    }

    /// Forgets what those that changed said before and what they say word by word: what differs is known.
    pub fn forget_texts(&mut self) {
        for change in &mut self.records {
            if matches!(change.what, What::Changed | What::Renamed(_)) {
                change.before = None;
                change.after.iter_mut().for_each(|state| state.text = String::new());
            }
        }
    }

    /// How many records say the same, with other comments.
    #[must_use]
    pub fn noted(&self) -> usize {
        self.records.iter().filter(|change| change.is_only_noted()).count()
    }

    /// How many records were added, removed, renamed and changed.
    #[must_use]
    pub fn counts(&self) -> [usize; 4] {
        let mut counts = [0; 4];
        for change in self.records.iter().filter(|change| !change.is_only_noted()) {
            counts[match change.what {
                What::Added => 0,
                What::Removed => 1,
                What::Renamed(_) => 2,
                What::Changed | What::Unreadable => 3,
            }] += 1;
        }
        counts
    }
}

fn state(subject: &Subject, path: &str, bytes: &[u8]) -> State {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let table = std::str::from_utf8(bytes).ok().and_then(|text| table_of(text, subject.shape()));
    State { path: path.to_owned(), text, table, record: OnceLock::new() }
}

type States = BTreeMap<Subject, (Option<State>, Option<State>)>;

/// The records that went under one id and came under another: by what the new one says that it was called, or by
/// how alike their texts are.
fn renamed(states: &States) -> Vec<(Subject, Subject)> {
    let record = |subject: &Subject| if let Subject::Record(record) = subject { Some(record.clone()) } else { None };
    let gone: Vec<(RecordId, &State)> = states
        .iter()
        .filter_map(|(subject, states)| match states {
            (Some(before), None) => Some((record(subject)?, before)),
            _ => None,
        })
        .collect();
    let come: Vec<(RecordId, &State)> = states
        .iter()
        .filter_map(|(subject, states)| match states {
            (None, Some(after)) => Some((record(subject)?, after)),
            _ => None,
        })
        .collect();
    let mut pairs: BTreeMap<RecordId, RecordId> = BTreeMap::new();
    let by_id: BTreeMap<&RecordId, &State> = gone.iter().map(|(old, before)| (old, *before)).collect();
    let mut by_text: HashMap<(Kind, &str), &RecordId> = HashMap::new();
    by_text.extend(gone.iter().map(|(old, before)| ((old.kind, before.text.as_str()), old)));
    for (new, after) in &come {
        let by_former_id = former_ids(after, new.kind)
            .into_iter()
            .map(|id| RecordId::new(new.kind, id))
            .find(|old| by_id.contains_key(old));
        let same = || by_text.get(&(new.kind, after.text.as_str())).map(|old| (*old).clone());
        if let Some(old) = by_former_id.or_else(same).filter(|old| !pairs.contains_key(old)) {
            pairs.insert(old, new.clone());
        }
    }
    let taken: BTreeSet<RecordId> = pairs.values().cloned().collect();
    let left = |(old, _): &&(RecordId, &State)| !pairs.contains_key(old) && is_named_by_people(old.kind);
    let gone: Vec<&(RecordId, &State)> = gone.iter().filter(left).collect();
    let come: Vec<&(RecordId, &State)> = come.iter().filter(|(new, _)| !taken.contains(new)).collect();
    let mut alike: Vec<(f32, &RecordId, &RecordId)> = Vec::new();
    // Each with each: of very many, only what says so itself is told of as renamed.
    for (new, after) in come.iter().filter(|_| gone.len() * come.len() <= MOST_PAIRS) {
        for (old, before) in gone.iter().filter(|(old, _)| old.kind == new.kind) {
            let likeness = likeness(&before.text, &after.text);
            if likeness >= LIKENESS {
                alike.push((likeness, old, new));
            }
        }
    }
    alike.sort_by(|left, right| right.0.total_cmp(&left.0).then_with(|| (left.1, left.2).cmp(&(right.1, right.2))));
    let mut found: BTreeMap<RecordId, RecordId> = BTreeMap::new();
    let mut used: BTreeSet<&RecordId> = BTreeSet::new();
    for (_, old, new) in alike {
        if !found.contains_key(old) && used.insert(new) {
            found.insert(old.clone(), new.clone());
        }
    }
    pairs.extend(found);
    pairs.into_iter().map(|(old, new)| (Subject::Record(old), Subject::Record(new))).collect()
}

/// Whether a kind's ids are made of names. Meetings and situation pictures of the same body or district are alike,
/// and not the same.
fn is_named_by_people(kind: Kind) -> bool {
    kind.called_by().is_some()
}

fn former_ids(state: &State, kind: Kind) -> Vec<&str> {
    let field = shape_of(kind).former_ids();
    let former = field.zip(state.table.as_ref()).and_then(|(field, table)| table.get(field.name)?.as_array());
    former.into_iter().flatten().filter_map(Value::as_str).collect()
}

fn likeness(before: &str, after: &str) -> f32 {
    // Texts of very different lengths can't be alike.
    let (short, long) = (before.len().min(after.len()), before.len().max(after.len()));
    if short * 3 < long { 0.0 } else { TextDiff::from_lines(before, after).ratio() }
}
