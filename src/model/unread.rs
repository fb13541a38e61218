//! What of a register is there and could not be read: as much a part of an answer as what could.

use super::finding::{Finding, Spot, path_text};
use crate::message::{RuleWords, checks};

/// A file, a folder or a field that is there and could not be read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unread {
    /// The file or folder, relative to the register.
    pub file: String,
    /// The path to the field in the file; empty where nothing of the file could be read.
    pub field: String,
    /// Why: the code of the finding that tells more.
    pub why: &'static str,
}

/// What a finding leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Left {
    File,
    Field,
}

impl Unread {
    /// What the findings of a code leave out; nothing where all that they are about is read.
    fn left_by(code: &str) -> Option<Left> {
        const FILES: &[&RuleWords] = &[
            checks::SYNTAX_ERROR,
            checks::NESTED_TOO_DEEPLY,
            checks::CONFLICT_MARKER,
            checks::NOT_UTF8,
            checks::FILE_TOO_LARGE,
            checks::UNREADABLE,
            checks::LINK_OUTSIDE,
            checks::OVERLOOKED_FILE,
            checks::INVALID_FILE_NAME,
            checks::DUPLICATE_ID,
        ];
        // What stands there is not what it should be, or no field is called so.
        const FIELDS: &[&RuleWords] = &[
            checks::WRONG_TYPE,
            checks::UNKNOWN_KEY,
            checks::OLD_FORMAT,
            checks::UNKNOWN_VALUE,
            checks::INVALID_ID,
            checks::MALFORMED_REFERENCE,
            checks::NEGATIVE_AMOUNT,
            checks::AMOUNT_TOO_LARGE,
        ];
        let is_among = |known: &[&RuleWords]| known.iter().any(|words| words.code == code);
        if is_among(FILES) { Some(Left::File) } else { is_among(FIELDS).then_some(Left::Field) }
    }

    /// Whether findings of a code say that something could not be read.
    #[must_use]
    pub fn is_told_by(code: &str) -> bool {
        Self::left_by(code).is_some()
    }

    /// What a finding says could not be read; nothing where all that it is about was.
    #[must_use]
    pub fn of(finding: &Finding) -> Option<Self> {
        let field = match (Self::left_by(finding.code())?, &finding.spot) {
            (Left::File, _) => String::new(),
            (Left::Field, Spot::Value(path) | Spot::Key(path)) => path_text(path),
            (Left::Field, _) => return None,
        };
        Some(Self { file: finding.file.clone(), field, why: finding.code() })
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
            Finding::new(checks::WrongType { field: "amount", expected: "" }, "interventions/b.toml", amount),
            Finding::new(checks::syntax_error(""), "interventions/a.toml", Spot::Bytes((0..1).into())),
            Finding::new(checks::syntax_error(""), "interventions/a.toml", Spot::Bytes((9..10).into())),
            Finding::new(
                checks::MissingField { label: "", field: "title" },
                "interventions/b.toml",
                Spot::Value(vec!["title".into()]),
            ),
        ];
        let unread = Unread::of_all(&findings);
        let places: Vec<_> = unread.iter().map(|unread| (&*unread.file, &*unread.field)).collect();
        assert_eq!(places, [("interventions/a.toml", ""), ("interventions/b.toml", "budget[0].amount")]);
    }
}
