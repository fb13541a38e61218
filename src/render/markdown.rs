//! Markdown, with tables as GitHub and most editors read them.

use super::format::{Escaping, Format, Layout};
use super::palette::shape;
use super::parts::{by_themselves, in_parts};
use super::{Style, mermaid, unread};
use crate::report::{Block, Cell, Document, Figure, Label, Line, Table};
use std::fmt::Write as _;
use std::io::{self, Write};

/// Markdown, which forges show.
pub const MARKDOWN: Format =
    Format { endings: &["markdown"], document: Some(write), ..Format::new("md", Escaping::Plain, Layout::Page) };

fn write(document: Document<'_>, style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    // A report is read by those who run no commands; what changed, by those who do.
    let has_commands = !document.is_report();
    let title: Vec<String> = document.title.iter().map(|cell| escape(&style.words.cell(cell))).collect();
    writeln!(out, "# {}", title.join(" · "))?;
    for block in document.blocks.into_iter().filter(|block| !block.is_for_operator()) {
        writeln!(out)?;
        match block {
            Block::Summary(figures) => figures.iter().try_for_each(|figure| write_figure(figure, style, out))?,
            Block::Heading(label) => writeln!(out, "## {}", escape(&style.words.label(&label)))?,
            Block::Line(line) => write_line(&line, has_commands, style, out)?,
            Block::Unread(unread) => write_line(&unread::line(unread), has_commands, style, out)?,
            Block::Fields(fields) => write_fields(&fields, style, out)?,
            Block::Table(table) if let Some(head) = table.headed => {
                for (place, part) in by_themselves(&table, head).iter().enumerate() {
                    if place > 0 {
                        writeln!(out)?;
                    }
                    let called = part.called.iter().map(|called| escape(&style.words.cell(called)));
                    let id = format!("`{}`", style.words.cell(&part.id).replace('`', ""));
                    writeln!(out, "### {}", called.chain([id]).collect::<Vec<_>>().join(" "))?;
                    if !part.fields.is_empty() {
                        writeln!(out)?;
                    }
                    write_fields(&part.fields, style, out)?;
                }
            }
            Block::Table(table) => {
                for (place, (heading, table)) in in_parts(table, &style.words).into_iter().enumerate() {
                    if place > 0 {
                        writeln!(out)?;
                    }
                    if let Some(heading) = heading {
                        writeln!(out, "### {}\n", escape(&style.words.cell(&heading)))?;
                    }
                    write_table(&table, style, out)?;
                }
            }
            Block::Graph(graph) => writeln!(out, "```mermaid\n{}```", mermaid::text(&graph, style))?,
        }
    }
    Ok(())
}

fn write_fields(fields: &[(Label<'_>, Cell<'_>)], style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    for (label, cell) in fields {
        write!(out, "- {}:", named(label, style))?;
        match cell {
            Cell::Lines(lines) if lines.len() > 1 => {
                writeln!(out)?;
                for line in lines {
                    writeln!(out, "  - {}", escape(&style.words.cell(line)))?;
                }
            }
            cell => writeln!(out, " {}", escape(&style.words.cell(cell)))?,
        }
    }
    Ok(())
}

/// What a field is called. Of a record its id too, and the file that it lies in, where that can be shown.
fn named(label: &Label<'_>, style: &Style<'_>) -> String {
    let name = format!("**{}**", escape(&style.words.label(label)));
    let Label::Cell(Cell::Record { id, file, .. }) = label else { return name };
    let id = format!("`{}`", id.replace('`', ""));
    match (style.links, file) {
        (Some(links), Some(file)) => format!("{name} [{id}]({}/{})", links.trim_end_matches('/'), in_address(file)),
        _ => format!("{name} {id}"),
    }
}

/// A path as it stands in an address.
fn in_address(path: &str) -> String {
    let mut written = String::new();
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => {
                written.push(char::from(byte))
            }
            // Writing to a string does not fail.
            other => drop(write!(written, "%{other:02X}")),
        }
    }
    written
}

fn write_figure(figure: &Figure<'_>, style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    let label = escape(&style.words.label(&figure.label));
    let mark = figure.mark.map(|mark| format!("{} ", shape(mark))).unwrap_or_default();
    let value = escape(&style.words.cell(&figure.value));
    let change = figure.change.as_ref().map(|text| format!(" · {}", escape(&style.words.message(text))));
    writeln!(out, "- {label}: {mark}**{value}**{}", change.unwrap_or_default())
}

fn write_line(line: &Line<'_>, has_commands: bool, style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mark = line.mark.map(|mark| format!("{} ", shape(mark))).unwrap_or_default();
    let command = line.command.as_ref().filter(|_| has_commands);
    let command = command.map(|command| format!(" `{}`", style.words.message(command))).unwrap_or_default();
    writeln!(out, "- {mark}{}{command}", escape(&style.words.message(&line.text)))
}

fn write_table(table: &Table<'_>, style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    if table.rows.is_empty() {
        return writeln!(out, "{}", escape(&style.words.language.text(table.when_empty)));
    }
    let shown = table.for_people();
    let headings: Vec<String> = shown.iter().map(|(_, column)| escape(&style.words.label(&column.label))).collect();
    writeln!(out, "| {} |", headings.join(" | "))?;
    let rules: Vec<&str> = shown.iter().map(|(_, column)| if column.is_number() { "--:" } else { "---" }).collect();
    writeln!(out, "| {} |", rules.join(" | "))?;
    for row in table.rows.iter().chain(table.totals.iter().cloned()) {
        let cells: Vec<String> = shown.iter().map(|(place, _)| escape(&style.words.cell(&row[*place]))).collect();
        writeln!(out, "| {} |", cells.join(" | "))?;
    }
    Ok(())
}

/// Text in which nothing is markup but what marks words that went and words that came.
fn escape(text: &str) -> String {
    let escaped = escape_all(text);
    if !escaped.contains("-\\]") && !escaped.contains("+}") {
        return escaped;
    }
    let marks = [("-\\]{+", "~~ **"), ("\\[-", "~~"), ("-\\]", "~~"), ("{+", "**"), ("+}", "**")];
    marks.into_iter().fold(escaped, |text, (from, to)| text.replace(from, to))
}

/// Text in which nothing is markup, and which calls nobody and points at nothing: a forge makes links of `@all`, `#12`
/// and `!12`, and sends messages to whoever is meant.
fn escape_all(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\n' => escaped.push_str("<br>"),
            '\r' => {}
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            letter => escaped.push(letter),
        }
        let is_call = match (letter, letters.peek()) {
            ('@', Some(next)) => next.is_alphanumeric() || *next == '_',
            ('#' | '!' | '$' | '%', Some(next)) => next.is_ascii_digit(),
            _ => false,
        };
        if is_call {
            escaped.push_str("&#8203;");
        }
    }
    escaped
}
