//! The rows of a table in the order that people read names in.

use super::words::Words;
use crate::report::{Cell, Names, Table};
use std::cmp::Ordering;

/// A row among those beside it: what comes before its name, its name, and where it was made.
#[derive(Clone)]
struct Among {
    rank: usize,
    name: String,
    made: usize,
}

/// The table with its rows in the order of the language, where people read them by their names.
pub(super) fn by_name<'r>(table: Table<'r>, words: &Words<'_>) -> Table<'r> {
    let Some(Names { column, ranks }) = &table.names else { return table };
    let mut way: Vec<Among> = Vec::new();
    let mut rows: Vec<Vec<Among>> = Vec::with_capacity(table.rows.len());
    for (made, row) in table.rows.iter().enumerate() {
        let (depth, name) = match row.get(*column) {
            Some(Cell::Indented(depth, name)) => (*depth, words.cell(name)),
            Some(name) => (0, words.cell(name)),
            None => (0, String::new()),
        };
        way.truncate(depth);
        way.push(Among { rank: ranks.get(made).copied().unwrap_or_default(), name, made });
        rows.push(way.clone());
    }
    let beside = |left: &Among, right: &Among| {
        let names = || words.language.compare(&left.name, &right.name);
        left.rank.cmp(&right.rank).then_with(names).then(left.made.cmp(&right.made))
    };
    let compare = |left: &[Among], right: &[Among]| {
        let differing = left.iter().zip(right).map(|(left, right)| beside(left, right)).find(|order| order.is_ne());
        differing.unwrap_or(Ordering::Equal).then(left.len().cmp(&right.len()))
    };
    let mut places: Vec<usize> = (0..rows.len()).collect();
    places.sort_by(|left, right| compare(&rows[*left], &rows[*right]));
    Table { rows: table.rows.in_order(places), names: None, ..table }
}

#[cfg(test)]
mod tests {
    use super::by_name;
    use crate::language::{Language, Tongue};
    use crate::message::columns;
    use crate::render::Words;
    use crate::report::{Cell, Column, Label, Rows, Table};

    #[test]
    fn names_stand_in_the_order_of_the_language_each_with_what_is_below_it() {
        let made = [
            (0, "Äldre", 0),
            (0, "Handlarna", 0),
            (1, "Ödlan", 0),
            (1, "Åran", 0),
            (2, "Alen", 0),
            (1, "Apan", 1),
            (0, "Hälsan", 0),
        ];
        let rows = made.iter().map(|(depth, name, _)| vec![Cell::Indented(*depth, Box::new(Cell::text(*name)))]);
        let table =
            Table::new("t", vec![Column::new("name", Label::Message(columns::NAME))], Rows::made(rows.collect()));
        let table = table.by_rank_and_name("name", made.iter().map(|(_, _, rank)| *rank).collect());
        let language = Language::new(Tongue::Sv);
        let words = Words { language: &language, currency: "SEK", ids: false };
        let shown: Vec<String> = by_name(table, &words).rows.iter().map(|row| words.cell(&row[0])).collect();
        let shown: Vec<&str> = shown.iter().map(|name| name.trim_start_matches('\u{a0}')).collect();
        assert_eq!(shown, ["Handlarna", "Åran", "Alen", "Ödlan", "Apan", "Hälsan", "Äldre"]);
    }
}
