//! Amounts, and numbers by indicator.

use super::field::{FieldType, List, Shape, Value};
use super::text::Text;
use serde::Deserialize;
use std::fmt;

/// An amount in whole units of the register's currency, never below zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Money(i64);

impl Money {
    /// An amount that is not below zero.
    #[must_use]
    pub fn new(amount: i64) -> Option<Self> {
        (amount >= 0).then_some(Self(amount))
    }

    /// The amount, in whole units of currency.
    #[must_use]
    pub fn amount(self) -> i64 {
        self.0
    }
}

/// One of some equal parts of an amount, by its place. What can't be parted goes to the first, so that the
/// parts are the whole.
#[must_use]
pub fn part_of(amount: i64, parts: usize, place: usize) -> i64 {
    let parts = i64::try_from(parts.max(1)).unwrap_or(1);
    let rest = i64::try_from(place).unwrap_or(i64::MAX) < amount % parts;
    amount / parts + i64::from(rest)
}

impl std::iter::Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        Self(amounts.fold(0, |sum, money| sum.saturating_add(money.0)))
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let amount = i64::deserialize(deserializer)?;
        Money::new(amount).ok_or_else(|| serde::de::Error::custom("an amount below zero"))
    }
}

impl FieldType for Money {
    const SHAPE: Shape = Shape::Money;
    fn value(&self) -> Value<'_> {
        Value::Money(self.0)
    }
}

/// Numbers by the id of an indicator, in the file's order: `{ vandringar = 14 }`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Readings(pub List<(Text, f64)>);

impl Readings {
    /// The number of that indicator.
    #[must_use]
    pub fn get(&self, indicator: &str) -> Option<f64> {
        self.0.iter().find(|(name, _)| &**name == indicator).map(|(_, number)| *number)
    }
}

impl<'de> Deserialize<'de> for Readings {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Readings;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("numbers by indicator")
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Readings, A::Error> {
                let mut readings = Vec::with_capacity(map.size_hint().unwrap_or(0).min(16));
                while let Some(reading) = map.next_entry()? {
                    readings.push(reading);
                }
                Ok(Readings(readings.into()))
            }
        }
        deserializer.deserialize_map(Visitor)
    }
}

impl FieldType for Readings {
    const SHAPE: Shape = Shape::Readings;
    fn value(&self) -> Value<'_> {
        Value::Readings(&self.0)
    }
}
