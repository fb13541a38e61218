//! Documents for a person at a terminal.

use super::findings::text;
use super::fitting::{Fit, Needed, PADDING, fit};
use super::format::{Escaping, Format, Layout};
use super::parts::in_parts;
use super::words::sign;
use super::wrapping::{widest_words, width, wrap};
use super::{Style, unread};
use crate::message::say;
use crate::report::{Block, Cell, Column, Document, Label, Line, Mark, Table};
use comfy_table::{CellAlignment, ContentArrangement, Row, presets};
use std::io::{self, Write};

/// How far apart the parts of a title stand.
const BETWEEN: &str = " · ";
/// Labels are no wider than this, so that there is room for what they name.
const WIDEST_LABEL: usize = 24;

/// For a person at a terminal.
pub const TABLE: Format = Format {
    aliases: &["text"],
    endings: &["txt"],
    document: Some(write),
    findings: Some(text::write),
    ..Format::new("table", Escaping::Styled, Layout::Page)
};

fn write(document: Document<'_>, style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    let title: Vec<String> = document.title.iter().map(|cell| style.words.painted(cell, style.palette)).collect();
    if let Some((first, rest)) = title.split_first() {
        let rest: String = rest.iter().map(|part| format!("{BETWEEN}{part}")).collect();
        let line = format!("{}{rest}", style.palette.paint(style.palette.strong(), first));
        for line in wrap(&line, style.width, style.words.language.tongue()) {
            writeln!(out, "{line}")?;
        }
    }
    for block in document.blocks {
        match block {
            Block::Heading(label) => {
                let heading = style.words.label(&label);
                writeln!(out, "\n{}", style.palette.paint(style.palette.strong(), &heading))?;
            }
            Block::Line(line) => write_line(&line, style, out)?,
            Block::Unread(unread) => write_line(&unread::line(unread), style, out)?,
            Block::Fields(fields) => write_fields(&fields, style, out)?,
            Block::Table(table) => {
                for (heading, table) in in_parts(table) {
                    if let Some(heading) = heading {
                        let heading = style.words.cell(&heading);
                        writeln!(out, "\n {}", style.palette.paint(style.palette.strong(), &heading))?;
                    }
                    write_table(&table, style, out)?;
                }
            }
            // The table beside it tells the same.
            Block::Graph(_) => {}
        }
    }
    Ok(())
}

fn write_line(line: &Line<'_>, style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mark = line.mark.map(|mark| format!("{} ", sign(mark, style.palette))).unwrap_or_default();
    let is_marked = |cell: &Cell<'_>| matches!(cell, Cell::Marked(..));
    let has_marks = line
        .text
        .arguments()
        .iter()
        .any(|(_, cell)| matches!(cell, Cell::Joined(cells) if cells.iter().any(is_marked)));
    let text = if has_marks { joined(painted(line, style), style) } else { style.words.message(&line.text) };
    let text = wrap(&text, style.width.saturating_sub(4), style.words.language.tongue());
    for (place, part) in text.iter().enumerate() {
        let lead = match (place, line.mark) {
            (0, _) => mark.as_str(),
            (_, Some(_)) => "  ",
            (_, None) => "",
        };
        writeln!(out, " {lead}{}", parted(part, style))?;
    }
    if let Some(command) = &line.command {
        writeln!(out, "   {}", style.palette.paint(style.palette.faint(), command))?;
    }
    Ok(())
}

/// A line whose argument has marks of its own.
fn painted(line: &Line<'_>, style: &Style<'_>) -> String {
    let parts: Vec<String> =
        line.text.arguments().iter().map(|(_, cell)| style.words.painted(cell, style.palette)).collect();
    parts.join(" ")
}

fn write_fields(fields: &[(Label<'_>, Cell<'_>)], style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    let fields: Vec<(String, String)> = fields
        .iter()
        .map(|(label, cell)| (style.words.label(label), style.words.painted(cell, style.palette)))
        .collect();
    write_pairs(&fields, style, out)
}

/// Writes labels with what each names beside it, or below it where it is long.
fn write_pairs(fields: &[(String, String)], style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    let tongue = style.words.language.tongue();
    let most = WIDEST_LABEL.min(style.width / 3);
    let widest = fields.iter().map(|(label, _)| width(label)).filter(|width| *width <= most).max().unwrap_or(most);
    let indent = widest + 3;
    let room = style.width.saturating_sub(indent);
    for (label, text) in fields {
        let is_long = width(label) > widest;
        // A value with a word that has no room beside its label stands below it, from the left.
        let below = widest_words(text, tongue).1 > room;
        let indent = if below { 3 } else { indent };
        let mut lines = wrap(text, style.width.saturating_sub(indent), tongue).into_iter();
        let pad = " ".repeat(widest.saturating_sub(width(label)));
        if is_long || below {
            for label in wrap(label, style.width.saturating_sub(1), tongue) {
                writeln!(out, " {}", style.palette.paint(style.palette.faint(), &label))?;
            }
        } else {
            let label = style.palette.paint(style.palette.faint(), label);
            writeln!(out, "{}", format!(" {label}{pad}  {}", lines.next().unwrap_or_default()).trim_end())?;
        }
        for line in lines {
            writeln!(out, "{}{line}", " ".repeat(indent))?;
        }
    }
    Ok(())
}

fn write_table(table: &Table<'_>, style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    if table.rows.is_empty() {
        let text = style.words.language.text(table.when_empty);
        for line in wrap(&text, style.width.saturating_sub(2), style.words.language.tongue()) {
            writeln!(out, " {line}")?;
        }
        return Ok(());
    }
    let shown = table.for_people();
    let headings: Vec<String> = shown.iter().map(|(_, column)| style.words.label(&column.label)).collect();
    let cells = |row: Vec<Cell<'_>>| -> Vec<String> {
        shown
            .iter()
            .map(|(place, _)| joined(shortened(style.words.painted(&row[*place], style.palette)), style))
            .collect()
    };
    let rows: Vec<Vec<String>> = table.rows.iter().chain(table.totals.iter().cloned()).map(cells).collect();
    let needed: Vec<Needed> =
        (0..shown.len()).map(|place| needed(place, shown[place].1, &headings, &rows, style)).collect();
    match fit(&needed, style.width) {
        Fit::Columns(widths) => {
            write_columns(&widths, &shown, &headings, &rows, style, out)?;
            let is_hidden = |place: &usize| widths[*place].is_none() && rows.iter().any(|row| !row[*place].is_empty());
            let hidden: Vec<&str> = (0..shown.len()).filter(is_hidden).map(|place| &*headings[place]).collect();
            write_hidden(&hidden, style, out)
        }
        Fit::Blocks => write_blocks(&headings, &rows, style, out),
    }
}

/// How much room a column takes, with its heading. The heading of numbers may break; numbers may not.
fn needed(place: usize, column: &Column<'_>, headings: &[String], rows: &[Vec<String>], style: &Style<'_>) -> Needed {
    let tongue = style.words.language.tongue();
    let heading = &headings[place];
    let (mut words, mut least) = widest_words(heading, tongue);
    let mut whole = width(heading);
    for cell in rows.iter().map(|row| &row[place]) {
        whole = whole.max(cell.lines().map(width).max().unwrap_or_default());
        let own = if column.is_number() { (width(cell), width(cell)) } else { widest_words(cell, tongue) };
        (words, least) = (words.max(own.0), least.max(own.1));
    }
    // What no column has room for is broken where it must be.
    let least = least.min(style.width.saturating_sub(PADDING));
    Needed { whole, words, least, dispensable: column.dispensable }
}

/// Writes a table in columns of some widths.
fn write_columns(
    widths: &[Option<usize>],
    columns: &[(usize, &Column<'_>)],
    headings: &[String],
    rows: &[Vec<String>],
    style: &Style<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let tongue = style.words.language.tongue();
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(presets::NOTHING);
    // The lines are made already.
    drawn.set_content_arrangement(ContentArrangement::Disabled);
    // Colours are in the cells already, or not wanted: comfy-table writes escapes of its own otherwise.
    drawn.force_no_tty();
    let line = |cells: &[String], paint: &dyn Fn(String) -> String| -> Row {
        let shown = cells.iter().zip(widths).filter_map(|(cell, width)| Some((cell, (*width)?)));
        let broken = shown.map(|(cell, width)| wrap(cell, width, tongue).into_iter().map(paint).collect::<Vec<_>>());
        Row::from(broken.map(|lines| parted(&lines.join("\n"), style)).collect::<Vec<_>>())
    };
    let faint = |line: String| style.palette.paint(style.palette.faint(), &line);
    drawn.set_header(line(headings, &faint));
    for row in rows {
        drawn.add_row(line(row, &|line| line));
    }
    let numbers = columns.iter().zip(widths).filter(|(_, width)| width.is_some());
    for (place, ((_, column), _)) in numbers.enumerate() {
        if column.is_number()
            && let Some(drawn) = drawn.column_mut(place)
        {
            drawn.set_cell_alignment(CellAlignment::Right);
        }
    }
    for line in drawn.lines() {
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// Writes each row by itself, as labels and values; what the rows come to stands last.
fn write_blocks(headings: &[String], rows: &[Vec<String>], style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    for (place, row) in rows.iter().enumerate() {
        if place > 0 {
            writeln!(out)?;
        }
        let fields: Vec<(String, String)> = headings
            .iter()
            .zip(row)
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(label, cell)| (label.clone(), cell.clone()))
            .collect();
        write_pairs(&fields, style, out)?;
    }
    Ok(())
}

/// Says what there is no room for: it is not left out in silence.
fn write_hidden(hidden: &[&str], style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    if hidden.is_empty() {
        return Ok(());
    }
    let text = style.words.language.say(say::hidden_columns(hidden.join(", ")));
    for line in wrap(&text, style.width.saturating_sub(2), style.words.language.tongue()) {
        writeln!(out, " {}", style.palette.paint(style.palette.faint(), &line))?;
    }
    Ok(())
}

/// A text in which each mark stays with its word.
fn joined(text: String, style: &Style<'_>) -> String {
    let join = |text: String, mark: Mark| {
        let sign = sign(mark, style.palette);
        if text.contains(&sign) { text.replace(&format!("{sign} "), &format!("{sign}\u{a0}")) } else { text }
    };
    Mark::ALL.into_iter().fold(text, join)
}

/// The same text with plain spaces again.
fn parted(text: &str, style: &Style<'_>) -> String {
    let part = |text: String, mark: Mark| {
        let sign = sign(mark, style.palette);
        text.replace(&format!("{sign}\u{a0}"), &format!("{sign} "))
    };
    Mark::ALL.into_iter().fold(text.to_owned(), part)
}

/// A text that no cell of a screen has room for, up to where it says that there is more.
fn shortened(mut text: String) -> String {
    /// What fills many screens.
    const MOST: usize = 8000;
    if text.len() > MOST {
        text.truncate(text.floor_char_boundary(MOST));
        text.push_str(" …");
    }
    text
}
