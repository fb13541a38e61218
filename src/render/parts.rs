//! A table as people are shown it: in parts under headings, with what would be said again left out.

use super::by_name::by_name;
use super::words::Words;
use crate::model::Kind;
use crate::report::{Cell, Column, Label, RowHead, Rows, Table};

/// The parts of a table, each with its heading, where it is shown so; and without what a cell says again. What the
/// rows come to stands last.
pub(super) fn in_parts<'r>(table: Table<'r>, words: &Words<'_>) -> Vec<TablePart<'r>> {
    in_whole_parts(table, words).into_iter().map(|(heading, table)| (heading, saying_once(table))).collect()
}

/// The same, with each row saying all that it says.
pub(super) fn in_whole_parts<'r>(table: Table<'r>, words: &Words<'_>) -> Vec<TablePart<'r>> {
    let table = by_name(table, words);
    if table.rows.is_empty() || !(table.is_parted || table.columns.iter().any(|column| column.is_said_once)) {
        return vec![(None, table)];
    }
    let skip = usize::from(table.is_parted);
    let columns: Vec<Column<'_>> = table.columns.iter().skip(skip).cloned().collect();
    let mut shown: Vec<TablePart<'_>> = Vec::new();
    for (heading, rows) in gathered(table.rows.iter(), skip) {
        shown.push((heading, table.part(columns.clone(), Rows::made(rows))));
    }
    let is_one = shown.len() == 1;
    for (heading, sum) in sum_parts(&table.totals, skip, &mut shown) {
        match shown.last_mut() {
            Some((_, last)) if is_one && last.totals.is_empty() => last.totals.push(sum),
            Some(_) if is_one => {}
            _ => shown.push((heading, table.part(columns.clone(), Rows::made(vec![sum])))),
        }
    }
    shown
}

/// A table without what a cell says again.
fn saying_once(table: Table<'_>) -> Table<'_> {
    if table.columns.iter().all(|column| !column.is_said_once) {
        return table;
    }
    let mut rows: Vec<Cells<'_>> = table.rows.iter().collect();
    for (row, again) in rows.iter_mut().zip(said_again(&table)) {
        again.into_iter().for_each(|place| row[place] = Cell::Empty);
    }
    Table { rows: Rows::made(rows), ..table }
}

/// A row that is shown by itself.
pub(super) struct Part<'r> {
    /// What it is called.
    pub called: Option<Cell<'r>>,
    /// The id that it goes by.
    pub id: Cell<'r>,
    /// What else it says.
    pub fields: Vec<(Label<'r>, Cell<'r>)>,
}

/// The rows of a table that are shown each by itself, without what they do not say.
pub(super) fn by_themselves<'r>(table: &Table<'r>, head: RowHead) -> Vec<Part<'r>> {
    let part = |mut row: Vec<Cell<'r>>| {
        let mut take = |place: usize| std::mem::replace(&mut row[place], Cell::Empty);
        let called = head.called.map(&mut take).filter(|called| !is_empty(called));
        let id = take(head.id);
        let columns = table.columns.iter().filter(|column| !column.is_for_programs());
        let cells = columns.zip(row).filter(|(_, cell)| !is_empty(cell));
        Part { called, id, fields: cells.map(|(column, cell)| (column.label.clone(), apart(cell))).collect() }
    };
    table.rows.iter().map(part).collect()
}

/// Whether a cell says nothing.
fn is_empty(cell: &Cell<'_>) -> bool {
    match cell {
        Cell::Empty => true,
        Cell::Fields(_, fields) => fields.is_empty(),
        _ => false,
    }
}

/// The fields of a table within a row, and what it names, each on a line of its own.
fn apart(cell: Cell<'_>) -> Cell<'_> {
    // Those of these are few and short.
    let is_short = |cell: &Cell<'_>| match cell {
        Cell::Reference(target, ..) => matches!(target.kind(), Some(Kind::Body | Kind::District)),
        cell => !matches!(cell, Cell::Record { .. }),
    };
    match cell {
        Cell::List(cells) if !cells.iter().any(is_short) => Cell::Lines(cells),
        Cell::Fields(shape, fields) => {
            Cell::Lines(fields.into_iter().map(|field| Cell::Fields(shape, vec![field])).collect())
        }
        cell => cell,
    }
}

type TablePart<'r> = (Option<Cell<'r>>, Table<'r>);
type Cells<'r> = Vec<Cell<'r>>;

/// Rows that stand together and say the same first, with what they say, which is taken from them.
fn gathered<'r>(rows: impl Iterator<Item = Cells<'r>>, skip: usize) -> Vec<(Option<Cell<'r>>, Vec<Cells<'r>>)> {
    let mut parts: Vec<(Option<Cell<'r>>, Vec<Cells<'r>>)> = Vec::new();
    for mut row in rows {
        let rest = row.split_off(skip);
        let heading = row.pop();
        match parts.last_mut() {
            Some((known, rows)) if same(known.as_ref(), heading.as_ref()) => rows.push(rest),
            _ => parts.push((heading, vec![rest])),
        }
    }
    parts
}

/// Puts what a part comes to below it, and gives back what all of them come to.
fn sum_parts<'r>(totals: &[Cells<'r>], skip: usize, shown: &mut [TablePart<'r>]) -> Vec<(Option<Cell<'r>>, Cells<'r>)> {
    let mut all = Vec::new();
    for mut sum in totals.iter().cloned() {
        let rest = sum.split_off(skip);
        let heading = sum.pop();
        match shown.iter_mut().find(|(known, _)| same(known.as_ref(), heading.as_ref())) {
            Some((_, part)) => part.totals.push(rest),
            None => all.push((heading, rest)),
        }
    }
    all
}

fn same(left: Option<&Cell<'_>>, right: Option<&Cell<'_>>) -> bool {
    match (left, right) {
        (Some(left), Some(right)) => left.says_as(right),
        (None, None) => true,
        _ => false,
    }
}

/// For each row the cells that say what the row above them says, in columns that say it once. A cell is said again where one
/// to its left, that would be said once too, has changed.
pub(super) fn said_again(table: &Table<'_>) -> Vec<Vec<usize>> {
    let once: Vec<usize> = (0..table.columns.len()).filter(|place| table.columns[*place].is_said_once).collect();
    let (mut above, mut all) = (None::<Cells<'_>>, Vec::new());
    for row in table.rows.iter() {
        let says_again = |place: &usize| above.as_ref().is_some_and(|above| above[*place].says_as(&row[*place]));
        all.push(once.iter().copied().take_while(says_again).collect());
        above = Some(row);
    }
    all
}
