//! Reading every file of a register.

use super::error::StoreError;
use super::journal::Before;
use crate::format::{
    FileRead, FileReader, LARGEST_FILE, Loaded, Reading, RecordFile, SETTINGS_FILE, Texts, assemble, in_order,
    read_settings, too_large,
};
use crate::message::{Message, checks};
use crate::model::{Arg, Finding, Kind, Settings, Spot};
use std::borrow::Cow;
use std::cell::RefCell;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use walkdir::WalkDir;

/// Below this many files, threads cost more than they give.
const WORTH_THREADS: usize = 1500;

/// Looks at the text of a file while it is in memory, and says what is wrong with it.
pub type Inspect<'i> = &'i (dyn Fn(&str, &str) -> Vec<Finding> + Sync);

/// How many files a thread takes at a time.
const HANDFUL: usize = 256;

pub(super) fn load(
    root: &Path,
    inspect: Option<Inspect<'_>>,
    texts: Texts,
    before: &Before,
) -> Result<Loaded, StoreError> {
    let settings = load_settings(root, inspect, before)?;
    let mut faults = Vec::new();
    let walk = walk(root).filter_map(|found| found.map_err(|fault| faults.push(*fault)).ok());
    // What an unfinished change has made isn't there yet, and what it has taken away still is.
    let mut walk = walk.filter(|file| !before.0.contains_key(&file.path)).chain(before.files());
    let reader = FileReader::new(settings.record.as_ref(), texts);
    let read_all = |files: Vec<RecordFile>| -> Vec<FileRead> {
        let read = |file: RecordFile| match before.0.get(&file.path) {
            Some(held) => read_bytes(file, held.as_deref().unwrap_or_default(), inspect, reader),
            None => read_file(root, file, inspect, reader),
        };
        files.into_iter().map(read).collect()
    };
    let first: Vec<RecordFile> = walk.by_ref().take(WORTH_THREADS).collect();
    let read = if first.len() < WORTH_THREADS {
        read_all(first)
    } else {
        // Files are read while others are still being found.
        let done: Mutex<Vec<FileRead>> = Mutex::new(Vec::new());
        rayon::in_place_scope(|scope| {
            let mut files = first.into_iter().chain(walk).peekable();
            while files.peek().is_some() {
                let handful: Vec<RecordFile> = files.by_ref().take(HANDFUL).collect();
                scope.spawn(|_| {
                    let mut readings = read_all(handful);
                    done.lock().unwrap_or_else(PoisonError::into_inner).append(&mut readings);
                });
            }
        });
        done.into_inner().unwrap_or_else(PoisonError::into_inner)
    };
    let mut readings = reader.finish(read);
    in_order(&mut readings, |(file, _)| file);
    Ok(assemble(settings, readings, faults))
}

/// Reads `register.toml` alone. That it cannot be read is an error: without it there is no register.
pub(super) fn load_settings(
    root: &Path,
    inspect: Option<Inspect<'_>>,
    before: &Before,
) -> Result<Reading<Settings>, StoreError> {
    let path = root.join(SETTINGS_FILE);
    let mut buffer = Vec::new();
    let bytes = match before.0.get(SETTINGS_FILE) {
        Some(Some(held)) => held,
        _ => read_into(&path, &mut buffer).map_err(StoreError::io(&path))?,
    };
    let mut reading = read_settings(SETTINGS_FILE, bytes);
    reading.findings.extend(inspected(inspect, SETTINGS_FILE, bytes));
    Ok(reading)
}

/// What the caller sees in a file's text, if it wants to look and there is text.
#[must_use]
pub fn inspected(inspect: Option<Inspect<'_>>, file: &str, bytes: &[u8]) -> Vec<Finding> {
    let Some(inspect) = inspect else {
        return Vec::new();
    };
    simdutf8::basic::from_utf8(bytes).map(|text| inspect(file, text)).unwrap_or_default()
}

/// What there is in a register's folder, without reading any of it.
#[derive(Debug, Default)]
pub struct Found {
    /// Every file of a record, in the order of kind, id and path.
    pub files: Vec<RecordFile>,
    /// What stands in the way of finding more.
    pub faults: Vec<Finding>,
}

pub(super) fn found(root: &Path) -> Found {
    let mut found = Found::default();
    for file in walk(root) {
        match file {
            Ok(file) => found.files.push(file),
            Err(fault) => found.faults.push(*fault),
        }
    }
    in_order(&mut found.files, |file| file);
    found
}

/// Reads a whole file, where it is one: a pipe or a socket would keep a reader waiting for ever.
pub(super) fn read_whole(path: &Path) -> io::Result<Vec<u8>> {
    if path.metadata()?.is_file() { std::fs::read(path) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

/// Every file of a record as it is found, and what stands in the way of finding more.
fn walk(root: &Path) -> impl Iterator<Item = Result<RecordFile, Box<Finding>>> + Send + '_ {
    Kind::ALL.into_iter().flat_map(move |kind| {
        let folder = root.join(kind.folder());
        let closed = closed(root, &folder).map(|code| fault(code, kind.folder().to_owned()));
        let entries = closed.is_none().then(|| {
            WalkDir::new(&folder).min_depth(1).into_iter().filter_entry(|entry| !is_hidden(entry.file_name()))
        });
        closed.into_iter().chain(entries.into_iter().flatten().filter_map(move |entry| record_file(root, entry)))
    })
}

/// Why the folder of a kind is none to look in. A register need not have one for a kind that it has no records of.
fn closed(root: &Path, folder: &Path) -> Option<Message<Arg>> {
    if folder.is_symlink() && !folder.canonicalize().is_ok_and(|target| target.starts_with(root)) {
        return Some(checks::link_outside());
    }
    let is_open = match folder.metadata() {
        Ok(metadata) => metadata.is_dir(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    };
    (!is_open).then(checks::unreadable)
}

/// What stands in the way of reading a file or folder.
fn fault(message: Message<Arg>, path: String) -> Result<RecordFile, Box<Finding>> {
    Err(Box::new(Finding::new(message, path, Spot::File)))
}

/// The file of a record that an entry of a folder is, if it is one.
fn record_file(root: &Path, entry: walkdir::Result<walkdir::DirEntry>) -> Option<Result<RecordFile, Box<Finding>>> {
    let entry = match entry {
        Ok(entry) => entry,
        // What was not there, or went while it was looked for, is nothing that could have been read.
        Err(error) if error.io_error().is_some_and(|error| error.kind() == io::ErrorKind::NotFound) => return None,
        Err(error) => {
            let path = error.path().map(|path| relative(root, path)).unwrap_or_default();
            return Some(fault(checks::unreadable(), path));
        }
    };
    let path = relative(root, entry.path());
    let (sort, is_link) = (entry.file_type(), entry.path_is_symlink());
    if is_link && !is_inside(root, entry.path()) {
        return Some(fault(checks::link_outside(), path));
    }
    // A pipe or a socket would keep a reader waiting for ever.
    if !(sort.is_file() || sort.is_dir() || is_link) {
        return Some(fault(checks::unreadable(), path));
    }
    match RecordFile::from_path(&path) {
        Some(file) if !sort.is_dir() => Some(Ok(file)),
        Some(_) => Some(fault(checks::overlooked_file(), path)),
        None => {
            let is_there = |other: &str| root.join(other).is_file();
            RecordFile::is_overlooked(&path, is_there).then(|| fault(checks::overlooked_file(), path))
        }
    }
}

/// Hidden files are other programs', and this one's own unfinished writes.
fn is_hidden(name: &std::ffi::OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

/// A path from the register's root, with `/` between folders. The path begins with the root's own text,
/// so no more than that is compared: this is done for every file.
fn relative(root: &Path, path: &Path) -> String {
    // Looking whether it is text is much quicker than making one of what is not.
    fn text(path: &Path) -> Cow<'_, str> {
        path.to_str().map_or_else(|| path.to_string_lossy(), Cow::Borrowed)
    }
    let (root, path) = (text(root), text(path));
    let inner = path.strip_prefix(&*root).unwrap_or(&path).trim_start_matches(std::path::MAIN_SEPARATOR);
    if std::path::MAIN_SEPARATOR == '/' { inner.to_owned() } else { inner.replace(std::path::MAIN_SEPARATOR, "/") }
}

/// Whether a link leads to a file inside the register.
fn is_inside(root: &Path, path: &Path) -> bool {
    path.canonicalize().is_ok_and(|target| target.starts_with(root) && target.is_file())
}

thread_local! {
    /// What files are read into, one after another.
    static BUFFER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

fn read_file(root: &Path, file: RecordFile, inspect: Option<Inspect<'_>>, reader: FileReader) -> FileRead {
    BUFFER.with_borrow_mut(|buffer| {
        let path = root.join(&file.path);
        let Ok(bytes) = read_into(&path, buffer) else {
            let finding = Finding::new(checks::unreadable(), file.path.clone(), Spot::File);
            return FileRead::unread(file, finding);
        };
        if bytes.len() as u64 > LARGEST_FILE {
            let size = path.metadata().map_or(LARGEST_FILE, |metadata| metadata.len());
            let finding = too_large(&file.path, size);
            return FileRead::unread(file, finding);
        }
        read_bytes(file, bytes, inspect, reader)
    })
}

/// What is made of the bytes of a file; nothing where it can't be read, or is larger than a record may be.
pub(super) fn with_bytes<T>(path: &Path, make: impl FnOnce(&[u8]) -> T) -> Option<T> {
    BUFFER.with_borrow_mut(|buffer| {
        let bytes = read_into(path, buffer).ok()?;
        (bytes.len() as u64 <= LARGEST_FILE).then(|| make(bytes))
    })
}

fn read_bytes(file: RecordFile, bytes: &[u8], inspect: Option<Inspect<'_>>, reader: FileReader) -> FileRead {
    let found = inspected(inspect, &file.path, bytes);
    let mut read = reader.read(file, bytes);
    read.reading.findings.extend(found);
    read
}

/// Reads a file into a buffer that is used again; no more of it than one byte over the largest there
/// may be.
fn read_into<'b>(path: &Path, buffer: &'b mut Vec<u8>) -> io::Result<&'b [u8]> {
    let mut file = File::open(path)?;
    let most = usize::try_from(LARGEST_FILE).unwrap_or(usize::MAX) + 1;
    let mut filled = 0;
    while filled < most {
        if filled == buffer.len() {
            buffer.resize((filled * 2).clamp(16 * 1024, most), 0);
        }
        match file.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(&buffer[..filled])
}
