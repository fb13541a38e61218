//! What has been found out and would be found out again, kept on disk: safe to take away, and worth nothing without its key.
//!
//! Files of lines, each a key, a tab, a number that is made of the value, and it, in one line; which file a key is in is told
//! by the key, so that only those are read that are asked for. A long value has a file of its own. What is not whole is
//! passed over, and nothing that goes wrong here stands in anybody's way: it is only found out once more.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// How many files the keys are shared out on.
const SHARES: usize = 256;

/// How many bytes a file may have: it is begun anew when it would have more.
const LARGEST: u64 = 1 << 20;

/// How many bytes a value may have beside others.
const LONG: usize = 64 << 10;
/// What stands in the place of a value that has a file of its own: no value is this.
const ELSEWHERE: &str = "\u{1}";

/// What has been found out, of one sort.
#[derive(Debug)]
pub struct Cache {
    /// The folder of its files; nothing where nothing is kept.
    folder: Option<PathBuf>,
    shares: Vec<OnceLock<Share>>,
    /// What is new, by share.
    new: BTreeMap<usize, String>,
    long: Vec<(PathBuf, String)>,
}

/// What one file has.
#[derive(Debug, Default)]
struct Share {
    text: String,
    /// Where the lines are, by what is made of their keys.
    lines: HashMap<u64, Range<usize>>,
}

impl Cache {
    /// What is kept under a name in a folder, which is read when it is asked for. `fingerprint` says what found it out: what
    /// another has is not this one's.
    #[must_use]
    pub fn open(folder: &Path, name: &str, fingerprint: &str) -> Self {
        Self { folder: Some(folder.join(format!("{name}-{fingerprint}"))), ..Self::of_nothing() }
    }

    /// Where nothing is kept.
    #[must_use]
    pub fn of_nothing() -> Self {
        let shares = (0..SHARES).map(|_| OnceLock::new()).collect();
        Self { folder: None, shares, new: BTreeMap::new(), long: Vec::new() }
    }

    /// What is kept under a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<Cow<'_, str>> {
        let folder = self.folder.as_ref()?;
        let place = share_of(key);
        let share = self.shares[place].get_or_init(|| Share::read(&folder.join(file_of(place))));
        let line = &share.text[share.lines.get(&hash(key))?.clone()];
        let value = line.strip_prefix(key)?.strip_prefix('\t')?;
        if value != ELSEWHERE {
            return whole(value).map(Cow::Borrowed);
        }
        let text = fs::read_to_string(own_file(folder, key)).ok()?;
        let value = text.strip_prefix(key)?.strip_prefix('\t')?.strip_suffix('\n')?;
        whole(value).map(|value| Cow::Owned(value.to_owned()))
    }

    /// Keeps something under a key: neither has a line end in it.
    pub fn add(&mut self, key: &str, value: &str) {
        let Some(folder) = &self.folder else { return };
        if key.contains(['\n', '\t']) || value.contains('\n') {
            return;
        }
        let line = format!("{key}\t{:016x} {value}\n", hash(value));
        let share = self.new.entry(share_of(key)).or_default();
        if value.len() <= LONG {
            share.push_str(&line);
        } else {
            share.push_str(&format!("{key}\t{ELSEWHERE}\n"));
            self.long.push((own_file(folder, key), line));
        }
    }

    /// Writes what is new. That it can't be written is nobody's concern.
    pub fn save(&mut self) {
        let (new, long) = (std::mem::take(&mut self.new), std::mem::take(&mut self.long));
        if let Some(folder) = &self.folder
            && !new.is_empty()
        {
            drop(write(folder, &new, &long));
        }
    }
}

impl Share {
    fn read(path: &Path) -> Self {
        let bytes = fs::read(path).unwrap_or_default();
        let text = String::from_utf8(bytes);
        let text = text.unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
        let mut lines = HashMap::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let end = start + line.len();
            if let (Some(tab), true) = (line.find('\t'), line.ends_with('\n')) {
                lines.insert(hash(&line[..tab]), start..end - 1);
            }
            start = end;
        }
        Self { text, lines }
    }
}

fn write(folder: &Path, new: &BTreeMap<usize, String>, long: &[(PathBuf, String)]) -> io::Result<()> {
    if !folder.exists() {
        take_away_others(folder)?;
        fs::create_dir_all(folder)?;
    }
    // Before the line that says that it is there.
    for (path, text) in long {
        fs::write(path, text)?;
    }
    for (place, new) in new {
        let path = folder.join(file_of(*place));
        if fs::metadata(&path).is_ok_and(|file| file.len() + new.len() as u64 > LARGEST) {
            fs::remove_file(&path)?;
        }
        // What was cut short ends here. One write, so that those of two programs at once do not come among each other.
        OpenOptions::new().create(true).append(true).open(path)?.write_all(format!("\n{new}").as_bytes())?;
    }
    Ok(())
}

/// What another version of the program has found out is of no use any more.
fn take_away_others(folder: &Path) -> io::Result<()> {
    let (Some(parent), Some(name)) = (folder.parent(), folder.file_name()) else { return Ok(()) };
    let name = name.to_string_lossy();
    let sort = name.split('-').next().unwrap_or_default();
    fs::create_dir_all(parent)?;
    for entry in fs::read_dir(parent)?.flatten() {
        if entry.file_name().to_string_lossy().starts_with(&format!("{sort}-")) {
            let path = entry.path();
            if path.is_dir() { fs::remove_dir_all(path)? } else { fs::remove_file(path)? }
        }
    }
    Ok(())
}

/// The file that a share is in.
fn file_of(share: usize) -> String {
    format!("{share:02x}")
}

/// The file of a long value.
fn own_file(folder: &Path, key: &str) -> PathBuf {
    folder.join(format!("{:016x}", hash(key)))
}

/// The share that a key is in.
fn share_of(key: &str) -> usize {
    let hash = hash(key);
    usize::try_from((hash ^ (hash >> 32)) % SHARES as u64).unwrap_or_default()
}

/// A value with the number that was made of it; nothing where it is not what it was.
fn whole(line: &str) -> Option<&str> {
    let (number, value) = line.split_once(' ')?;
    (number == format!("{:016x}", hash(value))).then_some(value)
}

/// A number for a text, the same on every machine (FNV-1a).
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_there_again_and_what_is_broken_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let folder = &folder.path().join("register");
        let mut cache = Cache::open(folder, "log", "a");
        assert_eq!(cache.get("ett"), None);
        cache.add("ett", "1");
        cache.add("två", "2\n3");
        cache.save();
        let mut cache = Cache::open(folder, "log", "a");
        assert_eq!((cache.get("ett").as_deref(), cache.get("två")), (Some("1"), None));
        cache.add("tre", "3");
        cache.save();
        let own = folder.join("log-a");
        let path = own.join(file_of(share_of("tre")));
        let text = fs::read_to_string(&path).unwrap();
        // What is not as it was says nothing.
        fs::write(&path, text.replace(" 3\n", " 4\n")).unwrap();
        let turned = Cache::open(folder, "log", "a");
        assert_eq!((turned.get("ett").as_deref(), turned.get("tre")), (Some("1"), None));
        // Cut short, and with what is no text in it.
        let (whole, half) = (text.as_bytes(), &text.as_bytes()[..text.len() - 2]);
        fs::write(&path, [whole, b"fyra\t\xff\n", half].concat()).unwrap();
        let mut cache = Cache::open(folder, "log", "a");
        assert_eq!(cache.get("tre").as_deref(), Some("3"));
        cache.add("tre", "4");
        cache.save();
        assert_eq!(Cache::open(folder, "log", "a").get("tre").as_deref(), Some("4"));
        // A long one lies by itself.
        let mut cache = Cache::open(folder, "log", "a");
        let long = "lång ".repeat(LONG);
        cache.add("sex", &long);
        cache.save();
        assert!(fs::metadata(own.join(file_of(share_of("sex")))).unwrap().len() < 200);
        let cache = Cache::open(folder, "log", "a");
        assert!(cache.get("sex").as_deref() == Some(long.as_str()));
        fs::write(own_file(&own, "sex"), &long[..LONG]).unwrap();
        assert_eq!(cache.get("sex"), None);
        // Another version of the program begins anew.
        let mut cache = Cache::open(folder, "log", "b");
        assert_eq!(cache.get("ett"), None);
        cache.add("ett", "2");
        cache.save();
        assert!(!own.exists());
    }
}
