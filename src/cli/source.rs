//! What a reading command reads: the register as it lies on disk, or as it was or is staged in git.

use super::app::App;
use super::error::CommandError;
use crate::format::{Loaded, Texts};
use crate::history::{Commit, HistoryError, Repository, Snapshot};
use crate::language::say;
use crate::model::{Day, Finding};
use crate::render::Sources;
use crate::store::{Inspect, LARGEST_BESIDE, Store, is_beside, text_of};
use anyhow::Result;
use chrono::{Days, Local, NaiveTime, TimeZone as _};
use std::path::{Path, PathBuf};

/// Where a register is read from.
pub enum Source {
    /// Its folder.
    Disk(Store),
    /// Git.
    Git(Box<Snapshot>),
}

impl Source {
    /// Reads the register.
    pub fn load(&self, inspect: Option<Inspect<'_>>, texts: Texts) -> Result<Loaded> {
        Ok(match self {
            Source::Disk(store) => store.load(inspect, texts)?,
            Source::Git(snapshot) => snapshot.load(inspect, texts)?,
        })
    }

    /// What is seen in the texts beside the records. Git keeps them too.
    pub fn look_beside(&self, inspect: Inspect<'_>) -> Result<Vec<Finding>> {
        let look = |file: &str, bytes: &[u8]| match text_of(bytes) {
            Some(text) => inspect(file, &text),
            None => inspect(file, ""),
        };
        match self {
            Source::Disk(store) => {
                let is_small = |path: &Path| path.metadata().is_ok_and(|metadata| metadata.len() <= LARGEST_BESIDE);
                let one = |file: String| {
                    let path = store.root().join(&file);
                    // What can't be read is nobody's to check in either.
                    let bytes = if is_small(&path) { std::fs::read(&path).unwrap_or_default() } else { Vec::new() };
                    look(&file, &bytes)
                };
                Ok(store.beside().into_iter().flat_map(one).collect())
            }
            Source::Git(snapshot) => {
                let files = snapshot.tree.files().filter(|(path, blob)| !blob.is_link && is_beside(path));
                let (paths, ids): (Vec<&str>, Vec<&str>) = files.map(|(path, blob)| (path, blob.id.as_str())).unzip();
                let found = snapshot.tree.read_all(&ids, |place, bytes| look(paths[place], bytes))?;
                Ok(found.into_iter().flatten().collect())
            }
        }
    }
}

impl Sources for Source {
    fn text(&self, file: &str) -> Option<String> {
        match self {
            Source::Disk(store) => store.text(file),
            Source::Git(snapshot) => {
                let bytes = snapshot.tree.bytes(file).ok().flatten()?;
                Some(String::from_utf8_lossy(&bytes).into_owned())
            }
        }
    }
}

impl App {
    /// What a reading command reads: the register on disk or, with `--at`, as it was.
    pub fn source(&self) -> Result<Source> {
        match &self.global.at {
            None => Ok(Source::Disk(self.disk()?)),
            Some(at) => Ok(Source::Git(Box::new(self.snapshot(at)?))),
        }
    }

    /// The register as it was at a revision or on a day.
    pub fn snapshot(&self, at: &str) -> Result<Snapshot> {
        let (repository, given) = self.repository()?;
        let commit = self.commit(&repository, at)?;
        Ok(Snapshot::of_commit(&repository, commit, given.as_deref())?)
    }

    /// The repository that the register is in, seen from the register's folder. Where there is no such folder now,
    /// it is seen from the folder one stands in, and what was asked for may be a folder of the past.
    pub fn repository(&self) -> Result<(Repository, Option<String>)> {
        let here = std::env::current_dir()?;
        let given = self.global.register.as_deref();
        if let Ok(store) = Store::find(&here, given) {
            return Ok((Repository::around(store.root())?, None));
        }
        // A folder that is there may be a bare repository, or one without a register of today.
        match given.map(|given| (given, here.join(given))) {
            Some((_, folder)) if folder.is_dir() => Ok((Repository::around(&folder)?, None)),
            Some((given, _)) => Ok((Repository::around(&here)?, Some(slashed(given)))),
            None => Ok((Repository::around(&here)?, None)),
        }
    }

    /// Says that what is told of the history goes no further back than the clone does, where it is cut off.
    pub fn warn_of_shallow(&self, repository: &Repository) -> Result<()> {
        if repository.is_shallow()? {
            self.warn(&say::shallow_history(&self.language), &["git fetch --unshallow"]);
        }
        Ok(())
    }

    /// The commit of a revision, or the last of a day. What is written as a date is one, and a revision comes
    /// before other words for days: `v48` may be a week, or a tag.
    pub fn commit(&self, repository: &Repository, text: &str) -> Result<Commit> {
        let text = text.trim();
        if let Ok(day) = text.parse() {
            return self.commit_on(repository, day);
        }
        match repository.commit(text) {
            Err(error @ HistoryError::UnknownRevision { .. }) => match self.language.read_day(text, self.now()) {
                Some(day) => self.commit_on(repository, day),
                None => Err(error.into()),
            },
            other => Ok(other?),
        }
    }

    fn commit_on(&self, repository: &Repository, day: Day) -> Result<Commit> {
        let moment = end_of(day).unwrap_or(i64::MAX);
        repository.commit_by(moment).map_err(|error| match error {
            HistoryError::NothingBefore { is_shallow } => {
                let error = CommandError::failed(say::nothing_before(&self.language, self.language.day(day)));
                let hint = is_shallow.then(|| say::shallow_hint(&self.language));
                hint.into_iter().fold(error, CommandError::hint).into()
            }
            error => error.into(),
        })
    }

    /// The day that `--at` names, where it names one.
    pub fn day_of_at(&self) -> Option<Day> {
        self.global.at.as_deref().and_then(|at| at.trim().parse().ok())
    }
}

/// The last second of a day where the program runs, in seconds since 1970.
pub fn end_of(day: Day) -> Option<i64> {
    begin_of(day.date().checked_add_days(Days::new(1))?.into()).map(|next| next - 1)
}

/// The first second of a day where the program runs, in seconds since 1970. Where the clock is turned at
/// midnight, the day begins an hour later.
pub fn begin_of(day: Day) -> Option<i64> {
    let midnight = day.date().and_time(NaiveTime::MIN);
    let begin = |moment: chrono::NaiveDateTime| Local.from_local_datetime(&moment).earliest();
    let begin = begin(midnight).or_else(|| begin(midnight + chrono::TimeDelta::hours(1)))?;
    Some(begin.timestamp())
}

fn slashed(path: &Path) -> String {
    let path: PathBuf = path.components().collect();
    path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}
