//! The workbook that a body is asked in: how to answer, what it carries, what it takes part in, what is new; what can be
//! chosen on a hidden sheet, and on one more what the workbook says of itself.

use super::asking::Round;
use super::columns::{Column, columns};
use super::new_rows::{NEW_ROWS, NewColumn};
use super::question::{AskedCell, AskedRow, Point, Role, question};
use super::slip::{Part, SLIP_SHEET, Slip, SlipCell};
use crate::exchange::workbook::{Allowed, Book, Cells, Choice, Content, Ground, Look, Origin, Sheet, Told};
use crate::measure;
use crate::message::rounds;
use crate::model::{Assessment, Choices, FieldType as _, Shape, Status, Trend};
use std::io::{self, Write};

/// Writes the workbook that a body is asked in.
///
/// # Errors
/// It can't be written out.
pub fn write_book(round: &Round<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (register, language) = (round.register, round.language);
    let settings = &register.settings;
    let origin = Origin { publisher: &settings.name, notice: settings.notice.trim(), on: Some(round.today) };
    let body = register.body_name(round.body).to_owned();
    let title = language.say(rounds::Title { body, term: language.term(round.term) });
    let mut book = Book::new(&title, &language.money(0, &settings.currency), &origin);
    let rows = question(register, round.body, round.term, round.today);
    let mut slip = Slip {
        round: round.id.to_owned(),
        body: round.body.to_owned(),
        revision: round.revision.to_owned(),
        language: language.tongue().code().to_owned(),
        ..Slip::default()
    };
    write_help(round, &title, book.sheet(&language.text(rounds::SHEET_HELP))?)?;
    // What can be chosen stands behind what chooses, and has to be known before it.
    let lists = Lists::of(round);
    for part in Part::ALL {
        let (name, role) = match part {
            Part::Own => (rounds::SHEET_OWN, Some(Role::Responsible)),
            Part::Partner => (rounds::SHEET_PARTNER, Some(Role::Partner)),
            Part::New => (rounds::SHEET_NEW, None),
        };
        let own: Vec<&AskedRow<'_>> = rows.iter().filter(|row| Some(row.role) == role).collect();
        if role.is_some() && own.is_empty() {
            continue;
        }
        let sheet = book.sheet(&language.text(name))?;
        if role.is_some() {
            write_rows(round, part, &own, &lists, &mut slip, sheet)?;
        } else {
            write_new(round, &lists, &mut slip, sheet)?;
        }
    }
    lists.write(book.sheet(&language.text(rounds::SHEET_CHOICES))?)?;
    let mut hidden = book.sheet(SLIP_SHEET)?;
    for (row, line) in (0..).zip(slip.lines()) {
        for (column, text) in (0..).zip(line) {
            hidden.put((row, column), &Content::text(text), Look { is_exact: true, ..Look::default() })?;
        }
    }
    hidden.hide(true);
    hidden.finish()?;
    book.save(out)
}

fn write_help(round: &Round<'_>, title: &str, mut sheet: Sheet<'_>) -> io::Result<()> {
    let language = round.language;
    sheet.put((0, 0), &Content::text(title), Look { is_large: true, ..Look::default().strong() })?;
    let whom = rounds::HelpFor {
        body: round.register.body_name(round.body).to_owned(),
        due: language.long_day(round.due),
        term: language.term(round.term),
    };
    let texts = [
        rounds::HELP_FILL,
        rounds::HELP_ASSESS,
        rounds::HELP_MONEY,
        rounds::HELP_NEW,
        rounds::HELP_NOT_YOURS,
        rounds::HELP_SORT,
        rounds::HELP_PERSONAL,
        rounds::HELP_RETURN,
    ];
    let lines = std::iter::once(language.say(whom)).chain(texts.map(|text| language.text(text)));
    for (row, line) in (0..).zip(lines) {
        sheet.put((row * 2 + 2, 0), &Content::text(line), Look::default())?;
    }
    let notice = round.register.settings.notice.trim();
    sheet.put((20, 0), &Content::text(notice), Look::on(Ground::Faint))?;
    sheet.protect();
    sheet.open_here();
    sheet.finish_wide()
}

/// What can be chosen on the sheets: a column of names for each shape, on a sheet of their own.
struct Lists {
    columns: Vec<(String, Vec<String>, Choice)>,
}

impl Lists {
    fn of(round: &Round<'_>) -> Self {
        let sheet = round.language.text(rounds::SHEET_CHOICES);
        let codes = [Status::SHAPE, Assessment::SHAPE, Trend::SHAPE];
        let year = i64::from(round.term.year());
        let shapes = codes.into_iter().chain(NewColumn::all(year).map(|column| column.asked().shape));
        let mut columns: Vec<(String, Vec<String>, Choice)> = Vec::new();
        for shape in shapes {
            let key = key_of(&shape);
            if columns.iter().any(|(own, ..)| *own == key) {
                continue;
            }
            let Some(names) = (round.offered)(shape.single()).filter(|names| !names.is_empty()) else { continue };
            let place = u16::try_from(columns.len()).unwrap_or(u16::MAX);
            let choice = Choice::at(&sheet, place, names.len());
            columns.push((key, names, choice));
        }
        Self { columns }
    }

    fn find(&self, shape: &Shape) -> Option<&Choice> {
        let key = key_of(shape);
        self.columns.iter().find(|(own, ..)| *own == key).map(|(_, _, choice)| choice)
    }

    fn write(&self, mut sheet: Sheet<'_>) -> io::Result<()> {
        let most = self.columns.iter().map(|(_, names, _)| names.len()).max().unwrap_or_default();
        for row in 0..most {
            for (column, (_, names, _)) in (0..).zip(&self.columns) {
                if let Some(name) = names.get(row) {
                    let row = u32::try_from(row).unwrap_or(u32::MAX);
                    sheet.put((row, column), &Content::text(name), Look::default())?;
                }
            }
        }
        sheet.hide(false);
        sheet.finish()
    }
}

/// What a list of names goes by: what it is a list of.
fn key_of(shape: &Shape) -> String {
    match shape.single() {
        Shape::Choice(Choices { name, .. }) => format!("choice {name}"),
        Shape::Reference(target) => format!("{target:?}"),
        _ => String::new(),
    }
}

/// The sheet of what a body carries or takes part in.
fn write_rows(
    round: &Round<'_>,
    part: Part,
    rows: &[&AskedRow<'_>],
    lists: &Lists,
    slip: &mut Slip,
    mut sheet: Sheet<'_>,
) -> io::Result<()> {
    let indicators = rows.iter().map(|row| row.intervention.indicator.len()).max().unwrap_or_default();
    let columns = columns(part, indicators);
    let last = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    for (place, column) in (0..).zip(&columns) {
        let head = column.head(round);
        slip.columns.insert((part, head.clone()), column.key());
        sheet.put((0, place), &Content::text(head), Look::heading())?;
        sheet.room(place, column.room());
        if let Some(help) = column.help(round) {
            sheet.help((0, place), &help)?;
        }
        if let Some(asked) = column.asked() {
            allow(&mut sheet, Cells { from: (1, place), until: (last, place) }, asked.shape, lists, round)?;
        }
        if matches!(column, Column::Asked(Point::Assessment)) {
            mark_missing(&mut sheet, place, rows, round)?;
        }
    }
    for (place, row) in (1..).zip(rows) {
        for (at, column) in (0..).zip(&columns) {
            let key = (part, row.id.to_owned(), column.key());
            let Some(cell) = column.cell(row) else {
                let (text, look) = column.told(row, round);
                sheet.put((place, at), &Content::text(text.clone()), look)?;
                slip.cells.insert(key, SlipCell { point: None, is_open: false, said: text });
                continue;
            };
            let asked = SlipCell { point: Some(cell.point.clone()), is_open: cell.is_open, said: cell.says.clone() };
            slip.cells.insert(key, asked);
            let ground = if cell.is_open { Ground::Open } else { Ground::Faint };
            sheet.put((place, at), &shown(cell, round), Look { is_open: cell.is_open, ..Look::on(ground) })?;
            if let Some(why) = column.why_closed(cell) {
                sheet.help((place, at), &round.language.text(why))?;
            }
        }
    }
    sheet.protect();
    sheet.freeze((1, 2))?;
    sheet.finish_form(last, u16::try_from(columns.len()).unwrap_or(u16::MAX))
}

/// Lets the assessments stand out that are owed and missing.
fn mark_missing(sheet: &mut Sheet<'_>, column: u16, rows: &[&AskedRow<'_>], round: &Round<'_>) -> io::Result<()> {
    for (place, row) in (1..).zip(rows) {
        if row.role == Role::Responsible && measure::owes((row.id, row.intervention), round.term, round.register) {
            sheet.mark_blank(Cells { from: (place, column), until: (place, column) })?;
        }
    }
    Ok(())
}

/// What the register says, as a cell that is filled in has it.
fn shown(cell: &AskedCell, round: &Round<'_>) -> Content<'static> {
    let language = round.language;
    match cell.point.asked().shape {
        Shape::Choice(list) if !cell.says.is_empty() => Content::text(language.choice(list.name, &cell.says)),
        Shape::Money => cell.says.parse().map_or(Content::Empty, Content::Money),
        Shape::Number => cell.says.parse().map_or(Content::Empty, Content::Number),
        _ => Content::text(cell.says.clone()),
    }
}

/// Lets nothing but what is of a shape be written in cells.
fn allow(sheet: &mut Sheet<'_>, cells: Cells, shape: Shape, lists: &Lists, round: &Round<'_>) -> io::Result<()> {
    let (title, text) = match shape {
        Shape::List(_) => (rounds::SEVERAL_TITLE, rounds::SEVERAL_TEXT),
        Shape::Money => (rounds::AMOUNT_TITLE, rounds::AMOUNT_TEXT),
        Shape::Number => (rounds::NUMBER_TITLE, rounds::NUMBER_TEXT),
        Shape::Day => (rounds::DAY_TITLE, rounds::DAY_TEXT),
        _ => (rounds::CHOOSE_TITLE, rounds::CHOOSE_TEXT),
    };
    let (title, text) = (round.language.text(title), round.language.text(text));
    let told = Told { title: &title, text: &text };
    match (shape, lists.find(&shape)) {
        (Shape::List(_), Some(choice)) => sheet.allow(cells, &Allowed::SomeOf(choice), told),
        (_, Some(choice)) => sheet.allow(cells, &Allowed::OneOf(choice), told),
        (Shape::Money, None) => sheet.allow(cells, &Allowed::Amount, told),
        (Shape::Number, None) => sheet.allow(cells, &Allowed::Number, told),
        (Shape::Day, None) => sheet.allow(cells, &Allowed::Day, told),
        _ => Ok(()),
    }
}

/// The sheet for what nobody knows of yet: empty rows.
fn write_new(round: &Round<'_>, lists: &Lists, slip: &mut Slip, mut sheet: Sheet<'_>) -> io::Result<()> {
    let language = round.language;
    let last = u32::try_from(NEW_ROWS).unwrap_or(u32::MAX);
    let asked: Vec<NewColumn> = NewColumn::all(i64::from(round.term.year())).collect();
    for (place, column) in (0..).zip(&asked) {
        let head = match column {
            NewColumn::Money(year) => language.say(rounds::head_granted(year.to_string())),
            NewColumn::Comment => language.text(rounds::HEAD_COMMENT),
            NewColumn::Field(_) => {
                column.field().map_or(String::new(), |(table, field)| language.field(table, field.name))
            }
        };
        slip.columns.insert((Part::New, head.clone()), column.key());
        sheet.put((0, place), &Content::text(head), Look::heading())?;
        if let Some((table, field)) = column.field() {
            sheet.help((0, place), &language.description(table, field.name))?;
        }
        let shape = column.asked().shape;
        sheet.room(place, if matches!(shape, Shape::Text | Shape::List(_)) { 30 } else { 14 });
        allow(&mut sheet, Cells { from: (1, place), until: (last, place) }, shape, lists, round)?;
        for row in 1..=last {
            // A day is shown as one whatever it is written as.
            let content = if matches!(shape, Shape::Day) { Content::NoDay } else { Content::Empty };
            sheet.put((row, place), &content, Look { is_open: true, ..Look::on(Ground::Open) })?;
        }
    }
    sheet.protect();
    sheet.freeze((1, 1))?;
    sheet.finish_form(last, u16::try_from(asked.len()).unwrap_or(u16::MAX))
}
