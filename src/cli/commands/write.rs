//! What every writing command does with its change: show it, refuse it, or write it.

use crate::change::{ChangeError, Work};
use crate::cli::app::App;
use crate::cli::error::{CommandError, Exit};
use crate::cli::progress::Progress;
use crate::cli::prompt::confirm;
use crate::cli::ui::Ui;
use crate::message::{say, told};
use crate::model::{Finding, Spot, path_text, visible};
use crate::personal_data::mask;
use crate::render::{Escaping, Sources};
use crate::store::{Committed, FileChange, Kept, Store};
use anyhow::Result;
use similar::TextDiff;
use std::io::Write;
use std::path::Path;

/// How many files that a change touches are named, each on a line.
const MOST_NAMED: usize = 20;

/// The register, to oneself where something is to be written.
pub fn begin(dry_run: bool, store: &Store, app: &App) -> Result<Work> {
    let today = app.today()?;
    Ok(if dry_run { Work::look(store, today)? } else { Work::begin(store, today)? })
}

/// A planned change, or why it is refused.
pub fn planned<T>(change: Result<T, ChangeError>, store: &Store, app: &App) -> Result<T> {
    match change {
        Err(ChangeError::Refused(findings, changes)) => Err(refusal(&findings, &changes, store, app)?.into()),
        other => Ok(other?),
    }
}

/// Holds changes to the rules, and writes them, or shows what they would change.
pub fn write(mut work: Work, changes: &[FileChange], dry_run: bool, store: &Store, app: &App) -> Result<Exit> {
    match work.verify(changes).and_then(|()| work.refuse_ahead(changes)) {
        Ok(()) => {}
        Err(ChangeError::Refused(findings, changes)) => {
            return refuse(&findings, &changes, store, app);
        }
        Err(error) => return Err(error.into()),
    }
    if dry_run {
        warn_unlikely(work.unlikely(), app);
        show(changes, Ui::out(Escaping::Styled), app)?;
        return Ok(Exit::Fine);
    }
    let is_change = |change: &&FileChange| {
        // What is no text can be taken away too.
        matches!(change, FileChange::Delete { .. }) || change.texts().0 != change.texts().1
    };
    let changed: Vec<&FileChange> = changes.iter().filter(is_change).collect();
    if changed.is_empty() {
        Ui::say(&app.language.text(say::NOTHING_TO_CHANGE));
        return Ok(Exit::Fine);
    }
    let work = settled(work, changes, store, app)?;
    let progress = Progress::begin(app.language.text(say::PROGRESS_WRITE));
    let committed = work.commit(changes, &app.command)?;
    drop(progress);
    tell_written(&changed, store, app);
    warn_unsynced(&committed, app);
    Ok(Exit::Fine)
}

/// The work once a person has said that what is hardly so is right; where nobody can be asked, they are told.
fn settled(work: Work, changes: &[FileChange], store: &Store, app: &App) -> Result<Work> {
    if work.unlikely().is_empty() || !Ui::can_ask() {
        warn_unlikely(work.unlikely(), app);
        return Ok(work);
    }
    let told: Vec<String> = work.unlikely().iter().map(|finding| app.language.finding(finding)).collect();
    // The register is let go of: nobody waits for a person.
    drop(work);
    for told in told {
        if !confirm(&app.language.say(say::really_so(told)), false, app)? {
            return Err(CommandError::failed(app.language.text(say::NOTHING_WRITTEN)).into());
        }
    }
    let mut work = begin(false, store, app)?;
    match work.verify(changes) {
        Err(ChangeError::Refused(findings, changes)) => Err(refusal(&findings, &changes, store, app)?.into()),
        verified => Ok(verified.map(|()| work)?),
    }
}

fn warn_unlikely(unlikely: &[Finding], app: &App) {
    unlikely.iter().for_each(|finding| app.warn(&app.language.finding(finding), &[]));
}

/// Shows what changes do to their files.
pub fn show(changes: &[FileChange], mut out: impl Write, app: &App) -> Result<()> {
    for change in changes {
        out.write_all(diff(change, app).as_bytes())?;
    }
    Ok(out.flush()?)
}

/// Says which files were written or taken away.
pub fn tell_written(changed: &[&FileChange], store: &Store, app: &App) {
    // Of very many, what is new or gone says what became of the register.
    let is_named = |change: &&FileChange| changed.len() <= MOST_NAMED || !matches!(change, FileChange::Replace { .. });
    let named: Vec<&FileChange> = changed.iter().copied().filter(is_named).collect();
    for change in &named {
        let path = shown_path(store, change.file());
        Ui::say(&match change {
            FileChange::Delete { .. } => app.language.say(say::removed_file(path)),
            _ => app.language.say(say::wrote(path)),
        });
    }
    if named.len() < changed.len() {
        Ui::say(&app.language.say(say::wrote_more(changed.len() - named.len())));
    }
}

/// A file of the register as one would name it from the folder one stands in.
pub fn shown_path(store: &Store, file: &str) -> String {
    shown(&store.root().join(file))
}

/// Says what is written and may not last, or can't be taken back.
pub fn warn_unsynced(committed: &Committed, app: &App) {
    match committed.kept {
        Kept::Held => {}
        Kept::Withheld => Ui::say(&app.language.text(say::UNDO_WITHHELD)),
        Kept::Failed => app.warn(&app.language.text(say::UNDO_FAILED), &[]),
    }
    for folder in &committed.unsynced {
        app.warn(&app.language.say(say::unsynced(shown(folder))), &[]);
    }
}

/// A path as one would name it from the folder one stands in.
pub fn shown(path: &Path) -> String {
    let here = std::env::current_dir().and_then(|here| here.canonicalize()).ok();
    let relative = here.as_deref().and_then(|here| path.strip_prefix(here).ok());
    relative.unwrap_or(path).display().to_string()
}

/// What a change does to its file, as a unified diff.
fn diff(change: &FileChange, app: &App) -> String {
    let (before, after) = change.texts();
    let (old, new) = match change {
        FileChange::Create { file, .. } => ("/dev/null".to_owned(), format!("b/{file}")),
        FileChange::Replace { file, .. } => (format!("a/{file}"), format!("b/{file}")),
        FileChange::Delete { file, .. } => (format!("a/{file}"), "/dev/null".to_owned()),
    };
    // What stands beside a change may be what must not be shown.
    let diff = TextDiff::from_lines(&*mask(before), &*mask(after)).unified_diff().header(&old, &new).to_string();
    let palette = app.ui.palette();
    let diff = visible(&diff);
    let painted = diff.split_inclusive('\n').map(|line| match line.as_bytes().first() {
        Some(b'+') => palette.paint(palette.mark(crate::report::Mark::Good), line),
        Some(b'-') => palette.paint(palette.mark(crate::report::Mark::Bad), line),
        _ => line.to_owned(),
    });
    painted.collect()
}

/// Shows why a change is refused. Nothing was written.
pub fn refuse(findings: &[Finding], changes: &[FileChange], store: &Store, app: &App) -> Result<Exit> {
    Err(refusal(findings, changes, store, app)?.into())
}

fn refusal(findings: &[Finding], changes: &[FileChange], store: &Store, app: &App) -> Result<CommandError> {
    app.show_findings(findings, &Planned { changes, store })?;
    let place = findings.iter().find_map(|finding| match &finding.spot {
        Spot::Value(path) | Spot::Key(path) => Some(path_text(path)),
        Spot::File | Spot::Bytes(_) => None,
    });
    Ok(CommandError::failed(app.language.text(say::REFUSED)).at(place))
}

/// The texts that would have been written, and those of the files beside them.
struct Planned<'p> {
    changes: &'p [FileChange],
    store: &'p Store,
}

impl Sources for Planned<'_> {
    fn text(&self, file: &str) -> Option<String> {
        match self.changes.iter().find(|change| change.file() == file) {
            Some(change) => Some(change.texts().1.to_owned()),
            None => self.store.text(file),
        }
    }
}

/// Says how to look at the record.
pub fn say_next_step(id: &str, app: &App) {
    let language = &app.language;
    let command = match &app.global.register {
        Some(folder) => language.say(told::ShowIn { folder: folder.display().to_string(), id }),
        None => language.say(told::show(id)),
    };
    Ui::say(&language.say(say::next_step(command)));
}
