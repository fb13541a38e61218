//! `diff` and `log`: what changed between two states of a register, in its own words.

use super::cell::{Cell, Label, Mark, Wording, mark};
use super::document::{Block, Document, Line};
use super::names::title;
use super::table::{Column, Rows, Table};
use crate::catalog::period_in;
use crate::compare::{Change, Comparison, Difference, PathPart, RecordChange, State, Subject, What};
use crate::format::AnyRecord;
use crate::message::{Message, columns, reports, say};
use crate::model::{Assessment, Choices, Intervention, Kind, Period, Register, Shape, TableShape, Term, Trend};
use crate::personal_data::mask;
use similar::{ChangeTag, TextDiff};
use std::borrow::Cow;
use toml::{Table as Values, Value};

/// What was compared, in words of whoever asked.
#[derive(Debug, Clone)]
pub struct Between {
    /// The older state as it was asked for: a revision, a day or a folder; `HEAD` where none was.
    pub before: String,
    /// What it is; nothing where it is the work tree.
    pub after: Option<String>,
}

/// The changes as a document: by district, then by kind; of very many, the first `most` and how many more there are.
/// `register` knows what the records that are named in them are called.
#[must_use]
pub fn changes<'r>(
    comparison: &'r Comparison,
    register: &'r Register,
    between: &Between,
    most: Option<usize>,
) -> Document<'r> {
    let mut blocks = Vec::new();
    let shown = most.map_or(comparison.records.len(), |most| most.min(comparison.records.len()));
    groups(&comparison.records[..shown], register, &mut blocks);
    let more = comparison.records.len() - shown;
    if more > 0 {
        let text = reports::log_more(Cell::count(more));
        blocks.push(Block::Line(Line { mark: None, text, command: Some("register diff".to_owned()) }));
    }
    blocks.push(Block::Line(summary(comparison)));
    Document { name: "diff", title: title_of(between), blocks }
}

/// What some records' changes come to, each under the heading of its group.
pub(super) fn groups<'r>(records: &'r [RecordChange], register: &'r Register, blocks: &mut Vec<Block<'r>>) {
    let mut grouped: Vec<(ChangeGroup<'r>, Vec<&'r RecordChange>)> = Vec::new();
    for change in records {
        let group = ChangeGroup::of(change);
        match grouped.iter_mut().find(|(known, _)| *known == group) {
            Some((_, changes)) => changes.push(change),
            None => grouped.push((group, vec![change])),
        }
    }
    grouped.sort_by(|left, right| left.0.cmp(&right.0));
    for (group, changes) in grouped {
        blocks.push(Block::Heading(group.label(register)));
        let lines = changes.into_iter().map(|change| (Label::Cell(name(change, register)), lines(change, register)));
        blocks.push(Block::Fields(lines.collect()));
    }
}

/// What a change is told under.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum ChangeGroup<'r> {
    District(&'r str),
    Several,
    Nowhere,
    Kind(Kind),
    Settings,
}

impl<'r> ChangeGroup<'r> {
    fn of(change: &'r RecordChange) -> Self {
        let Subject::Record(record) = &change.subject else {
            return ChangeGroup::Settings;
        };
        let state = change.after.as_ref().or(change.before.as_ref());
        match state.and_then(|state| state.record()) {
            Some(AnyRecord::District(_)) => ChangeGroup::District(&record.id),
            Some(AnyRecord::Situation(situation)) => match &situation.district {
                Some(district) => ChangeGroup::District(district.as_str()),
                None => ChangeGroup::Nowhere,
            },
            Some(AnyRecord::TargetPicture(picture)) => match &picture.district {
                Some(district) => ChangeGroup::District(district.as_str()),
                None => ChangeGroup::Nowhere,
            },
            Some(AnyRecord::ActionPlan(plan)) => match &*plan.districts {
                [] => ChangeGroup::Nowhere,
                [only] => ChangeGroup::District(only.as_str()),
                _ => ChangeGroup::Several,
            },
            Some(AnyRecord::Intervention(intervention)) => match &*intervention.districts {
                [] => ChangeGroup::Nowhere,
                [only] => ChangeGroup::District(only.as_str()),
                _ => ChangeGroup::Several,
            },
            _ => ChangeGroup::Kind(record.kind),
        }
    }

    fn label(&self, register: &'r Register) -> Label<'r> {
        match self {
            ChangeGroup::District(id) => Label::Cell(Cell::named(Kind::District, Some(id), register)),
            ChangeGroup::Several => Label::Message(say::SEVERAL_DISTRICTS),
            ChangeGroup::Nowhere => Label::Message(say::NO_DISTRICT),
            ChangeGroup::Kind(kind) => Label::Cell(Cell::Label(Box::new(Label::Kinds(*kind)))),
            ChangeGroup::Settings => Label::Message(reports::DIFF_SETTINGS),
        }
    }
}

/// What people call a record that changed.
pub(super) fn name<'r>(change: &'r RecordChange, register: &'r Register) -> Cell<'r> {
    match &change.subject {
        Subject::Settings => Cell::text("register.toml"),
        Subject::Record(record) => {
            let state = change.after.as_ref().or(change.before.as_ref());
            // As it was called then.
            let own = state
                .and_then(|state| state.table.as_ref())
                .and_then(|table| ["title", "name"].into_iter().find_map(|name| table.get(name)?.as_str()));
            own.map_or_else(|| title(register, record.kind, &record.id), Cell::text)
        }
    }
}

/// What happened to a record, each thing on a line of its own.
pub(super) fn lines<'r>(change: &'r RecordChange, register: &'r Register) -> Cell<'r> {
    let mut lines = Vec::new();
    match (&change.what, &change.subject) {
        (What::Added, Subject::Record(record)) => {
            let what = Cell::Kind(record.kind);
            let facts = change.after.as_ref().map_or(Cell::Empty, |state| facts(state, register));
            lines.push(match facts {
                Cell::Empty => Cell::message(reports::diff_new(what)),
                facts => Cell::message(reports::DiffNewWith { what, facts }),
            });
        }
        (What::Removed, Subject::Record(record)) => {
            lines.push(Cell::message(reports::diff_gone(Cell::Kind(record.kind))));
        }
        (What::Renamed(from), Subject::Record(record)) => {
            let (before, after) = (Cell::text(from.id.to_string()), Cell::text(record.id.to_string()));
            lines.push(Cell::message(reports::DiffRenamed { before, after }));
        }
        (What::Unreadable, _) => lines.push(Cell::message(reports::DIFF_UNREADABLE).marked(Mark::Bad)),
        (What::Added, Subject::Settings) => lines.push(Cell::message(reports::DIFF_NEW_FILE)),
        (What::Removed, Subject::Settings) => lines.push(Cell::message(reports::DIFF_GONE_FILE)),
        _ => {}
    }
    let new = change.after.as_ref().filter(|_| change.what == What::Added);
    if new.is_some_and(|state| state.table.is_none()) {
        lines.push(Cell::message(reports::DIFF_NOT_READ).marked(Mark::Bad));
    }
    let is_renamed = matches!(change.what, What::Renamed(_));
    let mut moved: Vec<&Vec<PathPart>> = Vec::new();
    for difference in &change.differences {
        // That it has been renamed is said already.
        if is_renamed && matches!(difference.shape.as_ref().map(|shape| shape.0.single()), Some(Shape::FormerId)) {
            continue;
        }
        if matches!(difference.change, Change::Moved(..)) {
            let is_same = |known: &&Vec<PathPart>| {
                known.iter().map(|part| &part.field).eq(difference.parts.iter().map(|part| &part.field))
            };
            if moved.iter().any(is_same) {
                continue;
            }
            moved.push(&difference.parts);
        }
        lines.push(line(difference, register));
    }
    Cell::Lines(lines)
}

/// The facts of a new record that one wants to know first.
fn facts<'r>(state: &'r State, register: &'r Register) -> Cell<'r> {
    let Some(AnyRecord::Intervention(record)) = state.record() else {
        return Cell::Empty;
    };
    let record: &'r Intervention = record;
    let status = record.status.map(|status| Cell::Code(status.code(), &crate::model::Status::CHOICES));
    let responsible = record.responsible.as_ref().map(|body| Cell::body(Some(body), register));
    let budget = Some(record.budget_total()).filter(|budget| *budget > 0).map(Cell::Money);
    Cell::List([status, responsible, budget].into_iter().flatten().collect())
}

/// One difference in words.
fn line<'r>(difference: &'r Difference, register: &'r Register) -> Cell<'r> {
    let shape = difference.shape.map(|shape| shape.0);
    let field = path_name(&difference.parts, register, &difference.change);
    let value = |value: &'r Value| value_cell(value, shape.as_ref(), register);
    // What comes to a list of the record itself does, and what comes to something in it is said of that.
    let is_own = difference.parts.len() == 1 && matches!(difference.change, Change::Added(..) | Change::Removed(..));
    let added = |field, after| match is_own {
        true => Cell::message(reports::DiffAdded { field, after }),
        false => Cell::message(reports::DiffAddedTo { field, after }),
    };
    let removed = |field, before| match is_own {
        true => Cell::message(reports::DiffRemoved { field, before }),
        false => Cell::message(reports::DiffRemovedFrom { field, before }),
    };
    match &difference.change {
        Change::Value(None, Some(after)) => Cell::message(reports::DiffSet { field, after: value(after) }),
        Change::Value(Some(before), None) => Cell::message(reports::DiffCleared { field, before: value(before) }),
        Change::Value(Some(Value::String(before)), Some(Value::String(after)))
            if matches!(shape, Some(Shape::Text) | None) =>
        {
            Cell::message(reports::DiffSet { field, after: reworded(before, after) })
        }
        Change::Value(Some(before), Some(after)) => {
            Cell::message(reports::DiffChanged { field, before: value(before), after: value(after) })
        }
        Change::Value(None, None) => Cell::Empty,
        Change::List(before, after) => {
            let only = |these: &'r [Value], those: &[Value]| -> Vec<Cell<'r>> {
                these.iter().filter(|one| !those.contains(one)).map(value).collect()
            };
            match (only(before, after), only(after, before)) {
                (gone, come) if gone.is_empty() && come.is_empty() => Cell::message(reports::diff_reordered(field)),
                (gone, come) if gone.is_empty() => added(field, Cell::List(come)),
                (gone, come) if come.is_empty() => removed(field, Cell::List(gone)),
                (gone, come) => {
                    let (before, after) = (Cell::List(gone), Cell::List(come));
                    Cell::message(reports::DiffExchanged { field, before, after })
                }
            }
        }
        Change::Added(_, element) => added(field, table_cell(element, shape.as_ref(), register)),
        Change::Removed(_, element) => removed(field, table_cell(element, shape.as_ref(), register)),
        Change::Moved(..) => Cell::message(reports::diff_reordered(field)),
    }
}

/// The path of a field in words: the list that it is in, the element of it, and the field.
pub(super) fn path_name<'r>(path: &'r [PathPart], register: &'r Register, change: &Change) -> Cell<'r> {
    let is_about_list = matches!(change, Change::Added(..) | Change::Removed(..) | Change::Moved(..));
    let count = path.len();
    let parts = path.iter().enumerate().map(|(place, part)| {
        let label = match (part.known_field(), part.element.as_ref().and_then(|(_, shape)| *shape)) {
            (Some(_), Some(shape)) => Cell::Label(Box::new(Label::Element(shape.name))),
            (Some(field), None) => Cell::Label(Box::new(Label::Field(part.table, field.name))),
            (None, _) => Cell::text(part.field.as_str()),
        };
        // The element is told in full behind it.
        let is_told_behind = is_about_list && place + 1 == count;
        match part
            .element
            .as_ref()
            .filter(|_| !is_told_behind)
            .map(|(element, shape)| element_name(element, *shape, register))
        {
            Some(name) => Cell::Joined(vec![label, name]),
            None => label,
        }
    });
    let joined = parts.reduce(|outer, inner| Cell::message(reports::DiffWithin { outer, inner }));
    joined.unwrap_or(Cell::Empty)
}

/// What an element of a list is called: its title, or what it goes by.
fn element_name<'r>(element: &'r Values, shape: Option<&'static TableShape>, register: &'r Register) -> Cell<'r> {
    let quoted = |text: &'r str| Cell::message(say::quoted(Cell::text(text)));
    let titles = ["title", "name", "text", "what", "role"].into_iter().find_map(|name| element.get(name)?.as_str());
    if let Some(title) = titles {
        return quoted(title);
    }
    let Some(shape) = shape else { return Cell::Empty };
    let mut names = shape.known_by().filter_map(|name| Some((element.get(name)?, shape.field(name)?)));
    names.next().map_or(Cell::Empty, |(value, field)| value_cell(value, Some(&field.shape), register))
}

/// What a table says, without the ids that only the file needs.
pub(super) fn table_cell<'r>(table: &'r Values, shape: Option<&Shape>, register: &'r Register) -> Cell<'r> {
    let shape = shape.and_then(Shape::inner);
    let is_id = |key: &str| shape.and_then(|shape| shape.field(key)).is_some_and(|field| field.shape.is_element());
    let mut entries: Vec<(&'r String, &'r Value)> =
        table.iter().filter(|(key, _)| !is_id(key) || table.len() == 1).collect();
    entries.sort_by_key(|(key, _)| shape.map_or(0, |shape| shape.rank(key)));
    let cell = |(key, value): (&'r String, &'r Value)| {
        let field = shape.and_then(|shape| shape.field(key)).map(|field| field.shape);
        value_cell(value, field.as_ref(), register)
    };
    Cell::List(entries.into_iter().map(cell).filter(|cell| !matches!(cell, Cell::Empty)).collect())
}

/// A value of a file as a cell.
pub(super) fn value_cell<'r>(value: &'r Value, shape: Option<&Shape>, register: &'r Register) -> Cell<'r> {
    match (value, shape.map(Shape::single)) {
        (Value::String(text), Some(Shape::Choice(choices))) => code(text, choices),
        (Value::String(text), Some(Shape::Reference(target))) => Cell::Reference(*target, text, register),
        (Value::String(text), Some(Shape::Term)) => match text.parse::<Term>() {
            Ok(term) => Cell::Term(term),
            Err(_) => Cell::text(text.as_str()),
        },
        (Value::String(text), _) => Cell::text(mask(text.trim_end())),
        (Value::Integer(amount), Some(Shape::Money)) => Cell::Money(*amount),
        (Value::Integer(year), Some(Shape::Ordinal)) => Cell::text(year.to_string()),
        (Value::Integer(number), Some(Shape::Integer | Shape::Number)) => Cell::Integer(*number),
        // A number where a text belongs may be one of somebody's.
        (Value::Integer(number), _) => match mask(&number.to_string()) {
            Cow::Owned(covered) => Cell::text(covered),
            Cow::Borrowed(_) => Cell::Integer(*number),
        },
        (Value::Float(number), _) => Cell::Number(*number),
        (Value::Boolean(flag), _) => Cell::Flag(*flag),
        (Value::Datetime(day), _) => day.to_string().parse().map_or_else(|_| Cell::text(day.to_string()), Cell::Day),
        (Value::Table(table), Some(Shape::Table(shape))) if shape.is::<Period>() => {
            let period = period_in(table);
            Cell::Period(period.from, period.until)
        }
        (Value::Table(table), shape) => table_cell(table, shape, register),
        (Value::Array(elements), shape) => {
            Cell::List(elements.iter().map(|element| value_cell(element, shape, register)).collect())
        }
    }
}

fn code<'r>(text: &'r str, choices: &'static Choices) -> Cell<'r> {
    let Some(code) = choices.codes.iter().copied().find(|code| *code == text) else {
        return Cell::text(text);
    };
    if choices.name == Assessment::CHOICES.name
        && let Some(assessment) = Assessment::from_code(code)
    {
        return Cell::Code(code, choices).marked(mark(assessment));
    }
    match Trend::from_code(code).filter(|_| choices.name == Trend::CHOICES.name) {
        Some(trend) => Cell::Trend(trend),
        None => Cell::Code(code, choices),
    }
}

/// A text that was written anew: word by word, or as a whole where little of it is left.
fn reworded<'r>(before: &'r str, after: &'r str) -> Cell<'r> {
    /// How much of a text has to be left for its words to be compared.
    const ENOUGH: f32 = 0.5;
    // What somebody took out was perhaps not to be there.
    let (before, after) = (mask(before.trim_end()), mask(after.trim_end()));
    let diff = TextDiff::from_words(&*before, &*after);
    if diff.ratio() < ENOUGH {
        return Cell::Reworded(vec![(Wording::Gone, before), (Wording::Come, after)]);
    }
    let mut parts: Vec<(Wording, Cow<'r, str>)> = Vec::new();
    let (mut gone, mut come) = (String::new(), String::new());
    let changes: Vec<_> = diff.iter_all_changes().collect();
    for (place, change) in changes.iter().enumerate() {
        match change.tag() {
            ChangeTag::Delete => gone.push_str(change.value()),
            ChangeTag::Insert => come.push_str(change.value()),
            ChangeTag::Equal => {
                // A space between two words that changed belongs to both.
                let is_between = change.value().trim().is_empty()
                    && !(gone.is_empty() && come.is_empty())
                    && changes.get(place + 1).is_some_and(|next| next.tag() != ChangeTag::Equal);
                if is_between {
                    gone.push_str(change.value());
                    come.push_str(change.value());
                    continue;
                }
                flush(&mut gone, &mut come, &mut parts);
                match parts.last_mut() {
                    Some((Wording::Kept, text)) => text.to_mut().push_str(change.value()),
                    _ => parts.push((Wording::Kept, Cow::Owned(change.value().to_owned()))),
                }
            }
        }
    }
    flush(&mut gone, &mut come, &mut parts);
    Cell::Reworded(parts)
}

/// Adds what went and what came. The space behind them stands outside.
fn flush(gone: &mut String, come: &mut String, parts: &mut Vec<(Wording, Cow<'_, str>)>) {
    if [&*gone, &*come].into_iter().any(|text| text.starts_with(char::is_whitespace)) {
        parts.push((Wording::Kept, Cow::Borrowed(" ")));
    }
    let is_followed = [&*gone, &*come].into_iter().any(|text| text.ends_with(char::is_whitespace));
    for (wording, text) in [(Wording::Gone, gone), (Wording::Come, come)] {
        if !text.trim().is_empty() {
            parts.push((wording, Cow::Owned(text.trim().to_owned())));
        }
        text.clear();
    }
    if is_followed {
        parts.push((Wording::Kept, Cow::Borrowed(" ")));
    }
}

/// How many records of each kind changed, and how.
#[must_use]
pub fn change_counts<'r>(comparison: &Comparison, between: &Between) -> Document<'r> {
    let number = |key, label| Column::new(key, Label::Message(label)).integer();
    let columns = vec![
        Column::new("kind", Label::Message(columns::KIND)),
        number("changed", reports::DIFF_COUNT_CHANGED),
        number("added", reports::DIFF_COUNT_ADDED),
        number("removed", reports::DIFF_COUNT_REMOVED),
        number("renamed", reports::DIFF_COUNT_RENAMED),
        number("layout_only", reports::DIFF_COUNT_LAYOUT),
    ];
    let kind_of = |subject: &Subject| if let Subject::Record(record) = subject { Some(record.kind) } else { None };
    let kinds = Kind::ALL.into_iter().map(Some).chain([None]);
    let mut rows = Vec::new();
    for kind in kinds {
        let mut counts = [0_usize; 5];
        for change in comparison.records.iter().filter(|change| kind_of(&change.subject) == kind) {
            counts[match change.what {
                What::Changed | What::Unreadable => 0,
                What::Added => 1,
                What::Removed => 2,
                What::Renamed(_) => 3,
            }] += 1;
        }
        counts[4] = comparison.layout_only.iter().filter(|subject| kind_of(subject) == kind).count();
        if counts.iter().any(|count| *count > 0) {
            let name = kind.map_or(Cell::text("register.toml"), Cell::Kind);
            rows.push([name].into_iter().chain(counts.map(Cell::count)).collect());
        }
    }
    let table = (!rows.is_empty()).then(|| Block::Table(Table::new("counts", columns, Rows::made(rows))));
    let blocks = table.into_iter().chain([Block::Line(summary(comparison))]).collect();
    Document { name: "diff-stat", title: title_of(between), blocks }
}

pub(super) fn title_of<'r>(between: &Between) -> Vec<Cell<'r>> {
    let after = between.after.clone().map_or(Cell::message(reports::DIFF_WORK_TREE), Cell::text);
    vec![
        Cell::message(reports::DIFF_TITLE),
        Cell::message(reports::DiffBetween { before: Cell::text(between.before.clone()), after }),
    ]
}

/// What the changes come to.
fn summary<'r>(comparison: &Comparison) -> Line<'r> {
    let [new, removed, renamed, changed] = comparison.counts();
    let counted = |count: usize, message: fn(Cell<'r>) -> Message<Cell<'r>>| {
        (count > 0).then(|| Cell::message(message(Cell::count(count))))
    };
    let parts = [
        counted(new, reports::diff_n_new),
        counted(removed, reports::diff_n_removed),
        counted(renamed, reports::diff_n_renamed),
        counted(changed, reports::diff_n_changed),
        counted(comparison.layout_only.len(), reports::diff_n_layout),
    ];
    let parts: Vec<Cell<'r>> = parts.into_iter().flatten().collect();
    let text = if parts.is_empty() { reports::DIFF_NONE.into() } else { reports::diff_summary(Cell::List(parts)) };
    Line { mark: None, text, command: None }
}
