//! A file's text and where everything in it stands.

use super::depth::too_deep;
use crate::model::{Spot, Step};
use std::ops::Range;
use toml::de::{DeTable, DeValue};
use toml::{Spanned, Table};

/// The mark that some programs put first in a UTF-8 file.
pub const BOM: &str = "\u{feff}";

/// A file's text without its byte order mark.
#[must_use]
pub fn without_bom(text: &str) -> &str {
    text.strip_prefix(BOM).unwrap_or(text)
}

/// The values of a text that is right and nests no deeper than is read; nothing of any other.
#[must_use]
pub fn table_of_text(text: &str) -> Option<Table> {
    let text = without_bom(text);
    if too_deep(text).is_some() { None } else { toml::from_str(text).ok() }
}

/// A parsed text, with the place of every key and value.
pub struct TomlDocument<'t> {
    /// The text, without a byte order mark.
    pub text: &'t str,
    root: Spanned<DeTable<'t>>,
}

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::format) enum TomlForm {
    /// After its key, on the same line: a string, a number, `[…]`, `{ … }`.
    Inline,
    /// A table under a heading, `[…]`.
    Heading,
    /// A list of tables under headings, `[[…]]`, or one of its elements.
    Headings,
    /// A table made by dots in keys.
    Dotted,
}

/// A value and its key.
#[derive(Clone, Copy)]
pub(in crate::format) struct TomlNode<'d, 't> {
    pub key: Option<&'d Spanned<std::borrow::Cow<'t, str>>>,
    pub value: &'d Spanned<DeValue<'t>>,
}

impl<'d, 't> TomlNode<'d, 't> {
    /// How it is written. An element of a list is written as the list is.
    pub fn form(&self, text: &str) -> TomlForm {
        let span = self.value.span();
        let is_collection = matches!(self.value.get_ref(), DeValue::Table(_) | DeValue::Array(_));
        if !is_collection {
            return TomlForm::Inline;
        }
        match self.key {
            Some(key) if key.span().start > span.start => {
                if text[span].starts_with("[[") {
                    TomlForm::Headings
                } else {
                    TomlForm::Heading
                }
            }
            Some(key) if key.span() == span => TomlForm::Dotted,
            Some(_) => TomlForm::Inline,
            None if matches!(self.value.get_ref(), DeValue::Table(_)) && text[span].starts_with('[') => {
                TomlForm::Headings
            }
            None => TomlForm::Inline,
        }
    }

    /// The byte after its last, its sub-tables included.
    pub fn end(&self) -> usize {
        end(self.value)
    }
}

/// The byte after the last of a value, sub-tables under headings of their own included.
fn end(value: &Spanned<DeValue<'_>>) -> usize {
    let own = value.span().end;
    match value.get_ref() {
        DeValue::Table(table) => table.iter().map(|(_, value)| end(value)).fold(own, usize::max),
        DeValue::Array(array) => array.iter().map(end).fold(own, usize::max),
        _ => own,
    }
}

impl<'t> TomlDocument<'t> {
    /// Parses a text that is right.
    #[must_use]
    pub fn parse(text: &'t str) -> Option<Self> {
        let text = without_bom(text);
        if too_deep(text).is_some() {
            return None;
        }
        let (root, errors) = DeTable::parse_recoverable(text);
        // The parser takes a mark away itself; there may be one.
        (errors.is_empty() && !text.starts_with(BOM)).then_some(Self { text, root })
    }

    /// Parses a text that may be wrong but nests no deeper than is read, with what is wrong in it.
    pub(in crate::format) fn parse_recoverable(text: &'t str) -> (Self, Vec<toml::de::Error>) {
        let text = without_bom(text);
        let (root, errors) = DeTable::parse_recoverable(text);
        (Self { text, root }, errors)
    }

    pub(in crate::format) fn root(&self) -> &DeTable<'t> {
        self.root.get_ref()
    }

    /// The value at the end of a path.
    pub(in crate::format) fn node(&self, path: &[Step]) -> Option<TomlNode<'_, 't>> {
        let (first, rest) = path.split_first()?;
        let mut node = entry(self.root(), first)?;
        for step in rest {
            node = match (node.value.get_ref(), step) {
                (DeValue::Table(table), step) => entry(table, step)?,
                (DeValue::Array(array), Step::Index(index)) => TomlNode { key: None, value: array.get(*index)? },
                _ => return None,
            };
        }
        Some(node)
    }

    /// The bytes to underline for a spot; the nearest there is where what it names is not there.
    /// Nothing where that is the file as a whole.
    #[must_use]
    pub fn locate(&self, spot: &Spot) -> Option<Range<usize>> {
        match spot {
            Spot::File => None,
            Spot::Bytes(bytes) => Some(bytes.start.min(self.text.len())..bytes.end.min(self.text.len())),
            Spot::Key(path) => self.node(path).map(|node| match node.key {
                Some(key) => key.span(),
                None => node.value.span(),
            }),
            Spot::Value(path) => {
                (1..=path.len()).rev().find_map(|length| self.node(&path[..length])).map(|node| node.value.span())
            }
        }
    }
}

/// The bytes of the value of a key at the top of a file, where they can be told by looking at its lines: the key and its value
/// stand on a line of their own, and nothing before it is written over several. Nothing where the file has to be parsed.
/// It is for a file that is right.
#[must_use]
pub fn plain_value(text: &str, path: &[Step]) -> Option<Range<usize>> {
    let [Step::Key(key)] = path else { return None };
    let text = without_bom(text);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let begins = line.as_bytes().first().copied().unwrap_or_default();
        // A list, a table or a text that goes on below may hold whatever looks like a key.
        let is_plain = begins.is_ascii_alphanumeric() || matches!(begins, b'_' | b'\n' | b'\r' | b'#');
        if !is_plain || line.contains("\"\"\"") || line.contains("'''") {
            return None;
        }
        let after = line.strip_prefix(key.as_ref()).and_then(|rest| rest.strip_prefix(" = "));
        if let Some(value) = after {
            let length = match value.strip_prefix('"') {
                Some(inner) if !inner.contains('\\') => inner.find('"')? + 2,
                Some(_) => return None,
                // A number, a day or a word.
                None => {
                    let bare = value.split('#').next().unwrap_or_default().trim_end();
                    let is_word = bare.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '-');
                    if !is_word || bare.contains([' ', '\t']) {
                        return None;
                    }
                    bare.len()
                }
            };
            let at = start + line.len() - value.len();
            return (length > 0).then_some(at..at + length);
        }
        if line.trim_end().ends_with(['[', '{', ',']) {
            return None;
        }
        start += line.len();
    }
    None
}

fn entry<'d, 't>(table: &'d DeTable<'t>, step: &Step) -> Option<TomlNode<'d, 't>> {
    let Step::Key(name) = step else { return None };
    let (key, value) = table.get_key_value(name.as_ref())?;
    Some(TomlNode { key: Some(key), value })
}

/// The line and column of a byte, both from 1; columns count characters.
#[must_use]
pub fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..floor_boundary(text, at)];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// The last boundary between characters that is not after a byte.
pub(crate) fn floor_boundary(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at.min(text.len()))
}
