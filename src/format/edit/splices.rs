//! Where in a text an edit takes place: the stretches that change, and what stands there afterwards.

use super::{Edit, EditError};
use crate::format::document::{TomlDocument, TomlForm, TomlNode};
use crate::format::write::{
    INDENT, element_text, heading_text, inline_text, key_text, line_text, value_text, words_text,
};
use crate::model::{Field, Layout, Shape, Step, TableShape, path_text};
use std::ops::Range;
use toml::de::{DeTable, DeValue};
use toml::{Table, Value};

/// A stretch of text and what shall stand in its stead.
pub(super) type Splice = (Range<usize>, String);

/// A table in the text: where its own lines are, and what its fields should be.
struct TablePlace<'d, 't> {
    table: &'d DeTable<'t>,
    shape: Option<&'static TableShape>,
    form: TomlForm,
    /// The bytes of the heading, or of the whole inline table; nothing at the top of the file.
    span: Range<usize>,
    /// The names of the headings that lead here.
    name: String,
}

pub(super) struct Editor<'d, 't> {
    pub document: &'d TomlDocument<'t>,
    pub text: &'t str,
    pub shape: &'static TableShape,
    pub newline: &'static str,
}

impl<'d, 't> Editor<'d, 't> {
    pub fn splices(&self, change: &Edit) -> Result<Vec<Splice>, EditError> {
        let path = change.path();
        match change {
            Edit::Set(path, value) => match self.document.node(path) {
                Some(node) if self.is_inline(&node) => {
                    let text = match path.last() {
                        Some(Step::Index(_)) => inline_text(value, self.shape_at(path).as_ref()),
                        _ if self.is_in_inline(path) => inline_text(value, self.shape_at(path).as_ref()),
                        _ => value_text(value, self.shape_at(path).as_ref()),
                    };
                    Ok(vec![(node.value.span(), self.lines(&text))])
                }
                Some(_) => Err(EditError::Unsafe(path_text(path))),
                None => self.insert(path, value),
            },
            Edit::Remove(_) => match path.last() {
                Some(Step::Index(index)) => self.remove_element(&path[..path.len() - 1], *index),
                _ => self.remove_field(path),
            },
            Edit::Append(path, value) => match self.document.node(path) {
                Some(node) => self.append(path, node, value),
                None => self.insert(path, &Value::Array(vec![value.clone()])),
            },
            Edit::Insert(path, place, value) => self.insert_element(path, *place, value),
            Edit::Rename(path, name) => {
                let key = self.document.node(path).and_then(|node| node.key);
                let key = key.ok_or_else(|| EditError::Missing(path_text(path)))?;
                Ok(vec![(key.span(), key_text(name))])
            }
        }
    }

    /// New text with the line ends of the old.
    fn lines(&self, text: &str) -> String {
        if self.newline == "\n" { text.to_owned() } else { text.replace('\n', self.newline) }
    }

    fn is_inline(&self, node: &TomlNode<'_, '_>) -> bool {
        node.form(self.text) == TomlForm::Inline
    }

    /// Whether a place lies within an inline table or list.
    fn is_in_inline(&self, path: &[Step]) -> bool {
        (1..path.len())
            .filter_map(|length| self.document.node(&path[..length]))
            .any(|node| self.is_inline(&node) && matches!(node.value.get_ref(), DeValue::Table(_) | DeValue::Array(_)))
    }

    /// The field that a path ends in, and the shape of its value.
    fn field_at(&self, path: &[Step]) -> Option<&'static Field> {
        let mut shape = Some(self.shape);
        let mut field = None;
        for step in path {
            if let Step::Key(key) = step {
                field = shape?.field(key);
                shape = field.and_then(|field| field.shape.inner());
            }
        }
        field
    }

    fn shape_at(&self, path: &[Step]) -> Option<Shape> {
        let field = self.field_at(path)?;
        match path.last() {
            Some(Step::Index(_)) => Some(*field.shape.single()),
            _ => Some(field.shape),
        }
    }

    /// The table at the end of a path, which may be the top of the file.
    fn place(&self, path: &[Step]) -> Option<TablePlace<'_, 't>> {
        if path.is_empty() {
            let shape = Some(self.shape);
            return Some(TablePlace {
                table: self.document.root(),
                shape,
                form: TomlForm::Heading,
                span: 0..0,
                name: String::new(),
            });
        }
        let node = self.document.node(path)?;
        let DeValue::Table(table) = node.value.get_ref() else {
            return None;
        };
        let shape = self.field_at(path).and_then(|field| field.shape.inner());
        Some(TablePlace { table, shape, form: node.form(self.text), span: node.value.span(), name: heading(path) })
    }

    /// Writes a field that is not there.
    fn insert(&self, path: &[Step], value: &Value) -> Result<Vec<Splice>, EditError> {
        let refuse = || EditError::Unsafe(path_text(path));
        let Some((Step::Key(key), outer)) = path.split_last() else {
            return Err(EditError::Missing(path_text(path)));
        };
        let Some(place) = self.place(outer) else {
            // The table that the field belongs to is not there either.
            let mut table = Table::new();
            table.insert(key.to_string(), value.clone());
            return if outer.is_empty() { Err(refuse()) } else { self.insert(outer, &Value::Table(table)) };
        };
        let field = place.shape.and_then(|shape| shape.field(key));
        let rank = |name: &str| place.shape.map_or(usize::MAX, |shape| shape.rank(name));
        if let (Some(Shape::Words), Value::Table(words)) = (field.map(|field| field.shape), value)
            && place.form != TomlForm::Inline
        {
            // Words have a heading of their own, whatever the table that they are in has.
            let block = words_text(words, &format!("{}.{key}", place.name));
            let last = entries(place.table, self.text).map(|entry| entry.end).max();
            return Ok(vec![self.new_block_after(last.unwrap_or(place.span.end), &block)]);
        }
        match place.form {
            TomlForm::Inline => {
                // A comment in a table that is otherwise empty would be lost.
                let is_commented = place.table.is_empty() && self.text[place.span.clone()].contains('#');
                if is_commented { Err(refuse()) } else { Ok(vec![self.insert_inline(&place, key, value, field)]) }
            }
            TomlForm::Dotted => {
                let last = entries(place.table, self.text).max_by_key(|entry| entry.end).ok_or_else(refuse)?;
                let line = self.lines(&format!("{}.{}", place.name, line_text(key, value, field.map(|f| &f.shape))));
                Ok(vec![self.new_line_after(last.end, &line)])
            }
            TomlForm::Heading | TomlForm::Headings => {
                let headed = field.filter(|field| field.layout == Layout::Headed);
                let table = headed.and_then(|field| field.shape.table());
                if let Some(shape) = table {
                    let name = if place.name.is_empty() { key.to_string() } else { format!("{}.{key}", place.name) };
                    let block = match value {
                        Value::Array(elements) => {
                            let blocks: Vec<String> =
                                elements.iter().map(|element| element_text(element, shape, &name)).collect();
                            blocks.join("\n")
                        }
                        Value::Table(table) => heading_text(table, shape, &name),
                        _ => return Err(refuse()),
                    };
                    let before = entries(place.table, self.text)
                        .filter(|entry| rank(entry.name) <= rank(key) || !entry.is_headed)
                        .map(|entry| entry.end)
                        .max();
                    return Ok(vec![self.new_block_after(before.unwrap_or(place.span.end), &block)]);
                }
                let line = self.lines(&line_text(key, value, field.map(|field| &field.shape)));
                let own: Vec<KeySpan<'_>> = entries(place.table, self.text).filter(|entry| !entry.is_headed).collect();
                let before = own.iter().filter(|entry| rank(entry.name) <= rank(key)).max_by_key(|entry| entry.end);
                let after = own.iter().min_by_key(|entry| entry.start);
                Ok(vec![match (before, after) {
                    (Some(before), _) => self.new_line_after(before.end, &line),
                    (None, _) if place.span.end > 0 => self.new_line_after(place.span.end, &line),
                    (None, Some(after)) => {
                        let start = line_start(self.text, after.start);
                        (start..start, format!("{line}{}", self.newline))
                    }
                    // A file of headings, or of nothing but comments.
                    (None, None) => {
                        let first = entries(place.table, self.text).map(|entry| entry.start).min();
                        let start = first.map_or(0, |start| self.comment_start(line_start(self.text, start)));
                        (start..start, format!("{line}{0}{0}", self.newline))
                    }
                }])
            }
        }
    }

    /// Where the comments that stand right above a line begin.
    fn comment_start(&self, mut start: usize) -> usize {
        while start > 0 {
            let above = line_start(self.text, start - 1);
            if !self.text[above..start].trim_start().starts_with('#') {
                break;
            }
            start = above;
        }
        start
    }

    fn insert_inline(&self, place: &TablePlace<'_, '_>, key: &str, value: &Value, field: Option<&Field>) -> Splice {
        let rank = |name: &str| place.shape.map_or(usize::MAX, |shape| shape.rank(name));
        let text = format!("{} = {}", key_text(key), inline_text(value, field.map(|field| &field.shape)));
        let before = entries(place.table, self.text).filter(|entry| rank(entry.name) <= rank(key));
        match (before.max_by_key(|entry| entry.end), entries(place.table, self.text).min_by_key(|entry| entry.start)) {
            (Some(before), _) => (before.end..before.end, format!(", {text}")),
            (None, Some(after)) => (after.start..after.start, format!("{text}, ")),
            (None, None) => (place.span.clone(), format!("{{ {text} }}")),
        }
    }

    /// A new line behind the line in which a byte stands.
    fn new_line_after(&self, at: usize, line: &str) -> Splice {
        let end = line_end(self.text, at);
        match self.text[end..].starts_with('\n') {
            true => (end + 1..end + 1, format!("{line}{}", self.newline)),
            false => (end..end, format!("{}{line}", if self.text.is_empty() { "" } else { self.newline })),
        }
    }

    /// A new block of lines, set off by a blank line, behind the line in which a byte stands.
    fn new_block_after(&self, at: usize, block: &str) -> Splice {
        let end = line_end(self.text, at);
        let block = self.lines(block);
        match self.text[end..].starts_with('\n') {
            true => (end + 1..end + 1, format!("{}{block}", self.newline)),
            // The last line of the file has no line end; nor has it afterwards.
            false => (end..end, format!("{0}{0}{1}", self.newline, block.trim_end())),
        }
    }

    fn append(&self, path: &[Step], node: TomlNode<'_, '_>, value: &Value) -> Result<Vec<Splice>, EditError> {
        let DeValue::Array(elements) = node.value.get_ref() else {
            return Err(EditError::Unsafe(path_text(path)));
        };
        let shape = self.field_at(path).map(|field| field.shape.element());
        if node.form(self.text) == TomlForm::Headings {
            let Some(Shape::Table(table)) = shape else {
                return Err(EditError::Unsafe(path_text(path)));
            };
            return Ok(vec![self.new_block_after(node.end(), &element_text(value, table, &heading(path)))]);
        }
        let new = inline_text(value, shape.as_ref());
        let span = node.value.span();
        let close = span.end - 1;
        let Some(last) = elements.iter().last().map(|element| element.span()) else {
            let inside = &self.text[span.start + 1..close];
            if !inside.trim().is_empty() {
                // Only comments: behind them, on a line of its own.
                let at = line_start(self.text, close);
                return Ok(vec![(at..at, format!("{INDENT}{new},{}", self.newline))]);
            }
            let list = Value::Array(vec![value.clone()]);
            let text = if self.is_in_inline(path) {
                inline_text(&list, self.shape_at(path).as_ref())
            } else {
                value_text(&list, self.shape_at(path).as_ref())
            };
            return Ok(vec![(span, self.lines(&text))]);
        };
        let comma = comma_after(self.text, last.end, close);
        let is_spread = self.text[last.end..close].contains('\n');
        if !is_spread {
            return Ok(vec![match comma {
                Some(comma) => (comma + 1..comma + 1, format!(" {new},")),
                None => (last.end..last.end, format!(", {new}")),
            }]);
        }
        let start = line_start(self.text, last.start);
        let indent: String = self.text[start..].chars().take_while(|letter| matches!(letter, ' ' | '\t')).collect();
        let end = line_end(self.text, comma.map_or(last.end, |comma| comma + 1)).min(close);
        let line = format!("{}{indent}{new}", self.newline);
        let end = end - usize::from(self.text[..end].ends_with('\r'));
        Ok(match comma {
            Some(_) => vec![(end..end, format!("{line},"))],
            None if end > last.end => vec![(last.end..last.end, ",".to_owned()), (end..end, line)],
            None => vec![(last.end..last.end, format!(",{line}"))],
        })
    }

    /// Writes an element of a list before another, on a line of its own where that has one.
    fn insert_element(&self, list: &[Step], place: usize, value: &Value) -> Result<Vec<Splice>, EditError> {
        let missing = || EditError::Missing(path_text(list));
        let node = self.document.node(list).ok_or_else(missing)?;
        let DeValue::Array(elements) = node.value.get_ref() else {
            return Err(missing());
        };
        if node.form(self.text) == TomlForm::Headings {
            return Err(EditError::Unsafe(path_text(list)));
        }
        let next = elements.get(place).ok_or_else(missing)?.span();
        let shape = self.field_at(list).map(|field| field.shape.element());
        let new = inline_text(value, shape.as_ref());
        let start = line_start(self.text, next.start);
        let indent = &self.text[start..next.start];
        if start > node.value.span().start && indent.trim().is_empty() {
            // Comments above the next element are about that one.
            let at = self.comment_start(start).max(line_end(self.text, node.value.span().start) + 1).min(start);
            return Ok(vec![(at..at, format!("{indent}{new},{}", self.newline))]);
        }
        Ok(vec![(next.start..next.start, format!("{new}, "))])
    }

    fn remove_field(&self, path: &[Step]) -> Result<Vec<Splice>, EditError> {
        let node = self.document.node(path).ok_or_else(|| EditError::Missing(path_text(path)))?;
        let key = node.key.ok_or_else(|| EditError::Missing(path_text(path)))?;
        let place = self.place(&path[..path.len() - 1]).ok_or_else(|| EditError::Unsafe(path_text(path)))?;
        match (node.form(self.text), place.form) {
            (TomlForm::Inline, TomlForm::Inline) => {
                let siblings: Vec<Range<usize>> = {
                    let mut entries: Vec<_> =
                        entries(place.table, self.text).map(|entry| entry.start..entry.end).collect();
                    entries.sort_by_key(|entry| entry.start);
                    entries
                };
                let at = siblings.iter().position(|entry| entry.start == key.span().start);
                Ok(vec![remove_between(&siblings, at.unwrap_or(0), place.span.end - 1, self.text)])
            }
            (TomlForm::Inline, TomlForm::Dotted) | (TomlForm::Inline, TomlForm::Heading | TomlForm::Headings) => {
                let start = line_start(self.text, key.span().start);
                Ok(vec![self.remove_lines(start, node.end())])
            }
            (TomlForm::Dotted, _) => {
                let mut lines: Vec<Splice> = Vec::new();
                let DeValue::Table(table) = node.value.get_ref() else {
                    return Err(EditError::Unsafe(path_text(path)));
                };
                for entry in entries(table, self.text) {
                    lines.push(self.remove_lines(line_start(self.text, entry.start), entry.end));
                }
                Ok(lines)
            }
            (TomlForm::Heading | TomlForm::Headings, _) => match node.value.get_ref() {
                DeValue::Array(elements) => Ok((0..elements.len())
                    .filter_map(|index| {
                        let element = TomlNode { key: None, value: elements.get(index)? };
                        Some(self.remove_block(element.value.span().start, element.end()))
                    })
                    .collect()),
                _ => Ok(vec![self.remove_block(node.value.span().start, node.end())]),
            },
        }
    }

    fn remove_element(&self, list: &[Step], index: usize) -> Result<Vec<Splice>, EditError> {
        let missing = || EditError::Missing(path_text(list));
        let node = self.document.node(list).ok_or_else(missing)?;
        let DeValue::Array(elements) = node.value.get_ref() else {
            return Err(missing());
        };
        let element = TomlNode { key: None, value: elements.get(index).ok_or_else(missing)? };
        if node.form(self.text) == TomlForm::Headings {
            return Ok(vec![self.remove_block(element.value.span().start, element.end())]);
        }
        let span = element.value.span();
        let close = node.value.span().end - 1;
        let start = line_start(self.text, span.start);
        let comma = comma_after(self.text, span.end, close);
        let end = line_end(self.text, comma.map_or(span.end, |comma| comma + 1));
        let rest = self.text[comma.map_or(span.end, |comma| comma + 1)..end].trim();
        let is_alone = self.text[start..span.start].trim().is_empty() && (rest.is_empty() || rest.starts_with('#'));
        if is_alone && start > node.value.span().start && end < close {
            return Ok(vec![(start..end + 1, String::new())]);
        }
        let siblings: Vec<Range<usize>> = elements.iter().map(|element| element.span()).collect();
        Ok(vec![remove_between(&siblings, index, close, self.text)])
    }

    /// Takes whole lines away, from the start of one to the end of the line in which a byte stands.
    fn remove_lines(&self, start: usize, last: usize) -> Splice {
        let end = line_end(self.text, last);
        if self.text[end..].starts_with('\n') {
            (start..end + 1, String::new())
        } else {
            // The file's last line, which has no line end: take the one before it instead.
            let start = start - usize::from(self.text[..start].ends_with('\n'));
            (start - usize::from(self.text[..start].ends_with('\r'))..end, String::new())
        }
    }

    /// Takes a block away, with the blank line above it.
    fn remove_block(&self, start: usize, last: usize) -> Splice {
        let start = line_start(self.text, start);
        let above = if start > 0 { line_start(self.text, start - 1) } else { 0 };
        let blank = self.text[above..start].trim().is_empty();
        self.remove_lines(if blank { above } else { start }, last)
    }
}

/// The name of the heading that leads to a table: its keys, without places in lists.
fn heading(path: &[Step]) -> String {
    let keys = path.iter().filter_map(|step| match step {
        Step::Key(key) => Some(key.as_ref()),
        Step::Index(_) => None,
    });
    keys.collect::<Vec<_>>().join(".")
}

/// A key and its value in the text of a table.
struct KeySpan<'d> {
    name: &'d str,
    start: usize,
    end: usize,
    is_headed: bool,
}

fn entries<'d, 't: 'd>(table: &'d DeTable<'t>, text: &'t str) -> impl Iterator<Item = KeySpan<'d>> {
    table.iter().map(move |(key, value)| {
        let node = TomlNode { key: Some(key), value };
        let form = node.form(text);
        KeySpan {
            name: key.get_ref(),
            start: key.span().start.min(value.span().start),
            end: node.end(),
            is_headed: matches!(form, TomlForm::Heading | TomlForm::Headings),
        }
    })
}

/// Takes one of several comma-separated things away, with the comma that it leaves over.
fn remove_between(siblings: &[Range<usize>], index: usize, close: usize, text: &str) -> Splice {
    let own = siblings[index].clone();
    match (index.checked_sub(1).and_then(|before| siblings.get(before)), siblings.get(index + 1)) {
        (_, Some(next)) => (own.start..next.start, String::new()),
        (Some(before), None) => (before.end..own.end, String::new()),
        (None, None) => {
            let end = comma_after(text, own.end, close).map_or(own.end, |comma| comma + 1);
            (own.start..end, String::new())
        }
    }
}

/// The comma that follows something in a list, past white space and comments.
fn comma_after(text: &str, from: usize, close: usize) -> Option<usize> {
    let mut at = from;
    while at < close {
        match text.as_bytes()[at] {
            b',' => return Some(at),
            b'#' => at = line_end(text, at),
            byte if byte.is_ascii_whitespace() => at += 1,
            _ => return None,
        }
    }
    None
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// The place of the next line end, or the end of the text.
fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |newline| at + newline)
}
