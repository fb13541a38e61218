//! The versions of a district's target picture and action plan: what is in force, what is proposed beside it, field by
//! field, and what held before.

use super::cell::{Cell, Label, Mark, cell, field_cell};
use super::document::{Block, Line};
use super::names::title;
use super::table::{Column, Holds, Rows, Table, TableForm};
use crate::message::{Key, columns, reports};
use crate::model::{
    ActionPlan, Day, Fields, Kind, Register, Standing, TableShape, TargetPicture, Value, Values, Version, Versioned,
    Versions, is_sealed,
};

/// Adds the fields and tables of a record of a kind.
pub(super) type Whole<'w, 'r> = dyn FnMut(&'r dyn Fields, Kind, &mut Vec<Block<'r>>) + 'w;

/// The blocks of a district's target picture and action plan. `whole` gives a record's fields and tables.
pub(super) fn of_district<'r>(
    register: &'r Register,
    district: &str,
    day: Day,
    whole: &mut Whole<'_, 'r>,
) -> Vec<Block<'r>> {
    let mut blocks = Vec::new();
    let pictures: Versions<'r, TargetPicture> = Versions::of(register, district, day);
    of_kind(&pictures, register, whole, &mut blocks);
    let plans: Versions<'r, ActionPlan> = Versions::of(register, district, day);
    of_kind(&plans, register, whole, &mut blocks);
    blocks
}

fn of_kind<'r, R: Versioned>(
    versions: &Versions<'r, R>,
    register: &'r Register,
    whole: &mut Whole<'_, 'r>,
    blocks: &mut Vec<Block<'r>>,
) {
    let Some(current) = versions.current() else { return };
    blocks.push(Block::Heading(Label::Cell(title(register, R::KIND, current.id))));
    blocks.push(Block::Line(standing_line(&current, register)));
    whole(current.record, R::KIND, blocks);
    let proposals = proposals(versions, register);
    if !proposals.is_empty() {
        let name = if R::KIND == Kind::ActionPlan { "action-plan-proposal" } else { "target-picture-proposal" };
        blocks.push(Block::Heading(Label::Message(reports::PROPOSED)));
        blocks.push(Block::Table(proposal_table(name, proposals)));
    }
    let past: Vec<Version<'r, R>> = versions.iter().filter(|version| is_told_below(version, &current)).collect();
    if past.is_empty() {
        return;
    }
    blocks.push(Block::Heading(Label::Message(reports::OTHER_VERSIONS)));
    let rows = past.into_iter().map(|version| {
        let period = version.record.period();
        vec![
            Cell::text(version.id),
            Cell::Period(period.from, period.until),
            Cell::day(version.adopted),
            Cell::message(standing_word(version.standing)),
        ]
    });
    let name = if R::KIND == Kind::ActionPlan { "action-plans" } else { "target-pictures" };
    blocks.push(Block::Table(others_form(name).filled_with(Rows::made(rows.collect()))));
}

/// Whether a version is told in a line: one that is not gone by, and is no proposal.
fn is_told_below<R>(version: &Version<'_, R>, current: &Version<'_, R>) -> bool {
    version.id != current.id && version.standing != Standing::Proposed
}

/// How a version stands on a day, by its record; nothing where the record is none of a district's versions.
pub(super) fn standing_of<'r>(register: &'r Register, kind: Kind, id: &str, day: Day) -> Option<Line<'r>> {
    fn line<'r, R: Versioned + 'r>(register: &'r Register, district: &str, id: &str, day: Day) -> Option<Line<'r>> {
        let versions: Versions<'r, R> = Versions::of(register, district, day);
        versions.iter().find(|version| version.id == id).map(|version| standing_line(&version, register))
    }
    match kind {
        Kind::TargetPicture => {
            let district = register.target_pictures.get(id)?.district.as_ref()?;
            line::<TargetPicture>(register, district.as_str(), id, day)
        }
        Kind::ActionPlan => {
            let district = register.action_plans.get(id)?.districts.first()?;
            line::<ActionPlan>(register, district.as_str(), id, day)
        }
        _ => None,
    }
}

/// How a version stands, and by whom it was adopted.
fn standing_line<'r, R: Versioned>(version: &Version<'r, R>, register: &'r Register) -> Line<'r> {
    let mark = match version.standing {
        Standing::InForce => Mark::Good,
        Standing::Coming | Standing::Proposed => Mark::Watch,
        Standing::Past => Mark::Bad,
    };
    let standing = Cell::message(standing_word(version.standing));
    let adoption = version.record.adoptable().adoption(register).filter(|_| version.adopted.is_some());
    match adoption {
        Some((meeting, _)) if version.record.adoptable().is_changed() => {
            let meeting = title(register, Kind::Meeting, meeting);
            Line::new(reports::VersionChanged { standing, meeting }).marked(Mark::Bad)
        }
        Some((meeting, _)) => {
            let meeting = title(register, Kind::Meeting, meeting);
            Line::new(reports::VersionAdopted { standing, meeting }).marked(mark)
        }
        None => Line::new(reports::version_not_adopted(standing)).marked(mark),
    }
}

/// What a standing is called.
pub(super) const fn standing_word(standing: Standing) -> Key {
    match standing {
        Standing::Proposed => reports::STANDING_PROPOSED,
        Standing::Coming => reports::STANDING_COMING,
        Standing::InForce => reports::STANDING_IN_FORCE,
        Standing::Past => reports::STANDING_PAST,
    }
}

/// Each proposal beside the version to go by: a row for each thing that differs.
pub(super) fn proposals<'r, R: Versioned>(versions: &Versions<'r, R>, register: &'r Register) -> Vec<Vec<Cell<'r>>> {
    let Some(current) = versions.current() else { return Vec::new() };
    let mut all = Vec::new();
    for proposal in versions.proposed().filter(|proposal| proposal.id != current.id) {
        let mut rows = Vec::new();
        beside(current.record, proposal.record, Vec::new(), register, &mut rows);
        let name = title(register, R::KIND, proposal.id);
        if rows.is_empty() {
            rows.push(vec![Cell::message(reports::PROPOSAL_IS_THE_SAME), Cell::Empty, Cell::Empty]);
        }
        all.extend(rows.into_iter().map(|row| std::iter::once(name.clone()).chain(row).collect()));
    }
    all
}

/// The table of proposals.
pub(super) fn proposal_table<'r>(name: &'static str, rows: Vec<Vec<Cell<'r>>>) -> Table<'r> {
    proposal_form(name).filled_with(Rows::made(rows)).parted().when_empty(reports::NO_PROPOSAL)
}

/// The form of the table of proposals.
pub(super) fn proposal_form<'r>(name: &'static str) -> TableForm<'r> {
    TableForm::new(
        name,
        vec![
            Column::new("version", Label::Message(reports::PROPOSED)),
            Column::new("field", Label::Message(columns::FIELD)),
            Column::new("in_force", Label::Message(reports::NOW)).holding(Holds::Any),
            Column::new("proposed", Label::Message(reports::PROPOSED)).holding(Holds::Any),
        ],
    )
}

fn others_form<'r>(name: &'static str) -> TableForm<'r> {
    TableForm::new(
        name,
        vec![
            Column::new("id", Label::Message(columns::ID)),
            Column::new("period", Label::Field(<ActionPlan as crate::model::Table>::TABLE.name, "period"))
                .holding(Holds::Period),
            Column::new("adopted", Label::Message(reports::ADOPTED_ON)).holding(Holds::Day),
            Column::new("standing", Label::Message(reports::STANDING)),
        ],
    )
}

/// The rows of what two tables have otherwise, of all that is decided: what it is called, and what each has.
fn beside<'r>(
    before: &'r dyn Fields,
    after: &'r dyn Fields,
    path: Vec<Cell<'r>>,
    register: &'r Register,
    rows: &mut Vec<Vec<Cell<'r>>>,
) {
    let shape = after.shape();
    for (index, field) in shape.fields.iter().enumerate().filter(|(_, field)| is_sealed(field.name)) {
        let (old, new) = (before.value(index), after.value(index));
        if text_of(old) == text_of(new) || field.shape.is_element() {
            continue;
        }
        let label = Cell::Label(Box::new(Label::Field(shape.name, field.name)));
        let between = (!path.is_empty()).then(|| Cell::text("›"));
        let named = path.iter().cloned().chain(between).chain([label]).collect::<Vec<_>>();
        let lists = (as_list(old), as_list(new), field.shape.table().filter(|table| table.key.is_some()));
        match lists {
            (Some(old), Some(new), Some(table)) => elements(old, new, table, register, rows),
            _ => {
                rows.push(vec![Cell::Joined(named), field_cell(field, old, register), field_cell(field, new, register)])
            }
        }
    }
}

/// A list; one that is not there has nothing in it.
fn as_list(value: Value<'_>) -> Option<&dyn Values> {
    match value {
        Value::List(list) => Some(list),
        Value::Empty => Some(&NONE),
        _ => None,
    }
}

static NONE: [(); 0] = [];

impl Values for [(); 0] {
    fn len(&self) -> usize {
        0
    }
    fn at(&self, _: usize) -> Value<'_> {
        Value::Empty
    }
}

/// The elements of two lists beside each other, by what they go by.
fn elements<'r>(
    before: &'r dyn Values,
    after: &'r dyn Values,
    table: &'static TableShape,
    register: &'r Register,
    rows: &mut Vec<Vec<Cell<'r>>>,
) {
    let key = |element: &dyn Fields| table.key.map(|key| text_of(element.get(key))).unwrap_or_default();
    let all = |list: &'r dyn Values| -> Vec<&'r dyn Fields> {
        let element = |place| if let Value::Table(element) = list.at(place) { Some(element) } else { None };
        (0..list.len()).filter_map(element).collect()
    };
    let (old, new) = (all(before), all(after));
    let name = |element: &'r dyn Fields| {
        Cell::Joined(vec![Cell::Label(Box::new(Label::Element(table.name))), called(element, table, register)])
    };
    for element in &new {
        match old.iter().find(|known| key(**known) == key(*element)) {
            Some(known) => beside(*known, *element, vec![name(*element)], register, rows),
            None => rows.push(vec![name(*element), Cell::Empty, Cell::message(reports::IS_NEW).marked(Mark::Good)]),
        }
    }
    let gone = old.iter().filter(|known| !new.iter().any(|element| key(*element) == key(**known)));
    rows.extend(gone.map(|known| vec![name(*known), Cell::Empty, Cell::message(reports::IS_GONE).marked(Mark::Bad)]));
}

/// What an element is called: by its first text, or what it goes by.
fn called<'r>(element: &'r dyn Fields, table: &'static TableShape, register: &'r Register) -> Cell<'r> {
    let texts = (0..table.fields.len()).map(|index| element.value(index));
    let mut texts = texts.filter(|value| matches!(value, Value::Text(_)));
    let named = texts.next().or_else(|| table.key.map(|key| element.get(key)));
    named.map_or(Cell::Empty, |value| cell(value, register))
}

/// What a value says, for whether two say the same.
fn text_of(value: Value<'_>) -> String {
    match value {
        Value::Empty | Value::Missing => String::new(),
        Value::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Id(text) | Value::CaseNumber(text) | Value::AreaCode(text) | Value::Reference(_, text) => {
            text.to_owned()
        }
        Value::Flag(flag) => flag.to_string(),
        Value::Integer(number) | Value::Money(number) => number.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Day(day) => day.to_string(),
        Value::Term(term) => term.to_string(),
        Value::Code(code, _) => code.to_owned(),
        Value::Readings(readings) => readings.iter().map(|(name, value)| format!("{name}={value};")).collect(),
        Value::Words(words) => words.keys().map(|id| format!("{id};")).collect(),
        Value::Table(table) => {
            let fields = table.shape().fields.iter().enumerate();
            let texts = fields.map(|(index, field)| format!("{}={};", field.name, text_of(table.value(index))));
            if value.is_empty() { String::new() } else { texts.collect() }
        }
        Value::List(list) => (0..list.len()).map(|place| format!("{};", text_of(list.at(place)))).collect(),
    }
}
