//! What of a register is there and could not be read: as much a part of an answer as what could.

use super::finding::{Finding, Spot, path_text};

/// A file, a folder or a field that is there and could not be read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unread {
    /// The file or folder, relative to the register.
    pub file: String,
    /// The way to the field in the file; empty where nothing of the file could be read.
    pub field: String,
    /// Why: the code of the finding that tells more.
    pub why: &'static str,
}

/// The findings of reading that leave a file or a folder out.
const FILES: &[&str] = &[
    "syntax-error",
    "nested-too-deeply",
    "conflict-marker",
    "not-utf8",
    "file-too-large",
    "unreadable",
    "link-outside",
    "overlooked-file",
    "invalid-file-name",
    "duplicate-id",
];

/// Those that leave a field out: what stands there is not what it should be, or no field is called so.
const FIELDS: &[&str] = &[
    "wrong-type",
    "unknown-key",
    "unknown-value",
    "invalid-id",
    "malformed-reference",
    "negative-amount",
    "amount-too-large",
];

impl Unread {
    /// What a finding says could not be read; nothing where all that it is about was.
    #[must_use]
    pub fn of(finding: &Finding) -> Option<Self> {
        let field = match &finding.spot {
            _ if FILES.contains(&finding.code) => String::new(),
            Spot::Value(path) | Spot::Key(path) if FIELDS.contains(&finding.code) => path_text(path),
            _ => return None,
        };
        Some(Self { file: finding.file.clone(), field, why: finding.code })
    }

    /// What some findings say could not be read, in the order of files and fields, each once.
    #[must_use]
    pub fn of_all<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Vec<Self> {
        let mut unread: Vec<Self> = findings.into_iter().filter_map(Self::of).collect();
        unread.sort();
        unread.dedup_by(|next, one| (&next.file, &next.field) == (&one.file, &one.field));
        unread
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_once_and_a_field_by_its_way() {
        let amount = Spot::Value(vec!["budget".into(), 0.into(), "amount".into()]);
        let findings = [
            Finding::new("wrong-type", "interventions/b.toml", amount),
            Finding::new("syntax-error", "interventions/a.toml", Spot::Bytes((0..1).into())),
            Finding::new("syntax-error", "interventions/a.toml", Spot::Bytes((9..10).into())),
            Finding::new("missing-field", "interventions/b.toml", Spot::Value(vec!["title".into()])),
        ];
        let unread = Unread::of_all(&findings);
        let places: Vec<_> = unread.iter().map(|unread| (&*unread.file, &*unread.field)).collect();
        assert_eq!(places, [("interventions/a.toml", ""), ("interventions/b.toml", "budget[0].amount")]);
    }
}
