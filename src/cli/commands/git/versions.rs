//! The three versions of a file that git merges, as this program merges them.

use super::under_way::under_way;
use crate::compare::Subject;
use crate::format::upgrade::{moved_elsewhere, old_place, record_text};
use crate::format::{RecordFile, SETTINGS_FILE, table_of_text};
use crate::history::Repository;
use crate::merge::{agreed, markers_in};
use crate::model::RecordId;
use std::path::Path;

/// A file of a register that git merges.
pub struct MergedFile {
    /// The folder of the register below the top: empty, or with a `/` last.
    pub folder: String,
    /// What it is in the register.
    pub subject: Subject,
}

/// Its versions.
pub enum Versions {
    /// What both began from, ours and theirs, of one format.
    Together([Vec<u8>; 3]),
    /// They are of different formats, and one of the older has changed what is a record of its own now. That can't be
    /// merged in this file.
    Apart {
        /// The text of ours.
        ours: String,
        /// The text of theirs.
        theirs: String,
    },
}

impl MergedFile {
    /// The file at a path below the top of the repository; nothing where it is none of a register. The folder that has
    /// the settings is the register's; a repository may have folders above it that are named as those within.
    pub fn at(path: &str, top: &Path) -> Option<Self> {
        let parts: Vec<&str> = path.split('/').collect();
        let folder = |place: usize| parts[..place].iter().map(|part| format!("{part}/")).collect::<String>();
        let at = |place: usize| -> Option<Self> {
            let inner = parts[place..].join("/");
            let subject = if inner == SETTINGS_FILE {
                Subject::Settings
            } else {
                let file = RecordFile::from_path(&inner)?;
                Subject::Record(RecordId::new(file.kind, &file.id))
            };
            Some(Self { folder: folder(place), subject })
        };
        let is_register = |place: &usize| top.join(folder(*place)).join(SETTINGS_FILE).is_file();
        let places: Vec<usize> = (0..parts.len()).filter(|place| at(*place).is_some()).collect();
        places.iter().copied().find(is_register).or(places.first().copied()).and_then(at)
    }

    /// Its versions in the commits that git is merging, where it tells which these are.
    pub fn committed(&self, path: &str, repository: &Repository) -> Option<[Vec<u8>; 3]> {
        let [base, ours, theirs] = under_way(repository, &self.folder)?.versions([path; 3]).ok()?;
        Some([base.unwrap_or_default(), ours?, theirs?])
    }

    /// Its versions, as git hands them over, made such as can be laid beside each other.
    pub fn versions(&self, mut files: [Vec<u8>; 3], path: &str, repository: Option<&Repository>) -> Versions {
        if let Some(base) = std::str::from_utf8(&files[0]).ok().filter(|base| markers_in(base)) {
            // Where two histories have crossed, git begins from a merge of its own of what both began from. What was open
            // in that one had no single value.
            let is_read = |text: &String| table_of_text(text).is_some();
            let began_from = || under_way(repository?, &self.folder)?.began_from(path).ok().flatten();
            if let Some(agreed) = agreed(base).filter(is_read).or_else(began_from) {
                files[0] = agreed.into_bytes();
            }
        }
        self.of_one_format(files, repository)
    }

    fn of_one_format(&self, files: [Vec<u8>; 3], repository: Option<&Repository>) -> Versions {
        let Subject::Record(record) = &self.subject else { return Versions::Together(files) };
        let kind = record.kind;
        let texts = files.each_ref().map(|bytes| std::str::from_utf8(bytes).ok());
        let [Some(base), Some(ours), Some(theirs)] = texts else { return Versions::Together(files) };
        let texts = [base, ours, theirs];
        let merging = repository.and_then(|repository| under_way(repository, &self.folder));
        // That a line is gone does not tell whether somebody took it away, or it stands elsewhere now.
        let registers = merging.as_ref().and_then(|merging| merging.are_old().ok()).unwrap_or_else(|| {
            // A commit that is picked, or a stash: what git tells nothing of is as old as what it began from.
            let is_old = old_place(kind, base).is_some();
            [is_old, false, is_old]
        });
        let are_old = [0, 1, 2].map(|place| registers[place] || old_place(kind, texts[place]).is_some());
        let together = |texts: [&str; 3]| Versions::Together(texts.map(|text| text.as_bytes().to_vec()));
        match are_old {
            [true, false, false] if base.is_empty() => {
                // A record of its own on both sides, and a part of another one in what they began from.
                let path = RecordFile::path_of(kind, &record.id);
                match merging.and_then(|merging| merging.base_text(&path).ok().flatten()) {
                    Some(base) => together([&base, ours, theirs]),
                    None => together(texts),
                }
            }
            [false, false, false] | [true, true, true] => together(texts),
            _ => {
                let before = moved_elsewhere(kind, base);
                let mut old = texts.iter().zip(are_old).filter(|(_, is_old)| *is_old);
                if old.all(|(text, _)| moved_elsewhere(kind, text) == before) {
                    let texts = texts.map(|text| record_text(kind, text));
                    together([&*texts[0], &*texts[1], &*texts[2]])
                } else {
                    Versions::Apart { ours: ours.to_owned(), theirs: theirs.to_owned() }
                }
            }
        }
    }
}
