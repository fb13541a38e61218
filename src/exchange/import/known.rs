//! What inventories call things, in any of the languages: `locales/*/inventories.txt`.

use crate::words::list;
use std::collections::BTreeMap;
use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/inventories_lists.rs"));

/// The words of every language.
pub struct Known {
    /// What stands over columns: the table and the path of a field, and what its column may be called.
    pub heads: Vec<(&'static str, &'static str, &'static str)>,
    /// What stands over columns that say who somebody is.
    pub persons: Vec<&'static str>,
    /// What stands over columns about the list itself.
    pub lists: Vec<&'static str>,
    /// The codes of lists, by the list and the word.
    pub values: BTreeMap<(&'static str, &'static str), &'static str>,
    /// What a cell says that says nothing.
    pub nothing: Vec<&'static str>,
    /// What stands in a ticked cell.
    pub ticks: Vec<&'static str>,
    /// What says that it is as above.
    pub ditto: Vec<&'static str>,
    /// What says that it is everywhere.
    pub everywhere: Vec<&'static str>,
    /// What may stand between two names, and within one.
    pub between: Vec<&'static str>,
    /// What may come behind a hyphen and is no part of the same word.
    pub behind_hyphen: Vec<&'static str>,
    /// What stands before a number that is not exact.
    pub about: Vec<&'static str>,
}

/// The words that are known.
pub static KNOWN: LazyLock<Known> = LazyLock::new(|| Known {
    heads: list(LISTS, "heads").into_iter().filter_map(head).collect(),
    persons: list(LISTS, "persons"),
    lists: list(LISTS, "lists"),
    values: list(LISTS, "values").into_iter().filter_map(value).collect(),
    nothing: list(LISTS, "nothing"),
    ticks: list(LISTS, "ticks"),
    ditto: list(LISTS, "ditto"),
    everywhere: list(LISTS, "everywhere"),
    between: list(LISTS, "between"),
    behind_hyphen: list(LISTS, "behind-hyphen"),
    about: list(LISTS, "about"),
});

fn head(line: &'static str) -> Option<(&'static str, &'static str, &'static str)> {
    let (field, word) = line.split_once(' ')?;
    let (table, path) = field.split_once('.')?;
    Some((table, path, word))
}

fn value(line: &'static str) -> Option<((&'static str, &'static str), &'static str)> {
    let (list, rest) = line.split_once(' ')?;
    let (code, word) = rest.split_once(' ')?;
    Some(((list, word), code))
}
