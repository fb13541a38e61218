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
        match group {
            MergeGroup::Unchanged(part) | MergeGroup::Same(part) | MergeGroup::A(part) | MergeGroup::B(part) => {
                merged.take(part);
            }
            // Neighbours that one and the other wrote anew are each somebody's own.
            MergeGroup::Conflict(Some(base), ours, theirs)
                if ours.len() == base.len() && theirs.len() == base.len() =>
            {
                for (place, was) in base.iter().enumerate() {
                    let (ours, theirs) = (&ours[place..=place], &theirs[place..=place]);
                    match (ours[0] == *was, theirs[0] == *was) {
                        (true, _) => merged.take(theirs),
                        (false, true) => merged.take(ours),
                        (false, false) => merged.dispute(ours, theirs, resolve),
                    }
                }
            }
            MergeGroup::Conflict(_, ours, theirs) => merged.dispute(ours, theirs, resolve),
        }
    }
    merged
}

impl MergedText {
    fn take(&mut self, part: &[&str]) {
        part.iter().for_each(|part| self.text.push_str(part));
    }

    fn dispute(&mut self, ours: &[&str], theirs: &[&str], resolve: MergeSide) {
        self.is_conflict |= ours != theirs;
        self.take(if resolve == MergeSide::Ours { ours } else { theirs });
    }
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
        let near = base.replace("börjar vid torget", "slutar vid skolan");
        let neighbours = ours.replace("börjar vid torget", "slutar vid skolan");
        assert_eq!(merged(ours, &near, MergeSide::Theirs), MergedText { text: neighbours, is_conflict: false });
        let moved = "De börjar vid torget. De går hem.\n\nAlla är välkomna.\n";
        assert!(merged(ours, moved, MergeSide::Ours).is_conflict);
        let other = theirs.replace("i par", "två och två");
        let is = merged(ours, &other, MergeSide::Theirs);
        assert!(is.is_conflict && is.text == other, "{is:?}");
        let is = merged(ours, &other, MergeSide::Ours);
        assert!(is.is_conflict && is.text == both, "{is:?}");
    }
}
