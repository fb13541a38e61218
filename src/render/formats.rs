//! The table of formats. What is not in it, no command can write.

use super::findings::{GITHUB, SARIF};
use super::format::{Escaping, Format, Layout};
use super::{CSV, HTML, JSON, MARKDOWN, MERMAID, TABLE, TSV, XLSX};
use std::path::Path;

/// Every format, in the order in which they are told.
pub static FORMATS: &[Format] = &[TABLE, CSV, TSV, XLSX, JSON, MARKDOWN, HTML, MERMAID, GITHUB, SARIF, SQLITE];

/// A database of SQLite, for whoever asks in SQL.
pub const SQLITE: Format = Format {
    aliases: &["sqlite3"],
    endings: &["db", "sqlite3"],
    is_database: true,
    ..Format::new("sqlite", Escaping::Plain, Layout::Data)
};

/// The format that is called so.
#[must_use]
pub fn format_named(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name || format.aliases.contains(&name))
}

/// The format that the ending of a file's name stands for.
#[must_use]
pub fn format_of_file(path: &Path) -> Option<&'static Format> {
    let ending = path.extension()?.to_str()?.to_lowercase();
    let stands_for = |format: &&Format| format.endings.contains(&&*ending);
    format_named(&ending).or_else(|| FORMATS.iter().find(stands_for))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::render::Content;

    #[test]
    fn every_format_is_found_by_its_names_and_by_its_files() {
        for format in FORMATS {
            for name in [format.name].iter().chain(format.aliases) {
                assert_eq!(format_named(name), Some(format));
            }
            for ending in [format.name].iter().chain(format.endings) {
                assert_eq!(format_of_file(Path::new(&format!("a.b/c.{}", ending.to_uppercase()))), Some(format));
            }
            let contents = [Content::Report, Content::Changes, Content::Findings, Content::Register];
            assert!(contents.into_iter().any(|content| format.can_write(content)), "{format:?} writes nothing");
        }
        assert_eq!((format_of_file(Path::new("csv")), format_of_file(Path::new("a.pdf"))), (None, None));
        let mut names: Vec<&str> =
            FORMATS.iter().flat_map(|format| [format.name].into_iter().chain(format.aliases.to_vec())).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count, "{names:?}");
    }
}
