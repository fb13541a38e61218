//! Merging texts block by block: a heading and the keys below it, or the keys above the first heading.
//!
//! **Order.** The text that comes out is ours, in the order of theirs where only they have put a list in another; and what
//! only theirs has is put into it: behind what it stands behind in
//! theirs, or by its day where the list stands in the order of days. Ours adds a follow-up of 20 May and theirs one of
//! 10 May: theirs goes first, whoever merges whom.
//!
//! **Elements.** What one side took away and the other left alone is gone. What one side took away and the other changed
//! is a conflict of all its lines and nothing: nobody can have both. A goal that both began under one id is one
//! goal, merged key by key; two follow-ups of one body and day that differ are a conflict of the two, since each may be
//! the right one. All else is merged key by key.
//!
//! **Keys.** What one side changed is as that side wrote it, with what stands behind it on its line. What both changed
//! is merged in `values`, where it is a list or a table, and is else a conflict of that line.
//!
//! **Comments.** What stands above a key goes with it. One that is new in either side is kept, in ours even above a key
//! that theirs took away; one that a side took away goes where the other left all that stands there alone.

use super::align::{CommonPath, CommonStep, Element, TextVersion, VersionLine, Versions};
use super::notes::{lead, new_beside, new_comments, whole_line, with_beside};
use super::order::Reordered;
use super::values::{self, Both, sort_key};
use super::{Disputed, MergedPiece};
use crate::format::comments;
use crate::model::Shape;
use std::collections::{BTreeSet, HashMap};

/// A heading with the keys below it.
#[derive(Debug, Default)]
struct HeadedKeys<'v> {
    /// The path to its table; empty for what stands above the first heading.
    path: CommonPath,
    heading: Option<&'v VersionLine>,
    lines: Vec<&'v VersionLine>,
}

/// Merges three versions of a text; nothing where their headings can't be laid beside each other.
pub(super) fn merge(versions: &Versions) -> Option<Vec<MergedPiece>> {
    let [base, ours, theirs] = [&versions.base, &versions.ours, &versions.theirs].map(blocks);
    let merger = Merger { versions, base: by_path(&base)?, ours: by_path(&ours)?, theirs: by_path(&theirs)? };
    let mut pieces = Vec::new();
    for path in merger.in_order_of_theirs(merger.order(&ours, &theirs), [&base, &ours, &theirs])? {
        merger.block(&path, &mut pieces);
    }
    let tail = lead(&versions.base.tail, &versions.ours.tail, &versions.theirs.tail);
    pieces.push(MergedPiece::Text(tail));
    Some(joined(pieces))
}

fn blocks(version: &TextVersion) -> Vec<HeadedKeys<'_>> {
    let mut blocks = vec![HeadedKeys::default()];
    for line in &version.lines {
        if line.is_heading {
            blocks.push(HeadedKeys { path: line.path.clone(), heading: Some(line), lines: Vec::new() });
        } else if let Some(block) = blocks.last_mut() {
            block.lines.push(line);
        }
    }
    blocks
}

/// Blocks by their paths; nothing where two have the same.
fn by_path<'b, 'v>(blocks: &'b [HeadedKeys<'v>]) -> Option<HashMap<&'b CommonPath, &'b HeadedKeys<'v>>> {
    let map: HashMap<_, _> = blocks.iter().map(|block| (&block.path, block)).collect();
    (map.len() == blocks.len()).then_some(map)
}

/// What becomes of an element of a list under headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// It is merged key by key.
    Merged,
    /// It is left out, with all that belongs to it.
    Gone,
    /// It is one or the other as a whole.
    Either,
}

/// Blocks in the order in which they are written, some of which are still to be put where they belong. Files may have
/// many thousands, so each is asked for by its number.
#[derive(Default)]
struct BlockOrder<'b> {
    /// The numbers of the blocks, in their order.
    blocks: Vec<usize>,
    /// The path of each, by its number.
    paths: Vec<&'b CommonPath>,
    numbers: HashMap<&'b CommonPath, usize>,
    /// The elements of each list with their days, in their order.
    days: HashMap<&'b [CommonStep], Vec<(Option<String>, usize)>>,
    /// The lists whose elements do not stand in the order of their days: somebody has an order of their own.
    unordered: BTreeSet<&'b [CommonStep]>,
}

impl<'b> BlockOrder<'b> {
    fn has(&self, path: &CommonPath) -> bool {
        self.numbers.contains_key(path)
    }

    fn place(&self, path: &CommonPath) -> Option<usize> {
        self.place_of(*self.numbers.get(path)?)
    }

    fn place_of(&self, number: usize) -> Option<usize> {
        self.blocks.iter().position(|own| *own == number)
    }

    fn path(&self, at: usize) -> Option<&'b CommonPath> {
        self.blocks.get(at).map(|number| self.paths[*number])
    }

    /// The place of an element by its day, where the elements of its list stand in that order. Where they don't, it goes
    /// behind what it stands behind.
    fn by_day(&self, path: &[CommonStep], day: Option<&str>) -> Option<usize> {
        let (_, list) = path.split_last()?;
        let days = self.days.get(list).filter(|days| !days.is_empty() && !self.unordered.contains(list))?;
        let day = day?;
        // Of one day, those of ours first.
        let before = days.partition_point(|(known, _)| known.as_deref() <= Some(day));
        match days.get(before) {
            Some((_, number)) => self.place_of(*number),
            // Behind the last, and what belongs to it.
            None => {
                let last = self.place_of(days.last()?.1)?;
                let of_last = self.path(last)?;
                let inner = self.blocks[last + 1..].iter().take_while(|own| self.paths[**own].starts_with(of_last));
                Some(last + 1 + inner.count())
            }
        }
    }

    fn insert(&mut self, at: usize, path: &'b CommonPath, day: Option<String>) {
        let number = self.paths.len();
        self.paths.push(path);
        self.numbers.insert(path, number);
        self.blocks.insert(at, number);
        if let Some((CommonStep::Element(_), list)) = path.split_last() {
            let days = self.days.entry(list).or_default();
            let before = days.partition_point(|(known, _)| *known <= day);
            // Those of ours come in their own order, whatever it is.
            if day.is_none() || (at + 1 == self.blocks.len() && before < days.len()) {
                self.unordered.insert(list);
            }
            days.insert(before, (day, number));
        }
    }

    fn into_paths(self) -> Vec<CommonPath> {
        self.blocks.iter().map(|number| self.paths[*number].clone()).collect()
    }
}

struct Merger<'m, 'v> {
    versions: &'v Versions,
    base: HashMap<&'m CommonPath, &'m HeadedKeys<'v>>,
    ours: HashMap<&'m CommonPath, &'m HeadedKeys<'v>>,
    theirs: HashMap<&'m CommonPath, &'m HeadedKeys<'v>>,
}

impl<'v> Merger<'_, 'v> {
    /// The blocks of ours in their order, with those of theirs that ours has not where they belong.
    fn order(&self, ours: &[HeadedKeys<'_>], theirs: &[HeadedKeys<'_>]) -> Vec<CommonPath> {
        let mut order = BlockOrder::default();
        ours.iter().for_each(|block| order.insert(order.blocks.len(), &block.path, self.day_of(&block.path)));
        for (place, block) in theirs.iter().enumerate() {
            if order.has(&block.path) {
                continue;
            }
            let day = self.day_of(&block.path);
            // The first place is that of the keys above the first heading, which no heading may come before.
            let at = order.by_day(&block.path, day.as_deref()).unwrap_or_else(|| {
                let known = theirs[..place].iter().rev().find_map(|block| order.place(&block.path));
                let mut at = known.map_or(1, |at| at + 1);
                // Behind all that belongs to the element that it stands behind, unless it belongs there too. Theirs
                // adds a commitment behind the second follow-up of the first, and ours has turned the two around: put
                // straight behind that follow-up, the commitment would take the one that now comes after it, since
                // `[[commitment.follow_up]]` belongs to the `[[commitment]]` that was last.
                if let Some(inner) = known.and_then(|known| element_apart(order.path(known)?, &block.path)) {
                    while order.path(at).is_some_and(|path| path.starts_with(&inner)) {
                        at += 1;
                    }
                }
                // Behind what ours added at the same place, and behind what belongs to the element before it.
                while order.path(at).is_some_and(|path| {
                    let is_new = !self.base.contains_key(path) && !self.theirs.contains_key(path);
                    is_new && is_beside(path, &block.path)
                }) {
                    at += 1;
                }
                at
            });
            order.insert(at, &block.path, day);
        }
        order.into_paths()
    }

    /// The same blocks, with the elements of each list that theirs alone has put in another order in that order, each with
    /// what belongs to it, and those of ours behind what they stand behind in ours. Nothing where both have, each in its own
    /// way.
    fn in_order_of_theirs<'p>(
        &self,
        mut order: Vec<CommonPath>,
        [base, ours, theirs]: [&'p [HeadedKeys<'_>]; 3],
    ) -> Option<Vec<CommonPath>> {
        let lists: BTreeSet<&[CommonStep]> = base.iter().filter_map(|block| list_of(&block.path)).collect();
        for list in lists {
            let [was, own, other] = [base, ours, theirs].map(|blocks| elements_of(blocks, list));
            let place_in = |all: &[&'p CommonPath]| all.iter().copied().zip(0..).collect::<HashMap<_, usize>>();
            let [known, in_ours, in_theirs] = [&was, &own, &other].map(|all| place_in(all));
            let is_common = |path: &CommonPath| {
                known.contains_key(path) && in_ours.contains_key(path) && in_theirs.contains_key(path)
            };
            let places = |all: &[&CommonPath]| -> Vec<usize> {
                all.iter().filter(|path| is_common(path)).map(|path| known[*path]).collect()
            };
            match Reordered::of(&places(&own), &places(&other)) {
                Reordered::Neither | Reordered::Ours => continue,
                Reordered::Apart => return None,
                Reordered::Theirs => {}
            }
            // What belongs to an element stands behind it.
            let mut groups: Vec<Vec<CommonPath>> = Vec::new();
            for path in order {
                match groups.last_mut() {
                    Some(group) if list_of(&group[0]) == Some(list) && path.starts_with(&group[0]) => group.push(path),
                    _ => groups.push(vec![path]),
                }
            }
            // All of theirs as they stand there, and what only ours has behind what it stands behind there.
            let mut sequence: Vec<&CommonPath> = other.clone();
            for (place, path) in own.iter().enumerate().filter(|(_, path)| !in_theirs.contains_key(*path)) {
                let before = own[..place].iter().rev().find_map(|known| sequence.iter().position(|own| own == known));
                sequence.insert(before.map_or(0, |at| at + 1), path);
            }
            let is_of_list = |group: &Vec<CommonPath>| list_of(&group[0]) == Some(list);
            let (mut by_path, mut places) = (HashMap::new(), Vec::new());
            for (place, group) in groups.iter_mut().enumerate().filter(|(_, group)| is_of_list(group)) {
                places.push(place);
                by_path.insert(group[0].clone(), std::mem::take(group));
            }
            let sequence: Vec<&CommonPath> = sequence.into_iter().filter(|path| by_path.contains_key(*path)).collect();
            for (place, path) in places.into_iter().zip(sequence) {
                groups[place] = by_path.remove(path)?;
            }
            order = groups.concat();
        }
        Some(order)
    }

    /// What the element that a path leads to stands in the order of, in its list.
    fn day_of(&self, path: &[CommonStep]) -> Option<String> {
        let Some(CommonStep::Element(number)) = path.last() else { return None };
        let element = &self.versions.elements[*number];
        let value = element.ours.as_ref().or(element.theirs.as_ref()).or(element.base.as_ref())?;
        sort_key(value, element.shape)
    }

    /// What becomes of the outermost element that a path leads into and that is not merged, and the path to it. A
    /// follow-up in a commitment that is gone is gone with it.
    fn fate<'w>(&self, path: &'w [CommonStep]) -> (Fate, &'w [CommonStep]) {
        for (place, part) in path.iter().enumerate() {
            let CommonStep::Element(number) = part else { continue };
            let fate = match fate(&self.versions.elements[*number]) {
                // That something was noted at what the other side took away is a change of it.
                Fate::Gone if self.is_noted(&path[..=place], *number) => Fate::Either,
                fate => fate,
            };
            if fate != Fate::Merged {
                return (fate, &path[..=place]);
            }
        }
        (Fate::Merged, &[])
    }

    /// Whether the side that still has an element has put comments into it.
    fn is_noted(&self, path: &[CommonStep], number: usize) -> bool {
        let element = &self.versions.elements[number];
        let left = match (&element.ours, &element.theirs) {
            (Some(_), None) => &self.versions.ours,
            (None, Some(_)) => &self.versions.theirs,
            _ => return false,
        };
        let notes = |version: &TextVersion| -> BTreeSet<String> {
            let text = whole(version, path);
            comments(&text).into_iter().map(|place| text[place].trim().to_owned()).collect()
        };
        !notes(left).is_subset(&notes(&self.versions.base))
    }

    fn block(&self, path: &CommonPath, pieces: &mut Vec<MergedPiece>) {
        let (base, ours, theirs) = (self.base.get(path), self.ours.get(path), self.theirs.get(path));
        match self.fate(path) {
            (Fate::Gone, _) => return,
            // The whole of it stands where it begins.
            (Fate::Either, element) if element == path.as_slice() => {
                let [was, own, other] = [&self.versions.base, &self.versions.ours, &self.versions.theirs]
                    .map(|version| whole(version, path));
                // What stands above it is above both.
                let blank = if own.starts_with('\n') || other.starts_with('\n') { "\n" } else { "" };
                pieces.push(MergedPiece::Text(blank.to_owned()));
                pieces.push(disputed(path, [&was, &own, &other].map(|text| text.trim_start_matches('\n'))));
                return;
            }
            // It is in what stands where the element begins.
            (Fate::Either, _) => return,
            (Fate::Merged, _) => {}
        }
        let mut inner = Vec::new();
        self.lines(base.copied(), ours.copied(), theirs.copied(), &mut inner);
        let headings = [base, ours, theirs].map(|block| block.and_then(|block| block.heading));
        // A table that one side took away is gone where nothing is left in it. Its keys have been merged as all keys
        // are: those that the other side left alone are gone by now. Of elements that was asked already, and a
        // table that both still have tables in keeps its heading.
        let was_taken = headings[0].is_some() && (headings[1].is_none() || headings[2].is_none());
        let is_element = matches!(path.last(), Some(CommonStep::Element(_)));
        if was_taken && !is_element && !self.has_inner(path) {
            // What one side took away and the other went on with is one or the other, as a whole.
            if !inner.is_empty() {
                let whole = |block: Option<&&HeadedKeys<'_>>| -> String {
                    let lines = block
                        .into_iter()
                        .flat_map(|block| block.heading.into_iter().chain(block.lines.iter().copied()));
                    let text: String = lines.flat_map(|line| [line.lead.as_str(), line.body.as_str()]).collect();
                    text.trim_start_matches('\n').to_owned()
                };
                pieces.push(MergedPiece::Text("\n".to_owned()));
                pieces.push(disputed(path, [&whole(base), &whole(ours), &whole(theirs)].map(String::as_str)));
            }
            return;
        }
        if let Some(heading) = headings[1].or(headings[2]).or(headings[0]) {
            // Above a heading that was there before stands what both wrote; above a new one of theirs, what is new.
            let above = match headings.map(|line| line.map(|line| line.lead.as_str())) {
                [base, Some(ours), Some(theirs)] => lead(base.unwrap_or_default(), ours, theirs),
                [None, None, _] => self.without_known(&heading.lead),
                _ => heading.lead.clone(),
            };
            let is_first = pieces.iter().all(|piece| matches!(piece, MergedPiece::Text(text) if text.is_empty()));
            let blank = if above.starts_with('\n') || is_first { "" } else { "\n" };
            // What stands behind the heading on its line, if only theirs has touched it.
            let body = match headings {
                [Some(base), Some(ours), Some(theirs)] if base.body == ours.body => &theirs.body,
                _ => &heading.body,
            };
            pieces.push(MergedPiece::Text(format!("{blank}{above}{}", whole_line(body))));
        }
        pieces.append(&mut inner);
    }

    /// What theirs wrote above something new, without the comments that stand elsewhere in the base and in ours: those
    /// only came to stand above it because it was put there. In theirs a new key is put between `# about the budget`
    /// and `budget`: the comment stands above the new key there, and in ours above `budget`, where it stays.
    fn without_known(&self, lead: &str) -> String {
        let has = |version: &TextVersion, comment: &str| {
            let leads = version.lines.iter().map(|line| line.lead.as_str()).chain([version.tail.as_str()]);
            leads.flat_map(str::lines).any(|line| line.trim() == comment)
        };
        let is_known = |line: &str| {
            let comment = line.trim();
            comment.starts_with('#') && has(&self.versions.base, comment) && has(&self.versions.ours, comment)
        };
        lead.split_inclusive('\n').filter(|line| !is_known(line)).collect()
    }

    /// Whether a side that still has a table has tables within it.
    fn has_inner(&self, path: &CommonPath) -> bool {
        let has = |blocks: &HashMap<&CommonPath, &HeadedKeys<'_>>| {
            blocks.keys().any(|known| known.len() > path.len() && known.starts_with(path))
        };
        has(&self.ours) && has(&self.theirs)
    }

    /// The keys of a block: those of ours in their order, with those of theirs that ours has not where they stand
    /// there.
    fn lines(
        &self,
        base: Option<&HeadedKeys<'v>>,
        ours: Option<&HeadedKeys<'v>>,
        theirs: Option<&HeadedKeys<'v>>,
        pieces: &mut Vec<MergedPiece>,
    ) {
        let lines = |block: Option<&HeadedKeys<'v>>| -> Vec<&'v VersionLine> {
            block.map_or(Vec::new(), |block| block.lines.clone())
        };
        let (base, ours, theirs) = (lines(base), lines(ours), lines(theirs));
        let mut order: Vec<&CommonPath> = ours.iter().map(|line| &line.path).collect();
        for (place, line) in theirs.iter().enumerate() {
            if order.contains(&&line.path) {
                continue;
            }
            let earlier = theirs[..place].iter().rev();
            let known = earlier.filter_map(|line| order.iter().position(|path| **path == line.path)).next();
            order.insert(known.map_or(0, |at| at + 1), &line.path);
        }
        let find = |lines: &[&'v VersionLine], path: &CommonPath| lines.iter().find(|line| line.path == *path).copied();
        for path in order {
            self.line(find(&base, path), find(&ours, path), find(&theirs, path), pieces);
        }
    }

    /// A key, by what it says in each version; how it is written only counts where nobody made it say something else.
    ///
    /// | theirs, since the base | ours | what comes out |
    /// |---|---|---|
    /// | says the same, or what ours says | anything | ours, or nothing; theirs where only they wrote it anew |
    /// | says something else | says the same | the line of theirs |
    /// | took it away | says the same | nothing, but the comments that ours has put above it |
    /// | says something else | says another thing | both merged, if it is a list or a table; else a conflict |
    fn line(
        &self,
        base: Option<&VersionLine>,
        ours: Option<&VersionLine>,
        theirs: Option<&VersionLine>,
        pieces: &mut Vec<MergedPiece>,
    ) {
        let says = |line: Option<&VersionLine>| line.and_then(|line| line.value.clone());
        let (was, own, other) = (says(base), says(ours), says(theirs));
        let text = |line: Option<&VersionLine>| line.map_or(String::new(), |line| line.body.clone());
        let above = |line: Option<&VersionLine>| line.map_or(String::new(), |line| line.lead.clone());
        let mut lead = lead(&above(base), &above(ours), &above(theirs));
        if base.is_none() && ours.is_none() {
            lead = self.without_known(&lead);
        }
        if other == was || own == other {
            // Ours took it away; what theirs wrote above and beside it since stays.
            let Some(ours) = ours else {
                let left = new_comments(&above(base), &above(theirs)) + &new_beside(base, theirs);
                pieces.extend((!left.is_empty()).then_some(MergedPiece::Text(left)));
                return;
            };
            // What one side only wrote differently is as that side wrote it.
            let text = match (base, theirs) {
                (Some(base), Some(theirs)) if base.body == ours.body => lead + &whole_line(&theirs.body),
                (_, theirs) => with_beside(lead, &ours.body, &new_beside(base, theirs)),
            };
            pieces.push(MergedPiece::Text(text));
            return;
        }
        if own == was {
            match theirs {
                Some(theirs) => {
                    pieces.push(MergedPiece::Text(with_beside(lead, &theirs.body, &new_beside(base, ours))));
                }
                // Theirs took it away; what ours wrote above and beside it since stays.
                None => {
                    let left = new_comments(&above(base), &above(ours)) + &new_beside(base, ours);
                    pieces.extend((!left.is_empty()).then_some(MergedPiece::Text(left)));
                }
            }
            return;
        }
        let merged = match (ours, theirs, &own, &other) {
            (Some(ours), Some(theirs), Some(own), Some(other)) => {
                // `period.from = …` is a line of the table `period`, and can't be edited by the last key alone.
                let key = match ours.path.last() {
                    Some(CommonStep::Name(key)) if !is_dotted(ours) => Some(key),
                    _ => None,
                };
                key.map(|key| {
                    let table = match self.versions.shape_at(&ours.path[..ours.path.len() - 1]) {
                        Some(Shape::Table(table)) => Some(table),
                        Some(shape) => shape.table(),
                        None => None,
                    };
                    values::merge(&Both {
                        field: field_of(&ours.path),
                        key,
                        table,
                        base: was.as_ref(),
                        ours: own,
                        theirs: other,
                        base_body: &whole_line(&text(base)),
                        ours_body: &whole_line(&ours.body),
                        theirs_body: &whole_line(&theirs.body),
                    })
                })
            }
            _ => None,
        };
        pieces.push(MergedPiece::Text(lead));
        let open = || {
            let path = ours.or(theirs).or(base).map_or(&[][..], |line| &line.path);
            vec![disputed(
                path,
                [base, ours, theirs].map(|line| whole_line(&text(line))).each_ref().map(String::as_str),
            )]
        };
        pieces.extend(merged.unwrap_or_else(open));
    }
}

/// What both changed, at a path: the lines of the base, of ours and of theirs.
fn disputed(path: &[CommonStep], lines: [&str; 3]) -> MergedPiece {
    let [was, ours, theirs] = lines.map(str::to_owned);
    MergedPiece::Conflict(Disputed { field: field_of(path).to_owned(), was, ours, theirs })
}

/// The field of the record that a path leads into.
fn field_of(path: &[CommonStep]) -> &str {
    match path.first() {
        Some(CommonStep::Name(name)) => name,
        _ => "",
    }
}

/// The list that a heading is of an element of.
fn list_of(path: &[CommonStep]) -> Option<&[CommonStep]> {
    let (last, list) = path.split_last()?;
    matches!(last, CommonStep::Element(_)).then_some(list)
}

/// The elements of a list under headings, in their order.
fn elements_of<'b>(blocks: &'b [HeadedKeys<'_>], list: &[CommonStep]) -> Vec<&'b CommonPath> {
    blocks.iter().map(|block| &block.path).filter(|path| list_of(path) == Some(list)).collect()
}

/// All the lines of an element in a version, with what stands above them.
fn whole(version: &TextVersion, path: &[CommonStep]) -> String {
    let lines = version.lines.iter().filter(|line| line.path.starts_with(path));
    lines.flat_map(|line| [line.lead.as_str(), line.body.as_str()]).collect()
}

/// Whether a key is written with dots in it.
fn is_dotted(line: &VersionLine) -> bool {
    let Some(CommonStep::Name(key)) = line.path.last() else { return true };
    let written = line.body.trim_start();
    !(written.starts_with(key.as_str()) || written.starts_with(&format!("\"{key}\"")))
}

fn fate(element: &Element) -> Fate {
    let Element { base, ours, theirs, shape } = element;
    match (base, ours, theirs) {
        (Some(base), Some(left), None) | (Some(base), None, Some(left)) => {
            if base == left {
                Fate::Gone
            } else {
                Fate::Either
            }
        }
        (Some(_), None, None) => Fate::Gone,
        // What goes by an id of its own is one thing that two have begun, say a goal that both took down after the same
        // meeting. What goes by its day is two: that two bodies followed up the same day is no accident, and that one
        // body did so twice is for people to say.
        (None, Some(ours), Some(theirs)) if ours != theirs => {
            let has_id = shape
                .and_then(|shape| shape.field(shape.key?))
                .is_some_and(|field| matches!(field.shape, Shape::Element));
            if has_id { Fate::Merged } else { Fate::Either }
        }
        _ => Fate::Merged,
    }
}

/// The path to the element that a path leads into and another does not; the path itself where it leads into none.
fn element_apart(path: &[CommonStep], other: &[CommonStep]) -> Option<CommonPath> {
    let same = path.iter().zip(other).take_while(|(left, right)| left == right).count();
    let rest = &path[same..];
    let inner = rest.iter().position(|part| matches!(part, CommonStep::Element(_)))?;
    Some(path[..=same + inner].to_vec())
}

/// Whether two paths lead to elements of one list, or one leads into the other's list.
fn is_beside(path: &[CommonStep], other: &[CommonStep]) -> bool {
    let Some((_, list)) = other.split_last() else { return false };
    path.starts_with(list)
}

/// The pieces with neighbours of a sort put together.
fn joined(pieces: Vec<MergedPiece>) -> Vec<MergedPiece> {
    let mut all: Vec<MergedPiece> = Vec::new();
    for piece in pieces {
        match (all.last_mut(), piece) {
            (_, MergedPiece::Text(text)) if text.is_empty() => {}
            (Some(MergedPiece::Text(known)), MergedPiece::Text(text)) => known.push_str(&text),
            // Conflicts that stand side by side are each one's own: one may be resolved this way and one that.
            (_, piece) => all.push(piece),
        }
    }
    all
}
