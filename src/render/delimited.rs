//! CSV (RFC 4180) and TSV: one header row, then one row a record.

use super::Style;
use super::by_name::by_name;
use super::format::{Escaping, Format, Layout, RowSource};
use super::words::{data, push_data};
use crate::exchange::{BETWEEN, Datum};
use crate::language::Language;
use crate::message::columns;
use crate::personal_data::mask;
use crate::report::{Block, Cell, Document, Rows, Table};
use rayon::prelude::*;
use std::borrow::Cow;
use std::io::{self, Write};
use std::ops::Range;

/// What stands between two fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Delimiter {
    /// `,`, as RFC 4180 has it.
    Comma,
    /// `;`, which a spreadsheet in a land with decimal commas expects.
    Semicolon,
    /// A tab, which hardly any text holds.
    Tab,
}

/// Comma-separated values (RFC 4180), for programs; for a spreadsheet where so asked.
pub const CSV: Format = Format {
    document: Some(|document, style, out| write(document, Delimiter::Comma, style, out)),
    rows: Some(|rows, spreadsheet, out| write_source(rows, Delimiter::Comma, spreadsheet, out)),
    ..Format::new("csv", Escaping::Plain, Layout::Rows)
};

/// Tab-separated values, for programs and for pasting into a spreadsheet.
pub const TSV: Format = Format {
    document: Some(|document, style, out| write(document, Delimiter::Tab, style, out)),
    rows: Some(|rows, spreadsheet, out| write_source(rows, Delimiter::Tab, spreadsheet, out)),
    ..Format::new("tsv", Escaping::Plain, Layout::Rows)
};

/// The document's first table. A document of fields alone gives its fields.
fn write(document: Document<'_>, delimiter: Delimiter, style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut fields = Vec::new();
    for block in document.blocks {
        match block {
            Block::Table(table) if fields.is_empty() && !table.is_excerpt => {
                return write_table(table, delimiter, style, out);
            }
            Block::Fields(own) => fields.extend(own),
            _ => {}
        }
    }
    let rows = fields.iter().map(|(label, cell)| vec![style.words.label(label), data(cell)]);
    let header = [columns::FIELD, columns::VALUE].map(|key| style.words.language.text(key));
    write_rows(&header, rows, delimiter, style.spreadsheet, out)
}

fn write_table(table: Table<'_>, delimiter: Delimiter, style: &Style<'_>, out: &mut dyn Write) -> io::Result<()> {
    if style.spreadsheet {
        let table = by_name(table, &style.words);
        let header: Vec<String> = table.columns.iter().map(|column| style.words.label(&column.label)).collect();
        let totals = table.totals.iter().filter(|_| style.totals).cloned();
        let rows = table.rows.iter().chain(totals);
        let rows = rows.map(|row| row.iter().map(|cell| spreadsheet_text(cell, style)).collect());
        return write_rows(&header, rows, Delimiter::Semicolon, true, out);
    }
    let mut writer = writer(delimiter, &mut *out);
    let shown = table.columns.iter().filter(|column| !column.for_people);
    writer.write_record(shown.map(|column| mask(&column.key).into_owned())).map_err(into_io)?;
    writer.flush()?;
    drop(writer);
    let ids = style.words.ids;
    // Many rows are made by several threads, a stretch of chunks at a time, and written in order.
    let chunks: Vec<Range<usize>> =
        (0..table.rows.len()).step_by(CHUNK).map(|start| start..table.rows.len().min(start + CHUNK)).collect();
    for stretch in chunks.chunks(STRETCH) {
        let made: Vec<io::Result<Vec<u8>>> = if table.rows.len() > CHUNK {
            stretch.par_iter().map(|chunk| chunk_text(&table, chunk.clone(), delimiter, ids)).collect()
        } else {
            stretch.iter().map(|chunk| chunk_text(&table, chunk.clone(), delimiter, ids)).collect()
        };
        for text in made {
            out.write_all(&text?)?;
        }
    }
    if style.totals {
        let sums = Table { rows: Rows::made(table.totals), columns: table.columns, totals: Vec::new(), ..table };
        out.write_all(&chunk_text(&sums, 0..sums.rows.len(), delimiter, ids)?)?;
    }
    out.flush()
}

/// How many rows are made into text at a time, and how many of those there are at once.
const CHUNK: usize = 1024;
const STRETCH: usize = 16;

fn chunk_text(table: &Table<'_>, chunk: Range<usize>, delimiter: Delimiter, ids: bool) -> io::Result<Vec<u8>> {
    let mut made = Vec::with_capacity(chunk.len() * 256);
    let mut writer = writer(delimiter, &mut made);
    let mut text = String::new();
    for place in chunk {
        for (column, cell) in table.columns.iter().zip(table.rows.at(place)) {
            if column.for_people {
                continue;
            }
            text.clear();
            match &cell {
                Cell::Counted(counted) if ids => text.push_str(&counted.join(BETWEEN)),
                cell => push_data(cell, &mut text),
            }
            if is_number(&cell) && !ids {
                writer.write_field(text.as_bytes()).map_err(into_io)?;
            } else {
                writer.write_field(mask(&text).as_bytes()).map_err(into_io)?;
            }
        }
        writer.write_record(None::<&[u8]>).map_err(into_io)?;
    }
    writer.flush()?;
    drop(writer);
    Ok(made)
}

/// Writes rows of texts under a header.
fn write_rows(
    header: &[String],
    rows: impl Iterator<Item = Vec<String>>,
    delimiter: Delimiter,
    spreadsheet: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let delimiter = if spreadsheet { Delimiter::Semicolon } else { delimiter };
    if spreadsheet {
        // Without it, a spreadsheet takes UTF-8 for something else.
        out.write_all("\u{feff}".as_bytes())?;
    }
    let mut writer = writer(delimiter, out);
    let text = |text: &String| if spreadsheet { guarded(text).into_owned() } else { mask(text).into_owned() };
    writer.write_record(header.iter().map(text)).map_err(into_io)?;
    for row in rows {
        writer.write_record(row.iter().map(text)).map_err(into_io)?;
    }
    writer.flush()
}

/// Writes rows that are made some at a time, by several threads where there are many, in their order.
fn write_source(
    rows: &dyn RowSource,
    delimiter: Delimiter,
    spreadsheet: Option<&Language>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let header = rows.header();
    let delimiter = if spreadsheet.is_some() { Delimiter::Semicolon } else { delimiter };
    write_rows(&header, std::iter::empty(), delimiter, spreadsheet.is_some(), out)?;
    let has_comma = spreadsheet.is_some_and(|language| language.number(0.5).contains(','));
    let is_spreadsheet = spreadsheet.is_some();
    let chunk_text = |chunk: &Range<usize>| -> io::Result<Vec<u8>> {
        let mut made = Vec::with_capacity(chunk.len() * 256);
        let mut writer = writer(delimiter, &mut made);
        let mut failed = None;
        let mut text = String::new();
        rows.each(chunk.clone(), &mut |row| {
            for datum in row {
                text.clear();
                datum.push_to(&mut text);
                let is_number = matches!(datum, Datum::Integer(_) | Datum::Number(_));
                let cell = match (is_spreadsheet, is_number) {
                    (false, true) => Cow::Borrowed(text.as_str()),
                    (false, false) => mask(&text),
                    (true, true) if has_comma => text.replace('.', ",").into(),
                    (true, true) => Cow::Borrowed(text.as_str()),
                    (true, false) => guarded(&text),
                };
                if failed.is_none() {
                    failed = writer.write_field(cell.as_bytes()).err();
                }
            }
            if failed.is_none() {
                failed = writer.write_record(None::<&[u8]>).err();
            }
        });
        if let Some(error) = failed {
            return Err(into_io(error));
        }
        writer.flush()?;
        drop(writer);
        Ok(made)
    };
    let chunks: Vec<Range<usize>> =
        (0..rows.count()).step_by(CHUNK).map(|start| start..rows.count().min(start + CHUNK)).collect();
    for stretch in chunks.chunks(STRETCH) {
        let made: Vec<io::Result<Vec<u8>>> = match stretch {
            [only] => vec![chunk_text(only)],
            several => several.par_iter().map(chunk_text).collect(),
        };
        for text in made {
            out.write_all(&text?)?;
        }
    }
    out.flush()
}

fn writer<W: Write>(delimiter: Delimiter, out: W) -> csv::Writer<W> {
    let byte = match delimiter {
        Delimiter::Comma => b',',
        Delimiter::Semicolon => b';',
        Delimiter::Tab => b'\t',
    };
    csv::WriterBuilder::new().delimiter(byte).terminator(csv::Terminator::CRLF).flexible(false).from_writer(out)
}

fn into_io(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn is_number(cell: &Cell<'_>) -> bool {
    matches!(
        cell,
        Cell::Integer(_)
            | Cell::Ordinal(_)
            | Cell::Counted(_)
            | Cell::Number(_)
            | Cell::Measured(..)
            | Cell::Share(_)
            | Cell::Money(_)
            | Cell::Bar(..)
    )
}

/// A cell as a spreadsheet in the user's language reads it: names for ids, a comma before decimals,
/// no signs that are not digits within a number.
fn spreadsheet_text(cell: &Cell<'_>, style: &Style<'_>) -> String {
    match cell {
        Cell::Counted(ids) if style.words.ids => ids.join(", "),
        cell if is_number(cell) => {
            let text = data(cell);
            if style.words.language.number(0.5).contains(',') { text.replace('.', ",") } else { text }
        }
        Cell::Day(_) | Cell::NearDay(_) => data(cell),
        // Signs are for the eye; here words are sorted and counted.
        Cell::Marked(_, inner) | Cell::Indented(_, inner) => spreadsheet_text(inner, style),
        cell => style.words.cell(cell).replace(['\u{a0}', '\u{202f}'], " "),
    }
}

/// Text as it may stand in a field: with personal data covered. What a spreadsheet would run gets an apostrophe in
/// front, so that it stays text.
fn guarded(text: &str) -> Cow<'_, str> {
    match mask(text) {
        Cow::Borrowed(text) => kept_as_text(text),
        Cow::Owned(text) => kept_as_text(&text).into_owned().into(),
    }
}

/// How long a text may be in a formula.
const LONGEST_IN_FORMULA: usize = 255;

/// A text as a spreadsheet shows it as it is. What it would take for a formula gets an apostrophe in front; what it would
/// take for a number or a day and write otherwise is given as a text.
fn kept_as_text(text: &str) -> Cow<'_, str> {
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let is_number = runs && text.replace(',', ".").parse::<f64>().is_ok();
    if runs && !is_number {
        return format!("'{text}").into();
    }
    if is_taken_for_other(text) && text.len() <= LONGEST_IN_FORMULA {
        return format!("=\"{text}\"").into();
    }
    text.into()
}

/// Whether a spreadsheet would take a text for a number or a day that it writes otherwise: `0580`, `2e5`, `1-maj`, `3/4`. A
/// day as ISO 8601 has it stays what it is.
fn is_taken_for_other(text: &str) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let has_zero = text.len() > 1 && text.starts_with('0') && is_digits(text);
    let is_long = text.len() > 15 && is_digits(text);
    let has_power = text.to_ascii_lowercase().split_once('e').is_some_and(|(number, power)| {
        let number = number.replace(['.', ','], "");
        is_digits(&number) && is_digits(power.trim_start_matches(['+', '-']))
    });
    let mut parts = text.split(['-', '/', ' ', '.', ':']);
    let (first, second) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let is_short = text.len() <= 12 && !second.is_empty() && parts.next().is_none_or(|third| third.len() <= 4);
    let is_day = is_short && is_digits(first) && first.len() <= 2 && second.chars().all(char::is_alphanumeric);
    // `jan-26`, and what it takes for true or false.
    let is_name = |text: &str| MONTHS.contains(&&*text.to_lowercase());
    let is_month = second.len() <= 4 && is_digits(second) && is_name(first);
    let is_part = text.strip_suffix('%').is_some_and(|number| is_digits(&number.trim_end().replace([',', '.'], "")));
    let is_flag = ["true", "false", "sant", "falskt"].contains(&&*text.to_lowercase());
    has_zero || is_long || has_power || is_day || is_month || is_part || is_flag
}

/// What the months are called, in the languages of spreadsheets here.
#[rustfmt::skip]
const MONTHS: [&str; 33] = [
    "jan", "feb", "mar", "apr", "maj", "may", "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dec",
    "januari", "februari", "mars", "april", "juni", "juli", "augusti", "september", "oktober", "november", "december",
    "january", "february", "march", "june", "july", "august", "october", "sept",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spreadsheet_runs_nothing() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-2", "-2"),
            ("-2,5", "-2,5"),
            ("- en punkt", "'- en punkt"),
            ("+46", "+46"),
            ("Ryd", "Ryd"),
            ("0580", "=\"0580\""),
            ("007", "=\"007\""),
            ("2e5", "=\"2e5\""),
            ("1-maj", "=\"1-maj\""),
            ("3/4", "=\"3/4\""),
            ("1 maj 2026", "=\"1 maj 2026\""),
            ("2026-05-01", "2026-05-01"),
            ("12 unga per kväll i veckan", "12 unga per kväll i veckan"),
            ("KS 2026-77", "KS 2026-77"),
            ("40", "40"),
            ("jan-26", "=\"jan-26\""),
            ("50%", "=\"50%\""),
            ("SANT", "=\"SANT\""),
            ("mars 2026", "=\"mars 2026\""),
            ("Maja 4", "Maja 4"),
            ("Marken 2026", "Marken 2026"),
        ] {
            assert_eq!(guarded(text), expected);
        }
    }
}
