//! The file that `-o` names. What belongs to a register is never written over by what is read from one, and
//! another file that is there already only where that is what is wanted.

use super::app::App;
use super::covering::Covering;
use super::error::{CommandError, is_broken_pipe};
use super::file::write_file;
use super::names::flag_named;
use super::prompt;
use super::ui::Ui;
use super::visible::Visible;
use crate::format::SETTINGS_FILE;
use crate::message::say;
use crate::model::Kind;
use crate::render::Escaping;
use anyhow::{Context, Result};
use std::ffi::OsStr;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// How many files that are there already are named.
const NAMED: usize = 3;

/// A file to write to, in the stead of standard output.
#[derive(Debug, Clone, clap::Args)]
pub struct OutputTarget {
    #[arg(long, short, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    #[arg(long, requires = "output")]
    pub force: bool,
}

impl OutputTarget {
    /// Gives something to write to, which escapes so: standard output, or the file, which is whole or as it was. Says
    /// what was written.
    pub fn write(&self, escaping: Escaping, app: &App, write: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
        let is_shown = |path: &PathBuf| is_stdout(path) && Ui::is_looked_at();
        let Some(path) = self.output.as_ref().filter(|path| escaping != Escaping::Packed || !is_shown(path)) else {
            return if escaping == Escaping::Packed {
                Err(no_file_named(app).into())
            } else {
                to_stdout(escaping, write)
            };
        };
        allow(std::slice::from_ref(path), self.force, app)?;
        write_allowed(path, escaping, write)?;
        if !is_dash(path) {
            Ui::say(&app.language.say(say::wrote(path.display().to_string())));
        }
        Ok(())
    }
}

/// Gives standard output to write to. That nobody reads on ends the writing and nothing else: what a command found, it
/// has found.
pub fn to_stdout(escaping: Escaping, write: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let mut out = Ui::out(escaping);
    match write(&mut out).and_then(|()| Ok(out.flush()?)) {
        Err(error) if is_broken_pipe(&error) => Ok(()),
        written => written,
    }
}

/// That a file has to be named for what is no text.
fn no_file_named(app: &App) -> CommandError {
    let language = &app.language;
    let error = CommandError::usage(language.text(say::OUTPUT_IS_NO_TEXT));
    error.hint(language.text(say::OUTPUT_NAMED))
}

/// Gives standard output to write to what is no text, where no person looks.
fn packed_to_stdout(write: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let mut out = Ui::packed_out();
    match write(&mut out).and_then(|()| Ok(out.flush()?)) {
        Err(error) if is_broken_pipe(&error) => Ok(()),
        written => written,
    }
}

/// Gives a file to write to that one [may](allow) write to.
pub fn write_allowed(path: &Path, escaping: Escaping, write: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    if is_stdout(path) {
        return if escaping == Escaping::Packed { packed_to_stdout(write) } else { to_stdout(escaping, write) };
    }
    if escaping == Escaping::Packed {
        return write_file(path, write);
    }
    let visibly = |out: &mut dyn Write| -> Result<()> {
        // A file is shown on a terminal sooner or later.
        let out = Visible::new(out, if escaping == Escaping::Styled { Escaping::Plain } else { escaping });
        let mut out = Covering::new(out);
        write(&mut out)?;
        Ok(out.flush()?)
    };
    if is_stream(path) {
        let file = std::fs::OpenOptions::new().append(true).open(path).with_context(|| path.display().to_string())?;
        return visibly(&mut BufWriter::new(file));
    }
    write_file(path, visibly)
}

/// Writes a file that programs read value by value: personal data is covered, and every other sign is as it is.
pub fn write_exact(path: &Path, write: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    write_file(path, |out| {
        let mut out = Covering::new(out);
        write(&mut out)?;
        Ok(out.flush()?)
    })
}

/// Refuses files that belong to a register and what is no file at all, and asks about those that are there
/// already.
pub fn allow(paths: &[PathBuf], force: bool, app: &App) -> Result<()> {
    allow_where(paths, force, true, app)
}

/// The same, but for what is hidden beside the records: editors look for schemas there.
pub fn allow_beside(paths: &[PathBuf], force: bool, app: &App) -> Result<()> {
    allow_where(paths, force, false, app)
}

fn allow_where(paths: &[PathBuf], force: bool, is_hidden_own: bool, app: &App) -> Result<()> {
    let language = &app.language;
    let mut known = Vec::new();
    for path in paths.iter().filter(|path| !is_stream(path)) {
        let name = path.display().to_string();
        if belongs_to_register(path, is_hidden_own) {
            return Err(CommandError::failed(language.say(say::output_in_register(name))).into());
        }
        if path.exists() && !path.is_file() {
            return Err(CommandError::failed(language.say(say::output_no_file(name))).into());
        }
        if path.exists() {
            known.push(name);
        }
    }
    if force || known.is_empty() {
        return Ok(());
    }
    if known.len() > NAMED {
        known.truncate(NAMED);
        known.push("…".to_owned());
    }
    let names = known.join(", ");
    if Ui::can_ask() {
        let is_wanted = prompt::confirm(&language.say(say::output_overwrite(names)), false, app)?;
        return if is_wanted { Ok(()) } else { Err(CommandError::failed(language.text(say::NOTHING_WRITTEN)).into()) };
    }
    Err(CommandError::failed(language.say(say::file_exists(names)))
        .hint(language.say(say::output_force(format!("--{}", flag_named("force", language)))))
        .into())
}

/// Whether a path is standard output.
fn is_stdout(path: &Path) -> bool {
    path == Path::new("/dev/stdout") || is_dash(path)
}

/// Whether a path is what many programs take for standard output.
pub fn is_dash(path: &Path) -> bool {
    path == Path::new("-")
}

/// Refuses what is no folder, for what becomes several files.
pub fn allow_folder(path: &Path, what: &'static str, app: &App) -> Result<(), CommandError> {
    if path.is_file() || is_dash(path) {
        let message = say::ExportNeedsFolder { path: path.display().to_string(), what };
        return Err(CommandError::usage(app.language.say(message)));
    }
    Ok(())
}

/// Whether a path names what others read while it is being written.
fn is_stream(path: &Path) -> bool {
    let is_one = is_dash(path)
        || ["/dev/stdout", "/dev/stderr", "/dev/null"].into_iter().any(|stream| path == Path::new(stream));
    is_one || path.starts_with("/dev/fd") || path.starts_with("/proc/self/fd")
}

/// Whether a path, links and `..` followed, is one of a register's own: its settings, what lies in the folders of
/// its records, and what is hidden beside them.
fn belongs_to_register(path: &Path, is_hidden_own: bool) -> bool {
    let Some(real) = real(path) else { return false };
    real.ancestors().skip(1).filter(|root| root.join(SETTINGS_FILE).is_file()).any(|root| {
        let inner = real.strip_prefix(root).unwrap_or(&real);
        let first = inner.components().next().map(|first| first.as_os_str().to_ascii_lowercase()).unwrap_or_default();
        let is_hidden = is_hidden_own && first.as_encoded_bytes().starts_with(b".");
        let leads_there = |name: &str| root.join(name).canonicalize().is_ok_and(|own| real.starts_with(own));
        let is_own = |name: &str| first == OsStr::new(name) || leads_there(name);
        is_hidden || is_own(SETTINGS_FILE) || is_own("tombi.toml") || Kind::ALL.iter().any(|kind| is_own(kind.folder()))
    })
}

/// Where a path leads; of a file that is not there yet, where it would be.
fn real(path: &Path) -> Option<PathBuf> {
    path.canonicalize().ok().or_else(|| {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Some(folder.canonicalize().ok()?.join(path.file_name()?))
    })
}
