//! How TOML's dates become days. The model knows nothing of TOML, so it stands here.

use crate::model::Day;
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use std::fmt;

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DayVisitor)
    }
}

struct DayVisitor;

impl<'de> serde::de::Visitor<'de> for DayVisitor {
    type Value = Day;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a day")
    }

    /// A day in quotes, or one from the fast reader, which gives every date as its text.
    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Day, E> {
        text.parse().map_err(E::custom)
    }

    /// A bare date: the `toml` crate gives it as a map of its own making.
    fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Day, A::Error> {
        let date = toml::value::Datetime::deserialize(MapAccessDeserializer::new(map))?;
        from_toml(&date).ok_or_else(|| serde::de::Error::custom("a day without a time"))
    }
}

/// The day that a TOML date is; nothing where it has a time too, or is none of the calendar's.
pub(super) fn from_toml(date: &toml::value::Datetime) -> Option<Day> {
    match (&date.date, &date.time, &date.offset) {
        (Some(date), None, None) => Day::new(i32::from(date.year), u32::from(date.month), u32::from(date.day)),
        _ => None,
    }
}
