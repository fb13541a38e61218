//! Files that nobody should have: each ends in cells or in an error, soon and in little memory.

use super::*;
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use std::io::{Cursor, Write as _};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn read_as(name: &str, bytes: &[u8]) -> Result<Grids, GridError> {
    read(Path::new(name), bytes, &Limits::default())
}

/// A zip of some files, packed or not.
fn zipped(files: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const RELATIONS: &str = "<Relationships><Relationship Id='a' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='xl/workbook.xml'/></Relationships>";
const BOOK: &str = "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet name='Insatser' sheetId='1' r:id='a'/></sheets></workbook>";
const OF_BOOK: &str = "<Relationships><Relationship Id='a' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' Target='worksheets/sheet1.xml'/>\
    <Relationship Id='b' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings' Target='sharedStrings.xml'/><Relationship Id='c' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles' Target='styles.xml'/></Relationships>";
const SHEET: &str = "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>46282</v></c></row></sheetData></worksheet>";
const STRINGS: &str = "<sst><si><t>Ryd</t></si></sst>";
const STYLES: &str = "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>";
const PARTS: [(&str, &str); 6] = [
    ("_rels/.rels", RELATIONS),
    ("xl/workbook.xml", BOOK),
    ("xl/_rels/workbook.xml.rels", OF_BOOK),
    ("xl/worksheets/sheet1.xml", SHEET),
    ("xl/sharedStrings.xml", STRINGS),
    ("xl/styles.xml", STYLES),
];

/// A small workbook in which some files are others, and with some more.
fn with(others: &[(&str, &[u8])]) -> Vec<u8> {
    let mut files: Vec<(&str, &[u8])> = PARTS.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    for (name, bytes) in others {
        match files.iter_mut().find(|(known, _)| known == name) {
            Some(file) => file.1 = bytes,
            None => files.push((name, bytes)),
        }
    }
    zipped(&files, CompressionMethod::Deflated)
}

/// A workbook as Excel writes one.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Insatser").unwrap();
    sheet.write(0, 0, "Åtgärd").unwrap();
    sheet.write(1, 0, "Nattvandring\ni Ryd").unwrap();
    sheet.write(1, 1, 12.5).unwrap();
    sheet.write(1, 2, true).unwrap();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    sheet.write_with_format(1, 3, ExcelDateTime::from_ymd(2026, 9, 17).unwrap(), &day).unwrap();
    sheet.write(1, 4, Formula::new("=B2*2").set_result("25")).unwrap();
    sheet.merge_range(3, 0, 4, 2, "Summa", &Format::new()).unwrap();
    book.add_worksheet().set_name("Dold").unwrap().set_hidden(true).write(0, 0, "x").unwrap();
    book.save_to_buffer().unwrap()
}

/// A container with a stream in it.
fn contained(name: &str, stream: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream(name).unwrap().write_all(stream).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

fn record(sort: u16, data: &[u8]) -> Vec<u8> {
    [&sort.to_le_bytes(), &u16::try_from(data.len()).unwrap().to_le_bytes(), data].concat()
}

#[test]
fn a_workbook_is_read() {
    for name in ["insatser.xlsx", "insatser.csv", "insatser"] {
        let grids = read_as(name, &workbook()).unwrap();
        assert_eq!(grids.form, Form::Xlsx);
        let [shown, hidden] = grids.sheets.as_slice() else { panic!("{grids:?}") };
        assert_eq!((&*shown.name, shown.is_hidden, &*hidden.name, hidden.is_hidden), ("Insatser", false, "Dold", true));
        assert_eq!(*shown.at(0, 0), Held::Text("Åtgärd".to_owned()));
        assert_eq!(
            shown.row(1),
            [
                Held::Text("Nattvandring\ni Ryd".to_owned()),
                Held::Number(12.5),
                Held::Flag(true),
                Held::Day("2026-09-17".parse().unwrap()),
                Held::Number(25.0)
            ]
        );
        assert_eq!(shown.merged, [Merged { first: (3, 0), last: (4, 2) }]);
        assert_eq!(*shown.at(3, 0), Held::Text("Summa".to_owned()));
    }
}

#[test]
fn what_is_no_spreadsheet_is_told_as_what_it_is() {
    let document = RELATIONS.replace("workbook", "document");
    let text = |text: &str| text.as_bytes().to_vec();
    let encrypted = [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>",
        ),
        ("content.xml", "not to be read"),
    ];
    let encrypted: Vec<(&str, &[u8])> = encrypted.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    for (what, bytes, expected) in [
        ("nothing", Vec::new(), GridError::Empty),
        ("space", text(" \r\n"), GridError::Empty),
        ("a page", text("<!DOCTYPE html>\n<table><tr><td>1"), GridError::Unsupported(Form::Page)),
        ("a page of Excel", text("\u{feff}<html xmlns:x=\"urn:x\"><head>"), GridError::Unsupported(Form::Page)),
        ("an archive of a page", text("MIME-Version: 1.0\r\nX: y"), GridError::Unsupported(Form::Page)),
        (
            "XML",
            text("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>"),
            GridError::Unsupported(Form::Xml),
        ),
        ("old", b"\x09\x04\x06\x00\0\0\x10\0".to_vec(), GridError::Unsupported(Form::OlderXls)),
        ("a PDF", text("%PDF-1.7\n"), GridError::NotASpreadsheet),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0".to_vec(), GridError::NotASpreadsheet),
        ("a zip", zipped(&[("readme.txt", b"x")], CompressionMethod::Stored), GridError::NotASpreadsheet),
        ("a zip of nothing", zipped(&[], CompressionMethod::Stored), GridError::NotASpreadsheet),
        (
            "a text",
            zipped(&[("_rels/.rels", document.as_bytes()), ("word/document.xml", b"<x/>")], CompressionMethod::Stored),
            GridError::NotASpreadsheet,
        ),
        ("encrypted", contained("EncryptedPackage", b"x"), GridError::Encrypted),
        ("an old text", contained("WordDocument", b"x"), GridError::NotASpreadsheet),
        ("encrypted, open", zipped(&encrypted, CompressionMethod::Deflated), GridError::Encrypted),
    ] {
        for name in ["x.xlsx", "x.xls", "x.csv", "x"] {
            assert_eq!(read_as(name, &bytes), Err(expected.clone()), "{what}");
        }
    }
    // Text is text whatever it is called.
    assert_eq!(read_as("x.xlsx", b"a;b\n1;2").unwrap().form, Form::Delimited { by: ';' });
}

#[test]
fn what_grows_when_it_is_unpacked_is_refused_before() {
    let limits = Limits { unpacked: 2_000_000, ..Limits::default() };
    let bound = |bytes: &[u8]| match read(Path::new("x.xlsx"), bytes, &limits) {
        Err(GridError::TooLarge { what, .. }) => Some(what),
        _ => None,
    };
    let large = vec![0; 2_100_000];
    let parts = |length: usize, many: usize| {
        let names: Vec<String> = (0..many).map(|number| format!("xl/{number}.bin")).collect();
        let files: Vec<(&str, &[u8])> = names.iter().map(|name| (&**name, &large[..length])).collect();
        with(&files)
    };
    assert_eq!(bound(&parts(1_900_000, 1)), None);
    assert_eq!(bound(&parts(2_100_000, 1)), Some(Bound::Unpacked));
    assert_eq!(bound(&parts(500_000, 5)), Some(Bound::Unpacked));
    // What says that it is smaller than it is gives hardly more than it says, here and later.
    let mut lying = parts(2_100_000, 1);
    let size = 2_100_000_u32.to_le_bytes();
    let told: Vec<usize> = (0..lying.len() - 4).filter(|at| lying[*at..at + 4] == size).collect();
    told.iter().for_each(|at| lying[*at..at + 4].copy_from_slice(&9_u32.to_le_bytes()));
    assert_eq!((told.len(), bound(&lying)), (2, None));
    let mut archive = super::archive::Archive::open(&lying, &limits).unwrap();
    assert!(archive.part("xl/0.bin").map_or(true, |unpacked| unpacked.len() < 100));
    let names: Vec<String> = (0..10_001).map(|number| format!("{number}")).collect();
    let names: Vec<(&str, &[u8])> = names.iter().map(|name| (&**name, b"".as_slice())).collect();
    let entries = Err(GridError::TooLarge { what: Bound::Entries, limit: 10_000 });
    assert_eq!(read_as("x.xlsx", &zipped(&names, CompressionMethod::Stored)), entries);
}

#[test]
fn what_is_written_to_do_harm_does_none() {
    let sheet = |inner: &str| format!("<worksheet><sheetData>{inner}</sheetData></worksheet>");
    let bomb = "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>";
    let shared = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(900_000));
    let promised = format!("<!--{}--><sst uniqueCount='9999999999'><si><t>x</t></si></sst>", "x".repeat(16_300));
    let often = sheet(&"<row><c t='s'><v>0</v></c></row>".repeat(1_000));
    let sheets: String = (0..1_001).map(|number| format!("<sheet name='x{number}' r:id='a'/>")).collect();
    let deep = sheet(&"<x>".repeat(1_000_000));
    // Nothing of an entity is made larger or fetched: the file is broken, or the text stands there as it is.
    let entity = read_as(
        "x.xlsx",
        &with(&[(
            "xl/worksheets/sheet1.xml",
            format!("{bomb}{}", sheet("<row><c t='str'><v>&b;</v></c></row>")).as_bytes(),
        )]),
    );
    assert!(entity.is_err() || !format!("{entity:?}").contains("aaaa"), "{entity:?}");
    let fetched = format!("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>{}", STRINGS.replace("Ryd", "&a;"));
    assert!(
        !format!("{:?}", read_as("x.xlsx", &with(&[("xl/sharedStrings.xml", fetched.as_bytes())]))).contains("root:")
    );
    for (name, text) in [
        ("xl/worksheets/sheet1.xml", deep),
        ("xl/worksheets/sheet1.xml", sheet("<row><c r='XFE1'><v>1</v></c></row>")),
        ("xl/workbook.xml", BOOK.replace("<sheet name='Insatser' r:id='a'/>", &sheets)),
    ] {
        let read = read_as("x.xlsx", &with(&[(name, text.as_bytes())]));
        assert!(
            read.is_err() || read.is_ok_and(|grids| grids.sheets.iter().all(|grid| grid.columns() <= 16_384)),
            "{name}"
        );
    }
    let many = [("xl/sharedStrings.xml", shared.as_bytes()), ("xl/worksheets/sheet1.xml", often.as_bytes())];
    assert!(matches!(read_as("x.xlsx", &with(&many)), Err(GridError::TooLarge { what: Bound::Text, .. })));
    let room = read_as("x.xlsx", &with(&[("xl/sharedStrings.xml", promised.as_bytes())]));
    assert!(matches!(room, Err(GridError::TooLarge { what: Bound::Text, .. })), "{room:?}");
    // Rows of nothing, a last cell far away and names that look like paths are none of it a fault.
    let rows = sheet(&"<row s='1' customFormat='1' ht='15'/>".repeat(1_048_576));
    assert_eq!(read_as("x.xlsx", &with(&[("xl/worksheets/sheet1.xml", rows.as_bytes())])).unwrap().sheets[0].rows(), 0);
    let far = sheet("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>");
    let names: [(&str, &[u8]); 3] =
        [("../../x", b"x"), ("/etc/passwd", b"x"), ("xl/worksheets/sheet1.xml", far.as_bytes())];
    let grid = &read_as("x.xlsx", &with(&names)).unwrap().sheets[0];
    assert_eq!((grid.rows(), grid.columns(), grid.used_rows().count()), (1_048_576, 16_384, 1));
}

/// A workbook of Excel 97 with one cell in its last corner, often.
#[test]
fn an_old_workbook_makes_no_room_for_what_is_not_there() {
    let begin = record(0x0809, &[0, 6, 0x10, 0]);
    let last = record(0x0203, &[&[0xff, 0xff, 0xff, 0, 0, 0][..], &1.0_f64.to_le_bytes()].concat());
    let book = contained("Workbook", &[&begin[..], &last].concat());
    assert!(matches!(read_as("x.xls", &book), Err(GridError::TooLarge { what: Bound::Cells, .. })));
}

/// A spreadsheet of OpenDocument in which next to nothing is repeated without end.
#[test]
fn what_is_repeated_without_end_is_refused() {
    let cell = "<table:table-cell table:number-columns-repeated='16384' office:value-type='float' office:value='1'/>";
    let cell = cell.replace('\'', "\"");
    let row = format!("<table:table-row table:number-rows-repeated=\"1048576\">{cell}</table:table-row>");
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"x\">{row}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let files: [(&str, &[u8]); 2] =
        [("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())];
    let read = read_as("x.ods", &zipped(&files, CompressionMethod::Stored));
    assert!(matches!(read, Err(GridError::TooLarge { what: Bound::Cells, .. })), "{read:?}");
}

#[test]
fn what_is_cut_short_anywhere_ends() {
    let old = contained("Workbook", &record(0x0203, &[0; 14]));
    for whole in [workbook(), with(&[]), old] {
        for end in (0..whole.len()).step_by(whole.len() / 200 + 1) {
            let _ = read_as("x.xlsx", &whole[..end]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn bytes_of_any_kind_end(start in prop::sample::select(vec![
        b"".as_slice(), b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<?xml", b"sep=", b"\xff\xfe", b"\"",
    ]), rest in prop::collection::vec(any::<u8>(), 0..3_000)) {
        let _ = read_as("x.xls", &[start, &rest].concat());
    }

    #[test]
    fn signs_of_any_kind_end(text in "[a;,\t\"\r\n'=\u{feff}]{0,200}") {
        let _ = read_as("x.csv", text.as_bytes());
    }

    #[test]
    fn workbooks_with_other_bytes_end(
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        part in 0..9_usize,
    ) {
        let flipped = |bytes: &[u8]| {
            let mut bytes = bytes.to_vec();
            flips.iter().for_each(|(at, byte)| { let at = at.index(bytes.len()); bytes[at] = *byte; });
            bytes
        };
        let bytes = match PARTS.get(part) {
            // Within a file of it, so that it is unpacked all the same.
            Some((name, text)) => with(&[(name, &flipped(text.as_bytes()))]),
            None if part == 6 => flipped(&workbook()),
            None if part == 7 => flipped(&with(&[])),
            None => {
                let texts = record(0x00fc, b"\x02\0\0\0\x02\0\0\0\x03\0\x0cab\0\x01\0\0\0abc\0\0\0\0\0\0\0\0\0\x01\0\0x");
                let cells = [record(0x0809, &[0, 6, 0x10, 0]), record(0x0203, &[0; 14]), record(0x00fd, &[0; 10]), record(0x0006, &[0; 22])];
                flipped(&contained("Workbook", &[&texts[..], &cells.concat()].concat()))
            }
        };
        let _ = read_as("x.xlsx", &bytes);
    }
}
