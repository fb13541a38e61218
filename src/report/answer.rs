//! `sql`: what a question in SQL was answered.

use super::cell::{Cell, Label};
use super::document::{Block, Document};
use super::table::{Column, Holds, Rows, Table, TableForm};
use crate::exchange::{About, Answer, Datum, Relation};
use crate::message::{Message, reports};

/// An answer as a table: its columns are those that were asked for.
#[must_use]
pub fn answer<'r>(answer: Answer) -> Document<'r> {
    let holds = |place: usize| {
        let data: Vec<&Datum<'_>> =
            answer.rows.iter().map(|row| &row[place]).filter(|datum| **datum != Datum::Empty).collect();
        let are_numbers = data.iter().all(|datum| matches!(datum, Datum::Integer(_) | Datum::Number(_)));
        if are_numbers && !data.is_empty() { Holds::Number } else { Holds::Any }
    };
    let headings = answer.columns.iter().enumerate().map(|(place, name)| {
        // Two may be called the same, and are told apart by their places.
        let is_second = answer.columns[..place].contains(name);
        let key = if is_second { format!("{name}_{}", place + 1) } else { name.clone() };
        Column::new(key, Label::Cell(Cell::text(name.clone()))).holding(holds(place)).varying()
    });
    let headings = headings.collect();
    let count = Cell::count(answer.rows.len());
    let rows = answer.rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect();
    let title: Message<Cell<'r>> = reports::answer_count(count);
    Document::new("sql", vec![Cell::Message(title)], vec![Block::Table(Table::new("rows", headings, Rows::made(rows)))])
}

fn cell<'r>(datum: Datum<'static>) -> Cell<'r> {
    match datum {
        Datum::Empty => Cell::Empty,
        Datum::Text(text) => Cell::Text(text),
        Datum::Integer(number) => Cell::Ordinal(number),
        Datum::Number(number) => Cell::Number(number),
        Datum::Flag(flag) => Cell::Flag(flag),
        Datum::Day(day) => Cell::Day(day),
        Datum::Term(term) => Cell::Term(term),
    }
}

/// The tables and views that can be asked.
#[must_use]
pub fn relations<'r>(relations: Vec<Relation>) -> Document<'r> {
    let rows = relations.into_iter().map(|relation| {
        let columns = relation.columns.into_iter().map(Cell::text).collect();
        let about = match relation.about {
            About::Field(table, field) => Label::Description(table, field),
            About::Kind(kind) => Label::Kinds(kind),
            About::Message(key) => Label::Message(key),
        };
        vec![Cell::text(relation.name), Cell::Label(Box::new(about)), Cell::List(columns)]
    });
    let rows: Vec<Vec<Cell<'r>>> = rows.collect();
    let title = vec![Cell::message(reports::SQL_TABLES)];
    Document::new("sql", title, vec![Block::Table(relations_form().filled_with(Rows::made(rows)))])
}

/// The table of those.
#[must_use]
pub fn relations_form<'r>() -> TableForm<'r> {
    let headings = vec![
        Column::new("table", Label::Message(reports::SQL_TABLE)),
        Column::new("about", Label::Message(reports::SQL_ABOUT)).for_people(),
        Column::new("column", Label::Message(reports::SQL_COLUMNS)).holding(Holds::List),
    ];
    TableForm::new("tables", headings)
}
