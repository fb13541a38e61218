//! What is asked of an intervention that the register does not know yet.

use crate::catalog::FieldPath;
use crate::model::{Asked, Field, FieldType as _, Intervention, Money, Table as _, Text};

/// How many rows there are for such interventions.
pub const NEW_ROWS: usize = 40;

/// A column of the sheet for new interventions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewColumn {
    /// A field of the intervention, by its path.
    Field(&'static str),
    /// Money that it has for a year.
    Money(i64),
    /// What the body wants to say to those who ask.
    Comment,
}

/// The fields that are asked of one, in order.
const FIELDS: &[&str] = &[
    "title",
    "status",
    "districts",
    "summary",
    "category",
    "target_groups",
    "period.from",
    "period.until",
    "partners",
    "contact",
];

/// What stands before the year of some money.
const MONEY: &str = "budget.";
const COMMENT: &str = "comment";

impl NewColumn {
    /// The columns of a round about a term of a year.
    pub fn all(year: i64) -> impl Iterator<Item = Self> {
        let fields = FIELDS.iter().map(|field| NewColumn::Field(field));
        fields.chain([NewColumn::Money(year), NewColumn::Money(year + 1), NewColumn::Comment])
    }

    /// What it goes by.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            NewColumn::Field(path) => (*path).to_owned(),
            NewColumn::Money(year) => format!("{MONEY}{year}"),
            NewColumn::Comment => COMMENT.to_owned(),
        }
    }

    /// The one that goes by that.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        let field = || FIELDS.iter().find(|field| **field == key).map(|field| NewColumn::Field(field));
        let money = || key.strip_prefix(MONEY)?.parse().ok().map(NewColumn::Money);
        let comment = || (key == COMMENT).then_some(NewColumn::Comment);
        field().or_else(money).or_else(comment)
    }

    /// What an answer has to be.
    #[must_use]
    pub fn asked(&self) -> Asked {
        let plain = Asked::from(Text::SHAPE);
        match self {
            NewColumn::Field(path) => FieldPath::parse(path, &Intervention::TABLE, None).map_or(plain, |found| Asked {
                shape: found.shape.0,
                when: found.when,
                range: found.range,
            }),
            NewColumn::Money(_) => Asked::from(Money::SHAPE),
            NewColumn::Comment => plain,
        }
    }

    /// The field that it is of, with the name of the field's table.
    #[must_use]
    pub fn field(&self) -> Option<(&'static str, &'static Field)> {
        let NewColumn::Field(path) = self else { return None };
        let mut table = &Intervention::TABLE;
        let mut found = None;
        for name in path.split('.') {
            let field = table.field(name)?;
            found = Some((table.name, field));
            table = field.shape.inner().unwrap_or(table);
        }
        found
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_column_is_known_by_its_key_and_is_of_a_field() {
        for column in NewColumn::all(2026) {
            assert_eq!(NewColumn::from_key(&column.key()), Some(column.clone()));
            assert_eq!(column.field().is_some(), matches!(column, NewColumn::Field(_)), "{column:?}");
        }
        let required = Intervention::TABLE.fields.iter().filter(|field| field.required);
        for field in required {
            let is_asked = NewColumn::from_key(field.name).is_some();
            assert!(is_asked || field.name == "responsible", "{} is required and not asked for", field.name);
        }
    }
}
