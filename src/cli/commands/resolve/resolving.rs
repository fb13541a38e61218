//! What is resolved: a file with its conflicts, and the writing of what became of it.

use super::ask::{self, Take};
use super::laid::laid;
use crate::change::{ChangeError, Work, personal_data_beside, record_of};
use crate::check::{PERSONAL_DATA, scan};
use crate::cli::app::App;
use crate::cli::commands::edit::Draft;
use crate::cli::commands::write::{refuse, shown_path, warn_unsynced};
use crate::cli::prompt::confirm;
use crate::cli::ui::Ui;
use crate::compare::Subject;
use crate::format::RecordFile;
use crate::format::upgrade::old_place;
use crate::history::Repository;
use crate::merge::{errors_of_sides, new_errors, taken_in};
use crate::message::say;
use crate::model::{Finding, RecordId};
use crate::store::{FileChange, Store};
use anyhow::Result;
use std::collections::BTreeMap;

/// What is resolved, and where.
pub struct Resolving<'a> {
    pub take: Option<Take>,
    pub store: &'a Store,
    /// Nothing where the register is in none: marks may have come there otherwise.
    pub repository: Option<Repository>,
    pub app: &'a App,
}

impl Resolving<'_> {
    /// The files that a merge left open, each with the versions that there are of it.
    pub fn open(&self) -> BTreeMap<String, [bool; 3]> {
        self.repository.as_ref().and_then(|repository| repository.unmerged().ok()).unwrap_or_default()
    }

    /// A file's path below the top of the repository.
    pub fn path_below_top(&self, file: &str) -> String {
        let prefix = self.repository.as_ref().map_or("", Repository::prefix);
        format!("{prefix}{file}")
    }

    /// Resolves the conflicts of a file; says whether that was done.
    pub fn resolve(&self, file: &str, text: &str) -> Result<bool> {
        // What somebody wrote is kept until it stands in the file.
        let mut drafts: Vec<Draft> = Vec::new();
        let done = self.decide(file, text, &mut drafts);
        match done {
            Ok(true) => drafts.iter().for_each(Draft::discard),
            _ => drafts.iter().for_each(|draft| draft.tell_kept(self.app)),
        }
        done
    }

    /// Asks about each conflict, until what comes of it can be read.
    fn decide(&self, file: &str, text: &str, drafts: &mut Vec<Draft>) -> Result<bool> {
        let language = &self.app.language;
        let path = shown_path(self.store, file);
        let Some(laid) = laid(text, &self.path_below_top(file), self.repository.as_ref()) else {
            Ui::say(&language.say(say::marks_unmatched(path)));
            return Ok(false);
        };
        let subject = subject(file);
        let sides = [true, false].map(|is_ours| taken_in(&laid.parts, is_ours));
        loop {
            let Some(resolved) = ask::decided(&laid.parts, &path, &subject, self.take, self.app, drafts)? else {
                return Ok(false);
            };
            if is_of_older_format(file, &resolved, &sides) {
                // It would be read as nothing, and written anew as another version of what there is already.
                Ui::say(&language.say(say::merge_old_format(path)));
                Ui::say(&format!("  {}", language.text(say::MERGE_OLD_FORMAT_HINT)));
                return Ok(false);
            }
            let Some(resolved) = laid.with_what_was_done(resolved) else {
                Ui::say(&language.say(say::done_by_hand(path.clone())));
                Ui::say(&format!("  git add {path}\n  git checkout --merge -- {path}"));
                return Ok(false);
            };
            let faults = faults(file, &resolved, &sides);
            if faults.is_empty() {
                let change = FileChange::Replace { file: file.to_owned(), before: text.to_owned(), text: resolved };
                return self.write(file, vec![change], &sides, &[]);
            }
            if self.again(file, &resolved, &faults)? {
                continue;
            }
            return Ok(false);
        }
    }

    /// Says why a text can't stand, and asks whether to choose anew.
    pub fn again(&self, file: &str, text: &str, faults: &[Finding]) -> Result<bool> {
        self.app.show_findings(faults, &Resolved { file, text })?;
        Ui::say(&self.app.language.text(say::NOT_RESOLVED));
        Ok(self.take.is_none() && confirm(&self.app.language.text(say::RESOLVE_AGAIN), true, self.app)?)
    }

    /// Writes what became of a file, and of others with it, tells git that it is resolved, and says what is still wrong.
    /// Says whether that was done. `gone` are files that git has open and that are not there any more.
    pub fn write(
        &self,
        file: &str,
        changes: Vec<FileChange>,
        [ours, theirs]: &[String; 2],
        gone: &[String],
    ) -> Result<bool> {
        let (store, app) = (self.store, self.app);
        let language = &app.language;
        let known = errors_of_sides(ours, theirs, &subject(file));
        let own = changes.iter().find(|change| change.file() == file).map_or("", |change| change.texts().1);
        let is_whole = RecordFile::from_path(file).is_none_or(|place| record_of(place.kind, file, own).is_some());
        let mut work = Work::begin(store, app.today()?)?;
        let refused = match work.verify(&changes) {
            Ok(()) => Vec::new(),
            Err(ChangeError::Refused(findings, _)) => findings,
            Err(error) => return Err(error.into()),
        };
        // An error that one of the sides had is not this one's to mend; a new one, or personal data, is not written.
        let is_known = |finding: &Finding| {
            known.iter().any(|other| (&other.message, &other.element) == (&finding.message, &finding.element))
        };
        // What the other side brings is as new here as what is written by hand, though it stands in the file already.
        let brought = personal_data_beside(file, ours, own);
        if !brought.is_empty() {
            return refuse(&brought, &changes, store, app).map(|_| false);
        }
        // Nor is a text without a record in it, whoever left it so.
        if !is_whole || refused.iter().any(|finding| PERSONAL_DATA.tells(finding) || !is_known(finding)) {
            return refuse(&refused, &changes, store, app).map(|_| false);
        }
        warn_unsynced(&work.commit(&changes, &app.command)?, app);
        for change in &changes {
            let path = shown_path(store, change.file());
            Ui::say(&match change {
                FileChange::Delete { .. } => language.say(say::removed_file(path)),
                _ => language.say(say::wrote(path)),
            });
        }
        if !refused.is_empty() {
            app.show_findings(&refused, store)?;
        }
        let files: Vec<String> = changes.iter().map(|change| change.file().to_owned()).chain(gone.to_vec()).collect();
        self.tell_git(&files)?;
        Ok(true)
    }

    /// Tells git that files are as they shall be: there or gone.
    pub fn tell_git(&self, files: &[String]) -> Result<()> {
        let Some(repository) = &self.repository else { return Ok(()) };
        let paths: Vec<String> = files.iter().map(|file| self.path_below_top(file)).collect();
        let arguments = ["add", "--all", "--"].into_iter().chain(paths.iter().map(String::as_str));
        repository.git().run(&arguments.collect::<Vec<_>>())?;
        Ui::say(&self.app.language.text(say::RESOLVED_ADDED));
        Ok(())
    }

    /// Whether there is personal data in a file that git has not merged; says where.
    pub fn has_personal_data(&self, file: &str) -> Result<bool> {
        let brought = self.store.read(file).map(|text| scan(file, &text)).unwrap_or_default();
        if !brought.is_empty() {
            self.app.show_findings(&brought, self.store)?;
        }
        Ok(!brought.is_empty())
    }
}

/// What a file is of.
pub fn subject(file: &str) -> Subject {
    match RecordFile::from_path(file) {
        Some(place) => Subject::Record(RecordId::new(place.kind, &place.id)),
        None => Subject::Settings,
    }
}

/// Whether a text has something of the older format where one of the sides has nothing of it.
fn is_of_older_format(file: &str, text: &str, sides: &[String; 2]) -> bool {
    let Some(place) = RecordFile::from_path(file) else { return false };
    let is_old = |text: &str| old_place(place.kind, text).is_some();
    is_old(text) && sides.iter().any(|side| !is_old(side))
}

/// Why a text can't stand: it can't be read, or it has an error of its own that neither side has.
pub fn faults(file: &str, text: &str, [ours, theirs]: &[String; 2]) -> Vec<Finding> {
    let subject = subject(file);
    let at_its_place = |finding: Finding| Finding { file: file.to_owned(), ..finding };
    new_errors(ours, theirs, text, &subject).into_iter().map(at_its_place).collect()
}

/// The text that a person has made.
struct Resolved<'r> {
    file: &'r str,
    text: &'r str,
}

impl crate::render::Sources for Resolved<'_> {
    fn text(&self, file: &str) -> Option<String> {
        (file == self.file).then(|| self.text.to_owned())
    }
}
