//! The conflicts of a file, laid out by what both sides began from.
//!
//! Git keeps three versions of a file that it could not merge. From these the file is merged once more, field by field, and
//! what comes of that is asked about, whoever wrote the marks: a clone that is not set up has git's own, which stand around
//! lines that nobody disputes. Where somebody has been at the file since, what stands in it counts, and the three versions
//! say what must be there all the same.

use crate::cli::commands::git::{MergedFile, Versions};
use crate::compare::{Subject, table_of};
use crate::format::{Edit, edit, key};
use crate::history::Repository;
use crate::merge::{Conflict, Section, sections, taken_in};
use std::collections::BTreeSet;
use toml::Table;

/// A file with conflicts, as it is resolved.
pub struct Laid {
    /// What is decided, and what is to be.
    pub parts: Vec<Section>,
    /// What the three versions come to, where somebody has been at the file since it was merged.
    merged: Option<Merged>,
}

/// The versions of a file, and what they come to.
struct Merged {
    subject: Subject,
    parts: Vec<Section>,
    /// What both sides began from, ours and theirs.
    texts: [String; 3],
}

/// Lays out a text with marks in it; nothing where they don't fit together. The path is the one below the top.
pub fn laid(text: &str, path: &str, repository: Option<&Repository>) -> Option<Laid> {
    let marked = sections(text)?;
    let Some(merged) = repository.and_then(|repository| Merged::of(path, repository)) else {
        return Some(Laid { parts: marked, merged: None });
    };
    if merged.is_all_of(&marked) {
        return Some(Laid { parts: labelled(merged.parts, &marked), merged: None });
    }
    Some(Laid { parts: marked, merged: Some(merged) })
}

impl Laid {
    /// A text that somebody has chosen, with what only one side changed and nobody has decided otherwise: marks of git's
    /// own may stand around it.
    pub fn with_undisputed(&self, resolved: String) -> String {
        let corrected = self.merged.as_ref().and_then(|merged| merged.corrected(&self.parts, &resolved));
        corrected.unwrap_or(resolved)
    }
}

impl Merged {
    /// From the versions that git has of a file, in its index or in the commits that it merges.
    fn of(path: &str, repository: &Repository) -> Option<Self> {
        let file = MergedFile::at(path, repository.top().ok()?.as_path())?;
        let stages = repository.stages(path).ok()?;
        let versions = stages.or_else(|| file.committed(path, repository))?;
        let Versions::Together(versions) = file.versions(versions, path, Some(repository)) else { return None };
        let [base, ours, theirs] = versions.map(|bytes| String::from_utf8(bytes).ok());
        let texts = [base?, ours?, theirs?];
        let [base, ours, theirs] = &texts;
        let parts = crate::merge::parts(base, ours, theirs, &file.subject)?;
        Some(Self { subject: file.subject, parts, texts })
    }

    fn table(&self, text: &str) -> Option<Table> {
        table_of(&text.replace("\r\n", "\n"), self.subject.shape())
    }

    /// The fields that are open.
    fn open(&self) -> BTreeSet<&str> {
        let field =
            |part| if let &Section::Conflict(Conflict { ref field, .. }) = part { Some(&**field) } else { None };
        self.parts.iter().filter_map(field).collect()
    }

    /// Whether a text with marks has nothing in it but what the versions say, and nobody has decided anything in it.
    fn is_all_of(&self, marked: &[Section]) -> bool {
        let sides = [true, false].map(|is_ours| (taken_in(&self.parts, is_ours), taken_in(marked, is_ours)));
        let plain = |text: &str| text.replace("\r\n", "\n");
        if sides.iter().all(|(merged, marked)| plain(merged).trim_end() == plain(marked).trim_end()) {
            return true;
        }
        let known: BTreeSet<&str> =
            self.texts.iter().chain(sides.iter().map(|(merged, _)| merged)).flat_map(|text| text.lines()).collect();
        if !sides.iter().flat_map(|(_, marked)| marked.lines()).all(|line| known.contains(line)) {
            return false;
        }
        let [Some(left), Some(right)] = sides.each_ref().map(|(_, marked)| self.table(marked)) else { return false };
        let Some(merged) = self.table(&sides[0].0) else { return false };
        let open = self.open();
        // That both sides of the marks say the same of what is open, or something else than the versions come to of what is
        // not, somebody has decided.
        let keys: BTreeSet<&String> = left.keys().chain(right.keys()).chain(merged.keys()).collect();
        keys.into_iter().all(|key| {
            let is_same = left.get(key) == right.get(key);
            if open.contains(&**key) { !is_same } else { !is_same || left.get(key) == merged.get(key) }
        })
    }

    /// A text with the fields as the versions come to, where it has one side's and the marks left that open.
    fn corrected(&self, marked: &[Section], resolved: &str) -> Option<String> {
        let is = self.table(resolved)?;
        let merged = self.table(&taken_in(&self.parts, true))?;
        let sides: Vec<Table> = self.texts.iter().filter_map(|text| self.table(text)).collect();
        let [left, right] = [true, false].map(|is_ours| self.table(&taken_in(marked, is_ours)));
        let open = self.open();
        let mut edits = Vec::new();
        for name in is.keys().chain(merged.keys()).collect::<BTreeSet<_>>() {
            let (own, wanted) = (is.get(name), merged.get(name));
            let is_decided =
                left.as_ref().zip(right.as_ref()).is_some_and(|(left, right)| left.get(name) == right.get(name));
            let is_of_side = sides.iter().any(|side| side.get(name) == own);
            if own == wanted || open.contains(&**name) || is_decided || !is_of_side {
                continue;
            }
            let field = key(name.clone());
            edits.push(match wanted {
                Some(value) => Edit::Set(field, value.clone()),
                None => Edit::Remove(field),
            });
        }
        if edits.is_empty() {
            return None;
        }
        edit(resolved, self.subject.shape(), &edits).ok()
    }
}

/// The same parts, with the sides called as the marks in the file call them.
pub fn labelled(parts: Vec<Section>, marked: &[Section]) -> Vec<Section> {
    let first =
        marked.iter().find_map(|part| if let Section::Conflict(conflict) = part { Some(conflict) } else { None });
    let Some(first) = first else { return parts };
    let labelled = |part| match part {
        Section::Conflict(conflict) => Section::Conflict(Conflict {
            ours_label: first.ours_label.clone(),
            theirs_label: first.theirs_label.clone(),
            ..conflict
        }),
        plain @ Section::Plain(_) => plain,
    };
    parts.into_iter().map(labelled).collect()
}
