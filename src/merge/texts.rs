//! Merging a text that both sides changed, by its lines and sentences: two people who write in different paragraphs of a
//! summary are no conflict.

use super::MergeSide;
use crate::compare::sentences;
use merge3::{Merge3, MergeGroup};

/// A text merged: whole, or with what both changed as the one or the other has it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct MergedText {
    /// The text.
    pub text: String,
    /// Whether both changed the same part of it.
    pub is_conflict: bool,
}

/// Merges two changes of a text; where both changed the same part, it is as one of them has it.
pub(super) fn merge(base: &str, ours: &str, theirs: &str, resolve: MergeSide) -> MergedText {
    let [base, ours, theirs] = [base, ours, theirs].map(sentences);
    let mut merged = MergedText { text: String::new(), is_conflict: false };
    for group in Merge3::new(&base, &ours, &theirs).merge_groups() {
        let part = match group {
            MergeGroup::Unchanged(part) | MergeGroup::Same(part) | MergeGroup::A(part) | MergeGroup::B(part) => part,
            MergeGroup::Conflict(_, ours, theirs) => {
                merged.is_conflict = true;
                if resolve == MergeSide::Ours { ours } else { theirs }
            }
        };
        part.iter().for_each(|part| merged.text.push_str(part));
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_two_write_in_different_sentences_is_both() {
        let base = "Vuxna går i par. De börjar vid torget.\n\nAlla är välkomna.\n";
        let ours = "Vuxna går i grupp. De börjar vid torget.\n\nAlla är välkomna.\n";
        let theirs = "Vuxna går i par. De börjar vid torget.\n\nAlla är välkomna. Anmäl dig.\n";
        let merged = |ours: &str, theirs: &str, resolve| merge(base, ours, theirs, resolve);
        let both = "Vuxna går i grupp. De börjar vid torget.\n\nAlla är välkomna. Anmäl dig.\n";
        for resolve in [MergeSide::Ours, MergeSide::Theirs] {
            for (ours, theirs) in [(ours, theirs), (theirs, ours)] {
                assert_eq!(merged(ours, theirs, resolve), MergedText { text: both.to_owned(), is_conflict: false });
            }
        }
        let other = theirs.replace("i par", "två och två");
        let is = merged(ours, &other, MergeSide::Theirs);
        assert!(is.is_conflict && is.text == other, "{is:?}");
        let is = merged(ours, &other, MergeSide::Ours);
        assert!(is.is_conflict && is.text == both, "{is:?}");
    }
}
