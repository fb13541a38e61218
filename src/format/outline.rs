//! A text as its lines: each heading and each key, with what stands above it. Put together again they are the
//! text, so that nothing in it is lost by whoever moves them.

use super::document::{TomlDocument, TomlForm, TomlNode};
use crate::model::{KeyPath, Step};
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// A heading, or a key with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The path to the table that a heading begins, or to a key's value.
    pub path: KeyPath,
    /// Whether it is a heading.
    pub is_heading: bool,
    /// What stands above it: blank lines and comments.
    pub lead: String,
    /// Its own lines, with the line end of the last.
    pub body: String,
}

/// A text as its items, and what stands below the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// The items, in the order of the text.
    pub items: Vec<Item>,
    /// Blank lines and comments below the last.
    pub tail: String,
}

impl Outline {
    /// The items put together again.
    #[must_use]
    pub fn text(&self) -> String {
        let items = self.items.iter().flat_map(|item| [item.lead.as_str(), item.body.as_str()]);
        items.chain([self.tail.as_str()]).collect()
    }
}

/// Takes a text apart, whose line ends are `\n` and that has no byte order mark; nothing where it does not parse.
#[must_use]
pub fn outline(text: &str) -> Option<Outline> {
    let document = TomlDocument::parse(text)?;
    let mut found = Vec::new();
    collect(document.root(), &mut Vec::new(), text, &mut found);
    found.sort_by_key(|(_, _, span): &(KeyPath, bool, Range<usize>)| span.start);
    let mut items = Vec::new();
    let mut at = 0;
    for (path, is_heading, span) in found {
        let start = text[..span.start].rfind('\n').map_or(0, |newline| newline + 1);
        let end = text[span.end..].find('\n').map_or(text.len(), |newline| span.end + newline + 1);
        // Two things on a line can't be told apart.
        if start < at {
            return None;
        }
        items.push(Item { path, is_heading, lead: text[at..start].to_owned(), body: text[start..end].to_owned() });
        at = end;
    }
    Some(Outline { items, tail: text[at..].to_owned() })
}

fn collect(table: &DeTable<'_>, path: &mut KeyPath, text: &str, found: &mut Vec<(KeyPath, bool, Range<usize>)>) {
    for (key, value) in table.iter() {
        path.push(Step::Key(key.get_ref().to_string().into()));
        let node = TomlNode { key: Some(key), value };
        match (node.form(text), value.get_ref()) {
            (TomlForm::Heading, DeValue::Table(inner)) => {
                found.push((path.clone(), true, value.span()));
                collect(inner, path, text, found);
            }
            (TomlForm::Headings, DeValue::Array(elements)) => {
                for (place, element) in elements.iter().enumerate() {
                    path.push(Step::Index(place));
                    found.push((path.clone(), true, element.span()));
                    if let DeValue::Table(inner) = element.get_ref() {
                        collect(inner, path, text, found);
                    }
                    path.pop();
                }
            }
            (TomlForm::Dotted, DeValue::Table(inner)) => collect(inner, path, text, found),
            _ => found.push((path.clone(), false, key.span().start..value.span().end)),
        }
        path.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::path_text;

    #[test]
    fn put_together_again_it_is_the_text() {
        let text = "# om\n\ntitle = 'a' # b\nlist = [\n  1, # c\n]\nperiod.from = 1\n\n# d\n[x]\ny = \"\"\"\n[z]\n\"\"\"\n\n[[x.e]]\n[[f]]\na = 1\n# slut";
        let outline = outline(text).unwrap();
        let paths: Vec<String> = outline.items.iter().map(|item| path_text(&item.path)).collect();
        assert_eq!(paths, ["title", "list", "period.from", "x", "x.y", "x.e[0]", "f[0]", "f[0].a"]);
        assert_eq!(outline.text(), text);
    }
}
