//! Amounts, and numbers by indicator.

use super::field::{FieldType, List, Shape, Value};
use super::text::Text;
use serde::Deserialize;
use std::fmt;

/// An amount in whole units of the register's currency, never below zero and never above [`Money::MOST`].
///
/// Amounts are summed as money, which can't wrap: a register would need ninety million of the largest for a sum to
/// reach what is then its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Money(i64);

impl Money {
    /// The largest amount: more than any municipality spends in a year.
    pub const MOST: i64 = 100_000_000_000;

    /// An amount that is neither below zero nor above the largest.
    #[must_use]
    pub fn new(amount: i64) -> Option<Self> {
        (0..=Self::MOST).contains(&amount).then_some(Self(amount))
    }

    /// The amount, in whole units of currency.
    #[must_use]
    pub fn amount(self) -> i64 {
        self.0
    }
}

impl std::iter::Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        Self(amounts.fold(0, |sum, money| sum.saturating_add(money.0)))
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let amount = i64::deserialize(deserializer)?;
        Money::new(amount).ok_or_else(|| serde::de::Error::custom("no amount"))
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_have_an_end() {
        let amounts = [-1, 0, Money::MOST, Money::MOST + 1, i64::MAX, i64::MIN].map(Money::new);
        assert_eq!(
            amounts.map(|amount| amount.map(Money::amount)),
            [None, Some(0), Some(Money::MOST), None, None, None]
        );
    }

    proptest! {
        #[test]
        fn a_sum_is_what_its_amounts_come_to(amounts in prop::collection::vec(0..=Money::MOST, 0..200)) {
            let sum = amounts.iter().filter_map(|amount| Money::new(*amount)).sum::<Money>().amount();
            prop_assert_eq!(i128::from(sum), amounts.iter().map(|amount| i128::from(*amount)).sum::<i128>());
        }

        #[test]
        fn no_sum_wraps(amounts in prop::collection::vec(0..=i64::MAX, 0..9)) {
            let sum = amounts.iter().map(|amount| Money(*amount)).sum::<Money>().amount();
            prop_assert!(amounts.iter().all(|amount| *amount <= sum));
        }
    }
}
