//! The canonical layout: keys in the order of their fields, one blank line before a heading, comments
//! kept where they belong.

use super::comments::comments;
use super::document::{BOM, TomlDocument, TomlForm, TomlNode, table_of_text};
use super::edit::EditError;
use super::write::value_text;
use crate::model::TableShape;
use std::ops::Range;
use toml::de::{DeTable, DeValue};
use toml::{Table, Value};

/// The text in its canonical layout. Its values are the same, and so are its comments and line ends.
///
/// # Errors
/// It does not parse, or it is written in a way that can't be laid out anew without changing what it
/// says.
pub fn canonical(text: &str, shape: &'static TableShape) -> Result<String, EditError> {
    let bom = if text.starts_with(BOM) { BOM } else { "" };
    let windows = text.contains("\r\n");
    let body = text[bom.len()..].replace("\r\n", "\n");
    let document = TomlDocument::parse(&body).ok_or(EditError::Syntax)?;
    let before = table_of_text(&body).ok_or(EditError::Syntax)?;
    let mut layout = CanonicalLayout { text: &body, out: String::new(), taken: 0 };
    let pieces = layout.pieces(document.root(), shape, &before);
    let top = layout.top_comment(&pieces);
    layout.out.push_str(&top);
    layout.write(pieces, true);
    let rest = layout.trivia(layout.last(document.root()), body.len());
    if !rest.is_empty() {
        layout.out.push('\n');
        layout.out.push_str(&rest);
    }
    let out = layout.out;
    match table_of_text(&out) {
        Some(after) if after == before && sorted_comments(&out) == sorted_comments(&body) => {
            Ok(format!("{bom}{}", if windows { out.replace('\n', "\r\n") } else { out }))
        }
        _ => Err(EditError::Unsafe(shape.name.to_owned())),
    }
}

/// The comments of a text, to tell whether one was lost.
fn sorted_comments(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = comments(text).into_iter().map(|place| text[place].trim_end()).collect();
    found.sort_unstable();
    found
}

/// A key with its value, or a table under a heading, with the comments above it.
struct LayoutPiece {
    rank: usize,
    start: usize,
    /// The comments above it, each on its line.
    comments: String,
    text: String,
    /// What stands under its heading.
    inner: Option<Vec<LayoutPiece>>,
}

struct CanonicalLayout<'t> {
    text: &'t str,
    out: String,
    /// The end of the comment at the top of the file, which belongs to no key.
    taken: usize,
}

impl CanonicalLayout<'_> {
    /// The comment at the top, set off by a blank line, that is about the file as a whole.
    fn top_comment(&mut self, pieces: &[LayoutPiece]) -> String {
        let first = pieces.iter().map(|piece| piece.start).min().unwrap_or(self.text.len());
        let above = &self.text[..first];
        match above.trim_start().starts_with('#').then(|| above.rfind("\n\n")).flatten() {
            Some(end) => {
                self.taken = end + 1;
                let comment = self.trivia(0, end);
                format!("{comment}\n")
            }
            None => String::new(),
        }
    }

    /// The comments between two places, without the blank lines around them.
    fn trivia(&self, from: usize, until: usize) -> String {
        let lines: Vec<&str> =
            self.text[from..until].lines().map(str::trim).filter(|line| line.starts_with('#')).collect();
        lines.iter().map(|line| format!("{line}\n")).collect()
    }

    fn pieces(&self, table: &DeTable<'_>, shape: &'static TableShape, values: &Table) -> Vec<LayoutPiece> {
        let mut pieces = Vec::new();
        for (key, value) in table.iter() {
            let name = key.get_ref().as_ref();
            let node = TomlNode { key: Some(key), value };
            let field = shape.field(name);
            let rank = shape.rank(name);
            let inner = field.and_then(|field| field.shape.inner());
            match (node.form(self.text), value.get_ref()) {
                (TomlForm::Inline, _) => {
                    let start = key.span().start;
                    let written = &self.text[value.span()];
                    let laid_out = match values.get(name) {
                        Some(plain)
                            if is_collection(value.get_ref()) && !self.has_comment(value.get_ref(), value.span()) =>
                        {
                            value_text(plain, field.map(|field| &field.shape))
                        }
                        _ => written.to_owned(),
                    };
                    let tail = self.tail(value.span().end);
                    let text = format!("{} = {laid_out}{tail}\n", &self.text[key.span()]);
                    pieces.push(LayoutPiece { rank, start, comments: String::new(), text, inner: None });
                }
                (TomlForm::Dotted, DeValue::Table(inner)) => self.dotted(name, rank, inner, &mut pieces),
                (TomlForm::Heading, DeValue::Table(table)) => {
                    let own = values.get(name).and_then(Value::as_table).cloned().unwrap_or_default();
                    let nested = inner.map(|shape| self.pieces(table, shape, &own)).unwrap_or_default();
                    pieces.push(self.headed(rank, value.span(), nested));
                }
                (TomlForm::Headings, DeValue::Array(elements)) => {
                    let own = values.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
                    for (place, element) in elements.iter().enumerate() {
                        let DeValue::Table(table) = element.get_ref() else {
                            continue;
                        };
                        let own = own.get(place).and_then(Value::as_table).cloned().unwrap_or_default();
                        let nested = inner.map(|shape| self.pieces(table, shape, &own)).unwrap_or_default();
                        pieces.push(self.headed(rank, element.span(), nested));
                    }
                }
                _ => {}
            }
        }
        pieces
    }

    fn dotted(&self, name: &str, rank: usize, table: &DeTable<'_>, pieces: &mut Vec<LayoutPiece>) {
        for (key, value) in table.iter() {
            let node = TomlNode { key: Some(key), value };
            let full = format!("{name}.{}", &self.text[key.span()]);
            match value.get_ref() {
                DeValue::Table(inner) if node.form(self.text) == TomlForm::Dotted => {
                    self.dotted(&full, rank, inner, pieces)
                }
                _ => {
                    let start = line_start(self.text, key.span().start);
                    let text = format!("{full} = {}{}\n", &self.text[value.span()], self.tail(value.span().end));
                    pieces.push(LayoutPiece { rank, start, comments: String::new(), text, inner: None });
                }
            }
        }
    }

    fn headed(&self, rank: usize, span: Range<usize>, inner: Vec<LayoutPiece>) -> LayoutPiece {
        let text = format!("{}{}\n", &self.text[span.clone()], self.tail(span.end));
        LayoutPiece { rank, start: span.start, comments: String::new(), text, inner: Some(inner) }
    }

    /// The comment behind a value, on its line.
    fn tail(&self, end: usize) -> String {
        let line = &self.text[end..line_end(self.text, end)];
        match line.find('#') {
            Some(_) => format!(" {}", line.trim()),
            None => String::new(),
        }
    }

    /// Whether a comment stands between the elements of a list or table.
    fn has_comment(&self, value: &DeValue<'_>, span: Range<usize>) -> bool {
        let mut leaves = Vec::new();
        collect(value, &mut leaves);
        leaves.sort_by_key(|leaf: &Range<usize>| leaf.start);
        let mut at = span.start;
        let mut between = String::new();
        for leaf in leaves {
            between.push_str(self.text.get(at..leaf.start).unwrap_or_default());
            at = leaf.end.max(at);
        }
        between.push_str(self.text.get(at..span.end).unwrap_or_default());
        between.contains('#')
    }

    fn write(&mut self, mut pieces: Vec<LayoutPiece>, is_top: bool) {
        if is_top {
            let mut starts = starts(&pieces);
            starts.sort_unstable();
            self.comment(&mut pieces, &starts);
        }
        pieces.sort_by_key(|piece| (piece.inner.is_some(), piece.rank, piece.start));
        for piece in pieces {
            if piece.inner.is_some() && !self.out.is_empty() {
                self.out.push('\n');
            }
            self.out.push_str(&piece.comments);
            self.out.push_str(&piece.text);
            if let Some(inner) = piece.inner {
                self.write(inner, false);
            }
        }
    }

    fn comment(&self, pieces: &mut [LayoutPiece], starts: &[usize]) {
        for piece in pieces {
            let line = line_start(self.text, piece.start);
            // Upwards from the key, as far as there is nothing but comments and blank lines.
            let before = starts[..starts.partition_point(|start| *start < line)].last().copied();
            let from = before.map_or(self.taken, |start| self.after(start, line)).max(self.taken);
            piece.comments = self.trivia(from.min(line), line);
            if let Some(inner) = &mut piece.inner {
                self.comment(inner, starts);
            }
        }
    }

    /// The place behind the piece that begins at one place, before the line of the next.
    fn after(&self, start: usize, next: usize) -> usize {
        let mut at = next;
        while at > start {
            let above = line_start(self.text, at - 1);
            let line = self.text[above..at].trim();
            if above <= start || !(line.is_empty() || line.starts_with('#')) {
                break;
            }
            at = above;
        }
        at
    }

    /// The place behind everything that a table holds.
    fn last(&self, table: &DeTable<'_>) -> usize {
        let ends = table.iter().map(|(key, value)| TomlNode { key: Some(key), value }.end());
        ends.max().map_or(self.taken, |end| line_end(self.text, end))
    }
}

fn starts(pieces: &[LayoutPiece]) -> Vec<usize> {
    let mut all = Vec::new();
    for piece in pieces {
        all.push(piece.start);
        if let Some(inner) = &piece.inner {
            all.extend(starts(inner));
        }
    }
    all
}

fn is_collection(value: &DeValue<'_>) -> bool {
    matches!(value, DeValue::Array(_) | DeValue::Table(_))
}

/// The places of every single value within a value.
fn collect(value: &DeValue<'_>, leaves: &mut Vec<Range<usize>>) {
    match value {
        DeValue::Array(array) => {
            for element in array.iter() {
                if is_collection(element.get_ref()) {
                    collect(element.get_ref(), leaves);
                } else {
                    leaves.push(element.span());
                }
            }
        }
        DeValue::Table(table) => {
            for (key, element) in table.iter() {
                leaves.push(key.span());
                if is_collection(element.get_ref()) {
                    collect(element.get_ref(), leaves);
                } else {
                    leaves.push(element.span());
                }
            }
        }
        _ => {}
    }
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |newline| at + newline)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Intervention, Table as _};

    #[test]
    fn keys_go_where_they_belong_with_their_comments() {
        let text = "# Om filen\n\n# status nu\nstatus   =  \"ongoing\" # pågår\ntitle = 'X'\n\n\n\n[[follow_up]]\nassessment = \"on-track\"\n# dagen\non = 2026-10-01\nextra = 1\nmore = {a=1}\n# sist\n";
        let expected = "# Om filen\n\ntitle = 'X'\n# status nu\nstatus = \"ongoing\" # pågår\n\n[[follow_up]]\n# dagen\non = 2026-10-01\nassessment = \"on-track\"\nextra = 1\nmore = { a = 1 }\n\n# sist\n";
        let laid_out = canonical(text, &Intervention::TABLE).unwrap();
        assert_eq!(laid_out, expected);
        assert_eq!(canonical(&laid_out, &Intervention::TABLE).unwrap(), laid_out);
        let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        let expected = format!("\u{feff}{}", expected.replace('\n', "\r\n"));
        assert_eq!(canonical(&windows, &Intervention::TABLE).unwrap(), expected);
    }

    #[test]
    fn lists_are_laid_out_unless_they_are_commented() {
        let text = "title = \"X\"\ndistricts = [ \"ryd\",\"berga\" ]\nbudget = [{year=2026,amount=1}, {year=2027,amount=2}]\nplaces = [\n  \"a\", # här\n]\n";
        let expected = "title = \"X\"\ndistricts = [\"ryd\", \"berga\"]\nplaces = [\n  \"a\", # här\n]\nbudget = [\n  { year = 2026, amount = 1 },\n  { year = 2027, amount = 2 },\n]\n";
        assert_eq!(canonical(text, &Intervention::TABLE).unwrap(), expected);
    }
}
