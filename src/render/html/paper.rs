//! Which columns of a table a sheet of A4 has room for, and which way the sheets are turned.

use crate::language::Tongue;
use crate::render::fitting::{Fit, Needed, PADDING, fit};
use crate::render::palette::Tag;
use crate::render::wrapping::{points_of, widest_words, width};
use serde::Serialize;
use std::borrow::Cow;

/// How wide a drawing is, in characters.
pub(super) const DRAWING: usize = 28;
/// Prose has so much room, so that a line of it has some words: a little of it, and much.
const SOME_PROSE: usize = 16;
const MUCH_PROSE: usize = 28;
/// What has more characters than this is much.
const MUCH: usize = 90;

/// A heading that is no longer than this is short.
const SHORT: usize = 8;

/// How sheets are turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Sheets {
    /// Upright.
    Portrait,
    /// On their side, for wide tables.
    Landscape,
}

impl Sheets {
    /// How many characters a line of a table has room for, at the size that the page's style prints tables in.
    const fn room(self) -> usize {
        match self {
            Sheets::Portrait => 112,
            Sheets::Landscape => 168,
        }
    }

    /// How sheets have to be turned for some tables.
    pub(super) fn for_tables<'t>(mut tables: impl Iterator<Item = &'t [Needed]>) -> Self {
        let has_room = |table: &[Needed]| widths(table, Sheets::Portrait).iter().all(Option::is_some);
        if tables.all(has_room) { Sheets::Portrait } else { Sheets::Landscape }
    }
}

/// The widths of a table's columns in characters; nothing for those that have no room and stand below the others.
pub(super) fn widths(columns: &[Needed], sheets: Sheets) -> Vec<Option<usize>> {
    // A page copied from has no hyphens where it has room: a column goes before a word is broken.
    match fit(columns, sheets.room(), usize::MAX) {
        Fit::Columns(widths) => widths,
        // What a row is of stands above the rest.
        Fit::Blocks => (0..columns.len()).map(|place| (place == 0).then_some(sheets.room() - PADDING)).collect(),
    }
}

/// How much of a table's width each of its columns has, in tenths of a per cent; nothing where all have as much as they
/// could use.
pub(super) fn shares(columns: &[Needed], widths: &[Option<usize>]) -> Option<Vec<usize>> {
    let is_tight = columns.iter().zip(widths).any(|(column, width)| width.is_none_or(|width| width < column.whole));
    let shown: Vec<usize> = widths.iter().flatten().map(|width| width + PADDING).collect();
    let all: usize = shown.iter().sum::<usize>().max(1);
    is_tight.then(|| shown.into_iter().map(|width| width * 1000 / all).collect())
}

/// How much room a column takes, with its heading. The heading of numbers may break; numbers may not.
pub(super) fn needed<'c>(
    heading: &str,
    cells: impl Iterator<Item = &'c str>,
    is_number: bool,
    dispensable: usize,
    tongue: Tongue,
) -> Needed {
    let (mut words, mut least) = widest_words(heading, tongue);
    // A short heading stays on one line.
    let mut whole = words.max(width(heading).min(SHORT));
    words = words.max(whole);
    for cell in cells {
        let cell = measured(cell);
        let longest = cell.lines().map(width).max().unwrap_or_default();
        whole = whole.max(longest);
        let own = if is_number { (longest, longest) } else { widest_words(&cell, tongue) };
        (words, least) = (words.max(own.0), least.max(own.1));
    }
    let prose = if whole > MUCH { MUCH_PROSE } else { SOME_PROSE };
    Needed { whole, words: words.max(whole.min(prose)), least, dispensable }
}

/// A tagged text as wide as the elements that its tags become are.
fn measured(text: &str) -> String {
    let mut measured = String::with_capacity(text.len());
    for sign in text.chars() {
        match Tag::begun_by(sign) {
            Some(Tag::Mark(_)) => measured.push_str("●\u{a0}\u{a0}\u{a0}"),
            Some(_) => {}
            None if sign == Tag::END => {}
            None => measured.push(sign),
        }
    }
    measured
}

/// A text with signs that say where those of its words may be hyphenated that have no room whole; the text as it is where
/// all have.
pub(super) fn hyphenated(text: &str, room: usize, tongue: Tongue) -> Cow<'_, str> {
    const SOFT_HYPHEN: char = '\u{ad}';
    if widest_words(&measured(text), tongue).0 <= room {
        return Cow::Borrowed(text);
    }
    let points = points_of(tongue);
    let mut written = String::with_capacity(text.len() + 16);
    for word in text.split_inclusive([' ', '\n']) {
        let mut begin = 0;
        if width(word.trim_end()) > room {
            for point in points(word) {
                written.push_str(&word[begin..point]);
                if !written.ends_with('-') {
                    written.push(SOFT_HYPHEN);
                }
                begin = point;
            }
        }
        written.push_str(&word[begin..]);
    }
    Cow::Owned(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_hyphenated_only_for_want_of_room() {
        let text = "Kultur- och fritidsförvaltningen";
        assert_eq!(hyphenated(text, 20, Tongue::Sv), text);
        let narrow = hyphenated(text, 12, Tongue::Sv);
        assert!(narrow.starts_with("Kultur- och fri") && narrow.contains('\u{ad}'), "{narrow}");
        assert_eq!(narrow.replace('\u{ad}', ""), text);
    }

    #[test]
    fn what_has_no_room_upright_is_turned_and_then_stands_below() {
        let column = |whole, dispensable| Needed { whole, words: whole, least: whole, dispensable };
        let narrow = [column(30, 0), column(30, 100)];
        assert_eq!(Sheets::for_tables([&narrow[..]].into_iter()), Sheets::Portrait);
        let wide = [column(70, 0), column(70, 100), column(70, 200)];
        assert_eq!(Sheets::for_tables([&narrow[..], &wide[..]].into_iter()), Sheets::Landscape);
        assert_eq!(widths(&wide, Sheets::Landscape), [Some(70), Some(70), None]);
        assert_eq!(shares(&narrow, &widths(&narrow, Sheets::Portrait)), None);
    }
}
