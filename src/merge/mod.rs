//! Merging two changes of a file: by key and record, not by line.
//!
//! A file is taken apart into its headings and keys, each with the comments above it
//! ([`outline`](fn@crate::format::outline)). The three versions are laid beside each other, with the elements of lists
//! matched by what they go by (`align`). What one side changed is taken from it, with its comments; what both changed in
//! different ways is a conflict, and stands in the text as lines of both between git's marks. What comes out is read and
//! compared with what went in (`verify`). Where that finds anything missing, or something new that is wrong, the record is
//! merged field by field (`by_field`), and as few fields as can be are left open.

mod align;
mod blocks;
mod by_field;
mod conflict;
mod notes;
mod order;
mod texts;
mod values;
mod verify;

pub use conflict::{Conflict, Labels, Section, agreed, markers_in, sections, taken_in};

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
    /// What both changed.
    Conflict(Disputed),
}

/// What both sides changed, in different ways.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Disputed {
    /// The field of the record that it is, or is in; empty for the record as a whole.
    field: String,
    /// The lines of what both began from.
    was: String,
    /// The lines of ours.
    ours: String,
    /// The lines of theirs.
    theirs: String,
}

impl MergedPiece {
    /// The lines that stand there where one side is taken.
    fn taken(&self, side: MergeSide) -> &str {
        match (self, side) {
            (MergedPiece::Text(text), _) => text,
            (MergedPiece::Conflict(disputed), MergeSide::Ours) => &disputed.ours,
            (MergedPiece::Conflict(disputed), MergeSide::Theirs) => &disputed.theirs,
        }
    }
}

/// One side of a merge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum MergeSide {
    Ours,
    Theirs,
}

/// Merges two changes of a text. Nothing where one of them can't be read: what can't has no fields.
#[must_use]
pub fn merge(base: &str, ours: &str, theirs: &str, subject: &Subject, labels: &Labels) -> Option<Merged> {
    let parts = parts(base, ours, theirs, subject)?;
    let is_conflict = parts.iter().any(|part| matches!(part, Section::Conflict(_)));
    let text = conflict::written(&parts, labels);
    Some(if is_conflict { Merged::Conflicts(text) } else { Merged::Clean(text) })
}

/// Two changes of a text, merged: what is decided, and what is open. Nothing where one of them can't be read. Where what
/// both began from can't, all in which the two differ is open.
#[must_use]
pub fn parts(base: &str, ours: &str, theirs: &str, subject: &Subject) -> Option<Vec<Section>> {
    // Line ends and a byte order mark say nothing, and are as ours has them.
    let is_windows = ours.contains("\r\n");
    let bom = &ours[..ours.len() - crate::format::without_bom(ours).len()];
    let plain = |text: &str| crate::format::without_bom(text).replace("\r\n", "\n");
    let (base, own, other) = (plain(base), plain(ours), plain(theirs));
    let finish = |text: String| if is_windows { text.replace('\n', "\r\n") } else { text };
    let pieces = pieces(&base, &own, &other, subject)?;
    let mut parts = Vec::new();
    if !bom.is_empty() {
        parts.push(Section::Plain(bom.to_owned()));
    }
    parts.extend(pieces.into_iter().map(|piece| match piece {
        MergedPiece::Text(text) => Section::Plain(finish(text)),
        MergedPiece::Conflict(disputed) => {
            let [was, ours, theirs] = [disputed.was, disputed.ours, disputed.theirs];
            let whole = |text: String| finish(conflict::whole_lines(&text));
            Section::Conflict(Conflict {
                field: disputed.field,
                was: Some(whole(was)),
                ours: whole(ours),
                theirs: whole(theirs),
                ..Conflict::default()
            })
        }
    }));
    Some(parts)
}

fn pieces(base: &str, own: &str, other: &str, subject: &Subject) -> Option<Vec<MergedPiece>> {
    // Git does not ask where only one side changed, but others may.
    if own == other || other == base {
        return Some(vec![MergedPiece::Text(own.to_owned())]);
    }
    if own == base {
        return Some(vec![MergedPiece::Text(other.to_owned())]);
    }
    let shape = subject.shape();
    if base.trim().is_empty() && called(own, shape) != called(other, shape) {
        // Two different things that came to have one id are nothing to mix: it is one or the other.
        let (ours, theirs) = (own.to_owned(), other.to_owned());
        return Some(vec![MergedPiece::Conflict(Disputed { ours, theirs, ..Disputed::default() })]);
    }
    let texts = verify::MergedTexts { base, ours: own, theirs: other };
    let mut pieces = match by_key(&texts, subject) {
        Some(pieces) => pieces,
        None => by_field::merge(&texts, subject)?,
    };
    // Pieces are whole lines; a file of ours whose last line has no end keeps it so.
    if !own.ends_with('\n')
        && let Some(MergedPiece::Text(last)) = pieces.last_mut()
    {
        last.truncate(last.trim_end_matches('\n').len());
    }
    Some(pieces)
}

/// Merges key by key and element by element; nothing where that can't be done so that it is sure that nothing is lost.
fn by_key(texts: &verify::MergedTexts<'_>, subject: &Subject) -> Option<Vec<MergedPiece>> {
    let versions = Versions::new(texts.base, texts.ours, texts.theirs, subject.shape())?;
    let pieces = blocks::merge(&versions)?;
    is_whole(&pieces, texts, subject).then_some(pieces)
}

/// Whether nothing is missing in a text when somebody takes one side in every conflict.
fn is_whole(pieces: &[MergedPiece], texts: &verify::MergedTexts<'_>, subject: &Subject) -> bool {
    let is_conflict = pieces.iter().any(|piece| matches!(piece, MergedPiece::Conflict(_)));
    let [left, right] = [MergeSide::Ours, MergeSide::Theirs].map(|side| taken(pieces, side));
    verify::is_whole(texts, &left, &right, is_conflict, subject)
}

/// The text where one side is taken in every conflict.
fn taken(pieces: &[MergedPiece], side: MergeSide) -> String {
    pieces.iter().map(|piece| piece.taken(side)).collect()
}

/// What a text says that its record is called.
fn called(text: &str, shape: &TableShape) -> Option<String> {
    let title = shape.with_role(Role::Title)?;
    crate::format::table_of_text(text)?.get(title.name)?.as_str().map(str::to_owned)
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

/// Two texts that have no fields to merge by, as one, with a conflict wherever their lines differ.
#[must_use]
pub fn side_by_side(ours: &str, theirs: &str, labels: &Labels) -> String {
    let parts = values::hunks("", "", ours, theirs).into_iter().map(|piece| match piece {
        MergedPiece::Text(text) => Section::Plain(text),
        MergedPiece::Conflict(Disputed { ours, theirs, .. }) => {
            Section::Conflict(Conflict { ours, theirs, ..Conflict::default() })
        }
    });
    conflict::written(&parts.collect::<Vec<_>>(), labels)
}

#[cfg(test)]
mod tests;
