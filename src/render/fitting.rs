//! Which columns of a table a terminal has room for, and how wide each of them is.

/// What a column has on both its sides.
pub(super) const PADDING: usize = 2;
/// What a column of words is made narrower than only where its words are: lines that end everywhere can't be read.
const COMFORT: usize = 12;
/// The same for prose.
const COMFORT_OF_PROSE: usize = 14;
/// Prose has more of it before a column is shown that is not essential.
const ROOM_FOR_PROSE: usize = 22;
/// What takes so much room on one line is prose.
const PROSE: usize = 40;
/// On a terminal a word wider than this is broken before a column is left out.
pub(super) const WIDE_WORD: usize = 18;

/// How much room a column takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Needed {
    /// With each cell on a line of its own.
    pub whole: usize,
    /// With lines broken between words alone.
    pub words: usize,
    /// With words broken as far as they can be.
    pub least: usize,
    /// How soon it is left out: what is 0 is essential and never is, and what is more goes before what is less.
    pub dispensable: usize,
}

impl Needed {
    /// What it takes to be read, with words broken where they have to be.
    fn readable(&self) -> usize {
        let comfort = if self.whole >= PROSE { COMFORT_OF_PROSE } else { self.words.min(COMFORT) };
        self.least.max(comfort)
    }

    /// What it takes to be read with every word whole.
    fn in_words(&self) -> usize {
        self.words.max(self.readable()).max(self.whole.min(COMFORT))
    }

    /// What it takes to be shown beside what is essential: words whole that are no wider than that.
    fn beside(&self, wide_word: usize) -> usize {
        let prose = if self.whole >= PROSE { ROOM_FOR_PROSE } else { 0 };
        self.readable().max(self.in_words().min(wide_word)).max(prose)
    }
}

/// How a table is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fit {
    /// As columns, each of a width or left out.
    Columns(Vec<Option<usize>>),
    /// Row by row, as labels with their values: what is essential has no room side by side.
    Blocks,
}

/// How a table is shown in some room, where only words wider than that are broken before a column is left out.
pub(super) fn fit(columns: &[Needed], room: usize, wide_word: usize) -> Fit {
    let beside = |column: &Needed| column.beside(wide_word);
    let mut shown: Vec<bool> = columns.iter().map(|column| column.dispensable == 0).collect();
    let total = |shown: &[bool], least: &dyn Fn(&Needed) -> usize| -> usize {
        columns.iter().zip(shown).filter(|(_, shown)| **shown).map(|(column, _)| least(column) + PADDING).sum()
    };
    if total(&shown, &Needed::readable) > room {
        return Fit::Blocks;
    }
    // One more is shown where it leaves every usual word whole, and prose some room.
    let mut rest: Vec<usize> = (0..columns.len()).filter(|place| columns[*place].dispensable > 0).collect();
    rest.sort_by_key(|place| columns[*place].dispensable);
    for place in rest {
        shown[place] = true;
        if total(&shown, &beside) > room {
            shown[place] = false;
            break;
        }
    }
    let chosen: Vec<Needed> =
        columns.iter().zip(&shown).filter(|(_, shown)| **shown).map(|(column, _)| *column).collect();
    let mut widths = widths(&chosen, room.saturating_sub(PADDING * chosen.len()), &beside).into_iter();
    Fit::Columns(shown.into_iter().map(|shown| if shown { widths.next() } else { None }).collect())
}

/// The widths of columns that have room: words are broken before a column is left out, the widest first, and what is left
/// over goes to those that have most to gain.
fn widths(columns: &[Needed], room: usize, beside: &dyn Fn(&Needed) -> usize) -> Vec<usize> {
    let sum = |widths: &[usize]| widths.iter().sum::<usize>();
    let up_to = |level: usize, from: &dyn Fn(&Needed) -> usize, to: &dyn Fn(&Needed) -> usize| -> Vec<usize> {
        columns.iter().map(|column| to(column).min(level).max(from(column))).collect()
    };
    let highest = columns.iter().map(|column| column.whole).max().unwrap_or_default();
    let level = |from: &dyn Fn(&Needed) -> usize, to: &dyn Fn(&Needed) -> usize| {
        (0..=highest).rev().map(|level| up_to(level, from, to)).find(|widths| sum(widths) <= room)
    };
    let words = level(&Needed::in_words, &|column| column.whole);
    let usual = || level(beside, &Needed::in_words);
    let broken = || level(&Needed::readable, beside);
    let mut widths =
        words.or_else(usual).or_else(broken).unwrap_or_else(|| columns.iter().map(Needed::readable).collect());
    // What a level leaves over goes from the left to the right.
    let mut left = room.saturating_sub(sum(&widths));
    for (width, column) in widths.iter_mut().zip(columns) {
        let more = column.whole.saturating_sub(*width).min(left);
        *width += more;
        left -= more;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn needed(whole: usize, words: usize, least: usize, dispensable: usize) -> Needed {
        Needed { whole, words, least, dispensable }
    }

    #[test]
    fn what_has_room_is_shown_whole() {
        let columns = [needed(20, 10, 5, 0), needed(8, 8, 8, 100)];
        assert_eq!(fit(&columns, 80, WIDE_WORD), Fit::Columns(vec![Some(20), Some(8)]));
    }

    #[test]
    fn lines_are_broken_between_words_before_a_column_goes_and_words_before_an_essential_one() {
        let columns = [needed(39, 14, 5, 0), needed(12, 12, 12, 0), needed(12, 12, 12, 100), needed(12, 12, 12, 200)];
        assert_eq!(fit(&columns, 60, WIDE_WORD), Fit::Columns(vec![Some(16), Some(12), Some(12), Some(12)]));
        assert_eq!(fit(&columns, 44, WIDE_WORD), Fit::Columns(vec![Some(14), Some(12), Some(12), None]));
        assert_eq!(fit(&columns, 28, WIDE_WORD), Fit::Columns(vec![Some(12), Some(12), None, None]));
        assert_eq!(fit(&columns, 27, WIDE_WORD), Fit::Blocks);
    }

    #[test]
    fn prose_that_would_end_everywhere_stands_in_blocks() {
        let prose = [needed(200, 10, 5, 0), needed(200, 10, 5, 0)];
        assert_eq!(fit(&prose, 32, WIDE_WORD), Fit::Columns(vec![Some(14), Some(14)]));
        assert_eq!(fit(&prose, 31, WIDE_WORD), Fit::Blocks);
    }
}
