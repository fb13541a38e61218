//! Walking the history of a register once, newest first: what each commit changed.

use super::changed::{Changed, FileVersion, Raw, paths_of, raw_file};
use super::entry::{LogEntry, LogHead};
use super::error::HistoryError;
use super::git::HowMuch;
use super::kept::Kept;
use super::parts::text;
use super::place::{Commit, FIRST_MOMENT, Repository, below};
use super::places::places;
use crate::format::{RecordFile, SETTINGS_FILE};
use crate::model::Day;
use chrono::{DateTime, Datelike, NaiveDate};
use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader};
use std::ops::ControlFlow;

/// What to walk: from a commit, and of which part of the register.
#[derive(Debug, Clone)]
pub struct Log<'l> {
    /// The commit to begin at, which is the newest that is walked.
    pub from: Commit,
    /// The register's folder in it, below the top.
    pub folder: &'l str,
    /// Only these files, by their paths in the register; all where none is named.
    pub files: &'l [String],
    /// Not beyond the first commit, from the newest on, that was made before this moment, in seconds since 1970. One that
    /// says of itself that it is older hides those behind it: who must have all of them asks for each one's moment.
    pub since: Option<i64>,
    /// Only commits made at this moment or before.
    pub until: Option<i64>,
}

/// How much of a file must be left for it to be the same under a new name; as much as [`compare`](crate::compare) asks.
const RENAMES: &str = "-M60%";

/// How many commits are looked up at a time at most, where it is begun with fewer.
const MOST_AT_A_TIME: usize = 2000;

/// What stands before each commit in what git writes. A path may begin with it, but stands elsewhere.
const MARK: u8 = 1;

/// What stands between what is told of a commit.
const BETWEEN: char = '\u{2}';

impl Log<'_> {
    /// Gives each commit that changed the register, newest first, on every branch that came together in it and wherever the
    /// register lay then, until `each` has had enough.
    ///
    /// # Errors
    /// Git can't read them, or `each` gives up.
    pub fn walk(
        &self,
        repository: &Repository,
        each: &mut dyn FnMut(LogEntry) -> Result<ControlFlow<()>, HistoryError>,
    ) -> Result<(), HistoryError> {
        // Git takes a small number for something else than a moment, and knows of nothing before it.
        if self.until.is_some_and(|until| until < FIRST_MOMENT) {
            return Ok(());
        }
        let places = places(repository, &self.from, self.folder)?;
        let arguments = [self.arguments(&[RAW, HEADING].concat()), self.paths(&places)].concat();
        self.read(repository, &arguments, b"", &mut |commit| match commit.entry(repository, &places) {
            Ok(entry) if entry.files.is_empty() => Ok(ControlFlow::Continue(())),
            Ok(entry) => each(entry),
            Err(error) => Err(error),
        })
    }

    /// Gives all commits, some at a time, newest first, until `each` has had enough. Whether and what they changed in the
    /// register is asked for by [`entries`](Log::entries), of those of which it is not known.
    ///
    /// # Errors
    /// Git can't read them, or `each` gives up.
    pub fn heads(
        &self,
        repository: &Repository,
        at_a_time: usize,
        kept: &mut Kept,
        each: EachHeads<'_>,
    ) -> Result<(), HistoryError> {
        if self.until.is_some_and(|until| until < FIRST_MOMENT) {
            return Ok(());
        }
        let places = places(repository, &self.from, self.folder)?;
        // Asking git which of them changed something there costs it more than all the rest.
        let arguments = self.arguments(&[&["-z", "--encoding=UTF-8"], HEADING].concat());
        let places = LogPlaces(places);
        let mut waiting: Vec<LogHead> = Vec::new();
        let (mut is_over, mut at_a_time) = (false, at_a_time);
        self.read(repository, &arguments, b"", &mut |commit| {
            waiting.push(commit.head);
            if waiting.len() < at_a_time {
                return Ok(ControlFlow::Continue(()));
            }
            // Where few of them are the register's, many have to be looked at.
            at_a_time = (at_a_time * 2).min(MOST_AT_A_TIME.max(at_a_time));
            let went_on = each(std::mem::take(&mut waiting), &places, kept)?;
            is_over = went_on.is_break();
            Ok(went_on)
        })?;
        if !is_over && !waiting.is_empty() {
            return each(waiting, &places, kept).map(drop);
        }
        Ok(())
    }

    /// What some commits changed, in their order; those that changed nothing in the register are left out.
    ///
    /// # Errors
    /// Git can't read them.
    pub fn entries(
        &self,
        repository: &Repository,
        commits: &[&Commit],
        places: &LogPlaces,
    ) -> Result<Vec<LogEntry>, HistoryError> {
        let input: String = commits.iter().map(|commit| format!("{}\n", commit.0)).collect();
        let mut arguments = vec!["log".to_owned(), "--no-walk=unsorted".to_owned(), "--stdin".to_owned()];
        arguments.extend(RAW.iter().chain(HEADING).chain(&["--"]).map(|word| (*word).to_owned()));
        arguments.extend(self.paths(&places.0));
        let mut entries = Vec::new();
        self.read(repository, &arguments, input.as_bytes(), &mut |commit| {
            let entry = commit.entry(repository, &places.0)?;
            entries.extend((!entry.files.is_empty()).then_some(entry));
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(entries)
    }

    /// What git is called with, besides the paths.
    fn arguments(&self, more: &[&str]) -> Vec<String> {
        let mut arguments = vec!["log".to_owned(), "--full-history".to_owned()];
        arguments.extend(more.iter().map(|word| (*word).to_owned()));
        let since = self.since.filter(|since| *since >= FIRST_MOMENT);
        arguments.extend(since.map(|since| format!("--since={since}")));
        arguments.extend(self.until.map(|until| format!("--until={until}")));
        arguments.extend([self.from.0.clone(), "--".to_owned()]);
        arguments
    }

    /// The paths that are asked for.
    fn paths(&self, places: &[String]) -> Vec<String> {
        if self.files.is_empty() {
            return places.iter().map(|folder| below(folder).to_owned()).collect();
        }
        places.iter().flat_map(|folder| self.files.iter().map(move |file| format!("{folder}{file}"))).collect()
    }

    /// Reads the commits that git writes of, until `each` has had enough.
    fn read(
        &self,
        repository: &Repository,
        arguments: &[String],
        input: &[u8],
        each: &mut dyn FnMut(ToldCommit) -> Result<ControlFlow<()>, HistoryError>,
    ) -> Result<(), HistoryError> {
        // An error of `each` has to get past the reader, whose errors are git's.
        let mut failed = None;
        repository.git().talk(arguments, input, |out| {
            let mut commits = Commits { out: BufReader::with_capacity(1 << 16, out), next: None };
            while let Some(commit) = commits.next()? {
                match each(commit) {
                    Ok(ControlFlow::Continue(())) => {}
                    Ok(ControlFlow::Break(())) => return Ok(((), HowMuch::Enough)),
                    Err(error) => {
                        failed = Some(error);
                        return Ok(((), HowMuch::Enough));
                    }
                }
            }
            Ok(((), HowMuch::Whole))
        })?;
        failed.map_or(Ok(()), Err)
    }
}

/// How git tells what commits changed: of a merge only what differs from all that came together in it.
const RAW: &[&str] = &["-z", "--raw", "-r", "-c", RENAMES, "--no-abbrev", "--encoding=UTF-8"];

/// How git tells of a commit: a [`MARK`], its id, its moment with how far the clock stood from UTC, and its subject. A moment
/// that can't be read is told as nothing, where git gives up over the day of it.
const HEADING: &[&str] = &["--date=raw", "--format=tformat:%x01%H%x02%cd%x02%s"];

/// What takes commits some at a time, with where the register has lain and what is kept of them, and says whether it has
/// had enough.
pub type EachHeads<'e> =
    &'e mut dyn FnMut(Vec<LogHead>, &LogPlaces, &mut Kept) -> Result<ControlFlow<()>, HistoryError>;

/// The folders that the register has lain in, this one first.
pub struct LogPlaces(Vec<String>);

/// A commit as git tells of it.
struct ToldCommit {
    head: LogHead,
    files: Vec<Raw>,
}

impl ToldCommit {
    /// What it changed in the register, which lay in one of some places.
    fn entry(self, repository: &Repository, places: &[String]) -> Result<LogEntry, HistoryError> {
        let (folder, before) = self.folders(repository, places)?;
        let parents = self.files.iter().map(|file| file.others.len()).max().unwrap_or_default();
        let mut entry = LogEntry {
            folder: before.unwrap_or(folder).to_owned(),
            commit: self.head.commit,
            moment: self.head.moment,
            day: self.head.day,
            subject: self.head.subject,
            files: Vec::new(),
            others: Vec::new(),
            renamed: Vec::new(),
        };
        // One that moved with the register went from one folder and came into the other.
        let mut changed: BTreeMap<String, [Vec<Option<String>>; 2]> = BTreeMap::new();
        let mut note = |path: &str, place: usize, ids: Vec<Option<String>>| {
            let states = changed.entry(path.to_owned()).or_default();
            if states[place].iter().all(Option::is_none) {
                states[place] = ids;
            }
        };
        for file in self.files {
            let befores: Vec<Option<String>> = [file.before].into_iter().chain(file.others).collect();
            let was = file.from.as_deref().unwrap_or(&file.path);
            let inside = |path: &str, folder: &str| path.strip_prefix(folder).map(str::to_owned);
            let (old, new) = (inside(was, before.unwrap_or(folder)), inside(&file.path, folder));
            // It came from outside the register, or went from where it no longer lies.
            if let Some(old) = &old {
                note(old, 0, befores);
            }
            if let Some(new) = &new {
                note(new, 1, vec![file.after]);
            }
            if let (Some(old), Some(new)) = (old, new)
                && old != new
            {
                // A record of one kind never becomes one of another.
                let kind = |path: &str| RecordFile::from_path(path).map(|file| file.kind);
                if kind(&old) == kind(&new) {
                    entry.renamed.push((new, old));
                }
            }
        }
        entry.others = vec![Vec::new(); parents];
        for (path, [before, after]) in changed {
            let after = after.into_iter().next().flatten();
            let of = |place: usize| before.get(place).cloned().flatten();
            let changed = |before: Option<String>| Changed {
                path: path.clone(),
                before: before.map(FileVersion::Git),
                after: after.clone().map(FileVersion::Git),
            };
            // What only moved with the register is as it was.
            if (0..=parents).all(|place| of(place) == after) {
                continue;
            }
            entry.files.push(changed(of(0)));
            entry.others.iter_mut().enumerate().for_each(|(place, other)| other.push(changed(of(place + 1))));
        }
        Ok(entry)
    }

    /// The folder that the register lies in after it, and the one that it lay in before, where it moved.
    fn folders<'p>(
        &self,
        repository: &Repository,
        places: &'p [String],
    ) -> Result<(&'p str, Option<&'p str>), HistoryError> {
        let [only] = places else {
            let settings = |folder: &str| format!("{folder}{SETTINGS_FILE}");
            let has_come = |folder: &&String| {
                let is = |file: &&Raw| file.path == settings(folder) && (file.before.is_none() || file.from.is_some());
                self.files.iter().any(|file| is(&file))
            };
            for folder in places {
                if has_come(&folder) {
                    let has_gone = |old: &&String| {
                        let of = |file: &Raw| match &file.from {
                            Some(from) => *from == settings(old),
                            None => file.after.is_none() && file.path == settings(old),
                        };
                        *old != folder && self.files.iter().any(of)
                    };
                    return Ok((folder, places.iter().find(has_gone).map(String::as_str)));
                }
                let object = format!("{}:{}", self.head.commit.0, settings(folder));
                if repository.git().object(&object)?.is_some() {
                    return Ok((folder, None));
                }
            }
            return Ok((places.last().map_or("", String::as_str), None));
        };
        Ok((only, None))
    }
}

/// Reads commits from what git writes of them: a heading, and for each file what happened to it and its paths, all
/// with a NUL behind them.
struct Commits<R> {
    out: R,
    /// The heading that ended the commit before.
    next: Option<ToldCommit>,
}

impl<R: BufRead> Commits<R> {
    fn next(&mut self) -> io::Result<Option<ToldCommit>> {
        let mut commit = self.next.take();
        while let Some(part) = self.part()? {
            // What stands between a heading and the first file is a line end.
            let begins = part.iter().position(|byte| *byte != b'\n').map_or(&[][..], |at| &part[at..]);
            match begins.first() {
                None => {}
                Some(b':') => {
                    let file = self.file(begins)?;
                    if let (Some(file), Some(commit)) = (file, commit.as_mut()) {
                        commit.files.push(file);
                    }
                }
                Some(_) => {
                    let read = heading(begins);
                    if commit.is_some() {
                        self.next = read;
                        break;
                    }
                    commit = read;
                }
            }
        }
        Ok(commit)
    }

    /// What stands before the next NUL; nothing at the end.
    fn part(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut part = Vec::new();
        let is_end = self.out.read_until(0, &mut part)? == 0;
        if part.last() == Some(&0) {
            part.pop();
        }
        Ok((!is_end).then_some(part))
    }

    /// A file's change, whose paths follow: two where it was renamed.
    fn file(&mut self, about: &[u8]) -> io::Result<Option<Raw>> {
        let mut paths = Vec::new();
        for _ in 0..paths_of(about) {
            paths.extend(self.part()?);
        }
        Ok(raw_file(about, &mut paths.iter().map(Vec::as_slice)))
    }
}

/// What a commit's first part says: its id, its moment and day, and its subject.
fn heading(part: &[u8]) -> Option<ToldCommit> {
    let part = text(part.strip_prefix(&[MARK])?);
    let mut parts = part.splitn(3, BETWEEN);
    let (commit, committed) = (Commit(parts.next()?.to_owned()), parts.next()?);
    let (moment, day) = moment_and_day(committed);
    let subject = parts.next().unwrap_or_default().to_owned();
    Some(ToldCommit { head: LogHead { commit, moment, day, subject }, files: Vec::new() })
}

/// A moment as git keeps it, `1700000000 +0100`, and the day where it was written. What can't be read is the beginning of
/// time, as git tells it.
fn moment_and_day(committed: &str) -> (i64, Day) {
    let mut words = committed.split(' ');
    let moment: i64 = words.next().and_then(|seconds| seconds.parse().ok()).unwrap_or_default();
    let ahead = words.next().and_then(|zone| zone.parse::<i64>().ok()).unwrap_or_default();
    let seconds = (ahead / 100 * 60 + ahead % 100) * 60;
    let local = moment.checked_add(seconds).and_then(|local| DateTime::from_timestamp(local, 0));
    let day = local.map(|local| local.date_naive()).unwrap_or_default();
    (moment, Day::new(day.year(), day.month(), day.day()).unwrap_or(NaiveDate::default().into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_that_is_no_moment_is_the_beginning() {
        let told = |text: &str| {
            let (moment, day) = moment_and_day(text);
            format!("{moment} {day}")
        };
        assert_eq!(told("1793739600 +0100"), "1793739600 2026-11-03");
        assert_eq!(told("1793746800 +0200"), "1793746800 2026-11-04");
        assert_eq!(told("1793739600 -1130"), "1793739600 2026-11-03");
        assert_eq!(told("5 -1200"), "5 1969-12-31");
        assert_eq!(told(""), "0 1970-01-01");
        assert_eq!(told("99999999999999999999 +0000"), "0 1970-01-01");
        assert_eq!(told("999999999999 +0000"), "999999999999 1970-01-01");
        assert_eq!(told("9999999999999999 +0000"), "9999999999999999 1970-01-01");
    }
}
