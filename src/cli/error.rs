//! What went wrong, in the user's language, and the code that the program ends with.

use crate::change::ChangeError;
use crate::format::EditError;
use crate::history::HistoryError;
use crate::language::Language;
use crate::message::{say, told};
use crate::model::{IdFault, NotAnId, OLD_FORMAT, check_id};
use crate::render::unread_names;
use crate::store::StoreError;
use std::io;

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// It was done, and what was looked at has no errors.
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
    /// What is wrong, in the user's language; it stands after the word for an error.
    pub message: String,
    /// What to do about it, a line each; none where there is nothing.
    pub hints: Vec<String>,
    /// What can be chosen from, where a person who is there can say which is meant.
    pub choice: Option<Box<Choice>>,
    /// The place in the record of the value that is wrong, where it is one: `budget[0].amount`.
    pub at: Option<String>,
}

/// A text that may be any of several, and these: as files write each, and in words.
#[derive(Debug)]
pub struct Choice {
    pub text: String,
    pub among: Vec<(String, String)>,
}

impl CommandError {
    /// It could not be done.
    pub fn failed(message: impl Into<String>) -> Self {
        Self { exit: Exit::Failed, message: message.into(), hints: Vec::new(), choice: None, at: None }
    }

    /// It was not asked for rightly.
    pub fn usage(message: impl Into<String>) -> Self {
        Self { exit: Exit::Usage, message: message.into(), hints: Vec::new(), choice: None, at: None }
    }

    /// The data has errors that it can't be done over.
    pub fn data(message: impl Into<String>) -> Self {
        Self { exit: Exit::Data, message: message.into(), hints: Vec::new(), choice: None, at: None }
    }

    /// Lets a person who is there say which of several is meant by a text.
    #[must_use]
    pub fn or_choose(self, text: &str, among: Vec<(String, String)>) -> Self {
        Self { choice: Some(Box::new(Choice { text: text.to_owned(), among })), ..self }
    }

    /// Says which value is wrong.
    #[must_use]
    pub fn at(self, place: Option<String>) -> Self {
        Self { at: place, ..self }
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
        Err(NotAnId(IdFault::Reserved)) => language.say(say::reserved_id(text)),
        _ => language.say(say::not_an_id(text)),
    })
}

/// An error from below as one of a command: in words, with what to do and the code to end with.
pub fn command_error(error: &anyhow::Error, language: &Language) -> CommandError {
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
        Some(ChangeError::Unread(named, unread)) => {
            let error =
                CommandError::data(language.say(say::Unread { count: unread.len(), names: unread_names(unread) }));
            error.hint(language.say(say::unread_refused(named.clone()))).hint(language.text(say::UNREAD_REFUSED_HINT))
        }
        _ => match error.root_cause().downcast_ref::<io::Error>() {
            // What was said of it on its way up is the path.
            Some(cause) if cause.to_string() != error.to_string() => CommandError::failed(
                language.say(say::IoAt { path: error.to_string(), why: io_error(cause, language) }),
            ),
            Some(cause) => CommandError::failed(io_error(cause, language)),
            None => CommandError::failed(format!("{error:#}")),
        },
    }
}

fn store_error(error: &StoreError, language: &Language) -> CommandError {
    match error {
        StoreError::NotFound { looked } => {
            let looked: Vec<String> = looked.iter().map(|folder| format!("  {}", folder.display())).collect();
            CommandError::failed(language.say(say::no_register(looked.join("\n"))))
                .hint(language.text(say::NO_REGISTER_HINT))
        }
        StoreError::Io { path, source } => CommandError::failed(
            language.say(say::IoAt { path: path.display().to_string(), why: io_error(source, language) }),
        ),
        StoreError::Locked => CommandError::failed(language.text(say::LOCKED)).hint(language.text(say::LOCKED_HINT)),
        StoreError::Changed { file } => CommandError::failed(language.say(say::changed_on_disk(file.clone())))
            .hint(language.text(say::CHANGED_ON_DISK_HINT)),
        StoreError::Format { format: OLD_FORMAT } => {
            CommandError::failed(language.text(say::OLDER_FORMAT)).hint(language.text(told::UPGRADE))
        }
        StoreError::Format { format } => CommandError::failed(language.say(say::later_format(*format))),
        StoreError::Half { written, unwritten, source } => {
            let mut error = store_error(source, language);
            error.message = language.say(say::half_written(error.message.clone()));
            error.hints = vec![
                language.say(say::half_written_done(written.join(", "))),
                language.say(say::half_written_left(unwritten.join(", "))),
                language.text(say::HALF_WRITTEN_HINT),
            ];
            error
        }
        StoreError::Journal { path } => CommandError::failed(language.say(say::no_journal(path.display().to_string())))
            .hint(language.text(say::NO_JOURNAL_HINT)),
        StoreError::UndoEntry { path } => CommandError::failed(language.say(say::no_undo(path.display().to_string())))
            .hint(language.text(told::UNDO_FORGET)),
        StoreError::Exists { file } => CommandError::failed(language.say(say::file_exists(file.clone()))),
        StoreError::Outside { file } => CommandError::failed(language.say(say::outside(file.clone()))),
    }
}

fn history_error(error: &HistoryError, language: &Language) -> CommandError {
    let shown = |folder: &std::path::Path| folder.display().to_string();
    match error {
        HistoryError::NoGit => CommandError::failed(language.text(say::NO_GIT)).hint(language.text(say::NO_GIT_HINT)),
        HistoryError::NoRepository { folder } => CommandError::failed(language.say(say::no_repository(shown(folder))))
            .hint(language.text(say::NO_REPOSITORY_HINT)),
        HistoryError::OwnedByOthers { folder } => {
            let command = format!("git config --global --add safe.directory '{}'", shown(folder));
            CommandError::failed(language.say(say::owned_by_others(shown(folder))))
                .hint(language.text(say::OWNED_BY_OTHERS_HINT))
                .hint(format!("  {command}"))
        }
        HistoryError::NoCommits => {
            CommandError::failed(language.text(say::NO_COMMITS)).hint(language.text(say::NO_COMMITS_HINT))
        }
        HistoryError::UnknownRevision { revision } => {
            CommandError::failed(language.say(say::unknown_revision(revision.clone())))
                .hint(language.text(say::UNKNOWN_REVISION_HINT))
        }
        HistoryError::NothingBefore { .. } => CommandError::failed(language.say(say::unknown_revision(""))),
        HistoryError::NoRegister { revision, found } => {
            let revision = revision.get(..10).unwrap_or(revision).to_owned();
            let error = CommandError::failed(language.say(say::no_register_then(revision)));
            match found.as_slice() {
                [] => error,
                found => error.hint(language.say(say::no_register_then_hint(found.join(", ")))),
            }
        }
        HistoryError::Bare => CommandError::failed(language.text(say::BARE_REPOSITORY)),
        HistoryError::Git { command, message } => {
            CommandError::failed(language.say(say::GitFailed { command: command.clone(), message: message.clone() }))
        }
        HistoryError::Store(error) => store_error(error, language),
        HistoryError::Io(error) => CommandError::failed(format!("git: {}", io_error(error, language))),
    }
}

fn edit_error(error: &EditError, language: &Language) -> CommandError {
    match error {
        EditError::Syntax => CommandError::failed(language.text(say::EDIT_SYNTAX)).hint(language.text(told::CHECK)),
        EditError::Missing(what) => CommandError::failed(language.say(say::edit_missing(what.clone()))),
        EditError::Unsafe(what) => {
            CommandError::failed(language.say(say::edit_unsafe(what.clone()))).hint(language.text(told::EDIT_ANY))
        }
    }
}

/// The system's errors that people meet, in words of ours; the rest in the system's.
fn io_error(error: &io::Error, language: &Language) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => language.text(say::IO_NOT_FOUND),
        io::ErrorKind::PermissionDenied => language.text(say::IO_PERMISSION),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => language.text(say::IO_FULL),
        io::ErrorKind::ReadOnlyFilesystem => language.text(say::IO_READ_ONLY),
        io::ErrorKind::InvalidData => language.text(say::IO_NOT_TEXT),
        io::ErrorKind::InvalidInput => language.text(say::IO_NO_FILE),
        io::ErrorKind::AlreadyExists => language.text(say::IO_EXISTS),
        io::ErrorKind::NotADirectory => language.text(say::IO_NO_FOLDER),
        io::ErrorKind::IsADirectory => language.text(say::IO_FOLDER),
        io::ErrorKind::InvalidFilename => language.text(say::IO_BAD_NAME),
        _ => match error.raw_os_error() {
            Some(code) => language.say(say::io_other(code.to_string())),
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
