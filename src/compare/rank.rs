//! What of a change matters most.

use crate::model::{Assessment, DecisionStatus, Kind, MeetingStatus, Shape, Status, TableShape, Target, Trend};

/// How much a change of a field matters to those who review it, most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// What stage something is in.
    Status,
    /// How it is judged.
    Assessment,
    /// What something costs, or is going to.
    Money,
    /// When something is done, or is to be.
    Day,
    /// Which body does it.
    Responsible,
    /// Anything else that is short.
    Other,
    /// What people wrote, and what no field is known for.
    Text,
}

impl Rank {
    /// The rank of a value, by what it looks like. What holds others is ranked by what is in it.
    #[must_use]
    pub fn of(shape: Option<&Shape>) -> Self {
        match shape.map(Shape::single) {
            Some(Shape::Choice(choices)) => {
                let is = |name: &str| choices.name == name;
                let statuses = [Status::CHOICES.name, MeetingStatus::CHOICES.name, DecisionStatus::CHOICES.name];
                if statuses.into_iter().any(is) {
                    Rank::Status
                } else if is(Assessment::CHOICES.name) || is(Trend::CHOICES.name) {
                    Rank::Assessment
                } else {
                    Rank::Other
                }
            }
            Some(Shape::Money) => Rank::Money,
            Some(Shape::Day | Shape::Term) => Rank::Day,
            Some(Shape::Reference(Target::Record(Kind::Body))) => Rank::Responsible,
            Some(Shape::Table(table)) => Rank::of_table(table),
            Some(Shape::Text) | None => Rank::Text,
            Some(_) => Rank::Other,
        }
    }

    fn of_table(table: &TableShape) -> Self {
        let ranks = table.fields.iter().map(|field| Rank::of(Some(&field.shape)));
        // Nearly everything has a day, and few things are about it.
        let days = table.fields.iter().all(|field| matches!(field.shape, Shape::Day));
        ranks.filter(|rank| days || !matches!(rank, Rank::Day | Rank::Responsible)).min().unwrap_or(Rank::Other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Intervention, Table as _};

    #[test]
    fn what_matters_comes_first() {
        let rank = |field: &str| Rank::of(Intervention::TABLE.field(field).map(|field| &field.shape));
        let expected = [
            ("status", Rank::Status),
            ("follow_up", Rank::Assessment),
            ("budget", Rank::Money),
            ("period", Rank::Day),
            ("started", Rank::Day),
            ("responsible", Rank::Responsible),
            ("partners", Rank::Responsible),
            ("districts", Rank::Other),
            ("summary", Rank::Text),
        ];
        for (field, expected) in expected {
            assert_eq!(rank(field), expected, "{field}");
        }
    }
}
