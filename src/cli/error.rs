//! What went wrong, in the user's language, and the code that the program ends with.

use crate::change::ChangeError;
use crate::format::EditError;
use crate::history::HistoryError;
use crate::language::{Language, say};
use crate::model::{IdFault, NotAnId, check_id};
use crate::render::unread_names;
use crate::store::StoreError;
use std::io;

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// All is well.
    Fine,
    /// It could not be done.
    Failed,
    /// It was not asked for rightly.
    Usage,
    /// The data has errors.
    Data,
}

impl Exit {
    /// The number for the shell.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Exit::Fine => 0,
            Exit::Failed => 1,
            Exit::Usage => 2,
            Exit::Data => 3,
        }
    }
}

/// Why a command did not do what it was asked, in words, and what to do about it.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct CommandError {
    /// How the program ends.
    pub exit: Exit,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hints: Vec<String>,
}

impl CommandError {
    /// It could not be done.
    pub fn failed(message: impl Into<String>) -> Self {
        Self { exit: Exit::Failed, message: message.into(), hints: Vec::new() }
    }

    /// It was not asked for rightly.
    pub fn usage(message: impl Into<String>) -> Self {
        Self { exit: Exit::Usage, message: message.into(), hints: Vec::new() }
    }

    /// The data has errors that it can't be done over.
    pub fn data(message: impl Into<String>) -> Self {
        Self { exit: Exit::Data, message: message.into(), hints: Vec::new() }
    }

    /// Adds what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }
}

/// That a text can't be an id, and why.
pub fn not_an_id(text: &str, language: &Language) -> CommandError {
    CommandError::usage(match check_id(text) {
        Err(NotAnId(IdFault::Reserved)) => say::reserved_id(language, text),
        _ => say::not_an_id(language, text),
    })
}

/// An error from below, in words.
pub fn in_words(error: &anyhow::Error, language: &Language) -> CommandError {
    if let Some(error) = error.downcast_ref::<StoreError>() {
        return store_error(error, language);
    }
    if let Some(error) = error.downcast_ref::<EditError>() {
        return edit_error(error, language);
    }
    if let Some(error) = error.downcast_ref::<HistoryError>() {
        return history_error(error, language);
    }
    match error.downcast_ref::<ChangeError>() {
        Some(ChangeError::Store(error)) => store_error(error, language),
        Some(ChangeError::Edit(error)) => edit_error(error, language),
        Some(ChangeError::Unread(record, unread)) => {
            let error = CommandError::data(say::unread(language, unread.len(), unread_names(unread)));
            error.hint(say::unread_refused(language, record.to_string())).hint(say::unread_refused_hint(language))
        }
        _ => match error.root_cause().downcast_ref::<io::Error>() {
            // What was said of it on its way up is the path.
            Some(cause) if cause.to_string() != error.to_string() => {
                CommandError::failed(say::io_at(language, error.to_string(), io_error(cause, language)))
            }
            Some(cause) => CommandError::failed(io_error(cause, language)),
            None => CommandError::failed(format!("{error:#}")),
        },
    }
}

fn store_error(error: &StoreError, language: &Language) -> CommandError {
    match error {
        StoreError::NotFound { looked } => {
            let looked: Vec<String> = looked.iter().map(|folder| format!("  {}", folder.display())).collect();
            CommandError::failed(say::no_register(language, looked.join("\n"))).hint(say::no_register_hint(language))
        }
        StoreError::Io { path, source } => {
            CommandError::failed(say::io_at(language, path.display().to_string(), io_error(source, language)))
        }
        StoreError::Locked => CommandError::failed(say::locked(language)).hint(say::locked_hint(language)),
        StoreError::Changed { file } => {
            CommandError::failed(say::changed_on_disk(language, file.clone())).hint(say::changed_on_disk_hint(language))
        }
        StoreError::Format { format } => CommandError::failed(say::later_format(language, *format)),
        StoreError::Half { written, unwritten, source } => {
            let mut error = store_error(source, language);
            error.message = say::half_written(language, error.message.clone());
            error.hints = vec![
                say::half_written_done(language, written.join(", ")),
                say::half_written_left(language, unwritten.join(", ")),
                say::half_written_hint(language),
            ];
            error
        }
        StoreError::Journal { path } => CommandError::failed(say::no_journal(language, path.display().to_string()))
            .hint(say::no_journal_hint(language)),
        StoreError::Exists { file } => CommandError::failed(say::file_exists(language, file.clone())),
        StoreError::Outside { file } => CommandError::failed(say::outside(language, file.clone())),
    }
}

fn history_error(error: &HistoryError, language: &Language) -> CommandError {
    let shown = |folder: &std::path::Path| folder.display().to_string();
    match error {
        HistoryError::NoGit => CommandError::failed(say::no_git(language)).hint(say::no_git_hint(language)),
        HistoryError::NoRepository { folder } => {
            CommandError::failed(say::no_repository(language, shown(folder))).hint(say::no_repository_hint(language))
        }
        HistoryError::OwnedByOthers { folder } => {
            let command = format!("git config --global --add safe.directory '{}'", shown(folder));
            CommandError::failed(say::owned_by_others(language, shown(folder)))
                .hint(say::owned_by_others_hint(language))
                .hint(format!("  {command}"))
        }
        HistoryError::NoCommits => CommandError::failed(say::no_commits(language)).hint(say::no_commits_hint(language)),
        HistoryError::UnknownRevision { revision } => {
            CommandError::failed(say::unknown_revision(language, revision.clone()))
                .hint(say::unknown_revision_hint(language))
        }
        HistoryError::NothingBefore { .. } => CommandError::failed(say::unknown_revision(language, "")),
        HistoryError::NoRegister { revision, found } => {
            let revision = revision.get(..10).unwrap_or(revision).to_owned();
            let error = CommandError::failed(say::no_register_then(language, revision));
            match found.as_slice() {
                [] => error,
                found => error.hint(say::no_register_then_hint(language, found.join(", "))),
            }
        }
        HistoryError::Bare => CommandError::failed(say::bare_repository(language)),
        HistoryError::Git { command, message } => {
            CommandError::failed(say::git_failed(language, command.clone(), message.clone()))
        }
        HistoryError::Store(error) => store_error(error, language),
        HistoryError::Io(error) => CommandError::failed(format!("git: {}", io_error(error, language))),
    }
}

fn edit_error(error: &EditError, language: &Language) -> CommandError {
    match error {
        EditError::Syntax => CommandError::failed(say::edit_syntax(language)).hint("register check"),
        EditError::Missing(what) => CommandError::failed(say::edit_missing(language, what.clone())),
        EditError::Unsafe(what) => {
            CommandError::failed(say::edit_unsafe(language, what.clone())).hint("register edit ID")
        }
    }
}

/// The system's errors that people meet, in words of ours; the rest in the system's.
fn io_error(error: &io::Error, language: &Language) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => say::io_not_found(language),
        io::ErrorKind::PermissionDenied => say::io_permission(language),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => say::io_full(language),
        io::ErrorKind::ReadOnlyFilesystem => say::io_read_only(language),
        io::ErrorKind::InvalidData => say::io_not_text(language),
        io::ErrorKind::InvalidInput => say::io_no_file(language),
        io::ErrorKind::AlreadyExists => say::io_exists(language),
        io::ErrorKind::NotADirectory => say::io_no_folder(language),
        io::ErrorKind::IsADirectory => say::io_folder(language),
        io::ErrorKind::InvalidFilename => say::io_bad_name(language),
        _ => match error.raw_os_error() {
            Some(code) => say::io_other(language, code.to_string()),
            // What a library says itself, around what the system said.
            None => match error.get_ref().and_then(|inner| inner.source()).and_then(|inner| inner.downcast_ref()) {
                Some(inner) => io_error(inner, language),
                None => error.to_string(),
            },
        },
    }
}

/// Whether an error is no more than that nobody reads on.
pub fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .any(|cause| cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe))
}
