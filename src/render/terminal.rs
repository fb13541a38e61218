//! Documents for a person at a terminal.

use super::findings::text;
use super::fitting::{Fit, Needed, PADDING, WIDE_WORD, fit};
use super::format::{Escaping, Format, Layout};
use super::palette::Ink;
use super::parts::{Part, by_themselves, in_whole_parts, said_again};
use super::words::sign;
use super::wrapping::{widest_words, width, wrap};
use super::{Style, unread};
use crate::message::{Key, say};
use crate::report::{Block, Cell, Column, Document, Figure, Label, Line, Mark, Table};
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
        for line in wrap(&joined(line, style), style.width, style.words.language.tongue()) {
            writeln!(out, "{}", parted(&line, style))?;
        }
    }
    let has_chosen_columns = document.has_chosen_columns();
    let hidden = |names: String| {
        let language = style.words.language;
        if has_chosen_columns {
            language.say(say::hidden_columns(names))
        } else {
            language.say(say::hidden_columns_of_report(names))
        }
    };
    let mut lines: Vec<Line<'_>> = Vec::new();
    // Whether what was written last stands apart from what comes already.
    let mut is_apart = true;
    for block in document.blocks {
        let block = match block {
            Block::Line(line) => {
                lines.push(line);
                continue;
            }
            Block::Unread(unread) => {
                lines.push(unread::line(unread));
                continue;
            }
            other => other,
        };
        is_apart &= lines.is_empty();
        write_lines(&std::mem::take(&mut lines), style, out)?;
        let was_summary = matches!(block, Block::Summary(_));
        match block {
            Block::Summary(figures) => {
                write_summary(&figures, style, out)?;
                writeln!(out)?;
            }
            Block::Heading(label) => {
                let heading = style.words.label(&label);
                if !is_apart {
                    writeln!(out)?;
                }
                for line in wrap(&heading, style.width, style.words.language.tongue()) {
                    writeln!(out, "{}", style.palette.paint(style.palette.strong(), &line))?;
                }
            }
            Block::Fields(fields) => write_fields(&fields, 0, style, out)?,
            Block::Table(table) => write_table(table, &hidden, style, out)?,
            // The table beside it tells the same.
            Block::Line(_) | Block::Unread(_) | Block::Graph(_) => {}
        }
        is_apart = was_summary;
    }
    write_lines(&lines, style, out)
}

/// Writes lines that follow each other; what shows more of each stands beside it, where there is room.
fn write_lines(lines: &[Line<'_>], style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    let ink = Ink::Styled(style.palette);
    let text = |line: &Line<'_>| joined(style.words.inked_message(&line.text, ink), style);
    let texts: Vec<String> = lines.iter().map(text).collect();
    let before = |line: &Line<'_>| if line.mark.is_some() { 3 } else { 1 };
    const BETWEEN: usize = 3;
    let beside = |start: usize, command: &str| start + BETWEEN + width(command) <= style.width;
    let commands: Vec<Option<String>> =
        lines.iter().map(|line| line.command.as_ref().map(|command| style.words.message(command))).collect();
    let has_command = lines.iter().zip(&texts).filter(|(line, _)| line.command.is_some());
    let widest = has_command.map(|(line, text)| before(line) + width(text)).max().unwrap_or_default();
    let has_column = commands.iter().flatten().all(|command| beside(widest, command));
    for ((line, text), command) in lines.iter().zip(&texts).zip(&commands) {
        let mark = line.mark.map(|mark| format!("{} ", sign(mark, style.palette))).unwrap_or_default();
        let end = before(line) + width(text);
        match command {
            Some(command) if beside(end, command) => {
                let command = style.palette.paint(style.palette.faint(), command);
                let pad = " ".repeat(BETWEEN + if has_column { widest - end } else { 0 });
                writeln!(out, " {mark}{}{pad}{command}", parted(text, style))?;
            }
            _ => {
                let room = style.width.saturating_sub(before(line) + 1);
                for (place, part) in wrap(text, room, style.words.language.tongue()).iter().enumerate() {
                    let lead = if place == 0 { mark.clone() } else { " ".repeat(before(line) - 1) };
                    writeln!(out, " {lead}{}", parted(part, style))?;
                }
                write_command(command.as_deref(), style, out)?;
            }
        }
    }
    Ok(())
}

fn write_fields(
    fields: &[(Label<'_>, Cell<'_>)],
    steps: usize,
    style: &Style<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let fields: Vec<(String, String)> = fields
        .iter()
        .map(|(label, cell)| (style.words.label(label), style.words.painted(cell, style.palette)))
        .collect();
    write_pairs(&fields, steps, style, out)
}

/// Writes numbers with what they are called: on one line, or below each other where they have a second line.
fn write_summary(figures: &[Figure<'_>], style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    let parts = |figure: &Figure<'_>| {
        let mark = figure.mark.map(|mark| format!("{} ", sign(mark, style.palette))).unwrap_or_default();
        (style.words.label(&figure.label), format!("{mark}{}", style.words.cell(&figure.value)))
    };
    if figures.iter().all(|figure| figure.change.is_none()) {
        let told: Vec<String> = figures
            .iter()
            .map(parts)
            .map(|(label, value)| format!("{label}: {}", value.replace(' ', "\u{a0}")))
            .collect();
        return write_plain(&told.join(BETWEEN), style, out);
    }
    let widest = figures.iter().map(|figure| width(&parts(figure).1)).max().unwrap_or_default();
    let line = |figure: &Figure<'_>| {
        let (label, value) = parts(figure);
        let change = figure.change.as_ref().map(|text| style.words.message(text)).filter(|text| !text.is_empty());
        let pad = " ".repeat(widest.saturating_sub(width(&value)));
        (label, change.map(|text| format!("{value}{pad}  {text}")).unwrap_or(value))
    };
    write_pairs(&figures.iter().map(line).collect::<Vec<_>>(), 0, style, out)
}

/// Writes labels with what each names beside it, or below it where it is long; some steps in from the left.
fn write_pairs(fields: &[(String, String)], steps: usize, style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    let tongue = style.words.language.tongue();
    let room = style.width.saturating_sub(steps);
    let begin = " ".repeat(steps);
    let most = WIDEST_LABEL.min(room / 3);
    let widest = fields.iter().map(|(label, _)| width(label)).filter(|width| *width <= most).max().unwrap_or(most);
    let beside = widest + 3;
    for (label, text) in fields {
        let is_long = width(label) > widest;
        // A value with a word that has no room beside its label stands below it, from the left.
        let below = widest_words(text, tongue).1 > room.saturating_sub(beside);
        let indent = if below { 3 } else { beside };
        let mut lines = wrap(text, room.saturating_sub(indent), tongue).into_iter().map(|line| parted(&line, style));
        let pad = " ".repeat(widest.saturating_sub(width(label)));
        if is_long || below {
            for label in wrap(label, room.saturating_sub(1), tongue) {
                writeln!(out, "{begin} {label}")?;
            }
        } else {
            writeln!(out, "{}", format!("{begin} {label}{pad}  {}", lines.next().unwrap_or_default()).trim_end())?;
        }
        for line in lines {
            writeln!(out, "{begin}{}{line}", " ".repeat(indent))?;
        }
    }
    Ok(())
}

/// Writes a table, all its parts in the same columns, or all of them row by row.
fn write_table(
    table: Table<'_>,
    hidden: &dyn Fn(String) -> String,
    style: &Style<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    if let Some(head) = table.headed.filter(|_| !table.rows.is_empty()) {
        return write_parts(&by_themselves(&table, head), style, out);
    }
    let keeps_words = table.keeps_words;
    let parts: Vec<(Option<Cell<'_>>, Drawn<'_>)> = in_whole_parts(table, &style.words)
        .into_iter()
        .map(|(heading, table)| (heading, Drawn::new(table, style)))
        .collect();
    let needed = needed(&parts, style);
    let has_room = needed.iter().map(|column| column.words + PADDING).sum::<usize>() <= style.width;
    let fit = if keeps_words && !has_room { Fit::Blocks } else { fit(&needed, style.width, WIDE_WORD) };
    for (heading, part) in &parts {
        if let Some(heading) = heading {
            writeln!(out)?;
            for line in wrap(&style.words.cell(heading), style.width.saturating_sub(1), style.words.language.tongue()) {
                writeln!(out, " {}", style.palette.paint(style.palette.strong(), &line))?;
            }
        }
        match &fit {
            _ if part.rows.is_empty() => {
                write_plain(&style.words.language.text(part.when_empty), style, out)?;
                let command = part.command_when_empty.map(|command| style.words.language.text(command));
                write_command(command.as_deref(), style, out)?;
            }
            Fit::Columns(widths) => write_columns(widths, part, style, out)?,
            Fit::Blocks => write_blocks(part, style, out)?,
        }
    }
    let Some((_, first)) = parts.first() else { return Ok(()) };
    let is_left_out = |place: usize| match &fit {
        Fit::Columns(widths) => widths[place].is_none(),
        Fit::Blocks => first.columns[place].dispensable > 0,
    };
    let says = |place: usize| parts.iter().any(|(_, part)| part.rows.iter().any(|row| !row.cells[place].is_empty()));
    let is_hidden = |place: &usize| is_left_out(*place) && says(*place);
    let names: Vec<&str> = (0..first.columns.len()).filter(is_hidden).map(|place| &*first.headings[place]).collect();
    if names.is_empty() { Ok(()) } else { write_hidden(&hidden(names.join(", ")), style, out) }
}

/// A part of a table in words.
struct Drawn<'r> {
    headings: Vec<String>,
    columns: Vec<Column<'r>>,
    rows: Vec<DrawnRow>,
    tells_itself: bool,
    when_empty: Key,
    command_when_empty: Option<Key>,
}

/// A row in words, and which of its cells say what the row above it says.
struct DrawnRow {
    cells: Vec<String>,
    again: Vec<usize>,
}

impl<'r> Drawn<'r> {
    fn new(table: Table<'r>, style: &Style<'_>) -> Self {
        let shown: Vec<(usize, Column<'r>)> =
            table.for_people().into_iter().map(|(place, column)| (place, column.clone())).collect();
        let again = said_again(&table).into_iter().chain(std::iter::repeat(Vec::new()));
        let row = |(row, again): (Vec<Cell<'_>>, Vec<usize>)| DrawnRow {
            cells: shown
                .iter()
                .map(|(place, _)| joined(shortened(style.words.painted(&row[*place], style.palette)), style))
                .collect(),
            again: (0..shown.len()).filter(|place| again.contains(&shown[*place].0)).collect(),
        };
        let rows = table.rows.iter().chain(table.totals.iter().cloned()).zip(again).map(row).collect();
        Self {
            headings: shown.iter().map(|(_, column)| style.words.label(&column.label)).collect(),
            columns: shown.into_iter().map(|(_, column)| column).collect(),
            rows,
            tells_itself: table.tells_itself,
            when_empty: table.when_empty,
            command_when_empty: table.command_when_empty,
        }
    }
}

/// How much room each column takes in all parts of a table, with its heading. The heading of numbers may break; numbers may not.
fn needed(parts: &[(Option<Cell<'_>>, Drawn<'_>)], style: &Style<'_>) -> Vec<Needed> {
    let tongue = style.words.language.tongue();
    let Some((_, first)) = parts.first() else { return Vec::new() };
    let needed = |(place, column): (usize, &Column<'_>)| {
        let heading = if first.tells_itself { "" } else { &*first.headings[place] };
        let (mut words, mut least) = widest_words(heading, tongue);
        let mut whole = width(heading);
        for cell in parts.iter().flat_map(|(_, part)| &part.rows).map(|row| &row.cells[place]) {
            whole = whole.max(cell.lines().map(width).max().unwrap_or_default());
            let is_number = column.is_number() && cell.contains(|sign: char| sign.is_ascii_digit());
            let own = if is_number { (width(cell), width(cell)) } else { widest_words(cell, tongue) };
            (words, least) = (words.max(own.0), least.max(own.1));
        }
        // What no column has room for is broken where it must be.
        let least = least.min(style.width.saturating_sub(PADDING));
        Needed { whole, words, least, dispensable: column.dispensable }
    };
    first.columns.iter().enumerate().map(needed).collect()
}

/// Writes a part of a table in columns of some widths.
fn write_columns(widths: &[Option<usize>], part: &Drawn<'_>, style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    let tongue = style.words.language.tongue();
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(presets::NOTHING);
    // The lines are made already.
    drawn.set_content_arrangement(ContentArrangement::Disabled);
    // Colours are in the cells already, or not wanted: comfy-table writes escapes of its own otherwise.
    drawn.force_no_tty();
    let line = |cells: &[&str], paint: &dyn Fn(String) -> String| -> Row {
        let shown = cells.iter().zip(widths).filter_map(|(cell, width)| Some((cell, (*width)?)));
        let broken = shown.map(|(cell, width)| wrap(cell, width, tongue).into_iter().map(paint).collect::<Vec<_>>());
        Row::from(broken.map(|lines| parted(&lines.join("\n"), style)).collect::<Vec<_>>())
    };
    let heading = |line: String| style.palette.paint(style.palette.heading(), &line);
    if !part.tells_itself {
        drawn.set_header(line(&part.headings.iter().map(String::as_str).collect::<Vec<_>>(), &heading));
    }
    for row in &part.rows {
        let cell = |(place, cell)| if row.again.contains(&place) { "" } else { String::as_str(cell) };
        drawn.add_row(line(&row.cells.iter().enumerate().map(cell).collect::<Vec<_>>(), &|line| line));
    }
    let shown = part.columns.iter().zip(widths).filter(|(_, width)| width.is_some());
    for (place, (column, _)) in shown.enumerate() {
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

/// Writes what is essential of each row by itself, as labels and values, the first of them what it is called. What several rows say the same is said
/// once, with them a step below it; what the rows come to stands last.
fn write_blocks(part: &Drawn<'_>, style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    let once: Vec<usize> = (0..part.columns.len()).filter(|place| part.columns[*place].is_said_once).collect();
    for (at, row) in part.rows.iter().enumerate() {
        // How far down something stands is told by columns alone.
        let cell = |place: usize| row.cells[place].trim_start_matches('\u{a0}').to_owned();
        let pair = |place: usize| (part.headings[place].clone(), cell(place));
        let is_said = |place: &usize| {
            part.columns[*place].dispensable == 0 && !row.cells[*place].is_empty() && !row.again.contains(place)
        };
        let shared: Vec<(String, String)> = once.iter().copied().filter(is_said).map(pair).collect();
        let mut own: Vec<(String, String)> =
            (0..row.cells.len()).filter(|place| !once.contains(place)).filter(is_said).map(pair).collect();
        if let Some((_, name)) = own.first_mut() {
            *name = style.palette.paint(style.palette.strong(), name);
        }
        if at > 0 {
            writeln!(out)?;
        }
        write_pairs(&shared, 0, style, out)?;
        write_pairs(&own, if once.is_empty() { 0 } else { 2 }, style, out)?;
    }
    Ok(())
}

/// Writes the command that is of use where something was said.
fn write_command(command: Option<&str>, style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    command.map_or(Ok(()), |command| writeln!(out, "   {}", style.palette.paint(style.palette.faint(), command)))
}

/// Writes a sentence of its own.
fn write_plain(text: &str, style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    for line in wrap(text, style.width.saturating_sub(2), style.words.language.tongue()) {
        writeln!(out, " {line}")?;
    }
    Ok(())
}

/// Writes parts of a record, each under what it is called, with the id that it goes by.
fn write_parts(parts: &[Part<'_>], style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    /// How far within its heading a part stands.
    const WITHIN: usize = 2;
    let is_apart = parts.iter().any(|part| !part.fields.is_empty());
    for (place, part) in parts.iter().enumerate() {
        if place > 0 && is_apart {
            writeln!(out)?;
        }
        let called = part.called.as_ref().map(|called| style.words.cell(called)).unwrap_or_default();
        let mut lines = wrap(&called, style.width.saturating_sub(2), style.words.language.tongue());
        let id = style.words.element_id(&part.id, style.palette);
        let room = style.width.saturating_sub(width(&id) + 3);
        let strong = |line: &String| style.palette.paint(style.palette.strong(), line);
        let last = lines.pop_if(|line| line.is_empty() || width(line) <= room);
        for line in &lines {
            writeln!(out, " {}", strong(line))?;
        }
        match last.filter(|last| !last.is_empty()) {
            Some(last) => writeln!(out, " {} {id}", strong(&last))?,
            None => writeln!(out, " {id}")?,
        }
        write_fields(&part.fields, WITHIN, style, out)?;
    }
    Ok(())
}

/// Says what there is no room for: it is not left out in silence.
fn write_hidden(text: &str, style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    for line in wrap(text, style.width.saturating_sub(2), style.words.language.tongue()) {
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
