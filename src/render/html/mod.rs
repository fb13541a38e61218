//! One page of HTML, without scripts, that a screen reader reads in order, a telephone shows and a printer prints on A4.
//!
//! A table has as many columns as a sheet has room for; what the others say of a record stands below it, with what it is
//! called. So nothing is lost on paper, and a screen shows the same.

mod drawing;
mod markup;
mod paper;
mod table;

use super::format::{Escaping, Format, Layout};
use super::palette::{Ink, shape};
use super::parts::{by_themselves, in_parts};
use super::{Style, unread};
use crate::message::say;
use crate::report::{Block, Cell, Document, Figure, Label, Line, Mark};
use markup::markup;
use minijinja::value::Serde;
use minijinja::{Environment, Value, context};
use paper::Sheets;
use serde::Serialize;
use std::fmt::Write as _;
use std::io::{self, Write};
use table::{PageTable, WordedTable, worded};

const PAGE: &str = include_str!("page.html");
/// What stands between the parts of a title.
const BETWEEN: &str = " · ";

/// A whole page of HTML.
pub const HTML: Format =
    Format { endings: &["htm"], document: Some(write), ..Format::new("html", Escaping::Plain, Layout::Page) };

#[derive(Serialize)]
#[serde(tag = "sort", rename_all = "snake_case")]
enum PagePart {
    Summary {
        figures: Vec<PageFigure>,
    },
    Heading {
        text: String,
    },
    Line {
        mark: Option<PageMark>,
        text: Value,
    },
    Fields {
        fields: Vec<(String, Value)>,
    },
    /// With the id that what stands below goes by, where it has one.
    Subheading {
        level: u8,
        text: String,
        id: Option<String>,
    },
    Table {
        table: PageTable,
    },
    Nothing {
        text: String,
    },
}

/// A part of the page, or a table that is not laid yet.
enum Part {
    Laid(PagePart),
    Table(WordedTable),
}

/// A number that stands out, in words.
#[derive(Serialize)]
struct PageFigure {
    label: String,
    value: String,
    mark: Option<PageMark>,
    change: Option<String>,
}

/// A mark, as its shape and what the page's style calls it.
#[derive(Serialize)]
struct PageMark {
    shape: &'static str,
    class: &'static str,
}

impl From<Mark> for PageMark {
    fn from(mark: Mark) -> Self {
        Self { shape: shape(mark), class: mark.code() }
    }
}

fn write(document: Document<'_>, style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    let titles: Vec<String> =
        document.title.iter().map(|cell| style.words.cell(cell)).filter(|part| !part.is_empty()).collect();
    let parts = parts(document.blocks, titles.join(BETWEEN), style);
    let needed: Vec<_> = parts
        .iter()
        .filter_map(|part| if let Part::Table(table) = part { Some(table.needed()) } else { None })
        .collect();
    let sheets = Sheets::for_tables(needed.iter().map(Vec::as_slice));
    let parts: Vec<PagePart> = parts
        .into_iter()
        .map(|part| match part {
            Part::Laid(part) => part,
            Part::Table(table) => PagePart::Table { table: table.laid(sheets, style) },
        })
        .collect();
    let mut environment = Environment::new();
    environment.add_filter("css_text", css_text);
    environment.add_template("page.html", PAGE).map_err(io::Error::other)?;
    let page = environment.get_template("page.html").map_err(io::Error::other)?;
    let language = style.words.language.tongue().code();
    let page_number = page_number(style);
    let text = page
        .render(context! { language, titles, sheets => Serde(sheets), page_number, parts => Serde(&parts) })
        .map_err(io::Error::other)?;
    writeln!(out, "{text}")
}

/// The parts of the page. A table is called as the heading above it, or else as the document.
fn parts(blocks: Vec<Block<'_>>, title: String, style: &Style<'_>) -> Vec<Part> {
    let mut caption = title;
    // What is below no heading is one itself.
    let mut level = 2;
    let mut parts: Vec<Part> = Vec::new();
    for block in blocks.into_iter().filter(|block| !block.is_for_operator()) {
        match block {
            Block::Summary(figures) => {
                let figures = figures.iter().map(|own| figure(own, style)).collect();
                parts.push(Part::Laid(PagePart::Summary { figures }));
            }
            Block::Heading(label) => {
                caption = style.words.label(&label);
                level = 3;
                parts.push(Part::Laid(PagePart::Heading { text: caption.clone() }));
            }
            Block::Line(line) => parts.push(Part::Laid(self::line(&line, style))),
            Block::Unread(unread) => parts.push(Part::Laid(self::line(&unread::line(unread), style))),
            Block::Fields(shown) => parts.push(Part::Laid(fields(&shown, style))),
            Block::Table(table) if let Some(head) = table.headed => {
                for part in by_themselves(&table, head) {
                    let text = part.called.map(|called| style.words.cell(&called)).unwrap_or_default();
                    let id = Some(style.words.cell(&part.id));
                    parts.push(Part::Laid(PagePart::Subheading { level, text, id }));
                    if !part.fields.is_empty() {
                        parts.push(Part::Laid(fields(&part.fields, style)));
                    }
                }
            }
            Block::Table(table) => {
                for (heading, table) in in_parts(table, &style.words) {
                    let heading = heading.map(|cell| style.words.cell(&cell));
                    let caption = heading.clone().unwrap_or_else(|| caption.clone());
                    parts.extend(heading.map(|text| Part::Laid(PagePart::Subheading { level, text, id: None })));
                    parts.push(if table.rows.is_empty() {
                        Part::Laid(PagePart::Nothing { text: style.words.language.text(table.when_empty) })
                    } else {
                        Part::Table(worded(&table, caption, style))
                    });
                }
            }
            // The table beside it tells the same.
            Block::Graph(_) => {}
        }
    }
    parts
}

fn fields(fields: &[(Label<'_>, Cell<'_>)], style: &Style<'_>) -> PagePart {
    let name = |label: &Label<'_>| match label {
        Label::Cell(Cell::Record { id, .. }) => format!("{} ({id})", style.words.label(label)),
        label => style.words.label(label),
    };
    let value = |cell: &Cell<'_>| markup(&style.words.inked(cell, Ink::Tagged), &style.words);
    PagePart::Fields { fields: fields.iter().map(|(label, cell)| (name(label), value(cell))).collect() }
}

fn figure(figure: &Figure<'_>, style: &Style<'_>) -> PageFigure {
    PageFigure {
        label: style.words.label(&figure.label),
        value: style.words.cell(&figure.value),
        mark: figure.mark.map(PageMark::from),
        change: figure.change.as_ref().map(|text| style.words.message(text)),
    }
}

fn line(line: &Line<'_>, style: &Style<'_>) -> PagePart {
    let text = markup(&style.words.inked_message(&line.text, Ink::Tagged), &style.words);
    PagePart::Line { mark: line.mark.map(PageMark::from), text }
}

/// What stands at the foot of each sheet, as the style of a page tells it: which sheet of how many.
fn page_number(style: &Style<'_>) -> String {
    /// Stand for the numbers, which only who prints knows; no message has these signs.
    const NUMBERS: [(&str, &str); 2] = [("\u{e000}", "counter(page)"), ("\u{e001}", "counter(pages)")];
    let [(page, _), (pages, _)] = NUMBERS;
    let text = style.words.language.say(say::PageOfPages { page, pages });
    let texts = text.split_inclusive(['\u{e000}', '\u{e001}']).map(|part| {
        let counter = NUMBERS.iter().find(|(sign, _)| part.ends_with(sign));
        let text = part.trim_end_matches(['\u{e000}', '\u{e001}']);
        format!("{} {}", css_text(text), counter.map(|(_, counter)| *counter).unwrap_or_default())
    });
    texts.collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// A text as a string of CSS, in which nothing ends it or the style that it stands in.
fn css_text(text: &str) -> String {
    let mut written = String::from("\"");
    for sign in text.chars() {
        if sign.is_alphanumeric() || sign == ' ' {
            written.push(sign);
        } else {
            // Writing to a string does not fail.
            let _ = write!(written, "\\{:x} ", u32::from(sign));
        }
    }
    written.push('"');
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_can_not_end_the_style() {
        assert_eq!(css_text("Ryd · 2026"), "\"Ryd \\b7  2026\"");
        assert_eq!(css_text("a\"</style>\n"), "\"a\\22 \\3c \\2f style\\3e \\a \"");
    }
}
