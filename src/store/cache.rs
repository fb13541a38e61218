//! What has been found out and would be found out again, kept on disk: safe to take away, and worth nothing without its key.
//!
//! A file of lines, each a key, a tab, a number that is made of the value, and it, in one line; a long value has a file of its own, that is read when it is
//! asked for. What is not whole is passed over, and nothing that goes wrong here stands in anybody's way: it is only found
//! out once more.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// How many bytes a file may have: it is begun anew when it would have more.
const LARGEST: u64 = 256 << 20;

/// How many bytes a value may have beside others.
const LONG: usize = 64 << 10;
/// What stands in the place of a value that has a file of its own: no value is this.
const ELSEWHERE: &str = "\u{1}";

/// A file of what has been found out.
#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
    name: String,
    text: String,
    places: HashMap<u64, Range<usize>>,
    new: String,
    long: Vec<(String, String)>,
}

impl Cache {
    /// Reads what is kept under a name in a folder. `fingerprint` says what found it out: what another has is not this
    /// one's.
    #[must_use]
    pub fn open(folder: &Path, name: &str, fingerprint: &str) -> Self {
        let name = format!("{name}-{fingerprint}");
        let text = fs::read(folder.join(&name)).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let text = text.unwrap_or_default();
        let mut places = HashMap::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let end = start + line.len();
            if let (Some(tab), true) = (line.find('\t'), line.ends_with('\n')) {
                places.insert(hash(&line[..tab]), start..end - 1);
            }
            start = end;
        }
        Self { folder: folder.to_owned(), name, text, places, new: String::new(), long: Vec::new() }
    }

    /// Where nothing is kept.
    #[must_use]
    pub fn of_nothing() -> Self {
        Self {
            folder: PathBuf::new(),
            name: String::new(),
            text: String::new(),
            places: HashMap::new(),
            new: String::new(),
            long: Vec::new(),
        }
    }

    /// What is kept under a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<Cow<'_, str>> {
        let line = &self.text[self.places.get(&hash(key))?.clone()];
        let value = line.strip_prefix(key)?.strip_prefix('\t')?;
        if value != ELSEWHERE {
            return whole(value).map(Cow::Borrowed);
        }
        let text = fs::read_to_string(self.own_file(key)).ok()?;
        let value = text.strip_prefix(key)?.strip_prefix('\t')?.strip_suffix('\n')?;
        whole(value).map(|value| Cow::Owned(value.to_owned()))
    }

    /// The file of a long value.
    fn own_file(&self, key: &str) -> PathBuf {
        self.folder.join(format!("{}-{:016x}", self.name, hash(key)))
    }

    /// Keeps something under a key: neither has a line end in it.
    pub fn add(&mut self, key: &str, value: &str) {
        if key.contains(['\n', '\t']) || value.contains('\n') {
            return;
        }
        let line = format!("{key}\t{:016x} {value}\n", hash(value));
        if value.len() <= LONG {
            self.new.push_str(&line);
        } else {
            self.long.push((key.to_owned(), line));
        }
    }

    /// Writes what is new. That it can't be written is nobody's concern.
    pub fn save(&mut self) {
        let (mut new, long) = (std::mem::take(&mut self.new), std::mem::take(&mut self.long));
        new.extend(long.iter().map(|(key, _)| format!("{key}\t{ELSEWHERE}\n")));
        if !new.is_empty() && !self.name.is_empty() {
            drop(self.written(&new, &long));
        }
    }

    fn written(&self, new: &str, long: &[(String, String)]) -> std::io::Result<()> {
        let path = self.folder.join(&self.name);
        if !path.exists() {
            fs::create_dir_all(&self.folder)?;
            // What another version of the program has found out is of no use any more.
            let (kind, _) = self.name.split_once('-').unwrap_or((&self.name, ""));
            for entry in fs::read_dir(&self.folder)?.flatten() {
                if entry.file_name().to_string_lossy().starts_with(&format!("{kind}-")) {
                    fs::remove_file(entry.path())?;
                }
            }
        }
        if fs::metadata(&path).is_ok_and(|file| file.len() + new.len() as u64 > LARGEST) {
            fs::remove_file(&path)?;
        }
        // Before the line that says that it is there.
        for (key, text) in long {
            fs::write(self.own_file(key), text)?;
        }
        // What was cut short ends here.
        let is_cut = !self.text.is_empty() && !self.text.ends_with('\n');
        let new = if is_cut { format!("\n{new}") } else { new.to_owned() };
        // One write, so that those of two programs at once do not come among each other.
        OpenOptions::new().create(true).append(true).open(path)?.write_all(new.as_bytes())
    }
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
        let path = folder.join("log-a");
        let text = fs::read_to_string(&path).unwrap();
        let keys: Vec<&str> = text.lines().filter_map(|line| line.split_once('\t')).map(|(key, _)| key).collect();
        assert_eq!(keys, ["ett", "tre"]);
        // What is not as it was says nothing.
        fs::write(&path, text.replace(" 3\n", " 4\n")).unwrap();
        let turned = Cache::open(folder, "log", "a");
        assert_eq!((turned.get("ett").as_deref(), turned.get("tre")), (Some("1"), None));
        // Cut short, and with what is no text in it.
        fs::write(&path, [text.as_bytes(), b"fyra\t\xff\nfem\t5"].concat()).unwrap();
        let cache = Cache::open(folder, "log", "a");
        assert_eq!((cache.get("tre").as_deref(), cache.get("fem")), (Some("3"), None));
        // A long one lies by itself.
        let mut cache = Cache::open(folder, "log", "a");
        let long = "lång ".repeat(LONG);
        cache.add("sex", &long);
        cache.save();
        assert!(fs::metadata(&path).unwrap().len() < 200);
        let cache = Cache::open(folder, "log", "a");
        assert!(cache.get("sex").as_deref() == Some(long.as_str()));
        fs::write(cache.own_file("sex"), &long[..LONG]).unwrap();
        assert_eq!(cache.get("sex"), None);
        // Another version of the program begins anew.
        let mut cache = Cache::open(folder, "log", "b");
        assert_eq!(cache.get("ett"), None);
        cache.add("ett", "2");
        cache.save();
        assert!(!path.exists());
    }
}
