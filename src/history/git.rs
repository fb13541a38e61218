//! Starting git so that nothing but the repository decides what it says.

use super::error::HistoryError;
use std::ffi::OsStr;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// Settings that could change what is read, or ask somebody something.
const SEALED: &[&str] = &[
    "diff.orderFile=/dev/null",
    "log.follow=false",
    "core.quotePath=false",
    "core.fsmonitor=false",
    "core.untrackedCache=false",
    "color.ui=false",
    "log.showSignature=false",
    "log.mailmap=false",
    "log.showRoot=true",
    "diff.renameLimit=10000",
];

/// Variables that could do so too. Which repository is meant is told by the folder: a hook of a linked work tree is
/// told of the repository in a way that holds for the top alone. Which index is meant may be told, as from the top,
/// where everything that asks of it is run.
const TAKEN_AWAY: &[&str] = &[
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_PREFIX",
    "GIT_EXTERNAL_DIFF",
    "GIT_DIFF_OPTS",
    "GIT_LITERAL_PATHSPECS",
    "GIT_GLOB_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
    "GIT_TRACE",
    "GIT_TRACE_PACK_ACCESS",
    "GIT_TRACE_PACKET",
    "GIT_TRACE_PERFORMANCE",
    "GIT_TRACE_REFS",
    "GIT_TRACE_SETUP",
    "GIT_TRACE_SHALLOW",
    "GIT_TRACE2",
    "GIT_TRACE2_EVENT",
    "GIT_TRACE2_PERF",
];

/// How much a reader has read of what git writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HowMuch {
    /// All that it waited for.
    Whole,
    /// As much as it wanted: git may not come to its end.
    Enough,
}

/// The `git` program, in a folder.
#[derive(Debug, Clone)]
pub struct Git {
    folder: PathBuf,
}

impl Git {
    /// Git in a folder.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// The folder that git is run in.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    fn command<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Command {
        let mut command = Command::new("git");
        command.current_dir(&self.folder).args(["--no-pager", "--literal-pathspecs", "--no-optional-locks"]);
        for setting in SEALED {
            command.args(["-c", setting]);
        }
        command.args(arguments);
        TAKEN_AWAY.iter().for_each(|name| {
            command.env_remove(name);
        });
        command.env("LC_ALL", "C").env("GIT_TERMINAL_PROMPT", "0").stdin(Stdio::null());
        command
    }

    /// Runs git, whatever comes of it.
    ///
    /// # Errors
    /// It can't be started.
    pub fn output<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Result<Output, HistoryError> {
        self.command(arguments).output().map_err(not_started)
    }

    /// What git writes, where all went well.
    ///
    /// # Errors
    /// It can't be started, or says no.
    pub fn run<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Result<Vec<u8>, HistoryError> {
        let output = self.output(arguments)?;
        if output.status.success() { Ok(output.stdout) } else { Err(self.refused(arguments, &output.stderr)) }
    }

    /// What git writes as one line of text, where all went well.
    ///
    /// # Errors
    /// It can't be started, or says no.
    pub fn line<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Result<String, HistoryError> {
        let text = String::from_utf8_lossy(&self.run(arguments)?).into_owned();
        Ok(text.strip_suffix('\n').unwrap_or(&text).to_owned())
    }

    /// The value of a setting, from wherever it is set; nothing where it is not.
    ///
    /// # Errors
    /// Git can't be started.
    pub fn setting(&self, name: &str) -> Result<Option<String>, HistoryError> {
        let output = self.output(&["config", "--get", name])?;
        let text = String::from_utf8_lossy(&output.stdout);
        Ok(output.status.success().then(|| text.trim_end_matches('\n').to_owned()))
    }

    /// Runs git with something to read, and gives what it wrote to a reader while it is still being written.
    ///
    /// # Errors
    /// It can't be started, says no, or the reader gives up.
    pub(super) fn talk<A: AsRef<OsStr>, T>(
        &self,
        arguments: &[A],
        input: &[u8],
        read: impl FnOnce(&mut dyn Read) -> io::Result<(T, HowMuch)>,
    ) -> Result<T, HistoryError> {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(not_started)?;
        let (stdin, stderr) = (child.stdin.take(), child.stderr.take());
        // All three at once: git waits for whoever does not read or write.
        let (output, message) = std::thread::scope(|scope| {
            scope.spawn(move || {
                // That git reads no further shows in how it ends.
                stdin.map(|mut stdin| stdin.write_all(input))
            });
            let message = scope.spawn(move || {
                let mut message = Vec::new();
                stderr.map(|mut stderr| stderr.read_to_end(&mut message));
                message
            });
            let output = child.stdout.take().map(|mut stdout| read(&mut stdout));
            (output, message.join().unwrap_or_default())
        });
        let is_well = child.wait()?.success();
        match output.unwrap_or_else(|| Err(io::ErrorKind::BrokenPipe.into())) {
            Ok((output, HowMuch::Enough)) => Ok(output),
            Ok((output, HowMuch::Whole)) if is_well => Ok(output),
            Err(error) if is_well => Err(HistoryError::Io(error)),
            _ => Err(self.refused(arguments, &message)),
        }
    }

    /// Why git said no.
    fn refused<A: AsRef<OsStr>>(&self, arguments: &[A], message: &[u8]) -> HistoryError {
        let message = String::from_utf8_lossy(message).trim().to_owned();
        let folder = || self.folder.clone();
        // Git names the repository that it means, in quotes.
        let named = || message.split('\'').nth(1).map_or_else(folder, PathBuf::from);
        if message.contains("not a git repository") {
            HistoryError::NoRepository { folder: folder() }
        } else if message.contains("dubious ownership") {
            HistoryError::OwnedByOthers { folder: named() }
        } else {
            let command = arguments.first().map(|word| word.as_ref().to_string_lossy().into_owned());
            HistoryError::Git { command: command.unwrap_or_default(), message }
        }
    }
}

fn not_started(error: io::Error) -> HistoryError {
    if error.kind() == io::ErrorKind::NotFound { HistoryError::NoGit } else { HistoryError::Io(error) }
}

/// The parts of what git writes with `-z`.
pub(super) fn parts(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split(|byte| *byte == 0).filter(|part| !part.is_empty())
}

/// A name as text. What is not UTF-8 names no record, and is told of as far as it can be.
pub(super) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
