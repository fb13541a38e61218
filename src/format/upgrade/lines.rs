//! The lines of a text, as they are moved from one file to another.

use crate::format::comments;
use crate::format::outline::Item;

/// The comments in some lines of TOML, each on a line of its own: those behind a value, and those between the elements of
/// a list.
pub(super) fn comments_of(lines: &str) -> String {
    comments(lines).into_iter().map(|place| format!("{}\n", lines[place].trim_end())).collect()
}

/// Lines as a comment: they say nothing any more, and nothing that they said is lost.
pub(super) fn commented(lines: &str) -> String {
    lines.lines().map(|line| format!("# {line}").trim_end().to_owned() + "\n").collect()
}

/// The comments above a heading and behind it.
pub(super) fn comments_at(heading: &Item) -> String {
    let lead: String =
        heading.lead.lines().filter(|line| !line.trim().is_empty()).map(|line| format!("{line}\n")).collect();
    format!("{lead}{}", comments_of(&heading.body))
}

/// The comments above a key that is taken out, without the blank lines.
pub(super) fn comments_above(lead: &str) -> String {
    lead.lines().filter(|line| !line.trim().is_empty()).map(|line| format!("{}\n", line.trim_start())).collect()
}

/// A heading or key of a table, as the table's own file has it: without the name of the table before it. Nothing where
/// the name is written in a way in which it can't be told what is before and what behind it.
pub(super) fn without_name(item: &Item, table: &str) -> Option<String> {
    if item.is_heading {
        let body = item.body.trim_start();
        let brackets = body.len() - body.trim_start_matches('[').len();
        let inner = body[brackets..].trim_start().strip_prefix(table)?.trim_start().strip_prefix('.')?;
        return Some(format!("{}{}", &body[..brackets], inner.trim_start()));
    }
    let body = item.body.trim_start();
    match body.strip_prefix(table) {
        // A dotted key at the top of the file.
        Some(rest) if rest.trim_start().starts_with('.') => {
            Some(rest.trim_start().trim_start_matches('.').trim_start().to_owned())
        }
        _ => Some(item.body.clone()),
    }
}
