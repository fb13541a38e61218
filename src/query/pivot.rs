//! Numbers of records by the values of one field or two.

use super::Row;
use super::dimension::{Dimension, Key, lists_of};
use super::elements::{Chosen, each_choice};
use super::figure::{Amount, Asking, Figure};
use super::parts::{Sides, own_part, parted};
use crate::model::Term;
use std::collections::{BTreeMap, BTreeSet};

/// Numbers of each pair of values.
#[derive(Debug, Default)]
pub struct Pivot<'r> {
    /// The values that stand to the left.
    pub rows: BTreeSet<Key<'r>>,
    /// The values that stand at the top: one that says nothing, where there is no field for it.
    pub columns: BTreeSet<Key<'r>>,
    /// What there is of each figure that was asked for, in their order.
    pub told: Vec<Told<'r>>,
    /// How many records there are, each once.
    pub records: usize,
    /// The records that have money which does not count: of what is proposed, or was called off.
    pub left_out: BTreeSet<&'r str>,
    /// The records whose budget of the year nobody has said.
    pub without_budget: BTreeSet<&'r str>,
}

/// What there is of a figure, by pairs of values.
#[derive(Debug, Default)]
pub struct Told<'r> {
    /// What there is of each pair that there is anything of.
    pub cells: BTreeMap<(Key<'r>, Key<'r>), Gathered<'r>>,
}

/// Amounts of records or of their elements, each known by the id of its record and its place in it.
#[derive(Debug, Default, Clone)]
pub struct Gathered<'r> {
    amounts: Vec<((&'r str, usize), f64)>,
    unknown: Vec<&'r str>,
}

impl<'r> Gathered<'r> {
    fn add(&mut self, of: (&'r str, usize), amount: f64, is_part: bool) {
        match self.amounts.last_mut() {
            Some((last, sum)) if *last == of && is_part => *sum += amount,
            // One is one, however many of its elements are told here.
            Some((last, _)) if *last == of => {}
            _ => self.amounts.push((of, amount)),
        }
    }

    fn add_unknown(&mut self, id: &'r str) {
        if self.unknown.last() != Some(&id) {
            self.unknown.push(id);
        }
    }

    /// What several have together: parts are added, and all else is counted once.
    pub fn together<'g>(all: impl IntoIterator<Item = &'g Self>, figure: &Figure) -> Self
    where
        'r: 'g,
    {
        let mut together = Self::default();
        for one in all {
            together.amounts.extend(&one.amounts);
            together.unknown.extend(&one.unknown);
        }
        if !figure.is_parted() {
            together.amounts.sort_by_key(|(of, _)| *of);
            together.amounts.dedup_by_key(|(of, _)| *of);
        }
        together
    }

    /// What the amounts become; nothing where there is none of which to say it.
    #[must_use]
    pub fn value(&self, figure: &Figure) -> Option<f64> {
        figure.reduction.of(self.amounts.iter().map(|(_, amount)| *amount).collect())
    }

    /// Whether nothing is known where something should be.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.amounts.is_empty() && !self.unknown.is_empty()
    }

    /// The ids of the records whose amounts are here, each once, in order.
    #[must_use]
    pub fn ids(&self) -> Vec<&'r str> {
        let ids: BTreeSet<&'r str> = self.amounts.iter().map(|((id, _), _)| *id).collect();
        ids.into_iter().collect()
    }
}

impl<'r> Told<'r> {
    /// What there is of each value to the left.
    #[must_use]
    pub fn by_row(&self, figure: &Figure) -> BTreeMap<&Key<'r>, Gathered<'r>> {
        let mut rows: BTreeMap<&Key<'r>, Vec<&Gathered<'r>>> = BTreeMap::new();
        for ((row, _), cell) in &self.cells {
            rows.entry(row).or_default().push(cell);
        }
        rows.into_iter().map(|(row, cells)| (row, Gathered::together(cells, figure))).collect()
    }

    /// What there is of each value at the top.
    #[must_use]
    pub fn by_column(&self, figure: &Figure) -> BTreeMap<&Key<'r>, Gathered<'r>> {
        let mut columns: BTreeMap<&Key<'r>, Vec<&Gathered<'r>>> = BTreeMap::new();
        for ((_, column), cell) in &self.cells {
            columns.entry(column).or_default().push(cell);
        }
        columns.into_iter().map(|(column, cells)| (column, Gathered::together(cells, figure))).collect()
    }

    /// What there is in all, each record once.
    #[must_use]
    pub fn in_all(&self, figure: &Figure) -> Gathered<'r> {
        Gathered::together(self.cells.values(), figure)
    }

    fn cell(&mut self, pair: (Key<'r>, Key<'r>)) -> &mut Gathered<'r> {
        self.cells.entry(pair).or_default()
    }
}

/// Some figures of each pair of values of two dimensions, or of each value of one.
///
/// A record with several values is told for each of them, and once in all. Money is parted between them, so that what is told
/// comes to what there is. Fields of the same list of tables go together: an amount of a budget
/// is told under the source of its own row.
#[must_use]
pub fn pivot<'r>(
    asking: &Asking<'r>,
    rows: &[Row<'r>],
    down: &Dimension,
    across: Option<&Dimension>,
    figures: &[Figure],
) -> Pivot<'r> {
    let records = rows.iter().filter(|row| row.is_wanted).count();
    let mut pivot = Pivot { records, ..Pivot::default() };
    pivot.rows.extend(down.possible(asking.register));
    pivot.columns.extend(across.map_or(vec![Key::Missing], |across| across.possible(asking.register)));
    let sides = Sides { down, across, districts: asking.districts, within: asking.within };
    let lists = lists_of([down].into_iter().chain(across));
    // What has nothing of what is told stands there too.
    for row in rows.iter().filter(|row| row.is_wanted) {
        pivot.rows.extend(pairs(row, &sides, &lists_of([down]), &Chosen::default()).into_iter().map(|(left, _)| left));
    }
    for figure in figures {
        let mut told = Told::default();
        let own = figure.lists();
        let rest: Vec<&[usize]> = lists.iter().copied().filter(|list| !own.contains(list)).collect();
        for row in rows.iter().filter(|row| row.is_wanted || figure.is_of_money_rows()) {
            let mut place = 0;
            figure.each_amount(row, asking, &mut |at, amount| match amount {
                Amount::LeftOut => {
                    if row.is_wanted {
                        pivot.left_out.insert(row.id);
                    }
                }
                Amount::Unknown if !sides.is_theirs(row, at) => {}
                Amount::Known(_) if figure.is_of_money_rows() && !sides.is_theirs(row, at) => {}
                Amount::Unknown => {
                    if figure.is_budget() {
                        pivot.without_budget.insert(row.id);
                    }
                    for pair in pairs(row, &sides, &rest, at) {
                        told.cell(pair).add_unknown(row.id);
                    }
                }
                Amount::Known(amount) if figure.is_parted() => {
                    for (pair, part) in parted(row, &sides, amount, &rest, at) {
                        told.cell(pair).add((row.id, 0), part, true);
                    }
                }
                Amount::Known(amount) => {
                    let amount = if figure.is_money() { own_part(row, &sides, amount, at) } else { Some(amount) };
                    let Some(amount) = amount else { return };
                    for pair in pairs(row, &sides, &rest, at) {
                        told.cell(pair).add((row.id, place), amount, false);
                    }
                    place += 1;
                }
            });
        }
        for (left, top) in told.cells.keys() {
            pivot.rows.insert(left.clone());
            pivot.columns.insert(top.clone());
        }
        pivot.told.push(told);
    }
    pivot.rows.retain(|key| sides.is_wanted(Some(down), key));
    pivot.columns.retain(|key| sides.is_wanted(across, key));
    fill(&mut pivot.rows);
    fill(&mut pivot.columns);
    pivot
}

/// Each pair of values of a record, once; where some lists are at some of their elements already.
pub(super) fn pairs<'d, 'r>(
    row: &Row<'r>,
    sides: &Sides<'_>,
    lists: &[&'d [usize]],
    chosen: &Chosen<'d, 'r>,
) -> BTreeSet<(Key<'r>, Key<'r>)> {
    let mut pairs = BTreeSet::new();
    each_choice(row, lists, &mut chosen.clone(), &mut |at| {
        let tops = sides.tops(row, at);
        for left in sides.lefts(row, at) {
            pairs.extend(tops.iter().map(|top| (left.clone(), top.clone())));
        }
    });
    pairs.retain(|(left, top)| sides.is_wanted(Some(sides.down), left) && sides.is_wanted(sides.across, top));
    pairs
}

/// Adds the terms between the first and the last: a month without anything is a month too.
fn fill(keys: &mut BTreeSet<Key<'_>>) {
    let terms: Vec<Term> =
        keys.iter().filter_map(|key| if let Key::Term(term) = key { Some(*term) } else { None }).collect();
    let (Some(first), Some(last)) = (terms.first(), terms.last()) else { return };
    let mut term = *first;
    // A register has years, not centuries: what is written wrong shall not fill a page.
    while term < *last && term.cycle() == last.cycle() && last.year() - term.year() < 30 {
        keys.insert(Key::Term(term));
        term = term.next();
    }
}
