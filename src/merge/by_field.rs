//! Merging field by field: what is left where keys and elements can't be laid beside each other so that it is sure that
//! nothing is lost, or where both changes together are wrong.
//!
//! A field is all the lines that say something of it, with the comments above them: the money is its heading and each of
//! its rows. What one side changed is taken from it as it stands there; what both changed is merged by key within the
//! field, and is one conflict as a whole where that can't be.
//!
//! **What is wrong together.** Ours moves the start of a plan to 20 March and theirs its end to 10 March: each is right, and
//! the two are not, though no line is changed twice. Then what either side changed is open at first: taking one side gives
//! that side's text, which it had already. From there each field in turn is taken out of the dispute, and stays out where
//! what comes of it is right. Those that are left are the ones that can't stand together.

use super::align::Versions;
use super::notes::{lead, whole_line};
use super::verify::MergedTexts;
use super::{Disputed, MergeSide, MergedPiece, blocks, is_whole, taken};
use crate::compare::{Subject, table_of};
use crate::format::outline;
use crate::model::Step;
use std::collections::{BTreeSet, HashMap};

/// The lines of a field: those above the first heading of the text, where keys have no table, and those under headings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct FieldLines {
    above: String,
    headed: String,
}

impl FieldLines {
    fn text(&self) -> String {
        format!("{}{}", self.above, self.headed)
    }
}

/// A text as its fields.
struct FieldTexts {
    fields: HashMap<String, FieldLines>,
    /// Their names, in the order in which they begin.
    order: Vec<String>,
    tail: String,
}

impl FieldTexts {
    /// Takes a text apart; nothing where it can't be read.
    fn new(text: &str) -> Option<Self> {
        let outline = outline(text)?;
        let mut texts = Self { fields: HashMap::new(), order: Vec::new(), tail: outline.tail };
        let mut is_headed = false;
        for item in outline.items {
            let Some(Step::Key(name)) = item.path.first() else { continue };
            is_headed |= item.is_heading;
            if !texts.fields.contains_key(name.as_ref()) {
                texts.order.push(name.to_string());
            }
            let field = texts.fields.entry(name.to_string()).or_default();
            let lines = if is_headed { &mut field.headed } else { &mut field.above };
            lines.push_str(&item.lead);
            lines.push_str(&whole_line(&item.body));
        }
        Some(texts)
    }

    fn field(&self, name: &str) -> FieldLines {
        self.fields.get(name).cloned().unwrap_or_default()
    }
}

/// What becomes of a field.
enum Decided {
    /// One side's lines, or those of both.
    Taken(FieldLines),
    /// What both changed, merged within it.
    Merged(Vec<MergedPiece>),
    /// It is one or the other as a whole.
    Open,
}

/// Merges two changes of a text field by field. Nothing where one of them can't be read.
pub(super) fn merge(texts: &MergedTexts<'_>, subject: &Subject) -> Option<Vec<MergedPiece>> {
    let [ours, theirs] = [FieldTexts::new(texts.ours)?, FieldTexts::new(texts.theirs)?];
    // What can't be read says nothing of who changed what.
    let base = FieldTexts::new(texts.base);
    let known = if base.is_some() { texts.base } else { "" };
    let texts = &MergedTexts { base: known, ..*texts };
    let merger = Merger { subject, base, ours, theirs };
    let changed: Vec<&str> = merger.order().into_iter().filter(|name| merger.is_changed(name)).collect();
    let checked = |open: &BTreeSet<&str>| Some(merger.pieces(open)).filter(|pieces| is_whole(pieces, texts, subject));
    if merger.base.is_some()
        && let Some(pieces) = checked(&BTreeSet::new())
    {
        return Some(pieces);
    }
    let mut open: BTreeSet<&str> = changed.iter().copied().collect();
    let all = merger.pieces(&open);
    let says = |text: &str| table_of(text, subject.shape());
    let is_side = |side: MergeSide, text: &str| says(&taken(&all, side)).is_some_and(|is| Some(is) == says(text));
    if !(is_side(MergeSide::Ours, texts.ours) && is_side(MergeSide::Theirs, texts.theirs)) {
        return None;
    }
    let mut pieces = all;
    for name in changed.iter().filter(|_| merger.base.is_some()) {
        let fewer: BTreeSet<&str> = open.iter().copied().filter(|open| open != name).collect();
        if let Some(found) = checked(&fewer) {
            (pieces, open) = (found, fewer);
        }
    }
    Some(pieces)
}

struct Merger<'m> {
    subject: &'m Subject,
    base: Option<FieldTexts>,
    ours: FieldTexts,
    theirs: FieldTexts,
}

impl Merger<'_> {
    /// The fields of both: those of ours in their order, each that only theirs has behind what it stands behind there.
    fn order(&self) -> Vec<&str> {
        let mut order: Vec<&str> = self.ours.order.iter().map(String::as_str).collect();
        for (place, name) in self.theirs.order.iter().enumerate() {
            if !order.contains(&name.as_str()) {
                let before = self.theirs.order[..place].iter().rev();
                let at = before.filter_map(|known| order.iter().position(|own| own == known)).next();
                order.insert(at.map_or(0, |at| at + 1), name);
            }
        }
        order
    }

    /// The lines of a field in the base, in ours and in theirs.
    fn lines(&self, name: &str) -> [FieldLines; 3] {
        let was = self.base.as_ref().map(|base| base.field(name)).unwrap_or_default();
        [was, self.ours.field(name), self.theirs.field(name)]
    }

    fn is_changed(&self, name: &str) -> bool {
        let [was, own, other] = self.lines(name);
        was != own || was != other
    }

    /// The merged text, in which some fields are open though they might be merged.
    fn pieces(&self, open: &BTreeSet<&str>) -> Vec<MergedPiece> {
        let (mut above, mut headed) = (Vec::new(), Vec::new());
        for name in self.order() {
            let lines = self.lines(name);
            match self.decided(&lines, open.contains(name)) {
                Decided::Taken(lines) => {
                    above.push(MergedPiece::Text(lines.above));
                    headed.push(MergedPiece::Text(lines.headed));
                }
                Decided::Merged(mut pieces) => {
                    let is_above = lines.iter().all(|lines| lines.headed.is_empty());
                    if is_above { &mut above } else { &mut headed }.append(&mut pieces);
                }
                Decided::Open => {
                    let open = |text: fn(&FieldLines) -> &String| {
                        let [was, ours, theirs] = lines.each_ref().map(|lines| text(lines).clone());
                        if ours == theirs {
                            return MergedPiece::Text(ours);
                        }
                        MergedPiece::Conflict(Disputed { field: name.to_owned(), was, ours, theirs })
                    };
                    above.push(open(|lines| &lines.above));
                    headed.push(open(|lines| &lines.headed));
                }
            }
        }
        let tail = |version: &FieldTexts| version.tail.clone();
        let was = self.base.as_ref().map(tail).unwrap_or_default();
        above.append(&mut headed);
        above.push(MergedPiece::Text(lead(&was, &self.ours.tail, &self.theirs.tail)));
        above.retain(|piece| !matches!(piece, MergedPiece::Text(text) if text.is_empty()));
        above
    }

    /// What becomes of a field, of what it is in the base, in ours and in theirs.
    fn decided(&self, lines: &[FieldLines; 3], is_open: bool) -> Decided {
        let [was, own, other] = lines;
        if own == other {
            return Decided::Taken(own.clone());
        }
        if is_open || self.base.is_none() {
            return Decided::Open;
        }
        if own == was {
            return Decided::Taken(other.clone());
        }
        if other == was {
            return Decided::Taken(own.clone());
        }
        // Lines above the first heading and lines below it can't be mixed.
        let is_one_sort =
            lines.iter().all(|lines| lines.headed.is_empty()) || lines.iter().all(|lines| lines.above.is_empty());
        let merged = is_one_sort.then(|| self.merged(lines)).flatten();
        merged.map_or(Decided::Open, Decided::Merged)
    }

    /// A field that both changed, merged by key.
    fn merged(&self, lines: &[FieldLines; 3]) -> Option<Vec<MergedPiece>> {
        let [base, ours, theirs] = lines.each_ref().map(FieldLines::text);
        let texts = MergedTexts { base: &base, ours: &ours, theirs: &theirs };
        let pieces = blocks::merge(&Versions::new(&base, &ours, &theirs, self.subject.shape())?)?;
        is_whole(&pieces, &texts, self.subject).then_some(pieces)
    }
}
