//! Documents for a person at a terminal.

use super::findings::text;
use super::format::{Escaping, Format, Layout};
use super::parts::in_parts;
use super::words::sign;
use super::{Style, unread};
use crate::message::say;
use crate::report::{Block, Cell, Column, Document, Label, Line, Table};
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Row, Width, presets};
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
        for line in wrap(&line, style.width) {
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
    let text: Vec<String> = if has_marks {
        vec![painted(line, style)]
    } else {
        wrap(&style.words.message(&line.text), style.width.saturating_sub(4))
    };
    for (place, part) in text.iter().enumerate() {
        let lead = match (place, line.mark) {
            (0, _) => mark.as_str(),
            (_, Some(_)) => "  ",
            (_, None) => "",
        };
        writeln!(out, " {lead}{part}")?;
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
    let labels: Vec<String> = fields.iter().map(|(label, _)| style.words.label(label)).collect();
    let widest = labels.iter().map(|label| width(label)).max().unwrap_or_default().min(WIDEST_LABEL);
    for (label, (_, cell)) in labels.iter().zip(fields) {
        let indent = widest + 3;
        let text = style.words.painted(cell, style.palette);
        let room = style.width.saturating_sub(indent).max(20);
        let mut parts = text.lines().flat_map(|line| wrap(line, room));
        let pad = widest.saturating_sub(width(label));
        let is_long = width(label) > widest;
        let label = style.palette.paint(style.palette.faint(), label);
        if is_long {
            // What it names stands below it, where the others' does.
            writeln!(out, " {label}")?;
        } else {
            writeln!(out, " {label}{}  {}", " ".repeat(pad), parts.next().unwrap_or_default())?;
        }
        for part in parts {
            writeln!(out, "{}{part}", " ".repeat(indent))?;
        }
    }
    Ok(())
}

fn write_table(table: &Table<'_>, style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    let shown: Vec<bool> = table.columns.iter().map(|column| column.from_width <= style.width).collect();
    let pick = |cells: Vec<String>| -> Vec<String> {
        cells.into_iter().zip(&shown).filter(|(_, shown)| **shown).map(|(cell, _)| cell).collect()
    };
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(presets::NOTHING);
    drawn.set_content_arrangement(ContentArrangement::Dynamic);
    drawn.set_width(u16::try_from(style.width).unwrap_or(u16::MAX));
    // Colours are in the cells already, or not wanted: comfy-table writes escapes of its own otherwise.
    drawn.force_no_tty();
    let headings: Vec<String> = table.columns.iter().map(|column| style.words.label(&column.label)).collect();
    let headings = pick(headings).into_iter().map(|heading| style.palette.paint(style.palette.faint(), &heading));
    drawn.set_header(Row::from(headings.collect::<Vec<_>>()));
    if table.rows.is_empty() {
        return writeln!(out, " {}", style.words.language.text(table.when_empty));
    }
    // What there is no room for is not left out in silence.
    let is_hidden = |column: &Column<'_>| column.from_width > style.width && !column.is_for_programs();
    let mut hidden: Vec<bool> = vec![false; table.columns.len()];
    for row in table.rows.iter().chain(table.totals.iter().cloned()) {
        for (place, (column, cell)) in table.columns.iter().zip(&row).enumerate() {
            hidden[place] |= is_hidden(column) && !matches!(cell, Cell::Empty);
        }
        let cells = row.iter().map(|cell| shortened(style.words.painted(cell, style.palette))).collect();
        drawn.add_row(pick(cells));
    }
    let shown = table.columns.iter().zip(&shown).filter(|(_, shown)| **shown);
    let numbers: Vec<bool> = shown.map(|(column, _)| column.is_number()).collect();
    for (place, is_number) in numbers.iter().enumerate() {
        if *is_number && let Some(column) = drawn.column_mut(place) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    keep_words_whole(&mut drawn, style.width, &numbers);
    for line in drawn.lines() {
        writeln!(out, "{}", line.trim_end())?;
    }
    let hidden = table.columns.iter().zip(hidden).filter(|(_, is_hidden)| *is_hidden);
    let hidden: Vec<String> = hidden.map(|(column, _)| style.words.label(&column.label)).collect();
    if !hidden.is_empty() {
        let text = style.words.language.say(say::hidden_columns(hidden.join(", ")));
        for line in wrap(&text, style.width.saturating_sub(2)) {
            writeln!(out, " {}", style.palette.paint(style.palette.faint(), &line))?;
        }
    }
    Ok(())
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

/// What a column has on both its sides.
const PADDING: usize = 2;
/// What is left of the longest words where there is hardly any room.
const LEAST_WORD: usize = 8;

/// Makes each column at least as wide as its longest word, as far as there is room: the longest words
/// give way first, and numbers never.
fn keep_words_whole(drawn: &mut comfy_table::Table, room: usize, numbers: &[bool]) {
    let count = drawn.column_count();
    let natural: usize = drawn.column_max_content_widths().into_iter().map(|width| usize::from(width) + PADDING).sum();
    if natural <= room {
        return;
    }
    let longest: Vec<usize> = (0..count)
        .map(|place| {
            // The heading of a column of numbers may break; its numbers may not.
            let skipped = usize::from(numbers.get(place).copied().unwrap_or_default());
            let cells = drawn.column_cells_with_header_iter(place).skip(skipped).flatten();
            let words = cells.flat_map(|cell| cell.content().split([' ', '\n']).map(width).collect::<Vec<_>>());
            words.max().unwrap_or_default()
        })
        .collect();
    let cut = |place: usize, most: usize| {
        let is_number = numbers.get(place).copied().unwrap_or_default();
        longest.get(place).map_or(0, |longest| if is_number { *longest } else { *longest.min(&most) }) + PADDING
    };
    let fits = |most: usize| (0..count).map(|place| cut(place, most)).sum::<usize>() <= room;
    // A word of less is none: a table that has no more room than that is wider than the terminal.
    let most = (LEAST_WORD..=60).rev().find(|most| fits(*most)).unwrap_or(LEAST_WORD);
    for place in 0..count {
        let least = u16::try_from(cut(place, most)).unwrap_or(u16::MAX);
        if let Some(column) = drawn.column_mut(place) {
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(least)));
        }
    }
}

/// How many columns a text takes on a terminal, without its colours.
fn width(text: &str) -> usize {
    textwrap::core::display_width(text)
}

fn wrap(text: &str, width: usize) -> Vec<String> {
    textwrap::wrap(text, textwrap::Options::new(width.max(20)).word_splitter(textwrap::WordSplitter::NoHyphenation))
        .into_iter()
        .map(std::borrow::Cow::into_owned)
        .collect()
}
