//! `round status`: who has answered a round of inventory, and what came (D6, D17).

use super::cell::{Cell, Label, Mark};
use super::document::{Block, Document, Figure};
use super::table::{Column, Holds, Rows, TableForm};
use crate::exchange::round::Point;
use crate::message::{reports, told};
use crate::model::{Answer, Day, Kind, Known, Register, Round};

/// How a round stands: what has come and what is out, body by body, and what was said to those who ask. Of no round it says
/// that there is none.
#[must_use]
pub fn round<'r>(known: &'r Known<'_>, asked: Option<&'r Round>) -> Document<'r> {
    let (register, today) = (known.register(), known.day());
    let mut title = vec![Cell::message(reports::ROUND)];
    title.extend(asked.and_then(|round| round.period).map(Cell::Term));
    title.push(Cell::text(&*register.settings.name));
    title.push(Cell::Day(today));
    let mut blocks = Vec::new();
    if let Some(round) = asked {
        blocks.push(Block::Summary(summary(round, today)));
    }
    let answers: Vec<&'r Answer> = asked.into_iter().flat_map(|round| round.answer.iter()).collect();
    let is_over = asked.is_some_and(|round| round.is_over(today));
    let rows = Rows::each(answers.clone(), move |answer| row(answer, is_over, register));
    let table = answers_form().filled_with(rows).by_name("body");
    blocks.push(Block::Table(table.when_empty(reports::NO_ROUND).filled_by(told::ROUND_START)));
    let comments: Vec<Vec<Cell<'r>>> = answers.into_iter().flat_map(|answer| comments(answer, register)).collect();
    if !comments.is_empty() {
        blocks.push(Block::Heading(Label::Message(reports::ROUND_COMMENTS)));
        blocks.push(Block::Table(comments_form().filled_with(Rows::made(comments))));
    }
    Document::new("round", title, blocks)
}

fn summary<'r>(round: &'r Round, today: Day) -> Vec<Figure<'r>> {
    let open = round.answer.iter().filter(|answer| answer.is_open()).count();
    let label = |label| Label::Message(label);
    let mark = if round.is_over(today) { Mark::Bad } else { Mark::Watch };
    vec![
        Figure::new("asked", label(reports::ROUND_ASKED), Cell::count(round.answer.len())),
        Figure::new("answered", label(reports::ROUND_ANSWERED), Cell::count(round.answer.len() - open)),
        Figure::new("open", label(reports::ROUND_OPEN), Cell::count(open)).marked_if_any(mark),
        Figure::new("due", label(reports::ROUND_DUE), Cell::day(round.due)),
    ]
}

fn row<'r>(answer: &'r Answer, is_over: bool, register: &'r Register) -> Vec<Cell<'r>> {
    let standing = match (answer.is_open(), is_over) {
        (false, _) => Cell::message(reports::ROUND_HAS_ANSWERED).marked(Mark::Good),
        (true, false) => Cell::message(reports::ROUND_WAITED_FOR).marked(Mark::Watch),
        (true, true) => Cell::message(reports::ROUND_LATE).marked(Mark::Bad),
    };
    let said = answer.said.iter().filter(|said| !is_comment(&said.field)).count();
    // Nothing has come yet, which is not the same as nothing was said.
    let counted = |count: usize| if answer.is_open() { Cell::Empty } else { Cell::count(count) };
    vec![
        Cell::body(answer.body.as_ref(), register),
        standing,
        Cell::day(answer.asked_on),
        Cell::day(answer.answered_on),
        counted(said),
        counted(answer.added.len()),
        counted(answer.said.len() - said),
    ]
}

fn is_comment(field: &str) -> bool {
    Point::from_key(field) == Some(Point::Comment)
}

fn comments<'r>(answer: &'r Answer, register: &'r Register) -> impl Iterator<Item = Vec<Cell<'r>>> {
    let said = answer.said.iter().filter(|said| is_comment(&said.field));
    said.map(move |said| {
        vec![
            Cell::body(answer.body.as_ref(), register),
            Cell::named(Kind::Intervention, said.intervention.as_ref().map(|id| id.as_str()), register),
            Cell::text(said.value.trim_end()),
        ]
    })
}

/// The tables that it has in any register.
pub(super) fn forms<'r>() -> Vec<TableForm<'r>> {
    vec![answers_form(), comments_form().sometimes()]
}

fn answers_form<'r>() -> TableForm<'r> {
    TableForm::new(
        "answers",
        vec![
            Column::new("body", Label::Field("answer", "body")),
            Column::new("standing", Label::Message(reports::STANDING)),
            Column::new("asked_on", Label::Field("answer", "asked_on")).holding(Holds::Day).dispensable(2),
            Column::new("answered_on", Label::Field("answer", "answered_on")).holding(Holds::Day).dispensable(1),
            Column::new("said", Label::Message(reports::ROUND_SAID)).integer(),
            Column::new("added", Label::Message(reports::ROUND_ADDED)).integer(),
            Column::new("comments", Label::Message(reports::ROUND_COMMENTS)).integer(),
        ],
    )
}

fn comments_form<'r>() -> TableForm<'r> {
    TableForm::new(
        "comments",
        vec![
            Column::new("body", Label::Field("answer", "body")).said_once(),
            Column::new("intervention", Label::Cell(Cell::Kind(Kind::Intervention))),
            Column::new("comment", Label::Message(reports::ROUND_COMMENT)),
        ],
    )
}
