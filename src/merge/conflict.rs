//! Conflicts in a text: writing git's marks, and reading them.
//!
//! A mark is a line of seven or more of one sign, alone or with a space and a label behind them. Texts of a register
//! may have such lines themselves: `=======` below a heading in a summary. So the marks that are written are longer
//! than any line that looks like one, and of those that are read only such count as are as long as the mark that
//! began the conflict.

use crate::format::BOM;
use std::fmt::Write as _;

/// What the two sides of a conflict are called, and how long its marks are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// What ours is called: a branch, mostly.
    pub ours: String,
    /// What theirs is called.
    pub theirs: String,
    /// How many signs a mark has; git asks for more where a conflict is within a conflict.
    pub size: usize,
}

impl Default for Labels {
    fn default() -> Self {
        Self { ours: "ours".to_owned(), theirs: "theirs".to_owned(), size: SIZE }
    }
}

/// How many signs a mark has, unless git says otherwise.
const SIZE: usize = 7;

/// The text with its conflicts between marks.
pub(super) fn written(parts: &[Section], labels: &Labels) -> String {
    // Longer than any line of the text that looks like a mark.
    let longest = parts.iter().flat_map(|part| match part {
        Section::Plain(text) => vec![text.as_str()],
        Section::Conflict(conflict) => vec![conflict.ours.as_str(), conflict.theirs.as_str()],
    });
    let longest = longest.flat_map(str::lines).filter_map(|line| mark(line).map(|(_, length, _)| length)).max();
    let size = longest.map_or(labels.size, |longest| labels.size.max(longest + 1));
    let mark = |sign: &str| sign.repeat(size);
    let mut text = String::new();
    for part in parts {
        match part {
            Section::Plain(part) => text.push_str(part),
            Section::Conflict(Conflict { ours, theirs, .. }) => {
                // A mark has its line for itself, also behind a text whose last line has no end.
                if !text.is_empty() && !text.ends_with('\n') && text != BOM {
                    text.push('\n');
                }
                // Writing to a string does not fail.
                let _ = writeln!(text, "{} {}", mark("<"), labels.ours);
                text.push_str(&whole_lines(ours));
                let _ = writeln!(text, "{}", mark("="));
                text.push_str(&whole_lines(theirs));
                let _ = writeln!(text, "{} {}", mark(">"), labels.theirs);
            }
        }
    }
    text
}

pub(super) fn whole_lines(text: &str) -> String {
    if text.is_empty() || text.ends_with('\n') { text.to_owned() } else { format!("{text}\n") }
}

/// A conflict in a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conflict {
    /// The field of the record that it is, or is in; empty where that is not known, and for a record as a whole.
    pub field: String,
    /// The lines of what both began from; nothing where that is not known.
    pub was: Option<String>,
    /// What ours is called.
    pub ours_label: String,
    /// What theirs is called.
    pub theirs_label: String,
    /// The lines of ours.
    pub ours: String,
    /// The lines of theirs.
    pub theirs: String,
    /// The line on which it begins, from 1.
    pub line: usize,
}

/// A part of a text with conflicts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Section {
    /// Lines that are no conflict.
    Plain(String),
    /// Lines of both sides, one of which is to be chosen.
    Conflict(Conflict),
}

/// A text in parts, by the marks in it; nothing where they don't fit together.
#[must_use]
pub fn sections(text: &str) -> Option<Vec<Section>> {
    enum At {
        Outside,
        Ours,
        Ancestor,
        Theirs,
    }
    let mut parts: Vec<Section> = Vec::new();
    let mut plain = String::new();
    let mut at = At::Outside;
    let mut conflict = Conflict::default();
    let mut size = SIZE;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let mut found = mark(line);
        match &found {
            // Marks of one conflict are of one length; lines that look like others are not.
            Some(('<', length, _)) if matches!(at, At::Outside) => size = *length,
            Some((_, length, _)) if *length != size => found = None,
            _ => {}
        }
        let found = found.map(|(sign, _, label)| (sign, label));
        // A byte order mark in front of a mark belongs to the text: it is its beginning.
        if let Some(bom) = line.strip_prefix(BOM).filter(|_| found.is_some()) {
            plain.push_str(&line[..line.len() - bom.len()]);
        }
        at = match (at, found) {
            (At::Outside, Some(('<', label))) => {
                if !plain.is_empty() {
                    parts.push(Section::Plain(std::mem::take(&mut plain)));
                }
                conflict = Conflict { ours_label: label, line: number + 1, ..Conflict::default() };
                At::Ours
            }
            (At::Ours, Some(('|', _))) => {
                conflict.was = Some(String::new());
                At::Ancestor
            }
            (At::Ours | At::Ancestor, Some(('=', _))) => At::Theirs,
            (At::Theirs, Some(('>', label))) => {
                conflict.theirs_label = label;
                parts.push(Section::Conflict(std::mem::take(&mut conflict)));
                At::Outside
            }
            // A beginning within a conflict, or an end without one: somebody has begun to resolve it by hand.
            (_, Some(('<' | '>', _))) => return None,
            (At::Outside, _) => {
                plain.push_str(line);
                At::Outside
            }
            (At::Ours, _) => {
                conflict.ours.push_str(line);
                At::Ours
            }
            (At::Ancestor, _) => {
                conflict.was.get_or_insert_default().push_str(line);
                At::Ancestor
            }
            (At::Theirs, _) => {
                conflict.theirs.push_str(line);
                At::Theirs
            }
        };
    }
    if !plain.is_empty() {
        parts.push(Section::Plain(plain));
    }
    let has_conflict = parts.iter().any(|part| matches!(part, Section::Conflict(_)));
    (matches!(at, At::Outside) && has_conflict).then_some(parts)
}

/// The text where one side is taken in every conflict: ours, or theirs.
#[must_use]
pub fn taken_in(parts: &[Section], is_ours: bool) -> String {
    let part = |part: &Section| match part {
        Section::Plain(lines) => lines.clone(),
        Section::Conflict(conflict) if is_ours => conflict.ours.clone(),
        Section::Conflict(conflict) => conflict.theirs.clone(),
    };
    parts.iter().map(part).collect()
}

/// What both sides of a text with conflicts agree on: it, without them. Nothing where there are none, or they can't be
/// told apart from what stands around them.
#[must_use]
pub fn agreed(text: &str) -> Option<String> {
    let part = |part: Section| match part {
        Section::Plain(text) => text,
        Section::Conflict(_) => String::new(),
    };
    Some(sections(text)?.into_iter().map(part).collect())
}

/// Whether a text has git's marks in it.
#[must_use]
pub fn markers_in(text: &str) -> bool {
    let has = |sign: char| text.lines().any(|line| mark(line).is_some_and(|(known, _, _)| known == sign));
    has('<') && has('>')
}

/// The mark that a line is: its sign, how many of it, and what stands behind them.
fn mark(line: &str) -> Option<(char, usize, String)> {
    let line = line.strip_prefix(BOM).unwrap_or(line).trim_end_matches(['\r', '\n']);
    let sign = line.chars().next().filter(|sign| matches!(sign, '<' | '|' | '=' | '>'))?;
    let rest = line.trim_start_matches(sign);
    let count = line.len() - rest.len();
    let is_mark = count >= SIZE && (rest.is_empty() || rest.starts_with(' '));
    is_mark.then(|| (sign, count, rest.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_can_be_read() {
        let pieces = [
            Section::Plain("a = 1\n".to_owned()),
            Section::Conflict(Conflict { ours: "b = 1\n".to_owned(), ..Conflict::default() }),
            Section::Plain("c = 1\n".to_owned()),
        ];
        let text = written(&pieces, &Labels::default());
        assert_eq!(text, "a = 1\n<<<<<<< ours\nb = 1\n=======\n>>>>>>> theirs\nc = 1\n");
        let parts = sections(&text).unwrap();
        assert_eq!(parts.len(), 3);
        assert!(matches!(&parts[1], Section::Conflict(conflict) if conflict.ours == "b = 1\n" && conflict.line == 2));
        assert_eq!(sections("a\n<<<<<<< x\nb\n"), None);
        assert_eq!(sections("a\n======= x\nb\n"), None);
    }
}
