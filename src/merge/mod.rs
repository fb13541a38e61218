//! Merging two changes of a file: by key and record, not by line.
//!
//! A file is taken apart into its headings and keys, each with the comments above it
//! ([`outline`](fn@crate::format::outline)). The three versions are laid beside each other, with the elements of lists
//! matched by what they go by (`align`). What one side changed is taken from it, with its comments; what both changed in
//! different ways is a conflict, and stands in the text as lines of both between git's marks. What comes out is read and
//! compared with what went in (`verify`); where anything would be missing, there is no result, and git's own is left.

mod align;
mod blocks;
mod conflict;
mod notes;
mod order;
mod texts;
mod values;
mod verify;

pub use conflict::{Conflict, Labels, Section, agreed, markers_in, sections};

use crate::check::is_about_others;
use crate::compare::Subject;
use crate::model::{Finding, Role, TableShape};
use align::Versions;

/// What came of merging.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Merged {
    /// A text that has both changes.
    Clean(String),
    /// A text that has both changes, but for some places where it has the lines of both between marks.
    Conflicts(String),
}

/// A part of a merged text.
#[derive(Debug, Clone, PartialEq, Eq)]
enum MergedPiece {
    /// What both agree on, or one changed.
    Text(String),
    /// What both changed: the lines of ours and those of theirs.
    Conflict(String, String),
}

/// One side of a merge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum MergeSide {
    Ours,
    Theirs,
}

/// Merges two changes of a text. Nothing where that can't be done so that it is sure that nothing is lost.
#[must_use]
pub fn merge(base: &str, ours: &str, theirs: &str, subject: &Subject, labels: &Labels) -> Option<Merged> {
    // Line ends and a byte order mark say nothing, and are as ours has them.
    let is_windows = ours.contains("\r\n");
    let bom = &ours[..ours.len() - crate::format::without_bom(ours).len()];
    let plain = |text: &str| crate::format::without_bom(text).replace("\r\n", "\n");
    let (base, own, other) = (plain(base), plain(ours), plain(theirs));
    let finish = |text: String| format!("{bom}{}", if is_windows { text.replace('\n', "\r\n") } else { text });
    // Git does not ask where only one side changed, but others may.
    if own == other || other == base {
        return Some(Merged::Clean(ours.to_owned()));
    }
    if own == base {
        return Some(Merged::Clean(finish(other)));
    }
    let shape = subject.shape();
    if base.trim().is_empty() && called(&own, shape) != called(&other, shape) {
        // Two different things that came to have one id are nothing to mix.
        return None;
    }
    let versions = Versions::new(&base, &own, &other, shape)?;
    let mut pieces = blocks::merge(&versions)?;
    // Pieces are whole lines; a file of ours whose last line has no end keeps it so.
    if !own.ends_with('\n')
        && let Some(MergedPiece::Text(last)) = pieces.last_mut()
    {
        last.truncate(last.trim_end_matches('\n').len());
    }
    let resolved = |side: MergeSide| -> String {
        let part = |piece: &MergedPiece| match (piece, side) {
            (MergedPiece::Text(text), _)
            | (MergedPiece::Conflict(text, _), MergeSide::Ours)
            | (MergedPiece::Conflict(_, text), _) => text.clone(),
        };
        pieces.iter().map(part).collect()
    };
    // The text as it is when somebody takes one side in every conflict: nothing may be missing then.
    let is_conflict = pieces.iter().any(|piece| matches!(piece, MergedPiece::Conflict(..)));
    let (left, right) = (resolved(MergeSide::Ours), resolved(MergeSide::Theirs));
    let texts = verify::MergedTexts { base: &base, ours: &own, theirs: &other };
    if !verify::is_whole(&texts, &left, &right, is_conflict, subject) {
        return None;
    }
    Some(if is_conflict {
        Merged::Conflicts(finish(conflict::written(&pieces, labels)))
    } else {
        Merged::Clean(finish(left))
    })
}

/// Whether a text has all that two changes of another should come to, however it was merged.
#[must_use]
pub fn holds(base: &str, ours: &str, theirs: &str, merged: &str, subject: &Subject) -> bool {
    let [base, ours, theirs, merged] =
        [base, ours, theirs, merged].map(|text| crate::format::without_bom(text).replace("\r\n", "\n"));
    let texts = verify::MergedTexts { base: &base, ours: &ours, theirs: &theirs };
    verify::is_whole(&texts, &merged, &merged, false, subject)
}

/// What a text says that its record is called.
fn called(text: &str, shape: &TableShape) -> Option<String> {
    let title = shape.with_role(Role::Title)?;
    crate::format::table_of_text(text)?.get(title.name)?.as_str().map(str::to_owned)
}

/// Whether a text with git's marks can be resolved either way so that nothing is lost: as ours, with what only theirs
/// changed, and the other way round.
#[must_use]
pub fn holds_either_way(base: &str, ours: &str, theirs: &str, conflicts: &str, subject: &Subject) -> bool {
    let [base, ours, theirs, conflicts] =
        [base, ours, theirs, conflicts].map(|text| crate::format::without_bom(text).replace("\r\n", "\n"));
    let Some(parts) = sections(&conflicts) else { return false };
    let resolved = |side: MergeSide| -> String {
        let part = |part: &Section| match (part, side) {
            (Section::Plain(text), _) => text.clone(),
            (Section::Conflict(conflict), MergeSide::Ours) => conflict.ours.clone(),
            (Section::Conflict(conflict), MergeSide::Theirs) => conflict.theirs.clone(),
        };
        parts.iter().map(part).collect()
    };
    let texts = verify::MergedTexts { base: &base, ours: &ours, theirs: &theirs };
    verify::is_whole(&texts, &resolved(MergeSide::Ours), &resolved(MergeSide::Theirs), true, subject)
}

/// The errors in a text that neither side has. Without the register, nothing is known of what else there is in it: what
/// it refers to is left to whoever has it.
#[must_use]
pub fn new_errors(ours: &str, theirs: &str, text: &str, subject: &Subject) -> Vec<Finding> {
    let known = errors_of_sides(ours, theirs, subject);
    let is_new = |finding: &Finding| !known.iter().any(|other| other.identity() == finding.identity());
    let own = verify::errors(text, subject).into_iter().filter(|finding| !is_about_others(finding));
    own.filter(is_new).collect()
}

/// The errors that either side has; each of their references is one, since nothing is known of what they refer to.
#[must_use]
pub fn errors_of_sides(ours: &str, theirs: &str, subject: &Subject) -> Vec<Finding> {
    [ours, theirs].into_iter().flat_map(|text| verify::errors(text, subject)).collect()
}

/// Two texts as one, with a conflict wherever their lines differ.
#[must_use]
pub fn side_by_side(ours: &str, theirs: &str, labels: &Labels) -> String {
    conflict::written(&values::hunks(ours, theirs), labels)
}

#[cfg(test)]
mod tests;
