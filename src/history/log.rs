//! Walking the history of a register once, newest first: what each commit changed, and when each file was last
//! touched.

use super::changed::{Changed, FileVersion, Raw, between_commits, paths_of, raw, raw_file};
use super::error::HistoryError;
use super::git::{HowMuch, text};
use super::place::{Commit, FIRST_MOMENT, Repository, below};
use crate::format::{RecordFile, SETTINGS_FILE};
use crate::model::Day;
use std::collections::HashMap;
use std::io::{self, BufRead, BufReader};
use std::ops::ControlFlow;

/// A commit that changed the register.
#[derive(Debug, Clone)]
pub struct LogEntry {
    /// The id of the commit.
    pub commit: Commit,
    /// The day on which it was made, where it was made.
    pub day: Day,
    /// The first line of what was said of it.
    pub subject: String,
    /// The register's folder in it, below the top.
    pub folder: String,
    /// The files that it changed, in the order of paths.
    pub files: Vec<Changed>,
    /// The paths that files had before, where git thinks that they were renamed: by the path that they have since.
    pub renamed: Vec<(String, String)>,
}

/// What to walk: from a commit, and of which part of the register.
#[derive(Debug, Clone)]
pub struct Log<'l> {
    /// The commit to begin at, which is the newest that is walked.
    pub from: Commit,
    /// The register's folder in it, below the top.
    pub folder: &'l str,
    /// Only these files, by their paths in the register; all where none is named.
    pub files: &'l [String],
    /// Only commits made at this moment or later, in seconds since 1970.
    pub since: Option<i64>,
    /// Only commits made at this moment or before.
    pub until: Option<i64>,
}

/// How much of a file must be left for it to be the same under a new name; as much as [`compare`](crate::compare) asks.
const RENAMES: &str = "-M60%";

/// What stands before each commit in what git writes. A path may begin with it, but stands elsewhere.
const MARK: u8 = 1;

impl Log<'_> {
    /// Gives each commit that changed the register, newest first, also those from before it moved, until `each`
    /// has had enough.
    ///
    /// # Errors
    /// Git can't read them, or `each` gives up.
    pub fn walk(
        &self,
        repository: &Repository,
        each: &mut dyn FnMut(LogEntry) -> Result<ControlFlow<()>, HistoryError>,
    ) -> Result<(), HistoryError> {
        let (mut from, mut folder) = (self.from.clone(), self.folder.to_owned());
        loop {
            let Some((entry, old)) = self.stretch(repository, &from, &folder, each)? else {
                return Ok(());
            };
            let parent = Commit(format!("{}^", entry.commit.0));
            let files = between_commits(repository, (&parent, &old), (&entry.commit, &folder))?;
            let entry = LogEntry { files, renamed: Vec::new(), ..entry };
            from = repository.commit(&parent.0)?;
            if !entry.files.is_empty() && each(entry)?.is_break() {
                return Ok(());
            }
            folder = old;
        }
    }

    /// Walks as far as the register stands in the same folder. Where it moved there, the commit that moved it,
    /// and the folder that it moved from.
    fn stretch(
        &self,
        repository: &Repository,
        from: &Commit,
        folder: &str,
        each: &mut dyn FnMut(LogEntry) -> Result<ControlFlow<()>, HistoryError>,
    ) -> Result<Option<(LogEntry, String)>, HistoryError> {
        let format = format!("--format=tformat:%x{MARK:02x}%H %cs %s");
        let mut arguments = vec![
            "log",
            "--full-history",
            "-z",
            "--raw",
            "-r",
            "-c",
            RENAMES,
            "--no-abbrev",
            "--encoding=UTF-8",
            &format,
        ];
        // Git takes a small number for something else than a moment, and knows of nothing before it.
        if self.until.is_some_and(|until| until < FIRST_MOMENT) {
            return Ok(None);
        }
        let since = self.since.filter(|since| *since >= FIRST_MOMENT).map(|since| format!("--since={since}"));
        let until = self.until.map(|until| format!("--until={until}"));
        arguments.extend(since.as_deref());
        arguments.extend(until.as_deref());
        let files: Vec<String> = self.files.iter().map(|file| format!("{folder}{file}")).collect();
        arguments.extend([from.0.as_str(), "--"]);
        if files.is_empty() {
            arguments.push(below(folder));
        }
        arguments.extend(files.iter().map(String::as_str));
        // An error of `each` has to get past the reader, whose errors are git's.
        let mut failed = None;
        let moved = repository.git().talk(&arguments, b"", |out| {
            let mut commits = Commits { out: BufReader::with_capacity(1 << 16, out), folder, next: None };
            while let Some((entry, is_new_place)) = commits.next()? {
                let old = if is_new_place { moved_from(repository, &entry.commit, folder) } else { Ok(None) };
                let went_on = match old {
                    Ok(Some(old)) => return Ok((Some((entry, old)), HowMuch::Enough)),
                    Ok(None) if entry.files.is_empty() => Ok(ControlFlow::Continue(())),
                    Ok(None) => each(entry),
                    Err(error) => Err(error),
                };
                match went_on {
                    Ok(ControlFlow::Continue(())) => {}
                    Ok(ControlFlow::Break(())) => return Ok((None, HowMuch::Enough)),
                    Err(error) => {
                        failed = Some(error);
                        return Ok((None, HowMuch::Enough));
                    }
                }
            }
            Ok((None, HowMuch::Whole))
        })?;
        failed.map_or(Ok(moved), Err)
    }
}

/// Reads commits from what git writes of them: a heading, and for each file what happened to it and its paths, all
/// with a NUL behind them.
struct Commits<'f, R> {
    out: R,
    folder: &'f str,
    /// The heading that ended the commit before.
    next: Option<LogEntry>,
}

impl<R: BufRead> Commits<'_, R> {
    /// The next commit, and whether it put the register where it is.
    fn next(&mut self) -> io::Result<Option<(LogEntry, bool)>> {
        let mut entry = self.next.take();
        let mut is_new_place = false;
        while let Some(part) = self.part()? {
            // What stands between a heading and the first file is a line end.
            let begins = part.iter().position(|byte| *byte != b'\n').map_or(&[][..], |at| &part[at..]);
            match begins.first() {
                None => {}
                Some(b':') => {
                    let file = self.file(begins)?;
                    if let (Some(file), Some(entry)) = (file, entry.as_mut()) {
                        let is_new = file.before.is_none() || file.from.is_some();
                        is_new_place |= is_new && file.path.strip_prefix(self.folder) == Some(SETTINGS_FILE);
                        add(entry, file, self.folder);
                    }
                }
                Some(_) => {
                    let read = heading(begins, self.folder);
                    if entry.is_some() {
                        self.next = read;
                        break;
                    }
                    entry = read;
                }
            }
        }
        Ok(entry.map(|entry| (entry, is_new_place)))
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

/// What a commit's first part says: its id, its day and its subject.
fn heading(part: &[u8], folder: &str) -> Option<LogEntry> {
    let part = text(part.strip_prefix(&[MARK])?);
    let mut words = part.splitn(3, ' ');
    Some(LogEntry {
        commit: Commit(words.next()?.to_owned()),
        day: words.next()?.parse().ok()?,
        subject: words.next().unwrap_or_default().to_owned(),
        folder: folder.to_owned(),
        files: Vec::new(),
        renamed: Vec::new(),
    })
}

/// Adds a file to what a commit changed. One that was renamed went in one place and came in another.
fn add(entry: &mut LogEntry, file: Raw, folder: &str) {
    let from = file.from.clone();
    let (before, after) = (file.before.clone(), file.after.clone());
    let Some(changed) = file.changed(folder, None) else { return };
    match from.as_deref().map(|from| from.strip_prefix(folder)) {
        Some(Some(from)) => {
            let kind = |path: &str| RecordFile::from_path(path).map(|file| file.kind);
            // A record of one kind never becomes one of another.
            if kind(&changed.path) == kind(from) {
                entry.renamed.push((changed.path.clone(), from.to_owned()));
            }
            let gone = Changed { path: from.to_owned(), before: before.map(FileVersion::Git), after: None };
            let come = Changed { path: changed.path, before: None, after: after.map(FileVersion::Git) };
            entry.files.extend([gone, come]);
        }
        // It came from outside the register.
        Some(None) => entry.files.push(Changed { before: None, ..changed }),
        None => entry.files.push(changed),
    }
}

/// The folder that the register lay in before a commit that put it where it is; nothing where it is new there.
fn moved_from(repository: &Repository, commit: &Commit, folder: &str) -> Result<Option<String>, HistoryError> {
    let output =
        repository.git().run(&["diff-tree", "-r", "-z", "--raw", "-M", "--no-commit-id", "--no-abbrev", &commit.0])?;
    let settings = format!("{folder}{SETTINGS_FILE}");
    let moved = raw(&output).into_iter().find(|file| file.path == settings).and_then(|file| file.from);
    Ok(moved.and_then(|from| from.strip_suffix(SETTINGS_FILE).map(str::to_owned)))
}

/// When the files of a register were touched.
#[derive(Debug, Default)]
pub struct FileTouches {
    by_path: HashMap<String, Vec<Touch>>,
}

/// A commit that changed a file.
#[derive(Debug, Clone)]
pub struct Touch {
    /// The day on which it was made, where it was made.
    pub day: Day,
    /// The id of what the file was; nothing where it was new.
    pub before: Option<String>,
    /// The id of what it became.
    pub after: String,
}

impl FileTouches {
    /// Who was touched when, by one walk through the history.
    ///
    /// # Errors
    /// Git can't read it.
    pub fn by(log: &Log<'_>, repository: &Repository) -> Result<Self, HistoryError> {
        let mut touched = Self::default();
        // The path that a file has now, by one that it had.
        let mut now: HashMap<String, String> = HashMap::new();
        log.walk(repository, &mut |entry| {
            touched.add(&entry, &mut now);
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(touched)
    }

    /// Adds a commit. `now` has the path that a file has now, by one that it had.
    fn add(&mut self, entry: &LogEntry, now: &mut HashMap<String, String>) {
        for (new, old) in &entry.renamed {
            let current = now.get(new).cloned().unwrap_or_else(|| new.clone());
            now.insert(old.clone(), current);
        }
        for file in &entry.files {
            let Some(FileVersion::Git(after)) = &file.after else { continue };
            let was = entry.renamed.iter().find(|(new, _)| *new == file.path).map(|(_, old)| old);
            let before = match was {
                Some(old) => entry.files.iter().find(|file| file.path == *old).and_then(|file| file.before.clone()),
                None => file.before.clone(),
            };
            let before = before.and_then(|before| if let FileVersion::Git(id) = before { Some(id) } else { None });
            let path = now.get(&file.path).unwrap_or(&file.path).clone();
            self.by_path.entry(path).or_default().push(Touch { day: entry.day, before, after: after.clone() });
        }
    }

    /// The commits that changed one file, newest first, until one of them is enough; also under the names that it
    /// had before, as far as those are among the log's files.
    ///
    /// # Errors
    /// Git can't read it, or `is_enough` gives up.
    pub fn of_file(
        log: &Log<'_>,
        path: &str,
        repository: &Repository,
        mut is_enough: impl FnMut(&Touch) -> Result<bool, HistoryError>,
    ) -> Result<Vec<Touch>, HistoryError> {
        let mut touched = Self::default();
        let mut now = HashMap::new();
        log.walk(repository, &mut |entry| {
            let known = touched.touches(path).len();
            touched.add(&entry, &mut now);
            for touch in &touched.touches(path)[known..] {
                if is_enough(touch)? {
                    return Ok(ControlFlow::Break(()));
                }
            }
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(touched.by_path.remove(path).unwrap_or_default())
    }

    /// The commits that changed the file that is at a path now, newest first.
    #[must_use]
    pub fn touches(&self, path: &str) -> &[Touch] {
        self.by_path.get(path).map_or(&[], Vec::as_slice)
    }

    /// The day on which a file was last touched; nothing where no commit has it.
    #[must_use]
    pub fn last(&self, path: &str) -> Option<Day> {
        self.touches(path).first().map(|touch| touch.day)
    }
}
