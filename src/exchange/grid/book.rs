//! Workbooks, as calamine reads them: what they hold is looked at before, so that nothing is made room for that is not there.

use super::archive::Archive;
use super::filling::{Filling, number_held, text_held};
use super::held::{Form, Grid, Grids, Held};
use super::limits::{GridError, Limits};
use super::{ods, xls};
use crate::model::Day;
use calamine::{
    Data, DataRef, Ods, OdsError, Reader, Sheet, SheetType, SheetVisible, Xls, XlsError, Xlsb, Xlsx, XlsxError,
};
use memchr::memmem;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

type Bytes<'b> = Cursor<&'b [u8]>;

/// Reads a workbook that is a zip.
pub(super) fn zipped(bytes: &[u8], limits: &Limits) -> Result<Grids, GridError> {
    let mut archive = Archive::open(bytes, limits)?;
    let sort = archive.part("mimetype")?;
    if sort.starts_with(b"application/vnd.oasis.opendocument.spreadsheet") {
        // What is encrypted is no text to be looked at.
        if memmem::find(&archive.part("META-INF/manifest.xml")?, b"encryption-data").is_some() {
            return Err(GridError::Encrypted);
        }
        ods::refuse_repeated(&archive.part("content.xml")?, limits)?;
        return caught(|| {
            whole::<Ods<Bytes<'_>>>(bytes, Form::Ods, limits, |error| matches!(error, OdsError::Password))
        });
    }
    if archive.has("xl/workbook.bin") {
        return caught(|| whole::<Xlsb<Bytes<'_>>>(bytes, Form::Xlsb, limits, |_| false));
    }
    if archive.has("xl/workbook.xml") || archive.has("_rels/.rels") && !archive.has("word/document.xml") {
        return caught(|| xlsx(bytes, limits));
    }
    Err(GridError::NotASpreadsheet)
}

/// Reads a workbook of Excel 97.
pub(super) fn old(bytes: &[u8], limits: &Limits) -> Result<Grids, GridError> {
    caught(|| {
        xls::refuse_wide(bytes, limits)?;
        whole::<Xls<Bytes<'_>>>(bytes, Form::Xls, limits, |error| matches!(error, XlsError::Password))
    })
}

/// What is read, or that the file is broken: a reader that meets what it never expected gives up in a panic, which is no reason
/// for the program to.
fn caught(read: impl FnOnce() -> Result<Grids, GridError>) -> Result<Grids, GridError> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(GridError::damaged("panic")))
}

/// A workbook whose cells come one after the other.
fn xlsx(bytes: &[u8], limits: &Limits) -> Result<Grids, GridError> {
    let refused = |error: XlsxError| match error {
        XlsxError::Password => GridError::Encrypted,
        error => GridError::damaged(error),
    };
    let mut book: Xlsx<Bytes<'_>> = Xlsx::new(Cursor::new(bytes)).map_err(refused)?;
    let mut filling = Filling::new(limits);
    let mut sheets = Vec::new();
    for sheet in book.sheets_metadata().to_vec() {
        let Some(mut grid) = begun(&sheet) else { continue };
        filling.sheet(sheets.len())?;
        for merged in book.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default() {
            let corner = |(row, column): (u32, u32)| (row as usize, column as usize);
            filling.merge(&mut grid, corner(merged.start), corner(merged.end))?;
        }
        let mut cells = book.worksheet_cells_reader(&sheet.name).map_err(refused)?;
        while let Some(cell) = cells.next_cell().map_err(refused)? {
            let (row, column) = cell.get_position();
            filling.put(&mut grid, row as usize, column as usize, held_now(cell.get_value()))?;
        }
        sheets.push(grid);
    }
    Ok(Grids { form: Form::Xlsx, sheets })
}

/// A workbook whose sheets come as a whole each.
fn whole<'b, R: Reader<Bytes<'b>>>(
    bytes: &'b [u8],
    form: Form,
    limits: &Limits,
    has_password: fn(&R::Error) -> bool,
) -> Result<Grids, GridError> {
    let refused = |error: R::Error| {
        if has_password(&error) { GridError::Encrypted } else { GridError::damaged(format!("{error:?}")) }
    };
    let mut book = R::new(Cursor::new(bytes)).map_err(refused)?;
    let mut filling = Filling::new(limits);
    let mut sheets = Vec::new();
    for sheet in book.sheets_metadata().to_vec() {
        let Some(mut grid) = begun(&sheet) else { continue };
        filling.sheet(sheets.len())?;
        let range = book.worksheet_range(&sheet.name).map_err(refused)?;
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, data) in range.used_cells() {
            filling.put(&mut grid, row + top as usize, column + left as usize, held(data))?;
        }
        sheets.push(grid);
    }
    Ok(Grids { form, sheets })
}

/// What stands where a formula went wrong (ECMA-376, 18.17.3).
const ERRORS: [&str; 7] = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];

/// A sheet without cells; nothing of what is no sheet of cells.
fn begun(sheet: &Sheet) -> Option<Grid> {
    let is_hidden = sheet.visible != SheetVisible::Visible;
    (sheet.typ == SheetType::WorkSheet).then(|| Grid::named(sheet.name.clone(), is_hidden))
}

fn held_now(data: &DataRef<'_>) -> Held {
    match data {
        DataRef::SharedString(text) => text_held(text),
        other => held(&Data::from(other.clone())),
    }
}

fn held(data: &Data) -> Held {
    match data {
        Data::Empty => Held::Empty,
        // LibreOffice saves what a formula came to as text, also where it went wrong.
        Data::String(text) if ERRORS.contains(&text.trim()) => Held::Error(text.trim().to_owned()),
        Data::String(text) => text_held(text),
        #[allow(clippy::cast_precision_loss)]
        Data::Int(number) => number_held(*number as f64),
        Data::Float(number) => number_held(*number),
        Data::Bool(flag) => Held::Flag(*flag),
        // How long something takes is no day.
        Data::DateTime(moment) if moment.is_duration() => number_held(moment.as_f64()),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            let day = Day::new(i32::from(year), u32::from(month), u32::from(day));
            day.map_or_else(|| number_held(moment.as_f64()), Held::Day)
        }
        Data::DateTimeIso(text) => {
            text.get(..10).and_then(|day| day.parse().ok()).map_or_else(|| text_held(text), Held::Day)
        }
        Data::DurationIso(text) => text_held(text),
        Data::Error(error) => Held::Error(error.to_string()),
    }
}
