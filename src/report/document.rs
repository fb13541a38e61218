//! What reports are made of: figures, headings, texts, fields, tables of typed cells, and graphs. No report knows in
//! which format it will be written, and no writer which report it writes.

use super::cell::{Cell, Label, Mark};
use super::table::Table;
use crate::measure::Measure;
use crate::message::Message;
use crate::model::Unread;
use std::borrow::Cow;

/// A report, ready to be written.
pub struct Document<'r> {
    /// The name of the report, for data formats.
    pub name: &'static str,
    /// What stands at its top.
    pub title: Vec<Cell<'r>>,
    /// What it holds, in order.
    pub blocks: Vec<Block<'r>>,
    /// The numbers that it tells, where they are those that were asked for; otherwise they are its report's.
    pub measures: Option<Vec<Measure>>,
    /// Whether a terminal shows it to those who keep the register, who know what every report carries.
    pub is_looked_at: bool,
}

impl<'r> Document<'r> {
    /// A document that tells the numbers of its report.
    #[must_use]
    pub fn new(name: &'static str, title: Vec<Cell<'r>>, blocks: Vec<Block<'r>>) -> Self {
        Self { name, title, blocks, measures: None, is_looked_at: false }
    }

    /// The same, with the numbers that were asked for.
    #[must_use]
    pub fn telling(self, measures: impl IntoIterator<Item = Measure>) -> Self {
        let mut measures: Vec<Measure> = measures.into_iter().collect();
        measures.sort_unstable();
        measures.dedup();
        Self { measures: Some(measures), ..self }
    }

    /// Whether whoever asks for it may say which columns it has.
    #[must_use]
    pub fn has_chosen_columns(&self) -> bool {
        self.name == "list"
    }

    /// The same, that a terminal shows to those who keep the register.
    #[must_use]
    pub fn looked_at(self) -> Self {
        Self { is_looked_at: true, ..self }
    }

    /// Whether it is handed on as it is, and not only looked at.
    #[must_use]
    pub fn is_report(&self) -> bool {
        !matches!(self.name, "list" | "record" | "diff" | "log" | "check" | "sql")
    }
}

/// A part of a document.
pub enum Block<'r> {
    /// The few numbers that whoever reads no more should know. It stands at the top, and no table needs it.
    Summary(Vec<Figure<'r>>),
    /// A heading over the blocks up to the next.
    Heading(Label<'r>),
    /// A line of text.
    Line(Line<'r>),
    /// What of the register could not be read.
    Unread(&'r [Unread]),
    /// Fields with their labels.
    Fields(Vec<(Label<'r>, Cell<'r>)>),
    /// A table, under the heading before it.
    Table(Table<'r>),
    /// Things and the edges between them. What it tells stands in a table as well: few formats can draw.
    Graph(Graph<'r>),
}

impl Block<'_> {
    /// Whether only whoever runs the program has any use of it.
    #[must_use]
    pub fn is_for_operator(&self) -> bool {
        matches!(self, Block::Line(line) if line.for_operator)
    }
}

/// A number that stands out, with what it is called.
pub struct Figure<'r> {
    /// Its name in data formats, once in the summary.
    pub name: &'static str,
    /// What it is called.
    pub label: Label<'r>,
    /// The number, or a few words.
    pub value: Cell<'r>,
    /// How it stands, where that can be said.
    pub mark: Option<Mark>,
    /// What it was before, or what else has to be known of it, as a second line.
    pub change: Option<Message<Cell<'r>>>,
}

impl<'r> Figure<'r> {
    /// A number with what it is called.
    #[must_use]
    pub fn new(name: &'static str, label: Label<'r>, value: Cell<'r>) -> Self {
        Self { name, label, value, mark: None, change: None }
    }

    /// The same number, with how it stands.
    #[must_use]
    pub fn marked(self, mark: Mark) -> Self {
        Self { mark: Some(mark), ..self }
    }

    /// The same number of things that should not be: marked so where there are any, and as it should be where there are
    /// none.
    #[must_use]
    pub fn marked_if_any(self, mark: Mark) -> Self {
        let is_none =
            matches!(&self.value, Cell::Integer(0)) || matches!(&self.value, Cell::Counted(ids) if ids.is_empty());
        self.marked(if is_none { Mark::Good } else { mark })
    }

    /// The same number, with a second line.
    #[must_use]
    pub fn with_change(self, change: impl Into<Message<Cell<'r>>>) -> Self {
        Self { change: Some(change.into()), ..self }
    }
}

/// Things, and what leads from one to the other.
pub struct Graph<'r> {
    /// The nodes, each once.
    pub nodes: Vec<Node<'r>>,
    /// The edges, by the ids of the nodes that they join.
    pub edges: Vec<Edge>,
}

/// A node of a graph.
pub struct Node<'r> {
    /// What edges name it by, once in the graph.
    pub id: &'r str,
    /// What it is called.
    pub name: Cow<'r, str>,
    /// What sort of thing it is.
    pub sort: Cell<'r>,
}

/// An edge of a graph.
pub struct Edge {
    /// The id of the node that it leads from.
    pub from: String,
    /// The id of the node that it leads to.
    pub to: String,
    /// Whether it only supports.
    pub is_faint: bool,
}

/// A line of text, with how much it matters and what to do about it.
pub struct Line<'r> {
    /// The mark in front of it.
    pub mark: Option<Mark>,
    /// The message that it says, with cells for its arguments.
    pub text: Message<Cell<'r>>,
    /// The command that shows more. Only a terminal has it: a page and Markdown are for whoever runs none.
    pub command: Option<Message<Cell<'r>>>,
    /// Whether it is for whoever runs the program alone, as a hint about a flag is. A page and Markdown leave it out.
    pub for_operator: bool,
}

impl<'r> Line<'r> {
    /// A line that says no more than a message.
    #[must_use]
    pub fn new(text: impl Into<Message<Cell<'r>>>) -> Self {
        Self { mark: None, text: text.into(), command: None, for_operator: false }
    }

    /// The same line with a mark in front of it.
    #[must_use]
    pub fn marked(self, mark: Mark) -> Self {
        Self { mark: Some(mark), ..self }
    }

    /// The same line with the command that shows more.
    #[must_use]
    pub fn with_command(self, command: impl Into<Message<Cell<'r>>>) -> Self {
        Self { command: Some(command.into()), ..self }
    }

    /// The same line, for whoever runs the program alone.
    #[must_use]
    pub fn for_operator(self) -> Self {
        Self { for_operator: true, ..self }
    }
}
