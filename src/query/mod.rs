//! Choosing records, and asking them for columns. Filters and columns are read off the fields; those
//! that are computed stand in [`Derived`].

mod column;
mod derived;
mod dimension;
mod elements;
mod figure;
mod filter;
mod number;
mod parts;
mod pivot;
mod scope;

pub use column::{ColumnError, RecordColumn, all_columns, columns, default_columns, find_column};
pub use derived::Derived;
pub use dimension::{Dimension, DimensionError, Heading, Key, dimensions};
pub use figure::{Asking, Figure, figures};
pub use filter::{Filter, FilterField, Wanted, filter_fields};
pub use number::{Number, Reduction};
pub use pivot::{Gathered, Pivot, Told, pivot};
pub use scope::Scope;

use crate::measure::Whose;
use crate::model::{Day, Fields, Intervention, Kind, Known, Register, Value};

/// A record that is asked.
#[derive(Clone, Copy)]
pub struct Row<'r> {
    /// The register that it is in; as it was known on the day, but where a record is asked as it is written.
    pub register: &'r Register,
    /// The kind of the record.
    pub kind: Kind,
    /// The id of the record.
    pub id: &'r str,
    /// What the record says, field by field.
    pub fields: &'r dyn Fields,
    /// The intervention that it is, if it is one, of that register.
    pub intervention: Option<&'r Intervention>,
    /// The day to compute with.
    pub today: Day,
    /// The districts whose part of the money is told; all of it where there are none.
    pub within: &'r [String],
    /// Whether it is wanted on the day; otherwise it may have money of a year that began when it was.
    pub is_wanted: bool,
}

impl<'r> Row<'r> {
    /// A record of the register, as it was known.
    #[must_use]
    pub fn new(known: &'r Known<'_>, kind: Kind, id: &'r str, fields: &'r dyn Fields) -> Self {
        Self::as_written(known.register(), kind, id, fields, known.day())
    }

    /// A record of the register as its file has it, with what is dated later.
    #[must_use]
    pub fn as_written(register: &'r Register, kind: Kind, id: &'r str, fields: &'r dyn Fields, today: Day) -> Self {
        let intervention = if kind == Kind::Intervention { register.interventions.get(id) } else { None };
        Self { register, kind, id, fields, intervention, today, within: &[], is_wanted: true }
    }

    /// What its field of that place says on the day: of what was handed over, what was so then.
    #[must_use]
    pub fn value(&self, place: usize) -> Value<'r> {
        self.value_on(place, self.today)
    }

    /// What its field of that place says on a day.
    fn value_on(&self, place: usize, day: Day) -> Value<'r> {
        match self.kind {
            Kind::Intervention => {
                self.intervention.map_or_else(|| self.fields.value(place), |own| own.value_on(place, day))
            }
            Kind::Agreement => {
                let own = self.register.agreements.get(self.id);
                own.map_or_else(|| self.fields.value(place), |own| own.value_on(place, day))
            }
            Kind::Body => {
                let own = self.register.bodies.get(self.id);
                own.map_or_else(|| self.fields.value(place), |own| own.value_on(place, day))
            }
            _ => self.fields.value(place),
        }
    }

    /// Whose money is told.
    #[must_use]
    pub fn whose(&self) -> Whose<'r> {
        Whose { register: self.register, today: self.today, districts: self.within }
    }

    /// What its field of that name says on the day.
    #[must_use]
    pub fn get(&self, name: &str) -> Value<'r> {
        let place = self.fields.shape().fields.iter().position(|field| field.name == name);
        place.map_or(Value::Empty, |place| self.value(place))
    }
}

/// The records of a kind that fit a filter, in the order of their ids.
pub fn rows<'r>(known: &'r Known<'_>, kind: Kind, filter: &'r Filter) -> impl Iterator<Item = Row<'r>> + 'r {
    all_rows(known, kind, filter).filter(|row| filter.fits(row))
}

/// The same, with the interventions beside them that were for the wanted districts before: the money of a year belongs to
/// those who had it when the year began.
pub fn rows_with_money<'r>(known: &'r Known<'_>, kind: Kind, filter: &'r Filter) -> impl Iterator<Item = Row<'r>> + 'r {
    let rows = all_rows(known, kind, filter).map(|row| Row { is_wanted: filter.fits(&row), ..row });
    rows.filter(|row| row.is_wanted || filter.has_fitted(row))
}

fn all_rows<'r>(known: &'r Known<'_>, kind: Kind, filter: &'r Filter) -> Box<dyn Iterator<Item = Row<'r>> + 'r> {
    let (register, today) = (known.register(), known.day());
    if kind == Kind::Intervention {
        // The one kind that there are very many of.
        let row = move |(id, record): (&'r str, &'r Intervention)| Row {
            register,
            kind,
            id,
            fields: record,
            intervention: Some(record),
            today,
            within: filter.within(),
            is_wanted: true,
        };
        Box::new(register.interventions.iter().map(row))
    } else {
        Box::new(
            register
                .records(kind)
                .map(move |(id, _, fields)| Row { within: filter.within(), ..Row::new(known, kind, id, fields) }),
        )
    }
}
