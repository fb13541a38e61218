//! The comments above and beside a key, of two changes of a text.

use super::align::VersionLine;
use crate::format::comments;
use std::collections::BTreeSet;

/// The comments beside a value, or within it, that its line has not in the base, each on a line.
pub(super) fn new_beside(base: Option<&VersionLine>, own: Option<&VersionLine>) -> String {
    let of = |line: Option<&VersionLine>| -> Vec<String> {
        let body = line.map_or("", |line| line.body.as_str());
        comments(body).into_iter().map(|place| body[place].trim().to_owned()).collect()
    };
    let known = of(base);
    of(own).into_iter().filter(|comment| !known.contains(comment)).map(|comment| format!("{comment}\n")).collect()
}

/// A key with the comments that another has put beside it: beside it, where there is room on its line, and else above.
pub(super) fn with_beside(lead: String, body: &str, beside: &str) -> String {
    let body = whole_line(body);
    let missing: String = beside.split_inclusive('\n').filter(|comment| !body.contains(comment.trim())).collect();
    let has_room = body.matches('\n').count() == 1 && comments(&body).is_empty();
    match missing.matches('\n').count() {
        0 => lead + &body,
        1 if has_room => format!("{lead}{} {missing}", body.trim_end()),
        _ => format!("{lead}{missing}{body}"),
    }
}

/// What stands above a key: what either side has written there since. Where both did, that of ours with the comments
/// after it that are new in theirs; a comment that theirs took away stays then, which is the lesser evil.
pub(super) fn lead(base: &str, ours: &str, theirs: &str) -> String {
    if ours == base || ours == theirs {
        return theirs.to_owned();
    }
    if theirs == base {
        return ours.to_owned();
    }
    let new = new_comments(&format!("{base}\n{ours}"), theirs);
    let between = if ours.is_empty() || ours.ends_with('\n') || new.is_empty() { "" } else { "\n" };
    format!("{ours}{between}{new}")
}

/// The comments of a text that another has not, each on a line. Blank lines say nothing, and are ours to set.
pub(super) fn new_comments(known: &str, text: &str) -> String {
    let known: BTreeSet<&str> = known.lines().map(str::trim).collect();
    let is_new = |line: &&str| line.trim().starts_with('#') && !known.contains(line.trim());
    text.lines().filter(is_new).map(|line| format!("{}\n", line.trim())).collect()
}

pub(super) fn whole_line(text: &str) -> String {
    if text.is_empty() || text.ends_with('\n') { text.to_owned() } else { format!("{text}\n") }
}
