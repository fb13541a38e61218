//! `register log [ID]`: what each commit changed, of all or of one record.

use crate::catalog::{FoundRecord, find};
use crate::cli::app::App;
use crate::cli::clock::{begin_of, end_of, now};
use crate::cli::complete::record_ids;
use crate::cli::error::{CommandError, Exit};
use crate::cli::written::{Written, formats};
use crate::compare::{Comparison, FileStates, RecordChange, Subject, What, compare, in_all};
use crate::format::{AnyRecord, RecordFile, SETTINGS_FILE, Texts};
use crate::history::{
    Changed, Commit, Kept, Log, LogEntry, LogHead, LogPlaces, Repository, Side, Snapshot, contents, is_read, named_at,
    unread_at, with_plans,
};
use crate::message::say;
use crate::model::{Day, Kind, OLD_FORMAT, RecordId, Register, Tense, When, is_id};
use crate::personal_data::mask;
use crate::render::{Content, Format, Layout, log_value};
use crate::report::{self, Logged};
use anyhow::Result;
use clap::Arg;
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap};
use std::ops::ControlFlow;

#[derive(Debug, clap::Args)]
#[command(mut_arg("format", |arg: Arg| arg.value_parser(formats(Content::Changes))))]
pub struct Args {
    #[arg(value_name = "ID", add = record_ids())]
    pub id: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    #[arg(long, short = 'n', value_name = "NUMBER")]
    pub most: Option<usize>,
    #[command(flatten)]
    pub written: Written,
}

/// The kinds of which some were parts of others in format 1.
const PARTED: [Kind; 3] = [Kind::District, Kind::TargetPicture, Kind::ActionPlan];

/// What is walked, and the moment since which commits are told. Git would stop at the first that says that it is older.
type LogSince<'l> = (&'l Log<'l>, Option<i64>);

/// How many commits are looked up at a time, and written: few enough that a long history is never in memory as a whole.
const HEADS_AT_A_TIME: usize = 500;

/// Below this many commits, threads cost more than they give.
const WORTH_THREADS: usize = 50;

/// How many files are read at a time: so many that git is not started for each commit, and so few that they find
/// room.
const AT_A_TIME: usize = 2000;

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    let format = args.written.format_of(Content::Changes, app)?;
    let (repository, given) = app.repository()?;
    let at = app.global.at.as_deref().unwrap_or("HEAD");
    let from = app.commit(&repository, at)?;
    let folder = Snapshot::folder_in(&repository, &from, given.as_deref())?;
    let since = day(args.since.as_deref(), app)?.and_then(begin_of);
    let until = day(args.until.as_deref(), app)?.and_then(end_of);
    let log = Log { from: from.clone(), folder: &folder, files: &[], since: None, until };
    let most = args.most.unwrap_or(usize::MAX);
    app.warn_of_shallow(&repository);
    let Some(id) = &args.id else {
        return of_all(args, (&log, since), &repository, format, app);
    };
    let register = register_at(&repository, &from, &folder)?;
    let mut asked = AskedRecord::find(id, &register, app)?;
    app.warn_of_unread(&register.unread);
    let logged = walked((&log, since), &repository, &mut asked, most)?;
    if logged.is_empty()
        && let Some(missing) = asked.missing.take()
    {
        return Err(missing);
    }
    if format.takes_values() {
        let id = asked.record.as_ref().map(ToString::to_string);
        args.written.write_value(log_value(&logged, id.as_deref(), &register.unread), app)?;
        return Ok(Exit::Fine);
    }
    let title = match &asked.record {
        Some(record) => report::title(&register, record.kind, &record.id),
        None => report::Cell::text(id.clone()),
    };
    told(&logged, &register, Some(title), args, format, app)
}

/// The history of the whole register. What commits changed is kept, so that only that of new ones is found out; and of the
/// register as it is now no more is read than what is named.
fn of_all(
    args: &Args,
    (log, since): LogSince<'_>,
    repository: &Repository,
    format: &Format,
    app: &App,
) -> Result<Exit> {
    let mut kept = Kept::open(repository, log.folder);
    let most = args.most.unwrap_or(usize::MAX);
    let unread = unread_at(repository, &log.from, log.folder, &mut kept)?;
    app.warn_of_unread(&unread);
    if format.takes_values() {
        args.written.write_log(&unread, app, |each| each_of_all((log, since), repository, most, &mut kept, each))?;
        kept.save();
        return Ok(Exit::Fine);
    }
    let mut logged: Vec<Logged> = Vec::new();
    each_of_all((log, since), repository, most, &mut kept, &mut |entry| {
        logged.push(entry);
        Ok(())
    })?;
    kept.save();
    let side = Side::Commit(repository.clone(), log.from.clone(), log.folder.to_owned());
    // What is not told needs no name.
    let is_of_rows = matches!(format.layout, Layout::Rows | Layout::Book);
    let told_of_each = if is_of_rows { usize::MAX } else { report::MOST_OF_A_COMMIT };
    let shown = logged.iter().flat_map(|entry| entry.comparison.records.iter().take(told_of_each));
    let mut register = named_at(&side, shown)?;
    register.unread = unread;
    told(&logged, &register, None, args, format, app)
}

/// Gives what each commit changed that changed anything, so many of them at most.
fn each_of_all(
    (log, since): LogSince<'_>,
    repository: &Repository,
    most: usize,
    kept: &mut Kept,
    each: &mut dyn FnMut(Logged) -> Result<()>,
) -> Result<()> {
    let mut left = most;
    let mut failed = None;
    if most == 0 {
        return Ok(());
    }
    log.heads(repository, most.min(HEADS_AT_A_TIME), kept, &mut |mut heads, places, kept| {
        heads.retain(|head| since.is_none_or(|since| head.moment >= since));
        let done = some_of_all(log, repository, heads, places, kept, &mut left, each);
        if let Err(error) = done {
            failed = Some(error);
            return Ok(ControlFlow::Break(()));
        }
        Ok(if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    })?;
    failed.map_or(Ok(()), Err)
}

/// The same for some commits, in their order. What is not known of them is found out for all of them at once.
fn some_of_all(
    log: &Log<'_>,
    repository: &Repository,
    heads: Vec<LogHead>,
    places: &LogPlaces,
    kept: &mut Kept,
    left: &mut usize,
    each: &mut dyn FnMut(Logged) -> Result<()>,
) -> Result<()> {
    let known = |head: &LogHead| kept.comparison(&head.commit);
    let known: Vec<Option<Comparison>> = if heads.len() < WORTH_THREADS {
        heads.iter().map(known).collect()
    } else {
        heads.par_iter().map(known).collect()
    };
    let unknown = heads.iter().zip(&known).filter(|(_, known)| known.is_none());
    let unknown: Vec<&Commit> = unknown.map(|(head, _)| &head.commit).collect();
    let mut found: HashMap<String, Comparison> = HashMap::new();
    if !unknown.is_empty() {
        let mut waiting: Vec<LogEntry> = Vec::new();
        let entries = log.entries(repository, &unknown, places)?;
        let last = entries.len();
        for (place, entry) in entries.into_iter().enumerate() {
            waiting.push(entry);
            if place + 1 == last || waiting.iter().map(|entry| entry.files.len()).sum::<usize>() >= AT_A_TIME {
                for (entry, comparison) in compared(&mut waiting, repository)? {
                    kept.keep(&entry.commit, &comparison, !entry.others.is_empty());
                    found.insert(entry.commit.0, comparison);
                }
            }
        }
        for commit in unknown {
            if !found.contains_key(&commit.0) {
                kept.keep(commit, &Comparison::default(), false);
            }
        }
    }
    for (head, known) in heads.into_iter().zip(known) {
        let Some(mut comparison) = known.or_else(|| found.remove(&head.commit.0)) else { continue };
        if *left == 0 || (comparison.records.is_empty() && comparison.layout_only.is_empty()) {
            continue;
        }
        comparison.forget_texts();
        *left -= 1;
        each(Logged { commit: head.commit.0, day: head.day, subject: mask(&head.subject).into_owned(), comparison })?;
    }
    Ok(())
}

/// Writes a history in the format that is asked for.
fn told(
    logged: &[Logged],
    register: &Register,
    title: Option<report::Cell<'_>>,
    args: &Args,
    format: &Format,
    app: &App,
) -> Result<Exit> {
    let document = match format.layout {
        Layout::Rows | Layout::Book => report::log_rows(logged, register, title),
        _ => report::log(logged, register, title),
    };
    args.written.write(document, register, app)?;
    Ok(Exit::Fine)
}

/// What the newest commits changed that changed anything, so many of them at most.
fn walked(
    (log, since): LogSince<'_>,
    repository: &Repository,
    asked: &mut AskedRecord,
    most: usize,
) -> Result<Vec<Logged>> {
    let mut logged: Vec<Logged> = Vec::new();
    let mut waiting: Vec<LogEntry> = Vec::new();
    let mut failed = None;
    log.walk(repository, &mut |mut entry| {
        asked.keep(&mut entry);
        // What it was called before is known all the same.
        if since.is_some_and(|since| entry.moment < since) {
            return Ok(ControlFlow::Continue(()));
        }
        if entry.files.is_empty() {
            return Ok(ControlFlow::Continue(()));
        }
        waiting.push(entry);
        if waiting.iter().map(|entry| entry.files.len()).sum::<usize>() >= AT_A_TIME || waiting.len() >= most {
            failed = compare_waiting(&mut waiting, asked, repository, &mut logged).err();
        }
        let is_enough = failed.is_some() || logged.len() >= most;
        Ok(if is_enough { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    })?;
    if let Some(error) = failed {
        return Err(error);
    }
    compare_waiting(&mut waiting, asked, repository, &mut logged)?;
    logged.truncate(most);
    Ok(logged)
}

/// The register as it is at the newest commit, for what things are called in it.
fn register_at(repository: &Repository, from: &Commit, folder: &str) -> Result<Register> {
    let tree = repository.tree(from, folder)?;
    let snapshot = Snapshot { commit: Some(from.clone()), folder: folder.to_owned(), tree };
    Ok(snapshot.load(None, Texts::Short)?.register)
}

fn day(text: Option<&str>, app: &App) -> Result<Option<Day>> {
    text.map(|text| {
        let day = app.language.read_day(text, now(), When { tense: Tense::Past, is_end: false });
        day.ok_or_else(|| CommandError::usage(app.language.say(say::not_a_day(text.to_owned()))).into())
    })
    .transpose()
}

/// Compares what commits changed, and leaves those out that changed no record that is asked for.
fn compare_waiting(
    waiting: &mut Vec<LogEntry>,
    asked: &AskedRecord,
    repository: &Repository,
    logged: &mut Vec<Logged>,
) -> Result<()> {
    for (entry, mut comparison) in compared(waiting, repository)? {
        comparison.records.retain(|change| asked.is_about(change));
        comparison.layout_only.retain(|subject| asked.knows(subject));
        if comparison.records.is_empty() && comparison.layout_only.is_empty() {
            continue;
        }
        comparison.forget_texts();
        let subject = mask(&entry.subject).into_owned();
        logged.push(Logged { commit: entry.commit.0, day: entry.day, subject, comparison });
    }
    Ok(())
}

/// What commits changed, compared.
fn compared(waiting: &mut Vec<LogEntry>, repository: &Repository) -> Result<Vec<(LogEntry, Comparison)>> {
    let of_entry = |entry: &LogEntry| -> Vec<Changed> {
        [&entry.files].into_iter().chain(&entry.others).flatten().filter(|file| is_read(&file.path)).cloned().collect()
    };
    // One reading for all; what belongs to which commit is told by their number.
    let mut states = contents(repository, None, waiting.iter().flat_map(of_entry).collect())?.into_iter();
    let mut entries: Vec<(Vec<Vec<FileStates>>, LogEntry)> = Vec::new();
    for entry in waiting.drain(..) {
        let mut sides = Vec::new();
        for (parent, files) in [&entry.files].into_iter().chain(&entry.others).enumerate() {
            let own = files.iter().filter(|file| is_read(&file.path)).count();
            let name = |path: &String| format!("{}^{}:{}{path}", entry.commit.0, parent + 1, entry.folder);
            let read = |paths: &[String]| repository.read_named(&paths.iter().map(name).collect::<Vec<_>>());
            sides.push(with_plans(states.by_ref().take(own).collect(), &read)?);
        }
        entries.push((sides, entry));
    }
    // A merge has done what it did to all that came together in it.
    let of_all =
        |(sides, entry): (Vec<Vec<FileStates>>, LogEntry)| (entry, in_all(sides.into_iter().map(compare).collect()));
    Ok(entries.into_par_iter().map(of_all).collect())
}

/// The record whose history is asked for, under all the names that it has had.
struct AskedRecord {
    /// The record, where it is there still.
    record: Option<RecordId>,
    known: BTreeSet<RecordId>,
    /// Whether commits may be of format 1, from here on back.
    is_old: bool,
    /// Why there is none, where nothing is found of what was asked for either.
    missing: Option<anyhow::Error>,
}

impl AskedRecord {
    /// The record that a person means: one of the newest commit, one that is not committed yet, or one that is gone
    /// and is found by its id.
    fn find(text: &str, register: &Register, app: &App) -> Result<Self> {
        let is_old = register.settings.format == Some(OLD_FORMAT);
        let present = |record: RecordId, register: &Register| {
            let former = register.former_ids(record.kind, &record.id).into_iter();
            let known = former.map(|id| RecordId::new(record.kind, id)).chain([record.clone()]).collect();
            Self { record: Some(record), known, is_old, missing: None }
        };
        let found = find(register, text, &app.reader_of(register)?);
        if let Ok(FoundRecord::Record(record) | FoundRecord::Begun(record) | FoundRecord::Renamed(record)) = found {
            return Ok(present(record, register));
        }
        let now = app.store().and_then(|store| Ok(store.load(None, Texts::Short)?.register));
        if let Ok(now) = now
            && let Ok(FoundRecord::Record(record) | FoundRecord::Begun(record)) =
                find(&now, text, &app.reader_of(&now)?)
        {
            return Ok(present(record, &now));
        }
        let known = gone(text);
        match app.find(register, text) {
            Err(error) if known.is_empty() => Err(error),
            missing => Ok(Self { record: None, known, is_old, missing: missing.err() }),
        }
    }

    /// Leaves the files that are the record's, and those that are read with them. A name that it had before comes to be
    /// known where it was given up.
    fn keep(&mut self, entry: &mut LogEntry) {
        let record = |path: &str| RecordFile::from_path(path).map(|file| RecordId::new(file.kind, &file.id));
        for (new, old) in &entry.renamed {
            if record(new).is_some_and(|new| self.known.contains(&new)) {
                self.known.extend(record(old));
            }
        }
        let is_own = |path: &str| record(path).is_some_and(|record| self.known.contains(&record));
        // In format 1, pictures and plans were in the files of districts, and what a plan has in those of interventions.
        let is_near = |path: &str| {
            let near = record(path).filter(|record| PARTED.contains(&record.kind));
            near.is_some_and(|near| {
                let mut known = self.known.iter().filter(|known| PARTED.contains(&known.kind));
                known.any(|known| near.id.starts_with(&*known.id) || known.id.starts_with(&*near.id))
            })
        };
        let is_measure = |path: &str| record(path).is_some_and(|record| record.kind == Kind::Intervention);
        let has_near = entry.files.iter().any(|file| is_near(&file.path));
        // The settings say what format holds, and are written when that changes: what is before that may be of the old.
        self.is_old |= entry.files.iter().any(|file| file.path == SETTINGS_FILE);
        let takes_measures = has_near || (self.is_old && self.known.iter().any(|known| PARTED.contains(&known.kind)));
        let is_kept = |file: &Changed| {
            is_own(&file.path) || (has_near && is_near(&file.path)) || (takes_measures && is_measure(&file.path))
        };
        [&mut entry.files].into_iter().chain(&mut entry.others).for_each(|files| files.retain(is_kept));
    }

    /// Whether a change is of the record: of its own, or of a picture or plan that is decided for it.
    fn is_about(&self, change: &RecordChange) -> bool {
        let states = change.before.iter().chain(&change.after);
        self.knows(&change.subject)
            || matches!(&change.what, What::Renamed(from) if self.known.contains(from))
            || states.filter_map(|state| state.record()).any(|record| {
                let districts = match record {
                    AnyRecord::TargetPicture(picture) => picture.district.as_slice(),
                    AnyRecord::ActionPlan(plan) => &plan.districts,
                    _ => &[],
                };
                districts.iter().any(|district| self.known.contains(&RecordId::new(Kind::District, district.as_str())))
            })
    }

    fn knows(&self, subject: &Subject) -> bool {
        matches!(subject, Subject::Record(record) if self.known.contains(record))
    }
}

/// The records that an id may be of that is no more, written with its kind or without.
fn gone(text: &str) -> BTreeSet<RecordId> {
    let (kinds, id) = match text.split_once('/') {
        Some((kind, id)) => (Kind::from_name(kind).into_iter().collect(), id),
        None => (Kind::ALL.to_vec(), text),
    };
    kinds.into_iter().filter(|_| is_id(id)).map(|kind| RecordId::new(kind, id)).collect()
}
