//! Workbooks (Office Open XML, ECMA-376): a sheet for each table, and before them one for all else that the document says.

use super::by_name::by_name;
use super::format::{Escaping, Format, Layout, RowSource};
use super::palette::shape;
use super::{Style, unread};
use crate::exchange::Datum;
use crate::exchange::workbook::{Book, Content as Held, Ground, Look, Origin, Rows, Sheet};
use crate::language::{Language, rounded_share};
use crate::message::{Key, say};
use crate::model::Trend;
use crate::report::{Block, Cell, Document, Figure, Line, Mark, Table};
use std::io::{self, Write};

/// A workbook, as Excel and LibreOffice open it.
pub const XLSX: Format =
    Format { document: Some(write), tables: Some(write_tables), ..Format::new("xlsx", Escaping::Packed, Layout::Book) };

/// What stands between the parts of a title.
const BETWEEN: &str = " · ";

fn write(document: Document<'_>, style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    let title: Vec<String> =
        document.title.iter().map(|cell| plain(style, cell)).filter(|part| !part.is_empty()).collect();
    let title = title.join(BETWEEN);
    let no_money = style.words.language.money(0, style.words.currency);
    let mut book = Book::new(&title, &no_money, &style.origin);
    let (mut before, mut tables) = (Vec::new(), Vec::new());
    let mut heading: Option<String> = None;
    for block in document.blocks.into_iter().filter(|block| !block.is_for_operator()) {
        match block {
            Block::Heading(label) => heading = Some(style.words.label(&label)),
            Block::Table(table) => tables.push((heading.clone(), table)),
            Block::Graph(_) => {}
            other => before.push((heading.clone(), other)),
        }
    }
    for (heading, table) in tables.iter().filter(|(_, table)| table.rows.is_empty()) {
        before.push((heading.clone(), Block::Line(Line::new(table.when_empty))));
    }
    if !before.is_empty() {
        let sheet = book.sheet(&style.words.language.text(say::SHEET_OVERVIEW))?;
        write_overview(&title, before, style, sheet)?;
    }
    for (heading, table) in tables {
        let sheet = book.sheet(heading.as_deref().unwrap_or(&title))?;
        write_table(table, style, sheet)?;
    }
    book.save(out)
}

/// All that is not in a table, in the order in which it is said: what each is, what it is, and what else is to be known.
fn write_overview(
    title: &str,
    blocks: Vec<(Option<String>, Block<'_>)>,
    style: &Style<'_>,
    mut sheet: Sheet<'_>,
) -> io::Result<()> {
    let mut row = 0;
    sheet.put((row, 0), &Held::text(title), Look { is_large: true, ..Look::default().strong() })?;
    let mut under = None;
    let is_notice = |block: &Block<'_>| matches!(block, Block::Line(line) if line.text.key() == notice_key());
    for (heading, block) in blocks {
        row += 1;
        if is_notice(&block) {
            // It is of all of it.
            row += 1;
        } else if heading != under {
            row += 1;
            let text = heading.as_deref().unwrap_or(title);
            sheet.put((row, 0), &Held::text(text), Look::heading())?;
            for column in 1..=2 {
                sheet.put((row, column), &Held::Empty, Look::heading())?;
            }
            row += 1;
            under = heading;
        }
        match block {
            Block::Summary(figures) => {
                for figure in &figures {
                    write_figure(row, figure, style, &mut sheet)?;
                    row += 1;
                }
            }
            Block::Line(line) => write_line(row, &line, style, &mut sheet)?,
            Block::Unread(unread) => write_line(row, &unread::line(unread), style, &mut sheet)?,
            Block::Fields(fields) => {
                for (label, cell) in &fields {
                    sheet.put((row, 0), &Held::text(style.words.label(label)), Look::default().strong())?;
                    let (held, look) = held(cell, style);
                    sheet.put((row, 1), &held, look)?;
                    row += 1;
                }
                row = row.saturating_sub(1);
            }
            Block::Heading(_) | Block::Table(_) | Block::Graph(_) => {}
        }
    }
    sheet.finish()
}

/// The key of what every report carries.
fn notice_key() -> Key {
    say::notice::<Cell<'_>>(Cell::Empty).key()
}

fn write_figure(row: u32, figure: &Figure<'_>, style: &Style<'_>, sheet: &mut Sheet<'_>) -> io::Result<()> {
    sheet.put((row, 0), &Held::text(style.words.label(&figure.label)), Look::default().strong())?;
    let (held, look) = held(&figure.value, style);
    let look = figure.mark.map_or(look, |mark| marked(mark, look));
    sheet.put((row, 1), &held, look)?;
    if let Some(change) = &figure.change {
        sheet.put((row, 2), &Held::text(style.words.message(change)), Look { indent: 1, ..Look::default() })?;
    }
    Ok(())
}

fn write_line(row: u32, line: &Line<'_>, style: &Style<'_>, sheet: &mut Sheet<'_>) -> io::Result<()> {
    let look = line.mark.map_or(Look::default(), |mark| marked(mark, Look::default()));
    sheet.put((row, 0), &Held::text(style.words.message(&line.text)), look)
}

/// A table with its heads, which choose among its rows, and what the rows come to below them.
fn write_table(table: Table<'_>, style: &Style<'_>, mut sheet: Sheet<'_>) -> io::Result<()> {
    let table = by_name(table, &style.words);
    // What can least be done without stands first, so that a page has it.
    let mut places: Vec<usize> = (0..table.columns.len()).collect();
    places.sort_by_key(|place| table.columns[*place].dispensable);
    let read = table.columns.iter().filter(|column| !column.is_for_programs()).count();
    let printed = u16::try_from(read).unwrap_or(u16::MAX);
    let columns: Vec<(u16, usize)> = (0..).zip(places).collect();
    let full = || io::Error::other(style.words.language.text(say::SHEET_FULL));
    let last =
        u32::try_from(table.rows.len()).ok().filter(|last| last.saturating_add(4) < MOST_ROWS).ok_or_else(full)?;
    let width = u16::try_from(columns.len()).ok().filter(|width| *width <= MOST_COLUMNS).ok_or_else(full)?;
    let mut heads: Vec<String> = Vec::new();
    for (column, place) in &columns {
        let own = &table.columns[*place];
        let look = Look { is_to_right: own.is_number(), ..Look::heading() };
        let label = style.words.label(&own.label);
        // Whoever pivots chooses columns by their heads.
        let alike = heads.iter().filter(|head| **head == label).count();
        let head = if alike == 0 { label.clone() } else { format!("{label} ({})", alike + 1) };
        heads.push(label);
        sheet.put((0, *column), &Held::text(head), look)?;
    }
    let lines = (1..).zip(table.rows.iter().map(|row| (row, false)));
    let totals = (last + 2..).zip(table.totals.iter().cloned().map(|row| (row, true)));
    for (at, (row, is_total)) in lines.chain(totals) {
        for (column, place) in &columns {
            let Some(cell) = row.get(*place) else { continue };
            let (held, look) = held(cell, style);
            sheet.put((at, *column), &held, if is_total { look.strong() } else { look })?;
        }
    }
    let more = |count: usize| style.words.language.say(say::sheet_more_columns(count));
    let end = if table.totals.is_empty() { last } else { last + 1 + u32::try_from(table.totals.len()).unwrap_or(0) };
    sheet.finish_table(Rows { head: 0, last, end, columns: width, printed, more: &more })
}

/// How many rows and columns a sheet has (ECMA-376, 18.18.7).
const MOST_ROWS: u32 = 1_048_576;
const MOST_COLUMNS: u16 = 16_384;

/// What a cell holds, and how it looks: numbers and days as such, and everything else in words, without the signs that are
/// for the eye.
fn held<'c>(cell: &'c Cell<'_>, style: &Style<'_>) -> (Held<'c>, Look) {
    let words = &style.words;
    let content = match cell {
        Cell::Empty => Held::Empty,
        Cell::Integer(number) => Held::Count(*number),
        Cell::Ordinal(number) => Held::Ordinal(*number),
        Cell::Counted(ids) if words.ids => Held::text(ids.join(", ")),
        Cell::Counted(ids) => Held::Count(i64::try_from(ids.len()).unwrap_or(i64::MAX)),
        Cell::Number(number) | Cell::Bar(number, _) => Held::Number(*number),
        Cell::Measured(number, unit) => Held::Measured(*number, (&**unit).into()),
        Cell::Share(share) => Held::Share(rounded_share(*share, 1000.0)),
        Cell::Money(amount) => Held::Money(*amount),
        Cell::Day(day) | Cell::NearDay(day) => Held::Day(*day),
        Cell::Trend(trend) => Held::text(words.language.choice(Trend::CHOICES.name, trend.code())),
        Cell::Marked(mark, inner) => {
            let (content, look) = held(inner, style);
            return (content, marked(*mark, look));
        }
        Cell::Indented(steps, inner) => {
            let (content, look) = held(inner, style);
            return (content, Look { indent: u8::try_from(*steps).unwrap_or(u8::MAX), ..look });
        }
        other => Held::text(plain(style, other)),
    };
    (content, Look::default())
}

/// A look with a mark: a ground and a sign.
fn marked(mark: Mark, look: Look) -> Look {
    let ground = match mark {
        Mark::Good => Ground::Good,
        Mark::Watch => Ground::Watch,
        Mark::Bad => Ground::Bad,
        Mark::Unknown => Ground::Unknown,
    };
    Look { ground, sign: Some(shape(mark)), ..look }
}

/// A cell in words that are sorted and counted, with spaces that lines break at.
fn plain(style: &Style<'_>, cell: &Cell<'_>) -> String {
    style.words.cell(cell).replace(['\u{a0}', '\u{202f}'], " ")
}

/// The register as a whole: a sheet for each of its tables, as programs read them.
fn write_tables(
    tables: &[(String, &dyn RowSource)],
    words: &Language,
    origin: &Origin<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let more = |count: usize| words.say(say::sheet_more_columns(count));
    let mut book = Book::new(origin.publisher, &words.money(0, ""), origin);
    for (name, source) in tables {
        let mut sheet = book.sheet(name)?;
        let header = source.header();
        let width = u16::try_from(header.len()).unwrap_or(u16::MAX);
        for (column, name) in (0..).zip(header) {
            sheet.put((0, column), &Held::text(name), Look::heading())?;
        }
        let mut row = 0;
        let mut failed = None;
        source.each(0..source.count(), &mut |data| {
            row += 1;
            for (column, datum) in (0..).zip(data) {
                if failed.is_none() {
                    failed = sheet.put((row, column), &of_datum(datum), Look::default()).err();
                }
            }
        });
        match failed {
            Some(_) if row >= MOST_ROWS => return Err(io::Error::other(words.text(say::SHEET_FULL))),
            Some(error) => return Err(error),
            None => {}
        }
        sheet.finish_table(Rows { head: 0, last: row, end: row, columns: width, printed: width, more: &more })?;
    }
    book.save(out)
}

fn of_datum<'d>(datum: &'d Datum<'_>) -> Held<'d> {
    match datum {
        Datum::Empty => Held::Empty,
        Datum::Text(text) => Held::Text((&**text).into()),
        Datum::Integer(number) => Held::Ordinal(*number),
        Datum::Number(number) => Held::Number(*number),
        Datum::Day(day) => Held::Day(*day),
        Datum::Flag(_) | Datum::Term(_) => {
            let mut text = String::new();
            datum.push_to(&mut text);
            Held::text(text)
        }
    }
}
