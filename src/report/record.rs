//! `show`: one record in full, what it refers to, and what refers to it.

use super::cell::{Cell, Label, Mark, cell, mark};
use super::document::{Block, Document};
use super::names::title;
use super::table::{Column, Holds, RowHead, Rows, Table};
use crate::catalog::shape_of;
use crate::measure;
use crate::message::{columns, say};
use crate::model::{
    Aimed, Assessment, Day, ElementId, Field, Fields, FollowUp, Indicator, Intervention, Kind, Known, Layout,
    LocalWords, Named, Names, Register, Role, Shape, Status, TableShape, Target, Tongue, Value, Values,
};
use crate::query::{Derived, Row};

/// The record in full, as it is written; how it stands, as it is known on the day.
#[must_use]
pub fn record<'r>(row: &Row<'r>, known: &'r Known<'r>) -> Document<'r> {
    let mut heading = vec![title(row.register, row.kind, row.id)];
    let intervention = row.intervention.and_then(|_| known.interventions.get(row.id));
    if let Some(intervention) = intervention {
        heading.extend(standing((row.id, intervention), row.register, row.today));
    }
    let id = Cell::Joined(vec![Cell::Kind(row.kind), Cell::text(row.id)]);
    let mut blocks = vec![Block::Fields(vec![(Label::Message(columns::ID), id)])];
    let mut fields = Vec::new();
    let mut rest = Vec::new();
    parts(row.fields, row, known, &mut fields, &mut rest);
    if let Some(Block::Fields(first)) = blocks.first_mut() {
        first.extend(fields);
        first.extend(ages(row));
    }
    blocks.extend(rest);
    // That it is only proposed, or past, is said first.
    let standing = super::versions::standing_of(row.register, row.kind, row.id, row.today).map(Block::Line);
    blocks.splice(0..0, standing);
    if row.kind == Kind::District {
        blocks.extend(super::versions::of_district(row.register, row.id, row.today, &mut |fields, kind, blocks| {
            let (mut own, mut rest) = (Vec::new(), Vec::new());
            parts(fields, &Row { kind, ..*row }, known, &mut own, &mut rest);
            blocks.push(Block::Fields(own));
            blocks.extend(rest);
        }));
    }
    blocks.extend(referring(row));
    Document::new("record", heading, blocks)
}

/// What holds for the whole register, in full.
#[must_use]
pub fn settings<'r>(known: &'r Known<'r>) -> Document<'r> {
    let register = known.register();
    let own = &register.settings;
    // What is asked of a row here, no kind has of its own.
    let row = Row::as_written(register, Kind::District, "", own, known.day());
    let (mut fields, mut blocks) = (Vec::new(), Vec::new());
    parts(own, &row, known, &mut fields, &mut blocks);
    blocks.insert(0, Block::Fields(fields));
    Document::new(own.shape().name, vec![Cell::text(&*own.name)], blocks)
}

/// Local words as a table: their ids, and a column for each language that any has a name in.
fn word_table<'r>(name: &'static str, words: &'r LocalWords) -> Table<'r> {
    let mut languages: Vec<&str> = Vec::new();
    for language in words.values().flat_map(|names| names.0.keys()) {
        if !languages.contains(&&**language) {
            languages.push(language);
        }
    }
    let label = |language: &'r str| match Tongue::from_code(language) {
        Some(tongue) => Cell::Code(tongue.code(), &Tongue::CHOICES),
        None => Cell::text(language),
    };
    let mut columns = vec![Column::new("id", Label::Message(columns::ID))];
    columns.extend(languages.iter().map(|language| Column::new((*language).to_owned(), Label::Cell(label(language)))));
    let row = |(id, names): (&'r ElementId, &'r Names)| {
        let named =
            languages.iter().map(|language| names.0.get(*language).map_or(Cell::Empty, |name| Cell::text(&**name)));
        [Cell::text(id.as_str())].into_iter().chain(named).collect()
    };
    Table::new(name, columns, Rows::made(words.iter().map(row).collect()))
}

/// When it was touched, where that is known.
fn ages<'r>(row: &Row<'r>) -> Vec<(Label<'r>, Cell<'r>)> {
    let Some(age) = row.register.ages.of(row.kind, row.id) else {
        return Vec::new();
    };
    let field = |derived: Derived, day| (Label::Message(derived.label()), Cell::Day(day));
    vec![field(Derived::Touched, age.touched), field(Derived::Confirmed, age.confirmed)]
}

/// How an intervention stands, in a few words beside its title.
fn standing<'r>(named: Named<'r>, register: &'r Register, today: Day) -> Vec<Cell<'r>> {
    let ((_, intervention), mut cells) = (named, Vec::new());
    if let Some(last) = intervention.last_follow_up()
        && let Some(assessment) = last.assessment
    {
        let word = Cell::Code(assessment.code(), &Assessment::CHOICES);
        let mut judged = vec![Cell::Marked(mark(assessment), Box::new(word))];
        judged.extend(last.trend.map(Cell::Trend));
        cells.push(Cell::Joined(judged));
    }
    if let Some(status) = intervention.status {
        cells.push(Cell::Code(status.code(), &Status::CHOICES));
    }
    if let Some(term) = measure::late(named, register, today) {
        cells.push(Cell::Marked(super::cell::Mark::Bad, Box::new(Cell::message(say::late_for(Cell::Term(term))))));
    }
    cells
}

/// The fields of a table that stand on a line each, and the blocks of those that don't.
fn parts<'r>(
    table: &'r dyn Fields,
    row: &Row<'r>,
    known: &'r Known<'r>,
    fields: &mut Vec<(Label<'r>, Cell<'r>)>,
    blocks: &mut Vec<Block<'r>>,
) {
    let shape = table.shape();
    for (index, field) in shape.fields.iter().enumerate() {
        // The record's own fields as they are on the day: what is to be handed over is still whose it was.
        let is_own = std::ptr::addr_eq(table, row.fields);
        let value = if is_own { row.value(index) } else { table.value(index) };
        // What the record is called stands at its top.
        let is_title = shape.name == row.kind.name() && field.role == Some(Role::Title);
        if value.is_empty() || is_title {
            continue;
        }
        match (value, field.shape) {
            (Value::Table(inner), Shape::Table(_)) if field.layout == Layout::Headed => {
                let (mut own, mut rest) = (Vec::new(), Vec::new());
                parts(inner, row, known, &mut own, &mut rest);
                blocks.push(Block::Heading(Label::Field(shape.name, field.name)));
                blocks.push(Block::Fields(own));
                blocks.extend(rest);
            }
            (Value::List(list), Shape::List(Shape::Table(inner))) => {
                blocks.push(Block::Heading(Label::Field(shape.name, field.name)));
                blocks.push(match row.intervention {
                    Some(intervention) if inner.is::<FollowUp>() => Block::Fields(follow_ups(intervention, row)),
                    _ => Block::Table(elements(list, inner, row, known)),
                });
            }
            (Value::Words(words), _) => {
                blocks.push(Block::Heading(Label::Field(shape.name, field.name)));
                blocks.push(Block::Table(word_table(field.name, words)));
            }
            (value, _) => fields.push((Label::Field(shape.name, field.name), cell(value, row.register))),
        }
    }
}

/// The follow-ups, newest first: its day, how it was judged and by whom, and what was said.
fn follow_ups<'r>(intervention: &'r Intervention, row: &Row<'r>) -> Vec<(Label<'r>, Cell<'r>)> {
    let mut follow_ups: Vec<&FollowUp> = intervention.follow_up.iter().collect();
    follow_ups.sort_by_key(|follow_up| std::cmp::Reverse(follow_up.on));
    let lines = follow_ups.into_iter().map(|follow_up| {
        let mut first = Vec::new();
        if let Some(assessment) = follow_up.assessment {
            let word = Cell::Code(assessment.code(), &Assessment::CHOICES);
            first.push(Cell::Marked(mark(assessment), Box::new(word)));
        }
        first.extend(follow_up.trend.map(Cell::Trend));
        if let Some(by) = &follow_up.by {
            let name = Cell::text(row.register.body_name(by.as_str()));
            first.push(Cell::message(say::in_brackets(name)));
        }
        let mut lines = vec![Cell::Joined(first)];
        if !follow_up.note.is_empty() {
            lines.push(Cell::text(follow_up.note.trim_end()));
        }
        for (id, value) in &follow_up.values.0 {
            let indicator = intervention.indicator.iter().find(|indicator| indicator.id.as_str() == &**id);
            let name = Cell::text(indicator.map_or(&**id, |indicator| &*indicator.name));
            let unit = Cell::text(indicator.map_or("", |indicator| &*indicator.unit));
            lines.push(Cell::message(say::IndicatorValue { name, value: Cell::Number(*value), unit }));
        }
        (Label::Day(follow_up.on), Cell::Lines(lines))
    });
    lines.collect()
}

/// A list of tables as a table: a column for each field that any of them has.
fn elements<'r>(list: &'r dyn Values, shape: &'static TableShape, row: &Row<'r>, known: &'r Known<'r>) -> Table<'r> {
    let used: Vec<usize> = (0..shape.fields.len())
        .filter(|&index| {
            (0..list.len()).any(|at| matches!(list.at(at), Value::Table(element) if !element.value(index).is_empty()))
        })
        .collect();
    let is_indicators = shape.is::<Indicator>();
    let mut columns: Vec<Column<'r>> = used
        .iter()
        .map(|&index| {
            let inner = &shape.fields[index];
            let column = Column::new(inner.name, Label::Field(shape.name, inner.name));
            match inner.shape {
                Shape::Integer | Shape::Ordinal | Shape::Year => column.integer(),
                Shape::Number => column.holding(Holds::Number),
                Shape::Money => column.money(),
                _ => column,
            }
        })
        .collect();
    if is_indicators {
        columns.push(Column::new("latest", Label::Message(say::INDICATOR_LATEST)));
    }
    let register = row.register;
    let record = row.intervention.and_then(|_| known.interventions.get(row.id));
    let places: Vec<usize> = (0..list.len()).collect();
    let told = used.clone();
    let district = (row.kind == Kind::District).then_some(row.id);
    let rows = Rows::each(places, move |&at| {
        let Value::Table(element) = list.at(at) else {
            return Vec::new();
        };
        let mut cells: Vec<Cell<'r>> =
            told.iter().map(|&index| field_cell(element, index, register, district)).collect();
        if is_indicators {
            cells.push(match (record, element.element_id()) {
                (Some(record), Some(id)) => latest(record, id),
                _ => Cell::Empty,
            });
        }
        cells
    });
    let table = Table::new(shape.name, columns, rows);
    let place = |field: Option<&'static Field>| {
        let field = field?;
        used.iter().position(|&index| shape.fields[index].name == field.name)
    };
    match place(shape.element_id()) {
        Some(id) => table.headed(RowHead { called: place(shape.called()), id }),
        None => table.keeping_words(),
    }
}

/// The cell of a field of an element; of a district, where it is one's.
fn field_cell<'r>(
    element: &'r dyn Fields,
    index: usize,
    register: &'r Register,
    district: Option<&'r str>,
) -> Cell<'r> {
    let value = element.value(index);
    match value {
        Value::Code(code, choices) if choices.name == Assessment::CHOICES.name => match Assessment::from_code(code) {
            Some(assessment) => Cell::Marked(mark(assessment), Box::new(Cell::Code(code, choices))),
            None => Cell::Code(code, choices),
        },
        Value::List(list) if is_of_elements(list) => {
            let inner = (0..list.len()).filter_map(|at| match list.at(at) {
                Value::Table(inner) => Some(element_cell(inner, register, district)),
                _ => None,
            });
            Cell::Lines(inner.collect())
        }
        Value::List(list) if !list.is_empty() && (0..list.len()).all(|at| own_goal(list.at(at)).is_some()) => {
            let goals = (0..list.len()).filter_map(|at| own_goal(list.at(at)));
            Cell::List(goals.map(|id| goal_cell(id, register, district)).collect())
        }
        value => super::cell::field_cell(&element.shape().fields[index], value, register),
    }
}

/// The id of a goal of the same district, where a value names one.
fn own_goal(value: Value<'_>) -> Option<&str> {
    match value {
        Value::Reference(Target::OwnGoal, id) => Some(id),
        _ => None,
    }
}

/// A goal of a district by what it is called there; for programs its id.
fn goal_cell<'r>(id: &'r str, register: &'r Register, district: Option<&'r str>) -> Cell<'r> {
    match district.and_then(|district| register.goal(district, id)) {
        Some(goal) => Cell::Record { name: Box::new(Cell::text(&*goal.title)), id: id.to_owned(), file: None },
        None => Cell::Reference(Target::OwnGoal, id, register),
    }
}

/// Whether a list is of tables that are told of by their fields.
fn is_of_elements(list: &dyn Values) -> bool {
    !list.is_empty() && (0..list.len()).all(|at| matches!(list.at(at), Value::Table(inner) if inner.whole().is_none()))
}

/// An element within an element, such as a cause of a problem.
fn element_cell<'r>(element: &'r dyn Fields, register: &'r Register, district: Option<&'r str>) -> Cell<'r> {
    let fields = element.shape().fields.iter().enumerate();
    let told = fields.filter(|(index, _)| !element.value(*index).is_empty());
    Cell::Element(
        element.shape(),
        told.map(|(index, field)| (field.name, field_cell(element, index, register, district))).collect(),
    )
}

/// The latest value of an indicator: as a part of what is aimed at where it is one, or by whether it keeps to its border.
fn latest<'r>(intervention: &'r Intervention, indicator: &str) -> Cell<'r> {
    let values = intervention.follow_up.iter();
    let values = values.filter_map(|follow_up| Some((follow_up.on, follow_up.values.get(indicator)?)));
    let Some((_, value)) = values.max_by_key(|(on, _)| *on) else { return Cell::Empty };
    let known = intervention.indicator.iter().find(|known| known.id.as_str() == indicator);
    match known.and_then(|known| known.aimed(value)) {
        Some(Aimed::PartOf(whole)) => Cell::Bar(value, whole),
        Some(Aimed::Border(_, _, is_kept)) => Cell::Number(value).marked(if is_kept { Mark::Good } else { Mark::Bad }),
        Some(Aimed::Beside(_)) | None => Cell::Number(value),
    }
}

/// What refers to the record.
fn referring<'r>(row: &Row<'r>) -> Vec<Block<'r>> {
    let references = row.register.referring_to(row.kind, row.id);
    if references.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        Column::new("kind", Label::Message(columns::KIND)).said_once(),
        // What it is called is enough to ask for it by.
        Column::new("id", Label::Message(columns::ID)).for_programs(),
        Column::new("name", Label::Message(columns::NAME)),
        Column::new("field", Label::Message(columns::FIELD)).for_programs(),
    ];
    let register = row.register;
    // One line for each record, however often it names this one.
    let mut seen: Vec<(Kind, &str)> = Vec::new();
    let mut rows = Vec::new();
    for reference in references {
        let kind = reference.from.kind;
        let Some(id) = register.own_id(kind, &reference.from.id) else { continue };
        if seen.contains(&(kind, id)) {
            continue;
        }
        seen.push((kind, id));
        rows.push(vec![
            Cell::Kind(kind),
            Cell::text(id),
            title(register, kind, id),
            Cell::Path(shape_of(kind), reference.path),
        ]);
    }
    vec![
        Block::Heading(Label::Message(say::SHOW_REFERRED_BY)),
        Block::Table(Table::new("referring", columns, Rows::made(rows))),
    ]
}
