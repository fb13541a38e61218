//! Elements that others refer to: goals, problems, indicators, decisions; and where each of them stands.

use crate::check::elements_of;
use crate::format::SETTINGS_FILE;
use crate::model::{Fields, KeyPath, Kind, RecordId, Register, Step, Value, Versioned as _};
use std::borrow::Cow;
use std::fmt;

/// Within what an element's id is its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owner {
    /// A record. A district has the goals of all versions of its target picture too.
    Record(RecordId),
    /// `register.toml`, which has the municipality-wide goals.
    Settings,
}

impl Owner {
    /// What owns the elements that stand in a record's file: for a version of a target picture, its district.
    #[must_use]
    pub fn of(register: &Register, record: RecordId) -> Self {
        let picture = register.target_pictures.get(&record.id).filter(|_| record.kind == Kind::TargetPicture);
        let district = picture.and_then(|picture| picture.district.as_ref());
        Owner::Record(district.map_or(record, |district| RecordId::new(Kind::District, district.as_str())))
    }

    /// The records that have its elements in their files.
    pub(super) fn records(&self, register: &Register) -> Vec<RecordId> {
        let Owner::Record(own) = self else { return Vec::new() };
        let mut records = vec![own.clone()];
        if own.kind == Kind::District {
            let pictures = register.target_pictures.iter().filter(|(_, picture)| picture.is_of(&own.id));
            records.extend(pictures.map(|(id, _)| RecordId::new(Kind::TargetPicture, id)));
        }
        records
    }
}

/// An element, by what it belongs to and its id there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// Within what its id is its own.
    pub owner: Owner,
    /// That id. More than one element may have it: an item of a meeting and the decision on it.
    pub id: String,
}

impl fmt::Display for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.owner {
            Owner::Record(record) => write!(f, "{record}#{}", self.id),
            Owner::Settings => write!(f, "{SETTINGS_FILE}#{}", self.id),
        }
    }
}

/// The ids of all elements of an owner.
#[must_use]
pub fn element_ids<'r>(register: &'r Register, owner: &Owner) -> Vec<&'r str> {
    match owner {
        Owner::Settings => elements_of(&register.settings, None),
        Owner::Record(_) => {
            let records = owner.records(register);
            let fields = records.iter().filter_map(|record| register.record(record.kind, &record.id));
            fields.flat_map(|fields| elements_of(fields, None)).collect()
        }
    }
}

/// The places in a table where an element of it has its id, each with the name of that element's own table.
pub(super) fn id_places(fields: &dyn Fields, id: &str) -> Vec<(&'static str, KeyPath)> {
    fn within(fields: &dyn Fields, id: &str, path: &mut KeyPath, found: &mut Vec<(&'static str, KeyPath)>) {
        for (index, field) in fields.shape().fields.iter().enumerate() {
            path.push(Step::Key(Cow::Borrowed(field.name)));
            match fields.value(index) {
                Value::Id(own) if field.shape.is_element() && own == id => {
                    found.push((fields.shape().name, path.clone()));
                }
                Value::Table(inner) => within(inner, id, path, found),
                Value::List(list) => {
                    for place in 0..list.len() {
                        if let Value::Table(inner) = list.at(place) {
                            path.push(Step::Index(place));
                            within(inner, id, path, found);
                            path.pop();
                        }
                    }
                }
                _ => {}
            }
            path.pop();
        }
    }
    let mut found = Vec::new();
    within(fields, id, &mut Vec::new(), &mut found);
    found
}
