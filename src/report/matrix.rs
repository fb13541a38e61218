//! `report matrix`: how each intervention was judged, term by term.

use super::cell::{Cell, Label, Mark, mark};
use super::document::{Block, Document, Line};
use super::follow_up::districts;
use super::overview::Overview;
use super::status::legend;
use super::table::{Column, Holds, Rows, Table, TableForm};
use crate::measure::{is_followed_up, owes};
use crate::message::{columns, reports, say};
use crate::model::{Assessment, FollowUp, Intervention, Kind, Named, Term};
use crate::query::Scope;

/// How the interventions that fit were judged in some terms.
#[must_use]
pub fn matrix<'r>(scope: &Scope<'r>, terms: &[Term]) -> Document<'r> {
    let register = scope.register;
    let title = vec![Cell::message(reports::MATRIX), Cell::text(&*register.settings.name), Cell::Day(scope.today)];
    let told: Vec<Named<'r>> =
        scope.interventions().into_iter().filter(|named| is_told(*named, terms, scope)).collect();
    let left_out = scope.interventions().len() - told.len();
    let overview = Overview::of(scope, told.iter().copied());
    let mut blocks = vec![Block::Summary(overview.figures())];
    blocks.extend(overview.deviations());
    blocks.push(Block::Heading(Label::Message(reports::ALL_INTERVENTIONS)));
    blocks.extend(legend(Assessment::ALL.iter().copied()).map(Block::Line));
    blocks.push(Block::Line(Line::new(reports::MATRIX_LEGEND)));
    blocks.push(Block::Table(table(told, terms, scope)));
    if left_out > 0 {
        blocks.push(Block::Line(Line::new(reports::matrix_left_out(Cell::count(left_out)))));
    }
    Document::new("matrix", title, blocks)
}

/// What programs are told beside the codes of assessments: that a follow-up is missing, and that one of another term tells.
const MISSING: &str = "missing";
const OTHER_TERM: &str = "other-term";

/// Whether there is anything to tell of an intervention in some terms.
fn is_told(named: Named<'_>, terms: &[Term], scope: &Scope<'_>) -> bool {
    let register = scope.register;
    terms.iter().any(|term| owes(named, *term, register) || is_followed_up(named.1, *term, &register.settings))
}

/// What was said last of a term.
fn last_of<'r>(own: &'r Intervention, term: Term, scope: &Scope<'r>) -> Option<&'r FollowUp> {
    own.follow_ups_of(term, &scope.register.settings).into_iter().next()
}

fn table<'r>(told: Vec<Named<'r>>, terms: &[Term], scope: &Scope<'r>) -> Table<'r> {
    let (register, today) = (scope.register, scope.today);
    let mut form = matrix_form();
    // For people a mark each, for programs its code.
    form.columns.extend(terms.iter().map(|term| {
        let column = Column::new(format!("{term}-mark"), Label::Cell(Cell::Term(*term)));
        column.for_people().varying()
    }));
    form.columns.extend(terms.iter().map(|term| {
        let column = Column::new(term.to_string(), Label::Cell(Cell::Term(*term)));
        column.for_programs().varying()
    }));
    let rows = told.iter().map(|(id, own)| {
        let judged: Vec<Option<Assessment>> =
            terms.iter().map(|term| last_of(own, *term, scope).and_then(|told| told.assessment)).collect();
        let mut cells = vec![
            Cell::text(*id),
            Cell::text(&*own.title),
            districts(own, today, register),
            Cell::named(Kind::Body, own.responsible_on(today).map(|id| id.as_str()), register),
        ];
        cells.extend(terms.iter().zip(&judged).map(|(term, judged)| match judged {
            Some(judged) => Cell::Empty.marked(mark(*judged)),
            // Something was told of it, and not by a follow-up of its own.
            None if is_followed_up(own, *term, &register.settings) => Cell::message(reports::MATRIX_ACROSS),
            None if owes((id, own), *term, register) && term.last() < today => {
                Cell::message(reports::MATRIX_NONE).marked(Mark::Bad)
            }
            None => Cell::Empty,
        }));
        cells.extend(terms.iter().zip(&judged).map(|(term, judged)| match judged {
            Some(judged) => Cell::Code(judged.code(), &Assessment::CHOICES),
            None if is_followed_up(own, *term, &register.settings) => Cell::text(OTHER_TERM),
            None if owes((id, own), *term, register) && term.last() < today => Cell::text(MISSING),
            None => Cell::Empty,
        }));
        cells
    });
    form.filled_with(Rows::made(rows.collect())).by_name("title").when_empty(say::LIST_EMPTY)
}

/// The table of the report.
pub(super) fn forms<'r>() -> Vec<TableForm<'r>> {
    vec![matrix_form()]
}

fn matrix_form<'r>() -> TableForm<'r> {
    TableForm::new(
        "matrix",
        vec![
            Column::new("id", Label::Message(columns::ID)).for_programs(),
            Column::new("title", Label::Field("intervention", "title")),
            Column::new("districts", Label::Field("intervention", "districts")).holding(Holds::List).dispensable(1),
            Column::new("responsible", Label::Field("intervention", "responsible")).dispensable(2),
        ],
    )
}
