//! One writer at a time.
//!
//! What is locked is the register's folder itself, by its inode: unlike a file in it, it can't be taken away and
//! made anew (`git clean -x`), nor be a link to the outside or a pipe. Where a folder can't be locked (Windows,
//! some network file systems), a file in it is, and one's turn is held to be that of the file that has the name.
//!
//! Readers take no lock, or many of them would keep writers from their turn. Instead there is a number that goes up
//! whenever several files are about to change: what was read is whole if the number is the same afterwards, and
//! [no journal](super::journal) was there before.

use super::error::StoreError;
use super::journal::{self, Recovery};
use super::write::prepare;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read};
use std::path::Path;
use std::sync::mpsc;
use std::time::{Duration, Instant, SystemTime};

/// The file that is locked where the folder can't be. It stays; git is told to look away from it.
pub const LOCK_FILE: &str = ".register.lock";
/// The file that holds how many changes of several files there have been. It is made anew each time, so that it does
/// not matter what lay there.
const COUNT: &str = ".register-unfinished-count";
/// How long another writer may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// Keeps other writers waiting for as long as it lives.
#[derive(Debug)]
pub struct Lock {
    _held: File,
    /// What an earlier change that was cut short left, and was put right.
    pub(super) recovery: Option<Recovery>,
}

/// Waits for one's turn to write, and puts right what a change that was cut short left.
pub(super) fn lock(root: &Path) -> Result<Lock, StoreError> {
    let held = held(root)?;
    let recovery = journal::recover(root)?;
    Ok(Lock { _held: held, recovery })
}

fn held(root: &Path) -> Result<File, StoreError> {
    let until = Instant::now() + PATIENCE;
    let file = root.join(LOCK_FILE);
    let mut by_folder = cfg!(unix);
    loop {
        let path = if by_folder { root } else { &file };
        let open = if by_folder { File::open(root) } else { open_plain(&file, true) };
        match wait_for(open.map_err(StoreError::io(path))?, until) {
            // The file that was waited for may have been taken away meanwhile, and another one be locked.
            Ok(Some(held)) if by_folder || is_at(&held, &file) => return Ok(held),
            Ok(Some(_)) => {}
            Ok(None) => return Err(StoreError::Locked),
            Err(_) if by_folder => by_folder = false,
            Err(source) => return Err(StoreError::Io { path: path.to_owned(), source }),
        }
    }
}

/// Locks a file, in the order that all who wait for it came; nothing where that takes too long.
fn wait_for(file: File, until: Instant) -> io::Result<Option<File>> {
    match file.try_lock() {
        Ok(()) => return Ok(Some(file)),
        Err(TryLockError::Error(error)) => return Err(error),
        Err(TryLockError::WouldBlock) => {}
    }
    let (sender, receiver) = mpsc::channel();
    // One that has waited in vain still gets its turn, finds that nobody asks, and lets the lock go.
    std::thread::spawn(move || sender.send(file.lock().map(|()| file)));
    let left = until.saturating_duration_since(Instant::now());
    receiver.recv_timeout(left).map_or(Ok(None), |locked| locked.map(Some))
}

/// How many changes of several files there have been, and when the last one was, in case the file has been taken
/// away and counts anew; nothing where there were none.
pub(super) fn count(root: &Path) -> Option<(u64, Option<SystemTime>)> {
    let mut file = open_plain(&root.join(COUNT), false).ok()?;
    let changed = file.metadata().and_then(|metadata| metadata.modified()).ok();
    Some((number_in(&mut file)?, changed))
}

/// Says that several files are about to change.
pub(super) fn count_up(root: &Path) -> Result<(), StoreError> {
    let path = root.join(COUNT);
    let next = count(root).map_or(0, |(number, _)| number).wrapping_add(1);
    let ready = prepare(root, format!("{next}\n").as_bytes(), None)?;
    ready.persist(&path).map_err(|error| StoreError::Io { path, source: error.error })
}

fn number_in(file: &mut File) -> Option<u64> {
    let mut text = String::new();
    file.take(32).read_to_string(&mut text).ok()?;
    text.trim().parse().ok()
}

/// Opens a file that is one: a link is not followed, and a pipe is not waited for.
pub(super) fn open_plain(path: &Path, to_write: bool) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(to_write).create(to_write).truncate(false);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
        options.custom_flags(i32::try_from(flags.bits()).unwrap_or_default());
    }
    let file = options.open(path)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

/// Whether an open file is the one that has the name.
fn is_at(file: &File, path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        match (file.metadata(), path.symlink_metadata()) {
            (Ok(held), Ok(named)) => (held.dev(), held.ino()) == (named.dev(), named.ino()),
            _ => false,
        }
    }
    #[cfg(not(unix))]
    {
        // A file that is open can't be taken away there.
        let _ = (file, path);
        true
    }
}
