//! Starting git so that nothing but the repository decides what it says.

use super::error::HistoryError;
use super::objects::{is_asked, read_object};
use std::ffi::OsStr;
use std::io::{self, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Output, Stdio};
use std::sync::{Arc, Mutex, PoisonError};

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
    "GIT_COMMON_DIR",
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
    /// What answers what names stand for, once it has been asked.
    answering: Arc<Mutex<Option<Answering>>>,
}

/// A git that stays, and answers what a name stands for: starting one for each question costs more than the answer. What is
/// in it is asked of others: one that finds less than it has told of would keep whoever reads waiting for ever.
#[derive(Debug)]
struct Answering {
    child: Child,
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Answering {
    fn get(&mut self, name: &str) -> io::Result<Option<String>> {
        let questions = self.questions.as_mut().ok_or(io::ErrorKind::BrokenPipe)?;
        questions.write_all(format!("{name}\n").as_bytes())?;
        read_object(&mut self.answers)
    }
}

impl Drop for Answering {
    fn drop(&mut self) {
        // It ends when there is nothing more to be asked.
        self.questions = None;
        drop(self.child.wait());
    }
}

impl Git {
    /// Git in a folder.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), answering: Arc::default() }
    }

    /// The same, in another folder of the same repository.
    pub(super) fn at(&self, folder: &Path) -> Self {
        Self { folder: folder.to_owned(), ..self.clone() }
    }

    /// Gets ready for being asked what names stand for.
    pub(super) fn make_ready(&self) {
        let mut answering = self.answering.lock().unwrap_or_else(PoisonError::into_inner);
        if answering.is_none() {
            *answering = self.answering().ok();
        }
    }

    /// The id of what a name stands for, such as `HEAD~1^{commit}` or `HEAD:register/register.toml`, with paths from the top; nothing
    /// where there is none of that name. Not for what is staged, which may have changed since git was first asked.
    ///
    /// # Errors
    /// Git can't be asked.
    pub(super) fn object(&self, name: &str) -> Result<Option<String>, HistoryError> {
        if !is_asked(name) {
            return Ok(None);
        }
        let mut answering = self.answering.lock().unwrap_or_else(PoisonError::into_inner);
        let mut current = match answering.take() {
            Some(current) => current,
            None => self.answering()?,
        };
        match current.get(name) {
            Ok(object) => {
                *answering = Some(current);
                Ok(object)
            }
            Err(_) => {
                drop(current);
                // It may have ended of itself, or of a name such as `HEAD@{99}`: another says why, or what it is.
                self.run(&["rev-parse", "--git-dir"])?;
                let output = self.output(&["rev-parse", "--verify", "--quiet", "--end-of-options", name])?;
                let id = String::from_utf8_lossy(&output.stdout).trim().to_owned();
                Ok((output.status.success() && !id.is_empty()).then_some(id))
            }
        }
    }

    /// Ends the one that answers, as a system that is short of memory may.
    #[cfg(test)]
    pub(super) fn end_answering(&self) {
        let mut answering = self.answering.lock().unwrap();
        let answering = answering.as_mut().unwrap();
        answering.child.kill().unwrap();
        answering.child.wait().unwrap();
    }

    fn answering(&self) -> Result<Answering, HistoryError> {
        let mut command = self.command(&["cat-file", "--batch-check"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(not_started)?;
        let (questions, answers) = (child.stdin.take(), child.stdout.take());
        let answers = answers.ok_or_else(|| io::Error::from(io::ErrorKind::BrokenPipe))?;
        Ok(Answering { child, questions, answers: BufReader::new(answers) })
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
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        if !input.is_empty() {
            command.stdin(Stdio::piped());
        }
        let mut child = command.spawn().map_err(not_started)?;
        let (stdin, stderr) = (child.stdin.take(), child.stderr.take());
        // All three at once: git waits for whoever does not read or write.
        let (output, message) = std::thread::scope(|scope| {
            if let Some(mut stdin) = stdin {
                // That git reads no further shows in how it ends.
                scope.spawn(move || stdin.write_all(input));
            }
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
    // What is said to be looked in may be no folder either.
    let is_missing = matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory);
    if is_missing { HistoryError::NoGit } else { HistoryError::Io(error) }
}
