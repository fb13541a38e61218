//! One page of HTML, without scripts, that a screen reader reads in order and a printer prints.

use super::format::{Escaping, Format, Layout};
use super::palette::shape;
use super::parts::{by_themselves, in_parts};
use super::words::ends;
use super::{Style, unread};
use crate::report::{Block, Cell, Document, Drawing, Figure, Label, Line, Table};
use minijinja::{Environment, HtmlEscape, context};
use serde::Serialize;
use std::io::{self, Write};

const PAGE: &str = include_str!("page.html");

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
        mark: Option<&'static str>,
        text: String,
    },
    Fields {
        fields: Vec<(String, Vec<String>)>,
    },
    Subheading {
        text: String,
        /// The id that what stands below goes by.
        id: Option<String>,
    },
    Table {
        caption: String,
        headings: Vec<Heading>,
        rows: Vec<Vec<PageCell>>,
        totals: Vec<Vec<PageCell>>,
        when_empty: String,
    },
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

/// A cell of a table: its lines, or a drawing.
#[derive(Serialize)]
struct PageCell {
    lines: Vec<String>,
    drawing: Option<String>,
}

impl PageCell {
    fn new(cell: &Cell<'_>, style: &Style<'_>) -> Self {
        match cell {
            Cell::Drawing(drawing) => Self { lines: Vec::new(), drawing: Some(svg(drawing)) },
            cell => Self { lines: lines(&style.words.cell(cell)), drawing: None },
        }
    }
}

/// A drawing as SVG, in the colour of the text. What it shows stands in the row beside it.
fn svg(drawing: &Drawing) -> String {
    const HEIGHT: f64 = 24.0;
    match drawing {
        Drawing::Bar { value, most } => {
            let width = if *most > 0.0 { (value / most).clamp(0.0, 1.0) * 240.0 } else { 0.0 };
            format!(
                "<svg class=\"drawing\" width=\"240\" height=\"14\" aria-hidden=\"true\">\
                 <rect width=\"{width:.1}\" height=\"14\"/></svg>"
            )
        }
        Drawing::Curve(values) => {
            let (least, most) = ends(values);
            let span = (most - least).max(f64::MIN_POSITIVE);
            let at = |(place, value): (u32, &Option<f64>)| {
                value.map(|value| {
                    (f64::from(place) * 14.0 + 3.0, HEIGHT - 2.0 - (value - least) / span * (HEIGHT - 4.0))
                })
            };
            let points: Vec<Option<(f64, f64)>> = (0..).zip(values).map(at).collect();
            let width = f64::from(u32::try_from(values.len()).unwrap_or_default()) * 14.0;
            // What is not known leaves a gap.
            let stretches = points.split(Option::is_none).filter(|stretch| !stretch.is_empty()).map(|stretch| {
                let ends: Vec<String> = stretch.iter().flatten().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
                format!("<polyline points=\"{}\"/>", ends.join(" "))
            });
            let last =
                points.iter().flatten().last().map(|(x, y)| format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"2\"/>"));
            let inner: String = stretches.chain(last).collect();
            format!("<svg class=\"drawing\" width=\"{width}\" height=\"{HEIGHT}\" aria-hidden=\"true\">{inner}</svg>")
        }
    }
}

#[derive(Serialize)]
struct Heading {
    text: String,
    is_number: bool,
}

/// A whole page of HTML.
pub const HTML: Format =
    Format { endings: &["htm"], document: Some(write), ..Format::new("html", Escaping::Plain, Layout::Page) };

fn write(document: Document<'_>, style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    let title: Vec<String> = document.title.iter().map(|cell| style.words.cell(cell)).collect();
    let title = title.join(" · ");
    let mut caption = title.clone();
    let mut parts: Vec<PagePart> = Vec::new();
    for block in document.blocks.into_iter().filter(|block| !block.is_for_operator()) {
        match block {
            Block::Summary(figures) => {
                parts.push(PagePart::Summary { figures: figures.iter().map(|own| figure(own, style)).collect() });
            }
            Block::Heading(label) => {
                caption = style.words.label(&label);
                parts.push(PagePart::Heading { text: caption.clone() });
            }
            Block::Line(line) => parts.push(self::line(line, style)),
            Block::Unread(unread) => parts.push(self::line(unread::line(unread), style)),
            Block::Fields(shown) => parts.push(fields(&shown, style)),
            Block::Table(table) if let Some(head) = table.headed => {
                for part in by_themselves(&table, head) {
                    let text = part.called.map(|called| style.words.cell(&called)).unwrap_or_default();
                    parts.push(PagePart::Subheading { text, id: Some(style.words.cell(&part.id)) });
                    if !part.fields.is_empty() {
                        parts.push(fields(&part.fields, style));
                    }
                }
            }
            Block::Table(table) => {
                for (heading, table) in in_parts(table) {
                    let heading = heading.map(|cell| style.words.cell(&cell));
                    let caption = heading.clone().unwrap_or_else(|| caption.clone());
                    parts.extend(heading.map(|text| PagePart::Subheading { text, id: None }));
                    parts.push(self::table(&table, caption, style));
                }
            }
            // The table beside it tells the same.
            Block::Graph(_) => {}
        }
    }
    let mut environment = Environment::new();
    environment.add_filter("reworded", reworded);
    environment.add_template("page.html", PAGE).map_err(io::Error::other)?;
    let page = environment.get_template("page.html").map_err(io::Error::other)?;
    let language = style.words.language.tongue().code();
    let text = page
        .render(context! { language, title, parts => minijinja::value::Serde(&parts) })
        .map_err(io::Error::other)?;
    writeln!(out, "{text}")
}

/// Text in which words that went and words that came are told apart by more than their signs.
fn reworded(text: &str) -> minijinja::Value {
    let escaped = HtmlEscape(text).to_string();
    let marks = [("[-", "-]", "del"), ("{+", "+}", "ins")];
    let marked = marks.into_iter().fold(escaped, |text, (open, close, element)| {
        let is_paired = text.matches(open).count() == text.matches(close).count();
        let tags = |text: String| text.replace(open, &format!("<{element}>")).replace(close, &format!("</{element}>"));
        if is_paired { tags(text) } else { text }
    });
    minijinja::Value::from_safe_string(marked.replace("</del><ins>", "</del> <ins>"))
}

fn figure(figure: &Figure<'_>, style: &Style<'_>) -> PageFigure {
    PageFigure {
        label: style.words.label(&figure.label),
        value: style.words.cell(&figure.value),
        mark: figure.mark.map(|mark| PageMark { shape: shape(mark), class: mark.code() }),
        change: figure.change.as_ref().map(|text| style.words.message(text)),
    }
}

fn line(line: Line<'_>, style: &Style<'_>) -> PagePart {
    PagePart::Line { mark: line.mark.map(shape), text: style.words.message(&line.text) }
}

fn fields(fields: &[(Label<'_>, Cell<'_>)], style: &Style<'_>) -> PagePart {
    let name = |label: &Label<'_>| match label {
        Label::Cell(Cell::Record { id, .. }) => format!("{} ({id})", style.words.label(label)),
        label => style.words.label(label),
    };
    let shown = fields.iter().map(|(label, cell)| (name(label), lines(&style.words.cell(cell))));
    PagePart::Fields { fields: shown.collect() }
}

fn table(table: &Table<'_>, caption: String, style: &Style<'_>) -> PagePart {
    let shown = table.for_people();
    let cells = |row: Vec<Cell<'_>>| shown.iter().map(|(place, _)| PageCell::new(&row[*place], style)).collect();
    PagePart::Table {
        caption,
        headings: shown
            .iter()
            .map(|(_, column)| Heading { text: style.words.label(&column.label), is_number: column.is_number() })
            .collect(),
        rows: table.rows.iter().map(cells).collect(),
        totals: table.totals.iter().cloned().map(cells).collect(),
        when_empty: style.words.language.text(table.when_empty),
    }
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}
