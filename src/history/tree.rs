//! The files of a commit or of what is staged, and reading many of them at once.

use super::error::HistoryError;
use super::git::{Git, HowMuch};
use super::objects::is_asked;
use super::parts::{parts, text};
use crate::store::Store;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufRead, BufReader, Read};

/// Below this many files, a second process costs more than it gives.
const WORTH_TWO: usize = 1500;

/// A file in git.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blob {
    /// The id of its content.
    pub id: String,
    /// Whether it is a link, whose content is where it leads.
    pub is_link: bool,
}

/// Files by their paths below a folder.
#[derive(Debug, Clone)]
pub struct Tree {
    git: Git,
    files: BTreeMap<String, Blob>,
    work: Option<WorkTree>,
}

/// Where the files of what is staged lie on disk too.
#[derive(Debug, Clone)]
pub(super) struct WorkTree {
    /// The folder that paths count from.
    pub store: Store,
    /// The files that may not be there as they are staged.
    pub differ: BTreeSet<String>,
}

impl Tree {
    pub(super) fn new(git: &Git, files: BTreeMap<String, Blob>) -> Self {
        Self { git: git.clone(), files, work: None }
    }

    /// The same, of which most lie on disk as they are here.
    pub(super) fn beside(self, work: WorkTree) -> Self {
        Self { work: Some(work), ..self }
    }

    /// Whether a file lies on disk as it is here.
    pub(super) fn is_on_disk(&self, path: &str) -> bool {
        self.work.as_ref().is_some_and(|work| !work.differ.contains(path))
    }

    /// What is made of a file that lies on disk as it is here; nothing where it can't be read there.
    pub(super) fn on_disk<T>(&self, path: &str, make: impl FnOnce(&[u8]) -> T) -> Option<T> {
        self.work.as_ref()?.store.with_known(path, make)
    }

    /// What `ls-tree` lists: `mode type id<tab>path`.
    pub(super) fn listed(bytes: &[u8]) -> BTreeMap<String, Blob> {
        let file = |part: &[u8]| {
            let tab = part.iter().position(|byte| *byte == b'\t')?;
            let (about, path) = (text(&part[..tab]), text(&part[tab + 1..]));
            let mut words = about.split(' ');
            let (mode, sort, id) = (words.next()?, words.next()?, words.next()?);
            (sort == "blob").then(|| (path, Blob { id: id.to_owned(), is_link: mode == LINK }))
        };
        parts(bytes).filter_map(file).collect()
    }

    /// What `ls-files --stage -v` lists: `tag mode id stage<tab>path`, with paths from the top. Of what is in conflict,
    /// ours is taken. With the paths that git does not look at on disk, or that are in conflict.
    pub(super) fn staged(bytes: &[u8], folder: &str) -> (BTreeMap<String, Blob>, BTreeSet<String>) {
        let mut unlooked = BTreeSet::new();
        let mut file = |part: &[u8]| {
            let tab = part.iter().position(|byte| *byte == b'\t')?;
            let (about, path) = (text(&part[..tab]), text(&part[tab + 1..]));
            let mut words = about.split(' ');
            let (tag, mode, id, stage) = (words.next()?, words.next()?, words.next()?, words.next()?);
            let path = path.strip_prefix(folder)?.to_owned();
            if tag != "H" || mode == LINK {
                unlooked.insert(path.clone());
            }
            let is_file = mode != SUBMODULE && matches!(stage, "0" | "2");
            is_file.then(|| (path, Blob { id: id.to_owned(), is_link: mode == LINK }))
        };
        let files = parts(bytes).filter_map(&mut file).collect();
        (files, unlooked)
    }

    /// Every file with its path, in the order of paths.
    pub fn files(&self) -> impl Iterator<Item = (&str, &Blob)> {
        self.files.iter().map(|(path, blob)| (path.as_str(), blob))
    }

    /// Whether there is a file at a path.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// The file at a path; where it is a link within the tree, the file that it leads to.
    pub(super) fn file(&self, path: &str) -> Result<Option<&Blob>, HistoryError> {
        let Some(blob) = self.files.get(path) else {
            return Ok(None);
        };
        if !blob.is_link {
            return Ok(Some(blob));
        }
        let target = self.read(&blob.id)?;
        let target = joined(path, &String::from_utf8_lossy(&target));
        // A link to a link leads nowhere that a record is.
        Ok(target.and_then(|target| self.files.get(&target)).filter(|blob| !blob.is_link))
    }

    /// The content of one file.
    ///
    /// # Errors
    /// Git can't read it.
    pub fn read(&self, id: &str) -> Result<Vec<u8>, HistoryError> {
        self.git.run(&["cat-file", "blob", id])
    }

    /// The file at a path, if there is one, as bytes.
    ///
    /// # Errors
    /// Git can't read it.
    pub fn bytes(&self, path: &str) -> Result<Option<Vec<u8>>, HistoryError> {
        self.file(path)?.map(|blob| self.read(&blob.id)).transpose()
    }

    /// Reads many files, and makes something of each, in the order that they are asked for.
    ///
    /// # Errors
    /// Git can't read one of them.
    pub fn read_all<T: Send>(
        &self,
        ids: &[&str],
        make: impl Fn(usize, &[u8]) -> T + Sync,
    ) -> Result<Vec<T>, HistoryError> {
        read_all(&self.git, ids, make)
    }
}

/// Reads many contents, by their ids, and makes something of each, in order.
pub(super) fn read_all<T: Send>(
    git: &Git,
    ids: &[&str],
    make: impl Fn(usize, &[u8]) -> T + Sync,
) -> Result<Vec<T>, HistoryError> {
    if ids.len() < WORTH_TWO {
        return batch(git, ids, 0, &make);
    }
    let processes = std::thread::available_parallelism().map_or(1, usize::from).min(4);
    let share = ids.len().div_ceil(processes);
    let make = &make;
    std::thread::scope(|scope| {
        let parts: Vec<_> = ids
            .chunks(share)
            .enumerate()
            .map(|(place, ids)| scope.spawn(move || batch(git, ids, place * share, make)))
            .collect();
        let mut made = Vec::with_capacity(ids.len());
        for part in parts {
            let part = part.join().unwrap_or_else(|_| Err(io::Error::from(io::ErrorKind::Other).into()));
            made.append(&mut part?);
        }
        Ok(made)
    })
}

/// Reads contents by names such as `HEAD:bodies/polisen.toml`; nothing for those that are not there.
pub(super) fn read_named(git: &Git, names: &[String]) -> Result<Vec<Option<Vec<u8>>>, HistoryError> {
    let asked: String = names.iter().filter(|name| is_asked(name)).flat_map(|name| [name, "\n"]).collect();
    if asked.is_empty() {
        return Ok(names.iter().map(|_| None).collect());
    }
    git.talk(&["cat-file", "--batch", "--buffer"], asked.as_bytes(), |out| {
        let mut out = BufReader::with_capacity(1 << 16, out);
        let mut read = |name: &String| -> io::Result<Option<Vec<u8>>> {
            if !is_asked(name) {
                return Ok(None);
            }
            let mut heading = String::new();
            out.read_line(&mut heading)?;
            let mut words = heading.trim_end().rsplit(' ');
            let (size, sort) = (words.next().and_then(|size| size.parse::<usize>().ok()), words.next());
            let Some(size) = size.filter(|_| !heading.trim_end().ends_with(" missing")) else {
                return Ok(None);
            };
            let mut content = vec![0; size + 1];
            out.read_exact(&mut content)?;
            content.pop();
            Ok((sort == Some("blob")).then_some(content))
        };
        let read: io::Result<Vec<Option<Vec<u8>>>> = names.iter().map(&mut read).collect();
        Ok((read?, HowMuch::Whole))
    })
}

/// Reads contents by one process. `first` is the place of the first of them among all.
fn batch<T>(
    git: &Git,
    ids: &[&str],
    first: usize,
    make: &(impl Fn(usize, &[u8]) -> T + Sync),
) -> Result<Vec<T>, HistoryError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let input: String = ids.iter().flat_map(|id| [id, "\n"]).collect();
    git.talk(&["cat-file", "--batch", "--buffer"], input.as_bytes(), |out| {
        let mut out = BufReader::with_capacity(1 << 16, out);
        let mut made = Vec::with_capacity(ids.len());
        let (mut heading, mut content) = (String::new(), Vec::new());
        for place in 0..ids.len() {
            heading.clear();
            out.read_line(&mut heading)?;
            // `id type size`, or `id missing`.
            let size: usize = match heading.trim_end().rsplit(' ').next().and_then(|size| size.parse().ok()) {
                Some(size) => size,
                None => return Err(io::Error::new(io::ErrorKind::NotFound, heading.trim_end().to_owned())),
            };
            // The line end behind a content is not part of it.
            content.resize(size + 1, 0);
            out.read_exact(&mut content)?;
            made.push(make(first + place, &content[..size]));
        }
        Ok((made, HowMuch::Whole))
    })
}

/// The mode of a link, and that of a repository within the repository.
const LINK: &str = "120000";
const SUBMODULE: &str = "160000";

/// Where a link at a path leads, if that is within the tree.
fn joined(path: &str, target: &str) -> Option<String> {
    if target.starts_with('/') {
        return None;
    }
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_within_the_tree_or_nowhere() {
        assert_eq!(joined("bodies/a.toml", "b.toml").as_deref(), Some("bodies/b.toml"));
        assert_eq!(joined("bodies/a.toml", "../x/./b.toml").as_deref(), Some("x/b.toml"));
        assert_eq!(joined("bodies/a.toml", "../../b.toml"), None);
        assert_eq!(joined("bodies/a.toml", "/etc/passwd"), None);
    }

    #[test]
    fn names_may_hold_anything_but_a_nul() {
        let listed = Tree::listed(b"100644 blob 1111\tbodies/a b\n\".toml\x00160000 commit 2222\tsub\x00");
        assert_eq!(listed.keys().collect::<Vec<_>>(), ["bodies/a b\n\".toml"]);
        let listed =
            b"H 100644 1111 0\treg/bodies/a.toml\x00M 100644 2222 3\treg/bodies/a.toml\x00h 100644 33 0\treg/b\x00";
        let (staged, unlooked) = Tree::staged(listed, "reg/");
        assert_eq!(staged.get("bodies/a.toml").map(|blob| blob.id.as_str()), Some("1111"));
        assert_eq!(unlooked.into_iter().collect::<Vec<_>>(), ["b", "bodies/a.toml"]);
    }
}
