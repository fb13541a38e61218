//! The conflicts of a file, laid out by what both sides began from.
//!
//! Git keeps three versions of a file that it could not merge. From these the file is merged once more, field by field, and
//! what comes of that is asked about, whoever wrote the marks: a clone that is not set up has git's own, which stand around
//! lines that nobody disputes.
//!
//! Where somebody has been at the file since, what they did is found by what was left there: the driver's merge, or git's own
//! with one side taken in each conflict, which git makes again. That difference is merged into what is chosen, as a third
//! change of the same file. What does not go together is for whoever wrote it.

use crate::cli::commands::git::{MergedFile, Versions};
use crate::compare::{Subject, table_of};
use crate::history::{Repository, taken_by_git};
use crate::merge::{Conflict, Labels, Merged as Merge, Section, merge, sections, taken_in};
use similar::{ChangeTag, TextDiff};
use std::collections::BTreeSet;
use toml::Table;

/// A file with conflicts, as it is resolved.
pub struct Laid {
    /// What is decided, and what is to be.
    pub parts: Vec<Section>,
    /// What somebody has done to the file since it was merged.
    by_hand: Option<ByHand>,
}

/// What the merge left and what stands in the file now, each with ours and with theirs taken in every conflict.
struct ByHand {
    subject: Subject,
    left: [String; 2],
    is: [String; 2],
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
    let Some((repository, merged)) =
        repository.and_then(|repository| Some((repository, Merged::of(path, repository)?)))
    else {
        return Some(Laid { parts: marked, by_hand: None });
    };
    let is = both_taken(&marked);
    let left = merged.left(&is, repository);
    if distance(&left, &is) == 0 || merged.is_all_of(&marked) {
        return Some(Laid { parts: labelled(merged.parts, &marked), by_hand: None });
    }
    let parts = labelled(merged.undecided(&left, &is), &marked);
    Some(Laid { parts, by_hand: Some(ByHand { subject: merged.subject, left, is }) })
}

impl Laid {
    /// A text that was chosen, with what somebody has done to the file since it was merged; nothing where the two do not go
    /// together.
    pub fn with_what_was_done(&self, chosen: String) -> Option<String> {
        let Some(ByHand { subject, left, is }) = &self.by_hand else { return Some(chosen) };
        left.iter().zip(is).try_fold(chosen, |chosen, (left, is)| {
            if plain(left) == plain(is) {
                return Some(chosen);
            }
            match merge(left, &chosen, is, subject, &Labels::default()) {
                Some(Merge::Clean(text)) => Some(text),
                _ => None,
            }
        })
    }
}

/// A text with marks, with ours and with theirs taken in every conflict.
fn both_taken(parts: &[Section]) -> [String; 2] {
    [true, false].map(|is_ours| taken_in(parts, is_ours))
}

fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").trim_end().to_owned()
}

/// How many lines two pairs of texts differ in.
fn distance(left: &[String; 2], is: &[String; 2]) -> usize {
    let lines = |(left, is): (&String, &String)| {
        let (left, is) = (plain(left), plain(is));
        let diff = TextDiff::from_lines(&left, &is);
        diff.iter_all_changes().filter(|change| change.tag() != ChangeTag::Equal).count()
    };
    left.iter().zip(is).map(lines).sum()
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

    /// What was left in the file when it was merged, as near to what stands there as is known: by the driver, or by git.
    fn left(&self, is: &[String; 2], repository: &Repository) -> [String; 2] {
        let mut left = both_taken(&self.parts);
        let [base, ours, theirs] = self.texts.each_ref().map(String::as_str);
        for algorithm in [Some("histogram"), None, Some("patience")] {
            if distance(&left, is) == 0 {
                break;
            }
            let by_git = taken_by_git(repository.git(), [ours, base, theirs], algorithm).ok().flatten();
            left = by_git.filter(|by_git| distance(by_git, is) < distance(&left, is)).unwrap_or(left);
        }
        left
    }

    /// The parts, without the conflicts in fields that somebody has decided in the file.
    fn undecided(&self, left: &[String; 2], is: &[String; 2]) -> Vec<Section> {
        let [left, is] = [left, is].map(|sides| sides.each_ref().map(|text| self.table(text)));
        let is_decided = |field: &str| match (&left, &is) {
            ([Some(was), Some(was_there)], [Some(own), Some(other)]) => {
                was.get(field) != was_there.get(field) && own.get(field) == other.get(field)
            }
            _ => false,
        };
        let part = |part: &Section| match part {
            Section::Conflict(conflict) if is_decided(&conflict.field) => Section::Plain(conflict.ours.clone()),
            part => part.clone(),
        };
        self.parts.iter().map(part).collect()
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
