//! Reading every file of a register.

use super::error::StoreError;
use crate::format::{
    AnyRecord, LARGEST_FILE, Loaded, Reading, RecordFile, SETTINGS_FILE, assemble, read_record, read_settings,
    too_large,
};
use crate::model::{Finding, Kind, Settings, Spot};
use rayon::prelude::*;
use std::cell::RefCell;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use walkdir::WalkDir;

/// Below this many files, threads cost more than they give.
const WORTH_THREADS: usize = 1500;

/// Looks at the text of a file while it is in memory, and says what is wrong with it.
pub type Inspect<'i> = &'i (dyn Fn(&str, &str) -> Vec<Finding> + Sync);

pub(super) fn load(root: &Path, inspect: Option<Inspect<'_>>) -> Result<Loaded, StoreError> {
    let settings = load_settings(root, inspect)?;
    let mut findings = Vec::new();
    let files = list(root, &mut findings);
    let read_one = |file: RecordFile| {
        let reading = read_file(root, &file, inspect);
        (file, reading)
    };
    let readings: Vec<_> = if files.len() < WORTH_THREADS {
        files.into_iter().map(read_one).collect()
    } else {
        files.into_par_iter().map(read_one).collect()
    };
    let mut loaded = assemble(settings, readings);
    loaded.findings.append(&mut findings);
    Ok(loaded)
}

/// Reads `register.toml` alone. That it cannot be read is an error: without it there is no register.
pub(super) fn load_settings(root: &Path, inspect: Option<Inspect<'_>>) -> Result<Reading<Settings>, StoreError> {
    let path = root.join(SETTINGS_FILE);
    let mut buffer = Vec::new();
    let bytes = read_into(&path, &mut buffer).map_err(StoreError::io(&path))?;
    let mut reading = read_settings(SETTINGS_FILE, bytes);
    reading.findings.extend(inspected(inspect, SETTINGS_FILE, bytes));
    Ok(reading)
}

/// What the caller sees in a file's text, if it wants to look and there is text.
fn inspected(inspect: Option<Inspect<'_>>, file: &str, bytes: &[u8]) -> Vec<Finding> {
    let Some(inspect) = inspect else {
        return Vec::new();
    };
    std::str::from_utf8(bytes).map(|text| inspect(file, text)).unwrap_or_default()
}

/// Every file of a record, in the order of kind, id and path.
pub(super) fn list(root: &Path, findings: &mut Vec<Finding>) -> Vec<RecordFile> {
    let mut files = Vec::new();
    for kind in Kind::ALL {
        let folder = root.join(kind.folder());
        let begin = files.len();
        if folder.is_symlink() && !folder.canonicalize().is_ok_and(|target| target.starts_with(root)) {
            findings.push(Finding::new("link-outside", kind.folder(), Spot::File));
            continue;
        }
        for entry in WalkDir::new(&folder).min_depth(1).into_iter().filter_entry(|entry| !is_hidden(entry.file_name()))
        {
            let entry = match entry {
                Ok(entry) => entry,
                // A register need not have a folder for a kind that it has no records of.
                Err(error) if error.depth() == 0 => continue,
                Err(error) => {
                    let path = error.path().map(|path| relative(root, path)).unwrap_or_default();
                    findings.push(Finding::new("unreadable", path, Spot::File));
                    continue;
                }
            };
            if entry.file_type().is_dir() {
                continue;
            }
            let path = relative(root, entry.path());
            if entry.path_is_symlink() && !is_inside(root, entry.path()) {
                findings.push(Finding::new("link-outside", path, Spot::File));
            } else if let Some(file) = RecordFile::from_path(&path) {
                // A pipe or a socket would keep a reader waiting for ever.
                if entry.file_type().is_file() || entry.path_is_symlink() {
                    files.push(file);
                } else {
                    findings.push(Finding::new("unreadable", path, Spot::File));
                }
            }
        }
        sort(&mut files[begin..]);
    }
    files
}

/// Sorts by id and path. The first letters of the ids are compared as one number, close at hand: most
/// comparisons need no more.
fn sort(files: &mut [RecordFile]) {
    let key = |file: &RecordFile| {
        let mut first = [0; 16];
        let length = file.id.len().min(16);
        first[..length].copy_from_slice(&file.id.as_bytes()[..length]);
        u128::from_be_bytes(first)
    };
    let mut keyed: Vec<(u128, usize)> = files.iter().map(key).zip(0..).collect();
    keyed.sort_unstable_by(|(left, a), (right, b)| {
        left.cmp(right).then_with(|| (&files[*a].id, &files[*a].path).cmp(&(&files[*b].id, &files[*b].path)))
    });
    let mut places: Vec<usize> = vec![0; files.len()];
    for (place, (_, from)) in keyed.into_iter().enumerate() {
        places[from] = place;
    }
    // Each goes to its place, by swaps.
    for at in 0..files.len() {
        while places[at] != at {
            let to = places[at];
            files.swap(at, to);
            places.swap(at, to);
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
    let (root, path) = (root.to_string_lossy(), path.to_string_lossy());
    let inner = path.strip_prefix(&*root).unwrap_or(&path).trim_start_matches(std::path::MAIN_SEPARATOR);
    if std::path::MAIN_SEPARATOR == '/' { inner.to_owned() } else { inner.replace(std::path::MAIN_SEPARATOR, "/") }
}

/// Whether a link leads to a file inside the register.
fn is_inside(root: &Path, path: &Path) -> bool {
    path.canonicalize().is_ok_and(|target| target.starts_with(root) && target.is_file())
}

fn read_file(root: &Path, file: &RecordFile, inspect: Option<Inspect<'_>>) -> Reading<AnyRecord> {
    thread_local! {
        static BUFFER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    }
    BUFFER.with_borrow_mut(|buffer| {
        let path = root.join(&file.path);
        let Ok(bytes) = read_into(&path, buffer) else {
            return Reading { record: None, findings: vec![Finding::new("unreadable", file.path.clone(), Spot::File)] };
        };
        if bytes.len() as u64 > LARGEST_FILE {
            let size = path.metadata().map_or(LARGEST_FILE, |metadata| metadata.len());
            return Reading { record: None, findings: vec![too_large(&file.path, size)] };
        }
        let mut reading = read_record(file.kind, &file.path, bytes);
        reading.findings.extend(inspected(inspect, &file.path, bytes));
        reading
    })
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
