//! Workbooks, as what is packed in them.

use regex::Regex;
use register::exchange::grid::{Grid, Limits, cell_name, read};
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// All that is packed in a workbook, as text.
pub fn parts_of(book: &[u8]) -> String {
    let mut packed = ZipArchive::new(Cursor::new(book)).unwrap();
    let mut text = String::new();
    for place in 0..packed.len() {
        packed.by_index(place).unwrap().read_to_string(&mut text).unwrap();
        text.push('\n');
    }
    text
}

/// A workbook with other things in some cells of a sheet, each by its name: numbers as such, and all else as text.
pub fn filled(book: &[u8], sheet: &str, cells: &[(String, String)]) -> Vec<u8> {
    let mut packed = ZipArchive::new(Cursor::new(book)).unwrap();
    let mut part = |name: &str| -> String {
        let mut text = String::new();
        packed.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let names = part("xl/workbook.xml");
    let named = Regex::new(r#"<sheet name="([^"]*)""#).unwrap();
    let place = named.captures_iter(&names).position(|own| &own[1] == sheet).unwrap();
    let path = format!("xl/worksheets/sheet{}.xml", place + 1);
    let mut xml = part(&path);
    for (cell, text) in cells {
        let own = Regex::new(&format!(r#"<c r="{cell}"( s="\d+")?[^>]*?(/>|>.*?</c>)"#)).unwrap();
        let look = own.captures(&xml).unwrap_or_else(|| panic!("{sheet} has no cell {cell}"));
        let look = look.get(1).map_or(String::new(), |look| look.as_str().to_owned());
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
        let new = match text.parse::<f64>() {
            Ok(number) => format!(r#"<c r="{cell}"{look}><v>{number}</v></c>"#),
            Err(_) if text.is_empty() => format!(r#"<c r="{cell}"{look}/>"#),
            Err(_) => {
                format!(r#"<c r="{cell}"{look} t="inlineStr"><is><t xml:space="preserve">{escaped}</t></is></c>"#)
            }
        };
        xml = own.replace(&xml, regex::NoExpand(&new)).into_owned();
    }
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..packed.len() {
        let entry = packed.by_index_raw(place).unwrap();
        let name = entry.name().unwrap().into_owned();
        if name == path {
            drop(entry);
            out.start_file(name, SimpleFileOptions::default()).unwrap();
            out.write_all(xml.as_bytes()).unwrap();
        } else {
            out.raw_copy_file(entry).unwrap();
        }
    }
    out.finish().unwrap().into_inner()
}

/// The names of the cells of a sheet's heads, and of its rows by what stands in the first column.
pub struct Sheet {
    grid: Grid,
}

impl Sheet {
    /// The sheet of that name.
    pub fn of(book: &[u8], name: &str) -> Self {
        let grids = read(Path::new("a.xlsx"), book, &Limits::default()).unwrap();
        let grid = grids.sheets.into_iter().find(|grid| grid.name == name);
        Self { grid: grid.unwrap_or_else(|| panic!("there is no sheet {name}")) }
    }

    /// The cell of the row that goes by an id, below a head; nothing where there is no such head.
    pub fn find(&self, id: &str, head: &str) -> Option<String> {
        let at = |row: usize, column: usize| self.grid.at(row, column).text();
        let column = (0..self.grid.columns()).find(|column| at(0, *column) == Some(head))?;
        let row = (1..self.grid.rows()).find(|row| at(*row, 0) == Some(id));
        Some(cell_name(row.unwrap_or_else(|| panic!("no row {id}")), column))
    }

    /// The same, where there is such a head.
    pub fn cell(&self, id: &str, head: &str) -> String {
        self.find(id, head).unwrap_or_else(|| panic!("no head {head}"))
    }

    /// The ids of its rows.
    pub fn ids(&self) -> Vec<String> {
        (1..self.grid.rows()).filter_map(|row| self.grid.at(row, 0).text().map(str::to_owned)).collect()
    }
}
