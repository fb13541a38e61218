//! Graphs in Mermaid's language, which GitHub, GitLab and many editors draw.

use super::Style;
use super::format::{Escaping, Format, Layout};
use crate::personal_data::mask;
use crate::report::{Block, Document, Graph};
use std::fmt::Write as _;
use std::io::{self, Write};

/// The graphs of a document, in Mermaid's language.
pub const MERMAID: Format = Format {
    endings: &["mmd"],
    is_drawing: true,
    document: Some(write),
    ..Format::new("mermaid", Escaping::Plain, Layout::Data)
};

/// The graphs of a document. One that has none gives nothing.
fn write(document: Document<'_>, style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    for block in &document.blocks {
        if let Block::Graph(graph) = block {
            out.write_all(text(graph, style).as_bytes())?;
        }
    }
    Ok(())
}

/// A graph from top to bottom.
pub(super) fn text(graph: &Graph<'_>, style: &Style<'_>) -> String {
    let mut text = "flowchart TD\n".to_owned();
    for node in &graph.nodes {
        let (name, sort) = (label(&node.name), label(&style.words.cell(&node.sort)));
        // Writing to a string does not fail.
        let _ = writeln!(text, "  {}[\"{name}<br><small>{sort}</small>\"]", id(node.id));
    }
    for edge in &graph.edges {
        let arrow = if edge.is_faint { "-.->" } else { "-->" };
        let _ = writeln!(text, "  {} {arrow} {}", id(&edge.from), id(&edge.to));
    }
    text
}

/// An id that is no word of Mermaid's own, such as `end`, and that holds none of its arrows.
fn id(id: &str) -> String {
    format!("b_{}", mask(id).replace('-', "_").replace('*', "x"))
}

/// A text between quotation marks, with what Mermaid would read as its own written by number.
fn label(text: &str) -> String {
    mask(text).chars().fold(String::new(), |mut label, letter| {
        match letter {
            '"' | '#' | '<' | '>' | '&' | '`' => {
                let _ = write!(label, "#{};", u32::from(letter));
            }
            '\n' => label.push(' '),
            letter => label.push(letter),
        }
        label
    })
}
