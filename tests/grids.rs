//! Spreadsheet files as LibreOffice saves them are read as the workbook that they were saved from.

use crate::support::{Sandbox, has_all};
use register::exchange::grid::{Form, Grids, Held, Limits, Merged, cell_name, read};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use std::path::Path;

/// A sheet with all that a cell can hold, and more rows than a record of texts has room for.
fn fill(sheet: &mut Worksheet) {
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let moment = Format::new().set_num_format("d mmmm yyyy hh:mm");
    let amount = Format::new().set_num_format("#,##0 \"kr per medlem\"");
    sheet.merge_range(0, 0, 0, 4, "Insatser i Ryd", &Format::new()).unwrap();
    for (column, head) in ["Åtgärd", "Start", "Möte", "Belopp", "Klar", "Dubbelt", "Fel", "Lång"].iter().enumerate()
    {
        sheet.write(2, u16::try_from(column).unwrap(), *head).unwrap();
    }
    for row in 3..900_u32 {
        let text = format!("Nattvandring {row} – två kvällar\n{}", "å".repeat(row as usize % 97));
        sheet.write(row, 0, text).unwrap();
        let on = ExcelDateTime::from_ymd(2026, 9, 17).unwrap();
        sheet.write_with_format(row, 1, &on, &day).unwrap();
        sheet.write_with_format(row, 2, on.and_hms(23, 59, 59).unwrap(), &moment).unwrap();
        sheet.write_with_format(row, 3, f64::from(row) * 1.25 - 700.0, &amount).unwrap();
        sheet.write(row, 4, row % 2 == 0).unwrap();
        sheet
            .write(
                row,
                5,
                Formula::new(format!("=D{}*2", row + 1)).set_result(format!("{}", f64::from(row) * 2.5 - 1400.0)),
            )
            .unwrap();
    }
    sheet.write(3, 6, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.write(3, 7, "x".repeat(32_767)).unwrap();
    sheet.write(899, 30, "_x000D_ 🏘").unwrap();
}

fn saved(sandbox: &Sandbox) {
    let mut book = Workbook::new();
    fill(book.add_worksheet().set_name("Insatser 2026").unwrap());
    book.add_worksheet().set_name("Tom").unwrap();
    book.add_worksheet().set_name("Dold").unwrap().set_hidden(true).write(7, 1, "dold").unwrap();
    sandbox.write("book.xlsx", book.save_to_buffer().unwrap());
}

/// Has LibreOffice save the workbook as something else, and reads that.
fn converted(sandbox: &Sandbox, to: &str, file: &str) -> Grids {
    let profile = format!("-env:UserInstallation=file://{}", sandbox.path("profile").display());
    let mut command = sandbox.sealed("soffice");
    command.args(["--headless", &profile, "--convert-to", to, "--outdir", "saved", "book.xlsx"]);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    read_file(&sandbox.path("saved").join(file))
}

fn read_file(path: &Path) -> Grids {
    let bytes = std::fs::read(path).unwrap();
    read(path, &bytes, &Limits::default()).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn held_alike(one: &Grids, other: &Grids, at: &str) {
    assert_eq!(one.sheets.len(), other.sheets.len(), "{at}");
    for (one, other) in one.sheets.iter().zip(&other.sheets) {
        assert_eq!((&one.name, one.is_hidden), (&other.name, other.is_hidden), "{at}");
        assert_eq!((one.rows(), one.columns()), (other.rows(), other.columns()), "{at}");
        for (row, cells) in one.used_rows() {
            for (column, held) in cells.iter().enumerate() {
                let other = other.at(row, column);
                // LibreOffice saves true and false as the numbers that formulas of them come to.
                let is_flag =
                    matches!((held, other), (Held::Flag(flag), Held::Number(number)) if f64::from(*flag) == *number);
                assert!(held == other || is_flag, "{at}: {} {}: {held:?} {other:?}", one.name, cell_name(row, column));
            }
        }
    }
}

#[test]
fn what_libreoffice_saves_is_read_as_the_workbook() {
    if !has_all(&["soffice"]) {
        return;
    }
    let sandbox = Sandbox::empty();
    saved(&sandbox);
    let own = read_file(&sandbox.path("book.xlsx"));
    assert_eq!(own.form, Form::Xlsx);
    assert_eq!(own.sheets[0].merged, [Merged { first: (0, 0), last: (0, 4) }]);
    assert_eq!(*own.sheets[0].at(3, 2), Held::Day("2026-09-17".parse().unwrap()));
    assert_eq!(*own.sheets[0].at(3, 6), Held::Error("#DIV/0!".to_owned()));
    for (to, file, form) in [
        ("xlsx:Calc MS Excel 2007 XML", "book.xlsx", Form::Xlsx),
        ("xls:MS Excel 97", "book.xls", Form::Xls),
        ("ods", "book.ods", Form::Ods),
    ] {
        let other = converted(&sandbox, to, file);
        assert_eq!(other.form, form);
        held_alike(&own, &other, file);
    }
}

#[test]
fn what_libreoffice_saves_as_text_is_read_in_whichever_encoding() {
    if !has_all(&["soffice"]) {
        return;
    }
    let sandbox = Sandbox::empty();
    saved(&sandbox);
    let own = read_file(&sandbox.path("book.xlsx"));
    // Delimiter, quote and encoding, as the filter numbers them: UTF-8, Windows-1252, UTF-16.
    for (by, encoding) in [(';', 76), (',', 76), ('\t', 1), (';', 1), (';', 65_535)] {
        let to = format!("csv:Text - txt - csv (StarCalc):{},34,{encoding},1", u32::from(by));
        let other = converted(&sandbox, &to, "book.csv");
        assert_eq!(other.form, Form::Delimited { by }, "{to}");
        let grid = &other.sheets[0];
        assert_eq!(grid.rows(), own.sheets[0].rows(), "{to}");
        let texts =
            own.sheets[0].used_rows().flat_map(|(row, cells)| cells.iter().enumerate().map(move |cell| (row, cell)));
        for (row, (column, held)) in texts {
            // What Windows-1252 has no sign for is lost where the text was saved.
            if held.text().is_some_and(|text| !text.contains('🏘')) {
                assert_eq!(held, grid.at(row, column), "{to}: {}", cell_name(row, column));
            }
        }
    }
}
