//! Registers made in memory, and their reports.

use register::format::{FileReader, Loaded, RecordFile, Texts, assemble, in_order, read_settings};
use register::language::{Language, Tongue};
use register::model::{Kind, Register};
use register::render::{JSON, Style, Words, write};
use register::report::Document;

/// A register of texts, by their kinds and ids.
pub fn register(texts: &[(Kind, String, String)]) -> Register {
    let reader = FileReader::of_this_format(Texts::All);
    let read = texts.iter().map(|(kind, id, text)| {
        let file = RecordFile { kind: *kind, id: id.clone(), path: RecordFile::path_of(*kind, id) };
        reader.read(file, text.as_bytes())
    });
    let mut readings = reader.finish(read.collect());
    in_order(&mut readings, |(file, _)| file);
    let settings = read_settings("register.toml", b"format = 2\nname = \"Prov\"\n");
    let Loaded { register, findings } = assemble(settings, readings, Vec::new());
    assert!(findings.is_empty(), "{findings:?}");
    register
}

/// A report as programs get it.
pub fn json(document: Document<'_>) -> String {
    let english = Language::new(Tongue::En);
    let words = Words { language: &english, currency: "SEK", ids: true };
    let style = Style::plain(words);
    let mut out = Vec::new();
    write(document, &JSON, &style, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}
