//! Columns of a table of records.

use super::{Derived, Row};
use crate::catalog::{find_field, shape_of};
use crate::model::{Kind, Layout, Shape, TableShape, UNKNOWN_TABLE, Value};

/// A column: a field, or something computed.
#[derive(Debug, Clone)]
pub enum RecordColumn {
    /// A field of the record.
    Field {
        /// Its name, as it was asked for.
        name: String,
        /// The table that its last part belongs to, for its label.
        table: &'static str,
        /// The name of the field, which is the last part of the name.
        field: &'static str,
        /// What its value looks like.
        shape: Shape,
        /// The path to it, by places.
        places: Vec<usize>,
    },
    /// What follows from the record, and stands in no file.
    Derived(Derived),
}

/// There is no such column.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no column {name}")]
pub struct ColumnError {
    /// What was asked for.
    pub name: String,
    /// The names of the columns that there are.
    pub known: Vec<String>,
}

impl RecordColumn {
    /// Its name in data formats.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            RecordColumn::Field { name, .. } => name,
            RecordColumn::Derived(derived) => derived.name(),
        }
    }

    /// Its value for a record.
    #[must_use]
    pub fn value<'r>(&self, row: &Row<'r>) -> Value<'r> {
        match self {
            RecordColumn::Field { places, .. } => {
                let Some((first, within)) = places.split_first() else { return Value::Empty };
                within.iter().fold(row.value(*first), |value, place| match value {
                    Value::Table(table) => table.value(*place),
                    _ => Value::Empty,
                })
            }
            RecordColumn::Derived(derived) => derived.value(row),
        }
    }
}

/// The column of that name. Something computed comes before a field of the record of the same name.
///
/// # Errors
/// There is none, with those that there are.
pub fn find_column(kind: Kind, name: &str) -> Result<RecordColumn, ColumnError> {
    if let Some(derived) = Derived::named(kind, name) {
        return Ok(RecordColumn::Derived(derived));
    }
    let mut table = shape_of(kind);
    let mut places = Vec::new();
    let (mut found, mut names) = (None, Vec::new());
    for part in name.split('.') {
        let field = find_field(table, part).ok_or_else(|| unknown(kind, name))?;
        names.push(field.name);
        places.extend(table.fields.iter().position(|known| known.name == field.name));
        found = Some((table.name, field));
        match field.shape {
            Shape::Table(inner) => table = inner,
            // Nothing can be named within anything else.
            _ => table = &UNKNOWN_TABLE,
        }
    }
    let (table, field) = found.ok_or_else(|| unknown(kind, name))?;
    Ok(RecordColumn::Field { name: names.join("."), table, field: field.name, shape: field.shape, places })
}

fn unknown(kind: Kind, name: &str) -> ColumnError {
    let history = Derived::of(kind).filter(|derived| derived.is_of_history()).map(|derived| derived.name());
    let known = columns(kind).iter().map(RecordColumn::name).chain(history).map(str::to_owned).collect();
    ColumnError { name: name.to_owned(), known }
}

/// Every column that a kind has without asking its history: what is computed, and its fields that fit in a cell.
#[must_use]
pub fn columns(kind: Kind) -> Vec<RecordColumn> {
    let mut columns: Vec<RecordColumn> = vec![RecordColumn::Derived(Derived::Id)];
    for field in shape_of(kind).fields {
        match field.shape {
            Shape::Table(table) if field.layout == Layout::Plain => {
                for inner in table.fields {
                    columns.extend(find_column(kind, &format!("{}.{}", field.name, inner.name)));
                }
            }
            Shape::Table(_) | Shape::List(Shape::Table(_)) | Shape::Cadence => {}
            _ => columns.extend(find_column(kind, field.name)),
        }
    }
    let computed =
        Derived::of(kind).filter(|derived| !matches!(derived, Derived::Id | Derived::Kind) && !derived.is_of_history());
    columns.extend(computed.map(RecordColumn::Derived));
    columns
}

/// Every column that may be asked for by its name: what is computed, and each field of the kind and of the tables in it.
#[must_use]
pub fn all_columns(kind: Kind) -> Vec<RecordColumn> {
    fn add(kind: Kind, table: &'static TableShape, before: &str, columns: &mut Vec<RecordColumn>) {
        for field in table.fields {
            let name = format!("{before}{}", field.name);
            if let Shape::Table(inner) = field.shape {
                add(kind, inner, &format!("{name}."), columns);
            }
            columns.extend(find_column(kind, &name));
        }
    }
    let mut columns: Vec<RecordColumn> = Derived::of(kind).map(RecordColumn::Derived).collect();
    add(kind, shape_of(kind), "", &mut columns);
    columns
}

/// The columns of a list of that kind for people, each with how soon it is left out where there is little room: what is 0
/// never is.
#[must_use]
pub fn default_columns(kind: Kind) -> Vec<(RecordColumn, usize)> {
    let essential: &[&str] = match kind {
        Kind::District => &["name", "priority", "coordinator"],
        Kind::Body => &["name", "type"],
        Kind::Intervention => &["title", "districts", "status", "assessment"],
        Kind::Meeting => &["on", "body", "status"],
        Kind::Situation => &["district", "period", "level"],
        Kind::TargetPicture => &["district", "period", "adopted"],
        Kind::ActionPlan => &["title", "districts", "period", "adopted"],
        Kind::Agreement => &["title", "type", "period"],
        Kind::Round => &["period", "began", "due", "answered"],
    };
    let more: &[&str] = match kind {
        Kind::District => &["bodies", "from", "until"],
        Kind::Body => &["level", "reports_to", "part_of", "convenor"],
        Kind::Intervention => &["responsible", "period.until", "last_follow_up", "late", "budget_this_year"],
        Kind::Meeting => &["place", "open_decisions", "late_decisions"],
        Kind::Situation => &["sources", "adopted"],
        Kind::TargetPicture => &["proposed"],
        Kind::ActionPlan => &["proposed", "followed_up"],
        Kind::Agreement => &["parties", "districts"],
        Kind::Round => &["asked"],
    };
    let essential = essential.iter().map(|name| (name, 0));
    let more = more.iter().zip(1..);
    // Commands want it, and people seldom.
    let id = [(&"id", usize::MAX - 1)];
    let all = essential.chain(more).chain(id);
    all.filter_map(|(name, dispensable)| Some((find_column(kind, name).ok()?, dispensable))).collect()
}
